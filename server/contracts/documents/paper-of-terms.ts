/**
 * The terms as the paper says them: levels, hours, prices, credits, indexation, examples, people.
 * A pure function of the terms and of the names of people; what has no sentence of its own goes
 * into the list of other terms, so nothing is left out.
 */
import { itemsOf } from '#engines/pricing/price-list.ts'
import type { WorkCalendar } from '#engines/worktime/calendar.ts'
import { granted } from '#words/calendar-hours.ts'
import { contractsPl } from '#words/contracts.pl.ts'
import { documentsPl } from '#words/documents.pl.ts'
import { amount, count, days, longDate, money, percent, workingDays } from '#words/format.ts'
import { levelName } from '#words/level-name.ts'
import { priceItemName, priceSentences } from '#words/price-sentences.ts'
import { termValues } from '#words/term-names.ts'
import type { Contact } from '../client-store.ts'
import { deadlineExamples } from '../deadline-examples.ts'
import type { Terms } from '../terms.ts'
import type { ExecutedExample } from '../worked-examples.ts'
import type { ContractDocument } from './contract-document.ts'
import { creditSentence } from './credit-sentence.ts'
import { otherTerms, wholeText } from './other-terms.ts'

const words = { ...contractsPl.paper, ...documentsPl.paper }

export type About = {
  people: ReadonlyMap<string, string>
  contacts: Pick<Contact, 'id' | 'name' | 'position' | 'email' | 'phone' | 'isSupervisor'>[]
  /** The last day of the contract; null: indefinite. */
  validTo: string | null
  madeOn: string
  /** Executed on these terms, with their lines. */
  examples: ExecutedExample[]
}
export type TermsOnPaper = Omit<
  ContractDocument,
  | 'contract'
  | 'madeOn'
  | 'tenant'
  | 'client'
  | 'accountManager'
  | 'deputy'
  | 'channels'
  | 'listsAsOf'
  | 'devices'
  | 'dataProcessing'
> & { place: string | undefined }

export function paperOfTerms(terms: Terms, about: About): TermsOnPaper {
  return {
    place: terms.document.place,
    scope: terms.document.scope,
    exclusions: terms.document.exclusions,
    ...clockOf(terms),
    ...moneyOf(terms),
    ...termOf(terms, about.validTo),
    serviceLevels: levelsOf(terms),
    calendars: Object.entries(terms.calendars).map(([key, one]) => {
      const { text, beside } = wholeText(`calendars.${key}`, one, about.people, calendarSaysBeside)
      return {
        name: one.name,
        hours: beside ? `${text} (${beside})` : text,
        holidays: holidaysOf(one.calendar),
      }
    }),
    deadlineExamples: deadlineExamples(terms, about.madeOn),
    phoneSentence: words.phone,
    prices: pricesOf(terms, about.people),
    workedExamples: examplesOf(terms, about),
    sites: (terms.covers?.sites ?? []).map((name) => ({ name, address: words.siteAddress })),
    reporters: reportersOf(terms, about.contacts),
    otherTerms: otherTerms(terms, about.people),
  }
}

function clockOf({ clock }: Terms): Pick<ContractDocument, 'clock' | 'stopReasons' | 'inspections'> {
  return {
    clock: {
      heldRunsFromReceipt: clock.gateClock === 'fromReport',
      confirmationDays: String(clock.closeAfterDays),
      reopeningSentence: [
        words.reopening[clock.onReopen],
        clock.warrantyDays !== undefined && words.warrantyWindow(days('pl', clock.warrantyDays)),
      ]
        .filter(Boolean)
        .join(' '),
      closingDays: String(clock.closeAfterDays),
      priorityChangeSentence: words.priorityChange[clock.onPriorityChange],
      serviceReportDays: '5',
    },
    stopReasons: clock.pauseReasons
      .filter(({ stops }) => stops.length > 0)
      .map(({ key, name, clause, stops, endsOnClientMessage }) => ({
        name: [name || key, clause && `(${clause})`].filter(Boolean).join(' '),
        stops: [
          stops.map((stop) => words.stops[stop]).join(' i\u00a0'),
          endsOnClientMessage !== undefined && words.endsOnMessage[endsOnClientMessage ? 'yes' : 'no'],
        ]
          .filter(Boolean)
          .join('; '),
      })),
    inspections: [],
  }
}

