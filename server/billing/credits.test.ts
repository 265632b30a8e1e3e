/** Credits for missed targets: a person's word, once on the next bill, never below zero, settled with the invoice. */
import assert from 'node:assert/strict'
import test from 'node:test'
import type { PriceList } from '#engines/pricing/price-list.ts'
import { resolveTicket } from '#server/desk/public.ts'
import { creditsOf, type CreditOfMonth } from '#server/desk/proposed-credits.ts'
import { decideCredit, withdrawCredit } from '#server/desk/decide-credit.ts'
import { excludeFromCredits } from '#server/desk/note-progress.ts'
import { problemsOfVersion } from '#server/contracts/activate-contract.ts'
import { versionOf, type Client, type Contract, type Terms } from '#server/contracts/public.ts'
import { pricingStage, type Items, type Play } from '#server/testing/pricing-stage.ts'
import { refused } from '#server/testing/scene.ts'
import { explainLine } from '#words/explain-line.ts'
import { correctInvoice } from './correct-invoice.ts'
import { conservationOf } from './conservation.ts'
import { addLine, editLine, undoEdit } from './edit-proposal.ts'
import { linesOfInvoice, invoiceOf } from './invoice-store.ts'
import { proposalView, type ProposalView } from './proposal-view.ts'
import { issueProposal } from './issue-invoices.ts'
import { rebuildOpen } from './propose-billing.ts'
import { backTest, whatIf } from './what-if.ts'

const scene = pricingStage()

const fee = (feePrice = '1200.00', more: object = {}): Items[number] => ({
  id: 'fee',
  kind: 'flatFee',
  feePrice,
  timing: 'arrears',
  covers: ['tickets'],
  ...more,
})
const miss: NonNullable<Terms['credits']>['clauses'][number] = {
  id: 'a',
  clause: '§ 15 ust. 1',
  target: 'resolution',
  counts: 'miss',
  amountGrosze: 12_000,
}
type Story = { client: Client; contract: Contract; credit: CreditOfMonth; ticketId: string }

/** In March one ticket is resolved two days late: the clause proposes 120,00 zł. */
async function late(play: Play, items: Items = [fee()], clause: object = {}): Promise<Story> {
  const credits = { clauses: [{ ...miss, ...clause }] }
  const { client, contract } = await play.contractWith(items, undefined, { credits })
  const ticketId = await play.ticket(client, '2026-03-10T09:00')
  await resolveTicket(play.at('2026-03-13T09:00'), ticketId, { text: 'Wymieniono zasilacz.' })
  const [credit] = (await proposedFor(play, contract)).credits
  assert.ok(credit)
  return { client, contract, credit, ticketId }
}

const proposedFor = (play: Play, { id }: Contract, month = '2026-03') =>
  creditsOf(play.at('2026-04-01T09:00'), { from: month, to: month, contractId: id })

function decided(
  play: Play,
  { contract, credit }: Pick<Story, 'contract' | 'credit'>,
  more: Partial<Parameters<typeof decideCredit>[1]> = {},
  at = '2026-04-01T10:00',
) {
  return decideCredit(play.at(at), {
    contractId: contract.id,
    month: credit.month,
    clauseId: credit.clauseId,
    ticketId: credit.ticket?.id ?? null,
    verdict: 'confirmed',
    proposedGrosze: credit.amountGrosze,
    ...more,
  })
}

const charged = (view: ProposalView) =>
  view.lines
    .filter(({ now }) => now.isBilled)
    .map(({ name, now }) => [name.replaceAll('\u00a0', ' '), now.netGrosze])
const creditsOn = (view: ProposalView) =>
  view.lines.filter(({ explanation }) => explanation.model === 'givenCredit').map(({ now }) => now.netGrosze)

