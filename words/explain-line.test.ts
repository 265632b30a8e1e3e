/** The sentence behind an amount, made from priced periods, without a figure written twice. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import 'temporal-polyfill/global'
import { workOfExample, type ExampleFigures } from '#engines/pricing/example.ts'
import type { PriceItem, PriceList } from '#engines/pricing/price-list.ts'
import { priceOfPeriod, type PeriodInput } from '#engines/pricing/price-period.ts'
import { explainLine } from './explain-line.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }
const timezone = 'Europe/Warsaw'
const list = (...items: PriceItem[]): PriceList => ({ currency: 'PLN', vat: '23', items })
const tickets = (unitPrice: string): PriceItem => ({
  id: 'tix',
  kind: 'perTicket',
  included: 10,
  unitPrice,
  countedBy: 'reportedAt',
  excludes: ['cancelled', 'merged', 'ourFault', 'warranty'],
  prorateIncluded: 'up',
})
const hours: PriceItem = {
  id: 'onSite',
  kind: 'perTime',
  place: 'onSite',
  includedMinutes: 240,
  hourPrice: '180.00',
  round: { unitMinutes: 30, scope: 'visit' },
}
const minimum: PriceItem = { id: 'min', kind: 'minimum', amountPrice: '800.00' }
const from = (validFrom: string, priceList: PriceList) => ({ validFrom, priceList })
const stub = { period: { from: '2026-11-19', to: '2026-11-30' }, contract: { from: '2026-11-19' } }
const cheaper = [from('2026-01-01', list(tickets('85.00'))), from('2026-11-12', list(tickets('90.00')))]

function explained(list: PriceList, figures: ExampleFigures, more: Partial<PeriodInput> = {}): string[] {
  const period = { period: november, fullPeriod: november, contract: { from: '2026-01-01' }, timezone }
  const work = workOfExample(figures, november, timezone)
  const { lines } = priceOfPeriod({ ...period, versions: [from('2026-01-01', list)], work, ...more })
  return lines.map((line) => explainLine('pl', line.explanation).replaceAll('\u00a0', ' '))
}

//  what it shows                        list                    work                      more                  sentences
const cases: [string, PriceList, ExampleFigures, Partial<PeriodInput>, string[]][] = [
  [
    'the story of the bakery',
    list(tickets('85.00')),
    { tickets: 13 },
    {},
    ['13 policzonych − 10 w abonamencie = 3 po 85,00 zł.'],
  ],
  [
    'a price that changed',
    list(),
    { tickets: 13 },
    { versions: cheaper },
    [
      '13 policzonych − 10 w abonamencie = 3, z tego 1 po 85,00 zł.',
      '13 policzonych − 10 w abonamencie = 3, z tego 2 po 90,00 zł.',
    ],
  ],
  ['a minimum of a part of a month', list(minimum), {}, stub, ['Dopłata do kwoty minimalnej 320,00 zł.']],
  [
    'hours above the package',
    list(hours),
    { onSiteMinutes: [200, 70] },
    {},
    ['4 h 30 min pracy, po zaokrągleniu 5 h, w abonamencie 4 h z 4 h; płatne 1 h po 180,00 zł za godzinę.'],
  ],
]

for (const [what, priceList, figures, more, sentences] of cases) {
  test(`${what}: ${sentences.join(' ')}`, () =>
    assert.deepEqual(explained(priceList, figures, more), sentences))
}
