/** A new rule of a price list, as it stands before anybody edits it; its id is free in the list. */
import type { PriceItem } from '#engines/pricing/price-list.ts'

export const newKinds = [
  'flatFee',
  'perTicket',
  'onSite',
  'remote',
  'labour',
  'trip',
  'km',
  'material',
  'perUnit',
  'minimum',
  'cap',
  'discount',
] as const
export type NewKind = (typeof newKinds)[number]

const quarter = { unitMinutes: 15, scope: 'entry' } as const
const made: Record<NewKind, (id: string, order: number) => PriceItem> = {
  flatFee: (id) => ({ id, kind: 'flatFee', feePrice: '500.00', timing: 'arrears' }),
  perTicket: (id) => ({
    id,
    kind: 'perTicket',
    included: 10,
    unitPrice: '85.00',
    countedBy: 'reportedAt',
    excludes: ['cancelled', 'merged', 'ourFault', 'warranty'],
    prorateIncluded: 'up',
  }),
  onSite: (id) => ({
    id,
    kind: 'perTime',
    place: 'onSite',
    includedMinutes: 0,
    hourPrice: '180.00',
    round: { firstMinutes: 60, unitMinutes: 30, scope: 'visit' },
    prorateIncluded: 'up',
  }),
  remote: (id) => ({
    id,
    kind: 'perTime',
    place: 'remote',
    includedMinutes: 0,
    hourPrice: '150.00',
    round: { ...quarter },
    prorateIncluded: 'up',
  }),
  labour: (id) => ({
    id,
    kind: 'perTime',
    place: 'any',
    includedMinutes: 0,
    hourPrice: '180.00',
    round: { ...quarter },
    prorateIncluded: 'up',
  }),
  trip: (id) => ({ id, kind: 'travel', perTripPrice: '60.00' }),
  km: (id) => ({ id, kind: 'travel', perKmPrice: '2.30', minimumPerTripPrice: '60.00' }),
  material: (id) => ({ id, kind: 'material', costPlusBp: 1500 }),
  perUnit: (id) => ({ id, kind: 'perUnit', unit: 'urządzenie', unitPrice: '30.00', prorate: 'calendarDays' }),
  minimum: (id) => ({ id, kind: 'minimum', amountPrice: '800.00' }),
  cap: (id) => ({ id, kind: 'cap', amountPrice: '4500.00' }),
  discount: (id, order) => ({ id, kind: 'discount', percentBp: 500, on: 'all', order }),
}

export function newItem(kind: NewKind, items: readonly PriceItem[]): PriceItem {
  const taken = new Set(items.map((item) => item.id))
  let id: string = kind
  for (let n = 2; taken.has(id); n++) id = `${kind}${n}`
  return made[kind](id, items.filter((item) => item.kind === 'discount').length + 1)
}

/** Kinds whose work another rule of the list takes already: two would quarrel over it. */
export function isTaken(kind: NewKind, items: readonly PriceItem[]): boolean {
  const places = items.flatMap((item) => (item.kind === 'perTime' ? [item.place ?? 'any'] : []))
  if (kind === 'perTicket' || kind === 'material') return items.some((item) => item.kind === kind)
  if (kind === 'trip' || kind === 'km') return items.some((item) => item.kind === 'travel')
  if (kind === 'labour') return places.length > 0
  if (kind === 'onSite' || kind === 'remote') return places.includes(kind) || places.includes('any')
  return false
}
