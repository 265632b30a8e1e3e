/**
 * Terms that open tickets are judged by have changed: a correction, an amendment that began
 * before the report, a calendar with another holiday. Their deadlines are counted anew, in
 * batches, by the fast path; where one moved, the log says so and the next alarm is armed.
 */
import { sql } from 'kysely'
import { clockTermsOf } from '#engines/worktime/clock-terms.ts'
import { nextDue } from '#engines/worktime/alarms.ts'
import { timingOf } from '#engines/worktime/verdicts.ts'
import { termsOfContractAt, type VersionInForce } from '#server/contracts/public.ts'
import type { App } from '#server/plumbing/app.ts'
import { asSystem, type Context } from '#server/plumbing/context.ts'
import type { JobData } from '#server/plumbing/jobs/jobs.ts'
import { announce } from '#server/plumbing/live.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { armAll, type TimerToArm } from '#server/plumbing/timers.ts'
import { ladderFor, planAlarms, type Ladder } from './arm-alarms.ts'
import { clocksByTerms, dueOf, eventsOf, type TicketClocks } from './clocks.ts'
import { logsOf } from './queue.ts'
import { openStates, type LogRow } from './ticket-state.ts'
import type { TicketRow } from './ticket-store.ts'

const batchSize = 500

/** The job that an activated version leaves behind; done twice it changes nothing the second time. */
export async function termsChangedJob(app: App, data: JobData): Promise<void> {
  const contractId = String(data.contractId)
  const total = { looked: 0, moved: 0 }
  for (let after: string | undefined = ''; after !== undefined;) {
    const from: string = after
    const batch = await asSystem(app, data.tenantId, 'terms_changed', (ctx) =>
      retimeBatch(ctx, contractId, from),
    )
    total.looked += batch.looked
    total.moved += batch.moved
    after = batch.last
  }
  if (total.moved > 0)
    await asSystem(app, data.tenantId, 'terms_changed', async (ctx) => {
      await recordEvent(ctx, 'tickets_retimed', { kind: 'contract', id: contractId }, total)
      await announce(ctx, 'tickets', { staffOnly: true })
    })
}

type Batch = { looked: number; moved: number; last: string | undefined }
type Moved = { row: TicketRow; clocks: TicketClocks; log: readonly LogRow[] }

export async function retimeBatch(ctx: Context, contractId: string, after: string): Promise<Batch> {
  const rows = await openTicketsOf(ctx, contractId, after)
  if (rows.length === 0) return { looked: 0, moved: 0, last: undefined }
  const logs = await logsOf(
    ctx,
    rows.map((row) => row.id),
  )
  const versions = new Map<string, VersionInForce | undefined>()
  const ladders = new Map<string, Ladder>()
  const moved: Moved[] = []
  for (const row of rows) {
    const version = await versionFor(ctx, row, versions)
    const log = logs.get(row.id) ?? []
    if (version && isMoved(ctx, row, log, version))
      moved.push({ row, log, clocks: clocksByTerms(version, log, ctx.now) })
  }
  await keep(ctx, moved, ladders)
  return { looked: rows.length, moved: moved.length, last: rows.at(-1)?.id }
}

async function openTicketsOf(ctx: Context, contractId: string, after: string): Promise<TicketRow[]> {
  let query = ctx.tx
    .selectFrom('tickets')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('contractId', '=', contractId)
    .where('state', 'in', [...openStates])
  if (after) query = query.where('id', '>', after)
  // In the order of ids, as merging locks them: nobody waits in a circle.
  return (await query.orderBy('id').limit(batchSize).forUpdate().execute()) as unknown as TicketRow[]
}

async function versionFor(
  ctx: Context,
  row: TicketRow,
  known: Map<string, VersionInForce | undefined>,
): Promise<VersionInForce | undefined> {
  const at = Temporal.Instant.from(row.reportedAt)
  const date = at.toZonedDateTimeISO(ctx.tenant.timezone).toPlainDate().toString()
  const key = `${row.contractId} ${date}`
  if (!known.has(key)) known.set(key, await termsOfContractAt(ctx, row.contractId!, at))
  return known.get(key)
}

