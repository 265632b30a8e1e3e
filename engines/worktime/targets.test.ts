import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockTermsOf, type ClockRules, type TargetKind } from './clock-terms.ts'
import { clocksOf, type Clock } from './clocks.ts'
import { always, at, bakery } from './testing.ts'
import type { TicketEvent } from './ticket-log.ts'
import { verdictOf, verdictsOf } from './verdicts.ts'

type Happened = TicketEvent extends infer E ? (E extends TicketEvent ? Omit<E, 'at' | 'seq'> : never) : never

const rules: ClockRules = {
  onPriorityChange: 'fromReport',
  onReopen: 'continue',
  gateClock: 'fromReport',
  pauseReasons: [
    { key: 'waitingForClient', stops: ['workAround', 'resolution'] },
    { key: 'partsOrdered', stops: ['resolution'] },
  ],
}
const termsUnder = (change: Partial<ClockRules> = {}) =>
  clockTermsOf({
    serviceLevels: [
      {
        priority: '*',
        reactionMinutes: 60,
        arrivalMinutes: 240,
        nextReplyMinutes: 120,
        periodicUpdateMinutes: 180,
        workAroundMinutes: 240,
        resolutionMinutes: 480,
        calendar: 'bakery',
        calendars: { arrival: 'always' },
      },
      {
        priority: '*',
        category: 'Przegląd',
        reactionMinutes: 480,
        resolutionBusinessDays: 5,
        calendar: 'bakery',
      },
    ],
    calendars: { bakery: { calendar: bakery }, always: { calendar: always } },
    clock: { ...rules, ...change },
  })

/** Of Monday, 23 November, unless the day is said; the bakery is served from 8 to 17. */
const on = (time: string, happened: Happened): TicketEvent =>
  ({ ...happened, at: at(`2026-11-${time.includes('T') ? time : `23T${time}`}`) }) as TicketEvent
const reported = (time: string, facts: object = {}): TicketEvent =>
  on(time, { kind: 'reported', priority: 'normal', ...facts })
const asks = (time: string): TicketEvent => on(time, { kind: 'client_message' })
const replies = (time: string): TicketEvent => on(time, { kind: 'public_reply', human: true })
const does = (
  time: string,
  kind:
    | 'taken_over'
    | 'arrived'
    | 'worked_around'
    | 'resolved'
    | 'reopened'
    | 'cancelled'
    | 'held'
    | 'resumed',
): TicketEvent => on(time, { kind })
const waits = (time: string, reason = 'waitingForClient'): TicketEvent => on(time, { kind: 'paused', reason })

function find(
  target: TargetKind,
  log: TicketEvent[],
  now: string,
  change?: Partial<ClockRules>,
): Clock | undefined {
  const found = clocksOf({
    terms: termsUnder(change),
    log,
    now: at(`2026-11-${now.includes('T') ? now : `23T${now}`}`),
  })
  return found.clocks.find((clock) => clock.target === target)
}

const told = (clock: Clock | undefined): string => {
  if (!clock) return 'none'
  const due = clock.dueAt === undefined ? 'never' : clock.dueAt.slice(8, 16)
  return `${clock.state}, due ${due}, over ${clock.overSeconds / 60}`
}
/** In UTC, an hour behind the bakery. */
const says = (state: string, due: string, over = 0): string => `${state}, due ${due}, over ${over}`

