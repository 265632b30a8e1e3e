/** Categories, estimates, the forecast, the compliance report and re-timing, on the real database. */
import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import test from 'node:test'
import type { Context } from '#server/plumbing/context.ts'
import { skipWithoutReader, textOf } from '#server/plumbing/pdf/pdf-text.ts'
import {
  amendContract,
  writeTerms,
  versionOf,
  activateVersion,
  type Terms,
} from '#server/contracts/public.ts'
import { letPass, office, printer, setDesk, type Desk } from '#server/testing/desk-stage.ts'
import { openStage, refused, warsaw } from '#server/testing/scene.ts'
import { complianceFile } from './compliance-file.ts'
import { compliance, judgedTickets } from './compliance.ts'
import { changeDeskRules, deskRulesOf } from './desk-rules.ts'
import { resolveTicket } from './finish-ticket.ts'
import { forecast } from './forecast.ts'
import { changeAbout } from './change-about.ts'
import { delegateTicket, takeOver } from './handle-ticket.ts'
import { logTime } from './log-work.ts'
import { estimateTicket, excludeFromCredits } from './note-progress.ts'
import { pauseClock } from './pause-clock.ts'
import { creditsOf } from './proposed-credits.ts'
import { reportTicket } from './report-ticket.ts'
import { retimeBatch } from './retime-tickets.ts'
import { findTicket, logOf } from './ticket-store.ts'

import { fireWithin } from '#server/plumbing/timers.ts'
import { timerHandlers } from '#server/rooms.ts'

const stage = openStage()
let opened: Desk | undefined
const desk = async (): Promise<Desk> => (opened ??= await setDesk(await stage()))
const friday = '2026-11-20T15:40'
const monday = '2026-11-23T08:00'
const at = (ctx: Context, time: string): Context => ({ ...ctx, now: warsaw(time) })
const as = (ctx: Context, d: Desk, who: Parameters<Desk['as']>[0]): Context => ({
  ...ctx,
  actor: d.as(who).actor,
})

test('categories come from the list of the company, and a wrong one is refused at its field', async () => {
  const d = await desk()
  await d.play('marta', friday, async (ctx) => {
    const { version } = await deskRulesOf(ctx)
    await changeDeskRules(ctx, { categories: ['Drukarki', 'Sieć'], version })
    const ticket = await reportTicket(as(ctx, d, 'ola'), {
      ...printer,
      source: 'manual',
      category: 'drukarki',
    })
    assert.equal(ticket.category, 'Drukarki')
    const changed = await changeAbout(ctx, ticket.id, { category: 'Sieć' })
    assert.equal(changed.category, 'Sieć')
  })
  const wrong = await refused(
    'category_unknown',
    d.play('marta', friday, async (ctx) => {
      await changeDeskRules(ctx, { categories: ['Drukarki'], version: (await deskRulesOf(ctx)).version })
      return reportTicket(as(ctx, d, 'ola'), { ...printer, source: 'manual', category: 'Windy' })
    }),
  )
  assert.equal(wrong.field, 'category')
  const twice = await refused(
    'category_invalid',
    d.play('marta', friday, (ctx) => changeDeskRules(ctx, { categories: ['Sieć', ' sieć '], version: 0 })),
  )
  assert.equal(twice.field, 'categories.1')
})

const badPauses: [string, { reason: string; until?: string }, string, string][] = [
  ['a reason that the contract does not know', { reason: 'kawa' }, 'pause_reason_unknown', 'reason'],
  [
    'an end before the beginning',
    { reason: 'partsOrdered', until: '2026-11-20T14:00:00Z' },
    'pause_ends_before_start',
    'until',
  ],
  [
    'an end at the beginning',
    { reason: 'partsOrdered', until: '2026-11-20T14:40:00Z' },
    'pause_ends_before_start',
    'until',
  ],
  [
    'a day that does not exist',
    { reason: 'partsOrdered', until: '2026-11-31T14:00:00Z' },
    'pause_ends_before_start',
    'until',
  ],
]
for (const [what, pause, code, field] of badPauses)
  test(`a pause is refused at its field: ${what}`, async () => {
    const d = await desk()
    const told = await refused(
      code as 'pause_reason_unknown',
      d.play('ola', friday, async (ctx) => {
        const ticket = await reportTicket(as(ctx, d, 'jan'), printer)
        return pauseClock(ctx, ticket.id, pause)
      }),
    )
    assert.equal(told.field, field)
  })

