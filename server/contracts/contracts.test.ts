/** Contracts and their terms, on a real database: what may be done when, and what applied on which day. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { setCast, type Cast } from '#demo/cast.ts'
import { openStage, refused, scene, warsaw } from '#server/testing/scene.ts'
import type { Context } from '#server/plumbing/context.ts'
import { activateVersion } from './activate-contract.ts'
import { amendContract, endContract, withdrawEnd } from './amend-contract.ts'
import { contractOf, versionOf, type Contract } from './contract-store.ts'
import { contractDetail, contractList, versionDetail } from './contract-views.ts'
import { changeContract, discardDraft, draftContract, writeTerms } from './draft-contract.ts'
import { addClient } from './keep-client.ts'
import { endStaff } from '#server/accounts/staff.ts'
import { contractFor, contractsToSettle, noteSettled, termsOfContractAt } from './terms-in-force.ts'
import { fingerprint, type Terms } from './terms.ts'

const stage = openStage()
let cast: Cast | undefined
const played = async <T>(who: 'marta' | 'ola' | 'piotr', at: string, deed: (ctx: Context) => Promise<T>) => {
  const open = await stage()
  cast ??= await setCast(open)
  return scene(open, cast[who], at, deed)
}
const asOla = <T>(deed: (ctx: Context) => Promise<T>) => played('ola', '2026-11-23T10:00', deed)
const later = (ctx: Context, at: string): Context => ({ ...ctx, now: warsaw(at) })

async function draft(
  ctx: Context,
  dates: { validFrom?: string; validTo?: string | null } = {},
): Promise<Contract> {
  const client = await addClient(ctx, {
    name: 'Piekarnia Złoty Kłos',
    nip: null,
    email: 'biuro@zlotyklos.example',
  })
  return draftContract(ctx, { clientId: client.id, validFrom: '2026-01-01', ...dates })
}
async function active(
  ctx: Context,
  dates: { validFrom?: string; validTo?: string | null } = {},
): Promise<Contract> {
  return activateVersion(ctx, (await draft(ctx, dates)).id, 1)
}
const termsOf = async (ctx: Context, id: string, number = 1): Promise<Terms> =>
  (await versionOf(ctx, id, number))!.terms
const withTicketPrice = (terms: Terms, unitPrice: string): Terms => ({
  ...terms,
  priceList: {
    ...terms.priceList,
    items: terms.priceList.items.map((item) => (item.kind === 'perTicket' ? { ...item, unitPrice } : item)),
  },
})
const ticketPrice = (terms: Terms | undefined) =>
  terms?.priceList.items.find((item) => item.kind === 'perTicket')?.unitPrice

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
  const open = await stage()
  cast ??= await setCast(open)
  await refused(
    'role_may_not',
    scene(open, cast.ola, '2026-11-23T10:00', async (ctx) => {
      const { id } = await draft(ctx)
      await activateVersion({ ...ctx, actor: cast!.piotr.actor }, id, 1)
    }),
  )
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
    played('marta', '2026-11-23T10:00', async (ctx) => {
      const { id } = await draft(ctx)
      await writeTerms(ctx, id, 1, {
        version: 1,
        terms: { ...(await termsOf(ctx, id)), accountManagerId: cast!.ola.actor.id },
      })
      await endStaff(ctx, cast!.ola.actor.id)
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
