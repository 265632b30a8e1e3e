/** One price list of the company: its versions, the draft as sentences, publishing, and the way to contracts. */
import { Button, Menu, Modal, TextInput } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { date, dateOf } from '#words/format.ts'
import { priceSentences } from '#words/price-sentences.ts'
import { ApiRefusal, api } from '../kit/api.ts'
import { Card, ConfirmDialog } from '../kit/controls.tsx'
import { ReasonChip } from '../kit/data.tsx'
import { useGo, usePathParams } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { RefusalNote, useRefusal, useSentence } from '../kit/refusals.tsx'
import { ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { showToast } from '../kit/toasts.tsx'
import { pageClock } from '../kit/clock.ts'
import { useKept, UndoRedo } from '../kit/use-kept.tsx'
import { useSpeech, useWords } from '../kit/words.tsx'
import { EditorContext } from './chips.tsx'
import type { Terms } from './contract-data.ts'
import { useHands } from './hands-words.ts'
import { isLost, isTheirs, KeptNote } from './kept-note.tsx'
import { useIsManager, usePriceList, usePutAwayList, type CompanyPriceList } from './life-data.ts'
import { PriceRules } from './price-rules.tsx'
import './contracts.css'
import './contract-life.css'

type Version = CompanyPriceList['versions'][number]

export default function PriceListPage() {
  const { id = '' } = usePathParams()
  const words = useWords()
  const said = words.contractLife.priceLists
  const sentence = useSentence()
  const { data: list, error, refetch } = usePriceList(id)
  const isManager = useIsManager()
  const hands = useHands()
  if (error) return <ErrorState sentence={sentence(error)} onRetry={() => void refetch()} />
  if (!list) return <SkeletonAfter />
  const isArchived = list.archivedAt !== null
  const draft = list.versions.find(({ isDraft }) => isDraft)
  const published = list.versions.filter(({ isDraft }) => !isDraft)
  return (
    <Page
      header={
        <PageHeader
          crumbs={[{ label: words.contractLife.nav.priceLists, to: '/price-lists' }, { label: list.name }]}
          actions={isManager && <Actions list={list} draft={draft} last={published.at(-1)} />}
        >
          {draft && <ReasonChip tone="note">{`${said.version(draft.number)}, ${said.draft}`}</ReasonChip>}
          {isArchived && <ReasonChip tone="outline">{said.archived}</ReasonChip>}
        </PageHeader>
      }
    >
      <div className="c-columns">
        <div className="c-column">
          {isArchived && <p className="c-note">{hands.archive.listReadOnly}</p>}
          {draft && isManager && !isArchived ? (
            <DraftCard key={draft.id} list={list} draft={draft} base={published.at(-1)} />
          ) : (
            <Sentences version={published.at(-1) ?? draft} />
          )}
        </div>
        <div className="c-column">
          {published.toReversed().map((version) => (
            <PublishedCard key={version.id} list={list} version={version} />
          ))}
        </div>
      </div>
    </Page>
  )
}

function Actions({
  list,
  draft,
  last,
}: {
  list: CompanyPriceList
  draft: Version | undefined
  last: Version | undefined
}) {
  const said = useWords().contractLife.priceLists
  const queries = useQueryClient()
  const sentence = useSentence()
  const [isReaching, setReaching] = useState(false)
  const begin = useMutation({
    mutationFn: () => api.post('/api/price-lists/{id}/versions', { path: { id: list.id } }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['priceLists'] }),
    onError: (problem) => showToast({ text: sentence(problem), tone: 'problem' }),
  })
  const hands = useHands().archive
  const more = useWords().kit.buttons.more
  const putAway = usePutAwayList(list)
  const isArchived = list.archivedAt !== null
  const archive = (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" px={8} aria-label={more}>
          <IconDots size={17} stroke={1.7} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => putAway.mutate(!isArchived)}>
          {isArchived ? hands.restore : hands.put}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
  const reached = list.contracts.some(
    ({ number, contracts }) => last && number < last.number && contracts > 0,
  )
  if (isArchived) return archive
  return (
    <>
      {last && reached && (
        <Button variant={draft ? 'default' : 'filled'} onClick={() => setReaching(true)}>
          {said.reach}
        </Button>
      )}
      {!draft && (
        <Button
          variant={reached ? 'default' : 'filled'}
          loading={begin.isPending}
          onClick={() => begin.mutate()}
        >
          {said.newVersion}
        </Button>
      )}
      {archive}
      {isReaching && last && (
        <ReachDialog list={list} number={last.number} onClose={() => setReaching(false)} />
      )}
    </>
  )
}

