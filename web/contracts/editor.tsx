/**
 * The editor of a version: sentences with values in the middle, its parts on the left, the paper
 * and a worked example on the right. A version that is recorded is shown the same way and
 * cannot be changed.
 */
import { Button, Menu } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCheck,
  IconDots,
  IconFileTypePdf,
  IconGitCompare,
} from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { date, time } from '#words/format.ts'
import { useCompany } from '../accounts/company-data.ts'
import { ApiRefusal, api } from '../kit/api.ts'
import { ConfirmDialog } from '../kit/controls.tsx'
import { ReasonChip } from '../kit/data.tsx'
import { AppLink, useGo, usePathParams } from '../kit/link.tsx'
import { Page } from '../kit/page.tsx'
import { RefusalNote, useSentence } from '../kit/refusals.tsx'
import { ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { showToast } from '../kit/toasts.tsx'
import { typing } from '../kit/row-list.tsx'
import { useSpeech, useWords, type AllWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { ActivateDialog } from './activate-dialog.tsx'
import { Changes, SendDialog } from './contract-dialogs.tsx'
import {
  contractKey,
  documentPath,
  useClient,
  useContacts,
  useContract,
  useMay,
  useStaff,
  useVersion,
  type ContractDetail,
  type VersionDetail,
} from './contract-data.ts'
import { EditorContext } from './chips.tsx'
import { CoversSentence, IndexationSection, RenewalSentences, ReporterLimits } from './agreed-sections.tsx'
import { ExamplesSection } from './examples-section.tsx'
import { PriceListSource } from './price-list-source.tsx'
import type { Saving } from './draft.ts'
import { useDraft } from './use-draft.ts'
import { CompareWithTemplate } from './compare-dialog.tsx'
import { ExampleBox } from './example.tsx'
import { useHands } from './hands-words.ts'
import { LegalNotice } from './legal-notice.tsx'
import { Billing, DocumentTexts, Parties, Period, Reporters, type ContractChange } from './other-sections.tsx'
import { Paper } from './paper.tsx'
import { PaperChoice } from './paper-choice.tsx'
import { PriceRules } from './price-rules.tsx'
import { sectionOf, sections, type SectionId } from './section-of.ts'
import { useKnownNames } from './place-data.ts'
import { ServiceLevels } from './service-levels.tsx'
import { PathHeader } from './path-header.tsx'
import './contracts.css'

export default function ContractEditor() {
  const { id = '', number = '' } = usePathParams()
  const sentence = useSentence()
  const contract = useContract(id)
  const version = useVersion(id, Number(number))
  const base = useVersion(id, version.data?.basedOn ?? 0)
  const error = contract.error ?? version.error
  if (error)
    return (
      <ErrorState
        sentence={sentence(error)}
        onRetry={() => (void contract.refetch(), void version.refetch())}
      />
    )
  if (!contract.data || !version.data || (version.data.basedOn !== null && !base.data))
    return <SkeletonAfter />
  return <Editor key={version.data.id} contract={contract.data} version={version.data} base={base.data} />
}

function Editor({
  contract,
  version,
  base,
}: {
  contract: ContractDetail
  version: VersionDetail
  base: VersionDetail | undefined
}) {
  const { lang, words: all } = useSpeech()
  const words = all.contracts
  const said = words.editor
  const may = useMay()
  const queries = useQueryClient()
  const sentence = useSentence()
  const draft = useDraft(contract.id, version)
  const readOnly = !version.isDraft || !may.keepContracts
  const { data: client } = useClient(contract.clientId)
  const { data: contacts = [] } = useContacts(contract.clientId)
  const { data: staff = [] } = useStaff()
  const { data: company } = useCompany()
  const known = useKnownNames(contract.clientId)
  const [active, setActive] = useState<SectionId>('parties')
  const [chosenItem, setChosenItem] = useState<string>()
  const places = useRef(new Map<SectionId, HTMLElement>())

  const changeContract = useMutation({
    mutationFn: (change: ContractChange) =>
      api.patch('/api/contracts/{id}', {
        path: { id: contract.id },
        body: { ...change, version: contract.version },
      }),
    onSuccess: (next) => (
      queries.setQueryData(contractKey(contract.id), next),
      draft.tell(undefined),
      void queries.invalidateQueries({ queryKey: ['contract', contract.id] })
    ),
    onError: (problem) => {
      draft.tell(problem)
      if (problem instanceof ApiRefusal && problem.code === 'changed_meanwhile')
        void queries.invalidateQueries({ queryKey: contractKey(contract.id) })
    },
  })
  const context = useMemo(() => {
    const refused =
      draft.problem instanceof ApiRefusal
        ? { field: draft.problem.field, text: sentence(draft.problem) }
        : undefined
    const problems = new Map(
      version.problems.map((problem) => [
        problem.path,
        said.problem[problem.code as keyof typeof said.problem](problem.values),
      ]),
    )
    return {
      readOnly,
      // One of a list of names ("where.roles.0") is wrong at the chip of them all.
      problemAt: (path: string) =>
        refused && (refused.field === path || refused.field?.replace(/\.\d+$/, '') === path)
          ? refused.text
          : problems.get(path),
      known,
    }
  }, [readOnly, draft.problem, sentence, version.problems, said, known])

  const isChange = version.kind !== 'original'
  const shared = { terms: draft.terms, base: base?.terms, setTerms: draft.setTerms }
  const onContract = readOnly ? undefined : (change: ContractChange) => changeContract.mutate(change)
  const scrollTo = (section: SectionId) => {
    setActive(section)
    setChosenItem(undefined)
    places.current.get(section)?.scrollIntoView({
      block: 'start',
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
    })
  }
  const followScroll = (body: HTMLElement) => {
    const passed = sections.filter(
      (id) => (places.current.get(id)?.offsetTop ?? Infinity) - body.offsetTop <= body.scrollTop + 90,
    )
    const here = passed.at(-1) ?? 'parties'
    if (here === active) return
    setActive(here)
    setChosenItem(undefined)
  }
  const bodies: Record<SectionId, ReactNode> = {
    parties: (
      <>
        <Parties
          {...shared}
          contract={contract}
          staff={staff}
          onContract={onContract}
          client={
            <p className="c-sentence-text">
              <AppLink to={`/clients/${contract.clientId}`}>{contract.clientName}</AppLink>
            </p>
          }
        />
        <CoversSentence {...shared} />
      </>
    ),
    period: (
      <>
        <Period
          {...shared}
          contract={contract}
          onContract={onContract}
          amendment={
            isChange
              ? {
                  validFrom: draft.validFrom,
                  onChange: (validFrom) => draft.change({ validFrom }),
                  reason: draft.reason,
                  onReason: (reason) => draft.change({ reason }),
                }
              : undefined
          }
        />
        <div className="c-sentences">
          <RenewalSentences {...shared} isDefinite={contract.validTo !== null} />
        </div>
      </>
    ),
    sla: <ServiceLevels {...shared} />,
    prices: (
      <>
        <PriceListSource contract={contract} version={version} saveFirst={draft.save} />
        <PriceRules
          {...shared}
          chosen={chosenItem}
          onChoose={(item) => (setActive('prices'), setChosenItem(item))}
        />
      </>
    ),
    indexation: <IndexationSection {...shared} />,
    examples: <ExamplesSection {...shared} />,
    reporters: (
      <>
        <Reporters {...shared} contacts={contacts} />
        <ReporterLimits {...shared} contacts={contacts} />
      </>
    ),
    billing: <Billing {...shared} />,
    document: (
      <>
        <div className="c-sentences">
          <PaperChoice contract={contract} version={version} saveFirst={draft.save} />
        </div>
        <DocumentTexts {...shared} />
      </>
    ),
  }
  const hints: Partial<Record<SectionId, string>> = { sla: said.slaHint, prices: said.priceHint }
  const aside = client && company && (
    <>
      <div className="c-paper-title">
        <strong>{isChange ? said.paperAfter : said.paper}</strong>
        <a href={documentPath(contract.id, version.number)} target="_blank" rel="noreferrer">
          <IconFileTypePdf size={17} stroke={1.6} aria-hidden /> PDF
        </a>
      </div>
      <Paper
        terms={draft.terms}
        contract={contract}
        company={company}
        client={client}
        staff={staff}
        contacts={contacts}
        active={active}
        chosenItem={chosenItem}
        validFrom={draft.validFrom}
        title={said.preview}
      />
      <ExampleBox priceList={draft.terms.priceList} before={base?.terms.priceList} isChange={isChange} />
    </>
  )
  const header = (
    <PathHeader
      crumbs={[
        { label: words.nav.contracts, to: '/contracts' },
        { label: contract.clientName, to: `/clients/${contract.clientId}` },
        { label: contract.number, to: contract.state === 'draft' ? undefined : `/contracts/${contract.id}` },
      ]}
      actions={<Actions contract={contract} version={version} readOnly={readOnly} saveFirst={draft.save} />}
    >
      <ReasonChip tone={version.isDraft ? 'note' : 'soft'}>
        {version.isDraft ? `${words.kinds[version.kind]}, ${words.states.draft}` : words.kinds[version.kind]}
      </ReasonChip>
      <span className="c-hint c-only-wide">{words.contract.versionFrom(date(lang, draft.validFrom))}</span>
    </PathHeader>
  )
  return (
    <EditorContext value={context}>
      <Page header={header} aside={aside} asideWidth={452} asideLabel={said.preview} fixed>
        <div className="c-editor">
          <nav className="c-sections" aria-label={said.sectionsLabel}>
            {sections.map((id) => (
              <button
                key={id}
                type="button"
                aria-current={id === active || undefined}
                onClick={() => scrollTo(id)}
              >
                <span>{sectionName(all, id)}</span>
                <SectionMark version={version} section={id} />
              </button>
            ))}
            <SavingNote
              saving={draft.saving}
              fingerprint={version.fingerprint}
              onTheirs={() => void draft.takeTheirs()}
              isDraft={version.isDraft}
            />
            {version.isDraft && !readOnly && <UndoButtons draft={draft} />}
          </nav>
          <div
            className="c-editor-body"
            tabIndex={0}
            role="region"
            aria-label={contract.number}
            onScroll={(e) => followScroll(e.currentTarget)}
          >
            {!readOnly && <LegalNotice />}
            {!version.isDraft && <p className="c-note">{said.readOnly}</p>}
            {draft.isRestored && <p className="c-note">{all.contractLife.editor.restored}</p>}
            <RefusalNote refusal={shownRefusal(draft.problem, sentence)} />
            {sections.map((id) => (
              <section
                key={id}
                ref={(node) => void (node ? places.current.set(id, node) : places.current.delete(id))}
                className="c-section"
                onFocus={() => id !== 'prices' && (setActive(id), setChosenItem(undefined))}
              >
                <h2>
                  {sectionName(all, id)}
                  {hints[id] && <small>{hints[id]}</small>}
                </h2>
                {bodies[id]}
                <Problems version={version} section={id} />
              </section>
            ))}
          </div>
        </div>
      </Page>
    </EditorContext>
  )
}

/** The place shows its own mark; the sentence stands above, so that it is seen wherever one is. */
const shownRefusal = (problem: unknown, sentence: (problem: unknown) => string) => ({
  problem,
  show: () => {},
  clear: () => {},
  of: () => undefined,
  rest: () => (problem === undefined ? undefined : sentence(problem)),
})

const sectionName = (words: AllWords, id: SectionId): string =>
  id === 'indexation' || id === 'examples'
    ? words.contractLife.editor.sections[id]
    : words.contracts.editor.sections[id]

/** Ctrl Z and Ctrl Y outside of fields, where the browser has its own. */
function UndoButtons({
  draft,
}: {
  draft: Pick<ReturnType<typeof useDraft>, 'undo' | 'redo' | 'canUndo' | 'canRedo'>
}) {
  const said = useWords().contractLife.editor
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || typing(event.target)) return
      const key = event.key.toLowerCase()
      const redoes = key === 'y' || (key === 'z' && event.shiftKey)
      if (!redoes && key !== 'z') return
      event.preventDefault()
      if (redoes) draft.redo()
      else draft.undo()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [draft])
  return (
    <span className="c-undo">
      <Button
        variant="subtle"
        size="compact-sm"
        disabled={!draft.canUndo}
        aria-label={said.undo}
        title={`${said.undo} (Ctrl Z)`}
        onClick={draft.undo}
      >
        <IconArrowBackUp size={17} stroke={1.7} />
      </Button>
      <Button
        variant="subtle"
        size="compact-sm"
        disabled={!draft.canRedo}
        aria-label={said.redo}
        title={`${said.redo} (Ctrl Y)`}
        onClick={draft.redo}
      >
        <IconArrowForwardUp size={17} stroke={1.7} />
      </Button>
    </span>
  )
}

