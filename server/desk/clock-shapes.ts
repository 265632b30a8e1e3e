/** The shapes in which the clocks of a ticket travel: to the queue, the ticket, the panel. */
import { z } from 'zod'
import { targetKinds } from '#engines/worktime/targets.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'

const Whole = z.number().int()

const Why = z.object({
  code: z.string(),
  on: z.string().optional(),
  name: z.string().optional(),
  key: z.string().optional(),
  reason: z.string().optional(),
  /** The clause of the contract that stops the clock for it. */
  clause: z.string().optional(),
})
const Stretch = z.object({
  from: z.string(),
  to: z.string(),
  kind: z.enum(['counted', 'closed', 'paused']),
  why: Why.optional(),
})
export const ClockView = z.object({
  target: z.enum(targetKinds),
  state: z.enum(['running', 'standing', 'paused', 'met', 'missed', 'breached_running', 'void']),
  startedAt: z.string(),
  dueAt: z.string().optional(),
  metAt: z.string().optional(),
  metBy: z.object({ kind: z.string(), by: z.string().optional() }).optional(),
  grantedSeconds: Whole,
  usedSeconds: Whole,
  usedShare: z.number(),
  remainingSeconds: Whole,
  overSeconds: Whole,
  resumesAt: z.string().optional(),
  pausedBecause: z.string().optional(),
  pausedAt: z.string().optional(),
  stretches: z.array(Stretch),
  afterDue: z.array(z.object({ from: z.string(), to: z.string() })),
  /** The row of the contract's matrix that promises this, and the key of its calendar. */
  matchedRow: z.object({
    priority: z.string(),
    category: z.string().optional(),
    deviceClass: z.string().optional(),
    site: z.string().optional(),
    row: Whole.optional(),
    isFallback: z.boolean().optional(),
    granted: z.union([z.object({ minutes: Whole }), z.object({ businessDays: Whole })]),
    calendar: z.string().optional(),
    clause: z.string().optional(),
  }),
  /** Of next replies and periodic updates: those that are over. */
  rounds: z
    .array(
      z.object({
        startedAt: z.string(),
        dueAt: z.string().optional(),
        metAt: z.string(),
        isMet: z.boolean(),
        overSeconds: Whole,
      }),
    )
    .optional(),
  calendarName: z.string(),
})
export const ClocksView = z.object({
  at: z.string(),
  terms: z.object({ version: Whole, validFrom: z.string() }),
  clocks: z.array(ClockView),
})

nameShapes({ Stretch, Clock: ClockView, Clocks: ClocksView })
