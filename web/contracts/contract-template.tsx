/** One template of the company: its terms as sentences, and how it differs from its origin. */
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { ApiRefusal, api } from '../kit/api.ts'
import { Card } from '../kit/controls.tsx'
import { usePathParams } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { RefusalNote, useRefusal, useSentence } from '../kit/refusals.tsx'
import { ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech } from '../kit/words.tsx'
import { IndexationSection } from './agreed-sections.tsx'
import { EditorContext } from './chips.tsx'
import type { Terms } from './contract-data.ts'
import { ChangesInWords } from './contract-templates.tsx'
import { ExamplesSection } from './examples-section.tsx'
import { useIsManager, useTemplate, type ContractTemplate } from './life-data.ts'
import { Billing, DocumentTexts } from './other-sections.tsx'
import { PriceRules } from './price-rules.tsx'
import { ServiceLevels } from './service-levels.tsx'
import { useTemplateName } from './template-name.ts'
import './contracts.css'
import './contract-life.css'

export default function ContractTemplatePage() {
  const { id = '' } = usePathParams()
  const sentence = useSentence()
  const { data, error, refetch } = useTemplate(id)
  if (error) return <ErrorState sentence={sentence(error)} onRetry={() => void refetch()} />
  if (!data) return <SkeletonAfter />
  return <TemplateEditor key={data.version} template={data} />
}

function TemplateEditor({ template }: { template: ContractTemplate }) {
  const { words } = useSpeech()
  const said = words.contractLife.templates
  const { editor } = words.contracts
  const nameOf = useTemplateName()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const sentence = useSentence()
  const readOnly = !useIsManager() || template.isBuiltIn
  const [name, setName] = useState(template.name)
  // The sections of the editor know whole terms; people are no part of a template and no section here shows them.
  const [terms, setTerms] = useState(() => ({ ...nobody, ...template.terms }) as unknown as Terms)
  const [chosen, setChosen] = useState<string>()
  const save = useMutation({
    mutationFn: () =>
      api.put('/api/contract-templates/{id}', {
        path: { id: template.id },
        body: { version: template.version, name, terms },
      }),
    onSuccess: () => (
      void queries.invalidateQueries({ queryKey: ['contractTemplates'] }),
      showToast({ text: said.saved })
    ),
    onError: refusal.show,
  })
  const context = useMemo(
    () => ({
      readOnly,
      problemAt: (path: string) =>
        refusal.problem instanceof ApiRefusal && refusal.problem.field === path
          ? sentence(refusal.problem)
          : undefined,
    }),
    [readOnly, refusal.problem, sentence],
  )
  const isDirty =
    name !== template.name || JSON.stringify(terms) !== JSON.stringify({ ...nobody, ...template.terms })
  const shared = { terms, base: undefined, setTerms }
  return (
    <Page
      header={
        <PageHeader
          crumbs={[
            { label: words.contractLife.nav.templates, to: '/contract-templates' },
            { label: nameOf(template) },
          ]}
          actions={
            !readOnly && (
              <Button disabled={!isDirty} loading={save.isPending} onClick={() => save.mutate()}>
                {said.save}
              </Button>
            )
          }
        />
      }
    >
      <div className="c-columns">
        <EditorContext value={context}>
          <div className="c-column">
            {template.isBuiltIn && <p className="c-note">{said.readOnly}</p>}
            <RefusalNote refusal={refusal} fields={['name']} />
            <Card title={editor.sections.sla}>
              <ServiceLevels {...shared} />
            </Card>
            <Card title={editor.sections.prices}>
              <PriceRules {...shared} chosen={chosen} onChoose={setChosen} />
            </Card>
            <Card title={words.contractLife.editor.sections.indexation}>
              <IndexationSection {...shared} />
            </Card>
            <Card title={words.contractLife.editor.sections.examples}>
              <ExamplesSection {...shared} />
            </Card>
            <Card title={editor.sections.billing}>
              <Billing {...shared} />
            </Card>
            <Card title={editor.sections.document}>
              <DocumentTexts {...shared} />
            </Card>
          </div>
        </EditorContext>
        <div className="c-column">
          <Card>
            <TextInput
              label={said.name}
              value={name}
              readOnly={readOnly}
              error={refusal.of('name')}
              onChange={(e) => setName(e.currentTarget.value)}
            />
          </Card>
          <Card title={said.changes}>
            <ChangesInWords changes={template.changes} empty={said.same} />
          </Card>
          {template.originChanges.length > 0 && (
            <Card title={said.originChanges}>
              <ChangesInWords changes={template.originChanges} empty="" />
            </Card>
          )}
        </div>
      </div>
    </Page>
  )
}

const nobody = { accountManagerId: '', reporters: { mode: 'all', contactIds: [] } } as const
