/**
 * Issuing in bulk. A run is a list of proposals; each invoice is issued in a transaction of
 * its own: number from the locked counter, frozen invoice, work settled, proposal closed,
 * together or not at all. A run that was cut goes on where it stopped; issuing again
 * changes nothing.
 */
import type { BinPart } from '#engines/pricing/bins.ts'
import { companyOf } from '#server/accounts/public.ts'
import { clientOf, noteLedger, noteSettled, type Client } from '#server/contracts/public.ts'
import type { App } from '#server/plumbing/app.ts'
import { asSystem, mayOnly, today, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { enqueue, type JobData } from '#server/plumbing/jobs/jobs.ts'
import { announce } from '#server/plumbing/live.ts'
import { Refusal, refuse } from '#server/plumbing/refusal.ts'
import { insertInvoice, type Invoice } from './invoice-store.ts'
import { xmlOf } from './invoice-xml.ts'
import { invoiceTotals, needsSplitPayment } from './invoice-totals.ts'
import { takeInvoiceNumber } from './invoice-number.ts'
import { creditsFor, settleCredits } from './lay-credits.ts'
import { lineNow } from './line-now.ts'
import { monthOfDate, periodOf, type Period } from './periods.ts'
import { belongsElsewhere, priceClient } from './price-client.ts'
import {
  buyerOf,
  contentHash,
  invoiceLineOf,
  recipientsOf,
  refuseIncompleteSeller,
  sellerOf,
} from './invoice-parts.ts'
import { blockingProblems, hashOf } from './propose-billing.ts'
import {
  linesOf,
  proposalById,
  type ContractBins,
  type Proposal,
  type ProposalLine,
} from './proposal-store.ts'
import { totalsOf } from './proposal-view.ts'
import { entriesOf } from './settle-contract.ts'
import { settleWork } from './settled-store.ts'

export async function startIssueRun(
  ctx: Context,
  period: Period,
  wanted: { id: string; version: number }[],
): Promise<{ runId: string }> {
  mayOnly(ctx, 'owner', 'manager', 'billing')
  if (wanted.length === 0) refuse('nothing_to_issue')
  const running = await ctx.tx
    .selectFrom('issueRuns')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('periodFrom', '=', period.from)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  if (running) refuse('issue_run_running', { runId: running.id })
  refuseIncompleteSeller(await companyOf(ctx))
  for (const { id, version } of wanted) {
    const proposal = (await proposalById(ctx, id)) ?? refuse('not_found')
    if (proposal.state === 'open' && proposal.version !== version)
      refuse('changed_meanwhile', { proposalId: id })
  }
  const runId = ctx.newId()
  await ctx.tx
    .insertInto('issueRuns')
    .values({
      tenantId: ctx.tenantId,
      id: runId,
      periodFrom: period.from,
      periodTo: period.to,
      startedAt: ctx.now.toString(),
      startedBy: ctx.actor.kind === 'staff' ? ctx.actor.id : ctx.tenantId,
    })
    .execute()
  await ctx.tx
    .insertInto('issueItems')
    .values(
      wanted.map(({ id }, position) => ({
        tenantId: ctx.tenantId,
        runId,
        proposalId: id,
        position,
        state: 'waiting',
      })),
    )
    .execute()
  await enqueue(ctx, 'issue_invoices', { runId })
  await recordEvent(ctx, 'issue_run_started', { kind: 'issueRun', id: runId }, { count: wanted.length })
  await announce(ctx, 'billing', { id: period.month, staffOnly: true })
  return { runId }
}

/** The run's job: one transaction an invoice; what cannot be issued is listed and the rest goes on. */
export async function issueInvoicesJob(app: App, data: JobData): Promise<void> {
  const runId = String(data.runId)
  for (;;) {
    const next = await asSystem(app, data.tenantId, 'issue_invoices', (ctx) => nextItem(ctx, runId))
    if (!next) break
    try {
      await asSystem(app, data.tenantId, 'issue_invoices', (ctx) => issueItem(ctx, runId, next))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await asSystem(app, data.tenantId, 'issue_invoices', (ctx) => failItem(ctx, runId, next, error))
    }
  }
  await asSystem(app, data.tenantId, 'issue_invoices', (ctx) => endRun(ctx, runId))
}

async function nextItem(ctx: Context, runId: string): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('issueItems')
    .select('proposalId')
    .where('tenantId', '=', ctx.tenantId)
    .where('runId', '=', runId)
    .where('state', '=', 'waiting')
    .orderBy('position')
    .limit(1)
    .executeTakeFirst()
  return row?.proposalId
}

