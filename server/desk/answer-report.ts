/**
 * The answer to a report: what we promise and until when, or why it waits at the gate. Held
 * because the reporter is not named: the client's supervisors are asked as well. To a
 * stranger's address we write once a day at most, and name neither clients nor people.
 */
import { sql } from 'kysely'
import { companyOf, newLink, staffMember } from '#server/accounts/public.ts'
import { contactsOfClient, maySupervise, reportBarriers, type Contact } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import type { Lang } from '#words/words.ts'
import { moment } from '#words/format.ts'
import { clockReason } from './clocks.ts'
import { addresseeOf, mailToClient, panelAddressOf } from './desk-mails.ts'
import { reportersOf } from './reporters-of.ts'
import { deskWords, languageOf, priorityName } from './room-words.ts'
import type { TicketRow } from './ticket-store.ts'

export async function answerReport(ctx: Context, ticket: TicketRow): Promise<void> {
  // What staff type in without an address, or write for themselves, needs no letter.
  if (!(await addresseeOf(ctx, ticket))) return
  if (ticket.heldBecause === null) await confirmReport(ctx, ticket)
  else await answerFromGate(ctx, ticket)
}

/** "We have received it": the promise, with its reason. */
export async function confirmReport(ctx: Context, ticket: TicketRow): Promise<void> {
  const who = ticket.assigneeId ? (await staffMember(ctx, ticket.assigneeId))?.name : undefined
  const to = await addresseeOf(ctx, ticket)
  const at = (language: Lang, instant: string | null) =>
    instant ? moment(language, instant, ctx.tenant.timezone) : undefined
  await mailToClient(ctx, ticket, {
    kind: 'confirm_report',
    write: (language, named) =>
      deskWords(language).mails.received(named, {
        who: who ?? ctx.tenant.name,
        priority: priorityName(language, ticket.priority),
        reactBy: at(language, ticket.reactBy),
        resolveBy: at(language, ticket.resolveBy),
        why: clockReason(language, ticket.clocks),
        link: to?.contact?.hasPanelAccess ? panelAddressOf(ctx, ticket.id) : undefined,
      }),
  })
}

async function answerFromGate(ctx: Context, ticket: TicketRow): Promise<void> {
  if (ticket.heldBecause === 'sender_not_confirmed') return askToConfirm(ctx, ticket)
  const supervisors = ticket.clientId ? await supervisorsOf(ctx, ticket, ticket.clientId) : []
  if (asksSupervisor(ticket.heldBecause)) await askSupervisors(ctx, ticket, supervisors)
  if (ticket.contactId === null && (await wroteToday(ctx, ticket.reporterEmail))) return
  const { phone } = await companyOf(ctx)
  await mailToClient(ctx, ticket, {
    kind: 'answer_from_gate',
    write: (language, named) =>
      deskWords(language).mails.atGate(named, {
        reason: ticket.heldBecause!,
        isKnown: ticket.contactId !== null,
        supervisors: supervisors.map((one) => one.name).join(', '),
        phone,
      }),
  })
}

/** Those who admit by the contract, the same whom the gate lets do it. */
async function supervisorsOf(ctx: Context, ticket: TicketRow, clientId: string): Promise<Contact[]> {
  const reporters = await reportersOf(ctx, ticket)
  return (await contactsOfClient(ctx, clientId)).filter((one) => maySupervise(reporters, one))
}

/** What the client's own supervisor decides. */
const asksSupervisor = (why: string | null): boolean =>
  (reportBarriers as readonly (string | null)[]).includes(why)

const linkDays = 7

/** The form was filled in a contact's name: the link goes to the contact's own address. */
async function askToConfirm(ctx: Context, ticket: TicketRow): Promise<void> {
  const to = await addresseeOf(ctx, ticket)
  if (!to?.contact) return
  const token = await newLink(
    ctx.tx,
    {
      purpose: 'confirm_report',
      email: to.address,
      identityId: to.contact.identityId ?? undefined,
      subjectId: to.contact.id,
      tenantId: ctx.tenantId,
      minutes: linkDays * 24 * 60,
      facts: { ticketId: ticket.id },
    },
    ctx.app.clock(),
  )
  const link = `${ctx.app.settings.publicUrl}/confirm-report?key=${token}`
  await mailToClient(ctx, ticket, {
    kind: 'confirm_sender',
    secret: true,
    write: (language, named) =>
      deskWords(language).mails.confirmReport(named, { company: ctx.tenant.name, link }),
  })
}

async function askSupervisors(ctx: Context, ticket: TicketRow, supervisors: Contact[]): Promise<void> {
  const others = supervisors.filter((one) => one.id !== ticket.contactId && one.hasPanelAccess)
  for (const contact of others) {
    const language = languageOf(contact.language)
    await mailToClient(ctx, ticket, {
      kind: 'ask_supervisor',
      to: { address: contact.email, name: contact.name, language, contact },
      write: (lang, named) =>
        deskWords(lang).mails.askSupervisor(named, {
          reporter: ticket.reporterName || ticket.reporterEmail,
          link: panelAddressOf(ctx, ticket.id),
        }),
    })
  }
}

async function wroteToday(ctx: Context, address: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('mails')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('kind', '=', 'answer_from_gate')
    .where('createdAt', '>', ctx.now.subtract({ hours: 24 }).toString())
    .where(sql<boolean>`recipients @> ${JSON.stringify([{ address }])}::jsonb`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
