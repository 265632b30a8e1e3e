/** The team works: at a desk, and in a cellar with a phone; the client answers by e-mail and in the panel. */
import type { Page } from 'playwright-core'
import { button, choose, deed, dialog, openTicket, reads, say, stateIs } from './hands.ts'
import type { Job, Step } from './job.ts'

export const work: Step[] = [
  ['the opiekun takes over, asks, and the answer by e-mail ends the wait', answered],
  ['she notes, raises the priority, times her work and resolves', timed],
  ['it is not fixed: the client reopens it in the panel, later confirms', reopened],
  ['she merges what is the same problem', merged],
  ['a ticket is delegated; the technician takes it on a phone', delegated],
  ['on the phone: pause with a reason, note, reply, resume', onThePhone],
  ['on the phone: stopwatch, an entry by hand, a trip, material', workOnThePhone],
  ['on the phone: resolve, reopen, resolve again, cancel, merge', endsOnThePhone],
  ['a deadline warns before it is missed, and the alarm is on the screen', alarms],
]

async function answered(job: Job): Promise<void> {
  const page = job.ola
  await openTicket(page, job.stage.address, 'VPN się rozłącza')
  await button(page, /^Przejmij/).click()
  await stateIs(page, 'w trakcie')
  await say(page, 'Dzień dobry, zajmujemy się tym. Proszę o zdjęcie lampek.', 'czeka na klienta')
  await stateIs(page, 'wstrzymane')
  const asked = await job.mail('jan@zlotyklos.example', /zdjęcie lampek/)
  await job.moveClock('2026-09-02T10:00')
  await job.write({
    from: 'Jan Młynarczyk <jan@zlotyklos.example>',
    subject: `Re: ${asked.subject}`,
    answers: asked.messageId,
    text: 'Lampka świeci na czerwono.\n\nW dniu 2.09.2026 Żuraw pisze:\n> Proszę o zdjęcie',
  })
  // Nobody touched the page: what the client wrote comes by itself.
  await reads(page, 'Lampka świeci na czerwono.')
  await stateIs(page, 'w trakcie')
}

async function timed(job: Job): Promise<void> {
  const page = job.ola
  await button(page, 'Notatka').click()
  await say(page, 'Router u nich ma stary program.')
  await reads(page, 'notatka, klient jej nie widzi')
  await button(page, 'Odpowiedz').click()
  await deed(page, 'Zmień priorytet')
  await dialog(page)
    .getByRole('radio', { name: /wysoki/ })
    .check()
  await button(dialog(page), 'Zmień priorytet').click()
  await reads(page, /Ola Sadowska: priorytet wysoki/)
  await button(page, 'Start zdalnie').click()
  await button(page, 'Stop').waitFor()
  await job.moveClock('2026-09-02T10:40')
  await button(page, 'Stop').click()
  await reads(page, /Razem 40\smin/)
  await say(page, 'Wymieniliśmy program routera. Prosimy sprawdzić.', 'zakończ')
  await stateIs(page, 'zakończone')
  await job.mail('jan@zlotyklos.example', /Zakończyliśmy/)
}

async function reopened(job: Job): Promise<void> {
  const { jan, ola } = job
  await jan.goto(job.url('/panel/tickets'))
  await jan
    .getByRole('link', { name: /VPN się rozłącza/ })
    .first()
    .click()
  await reads(jan, 'Czy wszystko działa?')
  await button(jan, 'Nadal nie działa').click()
  await stateIs(ola, 'w trakcie')
  await say(ola, 'Teraz wymieniliśmy cały router.', 'zakończ')
  await stateIs(ola, 'zakończone')
  // The same promise on both sides, live.
  await reads(jan, 'Teraz wymieniliśmy cały router.')
  await button(jan, 'Potwierdzam, działa').click()
  await stateIs(ola, 'zamknięte')
}

async function merged(job: Job): Promise<void> {
  const page = job.ola
  await openTicket(page, job.stage.address, 'Kasa stoi')
  await deed(page, 'Połącz z innym')
  await mergeInto(page, /Skaner w biurze/)
  await stateIs(page, 'połączone')
}

