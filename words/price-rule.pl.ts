/** Rules of a price list in Polish: what each kind says first, and what any rule may say further. */
import type { BillingPeriod } from '#engines/pricing/billing-period.ts'
import type { PriceItem } from '#engines/pricing/price-list.ts'
import { p, type Fields, type Part, type Parts } from './price-fields.ts'
import { furtherPl } from './price-rule-further.pl.ts'
import { joinedBy, poolUnitsOfPl, poolUnitsPl } from './price-rule-parts.ts'

export type RuleWords = {
  first: (item: PriceItem, f: Fields, period: BillingPeriod) => Parts[]
  further: (item: PriceItem, f: Fields, period: BillingPeriod) => Parts[]
}

export const rulesPl: RuleWords = { first, further: furtherPl }

const one = { week: 'tydzień', month: 'miesiąc', quarter: 'kwartał', year: 'rok' }
const inOne = { week: 'w tygodniu', month: 'w miesiącu', quarter: 'w kwartale', year: 'w roku' }
const timing = { advance: 'z góry', arrears: 'z dołu' }
const place = { remote: 'Praca zdalna', onSite: 'Praca u klienta', any: 'Praca' }
const scope = {
  entry: 'osobno dla każdego wpisu',
  visit: 'osobno dla każdej wizyty',
  ticket: 'razem dla zgłoszenia',
  day: 'razem dla dnia',
  period: 'razem dla okresu',
}
const covers = { tickets: 'zgłoszenia', time: 'czas pracy', travel: 'dojazdy', material: 'materiały' }
const excludes = {
  cancelled: 'wycofanych',
  merged: 'połączonych z innym',
  ourFault: 'z naszej winy',
  warranty: 'gwarancyjnych',
}
const prorate = {
  up: 'według dni, zaokrąglony w górę',
  halfUp: 'według dni, do najbliższej całości',
  full: 'cały',
}
const countedBy = { reportedAt: 'zgłoszenia', resolvedAt: 'zakończenia' }
const per = { contract: 'razem dla umowy', site: 'dla każdej lokalizacji', device: 'dla każdego urządzenia' }
const ofTickets = { one: 'zgłoszenia', few: 'zgłoszeń', many: 'zgłoszeń' }
const ofMonths = { one: 'miesiąc', few: 'miesiące', many: 'miesięcy' }