test('a confirmed credit stands on the next bill once, is issued with it and reads as settled', () =>
  scene(async (play) => {
    const story = await late(play)
    await decided(play, story)
    const view = await play.propose(story.client, '2026-03')
    assert.deepEqual(charged(view), [
      ['Abonament serwisowy, marzec 2026', 120_000],
      [`Bonifikata, marzec 2026: ${story.credit.ticket!.name}, czas realizacji`, -12_000],
    ])
    assert.deepEqual(
      [view.totals.netGrosze, view.totals.grossGrosze, view.reason],
      [108_000, 132_840, 'withinFee'],
    )
    // Built again, and again: the same line.
    const again = await play.propose(story.client, '2026-03')
    assert.deepEqual([again.version, creditsOn(again)], [view.version, [-12_000]])
    const invoiceId = await play.issue(story.client, '2026-03')
    const invoice = (await invoiceOf(play.at('2026-04-03T09:00'), invoiceId))!
    assert.deepEqual([invoice.netGrosze, invoice.grossGrosze], [108_000, 132_840])
    const [settled] = (await proposedFor(play, story.contract)).credits
    assert.deepEqual(
      [
        settled?.decision?.leftGrosze,
        settled?.decision?.uses.map((use) => [use.invoiceNumber, use.amountGrosze]),
      ],
      [0, [[invoice.number, 12_000]]],
    )
    assert.deepEqual(creditsOn(await play.propose(story.client, '2026-04')), [])
  }))

test('the line says which promise, how late, by which clause', () =>
  scene(async (play) => {
    const story = await late(play)
    await decided(play, story)
    const invoiceId = await play.issue(story.client, '2026-03')
    const line = (await linesOfInvoice(play.at('2026-04-03T09:00'), invoiceId)).at(-1)!
    const say = (lang: 'pl' | 'en') => explainLine(lang, line.explanation as never).replaceAll('\u00a0', ' ')
    const { name } = story.credit.ticket!
    assert.equal(line.explanation.clause, '§ 15 ust. 1')
    assert.match(say('pl'), new RegExp(`^${name}, czas realizacji: .+ po terminie\\. 1 × 120,00 zł\\.$`))
    assert.match(say('en'), new RegExp(`^${name}, resolution time: .+ late\\. 1 × PLN 120\\.00\\.$`))
    assert.deepEqual([line.quantity, line.unitPrice, line.workIds], ['1', '-120.00', [story.ticketId]])
  }))

//  what it shows                         the person says                                                  on the bill
const words = [
  ['another amount, with the reason', { amount: '100,50', reason: 'klient potwierdził obejście' }, [-10_050]],
  ['more than proposed', { amount: '150', reason: 'gest handlowy' }, [-15_000]],
  ['declined', { verdict: 'declined', reason: 'klient nie dał dostępu' }, []],
] as const

for (const [what, said, bill] of words)
  test(`${what}: ${bill.length === 0 ? 'nothing' : bill[0]} on the bill`, () =>
    scene(async (play) => {
      const story = await late(play)
      await decided(play, story, said)
      assert.deepEqual(creditsOn(await play.propose(story.client, '2026-03')), [...bill])
    }))

//  what it shows                           the person says                                 refused as             at field
const refusals = [
  ['declined without a reason', { verdict: 'declined' }, 'reason_missing', 'reason'],
  ['another amount without a reason', { amount: '100' }, 'reason_missing', 'reason'],
  ['no amount at all', { amount: 'sto', reason: 'r' }, 'amount_invalid', 'amount'],
  ['zero', { amount: '0', reason: 'r' }, 'amount_invalid', 'amount'],
  ['below zero', { amount: '-5', reason: 'r' }, 'amount_invalid', 'amount'],
  ['thousandths', { amount: '1,234', reason: 'r' }, 'amount_invalid', 'amount'],
  ['a proposal that looks otherwise by now', { proposedGrosze: 11_000 }, 'changed_meanwhile', undefined],
  ['a clause that proposes nothing', { clauseId: 'b' }, 'credit_not_proposed', undefined],
] as const

for (const [what, said, code, field] of refusals)
  test(`${what} is refused`, async () => {
    const refusal = await refused(
      code,
      scene(async (play) => decided(play, await late(play), said)),
    )
    assert.equal(refusal.field, field)
  })

test('a month is decided when it is over', async () => {
  const refusal = await refused(
    'period_not_ended',
    scene(async (play) => decided(play, await late(play), {}, '2026-03-31T18:00')),
  )
  assert.equal(refusal.field, 'month')
})

