/**
 * The tickets of the past months: reported in working hours, taken over, worked on, resolved the
 * same day. The bakery's last month is the story's: thirteen that count and a duplicate.
 */
import {
  logMaterial,
  logTime,
  logTrip,
  markRead,
  mergeTickets,
  reportTicket,
  resolveTicket,
  takeOver,
  writeMessage,
} from '#server/desk/public.ts'
import type { Actor, Context } from '#server/plumbing/context.ts'
import type { Cast } from './cast.ts'
import { chances, dateOf, monthStart, morning, workingDays } from './days.ts'
import { contactActor, type Known } from './open-contracts.ts'
import type { Timeline } from './timeline.ts'

type Past = { id: string; conversationId: string }
type Plan = {
  own: Known
  person: string
  at: Temporal.Instant
  n: number
  late: boolean
  subject: string
  minutes: number
  onSite: boolean
}

export const storyTickets = 13

/** `openLastMonth`: open tickets of the bakery that were reported in the last month count there too. */
export function pastTickets(
  timeline: Timeline,
  cast: Cast,
  known: Map<string, Known>,
  openLastMonth: number,
): void {
  const chance = chances(41)
  for (const own of known.values()) {
    let n = 0
    for (let ago = own.wish.monthsAgo; ago >= 0; ago--) {
      const isStory = own.wish.key === 'klos' && ago === 1
      const count = isStory
        ? storyTickets - openLastMonth
        : Math.max(1, Math.round(own.wish.perMonth * busy(ago) * (0.6 + 0.8 * chance())))
      const days = workingDays(monthStart(timeline.now, ago))
      for (let i = 0; i < count; i++, n++) {
        const day = days[Math.floor(((i + 0.5) * days.length) / count)]!
        const isPast = Temporal.PlainDate.compare(day, dateOf(timeline.now)) < 0
        const at = morning(day, 8 + Math.floor(chance() * 5), Math.floor(chance() * 60))
        if (isPast) story(timeline, cast, planOf(own, at, n, chance()), isStory && i === count - 1)
      }
    }
  }
}

/** The further back, the less is told: a year in full would take long to play. */
const busy = (monthsAgo: number): number => (monthsAgo <= 1 ? 1 : monthsAgo <= 3 ? 0.5 : 0.25)

function planOf(own: Known, at: Temporal.Instant, n: number, chance: number): Plan {
  const { subjects, work, people, key } = own.wish
  const minutes = work.minutes[n % work.minutes.length]!
  return {
    own,
    at,
    n,
    minutes,
    person: people[n % Math.min(2, people.length)]!.key,
    late: chance > 0.9,
    subject: subjects[n % subjects.length]!,
    onSite: work.place === 'onSite' || (key === 'klos' && n % 7 === 3),
  }
}

function story(timeline: Timeline, cast: Cast, plan: Plan, hasDuplicate: boolean): void {
  const { own, at, n, person, minutes } = plan
  const ticket: Partial<Past> = {}
  const reporter = {
    get actor() {
      return contactActor(own, person)
    },
  }
  const technicians = [cast.piotr, cast.kuba, cast.tomek, cast.basia]
  const technician = technicians[(n + own.wish.contract) % technicians.length]!.actor
  const wait = plan.late ? 75 : 12 + (n % 3) * 9
  const begun = at.add({ minutes: wait })
  const ended = begun.add({ minutes })
  timeline.add(at, cast.ola.actor, (ctx) => report(ctx, plan, reporter.actor, ticket))
  if (hasDuplicate) duplicate(timeline, cast, plan, ticket)
  timeline.add(begun, technician, async (ctx) => void (await takeOver(ctx, ticket.id!)))
  if (n % 3 === 0)
    timeline.add(begun.add({ minutes: 3 }), technician, (ctx) => talk(ctx, ticket, reporter.actor, n))
  timeline.add(ended, technician, (ctx) => finish(ctx, plan, ticket.id!, begun, ended))
  timeline.add(ended.add({ minutes: 30 }), cast.ola.actor, async (ctx) => {
    const clients = [...own.people.keys()].map((key) => contactActor(own, key))
    for (const actor of [cast.marta.actor, cast.ola.actor, ...clients])
      await markRead({ ...ctx, actor }, ticket.conversationId!)
  })
}

