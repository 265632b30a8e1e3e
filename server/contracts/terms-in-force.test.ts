/** Terms in force on a real database: what applied on which day, as known on which day, and what settling closes. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { refused, warsaw } from '#server/testing/scene.ts'
import type { Context } from '#server/plumbing/context.ts'
import { activateVersion } from './activate-contract.ts'
import { amendContract } from './amend-contract.ts'
import { endContract } from './end-contract.ts'
import { contractOf, type Contract } from './contract-store.ts'
import { contractList } from './contract-list.ts'
import { contractDetail, versionDetail } from './contract-views.ts'
import {
  active,
  contractsStage,
  draft,
  later,
  termsOf,
  ticketPrice,
  withTicketPrice,
} from '#server/testing/contracts-stage.ts'
import { draftContract, writeTerms } from './draft-contract.ts'
import { contractFor, contractsToSettle, noteSettled, termsOfContractAt } from './terms-in-force.ts'
import { fingerprint, type Terms } from './terms.ts'

const { asOla } = contractsStage()

/** Signed for 2026 at 80 zł a ticket, from 1 November by amendment 85 zł, corrected on 20 November to 86 zł. */
async function storied(ctx: Context): Promise<Contract> {
  const january = later(ctx, '2026-01-02T10:00')
  const contract = await draft(january)
  await writeTerms(january, contract.id, 1, {
    version: 1,
    terms: withTicketPrice(await termsOf(ctx, contract.id), '80.00'),
  })
  await activateVersion(january, contract.id, 1)
  const october = later(ctx, '2026-10-15T10:00')
  const amendment = await amendContract(october, contract.id, { kind: 'amendment', validFrom: '2026-11-01' })
  await writeTerms(october, contract.id, 2, {
    version: amendment.version,
    terms: withTicketPrice(amendment.terms, '85.00'),
  })
  await activateVersion(october, contract.id, 2)
  const november = later(ctx, '2026-11-20T10:00')
  const correction = await amendContract(november, contract.id, {
    kind: 'correction',
    corrects: 2,
    reason: 'źle przepisana cena',
  })
  await writeTerms(november, contract.id, 3, {
    version: correction.version,
    terms: withTicketPrice(correction.terms, '86.00'),
  })
  return activateVersion(november, contract.id, 3)
}

//  what applied on   as known on             price
const known = [
  ['2025-12-31', undefined, undefined],
  ['2026-01-01', undefined, '80.00'],
  ['2026-10-31', undefined, '80.00'],
  ['2026-11-01', undefined, '86.00'],
  ['2026-11-01', '2026-11-19T12:00', '85.00'],
  ['2026-11-01', '2026-10-14T12:00', '80.00'],
  ['2026-11-01', '2025-12-31T12:00', undefined],
] as const
for (const [day, asKnownOn, price] of known) {
  test(`on ${day}${asKnownOn ? `, as known on ${asKnownOn},` : ''} a ticket costs ${price ?? 'nothing: no terms applied'}`, async () => {
    const terms = await asOla(async (ctx) =>
      termsOfContractAt(ctx, (await storied(ctx)).id, day, asKnownOn && warsaw(asKnownOn)),
    )
    assert.equal(ticketPrice(terms?.terms), price)
  })
}

test('a corrected version stays readable, with its reason, and the difference is told', async () => {
  const { contract, third } = await asOla(async (ctx) => {
    const { id } = await storied(ctx)
    return { contract: await contractDetail(ctx, id), third: await versionDetail(ctx, id, 3) }
  })
  assert.deepEqual(
    contract.versions.map((version) => [
      version.number,
      version.kind,
      version.supersededAt !== null,
      version.isInForce,
    ]),
    [
      [1, 'original', false, false],
      [2, 'amendment', true, false],
      [3, 'correction', false, true],
    ],
  )
  assert.equal(third.reason, 'źle przepisana cena')
  assert.deepEqual(
    third.changes.map((change) => change.path),
    ['priceList.items.tickets'],
  )
})

