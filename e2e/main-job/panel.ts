/** The client looks into the panel: the contract in plain words, invoices as files, a talk with the opiekun. */
import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import { button, menu, reads } from './hands.ts'
import type { Job, Step } from './job.ts'

export const panel: Step[] = [
  ['the client reads the contract in plain words', contractInWords],
  ['every invoice with its explanation, as PDF and XML', invoices],
  ['the client and the opiekun talk, live on both sides', talk],
]

async function contractInWords(job: Job): Promise<void> {
  const page = job.jan
  await page.goto(job.url('/panel/contract'))
  await reads(page, 'Co obiecujemy')
  await reads(page, /każde następne 85,00\szł/)
  await reads(page, /Faktury z terminem 7\sdni/)
  await job.look(page, 'panel-contract')
}

async function invoices(job: Job): Promise<void> {
  const page = job.jan
  await menu(page, 'Faktury').click()
  await page
    .getByRole('link', { name: new RegExp(job.invoice.number) })
    .first()
    .click()
  await reads(page, 'Szkolenie z obsługi pieca')
  await reads(page, 'nie zgłoszono do KSeF')
  await job.look(page, 'panel-invoice')
  // The PDF opens in a tab of its own, the XML is saved.
  const pdf = page.getByRole('link', { name: 'PDF', exact: true })
  assert.equal(await pdf.getAttribute('target'), '_blank')
  const paper = await page.request.get(job.url((await pdf.getAttribute('href'))!))
  assert.equal((await paper.body()).subarray(0, 5).toString(), '%PDF-')
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'XML', exact: true }).click()
  assert.match(fs.readFileSync(await (await coming).path(), 'utf8'), /<Faktura /)
}

async function talk(job: Job): Promise<void> {
  const { jan, ola } = job
  await ola.goto(job.url('/conversations'))
  await menu(jan, 'Rozmowa').click()
  await jan.getByLabel('Treść wiadomości').fill('Czy zmieniamy godziny w grudniu?')
  await button(jan, 'Wyślij').click()
  await ola.getByText('Czy zmieniamy godziny w grudniu?').first().click()
  await ola.getByLabel('Treść wiadomości').fill('Tak, od poniedziałku do soboty.')
  await button(ola, 'Wyślij').click()
  await reads(jan, 'Tak, od poniedziałku do soboty.')
  await jan.getByLabel('Treść wiadomości').fill('Dziękuję, pasuje.')
  await button(jan, 'Wyślij').click()
  await reads(ola, 'Dziękuję, pasuje.')
  await job.look(jan, 'panel-chat')
  await job.look(ola, 'conversations')
}
