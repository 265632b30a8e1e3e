/** Contract templates: one for each trade, and the company's own, each compared with where it came from. */
import { Button, Menu, Modal, TextInput } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../kit/api.ts'
import { Card } from '../kit/controls.tsx'
import { ReasonChip } from '../kit/data.tsx'
import { AppLink, useGo } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { SkeletonAfter } from '../kit/states.tsx'
import { useSpeech, useWords } from '../kit/words.tsx'
import { ArchiveToggle, useArchive } from './archive.tsx'
import { CompareWithOrigin } from './compare-dialog.tsx'
import { ContractViews } from './contract-views.tsx'
import { useHands } from './hands-words.ts'
import { useIsManager, usePutAway, useTemplate, useTemplates, type TemplateSummary } from './life-data.ts'
import { useTemplateName } from './template-name.ts'
import './contracts.css'
import './contract-life.css'

export default function ContractTemplates() {
  const { words } = useSpeech()
  const said = words.contractLife.templates
  const { data } = useTemplates()
  const archive = useArchive()
  const [cloning, setCloning] = useState<TemplateSummary>()
  const shown = data?.filter(({ archivedAt }) => archive.isShown || archivedAt === null)
  return (
    <Page
      header={
        <PageHeader title={words.contracts.nav.contracts}>
          <ContractViews chosen="templates" />
        </PageHeader>
      }
    >
      <div className="l-page">
        <div className="l-lead-row">
          <p className="c-lead">{said.lead}</p>
          {data?.some(({ archivedAt }) => archivedAt !== null) && <ArchiveToggle archive={archive} />}
        </div>
        {!data && <SkeletonAfter />}
        <div className="l-cards">
          {shown?.map((template) => (
            <TemplateCard key={template.id} template={template} onClone={() => setCloning(template)} />
          ))}
        </div>
      </div>
      {cloning && <CloneDialog template={cloning} onClose={() => setCloning(undefined)} />}
    </Page>
  )
}

function TemplateCard({ template, onClone }: { template: TemplateSummary; onClone: () => void }) {
  const words = useWords()
  const said = words.contractLife.templates
  const hands = useHands()
  const nameOf = useTemplateName()
  const isManager = useIsManager()
  const [isComparing, setComparing] = useState(false)
  const putAway = usePutAway(template)
  const isArchived = template.archivedAt !== null
  return (
    <Card
      title={<AppLink to={`/contract-templates/${template.id}`}>{nameOf(template)}</AppLink>}
      aside={
        isManager &&
        !template.isBuiltIn && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button
                variant="subtle"
                size="compact-sm"
                px={6}
                aria-label={`${words.kit.buttons.more}: ${nameOf(template)}`}
              >
                <IconDots size={16} stroke={1.7} />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => putAway.mutate(!isArchived)}>
                {isArchived ? hands.archive.restore : hands.archive.put}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )
      }
    >
      <div className="c-tags">
        <ReasonChip tone={template.isBuiltIn ? 'calm' : 'soft'}>
          {template.isBuiltIn ? said.builtIn : said.own}
        </ReasonChip>
        {isArchived && <ReasonChip tone="outline">{hands.archive.tag}</ReasonChip>}
      </div>
      {!template.isBuiltIn && <Compared id={template.id} />}
      <div className="l-card-actions">
        {isManager && (
          <Button variant="default" size="xs" onClick={onClone}>
            {said.clone}
          </Button>
        )}
        {!template.isBuiltIn && (
          <Button variant="default" size="xs" onClick={() => setComparing(true)}>
            {hands.compare.origin}
          </Button>
        )}
      </div>
      {isComparing && <CompareWithOrigin template={template} onClose={() => setComparing(false)} />}
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
