/** Tickets come in on every way: form, e-mail by SMTP and IMAP, telephone, panel; strangers wait at the gate. */
import assert from 'node:assert/strict'
import { button, choose, dialog, menu, openTicket, reads, stateIs } from './hands.ts'
import { linkIn, phone, type Job, type Step } from './job.ts'

export const intake: Step[] = [
  ['the form asks for an address, and its owner confirms the report', byForm],
  ['one e-mail delivered three times is one ticket; strangers wait at the gate', byMail],
  ['a mailbox is connected, and what comes to it is a ticket', byMailbox],
  ['a ticket is taken down from the telephone', byTelephone],
  ['a client enters the panel by a link and reports with a picture', byPanel],
  ['at the gate: refused, named and admitted, admitted by the supervisor', atGate],
  ['everything is in the queue with a deadline, in the hands of the opiekun', inQueue],
]

async function byForm(job: Job): Promise<void> {
  const page = await job.newPerson({ width: 360, height: 780 })
  await page.goto(job.url(`/f/${job.slug}`))
  await page.getByLabel('Co się dzieje').fill('Piec nie drukuje etykiet')
  await page.getByLabel('Więcej szczegółów').fill('Od rana nie wychodzi żadna etykieta.')
  await button(page, 'Wyślij zgłoszenie').click()
  await reads(page, 'Podaj adres, na który mamy odpowiedzieć.')
  await page.getByLabel('Twój e-mail').fill('jan@zlotyklos.example')
  await button(page, 'Wyślij zgłoszenie').click()
  await page.getByRole('heading', { name: /Z-1/ }).waitFor()
  // The form cannot know who typed the address: its owner confirms by a link.
  await page.goto(linkIn((await job.mail('jan@zlotyklos.example', /confirm-report/)).text))
  await button(page, 'Tak, to moje zgłoszenie').click()
  await reads(page, /jest potwierdzone/)
  await job.leave(page)
}

async function byMail(job: Job): Promise<void> {
  const vpn = {
    from: 'Jan Młynarczyk <jan@zlotyklos.example>',
    subject: 'VPN się rozłącza',
    text: 'Co kilka minut zrywa połączenie.',
    messageId: '<vpn-1@zlotyklos.example>',
  }
  await job.write(vpn, 3)
  await job.write({ from: 'obcy@nieznany.example', subject: 'Kto to jest?', text: 'Proszę o pomoc.' })
  await job.write({ from: 'kasa@zlotyklos.example', subject: 'Kasa stoi', text: 'Kasa nie rusza.' })
  for (const subject of ['Lampa w chłodni', 'Zamek w drzwiach'])
    await job.write({ from: 'adam@zlotyklos.example', subject, text: 'Proszę o naprawę.' })
}

async function byMailbox(job: Job): Promise<void> {
  if (!job.dovecot) return
  const page = job.marta
  const { host, port, username, password } = job.dovecot
  await menu(page, 'Skrzynki pocztowe').click()
  await button(page, 'Podłącz skrzynkę').click()
  const form = dialog(page)
  await form.getByLabel('Serwer IMAP').fill(host)
  await form.getByLabel('Połączenie szyfrowane (TLS)').uncheck()
  await form.getByLabel('Port').fill(String(port))
  await form.getByLabel('Nazwa użytkownika').fill(username)
  await form.getByLabel('Hasło', { exact: true }).fill('nie to hasło')
  await button(form, 'Sprawdź i podłącz').click()
  await form.getByRole('alert').first().waitFor()
  await form.getByLabel('Hasło', { exact: true }).fill(password)
  await button(form, 'Sprawdź i podłącz').click()
  await reads(page.getByRole('main'), username)
  job.dovecot.deliver(
    [
      'From: Jan <jan@zlotyklos.example>',
      `To: ${username}`,
      'Message-ID: <imap-1@zlotyklos.example>',
      'Subject: VPN znowu',
      '',
      'Teraz zrywa co minute.',
      '',
    ].join('\n'),
  )
  await job.ola.goto(job.url('/tickets'))
  await reads(job.ola, 'VPN znowu')
}

async function byTelephone(job: Job): Promise<void> {
  const page = job.ola
  await page.goto(job.url('/tickets'))
  await button(page, /^Nowe zgłoszenie/).click()
  const form = dialog(page)
  await form.getByRole('combobox', { name: 'Klient' }).fill('Kłos')
  await page.getByRole('option', { name: 'Piekarnia Złoty Kłos' }).click()
  await choose(page, form.getByRole('combobox', { name: 'Kto zgłasza' }), /Jan Młynarczyk/)
  await form.getByLabel('Temat').fill('Skaner w biurze')
  await form.getByLabel('Opis').fill('Zgłoszenie telefoniczne.')
  await form.getByText('wysoki', { exact: true }).click()
  await form.getByLabel(/Biorę od razu/).uncheck()
  await button(form, 'Przyjmij zgłoszenie').click()
  await page.getByRole('heading', { name: 'Skaner w biurze', level: 2 }).waitFor()
  await stateIs(page, 'przyjęte')
}

