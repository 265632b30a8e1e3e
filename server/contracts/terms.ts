/**
 * The terms of a contract: one set of data that the clock, the price engine, the gate, the
 * panel and the printed document all read. Self-contained: calendars are copied in, so a
 * later change of the company's calendar changes no promise. Two sets of terms are the same
 * when their fingerprints are.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { priorityKeys, WorkCalendarShape } from '#server/accounts/public.ts'
import { indexKeys } from '#engines/pricing/index-price-list.ts'
import { ExampleFigures } from './example-schema.ts'
import { Clock, Credits, PauseReason, PriorityMatrix, ServiceLevel } from './clock-schema.ts'
import { PriceList } from './price-list-schema.ts'

const Text = (max: number) => z.string().trim().max(max)
const Lines = z.array(Text(600)).max(60)

/** What a contract is about when the client has several: an empty list says nothing of its kind. */
export const Covers = z.object({
  sites: z.array(Text(120).min(1)).max(200),
  deviceClasses: z.array(Text(60).min(1)).max(50),
  services: z.array(Text(60).min(1)).max(50),
})

/** What a reporter may ask for by themselves; more than that waits at the gate. */
export const ReporterLimit = z.object({
  /** Absent: everybody who may report. */
  contactId: z.uuid().optional(),
  sites: z.array(Text(120).min(1)).max(200).optional(),
  categories: z.array(Text(60).min(1)).max(50).optional(),
  highestPriority: z.enum(priorityKeys).optional(),
  /** Net; above it only a supervisor of the client admits. */
  amountGrosze: z.number().int().min(0).max(100_000_000).optional(),
})

/** Once a year prices follow an index that somebody else announces. */
export const Indexation = z.object({
  index: z.enum(indexKeys),
  /** The change holds from the first day of this month. */
  month: z.number().int().min(1).max(12),
  /** Highest and lowest change, in basis points of the price; no floor below zero is usual. */
  capBp: z.number().int().min(0).max(10_000).optional(),
  floorBp: z.number().int().min(-10_000).max(10_000).optional(),
  /** The client is told at least so many days before. */
  noticeDays: z.number().int().min(0).max(365),
  /** The first year whose prices may change. */
  firstYear: z.number().int().min(2000).max(2100).optional(),
})

/** "13 zgłoszeń → 1 455,00 zł": printed in an appendix, and executed whenever terms change. */
export const WorkedExample = z.object({
  name: Text(200).min(1),
  figures: ExampleFigures,
  netGrosze: z.number().int().min(-100_000_000_000).max(100_000_000_000),
})

export const Terms = z.object({
  covers: Covers.optional(),
  serviceLevels: z.array(ServiceLevel).max(200),
  calendars: z.record(z.string().max(60), z.object({ name: Text(100), calendar: WorkCalendarShape })),
  accountManagerId: z.uuid(),
  deputyId: z.uuid().optional(),
  reporters: z.object({
    mode: z.enum(['all', 'listed']),
    contactIds: z.array(z.uuid()).max(500),
    limits: z.array(ReporterLimit).max(100).optional(),
    /** Who admits at the gate; absent: every contact marked as a supervisor. */
    supervisorIds: z.array(z.uuid()).max(50).optional(),
  }),
  priceList: PriceList,
  billing: z.object({
    period: z.literal('month'),
    paymentDays: z.number().int().min(0).max(365),
    paymentDaysFrom: z.enum(['issue', 'delivery']).optional(),
    vat: Text(5),
  }),
  clock: Clock,
  /** Priority from impact × urgency, where the contract agrees on it. */
  priorityMatrix: PriorityMatrix.optional(),
  /** What a missed target costs. */
  credits: Credits.optional(),
  term: z.object({
    isIndefinite: z.boolean(),
    noticeMonths: z.number().int().min(0).max(36),
    /** Notice works at the end of a calendar month (when not said), or on any day. */
    noticeEnds: z.enum(['monthEnd', 'anyDay']).optional(),
    /** A definite term that goes on by itself unless somebody says no in time. */
    renewal: z
      .object({
        months: z.number().int().min(1).max(120),
        noticeDays: z.number().int().min(0).max(365),
      })
      .optional(),
  }),
  indexation: Indexation.optional(),
  examples: z.array(WorkedExample).max(40).optional(),
  document: z.object({
    place: Text(100).optional(),
    scope: Lines,
    exclusions: Lines,
    liabilityLimit: Text(300),
    warrantyMonths: z.number().int().min(0).max(120),
    form: z.enum(['documentary', 'written', 'electronic']),
    court: z.enum(['contractor', 'client', 'defendant']),
  }),
})

nameShapes({
  ServiceLevel,
  PauseReason,
  ClockTerms: Clock,
  PriorityMatrix,
  Credits,
  Terms,
})

/** What a template holds: terms without the people and places of one client. */
export const TemplateTerms = Terms.omit({
  covers: true,
  accountManagerId: true,
  deputyId: true,
  reporters: true,
})
export type TemplateTerms = z.infer<typeof TemplateTerms>
export type Terms = z.infer<typeof Terms>
export type Indexation = z.infer<typeof Indexation>
export type ReporterLimit = z.infer<typeof ReporterLimit>
export type WorkedExample = z.infer<typeof WorkedExample>
export type ServiceLevel = z.infer<typeof ServiceLevel>
export { PauseReason, ServiceLevel }

/** "f3a9-12c4": the same for the same terms, whatever the order of their fields. */
export function fingerprint(terms: Terms): string {
  const hex = createHash('sha256').update(canonical(terms)).digest('hex')
  return `${hex.slice(0, 4)}-${hex.slice(4, 8)}`
}

/** Printed on every page: finds the version to which a signed scan belongs. No letters that look like digits. */
export function pageCode(versionId: string, print: string): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const bytes = createHash('sha256').update(`${versionId} ${print}`).digest()
  const code = [...bytes.subarray(0, 8)].map((byte) => alphabet[byte % 32]).join('')
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/** The same data, whatever the order of its fields. */
export const sameJson = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const pairs = Object.entries(value)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${pairs.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`
}
