import type { pricingPl } from './pricing.pl.ts'
import type { Words } from './words.ts'

export const pricingEn: Words<typeof pricingPl> = {
  bins: {
    included: 'within the fee',
    overage: 'over the fee',
    block: 'from a prepaid block',
    waived: 'waived',
    outOfScope: 'outside the contract',
    pending: 'needs a decision',
    notCounted: 'not counted',
  },
  reasons: {
    otherPeriod: 'belongs to another period',
    notResolvedYet: 'not resolved yet',
    cancelled: 'withdrawn',
    merged: 'a duplicate, merged into another',
    ourFault: 'caused by us',
    warranty: 'under warranty',
    priority: 'the contract does not count this priority',
    ticketsNotPriced: 'the contract counts work, not tickets',
    ticketOfOtherPeriod: 'settled with its ticket in another period',
    noTime: 'an entry without time',
    coveredByFee: 'covered by the fee',
    pricedByTicket: 'covered by the price of the ticket',
    noTermsInForce: 'no terms were in force on that day',
    noItemPricesIt: 'the price list does not say what it costs',
    ticketUnknown: 'it is not known to which ticket it belongs',
    zoneUnknown: 'the price list does not know this travel zone',
    kmMissing: 'the kilometres are missing',
    materialWithoutPrice: 'the material has neither price nor cost',
  },
}
