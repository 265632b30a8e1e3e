/**
 * The demo company: Żuraw Serwis with eleven clients, most of a year of work, every month billed
 * but the last, and tickets that run out of time right now. It is made by the same deeds that
 * people use, each at its own moment, in one transaction: half a company never exists.
 */
import type { App } from '#server/plumbing/app.ts'
import { packageWatch } from '#server/desk/public.ts'
import { inContext } from '#server/plumbing/context.ts'
import type { Jobs } from '#server/plumbing/jobs/jobs.ts'
import type { TimerHandlers } from '#server/plumbing/timers.ts'
import { timerHandlers } from '#server/rooms.ts'
import { setCast, type Cast } from './cast.ts'
import { demoClients } from './clients.ts'
import { dateOf } from './days.ts'
import { openContracts } from './open-contracts.ts'
import { openTickets } from './open-tickets.ts'
import { pastMonths } from './past-months.ts'
import { pastTickets } from './past-tickets.ts'
import { Timeline } from './timeline.ts'

export type Demo = { tenantId: string; slug: string; cast: Cast }

/** `tag` keeps the addresses of several demos apart: "-4f2a". */
export async function fillDemo(app: App, options: { tag?: string; password?: string } = {}): Promise<Demo> {
  const { tag = '', password } = options
  const cast = await setCast({ app }, { kind: 'demo', domain: `zuraw${tag}.example`, password })
  const timeline = new Timeline(app.clock())
  const known = openContracts(timeline, cast, demoClients, tag)
  const { bakeryReportedOn } = openTickets(timeline, cast, known)
  const lastMonth = dateOf(timeline.now).subtract({ months: 1 }).toPlainYearMonth()
  const openLastMonth = bakeryReportedOn.filter((at) =>
    dateOf(at).toPlainYearMonth().equals(lastMonth),
  ).length
  pastTickets(timeline, cast, known, openLastMonth)
  pastMonths(timeline, cast, known)
  await inContext(app, cast.marta, (ctx) =>
    timeline.play({ ...ctx, app: { ...app, jobs: withoutPaper(app.jobs) } }, handlersOfPast),
  )
  return { tenantId: cast.tenantId, slug: cast.slug, cast }
}

/** Packages of months long billed worry nobody; looking at them after every entry of a year takes minutes. */
const handlersOfPast: TimerHandlers = { ...timerHandlers, [packageWatch]: async () => {} }

/**
 * Papers of the past are made when somebody opens them: printing a year of invoices would keep the
 * machine busy for a minute. Watching for payment is done at once, at the time of the invoice.
 */
function withoutPaper(jobs: Jobs): Jobs {
  const later = new Set(['deliver_invoice', 'contract_document', 'invoice_issued'])
  return {
    ...jobs,
    send: async (ctx, kind, facts, seconds) =>
      later.has(kind) ? undefined : jobs.send(ctx, kind, facts, seconds),
  }
}