type Story = readonly [string, TargetKind, TicketEvent[], string, string, Partial<ClockRules>?]
//  what it shows                        target           log                                      now      state and deadline
const stories: readonly Story[] = [
  ['nobody has asked', 'nextReply', [reported('09:00')], '10:00', 'none'],
  [
    'the report itself is answered by the reaction',
    'nextReply',
    [reported('09:00'), replies('09:20')],
    '10:00',
    'none',
  ],
  [
    'a question waits for its answer',
    'nextReply',
    [reported('09:00'), asks('10:00')],
    '10:30',
    says('running', '23T11:00'),
  ],
  [
    'further questions start no other clock',
    'nextReply',
    [reported('09:00'), asks('10:00'), asks('11:30')],
    '11:40',
    says('running', '23T11:00'),
  ],
  [
    'answered in time',
    'nextReply',
    [reported('09:00'), asks('10:00'), replies('11:00')],
    '15:00',
    says('met', '23T11:00'),
  ],
  [
    'an automatic answer is none',
    'nextReply',
    [reported('09:00'), asks('10:00'), on('10:01', { kind: 'public_reply', human: false })],
    '10:30',
    says('running', '23T11:00'),
  ],
  [
    'asked again after the answer',
    'nextReply',
    [reported('09:00'), asks('10:00'), replies('11:00'), asks('12:00')],
    '12:30',
    says('running', '23T13:00'),
  ],
  [
    'one late answer of two stays visible',
    'nextReply',
    [reported('09:00'), asks('10:00'), replies('12:45'), asks('13:00'), replies('13:10')],
    '15:00',
    says('missed', '23T11:00', 45),
  ],
  [
    'resolved, it needs no reply',
    'nextReply',
    [reported('09:00'), asks('10:00'), does('11:00', 'resolved')],
    '15:00',
    says('met', '23T11:00'),
  ],
  [
    'thanks after the resolve ask for nothing',
    'nextReply',
    [reported('09:00'), does('11:00', 'resolved'), asks('11:05')],
    '15:00',
    'none',
  ],
  [
    'the message that reopens wants an answer',
    'nextReply',
    [reported('09:00'), does('11:00', 'resolved'), asks('14:00'), does('14:00', 'reopened')],
    '14:10',
    says('running', '23T15:00'),
  ],
  [
    'a question in the evening counts from the morning',
    'nextReply',
    [reported('09:00'), asks('18:00')],
    '19:00',
    says('standing', '24T09:00'),
  ],

  [
    'an update is due from the report on',
    'periodicUpdate',
    [reported('09:00')],
    '10:00',
    says('running', '23T11:00'),
  ],
  [
    'each word to the client begins it anew',
    'periodicUpdate',
    [reported('09:00'), replies('10:00'), replies('12:00')],
    '12:30',
    says('running', '23T14:00'),
  ],
  [
    'over the night',
    'periodicUpdate',
    [reported('09:00'), replies('16:00')],
    '18:00',
    says('standing', '24T09:00'),
  ],
  [
    'silence past the deadline',
    'periodicUpdate',
    [reported('09:00')],
    '13:00',
    says('breached_running', '23T11:00', 60),
  ],
  [
    'resolved in time, nothing more is owed',
    'periodicUpdate',
    [reported('09:00'), does('11:30', 'resolved')],
    '24T12:00',
    says('met', '23T11:00'),
  ],
  [
    'reopened, it is owed again',
    'periodicUpdate',
    [reported('09:00'), does('10:00', 'resolved'), does('14:00', 'reopened')],
    '14:10',
    says('running', '23T16:00'),
  ],
  [
    'a cancelled ticket has no verdict',
    'periodicUpdate',
    [reported('09:00'), does('10:00', 'cancelled')],
    '14:10',
    says('void', 'never'),
  ],

  [
    'the work-around is its own promise',
    'workAround',
    [reported('09:00')],
    '10:00',
    says('running', '23T12:00'),
  ],
  [
    'the client works again',
    'workAround',
    [reported('09:00'), does('11:00', 'worked_around')],
    '15:00',
    says('met', '23T12:00'),
  ],
  [
    'and the resolution runs on',
    'resolution',
    [reported('09:00'), does('11:00', 'worked_around')],
    '15:00',
    says('running', '23T16:00'),
  ],
  [
    'repaired for good at once',
    'workAround',
    [reported('09:00'), does('11:00', 'resolved')],
    '15:00',
    says('met', '23T12:00'),
  ],
  [
    'waiting for the client stops it',
    'workAround',
    [reported('09:00'), waits('10:00'), does('11:00', 'resumed')],
    '11:10',
    says('running', '23T13:00'),
  ],
  [
    'waiting for a part does not',
    'workAround',
    [reported('09:00'), waits('10:00', 'partsOrdered')],
    '11:10',
    says('running', '23T12:00'),
  ],
  [
    'reopened, the repair was no work-around',
    'workAround',
    [reported('09:00'), does('11:00', 'resolved'), does('13:00', 'reopened')],
    '13:10',
    says('running', '23T14:00'),
  ],
  [
    'under a contract that starts anew',
    'workAround',
    [reported('09:00'), does('10:00', 'worked_around'), does('11:00', 'resolved'), does('13:00', 'reopened')],
    '13:10',
    says('running', '23T16:00'),
    { onReopen: 'restart' },
  ],

  ['a target on a calendar of its own', 'arrival', [reported('16:00')], '16:10', says('running', '23T19:00')],
  [
    'it starts with taking over where agreed',
    'arrival',
    [reported('09:00'), does('10:00', 'taken_over')],
    '10:10',
    says('running', '23T13:00'),
    { targets: { arrival: { startsWith: 'takeOver' } } },
  ],
  [
    'and waits until then',
    'arrival',
    [reported('09:00')],
    '10:10',
    says('paused', 'never'),
    { targets: { arrival: { startsWith: 'takeOver' } } },
  ],
  [
    'resolved before it started',
    'arrival',
    [reported('09:00'), does('09:30', 'resolved')],
    '10:10',
    says('met', 'never'),
    { targets: { arrival: { startsWith: 'takeOver' } } },
  ],
  [
    'only an answer counts where agreed',
    'reaction',
    [reported('09:00'), does('09:10', 'taken_over')],
    '09:30',
    says('running', '23T09:00'),
    { targets: { reaction: { fulfilledBy: ['public_reply'] } } },
  ],
  [
    'and does then',
    'reaction',
    [reported('09:00'), does('09:10', 'taken_over'), replies('09:40')],
    '12:30',
    says('met', '23T09:00'),
    { targets: { reaction: { fulfilledBy: ['public_reply'] } } },
  ],

  [
    'the row of the category promises otherwise',
    'reaction',
    [reported('09:00', { category: 'Przegląd' })],
    '09:30',
    says('running', '23T16:00'),
  ],
  [
    'moved to that category, as if from the report',
    'reaction',
    [reported('09:00'), on('09:30', { kind: 'reclassified', category: 'Przegląd' })],
    '09:40',
    says('running', '23T16:00'),
  ],
  [
    'or started anew with the change',
    'reaction',
    [reported('09:00'), on('09:30', { kind: 'reclassified', category: 'Przegląd' })],
    '09:40',
    says('running', '24T07:30'),
    { onPriorityChange: 'restart' },
  ],
  [
    'moved there and back',
    'reaction',
    [
      reported('09:00'),
      on('09:30', { kind: 'reclassified', category: 'Przegląd' }),
      on('09:40', { kind: 'reclassified', category: null }),
    ],
    '09:50',
    says('running', '23T09:00'),
  ],

  [
    'reopened within the warranty it continues',
    'resolution',
    [reported('09:00'), does('10:00', 'resolved'), does('24T09:00', 'reopened')],
    '24T10:00',
    says('running', '24T15:00'),
    { onReopen: 'newTicket', warrantyDays: 2 },
  ],
  [
    'later the verdict stands',
    'resolution',
    [reported('09:00'), does('10:00', 'resolved'), does('26T11:00', 'reopened')],
    '26T12:00',
    says('met', '23T16:00'),
    { onReopen: 'newTicket', warrantyDays: 2 },
  ],
]