async function mergeInto(page: Page, ticket: RegExp): Promise<void> {
  await choose(page, dialog(page).getByRole('combobox', { name: 'Zgłoszenie, które zostaje' }), ticket)
  await button(dialog(page), 'Połącz z innym').click()
  await dialog(page).waitFor({ state: 'detached' })
}

async function delegated(job: Job): Promise<void> {
  const { ola, piotr } = job
  await openTicket(ola, job.stage.address, 'Piec nie drukuje etykiet')
  await deed(ola, 'Przekaż')
  await choose(ola, dialog(ola).getByRole('combobox', { name: 'Komu' }), /Piotr Wójcik/)
  await dialog(ola).getByLabel('Notatka dla tej osoby').fill('Klucz jest w portierni.')
  await button(dialog(ola), 'Przekaż').click()
  await reads(ola, /przekazano do Piotr Wójcik/)
  await job.mail('piotr@zuraw.example', /Klucz jest w portierni/)
  await piotr.goto(job.url('/tickets'))
  await button(piotr, /^Powiadomienia, /).click()
  await button(piotr, /^Przekazano Ci Z-1: Piec nie drukuje etykiet/).click()
  await piotr.getByRole('heading', { name: 'Piec nie drukuje etykiet', level: 2 }).waitFor()
  await deed(piotr, 'Przejmij')
  await stateIs(piotr, 'w trakcie')
  await job.look(piotr, 'ticket-phone')
}

async function onThePhone(job: Job): Promise<void> {
  const page = job.piotr
  await deed(page, 'Wstrzymaj zegar')
  await dialog(page).getByLabel('czeka na część').check()
  await button(dialog(page), 'Wstrzymaj zegar').click()
  await stateIs(page, 'wstrzymane')
  await reads(page, /zegar wstrzymany, czeka na część/)
  await button(page, 'Notatka').click()
  await say(page, 'Głowica zamówiona, będzie po południu.')
  await reads(page, 'notatka, klient jej nie widzi')
  await deed(page, 'Wznów zegar')
  await stateIs(page, 'w trakcie')
  await button(page, 'Odpowiedz').click()
  await say(page, 'Jadę do Państwa z częścią.')
  await reads(job.ola, 'Jadę do Państwa z częścią.')
}

async function workOnThePhone(job: Job): Promise<void> {
  const page = job.piotr
  await button(page, 'Zegary, umowa, czas pracy').click()
  const side = dialog(page)
  await button(side, 'Start u klienta').click()
  await button(side, 'Stop').waitFor()
  await job.look(page, 'stopwatch-phone')
  await job.moveClock('2026-09-02T11:55')
  await button(side, 'Stop').click()
  await reads(side, /Razem 1\sh 15\smin/)
  await entry(page, 'Czas', async (form) => {
    await form.getByText('u klienta', { exact: true }).click()
    await form.getByLabel('Dzień').fill('2026-09-02')
    await form.getByLabel('Od', { exact: true }).fill('09:00')
    await form.getByLabel('Do', { exact: true }).fill('08:00')
    await button(form, 'Zapisz').click()
    await form.locator('[aria-invalid=true]').first().waitFor()
    await form.getByLabel('Od', { exact: true }).fill('08:00')
    await form.getByLabel('Do', { exact: true }).fill('09:30')
    await form.getByLabel('Opis').fill('Przegląd pieca')
  })
  await entry(page, 'Dojazd', async (form) => {
    await form.getByLabel('Dzień').fill('2026-09-02')
    await form.getByLabel('Godzina').fill('07:40')
    await form.getByLabel(/^Kilometry/).fill('24')
  })
  await entry(page, 'Materiał', async (form) => {
    await form.getByLabel('Nazwa').fill('Głowica drukująca')
    await form.getByLabel('Ilość').fill('1,5,0')
    await button(form, 'Zapisz').click()
    await reads(form, 'Wpisz liczbę')
    await form.getByLabel('Ilość').fill('1')
    await form.getByLabel('Cena netto dla klienta (zł)').fill('340,00')
    await form.getByLabel('Dzień').fill('2026-09-02')
    await form.getByLabel('Godzina').fill('11:00')
  })
  await reads(side, 'Głowica drukująca')
  await reads(side, /Razem 2\sh 45\smin/)
  await button(side, 'Zamknij').click()
  await side.waitFor({ state: 'detached' })
}

