/**
 * Force is derived, never set: from activation, days of validity, suspension and end. Paper is
 * derived too: a version that was signed, or sent, or neither. One table says what may be done
 * with a contract in which state; the screens disable their buttons by it.
 */
import { isSuspendedOn, isValidOn, lastDayOf, type Contract } from './contract-store.ts'

export const contractStates = ['draft', 'future', 'inForce', 'suspended', 'ended', 'expired'] as const
export type ContractState = (typeof contractStates)[number]
export const contractDeeds = [
  'editDraft',
  'activate',
  'discard',
  'amend',
  'end',
  'withdrawEnd',
  'suspend',
  'resume',
  'renew',
  'declineRenewal',
  'sendForSignature',
  'attachScan',
] as const
export type ContractDeed = (typeof contractDeeds)[number]

export function stateOf(contract: Contract, date: string): ContractState {
  if (contract.activatedAt === null) return 'draft'
  if (contract.endedOn !== null && contract.endedOn < date) return 'ended'
  if (contract.validTo !== null && contract.validTo < date) return 'expired'
  if (contract.validFrom > date) return 'future'
  return isSuspendedOn(contract, date) ? 'suspended' : 'inForce'
}

/** In force although nobody has signed: allowed, and shown as an alarm. */
export function isUnsigned(contract: Contract, signedOn: string | null, date: string): boolean {
  return isValidOn(contract, date) && signedOn === null
}

export const paperStates = ['draft', 'sent', 'signed'] as const
export type PaperState = (typeof paperStates)[number]

/** Draft → sent → signed; terms that are rewritten are a draft again, for nobody was sent those. */
export function paperStateOf({
  sentAt,
  signedOn,
}: {
  sentAt: string | null
  signedOn: string | null
}): PaperState {
  if (signedOn !== null) return 'signed'
  return sentAt === null ? 'draft' : 'sent'
}

type Answer =
  | true
  | 'contract_already_active'
  | 'contract_not_active'
  | 'contract_ended'
  | 'contract_not_ended'
  | 'contract_suspended'
  | 'contract_not_suspended'
const whenRunning: Record<ContractDeed, Answer> = {
  editDraft: 'contract_already_active',
  activate: 'contract_already_active',
  discard: 'contract_already_active',
  amend: true,
  end: true,
  withdrawEnd: 'contract_not_ended',
  suspend: true,
  resume: 'contract_not_suspended',
  renew: true,
  declineRenewal: true,
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
  suspend: 'contract_ended',
  resume: 'contract_ended',
  renew: 'contract_ended',
  declineRenewal: 'contract_ended',
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
    suspend: 'contract_not_active',
    resume: 'contract_not_active',
    renew: 'contract_not_active',
    declineRenewal: 'contract_not_active',
    sendForSignature: true,
    attachScan: true,
  },
  future: whenRunning,
  inForce: whenRunning,
  suspended: { ...whenRunning, suspend: 'contract_suspended', resume: true },
  ended: whenOver,
  expired: whenOver,
}

type OtherAnswer = 'draft_exists' | 'contract_indefinite'

/** With what is not a state of the contract: a change being drafted, a notice that runs, a planned suspension. */
export function deedsOf(
  contract: Contract,
  date: string,
  hasDraft: boolean,
): Record<ContractDeed, Answer | OtherAnswer> {
  const state = stateOf(contract, date)
  if (state === 'draft' || state === 'ended' || state === 'expired') return deedsByState[state]
  const isSuspensionPlanned = contract.suspensions.some(
    ({ fromOn, toOn }) => fromOn > date && (toOn === null || toOn >= fromOn),
  )
  const isIndefinite = contract.validTo === null
  return {
    ...deedsByState[state],
    ...(hasDraft && { editDraft: true, activate: true, discard: true, amend: 'draft_exists' as const }),
    ...(contract.endedOn !== null && { withdrawEnd: true as const }),
    ...(isSuspensionPlanned && { suspend: 'contract_suspended' as const, resume: true as const }),
    ...(isIndefinite && {
      renew: 'contract_indefinite' as const,
      declineRenewal: 'contract_indefinite' as const,
    }),
  }
}

export { lastDayOf }
