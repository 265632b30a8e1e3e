/**
 * What will happen to contracts soon, by the day until which somebody must act: terms that go on by
 * themselves, terms that run out, ends that were given notice of, and prices that may be indexed.
 */
import { dayOf } from '#engines/worktime/days.ts'
import { today, type Context } from '#server/plumbing/context.ts'
import { listed, type ContractSummary, type Listed } from './contract-list.ts'
import { nextIndexation } from './next-indexation.ts'

export const renewalKinds = ['renews', 'expires', 'ends', 'expired', 'indexation'] as const
export type RenewalItem = {
  contractId: string
  number: string
  clientId: string
  clientName: string
  accountManagerId: string | null
  accountManagerName: string
  feeGrosze: number
  kind: (typeof renewalKinds)[number]
  /** Until this day somebody may act. */
  actBy: string
  daysLeft: number
  /** The last day of the term; of an indexation, the day from which prices change. */
  on: string
  nextLastDay: string | null
  isRenewalDeclined: boolean
}

const expiredShownForDays = 30

export async function renewalQueue(ctx: Context, withinDays: number): Promise<RenewalItem[]> {
  const date = today(ctx)
  const now = dayOf(date.toString())
  const until = date.add({ days: withinDays }).toString()
  const since = date.subtract({ days: expiredShownForDays }).toString()
  const rows = (await listed(ctx)).flatMap((row) => [
    ...ofTerm(row.summary),
    ...ofPrices(row, date.toString()),
  ])
  return rows
    .filter(({ actBy, kind }) => actBy <= until && (kind !== 'expired' || actBy >= since))
    .map((row) => ({ ...row, daysLeft: dayOf(row.actBy) - now }))
    .sort((a, b) => (a.actBy < b.actBy ? -1 : a.actBy > b.actBy ? 1 : a.number < b.number ? -1 : 1))
}

type Row = Omit<RenewalItem, 'daysLeft'>

function ofTerm(contract: ContractSummary): Row[] {
  const { state, lastDay, renewal } = contract
  if (lastDay === null || state === 'draft' || state === 'ended') return []
  const row = { ...shared(contract), on: lastDay, nextLastDay: null }
  if (state === 'expired') return [{ ...row, kind: 'expired', actBy: lastDay }]
  if (contract.endedOn !== null && contract.endedOn === lastDay)
    return [{ ...row, kind: 'ends', actBy: lastDay }]
  if (renewal) return [{ ...row, kind: 'renews', actBy: renewal.decideBy, nextLastDay: renewal.nextLastDay }]
  return [{ ...row, kind: 'expires', actBy: lastDay }]
}

/** The client must be told in time. */
function ofPrices({ summary, head }: Listed, date: string): Row[] {
  if (!head?.indexation || !['inForce', 'suspended'].includes(summary.state)) return []
  const { validFrom, noticeBy } = nextIndexation(head.indexation, summary.validFrom, date)
  if (summary.lastDay !== null && validFrom > summary.lastDay) return []
  return [{ ...shared(summary), kind: 'indexation', actBy: noticeBy, on: validFrom, nextLastDay: null }]
}

const shared = (contract: ContractSummary) => ({
  contractId: contract.id,
  number: contract.number,
  clientId: contract.clientId,
  clientName: contract.clientName,
  accountManagerId: contract.accountManagerId,
  accountManagerName: contract.accountManagerName,
  feeGrosze: contract.feeGrosze,
  isRenewalDeclined: contract.isRenewalDeclined,
})
