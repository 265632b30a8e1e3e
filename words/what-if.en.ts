/** Prices tried over the past, the proof of completeness, packages and counters. */
import type { Words } from './words.ts'
import type { whatIfPl } from './what-if.pl.ts'

export const whatIfEn: Words<typeof whatIfPl> = {
  columns: {
    client: 'client',
    month: 'month',
    issued: 'issued net',
    byHand: 'of it by hand',
    credits: 'credits',
    together: 'together',
  },
}
