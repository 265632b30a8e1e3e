import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  matchLevel,
  problemsOfLevels,
  promisesOf,
  type LevelColumns,
  type ServiceLevel,
} from './service-level.ts'
import { office } from './testing.ts'

const rows: readonly (LevelColumns & { is: string })[] = [
  { is: 'critical', priority: 'critical' },
  { is: 'high', priority: 'high' },
  { is: 'inspection', priority: '*', category: 'Przegląd' },
  { is: 'critical till', priority: 'critical', deviceClass: 'Kasa' },
  { is: 'warehouse', priority: '*', site: 'Magazyn' },
  { is: 'inspection of tills', priority: '*', category: 'Przegląd', deviceClass: 'Kasa' },
  { is: 'everything else', priority: '*' },
]

//  what it shows                              priority    category     device class  site       row
const matches = [
  ['the row of the priority', 'critical', 'Awaria', null, null, 'critical'],
  ['what has no row of its own falls back', 'low', 'Awaria', null, null, 'everything else'],
  ['a row of the category beats one of the priority', 'high', 'Przegląd', null, null, 'inspection'],
  ['two columns beat one', 'critical', 'Awaria', 'Kasa', null, 'critical till'],
  ['the site beats the category', 'low', 'Przegląd', null, 'Magazyn', 'warehouse'],
  ['two columns beat the site alone', 'critical', 'Awaria', 'Kasa', 'Magazyn', 'critical till'],
  [
    'of two with two columns the device class wins',
    'critical',
    'Przegląd',
    'Kasa',
    null,
    'inspection of tills',
  ],
  ['a site that no row names changes nothing', 'high', null, null, 'Biuro', 'high'],
  ['names are compared as people write them', 'low', ' przegląd', null, null, 'inspection'],
  ['capital Polish letters too', 'low', 'PRZEGLĄD', 'kasa', null, 'inspection of tills'],
  ['a longer name is another one', 'low', 'Przegląd roczny', null, 'Magazyn 2', 'everything else'],
] as const

for (const [what, priority, category, deviceClass, site, expected] of matches) {
  test(`${what}: ${expected}`, () => {
    const found = matchLevel(rows, { priority, category, deviceClass, site })
    assert.equal(rows[found!.row]!.is, expected)
  })
}

test('the order of the rows never decides', () => {
  for (const [, priority, category, deviceClass, site, expected] of matches) {
    const backward = rows.toReversed()
    const found = matchLevel(backward, { priority, category, deviceClass, site })
    assert.equal(backward[found!.row]!.is, expected)
  }
})

test('a row that matched says what it names and whether it is the fallback', () => {
  assert.deepEqual(matchLevel(rows, { priority: 'low' }), {
    row: 6,
    named: { priority: '*' },
    isFallback: true,
  })
  assert.deepEqual(matchLevel(rows, { priority: 'low', site: 'Magazyn' })?.named, {
    priority: '*',
    site: 'Magazyn',
  })
  assert.equal(matchLevel(rows.slice(0, 2), { priority: 'low' }), undefined)
})

const level = (change: Partial<ServiceLevel>): ServiceLevel => ({
  priority: 'critical',
  reactionMinutes: 60,
  calendar: 'office',
  ...change,
})
const calendars = { office: { calendar: office } }

test('a row promises each target that has a duration, on the calendar of the row or its own', () => {
  const promised = promisesOf(
    level({ workAroundBusinessDays: 1, resolutionMinutes: 600, calendars: { resolution: 'always' } }),
  )
  assert.deepEqual(promised, [
    { target: 'reaction', granted: { minutes: 60 }, calendar: 'office' },
    { target: 'workAround', granted: { businessDays: 1 }, calendar: 'office' },
    { target: 'resolution', granted: { minutes: 600 }, calendar: 'always' },
  ])
})

//  what is wrong                                 rows                                                        problems
const wrong: readonly (readonly [string, readonly ServiceLevel[], string])[] = [
  ['nothing', [level({})], ''],
  [
    'two rows for the same',
    [level({}), level({ reactionMinutes: 30 })],
    'row_twice serviceLevels.1.priority',
  ],
  ['two rows that differ in the site', [level({}), level({ site: 'Magazyn' })], ''],
  ['no promise at all', [level({ reactionMinutes: undefined })], 'nothing_promised serviceLevels.0'],
  [
    'minutes and days for one target',
    [level({ resolutionMinutes: 60, resolutionBusinessDays: 2 })],
    'two_durations serviceLevels.0.resolutionBusinessDays',
  ],
  ['a negative duration', [level({ arrivalMinutes: -5 })], 'duration_invalid serviceLevels.0.arrivalMinutes'],
  ['half a minute', [level({ reactionMinutes: 0.5 })], 'duration_invalid serviceLevels.0.reactionMinutes'],
  [
    'more than a year',
    [level({ reactionMinutes: 9_999_999 })],
    'duration_invalid serviceLevels.0.reactionMinutes',
  ],
  [
    'a calendar that is not there',
    [level({ calendar: 'nights' })],
    'calendar_missing serviceLevels.0.calendar',
  ],
  [
    'a target on a calendar that is not there',
    [level({ resolutionMinutes: 60, calendars: { resolution: 'nights' } })],
    'calendar_missing serviceLevels.0.calendars.resolution',
  ],
]

for (const [what, levels, expected] of wrong) {
  test(`the matrix is told of ${what}`, () =>
    assert.equal(
      problemsOfLevels(levels, calendars)
        .map(({ code, path }) => `${code} ${path}`)
        .join(', '),
      expected,
    ))
}

test('a duration that would take decades of this calendar is absurd', () => {
  const rare = { ...office, weekly: { ...office.weekly, mon: [], tue: [], wed: [], thu: [], fri: [] } }
  const yearly = { ...rare, weekly: { ...rare.weekly, sat: [['10:00', '10:10']] as [string, string][] } }
  const problems = problemsOfLevels([level({ resolutionMinutes: 500_000 })], { office: { calendar: yearly } })
  assert.deepEqual(
    problems.map(({ code, path }) => `${code} ${path}`),
    ['duration_absurd serviceLevels.0.resolutionMinutes'],
  )
})

test('a matrix that leaves a priority without any row is pointed out', () => {
  const [problem] = problemsOfLevels([level({})], calendars, ['critical', 'low'])
  assert.deepEqual(problem, { code: 'no_fallback', weight: 'warning', path: 'serviceLevels' })
})
