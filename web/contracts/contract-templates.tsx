/** Contract templates: one for each trade, and the company's own, each compared with where it came from. */
import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { termsChange } from '#words/terms-change.ts'
import { api } from '../kit/api.ts'
import { Card } from '../kit/controls.tsx'
import { ReasonChip } from '../kit/data.tsx'
import { AppLink, useGo } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { SkeletonAfter } from '../kit/states.tsx'
import { useSpeech, useWords } from '../kit/words.tsx'
import type { TermsChange } from './contract-data.ts'
import { ContractViews } from './contract-views.tsx'
import { useIsManager, useTemplate, useTemplates, type TemplateSummary } from './life-data.ts'
import { useTemplateName } from './template-name.ts'
import './contracts.css'
import './contract-life.css'

export default function ContractTemplates() {
  const { words } = useSpeech()
  const said = words.contractLife.templates
  const { data } = useTemplates()
  const [cloning, setCloning] = useState<TemplateSummary>()
  return (
    <Page
      header={
        <PageHeader title={words.contracts.nav.contracts}>
          <ContractViews chosen="templates" />
        </PageHeader>
      }
    >
      <div className="l-page">
        <p className="c-lead">{said.lead}</p>
        {!data && <SkeletonAfter />}
        <div className="l-cards">
          {data?.map((template) => (
            <TemplateCard key={template.id} template={template} onClone={() => setCloning(template)} />
          ))}
        </div>
      </div>
      {cloning && <CloneDialog template={cloning} onClose={() => setCloning(undefined)} />}
    </Page>
  )
}

function TemplateCard({ template, onClone }: { template: TemplateSummary; onClone: () => void }) {
  const said = useWords().contractLife.templates
  const nameOf = useTemplateName()
  const isManager = useIsManager()
  return (
    <Card
      title={
        template.isBuiltIn ? (
          nameOf(template)
        ) : (
          <AppLink to={`/contract-templates/${template.id}`}>{nameOf(template)}</AppLink>
        )
      }
    >
      <div className="c-tags">
        <ReasonChip tone={template.isBuiltIn ? 'calm' : 'soft'}>
          {template.isBuiltIn ? said.builtIn : said.own}
        </ReasonChip>
      </div>
      {!template.isBuiltIn && <Compared id={template.id} />}
      {isManager && (
        <div className="l-card-actions">
          <Button variant="default" size="xs" onClick={onClone}>
            {said.clone}
          </Button>
        </div>
      )}
    </Card>
  )
}

function Compared({ id }: { id: string }) {
  const said = useWords().contractLife.templates
  const { data } = useTemplate(id)
  if (!data) return null
  return (
    <>
      <p className="c-hint">
        {data.changes.length === 0 ? said.same : `${said.changes}: ${data.changes.length}`}
      </p>
      {data.originChanges.length > 0 && (
        <p className="c-hint">{`${said.originChanges}: ${data.originChanges.length}`}</p>
      )}
    </>
  )
}

/** Each place with its old and new wording. */
export function ChangesInWords({ changes, empty }: { changes: readonly TermsChange[]; empty: string }) {
  const { lang, words } = useSpeech()
  if (changes.length === 0) return <p className="c-hint">{empty}</p>
  return (
    <dl className="l-changes">
      {changes.map((change) => {
        const { place, before, after } = termsChange(lang, change, {
          people: new Map(),
          priorities: words.accounts.priorities,
        })
        return (
          <div key={change.path}>
            <dt>{place}</dt>
            <dd>
              {before && <del className="c-was">{before}</del>} {after}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function CloneDialog({ template, onClose }: { template: TemplateSummary; onClose: () => void }) {
  const words = useWords()
  const said = words.contractLife.templates
  const nameOf = useTemplateName()
  const go = useGo()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [name, setName] = useState('')
  const clone = useMutation({
    mutationFn: () => api.post('/api/contract-templates', { body: { name, from: template.id } }),
    onSuccess: ({ id }) => (
      void queries.invalidateQueries({ queryKey: ['contractTemplates'] }),
      go(`/contract-templates/${id}`)
    ),
    onError: refusal.show,
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={said.cloneTitle(nameOf(template))}
      closeButtonProps={{ 'aria-label': words.kit.buttons.close }}
    >
      <form className="c-form" onSubmit={(e) => (e.preventDefault(), refusal.clear(), clone.mutate())}>
        <TextInput
          label={said.name}
          required
          data-autofocus
          value={name}
          error={refusal.of('name')}
          onChange={(e) => setName(e.currentTarget.value)}
        />
        <RefusalNote refusal={refusal} fields={['name']} />
        <Button type="submit" size="md" disabled={name.trim() === ''} loading={clone.isPending}>
          {said.create}
        </Button>
      </form>
    </Modal>
  )
}
