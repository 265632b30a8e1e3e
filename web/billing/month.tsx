/** A month under review: what every client will be billed and why, decisions, and the issuing of what is ready. */
import { Button, Checkbox, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCalculator, IconRefresh, IconSearch } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { longDate, money, month as monthName, nbsp } from '#words/format.ts'
import { PathHeader } from '../contracts/path-header.tsx'
import { ApiRefusal, api } from '../kit/api.ts'
import { BottomBar, ConfirmDialog } from '../kit/controls.tsx'
import { StatFilter, StepperHeader } from '../kit/data.tsx'
import { LinkButton, useGo, usePathParams, useUrlState } from '../kit/link.tsx'
import { Page } from '../kit/page.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { RowList } from '../kit/row-list.tsx'
import { EmptyState, ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useMonth, type Month, type ProposalRow } from './billing-data.ts'
import './billing.css'
import { OpenedProposal } from './opened-proposal.tsx'
import { ProposalCells } from './proposal-cells.tsx'
import { choiceOf, matches, mayIssue, monthsBack, reasons, stepOf } from './review.ts'

export default function MonthScreen() {
  const { lang, words } = useSpeech()
  const { month = '' } = usePathParams()
  const { data, error, refetch } = useMonth(month)
  const build = useBuild(month, data?.isBuilt ?? false)
  const said = words.billing
  const header = (
    <PathHeader
      crumbs={[{ label: said.nav.billing, to: '/billing' }, { label: monthTitle(lang, month) }]}
      actions={
        data?.isBuilt && (
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} stroke={1.7} />}
            loading={build.isPending}
            onClick={() => build.mutate()}
          >
            {said.review.rebuild}
          </Button>
        )
      }
    >
      {data && <StepperHeader label={said.steps.label} steps={said.steps.names} current={stepOf(data)} />}
    </PathHeader>
  )
  if (error)
    return (
      <Page header={header}>
        <ErrorState
          sentence={words.kit.errors.title}
          explanation={error.message}
          onRetry={() => void refetch()}
        />
      </Page>
    )
  if (!data) return <Page header={header}>{<SkeletonAfter />}</Page>
  if (!data.isBuilt) return <Page header={header}>{<NotBuilt month={data} build={build} />}</Page>
  return <Review key={month} month={data} header={header} />
}

const monthTitle = (lang: 'pl' | 'en', month: string): string =>
  /^\d{4}-\d\d$/.test(month) ? monthName(lang, month) : month

function useBuild(month: string, wasBuilt: boolean) {
  const said = useSpeech().words.billing.review
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => api.put('/api/billing/months/{month}/proposals', { path: { month } }),
    onSuccess: ({ built }) => {
      void queries.invalidateQueries({ queryKey: ['billing'] })
      if (wasBuilt) showToast({ text: said.rebuilt(built) })
    },
  })
}

function NotBuilt({ month, build }: { month: Month; build: ReturnType<typeof useBuild> }) {
  const { lang, words } = useSpeech()
  const said = words.billing.review
  if (!month.isEnded)
    return (
      <EmptyState
        sentence={said.notEnded(monthName(lang, month.month))}
        explanation={said.notEndedWhy(longDate(lang, dayAfter(month.to)))}
      />
    )
  if (build.data?.built === 0) return <EmptyState sentence={said.nobody} explanation={said.nobodyWhy} />
  return (
    <EmptyState
      sentence={said.notBuilt}
      explanation={said.notBuiltWhy}
      action={
        <Button
          size="lg"
          leftSection={<IconCalculator size={18} stroke={1.7} />}
          loading={build.isPending}
          onClick={() => build.mutate()}
        >
          {said.build}
        </Button>
      }
    />
  )
}

