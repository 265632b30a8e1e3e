/**
 * Amendments in bulk on a real database: a company price list reaches contracts only by a person's
 * deed, keeping what they overrode; the yearly indexation by each contract's own clause.
 */
import assert from 'node:assert/strict'
import test from 'node:test'
import { setCast, type Cast } from '#demo/cast.ts'
import type { PriceItem, PriceList } from '#engines/pricing/price-list.ts'
import type { Context } from '#server/plumbing/context.ts'
import { openStage, played, refused, scene } from '#server/testing/scene.ts'
import { activateVersion } from './activate-contract.ts'
import { itemsOfRun, runOf } from './amendment-run-store.ts'
import { addClient } from './keep-client.ts'
import type { Contract } from './contract-store.ts'
import { versionOf } from './contract-store.ts'
import { versionDetail } from './contract-views.ts'
import { draftContract, writeTerms } from './draft-contract.ts'
import { enterIndexFigure } from './index-figures.ts'
import { chooseItems, makeAmendments, makeAmendmentsJob } from './make-amendments.ts'
import { mergePriceList } from './merge-price-list.ts'
import {
  createPriceList,
  draftPriceList,
  priceListOf,
  publishPriceList,
  writePriceList,
} from './price-lists.ts'
import { proposeIndexation, proposePriceList } from './propose-amendments.ts'
import { takePriceList } from './take-price-list.ts'
import type { Indexation, Terms } from './terms.ts'
import { termsAsOf } from './terms-as-of.ts'

const stage = openStage()
let cast: Promise<Cast> | undefined
const people = async () => (cast ??= setCast(await stage()))
const keep = async <T>(at: string, deed: (ctx: Context) => Promise<T>) =>
  played(await stage(), (await people()).marta, at, deed)
const now = '2026-11-23T10:00'

const fee = (feePrice: string): PriceItem => ({ id: 'fee', kind: 'flatFee', feePrice, timing: 'advance' })
const tickets = (unitPrice: string): PriceItem => ({
  id: 'tickets',
  kind: 'perTicket',
  included: 10,
  unitPrice,
  countedBy: 'reportedAt',
  excludes: [],
  prorateIncluded: 'up',
})
const trip = (perTripPrice: string): PriceItem => ({ id: 'trip', kind: 'travel', perTripPrice })
const list = (...items: PriceItem[]): PriceList => ({ currency: 'PLN', vat: '23', items })

//  what it shows                          the contract has             the list was            the list is                 the contract gets
const merges: [string, PriceList, PriceList, PriceList, PriceList][] = [
  [
    'what was taken follows',
    list(fee('100.00')),
    list(fee('100.00')),
    list(fee('110.00')),
    list(fee('110.00')),
  ],
  [
    'what was overridden stays',
    list(fee('90.00')),
    list(fee('100.00')),
    list(fee('110.00')),
    list(fee('90.00')),
  ],
  [
    'what only the contract has stays',
    list(fee('100.00'), trip('60.00')),
    list(fee('100.00')),
    list(fee('110.00')),
    list(fee('110.00'), trip('60.00')),
  ],
  [
    'what was added comes in',
    list(fee('100.00')),
    list(fee('100.00')),
    list(fee('100.00'), trip('60.00')),
    list(fee('100.00'), trip('60.00')),
  ],
  [
    'what was dropped goes',
    list(fee('100.00'), trip('60.00')),
    list(fee('100.00'), trip('60.00')),
    list(fee('100.00')),
    list(fee('100.00')),
  ],
  [
    'what the contract struck out stays out',
    list(fee('100.00')),
    list(fee('100.00'), trip('60.00')),
    list(fee('110.00'), trip('70.00')),
    list(fee('110.00')),
  ],
]
for (const [what, own, before, after, expected] of merges) {
  test(`a new version of a price list: ${what}`, () => {
    assert.deepEqual(mergePriceList(own, before, after).priceList, expected)
  })
}

/** A contract of its own client with these terms, in force since January. */
async function running(
  ctx: Context,
  name: string,
  change: (terms: Terms) => Terms = (terms) => terms,
  taking?: { priceListId: string },
): Promise<Contract> {
  const client = await addClient(ctx, { name, nip: null, email: `biuro@${name.toLowerCase()}.example` })
  const { id } = await draftContract(ctx, { clientId: client.id, validFrom: '2026-01-01' })
  if (taking) await takePriceList(ctx, id, 1, { version: 1, ...taking })
  const draft = (await versionOf(ctx, id, 1))!
  await writeTerms(ctx, id, 1, { version: draft.version, terms: change(draft.terms) })
  return activateVersion(ctx, id, 1)
}
const withItems =
  (items: PriceItem[]) =>
  (terms: Terms): Terms => ({
    ...terms,
    priceList: { ...terms.priceList, items },
  })

