/**
 * What alarms stand on: the ladder, the terms of a contract, the people. Alarms that sound in
 * one transaction ask for each of them once; nothing in between changes them.
 */
import { staffOf, type Staff } from '#server/accounts/public.ts'
import { termsOfContractAt, type VersionInForce } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { ladderFor, type Ladder } from './arm-alarms.ts'
import type { TicketClocks } from './clocks.ts'
import type { TicketRow } from './ticket-store.ts'

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
