/**
 * What people type wrong, tried by hand: each gets a sentence in their language at the right
 * field, and nothing is lost. (Amounts, NIPs, used links, two people on one proposal and a
 * browser closed while issuing are part of the main job.)
 */
import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import path from 'node:path'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { setCast, castPassword } from '#demo/cast.ts'
import { newLink } from '#server/accounts/public.ts'
import { openStage, temporaryFolder, type Stage } from '#server/testing/scene.ts'
import { browserMissing, person, type Person } from './browser.ts'
import { button, dialog, reads } from './main-job/hands.ts'

const stage = openStage({ listen: true, withWorkers: true })
const folder = temporaryFolder('bad-input')
const visitors: Person[] = []
after(async () => {
  for (const one of visitors) await one.close()
  fs.rmSync(folder, { recursive: true, force: true })
})
const options = { skip: browserMissing(), timeout: 120_000 }
const pictures = process.env.OPIEKUN_PICTURES

let ready: Promise<{ s: Stage; page: Page; clientId: string; slug: string }> | undefined
const ola = () =>
  (ready ??= (async () => {
    const s = await stage()
    const { slug } = await setCast(s)
    const page = await newPage()
    await page.goto(`${s.address}/sign-in`)
    await page.getByLabel('Służbowy e-mail').fill('marta@zuraw.example')
    await page.getByLabel('Hasło', { exact: true }).fill(castPassword)
    await button(page, 'Zaloguj').click()
    await button(page, /^Nowe zgłoszenie/).waitFor()
    const client = { name: 'Piekarnia Złoty Kłos', nip: null, addressLine1: 'ul. Młyńska 4' }
    const { id } = await post<{ id: string }>(s, page, '/api/clients', client)
    return { s, page, clientId: id, slug }
  })())

async function newPage(): Promise<Page> {
  const one = await person()
  visitors.push(one)
  return one.page
}

async function post<T>(s: Stage, page: Page, place: string, data: object, method = 'POST'): Promise<T> {
  const answer = await page.request.fetch(s.address + place, {
    method,
    data,
    headers: { 'Idempotency-Key': crypto.randomUUID() },
  })
  assert.ok(answer.ok(), `${place}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as T
}

async function keepPicture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: path.join(pictures, `bad-${name}.png`) })
}

test('a contract that ends before it begins is told at its date, and the date stays', options, async () => {
  const { s, page, clientId } = await ola()
  const made = await post<{ id: string }>(s, page, '/api/contracts', { clientId, validFrom: '2026-11-01' })
  await page.goto(`${s.address}/contracts/${made.id}/versions/1`)
  await button(page, /^Data: na czas nieoznaczony/).click()
  await dialog(page).getByLabel('Data').fill('2026-01-31')
  await button(dialog(page), 'Gotowe').click()
  await reads(dialog(page), 'Data końca jest wcześniejsza niż data początku.')
  assert.equal(await dialog(page).getByLabel('Data').inputValue(), '2026-01-31')
  await keepPicture(page, 'dates')
})

test('two contracts over the same days are pointed out when the second begins', options, async () => {
  const { s, page, clientId } = await ola()
  const contract = async () => {
    const { id } = await post<{ id: string }>(s, page, '/api/contracts', {
      clientId,
      validFrom: '2026-11-01',
    })
    return `/contracts/${id}/versions/1`
  }
  for (const at of [await contract(), await contract()]) {
    await page.goto(s.address + at)
    await button(page, 'Uruchom umowę').click()
    await button(dialog(page), 'Uruchom umowę').click()
  }
  await reads(dialog(page), 'Dwie umowy na te same dni')
  await keepPicture(page, 'overlap')
})

test('a file of 50 MB is told at the form; what was typed stays', options, async () => {
  const { s, slug } = await ola()
  const file = path.join(folder, 'film.mp4')
  fs.writeFileSync(file, Buffer.alloc(50 * 1024 * 1024))
  const page = await newPage()
  await page.goto(`${s.address}/f/${slug}`)
  await page.getByLabel('Co się dzieje').fill('Brama nie jedzie')
  await page.locator('input[type=file]').setInputFiles(file)
  await reads(page, /„film.mp4” ma \d/)
  assert.equal(await page.getByLabel('Co się dzieje').inputValue(), 'Brama nie jedzie')
  await keepPicture(page, 'file')
})

test('a broken message is kept and can be read in the mail that came', options, async () => {
  const { s, page } = await ola()
  const company = await page.request.get(`${s.address}/api/company`)
  const { slug, intakeSecret } = (await company.json()) as { slug: string; intakeSecret: string }
  const broken =
    'Content-Type: multipart/mixed; boundary="x"\r\nSubject: =?utf-8?B?@@@?=\r\n\r\n--x\r\n\xff\xfe--y'
  const answer = await fetch(`${s.address}/api/public/mail/${slug}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${intakeSecret}`, 'content-type': 'message/rfc822' },
    body: broken,
  })
  assert.ok(answer.ok, `${answer.status} ${await answer.text()}`)
  await page.goto(`${s.address}/mail`)
  await page.getByRole('group', { name: 'Lista wiadomości' }).getByRole('listitem').first().waitFor()
  await keepPicture(page, 'mail')
})

test('an expired link says so and offers a new one', options, async () => {
  const { s } = await ola()
  const long = s.app.clock().subtract({ hours: 48 })
  const key = await s.app.db.inSystem((tx) =>
    newLink(tx, { purpose: 'sign_in', email: 'marta@zuraw.example', minutes: 15 }, long),
  )
  const page = await newPage()
  await page.goto(`${s.address}/enter?key=${key}`)
  await button(page, 'Wejdź').click()
  await reads(page, 'Ten odsyłacz stracił ważność. Poproś o nowy.')
  await page.getByRole('link', { name: 'Poproś o nowy odsyłacz' }).waitFor()
  await keepPicture(page, 'link')
})
