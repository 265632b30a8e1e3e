/** Alarms come before a deadline and at it, once, to whoever can act, and never without a reason. */
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Context } from '#server/plumbing/context.ts'
import { sql } from 'kysely'
import { everyDay } from '#engines/worktime/testing.ts'
import { fireWithin, nextTimer } from '#server/plumbing/timers.ts'
import { timerHandlers } from '#server/rooms.ts'
import { contractOfBakery, letPass, office, printer, setDesk, type Desk } from '#server/testing/desk-stage.ts'
import { openStage, refused, warsaw } from '#server/testing/scene.ts'
import { changeDeskRules, deskRulesOf, usualAlarms, type AlarmRules } from './desk-rules.ts'
import { chooseContract } from './choose-contract.ts'
import { changePriority, takeOver } from './handle-ticket.ts'
import { noticesOf } from './notices.ts'
import { pauseClock, resumeClock } from './pause-clock.ts'
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

const ofReaction = (told: string): boolean => told.includes(' reaction ')
const sharesOf = (told: string[]): string[] => told.map((one) => one.split(' ').slice(0, 3).join(' '))
const mailsOf = async (ctx: Context): Promise<{ kind: string; to: string; text: string }[]> => {
  const rows = await ctx.tx
    .selectFrom('mails')
    .select(['kind', 'recipients', 'textBody'])
    .where('tenantId', '=', ctx.tenantId)
    .where('kind', 'like', 'clock_%')
    .orderBy('createdAt')
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    to: (row.recipients as { address: string }[])[0]!.address.split('@')[0]!,
    text: row.textBody,
  }))
}
const timersOf = async (ctx: Context, what = 'ticket_alarm') =>
  ctx.tx
    .selectFrom('timers')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('what', '=', what)
    .orderBy('at')
    .execute()
/** The program was off: everything that is due goes off now, in its order, as the sweep does it. */
async function wakeUp(ctx: Context, time: string): Promise<Context> {
  const now = at(ctx, time)
  for (;;) {
    const next = await nextTimer(now, now.now)
    if (!next) return now
    await fireWithin(now, timerHandlers, next.id)
  }
}

test('over the weekend nothing sounds; on Monday at 50, 75 and 90 per cent and at the breach', async () => {
  const d = await desk()
  await d.play('jan', friday, async (ctx) => {
    await reportTicket(ctx, printer)
    const monday = await letPass(ctx, '2026-11-23T10:40')
    // 4 h from Friday 15:40: two hours used at 8:40, three at 9:40, 3 h 36 min at 10:16, all at 10:40.
    assert.deepEqual((await sounded(monday, d)).filter(ofReaction), [
      `clock_warning reaction 50 ${utc('2026-11-23T08:40')}`,
      `clock_warning reaction 75 ${utc('2026-11-23T09:40')}`,
      `clock_warning reaction 90 ${utc('2026-11-23T10:16')}`,
      `clock_breach reaction 100 ${utc('2026-11-23T10:40')}`,
    ])
    assert.deepEqual(await sounded(monday, d, 'marta'), [
      `clock_breach reaction 100 ${utc('2026-11-23T10:40')}`,
    ])
    // Half of the time is told on the screen alone.
    assert.deepEqual((await mailsOf(ctx)).map(({ kind, to }) => `${kind} ${to}`).sort(), [
      'clock_breach marta',
      'clock_breach ola',
      'clock_warning ola',
      'clock_warning ola',
    ])
    const left = (await mailsOf(ctx)).map(({ text }) => /(zostało|czas reakcji:) [^.]+/i.exec(text)?.[0])
    assert.deepEqual(left.slice(0, 2), [
      'Czas reakcji: zostało 1\u00a0h',
      'Czas reakcji: zostało 24\u00a0min',
    ])
  })
})

test('a met reaction sounds no more, the resolution goes on', async () => {
  const d = await desk()
  await d.play('jan', friday, async (ctx) => {
    const ticket = await reportTicket(ctx, printer)
    await takeOver(as(at(ctx, '2026-11-23T08:15'), d, 'ola'), ticket.id)
    const later = await letPass(ctx, '2026-11-23T17:00')
    assert.deepEqual(sharesOf(await sounded(later, d)), [
      'clock_warning resolution 50',
      'clock_warning resolution 75',
      'clock_warning resolution 90',
      'clock_breach resolution 100',
    ])
  })
})