test('a price list is drafted, published, and then never changes', async () => {
  await keep(now, async (ctx) => {
    const made = await createPriceList(ctx, { name: 'Biuro 2026', priceList: list(fee('100,5')) })
    assert.deepEqual(
      made.versions.map(({ isDraft, number }) => [number, isDraft]),
      [[1, true]],
    )
    assert.equal(
      made.versions[0]?.priceList.items[0]?.kind === 'flatFee' &&
        made.versions[0].priceList.items[0].feePrice,
      '100.50',
    )
    await publishPriceList(ctx, made.id, 1, { version: 1 })
    const next = await draftPriceList(ctx, made.id)
    assert.equal(next.versions.at(-1)?.number, 2)
  })
  await refused(
    'price_list_published',
    keep(now, async (ctx) => {
      const made = await createPriceList(ctx, { name: 'Biuro 2027', priceList: list(fee('100')) })
      await publishPriceList(ctx, made.id, 1, { version: 1 })
      await writePriceList(ctx, made.id, 1, { version: 2, priceList: list(fee('1')) })
    }),
  )
  await refused(
    'price_list_name_taken',
    keep(now, (ctx) => createPriceList(ctx, { name: 'biuro 2026 ', priceList: list(fee('1')) })),
  )
  await refused(
    'terms_invalid',
    keep(now, async (ctx) => {
      const made = await createPriceList(ctx, { name: 'Zły', priceList: list(fee('-1')) })
      await publishPriceList(ctx, made.id, 1, { version: 1 })
    }),
  )
})

test('a new version of a list reaches the contracts that took it, by amendments, keeping their own prices', async () => {
  const { runId, follower, keeper, stranger } = await keep(now, async (ctx) => {
    const made = await createPriceList(ctx, {
      name: 'Serwis',
      priceList: list(fee('100.00'), tickets('80.00')),
    })
    await publishPriceList(ctx, made.id, 1, { version: 1 })
    const taking = { priceListId: made.id }
    const [follower, keeper, stranger] = [
      await running(ctx, 'Follower', undefined, taking),
      await running(ctx, 'Keeper', withItems([fee('90.00'), tickets('80.00')]), taking),
      await running(ctx, 'Stranger'),
    ]
    await draftPriceList(ctx, made.id)
    await writePriceList(ctx, made.id, 2, { version: 1, priceList: list(fee('110.00'), tickets('85.00')) })
    await publishPriceList(ctx, made.id, 2, { version: 2 })
    const runId = await proposePriceList(ctx, { priceListId: made.id, number: 2, validFrom: '2027-01-01' })
    const items = await itemsOfRun(ctx, runId)
    assert.deepEqual(
      items.map(({ contractId, problem, facts }) => [
        contractId,
        problem,
        facts.overridden,
        facts.changes.length,
      ]),
      [
        [follower.id, null, [], 2],
        [keeper.id, null, ['fee'], 1],
      ],
    )
    assert.deepEqual((await priceListOf(ctx, made.id)).contracts, [{ number: 1, contracts: 2 }])
    await makeAmendments(ctx, runId, { sendsLetters: false })
    return { runId, follower, keeper, stranger }
  })
  const { tenantId } = await people()
  await makeAmendmentsJob((await stage()).app, { tenantId, runId })
  // Doing it again changes nothing.
  await makeAmendmentsJob((await stage()).app, { tenantId, runId })
  await keep(now, async (ctx) => {
    const priceOn = async ({ id }: Contract, on: string) => {
      const found = (await termsAsOf(ctx, id, { on }))!.terms.priceList.items
      return found.map((item) =>
        item.kind === 'flatFee' ? item.feePrice : item.kind === 'perTicket' ? item.unitPrice : '',
      )
    }
    assert.deepEqual(await priceOn(follower, '2026-12-31'), ['100.00', '80.00'])
    assert.deepEqual(await priceOn(follower, '2027-01-01'), ['110.00', '85.00'])
    assert.deepEqual(await priceOn(keeper, '2027-01-01'), ['90.00', '85.00'])
    assert.equal(await versionOf(ctx, stranger.id, 2), undefined)
    const amended = await versionDetail(ctx, follower.id, 2)
    assert.deepEqual(
      [amended.kind, amended.priceListNumber, amended.recordedByName],
      ['amendment', 2, 'Marta Zielińska'],
    )
    assert.ok((await runOf(ctx, runId))?.endedAt)
  })
})

