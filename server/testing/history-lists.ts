/** Price lists of a generated past: what companies really sign, from a package of tickets to counted pages. */
import type { Items } from './pricing-stage.ts'

const tickets: Items[number] = {
  id: 'tickets',
  kind: 'perTicket',
  included: 6,
  unitPrice: '85.00',
  countedBy: 'reportedAt',
  excludes: ['cancelled', 'merged', 'ourFault', 'warranty'],
  prorateIncluded: 'up',
}
const fee = (feePrice: string, timing: 'advance' | 'arrears'): Items[number] => ({
  id: 'fee',
  kind: 'flatFee',
  feePrice,
  timing,
})
const time = (
  place: 'remote' | 'onSite' | 'any',
  hourPrice: string,
  includedMinutes: number,
): Items[number] => ({
  id: `time-${place}`,
  kind: 'perTime',
  place,
  includedMinutes,
  hourPrice,
  round:
    place === 'onSite'
      ? { firstMinutes: 60, unitMinutes: 30, scope: 'visit' }
      : { unitMinutes: 15, scope: 'entry' },
})
const travel: Items[number] = {
  id: 'travel',
  kind: 'travel',
  perKmPrice: '2.30',
  minimumPerTripPrice: '69.00',
}
const material: Items[number] = { id: 'material', kind: 'material', costPlusBp: 1800 }

/** By the name of the client: what its contract charges. */
export const kinds: Record<string, Items> = {
  'Pakiet zgłoszeń': [fee('1200.00', 'arrears'), tickets, time('any', '140.00', 0), travel, material],
  'Z góry i godziny': [
    fee('980.00', 'advance'),
    time('onSite', '190.00', 120),
    time('remote', '150.00', 60),
    travel,
    material,
  ],
  'Minimum i limit': [
    time('any', '163.50', 0),
    travel,
    material,
    { id: 'minimum', kind: 'minimum', amountPrice: '900.00' },
    { id: 'cap', kind: 'cap', amountPrice: '1500.00', over: ['time-any', 'travel', 'material'] },
  ],
  'Rabaty po kolei': [
    fee('640.00', 'arrears'),
    { ...tickets, included: 2, unitPrice: '130.00', countedBy: 'resolvedAt' } as Items[number],
    time('any', '137.77', 45),
    travel,
    material,
    { id: 'first', kind: 'discount', percentBp: 1500, on: ['fee'], order: 1 },
    { id: 'second', kind: 'discount', percentBp: 333, on: 'all', order: 2 },
  ],
  'Wszystko w cenie': [
    {
      id: 'fee',
      kind: 'flatFee',
      feePrice: '2750.00',
      timing: 'arrears',
      covers: ['tickets', 'time', 'travel', 'material'],
    },
  ],
}

const work = (draw: string[], more: object = {}): Items[number] => ({
  id: 'work',
  kind: 'perTime',
  place: 'any',
  includedMinutes: 0,
  hourPrice: '175.00',
  draw,
  round: { unitMinutes: 15, scope: 'entry' },
  ...more,
})

/** Kinds whose months depend on each other: pools, blocks, counts of devices, meters. */
export const stockKinds: Record<string, Items> = {
  'Godziny na kwartał': [
    fee('2400.00', 'advance'),
    { id: 'quarter', kind: 'pool', unit: 'hour', grant: '24', per: 'quarter', prorate: 'months' },
    work(['quarter'], { settle: 'endOfPool' }),
    travel,
    material,
  ],
  'Godziny przechodzą': [
    fee('1150.00', 'arrears'),
    {
      id: 'pool',
      kind: 'pool',
      unit: 'hour',
      grant: '5',
      per: 'month',
      carry: { months: 2, cap: '9', lose: 'oldest' },
    },
    work(['pool'], {
      weigh: [
        { days: ['sat', 'sun', 'holiday'], factor: '2' },
        { days: ['any'], fromTime: '20:00', toTime: '06:00', factor: '2' },
      ],
    }),
    travel,
    material,
  ],
  'Bloki i kaskada': [
    fee('300.00', 'arrears'),
    { id: 'pool', kind: 'pool', unit: 'hour', grant: '2', per: 'month' },
    {
      id: 'block',
      kind: 'block',
      unit: 'hour',
      size: '10',
      blockPrice: '1650.00',
      validMonths: 6,
      alertAtBp: 2500,
    },
    work(['pool', 'block']),
    travel,
    material,
  ],
  'Urządzenia i strony': [
    {
      id: 'seats',
      kind: 'perUnit',
      unit: 'stanowisko',
      unitPrice: '69.00',
      change: 'daily',
      tiers: {
        mode: 'graduated',
        steps: [
          { upTo: '15', unitPrice: '69.00' },
          { upTo: null, unitPrice: '58.00' },
        ],
      },
    },
    {
      id: 'pages',
      kind: 'perMeter',
      meters: [{ meter: 'strony' }],
      scope: 'device',
      included: '4000',
      unitPrice: '0.042',
    },
    time('any', '160.00', 0),
    travel,
    material,
  ],
}
