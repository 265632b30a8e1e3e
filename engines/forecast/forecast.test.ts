/** Who will miss what: tables of small teams that can be counted by hand. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { atRisk, type OpenTarget, type Person } from './at-risk.ts'
import { effortLeft, historyOf, type PastWork } from './estimate.ts'

/** A day without nights: minute 0 is now, everybody works through. */
const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 8) + minute * 60_000).toISOString()
const minuteOf = (text: string): number => (Date.parse(text) - Date.parse(at(0))) / 60_000
const person = (id: string, share = 1): Person => ({
  id,
  minutesUntil: (t) => Math.floor(minuteOf(t) * share),
})
const work = (
  ticketId: string,
  personId: string | undefined,
  due: number,
  effortMinutes: number,
): OpenTarget => ({
  ticketId,
  kind: 'work',
  target: 'resolution',
  dueAt: at(due),
  leftMinutes: due,
  effortMinutes,
  ...(personId && { personId }),
})
const answer = (ticketId: string, personId: string, due: number): OpenTarget => ({
  ...work(ticketId, personId, due, 30),
  kind: 'answer',
  target: 'reaction',
})
const told = (targets: OpenTarget[], people: Person[], horizonMinutes = 480): string[] =>
  atRisk({ targets, people, horizonMinutes }).map(
    ({ ticketId, target, lateMinutes, move }) =>
      `${ticketId} ${target} ${lateMinutes}${move ? ` → ${move.toId} saves ${move.savedTargets}/${move.savedMinutes}, still ${move.lateMinutesAfter}` : ''}`,
  )

const two = [person('kuba'), person('piotr')]
//  what it shows, open targets, people, horizon, expected
const cases: [string, OpenTarget[], Person[], number, string[]][] = [
  ['what fits is no risk', [work('A', 'kuba', 120, 60), work('B', 'kuba', 120, 60)], two, 480, []],
  [
    'the third does not fit; who is free saves it',
    [work('A', 'kuba', 120, 60), work('B', 'kuba', 120, 60), work('C', 'kuba', 150, 60)],
    two,
    480,
    ['C resolution 30 → piotr saves 1/30, still 0'],
  ],
  [
    'nobody has room: no move is proposed',
    [work('A', 'kuba', 60, 90), work('B', 'piotr', 60, 60)],
    two,
    480,
    ['A resolution 30'],
  ],
  [
    'moving away what comes first saves two',
    [work('A', 'kuba', 60, 90), work('B', 'kuba', 120, 60)],
    [person('kuba'), person('piotr'), person('basia', 2)],
    480,
    ['A resolution 30 → basia saves 2/60, still 0', 'B resolution 30 → basia saves 1/30, still 0'],
  ],
  ['beyond the horizon nothing is said', [work('A', 'kuba', 300, 400)], two, 240, []],
  ['within the horizon it is', [work('A', 'kuba', 240, 250)], two, 240, ['A resolution 10']],
  [
    'what nobody has is at risk',
    [work('A', undefined, 100, 60)],
    two,
    480,
    ['A resolution 60 → kuba saves 1/60, still 0'],
  ],
  [
    'a person who left counts as nobody',
    [work('A', 'gone', 100, 60)],
    two,
    480,
    ['A resolution 60 → kuba saves 1/60, still 0'],
  ],
  [
    'a reaction waits only for what comes before it',
    [work('A', 'kuba', 60, 60), answer('B', 'kuba', 70)],
    two,
    480,
    [],
  ],
  [
    'a reaction behind long work is missed',
    [work('A', 'kuba', 60, 60), work('B', 'kuba', 80, 20), answer('C', 'kuba', 81)],
    two,
    480,
    [],
  ],
  [
    'an absent person has no minutes',
    [work('A', 'kuba', 100, 40), answer('B', 'kuba', 110)],
    [person('kuba', 0), person('piotr')],
    480,
    ['A resolution 40 → piotr saves 2/80, still 0', 'B reaction 40 → piotr saves 1/40, still 0'],
  ],
  ['what is overdue already is no forecast', [work('A', 'kuba', -5, 60)], two, 480, []],
  [
    'what is overdue comes before the rest',
    [work('A', 'kuba', -5, 60), work('B', 'kuba', 60, 30)],
    two,
    480,
    ['B resolution 30 → piotr saves 1/30, still 0'],
  ],
]

for (const [what, targets, people, horizon, expected] of cases)
  test(`${what}`, () => assert.deepEqual(told(targets, people, horizon), expected))

const past = (category: string | null, priority: string, ...minutes: number[]): PastWork[] =>
  minutes.map((one) => ({ category, priority, minutes: one }))
const done = [
  ...past('Drukarki', 'normal', 20, 30, 100),
  ...past('Drukarki', 'high', 60),
  ...past('Sieć', 'high', 120, 180),
  ...past(null, 'low', 10),
]
const estimates: [string, string | null, string, string][] = [
  ['three of a kind: their median', 'Drukarki', 'normal', '30 categoryAndPriority 3'],
  ['too few of the priority: the category', 'Drukarki', 'high', '45 category 4'],
  ['too few of the category: the priority', 'Sieć', 'high', '120 priority 3'],
  ['without a category: the priority', null, 'normal', '30 priority 3'],
  ['nothing alike: all', 'Serwery', 'critical', '60 all 7'],
]
for (const [what, category, priority, expected] of estimates)
  test(`an estimate from history, ${what}`, () => {
    const { minutes, from, cases: n } = historyOf(done)({ category, priority })
    assert.equal(`${minutes} ${from} ${n}`, expected)
  })
test('without any history an hour is usual', () =>
  assert.deepEqual(historyOf([])({ category: null, priority: 'low' }), {
    minutes: 60,
    from: 'usual',
    cases: 0,
  }))
test('what was worked is taken off, a quarter of an hour stays', () =>
  assert.deepEqual([effortLeft(60, 20), effortLeft(60, 50), effortLeft(60, 200)], [40, 15, 15]))
