/** A company begins: sign-up, a sandbox to try in, its data, its people, its clients. */
import type { Page } from 'playwright-core'
import { button, choose, dialog, menu, reads } from './hands.ts'
import { linkIn, phone, type Job, type Step } from './job.ts'

export const start: Step[] = [
  ['the owner signs up and opens a sandbox on 2 September', signUp],
  ['mail of the sandbox may reach the people of this story, and nobody else', allowMail],
  ['the company gets its data; a wrong NIP is told at its field', companyData],
  ['people are invited; a link works once', invitePeople],
  ['a client is entered by its NIP; a wrong one and a known one are told', enterClient],
  ['ten clients come from a file, after a dry run', importClients],
]

async function signUp(job: Job): Promise<void> {
  const page = (job.marta = await job.newPerson())
  await page.goto(job.url('/sign-up'))
  await page.getByLabel('Służbowy e-mail').fill('marta@zuraw.example')
  await page.getByLabel('Hasło', { exact: true }).fill('krotkie')
  await page.getByLabel('Imię i nazwisko').fill('Marta Zielińska')
  await page.getByLabel('Nazwa firmy').fill('Żuraw Serwis Sp. z o.o.')
  await button(page, 'Dalej: branża').click()
  await reads(page, 'Hasło musi mieć co najmniej 10 znaków.')
  await page.getByLabel('Hasło', { exact: true }).fill('zurawie-lataja')
  await button(page, 'Dalej: branża').click()
  await button(page, /Opieka informatyczna/).click()
  await job.look(page, 'trade')
  await button(page, 'Zacznij z tym zestawem').click()
  await menu(page, 'Ustawienia').click()
  await button(page, 'Piaskownica').click()
  await page.getByLabel('Zegar zaczyna od').fill('2026-09-02T08:00')
  await button(page, 'Otwórz piaskownicę').click()
  await reads(page, /Piaskownica\. Zegar stoi na/)
  job.slug = (await job.api<{ slug: string }>(page, 'GET', '/api/company')).slug
}

async function allowMail(job: Job): Promise<void> {
  const page = job.marta
  await menu(page, 'Ustawienia').click()
  await button(page, 'Piaskownica').click()
  const addresses = page.getByLabel('Adresy, na które wolno pisać')
  await addresses.fill('marta@zuraw.example, to nie adres')
  await button(page, 'Zapisz zmiany').click()
  await reads(page, 'To nie wygląda na adres e-mail.')
  const staff = ['marta', 'ola', 'piotr', 'ewa'].map((name) => `${name}@zuraw.example`)
  const client = ['jan', 'halina', 'adam', 'faktury'].map((name) => `${name}@zlotyklos.example`)
  await addresses.fill([...staff, ...client, 'obcy@nieznany.example'].join('\n'))
  await button(page, 'Zapisz zmiany').click()
  await reads(page, 'Zapisano.')
}

async function companyData(job: Job): Promise<void> {
  const page = job.marta
  await button(page, 'Firma').click()
  await page.getByLabel('NIP').fill('583 021 00 47')
  await page.getByLabel('Ulica i numer').fill('ul. Portowa 12')
  await page.getByLabel('Kod i miejscowość').fill('80-001 Gdańsk')
  await button(page, 'Zapisz zmiany').click()
  await reads(page, /Ten NIP ma błędną cyfrę kontrolną/)
  // What was typed is kept: only the wrong digit is typed again.
  await page.getByLabel('NIP').fill('583-021-00-48')
  await button(page, 'Zapisz zmiany').click()
  await reads(page, 'Zapisano.')
  await button(page, 'Faktury').click()
  await page.getByLabel('Rachunek bankowy').fill('86 1090 1098 0000 0001 4120 0345')
  await button(page, 'Zapisz zmiany').click()
  await reads(page, 'Zapisano.')
}

async function invitePeople(job: Job): Promise<void> {
  const page = job.marta
  await menu(page, 'Ludzie').click()
  await invite(page, 'Ola Sadowska', 'ola@zuraw.example', 'opiekun')
  await invite(page, 'Piotr Wójcik', 'piotr@zuraw.example', 'serwisant')
  await invite(page, 'Ewa Lisowska', 'ewa@zuraw.example', 'rozliczenia')
  job.ola = await enter(job, await job.newPerson(), 'ola@zuraw.example')
  job.ewa = await enter(job, await job.newPerson(), 'ewa@zuraw.example')
  const link = linkIn((await job.mail('piotr@zuraw.example', /Zaproszenie/)).text)
  job.piotr = await job.newPerson(phone)
  await accept(job.piotr, link)
  await button(job.piotr, 'Więcej').waitFor()
  await accept(job.piotr, link)
  await reads(job.piotr, 'Ten odsyłacz był już użyty. Poproś o nowy.')
}

