/** Work and periods for tests of prices, written shortly: Warsaw wall clocks, ids by counting. */
import type { PriceItem, PriceList } from './price-list.ts'
import { priceOfPeriod, type PeriodInput, type PricedPeriod } from './price-period.ts'
import type { PricingState } from './state.ts'
import type { EventWork, Miss, Reading, Ticket, TimeEntry, Trip, UnitCount, WorkItem } from './work.ts'

export const timezone = 'Europe/Warsaw'

export const warsaw = (text: string): string =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(timezone).toInstant().toString()

export const listOf = (...items: PriceItem[]): PriceList => ({ currency: 'PLN', vat: '23', items })

export function monthOf(month: string): { from: string; to: string } {
  const first = Temporal.PlainYearMonth.from(month)
  return { from: `${month}-01`, to: first.toPlainDate({ day: first.daysInMonth }).toString() }
}

export function priced(
  priceList: PriceList,
  period: { from: string; to: string },
  work: WorkItem[],
  more: Partial<PeriodInput> = {},
): PricedPeriod {
  return priceOfPeriod({
    period,
    fullPeriod: period,
    contract: { from: '2025-01-01' },
    versions: [{ validFrom: '2025-01-01', priceList }],
    work,
    timezone,
    ...more,
  })
}

/** Months one after another, each beginning with what the one before left. */
export function pricedMonths(
  priceList: PriceList,
  months: readonly [month: string, work: WorkItem[]][],
  more: Partial<PeriodInput> = {},
): PricedPeriod[] {
  let opening: Partial<PricingState> | undefined = more.opening
  return months.map(([month, work]) => {
    const period = monthOf(month)
    const { contract } = { contract: { from: '2025-01-01' } as PeriodInput['contract'], ...more }
    const from = contract.from > period.from ? contract.from : period.from
    const found = priced(priceList, period, work, { ...more, period: { ...period, from }, opening })
    opening = found.closing
    return found
  })
}

let counted = 0
export const nextId = (prefix: string): string => `${prefix}${(counted += 1)}`

export const ticket = (at: string, more: Partial<Ticket> = {}): Ticket => {
  const id = nextId('t')
  return { kind: 'ticket', id, number: `Z-${id.slice(1)}`, reportedAt: warsaw(at), ...more }
}

export const tickets = (n: number, at: string, more: Partial<Ticket> = {}): Ticket[] =>
  Array.from({ length: n }, () => ticket(at, more))

export const remote = (at: string, minutes: number, more: Partial<TimeEntry> = {}): TimeEntry => ({
  kind: 'time',
  id: nextId('e'),
  startedAt: warsaw(at),
  minutes,
  place: 'remote',
  ...more,
})

/** A visit of its own, unless its number is given. */
export const visit = (at: string, minutes: number, more: Partial<TimeEntry> = {}): TimeEntry => {
  const entry = remote(at, minutes, { place: 'onSite', ...more })
  return { ...entry, visitId: more.visitId ?? `visit ${entry.id}` }
}

export const trip = (at: string, more: Partial<Trip> = {}): Trip => ({
  kind: 'trip',
  id: nextId('k'),
  at: warsaw(at),
  ...more,
})

export const happened = (event: string, at: string, more: Partial<EventWork> = {}): EventWork => ({
  kind: 'event',
  id: nextId('v'),
  event,
  at: warsaw(at),
  ...more,
})

export const part = (at: string, more: object): WorkItem => ({
  kind: 'material',
  id: nextId('m'),
  usedAt: warsaw(at),
  name: 'część',
  quantity: '1',
  unit: 'szt.',
  ...more,
})

export const units = (
  unit: string,
  at: string,
  quantity: string,
  more: Partial<UnitCount> = {},
): UnitCount => ({
  kind: 'units',
  id: nextId('u'),
  unit,
  quantity,
  countedAt: warsaw(at),
  ...more,
})

export const read = (
  device: string,
  meter: string,
  at: string,
  value: string,
  goesOnFrom?: string,
): Reading => ({
  kind: 'reading',
  id: nextId('r'),
  device,
  meter,
  readAt: warsaw(at),
  value,
  ...(goesOnFrom !== undefined && { goesOnFrom }),
})

export const bought = (itemId: string, at: string, blocks = 1): WorkItem => ({
  kind: 'purchase',
  id: nextId('p'),
  itemId,
  boughtAt: warsaw(at),
  blocks,
})

export const missed = (at: string, more: Partial<Miss>): Miss => ({
  kind: 'miss',
  id: nextId('x'),
  at: warsaw(at),
  confirmed: true,
  ...more,
})

export const meter = (device: string, name: string, value: string, history: string[] = []) => ({
  device,
  meter: name,
  value,
  readAt: '2026-10-31T20:00:00Z',
  history,
})

/** What stands on the lines, for comparing with a table. */
export const amountsOf = (period: PricedPeriod): Record<string, number> => {
  const amounts: Record<string, number> = {}
  for (const line of period.lines) {
    if (!line.informative) amounts[line.itemId] = (amounts[line.itemId] ?? 0) + line.netGrosze
  }
  return amounts
}
