/** What each kind of rule of a price list is called. */
import type { ItemKind } from '#engines/pricing/price-list.ts'
import type { Lang } from './words.ts'

export const priceItemName = (lang: Lang, kind: ItemKind): string => kinds[lang][kind]

const kinds: Record<Lang, Record<ItemKind, string>> = {
  pl: {
    flatFee: 'abonament',
    perTicket: 'zgłoszenia',
    perTime: 'czas pracy',
    travel: 'dojazd',
    material: 'materiały',
    perUnit: 'opłata za sztukę',
    minimum: 'kwota minimalna',
    cap: 'kwota maksymalna',
    discount: 'rabat',
    oneOff: 'opłata jednorazowa',
    perMeter: 'liczniki',
    perEvent: 'zdarzenia',
    points: 'punkty',
    pool: 'pula w abonamencie',
    block: 'pakiet przedpłacony',
    surcharge: 'dopłata',
    percentage: 'prowizja',
    bundle: 'cena łączna',
    credit: 'bonifikata',
  },
  en: {
    flatFee: 'fee',
    perTicket: 'tickets',
    perTime: 'work time',
    travel: 'travel',
    material: 'materials',
    perUnit: 'fee per unit',
    minimum: 'minimum',
    cap: 'cap',
    discount: 'discount',
    oneOff: 'one-off fee',
    perMeter: 'meters',
    perEvent: 'events',
    points: 'points',
    pool: 'pool in the fee',
    block: 'prepaid block',
    surcharge: 'surcharge',
    percentage: 'commission',
    bundle: 'price for all together',
    credit: 'credit',
  },
}