async function invite(page: Page, name: string, email: string, role: string): Promise<void> {
  await button(page, 'Zaproś osobę').click()
  const form = dialog(page)
  await form.getByLabel('Imię i nazwisko').fill(name)
  await form.getByLabel('E-mail').fill(email)
  await choose(page, form.getByRole('combobox', { name: 'Rola' }), role)
  await button(form, 'Wyślij zaproszenie').click()
  await reads(page.getByRole('main'), name)
}

async function enter(job: Job, page: Page, email: string): Promise<Page> {
  await accept(page, linkIn((await job.mail(email, /Zaproszenie/)).text))
  await menu(page, 'Klienci').waitFor()
  return page
}

async function accept(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Hasło', { exact: true }).fill('opiekun-czuwa')
  await button(page, 'Ustaw hasło i wejdź').click()
}

async function enterClient(job: Job): Promise<void> {
  const page = job.ola
  await menu(page, 'Klienci').click()
  await button(page, 'Dodaj klienta').click()
  const form = dialog(page)
  await form.getByLabel('NIP').fill('5841117201')
  await form.getByLabel('Pełna nazwa').fill('Piekarnia Złoty Kłos')
  await button(form, 'Dodaj klienta').click()
  await reads(form, /błędną cyfrę kontrolną/)
  await form.getByLabel('NIP').fill('584-111-72-00')
  await button(form, 'Dodaj klienta').click()
  await button(page, 'Dodaj osobę').waitFor()
  job.clientId = new URL(page.url()).pathname.split('/').at(-1)!
  await page.getByLabel('Ulica i numer').fill('ul. Młyńska 4')
  await page.getByLabel('Kod i miejscowość').fill('80-100 Gdańsk')
  await page.getByLabel('E-mail do faktur').fill('faktury@zlotyklos.example')
  await choose(page, page.getByRole('combobox', { name: 'Opiekun klienta' }), 'Ola Sadowska')
  await button(page, 'Zapisz zmiany').click()
  await reads(page, 'Zapisano.')
  await addContact(page, 'Jan Młynarczyk', 'jan@zlotyklos.example')
  await addContact(page, 'Halina Bielak', 'halina@zlotyklos.example', /przełożony/)
  await addContact(page, 'Adam Rogala', 'adam@zlotyklos.example')
  await menu(page, 'Klienci').click()
  await button(page, 'Dodaj klienta').click()
  await form.getByLabel('NIP').fill('5841117200')
  await form.getByLabel('Pełna nazwa').fill('Złoty Kłos drugi raz')
  await button(form, 'Dodaj klienta').click()
  await form.getByRole('link', { name: 'Pokaż tego klienta' }).click()
  await reads(page.getByRole('main'), 'Piekarnia Złoty Kłos')
}

async function addContact(page: Page, name: string, email: string, mark?: RegExp): Promise<void> {
  await button(page, 'Dodaj osobę').click()
  const form = dialog(page)
  await form.getByLabel('Imię i nazwisko').fill(name)
  await form.getByLabel('E-mail').fill(email)
  if (mark) await form.getByLabel(mark).check()
  await button(form, 'Zapisz').click()
  await reads(page.getByRole('main'), name)
}

async function importClients(job: Job): Promise<void> {
  const page = job.ola
  const rows = Array.from({ length: 10 }, (_, i) => {
    const name = `Sklep ${i + 1}`
    return [name, nipOf(i), `ul. Długa ${i + 1}`, '80-200 Gdańsk', `faktury@sklep${i + 1}.example`].join(';')
  })
  const head = 'nazwa;NIP;ulica;kod i miasto;e-mail do faktur'
  const csv = [head, ...rows, 'Zły numer;1234567890;ul. Krzywa 1;80-200 Gdańsk;'].join('\n')
  await page.goto(job.url('/clients/import'))
  const chosen = page.waitForEvent('filechooser')
  await button(page, 'Wybierz plik CSV').click()
  await (await chosen).setFiles(job.file('klienci.csv', csv))
  await reads(page, /1 wiersz wymaga poprawki\. 10 nowych klientów/)
  await job.look(page, 'import')
  await button(page, 'Zapisz bez wierszy z błędami').click()
  await reads(page, /Zapisano\. 10 nowych klientów/)
}

/** NIPs that pass, of companies that do not exist. */
function nipOf(n: number): string {
  const weights = [6, 5, 7, 2, 3, 4, 5, 6, 7]
  for (let tail = n * 10; ; tail++) {
    const digits = `58499${String(tail).padStart(4, '0')}`
    const check = [...digits].reduce((sum, d, i) => sum + Number(d) * weights[i]!, 0) % 11
    if (check < 10) return `${digits}${check}`
  }
}
