import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { alarmsOf, nextDue } from './alarms.ts'
import { clockTermsOf, type ClockTerms, type TargetKind } from './clock-terms.ts'
import { clocksOf, type Clock } from './clocks.ts'
import { always, at, bakery, early, office } from './testing.ts'
import type { TicketEvent } from './ticket-log.ts'

type Terms = Parameters<typeof clockTermsOf>[0]
type Happened = TicketEvent extends infer E ? (E extends TicketEvent ? Omit<E, 'at' | 'seq'> : never) : never

const contract: Terms = {
  serviceLevels: [
    { priority: 'critical', reactionMinutes: 30, resolutionMinutes: 240, calendar: 'always' },
    {
      priority: 'high',
      reactionMinutes: 60,
      arrivalMinutes: 240,
      resolutionBusinessDays: 2,
      calendar: 'early',
    },
    { priority: 'normal', reactionMinutes: 60, resolutionMinutes: 240, calendar: 'bakery' },
  ],
  calendars: {
    always: { calendar: always },
    early: { calendar: early },
    bakery: { calendar: bakery },
    office: { calendar: office },
  },
  clock: {
    onPriorityChange: 'fromReport',
    onReopen: 'continue',
    gateClock: 'fromReport',
    pauseReasons: [
      { key: 'waitingForClient', stops: ['resolution'] },
      { key: 'partsOrdered', stops: ['resolution'] },
      { key: 'forceMajeure', stops: ['reaction', 'arrival', 'resolution'] },
    ],
  },
}
const terms = (change: Partial<Terms['clock']> = {}): ClockTerms =>
  clockTermsOf({ ...contract, clock: { ...contract.clock, ...change } })

const on = (time: string, happened: Happened): TicketEvent =>
  ({ ...happened, at: at(`2026-11-${time}`) }) as TicketEvent
const reported = (time: string, priority = 'normal'): TicketEvent => on(time, { kind: 'reported', priority })
const takenOver = (time: string): TicketEvent => on(time, { kind: 'taken_over', by: 'ola' })
const waits = (time: string, reason = 'waitingForClient'): TicketEvent => on(time, { kind: 'paused', reason })
const happens = (
  time: string,
  kind:
    | 'held'
    | 'admitted'
    | 'refused'
    | 'resumed'
    | 'client_message'
    | 'resolved'
    | 'reopened'
    | 'closed'
    | 'cancelled'
    | 'merged'
    | 'work_started'
    | 'arrived',
): TicketEvent => on(time, { kind })
const reprioritised = (time: string, priority: string): TicketEvent =>
  on(time, { kind: 'priority_changed', priority })

function clock(target: TargetKind, log: readonly TicketEvent[], now: string, under = terms()): Clock {
  const found = clocksOf({ terms: under, log, now: at(`2026-11-${now}`) }).clocks.find(
    (c) => c.target === target,
  )
  assert.ok(found, `there is a clock of ${target}`)
  return found
}

/** Z-2431: Friday 15:40, four hours, Monday's question from 8:20 to 9:05. */
const bakeryTicket = [
  reported('20T15:40'),
  takenOver('20T15:52'),
  waits('23T08:20'),
  happens('23T09:05', 'client_message'),
  happens('23T09:05', 'resumed'),
]

test('the ticket of the pictures: due on Monday at 11:25, 43 minutes left at 10:42', () => {
  const resolution = clock('resolution', bakeryTicket, '23T10:42')
  assert.equal(resolution.dueAt, at('2026-11-23T11:25'))
  assert.equal(resolution.state, 'running')
  assert.equal(resolution.remainingSeconds, 43 * 60)
  assert.equal(resolution.usedSeconds, (240 - 43) * 60)
  assert.deepEqual(resolution.matchedRow, {
    priority: 'normal',
    row: 2,
    isFallback: false,
    granted: { minutes: 240 },
    calendar: 'bakery',
  })
  const counted = resolution.stretches
    .filter(({ kind }) => kind === 'counted')
    .map(({ from, to }) => [from, to])
  assert.deepEqual(counted, [
    [at('2026-11-20T15:40'), at('2026-11-20T17:00')],
    [at('2026-11-23T08:00'), at('2026-11-23T08:20')],
    [at('2026-11-23T09:05'), at('2026-11-23T11:25')],
  ])
})

