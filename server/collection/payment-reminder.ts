/**
 * The first reminder. An issued invoice is watched: three days after it was really due, on
 * a working morning, whatever is still open is reminded of once, politely, with the
 * interest to date for information. Payment, or a correction to nothing, stops it.
 */
import type { App } from '#server/plumbing/app.ts'
import { companyOf } from '#server/accounts/public.ts'
import { clientOf, contactsOfClient } from '#server/contracts/public.ts'
import { invoiceOf, type Invoice } from '#server/billing/public.ts'
import { replyAddressOf } from '#server/desk/public.ts'
import { asSystem, today, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import type { JobData } from '#server/plumbing/jobs/jobs.ts'
import { announce } from '#server/plumbing/live.ts'
import { sendMail } from '#server/plumbing/mail/mail-out.ts'
import { arm, disarm, type Timer } from '#server/plumbing/timers.ts'
import { accountNumber, date, money } from '#words/format.ts'
import type { Lang } from '#words/words.ts'
import { reminderAt } from './due-dates.ts'
import { interestSoFar, type InterestSoFar } from './interest-so-far.ts'
import { balanceOf, creditOf, type Balance } from './invoice-balance.ts'
import { paymentPartsOf } from './payment-store.ts'
import { insertReminder, noteReminderMail, remindersOf } from './reminder-store.ts'
import { collectionWords } from './room-words.ts'

export const firstStep = 1
export const reminderTimer = 'payment_reminder'

/** Issued: from now on somebody looks whether it is paid. A correction changes what is open on its original. */
export async function invoiceIssuedJob(app: App, data: JobData): Promise<void> {
  await asSystem(app, data.tenantId, 'invoice_issued', async (ctx) => {
    const invoice = await invoiceOf(ctx, String(data.invoiceId))
    if (!invoice) return
    await watchInvoices(ctx, [invoice.correctsId ?? invoice.id])
    await announce(ctx, 'collection', { id: invoice.clientId, staffOnly: true })
  })
}

/** Arms the reminder of what is open and was not reminded of yet; disarms that of what is paid. */
export async function watchInvoices(ctx: Context, invoiceIds: string[]): Promise<void> {
  for (const invoiceId of invoiceIds) {
    const { openGrosze, dueOn } = await balanceOf(ctx, invoiceId)
    const isReminded = (await remindersOf(ctx, [invoiceId])).length > 0
    if (openGrosze <= 0 || isReminded) await disarm(ctx, reminderTimer, invoiceId)
    else
      await arm(ctx, {
        what: reminderTimer,
        subjectId: invoiceId,
        at: reminderAt(dueOn, ctx.now, ctx.tenant.timezone),
      })
  }
}

/** The timer of an invoice: reminds unless there is nothing to remind of any more. */
export async function remindOfPayment(ctx: Context, timer: Timer): Promise<void> {
  const invoice = await invoiceOf(ctx, timer.subjectId)
  if (!invoice) return
  const balance = await balanceOf(ctx, invoice.id)
  if (balance.openGrosze <= 0) return
  // Money of the client lies with us unallocated: a person decides, nobody is reminded.
  if ((await creditOf(ctx, invoice.clientId)) >= balance.openGrosze) return skip(ctx, invoice, 'credit')
  const addresses = await addressesOf(ctx, invoice)
  if (addresses.length === 0) return skip(ctx, invoice, 'no_address')
  await remind(ctx, invoice, balance, addresses)
}

async function remind(ctx: Context, invoice: Invoice, balance: Balance, addresses: Address[]): Promise<void> {
  const interest = interestSoFar({
    ...balance,
    isCommercial: invoice.buyer.isTaxablePerson,
    parts: await paymentPartsOf(ctx, [invoice.id]),
    on: today(ctx).toString(),
  })
  const id = await insertReminder(ctx, {
    invoiceId: invoice.id,
    step: firstStep,
    openGrosze: balance.openGrosze,
    interest,
  })
  if (!id) return
  const language = addresses.every((one) => one.language === 'en') ? 'en' : ctx.tenant.language
  const mail = await letter(ctx, language, invoice, balance, interest)
  const sent = await sendMail(ctx, {
    kind: 'payment_reminder',
    to: addresses.map(({ address, name }) => ({ address, name })),
    ...mail,
    replyTo: await replyAddressOf(ctx),
    attachments: invoice.pdfFileId
      ? [{ fileId: invoice.pdfFileId, name: `${invoice.number.replaceAll('/', '-')}.pdf` }]
      : [],
    subjectKind: 'invoice',
    subjectId: invoice.id,
  })
  await noteReminderMail(ctx, id, sent.id)
  await recordEvent(
    ctx,
    'reminder_sent',
    { kind: 'invoice', id: invoice.id },
    { step: firstStep, openGrosze: balance.openGrosze, interestGrosze: interest.grosze },
  )
  await announce(ctx, 'collection', { id: invoice.clientId, staffOnly: true })
}

async function letter(
  ctx: Context,
  language: Lang,
  invoice: Invoice,
  balance: Balance,
  interest: InterestSoFar,
): Promise<{ subject: string; text: string }> {
  const company = await companyOf(ctx)
  const words = collectionWords(language).mails
  return words.reminder({
    number: invoice.number,
    issued: date(language, invoice.issueOn),
    due: date(language, invoice.dueOn),
    gross: money(language, balance.grossGrosze),
    paid: balance.paidGrosze > 0 ? money(language, balance.paidGrosze) : undefined,
    open: money(language, balance.openGrosze),
    interest:
      interest.grosze > 0
        ? {
            amount: money(language, interest.grosze),
            on: date(language, today(ctx).toString()),
            isCommercial: interest.isCommercial,
          }
        : undefined,
    account: accountNumber(company.bankAccount || invoice.seller.bankAccount),
    sender: [company.name, company.phone, company.email].filter(Boolean).join('\n'),
  })
}

type Address = { address: string; name: string; language: Lang }

/** Those to whom the invoice went; when there were none, those who would get it today. */
async function addressesOf(ctx: Context, invoice: Invoice): Promise<Address[]> {
  const contacts = await contactsOfClient(ctx, invoice.clientId)
  const client = await clientOf(ctx, invoice.clientId)
  const today = [
    client?.invoiceEmail || client?.email,
    ...contacts.filter((one) => one.receivesInvoices).map((one) => one.email),
  ]
  const addresses =
    invoice.recipientEmails.length > 0
      ? invoice.recipientEmails
      : today.filter((one) => one !== undefined && one !== '')
  return [...new Set(addresses as string[])].map((address) => {
    const contact = contacts.find((one) => one.email.toLowerCase() === address.toLowerCase())
    return {
      address,
      name: contact?.name ?? client?.name ?? '',
      language: (contact?.language ?? ctx.tenant.language) as Lang,
    }
  })
}

async function skip(ctx: Context, invoice: Invoice, because: 'credit' | 'no_address'): Promise<void> {
  await recordEvent(ctx, 'reminder_skipped', { kind: 'invoice', id: invoice.id }, { because })
  await announce(ctx, 'collection', { id: invoice.clientId, staffOnly: true })
}
