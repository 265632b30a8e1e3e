/** Invented work for the bench of prices: the same numbers in every run. */
import type { PricePreset } from '#engines/presets/price-lists/all.ts'
import type { PriceList } from '#engines/pricing/price-list.ts'
import type { PeriodInput } from '#engines/pricing/price-period.ts'
import type { WorkItem } from '#engines/pricing/work.ts'

const timezone = 'Europe/Warsaw'
const november = { from: '2026-11-01', to: '2026-11-30' }
const firstMs = Date.parse('2026-11-01T00:00:00Z')
const minuteMs = 60_000

export function monthOfWork(preset: PricePreset, contract: number, pieces: number): PeriodInput {
  const work = Array.from({ length: pieces }, (_, i) => pieceOf(preset, contract, i))
  return inputOf(preset.priceList, november, work)
}

export function yearOfTickets(
  priceList: PriceList,
  tickets: number,
): { input: PeriodInput; work: WorkItem[] }[] {
  return Array.from({ length: 12 }, (_, month) => {
    const first = `2026-${String(month + 1).padStart(2, '0')}-01`
    const days = new Date(Date.UTC(2026, month + 1, 0)).getUTCDate()
    const period = { from: first, to: `${first.slice(0, 8)}${days}` }
    const count = Math.round(tickets / 12)
    const start = Date.parse(`${first}T06:00:00Z`)
    const work = Array.from({ length: count }, (_, i): WorkItem => {
      const reportedAt = instant(start + Math.floor((i * (days - 1) * 1440) / count) * minuteMs)
      return {
        kind: 'ticket',
        id: `${month}-${i}`,
        number: `Z-${month * count + i}`,
        reportedAt,
        priority: i % 9 === 0 ? 'critical' : 'normal',
      }
    })
    return { input: inputOf(priceList, period, work), work }
  })
}

function inputOf(priceList: PriceList, period: { from: string; to: string }, work: WorkItem[]): PeriodInput {
  return {
    period,
    fullPeriod: period,
    contract: { from: '2025-01-01' },
    versions: [{ validFrom: '2025-01-01', priceList }],
    work,
    timezone,
  }
}

/** What the list prices, in turn; numbers of units change a few times, the rest is tickets. */
function pieceOf({ priceList }: PricePreset, contract: number, i: number): WorkItem {
  const at = instant(firstMs + ((contract * 37 + i * 811) % (29 * 1440)) * minuteMs)
  const id = `${contract}-${i}`
  const kinds = new Set(priceList.items.map(({ kind }) => kind))
  const place = i % 2 === 0 ? 'remote' : 'onSite'
  const makers: WorkItem[] = []
  if (kinds.has('perTicket') || i % 8 === 0) {
    makers.push({ kind: 'ticket', id, number: `Z-${contract * 100 + i}`, reportedAt: at, priority: 'normal' })
  }
  if (kinds.has('perTime') || kinds.has('points')) {
    const minutes = 5 + ((i * 29) % 200)
    const facts = { ticketId: `${contract}-0`, visitId: `${contract}-v${i % 5}` }
    makers.push({ kind: 'time', id, startedAt: at, minutes, place, ...facts })
    makers.push({ kind: 'time', id, startedAt: at, minutes: minutes + 1, place: 'onSite', ...facts })
  }
  if (kinds.has('travel')) makers.push({ kind: 'trip', id, at, km: String(5 + (i % 60)), zone: 'I' })
  if (kinds.has('material')) {
    makers.push({
      kind: 'material',
      id,
      usedAt: at,
      name: 'część',
      quantity: '1.5',
      unit: 'szt.',
      cost: '41.25',
    })
  }
  for (const item of priceList.items) {
    if (item.kind === 'perEvent')
      makers.push({ kind: 'event', id, event: item.events[0]!, at, site: `S${i % 4}` })
    if (item.kind === 'perUnit' && i < 12) {
      makers.push({
        kind: 'units',
        id,
        unit: item.unit,
        quantity: String(1 + (i % 40)),
        size: '5',
        countedAt: at,
      })
    }
    if (item.kind === 'perMeter') {
      const { meter } = item.meters[0]!
      makers.push({ kind: 'reading', id, meter, device: `D${i % 10}`, readAt: at, value: valueAt(at) })
    }
  }
  const ticket: WorkItem = { kind: 'ticket', id, number: `Z-${contract * 100 + i}`, reportedAt: at }
  return makers[i % makers.length] ?? ticket
}

/** Meters go up with time. */
function valueAt(at: string): string {
  return String(Math.floor((Date.parse(at) - firstMs) / (10 * minuteMs)))
}

function instant(ms: number): string {
  return new Date(ms).toISOString()
}