test('what goes to the screen is JSON as it stands', () => {
  const found = clocksOf({ terms: terms(), log: bakeryTicket, now: at('2026-11-23T10:42') })
  assert.deepEqual(
    JSON.parse(JSON.stringify(found.clocks)),
    JSON.parse(JSON.stringify(structuredClone(found.clocks))),
  )
  assert.deepEqual(found.problems, [])
})

const left = (c: Clock): string =>
  `${c.state}, due ${c.dueAt ?? 'never'}, left ${c.remainingSeconds / 60}, over ${c.overSeconds / 60}`
const says = (state: string, due: string | undefined, leftMinutes: number, overMinutes = 0): string =>
  `${state}, due ${due === undefined ? 'never' : at(`2026-11-${due}`)}, left ${leftMinutes}, over ${overMinutes}`

//  what it shows                                  target        log                                                             now         state and deadline
const stories: readonly (readonly [
  string,
  TargetKind,
  readonly TicketEvent[],
  string,
  string,
  ClockTerms?,
])[] = [
  ['just reported', 'reaction', [reported('23T09:00')], '23T09:00', says('running', '23T10:00', 60)],
  [
    'outside hours the time stands still',
    'reaction',
    [reported('20T16:40')],
    '21T12:00',
    says('standing', '23T08:40', 40),
  ],
  [
    'at the deadline nothing is left',
    'reaction',
    [reported('23T09:00')],
    '23T10:00',
    says('breached_running', '23T10:00', 0),
  ],
  [
    'past the deadline',
    'reaction',
    [reported('23T09:00')],
    '23T10:20',
    says('breached_running', '23T10:00', 0, 20),
  ],
  [
    'past the deadline over the weekend: open time',
    'reaction',
    [reported('20T15:00')],
    '23T09:00',
    says('breached_running', '20T16:00', 0, 120),
  ],
  [
    'taken over in time',
    'reaction',
    [reported('23T09:00'), takenOver('23T09:18')],
    '24T09:00',
    says('met', '23T10:00', 42),
  ],
  [
    'taken over exactly at the deadline',
    'reaction',
    [reported('23T09:00'), takenOver('23T10:00')],
    '24T09:00',
    says('met', '23T10:00', 0),
  ],
  [
    'taken over a minute late',
    'reaction',
    [reported('23T09:00'), takenOver('23T10:01')],
    '24T09:00',
    says('missed', '23T10:00', 0, 1),
  ],
  [
    'after closing time it is late, though no open time passed',
    'reaction',
    [reported('20T16:00'), takenOver('20T18:00')],
    '24T09:00',
    says('missed', '20T17:00', 0),
  ],
  [
    'a reply of a person is a reaction',
    'reaction',
    [reported('23T09:00'), on('23T09:10', { kind: 'public_reply', by: 'ola', human: true })],
    '23T11:00',
    says('met', '23T10:00', 50),
  ],
  [
    'an automatic answer is none',
    'reaction',
    [reported('23T09:00'), on('23T09:10', { kind: 'public_reply', human: false })],
    '23T09:30',
    says('running', '23T10:00', 30),
  ],
  [
    'start of work is a reaction',
    'reaction',
    [reported('23T09:00'), happens('23T09:30', 'work_started')],
    '23T11:00',
    says('met', '23T10:00', 30),
  ],
  [
    'arrival is a reaction',
    'reaction',
    [reported('23T09:00'), happens('23T09:40', 'arrived')],
    '23T11:00',
    says('met', '23T10:00', 20),
  ],
  [
    'whoever is at work already has reacted',
    'reaction',
    [happens('23T08:40', 'work_started'), reported('23T09:00')],
    '23T11:00',
    says('met', '23T10:00', 60),
  ],
  [
    'the first of several decides',
    'reaction',
    [reported('23T09:00'), takenOver('23T10:30'), happens('23T09:40', 'work_started')],
    '23T11:00',
    says('met', '23T10:00', 20),
  ],
  [
    'resolved at once needs no reaction any more',
    'reaction',
    [reported('23T09:00'), happens('23T09:20', 'resolved')],
    '23T11:00',
    says('met', '23T10:00', 40),
  ],
  [
    'waiting for the client never stops the reaction',
    'reaction',
    [reported('23T09:00'), waits('23T09:10')],
    '23T09:30',
    says('running', '23T10:00', 30),
  ],
  [
    'force majeure stops it',
    'reaction',
    [reported('23T09:00'), waits('23T09:10', 'forceMajeure')],
    '23T09:30',
    says('paused', undefined, 50),
  ],
  [
    'a fulfilled target keeps its verdict through later pauses',
    'reaction',
    [reported('23T09:00'), takenOver('23T10:01'), waits('23T10:05', 'forceMajeure')],
    '23T12:00',
    says('missed', '23T10:00', 0, 1),
  ],
  [
    'answered while force majeure holds the clock',
    'reaction',
    [reported('23T09:00'), waits('23T09:10', 'forceMajeure'), takenOver('23T12:00')],
    '23T12:30',
    says('met', '23T12:50', 50),
  ],

  [
    'waiting for the client stops the resolution',
    'resolution',
    [reported('23T09:00'), waits('23T10:00')],
    '23T12:00',
    says('paused', undefined, 180),
  ],
  [
    'waiting also outside hours',
    'resolution',
    [reported('20T16:00'), waits('20T16:30')],
    '21T12:00',
    says('paused', undefined, 210),
  ],
  [
    'the client’s message ends the wait',
    'resolution',
    [reported('23T09:00'), waits('23T10:00'), happens('23T11:00', 'client_message')],
    '23T12:00',
    says('running', '23T14:00', 120),
  ],
  [
    'the same said twice',
    'resolution',
    [
      reported('23T09:00'),
      waits('23T10:00'),
      waits('23T10:00'),
      happens('23T11:00', 'client_message'),
      happens('23T11:00', 'resumed'),
      happens('23T11:00', 'resumed'),
    ],
    '23T12:00',
    says('running', '23T14:00', 120),
  ],
  [
    'an automatic answer of the client changes nothing',
    'resolution',
    [reported('23T09:00'), waits('23T10:00'), on('23T11:00', { kind: 'client_message', human: false })],
    '23T12:00',
    says('paused', undefined, 180),
  ],
  [
    'the client’s message brings no parts',
    'resolution',
    [reported('23T09:00'), waits('23T10:00', 'partsOrdered'), happens('23T11:00', 'client_message')],
    '23T12:00',
    says('paused', undefined, 180),
  ],
  [
    'one reason follows another without a gap',
    'resolution',
    [
      reported('23T09:00'),
      waits('23T10:00'),
      waits('23T10:30', 'partsOrdered'),
      happens('23T11:00', 'resumed'),
    ],
    '23T12:00',
    says('running', '23T14:00', 120),
  ],
  [
    'paused after the deadline it stays breached',
    'resolution',
    [reported('23T09:00'), waits('23T13:30')],
    '23T15:00',
    says('breached_running', '23T13:00', 0, 30),
  ],
  [
    'a pause that begins at the deadline changes nothing',
    'resolution',
    [reported('23T09:00'), waits('23T13:00')],
    '23T15:00',
    says('breached_running', '23T13:00', 0),
  ],
  [
    'resolved in time',
    'resolution',
    [reported('23T09:00'), happens('23T12:00', 'resolved')],
    '25T12:00',
    says('met', '23T13:00', 60),
  ],
  [
    'resolved late',
    'resolution',
    [reported('23T09:00'), happens('23T13:20', 'resolved')],
    '25T12:00',
    says('missed', '23T13:00', 0, 20),
  ],
  [
    'resolved while waiting',
    'resolution',
    [reported('23T09:00'), waits('23T10:00'), happens('23T15:00', 'resolved')],
    '25T12:00',
    says('met', '24T09:00', 180),
  ],
  [
    'closed afterwards',
    'resolution',
    [reported('23T09:00'), happens('23T12:00', 'resolved'), happens('30T12:00', 'closed')],
    '30T13:00',
    says('met', '23T13:00', 60),
  ],
  [
    'closed by someone who forgot to resolve it',
    'resolution',
    [reported('23T09:00'), happens('23T12:00', 'closed')],
    '30T13:00',
    says('met', '23T13:00', 60),
  ],

  [
    'reopened: the rest is not counted',
    'resolution',
    [reported('23T09:00'), happens('23T12:00', 'resolved'), happens('23T14:00', 'reopened')],
    '23T14:10',
    says('running', '23T15:00', 50),
  ],
  [
    'resolved again in time: the last resolve decides',
    'resolution',
    [
      reported('23T09:00'),
      happens('23T12:00', 'resolved'),
      happens('23T14:00', 'reopened'),
      happens('23T14:50', 'resolved'),
    ],
    '25T12:00',
    says('met', '23T15:00', 10),
  ],
  [
    'resolved again too late',
    'resolution',
    [
      reported('23T09:00'),
      happens('23T12:00', 'resolved'),
      happens('23T14:00', 'reopened'),
      happens('23T15:10', 'resolved'),
    ],
    '25T12:00',
    says('missed', '23T15:00', 0, 10),
  ],
  [
    'reopened under a contract that starts anew',
    'resolution',
    [reported('23T09:00'), happens('23T12:00', 'resolved'), happens('23T14:00', 'reopened')],
    '23T14:10',
    says('running', '24T09:00', 230),
    terms({ onReopen: 'restart' }),
  ],
  [
    'the reaction stays met when reopened',
    'reaction',
    [
      reported('23T09:00'),
      takenOver('23T09:30'),
      happens('23T12:00', 'resolved'),
      happens('23T14:00', 'reopened'),
    ],
    '23T14:10',
    says('met', '23T10:00', 30),
  ],

  [
    'raised to critical, counted from the report',
    'resolution',
    [reported('23T09:00'), reprioritised('23T11:00', 'critical')],
    '23T12:00',
    says('running', '23T13:00', 60),
  ],
  [
    'raised to critical on a weekend, by the other calendar from the report',
    'resolution',
    [reported('20T16:00'), reprioritised('21T10:00', 'critical')],
    '21T10:00',
    says('breached_running', '20T20:00', 0, 840),
  ],
  [
    'raised to critical, started anew',
    'resolution',
    [reported('23T09:00'), reprioritised('23T11:00', 'critical')],
    '23T12:00',
    says('running', '23T15:00', 180),
    terms({ onPriorityChange: 'restart' }),
  ],
  [
    'started anew only for what is not fulfilled',
    'reaction',
    [reported('23T09:00'), takenOver('23T09:20'), reprioritised('23T11:00', 'critical')],
    '23T12:00',
    says('met', '23T10:00', 40),
    terms({ onPriorityChange: 'restart' }),
  ],
  [
    'the same priority again is no change',
    'resolution',
    [reported('23T09:00'), reprioritised('23T11:00', 'normal')],
    '23T12:00',
    says('running', '23T13:00', 60),
    terms({ onPriorityChange: 'restart' }),
  ],
  [
    'lowered and raised again',
    'resolution',
    [reported('23T09:00'), reprioritised('23T10:00', 'critical'), reprioritised('23T10:30', 'normal')],
    '23T12:00',
    says('running', '23T13:00', 60),
  ],

  [
    'two business days by the end of the day',
    'resolution',
    [reported('23T09:00', 'high')],
    '23T09:00',
    says('running', '25T17:00', 8 * 60 + 20 * 60),
  ],
  [
    'reported after closing: counts as the next day',
    'resolution',
    [reported('23T17:30', 'high')],
    '23T18:00',
    says('standing', '26T17:00', 30 * 60),
  ],
  [
    'a wait of an hour moves it by that hour',
    'resolution',
    [reported('23T09:00', 'high'), waits('23T10:00'), happens('23T11:00', 'resumed')],
    '23T11:00',
    says('running', '26T08:00', 27 * 60),
  ],
  [
    'arrival on site',
    'arrival',
    [reported('23T09:00', 'high'), takenOver('23T09:10'), happens('23T12:00', 'arrived')],
    '23T13:00',
    says('met', '23T13:00', 60),
  ],
  [
    'repaired from afar, nobody need arrive',
    'arrival',
    [reported('23T09:00', 'high'), happens('23T10:00', 'resolved')],
    '23T15:00',
    says('met', '23T13:00', 180),
  ],

  [
    'held at the gate the clock runs from the report',
    'reaction',
    [reported('23T09:00'), happens('23T09:00', 'held')],
    '23T09:30',
    says('running', '23T10:00', 30),
  ],
  [
    'or waits for the admission',
    'reaction',
    [reported('23T09:00'), happens('23T09:00', 'held')],
    '23T09:30',
    says('paused', undefined, 60),
    terms({ gateClock: 'fromAdmission' }),
  ],
  [
    'and starts with it',
    'reaction',
    [reported('23T09:00'), happens('23T09:00', 'held'), happens('23T11:00', 'admitted')],
    '23T11:30',
    says('running', '23T12:00', 30),
    terms({ gateClock: 'fromAdmission' }),
  ],
  [
    'answered before it was admitted',
    'reaction',
    [
      reported('23T09:00'),
      happens('23T09:00', 'held'),
      takenOver('23T10:00'),
      happens('23T11:00', 'admitted'),
    ],
    '23T11:30',
    says('met', '23T12:00', 60),
    terms({ gateClock: 'fromAdmission' }),
  ],
  [
    'a report that was never held starts at once',
    'reaction',
    [reported('23T09:00')],
    '23T09:30',
    says('running', '23T10:00', 30),
    terms({ gateClock: 'fromAdmission' }),
  ],
  [
    'a refused report is never missed',
    'reaction',
    [reported('23T09:00'), happens('23T09:00', 'held'), happens('24T09:00', 'refused')],
    '25T09:00',
    says('void', undefined, 0),
  ],
  [
    'a cancelled ticket has no verdict',
    'resolution',
    [reported('23T09:00'), happens('24T09:00', 'cancelled')],
    '25T09:00',
    says('void', undefined, 0),
  ],
  [
    'nor has a merged one',
    'reaction',
    [reported('23T09:00'), happens('24T09:00', 'merged')],
    '25T09:00',
    says('void', undefined, 0),
  ],
  [
    'what was recorded has happened, also a moment ahead of our clock',
    'reaction',
    [reported('23T09:00'), takenOver('23T09:18')],
    '23T09:17',
    says('met', '23T10:00', 42),
  ],
]