function first(item: PriceItem, f: Fields, period: BillingPeriod): Parts[] {
  switch (item.kind) {
    case 'flatFee':
      return [
        p`Abonament ${f.price('feePrice')} za ${one[period]}, płatny ${f.choice('timing', timing)}.`,
        item.covers ? p`W abonamencie bez ograniczeń: ${f.choices('covers', covers)}.` : [],
      ]
    case 'oneOff':
      return [p`Opłata jednorazowa ${f.price('amountPrice')}, ${f.date('on')}.`]
    case 'perTicket':
      return [
        p`Do ${f.counted('included', ofTickets)} ${inOne[period]} w abonamencie, każde następne ${f.price('unitPrice')}.`,
        p`Zgłoszenie liczy się w okresie jego ${f.choice('countedBy', countedBy)}; nie liczy się zgłoszeń ${f.choices('excludes', excludes)}.`,
        p`Za niepełny okres pakiet jest ${f.choice('prorateIncluded', prorate)}.`,
      ]
    case 'perTime':
      return [
        p`${f.choice('place', place, 'any')}: ${f.minutes('includedMinutes')} ${inOne[period]} w abonamencie, dalej ${f.price('hourPrice')} za godzinę.`,
        roundPl(item, f),
        item.flatUpTo ? p`Do ${f.minutes('flatUpTo.minutes')}: ${f.price('flatUpTo.price')} za kontakt.` : [],
      ]
    case 'travel':
      return [travel(item, f)]
    case 'material':
      return [
        item.costPlusBp === undefined ? [] : p`Materiały: cena zakupu + ${f.percentBp('costPlusBp')}.`,
        item.listPrices
          ? [
              'Cennik materiałów: ',
              ...joinedBy(
                '; ',
                Object.keys(item.listPrices).map((name) => [`${name} `, f.price(`listPrices.${name}`)]),
              ),
              '.',
            ]
          : [],
      ]
    case 'perUnit':
      return [p`${f.text('unit')}: ${f.price('unitPrice')} za ${one[period]}.`]
    case 'perMeter':
      return perMeter(item, f, period)
    case 'perEvent':
      return perEvent(item, f, period)
    case 'points':
      return [
        p`${f.choice('place', place, 'any')}: ${f.quantity('pointsPerUnit')} pkt za każde rozpoczęte ${f.minutes('round.unitMinutes')}${item.basePoints ? ' i ' : ''}${item.basePoints ? f.quantity('basePoints') : ''}${item.basePoints ? ' pkt za przyjazd' : ''}, liczone ${f.choice('round.scope', scope)}.`,
        p`Po wyczerpaniu: ${f.items('draw')} ${f.price('unitPrice')} za punkt.`,
      ]
    case 'pool':
      return pool(item, f)
    case 'block':
      return block(item, f)
    case 'surcharge':
      return [
        p`Dopłata ${item.percentBp === undefined ? f.price('amountPrice') : f.percentBp('percentBp')}${item.percentBp === undefined ? ' za każdą wizytę' : ''} do: ${f.items('of')}.`,
      ]
    case 'percentage':
      return percentage(item, f)
    case 'minimum':
      return [
        p`Za ${one[period]} nie mniej niż ${f.price('amountPrice')}${item.over ? ' za: ' : ''}${item.over ? f.items('over') : ''}.`,
      ]
    case 'cap':
      return [
        p`Za ${one[period]} nie więcej niż ${f.price('amountPrice')}${item.over ? ' za: ' : ''}${item.over ? f.items('over') : ''}.`,
      ]
    case 'bundle':
      return [p`Razem ${f.items('of')} za ${f.price('amountPrice')} za ${one[period]}.`]
    case 'discount':
      return [
        p`Rabat ${item.percentBp === undefined ? f.price('amountPrice') : f.percentBp('percentBp')}${item.on === 'all' ? '' : ' na: '}${item.on === 'all' ? '' : f.items('on')}${item.until ? ', do ' : ''}${item.until ? f.date('until') : ''}${item.until ? ' włącznie' : ''}.`,
      ]
    case 'credit':
      return credit(item, f)
  }
}

type Of<K extends PriceItem['kind']> = Extract<PriceItem, { kind: K }>

function roundPl(item: Of<'perTime'>, f: Fields): Parts {
  const { firstMinutes, minimumMinutes } = item.round
  const opening: Part[] = firstMinutes
    ? ['pierwsze ', f.minutes('round.firstMinutes'), ' w całości, potem ']
    : []
  const least: Part[] = minimumMinutes ? [', co najmniej ', f.minutes('round.minimumMinutes')] : []
  return [
    'Czas liczony jest ',
    f.choice('round.scope', scope),
    ': ',
    ...opening,
    'każde rozpoczęte ',
    f.minutes('round.unitMinutes'),
    ...least,
    '.',
  ]
}

function travel(item: Of<'travel'>, f: Fields): Parts {
  const parts: Part[][] = []
  if (item.perTripPrice) parts.push([f.price('perTripPrice'), ' za wyjazd'])
  if (item.perKmPrice) parts.push([f.price('perKmPrice'), ' za kilometr'])
  if (item.minimumPerTripPrice) parts.push(['co najmniej ', f.price('minimumPerTripPrice'), ' za wyjazd'])
  item.zones?.forEach((_, i) =>
    parts.push(['strefa ', f.text(`zones.${i}.zone`), ' ', f.price(`zones.${i}.perTripPrice`)]),
  )
  return ['Dojazd: ', ...joinedBy('; ', parts), '.']
}

