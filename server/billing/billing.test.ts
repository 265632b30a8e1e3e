/** The month's bill of the story, from registered work to the proposal a person edits. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { billingStage, november, proposed, reported } from '#server/testing/billing-stage.ts'
import { refused } from '#server/testing/scene.ts'
import { cancelTicket } from '#server/desk/public.ts'
import { addLine, editLine, undoEdit } from './edit-proposal.ts'
import { monthView } from './month-view.ts'
import { proposeBilling } from './propose-billing.ts'

const scene = billingStage()

test('thirteen tickets and a duplicate: ten in the fee, three at 85,00, 1 455,00 net and 1 789,65 gross', async () => {
  const { totals, reason, lines, problems } = await scene(({ ctx, client }) => proposed(ctx, client.id))
  assert.deepEqual([totals.netGrosze, totals.vatGrosze, totals.grossGrosze], [145_500, 33_465, 178_965])
  assert.deepEqual([totals.feeGrosze, totals.overGrosze, reason], [120_000, 25_500, 'overFee'])
  const billed = lines
    .filter(({ now }) => now.isBilled)
    .map(({ now }) => [now.quantity, now.unitPrice, now.netGrosze])
  assert.deepEqual(billed, [
    ['1', '1200.00', 120_000],
    ['3', '85.00', 25_500],
  ])
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['contract_not_signed'],
  )
})

test('every line says where its amount comes from and leads to its tickets', async () => {
  await scene(async ({ ctx, client, tickets, duplicate }) => {
    const view = await proposed(ctx, client.id)
    const over = view.lines.find(({ now }) => now.quantity === '3')!
    assert.deepEqual([...over.workIds].sort(), [...tickets].sort())
    if (over.explanation.model !== 'perTicket') return assert.fail('the line of tickets')
    const { counted, included, overage, works } = over.explanation
    assert.deepEqual([counted, included, overage], [13, 10, 3])
    const charged = works.filter(({ bin }) => bin === 'overage').map(({ id }) => id)
    assert.deepEqual(charged, tickets.slice(10))
    assert.equal(view.tickets[tickets[0]!]?.subject, 'Zgłoszenie z 2 listopada')
    const bins = view.bins.flatMap((own) => own.bins)
    assert.equal(bins.find((bin) => bin.workId === duplicate)?.reason, 'merged')
    assert.equal(bins.length, 14)
  })
})

test('a month that has not ended is not proposed', async () => {
  await scene(
    async ({ ctx }) => refused('period_not_ended', proposeBilling(ctx, november)),
    '2026-11-30T23:30',
  )
})

test('building again keeps the edits and brings in what changed; the edited line that changed asks', async () => {
  await scene(async ({ ctx, by, client, tickets }) => {
    const before = await proposed(ctx, client.id)
    const fee = before.lines.find(({ itemId }) => itemId === 'fee')!
    await editLine(ctx, before.id, fee.id, before.version, { net: '1 100,00', reason: 'rabat jubileuszowy' })
    await cancelTicket(by('ola', '2026-12-01T10:00'), tickets[0]!, { reason: 'pomyłka' })
    const after = await proposed(ctx, client.id)
    assert.equal(after.totals.netGrosze, 110_000 + 2 * 8_500)
    const { edit, netGrosze } = after.lines.find(({ id }) => id === fee.id)!
    assert.deepEqual(
      [netGrosze, edit?.netGrosze, edit?.reason, edit?.byName],
      [120_000, 110_000, 'rabat jubileuszowy', 'Ewa Lisowska'],
    )
    assert.equal(after.reason, 'overFee')

    const over = after.lines.find(({ itemId, now }) => itemId === 'tickets' && now.isBilled)!
    await editLine(ctx, after.id, over.id, after.version, { quantity: '1', reason: 'ustalone' })
    await cancelTicket(by('ola', '2026-12-01T10:00'), tickets[1]!, { reason: 'pomyłka' })
    const conflict = await proposed(ctx, client.id)
    assert.equal(conflict.reason, 'needsDecision')
    assert.ok(conflict.problems.some(({ code }) => code === 'edited_line_changed'))
  })
})

test('building again when nothing changed changes nothing', async () => {
  await scene(async ({ ctx, client }) => {
    const before = await proposed(ctx, client.id)
    const { built } = await proposeBilling(ctx, november)
    assert.equal(built, 0)
    assert.deepEqual(await proposed(ctx, client.id), before)
  })
})

test('an edit says why, or is refused', async () => {
  await scene(async ({ ctx, client }) => {
    const view = await proposed(ctx, client.id)
    const no = await refused(
      'reason_missing',
      editLine(ctx, view.id, view.lines[0]!.id, view.version, { net: '1', reason: ' ' }),
    )
    assert.equal(no.field, 'reason')
  })
})

//  typed in     field
const wrongAmounts = [
  ['12,5,0', 'net'],
  ['12,5,0', 'quantity'],
  ['12,5,0', 'unitPrice'],
  ['sto', 'net'],
  ['1,005', 'net'],
  ['', 'net'],
] as const

for (const [text, field] of wrongAmounts) {
  test(`"${text}" as ${field} is refused at that field`, async () => {
    await scene(async ({ ctx, client }) => {
      const view = await proposed(ctx, client.id)
      const no = await refused(
        'amount_invalid',
        editLine(ctx, view.id, view.lines[0]!.id, view.version, { [field]: text, reason: 'test' }),
      )
      assert.equal(no.field, field)
    })
  })
}

test('two people edit one proposal: the second is shown what the first one did', async () => {
  await scene(async ({ ctx, by, client }) => {
    const view = await proposed(ctx, client.id)
    const line = view.lines[0]!
    await editLine(ctx, view.id, line.id, view.version, { net: '1 000', reason: 'jedno' })
    const late = editLine(by('marta', '2026-12-01T09:01'), view.id, line.id, view.version, {
      net: '900',
      reason: 'drugie',
    })
    const { facts } = await refused('changed_meanwhile', late)
    const { lines } = facts.now as typeof view
    assert.equal(lines.find(({ id }) => id === line.id)?.now.netGrosze, 100_000)
  })
})

test('a line is added, waived and its edit taken back, each with its reason', async () => {
  await scene(async ({ ctx, client }) => {
    let view = await proposed(ctx, client.id)
    view = await addLine(ctx, view.id, view.version, {
      name: 'Dysk SSD',
      quantity: '2',
      unit: 'szt.',
      unitPrice: '199,99',
      vat: '23',
      reason: 'zamówiony telefonicznie',
    })
    assert.equal(view.totals.netGrosze, 145_500 + 39_998)
    const added = view.lines.find(({ isAdded }) => isAdded)!
    assert.deepEqual([added.explanation.model, added.edit?.reason], ['byHand', 'zamówiony telefonicznie'])
    const over = view.lines.find(({ now }) => now.quantity === '3')!
    view = await editLine(ctx, view.id, over.id, view.version, { isWaived: true, reason: 'gest' })
    assert.equal(view.totals.netGrosze, 120_000 + 39_998)
    view = await undoEdit(ctx, view.id, over.id, view.version)
    view = await undoEdit(ctx, view.id, added.id, view.version)
    assert.equal(view.totals.netGrosze, 145_500)
  })
})

test('the month shows every client with its reason', async () => {
  await scene(async ({ ctx, by, client }) => {
    await reported(by('ola', '2026-12-01T09:00'), client.id, 'Grudniowe')
    await proposed(ctx, client.id)
    const { isEnded, isBuilt, proposals } = await monthView(ctx, november)
    assert.deepEqual([isEnded, isBuilt], [true, true])
    const own = proposals.find(({ clientId }) => clientId === client.id)!
    assert.deepEqual([own.tickets, own.reason, own.totals.grossGrosze], [14, 'overFee', 178_965])
  })
})
