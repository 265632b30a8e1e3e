/** Payments and what they were put on, as they stand in the tables. */
import { sql } from 'kysely'
import type { Context } from '#server/plumbing/context.ts'

export type Payment = {
  id: string
  clientId: string
  paidOn: string
  amountGrosze: number
  currency: string
  note: string
  enteredAt: string
  enteredBy: string | null
  withdrawnAt: string | null
  withdrawnBecause: string | null
}
export type Allocation = { paymentId: string; invoiceId: string; amountGrosze: number }

const columns = [
  'id',
  'clientId',
  'paidOn',
  'amountGrosze',
  'currency',
  'note',
  'enteredAt',
  'enteredBy',
  'withdrawnAt',
  'withdrawnBecause',
] as const

export async function paymentOf(ctx: Context, id: string): Promise<Payment | undefined> {
  return ctx.tx
    .selectFrom('payments')
    .select(columns)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Withdrawn ones too: they stay in the history. */
export async function paymentsOfClient(ctx: Context, clientId: string): Promise<Payment[]> {
  return ctx.tx
    .selectFrom('payments')
    .select(columns)
    .where('tenantId', '=', ctx.tenantId)
    .where('clientId', '=', clientId)
    .orderBy('paidOn')
    .orderBy('enteredAt')
    .orderBy('id')
    .execute()
}

export async function paymentsOnInvoice(ctx: Context, invoiceId: string): Promise<Payment[]> {
  return ctx.tx
    .selectFrom('payments')
    .select(columns)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', 'in', (e) =>
      e
        .selectFrom('paymentAllocations')
        .select('paymentId')
        .where('tenantId', '=', ctx.tenantId)
        .where('invoiceId', '=', invoiceId),
    )
    .orderBy('paidOn')
    .orderBy('enteredAt')
    .execute()
}

export async function insertPayment(
  ctx: Context,
  payment: Omit<Payment, 'withdrawnAt' | 'withdrawnBecause'>,
): Promise<void> {
  await ctx.tx
    .insertInto('payments')
    .values({ tenantId: ctx.tenantId, ...payment })
    .execute()
}

export async function markWithdrawn(ctx: Context, id: string, because: string): Promise<void> {
  await ctx.tx
    .updateTable('payments')
    .set({ withdrawnAt: ctx.now.toString(), withdrawnBecause: because })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

export async function insertAllocations(ctx: Context, allocations: Allocation[]): Promise<void> {
  if (allocations.length === 0) return
  await ctx.tx
    .insertInto('paymentAllocations')
    .values(allocations.map((one) => ({ tenantId: ctx.tenantId, ...one })))
    .onConflict((c) =>
      c.columns(['tenantId', 'paymentId', 'invoiceId']).doUpdateSet((e) => ({
        amountGrosze: e('paymentAllocations.amountGrosze', '+', e.ref('excluded.amountGrosze')),
      })),
    )
    .execute()
}

export async function allocationsOfPayments(
  ctx: Context,
  paymentIds: string[],
): Promise<(Allocation & { number: string })[]> {
  if (paymentIds.length === 0) return []
  return ctx.tx
    .selectFrom('paymentAllocations as a')
    .innerJoin('invoices as i', (join) =>
      join.onRef('i.tenantId', '=', 'a.tenantId').onRef('i.id', '=', 'a.invoiceId'),
    )
    .select(['a.paymentId', 'a.invoiceId', 'a.amountGrosze', 'i.number'])
    .where('a.tenantId', '=', ctx.tenantId)
    .where('a.paymentId', 'in', paymentIds)
    .orderBy('i.dueOn')
    .orderBy('i.number')
    .execute()
}

export type PaymentPart = { paymentId: string; invoiceId: string; paidOn: string; amountGrosze: number }

/** What was paid on invoices and when, without what was withdrawn; the earliest first. */
export async function paymentPartsOf(ctx: Context, invoiceIds: string[]): Promise<PaymentPart[]> {
  if (invoiceIds.length === 0) return []
  return ctx.tx
    .selectFrom('paymentAllocations as a')
    .innerJoin('payments as p', (join) =>
      join.onRef('p.tenantId', '=', 'a.tenantId').onRef('p.id', '=', 'a.paymentId'),
    )
    .select(['a.paymentId', 'a.invoiceId', 'p.paidOn', 'a.amountGrosze'])
    .where('a.tenantId', '=', ctx.tenantId)
    .where('a.invoiceId', 'in', invoiceIds)
    .where('p.withdrawnAt', 'is', null)
    .orderBy('p.paidOn')
    .orderBy('p.enteredAt')
    .execute()
}

/** Money of one client is moved by one deed at a time. */
export async function lockMoneyOf(ctx: Context, clientId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`money ${ctx.tenantId} ${clientId}`}, 0))`.execute(
    ctx.tx,
  )
}