function perMeter(item: Of<'perMeter'>, f: Fields, period: BillingPeriod): Parts[] {
  const meters = item.meters.map(({ weight }, i): Part[] =>
    weight === undefined
      ? [f.text(`meters.${i}.meter`)]
      : [f.text(`meters.${i}.meter`), ' (liczy się ', f.quantity(`meters.${i}.weight`), ' razy)'],
  )
  const scopes = { device: 'osobno dla każdego urządzenia', all: 'razem dla wszystkich urządzeń' }
  const included: Part[] = item.included
    ? [f.quantity('included'), ` ${inOne[period]} w opłacie, każda następna jednostka `]
    : ['każda jednostka ']
  return [
    [
      'Licznik ',
      ...joinedBy(', ', meters),
      ', liczony ',
      f.choice('scope', scopes),
      ': ',
      ...included,
      f.price('unitPrice'),
      '.',
    ],
    item.missingAverageOf
      ? p`Gdy brak odczytu, przyjmujemy średnią z ${f.counted('missingAverageOf', { one: 'ostatniego okresu', few: 'ostatnich okresów', many: 'ostatnich okresów' })} i rozliczamy ją łącznie przy następnym odczycie.`
      : [],
  ]
}

const eventsPl = {
  callOut: 'wezwanie do awarii',
  intervention: 'interwencja',
  inspection: 'przegląd',
  leakCheck: 'kontrola szczelności',
  patrol: 'interwencja patrolu',
  udtExam: 'udział w badaniu UDT',
  visit: 'wizyta',
}

function perEvent(item: Of<'perEvent'>, f: Fields, period: BillingPeriod): Parts[] {
  const each: Parts =
    item.included === undefined
      ? p`${f.names('events', eventsPl)}: ${f.price('unitPrice')} za każdy raz.`
      : p`${f.names('events', eventsPl)}: ${f.whole('included')} ${inOne[period]} (${f.choice('includedPer', per, 'contract')}) w opłacie, następne po ${f.price('unitPrice')}.`
  const { included, charged } = item.coversMinutes ?? {}
  return [
    each,
    charged ? p`W tej cenie pierwsze ${f.minutes('coversMinutes.charged')} pracy.` : [],
    included ? p`W pakiecie każde obejmuje pierwsze ${f.minutes('coversMinutes.included')} pracy.` : [],
  ]
}

function pool(item: Of<'pool'>, f: Fields): Parts[] {
  const perOf = { period: 'na okres', month: 'na miesiąc', quarter: 'na kwartał', year: 'na rok' }
  const share = {
    up: 'według dni, w górę',
    halfUp: 'według dni, do najbliższej całości',
    exact: 'dokładnie według dni',
    full: 'w całości',
    months: 'za każdy rozpoczęty miesiąc',
  }
  const name: Part[] = item.name ? [' „', f.text('name'), '”'] : []
  return [
    [
      'Pula',
      ...name,
      ': ',
      f.countedQuantity('grant', poolUnitsPl[item.unit]),
      ' ',
      f.choice('per', perOf),
      '.',
    ],
    item.scope && item.scope !== 'contract' ? p`Osobna pula ${f.choice('scope', per)}.` : [],
    item.prorate ? p`Za niepełny okres przysługuje ${f.choice('prorate', share)}.` : [],
    item.carry
      ? p`Niewykorzystane zostaje ważne jeszcze przez ${f.counted('carry.months', ofMonths)}; najpierw zużywamy najstarsze.`
      : [],
    item.carry?.cap
      ? p`Zapas przeniesiony na nowy okres nie przekracza ${f.countedQuantity('carry.cap', poolUnitsOfPl[item.unit])}; przepada ${f.choice('carry.lose', { oldest: 'najstarsze', newest: 'najnowsze' }, 'oldest')}.`
      : [],
    item.sharedAs ? p`Pula „${f.text('sharedAs')}” jest wspólna dla umów klienta.` : [],
    item.alertAtBp === undefined
      ? []
      : p`Ostrzegamy, gdy zostanie nie więcej niż ${f.percentBp('alertAtBp')}.`,
  ]
}

