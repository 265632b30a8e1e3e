/**
 * The rules of a price list as sentences that people sign: in the contract, in the editor's
 * aid, in the panel. Each is made from the engine's key and values, so the words cannot say
 * anything else than the rule does.
 */
import type { Covered, PriceList, TicketExclusion } from '#engines/pricing/price-list.ts'
import { sentencesOf, type BillingPeriod, type NamedItem, type Sentence } from '#engines/pricing/sentences.ts'
import { count, date, list, nb, nbsp, percent, price } from './format.ts'
import { priceItemName } from './price-item-names.ts'
import { ruleText } from './price-rule.ts'
import type { Lang } from './words.ts'

export { priceItemName } from './price-item-names.ts'

export function priceSentences(lang: Lang, priceList: PriceList, period: BillingPeriod = 'month'): string[] {
  return sentencesOf(priceList, period).map((sentence) => priceSentence(lang, sentence))
}

export function priceSentence(lang: Lang, sentence: Sentence): string {
  if (sentence.key === 'price.rule') return nbsp(ruleText(lang, sentence.values))
  return nbsp((lang === 'pl' ? polish : english)(sentence))
}

type Plain = Exclude<Sentence, { key: 'price.rule' }>

function polish(sentence: Plain): string {
  const zl = (value: string): string => `${price('pl', value)}${nb}${sentence.currency ?? 'zł'}`
  switch (sentence.key) {
    case 'price.flatFee': {
      const { feePrice, timing, period, covers } = sentence.values
      const covered =
        covers.length > 0
          ? ` W abonamencie bez ograniczeń: ${list(
              'pl',
              covers.map((one) => pl.covers[one]),
            )}.`
          : ''
      return `Abonament ${zl(feePrice)} za ${pl.period[period].one}, płatny ${timing === 'advance' ? 'z góry' : 'z dołu'}.${covered}`
    }
    case 'price.perTicket': {
      const { included, unitPrice, period, countedBy } = sentence.values
      const counted =
        countedBy === 'resolvedAt' ? ' Zgłoszenie liczy się w okresie, w którym je zakończono.' : ''
      if (included === 0) return `Każde zgłoszenie ${zl(unitPrice)}.${counted}`
      return `Do ${count('pl', included, pl.ticketsOf)} w ${pl.period[period].in} w abonamencie, każde następne ${zl(unitPrice)}.${counted}`
    }
    case 'price.ticketsNotCounted': {
      const { excludes, exceptPriorities } = sentence.values
      const kinds = [
        ...excludes.map((one) => pl.excludes[one]),
        ...exceptPriorities.map((one) => `o priorytecie ${pl.priorities[one] ?? one}`),
      ]
      return kinds.length === 0
        ? 'Liczy się każde zgłoszenie.'
        : `Nie liczy się zgłoszeń ${list('pl', kinds)}.`
    }
    case 'price.allowanceInPart': {
      const { of, prorate } = sentence.values
      if (prorate === 'full')
        return `Za niepełny okres pakiet ${of === 'tickets' ? 'zgłoszeń' : 'godzin'} pozostaje cały.`
      return of === 'tickets'
        ? 'Za niepełny okres pakiet zgłoszeń zmniejsza się według dni kalendarzowych i zaokrągla w górę do całego zgłoszenia.'
        : 'Za niepełny okres pakiet godzin zmniejsza się według dni kalendarzowych i zaokrągla w górę do pełnej minuty.'
    }
    case 'price.perTime': {
      const { place, includedMinutes, hourPrice, period } = sentence.values
      const after = `${zl(hourPrice)} za godzinę.`
      return includedMinutes === 0
        ? `${pl.place[place]}: ${after}`
        : `${pl.place[place]}: ${hours(includedMinutes)} w ${pl.period[period].in} w abonamencie, dalej ${after}`
    }
    case 'price.timeRounding': {
      const { unitMinutes, scope, firstMinutes, minimumMinutes, place } = sentence.values
      const least = minimumMinutes ? `, co najmniej ${hours(minimumMinutes)}` : ''
      const each = unitMinutes === 1 ? 'każda rozpoczęta minuta' : `każde rozpoczęte ${hours(unitMinutes)}`
      const first = firstMinutes ? `pierwsze ${hours(firstMinutes)} w całości, potem ${each}` : each
      return `${pl.place[place]} liczona jest ${pl.scope[scope]}: ${first}${least}.`
    }
    case 'price.flatContact': {
      const { place, minutes, price: flat } = sentence.values
      return `${pl.place[place]} do ${hours(minutes)}: ${zl(flat)} za kontakt.`
    }
    case 'price.travel': {
      const { perTripPrice, perKmPrice, minimumPerTripPrice, zones = [] } = sentence.values
      const km =
        perKmPrice &&
        `${zl(perKmPrice)} za kilometr${minimumPerTripPrice ? `, co najmniej ${zl(minimumPerTripPrice)} za wyjazd` : ''}`
      const parts = [
        perTripPrice && `${zl(perTripPrice)} za wyjazd`,
        km,
        ...zones.map(({ zone, perTripPrice: of }) => `strefa ${zone} ${zl(of)}`),
      ]
      return `Dojazd: ${parts.filter(Boolean).join('; ')}.`
    }
    case 'price.material': {
      const { costPlusBp, listPrices } = sentence.values
      const listed = listPrices.map(({ name, unitPrice }) => `${name} ${zl(unitPrice)}`).join('; ')
      const cost =
        costPlusBp === undefined
          ? ''
          : costPlusBp === 0
            ? 'po cenie zakupu'
            : `cena zakupu + ${percent('pl', costPlusBp)}`
      return `Materiały: ${[listed, listed && cost ? `inne ${cost}` : cost].filter(Boolean).join('; ') || 'według uzgodnienia'}.`
    }
    case 'price.perUnit':
      return `${upper(sentence.values.unit)}: ${zl(sentence.values.unitPrice)} za ${pl.period[sentence.values.period].one}.`
    case 'price.minimum':
      return `Za ${pl.period[sentence.values.period].one} nie mniej niż ${zl(sentence.values.amountPrice)}${over('pl', sentence.values.over)}.`
    case 'price.cap':
      return `Za ${pl.period[sentence.values.period].one} nie więcej niż ${zl(sentence.values.amountPrice)}${over('pl', sentence.values.over)}.`
    case 'price.discount': {
      const { percentBp, amountPrice, on, until } = sentence.values
      const size = percentBp === undefined ? zl(amountPrice ?? '0') : percent('pl', percentBp)
      return `Rabat ${size}${on === 'all' ? '' : ` na: ${items('pl', on)}`}${until ? `, do ${date('pl', until)} włącznie` : ''}.`
    }
  }
}

