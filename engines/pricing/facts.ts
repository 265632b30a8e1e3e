/**
 * What an item asks of a piece of work: its role, service, category, marks. What the
 * work does not say itself, its ticket says.
 */
import { isSameName } from '../base/same-name.ts'
import type { Where } from './price-list.ts'
import { mergeTarget, type Facts, type Ticket, type WorkItem } from './work.ts'

export type KnownFacts = Facts & { role?: string; priority?: string; outOfScope: boolean }

export function factsOf(work: WorkItem, tickets: ReadonlyMap<string, Ticket>): KnownFacts {
  const own = work as Facts & { role?: string; priority?: string; ticketId?: string }
  const ticket = own.ticketId === undefined ? undefined : mergeTarget(own.ticketId, tickets)
  return {
    category: own.category ?? ticket?.category,
    service: own.service ?? ticket?.service,
    site: own.site ?? ticket?.site,
    device: own.device ?? ticket?.device,
    deviceClass: own.deviceClass ?? ticket?.deviceClass,
    priority: own.priority ?? ticket?.priority,
    flags: [...(own.flags ?? []), ...(ticket?.flags ?? [])],
    role: own.role,
    outOfScope: work.outOfScope !== undefined,
  }
}

export function fits(where: Where | undefined, facts: KnownFacts): boolean {
  if (!where) return true
  if (facts.outOfScope && !where.outOfScope) return false
  if (where.outOfScope && !facts.outOfScope) return false
  const flags = facts.flags ?? []
  return (
    isOneOf(where.roles, facts.role) &&
    isOneOf(where.services, facts.service) &&
    isOneOf(where.categories, facts.category) &&
    isOneOf(where.priorities, facts.priority) &&
    isNamed(where.sites, facts.site) &&
    isNamed(where.deviceClasses, facts.deviceClass) &&
    !(where.notCategories?.includes(facts.category ?? '') ?? false) &&
    (where.flags === undefined || where.flags.some((flag) => flags.includes(flag))) &&
    !(where.notFlags ?? []).some((flag) => flags.includes(flag))
  )
}

/** Places are texts of people, as in the levels: case says nothing. */
const isNamed = (allowed: string[] | undefined, fact: string | undefined): boolean =>
  allowed === undefined || allowed.some((one) => isSameName(one, fact))

function isOneOf(allowed: string[] | undefined, fact: string | undefined): boolean {
  return allowed === undefined || (fact !== undefined && allowed.includes(fact))
}