for (const [what, target, log, now, expected, under] of stories) {
  test(`${target}: ${what}`, () => assert.equal(left(clock(target, log, now, under)), expected))
}

test('a standing clock says when it goes on, a paused one why and since when', () => {
  assert.equal(clock('reaction', [reported('20T16:40')], '21T12:00').resumesAt, at('2026-11-23T08:00'))
  const paused = clock('resolution', [reported('23T09:00'), waits('23T10:00')], '23T12:00')
  assert.deepEqual([paused.pausedBecause, paused.pausedAt], ['waitingForClient', at('2026-11-23T10:00')])
  const gate = clock(
    'reaction',
    [reported('23T09:00'), happens('23T09:00', 'held')],
    '23T09:30',
    terms({ gateClock: 'fromAdmission' }),
  )
  assert.equal(gate.pausedBecause, 'gate')
})

test('a fulfilled clock says when and by whom', () => {
  const met = clock('reaction', [reported('23T09:00'), takenOver('23T09:18')], '24T09:00')
  assert.deepEqual([met.metAt, met.metBy], [at('2026-11-23T09:18'), { kind: 'taken_over', by: 'ola' }])
})

test('a reopened clock tells the rest as a pause', () => {
  const reopened = clock(
    'resolution',
    [reported('23T09:00'), happens('23T12:00', 'resolved'), happens('23T14:00', 'reopened')],
    '23T14:10',
  )
  assert.deepEqual(
    reopened.stretches.map(({ kind, why }) => why ?? kind),
    ['counted', { code: 'pause', reason: 'resolved' }, 'counted'],
  )
})