for (const [what, target, log, now, expected, change] of stories) {
  test(`${target}: ${what}`, () => {
    assert.equal(told(find(target, log, now, change)), expected)
    const ms = Temporal.Instant.from(at(`2026-11-${now.includes('T') ? now : `23T${now}`}`)).epochMilliseconds
    const { judged } = verdictsOf({ terms: termsUnder(change), log, now: ms })
    assert.equal(
      judged.find(({ row }) => row.target === target)?.state,
      find(target, log, now, change)?.state,
    )
  })
}

test('a clock that has not started says what it waits for', () => {
  const waiting = find('arrival', [reported('09:00')], '09:10', {
    targets: { arrival: { startsWith: 'takeOver' } },
  })
  assert.deepEqual([waiting?.pausedBecause, waiting?.stretches], ['takeOver', []])
})

test('each round of a repeated target keeps its own verdict', () => {
  const log = [
    reported('09:00'),
    asks('10:00'),
    replies('12:45'),
    asks('13:00'),
    replies('13:10'),
    asks('14:00'),
  ]
  const clock = find('nextReply', log, '14:10')!
  assert.equal(clock.state, 'running')
  assert.deepEqual(
    clock.rounds?.map(({ isMet, overSeconds }) => [isMet, overSeconds / 60]),
    [
      [false, 45],
      [true, 0],
    ],
  )
  assert.equal(verdictOf(clock), 'missed')
})

