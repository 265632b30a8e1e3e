/** Work as it travels to the price engine: every kind that a "what if" may name, with its units. */
import { z } from 'zod'

const Id = z.string().trim().min(1).max(80)
const Moment = z.iso.datetime({ offset: true })
/** An exact decimal with a point. */
const Decimal = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/)
const Name = z.string().trim().min(1).max(120)
const judged = {
  waived: z.object({ reason: z.string().max(500) }).optional(),
  outOfScope: z
    .object({ clause: z.string().max(60).optional(), reason: z.string().max(500).optional() })
    .optional(),
}
const facts = {
  category: Name.optional(),
  service: Name.optional(),
  site: Name.optional(),
  device: Name.optional(),
  deviceClass: Name.optional(),
  flags: z.array(Name).max(20).optional(),
}
const common = { id: Id, ...judged, ...facts }

const Ticket = z.object({
  kind: z.literal('ticket'),
  ...common,
  number: Name,
  reportedAt: Moment,
  resolvedAt: Moment.optional(),
  priority: Name.optional(),
  cancelled: z.boolean().optional(),
  mergedInto: Id.optional(),
  ourFault: z.boolean().optional(),
  warranty: z.boolean().optional(),
  reopened: z
    .array(z.object({ resolvedAt: Moment, at: Moment }))
    .max(50)
    .optional(),
})
const Time = z.object({
  kind: z.literal('time'),
  ...common,
  ticketId: Id.optional(),
  startedAt: Moment,
  minutes: z.number().int().optional(),
  endedAt: Moment.optional(),
  place: z.enum(['remote', 'onSite']),
  role: Name.optional(),
  visitId: Id.optional(),
})
const Trip = z.object({
  kind: z.literal('trip'),
  ...common,
  ticketId: Id.optional(),
  at: Moment,
  km: Decimal.optional(),
  zone: Name.optional(),
})
const Material = z.object({
  kind: z.literal('material'),
  ...common,
  ticketId: Id.optional(),
  usedAt: Moment,
  name: Name,
  quantity: Decimal,
  unit: Name,
  unitPrice: Decimal.optional(),
  cost: Decimal.optional(),
})
const Units = z.object({
  kind: z.literal('units'),
  id: Id,
  ...judged,
  unit: Name,
  quantity: Decimal,
  countedAt: Moment,
  class: Name.optional(),
  size: Decimal.optional(),
  group: Name.optional(),
})
const Event = z.object({
  kind: z.literal('event'),
  ...common,
  event: Name,
  at: Moment,
  ticketId: Id.optional(),
  visitId: Id.optional(),
  quantity: Decimal.optional(),
  class: Name.optional(),
  value: Decimal.optional(),
  priority: Name.optional(),
})
const Reading = z.object({
  kind: z.literal('reading'),
  id: Id,
  ...judged,
  meter: Name,
  device: z.string().max(120),
  readAt: Moment,
  value: Decimal,
  goesOnFrom: Decimal.optional(),
})
const Purchase = z.object({
  kind: z.literal('purchase'),
  id: Id,
  ...judged,
  itemId: Id,
  boughtAt: Moment,
  blocks: z.number().int().min(1).max(1000).optional(),
})
const Miss = z.object({
  kind: z.literal('miss'),
  id: Id,
  ...judged,
  at: Moment,
  ticketId: Id.optional(),
  priority: Name.optional(),
  target: Name.optional(),
  device: Name.optional(),
  lateMinutes: z.number().int().min(0).optional(),
  kept: z.object({ met: z.number().int().min(0), of: z.number().int().min(1) }).optional(),
  confirmed: z.boolean().optional(),
})

export const Work = z.discriminatedUnion('kind', [
  Ticket,
  Time,
  Trip,
  Material,
  Units,
  Event,
  Reading,
  Purchase,
  Miss,
])
