/** A run of issuing, live: counters, what did not work with one thing to do about it, and where every invoice stands. */
import { Button } from '@mantine/core'
import { IconFileInvoice, IconMail, IconShieldCheck } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { money, month as monthName } from '#words/format.ts'
import { sentenceFor } from '#words/words.ts'
import { PathHeader } from '../contracts/path-header.tsx'
import { api } from '../kit/api.ts'
import { FailureList, StepperHeader, ThreeDotProgress, type Failure } from '../kit/data.tsx'
import { AppLink, LinkButton, useGo, usePathParams } from '../kit/link.tsx'
import { Page } from '../kit/page.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useRun, type Run, type RunItem } from './billing-data.ts'
import './billing.css'
import { countsOf, dotsOf, mailOutcome, remedyOf, stepOfRun, type RunCounts } from './run-progress.ts'

export default function RunScreen() {
  const { lang, words } = useSpeech()
  const { month = '', runId = '' } = usePathParams()
  const { data, error, refetch } = useRun(month, runId)
  const said = words.billing
  const header = (
    <PathHeader
      crumbs={[
        { label: said.nav.billing, to: '/billing' },
        { label: /^\d{4}-\d\d$/.test(month) ? monthName(lang, month) : month, to: `/billing/${month}` },
        { label: said.steps.names[2] },
      ]}
    >
      {data && <StepperHeader label={said.steps.label} steps={said.steps.names} current={stepOfRun(data)} />}
    </PathHeader>
  )
  return (
    <Page header={header}>
      {error && (
        <ErrorState
          sentence={words.kit.errors.title}
          explanation={error.message}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && <SkeletonAfter />}
      {data && <Progress run={data} month={month} />}
    </Page>
  )
}

function Progress({ run, month }: { run: Run; month: string }) {
  const { words } = useSpeech()
  const said = words.billing.run
  const counts = countsOf(run)
  const isRunning = run.endedAt === null
  const lead = isRunning
    ? said.canClose
    : counts.kept > 0
      ? said.keptWhy
      : stepOfRun(run) === 4 && counts.mailFailed === 0
        ? said.allSent
        : said.finishedWhy
  return (
    <div className="bil-run">
      <div className="bil-run-title">
        <div aria-live="polite">
          <h2>{isRunning ? said.running(counts.all) : said.finished(counts.issued)}</h2>
          <p>{counts.issued === 0 && !isRunning ? '' : lead}</p>
        </div>
        <LinkButton variant="default" size="md" to={`/billing/${month}`}>
          {said.back}
        </LinkButton>
      </div>
      <Counters counts={counts} />
      <Failures run={run} month={month} />
      <Invoices items={run.items} />
    </div>
  )
}

function Counters({ counts }: { counts: RunCounts }) {
  const said = useSpeech().words.billing.run
  return (
    <div className="bil-counters">
      <Counter
        icon={IconFileInvoice}
        name={said.issued}
        aside={said.issuedAside}
        done={counts.issued}
        all={counts.all}
      />
      <Counter
        icon={IconShieldCheck}
        name={said.ksef}
        aside={said.ksefAside}
        done={0}
        all={counts.all}
        title={said.ksefWhy}
      />
      <Counter
        icon={IconMail}
        name={said.sent}
        aside={said.sentAside}
        done={counts.sent}
        all={counts.toSend}
      />
    </div>
  )
}

type CounterProps = {
  icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>
  name: string
  aside: string
  done: number
  all: number
  title?: string
}

function Counter({ icon: Icon, name, aside, done, all, title }: CounterProps) {
  const said = useSpeech().words.billing.run
  return (
    <section className="bil-counter" title={title}>
      <header>
        <Icon size={17} stroke={1.7} aria-hidden />
        <h3>{name}</h3>
        <span className="bil-dim">{aside}</span>
      </header>
      <p className="num">
        <b>{done}</b> {said.of(all)}
      </p>
      <div className="bil-meter" aria-hidden>
        <span style={{ width: `${all === 0 ? 0 : (done / all) * 100}%` }} />
      </div>
    </section>
  )
}

function Failures({ run, month }: { run: Run; month: string }) {
  const { words } = useSpeech()
  const said = words.billing.run
  const refusal = useRefusal()
  const failed = run.items.filter((item) => item.state === 'failed')
  const unsent = run.items.filter((item) => mailOutcome(item) === 'mailFailed')
  const ofItem = (item: RunItem): Failure => ({
    id: item.proposalId,
    who: item.clientName,
    what: sentenceFor(words.refusals, item.errorCode ?? '', item.errorFacts) ?? words.kit.errors.unknown,
    action: <Remedy item={item} month={month} onRefused={refusal.show} isRunning={run.endedAt === null} />,
  })
  const ofMail = (item: RunItem): Failure => ({
    id: item.proposalId,
    number: item.number,
    who: item.clientName,
    what: item.mailState === 'uncertain' ? said.mailUncertain : said.mailFailed,
    action: (
      <LinkButton size="xs" variant="default" to="/outbox">
        {said.toOutbox}
      </LinkButton>
    ),
  })
  return (
    <>
      {refusal.problem !== undefined && <RefusalNote refusal={refusal} />}
      {failed.length > 0 && (
        <section className="bil-failed">
          <h3>{said.failures(failed.length)}</h3>
          <FailureList label={said.failures(failed.length)} failures={failed.map(ofItem)} />
        </section>
      )}
      {unsent.length > 0 && (
        <section className="bil-failed">
          <h3>{said.mailFailures(unsent.length)}</h3>
          <FailureList label={said.mailFailures(unsent.length)} failures={unsent.map(ofMail)} />
        </section>
      )}
    </>
  )
}

type RemedyProps = { item: RunItem; month: string; onRefused: (problem: unknown) => void; isRunning: boolean }

/** One verb for what failed: look again where figures moved, else try once more as it is now. */
function Remedy({ item, month, onRefused, isRunning }: RemedyProps) {
  const said = useSpeech().words.billing.run
  const go = useGo()
  const queries = useQueryClient()
  const remedy = remedyOf(item.errorCode)
  const review = `/billing/${month}?open=${item.proposalId}`
  const act = useMutation({
    mutationFn: async () => {
      if (remedy === 'review') return review
      if (remedy === 'recount')
        return (await api.put('/api/billing/months/{month}/proposals', { path: { month } }), review)
      const now = await api.get('/api/billing/months/{month}', { path: { month } })
      const row = now.proposals.find((one) => one.id === item.proposalId)
      if (row?.state !== 'open') return review
      const made = await api.post('/api/billing/months/{month}/issue-runs', {
        path: { month },
        body: {
          proposals: [{ id: row.id, version: row.version }],
        },
      })
      return `/billing/${month}/runs/${made.runId}`
    },
    onSuccess: (to) => (void queries.invalidateQueries({ queryKey: ['billing'] }), go(to)),
    onError: onRefused,
  })
  const label = { review: said.toReview, recount: said.recount, retry: said.retry }[remedy]
  return (
    <Button
      size="xs"
      variant="default"
      loading={act.isPending}
      disabled={isRunning && remedy === 'retry'}
      onClick={() => act.mutate()}
    >
      {label}
    </Button>
  )
}

function Invoices({ items }: { items: readonly RunItem[] }) {
  const { lang, words } = useSpeech()
  const said = words.billing.run
  const lastEvent = (item: RunItem) => {
    if (item.state !== 'issued') return said.events[item.state]
    const outcome = mailOutcome(item)
    const [to] = item.recipientEmails
    return outcome === 'sent' && to ? said.events.sentTo(to) : said.events[outcome]
  }
  return (
    <div className="bil-run-list" role="table" aria-label={said.list}>
      <div className="bil-run-row bil-run-head" role="row">
        {[said.number, said.client, said.gross, said.progress, said.last].map((head, i) => (
          <span key={head} role="columnheader" className={i === 2 ? 'bil-right' : ''}>
            {head}
          </span>
        ))}
      </div>
      {items.map((item) => {
        const dots = dotsOf(item)
        return (
          <div className="bil-run-row" role="row" key={item.proposalId}>
            <span role="cell" className="num">
              {item.invoiceId ? (
                <AppLink className="bil-link" to={`/invoices/${item.invoiceId}`}>
                  {item.number}
                </AppLink>
              ) : (
                '–'
              )}
            </span>
            <strong role="cell">{item.clientName}</strong>
            <span role="cell" className="bil-right num">
              {item.grossGrosze !== null && money(lang, item.grossGrosze)}
            </span>
            <span role="cell">
              <ThreeDotProgress
                dots={[
                  { label: said.dots.issued, state: dots.issued },
                  { label: said.dots.ksef, state: dots.ksef },
                  { label: said.dots.sent, state: dots.sent },
                ]}
              />
            </span>
            <span role="cell" className="bil-dim">
              {lastEvent(item)}
            </span>
          </div>
        )
      })}
    </div>
  )
}
