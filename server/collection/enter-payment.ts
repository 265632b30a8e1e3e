/**
 * A payment is entered by hand and put on invoices: on those that were named, else on the
 * oldest due first (art. 451 of the civil code). What is left over stays as the client's
 * credit and can be put on invoices later. A mistaken payment is withdrawn with a reason;
 * it stays in the history. Whatever is paid is no longer reminded of.
 */
import { compare, dec, parseDecimal, round, toGrosze, type Decimal } from '#engines/base/decimal.ts'
import { clientOf } from '#server/contracts/public.ts'
import { mayOnly, signature, today, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { putOnDebts } from './put-on-debts.ts'
import { balancesOf } from './invoice-balance.ts'
import {
  allocationsOfPayments,
  insertAllocations,
  insertPayment,
  lockMoneyOf,
  markWithdrawn,
  paymentOf,
  type Payment,
} from './payment-store.ts'
import { paymentView, type PaymentView } from './payment-view.ts'
import { watchInvoices } from './payment-reminder.ts'

export type PaymentEntry = {
  clientId: string
  paidOn: string
  /** As it was typed: "1 789,65". */
  amount: string
  note?: string
  /** The debts that the client named; without them the oldest due first. */
  invoiceIds?: string[]
}

const largestAmount = dec(1_000_000_000)

export async function enterPayment(ctx: Context, entry: PaymentEntry): Promise<PaymentView> {
  mayOnly(ctx, 'owner', 'manager', 'billing')
  if (!(await clientOf(ctx, entry.clientId))) refuse('not_found', {}, 'clientId')
  if (Temporal.PlainDate.compare(entry.paidOn, today(ctx)) > 0)
    refuse('payment_in_future', { on: entry.paidOn }, 'paidOn')
  const payment: Payment = {
    id: ctx.newId(),
    clientId: entry.clientId,
    paidOn: entry.paidOn,
    amountGrosze: amountOf(entry.amount),
    currency: 'PLN',
    note: entry.note?.trim() ?? '',
    enteredAt: ctx.now.toString(),
    enteredBy: signature(ctx.actor).id,
    withdrawnAt: null,
    withdrawnBecause: null,
  }
  const { withdrawnAt: _at, withdrawnBecause: _because, ...row } = payment
  await insertPayment(ctx, row)
  await allocate(ctx, payment, payment.amountGrosze, entry.invoiceIds)
  await recordEvent(
    ctx,
    'payment_entered',
    { kind: 'payment', id: payment.id },
    { clientId: payment.clientId, amountGrosze: payment.amountGrosze, paidOn: payment.paidOn },
  )
  return paymentView(ctx, payment)
}

/** Puts what a payment has left over on further invoices. */
export async function allocateCredit(
  ctx: Context,
  paymentId: string,
  invoiceIds?: string[],
): Promise<PaymentView> {
  mayOnly(ctx, 'owner', 'manager', 'billing')
  const payment = await validPayment(ctx, paymentId)
  const used = (await allocationsOfPayments(ctx, [payment.id])).reduce(
    (sum, one) => sum + one.amountGrosze,
    0,
  )
  await allocate(ctx, payment, payment.amountGrosze - used, invoiceIds)
  await recordEvent(
    ctx,
    'credit_allocated',
    { kind: 'payment', id: payment.id },
    { clientId: payment.clientId },
  )
  return paymentView(ctx, payment)
}

export async function withdrawPayment(
  ctx: Context,
  paymentId: string,
  because: string,
): Promise<PaymentView> {
  mayOnly(ctx, 'owner', 'manager', 'billing')
  const reason = because.trim()
  if (!reason) refuse('reason_missing', {}, 'reason')
  const payment = await validPayment(ctx, paymentId)
  await markWithdrawn(ctx, payment.id, reason)
  const touched = (await allocationsOfPayments(ctx, [payment.id])).map((one) => one.invoiceId)
  await recordEvent(
    ctx,
    'payment_withdrawn',
    { kind: 'payment', id: payment.id },
    { clientId: payment.clientId, because: reason },
  )
  await tell(ctx, payment.clientId, touched)
  return paymentView(ctx, (await paymentOf(ctx, payment.id))!)
}

/** Looked at again under the lock: two people may withdraw the same payment at once. */
async function validPayment(ctx: Context, paymentId: string): Promise<Payment> {
  const found = (await paymentOf(ctx, paymentId)) ?? refuse('not_found')
  await lockMoneyOf(ctx, found.clientId)
  const payment = (await paymentOf(ctx, paymentId))!
  if (payment.withdrawnAt) refuse('payment_withdrawn', { at: payment.withdrawnAt })
  return payment
}

async function allocate(
  ctx: Context,
  payment: Payment,
  grosze: number,
  named: string[] | undefined,
): Promise<void> {
  await lockMoneyOf(ctx, payment.clientId)
  const debts = named?.length
    ? await namedDebts(ctx, payment.clientId, named)
    : await debtsOf(ctx, payment.clientId)
  const { parts } = putOnDebts(grosze, debts)
  await insertAllocations(
    ctx,
    parts.map((part) => ({ paymentId: payment.id, ...part })),
  )
  await tell(
    ctx,
    payment.clientId,
    parts.map((part) => part.invoiceId),
  )
}

async function debtsOf(ctx: Context, clientId: string) {
  return (await balancesOf(ctx, { clientId, onlyOpen: true })).filter((one) => one.openGrosze > 0)
}

async function namedDebts(ctx: Context, clientId: string, named: string[]) {
  const all = await balancesOf(ctx, { clientId })
  for (const id of named) {
    const debt =
      all.find((one) => one.invoiceId === id) ?? refuse('not_found', { invoiceId: id }, 'invoiceIds')
    if (debt.openGrosze <= 0) refuse('invoice_paid', { number: debt.number }, 'invoiceIds')
  }
  return all.filter((one) => named.includes(one.invoiceId))
}

/** What is open or paid now decides anew about every reminder of this client. */
async function tell(ctx: Context, clientId: string, invoiceIds: string[]): Promise<void> {
  const open = (await debtsOf(ctx, clientId)).map((debt) => debt.invoiceId)
  await watchInvoices(ctx, [...new Set([...invoiceIds, ...open])])
  for (const id of invoiceIds) await announce(ctx, 'invoices', { id, clientId })
  if (invoiceIds.length === 0) await announce(ctx, 'invoices', { clientId })
  await announce(ctx, 'collection', { id: clientId, staffOnly: true })
}

/** Złote with at most two decimals and more than nothing; everything else is pointed out at the field. */
function amountOf(text: string): number {
  const typed = parseDecimal(text.replace(/\s*(zł|pln)\s*$/i, ''))
  if ('problem' in typed || !isAmount(typed.value)) refuse('amount_invalid', { text }, 'amount')
  return toGrosze(typed.value)
}

function isAmount(value: Decimal): boolean {
  return (
    compare(value, dec(0)) > 0 && compare(value, round(value, 2)) === 0 && compare(value, largestAmount) < 0
  )
}
