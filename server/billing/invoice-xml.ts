/** The FA(3) document of an issued invoice. What cannot be said in FA(3) stops the issuing, before a number is used up. */
import { fa3, type Fa3Invoice } from '#engines/ksef/fa3.ts'
import { localGovernmentRecipient, plainRecipient, vatGroupRecipient } from '#engines/ksef/fa3-parties.ts'
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { billingPl } from '#words/billing.pl.ts'
import { invoiceOf, linesOfInvoice, type Invoice, type InvoiceLine } from './invoice-store.ts'

export async function invoiceXml(ctx: Context, invoice: Invoice): Promise<string> {
  const lines = await linesOfInvoice(ctx, invoice.id)
  const original = invoice.correctsId ? await invoiceOf(ctx, invoice.correctsId) : undefined
  return xmlOf(invoice, lines, original)
}

/** Throws the refusal that names what is missing. */
export function xmlOf(invoice: Invoice, lines: InvoiceLine[], original?: Invoice): string {
  const result = fa3(fa3Of(invoice, lines, original), Temporal.Instant.from(invoice.issuedAt))
  if ('xml' in result) return result.xml
  const [first] = result.problems
  if (first!.path.startsWith('seller')) refuse('seller_incomplete', { problems: result.problems })
  if (first!.path.startsWith('buyer'))
    refuse('buyer_incomplete', { name: invoice.buyer.name, problems: result.problems })
  if (first!.code === 'exemption_basis_missing') refuse('exemption_basis_missing', {}, 'exemptionBasis')
  refuse('invoice_xml_invalid', { problems: result.problems })
}

function fa3Of(invoice: Invoice, lines: InvoiceLine[], original: Invoice | undefined): Fa3Invoice {
  const { seller, buyer } = invoice
  return {
    kind: invoice.kind,
    number: invoice.number,
    issueOn: invoice.issueOn,
    period: { from: invoice.saleFrom, to: invoice.saleTo },
    currency: invoice.currency,
    seller: {
      name: seller.name,
      nip: seller.nip,
      country: seller.country,
      addressLine1: seller.addressLine1,
      addressLine2: seller.addressLine2,
      email: seller.email || undefined,
      phone: seller.phone || undefined,
    },
    buyer: {
      ...partyOf(buyer),
      isLocalGovernment: buyer.isLocalGovernment,
      isVatGroupMember: buyer.isVatGroupMember,
    },
    thirdParties: recipientsOf(buyer),
    lines: lines.map((line) => ({
      name: line.name,
      unit: billingPl.units[line.unit] ?? line.unit,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      netGrosze: line.netGrosze,
      vat: line.vat,
      isAnnex15: line.isAnnex15,
      isBefore: line.isBefore,
    })),
    rates: invoice.totals,
    grossGrosze: invoice.grossGrosze,
    isSplitPayment: invoice.isSplitPayment,
    isCashMethod: seller.isCashMethod,
    exemptionBasis: seller.exemptionBasis,
    ...(original && {
      correction: {
        reason: invoice.correctionReason ?? '',
        of: [{ number: original.number, issueOn: original.issueOn }],
        ...(JSON.stringify(original.buyer) !== JSON.stringify(buyer) && {
          buyerBefore: partyOf(original.buyer),
        }),
      },
    }),
    payment:
      invoice.grossGrosze > 0
        ? {
            dueOn: invoice.dueOn,
            account: seller.bankAccount || undefined,
            bankName: seller.bankName || undefined,
          }
        : undefined,
    contractNumbers: invoice.contractNumbers,
    footer: seller.registerSentence || undefined,
  }
}

/**
 * A unit of local government and a member of a VAT group stand once more, as the recipient
 * (roles 8 and 10); another recipient stands with role 2.
 */
function recipientsOf(buyer: Invoice['buyer']): Fa3Invoice['thirdParties'] {
  const roles = [
    ...(buyer.isLocalGovernment ? [localGovernmentRecipient] : []),
    ...(buyer.isVatGroupMember ? [vatGroupRecipient] : []),
    ...(buyer.recipient && !buyer.isLocalGovernment && !buyer.isVatGroupMember ? [plainRecipient] : []),
  ]
  const recipient = buyer.recipient ? { ...buyer.recipient, country: buyer.country } : buyer
  return roles.map((role) => ({ ...partyOf(recipient), role }))
}

function partyOf(
  buyer: Pick<Invoice['buyer'], 'name' | 'nip' | 'country' | 'addressLine1' | 'addressLine2'>,
) {
  return {
    name: buyer.name,
    nip: buyer.nip ?? undefined,
    country: buyer.country,
    addressLine1: buyer.addressLine1,
    addressLine2: buyer.addressLine2 || undefined,
  }
}
