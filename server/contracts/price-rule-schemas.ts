/**
 * The pieces of which price items are made, as they travel: which work, bands of time, steps of a
 * price, pools and prepaid blocks. The items themselves are in `price-list-schema.ts`.
 */
import { z } from 'zod'
import { bandDays, poolUnits, vatCodes } from '#engines/pricing/price-list.ts'

export const Id = z.string().trim().min(1).max(60)
/** An exact decimal as text. "12,50" and "1 234,50" are read as people write them; see terms-input.ts. */
export const Price = z.string().trim().max(40)
export const Quantity = z.string().trim().max(40)
export const PointQuantity = Quantity
export const Whole = z.number().int().min(0).max(1_000_000)
export const Names = z.array(z.string().trim().min(1).max(60)).max(50)
export const Drawn = z.array(Id).max(10)
const Day = z.string().max(10)

export const item = {
  id: Id,
  name: z.string().trim().max(200).optional(),
  vat: z.enum(vatCodes).optional(),
  clause: z.string().trim().max(60).optional(),
  from: Day.optional(),
  until: Day.optional(),
}

export const Where = z.object({
  roles: Names.optional(),
  services: Names.optional(),
  categories: Names.optional(),
  notCategories: Names.optional(),
  priorities: Names.optional(),
  flags: Names.optional(),
  notFlags: Names.optional(),
  sites: Names.optional(),
  deviceClasses: Names.optional(),
  outOfScope: z.literal(true).optional(),
  otherwise: z.literal(true).optional(),
})

const Clock = z.string().max(5)
export const Band = z.object({
  days: z.array(z.enum(bandDays)).max(5),
  fromTime: Clock.optional(),
  toTime: Clock.optional(),
  factor: Quantity.optional(),
  hourPrice: Price.optional(),
})

const Steps = z.array(z.object({ upTo: Quantity.nullable(), unitPrice: Price, stepPrice: Price.optional() }))
export const Tiers = z.discriminatedUnion('mode', [
  z.object({ mode: z.enum(['graduated', 'volume']), steps: Steps.max(20) }),
  z.object({
    mode: z.literal('package'),
    size: Quantity,
    packagePrice: Price,
    freeUnits: Quantity.optional(),
    rounding: z.enum(['up', 'down']).optional(),
  }),
  z.object({
    mode: z.literal('blocks'),
    policy: z.enum(['allTiers', 'topTier']),
    steps: z.array(z.object({ size: Quantity, packagePrice: Price, packages: Quantity.nullable() })).max(20),
  }),
])

const BasisPoints = z.number().int().min(0).max(10_000)
export const Pool = z.object({
  ...item,
  kind: z.literal('pool'),
  unit: z.enum(poolUnits),
  grant: Quantity,
  per: z.enum(['period', 'month', 'quarter', 'year']),
  carry: z
    .object({
      months: Whole,
      cap: Quantity.optional(),
      lose: z.enum(['oldest', 'newest']).optional(),
      capFirst: z.literal(true).optional(),
    })
    .optional(),
  prorate: z.enum(['up', 'halfUp', 'exact', 'full', 'months']).optional(),
  scope: z.enum(['contract', 'site', 'device']).optional(),
  sharedAs: Id.optional(),
  alertAtBp: BasisPoints.optional(),
})
export const Block = z.object({
  ...item,
  kind: z.literal('block'),
  unit: z.enum(poolUnits).exclude(['money']),
  size: Quantity,
  blockPrice: Price,
  validMonths: Whole.optional(),
  alertAtBp: BasisPoints.optional(),
  topUp: z.literal('automatic').optional(),
  sharedAs: Id.optional(),
})
