/** What a line of a bill is called, in the language of the company; the month stands where it helps. */
import type { Line } from '#engines/pricing/line.ts'
import { month } from './format.ts'
import type { Lang } from './words.ts'

type Named = Pick<Line, 'kind' | 'name' | 'explanation' | 'informative'>

const names = {
  pl: {
    flatFee: 'Abonament serwisowy',
    perTicket: 'Zgłoszenia ponad pakiet',
    ticketsInFee: 'Zgłoszenia w abonamencie',
    remote: 'Praca zdalna',
    onSite: 'Praca u klienta',
    any: 'Praca serwisowa',
    flatContact: 'Krótki kontakt',
    travel: 'Dojazd',
    kilometres: 'Dojazd, kilometry',
    material: 'Materiały',
    perUnit: 'Obsługa urządzeń',
    minimum: 'Dopłata do kwoty minimalnej',
    cap: 'Ograniczenie dopłat',
    discount: 'Rabat',
    oneOff: 'Opłata jednorazowa',
    perMeter: 'Liczniki',
    perEvent: 'Wezwania i zdarzenia',
    points: 'Punkty serwisowe',
    pool: 'Z puli w abonamencie',
    block: 'Pakiet przedpłacony',
    surcharge: 'Dopłata',
    percentage: 'Prowizja',
    bundle: 'Cena łączna',
    credit: 'Bonifikata',
    late: 'praca spóźniona',
  },
  en: {
    flatFee: 'Service subscription',
    perTicket: 'Tickets over the package',
    ticketsInFee: 'Tickets within the fee',
    remote: 'Remote work',
    onSite: 'Work on site',
    any: 'Service work',
    flatContact: 'Short contact',
    travel: 'Travel',
    kilometres: 'Travel, kilometres',
    material: 'Materials',
    perUnit: 'Care of devices',
    minimum: 'Addition up to the minimum',
    cap: 'Cap on extra charges',
    discount: 'Discount',
    oneOff: 'One-off fee',
    perMeter: 'Meters',
    perEvent: 'Call-outs and events',
    points: 'Service points',
    pool: 'From the pool in the fee',
    block: 'Prepaid block',
    surcharge: 'Surcharge',
    percentage: 'Commission',
    bundle: 'Price for all together',
    credit: 'Credit',
    late: 'late work',
  },
} as const

export function lineName(lang: Lang, line: Named, when: { month: string; isLate: boolean }): string {
  const base = line.name ?? names[lang][key(line)]
  const dated = line.kind === 'flatFee' || line.kind === 'perUnit' || when.isLate
  const text = dated ? `${base}, ${month(lang, `${when.month}-01`)}` : base
  return when.isLate ? `${text} (${names[lang].late})` : text
}

function key(line: Named): keyof (typeof names)['pl'] {
  const { explanation } = line
  if (explanation.model === 'perTime') return explanation.place
  if (explanation.model === 'flatContact') return 'flatContact'
  if (explanation.model === 'kilometres') return 'kilometres'
  if (line.kind === 'perTicket' && line.informative) return 'ticketsInFee'
  return line.kind === 'perTime' ? 'any' : line.kind
}
