/** Facts of work: what the price list asks is stored, priced by it, and refused where it knows no such value. */
import assert from 'node:assert/strict'
import test from 'node:test'
import type { AskedKind, WorkFacts } from '#engines/pricing/asked-facts.ts'
import { pricingStage, type Items, type Play } from '#server/testing/pricing-stage.ts'
import { refused, warsaw } from '#server/testing/scene.ts'
import type { Client } from '#server/contracts/public.ts'
import { changeAbout } from './change-about.ts'
import { changeDeskRules, deskRulesOf } from './desk-rules.ts'
import { changeEntry, logMaterial, logTime, logTrip } from './log-work.ts'
import { ticketPage } from './ticket-page.ts'
import { workOfTicket } from './work-store.ts'

const scene = pricingStage()

const round = { unitMinutes: 15, scope: 'entry' } as const
const hours = (id: string, hourPrice: string, where?: object): Items[number] => ({
  id,
  kind: 'perTime',
  includedMinutes: 0,
  hourPrice,
  round,
  ...(where && { where }),
})
const items: Items = [
  { id: 'fee', kind: 'flatFee', feePrice: '500.00', timing: 'arrears', covers: ['tickets'] },
  hours('senior', '200.00', { roles: ['starszy'] }),
  hours('network', '150.00', { roles: ['sieciowiec'], services: ['sieć'] }),
  hours('other', '100.00', { otherwise: true }),
  {
    id: 'express',
    kind: 'surcharge',
    where: { flags: ['ekspres'] },
    of: ['senior', 'other'],
    percentBp: 5000,
  },
  {
    id: 'travel',
    kind: 'travel',
    zones: [
      { zone: 'I', perTripPrice: '80.00' },
      { zone: 'II', perTripPrice: '160.00' },
    ],
  },
  { id: 'parts', kind: 'material', costPlusBp: 1000, where: { sites: ['Gdynia'] } },
  { id: 'partsElsewhere', kind: 'material', costPlusBp: 3000, where: { otherwise: true } },
]

const worked = '2026-03-10T10:00'
const hour = () => ({
  place: 'remote' as const,
  startedAt: warsaw(worked).toString(),
  endedAt: warsaw('2026-03-10T11:00').toString(),
})
const moment = () => ({ at: warsaw(worked).toString() })
const later = (play: Play) => play.at('2026-03-12T10:00')
const over = async (play: Play, client: Client) => (await play.propose(client, '2026-03')).totals.overGrosze

//  what it shows                        the work                                                                      costs
const cases: [string, AskedKind, WorkFacts, number][] = [
  ['an hour of a senior', 'time', { role: 'starszy' }, 20_000],
  ['an hour on the network', 'time', { role: 'sieciowiec', service: 'sieć' }, 15_000],
  ['an hour of anybody', 'time', {}, 10_000],
  ['an express hour of a senior', 'time', { role: 'starszy', flags: ['ekspres'] }, 30_000],
  ['a trip into zone I', 'trip', { zone: 'I' }, 8_000],
  ['a trip into zone II', 'trip', { zone: 'II' }, 16_000],
  ['material on a named site', 'material', { site: 'Gdynia' }, 11_000],
  ['material elsewhere', 'material', {}, 13_000],
]

for (const [what, kind, facts, grosze] of cases)
  test(`${what} costs ${grosze / 100} zł, and the list of work says why`, () =>
    scene(async (play) => {
      const { client } = await play.contractWith(items)
      const ticketId = await play.ticket(client, '2026-03-10T09:00')
      if (kind === 'time') await logTime(later(play), ticketId, { ...hour(), facts })
      if (kind === 'trip') await logTrip(later(play), ticketId, { ...moment(), facts })
      if (kind === 'material')
        await logMaterial(later(play), ticketId, {
          ...moment(),
          name: 'Zasilacz',
          quantity: '1',
          unit: 'szt.',
          cost: '100',
          facts,
        })
      assert.equal(await over(play, client), grosze)
      const [entry] = await workOfTicket(later(play), ticketId)
      assert.deepEqual(entry?.facts, facts)
    }))

test('the page of a ticket offers what the price list names, and nothing else', () =>
  scene(async (play) => {
    const { client } = await play.contractWith(items)
    const page = await ticketPage(later(play), await play.ticket(client, '2026-03-10T09:00'))
    assert.deepEqual(page.asked, {
      time: { role: ['starszy', 'sieciowiec'], service: ['sieć'], flags: ['ekspres'] },
      trip: { zone: ['I', 'II'] },
      material: { site: ['Gdynia'] },
    })
  }))

//  what it shows                 facts                         at field
const wrong: [string, WorkFacts, string][] = [
  ['an unknown role', { role: 'prezes' }, 'facts.role'],
  ['an unknown mark', { flags: ['noc'] }, 'facts.flags'],
  ['a zone of time', { zone: 'I' }, 'facts.zone'],
]

for (const [what, facts, field] of wrong)
  test(`${what} is refused at its field`, async () => {
    const refusal = await refused(
      'work_fact_unknown',
      scene(async (play) => {
        const { client } = await play.contractWith(items)
        await logTime(later(play), await play.ticket(client, '2026-03-10T09:00'), { ...hour(), facts })
      }),
    )
    assert.equal(refusal.field, field)
  })

test('facts are changed, kept and taken off; a wrong one is refused then too', () =>
  scene(async (play) => {
    const { client } = await play.contractWith(items)
    const ctx = later(play)
    const entry = await logTime(ctx, await play.ticket(client, '2026-03-10T09:00'), {
      ...hour(),
      facts: { role: 'starszy' },
    })
    const kept = await changeEntry(ctx, 'time', entry.id, { note: 'opis', version: entry.version })
    assert.deepEqual(kept.facts, { role: 'starszy' })
    await refused(
      'work_fact_unknown',
      changeEntry(ctx, 'time', entry.id, { facts: { role: 'prezes' }, version: kept.version }),
    )
    const off = await changeEntry(ctx, 'time', entry.id, { facts: { role: ' ' }, version: kept.version })
    assert.deepEqual(off.facts, {})
    assert.equal(await over(play, client), 10_000)
  }))

test('a list that tells categories apart asks the ticket', () =>
  scene(async (play) => {
    const { client } = await play.contractWith([
      items[0]!,
      hours('printers', '300.00', { categories: ['Drukarki'] }),
      hours('other', '100.00', { otherwise: true }),
    ])
    const ctx = later(play)
    const manager = { ...ctx, actor: { ...ctx.actor, role: 'manager' } as typeof ctx.actor }
    await changeDeskRules(manager, { categories: ['Drukarki'], version: (await deskRulesOf(ctx)).version })
    const ticketId = await play.ticket(client, '2026-03-10T09:00')
    await logTime(ctx, ticketId, hour())
    assert.equal(await over(play, client), 10_000)
    await changeAbout(ctx, ticketId, { category: 'Drukarki' })
    assert.equal(await over(play, client), 30_000)
  }))
