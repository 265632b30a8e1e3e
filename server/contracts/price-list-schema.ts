/**
 * The price list as it travels: one schema for each kind of price item of the engine.
 * It says only what shape a rule has; whether a rule makes sense is asked of the engine.
 */
import { z } from 'zod'
import {
  roundingScopes,
  ticketExclusions,
  vatCodes,
  type PriceList as EnginePriceList,
} from '#engines/pricing/price-list.ts'

const Id = z.string().trim().min(1).max(60)
/** An exact decimal as text. "12,50" and "1 234,50" are read as people write them; see terms-input.ts. */
const Price = z.string().trim().max(40)
const Whole = z.number().int().min(0).max(1_000_000)
const Vat = z.enum(vatCodes)
const Exclusions = z.array(z.enum(ticketExclusions)).max(4)
const Covered = z.enum(['tickets', 'time', 'travel', 'material'])

const item = {
  id: Id,
  name: z.string().trim().max(200).optional(),
  vat: Vat.optional(),
  clause: z.string().trim().max(60).optional(),
}
const Prorate = z.enum(['calendarDays', 'none'])
const Round = z.object({
  unitMinutes: Whole,
  scope: z.enum(roundingScopes),
  firstMinutes: Whole.optional(),
  minimumMinutes: Whole.optional(),
})

const FlatFee = z.object({
  ...item,
  kind: z.literal('flatFee'),
  feePrice: Price,
  timing: z.enum(['advance', 'arrears']),
  covers: z.array(Covered).max(4).optional(),
})
const PerTicket = z.object({
  ...item,
  kind: z.literal('perTicket'),
  included: Whole,
  unitPrice: Price,
  countedBy: z.enum(['reportedAt', 'resolvedAt']),
  excludes: Exclusions,
  exceptPriorities: z.array(z.string().max(20)).max(10).optional(),
  prorateIncluded: z.enum(['up', 'full']),
  covers: z
    .array(z.enum(['time', 'travel', 'material']))
    .max(3)
    .optional(),
})
const PerTime = z.object({
  ...item,
  kind: z.literal('perTime'),
  place: z.enum(['remote', 'onSite', 'any']).optional(),
  includedMinutes: Whole,
  hourPrice: Price,
  round: Round,
  flatUpTo: z.object({ minutes: Whole, price: Price }).optional(),
  prorateIncluded: z.enum(['up', 'full']).optional(),
  excludes: Exclusions.optional(),
})
const Travel = z.object({
  ...item,
  kind: z.literal('travel'),
  perTripPrice: Price.optional(),
  perKmPrice: Price.optional(),
  minimumPerTripPrice: Price.optional(),
  zones: z
    .array(z.object({ zone: z.string().trim().max(60), perTripPrice: Price }))
    .max(20)
    .optional(),
  excludes: Exclusions.optional(),
})
const Material = z.object({
  ...item,
  kind: z.literal('material'),
  costPlusBp: Whole.optional(),
  listPrices: z.record(z.string().max(200), Price).optional(),
  excludes: Exclusions.optional(),
})
const PerUnit = z.object({
  ...item,
  kind: z.literal('perUnit'),
  unit: z.string().trim().max(60),
  unitPrice: Price,
  prorate: Prorate.optional(),
})
const limit = {
  ...item,
  amountPrice: Price,
  over: z.array(Id).max(50).optional(),
  prorate: Prorate.optional(),
}
const Minimum = z.object({ ...limit, kind: z.literal('minimum') })
const Cap = z.object({ ...limit, kind: z.literal('cap') })
const Discount = z.object({
  ...item,
  kind: z.literal('discount'),
  percentBp: Whole.optional(),
  amountPrice: Price.optional(),
  on: z.union([z.array(Id).max(50), z.literal('all')]),
  until: z.string().max(10).optional(),
  order: Whole,
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
])
export const PriceList = z.object({ currency: z.literal('PLN'), vat: Vat, items: z.array(PriceItem).max(60) })

/** Schema and engine speak of the same thing: either of the two changing alone is a type error. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never
export const schemaMatchesEngine: Same<z.infer<typeof PriceList>, EnginePriceList> = true
