/** Price lists of lifts: full maintenance by stops, a quarter in advance, a fee lowered by standstill. */
import { listOf, type PricePreset } from './preset.ts'

export const liftPresets: PricePreset[] = [
  {
    id: 'LI-1',
    trade: 'lifts',
    name: { pl: 'Konserwacja pełna', en: 'Full maintenance' },
    period: 'month',
    priceList: listOf(
      {
        id: 'fee',
        kind: 'perUnit',
        unit: 'dźwig',
        unitPrice: '290.00',
        sizes: [
          { upTo: '6', unitPrice: '290.00' },
          { upTo: '11', unitPrice: '340.00' },
          { upTo: null, unitPrice: '410.00' },
        ],
        change: 'daily',
      },
      {
        id: 'rescue',
        kind: 'perTime',
        name: 'Uwolnienie osób',
        where: { categories: ['entrapment'] },
        includedMinutes: 0,
        hourPrice: '260.00',
        round: { unitMinutes: 1, scope: 'entry' },
        bands: [{ days: ['any'], factor: '0' }],
      },
      {
        id: 'night',
        kind: 'perTime',
        name: 'Naprawy poza dniami roboczymi 7–19',
        where: { notCategories: ['entrapment'] },
        includedMinutes: 0,
        hourPrice: '260.00',
        round: { unitMinutes: 60, scope: 'visit' },
        bands: [
          { days: ['workday'], fromTime: '07:00', toTime: '19:00', factor: '0' },
          { days: ['any'], factor: '1' },
        ],
      },
      {
        id: 'exams',
        kind: 'perEvent',
        name: 'Udział w badaniu UDT',
        events: ['udtExam'],
        unitPrice: '220.00',
      },
      {
        id: 'outside',
        kind: 'perTime',
        name: 'Prace poza zakresem',
        where: { outOfScope: true },
        includedMinutes: 0,
        hourPrice: '150.00',
        round: { unitMinutes: 30, scope: 'visit' },
      },
      { id: 'material', kind: 'material', where: { outOfScope: true }, costPlusBp: 1500 },
    ),
  },
  {
    id: 'LI-2',
    trade: 'lifts',
    name: { pl: 'Kwartał z góry i waloryzacja', en: 'A quarter in advance, with indexation' },
    period: 'quarter',
    priceList: listOf({
      id: 'fee',
      kind: 'perUnit',
      unit: 'dźwig',
      unitPrice: '275.00',
      change: 'daily',
      every: 'month',
    }),
  },
  {
    id: 'LI-3',
    trade: 'lifts',
    name: { pl: 'Opłata z obniżką za postój', en: 'A fee lowered by standstill' },
    period: 'month',
    priceList: listOf(
      { id: 'fee', kind: 'perUnit', unit: 'dźwig', unitPrice: '340.00', change: 'daily' },
      {
        id: 'standstill',
        kind: 'credit',
        measure: 'startedDays',
        targets: ['downtime'],
        of: ['fee'],
        fraction: { of: 30, per: 'unit' },
        afterMinutes: 2880,
        capBp: 5000,
        confirm: 'person',
      },
    ),
  },
]
