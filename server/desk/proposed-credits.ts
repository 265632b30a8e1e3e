/**
 * What missed targets cost by the clauses of the contracts, month by month: proposed from the
 * same verdicts that the report counts. A ticket that a person has excluded counts neither
 * way. A person decides what becomes of a proposal.
 */
import { sql } from 'kysely'
import { add, dec, toGrosze, zero } from '#engines/base/decimal.ts'
import { proposeCredits, type JudgedTarget, type ProposedCredit } from '#engines/worktime/credits.ts'
import {
  clientOf,
  contractsToSettle,
  termsOfContractAt,
  type Contract,
  type Terms,
} from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { judgedTickets, type ComplianceWish } from './compliance.ts'

export type CreditOfMonth = Omit<ProposedCredit, 'ticketId' | 'of'> & {
  month: string
  contract: { id: string; number: string }
  client: { id: string; name: string }
  ticket: { id: string; name: string } | null
  of: { met: number; judged: number; thresholdBp: number } | null
}
export type Credits = {
  credits: CreditOfMonth[]
  totalGrosze: number
  excluded: { month: string; ticket: { id: string; name: string }; target: string; because: string }[]
}

export async function creditsOf(ctx: Context, wish: ComplianceWish): Promise<Credits> {
  const months = monthsOf(wish)
  const found: Credits = { credits: [], totalGrosze: 0, excluded: [] }
  for (const month of months) {
    const period = { from: `${month}-01`, to: lastDay(month) }
    for (const contract of await contractsToSettle(ctx, period)) {
      if (wish.contractId && wish.contractId !== contract.id) continue
      if (wish.clientId && wish.clientId !== contract.clientId) continue
      const terms = (await termsOfContractAt(ctx, contract.id, period.to))?.terms
      if (terms?.credits) await addMonth(ctx, found, { contract, terms, month })
    }
  }
  return found
}

async function addMonth(
  ctx: Context,
  found: Credits,
  { contract, terms, month }: { contract: Contract; terms: Terms; month: string },
): Promise<void> {
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
  const proposed = proposeCredits({ terms: creditTerms(terms), judged: targets, feeGrosze: feeOf(terms) })
  const client = await clientOf(ctx, contract.clientId)
  const ticket = (id: string) => ({ id, name: names.get(id) ?? '' })
  found.totalGrosze += proposed.totalGrosze
  found.excluded.push(
    ...proposed.excluded.map(({ ticketId, ...one }) => ({ month, ticket: ticket(ticketId), ...one })),
  )
  for (const { ticketId, of, ...credit } of proposed.credits)
    found.credits.push({
      ...credit,
      month,
      contract: { id: contract.id, number: contract.number },
      client: { id: contract.clientId, name: client?.name ?? '' },
      ticket: ticketId ? ticket(ticketId) : null,
      of: of ?? null,
    })
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
