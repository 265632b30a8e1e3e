/**
 * What this month's bill will be: what stands by now, and what it comes to when the rest of the
 * month goes on as its beginning went. The forecast repeats the work of the days that are gone
 * over the days to come and asks the same engine, so packages, tiers and caps bite as they will.
 */
import type { Line } from '#engines/pricing/line.ts'
import { priceOfPeriod, type PeriodInput } from '#engines/pricing/price-period.ts'
import type { WorkItem } from '#engines/pricing/work.ts'
import { datesOf } from '#server/desk/public.ts'

export type Forecast = { daysGone: number; daysAll: number; netGrosze: number; lines: Line[] }

export function forecastOf(input: PeriodInput, today: string): Forecast {
  const first = Temporal.PlainDate.from(input.period.from)
  const daysAll = first.until(input.period.to, { largestUnit: 'days' }).days + 1
  const daysGone = Math.min(Math.max(first.until(today, { largestUnit: 'days' }).days + 1, 1), daysAll)
  const work = [...input.work, ...repeated(input, daysGone, daysAll)]
  const { lines, netGrosze } = priceOfPeriod({ ...input, work })
  return { daysGone, daysAll, netGrosze, lines }
}

/** Copies of the work so far, moved by so many days that they lie in the rest of the month. */
function repeated(input: PeriodInput, daysGone: number, daysAll: number): WorkItem[] {
  const copies: WorkItem[] = []
  for (let round = 1; round * daysGone < daysAll; round++)
    for (const work of input.work) {
      const moved = movedBy(work, round * daysGone, `again ${round}`)
      const [date = ''] = moved ? datesOf(moved, input.timezone) : []
      if (moved && date <= input.period.to) copies.push(moved)
    }
  return copies
}

/** Counts of devices and readings of meters go on by themselves; blocks are bought by people. */
function movedBy(work: WorkItem, days: number, mark: string): WorkItem | undefined {
  const later = (moment: string) =>
    Temporal.Instant.from(moment)
      .add({ hours: 24 * days })
      .toString()
  const id = `${work.id} ${mark}`
  switch (work.kind) {
    case 'ticket': {
      const { mergedInto, resolvedAt, ...rest } = work
      return {
        ...rest,
        id,
        reportedAt: later(work.reportedAt),
        ...(resolvedAt && { resolvedAt: later(resolvedAt) }),
        ...(mergedInto && { mergedInto: `${mergedInto} ${mark}` }),
      }
    }
    case 'time':
      return {
        ...work,
        ...withTicket(work, mark),
        id,
        startedAt: later(work.startedAt),
        ...(work.endedAt && { endedAt: later(work.endedAt) }),
      }
    case 'trip':
      return { ...work, ...withTicket(work, mark), id, at: later(work.at) }
    case 'material':
      return { ...work, ...withTicket(work, mark), id, usedAt: later(work.usedAt) }
    case 'event':
      return { ...work, ...withTicket(work, mark), id, at: later(work.at) }
    default:
      return undefined
  }
}

const withTicket = ({ ticketId }: { ticketId?: string }, mark: string): { ticketId?: string } =>
  ticketId ? { ticketId: `${ticketId} ${mark}` } : {}