test('a pause with an end goes on by itself', async () => {
  const d = await desk()
  await d.play('ola', monday, async (ctx) => {
    const ticket = await reportTicket(as(ctx, d, 'jan'), printer)
    await pauseClock(ctx, ticket.id, { reason: 'partsOrdered', until: warsaw('2026-11-23T10:00').toString() })
    const later = await letPass(ctx, '2026-11-23T12:00')
    const row = (await findTicket(later, ticket.id))!
    assert.equal(row.state, 'received')
    // Eight hours from 8:00 with two hours off: nine hours a day, one hour on Tuesday.
    assert.equal(row.resolveBy, warsaw('2026-11-24T09:00').toString())
  })
})

//  what it shows                       noticed at            minutes late, as the log says
const wakes: [string, string, number | undefined][] = [
  ['at once', '2026-11-23T10:01', undefined],
  ['after the server was down', '2026-11-23T13:30', 210],
]
for (const [what, noticed, late] of wakes)
  test(`a pause that ends at ten lets the clock go on from ten, noticed ${what}`, async () => {
    const d = await desk()
    await d.play('ola', monday, async (ctx) => {
      const ticket = await reportTicket(as(ctx, d, 'jan'), printer)
      const until = warsaw('2026-11-23T10:00').toString()
      await pauseClock(ctx, ticket.id, { reason: 'partsOrdered', until })
      const timer = await ctx.tx
        .selectFrom('timers')
        .select('id')
        .where('tenantId', '=', ctx.tenantId)
        .where('what', '=', 'resume_clock')
        .where('subjectId', '=', ticket.id)
        .executeTakeFirstOrThrow()
      await fireWithin(at(ctx, noticed), timerHandlers, timer.id)
      const row = (await findTicket(ctx, ticket.id))!
      assert.deepEqual([row.state, row.resolveBy], ['received', warsaw('2026-11-24T09:00').toString()])
      const said = (await logOf(ctx, ticket.id)).at(-1)!
      assert.deepEqual(
        [said.kind, said.byKind, said.facts.minutes, said.facts.endedAt, said.facts.lateMinutes],
        ['resumed', 'system', 120, until, late],
      )
    })
  })

const badEstimates = [0, -5, 1.5, 70_000]
for (const minutes of badEstimates)
  test(`an effort of ${minutes} minutes is refused at its field`, async () => {
    const d = await desk()
    const told = await refused(
      'estimate_invalid',
      d.play('ola', friday, async (ctx) =>
        estimateTicket(ctx, (await reportTicket(as(ctx, d, 'jan'), printer)).id, { minutes }),
      ),
    )
    assert.equal(told.field, 'minutes')
  })

test('what does not fit into the hours of its person is at risk, and the re-assignment that helps is named', async () => {
  const d = await desk()
  await d.play('ola', monday, async (ctx) => {
    const first = await reportTicket(as(ctx, d, 'jan'), printer)
    const second = await reportTicket(as(ctx, d, 'jan'), { ...printer, subject: 'Skaner' })
    for (const { id } of [first, second]) {
      await takeOver(ctx, id)
      await estimateTicket(ctx, id, { minutes: 300 })
    }
    await logTime(ctx, first.id, {
      place: 'remote',
      startedAt: warsaw('2026-11-23T07:00').toString(),
      endedAt: warsaw('2026-11-23T08:00').toString(),
    })
    const told = await forecast(ctx, { hours: 8 })
    // Both are due at 16:00: eight hours for 4 + 5 hours of work.
    assert.deepEqual(
      told.risks.map((risk) => [
        risk.target,
        risk.aheadMinutes + risk.effortMinutes,
        risk.availableMinutes,
        risk.lateMinutes,
      ]),
      [['resolution', 540, 480, 60]],
    )
    const [risk] = told.risks
    assert.equal(risk?.estimate.from, 'person')
    assert.equal(risk?.person?.id, d.cast.ola.actor.id)
    assert.equal(risk?.move?.savedTargets, 1)
    await delegateTicket(ctx, risk!.ticket.id, { staffId: risk!.move!.to.id })
    assert.deepEqual((await forecast(ctx, { hours: 8 })).risks, [])
    assert.deepEqual((await forecast(ctx, { hours: 4 })).risks, [])
  })
})

