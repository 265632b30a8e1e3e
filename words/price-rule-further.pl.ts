/** What any rule may say further, in Polish: for which work, in which hours, by which steps, from which pools. */
import type { BillingPeriod } from '#engines/pricing/billing-period.ts'
import type { Band, PriceItem, PriceTiers, Where } from '#engines/pricing/price-list.ts'
import { p, type Fields, type Part, type Parts } from './price-fields.ts'
import { categoriesPl, joinedBy } from './price-rule-parts.ts'

const days = {
  workday: 'dni robocze',
  sat: 'soboty',
  sun: 'niedziele',
  holiday: 'święta',
  any: 'każdy dzień',
}
const priorities = { critical: 'krytyczny', high: 'wysoki', normal: 'zwykły', low: 'niski' }

export function furtherPl(item: PriceItem, f: Fields, _period: BillingPeriod): Parts[] {
  const has = (field: string) =>
    field in item && (item as unknown as Record<string, unknown>)[field] !== undefined
  return [
    has('where') ? whereText((item as { where: Where }).where, f) : [],
    has('tiers') ? tiersText((item as { tiers: PriceTiers }).tiers, f) : [],
    item.kind === 'perUnit' ? sizesText(item, f) : [],
    has('classes') ? classesText((item as { classes: unknown[] }).classes, f) : [],
    has('bands')
      ? [
          'Stawka według pory: ',
          ...bandsText((item as { bands: Band[] }).bands, 'bands', f),
          '. Praca na przełomie pór dzieli się według zegara.',
        ]
      : [],
    has('bands') || (item.kind === 'perTime' && item.round.surplus) ? surplusText(item, f) : [],
    has('weigh')
      ? ['Przelicznik zużycia: ', ...bandsText((item as { weigh: Band[] }).weigh, 'weigh', f), '.']
      : [],
    item.kind === 'perTime' && item.overtime
      ? p`Powyżej ${f.minutes('overtime.afterMinutes')} ${f.choice('overtime.per', { visit: 'wizyty', ticket: 'zgłoszenia', day: 'dnia' })}: ${item.overtime.factor ? f.quantity('overtime.factor') : f.price('overtime.hourPrice')}${item.overtime.factor ? ' razy stawka' : ' za godzinę'}.`
      : [],
    item.kind === 'perTime' && item.afterEvent
      ? p`Pierwsze minuty mieszczą się w cenie: ${f.items('afterEvent')}.`
      : [],
    has('draw') && item.kind !== 'points' ? p`Najpierw zużywa się: ${f.items('draw')}.` : [],
    has('drawOrder')
      ? p`Pakiet zużywa ${f.choice('drawOrder', { oldest: 'najpierw najstarsza praca', dearest: 'najpierw najdroższa praca' })}.`
      : [],
    has('settle')
      ? p`Nadwyżkę rozlicza się ${f.choice('settle', { endOfPool: 'z ostatnim okresem puli' })}.`
      : [],
    item.kind === 'perTicket' && item.countsAgainAfterDays !== undefined
      ? p`Otwarte ponownie w ciągu ${f.counted('countsAgainAfterDays', { one: 'dnia', few: 'dni', many: 'dni' })} od zakończenia liczy się raz.`
      : [],
    item.kind === 'travel' && item.includedTrips
      ? p`Pierwsze wyjazdy okresu bez opłaty: ${f.whole('includedTrips')}.`
      : [],
    item.kind === 'perUnit' && item.included ? p`Bez opłaty: ${f.quantity('included')}.` : [],
    item.kind === 'perUnit' && item.change
      ? p`Zmiany w trakcie okresu: ${f.choice('change', { daily: 'każdy dzień według liczby z tego dnia', average: 'średnia z dni', peak: 'największa liczba', first: 'liczba z pierwszego dnia', last: 'liczba z ostatniego dnia' })}.`
      : [],
    (item.kind === 'perUnit' || item.kind === 'flatFee') && item.every === 'month'
      ? p`Cena jest ${f.choice('every', { month: 'za każdy miesiąc okresu', period: 'za okres' })}.`
      : [],
    item.kind === 'minimum' && item.per && item.per !== 'contract'
      ? p`Liczone ${f.choice('per', { contract: 'razem', device: 'dla każdego urządzenia', site: 'dla każdej lokalizacji' })}.`
      : [],
    item.kind === 'minimum' && item.compared
      ? p`Porównuje się ${f.choice('compared', { beforeDiscounts: 'przed rabatami', afterDiscounts: 'po rabatach' })}.`
      : [],
    item.from ? p`Obowiązuje od ${f.date('from')}.` : [],
    item.until && item.kind !== 'discount' ? p`Obowiązuje do ${f.date('until')} włącznie.` : [],
  ]
}