function SectionMark({ version, section }: { version: VersionDetail; section: SectionId }) {
  const said = useWords().contracts.editor
  const hasError = version.problems.some(
    (problem) => problem.weight === 'error' && sectionOf(problem.path) === section,
  )
  const isChanged = version.changes.some((change) => sectionOf(`terms.${change.path}`) === section)
  if (hasError)
    return (
      <span className="c-mark c-mark-problem" role="img" aria-label={said.attention}>
        !
      </span>
    )
  if (isChanged) return <span className="c-mark c-mark-changed" role="img" aria-label={said.changed} />
  return version.isDraft ? <IconCheck size={15} stroke={1.8} role="img" aria-label={said.ok} /> : null
}

function Problems({ version, section }: { version: VersionDetail; section: SectionId }) {
  const said = useWords().contracts.editor
  const here = version.problems.filter((problem) => sectionOf(problem.path) === section)
  if (here.length === 0) return null
  return (
    <ul className="c-problems">
      {here.map((problem, i) => (
        <li key={i} data-weight={problem.weight}>
          {said.problem[problem.code as keyof typeof said.problem](problem.values)}
        </li>
      ))}
    </ul>
  )
}

function SavingNote({
  saving,
  fingerprint,
  isDraft,
  onTheirs,
}: {
  saving: Saving
  fingerprint: string
  isDraft: boolean
  onTheirs: () => void
}) {
  const { lang, words } = useSpeech()
  const said = words.contracts.editor
  const zone = useZone()
  const text = {
    saved: saving.atMs ? said.saved(time(lang, saving.atMs, zone)) : '',
    dirty: said.saving,
    saving: said.saving,
    refused: said.notSaved,
    offline: words.contractLife.editor.offline,
    theirs: said.theirs,
  }[saving.state]
  return (
    <div className="c-saving" role="status">
      {isDraft && <span data-state={saving.state}>{text}</span>}
      {saving.state === 'theirs' && (
        <Button size="xs" variant="light" onClick={onTheirs}>
          {said.takeTheirs}
        </Button>
      )}
      <span className="num">{said.version(fingerprint)}</span>
    </div>
  )
}