test('without an estimate the history of the kind answers', async () => {
  const d = await desk()
  await d.play('ola', '2026-11-16T08:00', async (ctx) => {
    for (const minutes of [20, 40, 90]) {
      const { id } = await reportTicket(as(ctx, d, 'jan'), printer)
      await takeOver(ctx, id)
      await logTime(at(ctx, '2026-11-16T15:00'), id, {
        place: 'remote',
        startedAt: warsaw('2026-11-16T09:00').toString(),
        endedAt: warsaw('2026-11-16T09:00').add({ minutes }).toString(),
      })
      await resolveTicket(at(ctx, '2026-11-16T15:00'), id, { text: 'Zrobione.' })
    }
    const now = at(ctx, monday)
    const unowned = await reportTicket(as(now, d, 'jan'), printer)
    await estimateTicket(now, unowned.id, { minutes: null })
    for (let i = 0; i < 13; i += 1) await reportTicket(as(now, d, 'jan'), printer)
    const { risks } = await forecast(now, { hours: 8 })
    // Fourteen of forty minutes are 560 minutes for one person until 16:00.
    assert.deepEqual(
      risks
        .filter((risk) => risk.target === 'resolution')
        .map((risk) => [risk.effortMinutes, risk.estimate.from]),
      [
        [40, 'priority'],
        [40, 'priority'],
      ],
    )
  })
})

/** Three tickets in November: one met both, one missed the reaction, one runs. */
async function november(ctx: Context, d: Desk): Promise<string[]> {
  const good = await reportTicket(as(at(ctx, '2026-11-16T08:00'), d, 'jan'), printer)
  await takeOver(at(ctx, '2026-11-16T09:00'), good.id)
  await resolveTicket(at(ctx, '2026-11-16T10:00'), good.id, { text: 'Gotowe.' })
  const late = await reportTicket(as(at(ctx, '2026-11-17T08:00'), d, 'jan'), { ...printer, subject: 'Kasa' })
  await takeOver(at(ctx, '2026-11-17T13:30'), late.id)
  await resolveTicket(at(ctx, '2026-11-17T15:00'), late.id, { text: 'Gotowe.' })
  const open = await reportTicket(as(at(ctx, '2026-11-20T15:40'), d, 'jan'), printer)
  return [good.id, late.id, open.id]
}

test('the report counts what was kept and missed, and shows the list behind each figure', async () => {
  const d = await desk()
  await d.play('ola', '2026-11-20T16:00', async (ctx) => {
    const [, late] = await november(ctx, d)
    const wish = { from: '2026-11', to: '2026-11' }
    const report = await compliance(ctx, { ...wish, by: 'client' })
    const figures = ({ met, missed, open, keptBp }: (typeof report)['total']['all']) => [
      met,
      missed,
      open,
      keptBp,
    ]
    assert.deepEqual(
      report.rows.map((row) => [row.name, row.tickets]),
      [['Piekarnia Złoty Kłos', 3]],
    )
    assert.deepEqual(figures(report.total.targets.reaction!), [1, 1, 1, 5000])
    assert.deepEqual(figures(report.total.targets.resolution!), [2, 0, 1, 10_000])
    assert.deepEqual(figures(report.total.all), [3, 1, 2, 7500])
    const missed = await judgedTickets(ctx, {
      ...wish,
      by: 'client',
      key: report.rows[0]!.key,
      verdict: 'missed',
    })
    assert.deepEqual(
      missed.map((one) => [one.id, one.target, one.overSeconds]),
      [[late, 'reaction', 90 * 60]],
    )
    for (const by of ['contract', 'priority', 'category', 'technician', 'month'] as const) {
      const other = await compliance(ctx, { ...wish, by })
      assert.deepEqual(figures(other.total.all), figures(report.total.all), by)
      const listed = await judgedTickets(ctx, { ...wish, by, key: other.rows[0]!.key })
      assert.equal(
        listed.length,
        other.rows[0]!.all.met + other.rows[0]!.all.missed + other.rows[0]!.all.open,
      )
    }
    // The reaction of the open one ran out on Monday at 10:40: nobody need touch it to be counted.
    const later = await compliance(at(ctx, '2026-11-23T11:00'), { ...wish, by: 'month' })
    assert.deepEqual(figures(later.total.targets.reaction!), [1, 2, 0, 3333])
  })
})