async function issueItem(ctx: Context, runId: string, proposalId: string): Promise<void> {
  const run = await ctx.tx
    .selectFrom('issueRuns')
    .select('startedBy')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', runId)
    .executeTakeFirstOrThrow()
  const invoiceId = await issueProposal(ctx, proposalId, run.startedBy)
  await setItem(ctx, runId, proposalId, { state: 'issued', invoiceId })
}

/** Issues one proposal, or answers with the invoice that it has become already. */
export async function issueProposal(ctx: Context, proposalId: string, issuedBy: string): Promise<string> {
  const proposal = (await proposalById(ctx, proposalId, true)) ?? refuse('not_found')
  if (proposal.state === 'issued' && proposal.invoiceId) return proposal.invoiceId
  if (proposal.problems.some((p) => blockingProblems.has(p.code))) refuse('proposal_needs_decision')
  const period = periodOf(monthOfDate(proposal.periodFrom))
  const client = (await clientOf(ctx, proposal.clientId)) ?? refuse('not_found')
  const priced = await priceClient(ctx, client.id, period)
  if (hashOf(priced, client, await creditsFor(ctx, proposal)) !== proposal.builtFromHash)
    refuse('changed_meanwhile', { proposalId })
  const lines = (await linesOf(ctx, [proposalId])).get(proposalId) ?? []
  const billed = lines.filter((line) => lineNow(line).isBilled)
  if (billed.length === 0) refuse('proposal_empty')
  if (totalsOf(lines).netGrosze < 0) refuse('proposal_below_zero')
  const invoice = await invoiceFrom(ctx, proposal, client, billed, issuedBy)
  const invoiceLines = billed.map(invoiceLineOf)
  xmlOf(invoice, invoiceLines)
  await insertInvoice(ctx, invoice, invoiceLines)
  await settleAll(ctx, proposal, lines, invoice.id)
  await settleCredits(ctx, billed, { id: invoice.id, number: invoice.number, month: period.month })
  await ctx.tx
    .updateTable('proposals')
    .set({ state: 'issued', invoiceId: invoice.id })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', proposalId)
    .execute()
  await afterIssue(ctx, invoice)
  return invoice.id
}

export async function afterIssue(ctx: Context, invoice: Invoice): Promise<void> {
  await recordEvent(
    ctx,
    'invoice_issued',
    { kind: 'invoice', id: invoice.id },
    { number: invoice.number, grossGrosze: invoice.grossGrosze },
  )
  await enqueue(ctx, 'deliver_invoice', { invoiceId: invoice.id })
  await enqueue(ctx, 'invoice_issued', { invoiceId: invoice.id })
  await announce(ctx, 'billing', { id: monthOfDate(invoice.saleFrom), staffOnly: true })
  await announce(ctx, 'invoices', { id: invoice.id, clientId: invoice.clientId })
}