test('a row for every other priority catches what has none of its own', () => {
  const fallback: ClockTerms = {
    ...terms(),
    levels: terms().levels.map((level) =>
      level.priority === 'normal' ? { ...level, priority: '*' } : level,
    ),
  }
  assert.equal(
    clock('reaction', [reported('23T09:00', 'low')], '23T09:00', fallback).matchedRow.priority,
    '*',
  )
})

//  what it shows                        log                                                                     problem
const impossible: readonly (readonly [string, readonly TicketEvent[], string])[] = [
  ['nobody reported it', [takenOver('23T09:00')], 'no_report'],
  ['an event before the report', [takenOver('23T08:00'), reported('23T09:00')], 'before_report'],
  ['reported twice', [reported('23T09:00'), reported('23T10:00')], 'reported_twice'],
  ['resumed though it did not wait', [reported('23T09:00'), happens('23T10:00', 'resumed')], 'not_paused'],
  [
    'reopened though it was not resolved',
    [reported('23T09:00'), happens('23T10:00', 'reopened')],
    'not_resolved',
  ],
  [
    'resolved twice',
    [reported('23T09:00'), happens('23T10:00', 'resolved'), happens('23T11:00', 'resolved')],
    'already_resolved',
  ],
  [
    'waiting after it was resolved',
    [reported('23T09:00'), happens('23T10:00', 'resolved'), waits('23T11:00')],
    'already_resolved',
  ],
  [
    'waiting for something the contract does not name',
    [reported('23T09:00'), waits('23T10:00', 'holiday')],
    'pause_reason_unknown',
  ],
  ['admitted though it was not held', [reported('23T09:00'), happens('23T10:00', 'admitted')], 'not_held'],
  [
    'reopened after it was cancelled',
    [reported('23T09:00'), happens('23T10:00', 'cancelled'), happens('23T11:00', 'reopened')],
    'already_over',
  ],
  [
    'two priorities at once',
    [reported('23T09:00'), reprioritised('23T10:00', 'high'), reprioritised('23T10:00', 'critical')],
    'two_priorities_at_once',
  ],
  ['a time nobody can read', [reported('23T09:00'), { kind: 'resolved', at: 'wczoraj' }], 'time_unreadable'],
  ['a priority the contract promises nothing for', [reported('23T09:00', 'low')], 'no_level'],
]

