/** Paper and force, derived: what may be done with a contract in which state, as a table; notice and renewal by the calendar. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { contractDeeds, deedsOf, paperStateOf, stateOf, type ContractDeed } from './contract-state.ts'
import type { Contract } from './contract-store.ts'
import { noticeEndsOn, renewalOf } from './notice-period.ts'
import type { Terms } from './terms.ts'

const day = '2026-11-23'
const base: Contract = {
  id: '',
  number: 'UM/1',
  clientId: '',
  concludedOn: null,
  validFrom: '2026-01-01',
  validTo: null,
  activatedAt: '2026-01-01T10:00:00Z',
  activatedBy: null,
  suspensions: [],
  endedOn: null,
  endReason: null,
  settledTo: null,
  templateId: null,
  templateTrade: null,
  createdAt: '2026-01-01T10:00:00Z',
  version: 1,
}
const suspended = (fromOn: string, toOn: string | null) => [{ fromOn, toOn, reason: 'zaległości' }]

/** The table: each contract, its derived state, and for each deed the answer (true is written as ok). */
const table: [string, Contract, boolean, string, Partial<Record<ContractDeed, string>>][] = [
  [
    'a draft',
    { ...base, activatedAt: null },
    true,
    'draft',
    {
      editDraft: 'ok',
      activate: 'ok',
      discard: 'ok',
      sendForSignature: 'ok',
      attachScan: 'ok',
      amend: 'contract_not_active',
      end: 'contract_not_active',
      withdrawEnd: 'contract_not_active',
      suspend: 'contract_not_active',
      resume: 'contract_not_active',
      renew: 'contract_not_active',
      declineRenewal: 'contract_not_active',
    },
  ],
  [
    'an activated contract that begins tomorrow',
    { ...base, validFrom: '2026-11-24' },
    false,
    'future',
    {
      editDraft: 'contract_already_active',
      activate: 'contract_already_active',
      amend: 'ok',
      end: 'ok',
      suspend: 'ok',
    },
  ],
  [
    'an indefinite contract in force',
    base,
    false,
    'inForce',
    {
      editDraft: 'contract_already_active',
      amend: 'ok',
      end: 'ok',
      withdrawEnd: 'contract_not_ended',
      suspend: 'ok',
      resume: 'contract_not_suspended',
      renew: 'contract_indefinite',
      declineRenewal: 'contract_indefinite',
      sendForSignature: 'ok',
      attachScan: 'ok',
    },
  ],
  [
    'one whose amendment is being drafted',
    base,
    true,
    'inForce',
    {
      editDraft: 'ok',
      activate: 'ok',
      discard: 'ok',
      amend: 'draft_exists',
      end: 'ok',
    },
  ],
  [
    'a definite one on its last day',
    { ...base, validTo: day },
    false,
    'inForce',
    { renew: 'ok', declineRenewal: 'ok', amend: 'ok' },
  ],
  [
    'one that was given notice',
    { ...base, endedOn: '2026-12-31' },
    false,
    'inForce',
    { withdrawEnd: 'ok', end: 'ok', amend: 'ok' },
  ],
  [
    'a suspended one',
    { ...base, suspensions: suspended('2026-11-20', null) },
    false,
    'suspended',
    {
      suspend: 'contract_suspended',
      resume: 'ok',
      amend: 'ok',
      end: 'ok',
    },
  ],
  [
    'one suspended until yesterday',
    { ...base, suspensions: suspended('2026-11-01', '2026-11-22') },
    false,
    'inForce',
    {
      suspend: 'ok',
      resume: 'contract_not_suspended',
    },
  ],
  [
    'one whose suspension is planned',
    { ...base, suspensions: suspended('2026-12-01', null) },
    false,
    'inForce',
    {
      suspend: 'contract_suspended',
      resume: 'ok',
    },
  ],
  [
    'one that ended yesterday',
    { ...base, endedOn: '2026-11-22' },
    false,
    'ended',
    {
      amend: 'contract_ended',
      end: 'contract_ended',
      withdrawEnd: 'contract_ended',
      suspend: 'contract_ended',
      renew: 'contract_ended',
      sendForSignature: 'contract_ended',
      attachScan: 'ok',
    },
  ],
  [
    'one that expired yesterday',
    { ...base, validTo: '2026-11-22' },
    false,
    'expired',
    {
      amend: 'contract_ended',
      renew: 'contract_ended',
      declineRenewal: 'contract_ended',
      attachScan: 'ok',
    },
  ],
]
for (const [what, contract, hasDraft, state, expected] of table) {
  test(`${what} is ${state}, and may: ${Object.entries(expected)
    .filter(([, a]) => a === 'ok')
    .map(([deed]) => deed)
    .join(', ')}`, () => {
    assert.equal(stateOf(contract, day), state)
    const deeds = deedsOf(contract, day, hasDraft)
    for (const deed of contractDeeds)
      if (expected[deed]) assert.equal(deeds[deed] === true ? 'ok' : deeds[deed], expected[deed], deed)
  })
}

//  sent at                  signed on       paper
const papers = [
  [null, null, 'draft'],
  ['2026-11-20T10:00:00Z', null, 'sent'],
  ['2026-11-20T10:00:00Z', '2026-11-22', 'signed'],
  [null, '2026-11-22', 'signed'],
] as const
for (const [sentAt, signedOn, expected] of papers) {
  test(`paper sent ${sentAt ?? 'never'} and signed ${signedOn ?? 'never'} is ${expected}`, () => {
    assert.equal(paperStateOf({ sentAt, signedOn }), expected)
  })
}

const term = (noticeMonths: number, noticeEnds?: 'anyDay'): Terms['term'] => ({
  isIndefinite: true,
  noticeMonths,
  ...(noticeEnds && { noticeEnds }),
})
//  given on      terms                last day
const notices: [string, Terms['term'], string][] = [
  ['2026-11-23', term(3), '2027-02-28'],
  ['2026-11-30', term(1), '2026-12-31'],
  ['2026-11-23', term(3, 'anyDay'), '2027-02-23'],
  ['2026-11-30', term(3, 'anyDay'), '2027-02-28'],
  ['2026-11-23', term(0), '2026-11-23'],
]
for (const [givenOn, terms, expected] of notices) {
  test(`notice of ${terms.noticeMonths} months given on ${givenOn} ends on ${expected}`, () => {
    assert.equal(noticeEndsOn(givenOn, terms), expected)
  })
}

//  last day      goes on for  notice days   decide by      next last day
const renewals = [
  ['2026-12-31', 12, 30, '2026-12-02', '2027-12-31'],
  ['2026-11-30', 1, 0, '2026-12-01', '2026-12-31'],
  ['2027-02-28', 6, 60, '2026-12-31', '2027-08-31'],
] as const
for (const [lastDay, months, noticeDays, decideBy, nextLastDay] of renewals) {
  test(`a term until ${lastDay} that goes on by ${months} months is decided by ${decideBy}`, () => {
    const terms = { isIndefinite: false, noticeMonths: 1, renewal: { months, noticeDays } }
    assert.deepEqual(renewalOf(lastDay, terms), { decideBy, nextLastDay })
  })
}
