/** What the law wants said on an invoice: the basis of an exemption, the cash method, who receives. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { changeCompany, companyOf } from '#server/accounts/public.ts'
import { changeClient } from '#server/contracts/public.ts'
import { validateFa3 } from '#server/plumbing/xsd.ts'
import { billingStage, issued, proposed } from '#server/testing/billing-stage.ts'
import { refused } from '#server/testing/scene.ts'
import { addLine } from './edit-proposal.ts'
import { invoiceDocument } from './invoice-paper.ts'
import { linesOfInvoice } from './invoice-store.ts'
import { invoiceXml } from './invoice-xml.ts'
import { issueProposal } from './issue-invoices.ts'

const scene = billingStage()
const training = {
  name: 'Szkolenie z bezpieczeństwa',
  quantity: '1',
  unit: 'amount',
  unitPrice: '400.00',
  vat: 'zw',
  reason: 'zamówione osobno',
}

test('an exempt line wants its basis; with it, XML and paper say so', async () => {
  await scene(async ({ ctx, by, client }) => {
    const view = await proposed(ctx, client.id)
    await addLine(ctx, view.id, view.version, training)
    await refused('exemption_basis_missing', issueProposal(ctx, view.id, ctx.tenantId))
    const owner = by('marta', '2026-12-01T09:30')
    const { version } = await companyOf(owner)
    const exemptionBasis = 'art. 43 ust. 1 pkt 29 ustawy o VAT'
    await changeCompany(owner, { version, exemptionBasis, isCashMethod: true })
    const invoice = await issued(ctx, view.id)
    const xml = await invoiceXml(ctx, invoice)
    assert.deepEqual(await validateFa3(xml), { valid: true, errors: [] })
    assert.match(xml, /<P_19>1<\/P_19><P_19A>art\. 43 ust\. 1 pkt 29 ustawy o VAT<\/P_19A>/)
    assert.match(xml, /<P_16>1<\/P_16>/)
    const paper = await invoiceDocument(ctx, invoice, await linesOfInvoice(ctx, invoice.id))
    assert.deepEqual(paper.remarks, [`Zwolnienie z VAT: ${exemptionBasis}`, 'metoda kasowa'])
  })
})

test('a school of a town stands as the recipient, the town as the buyer', async () => {
  await scene(async ({ ctx, client }) => {
    const given = {
      name: 'Szkoła Podstawowa nr 4',
      addressLine1: 'ul. Szkolna 1',
      addressLine2: '80-100 Gdańsk',
    }
    await refused(
      'nip_checksum',
      changeClient(ctx, client.id, {
        version: client.version,
        isLocalGovernment: true,
        invoiceRecipient: { ...given, nip: '5841117201' },
      }),
    )
    await changeClient(ctx, client.id, {
      version: client.version,
      isLocalGovernment: true,
      invoiceRecipient: { ...given, nip: null },
    })
    const invoice = await issued(ctx, (await proposed(ctx, client.id)).id)
    const xml = await invoiceXml(ctx, invoice)
    assert.deepEqual(await validateFa3(xml), { valid: true, errors: [] })
    assert.match(xml, /<Podmiot3>.*Szkoła Podstawowa nr 4.*<Rola>8<\/Rola>/s)
    const paper = await invoiceDocument(ctx, invoice, await linesOfInvoice(ctx, invoice.id))
    assert.equal(paper.recipient?.name, 'Szkoła Podstawowa nr 4')
    assert.equal(paper.buyer.name, client.name)
  })
})
