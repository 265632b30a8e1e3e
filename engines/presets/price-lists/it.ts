/** Price lists of IT support: a package of tickets, on call, hours of a quarter, by the workstation. */
import { listOf, type PricePreset } from './preset.ts'

export const itPresets: PricePreset[] = [
  {
    id: 'IT-1',
    trade: 'it',
    name: { pl: 'Biuro 12', en: 'Office 12' },
    period: 'month',
    priceList: listOf(
      { id: 'fee', kind: 'flatFee', feePrice: '1450.00', timing: 'advance' },
      {
        id: 'tickets',
        kind: 'perTicket',
        included: 12,
        unitPrice: '95.00',
        countedBy: 'reportedAt',
        excludes: ['cancelled', 'merged', 'ourFault', 'warranty'],
        exceptPriorities: ['critical'],
        countsAgainAfterDays: 14,
        prorateIncluded: 'up',
      },
    ),
  },
  {
    id: 'IT-2',
    trade: 'it',
    name: { pl: 'Na wezwanie', en: 'On call' },
    period: 'month',
    priceList: listOf(
      {
        id: 'onSite',
        kind: 'perTime',
        place: 'onSite',
        includedMinutes: 0,
        hourPrice: '252.00',
        round: { unitMinutes: 30, firstMinutes: 60, scope: 'visit', surplus: 'lastBand' },
        bands: [
          { days: ['sat', 'sun', 'holiday'], factor: '2' },
          { days: ['workday'], fromTime: '08:00', toTime: '17:00', factor: '1' },
          { days: ['workday'], fromTime: '17:00', toTime: '22:00', factor: '1.5' },
          { days: ['any'], factor: '2' },
        ],
      },
      {
        id: 'remote',
        kind: 'perTime',
        place: 'remote',
        includedMinutes: 0,
        hourPrice: '196.00',
        flatUpTo: { minutes: 15, price: '49.00' },
        round: { unitMinutes: 15, scope: 'entry' },
      },
      {
        id: 'travel',
        kind: 'travel',
        zones: [
          { zone: 'I', perTripPrice: '60.00' },
          { zone: 'II', perTripPrice: '110.00' },
        ],
      },
    ),
  },
  {
    id: 'IT-3',
    trade: 'it',
    name: { pl: 'Godziny na kwartał', en: 'Hours of a quarter' },
    period: 'month',
    priceList: listOf(
      { id: 'fee', kind: 'flatFee', feePrice: '2400.00', timing: 'advance' },
      { id: 'hours', kind: 'pool', unit: 'hour', grant: '36', per: 'quarter', prorate: 'months' },
      {
        id: 'work',
        kind: 'perTime',
        includedMinutes: 0,
        hourPrice: '175.00',
        round: { unitMinutes: 15, scope: 'entry' },
        draw: ['hours'],
        settle: 'endOfPool',
      },
    ),
  },
  {
    id: 'IT-4',
    trade: 'it',
    name: { pl: 'Za stanowisko', en: 'By the workstation' },
    period: 'month',
    priceList: listOf(
      {
        id: 'seats',
        kind: 'perUnit',
        unit: 'stanowisko',
        unitPrice: '69.00',
        tiers: {
          mode: 'graduated',
          steps: [
            { upTo: '15', unitPrice: '69.00' },
            { upTo: '40', unitPrice: '58.00' },
            { upTo: null, unitPrice: '47.00' },
          ],
        },
        change: 'daily',
      },
      { id: 'servers', kind: 'perUnit', unit: 'serwer', unitPrice: '240.00', change: 'daily' },
      { id: 'minimum', kind: 'minimum', amountPrice: '1500.00', over: ['seats', 'servers'] },
    ),
  },
]