/** The draft as sentences; the same editor as in a contract. */
function DraftCard({
  list,
  draft,
  base,
}: {
  list: CompanyPriceList
  draft: Version
  base: Version | undefined
}) {
  const words = useWords()
  const said = words.contractLife.priceLists
  const queries = useQueryClient()
  const refusal = useRefusal()
  const sentence = useSentence()
  const hands = useHands()
  const form = useKept(`price-list ${draft.id}`, savedOf(draft))
  const priceList = form.value
  const [chosen, setChosen] = useState<string>()
  const [isPublishing, setPublishing] = useState(false)
  const path = { id: list.id, number: draft.number }
  const renewed = () => void queries.invalidateQueries({ queryKey: ['priceLists'] })
  const save = useMutation({
    mutationFn: () =>
      api.put('/api/price-lists/{id}/versions/{number}', {
        path,
        body: { version: form.version, priceList },
      }),
    onSuccess(saved) {
      const next = saved.versions.find(({ id }) => id === draft.id)
      if (next) form.settle(savedOf(next))
      queries.setQueryData(['priceLists', list.id], saved)
      renewed()
      showToast({ text: said.saved })
    },
    onError: refusal.show,
  })
  const publish = useMutation({
    mutationFn: () =>
      api.put('/api/price-lists/{id}/versions/{number}/publication', {
        path,
        body: { version: draft.version },
      }),
    onSuccess: () => (renewed(), setPublishing(false)),
    onError: (problem) => (setPublishing(false), refusal.show(problem)),
  })
  const { isDirty } = form
  const context = useMemo(
    () => ({
      readOnly: false,
      problemAt: (at: string) =>
        refusal.problem instanceof ApiRefusal && `terms.${refusal.problem.field}` === at
          ? sentence(refusal.problem)
          : undefined,
    }),
    [refusal.problem, sentence],
  )
  // The editor of prices knows terms; here only their price list is there.
  const asTerms = (one: Version['priceList']): Terms => ({ priceList: one }) as unknown as Terms
  return (
    <Card
      title={`${said.version(draft.number)}, ${said.draft}`}
      aside={<UndoRedo form={form} undo={hands.kept.undo} redo={hands.kept.redo} />}
    >
      <KeptNote
        form={form}
        saved={savedOf(draft)}
        isTheirs={isTheirs(refusal.problem)}
        isOffline={save.isPaused || isLost(refusal.problem)}
        onDiscard={refusal.clear}
      />
      <EditorContext value={context}>
        <PriceRules
          terms={asTerms(priceList)}
          base={base && asTerms(base.priceList)}
          setTerms={(edit) => form.change((now) => edit(asTerms(now)).priceList)}
          chosen={chosen}
          onChoose={setChosen}
        />
      </EditorContext>
      {!isTheirs(refusal.problem) && !isLost(refusal.problem) && <RefusalNote refusal={refusal} />}
      <div className="l-card-actions">
        <Button
          variant={isDirty ? 'filled' : 'default'}
          disabled={!isDirty}
          loading={save.isPending && !save.isPaused}
          onClick={() => (refusal.clear(), save.mutate())}
        >
          {said.save}
        </Button>
        <Button
          variant={isDirty ? 'default' : 'filled'}
          disabled={isDirty}
          onClick={() => setPublishing(true)}
        >
          {said.publish}
        </Button>
      </div>
      <ConfirmDialog
        opened={isPublishing}
        title={said.publishTitle(list.name, draft.number)}
        action={said.publish}
        busy={publish.isPending}
        onConfirm={() => publish.mutate()}
        onClose={() => setPublishing(false)}
      >
        {said.publishWhy}
      </ConfirmDialog>
    </Card>
  )
}

const savedOf = ({ version, priceList }: Version) => ({ version, value: priceList })

function Sentences({ version }: { version: Version | undefined }) {
  const { lang, words } = useSpeech()
  if (!version) return null
  return (
    <Card title={words.contractLife.priceLists.version(version.number)}>
      <ul className="c-plain-list">
        {priceSentences(lang, version.priceList).map((text, i) => (
          <li key={i}>{text}</li>
        ))}
      </ul>
    </Card>
  )
}

function PublishedCard({ list, version }: { list: CompanyPriceList; version: Version }) {
  const { lang, words } = useSpeech()
  const said = words.contractLife.priceLists
  const contracts = list.contracts.find(({ number }) => number === version.number)?.contracts ?? 0
  return (
    <Card
      title={said.version(version.number)}
      aside={
        <span className="c-hint num">{said.published(date(lang, dateOf(version.publishedAt ?? '')))}</span>
      }
    >
      <p className="c-hint num">{said.contracts(contracts)}</p>
      <details>
        <summary>{words.contractLife.amendments.prices}</summary>
        <ul className="c-plain-list">
          {priceSentences(lang, version.priceList).map((text, i) => (
            <li key={i}>{text}</li>
          ))}
        </ul>
      </details>
    </Card>
  )
}

function ReachDialog({
  list,
  number,
  onClose,
}: {
  list: CompanyPriceList
  number: number
  onClose: () => void
}) {
  const words = useWords()
  const said = words.contractLife.priceLists
  const go = useGo()
  const refusal = useRefusal()
  const [validFrom, setValidFrom] = useState(() => firstOfNextMonth(dateOf(pageClock.nowMs())))
  const propose = useMutation({
    mutationFn: () =>
      api.post('/api/amendment-runs', {
        body: { kind: 'priceList', priceListId: list.id, number, validFrom },
      }),
    onSuccess: (run) => go(`/amendments/${run.id}`),
    onError: refusal.show,
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={said.reachTitle}
      closeButtonProps={{ 'aria-label': words.kit.buttons.close }}
    >
      <form className="c-form" onSubmit={(e) => (e.preventDefault(), propose.mutate())}>
        <p>{said.reachWhy}</p>
        <TextInput
          type="date"
          label={said.reachFrom}
          required
          value={validFrom}
          onChange={(e) => setValidFrom(e.currentTarget.value)}
        />
        <RefusalNote refusal={refusal} />
        <Button type="submit" size="md" loading={propose.isPending}>
          {said.reach}
        </Button>
      </form>
    </Modal>
  )
}

function firstOfNextMonth(today: string): string {
  const [year = 2026, month = 1] = today.split('-').map(Number)
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
}
