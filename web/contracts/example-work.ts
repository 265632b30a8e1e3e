/**
 * The work behind "Policz przykład": a few numbers of one month, as pieces of work for the price
 * engine. Which numbers are asked follows from the rules: a meter asks for pages, a pool for hours.
 */
import { workOfExample } from '#engines/pricing/example.ts'
import type { PriceItem, PriceList } from '#engines/pricing/price-list.ts'
import type { PricingState } from '#engines/pricing/state.ts'
import type { WorkItem } from '#engines/pricing/work.ts'

/** Hours are typed as hours. Keys of the last four are names out of the list. */
export type Figures = {
  tickets: number
  onSite: number
  remote: number
  evening: number
  trips: number
  km: number
  units: Record<string, number>
  meters: Record<string, number>
  events: Record<string, number>
  blocks: Record<string, number>
}

export const firstFigures: Figures = {
  tickets: 13,
  onSite: 3,
  remote: 0,
  evening: 0,
  trips: 0,
  km: 0,
  units: {},
  meters: {},
  events: {},
  blocks: {},
}

export type Asked = { basic: ('tickets' | 'onSite' | 'remote' | 'evening' | 'trips' | 'km')[] } & Record<
  'units' | 'meters' | 'events' | 'blocks',
  string[]
>

/** The fields that make a difference with this list. */
export function askedBy({ items }: PriceList): Asked {
  const some = (test: (item: PriceItem) => boolean) => items.some(test)
  const takes = (item: PriceItem, place: 'remote' | 'onSite') =>
    (item.kind === 'perTime' || item.kind === 'points') &&
    (item.place === undefined || item.place === 'any' || item.place === place)
  const basic: Asked['basic'] = []
  if (some(({ kind }) => kind === 'perTicket')) basic.push('tickets')
  if (some((item) => takes(item, 'onSite'))) basic.push('onSite')
  if (some((item) => takes(item, 'remote') && item.kind === 'perTime' && item.place === 'remote'))
    basic.push('remote')
  if (some((item) => 'bands' in item || 'weigh' in item)) basic.push('evening')
  if (some(({ kind }) => kind === 'travel')) basic.push('trips')
  if (some((item) => item.kind === 'travel' && item.perKmPrice !== undefined)) basic.push('km')
  const named = (of: (item: PriceItem) => string[]) => [...new Set(items.flatMap(of))].filter(Boolean)
  return {
    basic,
    units: named((item) => (item.kind === 'perUnit' ? [item.unit] : [])),
    meters: named((item) => (item.kind === 'perMeter' ? item.meters.map(({ meter }) => meter) : [])),
    events: named((item) => (item.kind === 'perEvent' || item.kind === 'percentage' ? item.events : [])),
    blocks: named((item) => (item.kind === 'block' ? [item.id] : [])),
  }
}

type Month = { from: string; to: string }

/** All hours are one visit; each trip has the same kilometres; evening work begins at eight. */
export function exampleWork(figures: Figures, month: Month, timezone: string): WorkItem[] {
  const minutes = (hours: number) => (hours > 0 ? [Math.round(hours * 60)] : [])
  const { tickets, onSite, remote, evening, trips, km } = figures
  const basic = workOfExample(
    {
      tickets,
      tripsKm: Array.from({ length: Math.min(trips, 500) }, () => (km > 0 ? String(km) : null)),
    },
    month,
    timezone,
  )
  const workday = ordinaryDay(month)
  const at = (time: string, day = workday) =>
    Temporal.PlainDate.from(month.from)
      .with({ day })
      .toZonedDateTime({ timeZone: timezone, plainTime: time })
      .toInstant()
      .toString()
  const worked = (id: string, place: 'onSite' | 'remote', hours: number, time: string): WorkItem[] =>
    minutes(hours).map((n) => ({
      kind: 'time',
      id,
      startedAt: at(time),
      minutes: n,
      place,
      visitId: id,
    }))
  const given = (of: Record<string, number>) => Object.entries(of).filter(([, n]) => n > 0)
  return [
    ...basic,
    ...worked('onSite', 'onSite', onSite, '09:00'),
    ...worked('remote', 'remote', remote, '09:00'),
    ...worked('evening', 'onSite', evening, '20:00'),
    ...given(figures.units).map(([unit, n]): WorkItem => ({
      kind: 'units',
      id: `units ${unit}`,
      unit,
      quantity: String(n),
      countedAt: at('00:00', 1),
    })),
    ...given(figures.meters).map(([meter, n]): WorkItem => ({
      kind: 'reading',
      id: `reading ${meter}`,
      meter,
      device: '1',
      readAt: at('12:00', 28),
      value: String(n),
    })),
    ...given(figures.events).flatMap(([event, n]) =>
      Array.from({ length: Math.min(Math.round(n), 200) }, (_, i): WorkItem => ({
        kind: 'event',
        id: `event ${event} ${i}`,
        event,
        at: at('10:00', 1 + (i % 27)),
        value: '100.00',
      })),
    ),
    ...given(figures.blocks).map(([itemId, n]): WorkItem => ({
      kind: 'purchase',
      id: `purchase ${itemId}`,
      itemId,
      boughtAt: at('00:00', 1),
      blocks: Math.round(n),
    })),
  ]
}

/** A Tuesday between the 16th and the 22nd is never a public holiday. */
function ordinaryDay(month: Month): number {
  const sixteenth = Temporal.PlainDate.from(month.from).with({ day: 16 })
  return 16 + ((2 - sixteenth.dayOfWeek + 7) % 7)
}

/** Meters stood at nothing, so what is typed is what was used. */
export function exampleOpening(asked: Asked, month: Month): Partial<PricingState> {
  const readAt = `${month.from}T00:00:00Z`
  return {
    meters: asked.meters.map((meter) => ({ meter, device: '1', value: '0', readAt, history: [] })),
  }
}