test('a paused ticket arms no alarm; going on it does not repeat what was said', async () => {
  const d = await desk()
  await d.play('ola', friday, async (ctx) => {
    const ticket = await reportTicket(as(ctx, d, 'jan'), printer)
    await takeOver(ctx, ticket.id)
    const monday = await letPass(ctx, '2026-11-23T12:00')
    await pauseClock(monday, ticket.id, { reason: 'waitingForClient' })
    assert.deepEqual(await timersOf(ctx), [])
    await resumeClock(at(ctx, '2026-11-24T09:00'), ticket.id)
    const later = await letPass(at(ctx, '2026-11-24T09:00'), '2026-11-24T17:00')
    // Half of eight hours was used on Monday at 10:40; 5 h 20 min before the pause.
    assert.deepEqual(await sounded(later, d), [
      `clock_warning resolution 50 ${utc('2026-11-23T10:40')}`,
      `clock_warning resolution 75 ${utc('2026-11-24T09:40')}`,
      `clock_warning resolution 90 ${utc('2026-11-24T10:52')}`,
      `clock_breach resolution 100 ${utc('2026-11-24T11:40')}`,
    ])
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
      key: 'next',
      facts: { target: 'reaction', rung: '100' },
    }
    const later = as(at(ctx, '2026-11-23T08:30'), d, 'system')
    await soundAlarm(later, timer)
    assert.deepEqual(await sounded(ctx, d), [])
  })
})

test('after a night off everything that fell due is said once, in its order, marked late', async () => {
  const d = await desk()
  await d.play('jan', friday, async (ctx) => {
    const one = await reportTicket(ctx, printer)
    await reportTicket(at(ctx, '2026-11-20T15:50'), printer)
    const morning = await wakeUp(ctx, '2026-11-23T11:30')
    const notices = (await noticesOf(morning, d.cast.ola.actor.id)).filter((n) => n.kind.startsWith('clock_'))
    const { rows } = await sql<{ told: string }>`
      select facts->>'rung' || ' ' || (case when subject_id = ${one.id} then 'one' else 'other' end) as told
      from events where tenant_id = ${ctx.tenantId} and kind like 'clock_%' order by id`.execute(ctx.tx)
    const told = rows.map((row) => row.told)
    assert.deepEqual(told, [
      '50 one',
      '50 other',
      '75 one',
      '75 other',
      '90 one',
      '90 other',
      '100 one',
      // Half of the eight hours of the resolution.
      '50 one',
      '100 other',
      '50 other',
    ])
    assert.equal(notices.length, 10)
    assert.ok(notices.every((notice) => notice.facts.isLate === true))
    assert.ok((await mailsOf(ctx)).every(({ text }) => text.includes('program był w tym czasie wyłączony')))
    const again = await wakeUp(ctx, '2026-11-23T11:31')
    const later = (await noticesOf(again, d.cast.ola.actor.id)).filter((n) => n.kind.startsWith('clock_'))
    assert.equal(later.length, notices.length, 'nothing twice')
  })
})

test('a priority raised past its deadline sounds at once, the breach alone, and is not late', async () => {
  const d = await desk()
  await d.play('jan', friday, async (ctx) => {
    const ticket = await reportTicket(ctx, printer)
    await changePriority(as(at(ctx, '2026-11-23T09:00'), d, 'ola'), ticket.id, { priority: 'critical' })
    const later = await letPass(at(ctx, '2026-11-23T09:00'), '2026-11-23T09:01')
    assert.deepEqual(sharesOf(await sounded(later, d)).sort(), [
      'clock_breach reaction 100',
      'clock_warning resolution 50',
    ])
    const notices = (await noticesOf(later, d.cast.ola.actor.id)).filter((n) => n.kind.startsWith('clock_'))
    assert.ok(notices.every((notice) => notice.facts.isLate === false))
  })
})

test('the ladder of the company decides who is told and when, also after the breach', async () => {
  const d = await desk()
  await d.play('marta', friday, async (ctx) => {
    const { version } = await deskRulesOf(ctx)
    const ladder = [
      { share: 80, tell: [d.cast.kuba.actor.id], byMail: false },
      { share: 100, tell: ['assignee'], byMail: true },
      { overMinutes: 600, tell: ['owner'], byMail: true },
    ]
    await changeDeskRules(ctx, { alarms: { ladder, quiet: null }, version })
    await reportTicket(as(ctx, d, 'jan'), printer)
    const later = await letPass(as(ctx, d, 'jan'), '2026-11-24T17:00')
    // Ten open hours after Monday 10:40: 6 h 20 min on Monday, the rest on Tuesday.
    assert.deepEqual(
      (await sounded(later, d, 'marta')).filter((one) => one.includes('reaction')),
      [`clock_breach reaction 100 ${utc('2026-11-24T11:40')}`],
    )
    const kuba = (await noticesOf(later, d.cast.kuba.actor.id)).map((one) => one.at)
    assert.ok(kuba.includes(utc('2026-11-23T09:52')))
  })
})

