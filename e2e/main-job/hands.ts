/** What hands do again and again: choose from a list, open a ticket, do a deed on it, see its state. */
import type { Locator, Page } from 'playwright-core'

/** As it reads: any space is a space, also one at which a line may not break. A text is the whole name. */
const reading = (text: string | RegExp, whole: boolean): RegExp => {
  const source =
    typeof text === 'string' ? text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`) : text.source
  const spaced = source.replaceAll(' ', String.raw`\s`)
  return new RegExp(whole && typeof text === 'string' ? `^${spaced}$` : spaced)
}

export const button = (place: Page | Locator, name: string | RegExp): Locator =>
  place.getByRole('button', { name: reading(name, true) }).first()

/** A place in the menu; a count may stand behind its name. */
export const menu = (page: Page, name: string): Locator =>
  page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(`^${name}(\\s|$)`) })
    .first()

export const dialog = (page: Page): Locator => page.getByRole('dialog')

/** Waits until it can be read on the screen. */
export const reads = (place: Page | Locator, text: string | RegExp): Promise<void> =>
  place.getByText(reading(text, false)).first().waitFor()

export async function choose(page: Page, field: Locator, option: string | RegExp): Promise<void> {
  await field.click()
  await page
    .getByRole('option', { name: reading(option, false) })
    .first()
    .click()
}

/** From the queue into a ticket; a live queue shows it by itself. */
export async function openTicket(page: Page, address: string, subject: string): Promise<void> {
  await page.goto(`${address}/tickets`)
  await page.getByRole('link', { name: subject, exact: true }).first().click()
  await page.getByRole('heading', { name: subject, level: 2, exact: true }).waitFor()
}

/** The state stands on the button that opens all deeds. */
export const stateIs = (page: Page, state: string): Promise<void> =>
  button(page, new RegExp(`^Wszystkie działania na zgłoszeniu: ${state}$`)).waitFor()

export async function deed(page: Page, name: string): Promise<void> {
  await button(page, /^Wszystkie działania na zgłoszeniu/).click()
  await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click()
}

/** Writes into the composer of a ticket and sends it. */
export async function say(page: Page, text: string, after?: string): Promise<void> {
  await page.getByLabel('Treść wiadomości').fill(text)
  if (after) {
    await button(page, /^Po wysłaniu/).click()
    await page.getByRole('menuitem', { name: after, exact: true }).click()
  }
  await button(page, /^Wyślij( |$)/).click()
  await reads(page, text)
}