test('an amendment inside a settled period is refused; a correction with its reason is not', async () => {
  const settled = async (ctx: Context) => {
    const contract = await active(ctx)
    await noteSettled(ctx, contract.id, '2026-10-31')
    await noteSettled(ctx, contract.id, '2026-09-30')
    return contract
  }
  const no = await refused(
    'amendment_inside_settled_period',
    asOla(async (ctx) =>
      amendContract(ctx, (await settled(ctx)).id, { kind: 'amendment', validFrom: '2026-10-31' }),
    ),
  )
  assert.equal(no.facts.settledTo, '2026-10-31')
  await asOla(async (ctx) =>
    amendContract(ctx, (await settled(ctx)).id, { kind: 'amendment', validFrom: '2026-11-01' }),
  )
  await asOla(async (ctx) =>
    amendContract(ctx, (await settled(ctx)).id, { kind: 'correction', corrects: 1, reason: 'błąd w cenie' }),
  )
  await refused(
    'reason_missing',
    asOla(async (ctx) =>
      amendContract(ctx, (await settled(ctx)).id, { kind: 'correction', corrects: 1, reason: ' ' }),
    ),
  )
})

test('an amendment before the first day of the contract is refused', async () =>
  void (await refused(
    'date_outside_contract',
    asOla(async (ctx) =>
      amendContract(ctx, (await active(ctx)).id, { kind: 'amendment', validFrom: '2025-12-31' }),
    ),
  )))

test('a report falls under the contract in force at its moment, by the calendar of Warsaw', async () => {
  const found = await asOla(async (ctx) => {
    const contract = await active(ctx, { validFrom: '2026-11-01', validTo: '2026-11-30' })
    const at = async (moment: string) =>
      (await contractFor(ctx, { clientId: contract.clientId, at: warsaw(moment) }))?.contract.id ===
      contract.id
    return [
      await at('2026-10-31T23:59'),
      await at('2026-11-01T00:00'),
      await at('2026-11-30T23:59'),
      await at('2026-12-01T00:00'),
    ]
  })
  assert.deepEqual(found, [false, true, true, false])
})

test('two contracts that match equally are both named', async () => {
  const match = await asOla(async (ctx) => {
    const first = await active(ctx)
    const second = await draftContract(ctx, { clientId: first.clientId, validFrom: '2026-01-01' })
    await activateVersion(ctx, second.id, 1, { confirmOverlap: true })
    return contractFor(ctx, { clientId: first.clientId, at: ctx.now })
  })
  assert.equal(match?.others.length, 1)
})

//  period                           to settle
const periods = [
  ['2026-02-01', '2026-02-28', false],
  ['2026-03-01', '2026-03-31', true],
  ['2026-06-01', '2026-06-30', true],
  ['2026-07-01', '2026-07-31', false],
] as const
for (const [from, to, expected] of periods) {
  test(`a contract from 15 March to 10 June is ${expected ? '' : 'not '}settled for ${from}`, async () => {
    const contracts = await asOla(async (ctx) => {
      const contract = await active(ctx, { validFrom: '2026-03-15', validTo: '2026-12-31' })
      await endContract(ctx, contract.id, {
        version: (await contractOf(ctx, contract.id))!.version,
        endedOn: '2026-06-10',
        reason: 'za porozumieniem stron',
      })
      return contractsToSettle(ctx, { from, to })
    })
    assert.equal(contracts.length === 1, expected)
  })
}

test('in force but not signed is an alarm in the list', async () => {
  const [row] = await asOla(async (ctx) => contractList(ctx, (await active(ctx)).clientId))
  assert.deepEqual([row?.state, row?.isUnsigned, row?.feeGrosze], ['inForce', true, 145000])
})

test('the fingerprint is the same whatever the order of fields, and another for other terms', async () => {
  const terms = await asOla(async (ctx) => termsOf(ctx, (await draft(ctx)).id))
  const turned = Object.fromEntries(Object.entries(terms).reverse()) as Terms
  assert.equal(fingerprint(turned), fingerprint(terms))
  assert.notEqual(fingerprint(withTicketPrice(terms, '95.01')), fingerprint(terms))
  assert.match(fingerprint(terms), /^[0-9a-f]{4}-[0-9a-f]{4}$/)
})
