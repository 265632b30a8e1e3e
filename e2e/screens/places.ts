/**
 * The places to look at: every route of the two apps (the list comes from the routers
 * themselves), and what opens over them. A route with something variable in its address, or
 * that needs a link, is filled here; a new one that is not fails the test by its name.
 */
import type { Page } from 'playwright-core'
import type { allPl } from '#words/all.pl.ts'
import { contractHandsEn } from '#words/contract-hands.en.ts'
import { contractHandsPl } from '#words/contract-hands.pl.ts'
import { kitPl } from '#words/kit.pl.ts'
import type { Words } from '#words/words.ts'
import type { Company, Things } from './company.ts'

export type All = Words<typeof allPl>
export type Who = 'nobody' | 'staff' | 'panel'
export type Place = {
  name: string
  at: string
  /** What a person does there to see it. */
  open?: (page: Page, words: All) => Promise<void>
  /** Where it is seen: only on a phone, only on a wide screen; else on both. */
  only?: 'phone' | 'desk'
}

/** Puts things of the demo into addresses that have something variable, and fresh keys where one is needed. */
export async function filler(things: Things, { link }: Company): Promise<(route: string) => string> {
  const { month, contract, proposal } = things
  const whole: Record<string, string> = {
    '/enter': `/enter?key=${await link('sign_in')}`,
    '/invitation': `/invitation?key=${await link('invitation')}`,
    '/confirm': `/confirm?key=${await link('confirm_email')}`,
    '/confirm-report': `/confirm-report?key=${await link('confirm_report')}`,
    '/panel/enter': `/panel/enter?key=${await link('sign_in')}`,
    '/billing/$month': `/billing/${month}?open=${proposal}`,
  }
  const parts: readonly [of: string, is: string][] = [
    ['/f/$slug', `/f/${things.slug}`],
    ['/settings/calendars/$id', `/settings/calendars/${things.calendar}`],
    ['/tickets/$id', `/tickets/${things.ticket}`],
    ['/clients/$id', `/clients/${things.bakery}`],
    ['/contracts/$id/versions/$number', `/contracts/${contract}/versions/${things.draft}`],
    ['/contracts/$id', `/contracts/${contract}`],
    ['/billing/$month/runs/$runId', `/billing/${month}/runs/${things.runId}`],
    ['/billing/$month', `/billing/${month}`],
    ['/invoices/$id', `/invoices/${things.invoice}`],
    ['/collection/$clientId', `/collection/${things.debtor}`],
    ['/price-lists/$id', `/price-lists/${things.priceList}`],
    ['/contract-templates/$id', `/contract-templates/${things.template}`],
    ['/amendments/$id', `/amendments/${things.amendmentRun}`],
    ['/talk/$id', `/talk/${things.conversation}`],
  ]
  return (route) => whole[route] ?? parts.reduce((at, [of, is]) => at.replace(of, is), route)
}

type Press = (page: Page, words: All) => Promise<void>
const press =
  (name: (words: All) => string | RegExp, role: 'button' | 'menuitem' | 'tab' = 'button'): Press =>
  (page, words) =>
    page
      .getByRole(role, { name: name(words), exact: true })
      .first()
      .click()
const then =
  (...steps: Press[]): Press =>
  async (page, words) => {
    for (const step of steps) await step(page, words)
  }
/** A deed on a ticket, from the menu that carries the ticket's state. */
const deed = (id: keyof All['desk']['deeds']): Press =>
  then(
    (page, { desk }) => page.getByRole('button', { name: new RegExp(`^${desk.ticket.moreActions}`) }).click(),
    (page, { desk }) => page.getByRole('menuitem', { name: new RegExp(`^${desk.deeds[id]}`) }).click(),
    // Some of its forms are loaded when they are asked for.
    (page) => page.getByRole('dialog').first().waitFor(),
  )
/** By words that come with their screen: the catalogue of the language that the page speaks. */
const lazily =
  (role: 'button' | 'menuitem', name: (words: typeof contractHandsPl) => string): Press =>
  (page, words) => {
    const hands = words.kit.buttons.more === kitPl.buttons.more ? contractHandsPl : contractHandsEn
    return page
      .getByRole(role, { name: name(hands as typeof contractHandsPl), exact: true })
      .first()
      .click()
  }
