import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Terms } from './contract-data.ts'
import {
  grantedOf,
  promised,
  withCalendar,
  withGranted,
  withNewRow,
  withoutRow,
  withReason,
  withRules,
  withStop,
  withTarget,
} from './level-draft.ts'

const office = {
  timezone: 'Europe/Warsaw',
  publicHolidays: 'PL',
  weekly: {},
} as unknown as Terms['calendars'][string]['calendar']
const terms = {
  serviceLevels: [
    { priority: 'critical', definition: '', reactionMinutes: 30, calendar: 'work' },
    { priority: 'low', definition: '', reactionMinutes: 480, resolutionMinutes: 600, calendar: 'work' },
  ],
  calendars: { work: { name: 'Dni robocze', calendar: office } },
  clock: {
    onPriorityChange: 'fromReport',
    onReopen: 'continue',
    gateClock: 'fromReport',
    closeAfterDays: 5,
    pauseReasons: [{ key: 'waitingForClient', stops: ['resolution'] }],
  },
} as unknown as Terms

test('a target in hours becomes one in days, and goes away', () => {
  const [, low] = terms.serviceLevels
  const inDays = withGranted(low!, 'resolution', { businessDays: 3 })
  assert.deepEqual(grantedOf(inDays, 'resolution'), { businessDays: 3 })
  assert.equal(inDays.resolutionMinutes, undefined)
  assert.deepEqual(promised(withGranted(inDays, 'resolution', undefined)), ['reaction'])
})

test('a row stands by its priority, exceptions after all, the fallback last', () => {
  const all = withNewRow(
    withNewRow(withNewRow(terms, { priority: '*' }), { priority: '*', category: 'Przegląd' }),
    { priority: 'normal' },
  )
  assert.deepEqual(
    all.serviceLevels.map(({ priority, category }) => category ?? priority),
    ['critical', 'normal', 'low', 'Przegląd', '*'],
  )
})

test('a target may have a calendar of its own; what nobody names any more leaves the terms', () => {
  const always = { key: 'always', name: 'Całą dobę', calendar: office }
  const own = withCalendar(terms, 0, always, 'reaction')
  assert.deepEqual(own.serviceLevels[0]?.calendars, { reaction: 'always' })
  assert.deepEqual(Object.keys(own.calendars), ['work', 'always'])
  assert.deepEqual(withCalendar(own, 0, undefined, 'reaction'), terms)
  const moved = withCalendar(withCalendar(terms, 0, always), 1, always)
  assert.deepEqual(Object.keys(moved.calendars), ['always'])
  assert.equal(withoutRow(terms, 0).serviceLevels.length, 1)
})

test('a reason stops what is agreed, and a new one has a key of its own', () => {
  const { clock } = terms
  const stopped = withStop(clock, 'waitingForClient', 'reaction', true)
  assert.deepEqual(stopped.pauseReasons[0]?.stops, ['reaction', 'resolution'])
  assert.deepEqual(withStop(stopped, 'waitingForClient', 'reaction', false), clock)
  const named = withReason(withReason(clock, 'Święto łączności'), 'Święto łączności')
  assert.deepEqual(
    named.pauseReasons.map(({ key }) => key),
    ['waitingForClient', 'Swieto_lacznosci', 'Swieto_lacznosci_2'],
  )
})

test('a work-around that is promised for the first time is stopped by what stops the resolution', () => {
  const promisedNow = withTarget(terms, 0, 'workAround', { minutes: 60 })
  assert.deepEqual(promisedNow.clock.pauseReasons[0]?.stops, ['workAround', 'resolution'])
  assert.deepEqual(withTarget(terms, 0, 'arrival', { minutes: 60 }).clock, terms.clock)
  const agreed = {
    ...promisedNow,
    clock: withStop(promisedNow.clock, 'waitingForClient', 'workAround', false),
  }
  assert.deepEqual(withTarget(agreed, 1, 'workAround', { minutes: 60 }).clock, agreed.clock)
})

test('a rule that is as usual is not written down', () => {
  const narrowed = withRules(terms.clock, 'reaction', { fulfilledBy: ['public_reply'] })
  assert.deepEqual(narrowed.targets, { reaction: { fulfilledBy: ['public_reply'] } })
  assert.deepEqual(withRules(narrowed, 'reaction', {}), terms.clock)
})
