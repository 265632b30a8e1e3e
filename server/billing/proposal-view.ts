/** A proposal as people see it: lines with explanations and edits, the proof that nothing was left out, totals. */
import { clientOf } from '#server/contracts/public.ts'
import { ticketNumbers } from '#server/desk/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { invoiceTotals } from './invoice-totals.ts'
import { lineNow, type LineNow } from './line-now.ts'
import { monthBefore, monthOfDate, periodOf } from './periods.ts'
import { linesOf, proposalById, type Proposal, type ProposalLine } from './proposal-store.ts'

export type LineView = ProposalLine & { now: LineNow }
export type ProposalView = Proposal & {
  clientName: string
  lines: LineView[]
  totals: { netGrosze: number; vatGrosze: number; grossGrosze: number; feeGrosze: number; overGrosze: number }
  /** Numbers and subjects of the tickets behind the lines, by their id. */
  tickets: Record<string, { number: string; subject: string }>
  previous: { netGrosze: number; tickets: number } | null
}

export async function proposalView(ctx: Context, id: string): Promise<ProposalView> {
  const proposal = (await proposalById(ctx, id)) ?? refuse('not_found')
  const lines = (await linesOf(ctx, [id])).get(id) ?? []
  const client = await clientOf(ctx, proposal.clientId)
  const ticketIds = [
    ...new Set(
      proposal.bins.flatMap((c) => c.bins.filter((b) => b.workKind === 'ticket').map((b) => b.workId)),
    ),
  ]
  return {
    ...proposal,
    clientName: client?.name ?? '',
    lines: lines.map((line) => ({ ...line, now: lineNow(line) })),
    totals: totalsOf(lines),
    tickets: await ticketNumbers(ctx, ticketIds),
    previous: await previousOf(ctx, proposal),
  }
}

export function totalsOf(lines: ProposalLine[]): ProposalView['totals'] {
  const now = lines.map((line) => ({ line, now: lineNow(line) })).filter(({ now: n }) => n.isBilled)
  const totals = invoiceTotals(now.map(({ line, now: n }) => ({ netGrosze: n.netGrosze, vat: line.vat })))
  const feeGrosze = now
    .filter(({ line }) => line.explanation.group === 'fee')
    .reduce((sum, { now: n }) => sum + n.netGrosze, 0)
  return {
    netGrosze: totals.netGrosze,
    vatGrosze: totals.vatGrosze,
    grossGrosze: totals.grossGrosze,
    feeGrosze,
    overGrosze: totals.netGrosze - feeGrosze,
  }
}

async function previousOf(ctx: Context, proposal: Proposal): Promise<ProposalView['previous']> {
  const before = periodOf(monthBefore(monthOfDate(proposal.periodFrom)))
  const row = await ctx.tx
    .selectFrom('proposals as p')
    .innerJoin('invoices as i', (join) =>
      join.onRef('i.tenantId', '=', 'p.tenantId').onRef('i.id', '=', 'p.invoiceId'),
    )
    .select(['i.netGrosze', 'p.bins'])
    .where('p.tenantId', '=', ctx.tenantId)
    .where('p.clientId', '=', proposal.clientId)
    .where('p.periodFrom', '=', before.from)
    .executeTakeFirst()
  if (!row) return null
  const bins = row.bins as unknown as Proposal['bins']
  return {
    netGrosze: row.netGrosze,
    tickets: bins.flatMap((c) => c.bins).filter((b) => b.workKind === 'ticket').length,
  }
}