const clause: Indexation = { index: 'gusWages', month: 2, capBp: 600, noticeDays: 30 }
const indexedBy =
  (change: Partial<Indexation>) =>
  (terms: Terms): Terms => ({
    ...withItems([fee('275.00'), tickets('85.00')])(terms),
    indexation: { ...clause, ...change },
    examples: [{ name: '11 zgłoszeń', figures: { tickets: 11 }, netGrosze: 36_000 }],
  })

test('the yearly indexation: proposed by each clause, reviewed, made with letters; both versions answer for their own days', async () => {
  const made = await keep(now, async (ctx) => {
    const contracts = {
      usual: await running(ctx, 'Usual', indexedBy({})),
      march: await running(ctx, 'March', indexedBy({ month: 3 })),
      later: await running(ctx, 'Later', indexedBy({ firstYear: 2028 })),
      fallen: await running(ctx, 'Fallen', indexedBy({ index: 'own' })),
      left: await running(ctx, 'Left', indexedBy({})),
      late: await running(ctx, 'Late', indexedBy({ noticeDays: 100 })),
      plain: await running(ctx, 'Plain'),
    }
    const missing = await itemsOfRun(ctx, await proposeIndexation(ctx, { year: 2027, month: 2 }))
    assert.equal(
      missing.find(({ contractId }) => contractId === contracts.usual.id)?.problem,
      'figureMissing',
    )
    await enterIndexFigure(ctx, 'gusWages', 2026, { value: '107,4', source: 'M.P.', version: 0 })
    await enterIndexFigure(ctx, 'own', 2026, { value: '99.4', source: 'umowa', version: 0 })
    const runId = await proposeIndexation(ctx, { year: 2027, month: 2 })
    const items = await itemsOfRun(ctx, runId)
    const of = (key: keyof typeof contracts) =>
      items.find(({ contractId }) => contractId === contracts[key].id)
    assert.deepEqual([of('march'), of('later'), of('plain')], [undefined, undefined, undefined])
    assert.deepEqual(
      [of('fallen')?.problem, of('late')?.problem, of('late')?.isChosen],
      ['noChange', 'noticeLate', false],
    )
    const { facts, problem } = of('usual')!
    assert.deepEqual(
      [problem, facts.changeBp, facts.announcedBp, facts.limit, facts.feeBeforeGrosze, facts.feeAfterGrosze],
      [null, 600, 740, 'cap', 27_500, 29_150],
    )
    await chooseItems(ctx, runId, { itemIds: [of('left')!.id, of('fallen')!.id], isChosen: false })
    await makeAmendments(ctx, runId, { sendsLetters: true })
    return { runId, contracts }
  })
  const { tenantId } = await people()
  await makeAmendmentsJob((await stage()).app, { tenantId, runId: made.runId })
  await keep(now, async (ctx) => {
    const { usual, left } = made.contracts
    const terms = async (on: string) => (await termsAsOf(ctx, usual.id, { on }))!.terms
    const feeOn = async (on: string) =>
      (await terms(on)).priceList.items.find((item) => item.kind === 'flatFee')?.feePrice
    assert.deepEqual([await feeOn('2027-01-31'), await feeOn('2027-02-01')], ['275.00', '291.50'])
    // The example says what the new prices make: 291,50 + 90,10.
    assert.equal((await terms('2027-02-01')).examples?.[0]?.netGrosze, 38_160)
    assert.equal(await versionOf(ctx, left.id, 2), undefined)
    const mail = await ctx.tx
      .selectFrom('mails')
      .select(['subject', 'recipients'])
      .where('tenantId', '=', tenantId)
      .where('kind', '=', 'indexation_letter')
      .executeTakeFirst()
    const isPrinted = (await stage()).app.pdf.available()
    assert.equal(mail !== undefined, isPrinted)
    const again = await itemsOfRun(ctx, await proposeIndexation(ctx, { year: 2027, month: 2 }))
    assert.equal(again.find(({ contractId }) => contractId === usual.id)?.problem, 'alreadyMade')
  })
})

test('an index typed as a percentage is refused at its field', async () => {
  const no = await refused(
    'index_figure_invalid',
    keep(now, (ctx) => enterIndexFigure(ctx, 'own', 2020, { value: '3,6', source: '', version: 0 })),
  )
  assert.equal(no.field, 'value')
})

test('a technician may not amend in bulk', async () => {
  const { piotr } = await people()
  await refused(
    'role_may_not',
    scene(await stage(), piotr, now, (ctx) => proposeIndexation(ctx, { year: 2027, month: 2 })),
  )
})
