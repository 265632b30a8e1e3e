/**
 * A person's word on a proposal: an amount, a text, a quantity, a line added, a line waived,
 * a problem decided. Each with who and why; the engine's own figure stays beside it.
 */
import { parseDecimal, toText, type Decimal } from '#engines/base/decimal.ts'
import { vatCodes } from '#engines/pricing/price-list.ts'
import { mayOnly, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { creditsFor, isCreditLine, layCredits } from './lay-credits.ts'
import { lineNow } from './line-now.ts'
import { monthOfDate } from './periods.ts'
import {
  dropLine,
  linesOf,
  proposalById,
  putLine,
  type LineEdit,
  type Proposal,
  type ProposalLine,
} from './proposal-store.ts'
import { proposalView, type ProposalView } from './proposal-view.ts'

/** Amounts and quantities as people type them: "1 234,50". */
export type LineChange = {
  name?: string
  quantity?: string
  unitPrice?: string
  net?: string
  isWaived?: boolean
  reason: string
}

async function openProposal(ctx: Context, id: string, version: number): Promise<Proposal> {
  mayOnly(ctx, 'owner', 'manager', 'billing')
  const proposal = (await proposalById(ctx, id, true)) ?? refuse('not_found')
  if (proposal.state === 'issued') refuse('proposal_issued')
  if (proposal.version !== version) refuse('changed_meanwhile', { now: await proposalView(ctx, id) })
  return proposal
}

export async function editLine(
  ctx: Context,
  proposalId: string,
  lineId: string,
  version: number,
  change: LineChange,
): Promise<ProposalView> {
  const proposal = await openProposal(ctx, proposalId, version)
  const line =
    (await linesOf(ctx, [proposalId])).get(proposalId)?.find((l) => l.id === lineId) ?? refuse('line_unknown')
  if (!change.reason.trim()) refuse('reason_missing', {}, 'reason')
  if (isCreditLine(line)) refuseOtherThanName(change)
  const edit = editOf(ctx, change)
  await putLine(ctx, proposalId, { ...line, edit })
  return changed(ctx, proposal, 'line_edited', {
    lineId,
    from: line.netGrosze,
    to: lineNow({ ...line, edit }).netGrosze,
    reason: change.reason,
  })
}

/** How much a credit is was decided where it was confirmed; the bill only says it in other words. */
function refuseOtherThanName({ name: _name, reason: _reason, ...more }: LineChange): void {
  const field = Object.entries(more).find(([, value]) => value !== undefined)?.[0]
  if (field) refuse('line_is_credit', {}, field)
}

/** Takes the edit back: the engine's own figure stands again. */
export async function undoEdit(
  ctx: Context,
  proposalId: string,
  lineId: string,
  version: number,
): Promise<ProposalView> {
  const proposal = await openProposal(ctx, proposalId, version)
  const line =
    (await linesOf(ctx, [proposalId])).get(proposalId)?.find((l) => l.id === lineId) ?? refuse('line_unknown')
  if (line.isAdded) await dropLine(ctx, lineId)
  else await putLine(ctx, proposalId, { ...line, edit: null })
  return changed(ctx, proposal, 'line_edit_undone', { lineId })
}

export async function addLine(
  ctx: Context,
  proposalId: string,
  version: number,
  given: {
    name: string
    quantity: string
    unit: string
    unitPrice: string
    vat: string
    isAnnex15?: boolean
    reason: string
  },
): Promise<ProposalView> {
  const proposal = await openProposal(ctx, proposalId, version)
  if (!given.reason.trim()) refuse('reason_missing', {}, 'reason')
  if (!(vatCodes as readonly string[]).includes(given.vat)) refuse('vat_unknown', { vat: given.vat }, 'vat')
  const quantity = decimalOf(given.quantity, 'quantity')
  const unitPrice = decimalOf(given.unitPrice, 'unitPrice')
  const id = ctx.newId()
  const line: ProposalLine = {
    id,
    key: `added ${id}`,
    position: 1000,
    contractId: null,
    itemId: null,
    name: given.name,
    quantity: toText(quantity),
    unit: { named: given.unit },
    unitPrice: toText(unitPrice, 2),
    netGrosze: 0,
    vat: given.vat,
    periodFrom: proposal.periodFrom,
    periodTo: proposal.periodTo,
    isAnnex15: given.isAnnex15 ?? false,
    isInformative: false,
    isAdded: true,
    explanation: { model: 'byHand', group: 'overFee' },
    workIds: [],
    edit: editOf(ctx, { reason: given.reason }),
  }
  const { netGrosze } = lineNow({ ...line, edit: { ...line.edit!, quantity: line.quantity } })
  await putLine(ctx, proposalId, { ...line, netGrosze })
  return changed(ctx, proposal, 'line_added', { lineId: id, netGrosze, reason: given.reason })
}

/** "I have seen it and it may be billed": the named problems no longer hold the proposal up. */
export async function decideProblems(
  ctx: Context,
  proposalId: string,
  version: number,
  reason: string,
): Promise<ProposalView> {
  const proposal = await openProposal(ctx, proposalId, version)
  if (!reason.trim()) refuse('reason_missing', {}, 'reason')
  const problems = proposal.problems.filter(
    (p) => p.code === 'buyer_incomplete' || p.code === 'contract_not_signed',
  )
  return changed(ctx, { ...proposal, problems }, 'problems_decided', {
    reason,
    decided: proposal.problems.map((p) => p.code),
  })
}

async function changed(
  ctx: Context,
  proposal: Proposal,
  event: string,
  facts: Record<string, unknown>,
): Promise<ProposalView> {
  await layCredits(ctx, proposal, await creditsFor(ctx, proposal))
  const lines = (await linesOf(ctx, [proposal.id])).get(proposal.id) ?? []
  await ctx.tx
    .updateTable('proposals')
    .set({
      version: proposal.version + 1,
      problems: JSON.stringify(proposal.problems),
      reason: reasonNow(lines, proposal),
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', proposal.id)
    .execute()
  await recordEvent(ctx, event, { kind: 'proposal', id: proposal.id }, facts)
  await announce(ctx, 'billing', { id: monthOfDate(proposal.periodFrom), staffOnly: true })
  return proposalView(ctx, proposal.id)
}

function reasonNow(lines: ProposalLine[], proposal: Proposal): Proposal['reason'] {
  if (proposal.problems.some((p) => p.code !== 'contract_not_signed')) return 'needsDecision'
  const billed = lines.filter((l) => lineNow(l).isBilled)
  if (billed.length === 0) return 'empty'
  if (billed.some((l) => l.explanation.group !== 'fee')) return 'overFee'
  return proposal.bins.some((c) => c.bins.some((b) => b.workKind === 'ticket')) ? 'withinFee' : 'noTickets'
}

function editOf(ctx: Context, change: LineChange): LineEdit {
  const { actor } = ctx
  return {
    ...(change.name !== undefined && { name: change.name }),
    ...(change.quantity !== undefined && { quantity: toText(decimalOf(change.quantity, 'quantity')) }),
    ...(change.unitPrice !== undefined && { unitPrice: toText(decimalOf(change.unitPrice, 'unitPrice'), 2) }),
    ...(change.net !== undefined && { netGrosze: groszeOf(change.net) }),
    ...(change.isWaived && { isWaived: true }),
    reason: change.reason.trim(),
    byName: actor.kind === 'staff' ? actor.name : '',
    byId: actor.kind === 'staff' ? actor.id : '',
    at: ctx.now.toString(),
  }
}

function decimalOf(text: string, field: string): Decimal {
  const parsed = parseDecimal(text)
  if ('problem' in parsed) refuse('amount_invalid', { text }, field)
  return parsed.value
}

function groszeOf(text: string): number {
  const value = decimalOf(text, 'net')
  const written = toText(value)
  if ((written.split('.')[1] ?? '').length > 2 || written.length > 14)
    refuse('amount_invalid', { text }, 'net')
  return Math.round(Number(`${written}e2`))
}
