/** Alarms come before a deadline and at it, once, to whoever can act, and never without a reason. */
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Context } from '#server/plumbing/context.ts'
import { letPass, printer, setDesk, type Desk } from '#server/testing/desk-stage.ts'
import { openStage, warsaw } from '#server/testing/scene.ts'
import { changePriority, takeOver } from './handle-ticket.ts'
import { noticesOf } from './notices.ts'
import { pauseClock } from './pause-clock.ts'
import { reportTicket } from './report-ticket.ts'
import { soundAlarm } from './sound-alarm.ts'

const stage = openStage()
let opened: Desk | undefined
const desk = async (): Promise<Desk> => (opened ??= await setDesk(await stage()))
const friday = '2026-11-20T15:40'
const at = (ctx: Context, time: string): Context => ({ ...ctx, now: warsaw(time) })
const as = (ctx: Context, d: Desk, who: Parameters<Desk['as']>[0]): Context => ({
  ...ctx,
  actor: d.as(who).actor,
})

const sounded = async (ctx: Context, d: Desk, who: 'ola' | 'marta' = 'ola') => {
  const notices = (await noticesOf(ctx, d.cast[who].actor.id)).filter((one) => one.kind.startsWith('clock_'))
  return notices
    .map(({ kind, facts, at: when }) => `${kind} ${String(facts.target)} ${String(facts.share)} ${when}`)
    .reverse()
}
const utc = (time: string) => warsaw(time).toString()

test('over the weekend nothing sounds; on Monday at 75 and 90 per cent and at the breach', async () => {
  const d = await desk()
  await d.play('jan', friday, async (ctx) => {
    await reportTicket(ctx, printer)
    const monday = await letPass(ctx, '2026-11-23T10:40')
    // 4 h from Friday 15:40: three hours used at 9:40, 3 h 36 min at 10:16, all at 10:40.
    assert.deepEqual(await sounded(monday, d), [
      `clock_warning reaction 75 ${utc('2026-11-23T09:40')}`,
      `clock_warning reaction 90 ${utc('2026-11-23T10:16')}`,
      `clock_breach reaction 100 ${utc('2026-11-23T10:40')}`,
    ])
    assert.deepEqual(await sounded(monday, d, 'marta'), [
      `clock_breach reaction 100 ${utc('2026-11-23T10:40')}`,
    ])
    const mails = await ctx.tx
      .selectFrom('mails')
      .select(['kind', 'subject'])
      .where('tenantId', '=', ctx.tenantId)
      .where('kind', 'like', 'clock_%')
      .execute()
    assert.equal(mails.length, 4)
  })
})

test('a met reaction sounds no more, the resolution goes on', async () => {
  const d = await desk()
  await d.play('jan', friday, async (ctx) => {
    const ticket = await reportTicket(ctx, printer)
    await takeOver(as(at(ctx, '2026-11-23T09:45'), d, 'ola'), ticket.id)
    const later = await letPass(ctx, '2026-11-23T17:00')
    assert.deepEqual(
      (await sounded(later, d)).map((one) => one.split(' ').slice(0, 3).join(' ')),
      ['clock_warning resolution 75', 'clock_warning resolution 90', 'clock_breach resolution 100'],
    )
  })
})

test('a paused ticket arms no alarm', async () => {
  const d = await desk()
  await d.play('ola', friday, async (ctx) => {
    const ticket = await reportTicket(as(ctx, d, 'jan'), printer)
    await takeOver(ctx, ticket.id)
    await pauseClock(ctx, ticket.id, { reason: 'waitingForClient' })
    const timers = await ctx.tx
      .selectFrom('timers')
      .select('key')
      .where('tenantId', '=', ctx.tenantId)
      .where('subjectId', '=', ticket.id)
      .execute()
    assert.deepEqual(timers, [])
  })
})

test('an alarm that was overtaken says nothing', async () => {
  const d = await desk()
  await d.play('ola', friday, async (ctx) => {
    const ticket = await reportTicket(as(ctx, d, 'jan'), printer)
    await takeOver(ctx, ticket.id)
    const timer = {
      id: ctx.newId(),
      at: utc('2026-11-23T10:40'),
      what: 'ticket_alarm',
      subjectId: ticket.id,
      key: 'reaction:100',
      facts: { target: 'reaction', share: 100 },
    }
    await soundAlarm(as(at(ctx, '2026-11-23T10:40'), d, 'system'), timer)
    assert.deepEqual(await sounded(ctx, d), [])
  })
})

test('after a night off the late alarms are one, and it says that it is late', async () => {
  const d = await desk()
  await d.play('jan', friday, async (ctx) => {
    await reportTicket(ctx, printer)
    const timers = await ctx.tx
      .selectFrom('timers')
      .selectAll()
      .where('tenantId', '=', ctx.tenantId)
      .where('key', 'like', 'reaction:%')
      .orderBy('at')
      .execute()
    const morning = as(at(ctx, '2026-11-23T11:30'), d, 'system')
    for (const timer of timers) await soundAlarm(morning, timer as never)
    assert.deepEqual(await sounded(morning, d), [`clock_breach reaction 100 ${utc('2026-11-23T11:30')}`])
    const notices = await noticesOf(ctx, d.cast.ola.actor.id)
    assert.equal(notices.find((one) => one.kind === 'clock_breach')?.facts.isLate, true)
  })
})

test('a priority raised past its deadline sounds at once, the breach alone', async () => {
  const d = await desk()
  await d.play('jan', friday, async (ctx) => {
    const ticket = await reportTicket(ctx, printer)
    await changePriority(as(at(ctx, '2026-11-23T09:00'), d, 'ola'), ticket.id, { priority: 'critical' })
    const later = await letPass(at(ctx, '2026-11-23T09:00'), '2026-11-23T09:01')
    assert.deepEqual(
      (await sounded(later, d)).map((one) => one.split(' ').slice(0, 3).join(' ')),
      ['clock_breach reaction 100'],
    )
  })
})
