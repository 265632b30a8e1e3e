/** The figures of a worked example as they travel: what happened in one period, in a few numbers. */
import { z } from 'zod'

const Whole = z.number().int()
const Quantity = z.string().regex(/^\d{1,6}(\.\d{1,3})?$/)
const Minutes = z.array(Whole.min(0).max(44_640)).max(500)

export const ExampleFigures = z.object({
  tickets: Whole.min(0).max(2000).optional(),
  remoteMinutes: Minutes.optional(),
  onSiteMinutes: Minutes.optional(),
  tripsKm: z.array(Quantity.nullable()).max(500).optional(),
  units: z.record(z.string().max(60), Quantity).optional(),
})
