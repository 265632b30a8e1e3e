/** Small pieces of the sentences of rules. */
import type { PoolUnit } from '#engines/pricing/price-list.ts'
import type { Forms } from './format.ts'
import type { Part } from './price-fields.ts'

type PoolForms = Record<PoolUnit, Forms>

/** "5 godzin", "2,5 godziny", "4 zdarzenia". */
export const poolUnitsPl: PoolForms = {
  ticket: { one: 'zgłoszenie', few: 'zgłoszenia', many: 'zgłoszeń', other: 'zgłoszenia' },
  hour: { one: 'godzina', few: 'godziny', many: 'godzin', other: 'godziny' },
  event: { one: 'zdarzenie', few: 'zdarzenia', many: 'zdarzeń', other: 'zdarzenia' },
  point: { one: 'punkt', few: 'punkty', many: 'punktów', other: 'punktu' },
  meter: {
    one: 'jednostka licznika',
    few: 'jednostki licznika',
    many: 'jednostek licznika',
    other: 'jednostki licznika',
  },
  money: { one: 'zł', few: 'zł', many: 'zł', other: 'zł' },
}
/** After "nie przekracza", "pakiet": always the genitive. */
export const poolUnitsOfPl: PoolForms = {
  ticket: { one: 'zgłoszenia', few: 'zgłoszeń', many: 'zgłoszeń', other: 'zgłoszenia' },
  hour: { one: 'godziny', few: 'godzin', many: 'godzin', other: 'godziny' },
  event: { one: 'zdarzenia', few: 'zdarzeń', many: 'zdarzeń', other: 'zdarzenia' },
  point: { one: 'punktu', few: 'punktów', many: 'punktów', other: 'punktu' },
  meter: {
    one: 'jednostki licznika',
    few: 'jednostek licznika',
    many: 'jednostek licznika',
    other: 'jednostki licznika',
  },
  money: { one: 'zł', few: 'zł', many: 'zł', other: 'zł' },
}
export const poolUnitsEn: PoolForms = {
  ticket: { one: 'ticket', other: 'tickets' },
  hour: { one: 'hour', other: 'hours' },
  event: { one: 'event', other: 'events' },
  point: { one: 'point', other: 'points' },
  meter: { one: 'unit of the meter', other: 'units of the meter' },
  money: { one: 'unit of money', other: 'units of money' },
}

/** Categories that the ready lists name. */
export const categoriesPl = { failure: 'awaria', entrapment: 'uwolnienie osób', inspection: 'przegląd' }
export const categoriesEn = { failure: 'failure', entrapment: 'release of persons', inspection: 'inspection' }

export function joinedBy(separator: string, groups: Part[][]): Part[] {
  return groups.flatMap((group, i) => (i === 0 ? group : [separator, ...group]))
}
