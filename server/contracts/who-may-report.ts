/**
 * Who may report, and for what: anybody of the client, or named people, each within limits of
 * site, category, priority and money. More than that is not refused: it waits at the gate.
 * Supervisors have no limits; they admit what others may not. Above a limit of money nobody else does.
 */
import { priorityKeys } from '#server/accounts/public.ts'
import type { ReporterLimit, Terms } from './terms.ts'

export const reportBarriers = [
  'reporter_not_named',
  'limit_site',
  'limit_category',
  'limit_priority',
  'limit_amount',
] as const
export type ReportBarrier = (typeof reportBarriers)[number]

type Reporters = Terms['reporters']
type Person = { id: string; isSupervisor: boolean }
/** What a report says of itself; what it does not say cannot be above a limit. */
export type Reported = { site?: string; category?: string; priority?: string; amountGrosze?: number }

/** A report of nobody in particular (typed in without a person) is the client's own. */
export function barrierOf(
  reporters: Reporters,
  person: Person | undefined,
  report: Reported,
): ReportBarrier | undefined {
  const isNamed =
    reporters.mode === 'all' || (person !== undefined && reporters.contactIds.includes(person.id))
  if (!isNamed) return 'reporter_not_named'
  if (!person || maySupervise(reporters, person)) return undefined
  const own = (reporters.limits ?? []).filter(
    ({ contactId }) => contactId === undefined || contactId === person.id,
  )
  for (const limit of own) {
    const barrier = above(limit, report)
    if (barrier) return barrier
  }
  return undefined
}

/** Those whom the contract names, or every contact that is marked as a supervisor. */
export function maySupervise({ supervisorIds }: Reporters, person: Person): boolean {
  return supervisorIds?.length ? supervisorIds.includes(person.id) : person.isSupervisor
}

/** Is anything limited by money? Only then the price of a report is asked for. */
export const limitsMoney = ({ limits }: Reporters): boolean =>
  (limits ?? []).some(({ amountGrosze }) => amountGrosze !== undefined)

function above(limit: ReporterLimit, report: Reported): ReportBarrier | undefined {
  const { sites, categories, highestPriority, amountGrosze } = limit
  if (isOutside(sites, report.site)) return 'limit_site'
  if (isOutside(categories, report.category)) return 'limit_category'
  if (highestPriority && report.priority && rank(report.priority) < rank(highestPriority))
    return 'limit_priority'
  if (amountGrosze !== undefined && (report.amountGrosze ?? 0) > amountGrosze) return 'limit_amount'
  return undefined
}

const isOutside = (allowed: string[] | undefined, value: string | undefined): boolean =>
  allowed !== undefined &&
  allowed.length > 0 &&
  value !== undefined &&
  !allowed.map(plain).includes(plain(value))
const plain = (text: string): string => text.trim().toLocaleLowerCase('pl')
/** The keys stand from the most urgent down. */
const rank = (priority: string): number => (priorityKeys as readonly string[]).indexOf(priority)