//  what the report counts                          log                                           verdict
const verdicts = [
  ['still running', [reported('09:00')], 'open'],
  ['past its deadline and still open', [reported('20T09:00')], 'missed'],
  ['resolved in time', [reported('09:00'), does('09:30', 'resolved')], 'met'],
  ['resolved late', [reported('20T09:00'), does('09:30', 'resolved')], 'missed'],
  ['cancelled', [reported('20T09:00'), does('09:30', 'cancelled')], 'none'],
] as const

for (const [what, log, expected] of verdicts) {
  test(`the resolution of a ticket that is ${what} counts as ${expected}`, () =>
    assert.equal(verdictOf(find('resolution', [...log], '10:00')!), expected))
}

//  what cannot be                                 log                                                          problem
const impossible = [
  ['the same event twice', [reported('09:00'), replies('09:30'), replies('09:30')], 'doubled'],
  [
    'two reports at once that differ',
    [reported('09:00'), reported('09:00', { category: 'Awaria' })],
    'reported_twice',
  ],
  [
    'numbers that contradict the times',
    [reported('09:00'), does('10:00', 'taken_over'), does('09:30', 'held')].map((event, seq) => ({
      ...event,
      seq,
    })),
    'out_of_order',
  ],
  [
    'two categories at once',
    [
      reported('09:00'),
      on('09:30', { kind: 'reclassified', category: 'Awaria' }),
      on('09:30', { kind: 'reclassified', category: 'Pytanie' }),
    ],
    'two_changes_at_once',
  ],
] as const

for (const [what, log, code] of impossible) {
  test(`the log says so when it holds ${what}`, () => {
    const { problems } = clocksOf({ terms: termsUnder(), log: [...log], now: at('2026-11-23T12:00') })
    assert.deepEqual(
      problems.map((problem) => problem.code),
      [code],
    )
  })
}

test('reopened after the warranty the log says so', () => {
  const log = [reported('09:00'), does('10:00', 'resolved'), does('26T11:00', 'reopened')]
  const { problems } = clocksOf({
    terms: termsUnder({ onReopen: 'newTicket', warrantyDays: 2 }),
    log,
    now: at('2026-11-27T12:00'),
  })
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['after_warranty'],
  )
})

test('an explanation names the clauses: that of the row and that of the stop', () => {
  const terms = clockTermsOf({
    serviceLevels: [{ priority: '*', resolutionMinutes: 60, calendar: 'bakery', clause: 'Załącznik nr 1' }],
    calendars: { bakery: { calendar: bakery } },
    clock: {
      ...rules,
      pauseReasons: [{ key: 'waitingForClient', stops: ['resolution'], clause: '§ 6 ust. 1' }],
    },
  })
  const log = [reported('09:00'), waits('09:30'), does('10:00', 'resumed')]
  const [clock] = clocksOf({ terms, log, now: at('2026-11-23T10:00') }).clocks
  assert.equal(clock?.matchedRow.clause, 'Załącznik nr 1')
  assert.deepEqual(clock?.stretches[1]?.why, {
    code: 'pause',
    reason: 'waitingForClient',
    clause: '§ 6 ust. 1',
  })
})