async function entry(page: Page, kind: string, type: (form: ReturnType<typeof dialog>) => Promise<void>) {
  await button(page, 'Wpis').click()
  const form = page.getByRole('dialog', { name: 'Nowy wpis pracy' })
  await form.getByText(kind, { exact: true }).click()
  await type(form)
  await button(form, 'Zapisz').click()
  await form.waitFor({ state: 'detached' })
}

async function endsOnThePhone(job: Job): Promise<void> {
  const page = job.piotr
  await resolve(page, 'Wymieniona głowica, piec drukuje.')
  await deed(page, 'Wznów zgłoszenie')
  await stateIs(page, 'w trakcie')
  await resolve(page, 'Jeszcze wyczyszczony czujnik.')
  await openTicket(page, job.stage.address, 'Zamek w drzwiach')
  await deed(page, 'Wycofaj')
  await dialog(page).getByLabel('Powód').fill('Zgłoszone przez pomyłkę.')
  await button(dialog(page), 'Wycofaj').click()
  await stateIs(page, 'wycofane')
  await newOnPhone(page, job, 'Skaner drugi raz')
  await deed(page, 'Połącz z innym')
  await mergeInto(page, /Skaner w biurze/)
  await stateIs(page, 'połączone')
}

async function resolve(page: Page, text: string): Promise<void> {
  await button(page, /^Zakończ$/).click()
  await dialog(page).getByLabel('Co zrobiliśmy').fill(text)
  await button(dialog(page), 'Zakończ').click()
  await stateIs(page, 'zakończone')
}

async function newOnPhone(page: Page, job: Job, subject: string): Promise<void> {
  await page.goto(job.url('/tickets'))
  await button(page, /^Nowe zgłoszenie/).click()
  const form = dialog(page)
  await form.getByRole('combobox', { name: 'Klient' }).fill('Kłos')
  await page.getByRole('option', { name: 'Piekarnia Złoty Kłos' }).click()
  await choose(page, form.getByRole('combobox', { name: 'Kto zgłasza' }), /Jan Młynarczyk/)
  await form.getByLabel('Temat').fill(subject)
  await button(form, 'Przyjmij zgłoszenie').click()
  await page.getByRole('heading', { name: subject, level: 2 }).waitFor()
}

/** What nobody touched: a warning comes before, the alarm at the breach, both by mail and on the screen. */
async function alarms(job: Job): Promise<void> {
  const page = job.ola
  await page.goto(job.url('/tickets'))
  await reads(page, 'Monitor miga')
  await job.moveClock('2026-09-03T15:59')
  await job.mail('ola@zuraw.example', /reakcji do .*: Monitor miga/)
  await job.mail('ola@zuraw.example', /Po terminie: Monitor miga/)
  await reads(page.getByRole('region', { name: 'Powiadomienia' }), /po terminie/)
  await button(page, /^Powiadomienia, /).click()
  await button(page, /po terminie: Monitor miga/)
    .first()
    .click()
  await page.getByRole('heading', { name: 'Monitor miga', level: 2 }).waitFor()
  await job.look(page, 'ticket-late')
  for (const subject of ['Monitor miga', 'Skaner w biurze', 'Lampa w chłodni', 'VPN znowu']) {
    if (subject === 'VPN znowu' && !job.dovecot) continue
    await openTicket(page, job.stage.address, subject)
    await deed(page, 'Zakończ')
    await dialog(page).getByLabel('Co zrobiliśmy').fill('Naprawione.')
    await button(dialog(page), 'Zakończ').click()
    await stateIs(page, 'zakończone')
  }
}
