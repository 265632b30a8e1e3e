/** Prices tried over the past, the proof of completeness, packages and counters. */
export const whatIfPl = {
  columns: {
    client: 'klient',
    month: 'miesiąc',
    issued: 'wystawiono netto',
    byHand: 'w tym zmiany ręczne',
    credits: 'bonifikaty',
    together: 'razem',
  },
}
