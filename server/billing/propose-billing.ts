/**
 * The proposal: what every client of the company owes for a month, built from terms and
 * registered work. Building again brings in what changed; a person's edits stay, and where an
 * edited line has changed underneath, the proposal asks for a decision.
 */
import { createHash } from 'node:crypto'
import { clientOf, contractsToSettle, type Client } from '#server/contracts/public.ts'
import type { App } from '#server/plumbing/app.ts'
import { asSystem, mayOnly, today, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import type { JobData } from '#server/plumbing/jobs/jobs.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { lineName } from '#words/line-name.ts'
import { creditsFor, isCreditLine, layCredits } from './lay-credits.ts'
import { lineNow } from './line-now.ts'
import { monthOfDate, periodOf, type Period } from './periods.ts'
import { clientsWithLateWork, priceClient, type PricedContract } from './price-client.ts'
import {
  dropLine,
  linesOf,
  openProposalsOf,
  proposalsOf,
  putLine,
  putProposal,
  type Proposal,
  type ProposalLine,
  type ProposalProblem,
  type ProposalReason,
} from './proposal-store.ts'

export async function proposeBilling(ctx: Context, period: Period): Promise<{ built: number }> {
  mayOnly(ctx, 'owner', 'manager', 'billing')
  if (period.to >= today(ctx).toString()) refuse('period_not_ended', { to: period.to })
  const contracts = await contractsToSettle(ctx, { from: period.from, to: period.to })
  const late = await clientsWithLateWork(ctx, period)
  const clientIds = [...new Set([...contracts.map((c) => c.clientId), ...late])]
  const before = new Map((await proposalsOf(ctx, period)).map((p) => [p.clientId, p]))
  let built = 0
  for (const clientId of clientIds) {
    const known = before.get(clientId)
    if (known?.state === 'issued') continue
    if (await buildProposal(ctx, clientId, period, known)) built++
  }
  await recordEvent(ctx, 'billing_proposed', { kind: 'period' }, { month: period.month, built })
  await announce(ctx, 'billing', { id: period.month, staffOnly: true })
  return { built }
}

/** Somebody decided about a credit of this client: its open proposals are built anew. */
export async function creditDecidedJob(app: App, data: JobData): Promise<void> {
  await asSystem(app, data.tenantId, 'credit_decided', (ctx) => rebuildOpen(ctx, String(data.clientId)))
}

/** The oldest first, so that a credit comes off the oldest bill that bears it; answers the months that changed. */
export async function rebuildOpen(ctx: Context, clientId: string): Promise<string[]> {
  const changed: string[] = []
  for (const known of await openProposalsOf(ctx, clientId)) {
    const period = periodOf(monthOfDate(known.periodFrom))
    if (!(await buildProposal(ctx, clientId, period, known))) continue
    changed.push(period.month)
    await announce(ctx, 'billing', { id: period.month, staffOnly: true })
  }
  return changed
}

/** Builds one client's proposal; answers whether anything changed. */
export async function buildProposal(
  ctx: Context,
  clientId: string,
  period: Period,
  known: Proposal | undefined,
): Promise<boolean> {
  const priced = await priceClient(ctx, clientId, period)
  const client = (await clientOf(ctx, clientId)) ?? refuse('not_found')
  const id = known?.id ?? ctx.newId()
  const credits = await creditsFor(ctx, { id, clientId, periodFrom: period.from })
  const hash = hashOf(priced, client, credits)
  if (known && known.builtFromHash === hash) return false
  const stored = known ? ((await linesOf(ctx, [id])).get(id) ?? []) : []
  const linesBefore = stored.filter((line) => !isCreditLine(line))
  const fresh = withOwnKeys(priced.flatMap((p) => p.lines.map((line) => freshLine(ctx, p, line))))
  const { lines, conflicts } = merged(linesBefore, fresh)
  const problems = [...problemsOf(priced, client), ...conflicts]
  await putProposal(ctx, {
    id,
    clientId,
    currency: 'PLN',
    periodFrom: period.from,
    periodTo: period.to,
    reason: reasonOf(lines, priced, problems),
    problems,
    bins: priced.map((p) => ({
      contractId: p.contract.id,
      contractNumber: p.contract.number,
      periodFrom: p.period.from,
      isLate: p.isLate,
      paymentDays: p.paymentDays,
      bins: p.bins,
      closing: p.closing,
    })),
    builtAt: ctx.now.toString(),
    builtFromHash: hash,
    version: (known?.version ?? 0) + 1,
  })
  const kept = new Set(lines.map((l) => l.key))
  for (const gone of linesBefore.filter((l) => !kept.has(l.key))) await dropLine(ctx, gone.id)
  for (const [position, line] of lines.entries()) await putLine(ctx, id, { ...line, position })
  await layCredits(ctx, { id, clientId, periodFrom: period.from }, credits)
  return true
}

export function hashOf(
  priced: PricedContract[],
  client: Client,
  credits: readonly { id: string; leftGrosze: number }[],
): string {
  const said = priced.map((p) => ({
    id: p.contract.id,
    from: p.period.from,
    lines: p.lines,
    bins: p.bins,
    days: p.paymentDays,
  }))
  const { name, nip, addressLine1, addressLine2 } = client
  return createHash('sha256')
    .update(JSON.stringify([said, name, nip, addressLine1, addressLine2, ...credits.map(creditMark)]))
    .digest('hex')
}

const creditMark = ({ id, leftGrosze }: { id: string; leftGrosze: number }): string => `${id} ${leftGrosze}`

function freshLine(
  ctx: Context,
  { contract, period, isLate }: PricedContract,
  line: PricedContract['lines'][number],
): ProposalLine {
  const key = [
    contract.id,
    line.itemId,
    line.kind,
    line.explanation.model,
    line.vat,
    line.period.from,
    line.unitPrice,
    isLate ? 'late' : '',
  ].join(' ')
  return {
    id: ctx.newId(),
    key,
    position: 0,
    contractId: contract.id,
    itemId: line.itemId,
    name: lineName(ctx.tenant.language, line, { month: monthOfLine(line, period), isLate }),
    quantity: line.quantity,
    unit: line.unit,
    unitPrice: line.unitPrice,
    netGrosze: line.netGrosze,
    vat: line.vat,
    periodFrom: line.period.from,
    periodTo: line.period.to,
    isAnnex15: false,
    isInformative: line.informative,
    isAdded: false,
    explanation: { ...line.explanation, group: line.group, clause: line.clause },
    workIds: line.workIds,
    edit: null,
  }
}

/** Two lines of one rule at one price, such as two sites, are still two lines. */
function withOwnKeys(lines: ProposalLine[]): ProposalLine[] {
  const seen = new Map<string, number>()
  return lines.map((line) => {
    const times = seen.get(line.key) ?? 0
    seen.set(line.key, times + 1)
    return times === 0 ? line : { ...line, key: `${line.key} ${times + 1}` }
  })
}

/** A fee in advance is named after the month that it pays. */
const monthOfLine = (line: PricedContract['lines'][number], period: Period): string =>
  line.period.from > period.to ? monthOfDate(line.period.from) : period.month

/** New lines with the old edits; hand-made lines stay; an edited line that changed underneath is a conflict. */
function merged(
  before: ProposalLine[],
  fresh: ProposalLine[],
): { lines: ProposalLine[]; conflicts: ProposalProblem[] } {
  const byKey = new Map(before.map((l) => [l.key, l]))
  const conflicts: ProposalProblem[] = []
  const lines = fresh.map((line) => {
    const old = byKey.get(line.key)
    if (!old) return line
    if (old.edit && (old.netGrosze !== line.netGrosze || old.quantity !== line.quantity))
      conflicts.push({ code: 'edited_line_changed', facts: { name: line.name, lineId: old.id } })
    return { ...line, id: old.id, edit: old.edit }
  })
  const freshKeys = new Set(fresh.map((l) => l.key))
  for (const old of before.filter((l) => l.edit && !l.isAdded && !freshKeys.has(l.key)))
    conflicts.push({ code: 'edited_line_changed', facts: { name: old.name } })
  return { lines: [...lines, ...before.filter((l) => l.isAdded)], conflicts }
}

function problemsOf(priced: PricedContract[], client: Client): ProposalProblem[] {
  const problems: ProposalProblem[] = []
  const pending = priced.flatMap((p) => p.needsDecision)
  if (pending.length > 0)
    problems.push({
      code: 'pending_work',
      facts: {
        workIds: [...new Set(pending.map((p) => p.workId))],
        reasons: [...new Set(pending.map((p) => p.reason ?? p.bin))],
      },
    })
  for (const p of priced.filter((one) => one.cannotBePriced))
    problems.push({
      code: 'cannot_be_priced',
      facts: { number: p.contract.number, month: p.period.month, because: p.cannotBePriced },
    })
  for (const notice of priced.flatMap((one) => one.notices)) {
    if (notice.kind !== 'readingMissing' && notice.kind !== 'readingEstimated') continue
    const code = notice.kind === 'readingMissing' ? 'reading_missing' : 'reading_estimated'
    problems.push({ code, facts: { device: notice.device, meter: notice.meter } })
  }
  for (const p of priced.filter((one) => one.isUnsigned && !one.isLate))
    problems.push({ code: 'contract_not_signed', facts: { number: p.contract.number } })
  if (!client.name || !client.addressLine1 || !client.addressLine2)
    problems.push({ code: 'buyer_incomplete', facts: { name: client.name } })
  return problems
}

/** A contract that is in force but not signed is pointed out; it does not hold up the bill. */
export const blockingProblems: ReadonlySet<ProposalProblem['code']> = new Set([
  'pending_work',
  'cannot_be_priced',
  'reading_missing',
  'buyer_incomplete',
  'edited_line_changed',
])

function reasonOf(
  lines: ProposalLine[],
  priced: PricedContract[],
  problems: ProposalProblem[],
): ProposalReason {
  if (problems.some((p) => blockingProblems.has(p.code))) return 'needsDecision'
  const billed = lines.map((l) => ({ line: l, now: lineNow(l) })).filter(({ now }) => now.isBilled)
  if (billed.length === 0) return 'empty'
  if (billed.some(({ line }) => line.explanation.group !== 'fee')) return 'overFee'
  const works = priced.flatMap((p) => p.bins).filter((b) => b.workKind === 'ticket')
  return works.length === 0 ? 'noTickets' : 'withinFee'
}

export { reasonOf as reasonOfLines }
