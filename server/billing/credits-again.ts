/**
 * Credits when the past is run again: a bill that was issued gave what it gave, so unchanged terms
 * come to its grosz; on a bill that was not issued yet stand the credits that wait, laid by the same
 * rule. Under other terms a bill never goes below zero either.
 */
import { decidedCredits, toGive, type CreditToGive } from '#server/desk/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import type { Lang } from '#words/words.ts'
import { creditLines } from './lay-credits.ts'
import type { IssuedBill } from './past-bills.ts'
import { monthOfDate } from './periods.ts'
import type { ProposalLine } from './proposal-store.ts'
import type { PricedContract } from './settle-contract.ts'

/** A line of a credit on a bill that is run again. */
export type CreditAgain = Pick<
  ProposalLine,
  'name' | 'unitPrice' | 'netGrosze' | 'vat' | 'explanation' | 'workIds' | 'contractId'
> & { month: string }

/** By client: what no issued bill has taken, the oldest first. */
export async function waitingCredits(
  ctx: Context,
  clientIds: readonly string[],
): Promise<Map<string, CreditToGive[]>> {
  const credits = await decidedCredits(ctx, { clientIds, verdict: 'confirmed' })
  const open = credits.filter(({ leftGrosze }) => leftGrosze > 0)
  return new Map(
    [...Map.groupBy(open, ({ clientId }) => clientId)].map(([id, own]) => [
      id,
      own.map((one) => toGive(one)),
    ]),
  )
}

/** Goes through the bills of a run in their order; what waits comes off the first that bears it. */
export function creditsAgain(
  run: ReadonlyMap<string, readonly PricedContract[]>,
  by: {
    bills: ReadonlyMap<string, IssuedBill>
    waiting: ReadonlyMap<string, readonly CreditToGive[]>
    language: Lang
  },
): Map<string, CreditAgain[]> {
  const found = new Map<string, CreditAgain[]>()
  const waiting = new Map([...by.waiting].map(([id, own]) => [id, [...own]]))
  for (const key of [...new Set([...run.keys(), ...by.bills.keys()])].sort(byMonth)) {
    const [clientId = '', month = ''] = key.split(' ')
    const priced = run.get(key) ?? []
    const bill = by.bills.get(key)
    if (bill) {
      found.set(key, asGiven(bill, netOf(priced) + bill.byHandGrosze))
      continue
    }
    const due = (waiting.get(clientId) ?? []).filter((credit) => credit.month <= month)
    const lines = creditLines(due, billedOf(priced), by.language)
    found.set(key, lines.map(again))
    waiting.set(
      clientId,
      (waiting.get(clientId) ?? []).flatMap((credit) => lessTaken(credit, lines)),
    )
  }
  return found
}

const byMonth = (a: string, b: string): number => ((a.split(' ')[1] ?? '') < (b.split(' ')[1] ?? '') ? -1 : 1)

const netOf = (priced: readonly PricedContract[]): number =>
  priced.flatMap(({ lines }) => lines).reduce((sum, { netGrosze }) => sum + netGrosze, 0)

const again = (line: Omit<CreditAgain, 'month'> & Pick<ProposalLine, 'periodFrom'>): CreditAgain => ({
  name: line.name,
  unitPrice: line.unitPrice,
  netGrosze: line.netGrosze,
  vat: line.vat,
  explanation: line.explanation,
  workIds: line.workIds,
  contractId: line.contractId,
  month: monthOfDate(line.periodFrom ?? ''),
})

/** As the bill gave it, and no more than the tried bill would bear. */
function asGiven({ creditLines: given }: IssuedBill, roomGrosze: number): CreditAgain[] {
  let room = Math.max(0, roomGrosze)
  return given.map((line) => {
    const taken = Math.min(room, -line.netGrosze)
    room -= taken
    return { ...again(line), netGrosze: taken === 0 ? 0 : -taken }
  })
}

const billedOf = (priced: readonly PricedContract[]): Parameters<typeof creditLines>[1] =>
  priced.flatMap(({ contract, lines }) =>
    lines.map((line) => ({
      contractId: contract.id,
      vat: line.vat,
      name: '',
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      netGrosze: line.netGrosze,
      isInformative: line.informative,
      edit: null,
    })),
  )

function lessTaken(
  credit: CreditToGive,
  lines: readonly Pick<ProposalLine, 'explanation' | 'netGrosze'>[],
): CreditToGive[] {
  const taken = lines
    .filter(({ explanation }) => explanation.model === 'givenCredit' && explanation.creditId === credit.id)
    .reduce((sum, { netGrosze }) => sum - netGrosze, 0)
  const leftGrosze = credit.leftGrosze - taken
  return leftGrosze > 0 ? [{ ...credit, leftGrosze }] : []
}