test('decided once; taken back it is proposed again, on an invoice it is not taken back', () =>
  scene(async (play) => {
    const story = await late(play)
    const { id } = await decided(play, story)
    await refused('credit_decided', decided(play, story))
    await refused('reason_missing', withdrawCredit(play.at('2026-04-01T11:00'), id, { reason: ' ' }))
    await withdrawCredit(play.at('2026-04-01T11:00'), id, { reason: 'pomyłka' })
    assert.deepEqual(creditsOn(await play.propose(story.client, '2026-03')), [])
    const second = await decided(play, story, { amount: '80', reason: 'uzgodnione' })
    assert.deepEqual(creditsOn(await play.propose(story.client, '2026-03')), [-8_000])
    await play.issue(story.client, '2026-03')
    await refused(
      'credit_on_invoice',
      withdrawCredit(play.at('2026-04-03T09:00'), second.id, { reason: 'r' }),
    )
  }))

test('confirmed after its month was issued, it comes off the next bill', () =>
  scene(async (play) => {
    const story = await late(play)
    await play.issue(story.client, '2026-03')
    await decided(play, story, {}, '2026-04-05T10:00')
    assert.deepEqual(creditsOn(await play.propose(story.client, '2026-04')), [-12_000])
    await play.issue(story.client, '2026-04')
    assert.deepEqual(creditsOn(await play.propose(story.client, '2026-05')), [])
  }))

test('a proposal that was built before the decision is not issued without it', () =>
  scene(async (play) => {
    const story = await late(play)
    const view = await play.propose(story.client, '2026-03')
    await decided(play, story, {}, '2026-04-02T09:30')
    await refused('changed_meanwhile', issueProposal(play.at('2026-04-02T10:00'), view.id, story.client.id))
  }))

test('a decision reaches proposals that are open already', () =>
  scene(async (play) => {
    const story = await late(play)
    const view = await play.propose(story.client, '2026-03')
    await decided(play, story, {}, '2026-04-02T09:30')
    const ctx = play.at('2026-04-02T09:31')
    assert.deepEqual(await rebuildOpen(ctx, story.client.id), ['2026-03'])
    assert.deepEqual(creditsOn(await proposalView(ctx, view.id)), [-12_000])
    assert.deepEqual(await rebuildOpen(ctx, story.client.id), [])
  }))

test('two open months: the credit stands on one of them', () =>
  scene(async (play) => {
    const story = await late(play)
    await decided(play, story)
    assert.deepEqual(creditsOn(await play.propose(story.client, '2026-03')), [-12_000])
    assert.deepEqual(creditsOn(await play.propose(story.client, '2026-04')), [])
    await play.issue(story.client, '2026-03')
    assert.deepEqual(creditsOn(await play.propose(story.client, '2026-04')), [])
  }))

test('a bill smaller than the credit comes to zero, the rest goes on until nothing is left', () =>
  scene(async (play) => {
    const story = await late(play, [fee('50.00')])
    await decided(play, story)
    for (const [month, taken, left] of [
      ['2026-03', -5_000, 7_000],
      ['2026-04', -5_000, 2_000],
      ['2026-05', -2_000, 0],
    ] as const) {
      const view = await play.propose(story.client, month)
      assert.deepEqual([creditsOn(view), view.totals.netGrosze], [[taken], 5_000 + taken])
      await play.issue(story.client, month)
      const [credit] = (await proposedFor(play, story.contract)).credits
      assert.equal(credit?.decision?.leftGrosze, left)
    }
    assert.deepEqual(creditsOn(await play.propose(story.client, '2026-06')), [])
    const ctx = play.at('2026-07-03T09:00')
    const months = { from: '2026-03', to: '2026-06', clientId: story.client.id }
    assert.deepEqual((await backTest(ctx, months)).differing, 0)
  }))

test('two VAT rates bear it in proportion, and no rate goes below zero', () =>
  scene(async (play) => {
    const items = [fee('300.00'), fee('100.00', { id: 'other', vat: '8' })]
    const story = await late(play, items)
    await decided(play, story, { amount: '100', reason: 'uzgodnione' })
    const view = await play.propose(story.client, '2026-03')
    assert.deepEqual(
      view.lines
        .filter(({ explanation }) => explanation.model === 'givenCredit')
        .map(({ vat, now }) => [vat, now.netGrosze])
        .sort(),
      [
        ['23', -7_500],
        ['8', -2_500],
      ],
    )
    // (300 − 75) · 1,23 + (100 − 25) · 1,08
    assert.equal(view.totals.grossGrosze, 27_675 + 8_100)
  }))