async function report(
  ctx: Context,
  { own, subject, n, person }: Plan,
  contact: Actor,
  ticket: Partial<Past>,
): Promise<void> {
  const description = descriptions[n % descriptions.length]!
  const common = { subject, description, senderIsTrusted: true }
  const byPhone = n % 4 === 1
  const made = byPhone
    ? await reportTicket(ctx, {
        ...common,
        source: 'manual',
        priority: 'normal',
        contactId: own.people.get(person)!.id,
      })
    : await reportTicket(
        { ...ctx, actor: contact },
        { ...common, source: 'panel', proposedPriority: n % 5 === 0 ? 'high' : 'normal' },
      )
  Object.assign(ticket, { id: made.id, conversationId: made.conversationId })
}

function duplicate(timeline: Timeline, cast: Cast, { own, at, subject }: Plan, ticket: Partial<Past>): void {
  timeline.add(at.add({ minutes: 6 }), cast.ola.actor, async (ctx) => {
    const again = await reportTicket(ctx, {
      source: 'manual',
      contactId: own.people.get('halina')!.id,
      subject,
      description: 'To samo zgłasza sklep.',
      priority: 'normal',
      senderIsTrusted: true,
    })
    await mergeTickets({ ...ctx, now: ctx.now.add({ minutes: 2 }) }, again.id, ticket.id!)
  })
}

async function talk(ctx: Context, ticket: Partial<Past>, contact: Actor, n: number): Promise<void> {
  const { conversationId } = ticket as Past
  await writeMessage(ctx, { conversationId, text: answers[n % answers.length]!, channel: 'desk' })
  await writeMessage(
    { ...ctx, actor: contact, now: ctx.now.add({ minutes: 2 }) },
    { conversationId, text: 'Dziękuję, czekamy.', channel: 'panel' },
  )
}

async function finish(
  ctx: Context,
  plan: Plan,
  ticketId: string,
  begun: Temporal.Instant,
  ended: Temporal.Instant,
): Promise<void> {
  const { n, own, onSite } = plan
  const { everyTrip, everyMaterial, km } = own.wish.work
  await logTime(ctx, ticketId, {
    place: onSite ? 'onSite' : 'remote',
    startedAt: begun.toString(),
    endedAt: ended.toString(),
    note: plan.subject,
  })
  if (everyTrip && n % everyTrip === 0)
    await logTrip(ctx, ticketId, { at: begun.toString(), ...(km && { kilometres: km }) })
  if (everyMaterial && n % everyMaterial === 2)
    await logMaterial(ctx, ticketId, {
      at: ended.toString(),
      ...parts[n % parts.length]!,
      quantity: '1',
      unit: 'szt.',
    })
  await resolveTicket(ctx, ticketId, { text: resolutions[n % resolutions.length]! })
}

const descriptions = [
  'Od rana tak jest, prosimy o pomoc.',
  'Pojawia się komunikat o błędzie, restart nie pomógł.',
  'Wczoraj jeszcze działało. Możemy pracować, ale wolniej.',
  'Proszę o kontakt, kiedy ktoś będzie mógł się tym zająć.',
]
const answers = [
  'Dzień dobry, widzę problem, zajmuję się tym.',
  'Dzień dobry, łączę się zdalnie za kilka minut.',
  'Dzień dobry, sprawdzam dziennik zdarzeń i wracam z odpowiedzią.',
]
const resolutions = [
  'Działa. Przyczyną był sterownik po aktualizacji, przywrócona poprzednia wersja.',
  'Usunięte. Gdyby wróciło, proszę odpisać w tej rozmowie.',
  'Wymienione i sprawdzone razem z Państwem na miejscu.',
  'Ustawienia poprawione, kopia zapasowa wykonana.',
]
const parts = [
  { name: 'Zasilacz 65 W', cost: '119.00' },
  { name: 'Przełącznik 8 portów', cost: '164.50' },
  { name: 'Wałek dociskowy', cost: '238.00' },
]