function english(sentence: Plain): string {
  const pln = (value: string): string => `${price('en', value)}${nb}${sentence.currency ?? 'PLN'}`
  switch (sentence.key) {
    case 'price.flatFee': {
      const { feePrice, timing, period, covers } = sentence.values
      const covered =
        covers.length > 0
          ? ` Without limit in the fee: ${list(
              'en',
              covers.map((one) => en.covers[one]),
            )}.`
          : ''
      return `Fee ${pln(feePrice)} per ${period}, paid in ${timing === 'advance' ? 'advance' : 'arrears'}.${covered}`
    }
    case 'price.perTicket': {
      const { included, unitPrice, period, countedBy } = sentence.values
      const counted =
        countedBy === 'resolvedAt' ? ' A ticket counts in the period in which it was resolved.' : ''
      if (included === 0) return `Each ticket ${pln(unitPrice)}.${counted}`
      return `Up to ${count('en', included, { one: 'ticket', other: 'tickets' })} per ${period} in the fee, each further one ${pln(unitPrice)}.${counted}`
    }
    case 'price.ticketsNotCounted': {
      const { excludes, exceptPriorities } = sentence.values
      const kinds = [
        ...excludes.map((one) => en.excludes[one]),
        ...exceptPriorities.map((one) => `of priority ${one}`),
      ]
      return kinds.length === 0 ? 'Every ticket counts.' : `Tickets ${list('en', kinds)} do not count.`
    }
    case 'price.allowanceInPart': {
      const { of, prorate } = sentence.values
      if (prorate === 'full') return `In a part of a period the package of ${of} stays whole.`
      return `In a part of a period the package of ${of} shrinks by calendar days and is rounded up to a whole ${of === 'tickets' ? 'ticket' : 'minute'}.`
    }
    case 'price.perTime': {
      const { place, includedMinutes, hourPrice, period } = sentence.values
      return includedMinutes === 0
        ? `${en.place[place]}: ${pln(hourPrice)} per hour.`
        : `${en.place[place]}: ${hours(includedMinutes)} per ${period} in the fee, then ${pln(hourPrice)} per hour.`
    }
    case 'price.timeRounding': {
      const { unitMinutes, scope, firstMinutes, minimumMinutes, place } = sentence.values
      const least = minimumMinutes ? `, at least ${hours(minimumMinutes)}` : ''
      const each = `every started ${hours(unitMinutes)}`
      return `${en.place[place]} is counted ${en.scope[scope]}: ${firstMinutes ? `the first ${hours(firstMinutes)} as a whole, then ${each}` : each}${least}.`
    }
    case 'price.flatContact':
      return `${en.place[sentence.values.place]} up to ${hours(sentence.values.minutes)}: ${pln(sentence.values.price)} per contact.`
    case 'price.travel': {
      const { perTripPrice, perKmPrice, minimumPerTripPrice, zones = [] } = sentence.values
      const km =
        perKmPrice &&
        `${pln(perKmPrice)} per kilometre${minimumPerTripPrice ? `, at least ${pln(minimumPerTripPrice)} per trip` : ''}`
      return `Travel: ${[perTripPrice && `${pln(perTripPrice)} per trip`, km, ...zones.map(({ zone, perTripPrice: of }) => `zone ${zone} ${pln(of)}`)].filter(Boolean).join('; ')}.`
    }
    case 'price.material': {
      const { costPlusBp, listPrices } = sentence.values
      const listed = listPrices.map(({ name, unitPrice }) => `${name} ${pln(unitPrice)}`).join('; ')
      const cost =
        costPlusBp === undefined ? '' : costPlusBp === 0 ? 'at cost' : `cost + ${percent('en', costPlusBp)}`
      return `Materials: ${[listed, listed && cost ? `others ${cost}` : cost].filter(Boolean).join('; ') || 'as agreed'}.`
    }
    case 'price.perUnit':
      return `${upper(sentence.values.unit)}: ${pln(sentence.values.unitPrice)} per ${sentence.values.period}.`
    case 'price.minimum':
      return `At least ${pln(sentence.values.amountPrice)} per ${sentence.values.period}${over('en', sentence.values.over)}.`
    case 'price.cap':
      return `At most ${pln(sentence.values.amountPrice)} per ${sentence.values.period}${over('en', sentence.values.over)}.`
    case 'price.discount': {
      const { percentBp, amountPrice, on, until } = sentence.values
      const size = percentBp === undefined ? pln(amountPrice ?? '0') : percent('en', percentBp)
      return `Discount of ${size}${on === 'all' ? '' : ` on: ${items('en', on)}`}${until ? `, through ${date('en', until)}` : ''}.`
    }
  }
}

