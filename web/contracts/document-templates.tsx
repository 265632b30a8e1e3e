/** Templates of documents: the built-in one, the company's own DOCX, and what a new file would need. */
import { Button, Menu, Modal, SegmentedControl, TextInput } from '@mantine/core'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { date } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { Card } from '../kit/controls.tsx'
import { copyText } from '../kit/copy.tsx'
import { ReasonChip } from '../kit/data.tsx'
import { Page } from '../kit/page.tsx'
import { RefusalNote, useRefusal, useSentence } from '../kit/refusals.tsx'
import { ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech, useWords } from '../kit/words.tsx'
import { useMay } from './contract-data.ts'
import {
  templateFile,
  templateSample,
  templatesKey,
  useOwnTemplates,
  usePlaceholders,
  type OwnTemplate,
  type TemplateCheck,
  type TemplateKind,
} from './document-data.ts'
import { ArchiveToggle, useArchive } from './archive.tsx'
import { useHands } from './hands-words.ts'
import { FileDrop, docxAccept } from './file-drop.tsx'
import { PathHeader } from './path-header.tsx'
import { TemplateFindings } from './template-findings.tsx'
import './contracts.css'
import './documents.css'

export default function DocumentTemplates() {
  const { contracts, documents } = useWords()
  const words = documents.templates
  const sentence = useSentence()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const archive = useArchive()
  const hands = useHands().archive
  const { data: inUse } = useOwnTemplates()
  const { data, error, refetch } = useOwnTemplates(archive.isShown)
  if (error) return <ErrorState sentence={sentence(error)} onRetry={() => void refetch()} />
  return (
    <Page
      header={
        <PathHeader
          crumbs={[{ label: contracts.nav.contracts, to: '/contracts' }, { label: words.title }]}
          actions={
            may.keepContracts && (
              <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => setAdding(true)}>
                {words.add}
              </Button>
            )
          }
        />
      }
    >
      <div className="d-column">
        <div className="l-lead-row">
          <p className="d-lead">{words.lead}</p>
          <ArchiveToggle archive={archive} />
        </div>
        {!data && <SkeletonAfter />}
        {archive.isShown && data?.every(({ archivedAt }) => archivedAt === null) && (
          <p className="c-hint">{hands.none}</p>
        )}
        {data && (
          <Card flush>
            <ul className="d-templates">
              <BuiltIn templates={inUse ?? []} />
              {data.map((template) => (
                <TemplateRow key={template.id} template={template} />
              ))}
            </ul>
          </Card>
        )}
        <Placeholders />
      </div>
      {adding && <AddTemplate onClose={() => setAdding(false)} />}
    </Page>
  )
}

/** Ours is the default wherever none of the company's own is. */
function BuiltIn({ templates }: { templates: readonly OwnTemplate[] }) {
  const words = useWords().documents.templates
  const kinds = (['contract', 'amendment'] as const).filter(
    (kind) => !templates.some((one) => one.kind === kind && one.isDefault),
  )
  return (
    <li className="d-template">
      <div className="d-template-words">
        <strong>{words.builtIn}</strong>
        <span className="c-hint">{words.builtInHint}</span>
      </div>
      {kinds.map((kind) => (
        <ReasonChip key={kind} tone="soft">
          {words.kinds[kind]}: {words.default}
        </ReasonChip>
      ))}
    </li>
  )
}