/** The name stands before the hours, the rule of holidays after them; Polish time is meant where no other is named. */
const calendarSaysBeside = (field: string, value: unknown): boolean =>
  field === 'name' ||
  (field === 'calendar.publicHolidays' && (value === 'PL' || value === 'none')) ||
  (field === 'calendar.timezone' && value === 'Europe/Warsaw')

type Money = Pick<
  ContractDocument,
  | 'billing'
  | 'approvals'
  | 'indexation'
  | 'credits'
  | 'creditCaps'
  | 'suspension'
  | 'liabilityCap'
  | 'warranty'
>

function moneyOf(terms: Terms): Money {
  const { caps } = terms.credits ?? {}
  return {
    billing: {
      period: words.month,
      inAdvance: itemsOf(terms.priceList, 'flatFee').some((item) => item.timing === 'advance'),
      currency: terms.priceList.currency,
      paymentDays: String(terms.billing.paymentDays),
      paymentDaysFrom: terms.billing.paymentDaysFrom ?? 'issue',
    },
    approvals: { limit: words.approvalLimit, days: '3' },
    ...(terms.indexation && { indexation: indexationOf(terms.indexation) }),
    credits: (terms.credits?.clauses ?? []).map((clause) => creditSentence(clause)),
    creditCaps: {
      month: capText(caps?.periodGrosze, caps?.periodFeeBp) ?? words.creditCapMonth,
      year: capText(caps?.yearGrosze, caps?.yearFeeBp) ?? words.creditCapYear,
    },
    suspension: { afterDays: '30', extraDays: '7' },
    liabilityCap: terms.document.liabilityLimit || words.noLimit,
    warranty: months(terms.document.warrantyMonths),
  }
}

function capText(grosze: number | undefined, feeBp: number | undefined): string | undefined {
  const said = [
    grosze !== undefined && money('pl', grosze),
    feeBp !== undefined && words.ofFees(percent('pl', feeBp)),
  ].filter(Boolean)
  return said.length > 0 ? said.join(' ani ') : undefined
}

function indexationOf(indexation: NonNullable<Terms['indexation']>): ContractDocument['indexation'] {
  const { index, month, capBp, floorBp, noticeDays, firstYear } = indexation
  return {
    sentence: [
      words.indexation(termValues.pl[index] ?? index),
      firstYear !== undefined && words.indexationFrom(firstYear),
      floorBp !== undefined && words.indexationFloor(percent('pl', floorBp)),
    ]
      .filter(Boolean)
      .join(' '),
    month: words.monthNames[month - 1] ?? String(month),
    limit: capBp === undefined ? words.indexationNoCap : percent('pl', capBp),
    noticeDays: String(noticeDays),
  }
}

function termOf(
  { term, document }: Terms,
  validTo: string | null,
): Pick<ContractDocument, 'term' | 'form' | 'court'> {
  const effect = term.noticeEnds === 'anyDay' ? words.anyDay : words.endOfMonth
  const notice = term.noticeMonths > 0 ? `${months(term.noticeMonths)}, ${effect}` : words.atOnce
  const renewal = term.renewal && {
    period: months(term.renewal.months),
    noticeDays: String(term.renewal.noticeDays),
  }
  return {
    term:
      validTo === null
        ? { indefinite: true, noticePeriod: notice }
        : {
            indefinite: false,
            validTo: longDate('pl', validTo),
            ...(term.noticeMonths > 0 && { noticePeriod: notice }),
            ...(renewal && { renewal }),
          },
    form: { contract: document.form, amendment: document.form },
    court: ({ contractor: 'tenant', client: 'client', defendant: 'defendant' } as const)[document.court],
  }
}

function levelsOf(terms: Terms): ContractDocument['serviceLevels'] {
  return terms.serviceLevels.map((level) => ({
    priority: levelName('pl', level),
    definition: level.definition,
    reaction: granted(level.reactionMinutes),
    ...said('arrival', level.arrivalMinutes, level.arrivalBusinessDays),
    ...said('workAround', level.workAroundMinutes, level.workAroundBusinessDays),
    ...said('resolution', level.resolutionMinutes, level.resolutionBusinessDays),
    calendar: terms.calendars[level.calendar]?.name ?? level.calendar,
  }))
}

