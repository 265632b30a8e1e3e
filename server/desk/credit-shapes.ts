/** The shapes in which decisions about credits travel. */
import { z } from 'zod'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'

const Whole = z.number().int()
const CreditUse = z.object({
  invoiceId: z.uuid(),
  invoiceNumber: z.string(),
  month: z.string().describe('Of the bill, "2026-11"'),
  amountGrosze: Whole,
})
export const CreditDecided = z.object({
  id: z.uuid(),
  verdict: z.enum(['confirmed', 'declined']),
  proposedGrosze: Whole.describe('As it was proposed when it was decided'),
  amountGrosze: Whole.describe('Confirmed net; 0 when declined'),
  reason: z.string(),
  byName: z.string(),
  at: z.string(),
  uses: z.array(CreditUse).describe('The issued bills that took it'),
  leftGrosze: Whole.describe('What no issued bill has taken yet; 0: settled'),
})
nameShapes({ CreditUse, CreditDecided })