for (const [what, log, code] of impossible) {
  test(`the log says so when ${what}`, () => {
    const { problems } = clocksOf({ terms: terms(), log, now: at('2026-11-24T09:00') })
    assert.deepEqual(
      problems.map((p) => p.code),
      [code],
    )
  })
}

test('events that cannot have happened change no verdict', () => {
  const plain = [reported('23T09:00'), takenOver('23T09:30')]
  const odd = [
    ...plain,
    happens('23T09:10', 'resumed'),
    happens('23T09:20', 'reopened'),
    waits('23T09:40', 'holiday'),
  ]
  assert.equal(left(clock('resolution', odd, '23T10:00')), left(clock('resolution', plain, '23T10:00')))
})

test('events of one instant follow their numbers: asked again at the moment of the answer', () => {
  const log = [reported('23T09:00'), waits('23T10:00'), happens('23T11:00', 'resumed'), waits('23T11:00')]
  const numbered = log.map((event, seq) => ({ ...event, seq }))
  assert.equal(clock('resolution', numbered, '23T12:00').state, 'paused')
  const other = [reported('23T09:00'), waits('23T11:00'), happens('23T11:00', 'resumed')].map(
    (event, seq) => ({ ...event, seq }),
  )
  assert.equal(clock('resolution', other, '23T12:00').state, 'running')
})

