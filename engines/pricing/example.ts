/**
 * Worked examples: "13 zgłoszeń → 1 455,00 zł netto". An example says in a few
 * figures what happened in a period; this makes the work of it, so that examples
 * of a contract are executed by the same pipeline as real periods.
 */
import type { Span } from './segments.ts'
import type { Place, WorkItem } from './work.ts'

export type ExampleFigures = {
  tickets?: number
  /** Minutes of each entry, by place. */
  remoteMinutes?: number[]
  onSiteMinutes?: number[]
  /** Kilometres of each trip; null, when only the trip counts. */
  tripsKm?: (string | null)[]
  units?: Record<string, string>
}

/** Work spread over the days of the period, one thing after another, at noon. */
export function workOfExample(figures: ExampleFigures, period: Span, timezone: string): WorkItem[] {
  const at = (n: number) => noonOf(period, n, timezone)
  return [
    ...count(figures.tickets ?? 0).map((n): WorkItem => ({
      kind: 'ticket',
      id: `ticket-${n}`,
      number: String(n),
      reportedAt: at(n),
      resolvedAt: at(n),
    })),
    ...entries('remote', figures.remoteMinutes ?? [], at),
    ...entries('onSite', figures.onSiteMinutes ?? [], at),
    ...(figures.tripsKm ?? []).map((km, i): WorkItem => ({
      kind: 'trip',
      id: `trip-${i + 1}`,
      at: at(i + 1),
      km: km ?? undefined,
    })),
    ...Object.entries(figures.units ?? {}).map(([unit, quantity]): WorkItem => ({
      kind: 'units',
      id: `units-${unit}`,
      unit,
      quantity,
      countedAt: at(1),
    })),
  ]
}

function entries(place: Place, minutes: number[], at: (n: number) => string): WorkItem[] {
  return minutes.map((one, i) => ({
    kind: 'time',
    id: `${place}-${i + 1}`,
    startedAt: at(i + 1),
    minutes: one,
    place,
    visitId: `${place}-${i + 1}`,
  }))
}

function noonOf(period: Span, n: number, timezone: string): string {
  const first = Temporal.PlainDate.from(period.from)
  const days = first.until(period.to, { largestUnit: 'days' }).days + 1
  const date = first.add({ days: (n - 1) % days })
  return date.toZonedDateTime({ timeZone: timezone, plainTime: '12:00' }).toInstant().toString()
}

function count(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i + 1)
}
