/** Price lists for any trade: one rate, blocks of hours, a cascade, discounts in order. */
import { listOf, type PricePreset } from './preset.ts'

export const genericPresets: PricePreset[] = [
  {
    id: 'GE-1',
    trade: 'generic',
    name: { pl: 'Jedna stawka, minimum i limit', en: 'One rate, a minimum and a cap' },
    period: 'month',
    priceList: listOf(
      {
        id: 'work',
        kind: 'perTime',
        includedMinutes: 0,
        hourPrice: '190.00',
        round: { unitMinutes: 15, scope: 'entry' },
      },
      { id: 'minimum', kind: 'minimum', amountPrice: '800.00' },
      { id: 'cap', kind: 'cap', amountPrice: '4500.00' },
    ),
  },
  {
    id: 'GE-2',
    trade: 'generic',
    name: { pl: 'Bloki godzin z terminem ważności', en: 'Blocks of hours that expire' },
    period: 'month',
    priceList: listOf(
      {
        id: 'block10',
        kind: 'block',
        name: 'Blok 10 godzin',
        unit: 'hour',
        size: '10',
        blockPrice: '1650.00',
        validMonths: 6,
        alertAtBp: 2500,
      },
      {
        id: 'block30',
        kind: 'block',
        name: 'Blok 30 godzin',
        unit: 'hour',
        size: '30',
        blockPrice: '4500.00',
        validMonths: 12,
        alertAtBp: 2500,
      },
      {
        id: 'work',
        kind: 'perTime',
        includedMinutes: 0,
        hourPrice: '190.00',
        round: { unitMinutes: 15, scope: 'entry' },
        draw: ['block10', 'block30'],
      },
    ),
  },
  {
    id: 'GE-3',
    trade: 'generic',
    name: { pl: 'Kaskada: pakiet, blok, stawka', en: 'Package, then block, then rate' },
    period: 'month',
    priceList: listOf(
      { id: 'fee', kind: 'flatFee', feePrice: '1260.00', timing: 'advance' },
      { id: 'package', kind: 'pool', unit: 'hour', grant: '6', per: 'month' },
      {
        id: 'block25',
        kind: 'block',
        name: 'Blok 25 godzin',
        unit: 'hour',
        size: '25',
        blockPrice: '3900.00',
        validMonths: 6,
      },
      {
        id: 'work',
        kind: 'perTime',
        includedMinutes: 0,
        hourPrice: '198.00',
        round: { unitMinutes: 15, scope: 'entry' },
        weigh: [
          { days: ['sat', 'sun', 'holiday'], factor: '2' },
          { days: ['any'], fromTime: '20:00', toTime: '06:00', factor: '2' },
        ],
        draw: ['package', 'block25'],
      },
    ),
  },
  {
    id: 'GE-4',
    trade: 'generic',
    name: { pl: 'Rabaty w ustalonej kolejności', en: 'Discounts in their order' },
    period: 'month',
    priceList: listOf(
      { id: 'fee', kind: 'flatFee', feePrice: '640.00', timing: 'arrears' },
      {
        id: 'tickets',
        kind: 'perTicket',
        included: 4,
        unitPrice: '130.00',
        countedBy: 'reportedAt',
        excludes: ['cancelled', 'merged', 'ourFault', 'warranty'],
        prorateIncluded: 'up',
      },
      { id: 'start', kind: 'discount', on: ['fee'], percentBp: 1500, until: '2027-01-31', order: 1 },
      { id: 'always', kind: 'discount', on: 'all', percentBp: 300, order: 2 },
    ),
  },
]
