/**
 * What alarms stand on: the ladder, the terms of a contract, the people. Alarms that sound in
 * one transaction ask for each of them once; nothing in between changes them.
 */
import { staffOf, type Staff } from '#server/accounts/public.ts'
import { termsOfContractAt, type VersionInForce } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { ladderFor, type Ladder } from './arm-alarms.ts'
import type { TicketClocks } from './clocks.ts'
import { logsOf } from './queue.ts'
import type { LogRow } from './ticket-state.ts'
import { findTicket, logOf, type TicketRow } from './ticket-store.ts'

const known = new WeakMap<object, Map<string, Promise<unknown>>>()

function once<T>(ctx: Context, key: string, load: () => Promise<T>): Promise<T> {
  const of = known.get(ctx.tx) ?? new Map<string, Promise<unknown>>()
  known.set(ctx.tx, of)
  const found = of.get(key) ?? load()
  of.set(key, found)
  return found as Promise<T>
}

export function termsOfTicket(
  ctx: Context,
  { contractId, reportedAt }: Pick<TicketRow, 'contractId' | 'reportedAt'>,
): Promise<VersionInForce | undefined> {
  if (!contractId) return Promise.resolve(undefined)
  const at = Temporal.Instant.from(reportedAt)
  const date = at.toZonedDateTimeISO(ctx.tenant.timezone).toPlainDate().toString()
  return once(ctx, `terms ${contractId} ${date}`, () => termsOfContractAt(ctx, contractId, at))
}

export const ladderOnce = (ctx: Context, warnings: TicketClocks['warnings']): Promise<Ladder> =>
  once(ctx, `ladder ${JSON.stringify(warnings ?? null)}`, () => ladderFor(ctx, warnings))

export const staffOnce = (ctx: Context): Promise<Staff[]> => once(ctx, 'staff', () => staffOf(ctx))

/** The tickets and logs of alarms that sound together, read in one go after they were locked. */
export async function readTogether(ctx: Context, ids: readonly string[]): Promise<void> {
  const rows = await ctx.tx
    .selectFrom('tickets')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
  const logs = await logsOf(
    ctx,
    rows.map((row) => row.id),
  )
  for (const row of rows) {
    const read: TicketAndLog = { ticket: row as unknown as TicketRow, log: logs.get(row.id) ?? [] }
    readBefore(ctx).set(row.id, read)
  }
}

export type TicketAndLog = { ticket: TicketRow; log: readonly LogRow[] }

const read = new WeakMap<object, Map<string, TicketAndLog>>()

function readBefore(ctx: Context): Map<string, TicketAndLog> {
  const of = read.get(ctx.tx) ?? new Map<string, TicketAndLog>()
  read.set(ctx.tx, of)
  return of
}

/** Each reading is used once: an alarm of the same ticket that comes after it reads anew. */
export async function ticketAndLog(ctx: Context, id: string): Promise<TicketAndLog | undefined> {
  const known = readBefore(ctx).get(id)
  readBefore(ctx).delete(id)
  if (known) return known
  const ticket = await findTicket(ctx, id)
  return ticket && { ticket, log: await logOf(ctx, id) }
}