test('what a person takes off the bill the credit cannot take; the bill never goes below zero', () =>
  scene(async (play) => {
    const story = await late(play, [fee('200.00')])
    await decided(play, story)
    const view = await play.propose(story.client, '2026-03')
    const ctx = play.at('2026-04-02T09:30')
    const line = view.lines[0]!
    const lower = await editLine(ctx, view.id, line.id, view.version, { net: '90', reason: 'rabat' })
    assert.deepEqual([creditsOn(lower), lower.totals.netGrosze], [[-9_000], 0])
    const more = await addLine(ctx, view.id, lower.version, {
      name: 'Dojazd',
      quantity: '1',
      unit: 'szt.',
      unitPrice: '10',
      vat: '23',
      reason: 'uzgodnione',
    })
    assert.deepEqual([creditsOn(more), more.totals.netGrosze], [[-10_000], 0])
    const back = await undoEdit(ctx, view.id, line.id, more.version)
    assert.deepEqual([creditsOn(back), back.totals.netGrosze], [[-12_000], 9_000])
    await refused(
      'line_is_credit',
      editLine(ctx, view.id, back.lines.at(-1)!.id, back.version, { net: '0', reason: 'nie' }),
    )
    const minus = await addLine(ctx, view.id, back.version, {
      name: 'Zwrot',
      quantity: '1',
      unit: 'szt.',
      unitPrice: '-500',
      vat: '23',
      reason: 'zwrot',
    })
    assert.deepEqual(creditsOn(minus), [])
    await refused('proposal_below_zero', issueProposal(ctx, view.id, story.client.id))
  }))

test('an edited bill with a credit is run again to the grosz; another price list gives no more than it bears', () =>
  scene(async (play) => {
    const story = await late(play, [fee('200.00')])
    await decided(play, story)
    const view = await play.propose(story.client, '2026-03')
    await editLine(play.at('2026-04-02T09:30'), view.id, view.lines[0]!.id, view.version, {
      net: '90',
      reason: 'rabat',
    })
    await play.issue(story.client, '2026-03')
    const ctx = play.at('2026-05-10T10:00')
    const question = { from: '2026-03', to: '2026-04', clientId: story.client.id }
    const test = await backTest(ctx, question)
    assert.deepEqual(
      test.rows.map((row) => [
        row.issuedNetGrosze,
        row.byHandGrosze,
        row.computedNetGrosze,
        row.differenceGrosze,
      ]),
      [[0, -11_000, 11_000, 0]],
    )
    const priceList: PriceList = { currency: 'PLN', vat: '23', items: [fee('150.00')] }
    const tried = await whatIf(ctx, { ...question, variants: [{ name: 'b', priceList }] })
    assert.deepEqual(
      tried.rows.map(({ month, results }) => [month, results[0]!.netGrosze, results[0]!.creditGrosze]),
      // March bears 150 − 110 by hand; April has what waits: 30,00.
      [
        ['2026-03', 11_000, -4_000],
        ['2026-04', 12_000, -3_000],
      ],
    )
  }))

test('a month with a credit proves complete, and equals what was issued', () =>
  scene(async (play) => {
    const story = await late(play)
    await decided(play, story)
    await play.issue(story.client, '2026-03')
    const ctx = play.at('2026-05-10T10:00')
    const proof = await conservationOf(ctx, story.client.id, '2026-03')
    assert.deepEqual([proof.isComplete, proof.pending], [true, 0])
    const test = await backTest(ctx, { from: '2026-03', to: '2026-03', clientId: story.client.id })
    assert.deepEqual([test.bills, test.differing, test.rows[0]!.computedNetGrosze], [1, 0, 108_000])
  }))

test('a month that was corrected is compared with the corrected sum', () =>
  scene(async (play) => {
    const { client } = await play.contractWith([fee('500.00')])
    const invoiceId = await play.issue(client, '2026-03')
    const ctx = play.at('2026-04-10T10:00')
    await correctInvoice(ctx, invoiceId, {
      reason: 'błędna cena',
      lines: [{ position: 1, unitPrice: '450' }],
      withClientData: false,
    })
    const test = await backTest(ctx, { from: '2026-03', to: '2026-03', clientId: client.id })
    assert.deepEqual(
      test.rows.map((row) => [row.issuedNetGrosze, row.computedNetGrosze, row.differenceGrosze]),
      [[45_000, 50_000, 5_000]],
    )
  }))

