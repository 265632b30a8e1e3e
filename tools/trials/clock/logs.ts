/**
 * Invented contracts and logs: whatever order the events are handed over in, and however often,
 * the verdict is the same; and the fast twin says what the readable reference says.
 */
import type { ClockTerms, StoredTerms } from '#engines/worktime/clock-terms.ts'
import type { Clock } from '#engines/worktime/clocks.ts'
import type { Judged } from '#engines/worktime/judge.ts'
import { clockTermsOf } from '#engines/worktime/clock-terms.ts'
import type { ServiceLevel } from '#engines/worktime/service-level.ts'
import { targetKinds, type TargetKind } from '#engines/worktime/targets.ts'
import type { TicketEvent } from '#engines/worktime/ticket-log.ts'
import type { Random } from '../random.ts'
import type { Engine } from './engine.ts'
import { oneOf, whole, type Invented } from './invent.ts'
import { minuteMs } from './minutes.ts'

const priorities = ['critical', 'normal', 'low'] as const
const categories = ['awaria', 'pytanie'] as const
const reasons = ['waitingForClient', 'partsOrdered', 'noAccess'] as const

export function inventTerms(random: Random, { calendar }: Invented): ClockTerms {
  const level = (columns: Partial<ServiceLevel>): ServiceLevel => ({
    priority: '*',
    calendar: 'work',
    ...columns,
    ...Object.fromEntries(targetKinds.flatMap((target) => promise(random, target))),
  })
  const stops = (): TargetKind[] => targetKinds.filter(() => random.isOneOf(2))
  const stored: StoredTerms = {
    serviceLevels: [
      level({ priority: 'critical' }),
      level({ priority: 'normal', category: 'awaria' }),
      level({ site: 'magazyn' }),
      level({}),
    ],
    calendars: { work: { calendar } },
    clock: {
      pauseReasons: reasons.map((key) => ({ key, stops: stops() })),
      onPriorityChange: oneOf(random, ['fromReport', 'restart']),
      onReopen: oneOf(random, ['continue', 'restart', 'newTicket']),
      warrantyDays: 1,
      gateClock: oneOf(random, ['fromReport', 'fromAdmission']),
      targets: random.isOneOf(3)
        ? { arrival: { startsWith: 'takeOver' }, reaction: { fulfilledBy: ['public_reply'] } }
        : {},
    },
  }
  return clockTermsOf(stored)
}

function promise(random: Random, target: TargetKind): [string, number][] {
  if (random.isOneOf(4)) return []
  return random.isOneOf(4)
    ? [[`${target}BusinessDays`, whole(random, 4)]]
    : [[`${target}Minutes`, 1 + whole(random, 1200)]]
}

/** Of whole quarters of an hour, so that many events share an instant; half of the logs are numbered. */
export function inventLog(random: Random, { changesAt }: Invented, length: number): TicketEvent[] {
  const reported = changesAt - whole(random, 3 * 96) * 15 * minuteMs
  const times = Array.from({ length: length - 1 }, () => reported + whole(random, 4 * 96) * 15 * minuteMs)
  const events = [
    { at: text(reported), kind: 'reported', priority: oneOf(random, priorities) },
    ...times.sort((a, b) => a - b).map((ms) => ({ at: text(ms), ...inventEvent(random) })),
  ]
  const isNumbered = random.isOneOf(2)
  return events.map((event, seq) => ({ ...event, ...(isNumbered && { seq }) }) as TicketEvent)
}

const plainKinds = [
  'held',
  'admitted',
  'taken_over',
  'work_started',
  'arrived',
  'worked_around',
  'resumed',
  'resumed',
  'client_message',
  'client_message',
  'resolved',
  'reopened',
] as const

function inventEvent(random: Random): object {
  const kind = whole(random, 24)
  if (kind < 4) return { kind: 'paused', reason: oneOf(random, reasons) }
  if (kind < 7) return { kind: 'public_reply', human: !random.isOneOf(4) }
  if (kind < 8) return { kind: 'priority_changed', priority: oneOf(random, priorities) }
  if (kind < 9) return { kind: 'reclassified', category: oneOf(random, [...categories, null]) }
  if (kind < 10) return { kind: 'reclassified', site: oneOf(random, ['magazyn', 'biuro', null]) }
  if (kind < 11) return { kind: oneOf(random, ['cancelled', 'closed', 'merged', 'refused']) }
  return { kind: oneOf(random, plainKinds) }
}

const text = (ms: number): string => new Date(ms).toISOString().replace('.000', '')

export function askLog(
  engine: Engine,
  random: Random,
  invented: Invented,
  asked: { terms: ClockTerms; log: readonly TicketEvent[] },
): string | undefined {
  const { terms, log } = asked
  const ms = invented.changesAt + 3 * 1440 * minuteMs
  const now = text(ms)
  const straight = engine.clocksOf({ terms, log, now })
  const handedOver = shuffled(random, log)
  const other = engine.clocksOf({ terms, log: handedOver, now })
  if (JSON.stringify(other) !== JSON.stringify(straight)) return 'another order gives another verdict'
  const doubled = engine.clocksOf({ terms, log: [...handedOver, ...log], now })
  if (JSON.stringify(doubled.clocks) !== JSON.stringify(straight.clocks))
    return 'events told twice give another verdict'
  const { judged } = engine.verdictsOf({ terms, log, now: ms })
  const [slow, twin] = [straight.clocks.map(ofClock), judged.map(ofJudged)]
  return JSON.stringify(twin) === JSON.stringify(slow)
    ? undefined
    : `the twin says ${JSON.stringify(twin)}, the reference ${JSON.stringify(slow)}`
}

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const result = [...list]
  for (let i = result.length - 1; i > 0; i -= 1) {
    const other = whole(random, i + 1)
    ;[result[i], result[other]] = [result[other]!, result[i]!]
  }
  return result
}

type Figures = (string | number | undefined)[]

const ofClock = (clock: Clock): Figures => [
  clock.target,
  clock.state,
  Date.parse(clock.startedAt),
  clock.dueAt && Date.parse(clock.dueAt),
  clock.metAt && Date.parse(clock.metAt),
  clock.grantedSeconds,
  clock.usedSeconds,
  clock.overSeconds,
  clock.resumesAt && Date.parse(clock.resumesAt),
  clock.pausedBecause,
  clock.rounds?.filter(({ isMet }) => isMet).length,
]

const ofJudged = (judged: Judged): Figures => [
  judged.row.target,
  judged.state,
  judged.startedAt,
  judged.dueAt,
  judged.fulfilled?.at,
  Math.floor(judged.grantedMs / 1000),
  Math.floor(judged.usedMs / 1000),
  Math.floor(judged.overMs / 1000),
  judged.resumesAt,
  judged.pausedBecause,
  judged.rounds?.filter(({ state }) => state === 'met').length,
]
