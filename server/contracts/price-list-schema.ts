/**
 * The price list as it travels: one schema for each kind of price item of the engine.
 * It says only what shape a rule has; whether a rule makes sense is asked of the engine.
 */
import { z } from 'zod'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import {
  allowanceProrations,
  creditMeasures,
  currencies,
  roundingScopes,
  ticketExclusions,
  unitChanges,
  vatCodes,
  type PriceList as EnginePriceList,
} from '#engines/pricing/price-list.ts'
import {
  Band,
  Block,
  Drawn,
  Id,
  item,
  Names,
  PointQuantity,
  Pool,
  Price,
  Quantity,
  Tiers,
  Where,
  Whole,
} from './price-rule-schemas.ts'

const Vat = z.enum(vatCodes)
const Exclusions = z.array(z.enum(ticketExclusions)).max(4)
const Covered = z.enum(['tickets', 'time', 'travel', 'material'])

const Prorate = z.enum(['calendarDays', 'none'])
const Round = z.object({
  unitMinutes: Whole,
  scope: z.enum(roundingScopes),
  firstMinutes: Whole.optional(),
  minimumMinutes: Whole.optional(),
  surplus: z.enum(['lastBand', 'extend']).optional(),
})
const AllowanceProration = z.enum(allowanceProrations)
const Place = z.enum(['remote', 'onSite', 'any'])
const Class = z.object({ name: z.string().trim().min(1).max(60), unitPrice: Price })
const BasisPoints = z.number().int().min(0).max(1_000_000)