test('in quiet hours mails wait for the morning and are not sent when they have become empty', async () => {
  const d = await desk()
  await d.play('marta', friday, async (ctx) => {
    const { version, alarms } = await deskRulesOf(ctx)
    const quiet = { from: '10:00', to: '13:00', freeDays: true }
    await changeDeskRules(ctx, { alarms: { ...alarms, quiet }, version })
    const client = as(ctx, d, 'jan')
    await reportTicket(client, printer)
    const met = await reportTicket(client, printer)
    const noon = await letPass(client, '2026-11-23T12:00')
    const before = await mailsOf(ctx)
    assert.deepEqual(
      before.map(({ kind, to }) => `${kind} ${to}`),
      ['clock_warning ola', 'clock_warning ola'],
    )
    assert.equal(
      (await timersOf(ctx, 'held_alarm_mail')).length,
      4,
      'the breach for two people, of two tickets',
    )
    await takeOver(as(noon, d, 'ola'), met.id)
    const after = await letPass(noon, '2026-11-23T13:00')
    const sent = (await mailsOf(ctx)).filter(({ kind }) => kind === 'clock_breach')
    assert.deepEqual(sent.map(({ kind, to }) => `${kind} ${to}`).sort(), [
      'clock_breach marta',
      'clock_breach ola',
    ])
    assert.match(sent[0]!.text, /2\u00a0h\u00a020\u00a0min temu/)
    assert.equal((await timersOf(after, 'held_alarm_mail')).length, 0)
  })
})

test('a clock that runs round the clock has no quiet hours', async () => {
  const d = await desk()
  await d.play('marta', friday, async (ctx) => {
    const always = { ...office, publicHolidays: 'none' as const, weekly: everyDay(['00:00', '24:00']) }
    const contract = await contractOfBakery(
      as(ctx, d, 'ola'),
      d.bakery.client,
      d.cast,
      [d.bakery.jan.id],
      (terms) => ({ ...terms, calendars: { work: { name: '24/7', calendar: always } } }),
      true,
    )
    const ticket = await reportTicket(as(at(ctx, '2026-11-20T21:00'), d, 'jan'), printer)
    if (ticket.contract?.id !== contract.id)
      await chooseContract(as(at(ctx, '2026-11-20T21:00'), d, 'ola'), ticket.id, contract.id)
    await letPass(at(ctx, '2026-11-20T21:00'), '2026-11-21T01:00')
    assert.deepEqual(
      (await mailsOf(ctx)).map(({ kind }) => kind),
      ['clock_warning', 'clock_warning', 'clock_breach', 'clock_breach'],
    )
    assert.deepEqual(await timersOf(ctx, 'held_alarm_mail'), [])
  })
})

const badLadders: [string, Partial<AlarmRules>, string, string][] = [
  [
    'nobody told',
    { ladder: [{ share: 100, tell: [], byMail: true }] },
    'ladder_invalid',
    'alarms.ladder.0.tell',
  ],
  [
    'a step twice',
    {
      ladder: [
        { share: 100, tell: ['owner'], byMail: true },
        { share: 100, tell: ['manager'], byMail: true },
      ],
    },
    'ladder_invalid',
    'alarms.ladder.1.share',
  ],
  [
    'no breach',
    { ladder: [{ share: 50, tell: ['owner'], byMail: true }] },
    'ladder_invalid',
    'alarms.ladder',
  ],
  [
    'a share and minutes',
    { ladder: [{ share: 100, overMinutes: 5, tell: ['owner'], byMail: true }] },
    'ladder_invalid',
    'alarms.ladder.0.overMinutes',
  ],
  [
    'somebody unknown',
    { ladder: [{ share: 100, tell: ['11111111-1111-4111-8111-111111111111'], byMail: true }] },
    'ladder_invalid',
    'alarms.ladder.0.tell',
  ],
  [
    'an hour that does not exist',
    { quiet: { from: '25:00', to: '07:00', freeDays: true } },
    'quiet_hours_invalid',
    'alarms.quiet.from',
  ],
]
for (const [what, change, code, field] of badLadders)
  test(`a ladder is refused at its field: ${what}`, async () => {
    const d = await desk()
    const { field: told } = await refused(
      code as 'ladder_invalid',
      d.play('marta', friday, (ctx) =>
        changeDeskRules(ctx, { alarms: { ...usualAlarms, ...change }, version: 0 }),
      ),
    )
    assert.equal(told, field)
  })

test('a technician changes no ladder, and nobody over somebody else', async () => {
  const d = await desk()
  await refused(
    'role_may_not',
    d.play('kuba', friday, (ctx) => changeDeskRules(ctx, { version: 0 })),
  )
  await refused(
    'changed_meanwhile',
    d.play('marta', friday, (ctx) => changeDeskRules(ctx, { version: 7 })),
  )
})