test('an excluded ticket proposes nothing; with a confirmed credit it is not excluded', () =>
  scene(async (play) => {
    const story = await late(play)
    const out = { isExcluded: true, reason: 'siła wyższa' }
    const { id } = await decided(play, story)
    const ctx = play.at('2026-04-01T11:00')
    await refused('credit_confirmed', excludeFromCredits(ctx, story.ticketId, out))
    await withdrawCredit(ctx, id, { reason: 'siła wyższa' })
    await excludeFromCredits(ctx, story.ticketId, out)
    const now = await proposedFor(play, story.contract)
    assert.deepEqual(
      [now.credits, now.excluded.map(({ because }) => because)],
      [[], ['siła wyższa', 'siła wyższa']],
    )
    await refused('credit_not_proposed', decided(play, story))
    assert.deepEqual(creditsOn(await play.propose(story.client, '2026-03')), [])
  }))

test('by the hour a credit grows while the ticket is open, and is decided when it is done', () =>
  scene(async (play) => {
    const credits = { clauses: [{ ...miss, counts: 'startedHour' as const, amountGrosze: 1_000 }] }
    const { client, contract } = await play.contractWith([fee()], undefined, { credits })
    const ticketId = await play.ticket(client, '2026-03-31T09:00')
    const march = { from: '2026-03', to: '2026-03', contractId: contract.id }
    const [grows] = (await creditsOf(play.at('2026-04-02T09:00'), march)).credits
    assert.equal(grows?.isGrowing, true)
    await refused('credit_still_grows', decided(play, { contract, credit: grows! }))
    // Due on 31 March at 17:00; on the next day two and a half hours later: three started ones.
    await resolveTicket(play.at('2026-04-01T10:30'), ticketId, { text: 'Gotowe.' })
    const [done] = (await proposedFor(play, contract)).credits
    assert.deepEqual([done?.isGrowing, done?.units, done?.amountGrosze], [false, 3, 3_000])
    await decided(play, { contract, credit: done! })
    assert.deepEqual(creditsOn(await play.propose(client, '2026-03')), [-3_000])
  }))

//  what it shows                               targets of the price item   warned
const items = [
  ['a target of the contract', ['resolution'], true],
  ['every target', undefined, true],
  ['a standstill, which is no target', ['downtime'], false],
] as const

for (const [what, targets, isWarned] of items)
  test(`a credit among the prices for ${what} is ${isWarned ? '' : 'not '}pointed out`, () =>
    scene(async (play) => {
      const credit: Items[number] = {
        id: 'back',
        kind: 'credit',
        measure: 'missed',
        of: ['fee'],
        percentBp: 500,
        ...(targets && { targets: [...targets] }),
      }
      const { contract } = await play.contractWith([fee(), credit])
      const ctx = play.at('2026-04-01T09:00')
      const problems = await problemsOfVersion(ctx, contract, (await versionOf(ctx, contract.id, 1))!)
      const found = problems.filter(({ code }) => code === 'creditInPriceList')
      assert.deepEqual(
        found.map(({ path, weight }) => [path, weight]),
        isWarned ? [['terms.priceList.items.1', 'warning']] : [],
      )
    }))

test('the cap of a year counts what was confirmed for the months before', () =>
  scene(async (play) => {
    const credits = { clauses: [miss], caps: { yearGrosze: 20_000 } }
    const { client, contract } = await play.contractWith([fee()], undefined, { credits })
    for (const month of ['2026-03', '2026-04']) {
      const id = await play.ticket(client, `${month}-08T09:00`)
      await resolveTicket(play.at(`${month}-15T09:00`), id, { text: 'Gotowe.' })
    }
    const [march] = (await proposedFor(play, contract)).credits
    await decided(play, { contract, credit: march! })
    const april = await creditsOf(play.at('2026-05-01T09:00'), {
      from: '2026-04',
      to: '2026-04',
      contractId: contract.id,
    })
    assert.deepEqual(
      april.credits.map(({ amountGrosze, cutBy }) => [amountGrosze, cutBy]),
      [[8_000, [{ cap: 'year', grosze: 4_000 }]]],
    )
  }))
