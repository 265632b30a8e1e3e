/** Contracts on a real database: what may be done in which state, and what is refused at which field. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { refused } from '#server/testing/scene.ts'
import type { Context } from '#server/plumbing/context.ts'
import { endStaff } from '#server/accounts/staff.ts'
import { activateVersion } from './activate-contract.ts'
import { amendContract } from './amend-contract.ts'
import { endContract, withdrawEnd } from './end-contract.ts'
import { contractOf, versionOf } from './contract-store.ts'
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
import { changeContract, discardDraft, draftContract, writeTerms } from './draft-contract.ts'
import type { Terms } from './terms.ts'

const { playedBy, asOla } = contractsStage()

test('a new contract has the terms of the company, a number and nothing wrong', async () => {
  const { contract, version } = await asOla(async (ctx) => {
    const made = await draft(ctx)
    return { contract: await contractDetail(ctx, made.id), version: await versionDetail(ctx, made.id, 1) }
  })
  assert.match(contract.number, /^UM\/2026\/\d{3}$/)
  assert.equal(contract.state, 'draft')
  assert.equal(contract.accountManagerName, 'Ola Sadowska')
  assert.deepEqual(
    version.terms.serviceLevels.map((level) => level.priority),
    ['critical', 'high', 'normal', 'low'],
  )
  assert.deepEqual(
    version.problems.filter((problem) => problem.weight === 'error'),
    [],
  )
})

//  what stands in the table: state of the contract × deed → what is answered
const deeds = {
  'edits the terms': async (ctx: Context, id: string) =>
    writeTerms(ctx, id, 1, { version: 1, terms: await termsOf(ctx, id) }),
  'moves the dates': async (ctx: Context, id: string) =>
    changeContract(ctx, id, { version: (await contractOf(ctx, id))!.version, validFrom: '2026-02-01' }),
  activates: (ctx: Context, id: string) => activateVersion(ctx, id, 1),
  'throws away': (ctx: Context, id: string) => discardDraft(ctx, id, 1),
  amends: (ctx: Context, id: string) =>
    amendContract(ctx, id, { kind: 'amendment', validFrom: '2027-02-01' }),
  ends: async (ctx: Context, id: string) =>
    endContract(ctx, id, {
      version: (await contractOf(ctx, id))!.version,
      endedOn: '2027-03-31',
      reason: 'wypowiedzenie klienta',
    }),
  'takes the notice back': (ctx: Context, id: string) => withdrawEnd(ctx, id),
}
const states = {
  'a draft': (ctx: Context) => draft(ctx),
  'a contract in force': (ctx: Context) => active(ctx),
  'a contract of the future': (ctx: Context) => active(ctx, { validFrom: '2027-01-01' }),
  'an expired contract': (ctx: Context) =>
    active(later(ctx, '2026-01-05T10:00'), { validFrom: '2026-01-01', validTo: '2026-06-30' }),
  'a contract with a draft amendment': async (ctx: Context) => {
    const contract = await active(ctx)
    await amendContract(ctx, contract.id, { kind: 'amendment', validFrom: '2027-01-01' })
    return contract
  },
}
const active_ = 'contract_already_active'
//                                     edits             moves             activates  throws away       amends                 ends                   takes back
const table: Record<keyof typeof states, (string | true)[]> = {
  'a draft': [true, true, true, true, 'contract_not_active', 'contract_not_active', 'contract_not_active'],
  'a contract in force': [
    'terms_in_force',
    'terms_in_force',
    active_,
    'terms_in_force',
    true,
    true,
    'contract_not_ended',
  ],
  'a contract of the future': [
    'terms_in_force',
    'terms_in_force',
    active_,
    'terms_in_force',
    true,
    true,
    'contract_not_ended',
  ],
  'an expired contract': [
    'terms_in_force',
    'terms_in_force',
    'contract_ended',
    'terms_in_force',
    'contract_ended',
    'contract_ended',
    'contract_ended',
  ],
  'a contract with a draft amendment': [
    'terms_in_force',
    'terms_in_force',
    active_,
    'terms_in_force',
    'draft_exists',
    true,
    'contract_not_ended',
  ],
}
for (const [state, answers] of Object.entries(table)) {
  for (const [i, [deed, play]] of Object.entries(deeds).entries()) {
    const answer = answers[i]!
    test(`the account manager ${deed} ${state}: ${answer === true ? 'done' : answer}`, async () => {
      const playing = asOla(async (ctx) => {
        const { id } = await states[state as keyof typeof states](ctx)
        await play(ctx, id)
      })
      await (answer === true ? playing : refused(answer as 'not_found', playing))
    })
  }
}

test('a technician may not put a contract in force', async () => {
  const playing = asOla(async (ctx, cast) => {
    const { id } = await draft(ctx)
    await activateVersion({ ...ctx, actor: cast.piotr.actor }, id, 1)
  })
  await refused('role_may_not', playing)
})

//  what was typed            refusal                  field
const wrongTerms: [string, (terms: Terms) => Terms, string, string][] = [
  [
    'an amount of "12,5,0"',
    (terms) => withTicketPrice(terms, '12,5,0'),
    'amount_invalid',
    'terms.priceList.items.1.unitPrice',
  ],
  [
    'an amount in words',
    (terms) => withTicketPrice(terms, 'dużo'),
    'amount_invalid',
    'terms.priceList.items.1.unitPrice',
  ],
  [
    'a calendar that never opens',
    (terms) => neverOpening(terms),
    'calendar_never_opens',
    'terms.calendars.nocny',
  ],
]
function neverOpening(terms: Terms): Terms {
  const weekly = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
  return {
    ...terms,
    calendars: {
      ...terms.calendars,
      nocny: { name: 'Nocny', calendar: { timezone: 'Europe/Warsaw', weekly, publicHolidays: 'PL' } },
    },
  }
}
for (const [what, wrong, code, field] of wrongTerms) {
  test(`${what} is refused at its field: ${code}`, async () => {
    const no = await refused(
      code as 'not_found',
      asOla(async (ctx) => {
        const { id } = await draft(ctx)
        await writeTerms(ctx, id, 1, { version: 1, terms: wrong(await termsOf(ctx, id)) })
      }),
    )
    assert.equal(no.field, field)
  })
}

//  typed        kept
const amounts = [
  ['85', '85.00'],
  ['85,50', '85.50'],
  ['1 234,50 zł', '1234.50'],
  ['0,125', '0.125'],
] as const
for (const [typed, kept] of amounts) {
  test(`an amount typed as "${typed}" is kept as ${kept}`, async () => {
    const price = await asOla(async (ctx) => {
      const { id } = await draft(ctx)
      return ticketPrice(
        (await writeTerms(ctx, id, 1, { version: 1, terms: withTicketPrice(await termsOf(ctx, id), typed) }))
          .terms,
      )
    })
    assert.equal(price, kept)
  })
}

//  what is wrong                               code of the problem       place
const unfit: [string, (terms: Terms) => Terms, string, string][] = [
  ['no service level', (terms) => ({ ...terms, serviceLevels: [] }), 'noServiceLevel', 'terms.serviceLevels'],
  [
    'a priority twice',
    (terms) => ({ ...terms, serviceLevels: [terms.serviceLevels[0]!, terms.serviceLevels[0]!] }),
    'priorityTwice',
    'terms.serviceLevels.1.priority',
  ],
  [
    'a level without its calendar',
    (terms) => ({ ...terms, calendars: {} }),
    'unknownCalendar',
    'terms.serviceLevels.0.calendar',
  ],
  [
    'a resolution before the reaction',
    (terms) => ({
      ...terms,
      serviceLevels: [{ ...terms.serviceLevels[0]!, reactionMinutes: 240, resolutionMinutes: 60 }],
    }),
    'resolutionBeforeReaction',
    'terms.serviceLevels.0.resolutionMinutes',
  ],
  [
    'a negative price',
    (terms) => withTicketPrice(terms, '-5.00'),
    'priceProblem',
    'terms.priceList.items.1.unitPrice',
  ],
  [
    'a definite term without an end',
    (terms) => ({ ...terms, term: { ...terms.term, isIndefinite: false } }),
    'noEnd',
    'validTo',
  ],
]
for (const [what, wrong, code, path] of unfit) {
  test(`${what} keeps a contract from force, and the editor shows where: ${code}`, async () => {
    const no = await refused(
      'terms_invalid',
      asOla(async (ctx) => {
        const { id } = await draft(ctx)
        await writeTerms(ctx, id, 1, { version: 1, terms: wrong(await termsOf(ctx, id)) })
        const shown = (await versionDetail(ctx, id, 1)).problems.find((problem) => problem.weight === 'error')
        assert.deepEqual([shown?.code, shown?.path], [code, path])
        await activateVersion(ctx, id, 1)
      }),
    )
    assert.equal(no.field, path)
  })
}

test('a contract whose account manager left the company is not put in force', async () => {
  const no = await refused(
    'terms_invalid',
    playedBy('marta', '2026-11-23T10:00', async (ctx, cast) => {
      const { id } = await draft(ctx)
      await writeTerms(ctx, id, 1, {
        version: 1,
        terms: { ...(await termsOf(ctx, id)), accountManagerId: cast.ola.actor.id },
      })
      await endStaff(ctx, cast.ola.actor.id)
      await activateVersion(ctx, id, 1)
    }),
  )
  assert.equal(no.field, 'terms.accountManagerId')
})

test('dates the wrong way round are refused at the end date', async () => {
  const no = await refused(
    'dates_reversed',
    asOla((ctx) => draft(ctx, { validFrom: '2026-12-01', validTo: '2026-11-01' })),
  )
  assert.equal(no.field, 'validTo')
})

test('a number that another contract has is refused', async () =>
  void (await refused(
    'number_taken',
    asOla(async (ctx) => {
      const first = await draft(ctx)
      await draftContract(ctx, { clientId: first.clientId, number: first.number })
    }),
  )))

test('two contracts over the same days are pointed out, and may be meant', async () => {
  const second = async (ctx: Context, dates: object) => {
    const first = await active(ctx, { validTo: '2026-12-31' })
    return draftContract(ctx, { clientId: first.clientId, validFrom: '2026-12-31', ...dates })
  }
  const no = await refused(
    'contracts_overlap',
    asOla(async (ctx) => activateVersion(ctx, (await second(ctx, {})).id, 1)),
  )
  assert.match(String(no.facts.number), /^UM/)
  const meant = await asOla(async (ctx) =>
    activateVersion(ctx, (await second(ctx, {})).id, 1, { confirmOverlap: true }),
  )
  assert.ok(meant.activatedAt)
  const after = await asOla(async (ctx) =>
    activateVersion(ctx, (await second(ctx, { validFrom: '2027-01-01' })).id, 1),
  )
  assert.ok(after.activatedAt)
})

test('two people editing one draft: the second is shown the terms of the first', async () => {
  const no = await refused(
    'changed_meanwhile',
    asOla(async (ctx) => {
      const { id } = await draft(ctx)
      const seen = (await versionOf(ctx, id, 1))!
      await writeTerms(ctx, id, 1, { version: seen.version, terms: withTicketPrice(seen.terms, '80.00') })
      await writeTerms(ctx, id, 1, { version: seen.version, terms: withTicketPrice(seen.terms, '90.00') })
    }),
  )
  assert.equal(ticketPrice((no.facts.now as { terms: Terms }).terms), '80.00')
})
