/**
 * From the terms to the paper: everything the printed contract says is taken from the same
 * terms that the clock and the price engine read. The paper is Polish. Nothing is printed that
 * the terms do not hold; what was not agreed says so in words.
 */
import { companyOf, staffOf, type Company, type Staff } from '#server/accounts/public.ts'
import { today, type Context } from '#server/plumbing/context.ts'
import { longDate, nip as spacedNip } from '#words/format.ts'
import { contractsPl } from '#words/contracts.pl.ts'
import { clientOf, contactsOfClient, type Client, type Contact } from './client-store.ts'
import type { Contract, VersionRow } from './contract-store.ts'
import type { ContractDocument, PrintedSide } from './documents/contract-document.ts'
import { dataProcessing } from './documents/data-processing.ts'
import { paperOfTerms } from './documents/paper-of-terms.ts'
import type { Terms } from './terms.ts'
import { executedExamples } from './worked-examples.ts'

const words = contractsPl.paper

export async function paperOf(
  ctx: Context,
  contract: Contract,
  version: VersionRow,
): Promise<ContractDocument> {
  const company = await companyOf(ctx)
  const client = (await clientOf(ctx, contract.clientId))!
  const contacts = await contactsOfClient(ctx, contract.clientId)
  const staff = await staffOf(ctx)
  const { terms } = version
  const madeOn = version.isDraft ? today(ctx).toString() : version.recordedAt.slice(0, 10)
  const mails = mailsOf(client, contacts)
  const { place, ...onPaper } = paperOfTerms(terms, {
    people: new Map([...staff, ...contacts].map(({ id, name }) => [id, name])),
    contacts,
    validTo: contract.validTo,
    madeOn,
    examples: executedExamples(ctx, terms, version.validFrom),
  })
  return {
    contract: {
      number: contract.number,
      concludedOn: contract.concludedOn ? longDate('pl', contract.concludedOn) : words.dateToFill,
      place,
      validFrom: longDate('pl', version.validFrom),
      version: String(version.number),
      fingerprint: version.fingerprint,
      pageCode: version.pageCode,
    },
    madeOn,
    tenant: { ...sideOf(company), email: company.email, phone: company.phone || words.notGiven },
    client: { ...sideOf(client), ...mails, largeEnterprise: client.isLargeEnterprise },
    ...people(terms, staff, company),
    channels: channelsOf(ctx, company),
    ...onPaper,
    listsAsOf: longDate('pl', madeOn),
    devices: [],
    dataProcessing: dataProcessing(company.trade, { tenant: company.email, client: mails.email }),
  }
}

export function sideOf(side: Company | Client): PrintedSide {
  return {
    name: side.name,
    address: [side.addressLine1, side.addressLine2].filter(Boolean).join(', ') || words.notGiven,
    nip: side.nip ? spacedNip(side.nip) : words.notGiven,
    regon: side.regon ?? undefined,
    register: side.registerSentence || words.noRegister,
    representation: side.representation || words.notGiven,
  }
}

function mailsOf(client: Client, contacts: Contact[]) {
  const invoices =
    client.invoiceEmail ||
    contacts
      .filter((contact) => contact.receivesInvoices)
      .map((contact) => contact.email)
      .join(', ')
  return {
    email: client.email || contacts[0]?.email || words.notGiven,
    invoiceEmail: invoices || client.email || words.notGiven,
  }
}

function people(
  terms: Terms,
  staff: Staff[],
  company: Company,
): Pick<ContractDocument, 'accountManager' | 'deputy'> {
  const printed = (id: string | undefined) => {
    const person = staff.find((one) => one.id === id)
    return (
      person && {
        name: person.name,
        phone: person.phone || company.phone || words.notGiven,
        email: person.email,
      }
    )
  }
  return {
    accountManager: printed(terms.accountManagerId) ?? {
      name: words.notGiven,
      phone: company.phone || words.notGiven,
      email: company.email,
    },
    deputy: printed(terms.deputyId),
  }
}

function channelsOf(ctx: Context, company: Company): ContractDocument['channels'] {
  const { publicUrl, mailDomain } = ctx.app.settings
  return {
    panel: `${publicUrl}/panel`,
    email: `${company.slug}@${mailDomain}`,
    form: `${publicUrl}/f/${company.slug}`,
    phone: company.phone || undefined,
  }
}
