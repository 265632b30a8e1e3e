/**
 * The stage of the desk's tests: the bakery of the cast with its people and a contract whose
 * clocks are easily counted by hand: normal = 4 h reaction, 8 h resolution, Monday to Friday 8–17.
 */
import { setCast, type Cast, type CastName } from '#demo/cast.ts'
import {
  activateVersion,
  addClient,
  addContact,
  draftContract,
  versionOf,
  writeTerms,
  type Client,
  type Contact,
  type Contract,
  type Terms,
} from '#server/contracts/public.ts'
import type { Actor, Context } from '#server/plumbing/context.ts'
import { fireWithin, nextTimer } from '#server/plumbing/timers.ts'
import { timerHandlers } from '#server/rooms.ts'
import { played, scene, warsaw, type Stage } from './scene.ts'
import type { TicketReport } from '#server/desk/public.ts'

export type Bakery = { client: Client; jan: Contact; ewa: Contact; night: Contact; contract: Contract }
export type Desk = {
  stage: Stage
  cast: Cast
  bakery: Bakery
  as: (who: CastName | 'jan' | 'ewa' | 'night' | 'public' | 'system') => { tenantId: string; actor: Actor }
  play: <T>(who: Parameters<Desk['as']>[0], at: string, deed: (ctx: Context) => Promise<T>) => Promise<T>
  keep: <T>(who: Parameters<Desk['as']>[0], at: string, deed: (ctx: Context) => Promise<T>) => Promise<T>
}

export async function setDesk(stage: Stage): Promise<Desk> {
  const cast = await setCast(stage)
  const bakery = await played(stage, cast.ola, '2026-11-02T09:00', (ctx) => openBakery(ctx, cast))
  const contactActor = (contact: Contact): Actor => ({
    kind: 'contact',
    id: contact.id,
    name: contact.name,
    email: contact.email,
    clientId: contact.clientId,
    isSupervisor: contact.isSupervisor,
    identityId: contact.identityId ?? contact.id,
  })
  const as: Desk['as'] = (who) => {
    const { tenantId } = cast
    if (who === 'public') return { tenantId, actor: { kind: 'public' } }
    if (who === 'system') return { tenantId, actor: { kind: 'system', what: 'test' } }
    if (who === 'jan' || who === 'night') return { tenantId, actor: contactActor(bakery[who]) }
    if (who === 'ewa') return { tenantId, actor: contactActor(bakery.ewa) }
    return cast[who]
  }
  return {
    stage,
    cast,
    bakery,
    as,
    play: (who, at, deed) => scene(stage, as(who), at, deed),
    keep: (who, at, deed) => played(stage, as(who), at, deed),
  }
}

async function openBakery(ctx: Context, cast: Cast): Promise<Bakery> {
  const client = await addClient(ctx, {
    name: 'Piekarnia Złoty Kłos',
    nip: null,
    email: 'biuro@zlotyklos.example',
  })
  const person = (name: string, email: string, more: object = {}) =>
    addContact(ctx, client.id, { name, email, hasPanelAccess: true, ...more })
  const jan = await person('Jan Młynarczyk', 'jan@zlotyklos.example')
  const ewa = await person('Ewa Bielak', 'ewa@zlotyklos.example', { isSupervisor: true })
  const night = await person('Adam Nocny', 'nocna@zlotyklos.example')
  const contract = await contractOfBakery(ctx, client, cast, [jan.id, ewa.id])
  return { client, jan, ewa, night, contract }
}

export async function contractOfBakery(
  ctx: Context,
  client: Client,
  cast: Cast,
  contactIds: string[],
  change: (terms: Terms) => Terms = (t) => t,
  confirmOverlap = false,
): Promise<Contract> {
  const drafted = await draftContract(ctx, { clientId: client.id, validFrom: '2026-01-01' })
  const version = (await versionOf(ctx, drafted.id, 1))!
  const terms = change({
    ...version.terms,
    accountManagerId: cast.ola.actor.id,
    reporters: { mode: 'listed', contactIds },
    calendars: { work: { name: 'Pn.–pt. 8–17', calendar: office } },
    serviceLevels: version.terms.serviceLevels.map((level) => ({
      priority: level.priority,
      definition: level.definition,
      reactionMinutes: level.priority === 'critical' ? 60 : 240,
      resolutionMinutes: level.priority === 'critical' ? 240 : 480,
      calendar: 'work',
    })),
  })
  await writeTerms(ctx, drafted.id, 1, { version: version.version, terms })
  return activateVersion(ctx, drafted.id, 1, { confirmOverlap })
}

const day: [string, string][] = [['08:00', '17:00']]
export const office: Terms['calendars'][string]['calendar'] = {
  timezone: 'Europe/Warsaw',
  weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  publicHolidays: 'PL',
}

/** Friday 15:40: the label printer of the story. */
export const printer: TicketReport = {
  source: 'panel',
  subject: 'Drukarka etykiet nie drukuje',
  description: 'Rano mamy odbiór kurierski.',
  senderIsTrusted: true,
}

/** Lets time pass inside a scene: everything that falls due happens in order, each at its own moment. */
export async function letPass(ctx: Context, until: string): Promise<Context> {
  for (;;) {
    const next = await nextTimer(ctx, warsaw(until))
    if (!next) return { ...ctx, now: warsaw(until) }
    await fireWithin({ ...ctx, now: Temporal.Instant.from(next.at) }, timerHandlers, next.id)
  }
}
