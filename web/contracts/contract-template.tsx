/** One template of the company: its terms as sentences, and how it differs from its origin. */
import { Button, Menu, TextInput } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { ApiRefusal, api } from '../kit/api.ts'
import { Card } from '../kit/controls.tsx'
import { ReasonChip } from '../kit/data.tsx'
import { usePathParams } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { RefusalNote, useRefusal, useSentence } from '../kit/refusals.tsx'
import { ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useKept, UndoRedo } from '../kit/use-kept.tsx'
import { useSpeech } from '../kit/words.tsx'
import { IndexationSection } from './agreed-sections.tsx'
import { EditorContext } from './chips.tsx'
import type { Terms } from './contract-data.ts'
import { ChangesInWords, CompareWithOrigin } from './compare-dialog.tsx'
import { ExamplesSection } from './examples-section.tsx'
import { useHands } from './hands-words.ts'
import { isLost, isTheirs, KeptNote } from './kept-note.tsx'
import { useIsManager, usePutAway, useTemplate, type ContractTemplate } from './life-data.ts'
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
  return <TemplateEditor key={data.id} template={data} />
}

function TemplateEditor({ template }: { template: ContractTemplate }) {
  const { words } = useSpeech()
  const said = words.contractLife.templates
  const { editor } = words.contracts
  const nameOf = useTemplateName()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const sentence = useSentence()
  const hands = useHands()
  const isManager = useIsManager()
  const isArchived = template.archivedAt !== null
  const readOnly = !isManager || template.isBuiltIn || isArchived
  const form = useKept(`template ${template.id}`, savedOf(template))
  const { name, terms } = form.value
  const setTerms = (edit: (now: Terms) => Terms) => form.change((now) => ({ ...now, terms: edit(now.terms) }))
  const putAway = usePutAway(template)
  const [isComparing, setComparing] = useState(false)
  const [chosen, setChosen] = useState<string>()
  const save = useMutation({
    mutationFn: () =>
      api.put('/api/contract-templates/{id}', {
        path: { id: template.id },
        body: { version: form.version, name, terms },
      }),
    onSuccess: (saved) => (
      form.settle(savedOf(saved)),
      queries.setQueryData(['contractTemplates', template.id], saved),
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
            <>
              {!readOnly && <UndoRedo form={form} undo={hands.kept.undo} redo={hands.kept.redo} />}
              {!template.isBuiltIn && (
                <Button variant="default" className="c-only-wide" onClick={() => setComparing(true)}>
                  {hands.compare.origin}
                </Button>
              )}
              {!readOnly && (
                <Button
                  disabled={!form.isDirty}
                  loading={save.isPending && !save.isPaused}
                  onClick={() => (refusal.clear(), save.mutate())}
                >
                  {said.save}
                </Button>
              )}
              {isManager && !template.isBuiltIn && (
                <Menu position="bottom-end">
                  <Menu.Target>
                    <Button variant="default" px={8} aria-label={words.kit.buttons.more}>
                      <IconDots size={17} stroke={1.7} />
                    </Button>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item onClick={() => setComparing(true)}>{hands.compare.origin}</Menu.Item>
                    <Menu.Item disabled={form.isDirty} onClick={() => putAway.mutate(!isArchived)}>
                      {isArchived ? hands.archive.restore : hands.archive.put}
                    </Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              )}
            </>
          }
        >
          {isArchived && <ReasonChip tone="outline">{hands.archive.tag}</ReasonChip>}
        </PageHeader>
      }
    >
      <div className="c-columns">
        <EditorContext value={context}>
          <div className="c-column">
            {template.isBuiltIn && <p className="c-note">{said.readOnly}</p>}
            {isArchived && <p className="c-note">{hands.archive.readOnly}</p>}
            <KeptNote
              form={form}
              saved={savedOf(template)}
              isTheirs={isTheirs(refusal.problem)}
              isOffline={save.isPaused || isLost(refusal.problem)}
              onDiscard={refusal.clear}
            />
            {!isTheirs(refusal.problem) && !isLost(refusal.problem) && (
              <RefusalNote refusal={refusal} fields={['name']} />
            )}
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
              onChange={(e) => {
                const typed = e.currentTarget.value
                form.change((now) => ({ ...now, name: typed }))
              }}
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
      {isComparing && <CompareWithOrigin template={template} onClose={() => setComparing(false)} />}
    </Page>
  )
}

const nobody = { accountManagerId: '', reporters: { mode: 'all', contactIds: [] } } as const

/** The sections of the editor know whole terms; people are no part of a template and no section here shows them. */
const savedOf = ({ version, name, terms }: ContractTemplate) => ({
  version,
  value: { name, terms: { ...nobody, ...terms } as unknown as Terms },
})