test('the next deadline is that of the nearest unmet target; all paused have none', () => {
  const now = at('2026-11-23T09:30')
  const due = (log: readonly TicketEvent[], under = terms()): string | undefined =>
    nextDue(clocksOf({ terms: under, log, now }).clocks)
  assert.equal(due([reported('23T09:00')]), at('2026-11-23T10:00'))
  assert.equal(due([reported('23T09:00'), takenOver('23T09:10')]), at('2026-11-23T13:00'))
  assert.equal(due([reported('23T09:00'), takenOver('23T09:10'), waits('23T09:20')]), undefined)
  assert.equal(due([reported('20T09:00')]), at('2026-11-20T10:00'))
  assert.equal(due([reported('23T09:00'), happens('23T09:20', 'resolved')]), undefined)
})

test('warnings come at shares of the open time, the breach at the deadline', () => {
  const { clocks } = clocksOf({
    terms: terms(),
    log: [reported('20T15:00'), takenOver('20T15:10')],
    now: at('2026-11-20T15:10'),
  })
  assert.deepEqual(alarmsOf(clocks), [
    { target: 'resolution', kind: 'warning', share: 50, at: at('2026-11-20T17:00') },
    { target: 'resolution', kind: 'warning', share: 75, at: at('2026-11-23T09:00') },
    { target: 'resolution', kind: 'warning', share: 90, at: at('2026-11-23T09:36') },
    { target: 'resolution', kind: 'breach', share: 100, at: at('2026-11-23T10:00') },
  ])
})

