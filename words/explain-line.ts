/**
 * Where the amount of a line comes from, in a sentence: "13 policzonych − 10 w abonamencie
 * = 3 po 85,00 zł". Made from the stored explanation alone, the same for staff, client and paper.
 */
import { toText } from '#engines/base/decimal.ts'
import type { Explanation, TicketsExplained, WorkShare } from '#engines/pricing/explanation.ts'
import { weighed, type DaysPart } from '#engines/pricing/segments.ts'
import { amount, count, duration, nb, nbsp, percent, price, quantity } from './format.ts'
import type { Lang } from './words.ts'

export type Explained = Explanation | { model: 'byHand' }

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
  byHand: true,
}

/** An explanation comes from the store or over the line; of a model that is not known here nothing is said. */
export const isExplained = (given: { model?: string | undefined }): given is Explained =>
  given.model !== undefined && Object.hasOwn(models, given.model)

export function explainLine(lang: Lang, explanation: Explained): string {
  return nbsp(lang === 'pl' ? polish(explanation) : english(explanation))
}

const zl = (value: string): string => `${price('pl', value)}${nb}zł`
const pln = (value: string): string => `PLN${nb}${price('en', value)}`
const tickets = (n: number): string =>
  count('pl', n, { one: 'zgłoszenie', few: 'zgłoszenia', many: 'zgłoszeń' })
const minutes = (lang: Lang, n: number): string => (n === 0 ? `0${nb}min` : duration(lang, n * 60))
const isWhole = (parts: readonly DaysPart[]): boolean =>
  parts.length === 1 && parts[0]!.days === parts[0]!.ofDays

function polish(e: Explained): string {
  switch (e.model) {
    case 'flatFee':
      return isWhole(e.parts) ? 'Pełny okres.' : `${partsOf('pl', e.parts)}.`
    case 'perUnit':
      return `${quantity('pl', e.quantity)} po ${zl(e.unitPrice)}${isWhole(e.parts) ? '' : `, ${partsOf('pl', e.parts)}`}.`
    case 'perTicket': {
      const notCounted = e.notCounted.reduce((n, one) => n + one.workIds.length, 0)
      const granted = Number(e.allowance.granted)
      const counted =
        e.overage > 0
          ? `${e.counted} policzonych − ${e.included} w abonamencie = ${e.overage}${ofThem('pl', e)} po ${zl(e.unitPrice)}.`
          : `${tickets(e.counted)}, w abonamencie ${granted}.`
      return notCounted > 0 ? `${counted} Nie policzono: ${notCounted}.` : counted
    }
    case 'perTime': {
      const base = `${minutes('pl', e.rawMinutes)} pracy, po zaokrągleniu ${minutes('pl', e.countedMinutes)}`
      const inside =
        e.includedMinutes > 0 || Number(e.allowance.granted) > 0
          ? `, w abonamencie ${minutes('pl', e.includedMinutes)} z ${minutes('pl', Number(e.allowance.granted))}`
          : ''
      return e.overageMinutes > 0
        ? `${base}${inside}; płatne ${minutes('pl', chargedHere(e.works))} po ${zl(e.hourPrice)} za godzinę.`
        : `${base}${inside}.`
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
        ? `${percent('pl', e.percentBp)} od ${amount(
            'pl',
            e.base.reduce((sum, one) => sum + one.netGrosze, 0),
          )}${nb}zł.`
        : `Rabat ${zl(dueOf(e.amountParts ?? []))}.`
    case 'byHand':
      return 'Pozycja dodana ręcznie.'
  }
}

function english(e: Explained): string {
  switch (e.model) {
    case 'flatFee':
      return isWhole(e.parts) ? 'The full period.' : `${partsOf('en', e.parts)}.`
    case 'perUnit':
      return `${quantity('en', e.quantity)} at ${pln(e.unitPrice)}${isWhole(e.parts) ? '' : `, ${partsOf('en', e.parts)}`}.`
    case 'perTicket': {
      const notCounted = e.notCounted.reduce((n, one) => n + one.workIds.length, 0)
      const counted =
        e.overage > 0
          ? `${e.counted} counted − ${e.included} within the fee = ${e.overage}${ofThem('en', e)} at ${pln(e.unitPrice)}.`
          : `${count('en', e.counted, { one: 'ticket', other: 'tickets' })}, ${Number(e.allowance.granted)} within the fee.`
      return notCounted > 0 ? `${counted} Not counted: ${notCounted}.` : counted
    }
    case 'perTime': {
      const base = `${minutes('en', e.rawMinutes)} of work, rounded ${minutes('en', e.countedMinutes)}`
      const inside =
        e.includedMinutes > 0 || Number(e.allowance.granted) > 0
          ? `, ${minutes('en', e.includedMinutes)} of ${minutes('en', Number(e.allowance.granted))} within the fee`
          : ''
      return e.overageMinutes > 0
        ? `${base}${inside}; ${minutes('en', chargedHere(e.works))} charged at ${pln(e.hourPrice)} an hour.`
        : `${base}${inside}.`
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
        ? `${percent('en', e.percentBp)} of PLN${nb}${amount(
            'en',
            e.base.reduce((sum, one) => sum + one.netGrosze, 0),
          )}.`
        : `Discount of ${pln(dueOf(e.amountParts ?? []))}.`
    case 'byHand':
      return 'A line added by hand.'
  }
}

function partsOf(lang: Lang, parts: readonly DaysPart[]): string {
  const text = (part: DaysPart) =>
    lang === 'pl'
      ? `${part.days} z ${part.ofDays} dni po ${zl(part.value)} za okres`
      : `${part.days} of ${part.ofDays} days at ${pln(part.value)} a period`
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

/** Exact enough to be read: quantities carry few decimals. */
function totalOf(works: readonly { counted: string }[]): string {
  const sum = works.reduce((total, work) => total + Math.round(Number(work.counted) * 10_000), 0)
  return String(sum / 10_000)
}
