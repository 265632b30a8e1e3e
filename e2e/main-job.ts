/** The steps of the main job. Each is what one person does at one moment. */
import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import nodemailer from 'nodemailer'
import { validateFa3 } from '#server/plumbing/xsd.ts'
import { simpleParser } from 'mailparser'
import type { Caught, SmtpSink } from '#server/testing/mail-servers.ts'
import type { Stage } from '#server/testing/scene.ts'
import { axeFindings, overflowOf, person, within, type Look, type Person } from './browser.ts'

type Step = [name: string, play: () => Promise<void>]

export class MainJob {
  readonly errors: string[] = []
  private readonly people: Person[] = []
  private readonly stage: Stage
  private readonly sink: SmtpSink
  private readonly smtpIn: number
  private marta!: Page
  private jan!: Page
  private slug = ''
  private clientId = ''
  private firstInvoice!: Invoice
  private readonly read = new Set<Caught>()
  /** Pictures of the way, for looking at; nothing is written without the variable. */
  private readonly pictures = process.env.OPIEKUN_PICTURES

  constructor(stage: Stage, sink: SmtpSink, smtpIn: number) {
    this.stage = stage
    this.sink = sink
    this.smtpIn = smtpIn
  }

  get steps(): Step[] {
    return [
      ['the owner signs up and opens a sandbox on 2 September', () => this.signUp()],
      ['the company gets its data', () => this.companyData()],
      ['a client is entered by its NIP, a wrong one is told at its field', () => this.enterClient()],
      ['a contract is written, put in force and its paper attached', () => this.contract()],
      [
        'tickets come by form, e-mail, telephone and panel; a stranger waits at the gate',
        () => this.tickets(),
      ],
      ['the team works; an answer by e-mail goes on in the same ticket', () => this.work()],
      ['a deadline warns before it is missed', () => this.alarms()],
      ['September is billed', () => this.september()],
      ['an unpaid invoice is reminded, a payment ends it', () => this.reminder()],
      ['October is billed', () => this.october()],
      ['the client looks into the panel and talks with the opiekun', () => this.panel()],
    ]
  }

  async close(): Promise<void> {
    for (const one of this.people) await one.close()
  }

  private async newPerson(look: Look = {}): Promise<Page> {
    const one = await person(look)
    this.people.push(one)
    one.page.on('pageerror', (error) => this.errors.push(`${one.page.url()}: ${error.message}`))
    return one.page
  }

  private url(place: string): string {
    return `${this.stage.address}${place}`
  }

  /** A screen as it should be: nothing wider than the window, nothing that axe finds. */
  private async look(page: Page, name: string): Promise<void> {
    if (this.pictures) await page.screenshot({ path: path.join(this.pictures, `${name}.png`) })
    assert.deepEqual(await axeFindings(page), [], `${name}: axe`)
    assert.equal(await overflowOf(page), 0, `${name}: nothing is wider than the window`)
  }

  private async api<T>(page: Page, method: string, place: string, body?: object): Promise<T> {
    const answer = await page.request.fetch(this.url(place), {
      method,
      data: body,
      headers: { 'Idempotency-Key': crypto.randomUUID() },
    })
    assert.ok(answer.ok(), `${method} ${place}: ${answer.status()} ${await answer.text()}`)
    return (await answer.json().catch(() => null)) as T
  }

  /** Moves the sandbox clock and waits until everything on the way is done. */
  private async moveClock(to: string): Promise<void> {
    const now = Temporal.PlainDateTime.from(to).toZonedDateTime('Europe/Warsaw').toInstant().toString()
    await this.api(this.marta, 'PUT', '/api/sandbox/clock', { now })
    for (let asked = 0; asked < 4000; asked++) {
      const clock = await this.api<{ now: string; settled: boolean }>(this.marta, 'GET', '/api/sandbox/clock')
      if (clock.settled && clock.now === now) return
    }
    assert.fail(`the sandbox did not settle at ${to}`)
  }

