/**
 * What is still open on an invoice: its gross, changed by its corrections, less the payments
 * that were put on it. A withdrawn payment counts for nothing; below zero the client has
 * something to its credit.
 */
import { sql } from 'kysely'
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'

export type Balance = {
  invoiceId: string
  number: string
  clientId: string
  issueOn: string
  dueOn: string
  /** With the corrections. */
  grossGrosze: number
  paidGrosze: number
  openGrosze: number
}

export type BalanceFilter = { clientId?: string; invoiceId?: string; onlyOpen?: boolean }

/** Invoices with what is open on each, the oldest due first. A correction has no balance of its own. */
export async function balancesOf(ctx: Context, filter: BalanceFilter = {}): Promise<Balance[]> {
  const conditions = [
    filter.clientId && sql`and i.client_id = ${filter.clientId}`,
    filter.invoiceId && sql`and i.id = ${filter.invoiceId}`,
    filter.onlyOpen && sql`and i.gross_grosze + coalesce(k.gross, 0) <> coalesce(a.paid, 0)`,
  ].filter((one) => typeof one === 'object')
  const { rows } = await sql<Balance>`
    select i.id as invoice_id, i.number, i.client_id, i.issue_on, i.due_on,
      (i.gross_grosze + coalesce(k.gross, 0))::bigint as gross_grosze,
      coalesce(a.paid, 0)::bigint as paid_grosze,
      (i.gross_grosze + coalesce(k.gross, 0) - coalesce(a.paid, 0))::bigint as open_grosze
    from invoices i
    left join (
      select corrects_id, sum(gross_grosze) as gross from invoices
      where tenant_id = ${ctx.tenantId} and corrects_id is not null group by corrects_id
    ) k on k.corrects_id = i.id
    left join (
      select l.invoice_id, sum(l.amount_grosze) as paid
      from payment_allocations l join payments p on p.tenant_id = l.tenant_id and p.id = l.payment_id
      where l.tenant_id = ${ctx.tenantId} and p.withdrawn_at is null group by l.invoice_id
    ) a on a.invoice_id = i.id
    where i.tenant_id = ${ctx.tenantId} and i.corrects_id is null ${sql.join(conditions, sql` `)}
    order by i.due_on, i.issue_on, i.series_period, i.series_n, i.id`.execute(ctx.tx)
  return rows
}

export async function balanceOf(ctx: Context, invoiceId: string): Promise<Balance> {
  const [balance] = await balancesOf(ctx, { invoiceId })
  return balance ?? refuse('not_found')
}

export async function openAmountOf(ctx: Context, invoiceId: string): Promise<number> {
  return (await balanceOf(ctx, invoiceId)).openGrosze
}

/** Money the client has with us: what payments have left over, and invoices that were paid and then reduced. */
export async function creditOf(ctx: Context, clientId: string): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    select coalesce(sum(p.amount_grosze - coalesce(a.used, 0)), 0)::bigint as left
    from payments p
    left join (select payment_id, sum(amount_grosze) as used from payment_allocations where tenant_id = ${ctx.tenantId} group by payment_id) a on a.payment_id = p.id
    where p.tenant_id = ${ctx.tenantId} and p.client_id = ${clientId} and p.withdrawn_at is null`.execute(
    ctx.tx,
  )
  const reduced = (await balancesOf(ctx, { clientId, onlyOpen: true })).filter((one) => one.openGrosze < 0)
  return reduced.reduce((sum, one) => sum - one.openGrosze, rows[0]!.left)
}