async function invoiceFrom(
  ctx: Context,
  proposal: Proposal,
  client: Client,
  lines: ProposalLine[],
  issuedBy: string,
): Promise<Invoice> {
  const company = await companyOf(ctx)
  const issueOn = today(ctx)
  const { number, series, seriesPeriod, seriesN } = await takeInvoiceNumber(
    ctx,
    company.invoicePattern,
    issueOn,
  )
  const totals = invoiceTotals(lines.map((line) => ({ ...lineNow(line), vat: line.vat })))
  const paymentDays = Math.min(...proposal.bins.map((c) => c.paymentDays), 365)
  const content = {
    id: ctx.newId(),
    number,
    series,
    seriesPeriod,
    seriesN,
    kind: 'VAT' as const,
    clientId: client.id,
    proposalId: proposal.id,
    correctsId: null,
    correctionReason: null,
    issuedAt: ctx.now.toString(),
    issuedBy,
    issueOn: issueOn.toString(),
    saleFrom: proposal.periodFrom,
    saleTo: proposal.periodTo,
    dueOn: issueOn.add({ days: paymentDays }).toString(),
    paymentDays,
    currency: proposal.currency,
    seller: sellerOf(company),
    buyer: buyerOf(client),
    netGrosze: totals.netGrosze,
    vatGrosze: totals.vatGrosze,
    grossGrosze: totals.grossGrosze,
    totals: totals.rates,
    isSplitPayment: needsSplitPayment(
      totals.grossGrosze,
      lines.some((l) => l.isAnnex15),
      client.isTaxablePerson,
    ),
    contractNumbers: [...new Set(proposal.bins.map((c) => c.contractNumber))],
    recipientEmails: await recipientsOf(ctx, client),
    pdfFileId: null,
    xmlFileId: null,
    mailId: null,
    ksefState: 'notReported',
  }
  return { ...content, contentSha256: contentHash(content, lines.map(invoiceLineOf)) }
}

/** Everything the proposal looked at is settled by this invoice, also what cost nothing; a ticket that counts in another period stays open for it. */
async function settleAll(
  ctx: Context,
  proposal: Proposal,
  lines: ProposalLine[],
  invoiceId: string,
): Promise<void> {
  for (const own of proposal.bins) {
    const staysOpen = new Set(own.bins.filter(belongsElsewhere).map((b) => b.workId))
    await settleWork(
      ctx,
      invoiceId,
      own.contractId,
      own.periodFrom,
      own.bins.filter((b: BinPart) => !staysOpen.has(b.workId)),
    )
    const settled = { ...own, period: periodOf(monthOfDate(own.periodFrom)) }
    const bill = { invoiceId, notedAt: ctx.now.toString() }
    await noteLedger(ctx, entriesOf(settled, bill, linesBehind(own, lines)))
    if (!own.isLate) await noteSettled(ctx, own.contractId, proposal.periodTo)
  }
}

/** The lines of one settled month as they were charged, edits included; a fee in advance stands with the bill's own month. */
function linesBehind(own: ContractBins, lines: ProposalLine[]) {
  const month = monthOfDate(own.periodFrom)
  return lines.flatMap((line) => {
    const { contractId, itemId, periodFrom, periodTo } = line
    if (contractId !== own.contractId || !itemId || !periodFrom || !periodTo) return []
    const its = monthOfDate(periodFrom)
    if (own.isLate ? its !== month : its < month) return []
    const { netGrosze, isBilled } = lineNow(line)
    return [
      {
        itemId,
        netGrosze: isBilled ? netGrosze : 0,
        period: { from: periodFrom, to: periodTo },
        informative: line.isInformative,
      },
    ]
  })
}

async function setItem(
  ctx: Context,
  runId: string,
  proposalId: string,
  values: Record<string, unknown>,
): Promise<void> {
  await ctx.tx
    .updateTable('issueItems')
    .set(values)
    .where('tenantId', '=', ctx.tenantId)
    .where('runId', '=', runId)
    .where('proposalId', '=', proposalId)
    .execute()
}

async function failItem(ctx: Context, runId: string, proposalId: string, refusal: Refusal): Promise<void> {
  await setItem(ctx, runId, proposalId, {
    state: 'failed',
    errorCode: refusal.code,
    errorFacts: JSON.stringify(refusal.facts),
  })
  await announce(ctx, 'billing', { staffOnly: true })
}

async function endRun(ctx: Context, runId: string): Promise<void> {
  await ctx.tx
    .updateTable('issueRuns')
    .set({ endedAt: ctx.now.toString() })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', runId)
    .where('endedAt', 'is', null)
    .execute()
  await announce(ctx, 'billing', { staffOnly: true })
}