function whereText(where: Where, f: Fields): Parts {
  const parts: Part[][] = []
  const add = (field: keyof Where, label: string, labels?: Record<string, string>) => {
    if (where[field] !== undefined) parts.push([label, f.names(`where.${field}`, labels)])
  }
  add('roles', 'wykonuje: ')
  add('services', 'usługa: ')
  add('categories', 'kategoria: ', categoriesPl)
  add('notCategories', 'z wyjątkiem kategorii: ', categoriesPl)
  add('priorities', 'priorytet: ', priorities)
  add('flags', 'oznaczone: ', { express: 'ekspres' })
  add('notFlags', 'bez oznaczenia: ', { express: 'ekspres' })
  add('sites', 'lokalizacja: ')
  add('deviceClasses', 'urządzenia: ')
  if (where.outOfScope) parts.push(['prace poza zakresem umowy'])
  if (where.otherwise) parts.push(['praca, której nie obejmuje inna zasada'])
  return parts.length === 0 ? [] : ['Dotyczy: ', ...joinedBy('; ', parts), '.']
}

function tiersText(tiers: PriceTiers, f: Fields): Parts {
  if (tiers.mode === 'package')
    return p`Za każde rozpoczęte ${f.quantity('tiers.size')} – ${f.price('tiers.packagePrice')}.`
  if (tiers.mode === 'blocks') {
    const steps = tiers.steps.map(({ packages }, i): Part[] => [
      packages === null ? 'dalej paczki po ' : 'pierwsze ',
      ...(packages === null ? [] : [f.quantity(`tiers.steps.${i}.packages`), ' paczek po ']),
      f.quantity(`tiers.steps.${i}.size`),
      ' za ',
      f.price(`tiers.steps.${i}.packagePrice`),
    ])
    return ['Progi: ', ...joinedBy('; ', steps), '.']
  }
  const steps = tiers.steps.map(({ upTo, stepPrice }, i): Part[] => [
    ...(upTo === null ? ['dalej '] : ['do ', f.quantity(`tiers.steps.${i}.upTo`), ' po ']),
    f.price(`tiers.steps.${i}.unitPrice`),
    ...(stepPrice === undefined ? [] : [' + ', f.price(`tiers.steps.${i}.stepPrice`), ' za próg']),
  ])
  const each =
    tiers.mode === 'graduated'
      ? ' (każda część po swojej stawce).'
      : ' (całość po stawce osiągniętego progu).'
  return ['Progi: ', ...joinedBy('; ', steps), each]
}

function sizesText(item: Extract<PriceItem, { kind: 'perUnit' }>, f: Fields): Parts {
  if (!item.sizes) return []
  const steps = item.sizes.map(({ upTo }, i): Part[] => [
    ...(upTo === null ? ['większe '] : ['do ', f.quantity(`sizes.${i}.upTo`), ' – ']),
    f.price(`sizes.${i}.unitPrice`),
  ])
  return ['Cena według wielkości: ', ...joinedBy('; ', steps), '.']
}

function classesText(classes: unknown[], f: Fields): Parts {
  const all = classes.map((_, i): Part[] => [
    f.text(`classes.${i}.name`),
    ' ',
    f.price(`classes.${i}.unitPrice`),
  ])
  return ['Ceny: ', ...joinedBy('; ', all), '.']
}

function bandsText(bands: Band[], root: string, f: Fields): Part[] {
  return joinedBy(
    '; ',
    bands.map((band, i): Part[] => [
      f.choices(`${root}.${i}.days`, days),
      ...(band.fromTime || band.toTime
        ? [' ', f.time(`${root}.${i}.fromTime`, '00:00'), '–', f.time(`${root}.${i}.toTime`, '24:00')]
        : []),
      ...(band.hourPrice
        ? [' ', f.price(`${root}.${i}.hourPrice`)]
        : [' × ', f.quantity(`${root}.${i}.factor`), band.factor === '0' ? ' (bez opłaty)' : '']),
    ]),
  )
}

function surplusText(item: PriceItem, f: Fields): Parts {
  if (item.kind !== 'perTime') return []
  const label = { lastBand: 'po stawce, w której praca się skończyła', extend: 'jakby praca trwała dalej' }
  if (!item.round.surplus) return []
  return p`Minuty z zaokrąglenia liczy się ${f.choice('round.surplus', label)}.`
}
