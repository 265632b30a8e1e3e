import 'temporal-polyfill/global'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysOverdue, effectiveDueOn, firstReminderOn, reminderAt, stageOf } from './due-dates.ts'

//  what it shows                             due           really due    first reminder
const terms = [
  ['an ordinary Tuesday', '2026-11-24', '2026-11-24', '2026-11-27'],
  ['a Saturday', '2026-02-14', '2026-02-16', '2026-02-19'],
  ['three days later it is a Sunday', '2026-11-19', '2026-11-19', '2026-11-23'],
  ['Independence Day', '2026-11-11', '2026-11-12', '2026-11-16'],
  ['Christmas Eve, before a weekend', '2026-12-24', '2026-12-28', '2026-12-31'],
  ['the reminder would fall on New Year', '2026-12-29', '2026-12-29', '2027-01-04'],
] as const

for (const [what, due, really, reminder] of terms) {
  test(`${what}: due ${due}, really ${really}, reminded on ${reminder}`, () => {
    assert.equal(effectiveDueOn(due), really)
    assert.equal(firstReminderOn(due), reminder)
  })
}

//  what it shows                             now (Warsaw)        sent at (Warsaw)
const moments = [
  ['the planned morning lies ahead', '2026-11-23T10:00', '2026-11-27T09:00'],
  ['it has just passed', '2026-11-27T09:00', '2026-11-30T09:00'],
  ['early on a later working day', '2026-12-01T06:30', '2026-12-01T09:00'],
  ['on a Sunday', '2026-12-06T12:00', '2026-12-07T09:00'],
] as const

for (const [what, now, sent] of moments) {
  test(`a reminder due since 24 November, ${what}: goes out ${sent}`, () => {
    const instant = (text: string) =>
      Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Warsaw').toInstant()
    assert.equal(reminderAt('2026-11-24', instant(now), 'Europe/Warsaw').toString(), instant(sent).toString())
  })
}

//  due           on            days  stage
const ages = [
  ['2026-02-14', '2026-02-16', 0, 'beforeDue'],
  ['2026-02-14', '2026-02-17', 1, 'days1to7'],
  ['2026-02-14', '2026-02-23', 7, 'days1to7'],
  ['2026-02-14', '2026-02-24', 8, 'days8to30'],
  ['2026-02-14', '2026-03-18', 30, 'days8to30'],
  ['2026-02-14', '2026-03-19', 31, 'over30'],
  ['2026-11-30', '2026-11-23', -7, 'beforeDue'],
] as const

for (const [due, on, days, stage] of ages) {
  test(`due ${due}, on ${on}: ${days} days, ${stage}`, () => {
    assert.equal(daysOverdue(due, on), days)
    assert.equal(stageOf(daysOverdue(due, on)), stage)
  })
}
