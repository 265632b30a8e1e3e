/** Issuing: numbers in sequence, days by the law, work settled once, late work in the next proposal. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { billingStage, issued, november, proposed, reported } from '#server/testing/billing-stage.ts'
import { refused } from '#server/testing/scene.ts'
import type { Context } from '#server/plumbing/context.ts'
import { validateFa3 } from '#server/plumbing/xsd.ts'
import { accountantCsv } from './accountant-csv.ts'
import { deliverInvoice } from './deliver-invoice.ts'
import { editLine } from './edit-proposal.ts'
import { invoiceOf, linesOfInvoice } from './invoice-store.ts'
import { invoiceXml } from './invoice-xml.ts'
import { issueProposal, startIssueRun } from './issue-invoices.ts'
import { issueRunView } from './issue-run-view.ts'
import { readFileOf } from '#server/plumbing/files/file-store.ts'

const scene = billingStage()

test('the invoice is FV/1/12/2026, issued today, sold in November, due after the payment days', async () => {
  await scene(async ({ ctx, client }) => {
    const invoice = await issued(ctx, (await proposed(ctx, client.id)).id)
    const { number, issueOn, saleFrom, saleTo, dueOn, netGrosze, grossGrosze, recipientEmails } = invoice
    assert.deepEqual(
      [number, issueOn, saleFrom, saleTo, dueOn, netGrosze, grossGrosze, recipientEmails],
      [
        'FV/1/12/2026',
        '2026-12-01',
        '2026-11-01',
        '2026-11-30',
        '2026-12-15',
        145_500,
        178_965,
        ['faktury@piekarnia.example'],
      ],
    )
    assert.equal(invoice.buyer.nip, client.nip)
  })
})

test('the next invoice takes the next number; a refused one uses none up', async () => {
  await scene(async ({ ctx, client, by }) => {
    const view = await proposed(ctx, client.id)
    const others = await ctx.tx
      .selectFrom('proposals')
      .select('id')
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '!=', view.id)
      .execute()
    await refused('proposal_needs_decision', issueProposal(ctx, others[0]!.id, ctx.tenantId))
    assert.equal((await issued(ctx, view.id)).number, 'FV/1/12/2026')
    await reported(by('ola', '2026-12-02T09:00'), client.id, 'Grudniowe')
    const january = by('ewa', '2027-01-04T09:00')
    assert.equal(
      (await issued(january, (await proposed(january, client.id, '2026-12')).id)).number,
      'FV/1/01/2027',
    )
  })
})

test('issuing again answers with the same invoice and changes nothing', async () => {
  await scene(async ({ ctx, client }) => {
    const { id } = await proposed(ctx, client.id)
    const first = await issued(ctx, id)
    const settled = await settledCount(ctx)
    assert.deepEqual(await issued(ctx, id), first)
    assert.deepEqual([await settledCount(ctx), settled], [14, 14])
    await refused('proposal_issued', editLine(ctx, id, ctx.newId(), 1, { net: '1', reason: 'x' }))
  })
})

test('what has changed since the proposal was seen is not issued', async () => {
  await scene(async ({ ctx, by, client }) => {
    const { id } = await proposed(ctx, client.id)
    await reported(by('ola', '2026-11-30T10:00'), client.id, 'Dopisane po propozycji')
    await refused('changed_meanwhile', issueProposal(ctx, id, ctx.tenantId))
  })
})

test('a run takes proposals as they were seen, once at a time', async () => {
  await scene(async ({ ctx, client }) => {
    const { id, version } = await proposed(ctx, client.id)
    await refused('changed_meanwhile', startIssueRun(ctx, november, [{ id, version: version - 1 }]))
    await refused('nothing_to_issue', startIssueRun(ctx, november, []))
    const { runId } = await startIssueRun(ctx, november, [{ id, version }])
    await refused('issue_run_running', startIssueRun(ctx, november, [{ id, version }]))
    const { items } = await issueRunView(ctx, runId)
    assert.deepEqual(
      items.map(({ state, clientName }) => [state, clientName]),
      [['waiting', client.name]],
    )
  })
})

test('late work of an issued month stands in the next proposal as late, with its own month’s package', async () => {
  await scene(async ({ ctx, by, client }) => {
    await issued(ctx, (await proposed(ctx, client.id)).id)
    const late = await reported(by('ola', '2026-11-28T10:00'), client.id, 'Wpisane w grudniu')
    const own = await reported(by('ola', '2026-12-03T10:00'), client.id, 'Grudniowe')
    const january = by('ewa', '2027-01-04T09:00')
    const december = await proposed(january, client.id, '2026-12')
    const parts = december.bins.map(({ isLate, periodFrom, bins }) => [
      isLate,
      periodFrom,
      bins.map(({ workId, bin }) => [workId, bin]),
    ])
    assert.deepEqual(parts, [
      [true, '2026-11-01', [[late, 'overage']]],
      [false, '2026-12-01', [[own, 'included']]],
    ])
    assert.equal(december.totals.netGrosze, 120_000 + 8_500)
    const late28 = december.lines.filter(({ netGrosze }) => netGrosze === 8_500)
    assert.equal(late28.length, 1)
    assert.equal(late28[0]!.periodFrom, '2026-11-01')
    const invoice = await issued(january, december.id)
    assert.equal(invoice.netGrosze, 128_500)
    const february = by('ewa', '2027-02-02T09:00')
    const next = await proposed(february, client.id, '2027-01')
    assert.deepEqual([next.totals.netGrosze, next.bins.length, next.reason], [120_000, 1, 'noTickets'])
  })
})

test('late work uses up what its month had left before it costs anything', async () => {
  await scene(async ({ by, client }) => {
    const ticket = (at: string) => reported(by('ola', at), client.id, 'Zgłoszenie')
    const january = by('ewa', '2027-01-04T09:00')
    for (let i = 0; i < 9; i++) await ticket('2026-12-03T10:00')
    await issued(january, (await proposed(january, client.id, '2026-11')).id)
    await issued(january, (await proposed(january, client.id, '2026-12')).id)
    await ticket('2026-12-20T10:00')
    await ticket('2026-12-21T10:00')
    const february = by('ewa', '2027-02-02T09:00')
    const { totals, bins } = await proposed(february, client.id, '2027-01')
    assert.deepEqual(
      bins.find(({ isLate }) => isLate)?.bins.map(({ bin }) => bin),
      ['included', 'overage'],
    )
    assert.equal(totals.netGrosze, 120_000 + 8_500)
  })
})

test('an edited invoice is valid FA(3) too, and its lines multiply', async () => {
  await scene(async ({ ctx, client }) => {
    const view = await proposed(ctx, client.id)
    const over = view.lines.find(({ now }) => now.quantity === '3')!
    await editLine(ctx, view.id, over.id, view.version, { net: '200,00', reason: 'ustalone z klientem' })
    const invoice = await issued(ctx, view.id)
    const lines = await linesOfInvoice(ctx, invoice.id)
    assert.deepEqual(
      lines.map(({ quantity, unitPrice, netGrosze }) => [quantity, unitPrice, netGrosze]),
      [
        ['1', '1200.00', 120_000],
        ['1', '200.00', 20_000],
      ],
    )
    assert.deepEqual(await validateFa3(await invoiceXml(ctx, invoice)), { valid: true, errors: [] })
  })
})

test('after delivery there are a PDF, valid FA(3) and one mail, however often it is delivered', async () => {
  await scene(async ({ ctx, client }) => {
    const { id } = await issued(ctx, (await proposed(ctx, client.id)).id)
    await deliverInvoice(ctx, id)
    await deliverInvoice(ctx, id)
    const { pdfFileId, xmlFileId, mailId } = (await invoiceOf(ctx, id))!
    const xml = (await readFileOf(ctx, xmlFileId!)).content.toString('utf8')
    assert.deepEqual(await validateFa3(xml), { valid: true, errors: [] })
    assert.ok((await readFileOf(ctx, pdfFileId!)).content.subarray(0, 5).equals(Buffer.from('%PDF-')))
    const mails = await ctx.tx
      .selectFrom('mails')
      .select(['id', 'subject', 'textBody'])
      .where('tenantId', '=', ctx.tenantId)
      .where('kind', '=', 'invoice')
      .execute()
    assert.deepEqual(
      mails.map((mail) => mail.id),
      [mailId],
    )
    assert.match(mails[0]!.subject, /FV\/1\/12\/2026/)
    assert.match(mails[0]!.textBody, /1.789,65/)
  })
})

test('the accountant’s month has one row an invoice and rate', async () => {
  await scene(async ({ ctx, client }) => {
    await issued(ctx, (await proposed(ctx, client.id)).id)
    const csv = await accountantCsv(ctx, '2026-12')
    assert.ok(csv.startsWith('\ufeffnumer;rodzaj;'))
    const [, row] = csv.split('\r\n')
    assert.equal(
      row,
      `FV/1/12/2026;VAT;;2026-12-01;2026-11-01;2026-11-30;2026-12-15;Piekarnia Złoty Kłos sp. j.;${client.nip};ul. Młyńska 4, 80-237 Gdańsk;23;1455,00;334,65;1789,65;PLN;nie;nie zgłoszono;DI`,
    )
  })
})

async function settledCount(ctx: Context): Promise<number> {
  const rows = await ctx.tx
    .selectFrom('settledWork')
    .select('workId')
    .where('tenantId', '=', ctx.tenantId)
    .execute()
  return rows.length
}
