/** A payment as people see it: what it was put on and what is left of it. */
import { staffOf } from '#server/accounts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
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

/** Payments that were put on an invoice, withdrawn ones too. */
export async function paymentsOfInvoice(ctx: Context, invoiceId: string): Promise<PaymentView[]> {
  return paymentViews(ctx, await paymentsOnInvoice(ctx, invoiceId))
}
