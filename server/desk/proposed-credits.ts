/**
 * What missed targets cost by the clauses of the contracts, month by month: proposed from the
 * same verdicts that the report counts, each with what a person decided about it. A ticket
 * that a person has excluded counts neither way. What was decided stays on the list, also where
 * the proposal behind it is gone since.
 */
import { sql } from 'kysely'
import { add, dec, toGrosze, zero } from '#engines/base/decimal.ts'
import {
  proposeCredits,
  type JudgedTarget,
  type ProposedCredit,
  type ProposedCredits,
} from '#engines/worktime/credits.ts'
import {
  clientOf,
  contractsToSettle,
  termsOfContractAt,
  type Contract,
  type Terms,
} from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { judgedTickets, type ComplianceWish } from './compliance.ts'
import { decidedCredits, type CreditUse, type DecidedCredit } from './credit-store.ts'

export type CreditOfMonth = Omit<ProposedCredit, 'ticketId' | 'of'> & {
  month: string
  contract: { id: string; number: string }
  client: { id: string; name: string }
  ticket: { id: string; name: string } | null
  of: { met: number; judged: number; thresholdBp: number } | null
  decision: CreditDecided | null
  /** The target is not fulfilled yet: what is counted by the hour still grows. */
  isGrowing: boolean
  /** The targets were judged otherwise, or the terms changed, after the decision. */
  isGone: boolean
}
export type CreditDecided = {
  id: string
  verdict: 'confirmed' | 'declined'
  proposedGrosze: number
  amountGrosze: number
  reason: string
  byName: string
  at: string
  /** The issued bills that took it, and what none has taken yet. */
  uses: CreditUse[]
  leftGrosze: number
}
export type Credits = {
  credits: CreditOfMonth[]
  totalGrosze: number
  confirmedGrosze: number
  excluded: { month: string; ticket: { id: string; name: string }; target: string; because: string }[]
}

export async function creditsOf(ctx: Context, wish: ComplianceWish): Promise<Credits> {
  const found: Credits = { credits: [], totalGrosze: 0, confirmedGrosze: 0, excluded: [] }
  for (const month of monthsOf(wish)) {
    const period = { from: `${month}-01`, to: lastDay(month) }
    for (const contract of await contractsToSettle(ctx, period)) {
      if (wish.contractId && wish.contractId !== contract.id) continue
      if (wish.clientId && wish.clientId !== contract.clientId) continue
      const terms = (await termsOfContractAt(ctx, contract.id, period.to))?.terms
      await addMonth(ctx, found, { contract, terms, month })
    }
  }
  found.confirmedGrosze = found.credits.reduce((sum, { decision }) => sum + (decision?.amountGrosze ?? 0), 0)
  return found
}

type OfMonth = { contract: Contract; terms: Terms | undefined; month: string }

async function addMonth(ctx: Context, found: Credits, of: OfMonth): Promise<void> {
  const decided = await decidedCredits(ctx, { contractId: of.contract.id, to: of.month })
  const own = decided.filter(({ month }) => month === of.month)
  if (!of.terms?.credits && own.length === 0) return
  const { proposed, nameOf, isOpen } = await proposedIn(ctx, of, creditedThisYear(of, decided))
  const byHour = new Set(
    of.terms?.credits?.clauses.flatMap((one) => (one.counts === 'startedHour' ? [one.id] : [])),
  )
  const isGrowing = ({ clauseId, target }: ProposedCredit, ticketId: string | undefined) =>
    ticketId !== undefined && byHour.has(clauseId) && isOpen(ticketId, target)
  const client = await clientOf(ctx, of.contract.clientId)
  const common = {
    month: of.month,
    contract: { id: of.contract.id, number: of.contract.number },
    client: { id: of.contract.clientId, name: client?.name ?? '' },
  }
  const keyOf = (one: { clauseId: string; ticketId?: string | null }) =>
    `${one.clauseId} ${one.ticketId ?? ''}`
  const byKey = new Map(own.map((one) => [keyOf(one), one]))
  found.totalGrosze += proposed.totalGrosze
  found.excluded.push(
    ...proposed.excluded.map(({ ticketId, ...one }) => ({
      month: of.month,
      ticket: { id: ticketId, name: nameOf(ticketId) },
      ...one,
    })),
  )
  for (const { ticketId, of: kept, ...credit } of proposed.credits) {
    const said = byKey.get(keyOf({ clauseId: credit.clauseId, ticketId: ticketId ?? null }))
    // What a cap has cut to nothing is no proposal.
    if (!said && credit.amountGrosze === 0) continue
    found.credits.push({
      ...credit,
      ...common,
      ticket: ticketId ? { id: ticketId, name: nameOf(ticketId) } : null,
      of: kept ?? null,
      decision: said ? decisionOf(said) : null,
      isGrowing: !said && isGrowing(credit, ticketId),
      isGone: false,
    })
  }
  const standing = new Set(proposed.credits.map(keyOf))
  for (const one of own.filter((said) => !standing.has(keyOf(said))))
    found.credits.push({ ...asDecided(one), ...common })
}