const dayAfter = (on: string): string =>
  new Date(Date.parse(`${on}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

function Review({ month, header }: { month: Month; header: React.ReactNode }) {
  const { lang, words } = useSpeech()
  const said = words.billing.review
  const [{ reason = 'all', search = '', open }, setUrl] = useUrlState()
  const [takenOut, setTakenOut] = useState<ReadonlySet<string>>(new Set())
  const [active, setActive] = useState<string | undefined>(open)
  const rows = month.proposals
  const shown = rows.filter((row) => matches(row, { reason, search }))
  const choice = choiceOf(rows, takenOut)
  const toggle = (row: ProposalRow) => {
    if (mayIssue(row)) setTakenOut((was) => new Set(was).symmetricDifference(new Set([row.id])))
  }
  const show = (row: ProposalRow) => setUrl({ open: open === row.id ? undefined : row.id })
  const ready = rows.filter(mayIssue)
  const before = monthsBack(`${month.month}-01`, 2)[1]!
  const stats = reasons
    .map((id) => ({ id, n: rows.filter((row) => row.reason === id).length }))
    .filter(({ n }) => n > 0)
    .map(({ id, n }) => ({
      id,
      count: n,
      label: words.billing.reasonCounts[id](n),
      note: id === 'needsDecision',
    }))
  return (
    <Page header={header} bottom={<IssueBar month={month} choice={choice} />}>
      <div className="bil-tools">
        <StatFilter
          label={said.filter}
          chosen={reason}
          stats={stats}
          onChoose={(id) => setUrl({ reason: id === reason ? undefined : id })}
        />
        <span className="bil-dim bil-tools-hint">{said.comparedTo(monthName(lang, before))}</span>
        <TextInput
          type="search"
          className="bil-search"
          aria-label={said.search}
          placeholder={said.search}
          leftSection={<IconSearch size={15} stroke={1.7} />}
          value={search}
          onChange={(e) => setUrl({ search: e.currentTarget.value })}
        />
      </div>
      <div className="bil-head bil-grid">
        <Checkbox
          style={{ ['--checkbox-size' as string]: '18px' }}
          radius={5}
          aria-label={said.selectAll}
          checked={ready.length > 0 && choice.leftOut === 0}
          indeterminate={choice.leftOut > 0 && choice.chosen.length > 0}
          disabled={ready.length === 0}
          onChange={() => setTakenOut(choice.leftOut > 0 ? new Set() : new Set(ready.map((row) => row.id)))}
        />
        <span>{said.client}</span>
        <span>{said.reason}</span>
        <span className="bil-right">{said.fee}</span>
        <span className="bil-right">{said.over}</span>
        <span className="bil-right">{said.net}</span>
        <span className="bil-right">{said.change}</span>
      </div>
      {shown.length === 0 && <EmptyState sentence={words.kit.list.noMatch} drawing={null} />}
      <RowList
        label={said.table}
        groups={[{ id: 'all', rows: shown }]}
        keyOf={(row) => row.id}
        active={active}
        onActive={setActive}
        onOpen={show}
        onSelect={toggle}
        rowHeight={42}
      >
        {(row) => (
          <div className="bil-row" data-open={row.id === open || undefined}>
            <ProposalCells
              row={row}
              opened={row.id === open}
              chosen={mayIssue(row) && !takenOut.has(row.id)}
              onToggle={() => toggle(row)}
              onOpen={() => show(row)}
            />
            {row.id === open && <OpenedProposal month={month} row={row} />}
          </div>
        )}
      </RowList>
    </Page>
  )
}

function IssueBar({ month, choice }: { month: Month; choice: ReturnType<typeof choiceOf> }) {
  const { lang, words } = useSpeech()
  const said = words.billing.review
  const go = useGo()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [asking, setAsking] = useState(false)
  const n = choice.chosen.length
  const nameOf = (id: unknown) => month.proposals.find((row) => row.id === id)?.clientName ?? ''
  const issue = useMutation({
    mutationFn: () =>
      api.post('/api/billing/months/{month}/issue-runs', {
        path: { month: month.month },
        body: {
          proposals: choice.chosen.map(({ id, version }) => ({ id, version })),
        },
      }),
    onSuccess: ({ runId }) => {
      void queries.invalidateQueries({ queryKey: ['billing'] })
      go(`/billing/${month.month}/runs/${runId}`)
    },
    onError: (problem) => {
      setAsking(false)
      void queries.invalidateQueries({ queryKey: ['billing'] })
      if (problem instanceof ApiRefusal && problem.code === 'changed_meanwhile')
        showToast({ text: said.changedOne(nameOf(problem.facts['proposalId'])), tone: 'problem' })
      else refusal.show(problem)
    },
  })
  const detail = [
    choice.waiting > 0 && said.waiting(choice.waiting),
    choice.leftOut > 0 && said.leftOut(choice.leftOut),
  ].filter(Boolean)
  const isDone = month.proposals.every((row) => row.state === 'issued' || row.reason === 'empty')
  return (
    <>
      {refusal.problem !== undefined && (
        <div className="bil-refusal">
          <RefusalNote refusal={refusal} />
        </div>
      )}
      <BottomBar
        title={isDone ? said.allIssued : said.ready(n)}
        detail={detail.join(', ')}
        sums={
          n === 0
            ? []
            : [
                { label: words.kit.money.net, value: money(lang, choice.netGrosze) },
                { label: words.kit.money.vat, value: money(lang, choice.vatGrosze) },
                { label: words.kit.money.gross, value: money(lang, choice.grossGrosze), large: true },
              ]
        }
      >
        {month.runId && (
          <LinkButton size="lg" variant="default" to={`/billing/${month.month}/runs/${month.runId}`}>
            {said.showRun}
          </LinkButton>
        )}
        {!isDone && (n > 0 || choice.leftOut > 0) && (
          <Button size="lg" disabled={n === 0 || month.isRunning} onClick={() => setAsking(true)}>
            {said.issue(n)}
          </Button>
        )}
      </BottomBar>
      <ConfirmDialog
        opened={asking}
        title={said.issueTitle(n)}
        action={said.issue(n)}
        busy={issue.isPending}
        onConfirm={() => (refusal.clear(), issue.mutate())}
        onClose={() => setAsking(false)}
      >
        {choice.waiting > 0 && (
          <p className="bil-ask">
            <IconAlertTriangle size={16} stroke={1.7} aria-hidden /> {said.waiting(choice.waiting)}
          </p>
        )}
        {nbsp(said.issueWhy(money(lang, choice.grossGrosze)))}
      </ConfirmDialog>
    </>
  )
}
