/** The shapes in which it travels what a ticket is about, which contracts could mean it, and what each promises. */
import { z } from 'zod'
import { priorityKeys } from '#server/accounts/public.ts'
import { PriorityMatrixShape as PriorityMatrix, reportBarriers } from '#server/contracts/public.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'

const Text = (max: number) => z.string().max(max)
const Maybe = z.string().nullable()
const Priority = z.enum(priorityKeys)
const Key = Text(60).min(1)
/** What a ticket is about; sites and devices are the client's own. */
export const AboutFields = {
  siteId: z.uuid().optional(),
  deviceId: z.uuid().optional().describe('Brings its class and, unless a site is named, its site'),
  deviceClass: Text(60).optional().describe('Where no device is named'),
  impact: Key.optional().describe("A key of the contract's impact × urgency"),
  urgency: Key.optional().describe("A key of the contract's impact × urgency"),
}
const orNone = <T extends z.ZodType>(shape: T) => shape.nullable().optional()
export const AboutBody = z.object({
  siteId: orNone(z.uuid()),
  deviceId: orNone(z.uuid()),
  deviceClass: orNone(Text(60)),
  category: orNone(Text(100)),
  impact: orNone(Key),
  urgency: orNone(Key),
  priorityFromMatrix: z
    .boolean()
    .optional()
    .describe("Gives a priority that was set by hand back to the contract's impact × urgency"),
  version: z.number().int().optional(),
})
export const ContractChoiceView = z.object({
  id: z.uuid(),
  number: z.string(),
  validFrom: z.string(),
  isChosen: z.boolean(),
  isAmongNarrowest: z.boolean(),
  fits: z.enum(['certain', 'maybe', 'no']),
  covers: z
    .object({
      sites: z.array(z.string()),
      deviceClasses: z.array(z.string()),
      services: z.array(z.string()),
    })
    .nullable(),
  reactBy: Maybe,
  resolveBy: Maybe,
})
export const PromisesView = z.object({
  contract: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  isSeveral: z.boolean(),
  barrier: z.enum(reportBarriers).nullable().describe('What would hold it at the gate whatever its priority'),
  levels: z.array(
    z.object({
      priority: Priority,
      definition: z.string(),
      reactBy: Maybe,
      resolveBy: Maybe,
      waits: z.boolean().describe('At this priority it would wait at the gate'),
    }),
  ),
  matrix: PriorityMatrix.nullable(),
})
nameShapes({ ContractChoice: ContractChoiceView, Promises: PromisesView })