/** Granted time: "4 h", "30 min", "1 h 30 min". */
function hours(minutes: number): string {
  const [h, min] = [Math.floor(minutes / 60), minutes % 60]
  return [h > 0 && `${h}${nb}h`, (min > 0 || h === 0) && `${min}${nb}min`].filter(Boolean).join(nb)
}

function over(lang: Lang, named: NamedItem[] | 'all'): string {
  return named === 'all'
    ? ''
    : lang === 'pl'
      ? ` (dotyczy: ${items(lang, named)})`
      : ` (for: ${items(lang, named)})`
}

const items = (lang: Lang, named: NamedItem[]): string =>
  list(
    lang,
    named.map(({ name, kind, itemId }) => name ?? (kind ? priceItemName(lang, kind) : itemId)),
  )
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const pl = {
  period: {
    week: { one: 'tydzień', in: 'tygodniu' },
    month: { one: 'miesiąc', in: 'miesiącu' },
    quarter: { one: 'kwartał', in: 'kwartale' },
    year: { one: 'rok', in: 'roku' },
  },
  ticketsOf: { one: 'zgłoszenia', few: 'zgłoszeń', many: 'zgłoszeń' },
  place: { remote: 'Praca zdalna', onSite: 'Praca u klienta', any: 'Praca' },
  scope: {
    entry: 'osobno dla każdego wpisu',
    visit: 'osobno dla każdej wizyty',
    ticket: 'razem dla zgłoszenia',
    day: 'razem dla dnia',
    period: 'razem dla okresu',
  },
  covers: {
    tickets: 'zgłoszenia',
    time: 'czas pracy',
    travel: 'dojazdy',
    material: 'materiały',
  } satisfies Record<Covered, string>,
  excludes: {
    cancelled: 'wycofanych',
    merged: 'połączonych z innym',
    ourFault: 'z naszej winy',
    warranty: 'gwarancyjnych',
  } satisfies Record<TicketExclusion, string>,
  priorities: { critical: 'krytycznym', high: 'wysokim', normal: 'zwykłym', low: 'niskim' } as Record<
    string,
    string
  >,
}
const en = {
  place: { remote: 'Remote work', onSite: 'Work on site', any: 'Work' },
  scope: {
    entry: 'for each entry',
    visit: 'for each visit',
    ticket: 'for each ticket together',
    day: 'for each day together',
    period: 'for the period together',
  },
  covers: { tickets: 'tickets', time: 'work time', travel: 'travel', material: 'materials' } satisfies Record<
    Covered,
    string
  >,
  excludes: {
    cancelled: 'withdrawn',
    merged: 'merged into another',
    ourFault: 'caused by us',
    warranty: 'under warranty',
  } satisfies Record<TicketExclusion, string>,
}