test('missed targets propose credits by the clauses, and an excluded ticket proposes none', async () => {
  const d = await desk()
  await d.play('ola', '2026-11-20T16:00', async (ctx) => {
    const clause = {
      id: 'a',
      clause: '§ 15 ust. 1',
      target: 'reaction',
      counts: 'miss',
      amountGrosze: 5000,
    } as const
    await correct(ctx, d, (terms) => ({ ...terms, credits: { clauses: [clause] } }))
    const [, late] = await november(ctx, d)
    const wish = { from: '2026-11', to: '2026-11' }
    const { credits, totalGrosze } = await creditsOf(ctx, wish)
    assert.equal(totalGrosze, 5000)
    assert.deepEqual(
      credits.map((one) => [one.ticket?.id, one.clause, one.amountGrosze]),
      [[late, '§ 15 ust. 1', 5000]],
    )
    await excludeFromCredits(ctx, late!, { isExcluded: true, reason: 'siła wyższa' })
    const none = await creditsOf(ctx, wish)
    assert.equal(none.totalGrosze, 0)
    assert.deepEqual(
      none.excluded.map((one) => one.because),
      ['siła wyższa', 'siła wyższa'],
    )
  })
})

test('the report leaves as CSV and as a spreadsheet', async () => {
  const d = await desk()
  await d.play('ola', '2026-11-20T16:00', async (ctx) => {
    await november(ctx, d)
    const wish = { from: '2026-11', to: '2026-11', by: 'client' } as const
    const csv = (await complianceFile(ctx, { ...wish, format: 'csv' })).content.toString()
    assert.match(csv, /^\ufeffKlient;Cel;/)
    assert.match(csv, /Piekarnia Złoty Kłos;Czas reakcji;3;1;1;1;50;/)
    const xlsx = await complianceFile(ctx, { ...wish, format: 'xlsx' })
    assert.equal(xlsx.content.subarray(0, 2).toString(), 'PK')
  })
})

test('the report is printed on a page', { skip: skipWithoutReader }, async () => {
  const d = await desk()
  await d.play('ola', '2026-11-20T16:00', async (ctx) => {
    await november(ctx, d)
    const wish = { from: '2026-10', to: '2026-11', by: 'priority', format: 'pdf' } as const
    const { content } = await complianceFile(ctx, wish)
    if (process.env.OPIEKUN_PICTURES) fs.writeFileSync(`${process.env.OPIEKUN_PICTURES}/sla.pdf`, content)
    const text = textOf(content)
    assert.match(text, /Dotrzymaliśmy 75% terminów\./)
    assert.match(text, /zwykły 3 3 1 2 75%/)
    assert.match(text, /Czas reakcji 1 1 1 50%/)
  })
})

async function correct(ctx: Context, d: Desk, change: (terms: Terms) => Terms): Promise<void> {
  const { id } = d.bakery.contract
  const draft = await amendContract(ctx, id, {
    kind: 'correction',
    corrects: 1,
    reason: 'pomyłka w kalendarzu',
  })
  const version = (await versionOf(ctx, id, draft.number))!
  await writeTerms(ctx, id, draft.number, { version: version.version, terms: change(version.terms) })
  await activateVersion(ctx, id, draft.number, {})
}

test('a holiday that was forgotten moves the deadlines of open tickets, and the log says so', async () => {
  const d = await desk()
  await d.play('ola', friday, async (ctx) => {
    const { id } = await reportTicket(as(ctx, d, 'jan'), printer)
    const before = (await findTicket(ctx, id))!
    assert.equal(before.reactBy, warsaw('2026-11-23T10:40').toString())
    const calendar = { ...office, closures: [{ date: '2026-11-23', name: 'Inwentaryzacja' }] }
    await correct(ctx, d, (terms) => ({ ...terms, calendars: { work: { name: 'Pn.–pt. 8–17', calendar } } }))
    const batch = await retimeBatch(ctx, d.bakery.contract.id, '')
    assert.deepEqual([batch.looked, batch.moved], [1, 1])
    const after = (await findTicket(ctx, id))!
    assert.equal(after.reactBy, warsaw('2026-11-24T10:40').toString())
    assert.equal((await logOf(ctx, id)).at(-1)?.kind, 'retimed')
    const timers = await ctx.tx
      .selectFrom('timers')
      .select(['at', 'key'])
      .where('tenantId', '=', ctx.tenantId)
      .where('subjectId', '=', id)
      .execute()
    assert.deepEqual(timers, [{ at: warsaw('2026-11-24T08:40').toString(), key: 'next' }])
    const again = await retimeBatch(ctx, d.bakery.contract.id, '')
    assert.equal(again.moved, 0)
  })
})
