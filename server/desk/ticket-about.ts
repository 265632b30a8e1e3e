/**
 * What a ticket is about: where, which device, what kind of matter, how many people it stops
 * and how soon it hurts. Site and device are the client's own; a device brings its class and, where
 * nobody says another, its site. The rules of contracts know all of it by its text.
 */
import type { Circumstances } from '#engines/worktime/service-level.ts'
import { deviceOf, deviceOfClient, siteOf, siteOfClient, type About } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { deskRulesOf, knownCategory } from './desk-rules.ts'
import type { TicketRow } from './ticket-store.ts'

export type AboutWish = {
  siteId?: string | null | undefined
  deviceId?: string | null | undefined
  /** Where no device is named, or the registry does not know it. */
  deviceClass?: string | null | undefined
  category?: string | null | undefined
  impact?: string | null | undefined
  urgency?: string | null | undefined
}
export type TicketAbout = {
  siteId: string | null
  /** Its name now. */
  site: string | null
  deviceId: string | null
  deviceClass: string | null
  category: string | null
  impact: string | null
  urgency: string | null
}
type Before = Pick<TicketRow, 'siteId' | 'deviceId' | 'deviceClass' | 'category' | 'impact' | 'urgency'>

/** `before`: the ticket as it is; what the wish does not name stays, what it has already is not refused. */
export async function aboutOf(
  ctx: Context,
  clientId: string | null | undefined,
  wish: AboutWish,
  before?: Before,
): Promise<TicketAbout> {
  const deviceId = wish.deviceId === undefined ? (before?.deviceId ?? null) : wish.deviceId
  const device = deviceId ? await deviceOfClient(ctx, clientId, deviceId, before?.deviceId) : undefined
  const site = await siteFor(ctx, clientId, wish.siteId, before, wish.deviceId ? device?.siteId : undefined)
  const isSame = wish.category === undefined || wish.category === before?.category
  const ownClass = wish.deviceClass ?? (wish.deviceId === undefined ? before?.deviceClass : undefined)
  return {
    siteId: site?.id ?? null,
    site: site?.name ?? null,
    deviceId: device?.id ?? null,
    deviceClass: device?.deviceClass || ownClass?.trim() || null,
    category: isSame ? (before?.category ?? null) : await knownCategory(ctx, wish.category),
    impact: keyOf(wish.impact, before?.impact),
    urgency: keyOf(wish.urgency, before?.urgency),
  }
}

/** Said, or where the chosen device stands, or as it was. */
async function siteFor(
  ctx: Context,
  clientId: string | null | undefined,
  wished: string | null | undefined,
  before: Before | undefined,
  ofDevice: string | null | undefined,
): Promise<{ id: string; name: string } | undefined> {
  if (wished) return siteOfClient(ctx, clientId, wished, before?.siteId)
  if (wished === null) return undefined
  const id = ofDevice ?? before?.siteId
  return id ? siteOf(ctx, id) : undefined
}

const keyOf = (wished: string | null | undefined, before: string | null | undefined): string | null =>
  (wished === undefined ? before : wished?.trim()) || null

/** What another ticket goes on about: as far as it still stands there, for nothing of it may refuse a report. */
export async function aboutStill(ctx: Context, ticket: Before): Promise<AboutWish> {
  const site = ticket.siteId ? await siteOf(ctx, ticket.siteId) : undefined
  const device = ticket.deviceId ? await deviceOf(ctx, ticket.deviceId) : undefined
  const { categories } = await deskRulesOf(ctx)
  const isKnown =
    ticket.category !== null && (categories.length === 0 || categories.includes(ticket.category))
  return {
    ...(site && !site.archivedAt && { siteId: site.id }),
    ...(device && !device.archivedAt && { deviceId: device.id }),
    deviceClass: ticket.deviceClass,
    ...(isKnown && { category: ticket.category }),
  }
}

/** As contracts say what they cover: a category is a service there. */
export const coversOf = ({ site, deviceClass, category }: TicketAbout): About => ({
  ...(site && { site }),
  ...(deviceClass && { deviceClass }),
  ...(category && { service: category }),
})

/** As service levels distinguish tickets; nothing said is left out. */
export const circumstancesOf = (
  { site, deviceClass, category }: Pick<TicketAbout, 'site' | 'deviceClass' | 'category'>,
  priority: string,
): Circumstances => ({
  priority,
  ...(category && { category }),
  ...(deviceClass && { deviceClass }),
  ...(site && { site }),
})

/** The columns of a ticket; names and priorities stand in its log. */
export const columnsOf = ({ site: _site, ...columns }: TicketAbout): Before => columns
