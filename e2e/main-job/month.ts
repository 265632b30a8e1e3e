/** A month is closed: reviewed, edited by two people, issued in bulk while the browser is closed, corrected. */
import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { validateFa3 } from '#server/plumbing/xsd.ts'
import { button, dialog, menu, reads } from './hands.ts'
import type { Invoice, Job, Step } from './job.ts'

export const september: Step[] = [
  ['September is counted; a line edited, one waived, one added, each with a reason', review],
  ['two people edit the same line: the second is shown what the first did', together],
  ['eleven invoices are issued; the browser is closed in the middle and it goes on', issue],
  ['the invoice says what the law wants', checkInvoice],
  ['a wrong line is corrected by a correcting invoice', correct],
]

export const october: Step[] = [['October is billed; what is issued cannot be issued again', secondMonth]]

async function review(job: Job): Promise<void> {
  const page = job.ewa
  await job.moveClock('2026-10-01T08:00')
  await openMonth(page, job, /wrzesień 2026/i)
  await button(page, 'Policz miesiąc').click()
  await openProposal(page)
  const lines = page.getByRole('list', { name: 'Pozycje' })
  await editLine(page, lines, /Zgłoszenia/, async (form) => {
    await form.getByLabel('Kwota netto').fill('12,5,0')
    await form.getByLabel('Dlaczego').fill('Rabat za opóźnienie')
    await button(form, 'Zapisz zmianę').click()
    await form.locator('[aria-invalid=true]').first().waitFor()
    await form.getByLabel('Kwota netto').fill('60,00')
  })
  await reads(lines, /Ewa Lisowska.*Rabat za opóźnienie/)
  await editLine(page, lines, /Dojazd/, async (form) => {
    await form.getByText('Umorzyć', { exact: true }).click()
    await form.getByLabel('Dlaczego').fill('Połączony z inną wizytą')
  })
  await reads(lines, 'umorzone')
  await button(page, 'Pozycja').click()
  const form = dialog(page)
  await form.getByLabel('Nazwa na fakturze').fill('Szkolenie z obsługi pieca')
  await form.getByLabel('Cena netto').fill('150')
  await form.getByLabel('Dlaczego').fill('Uzgodnione telefonicznie')
  await button(form, 'Dodaj pozycję').click()
  await form.waitFor({ state: 'detached' })
  await reads(lines, 'Szkolenie z obsługi pieca')
  await job.look(page, 'september-review')
}

async function openMonth(page: Page, job: Job, month: RegExp): Promise<void> {
  await page.goto(job.url('/billing'))
  await page.getByRole('link', { name: month }).click()
}

async function openProposal(page: Page): Promise<void> {
  await button(page, 'Rozwiń: Piekarnia Złoty Kłos').click()
  await page.getByRole('list', { name: 'Pozycje' }).waitFor()
}

async function editLine(
  page: Page,
  lines: Locator,
  name: RegExp,
  type: (form: Locator) => Promise<void>,
): Promise<void> {
  await button(lines, new RegExp(`^Zmień pozycję: .*${name.source}`)).click()
  await type(dialog(page))
  await button(dialog(page), 'Zapisz zmianę').click()
  await dialog(page).waitFor({ state: 'detached' })
}

async function together(job: Job): Promise<void> {
  const [first, second] = [job.marta, job.ewa]
  await openMonth(first, job, /wrzesień 2026/i)
  await openProposal(first)
  const open = async (page: Page, net: string, why: string) => {
    await button(page, /^Zmień pozycję: Abonament/).click()
    await dialog(page).getByLabel('Kwota netto').fill(net)
    await dialog(page).getByLabel('Dlaczego').fill(why)
  }
  await open(second, '1 400,00', 'Rabat stałego klienta')
  await open(first, '1 300,00', 'Krótszy miesiąc')
  await button(dialog(first), 'Zapisz zmianę').click()
  await dialog(first).waitFor({ state: 'detached' })
  await button(dialog(second), 'Zapisz zmianę').click()
  await reads(dialog(second).getByRole('alert'), /Ktoś zmienił to w międzyczasie/)
  await reads(dialog(second).getByRole('alert'), /1\s300,00, Marta Zielińska|1\s450,00 → 1\s300,00/)
  assert.equal(
    await dialog(second).getByLabel('Kwota netto').inputValue(),
    '1 400,00',
    'what was typed stays',
  )
  await button(dialog(second), 'Zapisz zmianę').click()
  await dialog(second).waitFor({ state: 'detached' })
  await reads(second, /Rabat stałego klienta/)
  // The other sees it without touching anything.
  await reads(first, /Rabat stałego klienta/)
}