const FlatFee = z.object({
  ...item,
  kind: z.literal('flatFee'),
  feePrice: Price,
  timing: z.enum(['advance', 'arrears']),
  covers: z.array(Covered).max(4).optional(),
  prorate: Prorate.optional(),
  every: z.enum(['period', 'month']).optional(),
})
const OneOff = z.object({ ...item, kind: z.literal('oneOff'), amountPrice: Price, on: z.string().max(10) })
const PerTicket = z.object({
  ...item,
  kind: z.literal('perTicket'),
  where: Where.optional(),
  included: Whole,
  unitPrice: Price,
  tiers: Tiers.optional(),
  draw: Drawn.optional(),
  countedBy: z.enum(['reportedAt', 'resolvedAt']),
  excludes: Exclusions,
  exceptPriorities: z.array(z.string().max(20)).max(10).optional(),
  countsAgainAfterDays: Whole.optional(),
  prorateIncluded: AllowanceProration,
  covers: z
    .array(z.enum(['time', 'travel', 'material']))
    .max(3)
    .optional(),
})
const PerTime = z.object({
  ...item,
  kind: z.literal('perTime'),
  place: Place.optional(),
  where: Where.optional(),
  includedMinutes: Whole,
  hourPrice: Price,
  tiers: Tiers.optional(),
  draw: Drawn.optional(),
  drawOrder: z.enum(['oldest', 'dearest']).optional(),
  settle: z.literal('endOfPool').optional(),
  round: Round,
  bands: z.array(Band).max(20).optional(),
  weigh: z.array(Band).max(20).optional(),
  overtime: z
    .object({
      afterMinutes: Whole,
      per: z.enum(['visit', 'ticket', 'day']),
      factor: Quantity.optional(),
      hourPrice: Price.optional(),
    })
    .optional(),
  afterEvent: Id.optional(),
  flatUpTo: z.object({ minutes: Whole, price: Price }).optional(),
  prorateIncluded: AllowanceProration.optional(),
  excludes: Exclusions.optional(),
})
const Travel = z.object({
  ...item,
  kind: z.literal('travel'),
  where: Where.optional(),
  perTripPrice: Price.optional(),
  perKmPrice: Price.optional(),
  minimumPerTripPrice: Price.optional(),
  zones: z
    .array(z.object({ zone: z.string().trim().max(60), perTripPrice: Price }))
    .max(20)
    .optional(),
  includedTrips: Whole.optional(),
  excludes: Exclusions.optional(),
})
const Material = z.object({
  ...item,
  kind: z.literal('material'),
  where: Where.optional(),
  costPlusBp: Whole.optional(),
  listPrices: z.record(z.string().max(200), Price).optional(),
  excludes: Exclusions.optional(),
})
const PerUnit = z.object({
  ...item,
  kind: z.literal('perUnit'),
  unit: z.string().trim().max(60),
  unitPrice: Price,
  tiers: Tiers.optional(),
  sizes: z
    .array(z.object({ upTo: Quantity.nullable(), unitPrice: Price }))
    .max(20)
    .optional(),
  classes: z.array(Class).max(50).optional(),
  included: Quantity.optional(),
  change: z.enum(unitChanges).optional(),
  every: z.enum(['period', 'month']).optional(),
  prorate: Prorate.optional(),
})
const PerMeter = z.object({
  ...item,
  kind: z.literal('perMeter'),
  meters: z
    .array(z.object({ meter: z.string().trim().min(1).max(60), weight: Quantity.optional() }))
    .min(1)
    .max(10),
  scope: z.enum(['device', 'all']),
  included: Quantity.optional(),
  unitPrice: Price,
  tiers: Tiers.optional(),
  draw: Drawn.optional(),
  settle: z.literal('endOfPool').optional(),
  missingAverageOf: Whole.optional(),
})
const PerEvent = z.object({
  ...item,
  kind: z.literal('perEvent'),
  events: Names,
  where: Where.optional(),
  unitPrice: Price,
  classes: z.array(Class).max(50).optional(),
  tiers: Tiers.optional(),
  included: Whole.optional(),
  includedPer: z.enum(['contract', 'site', 'device']).optional(),
  draw: Drawn.optional(),
  drawOrder: z.enum(['oldest', 'dearest']).optional(),
  coversMinutes: z.object({ included: Whole.optional(), charged: Whole.optional() }).optional(),
  prorateIncluded: AllowanceProration.optional(),
})
const Points = z.object({
  ...item,
  kind: z.literal('points'),
  place: Place.optional(),
  where: Where.optional(),
  round: Round,
  basePoints: PointQuantity.optional(),
  pointsPerUnit: PointQuantity,
  weigh: z.array(Band).max(20).optional(),
  draw: Drawn,
  unitPrice: Price,
  excludes: Exclusions.optional(),
})
const Surcharge = z.object({
  ...item,
  kind: z.literal('surcharge'),
  where: Where,
  of: z.array(Id).max(50),
  percentBp: BasisPoints.optional(),
  amountPrice: Price.optional(),
  per: z.enum(['visit', 'entry', 'ticket']).optional(),
})
const Percentage = z.object({
  ...item,
  kind: z.literal('percentage'),
  events: Names,
  ratePercent: Quantity,
  steps: z
    .array(z.object({ upTo: Quantity.nullable(), ratePercent: Quantity, stepPrice: Price.optional() }))
    .max(20)
    .optional(),
  fixedPerEventPrice: Price.optional(),
  minimumPerEventPrice: Price.optional(),
  maximumPerEventPrice: Price.optional(),
  freeEvents: Whole.optional(),
  freeUnits: Quantity.optional(),
})
const limit = {
  ...item,
  amountPrice: Price,
  over: z.array(Id).max(50).optional(),
  prorate: Prorate.optional(),
}
const Minimum = z.object({
  ...limit,
  kind: z.literal('minimum'),
  per: z.enum(['contract', 'device', 'site']).optional(),
  compared: z.enum(['beforeDiscounts', 'afterDiscounts']).optional(),
})
const Cap = z.object({ ...limit, kind: z.literal('cap') })
const Bundle = z.object({
  ...item,
  kind: z.literal('bundle'),
  amountPrice: Price,
  of: z.array(Id).max(50),
  prorate: Prorate.optional(),
})
const Discount = z.object({
  ...item,
  kind: z.literal('discount'),
  percentBp: Whole.optional(),
  amountPrice: Price.optional(),
  on: z.union([z.array(Id).max(50), z.literal('all')]),
  order: Whole,
})
const Credit = z.object({
  ...item,
  kind: z.literal('credit'),
  measure: z.enum(creditMeasures),
  priorities: Names.optional(),
  targets: Names.optional(),
  of: z.array(Id).max(50),
  percentBp: BasisPoints.optional(),
  fraction: z.object({ of: Whole, per: z.enum(['fee', 'unit']) }).optional(),
  amountPrice: Price.optional(),
  stepHours: Whole.optional(),
  afterMinutes: Whole.optional(),
  thresholdBp: BasisPoints.optional(),
  capBp: BasisPoints.optional(),
  confirm: z.enum(['person', 'none']).optional(),
})

export const PriceItem = z.discriminatedUnion('kind', [
  FlatFee,
  PerTicket,
  PerTime,
  Travel,
  Material,
  PerUnit,
  Minimum,
  Cap,
  Discount,
  OneOff,
  PerMeter,
  PerEvent,
  Points,
  Pool,
  Block,
  Surcharge,
  Percentage,
  Bundle,
  Credit,
])
export const PriceList = z.object({
  currency: z.enum(currencies),
  vat: Vat,
  items: z.array(PriceItem).max(60),
  holidays: z.enum(['PL', 'none']).optional(),
  changes: z
    .array(
      z.object({
        from: z.string().max(10),
        items: z.array(PriceItem).max(60),
        without: z.array(Id).max(60).optional(),
      }),
    )
    .max(20)
    .optional(),
})

nameShapes({
  PriceItem,
  PriceList,
  FlatFee,
  PerTicket,
  PerTime,
  Travel,
  Material,
  PerUnit,
  Minimum,
  Cap,
  Discount,
})

/** Schema and engine speak of the same thing: either of the two changing alone is a type error. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never
export const schemaMatchesEngine: Same<z.infer<typeof PriceList>, EnginePriceList> = true
