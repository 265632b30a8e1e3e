/**
 * Yearly average of consumer prices in Poland, per hundred of the year before, as the president of
 * Statistics Poland (GUS) announces it in January in Monitor Polski. Figures that a company enters go
 * before these; the average wage and an own index have none, they are entered.
 */
import type { IndexKey } from '../pricing/index-price-list.ts'

export type IndexFigure = { index: IndexKey; year: number; value: string; source: string }

const consumerPrices: [year: number, value: string][] = [
  [2018, '101.6'],
  [2019, '102.3'],
  [2020, '103.4'],
  [2021, '105.1'],
  [2022, '114.4'],
  [2023, '111.4'],
  [2024, '103.6'],
  [2025, '103.6'],
]

export const knownIndexFigures: IndexFigure[] = consumerPrices.map(([year, value]) => ({
  index: 'gusConsumerPrices',
  year,
  value,
  source: 'GUS, średnioroczny wskaźnik cen towarów i usług konsumpcyjnych ogółem',
}))
