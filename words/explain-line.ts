/**
 * Where the amount of a line comes from, in a sentence: "13 policzonych − 10 w abonamencie
 * = 3 po 85,00 zł". Made from the stored explanation alone, the same for staff, client and paper.
 */
import { dec, fromGrosze, sum, toText } from '#engines/base/decimal.ts'
import type {
  Explanation,
  TicketsExplained,
  TimeExplained,
  UnitsExplained,
  WorkShare,
} from '#engines/pricing/explanation.ts'
import type { GivenCreditExplained } from '#engines/pricing/given-credits.ts'
import { weighed, type DaysPart } from '#engines/pricing/segments.ts'
import { drawsText, explainMore, netOf, isOfMore, type MoreExplained, type Say } from './explain-more.ts'
import { count, duration, nb, nbsp, percent, price, quantity } from './format.ts'
import { givenCreditText } from './given-credit.ts'
import type { Lang } from './words.ts'

export type Explained = Explanation | GivenCreditExplained | { model: 'byHand' }
type Plain = Exclude<Explained, MoreExplained | GivenCreditExplained>

const models: Readonly<Record<Explained['model'], true>> = {
  flatFee: true,
  perUnit: true,
  perTicket: true,
  perTime: true,
  flatContact: true,
  trips: true,
  kilometres: true,
  material: true,
  minimum: true,
  cap: true,
  discount: true,
  oneOff: true,
  tier: true,
  events: true,
  points: true,
  meters: true,
  blocks: true,
  surcharge: true,
  percentage: true,
  moneyPool: true,
  bundle: true,
  credit: true,
  givenCredit: true,
  byHand: true,
}

/** An explanation comes from the store or over the line; of a model that is not known here nothing is said. */
export const isExplained = (given: { model?: string | undefined }): given is Explained =>
  given.model !== undefined && Object.hasOwn(models, given.model)

export function explainLine(lang: Lang, explanation: Explained, currency = 'PLN'): string {
  const say = moneyWords(lang, currency)
  if (explanation.model === 'givenCredit')
    return nbsp(givenCreditText(lang, explanation, (grosze) => say(toText(fromGrosze(grosze), 2))))
  if (isOfMore(explanation)) return nbsp(explainMore(lang, explanation, say))
  return nbsp(lang === 'pl' ? polish(explanation, say) : english(explanation, say))
}

/** The amounts of a sentence in the currency of its line. */
function moneyWords(lang: Lang, currency: string): Say {
  if (lang === 'en') return (value) => `${currency}${nb}${price('en', value)}`
  return (value) => `${price('pl', value)}${nb}${currency === 'PLN' ? 'zł' : currency}`
}

const tickets = (n: number): string =>
  count('pl', n, { one: 'zgłoszenie', few: 'zgłoszenia', many: 'zgłoszeń' })
const minutes = (lang: Lang, n: number): string => (n === 0 ? `0${nb}min` : duration(lang, n * 60))
const isWhole = (parts: readonly DaysPart[]): boolean =>
  parts.length === 1 && parts[0]!.days === parts[0]!.ofDays