/** Where both are given the clock goes by the days; the minutes are said all the same. */
function said(name: string, minutes: number | undefined, businessDays: number | undefined): object {
  const texts = [
    businessDays !== undefined && workingDays('pl', businessDays),
    minutes !== undefined && granted(minutes),
  ].filter(Boolean)
  return texts.length > 0 ? { [name]: texts.join(' / ') } : {}
}

const holidaysOf = (calendar: WorkCalendar): string =>
  calendar.publicHolidays !== 'none' ? words.holidaysClosed : words.holidaysOpen

function pricesOf({ priceList }: Terms, people: About['people']): ContractDocument['prices'] {
  const [material] = itemsOf(priceList, 'material')
  const excludesAny = itemsOf(priceList, 'perTicket').some((item) => item.excludes.length > 0)
  const hasBands = priceList.items.some((item) => 'bands' in item || 'weigh' in item)
  const hasPools = itemsOf(priceList, 'pool').length > 0
  return {
    sentences: priceList.items.flatMap((item) => ruleSentences(item, priceList, people)),
    outsideScope: [],
    roundingSentence: words.rounding,
    bandsSentence: hasBands ? words.bandsSaid : words.bands,
    poolsSentence: hasPools ? words.poolsSaid : words.pools,
    countingSentence: excludesAny ? words.counting : words.countingAll,
    materialMargin: percent('pl', material?.costPlusBp ?? 0),
    vat: /^\d+$/.test(priceList.vat) ? `${priceList.vat}%` : (termValues.pl[priceList.vat] ?? priceList.vat),
  }
}

type Item = Terms['priceList']['items'][number]

/** Its sentences; then, in a sentence more, what they leave out of the rule. */
function ruleSentences(item: Item, priceList: Terms['priceList'], people: About['people']): string[] {
  const own = safely(() => priceSentences('pl', { ...priceList, items: [item] }))
  const { text, beside } = wholeText(`priceList.items.${item.id}`, item, people)
  const name = item.name ?? priceItemName('pl', item.kind)
  if (own.length === 0) return [`${capital(name)}: ${beside ? `${text}; ${beside}` : text}`]
  return beside ? [...own, `${capital(name)} – ${beside}.`] : own
}

/** A draft may hold a price that is no number yet: the rule is then said field by field. */
function safely(say: () => string[]): string[] {
  try {
    return say()
  } catch {
    return []
  }
}

function examplesOf(terms: Terms, { examples, people }: About): ContractDocument['workedExamples'] {
  return (terms.examples ?? []).map((example) => {
    const { figures } = example
    const executed = examples.find((one) => one.name === example.name)
    const { text } = wholeText('figures', figures, people)
    return {
      description: Object.keys(figures).length > 0 ? `${example.name} (${text})` : example.name,
      rows: (executed?.lines ?? [])
        .filter((line) => !line.informative)
        .map((line) => ({
          name: capital(line.name ?? priceItemName('pl', line.kind)),
          amount: `${amount('pl', line.netGrosze)} zł`,
        })),
      total: `${amount('pl', example.netGrosze)} zł`,
    }
  })
}

function reportersOf(terms: Terms, contacts: About['contacts']): ContractDocument['reporters'] {
  const { mode, contactIds, limits = [], supervisorIds } = terms.reporters
  const named = mode === 'all' ? contacts : contacts.filter((contact) => contactIds.includes(contact.id))
  return named.map((contact) => {
    const own = limits.find((limit) => limit.contactId === contact.id) ?? limits.find((one) => !one.contactId)
    const isSupervisor = supervisorIds?.includes(contact.id) ?? contact.isSupervisor
    return {
      name: contact.name,
      position: contact.position || undefined,
      email: contact.email,
      phone: contact.phone || undefined,
      scope: isSupervisor ? words.supervisor : words.reporter,
      ...(own?.amountGrosze !== undefined && { limit: money('pl', own.amountGrosze) }),
    }
  })
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const months = (n: number): string =>
  count('pl', n, { one: 'miesiąc', few: 'miesiące', many: 'miesięcy', other: 'miesiąca' })
