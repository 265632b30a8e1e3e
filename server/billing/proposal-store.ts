/** Proposals and their lines, as rows. What the engine said and what a person changed are kept apart. */
import type { BinPart } from '#engines/pricing/bins.ts'
import type { Explanation } from '#engines/pricing/explanation.ts'
import type { GivenCreditExplained } from '#engines/pricing/given-credits.ts'
import type { PricingState } from '#engines/pricing/state.ts'
import type { LineUnit } from '#engines/pricing/line.ts'
import type { Context } from '#server/plumbing/context.ts'

export type LineEdit = {
  name?: string
  quantity?: string
  unitPrice?: string
  netGrosze?: number
  isWaived?: boolean
  reason: string
  byName: string
  byId: string
  at: string
}

export type ProposalLine = {
  id: string
  key: string
  position: number
  contractId: string | null
  itemId: string | null
  name: string
  quantity: string
  unit: LineUnit
  unitPrice: string
  netGrosze: number
  vat: string
  periodFrom: string | null
  periodTo: string | null
  isAnnex15: boolean
  isInformative: boolean
  isAdded: boolean
  explanation: (Explanation | GivenCreditExplained | { model: 'byHand' }) & {
    group?: string
    clause?: string
  }
  workIds: string[]
  edit: LineEdit | null
}

export type ProposalReason = 'withinFee' | 'overFee' | 'noTickets' | 'needsDecision' | 'empty'
export type ProposalProblem = {
  code:
    | 'pending_work'
    | 'cannot_be_priced'
    | 'reading_missing'
    | 'reading_estimated'
    | 'contract_not_signed'
    | 'buyer_incomplete'
    | 'edited_line_changed'
  facts: Record<string, unknown>
}
export type ContractBins = {
  contractId: string
  contractNumber: string
  periodFrom: string
  isLate: boolean
  paymentDays: number
  bins: BinPart[]
  /** Pools, blocks and meters after it; missing in proposals built before they were kept. */
  closing?: PricingState | null
}

export type Proposal = {
  id: string
  clientId: string
  currency: string
  periodFrom: string
  periodTo: string
  state: 'open' | 'issued' | 'skipped'
  reason: ProposalReason
  problems: ProposalProblem[]
  bins: ContractBins[]
  builtAt: string
  builtFromHash: string
  invoiceId: string | null
  version: number
}

export async function proposalsOf(ctx: Context, period: { from: string; to: string }): Promise<Proposal[]> {
  const rows = await ctx.tx
    .selectFrom('proposals')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('periodFrom', '=', period.from)
    .where('periodTo', '=', period.to)
    .execute()
  return rows as unknown as Proposal[]
}

/** The oldest first. */
export async function openProposalsOf(ctx: Context, clientId: string): Promise<Proposal[]> {
  const rows = await ctx.tx
    .selectFrom('proposals')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('clientId', '=', clientId)
    .where('state', '=', 'open')
    .orderBy('periodFrom')
    .forUpdate()
    .execute()
  return rows as unknown as Proposal[]
}

export async function proposalById(ctx: Context, id: string, lock = false): Promise<Proposal | undefined> {
  const query = ctx.tx
    .selectFrom('proposals')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) as unknown as Proposal | undefined
}

export async function linesOf(ctx: Context, proposalIds: string[]): Promise<Map<string, ProposalLine[]>> {
  if (proposalIds.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('proposalLines')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('proposalId', 'in', proposalIds)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const lines = rows.map(
    (row) =>
      ({ ...row, unit: JSON.parse(row.unit), workIds: row.work }) as unknown as ProposalLine & {
        proposalId: string
      },
  )
  return Map.groupBy(lines, (line) => line.proposalId)
}

/** What other open proposals of the client take of its credits: none stands on two bills. */
export async function creditsOnOthers(
  ctx: Context,
  proposal: { id: string; clientId: string },
): Promise<Map<string, number>> {
  const rows = await ctx.tx
    .selectFrom('proposalLines as l')
    .innerJoin('proposals as p', (join) =>
      join.onRef('p.tenantId', '=', 'l.tenantId').onRef('p.id', '=', 'l.proposalId'),
    )
    .select(['l.explanation', 'l.netGrosze'])
    .where('l.tenantId', '=', ctx.tenantId)
    .where('p.clientId', '=', proposal.clientId)
    .where('p.state', '=', 'open')
    .where('p.id', '!=', proposal.id)
    .where('l.key', 'like', 'credit %')
    .execute()
  const held = new Map<string, number>()
  for (const { explanation, netGrosze } of rows) {
    const { creditId } = explanation as unknown as GivenCreditExplained
    held.set(creditId, (held.get(creditId) ?? 0) - netGrosze)
  }
  return held
}

export async function putProposal(
  ctx: Context,
  proposal: Omit<Proposal, 'invoiceId' | 'state'>,
): Promise<void> {
  const values = {
    reason: proposal.reason,
    problems: JSON.stringify(proposal.problems),
    bins: JSON.stringify(proposal.bins),
    builtAt: proposal.builtAt,
    builtFromHash: proposal.builtFromHash,
    version: proposal.version,
  }
  await ctx.tx
    .insertInto('proposals')
    .values({
      tenantId: ctx.tenantId,
      id: proposal.id,
      clientId: proposal.clientId,
      currency: proposal.currency,
      periodFrom: proposal.periodFrom,
      periodTo: proposal.periodTo,
      state: 'open',
      ...values,
    })
    .onConflict((c) =>
      c.columns(['tenantId', 'clientId', 'currency', 'periodFrom', 'periodTo']).doUpdateSet(values),
    )
    .execute()
}

export async function putLine(ctx: Context, proposalId: string, line: ProposalLine): Promise<void> {
  const values = {
    position: line.position,
    contractId: line.contractId,
    itemId: line.itemId,
    name: line.name,
    quantity: line.quantity,
    unit: JSON.stringify(line.unit),
    unitPrice: line.unitPrice,
    netGrosze: line.netGrosze,
    vat: line.vat,
    periodFrom: line.periodFrom,
    periodTo: line.periodTo,
    isAnnex15: line.isAnnex15,
    isInformative: line.isInformative,
    isAdded: line.isAdded,
    explanation: JSON.stringify(line.explanation),
    work: JSON.stringify(line.workIds),
    edit: line.edit === null ? null : JSON.stringify(line.edit),
  }
  await ctx.tx
    .insertInto('proposalLines')
    .values({ tenantId: ctx.tenantId, id: line.id, proposalId, key: line.key, ...values })
    .onConflict((c) => c.columns(['tenantId', 'proposalId', 'key']).doUpdateSet(values))
    .execute()
}

export async function dropLine(ctx: Context, lineId: string): Promise<void> {
  await ctx.tx
    .deleteFrom('proposalLines')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', lineId)
    .execute()
}
