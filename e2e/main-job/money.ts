/** Nobody pays: three days after the due date, on a working day, a reminder goes; a payment ends it. */
import assert from 'node:assert/strict'
import { button, dialog, reads } from './hands.ts'
import type { Job, Step } from './job.ts'

export const money: Step[] = [
  ['an unpaid invoice is reminded on a working day, with interest', reminded],
  ['the payment is entered, and nothing is reminded any more', paid],
]

async function reminded(job: Job): Promise<void> {
  // Due on Thursday the 8th; the third day after it is a Sunday.
  await job.moveClock('2026-10-11T20:00')
  const before = job.sink.received.filter(({ raw }) => raw.includes('=?UTF-8?Q?Przypomnienie')).length
  assert.equal(before, 0, 'nothing is sent on a Sunday')
  await job.moveClock('2026-10-13T12:00')
  const reminder = await job.mail('faktury@zlotyklos.example', /Przypomnienie/)
  assert.ok(reminder.text.includes(job.invoice.number))
  const page = job.ewa
  await page.goto(job.url('/collection'))
  const card = page.getByRole('article').filter({ hasText: 'Piekarnia Złoty Kłos' })
  await reads(card, /przypomnienie wysłane/)
  await reads(card, /odsetki \d/)
  await job.look(page, 'collection')
  await card.getByRole('link', { name: 'Piekarnia Złoty Kłos' }).click()
  await reads(page, new RegExp(`Przypomnienie o\\s${job.invoice.number}`))
}

async function paid(job: Job): Promise<void> {
  const page = job.ewa
  await button(page, 'Zapisz wpłatę').click()
  const form = dialog(page)
  await form.getByLabel('Kwota').fill('12,5,0')
  await button(form, 'Zapisz wpłatę').click()
  await form.locator('[aria-invalid=true]').first().waitFor()
  const { openGrosze } = await job.api<{ openGrosze: number }>(
    page,
    'GET',
    `/api/collection/clients/${job.clientId}`,
  )
  await form
    .getByLabel('Kwota')
    .fill(`${Math.floor(openGrosze / 100)},${String(openGrosze % 100).padStart(2, '0')}`)
  await form.getByLabel('Tytuł przelewu').fill(job.invoice.number)
  await button(form, 'Zapisz wpłatę').click()
  await form.waitFor({ state: 'detached' })
  await reads(page, 'Wszystko zapłacone.')
  await job.look(page, 'account-paid')
  const reminders = () =>
    job.sink.received.filter(({ to }) => to.includes('faktury@zlotyklos.example')).length
  const before = reminders()
  await job.moveClock('2026-10-30T12:00')
  assert.equal(reminders(), before, 'a paid invoice is not reminded again')
}
