/**
 * The company of the trial of alarms: one contract round the clock with an hour to react. A
 * ticket is reported through the deed; the others are its copies with other moments, put
 * straight into the tables: a hundred thousand reports would take the deeds all day.
 */
import type pg from 'pg'
import { setCast } from '#demo/cast.ts'
import { everyDay } from '#engines/worktime/testing.ts'
import { activateVersion, addClient, draftContract, versionOf, writeTerms } from '#server/contracts/public.ts'
import { reportTicket, takeOver } from '#server/desk/public.ts'
import { changeDeskRules } from '#server/desk/desk-rules.ts'
import { inContext, type Context } from '#server/plumbing/context.ts'
import type { Cast } from '#demo/cast.ts'
import type { Running } from '#server/start-app.ts'
import { setCompany } from './company.ts'

/** One that nobody has answered, and one that is in work. */
export type Template = { tenantId: string; received: string; inWork: string }

const reactionMinutes = 60
/** The first rung of the ladder: half of the time. */
const untilAlarmMs = 30 * 60_000

export async function openCompany(data: string): Promise<Template> {
  let template: Template | undefined
  await setCompany(data, { clients: 1, months: 1 }, async (running) => {
    template = await templatesOf(running)
  })
  return template!
}

async function templatesOf(running: Running): Promise<Template> {
  const cast = await setCast(running)
  const asOla = <T>(deed: (ctx: Context) => Promise<T>): Promise<T> => inContext(running.app, cast.ola, deed)
  await inContext(running.app, cast.marta, ladderByMail)
  const clientId = await asOla((ctx) => clientRoundTheClock(ctx, cast))
  const report = {
    source: 'manual',
    clientId,
    subject: 'Serwer nie odpowiada',
    description: 'Od rana.',
  } as const
  const one = () =>
    asOla((ctx) => reportTicket(ctx, { ...report, priority: 'normal', senderIsTrusted: true }))
  const [received, inWork] = [await one(), await one()]
  await asOla((ctx) => takeOver(ctx, inWork.id))
  return { tenantId: cast.tenantId, received: received.id, inWork: inWork.id }
}

async function ladderByMail(ctx: Context): Promise<unknown> {
  const ladder = [50, 100].map((share) => ({ share, tell: ['assignee'], byMail: true }))
  return changeDeskRules(ctx, { alarms: { ladder, quiet: null }, version: 0 })
}

async function clientRoundTheClock(ctx: Context, cast: Cast): Promise<string> {
  const client = await addClient(ctx, { name: 'Chłodnia Wydmy', nip: null, email: 'biuro@wydmy.example' })
  const validFrom = ctx.now
    .toZonedDateTimeISO('Europe/Warsaw')
    .toPlainDate()
    .subtract({ months: 1 })
    .toString()
  const drafted = await draftContract(ctx, { clientId: client.id, validFrom })
  const { version, terms } = (await versionOf(ctx, drafted.id, 1))!
  const calendar = {
    timezone: 'Europe/Warsaw',
    weekly: everyDay(['00:00', '24:00']),
    publicHolidays: 'none' as const,
  }
  await writeTerms(ctx, drafted.id, 1, {
    version,
    terms: {
      ...terms,
      accountManagerId: cast.ola.actor.id,
      calendars: { always: { name: '24/7', calendar } },
      serviceLevels: terms.serviceLevels.map(({ priority, definition }) => ({
        priority,
        definition,
        reactionMinutes,
        resolutionMinutes: 60 * 24 * 60,
        calendar: 'always',
      })),
    },
  })
  await activateVersion(ctx, drafted.id, 1, {})
  return client.id
}

let lastNumber = 1_000_000

/**
 * Copies of a template. With `due` their first alarm falls at a random moment of that time;
 * without it they are in work since yesterday and call for nothing today. Answers the moment
 * of the alarm by ticket.
 */
export async function addTickets(
  client: pg.Client,
  { tenantId, received, inWork }: Template,
  wanted: { count: number; due?: { fromMs: number; withinMs: number } },
): Promise<Map<string, number>> {
  const { count, due } = wanted
  const template = due ? received : inWork
  const firstMs = due ? due.fromMs - untilAlarmMs : Date.now() - 24 * 60 * 60_000
  await client.query('begin')
  await client.query(
    `create temp table copies on commit drop as
     select gen_random_uuid() as id, gen_random_uuid() as conversation_id, $1::int + n as number,
       date_trunc('milliseconds', to_timestamp($2::float8 / 1000) + random() * $3::float8 * interval '1 millisecond') as reported_at
     from generate_series(1, $4::int) n`,
    [lastNumber, firstMs, due?.withinMs ?? 60 * 60_000, count],
  )
  lastNumber += count
  const values = [tenantId, template]
  await client.query(
    `insert into conversations (tenant_id, id, client_id, ticket_id, subject, last_message_at, created_at)
     select $1, n.conversation_id, t.client_id, n.id, t.subject, n.reported_at, n.reported_at
     from copies n, tickets t where t.tenant_id = $1 and t.id = $2`,
    values,
  )
  await client.query(
    `insert into tickets select (jsonb_populate_record(t, to_jsonb(n))).*
     from copies n, tickets t where t.tenant_id = $1 and t.id = $2`,
    values,
  )
  await client.query(
    `insert into ticket_log select $1, n.id, l.seq, n.reported_at + (l.at - t.reported_at), l.kind, l.by_kind, l.by_id, l.by_name, l.facts
     from copies n, tickets t join ticket_log l on l.tenant_id = t.tenant_id and l.ticket_id = t.id where t.tenant_id = $1 and t.id = $2`,
    values,
  )
  await client.query(
    `insert into timers (tenant_id, id, at, what, subject_id, key)
     select $1, gen_random_uuid(), n.reported_at + (w.at - t.reported_at), 'ticket_alarm', n.id, 'next'
     from copies n, tickets t join timers w on w.tenant_id = t.tenant_id and w.subject_id = t.id and w.what = 'ticket_alarm'
     where t.tenant_id = $1 and t.id = $2`,
    values,
  )
  const { rows } = await client.query<{ id: string; at: string }>(
    `select id, (extract(epoch from reported_at) * 1000)::float8 as at from copies`,
  )
  await client.query('commit')
  if (count > 10_000) await client.query('analyze')
  return new Map(due ? rows.map((row) => [row.id, Number(row.at) + untilAlarmMs]) : [])
}