function TemplateRow({ template }: { template: OwnTemplate }) {
  const { lang, words: all } = useSpeech()
  const words = all.documents.templates
  const may = useMay()
  const hands = useHands().archive
  const isArchived = template.archivedAt !== null
  const queries = useQueryClient()
  const sentence = useSentence()
  const change = useMutation({
    mutationFn: (body: { isDefault?: boolean; isArchived?: boolean }) =>
      api.patch('/api/document-templates/{id}', {
        path: { id: template.id },
        body: { version: template.version, ...body },
      }),
    onSuccess: (_, { isArchived }) => {
      if (isArchived) showToast({ text: words.archived })
      if (isArchived === false) showToast({ text: hands.restored(template.name) })
      void queries.invalidateQueries({ queryKey: templatesKey })
    },
    onError: (problem) => showToast({ text: sentence(problem), tone: 'problem' }),
  })
  return (
    <li className="d-template">
      <div className="d-template-words">
        <strong>{template.name}</strong>
        <span className="c-hint">
          {words.added({ day: date(lang, template.createdAt.slice(0, 10)), name: template.createdByName })}
        </span>
      </div>
      <ReasonChip tone={template.isDefault ? 'soft' : 'outline'}>
        {words.kinds[template.kind]}
        {template.isDefault && `: ${words.default}`}
      </ReasonChip>
      {isArchived && <ReasonChip tone="outline">{hands.tag}</ReasonChip>}
      <Button component="a" size="xs" variant="default" href={templateSample(template.id)} target="_blank">
        {words.sample}
      </Button>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button size="xs" variant="default" px={7} aria-label={`${all.kit.buttons.more}: ${template.name}`}>
            <IconDots size={16} stroke={1.7} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component="a" href={templateFile(template.id)}>
            {words.download}
          </Menu.Item>
          {may.keepContracts && isArchived && (
            <Menu.Item onClick={() => change.mutate({ isArchived: false })}>{hands.restore}</Menu.Item>
          )}
          {may.keepContracts && !isArchived && (
            <>
              <Menu.Item onClick={() => change.mutate({ isDefault: !template.isDefault })}>
                {template.isDefault ? words.makeBuiltIn : words.makeDefault}
              </Menu.Item>
              <Menu.Item onClick={() => change.mutate({ isArchived: true })}>{hands.put}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}

/** The file is checked as soon as it is chosen; it can be kept when nothing is wrong with it. */
function AddTemplate({ onClose }: { onClose: () => void }) {
  const { documents, kit } = useWords()
  const words = documents.templates
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [kind, setKind] = useState<TemplateKind>('contract')
  const [files, setFiles] = useState<File[]>([])
  const [name, setName] = useState('')
  const [found, setFound] = useState<TemplateCheck>()
  const [file] = files
  const check = useMutation({
    mutationFn: ({ chosen, of }: { chosen: File; of: TemplateKind }) =>
      api.upload('/api/document-templates/checks', chosen, { query: { kind: of } }),
    onSuccess: setFound,
    onError: refusal.show,
  })
  const look = (chosen: File | undefined, of: TemplateKind) => {
    refusal.clear()
    setFound(undefined)
    if (!chosen) return
    setName((typed) => typed || chosen.name.replace(/\.docx$/i, ''))
    check.mutate({ chosen, of })
  }
  const keep = useMutation({
    mutationFn: () =>
      api.upload('/api/document-templates', file!, {
        name: name.trim(),
        query: { kind, fileName: file!.name },
      }),
    onSuccess: () => {
      showToast({ text: words.kept })
      void queries.invalidateQueries({ queryKey: templatesKey })
      onClose()
    },
    onError: refusal.show,
  })
  const isFit = found?.problems.length === 0
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.addTitle}
      size={620}
      closeButtonProps={{ 'aria-label': kit.buttons.close }}
    >
      <form className="c-form" onSubmit={(event) => (event.preventDefault(), refusal.clear(), keep.mutate())}>
        <SegmentedControl
          aria-label={words.kind}
          value={kind}
          data={(['contract', 'amendment'] as const).map((one) => ({ value: one, label: words.kinds[one] }))}
          onChange={(one) => (setKind(one as TemplateKind), look(file, one as TemplateKind))}
        />
        <FileDrop
          label={words.file}
          hint={words.fileHint}
          accept={docxAccept}
          files={files}
          onFiles={(chosen) => (setFiles(chosen), look(chosen[0], kind))}
        />
        <RefusalNote refusal={refusal} />
        {check.isPending && (
          <p className="c-hint" role="status">
            {words.checking}
          </p>
        )}
        {found && <TemplateFindings found={found} />}
        {isFit && (
          <TextInput
            label={words.name}
            required
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        <Button type="submit" size="md" disabled={!isFit || name.trim() === ''} loading={keep.isPending}>
          {words.keep}
        </Button>
      </form>
    </Modal>
  )
}

/** Every name that a template may use, to be copied. */
function Placeholders() {
  const words = useWords().documents.templates
  const [isOpen, setOpen] = useState(false)
  const [kind, setKind] = useState<TemplateKind>('contract')
  const { data } = usePlaceholders(kind, isOpen)
  return (
    <Card
      title={words.placeholders}
      aside={
        <button type="button" className="c-link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? words.hide : words.show}
        </button>
      }
    >
      {isOpen && (
        <div className="d-check">
          <p>{words.placeholdersHint}</p>
          <SegmentedControl
            aria-label={words.kind}
            value={kind}
            data={(['contract', 'amendment'] as const).map((one) => ({
              value: one,
              label: words.kinds[one],
            }))}
            onChange={(one) => setKind(one as TemplateKind)}
          />
          {!data && <SkeletonAfter />}
          {data && <Codes names={data.plain.toSorted()} />}
          {data &&
            Object.entries(data.inside).map(([loop, names]) => (
              <div key={loop}>
                <h4>{words.insideLoop(loop)}</h4>
                <Codes names={names} />
              </div>
            ))}
        </div>
      )}
    </Card>
  )
}

function Codes({ names }: { names: readonly string[] }) {
  const { kit } = useWords()
  return (
    <div className="d-codes">
      {names.map((name) => (
        <button
          key={name}
          type="button"
          className="d-code"
          aria-label={`${kit.buttons.copy}: {${name}}`}
          onClick={() => void copyText(`{${name}}`)}
        >
          {`{${name}}`}
        </button>
      ))}
    </div>
  )
}
