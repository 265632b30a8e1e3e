/**
 * The clocks of a ticket as the desk keeps them: what the engine says of (terms at the report,
 * log, now), with the names that an explanation needs. What stands beside the ticket is a cache.
 */
import { clocksOf, type Clock } from '#engines/worktime/clocks.ts'
import { clockTermsOf } from '#engines/worktime/clock-terms.ts'
import { nextDue } from '#engines/worktime/alarms.ts'
import type { Circumstances } from '#engines/worktime/service-level.ts'
import type { EventKind, TicketEvent } from '#engines/worktime/ticket-log.ts'
import { termsOfContractAt, type Match, type Terms } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { clockEn } from '#words/clock.en.ts'
import { clockPl } from '#words/clock.pl.ts'
import type { Lang } from '#words/words.ts'
import type { LogRow } from './ticket-state.ts'

export type DeskClock = Clock & {
  /** "Dni robocze 8–16": the calendar that counts. */
  calendarName: string
}
export type TicketClocks = {
  /** When this was computed; the screen counts on from the stretches. */
  at: string
  /** The version of the terms in force at the report, by its number and first day. */
  terms: { version: number; validFrom: string }
  /** Whom the contract wants warned at which shares of the time; absent: as the company does. */
  warnings?: NonNullable<Terms['clock']['warnings']>
  clocks: DeskClock[]
}

type Clocked = { contractId: string | null; reportedAt: string }

/** Without a contract nothing is promised, so nothing counts down. */
export async function clocksNow(
  ctx: Context,
  ticket: Clocked,
  log: readonly LogRow[],
  now = ctx.now,
): Promise<TicketClocks | null> {
  if (!ticket.contractId) return null
  const version = await termsOfContractAt(ctx, ticket.contractId, Temporal.Instant.from(ticket.reportedAt))
  return version ? clocksByTerms(version, log, now) : null
}

export function clocksByTerms(
  version: { number: number; validFrom: string; terms: Terms },
  log: readonly LogRow[],
  now: Temporal.Instant,
): TicketClocks {
  const { terms, number, validFrom } = version
  const { clocks } = clocksOf({ terms: clockTermsOf(terms), log: eventsOf(log), now })
  return {
    at: now.toString(),
    terms: { version: number, validFrom },
    ...(terms.clock.warnings && { warnings: terms.clock.warnings }),
    clocks: clocks.map((clock) => ({
      ...clock,
      calendarName: terms.calendars[clock.matchedRow.calendar]?.name ?? '',
    })),
  }
}

/** Log kinds that the engine knows; it counts work from its beginning, and work taken back never was. */
const kinds: readonly string[] = [
  'reported',
  'held',
  'admitted',
  'refused',
  'taken_over',
  'work_started',
  'arrived',
  'worked_around',
  'public_reply',
  'priority_changed',
  'category_changed',
  'reclassified',
  'paused',
  'resumed',
  'client_message',
  'resolved',
  'reopened',
  'closed',
  'cancelled',
  'merged',
] satisfies (EventKind | 'category_changed')[]

export function eventsOf(log: readonly LogRow[]): TicketEvent[] {
  const removed = new Set(log.filter((row) => row.kind === 'work_removed').map((row) => row.facts.entryId))
  return log.flatMap((row) => {
    if (!kinds.includes(row.kind)) return []
    if (row.kind === 'work_started' && removed.has(row.facts.entryId)) return []
    return [eventOf(row)]
  })
}

function eventOf({ seq, at, kind, byName, facts }: LogRow): TicketEvent {
  const common = { seq, at, kind, ...(byName && { by: byName }) }
  if (kind === 'reported') return { ...common, ...aboutOf(facts) } as TicketEvent
  if (kind === 'category_changed')
    return { ...common, kind: 'reclassified', category: facts.to ?? null } as TicketEvent
  if (kind === 'reclassified') return { ...common, ...aboutOf(facts) } as TicketEvent
  if (kind === 'priority_changed') return { ...common, priority: String(facts.to) } as TicketEvent
  if (kind === 'paused') return { ...common, reason: String(facts.reason) } as TicketEvent
  // A pause that ended by itself ended when it was to end, whenever that was noticed.
  if (kind === 'resumed') return { ...common, at: String(facts.endedAt ?? at) } as TicketEvent
  if (kind === 'public_reply') return { ...common, human: true } as TicketEvent
  if (kind === 'work_started') return { ...common, at: String(facts.startedAt ?? at) } as TicketEvent
  return common as TicketEvent
}

/** What a ticket is about, as far as levels distinguish it; what the log does not name stays as it was. */
const aboutOf = (facts: LogRow['facts']): Record<string, unknown> =>
  Object.fromEntries(
    ['priority', 'category', 'deviceClass', 'site'].flatMap((name) =>
      name in facts ? [[name, facts[name]]] : [],
    ),
  )

/**
 * Of contracts that match equally, the one whose first deadline comes first: it runs until a person
 * chooses. How urgent the ticket is may differ between them: each has its own impact × urgency.
 */
export function stricterOf(
  match: Match,
  aboutBy: (one: Pick<Match, 'version'>) => Circumstances,
  reportedAt: Temporal.Instant,
): Pick<Match, 'contract' | 'version'> {
  if (match.others.length === 0) return match
  const due = (one: Pick<Match, 'version'>) => {
    const reported: LogRow = {
      seq: 1,
      at: reportedAt.toString(),
      kind: 'reported',
      byKind: 'system',
      byId: null,
      byName: '',
      facts: { ...aboutBy(one) },
    }
    const at = nextDue(clocksByTerms(one.version, [reported], reportedAt).clocks)
    return at ? Date.parse(at) : Infinity
  }
  const others = match.others.map((one) => ({ ...one, due: due(one) }))
  return others.reduce((best, one) => (one.due < best.due ? one : best), { ...match, due: due(match) })
}

export type MainTarget = 'reaction' | 'resolution'

const clockFor = (clocks: TicketClocks | null, target: MainTarget): DeskClock | undefined =>
  clocks?.clocks.find((clock) => clock.target === target)

export const dueOf = (clocks: TicketClocks | null, target: MainTarget): string | undefined =>
  clockFor(clocks, target)?.dueAt
export const timeLeft = (clocks: TicketClocks | null, target: MainTarget): number | undefined =>
  clockFor(clocks, target)?.remainingSeconds
export const wasKept = (clocks: TicketClocks | null, target: MainTarget): boolean =>
  clockFor(clocks, target)?.state === 'met'

/** One sentence for a letter: what was granted, on which calendar. */
export function clockReason(language: Lang, clocks: TicketClocks | null): string | undefined {
  const words = (language === 'en' ? clockEn : clockPl) as typeof clockPl
  const parts =
    clocks?.clocks.map(({ target, matchedRow, calendarName: calendar }) =>
      words.granted(target, matchedRow.granted, calendar),
    ) ?? []
  return parts.length > 0 ? parts.join('; ') : undefined
}
