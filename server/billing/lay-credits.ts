/**
 * Confirmed credits on a proposal: laid on the bill as it stands, a person's edits included, and
 * laid anew whenever it changes, so the bill never goes below zero and what it cannot bear waits
 * for the next one. A credit stands on one open proposal at a time. Issuing writes down what the
 * bill took; nothing is taken twice.
 */
import { fromGrosze, toText } from '#engines/base/decimal.ts'
import { giveCredits, type GivenCredit, type GivenCreditExplained } from '#engines/pricing/given-credits.ts'
import { noteCreditUsed, openCreditsOf, type CreditToGive } from '#server/desk/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import type { Lang } from '#words/words.ts'
import { creditLineName } from '#words/given-credit.ts'
import { lineNow } from './line-now.ts'
import { monthOfDate, periodOf } from './periods.ts'
import { creditsOnOthers, dropLine, linesOf, putLine, type ProposalLine } from './proposal-store.ts'

type Bill = { id: string; clientId: string; periodFrom: string }

/** Of promises missed up to the month of the bill, what no bill has taken and none that is open takes. */
export async function creditsFor(ctx: Context, bill: Bill): Promise<CreditToGive[]> {
  const open = await openCreditsOf(ctx, bill.clientId, monthOfDate(bill.periodFrom))
  if (open.length === 0) return []
  const held = await creditsOnOthers(ctx, bill)
  return open
    .map((credit) => ({ ...credit, leftGrosze: credit.leftGrosze - (held.get(credit.id) ?? 0) }))
    .filter(({ leftGrosze }) => leftGrosze > 0)
}

export const isCreditLine = ({ explanation }: Pick<ProposalLine, 'explanation'>): boolean =>
  explanation.model === 'givenCredit'

/** Replaces the credit lines of a proposal by those that its other lines bear now. */
export async function layCredits(ctx: Context, bill: Bill, credits: readonly CreditToGive[]): Promise<void> {
  const lines = (await linesOf(ctx, [bill.id])).get(bill.id) ?? []
  const before = new Map(lines.filter(isCreditLine).map((line) => [line.key, line]))
  if (before.size === 0 && credits.length === 0) return
  const others = lines.filter((line) => !isCreditLine(line))
  const fresh = creditLines(credits, others, ctx.tenant.language).map((line) => {
    const old = before.get(line.key)
    return { ...line, id: old?.id ?? ctx.newId(), edit: old?.edit ?? null }
  })
  const kept = new Set(fresh.map(({ key }) => key))
  for (const [key, { id }] of before) if (!kept.has(key)) await dropLine(ctx, id)
  const last = Math.max(-1, ...others.map(({ position }) => position))
  for (const [i, line] of fresh.entries()) await putLine(ctx, bill.id, { ...line, position: last + 1 + i })
}

/** Pure: the lines that these credits make on a bill of these lines. */
export function creditLines(
  credits: readonly CreditToGive[],
  lines: readonly Pick<ProposalLine, keyof Parameters<typeof lineNow>[0] | 'contractId' | 'vat'>[],
  language: Lang,
): Omit<ProposalLine, 'id' | 'edit'>[] {
  const billed = lines
    .map((line) => ({ contractId: line.contractId, vat: line.vat, now: lineNow(line) }))
    .filter(({ now }) => now.isBilled)
    .map(({ contractId, vat, now }) => ({ contractId, vat, netGrosze: now.netGrosze }))
  return giveCredits(credits, billed).flatMap((given) =>
    given.parts.map(({ vat, grosze }) => lineOf(given, vat, grosze, language)),
  )
}

function lineOf(
  given: GivenCredit<CreditToGive>,
  vat: string,
  grosze: number,
  language: Lang,
): Omit<ProposalLine, 'id' | 'edit'> {
  const { credit } = given
  const explained = explainedBy(given)
  const period = periodOf(credit.month)
  return {
    key: `credit ${credit.id} ${vat}`,
    position: 0,
    contractId: credit.contractId,
    itemId: null,
    name: creditLineName(language, explained),
    quantity: '1',
    unit: 'amount',
    unitPrice: toText(fromGrosze(-grosze), 2),
    netGrosze: -grosze,
    vat,
    periodFrom: period.from,
    periodTo: period.to,
    isAnnex15: false,
    isInformative: false,
    isAdded: false,
    explanation: { ...explained, group: 'fee', ...(credit.facts.clause && { clause: credit.facts.clause }) },
    workIds: credit.ticketId ? [credit.ticketId] : [],
  }
}

function explainedBy({ credit, takenGrosze, leftGrosze }: GivenCredit<CreditToGive>): GivenCreditExplained {
  const { facts, ticketId } = credit
  return {
    model: 'givenCredit',
    creditId: credit.id,
    month: credit.month,
    target: credit.target,
    ...(ticketId && { ticket: { id: ticketId, name: facts.ticketName ?? '' } }),
    ...(facts.overSeconds !== undefined && { lateSeconds: facts.overSeconds }),
    ...(facts.of && { kept: facts.of }),
    units: facts.units,
    eachGrosze: facts.eachGrosze,
    proposedGrosze: credit.proposedGrosze,
    confirmedGrosze: credit.confirmedGrosze,
    takenBeforeGrosze: credit.confirmedGrosze - credit.leftGrosze,
    takenGrosze,
    leftGrosze,
  }
}

/** The bill is issued: each credit on it is settled by so much. */
export async function settleCredits(
  ctx: Context,
  lines: readonly ProposalLine[],
  invoice: { id: string; number: string; month: string },
): Promise<void> {
  const taken = new Map<string, number>()
  for (const { explanation, netGrosze } of lines)
    if (explanation.model === 'givenCredit')
      taken.set(explanation.creditId, (taken.get(explanation.creditId) ?? 0) - netGrosze)
  const { id: invoiceId, number: invoiceNumber, month } = invoice
  for (const [creditId, amountGrosze] of [...taken].sort(([a], [b]) => (a < b ? -1 : 1)))
    await noteCreditUsed(ctx, creditId, { invoiceId, invoiceNumber, month, amountGrosze })
}
