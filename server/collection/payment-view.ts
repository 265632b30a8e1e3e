/** A payment as people see it: what it was put on and what is left of it. */
import { staffOf } from '#server/accounts/public.ts'
import { invoiceOf } from '#server/billing/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { balanceOf, type Balance } from './invoice-balance.ts'
import { allocationsOfPayments, paymentsOnInvoice, type Payment } from './payment-store.ts'

export type PaymentView = Payment & {
  enteredByName: string | null
  allocations: { invoiceId: string; number: string; amountGrosze: number }[]
  /** Not put on any invoice: the client's credit. */
  leftGrosze: number
}

export async function paymentView(ctx: Context, payment: Payment): Promise<PaymentView> {
  const [view] = await paymentViews(ctx, [payment])
  return view!
}

export async function paymentViews(ctx: Context, payments: Payment[]): Promise<PaymentView[]> {
  const allocations = await allocationsOfPayments(
    ctx,
    payments.map((one) => one.id),
  )
  const people = new Map((await staffOf(ctx)).map((one) => [one.id, one.name]))
  return payments.map((payment) => {
    const own = allocations
      .filter((one) => one.paymentId === payment.id)
      .map(({ invoiceId, number, amountGrosze }) => ({ invoiceId, number, amountGrosze }))
    const used = own.reduce((sum, one) => sum + one.amountGrosze, 0)
    const enteredByName = payment.enteredBy ? (people.get(payment.enteredBy) ?? null) : null
    return {
      ...payment,
      enteredByName,
      allocations: own,
      leftGrosze: payment.withdrawnAt ? 0 : payment.amountGrosze - used,
    }
  })
}

/** An invoice with its balance and payments, withdrawn ones too; of a correction those of its original. */
export async function invoicePayments(
  ctx: Context,
  invoiceId: string,
): Promise<Balance & { payments: PaymentView[] }> {
  const invoice = (await invoiceOf(ctx, invoiceId)) ?? refuse('not_found')
  const id = invoice.correctsId ?? invoice.id
  return {
    ...(await balanceOf(ctx, id)),
    payments: await paymentViews(ctx, await paymentsOnInvoice(ctx, id)),
  }
}