  /** The next unread mail to an address that says this; fails when none comes. */
  private async mail(
    to: string,
    says: RegExp,
  ): Promise<{ messageId: string; text: string; attachments: number }> {
    for (;;) {
      const one = await within(
        25_000,
        `a mail to ${to} that says ${says}`,
        this.sink.caught((m) => m.to.includes(to) && !this.read.has(m)),
      )
      this.read.add(one)
      const { subject, text, attachments } = await simpleParser(one.raw)
      if (says.test(`${subject}\n${text}`))
        return { messageId: one.messageId, text: text ?? '', attachments: attachments.length }
    }
  }

  private linkIn(text: string): string {
    return /https?:\/\/\S+key=[\w-]+/.exec(text)?.[0] ?? assert.fail('no link in the mail')
  }

  private async signUp(): Promise<void> {
    this.marta = await this.newPerson()
    const page = this.marta
    await page.goto(this.url('/sign-up'))
    await page.getByLabel('Służbowy e-mail').fill('marta@zuraw.example')
    await page.getByLabel('Hasło', { exact: true }).fill('krotkie')
    await page.getByLabel('Imię i nazwisko').fill('Marta Zielińska')
    await page.getByLabel('Nazwa firmy').fill('Żuraw Serwis Sp. z o.o.')
    await page.getByRole('button', { name: 'Dalej: branża' }).click()
    await page.getByText('Hasło musi mieć co najmniej 10 znaków.').waitFor()
    await page.getByLabel('Hasło', { exact: true }).fill('zurawie-lataja')
    await this.look(page, 'sign-up')
    await page.getByRole('button', { name: 'Dalej: branża' }).click()
    await page.getByRole('button', { name: /Opieka informatyczna/ }).click()
    await this.look(page, 'trade')
    await page.getByRole('button', { name: 'Zacznij z tym zestawem' }).click()
    await page.getByRole('link', { name: 'Ustawienia' }).click()
    await page.getByRole('button', { name: 'Piaskownica' }).click()
    await page.getByLabel('Zegar zaczyna od').fill('2026-09-02T08:00')
    await page.getByRole('button', { name: 'Otwórz piaskownicę' }).click()
    await page.getByText(/Piaskownica\. Zegar stoi na/).waitFor()
    const company = await this.api<{ slug: string; version: number }>(page, 'GET', '/api/company')
    this.slug = company.slug
    // Nothing leaves a sandbox but for these addresses; the SMTP server of this journey holds them.
    const mailAllowList = [
      'ola@zuraw.example',
      'marta@zuraw.example',
      'jan@zlotyklos.example',
      'faktury@zlotyklos.example',
      'obcy@nieznany.example',
    ]
    await this.api(page, 'PATCH', '/api/company', { version: company.version, mailAllowList })
  }