async function byPanel(job: Job): Promise<void> {
  const page = (job.jan = await job.newPerson(phone))
  await enterPanel(job, 'jan@zlotyklos.example', page)
  await page.getByRole('link', { name: /Zgłoś problem/ }).click()
  await button(page, /^Wyślij/).click()
  await reads(page, 'Napisz jednym zdaniem, co się dzieje')
  await page.getByLabel('Co się dzieje').fill('Monitor miga. Od wczoraj, przy kasie nr 2.')
  await page.locator('input[type=file]').first().setInputFiles(job.file('monitor.png', onePixel))
  await page.getByAltText('Zdjęcie monitor.png').waitFor()
  await button(page, /^Wyślij/).click()
  await page.getByRole('heading', { name: /Zgłoszenie Z-\d/ }).waitFor()
  await reads(page, 'Monitor miga')
  await job.look(page, 'panel-ticket')
}

async function enterPanel(job: Job, email: string, page: typeof job.jan): Promise<void> {
  await page.goto(job.url('/panel/sign-in'))
  await page.getByLabel('Adres e-mail').fill(email)
  await button(page, 'Wyślij odsyłacz').click()
  const link = linkIn((await job.mail(email, /panel\/enter/)).text)
  await page.goto(link)
  await button(page, 'Wejdź').click()
  await reads(page, 'Zgłoś problem')
}

async function atGate(job: Job): Promise<void> {
  const page = job.ola
  await openTicket(page, job.stage.address, 'Kto to jest?')
  await button(page.getByRole('note'), 'Nie przyjmuj').click()
  await dialog(page).getByLabel('Powód, który przeczyta nadawca').fill('Nie obsługujemy tej firmy.')
  await button(dialog(page), 'Nie przyjmuj').click()
  await stateIs(page, 'nieprzyjęte')
  await job.mail('obcy@nieznany.example', /Nie obsługujemy tej firmy/)

  await openTicket(page, job.stage.address, 'Kasa stoi')
  await button(page.getByRole('note'), 'Przypisz do klienta').click()
  await dialog(page).getByRole('combobox', { name: 'Klient' }).fill('Kłos')
  await page.getByRole('option', { name: 'Piekarnia Złoty Kłos' }).click()
  await button(dialog(page), 'Przypisz do klienta').click()
  await stateIs(page, 'przyjęte')

  await openTicket(page, job.stage.address, 'Zamek w drzwiach')
  await button(page.getByRole('note'), 'Dopuść').click()
  await stateIs(page, 'przyjęte')

  job.halina = await job.newPerson()
  await enterPanel(job, 'halina@zlotyklos.example', job.halina)
  await job.halina.getByRole('link', { name: /Lampa w chłodni/ }).click()
  await reads(job.halina, 'To zgłoszenie czeka na Twoją zgodę')
  await job.look(job.halina, 'panel-decision')
  await button(job.halina, 'Przyjmij zgłoszenie').click()
  await reads(job.halina, 'przyjęte')
  await button(job.halina, 'Przyjmij zgłoszenie').waitFor({ state: 'detached' })
}

async function inQueue(job: Job): Promise<void> {
  const queue = await job.api<QueueItem[]>(job.ola, 'GET', '/api/tickets?view=open')
  assert.deepEqual(
    queue.map(({ subject }) => subject).sort(),
    [
      'Kasa stoi',
      'Lampa w chłodni',
      'Monitor miga',
      'Piec nie drukuje etykiet',
      'Skaner w biurze',
      'VPN się rozłącza',
      'Zamek w drzwiach',
      ...(job.dovecot ? ['VPN znowu'] : []),
    ].sort(),
  )
  for (const { name, nextDueAt, heldBecause, assignee } of queue) {
    assert.ok(nextDueAt, `${name} has a deadline`)
    assert.equal(heldBecause, null, `${name} is not at the gate`)
    assert.equal(assignee?.name, 'Ola Sadowska', `${name} goes to the opiekun`)
  }
}

export type QueueItem = {
  name: string
  subject: string
  heldBecause: string | null
  nextDueAt: string | null
  assignee: { name: string } | null
}

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