function polish(e: Plain, zl: Say): string {
  switch (e.model) {
    case 'flatFee':
      return isWhole(e.parts) ? 'Pełny okres.' : `${partsOf('pl', e.parts, zl)}.`
    case 'perUnit':
      return `${unitsText('pl', e, zl)}${isWhole(e.parts) ? '' : `, ${partsOf('pl', e.parts, zl)}`}.`
    case 'perTicket': {
      const notCounted = e.notCounted.reduce((n, one) => n + one.workIds.length, 0)
      const granted = Number(e.allowance.granted)
      const counted =
        e.overage > 0
          ? `${e.counted} policzonych − ${e.included} w abonamencie = ${e.overage}${ofThem('pl', e)} po ${zl(e.unitPrice)}.`
          : `${tickets(e.counted)}, w abonamencie ${granted}.`
      return [counted, drawsText('pl', e.draws), notCounted > 0 && `Nie policzono: ${notCounted}.`]
        .filter(Boolean)
        .join(' ')
    }
    case 'perTime': {
      const base = `${minutes('pl', e.rawMinutes)} pracy, po zaokrągleniu ${minutes('pl', e.countedMinutes)}`
      const inside =
        e.includedMinutes > 0 || Number(e.allowance.granted) > 0
          ? `, w abonamencie ${minutes('pl', e.includedMinutes)} z ${minutes('pl', Number(e.allowance.granted))}`
          : ''
      return e.overageMinutes > 0
        ? `${base}${inside}; płatne ${minutes('pl', chargedMinutes(e))} po ${zl(e.hourPrice)} za godzinę${factorText('pl', e)}.${moreOfTime('pl', e)}`
        : `${base}${inside}.${moreOfTime('pl', e)}`
    }
    case 'flatContact':
      return `${count('pl', e.contacts, { one: 'kontakt', few: 'kontakty', many: 'kontaktów' })} do ${e.upToMinutes} min po ${zl(e.unitPrice)}.`
    case 'trips':
      return `${count('pl', e.works.length, { one: 'wyjazd', few: 'wyjazdy', many: 'wyjazdów' })} po ${zl(e.unitPrice)}${e.by === 'minimum' ? ' (najmniej za wyjazd)' : e.zone ? `, ${e.zone}` : ''}.`
    case 'kilometres':
      return `${quantity('pl', totalOf(e.works))} km po ${zl(e.unitPrice)}.`
    case 'material':
      return `${quantity('pl', totalOf(e.works))} po ${zl(e.unitPrice)}${e.basis === 'cost' ? ` (zakup ${zl(e.cost ?? '0')} + ${percent('pl', e.costPlusBp ?? 0)})` : e.basis === 'list' ? ' według cennika' : ''}.`
    case 'minimum':
      return `Dopłata do kwoty minimalnej ${zl(dueOf(e.parts))}.`
    case 'cap':
      return `Dopłaty nie przekraczają ${zl(dueOf(e.parts))}.`
    case 'discount':
      return e.percentBp !== undefined
        ? `${percent('pl', e.percentBp)} od ${zl(netOf(e.base))}.`
        : `Rabat ${zl(dueOf(e.amountParts ?? []))}.`
    case 'byHand':
      return 'Pozycja dodana ręcznie.'
  }
}

function english(e: Plain, pln: Say): string {
  switch (e.model) {
    case 'flatFee':
      return isWhole(e.parts) ? 'The full period.' : `${partsOf('en', e.parts, pln)}.`
    case 'perUnit':
      return `${unitsText('en', e, pln)}${isWhole(e.parts) ? '' : `, ${partsOf('en', e.parts, pln)}`}.`
    case 'perTicket': {
      const notCounted = e.notCounted.reduce((n, one) => n + one.workIds.length, 0)
      const counted =
        e.overage > 0
          ? `${e.counted} counted − ${e.included} within the fee = ${e.overage}${ofThem('en', e)} at ${pln(e.unitPrice)}.`
          : `${count('en', e.counted, { one: 'ticket', other: 'tickets' })}, ${Number(e.allowance.granted)} within the fee.`
      return [counted, drawsText('en', e.draws), notCounted > 0 && `Not counted: ${notCounted}.`]
        .filter(Boolean)
        .join(' ')
    }
    case 'perTime': {
      const base = `${minutes('en', e.rawMinutes)} of work, rounded ${minutes('en', e.countedMinutes)}`
      const inside =
        e.includedMinutes > 0 || Number(e.allowance.granted) > 0
          ? `, ${minutes('en', e.includedMinutes)} of ${minutes('en', Number(e.allowance.granted))} within the fee`
          : ''
      return e.overageMinutes > 0
        ? `${base}${inside}; ${minutes('en', chargedMinutes(e))} charged at ${pln(e.hourPrice)} an hour${factorText('en', e)}.${moreOfTime('en', e)}`
        : `${base}${inside}.${moreOfTime('en', e)}`
    }
    case 'flatContact':
      return `${count('en', e.contacts, { one: 'contact', other: 'contacts' })} of up to ${e.upToMinutes} min at ${pln(e.unitPrice)}.`
    case 'trips':
      return `${count('en', e.works.length, { one: 'trip', other: 'trips' })} at ${pln(e.unitPrice)}${e.by === 'minimum' ? ' (the least for a trip)' : e.zone ? `, ${e.zone}` : ''}.`
    case 'kilometres':
      return `${quantity('en', totalOf(e.works))} km at ${pln(e.unitPrice)}.`
    case 'material':
      return `${quantity('en', totalOf(e.works))} at ${pln(e.unitPrice)}${e.basis === 'cost' ? ` (cost ${pln(e.cost ?? '0')} + ${percent('en', e.costPlusBp ?? 0)})` : e.basis === 'list' ? ' by the list' : ''}.`
    case 'minimum':
      return `Addition up to the minimum of ${pln(dueOf(e.parts))}.`
    case 'cap':
      return `Extra charges do not exceed ${pln(dueOf(e.parts))}.`
    case 'discount':
      return e.percentBp !== undefined
        ? `${percent('en', e.percentBp)} of ${pln(netOf(e.base))}.`
        : `Discount of ${pln(dueOf(e.amountParts ?? []))}.`
    case 'byHand':
      return 'A line added by hand.'
  }
}

