/**
 * A contract from its template to its second version: cloned template → terms edited by sentences →
 * an example that fails and is mended → the paper → its signed scan, recognised by its code → in force → the
 * yearly indexation as an amendment → both versions answer for their own days.
 */
import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { setCast, type Cast } from '#demo/cast.ts'
import { openSession } from '#server/accounts/identity-store.ts'
import { staffCookie } from '#server/accounts/callers.ts'
import { addClient } from '#server/contracts/public.ts'
import { inContext } from '#server/plumbing/context.ts'
import { openStage, type Stage } from '#server/testing/scene.ts'
import { axeFindings, browserMissing, overflowOf, person } from './browser.ts'
import { button, choose, dialog, reads } from './main-job/hands.ts'

const skip = browserMissing()

test('a contract from its template to its second version', { skip, timeout: 300_000 }, async (t) => {
  const stage = await openStage({ listen: true, withWorkers: true })()
  const cast = await setCast(stage)
  await inContext(stage.app, { ...cast.marta, now: stage.app.clock() }, (ctx) =>
    addClient(ctx, {
      name: 'Piekarnia Złoty Kłos',
      nip: null,
      addressLine1: 'ul. Młyńska 4',
      addressLine2: '80-237 Gdańsk',
      email: 'biuro@zlotyklos.example',
    }),
  )
  const marta = await person({ width: 1440, height: 1000 })
  t.after(() => marta.close())
  const { page } = marta
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  await marta.context.addCookies([await cookieOf(stage, cast)])
  const go = (place: string) => page.goto(`${stage.address}${place}`)
  const year = Number(stage.app.clock().toString().slice(0, 4))
  let id = ''

  await t.test('the template of the trade is cloned', async () => {
    await go('/contract-templates')
    const card = page.locator('section', { hasText: 'Wzór: Opieka informatyczna' })
    await button(card, 'Sklonuj').click()
    await dialog(page).getByLabel('Nazwa wzoru').fill('Biura')
    await button(dialog(page), 'Utwórz wzór').click()
    await reads(page, 'Taki sam jak pierwowzór.')
  })

  await t.test('a draft begins with it and is edited by sentences', async () => {
    await go('/contracts')
    await button(page, 'Nowa umowa').click()
    await choose(page, dialog(page).getByRole('combobox', { name: 'Klient' }), 'Piekarnia Złoty Kłos')
    await choose(page, dialog(page).getByRole('combobox', { name: 'Wzór umowy' }), 'Biura')
    await button(dialog(page), 'Przygotuj szkic').click()
    await page.waitForURL(/\/contracts\/[0-9a-f-]+\/versions\/1$/)
    id = /contracts\/([0-9a-f-]+)\//.exec(page.url())![1]!
    await button(page, 'Kwota netto: 95,00 zł').click()
    await dialog(page).getByRole('textbox').fill('100')
    await dialog(page).getByRole('textbox').press('Enter')
    await button(page, 'Waloryzacja: nie zmieniają się bez aneksu').click()
    await page.getByRole('menuitem', { name: 'zmieniają się raz w roku o wskaźnik' }).click()
    await button(page, 'górna granica: bez górnej granicy').click()
    await dialog(page).getByRole('textbox').fill('6')
    await dialog(page).getByRole('textbox').press('Enter')
    await reads(page, /^Zapisano \d/)
  })

  await t.test('every change can be undone', async () => {
    await button(page, 'Cofnij ostatnią zmianę').click()
    await button(page, 'górna granica: bez górnej granicy').waitFor()
    await button(page, 'Przywróć cofniętą zmianę').click()
    await button(page, 'górna granica: 6%').waitFor()
  })

  await t.test('an example that fails keeps the contract from force; it is mended', async () => {
    await button(page, 'Dodaj przykład').click()
    await page.getByLabel('Zgłoszenia', { exact: true }).first().fill('13')
    await reads(page, 'wychodzi 1 550,00 zł')
    await reads(page, /^Zapisano \d/)
    await button(page, 'Uruchom umowę').click()
    await reads(dialog(page), /powinno być 0,00 zł, a wychodzi 1 550,00 zł/)
    assert.equal(await button(dialog(page), 'Uruchom umowę').isDisabled(), true)
    await button(dialog(page), /^Anuluj$/).click()
    await button(page, 'Przyjmij 1 550,00 zł').click()
    await reads(page, 'zgadza się')
    await reads(page, /^Zapisano \d/)
  })

  await t.test('its new screens fit and are readable by everybody', async () => {
    const found: string[] = []
    for (const place of [page.url(), '/contracts/renewals', '/price-lists', '/amendments', '/absences']) {
      await page.goto(place.startsWith('/') ? `${stage.address}${place}` : place)
      await page.waitForLoadState('networkidle')
      const wide = await overflowOf(page)
      if (wide > 0) found.push(`${place} is ${wide} px wider than the window`)
      found.push(...(await axeFindings(page)).map((finding) => `${place}: ${finding}`))
    }
    assert.deepEqual(found, [])
    await go(`/contracts/${id}/versions/1`)
  })

  await t.test('in force, printed, and its signed scan finds its version by itself', async () => {
    await button(page, 'Uruchom umowę').click()
    await button(dialog(page), 'Uruchom umowę').click()
    await reads(page, 'w mocy, niepodpisana')
    const document = await page.request.get(`${stage.address}/api/contracts/${id}/versions/1/document`, {
      timeout: 60_000,
    })
    assert.equal(document.status(), 200)
    const scan = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'opiekun-scan-')), 'skan.pdf')
    fs.writeFileSync(scan, await document.body())
    t.after(() => fs.rmSync(path.dirname(scan), { recursive: true, force: true }))
    await button(page, 'Prześlij skan').click()
    await dialog(page).locator('input[type="file"]').setInputFiles(scan)
    await dialog(page).getByRole('button', { name: 'Odczytaj' }).click()
    await reads(page, /^podpisana/)
  })

  await t.test('the index is entered, the indexation proposed, reviewed and made', async () => {
    await go('/amendments')
    await button(page, 'Wpisz wskaźnik').click()
    await dialog(page).getByLabel('Wartość').fill('104,1')
    await dialog(page).getByLabel('Źródło').fill('M.P.')
    await button(dialog(page), 'Wpisz wskaźnik').click()
    await reads(page, 'wpisany przez firmę')
    await button(page, 'Przygotuj waloryzację').click()
    await button(dialog(page), 'Pokaż propozycje').click()
    await page.waitForURL(/\/amendments\/[0-9a-f-]+$/)
    await reads(page, '1 509,45 zł')
    await button(page, 'Utwórz 1 aneks').click()
    await button(dialog(page), 'Utwórz 1 aneks').click()
    await reads(page, '1 aneks gotowy')
  })

  await t.test('both versions answer for their own days', async () => {
    const answers: [string, RegExp][] = [
      [`${year + 1}-01-31`, /Wersja 1, obowiązująca od/],
      [`${year + 1}-02-01`, /Wersja 2, obowiązująca od/],
    ]
    await go(`/contracts/${id}`)
    for (const [day, answer] of answers) {
      await page.getByLabel(/^Dzień/).fill(day)
      await button(page, 'Pokaż').click()
      await reads(page, answer)
    }
    await go(`/contracts/${id}/versions/2`)
    await reads(page, /104,10 zł/)
    await reads(page, 'zgadza się')
  })

  assert.deepEqual(errors, [])
})

async function cookieOf(stage: Stage, cast: Cast) {
  const { actor, tenantId } = cast.marta
  const token = await stage.app.db.inSystem((tx) =>
    openSession(
      tx,
      actor.identityId,
      { tenantId, kind: 'staff', subjectId: actor.id },
      { now: stage.app.clock(), userAgent: 'journey' },
    ),
  )
  return { name: staffCookie, value: token, url: stage.address }
}
