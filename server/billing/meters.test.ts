/** Live meters: what is left, what the month comes to, and that a package running out is said once. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { noticesOf } from '#server/desk/public.ts'
import { letPass } from '#server/testing/desk-stage.ts'
import { pricingStage, type Items } from '#server/testing/pricing-stage.ts'
import { metersOf } from './meters.ts'

const scene = pricingStage()
const items: Items = [
  { id: 'fee', kind: 'flatFee', feePrice: '500.00', timing: 'arrears' },
  {
    id: 'tickets',
    kind: 'perTicket',
    included: 5,
    unitPrice: '85.00',
    countedBy: 'reportedAt',
    excludes: [],
    prorateIncluded: 'up',
  },
]

test('half a month with four tickets goes on to eight: three of them over the package', () =>
  scene(async (play) => {
    const { client, contract } = await play.contractWith(items)
    for (const day of ['02', '05', '09', '12']) await play.ticket(client, `2026-06-${day}T10:00`)
    const meters = await metersOf(play.at('2026-06-15T12:00'), contract.id)
    const [left] = meters.packages
    assert.deepEqual(left?.kind === 'tickets' && [left.included, left.used, left.left], [5, 4, 1])
    assert.deepEqual([meters.soFar.netGrosze, meters.forecast?.netGrosze], [50_000, 50_000 + 3 * 8_500])
    assert.deepEqual([meters.forecast?.daysGone, meters.forecast?.daysAll], [15, 30])
  }))

test('the account manager hears at four fifths and at the end of a package, each once', () =>
  scene(async (play) => {
    const { client, contract } = await play.contractWith(items)
    const heard = async (until: string) => {
      const ctx = await letPass(play.at(until), until)
      const mails = await ctx.tx
        .selectFrom('mails')
        .select(['subject'])
        .where('tenantId', '=', ctx.tenantId)
        .where('kind', '=', 'package_low')
        .execute()
      return mails.map(({ subject }) => subject)
    }
    const tickets = ['02', '03', '04', '05', '08', '09']
    const said: number[] = []
    for (const day of tickets) {
      await play.ticket(client, `2026-06-${day}T10:00`)
      said.push((await heard(`2026-06-${day}T10:03`)).length)
    }
    assert.deepEqual(said, [0, 0, 0, 1, 2, 2])
    assert.deepEqual(await heard('2026-06-10T10:00'), [
      'Zakład Próbny sp. z o.o.: pakiet się kończy',
      'Zakład Próbny sp. z o.o.: pakiet wykorzystany',
    ])
    const ctx = play.at('2026-06-10T10:00')
    const { alerts } = await metersOf(ctx, contract.id)
    assert.deepEqual(alerts.map(({ itemId, lot, shareBp }) => [itemId, lot, shareBp]).sort(), [
      ['tickets', '2026-06', 10_000],
      ['tickets', '2026-06', 8_000],
    ])
    const version = await ctx.tx
      .selectFrom('notices')
      .select('staffId')
      .where('tenantId', '=', ctx.tenantId)
      .where('kind', '=', 'package_low')
      .executeTakeFirstOrThrow()
    const notices = (await noticesOf(ctx, version.staffId)).filter(({ kind }) => kind === 'package_low')
    assert.deepEqual(notices.map(({ facts }) => String(facts.subject).replaceAll('\u00a0', ' ')).sort(), [
      'wykorzystano 5 zgłoszeń',
      'zostało 1 z 5 zgłoszeń',
    ])
  }))