const kebab = press((w) => w.kit.buttons.more)

/** What opens over the screens of the staff, and states that the first look at a screen does not show. */
export function staffPlaces(things: Things): Place[] {
  const { ticket, held, waiting, overdue, done, contract, draft, month, invoice, bakery, debtor } = things
  const at = (id: string) => `/tickets/${id}`
  return [
    {
      name: 'contract, compared with its template',
      at: `/contracts/${contract}`,
      open: then(
        kebab,
        lazily('menuitem', (w) => w.compare.template),
      ),
    },
    {
      name: 'contract, made a template',
      at: `/contracts/${contract}`,
      open: then(
        kebab,
        lazily('menuitem', (w) => w.fromContract.action),
      ),
    },
    { name: 'templates, with the archive', at: '/contract-templates?archive=1' },
    { name: 'document templates, with the archive', at: '/document-templates?archive=1' },
    {
      name: 'draft, warnings of its own',
      at: `/contracts/${contract}/versions/${draft}`,
      open: lazily('button', (w) => w.warnings.add),
    },
    { name: 'queue, a ticket previewed', at: `/tickets?open=${ticket}`, only: 'desk' },
    { name: 'queue, finished', at: '/tickets?view=done' },
    { name: 'queue, nothing found', at: '/tickets?search=niczegotakiegoniema' },
    { name: 'a ticket by telephone', at: '/tickets?new=yes' },
    { name: 'filters of the queue', at: '/tickets', open: press((w) => w.desk.queue.filters) },
    { name: 'the bell', at: '/tickets', open: press((w) => new RegExp(`^${w.intake.bell.title}`)) },
    { name: 'the palette', at: '/tickets', open: (page) => page.keyboard.press('Control+k') },
    { name: 'the menu of a phone', at: '/tickets', only: 'phone', open: press((w) => w.kit.frame.more) },
    { name: 'a ticket at the gate', at: at(held) },
    { name: 'a paused ticket', at: at(waiting) },
    { name: 'a late ticket', at: at(overdue) },
    { name: 'a finished ticket', at: at(done) },
    { name: 'the deeds of a ticket', at: at(ticket), open: ticketMenu },
    {
      name: 'clocks and work on a phone',
      at: at(ticket),
      only: 'phone',
      open: press((w) => w.desk.ticket.side),
    },
    { name: 'writing on a phone', at: at(ticket), only: 'phone', open: press((w) => w.desk.deeds.reply) },
    { name: 'a note', at: at(ticket), only: 'desk', open: (page) => page.keyboard.press('n') },
    { name: 'delegating', at: at(ticket), open: deed('delegate') },
    { name: 'another priority', at: at(ticket), open: deed('changePriority') },
    { name: 'what a ticket is about', at: at(ticket), open: deed('changeAbout') },
    { name: 'pausing', at: at(ticket), open: deed('pause') },
    { name: 'resolving', at: at(ticket), open: deed('resolve') },
    { name: 'cancelling', at: at(ticket), open: deed('cancel') },
    { name: 'merging', at: at(ticket), open: deed('merge') },
    { name: 'not counting', at: at(ticket), open: deed('judge') },
    { name: 'refusing at the gate', at: at(held), open: press((w) => w.desk.deeds.refuse) },
    { name: 'naming the client', at: at(held), open: press((w) => w.desk.deeds.link) },
    {
      name: 'an entry of work',
      at: at(ticket),
      only: 'desk',
      open: press((w) => w.desk.work.add),
    },
    { name: 'a conversation', at: `/conversations?id=${things.conversation}` },
    { name: 'a new conversation', at: '/conversations?new=1' },
    { name: 'a mailbox', at: '/mailboxes', open: press((w) => w.intake.mailboxes.add) },
    { name: 'inviting', at: '/people', open: press((w) => w.accounts.people.invite) },
    ...['invoices', 'levels', 'calendars', 'channels', 'sandbox'].map((tab) => ({
      name: `settings, ${tab}`,
      at: `/settings?tab=${tab}`,
    })),
    { name: 'a new client', at: '/clients', open: press((w) => w.contracts.clients.add) },
    { name: 'archived clients', at: '/clients?view=archived' },
    { name: 'a new contact', at: `/clients/${bakery}`, open: press((w) => w.contracts.client.addContact) },
    { name: 'a new site', at: `/clients/${bakery}`, open: press((w) => w.contracts.client.addSite) },
    { name: 'a new device', at: `/clients/${bakery}`, open: press((w) => w.contracts.client.addDevice) },
    { name: 'a contract in force', at: `/contracts/${contract}/versions/1` },
    {
      name: 'what an amendment changes',
      at: `/contracts/${contract}/versions/${draft}`,
      open: then(
        kebab,
        press((w) => w.contracts.contract.changesTitle, 'menuitem'),
      ),
    },
    {
      name: 'activating',
      at: `/contracts/${contract}/versions/${draft}`,
      open: press((w) => w.contracts.editor.activateAmendment),
    },
    {
      name: 'the paper on a phone',
      at: `/contracts/${contract}/versions/${draft}`,
      only: 'phone',
      open: press((w) => w.contracts.editor.preview),
    },
    {
      name: 'a signed scan',
      at: `/contracts/${contract}`,
      open: then(
        kebab,
        press((w) => w.contracts.contract.addScan, 'menuitem'),
      ),
    },
    {
      name: 'ending a contract',
      at: `/contracts/${contract}`,
      open: then(
        kebab,
        press((w) => w.contracts.contract.end, 'menuitem'),
      ),
    },
    { name: 'a month not ended', at: `/billing/${nextOf(month)}` },
    {
      name: 'a line edited',
      at: `/billing/${month}?open=${things.proposal}`,
      open: (page, { billing }) =>
        page
          .getByRole('button', { name: new RegExp(`^${billing.row.edit('')}`) })
          .first()
          .click(),
    },
    {
      name: 'a line added',
      at: `/billing/${month}?open=${things.proposal}`,
      open: press((w) => w.billing.row.add),
    },
    {
      name: 'issuing',
      at: `/billing/${month}`,
      open: (page, { billing }) =>
        page
          .getByRole('button', { name: new RegExp(`^${billing.review.issue(2).split(' ')[0]} `) })
          .last()
          .click(),
    },
    { name: 'a correction', at: `/invoices/${invoice}`, open: press((w) => w.billing.invoice.correct) },
    { name: 'a payment', at: `/collection/${debtor}`, open: press((w) => w.collection.payment.title) },
    { name: 'nowhere', at: '/nowhere' },
  ]
}

