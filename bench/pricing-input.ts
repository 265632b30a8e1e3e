/** Invented work for the bench of prices: the same numbers in every run. */
import type { PricePreset } from '#engines/presets/price-lists/all.ts'
import type { PriceList } from '#engines/pricing/price-list.ts'
import type { PeriodInput } from '#engines/pricing/price-period.ts'
import type { WorkItem } from '#engines/pricing/work.ts'

const timezone = 'Europe/Warsaw'
const november = { from: '2026-11-01', to: '2026-11-30' }
const firstMs = Date.parse('2026-11-01T00:00:00Z')
const minuteMs = 60_000

/** A mix of what the list prices: mostly tickets and time, some trips, parts, events, readings. */
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

function pieceOf({ priceList, trade }: PricePreset, contract: number, i: number): WorkItem {
  const at = instant(firstMs + ((contract * 37 + i * 811) % (29 * 1440)) * minuteMs)
  const id = `${contract}-${i}`
  const kinds = priceList.items.map(({ kind }) => kind)
  if (kinds.includes('perMeter') && i % 3 === 0) {
    return {
      kind: 'reading',
      id,
      meter: i % 6 === 0 ? 'mono' : 'kolor',
      device: `D${i % 10}`,
      readAt: at,
      value: String(1000 + i * 131),
    }
  }
  if (i % 10 === 7) return { kind: 'trip', id, at, km: String(5 + (i % 60)), zone: i % 2 === 0 ? 'I' : 'II' }
  if (i % 10 === 8)
    return { kind: 'material', id, usedAt: at, name: 'część', quantity: '1.5', unit: 'szt.', cost: '41.25' }
  if (i % 10 === 9 && trade !== 'it') return { kind: 'event', id, event: 'intervention', at }
  if (i % 10 >= 4) {
    return {
      kind: 'time',
      id,
      startedAt: at,
      minutes: 5 + ((i * 29) % 200),
      place: i % 2 === 0 ? 'remote' : 'onSite',
      ticketId: `${contract}-${i % 4}`,
      visitId: `${contract}-v${i}`,
    }
  }
  return { kind: 'ticket', id, number: `Z-${contract * 100 + i}`, reportedAt: at, priority: 'normal' }
}

function instant(ms: number): string {
  return new Date(ms).toISOString()
}