test('a paused, a fulfilled and a void clock ring no alarm', () => {
  for (const log of [
    [reported('23T09:00'), takenOver('23T09:10'), waits('23T09:20')],
    [reported('23T09:00'), happens('23T09:20', 'resolved')],
    [reported('23T09:00'), happens('23T09:20', 'cancelled')],
  ]) {
    assert.deepEqual(alarmsOf(clocksOf({ terms: terms(), log, now: at('2026-11-23T09:30') }).clocks), [])
  }
})

const kinds = [
  'taken_over',
  'work_started',
  'paused',
  'resumed',
  'client_message',
  'resolved',
  'reopened',
  'priority_changed',
  'held',
  'admitted',
  'cancelled',
] as const
const someEvent = fc.record({
  kind: fc.constantFrom(...kinds),
  quarter: fc.integer({ min: 0, max: 12 }),
  reason: fc.constantFrom('waitingForClient', 'partsOrdered'),
  priority: fc.constantFrom('normal', 'high', 'critical'),
})

test('the order in which events are handed over never changes a verdict', () => {
  const logs = fc.array(someEvent, { maxLength: 12 }).map((events) => [
    reported('23T09:00'),
    ...events.map(
      ({ kind, quarter, reason, priority }) =>
        ({
          at: Temporal.Instant.from(at('2026-11-23T09:00'))
            .add({ minutes: quarter * 15 })
            .toString(),
          ...(kind === 'paused'
            ? { kind, reason }
            : kind === 'priority_changed'
              ? { kind, priority }
              : { kind }),
        }) as TicketEvent,
    ),
  ])
  fc.assert(
    fc.property(
      logs.chain((log) => fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length }))),
      ([log, shuffled]) => {
        const now = at('2026-11-24T10:00')
        const [one, other] = [
          clocksOf({ terms: terms(), log, now }),
          clocksOf({ terms: terms(), log: shuffled, now }),
        ]
        assert.deepEqual(other, one)
        assert.deepEqual(
          clocksOf({ terms: terms(), log: [...log, ...log], now }).clocks.map(left),
          one.clocks.map(left),
        )
      },
    ),
    { numRuns: 400 },
  )
})
