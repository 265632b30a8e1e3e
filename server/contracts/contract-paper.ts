/**
 * From the terms to the paper: everything the printed contract says is taken from the same
 * terms that the clock and the price engine read. The paper is Polish. Nothing is printed that
 * the terms do not hold; what was not agreed says so in words.
 */
import { itemsOf } from '#engines/pricing/price-list.ts'
import type { WorkCalendar } from '#engines/worktime/calendar.ts'
import { companyOf, staffOf, type Company, type Staff } from '#server/accounts/public.ts'
import { today, type Context } from '#server/plumbing/context.ts'
import { count, longDate, nip as spacedNip, percent, workingDays } from '#words/format.ts'
import { calendarHours, granted } from '#words/calendar-hours.ts'
import { levelName } from '#words/level-name.ts'
import { priceSentences } from '#words/price-sentences.ts'
import { contractsPl } from '#words/contracts.pl.ts'
import { clientOf, contactsOfClient, type Client, type Contact } from './client-store.ts'
import type { Contract, VersionRow } from './contract-store.ts'
import { deadlineExamples } from './deadline-examples.ts'
import type { ContractDocument, PrintedSide } from './documents/contract-document.ts'
import type { Terms } from './terms.ts'

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
  return {
    contract: {
      number: contract.number,
      concludedOn: contract.concludedOn ? longDate('pl', contract.concludedOn) : words.dateToFill,
      place: terms.document.place,
      validFrom: longDate('pl', version.validFrom),
      version: String(version.number),
      fingerprint: version.fingerprint,
      pageCode: version.pageCode,
    },
    madeOn,
    tenant: { ...sideOf(company), email: company.email, phone: company.phone || words.notGiven },
    client: { ...sideOf(client), ...mailsOf(client, contacts), largeEnterprise: client.isLargeEnterprise },
    ...people(terms, staff, company),
    channels: channelsOf(ctx, company),
    scope: terms.document.scope,
    exclusions: terms.document.exclusions,
    ...clockOf(terms),
    ...moneyOf(terms),
    ...termOf(contract, terms),
    serviceLevels: levelsOf(terms),
    calendars: Object.values(terms.calendars).map(({ name, calendar }) => ({
      name,
      hours: calendarHours('pl', calendar),
      holidays: holidaysOf(calendar),
    })),
    deadlineExamples: deadlineExamples(terms, madeOn),
    phoneSentence: words.phone,
    prices: pricesOf(terms),
    workedExamples: [],
    listsAsOf: longDate('pl', madeOn),
    sites: [],
    devices: [],
    reporters: reportersOf(terms, contacts),
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

function clockOf({ clock }: Terms): Pick<ContractDocument, 'clock' | 'stopReasons' | 'inspections'> {
  return {
    clock: {
      heldRunsFromReceipt: clock.gateClock === 'fromReport',
      confirmationDays: String(clock.closeAfterDays),
      reopeningSentence: words.reopening[clock.onReopen],
      closingDays: String(clock.closeAfterDays),
      priorityChangeSentence: words.priorityChange[clock.onPriorityChange],
      serviceReportDays: '5',
    },
    stopReasons: clock.pauseReasons
      .filter(({ stops }) => stops.length > 0)
      .map(({ key, name, stops }) => ({
        name: name || key,
        stops: stops.map((stop) => words.stops[stop]).join(' i\u00a0'),
      })),
    inspections: [],
  }
}

type Money = Pick<
  ContractDocument,
  'billing' | 'approvals' | 'credits' | 'creditCaps' | 'suspension' | 'liabilityCap' | 'warranty'
>

function moneyOf(terms: Terms): Money {
  return {
    billing: {
      period: words.month,
      inAdvance: itemsOf(terms.priceList, 'flatFee').some((item) => item.timing === 'advance'),
      currency: terms.priceList.currency,
      paymentDays: String(terms.billing.paymentDays),
      paymentDaysFrom: 'issue',
    },
    approvals: { limit: words.approvalLimit, days: '3' },
    credits: [],
    creditCaps: { month: words.creditCapMonth, year: words.creditCapYear },
    suspension: { afterDays: '30', extraDays: '7' },
    liabilityCap: terms.document.liabilityLimit || words.noLimit,
    warranty: months(terms.document.warrantyMonths),
  }
}

function termOf(
  contract: Contract,
  { term, document }: Terms,
): Pick<ContractDocument, 'term' | 'form' | 'court'> {
  const notice = term.noticeMonths > 0 ? `${months(term.noticeMonths)}, ${words.endOfMonth}` : words.atOnce
  const court = ({ contractor: 'tenant', client: 'client', defendant: 'defendant' } as const)[document.court]
  return {
    term:
      contract.validTo === null
        ? { indefinite: true, noticePeriod: notice }
        : {
            indefinite: false,
            validTo: longDate('pl', contract.validTo),
            ...(term.noticeMonths > 0 && { noticePeriod: notice }),
          },
    form: { contract: document.form, amendment: document.form },
    court,
  }
}

function levelsOf(terms: Terms): ContractDocument['serviceLevels'] {
  return terms.serviceLevels.map((level) => ({
    priority: levelName('pl', level),
    definition: level.definition,
    reaction: granted(level.reactionMinutes),
    resolution: level.resolutionBusinessDays
      ? workingDays('pl', level.resolutionBusinessDays)
      : level.resolutionMinutes
        ? granted(level.resolutionMinutes)
        : undefined,
    calendar: terms.calendars[level.calendar]?.name ?? words.notGiven,
  }))
}

const holidaysOf = (calendar: WorkCalendar): string =>
  calendar.publicHolidays !== 'none' ? words.holidaysClosed : words.holidaysOpen

function pricesOf({ priceList }: Terms): ContractDocument['prices'] {
  const [material] = itemsOf(priceList, 'material')
  const excludesAny = itemsOf(priceList, 'perTicket').some((item) => item.excludes.length > 0)
  return {
    sentences: priceSentences('pl', priceList),
    outsideScope: [],
    roundingSentence: words.rounding,
    bandsSentence: words.bands,
    poolsSentence: words.pools,
    countingSentence: excludesAny ? words.counting : words.countingAll,
    materialMargin: percent('pl', material?.costPlusBp ?? 0),
  }
}

function reportersOf(terms: Terms, contacts: Contact[]): ContractDocument['reporters'] {
  const named =
    terms.reporters.mode === 'all'
      ? contacts
      : contacts.filter((contact) => terms.reporters.contactIds.includes(contact.id))
  return named.map((contact) => ({
    name: contact.name,
    position: contact.position || undefined,
    email: contact.email,
    phone: contact.phone || undefined,
    scope: contact.isSupervisor ? words.supervisor : words.reporter,
  }))
}

const months = (n: number): string =>
  count('pl', n, { one: 'miesiąc', few: 'miesiące', many: 'miesięcy', other: 'miesiąca' })
