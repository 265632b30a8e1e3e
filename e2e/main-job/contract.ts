/** A contract is written: its sentences edited, put in force, its paper printed and the scan attached. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { button, dialog, reads } from './hands.ts'
import type { Job, Step } from './job.ts'

export const contract: Step[] = [
  ['a contract is written: prices, who may report, days to pay', write],
  ['it is put in force, printed, and the signed scan attached', activate],
  ['the other clients have contracts too', contractsOfOthers],
]

async function write(job: Job): Promise<void> {
  const page = job.ola
  await page.goto(job.url(`/clients/${job.clientId}`))
  await button(page, 'Nowa umowa').click()
  const form = dialog(page)
  await form.getByLabel('Obowiązuje od').fill('2026-09-01')
  await button(form, 'Przygotuj szkic').click()
  await button(page, 'Uruchom umowę').waitFor()
  await setNumber(page, /^Zgłoszeń w miesiącu/, '4')
  await setAmount(page)
  await setNumber(page, /^Dni: 14 dni$/, '7')
  await button(page, /^Kto zgłasza: /).click()
  await page.getByRole('menuitem', { name: 'tylko osoby z listy' }).click()
  await page.getByLabel(/^Jan Młynarczyk/).check()
  await page.getByLabel(/^Halina Bielak/).check()
  await reads(page, /^Zapisano \d/)
  await job.look(page, 'contract-editor')
}

/** A value in a sentence is a chip that opens its own small field. */
async function setNumber(page: Page, chip: RegExp, to: string): Promise<void> {
  await button(page, chip).click()
  const field = dialog(page).getByRole('textbox').first()
  await field.fill(to)
  await field.press('Enter')
  await dialog(page).waitFor({ state: 'detached' })
}

/** The price of each further ticket; what is no amount is told at the field and not taken. */
async function setAmount(page: Page): Promise<void> {
  await button(page, 'Kwota netto: 95,00 zł').click()
  const field = dialog(page).getByRole('textbox')
  await field.fill('12,5,0')
  await reads(dialog(page), 'To nie jest kwota.')
  await field.fill('85')
  await field.press('Enter')
  await button(page, 'Kwota netto: 85,00 zł').waitFor()
}

async function activate(job: Job): Promise<void> {
  const page = job.ola
  await button(page, 'Uruchom umowę').click()
  await button(dialog(page), 'Uruchom umowę').click()
  await reads(page, 'w mocy, niepodpisana')
  const [own] = await job.api<{ id: string }[]>(page, 'GET', `/api/contracts?clientId=${job.clientId}`)
  const document = await page.request.get(job.url(`/api/contracts/${own!.id}/versions/1/document`))
  const paper = await document.body()
  assert.equal(paper.subarray(0, 5).toString(), '%PDF-', `the paper is a PDF: ${paper.subarray(0, 300)}`)
  await button(page.getByRole('main'), 'Więcej').click()
  await page.getByRole('menuitem', { name: 'Dodaj skan podpisanej' }).click()
  // What comes back from the scanner carries the codes of its version, so it finds it by itself.
  await dialog(page).locator('input[type=file]').setInputFiles(job.file('umowa-podpisana.pdf', paper))
  await button(dialog(page), 'Odczytaj').click()
  await reads(page, /^podpisana \d/)
}

/** The same contract for every client from the file: what a month with many invoices needs. */
async function contractsOfOthers(job: Job): Promise<void> {
  const clients = await job.api<{ id: string }[]>(job.ola, 'GET', '/api/clients?search=Sklep')
  assert.equal(clients.length, 10)
  for (const { id: clientId } of clients) {
    const made = await job.api<{ id: string }>(job.ola, 'POST', '/api/contracts', {
      clientId,
      validFrom: '2026-09-01',
    })
    const draft = await job.api<{ version: number }>(job.ola, 'GET', `/api/contracts/${made.id}/versions/1`)
    await job.api(job.ola, 'PUT', `/api/contracts/${made.id}/versions/1/activation`, {
      version: draft.version,
      confirmOverlap: false,
    })
  }
}