function Actions({
  contract,
  version,
  readOnly,
  saveFirst,
}: {
  contract: ContractDetail
  version: VersionDetail
  readOnly: boolean
  saveFirst: () => Promise<void>
}) {
  const { contracts, kit } = useWords()
  const said = contracts.editor
  const go = useGo()
  const queries = useQueryClient()
  const sentence = useSentence()
  const hands = useHands()
  const [open, setOpen] = useState<'activate' | 'send' | 'changes' | 'compare' | 'discard'>()
  const close = () => setOpen(undefined)
  const show = (what: typeof open) => void saveFirst().then(() => setOpen(what))
  const discard = useMutation({
    mutationFn: () =>
      api.delete('/api/contracts/{id}/versions/{number}', {
        path: { id: contract.id, number: version.number },
      }),
    onSuccess: () => (
      go(contract.activatedAt ? `/contracts/${contract.id}` : '/contracts'),
      void queries.invalidateQueries({ queryKey: ['contract'] })
    ),
    onError: (problem) => showToast({ text: sentence(problem), tone: 'problem' }),
  })
  const activateLabel = {
    original: said.activate,
    amendment: said.activateAmendment,
    correction: said.activateCorrection,
  }[version.kind]
  return (
    <>
      {version.kind !== 'original' && (
        <Button
          variant="default"
          className="c-only-wide"
          leftSection={<IconGitCompare size={16} stroke={1.7} />}
          onClick={() => show('changes')}
        >
          {contracts.contract.changes(version.changes.length)}
        </Button>
      )}
      {!readOnly && (
        <>
          <Button variant="default" className="c-only-wide" onClick={() => show('send')}>
            {said.send}
          </Button>
          <Button onClick={() => show('activate')}>{activateLabel}</Button>
          <Menu position="bottom-end" width={220}>
            <Menu.Target>
              <Button variant="default" px={8} aria-label={kit.buttons.more}>
                <IconDots size={17} stroke={1.7} />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => show('send')}>{said.send}</Menu.Item>
              {version.kind !== 'original' && (
                <Menu.Item onClick={() => show('changes')}>{contracts.contract.changesTitle}</Menu.Item>
              )}
              <Menu.Item onClick={() => show('compare')}>{hands.compare.template}</Menu.Item>
              <Menu.Item color="danger" onClick={() => setOpen('discard')}>
                {contracts.contract.discard}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      )}
      {open === 'activate' && (
        <ActivateDialog contract={contract} version={version} label={activateLabel} onClose={close} />
      )}
      {open === 'send' && <SendDialog contract={contract} version={version} onClose={close} />}
      {open === 'changes' && <Changes contract={contract} version={version} onClose={close} />}
      {open === 'compare' && (
        <CompareWithTemplate contract={contract} number={version.number} onClose={close} />
      )}
      <ConfirmDialog
        opened={open === 'discard'}
        title={contracts.contract.discardTitle}
        action={contracts.contract.discard}
        danger
        busy={discard.isPending}
        onConfirm={() => discard.mutate()}
        onClose={close}
      >
        {contract.activatedAt ? contracts.contract.discardWhy : ''}
      </ConfirmDialog>
    </>
  )
}
