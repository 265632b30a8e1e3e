/**
 * Which debts a payment settles (art. 451 of the civil code). The debtor may name them;
 * what is left, or what came without a name, goes to the debts that fell due first. A
 * creditor who says so takes from each debt its interest before its principal. What no
 * debt needs stays to the client's credit.
 */
import { must } from '../base/must.ts'

export type OpenDebt = { id: string; dueOn: string; principalGrosze: number; interestGrosze?: number }
export type Allocation = { id: string; principalGrosze: number; interestGrosze: number }

export function allocatePayment(
  payment: { grosze: number; namedIds?: readonly string[]; interestFirst?: boolean },
  debts: readonly OpenDebt[],
): { allocations: Allocation[]; leftGrosze: number } {
  const ordered = inOrder(debts, payment.namedIds ?? [])
  const claims = ordered.flatMap((debt) => [
    { id: debt.id, interest: true, grosze: payment.interestFirst ? (debt.interestGrosze ?? 0) : 0 },
    { id: debt.id, interest: false, grosze: debt.principalGrosze },
  ])
  const { parts, left } = allocateInOrder(
    payment.grosze,
    claims.map((claim) => claim.grosze),
  )
  const paid = (id: string, interest: boolean) =>
    claims.reduce(
      (sum, one, i) => (one.id === id && one.interest === interest ? sum + (parts[i] ?? 0) : sum),
      0,
    )
  const allocations = ordered
    .map(({ id }) => ({ id, principalGrosze: paid(id, false), interestGrosze: paid(id, true) }))
    .filter((one) => one.principalGrosze > 0 || one.interestGrosze > 0)
  return { allocations, leftGrosze: left }
}

/** Each claim as far as the money goes; a claim of nothing or less takes nothing. */
export function allocateInOrder(
  amount: number,
  claims: readonly number[],
): { parts: number[]; left: number } {
  must(Number.isSafeInteger(amount) && amount >= 0, 'a payment is a whole amount')
  let left = amount
  const parts = claims.map((claim) => {
    const part = Math.max(0, Math.min(left, claim))
    left -= part
    return part
  })
  return { parts, left }
}

function inOrder(debts: readonly OpenDebt[], namedIds: readonly string[]): OpenDebt[] {
  const rank = ({ id }: OpenDebt) => (namedIds.includes(id) ? namedIds.indexOf(id) : namedIds.length)
  return [...debts].sort((a, b) => rank(a) - rank(b) || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}