/** The fast path looks whether any deadline is another one; only then everything is explained anew. */
function isMoved(
  ctx: Context,
  row: TicketRow,
  log: readonly LogRow[],
  { terms, number }: VersionInForce,
): boolean {
  const now = ctx.now.epochMilliseconds
  const { due } = timingOf({ terms: clockTermsOf(terms), log: eventsOf(log), now })
  const before = new Map(row.clocks?.clocks.map((clock) => [clock.target, clock.dueAt]))
  const after = Object.entries(due)
  const isSame = after.every(([target, at]) => Date.parse(before.get(target as never) ?? '') === at)
  const dated = [...before.values()].filter((at) => at !== undefined).length
  return !isSame || dated !== after.length || row.clocks?.terms.version !== number
}

async function keep(ctx: Context, moved: readonly Moved[], ladders: Map<string, Ladder>): Promise<void> {
  if (moved.length === 0) return
  const timers: TimerToArm[] = []
  const rows: Record<string, unknown>[] = []
  for (const { row, clocks } of moved) {
    const ladder = await knownLadder(ctx, clocks, ladders)
    const { delivered, timer } = planAlarms(ctx.now, { ...row, clocks }, row.clocks, ladder)
    if (timer) timers.push(timer)
    rows.push({ id: row.id, ...cachesOf(clocks), alarms: delivered })
  }
  await updateCaches(ctx, rows)
  await sayInLogs(ctx, moved)
  await ctx.tx
    .deleteFrom('timers')
    .where('tenantId', '=', ctx.tenantId)
    .where('what', '=', 'ticket_alarm')
    .where(
      'subjectId',
      'in',
      moved.map(({ row }) => row.id),
    )
    .execute()
  await armAll(ctx, timers)
}

async function knownLadder(
  ctx: Context,
  { warnings }: TicketClocks,
  known: Map<string, Ladder>,
): Promise<Ladder> {
  const key = JSON.stringify(warnings ?? null)
  const ladder = known.get(key) ?? (await ladderFor(ctx, warnings))
  known.set(key, ladder)
  return ladder
}

const cachesOf = (clocks: TicketClocks): Record<string, unknown> => ({
  clocks,
  next_due_at: nextDue(clocks.clocks) ?? null,
  react_by: dueOf(clocks, 'reaction') ?? null,
  resolve_by: dueOf(clocks, 'resolution') ?? null,
})

async function updateCaches(ctx: Context, rows: readonly object[]): Promise<void> {
  await sql`
    update tickets t set clocks = n.clocks, alarms = n.alarms, next_due_at = n.next_due_at,
      react_by = n.react_by, resolve_by = n.resolve_by, version = t.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n(id uuid, clocks jsonb, alarms jsonb, next_due_at timestamptz, react_by timestamptz, resolve_by timestamptz)
    where t.tenant_id = ${ctx.tenantId} and t.id = n.id`.execute(ctx.tx)
}

async function sayInLogs(ctx: Context, moved: readonly Moved[]): Promise<void> {
  const at = ctx.now.toString()
  await ctx.tx
    .insertInto('ticketLog')
    .values(
      moved.map(({ row, clocks, log }) => ({
        tenantId: ctx.tenantId,
        ticketId: row.id,
        seq: (log.at(-1)?.seq ?? 0) + 1,
        at,
        kind: 'retimed',
        byKind: 'system',
        byId: null,
        byName: '',
        facts: JSON.stringify({
          version: clocks.terms.version,
          from: { reaction: row.reactBy, resolution: row.resolveBy },
          to: {
            reaction: dueOf(clocks, 'reaction') ?? null,
            resolution: dueOf(clocks, 'resolution') ?? null,
          },
        }),
      })),
    )
    .execute()
}