function block(item: Of<'block'>, f: Fields): Parts[] {
  const valid: Part[] = item.validMonths ? [', ważny ', f.counted('validMonths', ofMonths)] : []
  return [
    [
      'Pakiet przedpłacony ',
      f.countedQuantity('size', poolUnitsOfPl[item.unit]),
      ' – ',
      f.price('blockPrice'),
      ...valid,
      '.',
    ],
    ['Zużywamy najpierw pakiet, który wcześniej traci ważność; za niewykorzystane nie zwracamy pieniędzy.'],
    item.topUp
      ? p`Po wyczerpaniu kupuje się następny: ${f.choice('topUp', { automatic: 'samoczynnie' })}.`
      : [],
    item.alertAtBp === undefined
      ? []
      : p`Ostrzegamy, gdy zostanie nie więcej niż ${f.percentBp('alertAtBp')}.`,
  ]
}

function percentage(item: Of<'percentage'>, f: Fields): Parts[] {
  const rate: Part[] = item.steps
    ? joinedBy(
        '; ',
        item.steps.map(({ upTo }, i): Part[] =>
          upTo === null
            ? ['dalej ', f.percent(`steps.${i}.ratePercent`)]
            : ['do ', f.quantity(`steps.${i}.upTo`), ' ', f.percent(`steps.${i}.ratePercent`)],
        ),
      )
    : [f.percent('ratePercent')]
  const bounds: Part[][] = []
  if (item.fixedPerEventPrice) bounds.push([f.price('fixedPerEventPrice'), ' stałej opłaty'])
  if (item.minimumPerEventPrice) bounds.push(['co najmniej ', f.price('minimumPerEventPrice')])
  if (item.maximumPerEventPrice) bounds.push(['najwyżej ', f.price('maximumPerEventPrice')])
  return [
    [
      'Prowizja ',
      ...rate,
      ' od wartości: ',
      f.names('events', eventsPl),
      ...bounds.flatMap((bound) => [', ', ...bound]),
      '.',
    ],
  ]
}

function credit(item: Of<'credit'>, f: Fields): Parts[] {
  const size: Part[] = item.amountPrice
    ? [f.price('amountPrice')]
    : item.fraction
      ? ['1/', f.whole('fraction.of'), item.fraction.per === 'unit' ? ' opłaty za to urządzenie' : ' opłaty']
      : [f.percentBp('percentBp')]
  const step: Part[] =
    item.measure === 'missed'
      ? ['Za każdy niedotrzymany termin']
      : item.measure === 'startedDays'
        ? ['Za każdą rozpoczętą dobę']
        : item.measure === 'pointsBelow'
          ? [
              'Za każdy rozpoczęty punkt procentowy poniżej ',
              f.percentBp('thresholdBp'),
              ' dotrzymanych terminów',
            ]
          : ['Za każde rozpoczęte ', f.whole('stepHours', 1), ' h opóźnienia']
  const after: Part[] = item.afterMinutes ? [' ponad ', f.minutes('afterMinutes')] : []
  const cap: Part[] = item.capBp ? [', najwyżej o ', f.percentBp('capBp')] : []
  return [
    [...step, ...after, ' opłatę (', f.items('of'), ') obniża się o ', ...size, ...cap, '.'],
    item.priorities
      ? p`Dotyczy priorytetów: ${f.names('priorities', { critical: 'krytyczny', high: 'wysoki', normal: 'zwykły', low: 'niski' })}.`
      : [],
    item.confirm === 'none' ? [] : ['Bonifikatę potwierdza pracownik.'],
  ]
}
