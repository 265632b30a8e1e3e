/**
 * Force is derived, never set: from activation, days of validity, suspension and end. One table
 * says what may be done with a contract in which state; the screens disable their buttons by it.
 */
import { isValidOn, lastDayOf, type Contract } from './contract-store.ts'

export const contractStates = ['draft', 'future', 'inForce', 'suspended', 'ended', 'expired'] as const
export type ContractState = (typeof contractStates)[number]
export const contractDeeds = [
  'editDraft',
  'activate',
  'discard',
  'amend',
  'end',
  'withdrawEnd',
  'sendForSignature',
  'attachScan',
] as const
export type ContractDeed = (typeof contractDeeds)[number]

export function stateOf(contract: Contract, date: string): ContractState {
  if (contract.activatedAt === null) return 'draft'
  if (contract.endedOn !== null && contract.endedOn < date) return 'ended'
  if (contract.validTo !== null && contract.validTo < date) return 'expired'
  if (contract.validFrom > date) return 'future'
  return contract.suspendedAt ? 'suspended' : 'inForce'
}

/** In force although nobody has signed: allowed, and shown as an alarm. */
export function isUnsigned(contract: Contract, signedOn: string | null, date: string): boolean {
  return isValidOn(contract, date) && signedOn === null
}

type Answer =
  | true
  | 'contract_already_active'
  | 'contract_not_active'
  | 'contract_ended'
  | 'contract_not_ended'
const whenRunning: Record<ContractDeed, Answer> = {
  editDraft: 'contract_already_active',
  activate: 'contract_already_active',
  discard: 'contract_already_active',
  amend: true,
  end: true,
  withdrawEnd: 'contract_not_ended',
  sendForSignature: true,
  attachScan: true,
}
const whenOver: Record<ContractDeed, Answer> = {
  editDraft: 'contract_ended',
  activate: 'contract_ended',
  discard: 'contract_ended',
  amend: 'contract_ended',
  end: 'contract_ended',
  withdrawEnd: 'contract_ended',
  sendForSignature: 'contract_ended',
  attachScan: true,
}

export const deedsByState: Record<ContractState, Record<ContractDeed, Answer>> = {
  draft: {
    editDraft: true,
    activate: true,
    discard: true,
    amend: 'contract_not_active',
    end: 'contract_not_active',
    withdrawEnd: 'contract_not_active',
    sendForSignature: true,
    attachScan: true,
  },
  future: whenRunning,
  inForce: whenRunning,
  suspended: whenRunning,
  ended: whenOver,
  expired: whenOver,
}

/** With what is not a state of the contract: a change that is being drafted, a notice that runs. */
export function deedsOf(
  contract: Contract,
  date: string,
  hasDraft: boolean,
): Record<ContractDeed, Answer | 'draft_exists'> {
  const state = stateOf(contract, date)
  const isOpen = state !== 'ended' && state !== 'expired'
  return {
    ...deedsByState[state],
    ...(hasDraft &&
      state !== 'draft' &&
      isOpen && { editDraft: true, activate: true, discard: true, amend: 'draft_exists' as const }),
    ...(contract.endedOn !== null && isOpen && state !== 'draft' && { withdrawEnd: true as const }),
  }
}

export { lastDayOf }