  private async companyData(): Promise<void> {
    const page = this.marta
    await page.goto(this.url('/settings'))
    await page.getByLabel('NIP').fill('583 021 00 47')
    await page.getByLabel('Ulica i numer').fill('ul. Portowa 12')
    await page.getByLabel('Kod i miejscowość').fill('80-001 Gdańsk')
    await page.getByRole('button', { name: 'Zapisz zmiany' }).click()
    await page.getByText('Ten NIP ma błędną cyfrę kontrolną', { exact: false }).waitFor()
    assert.equal(
      await page.getByLabel('Ulica i numer').inputValue(),
      'ul. Portowa 12',
      'what was typed is kept',
    )
    await page.getByLabel('NIP').fill('583-021-00-48')
    await page.getByRole('button', { name: 'Zapisz zmiany' }).click()
    await page.getByText('Zapisano.').waitFor()
    await page.getByRole('button', { name: 'Faktury', exact: true }).click()
    await page.getByLabel('Rachunek bankowy').fill('86 1090 1098 0000 0001 4120 0345')
    await page.getByRole('button', { name: 'Zapisz zmiany' }).click()
    await page.getByText('Zapisano.').waitFor()
    await this.look(page, 'settings-invoices')
    await page.getByRole('link', { name: 'Ludzie' }).click()
    await page.getByRole('button', { name: 'Zaproś osobę' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Imię i nazwisko').fill('Ola Sadowska')
    await dialog.getByLabel('E-mail').fill('ola@zuraw.example')
    await dialog.getByRole('combobox', { name: 'Rola' }).click()
    await page.getByRole('option', { name: 'opiekun' }).click()
    await dialog.getByRole('button', { name: 'Wyślij zaproszenie' }).click()
    await page.getByText('Ola Sadowska').waitFor()
    await this.look(page, 'people')
    const invitation = await this.mail('ola@zuraw.example', /Zaproszenie/)
    const ola = await this.newPerson({ width: 360, height: 780, dark: true })
    await ola.goto(this.linkIn(invitation.text))
    await ola.getByLabel('Hasło', { exact: true }).fill('opiekun-czuwa')
    await this.look(ola, 'invitation-phone')
    await ola.getByRole('button', { name: 'Ustaw hasło i wejdź' }).click()
    await ola.getByRole('button', { name: 'Więcej' }).waitFor()
    await ola.goto(this.linkIn(invitation.text))
    await ola.getByLabel('Hasło', { exact: true }).fill('opiekun-czuwa')
    await ola.getByRole('button', { name: 'Ustaw hasło i wejdź' }).click()
    await ola.getByText('Ten odsyłacz był już użyty. Poproś o nowy.').waitFor()
  }

  private async enterClient(): Promise<void> {
    const page = this.marta
    await page.getByRole('link', { name: 'Klienci' }).click()
    await page.getByRole('button', { name: 'Dodaj klienta' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('NIP').fill('5841117201')
    await dialog.getByLabel('Pełna nazwa').fill('Piekarnia Złoty Kłos')
    await dialog.getByRole('button', { name: 'Dodaj klienta' }).click()
    await dialog.getByText('błędną cyfrę kontrolną', { exact: false }).waitFor()
    await dialog.getByLabel('NIP').fill('584-111-72-00')
    await dialog.getByRole('button', { name: 'Dodaj klienta' }).click()
    await page.getByRole('button', { name: 'Zapisz zmiany' }).waitFor()
    await page.waitForLoadState('networkidle')
    await page.getByLabel('Ulica i numer').fill('ul. Młyńska 4')
    await page.getByLabel('Kod i miejscowość').fill('80-100 Gdańsk')
    await page.getByLabel('E-mail do faktur').fill('faktury@zlotyklos.example')
    await page.getByRole('combobox', { name: 'Opiekun klienta' }).click()
    await page.getByRole('option', { name: 'Ola Sadowska' }).click()
    await page.getByRole('button', { name: 'Zapisz zmiany' }).click()
    await page.getByText('Zapisano.').first().waitFor()
    await page.getByRole('button', { name: 'Dodaj osobę' }).first().click()
    await dialog.getByLabel('Imię i nazwisko').fill('Jan Młynarczyk')
    await dialog.getByLabel('E-mail').fill('jan@zlotyklos.example')
    await dialog.getByRole('button', { name: 'Zapisz' }).click()
    await page.getByText('Jan Młynarczyk').first().waitFor()
    await this.look(page, 'client')
  }

  private async contract(): Promise<void> {
    const page = this.marta
    await page.getByRole('button', { name: 'Nowa umowa' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Obowiązuje od').fill('2026-09-01')
    await dialog.getByRole('button', { name: 'Przygotuj szkic' }).click()
    await page.getByRole('button', { name: 'Uruchom umowę' }).waitFor()
    await this.look(page, 'contract-editor')
    await page.getByRole('button', { name: 'Uruchom umowę' }).click()
    await dialog.getByRole('button', { name: 'Uruchom umowę' }).click()
    await page.getByText('w mocy, niepodpisana').first().waitFor()
    await page.getByRole('main').getByRole('button', { name: 'Więcej' }).first().click()
    await page.getByRole('menuitem', { name: 'Dodaj skan podpisanej' }).click()
    const scan = path.join(os.tmpdir(), `opiekun-scan-${process.pid}.pdf`)
    fs.writeFileSync(scan, '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
    await dialog.locator('input[type=file]').setInputFiles(scan)
    await dialog.getByRole('button', { name: 'Dołącz skan' }).click()
    await page.getByText('podpisana', { exact: false }).first().waitFor()
    await this.look(page, 'contract')
    const [contract] = await this.api<{ id: string; number: string }[]>(page, 'GET', '/api/contracts')
    const pdf = await page.request.get(this.url(`/api/contracts/${contract!.id}/versions/1/document`))
    assert.equal((await pdf.body()).subarray(0, 5).toString(), '%PDF-', 'the paper of the contract is a PDF')
  }

  private async tickets(): Promise<void> {
    await this.reportByForm()
    await this.reportByMail()
    await this.reportByHand()
    await this.enterPanel()
    await this.reportInPanel()
    const queue = await this.queue()
    assert.equal(queue.length, 5, queue.map((t) => `${t.name} ${t.subject}`).join('; '))
    const held = queue.filter((t) => t.heldBecause)
    assert.deepEqual(
      held.map((t) => t.subject),
      ['Kto to jest?'],
      'an unknown sender waits at the gate',
    )
    for (const ticket of queue.filter((t) => !t.heldBecause)) {
      assert.ok(ticket.nextDueAt, `${ticket.name} has a deadline`)
      assert.equal(ticket.assignee?.name, 'Ola Sadowska', `${ticket.name} goes to the opiekun`)
    }
  }

  private async queue(view = 'open'): Promise<QueueItem[]> {
    return this.api(this.marta, 'GET', `/api/tickets?view=${view}`)
  }

  private async reportByForm(): Promise<void> {
    const page = await this.newPerson({ width: 360, height: 780 })
    await page.goto(this.url(`/f/${this.slug}`))
    await page.getByRole('heading', { name: 'Zgłoś problem' }).waitFor()
    await this.look(page, 'form-phone')
    await page.getByLabel('Co się dzieje').fill('Piec nie drukuje etykiet')
    await page.getByLabel('Więcej szczegółów').fill('Od rana nie wychodzi żadna etykieta.')
    await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click()
    await page.getByText('Podaj adres, na który mamy odpowiedzieć.').waitFor()
    await page.getByLabel('Twój e-mail').fill('jan@zlotyklos.example')
    await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click()
    await page.getByRole('heading', { name: /Z-1/ }).waitFor()
    // The form cannot know who typed the address: its owner confirms by a link.
    const mail = await this.mail('jan@zlotyklos.example', /confirm-report/)
    await page.goto(this.linkIn(mail.text))
    await page.getByRole('button', { name: 'Tak, to moje zgłoszenie' }).click()
    await page.getByText('jest potwierdzone', { exact: false }).waitFor()
  }

  private async reportByMail(): Promise<void> {
    const transport = nodemailer.createTransport({
      host: '127.0.0.1',
      port: this.smtpIn,
      secure: false,
      ignoreTLS: true,
    })
    const to = `${this.slug}@opiekun.test`
    const mail = {
      to,
      from: 'Jan Młynarczyk <jan@zlotyklos.example>',
      subject: 'VPN się rozłącza',
      text: 'Co kilka minut zrywa połączenie.',
      messageId: '<vpn-1@zlotyklos.example>',
    }
    for (let i = 0; i < 3; i++) await transport.sendMail(mail)
    await transport.sendMail({
      to,
      from: 'obcy@nieznany.example',
      subject: 'Kto to jest?',
      text: 'Dzień dobry, proszę o pomoc.',
      messageId: '<obcy-1@nieznany.example>',
    })
    transport.close()
  }

  private async reportByHand(): Promise<void> {
    const clients = await this.api<{ id: string }[]>(this.marta, 'GET', '/api/clients')
    this.clientId = clients[0]!.id
    await this.api(this.marta, 'POST', '/api/tickets', {
      clientId: this.clientId,
      subject: 'Skaner w biurze',
      description: 'Zgłoszenie telefoniczne.',
      priority: 'high',
    })
  }

  private async enterPanel(): Promise<void> {
    this.jan = await this.newPerson({ width: 360, height: 780, dark: true })
    const page = this.jan
    await page.goto(this.url('/panel/sign-in'))
    await page.getByLabel('E-mail', { exact: false }).fill('jan@zlotyklos.example')
    await this.look(page, 'panel-sign-in')
    await page
      .getByRole('button', { name: /odsyłacz|link/i })
      .first()
      .click()
    const mail = await this.mail('jan@zlotyklos.example', /panel\/enter/)
    await page.goto(this.linkIn(mail.text))
    await page.getByRole('button').first().click()
    await page.getByText('Zgłoś problem').first().waitFor()
    await this.look(page, 'panel-home')
  }

  private async reportInPanel(): Promise<void> {
    await this.api(this.jan, 'POST', '/api/panel/tickets', {
      subject: 'Monitor miga',
      description: 'Miga od wczoraj.',
      proposedPriority: 'normal',
    })
    await this.jan.getByText('Monitor miga').first().waitFor()
  }

  /** September is worked through: answered, waited for the client, timed, travelled, resolved. */
  private async work(): Promise<void> {
    const page = this.marta
    const open = (await this.queue()).filter((t) => !t.heldBecause)
    const first = open.find((t) => t.subject === 'VPN się rozłącza')
    // The one that nobody touches until its deadline has passed stays out.
    const [second, third] = open.filter((t) => t !== first && t.subject !== 'Monitor miga')
    const stranger = (await this.queue()).find((t) => t.heldBecause)!
    await this.api(page, 'PUT', `/api/tickets/${stranger.id}/refusal`, {
      reason: 'Nie obsługujemy tej firmy.',
    })
    await this.api(page, 'POST', `/api/tickets/${first!.id}/messages`, {
      text: 'Dzień dobry, zajmujemy się tym. Proszę o zdjęcie lampek.',
    })
    const asked = await this.mail('jan@zlotyklos.example', /zdjęcie lampek/)
    await this.api(page, 'PUT', `/api/tickets/${first!.id}/pause`, { reason: 'waitingForClient' })
    await this.moveClock('2026-09-02T10:00')
    const transport = nodemailer.createTransport({
      host: '127.0.0.1',
      port: this.smtpIn,
      secure: false,
      ignoreTLS: true,
    })
    await transport.sendMail({
      to: `${this.slug}@opiekun.test`,
      from: 'Jan Młynarczyk <jan@zlotyklos.example>',
      subject: `Re: ${first!.subject}`,
      inReplyTo: asked.messageId,
      references: asked.messageId,
      text: 'Lampka świeci na czerwono.\n\nW dniu 2.09.2026 Żuraw pisze:\n> Proszę o zdjęcie',
    })
    transport.close()
    const after = (await this.queue()).find((t) => t.id === first!.id)!
    assert.equal(
      after.state === 'waiting' || after.waitingFor !== null,
      false,
      'the answer of the client ends the wait',
    )
    assert.equal((await this.queue()).length, 4, 'the conversation goes on in the same ticket')
    const at = (text: string) =>
      Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Warsaw').toInstant().toString()
    await this.api(page, 'POST', `/api/tickets/${first!.id}/time`, {
      place: 'remote',
      startedAt: at('2026-09-02T08:20'),
      endedAt: at('2026-09-02T09:05'),
    })
    await this.moveClock('2026-09-02T15:00')
    await this.api(page, 'POST', `/api/tickets/${second!.id}/time`, {
      place: 'onSite',
      startedAt: at('2026-09-02T11:00'),
      endedAt: at('2026-09-02T13:40'),
    })
    await this.api(page, 'POST', `/api/tickets/${second!.id}/trips`, { at: at('2026-09-02T10:40') })
    for (const ticket of [first!, second!, third!])
      await this.api(page, 'PUT', `/api/tickets/${ticket.id}/resolution`, {
        text: 'Zrobione. Prosimy o sprawdzenie.',
      })
  }

  /** The fourth ticket is left: its warning comes before the breach, the alarm at it. */
  private async alarms(): Promise<void> {
    await this.moveClock('2026-09-10T09:00')
    await this.mail('ola@zuraw.example', /termin|zegar|czas/i)
    const [open] = (await this.queue()).filter((t) => t.state !== 'resolved' && t.state !== 'closed')
    await this.api(this.marta, 'PUT', `/api/tickets/${open!.id}/resolution`, { text: 'Naprawione.' })
  }

  private async closeMonth(month: string, on: string, pictures: string): Promise<Invoice> {
    const page = this.marta
    await this.moveClock(on)
    await page.goto(this.url(`/billing/${month}`))
    await page.getByRole('button', { name: 'Policz miesiąc' }).click()
    await page.getByText('Piekarnia Złoty Kłos').first().waitFor()
    await this.look(page, `${pictures}-review`)
    await page.getByRole('button', { name: /^Wystaw \d+ faktur/ }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Wystaw \d+ faktur/ })
      .click()
    const mail = await this.mail('faktury@zlotyklos.example', /^Faktura /)
    assert.equal(mail.attachments, 1, 'the PDF is attached')
    await this.look(page, `${pictures}-issued`)
    const invoices = await this.api<Invoice[]>(page, 'GET', `/api/invoices?clientId=${this.clientId}`)
    return invoices[0]!
  }

  private async september(): Promise<void> {
    const invoice = await this.closeMonth('2026-09', '2026-10-01T08:00', 'september')
    assert.equal(invoice.number, 'FV/1/10/2026')
    assert.equal(invoice.issueOn, '2026-10-01', 'issue day = today')
    assert.deepEqual([invoice.saleFrom, invoice.saleTo], ['2026-09-01', '2026-09-30'], 'sale = the period')
    assert.equal(
      invoice.dueOn,
      Temporal.PlainDate.from('2026-10-01')
        .add({ days: invoice.paymentDays ?? 14 })
        .toString(),
    )
    const xml = await this.marta.request.get(this.url(`/api/invoices/${invoice.id}/xml`))
    const checked = await validateFa3(await xml.text())
    assert.deepEqual(checked, { valid: true, errors: [] }, 'the FA(3) document is valid')
    this.firstInvoice = invoice
  }

  /** Nobody pays: three days after the due date, on a working day, the client is reminded; then he pays. */
  private async reminder(): Promise<void> {
    await this.moveClock('2026-10-30T12:00')
    const reminder = await this.mail('faktury@zlotyklos.example', /Przypomnienie/)
    assert.ok(reminder.text.includes(this.firstInvoice.number))
    const whole = `${Math.floor(this.firstInvoice.grossGrosze / 100)},${String(this.firstInvoice.grossGrosze % 100).padStart(2, '0')}`
    await this.api(this.marta, 'POST', '/api/payments', {
      clientId: this.clientId,
      paidOn: '2026-10-30',
      amount: whole,
      invoiceIds: [this.firstInvoice.id],
    })
    await this.marta.goto(this.url('/collection'))
    await this.look(this.marta, 'collection')
    const board = await this.api<{ invoices?: unknown[]; open?: unknown[] }>(
      this.marta,
      'GET',
      '/api/collection',
    )
    assert.equal(
      JSON.stringify(board).includes(this.firstInvoice.number),
      false,
      'a paid invoice is on no list of debts',
    )
  }

  private async october(): Promise<void> {
    const invoice = await this.closeMonth('2026-10', '2026-11-02T08:00', 'october')
    assert.equal(invoice.number, 'FV/1/11/2026')
    const again = await this.api<{ proposals: { state: string }[] }>(
      this.marta,
      'GET',
      '/api/billing/months/2026-10',
    )
    assert.deepEqual(
      again.proposals.map((p) => p.state),
      ['issued'],
      'issuing again has nothing to do',
    )
  }

  /** The client looks: contract, invoices, and a talk with the opiekun, live on both sides. */
  private async panel(): Promise<void> {
    const page = this.jan
    for (const [tab, name] of [
      ['Umowa', 'panel-contract'],
      ['Faktury', 'panel-invoices'],
      ['Rozmowa', 'panel-chat'],
    ] as const) {
      await page.getByRole('link', { name: tab }).first().click()
      await page.waitForLoadState('networkidle').catch(() => {})
      await this.look(page, name)
    }
    const invoices = await this.api<unknown[]>(page, 'GET', '/api/panel/invoices')
    assert.equal(JSON.stringify(invoices).includes('FV/1/10/2026'), true)
    await this.marta.goto(this.url('/conversations'))
    await this.api(page, 'POST', '/api/panel/conversations', {
      subject: 'Pytanie',
      text: 'Czy zmieniamy godziny w grudniu?',
    })
    await this.marta.getByText('Czy zmieniamy godziny w grudniu?').first().waitFor()
    await this.look(this.marta, 'conversations')
    await this.marta.goto(this.url('/tickets'))
    await this.look(this.marta, 'queue')
  }
}

type QueueItem = {
  id: string
  name: string
  subject: string
  state: string
  waitingFor: string | null
  heldBecause: string | null
  nextDueAt: string | null
  assignee: { name: string } | null
}
type Invoice = {
  id: string
  number: string
  issueOn: string
  saleFrom: string
  saleTo: string
  dueOn: string
  paymentDays?: number
  grossGrosze: number
}