/** A decision without its proposal speaks for itself. */
function asDecided(one: DecidedCredit): Omit<CreditOfMonth, 'month' | 'contract' | 'client'> {
  const { ticketName, of, ...facts } = one.facts
  return {
    clauseId: one.clauseId,
    target: one.target,
    amountGrosze: one.proposedGrosze,
    ...facts,
    ticket: one.ticketId ? { id: one.ticketId, name: ticketName ?? '' } : null,
    of: of ?? null,
    decision: decisionOf(one),
    isGrowing: false,
    isGone: true,
  }
}

export const decisionOf = (one: DecidedCredit): CreditDecided => ({
  id: one.id,
  verdict: one.verdict,
  proposedGrosze: one.proposedGrosze,
  amountGrosze: one.amountGrosze,
  reason: one.reason,
  byName: one.decidedByName,
  at: one.decidedAt,
  uses: one.uses,
  leftGrosze: one.leftGrosze,
})

/** Confirmed for the months before, in the same year of the contract: the cap of the year counts them. */
function creditedThisYear({ contract, month }: OfMonth, decided: readonly DecidedCredit[]): number {
  const start = Temporal.PlainDate.from(contract.validFrom).toPlainYearMonth()
  const years = Math.floor(start.until(month, { largestUnit: 'months' }).months / 12)
  const from = start.add({ years }).toString()
  return decided
    .filter((one) => from <= one.month && one.month < month)
    .reduce((sum, { amountGrosze }) => sum + amountGrosze, 0)
}

async function proposedIn(
  ctx: Context,
  { contract, terms, month }: OfMonth,
  creditedThisYearGrosze: number,
): Promise<{
  proposed: ProposedCredits
  nameOf: (ticketId: string) => string
  isOpen: (ticketId: string, target: string) => boolean
}> {
  const none: ProposedCredits = { credits: [], totalGrosze: 0, excluded: [] }
  if (!terms?.credits) return { proposed: none, nameOf: () => '', isOpen: () => false }
  const judged = await judgedTickets(ctx, { from: month, to: month, contractId: contract.id, most: 20_000 })
  const names = new Map(judged.map((one) => [one.id, one.name]))
  const because = await excludedAmong(ctx, [...names.keys()])
  const targets = judged
    .filter((one) => one.verdict !== 'open')
    .map<JudgedTarget>((one) => ({
      ticketId: one.id,
      priority: one.priority,
      target: one.target,
      isMet: one.verdict === 'met',
      overSeconds: one.overSeconds,
      ...(because.has(one.id) && { excludedBecause: because.get(one.id)! }),
    }))
  const feeGrosze = feeOf(terms)
  return {
    proposed: proposeCredits({
      terms: creditTerms(terms),
      judged: targets,
      feeGrosze,
      creditedThisYearGrosze,
    }),
    nameOf: (id) => names.get(id) ?? '',
    isOpen: (id, target) =>
      judged.some((one) => one.id === id && one.target === target && one.metAt === null),
  }
}

type CreditTerms = Parameters<typeof proposeCredits>[0]['terms']
/** Stored terms say nothing by leaving out; the engine is asked in the same way. */
const creditTerms = ({ credits }: Terms): CreditTerms => structuredClone(credits) as CreditTerms

/** The flat fees of a month, net. */
function feeOf({ priceList }: Terms): number {
  const fees = priceList.items.flatMap((item) => (item.kind === 'flatFee' ? [dec(item.feePrice)] : []))
  return toGrosze(fees.reduce(add, zero))
}

async function excludedAmong(ctx: Context, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; kind: string; reason: string }>`
    select distinct on (ticket_id) ticket_id as id, kind, facts->>'reason' as reason from ticket_log
    where tenant_id = ${ctx.tenantId} and ticket_id = any(${ids}::uuid[])
      and kind in ('credit_excluded', 'credit_included')
    order by ticket_id, seq desc`.execute(ctx.tx)
  return new Map(rows.filter((row) => row.kind === 'credit_excluded').map((row) => [row.id, row.reason]))
}

export function monthsOf({ from, to }: Pick<ComplianceWish, 'from' | 'to'>): string[] {
  const months: string[] = []
  const last = Temporal.PlainYearMonth.from(to)
  for (
    let month = Temporal.PlainYearMonth.from(from);
    Temporal.PlainYearMonth.compare(month, last) <= 0;
    month = month.add({ months: 1 })
  )
    months.push(month.toString())
  return months
}

function lastDay(month: string): string {
  const year = Temporal.PlainYearMonth.from(month)
  return year.toPlainDate({ day: year.daysInMonth }).toString()
}
