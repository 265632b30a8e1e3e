/** The statement of one client: invoices, corrections and payments in the order of their days, with the balance after each. */
import { clientOf } from '#server/contracts/public.ts'
import { invoicesOf } from '#server/billing/public.ts'
import { today, type Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { openInvoices, type OpenInvoice } from './collection-view.ts'
import { balancesOf, creditOf, type Balance } from './invoice-balance.ts'
import { paymentsOfClient } from './payment-store.ts'
import { paymentViews, type PaymentView } from './payment-view.ts'

export type StatementRow = {
  kind: 'invoice' | 'correction' | 'payment'
  id: string
  on: string
  /** Of the invoice, the correction, or the title of the payment. */
  text: string
  /** What the client owes is positive, what it pays negative. */
  amountGrosze: number
  balanceGrosze: number
}

export type ClientStatement = {
  on: string
  client: { id: string; name: string; nip: string | null; phone: string; email: string; invoiceEmail: string }
  /** What the client owes us; below zero it has a credit. */
  balanceGrosze: number
  openGrosze: number
  overdueGrosze: number
  interestGrosze: number
  creditGrosze: number
  open: OpenInvoice[]
  invoices: Balance[]
  payments: PaymentView[]
  rows: StatementRow[]
}

export async function clientStatement(ctx: Context, clientId: string): Promise<ClientStatement> {
  const client = (await clientOf(ctx, clientId)) ?? refuse('not_found')
  const open = await openInvoices(ctx, { clientId })
  const payments = await paymentViews(ctx, await paymentsOfClient(ctx, clientId))
  const rows = await rowsOf(ctx, clientId, payments)
  const { id, name, nip, phone, email, invoiceEmail } = client
  const sum = (some: OpenInvoice[], of: (one: OpenInvoice) => number) =>
    some.reduce((total, one) => total + of(one), 0)
  return {
    on: today(ctx).toString(),
    client: { id, name, nip, phone, email, invoiceEmail },
    balanceGrosze: rows.at(-1)?.balanceGrosze ?? 0,
    openGrosze: sum(open, (one) => one.openGrosze),
    overdueGrosze: sum(
      open.filter((one) => one.daysOverdue > 0),
      (one) => one.openGrosze,
    ),
    interestGrosze: sum(open, (one) => one.interest.grosze),
    creditGrosze: await creditOf(ctx, clientId),
    open,
    invoices: await balancesOf(ctx, { clientId }),
    payments,
    rows,
  }
}

/** Within one day: what is owed, what was corrected, what was paid. */
const rank = { invoice: 0, correction: 1, payment: 2 }

async function rowsOf(ctx: Context, clientId: string, payments: PaymentView[]): Promise<StatementRow[]> {
  const documents = (await invoicesOf(ctx, { clientId })).map(
    ({ id, kind, number, issueOn, grossGrosze }) => ({
      kind: kind === 'KOR' ? ('correction' as const) : ('invoice' as const),
      id,
      on: issueOn,
      text: number,
      amountGrosze: grossGrosze,
    }),
  )
  const paid = payments
    .filter((one) => !one.withdrawnAt)
    .map((one) => ({
      kind: 'payment' as const,
      id: one.id,
      on: one.paidOn,
      text: one.note,
      amountGrosze: -one.amountGrosze,
    }))
  const inOrder = [...documents.toReversed(), ...paid].sort((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : rank[a.kind] - rank[b.kind],
  )
  let balanceGrosze = 0
  return inOrder.map((row) => ({ ...row, balanceGrosze: (balanceGrosze += row.amountGrosze) }))
}
