/** Words of the price engine: the bins in which work ends, and why it is there. */
import type { BinName, BinReason } from '#engines/pricing/bins.ts'

export const pricingPl = {
  bins: {
    included: 'w abonamencie',
    overage: 'ponad abonament',
    block: 'z pakietu przedpłaconego',
    waived: 'umorzone',
    outOfScope: 'poza zakresem umowy',
    pending: 'wymaga decyzji',
    notCounted: 'niepoliczone',
  } satisfies Record<BinName, string>,
  reasons: {
    otherPeriod: 'należy do innego okresu',
    notResolvedYet: 'jeszcze niezakończone',
    cancelled: 'wycofane',
    merged: 'duplikat, połączone z innym',
    ourFault: 'z naszej winy',
    warranty: 'gwarancja',
    priority: 'tego priorytetu umowa nie liczy',
    ticketsNotPriced: 'umowa liczy pracę, nie zgłoszenia',
    ticketOfOtherPeriod: 'rozliczone ze zgłoszeniem w innym okresie',
    noTime: 'wpis bez czasu',
    coveredByFee: 'mieści się w abonamencie',
    pricedByTicket: 'mieści się w cenie zgłoszenia',
    noTermsInForce: 'w tym dniu nie obowiązywały żadne warunki',
    noItemPricesIt: 'cennik nie mówi, ile to kosztuje',
    ticketUnknown: 'nie wiadomo, do którego zgłoszenia należy',
    zoneUnknown: 'cennik nie zna tej strefy dojazdu',
    kmMissing: 'brak liczby kilometrów',
    materialWithoutPrice: 'brak ceny i kosztu materiału',
  } satisfies Record<BinReason, string>,
}
