/**
 * The clock of a contract as it is stored: the matrix of service levels, the rules that stop
 * and restart it, who is warned, priority from impact × urgency, and what a missed target
 * costs. Everything beyond the first version of these terms is optional, so terms written
 * then are terms now.
 */
import { z } from 'zod'
import { fulfilKinds, startKinds, targetKinds } from '#engines/worktime/targets.ts'
import { priorityKeys } from '#server/accounts/public.ts'

const Text = (max: number) => z.string().trim().max(max)
const Minutes = z.number().int().min(1).max(525_600)
const Days = z.number().int().min(0).max(366)
const Key = Text(60).min(1)

/**
 * A row of the matrix: what is promised to tickets that fit its columns. "*" and an absent
 * column fit everything; the engine says which row wins. Durations stand in minutes of the
 * calendar, or in business days by the end of the day; a target without one is not promised.
 */
export const ServiceLevel = z.object({
  priority: z.enum([...priorityKeys, '*']),
  category: Text(80).optional(),
  deviceClass: Text(80).optional(),
  /** The name of a site of the client, as its registry says it. */
  site: Text(120).optional(),
  definition: Text(500),
  reactionMinutes: Minutes,
  arrivalMinutes: Minutes.optional(),
  arrivalBusinessDays: Days.optional(),
  nextReplyMinutes: Minutes.optional(),
  periodicUpdateMinutes: Minutes.optional(),
  workAroundMinutes: Minutes.optional(),
  workAroundBusinessDays: Days.optional(),
  resolutionMinutes: Minutes.optional(),
  resolutionBusinessDays: Days.min(1).optional(),
  /** A key of `calendars`; targets with a calendar of their own name it in the second field. */
  calendar: Text(60),
  calendars: z.partialRecord(z.enum(targetKinds), Text(60)).optional(),
  /** The place in the contract, told with every explanation. */
  clause: Text(120).optional(),
})

export const PauseReason = z.object({
  key: Text(40).min(1),
  name: Text(120).optional(),
  stops: z.array(z.enum(targetKinds)).max(targetKinds.length),
  /** "§ 6 ust. 1": told with every explanation. */
  clause: Text(120).optional(),
  /** Absent: only waiting for the client ends when the client writes. */
  endsOnClientMessage: z.boolean().optional(),
})

const TargetRules = z.object({
  startsWith: z.enum(startKinds).optional(),
  fulfilledBy: z.array(z.enum(fulfilKinds)).min(1).max(fulfilKinds.length).optional(),
})

/** Who is warned when so much of the granted time is used; 100 is the breach. */
const Warning = z.object({
  share: z.number().int().min(1).max(100),
  tell: z
    .array(z.enum(['assignee', 'accountManager', 'deputy', 'manager']))
    .min(1)
    .max(4),
})

export const Clock = z.object({
  onPriorityChange: z.enum(['fromReport', 'restart']),
  onReopen: z.enum(['continue', 'restart', 'newTicket']),
  /** Of `newTicket`: days after the resolve in which a report of the same fault reopens the ticket. */
  warrantyDays: z.number().int().min(1).max(366).optional(),
  gateClock: z.enum(['fromReport', 'fromAdmission']),
  closeAfterDays: z.number().int().min(1).max(60),
  pauseReasons: z.array(PauseReason).max(20),
  /** What starts and what fulfils a target, where the contract departs from the usual. */
  targets: z.partialRecord(z.enum(targetKinds), TargetRules).optional(),
  warnings: z.array(Warning).max(10).optional(),
})

const Named = z.object({ key: Key, name: Text(120).optional() })
export const PriorityMatrix = z.object({
  impacts: z.array(Named).min(1).max(10),
  urgencies: z.array(Named).min(1).max(10),
  priorities: z.array(z.array(z.enum(priorityKeys)).max(10)).max(10),
})

const Grosze = z.number().int().min(0).max(100_000_000_000)
const Bp = z.number().int().min(0).max(10_000)

/** What a missed target costs; it is proposed from the verdicts of a period and confirmed by a person. */
export const Credits = z.object({
  clauses: z
    .array(
      z.object({
        id: Key,
        clause: Text(120).optional(),
        target: z.enum(targetKinds),
        priorities: z.array(z.enum(priorityKeys)).max(10).optional(),
        counts: z.enum(['miss', 'startedHour', 'startedPoint']),
        amountGrosze: Grosze.optional(),
        feeBp: Bp.optional(),
        thresholdBp: Bp.optional(),
        capPerTicketGrosze: Grosze.optional(),
      }),
    )
    .max(40),
  caps: z
    .object({
      periodGrosze: Grosze.optional(),
      periodFeeBp: Bp.optional(),
      yearGrosze: Grosze.optional(),
      yearFeeBp: Bp.optional(),
    })
    .optional(),
})
