/** The parts of an invoice: who sells, who buys, who receives it, its lines, and the hash that freezes it. */
import { createHash } from 'node:crypto'
import type { Company } from '#server/accounts/public.ts'
import { contactsOfClient, type Client } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import type { BuyerSnapshot, InvoiceLine, SellerSnapshot } from './invoice-store.ts'
import { lineNow } from './line-now.ts'
import type { ProposalLine } from './proposal-store.ts'

export function contentHash(content: object, lines: InvoiceLine[]): string {
  return createHash('sha256')
    .update(JSON.stringify([content, lines]))
    .digest('hex')
}

export async function recipientsOf(ctx: Context, client: Client): Promise<string[]> {
  const contacts = (await contactsOfClient(ctx, client.id))
    .filter((c) => c.receivesInvoices && !c.leftAt)
    .map((c) => c.email)
  return [...new Set([client.invoiceEmail, ...contacts].filter(Boolean).map((a) => a.toLowerCase()))]
}

export function sellerOf(company: Company): SellerSnapshot {
  const {
    name,
    nip,
    addressLine1,
    addressLine2,
    country,
    email,
    phone,
    bankAccount,
    bankName,
    registerSentence,
    regon,
    exemptionBasis,
    isCashMethod,
  } = company
  return {
    name,
    nip: nip ?? '',
    addressLine1,
    addressLine2,
    country,
    email,
    phone,
    bankAccount,
    bankName,
    registerSentence,
    regon,
    ...(exemptionBasis && { exemptionBasis }),
    ...(isCashMethod && { isCashMethod }),
  }
}

export function buyerOf(client: Client): BuyerSnapshot {
  const {
    name,
    nip,
    addressLine1,
    addressLine2,
    country,
    email,
    isLocalGovernment,
    isVatGroupMember,
    isTaxablePerson,
    invoiceRecipient,
  } = client
  return {
    name,
    nip,
    addressLine1,
    addressLine2,
    country,
    email,
    isLocalGovernment,
    isVatGroupMember,
    isTaxablePerson,
    ...(invoiceRecipient && { recipient: invoiceRecipient }),
  }
}

export function refuseIncompleteSeller(company: Company): void {
  const field = (['name', 'nip', 'addressLine1', 'addressLine2', 'bankAccount'] as const).find(
    (name) => !company[name],
  )
  if (field) refuse('seller_incomplete', { field }, field)
}

export function invoiceLineOf(line: ProposalLine, index: number): InvoiceLine {
  const { name, quantity, unitPrice, netGrosze } = lineNow(line)
  const edited = line.edit && (line.edit.netGrosze !== undefined || line.edit.isWaived)
  return {
    position: index + 1,
    name,
    quantity,
    unit: edited ? 'amount' : unitName(line),
    unitPrice,
    netGrosze,
    vat: line.vat,
    periodFrom: line.periodFrom,
    periodTo: line.periodTo,
    isAnnex15: line.isAnnex15,
    isBefore: false,
    explanation: { ...line.explanation, edit: line.edit },
    workIds: line.workIds,
  }
}

const unitName = (line: ProposalLine): string => (typeof line.unit === 'string' ? line.unit : line.unit.named)
