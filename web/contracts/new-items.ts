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
  'pool',
  'block',
  'perMeter',
  'perEvent',
  'points',
  'oneOff',
  'surcharge',
  'percentage',
  'bundle',
  'credit',
] as const
export type NewKind = (typeof newKinds)[number]

const quarter = { unitMinutes: 15, scope: 'entry' } as const
type Known = { order: number; fee: string | undefined; work: string | undefined; stock: string | undefined }

const made: Record<NewKind, (id: string, known: Known) => PriceItem> = {
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
  discount: (id, { order }) => ({ id, kind: 'discount', percentBp: 500, on: 'all', order }),
  pool: (id) => ({ id, kind: 'pool', unit: 'hour', grant: '5', per: 'month' }),
  block: (id) => ({
    id,
    kind: 'block',
    unit: 'hour',
    size: '10',
    blockPrice: '1650.00',
    validMonths: 6,
    alertAtBp: 2500,
  }),
  perMeter: (id) => ({
    id,
    kind: 'perMeter',
    meters: [{ meter: 'strony' }],
    scope: 'device',
    included: '4000',
    unitPrice: '0.042',
  }),
  perEvent: (id) => ({
    id,
    kind: 'perEvent',
    events: ['interwencja'],
    included: 1,
    includedPer: 'contract',
    unitPrice: '120.00',
  }),
  points: (id, { stock }) => ({
    id,
    kind: 'points',
    place: 'any',
    round: { ...quarter, unitMinutes: 30 },
    pointsPerUnit: '1',
    draw: stock ? [stock] : [],
    unitPrice: '70.00',
  }),
  oneOff: (id) => ({ id, kind: 'oneOff', amountPrice: '500.00', on: '2027-01-01' }),
  surcharge: (id, { work }) => ({
    id,
    kind: 'surcharge',
    where: { flags: ['express'] },
    of: work ? [work] : [],
    percentBp: 6000,
  }),
  percentage: (id) => ({ id, kind: 'percentage', events: ['zakup'], ratePercent: '3' }),
  bundle: (id, { fee, work }) => ({
    id,
    kind: 'bundle',
    amountPrice: '1000.00',
    of: [fee, work].filter((one) => one !== undefined),
  }),
  credit: (id, { fee }) => ({
    id,
    kind: 'credit',
    measure: 'missed',
    of: fee ? [fee] : [],
    percentBp: 500,
    capBp: 3000,
    confirm: 'person',
  }),
}

export function newItem(kind: NewKind, items: readonly PriceItem[]): PriceItem {
  const taken = new Set(items.map((item) => item.id))
  let id: string = kind
  for (let n = 2; taken.has(id); n++) id = `${kind}${n}`
  const first = (...wanted: PriceItem['kind'][]) => items.find((item) => wanted.includes(item.kind))?.id
  return made[kind](id, {
    order: items.filter((item) => item.kind === 'discount').length + 1,
    fee: first('flatFee', 'perUnit'),
    work: first('perTime', 'perTicket'),
    stock: items.find(isOfPoints)?.id,
  })
}

/** Kinds whose work another rule of the list takes already: two would quarrel over it. */
export function isTaken(kind: NewKind, items: readonly PriceItem[]): boolean {
  const places = items.flatMap((item) => (item.kind === 'perTime' ? [item.place ?? 'any'] : []))
  if (kind === 'perTicket' || kind === 'material') return items.some((item) => item.kind === kind)
  if (kind === 'trip' || kind === 'km') return items.some((item) => item.kind === 'travel')
  if (kind === 'labour') return places.length > 0
  if (kind === 'onSite' || kind === 'remote') return places.includes(kind) || places.includes('any')
  return needs[kind]?.(items) === false
}

const isOfPoints = (item: PriceItem): boolean =>
  (item.kind === 'block' || item.kind === 'pool') && item.unit === 'point'

/** Some rules speak of others: without them there is nothing to say. */
const needs: Partial<Record<NewKind, (items: readonly PriceItem[]) => boolean>> = {
  points: (items) => items.some(isOfPoints) && !items.some(({ kind }) => kind === 'perTime'),
  surcharge: (items) => items.some(({ kind }) => kind === 'perTime' || kind === 'perTicket'),
  bundle: (items) => items.filter(({ kind }) => kind === 'flatFee' || kind === 'perTime').length > 1,
  credit: (items) => items.some(({ kind }) => kind === 'flatFee' || kind === 'perUnit'),
}
