/** Price lists of printers: a device with its package of pages, a fleet with one pool, pages only. */
import { listOf, type PricePreset } from './preset.ts'

export const printPresets: PricePreset[] = [
  {
    id: 'PR-1',
    trade: 'print',
    name: { pl: 'Urządzenie z pakietem stron', en: 'A device with its pages' },
    period: 'month',
    priceList: listOf(
      { id: 'rent', kind: 'perUnit', unit: 'urządzenie', unitPrice: '320.00', change: 'daily' },
      {
        id: 'mono',
        kind: 'perMeter',
        name: 'Strony czarne',
        meters: [{ meter: 'mono' }],
        scope: 'device',
        included: '4000',
        unitPrice: '0.042',
        missingAverageOf: 3,
      },
      {
        id: 'color',
        kind: 'perMeter',
        name: 'Strony kolorowe',
        meters: [{ meter: 'kolor' }],
        scope: 'device',
        included: '400',
        unitPrice: '0.31',
        missingAverageOf: 3,
      },
    ),
  },
  {
    id: 'PR-2',
    trade: 'print',
    name: { pl: 'Flota, wspólna pula kwartalna', en: 'A fleet with the pool of a quarter' },
    period: 'month',
    priceList: listOf(
      { id: 'fee', kind: 'flatFee', feePrice: '890.00', timing: 'arrears' },
      { id: 'monoPool', kind: 'pool', name: 'Strony czarne', unit: 'meter', grant: '30000', per: 'quarter' },
      {
        id: 'colorPool',
        kind: 'pool',
        name: 'Strony kolorowe',
        unit: 'meter',
        grant: '3000',
        per: 'quarter',
      },
      {
        id: 'mono',
        kind: 'perMeter',
        name: 'Strony czarne',
        meters: [{ meter: 'monoA4' }, { meter: 'monoA3', weight: '2' }],
        scope: 'all',
        unitPrice: '0.038',
        tiers: {
          mode: 'graduated',
          steps: [
            { upTo: '10000', unitPrice: '0.038' },
            { upTo: null, unitPrice: '0.033' },
          ],
        },
        draw: ['monoPool'],
        settle: 'endOfPool',
      },
      {
        id: 'color',
        kind: 'perMeter',
        name: 'Strony kolorowe',
        meters: [{ meter: 'kolor' }],
        scope: 'all',
        unitPrice: '0.27',
        draw: ['colorPool'],
        settle: 'endOfPool',
      },
    ),
  },
  {
    id: 'PR-3',
    trade: 'print',
    name: { pl: 'Tylko strony, z minimum na urządzenie', en: 'Pages only, with a minimum for each device' },
    period: 'month',
    priceList: listOf(
      {
        id: 'mono',
        kind: 'perMeter',
        name: 'Strony czarne',
        meters: [{ meter: 'mono' }],
        scope: 'device',
        unitPrice: '0.055',
      },
      {
        id: 'color',
        kind: 'perMeter',
        name: 'Strony kolorowe',
        meters: [{ meter: 'kolor' }],
        scope: 'device',
        unitPrice: '0.34',
      },
      { id: 'minimum', kind: 'minimum', amountPrice: '75.00', over: ['mono', 'color'], per: 'device' },
    ),
  },
]