async function issue(job: Job): Promise<void> {
  await button(job.ewa, 'Wystaw 11 faktur').click()
  await button(dialog(job.ewa), 'Wystaw 11 faktur').click()
  await job.ewa.waitForURL(/\/runs\//)
  await job.leave(job.ewa)
  const mail = await job.mail('faktury@zlotyklos.example', /^Faktura /)
  assert.equal(mail.attachments, 1, 'the PDF is attached')
  const page = job.marta
  await openMonth(page, job, /wrzesień 2026/i)
  await page.getByRole('link', { name: 'Zobacz postęp' }).click()
  await page.getByRole('heading', { name: 'Wystawiono 11 faktur' }).waitFor()
  const invoices = await job.api<Invoice[]>(page, 'GET', '/api/invoices')
  const numbers = invoices.map(({ number }) => number)
  const wanted = Array.from({ length: 11 }, (_, i) => `FV/${i + 1}/10/2026`)
  assert.deepEqual(numbers.toSorted(), wanted.toSorted(), 'no number is missing or twice')
  job.ewa = await job.newPerson()
  await job.ewa.goto(job.url('/sign-in'))
  await job.ewa.getByLabel('Służbowy e-mail').fill('ewa@zuraw.example')
  await job.ewa.getByLabel('Hasło', { exact: true }).fill('opiekun-czuwa')
  await button(job.ewa, 'Zaloguj').click()
  await menu(job.ewa, 'Faktury').waitFor()
}

async function checkInvoice(job: Job): Promise<void> {
  const [invoice] = await job.api<Invoice[]>(job.ewa, 'GET', `/api/invoices?clientId=${job.clientId}`)
  assert.equal(invoice!.issueOn, '2026-10-01', 'issue day = today')
  assert.deepEqual([invoice!.saleFrom, invoice!.saleTo], ['2026-09-01', '2026-09-30'], 'sale = the period')
  assert.equal(invoice!.dueOn, '2026-10-08', 'due = issue day + the 7 days of the contract')
  job.invoice = invoice!
  const page = job.ewa
  await page.goto(job.url(`/invoices/${invoice!.id}`))
  await reads(page, 'nie zgłoszono do KSeF')
  await reads(page, 'Szkolenie z obsługi pieca')
  const xml = await page.request.get(job.url(`/api/invoices/${invoice!.id}/xml`))
  assert.deepEqual(await validateFa3(await xml.text()), { valid: true, errors: [] })
  const csv = await page.request.get(job.url('/api/billing/months/2026-10/accountant.csv'))
  assert.ok((await csv.text()).includes(invoice!.number), 'the CSV for the accountant names the invoice')
}

async function correct(job: Job): Promise<void> {
  const page = job.ewa
  await button(page, 'Wystaw korektę').click()
  const form = dialog(page)
  const wrong = form.getByRole('group', { name: /Szkolenie/ })
  await wrong.getByLabel('Cena netto').fill('12,5,0')
  await form.getByLabel('Powód korekty').fill('Szkolenie kosztowało mniej')
  await button(form, 'Wystaw korektę').click()
  await wrong.locator('[aria-invalid=true]').first().waitFor()
  await wrong.getByLabel('Cena netto').fill('100')
  await button(form, 'Wystaw korektę').click()
  await page.getByRole('heading', { name: /^Faktura korygująca / }).waitFor()
  await reads(page, 'Szkolenie kosztowało mniej')
  await job.look(page, 'correction')
  const mail = await job.mail('faktury@zlotyklos.example', /^Faktura korygująca /)
  assert.equal(mail.attachments, 1)
  const [correction] = await job.api<Invoice[]>(page, 'GET', `/api/invoices?clientId=${job.clientId}`)
  const xml = await page.request.get(job.url(`/api/invoices/${correction!.id}/xml`))
  assert.deepEqual(await validateFa3(await xml.text()), { valid: true, errors: [] })
}

async function secondMonth(job: Job): Promise<void> {
  const page = job.marta
  await job.moveClock('2026-11-02T08:00')
  await openMonth(page, job, /październik 2026/i)
  await button(page, 'Policz miesiąc').click()
  await button(page, 'Wystaw 11 faktur').click()
  await button(dialog(page), 'Wystaw 11 faktur').click()
  await page.getByRole('heading', { name: 'Wystawiono 11 faktur' }).waitFor()
  await job.mail('faktury@zlotyklos.example', /^Faktura FV\/\d+\/11\/2026/)
  await page.getByRole('link', { name: 'Wróć do rozliczenia' }).click()
  await reads(page, 'Wszystko wystawione')
  await button(page, /^Wystaw /).waitFor({ state: 'detached' })
}
