/** The demo company is plausible at the moment it is made: in the middle of a working day, at night, on the first of a month. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { problemOfNip } from '#engines/ids/nip.ts'
import { monthView, periodOf, proposalsOf, proposeBilling } from '#server/billing/public.ts'
import { openInvoices } from '#server/collection/public.ts'
import { ticketQueue } from '#server/desk/public.ts'
import { openStage, scene, warsaw, type Stage } from '#server/testing/scene.ts'
import { demoClients } from './clients.ts'
import { fillDemo, type Demo } from './fill.ts'

const stage = openStage()
const fillAt = async (at: string, tag: string): Promise<{ stage: Stage; demo: Demo }> => {
  const running = await stage()
  return { stage: running, demo: await fillDemo({ ...running.app, clock: () => warsaw(at) }, { tag }) }
}

//  when                  tag        last month
const moments = [
  ['2026-12-01T08:05', '-first', '2026-11'],
  ['2026-11-21T23:30', '-night', '2026-10'],
] as const

for (const [at, tag, month] of moments) {
  test(`made on ${at}, it shows tickets running out of time, a month to bill and money overdue`, async () => {
    const { stage: running, demo } = await fillAt(at, tag)
    await scene(running, demo.cast.marta, at, async (ctx) => {
      const queue = await ticketQueue(ctx)
      const left = queue
        .filter((item) => item.nextDueAt)
        .map((item) => ctx.now.until(item.nextDueAt!).total('minutes'))
      assert.equal(left.filter((minutes) => minutes < 0).length, 2)
      for (const minutes of [9, 43, 55])
        assert.ok(
          left.some((one) => Math.abs(one - minutes) < 0.5),
          `${minutes} of ${left.join(' ')}`,
        )
      assert.ok(queue.filter(({ heldBecause }) => heldBecause).length >= 1)
      assert.equal(queue.filter(({ group }) => group === 'paused').length, 2)

      await proposeBilling(ctx, periodOf(month))
      const { proposals } = await monthView(ctx, periodOf(month))
      assert.equal(proposals.length, demoClients.length)
      assert.deepEqual(
        proposals
          .filter(({ reason }) => reason === 'needsDecision')
          .map(({ clientName, problems }) => [clientName, problems]),
        [],
      )
      const bakery = proposals.find(({ clientName }) => clientName === 'Piekarnia Złoty Kłos')!
      assert.deepEqual([bakery.totals.netGrosze, bakery.totals.grossGrosze], [145_500, 178_965])
      for (const { bins } of await proposalsOf(ctx, periodOf(month)))
        assert.ok(bins.every(({ bins: own }) => own.every(({ bin }) => bin !== 'pending')))

      const overdue = (await openInvoices(ctx)).filter(({ daysOverdue }) => daysOverdue > 0)
      assert.ok(overdue.length >= 2, `${overdue.length} overdue`)
    })
  })
}

test('the tax numbers of the clients pass their check digit, each once', () => {
  assert.deepEqual(
    demoClients.filter(({ nip }) => problemOfNip(nip)).map(({ name }) => name),
    [],
  )
  assert.equal(new Set(demoClients.map(({ nip }) => nip)).size, demoClients.length)
})
