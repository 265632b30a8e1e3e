/** Where the work of a client and month went: each unit in one bin, the work behind every bin, sums that must agree. */
import { Button, Select, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconEqual } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BinName } from '#engines/pricing/bins.ts'
import { date, dateOf, decimal, duration, month as monthName } from '#words/format.ts'
import type { Schemas } from '../generated/client.ts'
import { api } from '../kit/api.ts'
import { pageClock } from '../kit/clock.ts'
import { Card, ConfirmDialog } from '../kit/controls.tsx'
import { SegmentMark } from '../kit/explain.tsx'
import { AppLink, usePathParams, useUrlState } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { useSentence } from '../kit/refusals.tsx'
import { EmptyState, ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { kindOfBin } from './review.ts'
import { monthsBefore } from './what-if-view.ts'
import './what-if.css'

type Unit = Schemas.ConservedUnit
type Bin = Schemas.ConservedBin
type Work = Schemas.ConservedWork

export default function ConservationPage() {
  const { id = '' } = usePathParams()
  const { lang, words } = useSpeech()
  const said = words.whatIf.conservation
  const zone = useZone()
  const sentence = useSentence()
  const [url, setUrl] = useUrlState()
  const thisMonth = dateOf(pageClock.nowMs(), zone).slice(0, 7)
  const month = url.month ?? thisMonth
  const { data, error, refetch } = useQuery({
    queryKey: ['billing', 'conservation', id, month],
    queryFn: () => api.get('/api/clients/{id}/conservation', { path: { id }, query: { month } }),
    placeholderData: (before) => before,
  })
  const months = Array.from({ length: 36 }, (_, i) => monthsBefore(thisMonth, i))
  const works = new Set(
    data?.units.flatMap(({ bins }) => bins.flatMap(({ items }) => items.map((one) => one.workId))),
  )
  return (
    <Page
      header={
        <PageHeader
          crumbs={[
            { label: words.contracts.nav.clients, to: '/clients' },
            { label: data?.clientName ?? '…', to: `/clients/${id}` },
            { label: said.title },
          ]}
        />
      }
    >
      <div className="wi-page">
        <div className="wi-fields">
          <Select
            label={said.month}
            data={months.map((value) => ({ value, label: monthName(lang, `${value}-01`) }))}
            value={month}
            allowDeselect={false}
            onChange={(value) => setUrl({ month: value ?? undefined })}
          />
        </div>
        {error && !data && <ErrorState sentence={sentence(error)} onRetry={() => void refetch()} />}
        {!data && !error && <SkeletonAfter />}
        {data && data.units.length === 0 && <EmptyState sentence={said.empty} explanation={said.emptyWhy} />}
        {data && data.units.length > 0 && (
          <>
            <p
              className="wi-check"
              data-differs={!data.isComplete || data.pending > 0 || undefined}
              role="status"
            >
              {data.isComplete ? `${said.complete} ${said.completeWhy(works.size)}` : said.incomplete}
              {data.pending > 0 && ` ${said.pending(data.pending)}`}
            </p>
            {data.units.map((unit) => (
              <UnitCard key={unit.unit} unit={unit} />
            ))}
          </>
        )}
      </div>
    </Page>
  )
}

function useWrite(): (unit: string, n: string) => string {
  const { lang } = useSpeech()
  return (unit, n) => {
    if (unit === 'minute') return n === '0' ? `0\u00a0min` : duration(lang, Number(n) * 60)
    return unit === 'kilometre' ? `${decimal(lang, n)}\u00a0km` : decimal(lang, n)
  }
}

function UnitCard({ unit }: { unit: Unit }) {
  const { words } = useSpeech()
  const said = words.whatIf.conservation
  const write = useWrite()
  const title = said.units[unit.unit as keyof typeof said.units] ?? unit.unit
  return (
    <Card title={title} flush>
      <div className="wi-bins">
        {unit.bins.map((bin) => (
          <BinRow key={`${bin.bin} ${bin.reason}`} bin={bin} unit={unit.unit} />
        ))}
        <p className="wi-total num">
          <span>
            <IconEqual size={15} stroke={2} aria-hidden /> {words.whatIf.columns.together}
            {unit.surplus !== '0' && (
              <span className="wi-dim"> ({said.surplus(write(unit.unit, unit.surplus))})</span>
            )}
          </span>
          <span>{write(unit.unit, unit.total)}</span>
        </p>
      </div>
    </Card>
  )
}

function BinRow({ bin, unit }: { bin: Bin; unit: string }) {
  const { words } = useSpeech()
  const write = useWrite()
  const [open, setOpen] = useState(false)
  const { bins, reasons } = words.pricing
  const reason = bin.reason && (reasons as Record<string, string>)[bin.reason]
  const Chevron = open ? IconChevronDown : IconChevronRight
  return (
    <div className="wi-bin">
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <SegmentMark kind={kindOfBin(bin.bin as BinName)} />
        <span>
          {bins[bin.bin as BinName]}
          {reason && `: ${reason}`}
        </span>
        <strong className="num">{write(unit, bin.quantity)}</strong>
        <Chevron size={16} stroke={1.7} aria-hidden />
      </button>
      {open && (
        <ul className="wi-items">
          {bin.items.map((item, i) => (
            <ItemRow key={`${item.workId} ${i}`} item={item} bin={bin.bin} unit={unit} />
          ))}
        </ul>
      )}
    </div>
  )
}

function ItemRow({ item, bin, unit }: { item: Work; bin: string; unit: string }) {
  const { lang, words } = useSpeech()
  const said = words.whatIf.conservation
  const write = useWrite()
  return (
    <li>
      <span className="wi-dim num">{date(lang, item.on)}</span>
      <span>
        {item.ticket ? (
          <AppLink to={`/tickets/${item.ticket.id}`}>
            {item.ticket.number} {item.ticket.subject}
          </AppLink>
        ) : (
          (item.contractNumber ?? '–')
        )}
        {item.note && <span className="wi-dim"> „{item.note}”</span>}
      </span>
      <span className="num">{write(unit, item.quantity)}</span>
      <span className="wi-actions">
        {item.invoice ? (
          <AppLink to={`/invoices/${item.invoice.id}`}>{item.invoice.number}</AppLink>
        ) : (
          <Judgement item={item} bin={bin} />
        )}
        {!item.invoice && <span className="sr-only">{said.open}</span>}
      </span>
    </li>
  )
}

const judged = ['ticket', 'time', 'trip', 'material'] as const
type Kind = (typeof judged)[number]

/** A person's word on work that no invoice has settled. */
function Judgement({ item, bin }: { item: Work; bin: string }) {
  const { words } = useSpeech()
  const said = words.whatIf.conservation
  const queries = useQueryClient()
  const sentence = useSentence()
  const [open, setOpen] = useState<'waived' | 'outOfScope'>()
  const [text, setText] = useState('')
  const kind = judged.find((one) => one === item.workKind)
  const path = { kind: kind as Kind, id: item.workId }
  const done = () => {
    setOpen(undefined)
    void queries.invalidateQueries({ queryKey: ['billing'] })
    showToast({ text: said.judged })
  }
  const onError = (problem: unknown) => showToast({ text: sentence(problem), tone: 'problem' })
  const judge = useMutation({
    mutationFn: (verdict: 'waived' | 'outOfScope') =>
      api.put('/api/work/{kind}/{id}/judgement', {
        path,
        body: { verdict, ...(verdict === 'waived' ? { reason: text } : { clause: text }) },
      }),
    onSuccess: done,
    onError,
  })
  const withdraw = useMutation({
    mutationFn: () => api.delete('/api/work/{kind}/{id}/judgement', { path }),
    onSuccess: done,
    onError,
  })
  if (!kind) return null
  if (bin === 'waived' || bin === 'outOfScope')
    return (
      <Button size="compact-xs" variant="subtle" onClick={() => withdraw.mutate()}>
        {said.takeBack}
      </Button>
    )
  return (
    <>
      <Button size="compact-xs" variant="subtle" onClick={() => setOpen('waived')}>
        {said.waive}
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={() => setOpen('outOfScope')}>
        {said.outOfScope}
      </Button>
      <ConfirmDialog
        opened={open !== undefined}
        title={open === 'waived' ? said.waiveTitle : said.outOfScopeTitle}
        action={open === 'waived' ? said.waive : said.outOfScope}
        busy={judge.isPending}
        onClose={() => setOpen(undefined)}
        onConfirm={() => open && judge.mutate(open)}
      >
        <p>{open === 'waived' ? said.waiveWhy : said.outOfScopeWhy}</p>
        <TextInput
          label={open === 'waived' ? said.reason : said.clause}
          value={text}
          onChange={(e) => setText(e.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  )
}
