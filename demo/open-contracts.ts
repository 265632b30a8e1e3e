/** The demo's clients with their people and contracts: calendars and levels of the story, prices of each. */
import { office, always } from './calendars.ts'
import {
  activateVersion,
  addClient,
  addContact,
  addDevice,
  addSite,
  amendContract,
  defaultTerms,
  draftContract,
  versionOf,
  writeTerms,
  type Client,
  type Contact,
  type Device,
  type Site,
  type Terms,
} from '#server/contracts/public.ts'
import type { Actor, Context } from '#server/plumbing/context.ts'
import type { Cast } from './cast.ts'
import { bakeryItems, type DemoClient } from './clients.ts'
import { monthStart, morning } from './days.ts'
import type { Timeline } from './timeline.ts'

/** What the later deeds know of a client once it has been entered. */
export type Known = {
  wish: DemoClient
  client?: Client
  contractId?: string
  people: Map<string, Contact>
  sites: Map<string, Site>
  devices: Map<string, Device>
}

export function openContracts(
  timeline: Timeline,
  cast: Cast,
  wishes: DemoClient[],
  tag: string,
): Map<string, Known> {
  const known = new Map<string, Known>()
  for (const wish of wishes) {
    const own: Known = { wish, people: new Map(), sites: new Map(), devices: new Map() }
    known.set(wish.key, own)
    const from = monthStart(timeline.now, wish.monthsAgo)
    timeline.add(morning(from.subtract({ days: 5 }), 9, wish.contract % 60), cast.ola.actor, (ctx) =>
      enter(ctx, own, cast, tag, from),
    )
  }
  const bakery = known.get('klos')!
  const amended = monthStart(timeline.now, 4)
  timeline.add(morning(amended.subtract({ days: 6 }), 11), cast.ola.actor, (ctx) =>
    amend(ctx, bakery, amended),
  )
  return known
}

async function enter(
  ctx: Context,
  own: Known,
  cast: Cast,
  tag: string,
  from: Temporal.PlainDate,
): Promise<void> {
  const { wish } = own
  const domain = `${wish.site}${tag}.example`
  const { name, nip, addressLine1, addressLine2 } = wish
  const client = await addClient(ctx, {
    name,
    nip,
    addressLine1,
    addressLine2,
    email: `biuro@${domain}`,
    invoiceEmail: `faktury@${domain}`,
    phone: `58 300 ${10 + wish.contract} 00`,
    accountManagerId: cast.ola.actor.id,
  })
  for (const { key, ...person } of wish.people)
    own.people.set(
      key,
      await addContact(ctx, client.id, { ...person, email: `${key}@${domain}`, hasPanelAccess: true }),
    )
  await enterPlaces(ctx, own, client.id)
  const terms = await termsOf(ctx, own, client, cast)
  const number = `UM/${from.year}/${String(wish.contract).padStart(3, '0')}`
  const contract = await draftContract(ctx, {
    clientId: client.id,
    number,
    validFrom: from.toString(),
    concludedOn: wish.isUnsigned ? null : from.subtract({ days: 5 }).toString(),
    terms,
  })
  await activateVersion(
    ctx,
    contract.id,
    1,
    wish.isUnsigned ? {} : { signedOn: from.subtract({ days: 5 }).toString() },
  )
  own.client = client
  own.contractId = contract.id
}

async function enterPlaces(ctx: Context, { wish, sites, devices }: Known, clientId: string): Promise<void> {
  for (const site of wish.sites ?? []) sites.set(site.name, await addSite(ctx, clientId, site))
  for (const { key, site, ...device } of wish.devices ?? [])
    devices.set(
      key,
      await addDevice(ctx, clientId, { ...device, siteId: (site && sites.get(site)?.id) ?? null }),
    )
}

async function termsOf(ctx: Context, own: Known, client: Client, cast: Cast): Promise<Terms> {
  const { wish, people } = own
  const terms = await defaultTerms(ctx, client)
  const isBakery = wish.key === 'klos'
  return {
    ...terms,
    accountManagerId: cast.ola.actor.id,
    deputyId: cast.marta.actor.id,
    calendars:
      wish.hours === 'work'
        ? { work: { name: 'Dni robocze 8–17', calendar: office } }
        : { always: { name: 'Całą dobę (24/7)', calendar: always } },
    serviceLevels: terms.serviceLevels.flatMap(({ priority, definition }) =>
      priority === '*'
        ? []
        : [{ priority, definition, ...levels[wish.hours][priority], calendar: wish.hours }],
    ),
    // The night shift of the bakery must ask first.
    reporters: isBakery
      ? { mode: 'listed', contactIds: [people.get('jan')!.id, people.get('halina')!.id] }
      : terms.reporters,
    priceList: { currency: 'PLN', vat: '23', items: wish.items },
    ...(wish.credits && { credits: wish.credits }),
    billing: { ...terms.billing, paymentDays: wish.paymentDays },
  }
}

export const levels: Record<
  'work' | 'always',
  Record<
    Exclude<Terms['serviceLevels'][number]['priority'], '*'>,
    { reactionMinutes: number; resolutionMinutes: number }
  >
> = {
  work: {
    critical: { reactionMinutes: 30, resolutionMinutes: 240 },
    high: { reactionMinutes: 60, resolutionMinutes: 240 },
    normal: { reactionMinutes: 240, resolutionMinutes: 1080 },
    low: { reactionMinutes: 540, resolutionMinutes: 2700 },
  },
  always: {
    critical: { reactionMinutes: 30, resolutionMinutes: 240 },
    high: { reactionMinutes: 60, resolutionMinutes: 480 },
    normal: { reactionMinutes: 240, resolutionMinutes: 1440 },
    low: { reactionMinutes: 480, resolutionMinutes: 4320 },
  },
}

async function amend(ctx: Context, own: Known, from: Temporal.PlainDate): Promise<void> {
  const draft = await amendContract(ctx, own.contractId!, {
    kind: 'amendment',
    validFrom: from.toString(),
    reason: 'nowe ceny',
  })
  const { version, terms } = (await versionOf(ctx, own.contractId!, draft.number))!
  await writeTerms(ctx, own.contractId!, draft.number, {
    version,
    terms: { ...terms, priceList: { ...terms.priceList, items: bakeryItems('1200.00', '85.00') } },
  })
  await activateVersion(ctx, own.contractId!, draft.number, {
    signedOn: from.subtract({ days: 6 }).toString(),
  })
}

export function contactActor(own: Known, key: string): Actor {
  const contact = own.people.get(key) ?? [...own.people.values()][0]!
  const { id, name, email, clientId, isSupervisor, identityId } = contact
  return { kind: 'contact', id, name, email, clientId, isSupervisor, identityId: identityId ?? id }
}
