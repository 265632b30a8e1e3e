/** Price lists of air conditioning and refrigeration: inspections and repairs, stand-by, hours carried over. */
import { listOf, type PricePreset } from './preset.ts'

export const hvacPresets: PricePreset[] = [
  {
    id: 'HV-1',
    trade: 'hvac',
    name: { pl: 'Przeglądy i naprawy', en: 'Inspections and repairs' },
    period: 'month',
    priceList: listOf(
      {
        id: 'inspections',
        kind: 'perEvent',
        name: 'Przeglądy',
        events: ['inspection'],
        unitPrice: '190.00',
        classes: [
          { name: 'jednostka wewnętrzna', unitPrice: '190.00' },
          { name: 'jednostka zewnętrzna VRF', unitPrice: '420.00' },
          { name: 'agregat wody lodowej', unitPrice: '1350.00' },
        ],
      },
      {
        id: 'leakChecks',
        kind: 'perEvent',
        name: 'Kontrola szczelności',
        events: ['leakCheck'],
        unitPrice: '260.00',
      },
      {
        id: 'calls',
        kind: 'perEvent',
        name: 'Wezwanie do awarii',
        events: ['callOut'],
        unitPrice: '160.00',
        coversMinutes: { charged: 30 },
      },
      {
        id: 'work',
        kind: 'perTime',
        includedMinutes: 0,
        hourPrice: '185.00',
        afterEvent: 'calls',
        round: { unitMinutes: 30, scope: 'visit' },
      },
      { id: 'travel', kind: 'travel', perKmPrice: '2.30', minimumPerTripPrice: '69.00' },
      { id: 'material', kind: 'material', costPlusBp: 1800, listPrices: { 'czynnik chłodniczy': '310.00' } },
    ),
  },
  {
    id: 'HV-2',
    trade: 'hvac',
    name: { pl: 'Chłodnia 24/7', en: 'Cold store 24/7' },
    period: 'month',
    priceList: listOf(
      { id: 'fee', kind: 'flatFee', feePrice: '3900.00', timing: 'advance' },
      { id: 'package', kind: 'pool', unit: 'event', grant: '4', per: 'month' },
      {
        id: 'calls',
        kind: 'perEvent',
        name: 'Wezwania',
        events: ['intervention'],
        unitPrice: '340.00',
        draw: ['package'],
        coversMinutes: { included: 180 },
      },
      {
        id: 'work',
        kind: 'perTime',
        includedMinutes: 0,
        hourPrice: '210.00',
        afterEvent: 'calls',
        round: { unitMinutes: 30, scope: 'visit', surplus: 'lastBand' },
        bands: [
          { days: ['sun', 'holiday'], factor: '2.5' },
          { days: ['any'], fromTime: '22:00', toTime: '07:00', factor: '2' },
          { days: ['sat'], factor: '1.5' },
          { days: ['workday'], fromTime: '17:00', toTime: '22:00', factor: '1.5' },
          { days: ['workday'], factor: '1' },
        ],
      },
      { id: 'cap', kind: 'cap', amountPrice: '6000.00', over: ['calls', 'work'] },
    ),
  },
  {
    id: 'HV-3',
    trade: 'hvac',
    name: { pl: 'Godziny, które się nie marnują', en: 'Hours that are not lost' },
    period: 'month',
    priceList: listOf(
      { id: 'fee', kind: 'flatFee', feePrice: '1150.00', timing: 'advance' },
      { id: 'hours', kind: 'pool', unit: 'hour', grant: '5', per: 'month', carry: { months: 2, cap: '9' } },
      {
        id: 'work',
        kind: 'perTime',
        includedMinutes: 0,
        hourPrice: '205.00',
        round: { unitMinutes: 15, scope: 'entry' },
        draw: ['hours'],
      },
    ),
  },
]