const ticketMenu: Press = (page, { desk }) =>
  page.getByRole('button', { name: new RegExp(`^${desk.ticket.moreActions}`) }).click()

export function panelPlaces(things: Things): Place[] {
  return [
    { name: 'panel: what an invoice says', at: `/panel/invoices/${things.invoice}` },
    {
      name: 'panel: an invoice that does not agree',
      at: `/panel/talk?about=${encodeURIComponent('FV/1/10/2026')}`,
    },
    { name: 'panel: nowhere', at: '/panel/nowhere' },
  ]
}

export function nobodysPlaces(): Place[] {
  return [
    {
      name: 'choosing the trade',
      at: '/sign-up',
      async open(page, { accounts }) {
        const { email, password, name, company, next } = accounts.signUp
        await page.getByLabel(email).fill('nowa@firma.example')
        await page.getByLabel(password, { exact: true }).fill('dlugie-haslo-1')
        await page.getByLabel(name).fill('Nowa Osoba')
        await page.getByLabel(company).fill('Nowa Firma')
        await page.getByRole('button', { name: next }).click()
      },
    },
    {
      name: 'a form sent empty',
      at: '/f/$slug',
      open: (page, { intake }) => page.getByRole('button', { name: intake.form.send }).click(),
    },
    { name: 'a form of nobody', at: '/f/nikogo-takiego-nie-ma' },
    { name: 'a used link', at: '/enter?key=zuzyty' },
  ]
}

function nextOf(month: string): string {
  return Temporal.PlainYearMonth.from(month).add({ months: 1 }).toString()
}