function partsOf(lang: Lang, parts: readonly DaysPart[], say: Say): string {
  const text = (part: DaysPart) =>
    lang === 'pl'
      ? `${part.days} z ${part.ofDays} dni po ${say(part.value)} za okres`
      : `${part.days} of ${part.ofDays} days at ${say(part.value)} a period`
  return parts.map(text).join(' + ')
}

/** An amount for the days on which it holds: of a minimum of 800,00 zł, 320,00 zł for 12 days of 30. */
function dueOf(parts: readonly DaysPart[]): string {
  return toText(weighed([...parts], 2, 'half-away'))
}

/** When the price changed within the period, a line charges only the tickets of its own price. */
function ofThem(lang: Lang, e: TicketsExplained): string {
  const here = chargedHere(e.works)
  if (here === e.overage) return ''
  return lang === 'pl' ? `, z tego ${here}` : `, ${here} of them`
}

function chargedHere(works: readonly WorkShare[]): number {
  return works.filter((work) => work.bin === 'overage').reduce((sum, work) => sum + Number(work.counted), 0)
}

function totalOf(works: readonly { counted: string }[]): string {
  return toText(sum(works.map(({ counted }) => dec(counted))))
}

/** With what waited for the end of a pool. */
function chargedMinutes(e: TimeExplained): number {
  return chargedHere(e.works) + Number(e.deferredBefore ?? '0')
}

function factorText(lang: Lang, e: TimeExplained): string {
  if (e.factor === undefined) return ''
  const over = e.isOvertime ? (lang === 'pl' ? 'nadgodziny ' : 'overtime ') : ''
  return ` (${over}×${nb}${quantity(lang, e.factor)})`
}

function moreOfTime(lang: Lang, e: TimeExplained): string {
  const pl = lang === 'pl'
  const free = e.freeMinutes
    ? `${pl ? 'Bez opłaty' : 'Free of charge'}: ${minutes(lang, e.freeMinutes)}.`
    : ''
  const weighed = e.isWeighed
    ? pl
      ? 'Godziny liczone z przelicznikiem.'
      : 'Hours counted with their factor.'
    : ''
  const waits = e.isDeferred ? (pl ? 'Rozliczenie na koniec puli.' : 'Settled at the end of the pool.') : ''
  const before = e.deferredBefore
    ? `${pl ? 'W tym z wcześniejszych okresów' : 'Of earlier periods'}: ${minutes(lang, Number(e.deferredBefore))}.`
    : ''
  const all = [drawsText(lang, e.draws, 'minutes'), free, weighed, waits, before].filter(Boolean)
  return all.length > 0 ? ` ${all.join(' ')}` : ''
}

/** How many units at which price, or how their number changed. */
function unitsText(lang: Lang, e: UnitsExplained, say: Say): string {
  const many = e.quantities?.filter(({ quantity: of }) => of !== '') ?? []
  const at = lang === 'pl' ? 'po' : 'at'
  const steps = many.flatMap((one) => one.steps)
  if (many.length === 1 && steps.length > 0)
    return steps
      .map((step) => `${quantity(lang, step.quantity)} ${at} ${say(step.unitPrice ?? step.amount)}`)
      .join(' + ')
  const counted =
    many.length > 1 ? many.map((one) => quantity(lang, one.quantity)).join(' → ') : quantity(lang, e.quantity)
  const free = e.included ? (lang === 'pl' ? `, bez opłaty ${e.included}` : `, ${e.included} free`) : ''
  return `${counted} ${at} ${say(e.unitPrice)}${free}`
}
