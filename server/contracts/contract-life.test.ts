/** The life of a contract on a real database: notice, suspension, renewal, overlap, examples. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { active, contractsStage, draft, later, termsOf } from '#server/testing/contracts-stage.ts'
import { refused, warsaw } from '#server/testing/scene.ts'
import type { Context } from '#server/plumbing/context.ts'
import { activateVersion } from './activate-contract.ts'
import { amendContract } from './amend-contract.ts'
import { contractList } from './contract-list.ts'
import type { Contract } from './contract-store.ts'
import { contractOf } from './contract-store.ts'
import { draftContract, writeTerms } from './draft-contract.ts'
import { endContract } from './end-contract.ts'
import { renewalQueue } from './renewal-queue.ts'
import { declineRenewal, renewalTimer, renewByItself, renewContract } from './renew-contract.ts'
import { resumeContract, suspendContract } from './suspend-contract.ts'
import { contractFor, termsOfContractAt } from './terms-in-force.ts'

const { asOla } = contractsStage()

const withRenewal = async (ctx: Context, validTo: string): Promise<Contract> => {
  const contract = await draft(ctx, { validTo })
  const terms = await termsOf(ctx, contract.id)
  await writeTerms(ctx, contract.id, 1, {
    version: 1,
    terms: {
      ...terms,
      term: { ...terms.term, isIndefinite: false, renewal: { months: 12, noticeDays: 30 } },
    },
  })
  return activateVersion(ctx, contract.id, 1)
}
const seen = async (ctx: Context, id: string) => (await contractOf(ctx, id))!.version
const timersOf = (ctx: Context, id: string) =>
  ctx.tx
    .selectFrom('timers')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('what', '=', renewalTimer)
    .where('subjectId', '=', id)
    .orderBy('at')
    .execute()

test('a term that goes on by itself reminds two weeks before the last day for a no, and renews the day after', async () => {
  await asOla(async (ctx) => {
    const { id } = await withRenewal(ctx, '2026-12-31')
    // The day for the reminder, 18 November, has passed.
    const first = await timersOf(ctx, id)
    assert.deepEqual(
      first.map(({ key, at }) => [key, at]),
      [['renew', warsaw('2026-12-03T00:00').toString()]],
    )
    await renewByItself(later(ctx, '2026-12-03T00:00'), { ...first[0]!, facts: {} })
    assert.equal((await contractOf(ctx, id))?.validTo, '2027-12-31')
    const armed = await timersOf(ctx, id)
    assert.deepEqual(
      armed.map(({ key, at }) => [key, at]),
      [
        ['remind', warsaw('2027-11-18T08:00').toString()],
        ['renew', warsaw('2027-12-03T00:00').toString()],
      ],
    )
    await renewByItself(later(ctx, '2027-11-18T08:00'), { ...armed[0]!, facts: {} })
    const mails = await ctx.tx
      .selectFrom('mails')
      .select(['subject'])
      .where('tenantId', '=', ctx.tenantId)
      .where('kind', '=', 'contract_renewal')
      .execute()
    assert.equal(mails.length, 2)
    assert.equal((await termsOfContractAt(ctx, id, '2027-06-01'))?.number, 1)
  })
})

test('a term that was said not to go on expires', async () => {
  await asOla(async (ctx) => {
    const { id } = await withRenewal(ctx, '2026-12-31')
    const [timer] = await timersOf(ctx, id)
    await declineRenewal(ctx, id, { version: await seen(ctx, id), reason: 'klient zmienia dostawcę' })
    assert.deepEqual(await timersOf(ctx, id), [])
    await renewByItself(later(ctx, '2026-12-03T00:00'), { ...timer!, facts: {} })
    assert.equal((await contractOf(ctx, id))?.validTo, '2026-12-31')
    const [row] = await contractList(ctx, (await contractOf(ctx, id))!.clientId)
    assert.deepEqual([row?.renewal, row?.isRenewalDeclined], [null, true])
  })
})

test('notice is held to its period, an agreement is not', async () => {
  const no = await refused(
    'notice_too_short',
    asOla(async (ctx) => {
      const { id } = await active(ctx)
      await endContract(ctx, id, {
        version: await seen(ctx, id),
        endedOn: '2027-01-31',
        reason: 'oszczędności',
        kind: 'notice',
        givenBy: 'client',
        givenOn: '2026-11-20',
      })
    }),
  )
  assert.equal(no.facts.earliest, '2027-02-28')
  assert.equal(no.field, 'endedOn')
  const ended = await asOla(async (ctx) => {
    const { id } = await active(ctx)
    return endContract(ctx, id, {
      version: await seen(ctx, id),
      endedOn: '2027-01-31',
      reason: 'za porozumieniem',
      kind: 'agreement',
    })
  })
  assert.equal(ended.endedOn, '2027-01-31')
})

test('nothing new falls under a suspended contract, and again when it is resumed', async () => {
  await asOla(async (ctx) => {
    const { id, clientId } = await active(ctx)
    const falls = async (at: string) =>
      (await contractFor(ctx, { clientId, at: warsaw(at) }))?.contract.id === id
    await suspendContract(ctx, id, { fromOn: '2026-11-25', reason: 'zaległości' })
    assert.deepEqual([await falls('2026-11-24T23:00'), await falls('2026-11-25T00:00')], [true, false])
    await resumeContract(later(ctx, '2026-11-28T09:00'), id)
    assert.deepEqual([await falls('2026-11-27T12:00'), await falls('2026-11-28T12:00')], [false, true])
  })
  await refused(
    'suspension_in_past',
    asOla(async (ctx) => suspendContract(ctx, (await active(ctx)).id, { fromOn: '2026-11-22', reason: 'x' })),
  )
})

test('the renewal queue names who must act by when', async () => {
  const queue = await asOla(async (ctx) => {
    const own = new Set<string>()
    own.add((await withRenewal(ctx, '2026-12-31')).id)
    const ends = await draftContract(ctx, {
      clientId: (await contractOf(ctx, [...own][0]!))!.clientId,
      validFrom: '2026-01-01',
    })
    await activateVersion(ctx, ends.id, 1, { confirmOverlap: true })
    await endContract(ctx, ends.id, {
      version: await seen(ctx, ends.id),
      endedOn: '2027-01-31',
      reason: 'porozumienie',
    })
    own.add(ends.id)
    return (await renewalQueue(ctx, 120)).filter(({ contractId }) => own.has(contractId))
  })
  assert.deepEqual(
    queue.map(({ kind, actBy, on, nextLastDay, daysLeft }) => [kind, actBy, on, nextLastDay, daysLeft]),
    [
      ['renews', '2026-12-02', '2026-12-31', '2027-12-31', 9],
      ['ends', '2027-01-31', '2027-01-31', null, 69],
    ],
  )
})

test('a wide and a narrow contract get along; two for the same site are pointed out', async () => {
  const covering = (sites: string[]) => ({ sites, deviceClasses: [], services: [] })
  const second = async (ctx: Context, sites: string[][]) => {
    const first = await draft(ctx)
    const ids = [first.id]
    for (const _ of sites.slice(1))
      ids.push((await draftContract(ctx, { clientId: first.clientId, validFrom: '2026-01-01' })).id)
    for (const [i, id] of ids.entries()) {
      await writeTerms(ctx, id, 1, {
        version: 1,
        terms: { ...(await termsOf(ctx, id)), covers: covering(sites[i]!) },
      })
      await activateVersion(ctx, id, 1)
    }
    return { ids, clientId: first.clientId }
  }
  await asOla(async (ctx) => {
    const { ids, clientId } = await second(ctx, [[], ['Sklep']])
    const at = ctx.now
    const found = async (about: object) => (await contractFor(ctx, { clientId, at, about }))?.contract.id
    assert.deepEqual([await found({ site: 'sklep' }), await found({ site: 'Biuro' })], [ids[1], ids[0]])
  })
  await refused(
    'contracts_overlap',
    asOla((ctx) =>
      second(ctx, [
        ['Sklep', 'Biuro'],
        ['Sklep', 'Magazyn'],
      ]),
    ),
  )
})

test('a version whose own example fails is not activated, and the refusal says what it makes', async () => {
  const withExample = async (ctx: Context, netGrosze: number) => {
    const { id } = await draft(ctx)
    const terms = await termsOf(ctx, id)
    await writeTerms(ctx, id, 1, {
      version: 1,
      terms: { ...terms, examples: [{ name: '13 zgłoszeń', figures: { tickets: 13 }, netGrosze }] },
    })
    return activateVersion(ctx, id, 1)
  }
  const no = await refused(
    'terms_invalid',
    asOla((ctx) => withExample(ctx, 145_500)),
  )
  assert.equal(no.field, 'terms.examples.0')
  const [problem] = no.facts.problems as { values: { actualGrosze: number; expectedGrosze: number } }[]
  // 1 450,00 zł with 12 tickets, and one more for 95,00 zł.
  assert.deepEqual([problem?.values.expectedGrosze, problem?.values.actualGrosze], [145_500, 154_500])
  await asOla((ctx) => withExample(ctx, 154_500))
})

test('a correction inside settled months waits until its effect was shown', async () => {
  await refused(
    'effect_not_shown',
    asOla(async (ctx) => {
      const { id } = await active(ctx)
      await ctx.tx
        .updateTable('contracts')
        .set({ settledTo: '2026-10-31' })
        .where('tenantId', '=', ctx.tenantId)
        .where('id', '=', id)
        .execute()
      await amendContract(ctx, id, {
        kind: 'correction',
        validFrom: '2026-10-01',
        reason: 'zapomniany aneks',
      })
      await activateVersion(ctx, id, 2)
    }),
  )
})

test('a person renews a definite term, but not into its past', async () => {
  const no = await refused(
    'renewal_too_short',
    asOla(async (ctx) => {
      const { id } = await active(ctx, { validTo: '2026-12-31' })
      await renewContract(ctx, id, { version: await seen(ctx, id), validTo: '2026-12-31' })
    }),
  )
  assert.equal(no.field, 'validTo')
})
