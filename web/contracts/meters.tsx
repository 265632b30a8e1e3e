/** Packages and counters of a contract: what is left, what the next thing costs, this month's bill, and the numbers that people enter. */
import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PackageLeft } from '#engines/pricing/package-left.ts'
import type { PriceItem } from '#engines/pricing/price-list.ts'
import { granted } from '#words/calendar-hours.ts'
import { date, dateOf, money, month as monthName, percent, quantity } from '#words/format.ts'
import { priceItemName } from '#words/price-sentences.ts'
import type { Schemas } from '../generated/client.ts'
import { api } from '../kit/api.ts'
import { pageClock } from '../kit/clock.ts'
import { Card, ConfirmDialog } from '../kit/controls.tsx'
import { ReasonChip, Squares } from '../kit/data.tsx'
import { Explained } from '../kit/explain.tsx'
import { usePathParams } from '../kit/link.tsx'
import { Page } from '../kit/page.tsx'
import { RefusalNote, useRefusal, useSentence } from '../kit/refusals.tsx'
import { ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { useContract, useVersion } from './contract-data.ts'
import { OpeningCard } from './opening-balances.tsx'
import { PathHeader } from './path-header.tsx'
import './contracts.css'
import '../billing/what-if.css'

type Meters = Schemas.Meters
type Count = Schemas.ContractCount

export default function MetersPage() {
  const { id = '' } = usePathParams()
  const { words } = useSpeech()
  const said = words.whatIf.meters
  const sentence = useSentence()
  const { data: contract } = useContract(id)
  const { data, error, refetch } = useQuery({
    queryKey: ['billing', 'meters', id],
    queryFn: () => api.get('/api/contracts/{id}/meters', { path: { id } }),
  })
  const { data: version } = useVersion(id, contract?.versionInForce ?? contract?.draftNumber ?? 0)
  const items = (version?.terms.priceList.items ?? []) as PriceItem[]
  if (error) return <ErrorState sentence={sentence(error)} onRetry={() => void refetch()} />
  if (!data || !contract) return <SkeletonAfter />
  return (
    <Page
      header={
        <PathHeader
          crumbs={[
            { label: words.contracts.nav.contracts, to: '/contracts' },
            { label: contract.clientName, to: `/clients/${contract.clientId}` },
            { label: contract.number, to: `/contracts/${id}` },
            { label: said.title },
          ]}
        />
      }
    >
      <div className="wi-page">
        <div className="wi-columns">
          <div className="wi-column">
            <Packages meters={data} items={items} />
            <Counts contractId={id} items={items} />
          </div>
          <div className="wi-column">
            <Bill meters={data} />
            <OpeningCard contractId={id} items={items} hasBills={data.hasBills} />
            <Alerts meters={data} items={items} />
          </div>
        </div>
      </div>
    </Page>
  )
}

function Packages({ meters, items }: { meters: Meters; items: readonly PriceItem[] }) {
  const { lang, words } = useSpeech()
  const said = words.whatIf.meters
  const packages = (meters.packages as unknown as PackageLeft[]).filter((one) =>
    one.kind === 'tickets' ? one.included > 0 : one.includedMinutes > 0,
  )
  const nameOf = (itemId: string, name: string) => {
    const item = items.find(
      (one) =>
        one.id === itemId || ((one.kind === 'pool' || one.kind === 'block') && one.sharedAs === itemId),
    )
    return name || item?.name || (item ? priceItemName(lang, item.kind) : itemId)
  }
  const { ticketGrosze, remoteHourGrosze, onSiteHourGrosze } = meters.next
  const price = (grosze: number) => (grosze === 0 ? said.next.free : money(lang, grosze))
  const next = [
    ticketGrosze !== null && said.next.ticket(price(ticketGrosze)),
    onSiteHourGrosze !== null && said.next.onSite(price(onSiteHourGrosze)),
    remoteHourGrosze !== null && said.next.remote(price(remoteHourGrosze)),
  ].filter((one): one is string => one !== false)
  return (
    <Card title={said.packages}>
      {packages.length + meters.stocks.length === 0 && <p className="c-hint">{said.noPackages}</p>}
      {packages.map((one) => (
        <div key={one.itemId} className="wi-package">
          <strong>{nameOf(one.itemId, one.name ?? '')}</strong>
          {one.kind === 'tickets' ? (
            <>
              <Squares
                inside={Math.min(one.used, one.included)}
                over={Math.max(0, one.used - one.included)}
                free={one.left}
              />
              <p className="c-hint num">{said.tickets(one.used, one.included)}</p>
            </>
          ) : (
            <Bar
              used={Math.min(one.usedMinutes, one.includedMinutes)}
              of={one.includedMinutes}
              text={`${said.of(granted(one.usedMinutes), granted(one.includedMinutes))}, ${said.left(granted(one.leftMinutes))}`}
            />
          )}
        </div>
      ))}
      {meters.stocks.map((stock) => {
        const shown = (n: string) =>
          stock.unit === 'hour' ? granted(Math.round(Number(n))) : `${quantity(lang, n)}`
        return (
          <div key={`${stock.pool} ${stock.until}`} className="wi-package">
            <strong>{nameOf(stock.pool, stock.name)}</strong>
            <Bar
              used={Number(stock.granted) - Number(stock.left)}
              of={Number(stock.granted)}
              text={[
                `${said.left(said.of(shown(stock.left), shown(stock.granted)))}${stock.unit === 'hour' ? '' : ` ${said.units[stock.unit as keyof typeof said.units] ?? ''}`}`,
                stock.until < '9999' && said.until(date(lang, stock.until)),
              ]
                .filter(Boolean)
                .join(' · ')}
            />
          </div>
        )
      })}
      {next.length > 0 && <p className="c-hint num">{next.join(' · ')}</p>}
    </Card>
  )
}

function Bar({ used, of, text }: { used: number; of: number; text: string }) {
  const share = of > 0 ? Math.min(100, Math.round((used * 100) / of)) : 0
  return (
    <>
      <div className="wi-bar" aria-hidden>
        <i style={{ width: `${share}%` }} data-used={share >= 80 || undefined} />
      </div>
      <p className="c-hint num">{text}</p>
    </>
  )
}

function Bill({ meters }: { meters: Meters }) {
  const { lang, words } = useSpeech()
  const said = words.whatIf.meters
  const { soFar, forecast, lastMonth } = meters
  return (
    <Card title={`${said.bill}, ${monthName(lang, `${meters.month}-01`)}`}>
      <dl className="wi-facts num">
        <div>
          <dt>
            <Explained label={said.soFar} explanation={<Amounts lines={soFar.lines} />}>
              {said.soFar}
            </Explained>
          </dt>
          <dd>{money(lang, soFar.netGrosze)}</dd>
        </div>
        {forecast && (
          <div>
            <dt>
              <Explained
                label={said.forecast}
                explanation={
                  <>
                    <p>{said.forecastWhy(forecast.daysGone, forecast.daysAll)}</p>
                    <Amounts lines={forecast.lines} />
                  </>
                }
              >
                {said.forecast}
              </Explained>
            </dt>
            <dd>
              <strong>{money(lang, forecast.netGrosze)}</strong>
            </dd>
          </div>
        )}
        {lastMonth && (
          <div>
            <dt>{said.lastMonth(monthName(lang, `${lastMonth.month}-01`))}</dt>
            <dd>{money(lang, lastMonth.netGrosze)}</dd>
          </div>
        )}
      </dl>
    </Card>
  )
}

function Amounts({ lines }: { lines: Meters['soFar']['lines'] }) {
  const { lang } = useSpeech()
  return (
    <dl className="wi-facts num">
      {lines
        .filter(({ informative }) => !informative)
        .map(({ name, netGrosze }, i) => (
          <div key={i}>
            <dt>{name}</dt>
            <dd>{money(lang, netGrosze)}</dd>
          </div>
        ))}
    </dl>
  )
}

function Alerts({ meters, items }: { meters: Meters; items: readonly PriceItem[] }) {
  const { lang, words } = useSpeech()
  const said = words.whatIf.meters
  const zone = useZone()
  if (meters.alerts.length === 0) return null
  return (
    <Card title={said.alerts}>
      <ul className="wi-counts">
        {meters.alerts.map(({ itemId, lot, shareBp, at }) => {
          const item = items.find((one) => one.id === itemId)
          const name = item?.name || (item ? priceItemName(lang, item.kind) : itemId)
          return (
            <li key={`${itemId} ${lot} ${shareBp}`}>
              <span className="wi-dim num">{date(lang, dateOf(at, zone))}</span>
              <span>{name}</span>
              <span className="num">{percent(lang, shareBp)}</span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

function Counts({ contractId, items }: { contractId: string; items: readonly PriceItem[] }) {
  const { lang, words } = useSpeech()
  const said = words.whatIf.meters
  const key = ['contract', contractId, 'counts']
  const { data = [] } = useQuery({
    queryKey: key,
    queryFn: () => api.get('/api/contracts/{id}/counts', { path: { id: contractId } }),
  })
  return (
    <Card title={said.counts} flush>
      <p className="c-hint wi-counts-why">{said.countsWhy}</p>
      {data.length === 0 && <p className="c-hint wi-counts-why">{said.noCounts}</p>}
      <ul className="wi-counts">
        {data.toReversed().map((count) => (
          <li key={count.id}>
            <span className="wi-dim num">{date(lang, count.on)}</span>
            <span>
              {said.kinds[count.kind]}: {told(count)}
              {count.note && <span className="wi-dim"> „{count.note}”</span>}
            </span>
            {count.isSettled ? <ReasonChip>{said.settled}</ReasonChip> : <span />}
            {count.isSettled ? <span /> : <Remove contractId={contractId} count={count} />}
          </li>
        ))}
      </ul>
      <CountForm contractId={contractId} items={items} />
    </Card>
  )

  function told({ kind, facts }: Count): string {
    if (kind === 'reading')
      return `${facts.meter}${facts.device ? `, ${facts.device}` : ''}: ${quantity(lang, facts.value ?? '')}`
    if (kind === 'units') return `${facts.unit}: ${quantity(lang, facts.quantity ?? '')}`
    if (kind === 'event') return `${facts.event}`
    const block = items.find(({ id }) => id === facts.itemId)
    return `${block?.name || priceItemName(lang, 'block')} × ${facts.blocks ?? 1}`
  }
}

function Remove({ contractId, count }: { contractId: string; count: Count }) {
  const { words } = useSpeech()
  const said = words.whatIf.meters
  const queries = useQueryClient()
  const sentence = useSentence()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const remove = useMutation({
    mutationFn: () =>
      api.delete('/api/contracts/{id}/counts/{countId}', {
        path: { id: contractId, countId: count.id },
        body: { reason },
      }),
    onSuccess: () => (setOpen(false), void renew(queries, contractId)),
    onError: (problem) => showToast({ text: sentence(problem), tone: 'problem' }),
  })
  return (
    <>
      <ActionIcon variant="subtle" aria-label={said.remove} onClick={() => setOpen(true)}>
        <IconTrash size={16} stroke={1.6} />
      </ActionIcon>
      <ConfirmDialog
        opened={open}
        title={said.removeTitle}
        action={said.remove}
        busy={remove.isPending}
        onClose={() => setOpen(false)}
        onConfirm={() => remove.mutate()}
      >
        <TextInput
          label={words.whatIf.conservation.reason}
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  )
}

const renew = (queries: ReturnType<typeof useQueryClient>, contractId: string) =>
  Promise.all([
    queries.invalidateQueries({ queryKey: ['contract', contractId, 'counts'] }),
    queries.invalidateQueries({ queryKey: ['billing', 'meters', contractId] }),
  ])

type Kind = 'reading' | 'units' | 'purchase' | 'event'

/** Which numbers the price list asks for comes first; whatever it says, any may be entered. */
function CountForm({ contractId, items }: { contractId: string; items: readonly PriceItem[] }) {
  const { lang, words } = useSpeech()
  const said = words.whatIf.meters
  const queries = useQueryClient()
  const zone = useZone()
  const refusal = useRefusal()
  const blocks = items.filter((one) => one.kind === 'block')
  const meters = items.flatMap((one) => (one.kind === 'perMeter' ? one.meters.map(({ meter }) => meter) : []))
  const units = items.flatMap((one) => (one.kind === 'perUnit' ? [one.unit] : []))
  const events = items.flatMap((one) => (one.kind === 'perEvent' ? one.events : []))
  const kinds = (
    [
      ['reading', meters.length],
      ['units', units.length],
      ['purchase', blocks.length],
      ['event', events.length],
    ] as [Kind, number][]
  ).filter(([kind, n]) => n > 0 || kind !== 'purchase')
  const first = kinds.find(([, n]) => n > 0)?.[0] ?? 'units'
  const [kind, setKind] = useState<Kind>()
  const chosen = kind ?? first
  const [fields, setFields] = useState<Record<string, string>>({})
  const value = (name: string, otherwise = '') => fields[name] ?? otherwise
  const put = (name: string) => (text: string | null) => setFields({ ...fields, [name]: text ?? '' })
  const on = value('on', dateOf(pageClock.nowMs(), zone))
  const note = value('note')
  const common = { on, ...(note && { note }) }
  const body = () => {
    if (chosen === 'reading')
      return {
        kind: chosen,
        ...common,
        meter: value('meter', meters[0]),
        device: value('device'),
        value: value('value'),
        ...(value('goesOnFrom') && { goesOnFrom: value('goesOnFrom') }),
      }
    if (chosen === 'units')
      return { kind: chosen, ...common, unit: value('unit', units[0]), quantity: value('quantity') }
    if (chosen === 'purchase')
      return {
        kind: chosen,
        ...common,
        itemId: value('itemId', blocks[0]?.id),
        blocks: Number(value('blocks', '1')) || 1,
      }
    return { kind: chosen, ...common, event: value('event', events[0]) }
  }
  const save = useMutation({
    mutationFn: () => api.post('/api/contracts/{id}/counts', { path: { id: contractId }, body: body() }),
    onSuccess: () => {
      setFields({ on })
      refusal.clear()
      showToast({ text: said.saved })
      void renew(queries, contractId)
    },
    onError: refusal.show,
  })
  const text = (
    name: 'meter' | 'device' | 'value' | 'goesOnFrom' | 'unit' | 'quantity' | 'event',
    otherwise = '',
  ) => (
    <TextInput
      key={name}
      label={said.fields[name]}
      value={value(name, otherwise)}
      error={refusal.of(name)}
      inputMode={name === 'value' || name === 'quantity' || name === 'goesOnFrom' ? 'decimal' : 'text'}
      onChange={(e) => put(name)(e.currentTarget.value)}
    />
  )
  return (
    <form
      className="wi-form wi-counts-form"
      onSubmit={(e) => {
        e.preventDefault()
        save.mutate()
      }}
    >
      <RefusalNote
        refusal={refusal}
        fields={['on', 'meter', 'device', 'value', 'goesOnFrom', 'unit', 'quantity', 'event', 'itemId']}
      />
      <div className="wi-form-two">
        <Select
          label={said.fields.kind}
          data={kinds.map(([one]) => ({ value: one, label: said.kinds[one] }))}
          value={chosen}
          allowDeselect={false}
          onChange={(one) => setKind(one as Kind)}
        />
        <TextInput
          type="date"
          label={said.fields.on}
          value={on}
          error={refusal.of('on')}
          onChange={(e) => put('on')(e.currentTarget.value)}
        />
        {chosen === 'reading' && [
          text('meter', meters[0]),
          text('device'),
          text('value'),
          text('goesOnFrom'),
        ]}
        {chosen === 'units' && [text('unit', units[0]), text('quantity')]}
        {chosen === 'event' && [text('event', events[0])]}
        {chosen === 'purchase' && (
          <>
            <Select
              label={said.fields.itemId}
              data={blocks.map((one) => ({
                value: one.id,
                label: one.name || `${priceItemName(lang, 'block')} ${one.kind === 'block' ? one.size : ''}`,
              }))}
              value={value('itemId', blocks[0]?.id)}
              allowDeselect={false}
              error={refusal.of('itemId')}
              onChange={put('itemId')}
            />
            <NumberInput
              label={said.fields.blocks}
              min={1}
              max={1000}
              allowDecimal={false}
              value={Number(value('blocks', '1'))}
              onChange={(n) => put('blocks')(String(n))}
            />
          </>
        )}
        <TextInput
          label={said.fields.note}
          value={note}
          onChange={(e) => put('note')(e.currentTarget.value)}
        />
      </div>
      <Button type="submit" loading={save.isPending}>
        {said.save}
      </Button>
    </form>
  )
}
