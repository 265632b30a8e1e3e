/**
 * An account manager changes a price list by its sentences and sees the worked example follow at
 * every key, tries the draft over the months that were really billed, looks where the work of
 * a month went, and what is left of the package.
 */
import assert from 'node:assert/strict'
import path from 'node:path'
import { test, type TestContext } from 'node:test'
import type { Page } from 'playwright-core'
import { setCast, type Cast } from '#demo/cast.ts'
import { openSession } from '#server/accounts/identity-store.ts'
import { staffCookie } from '#server/accounts/callers.ts'
import { periodOf, proposalsOf, proposeBilling, issueProposal } from '#server/billing/public.ts'
import { addClient, amendContract, type Client, type Contract } from '#server/contracts/public.ts'
import { reportTicket } from '#server/desk/public.ts'
import { contractOfBakery } from '#server/testing/desk-stage.ts'
import { openStage, played, type Stage } from '#server/testing/scene.ts'
import { axeFindings, browserMissing, overflowOf, person, type Look } from './browser.ts'
import { button, dialog, reads } from './main-job/hands.ts'

const skip = browserMissing()

test(
  'a price list is changed by its sentences and tried over the past',
  { skip, timeout: 240_000 },
  async (t) => {
    const stage = await openStage({ listen: true })()
    const cast = await setCast(stage)
    const { client, contract } = await billedMonths(stage, cast)
    const ola = await person({ width: 1440, height: 900 })
    t.after(() => ola.close())
    const { page } = ola
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    await ola.context.addCookies([await cookieOf(stage, cast)])
    const go = (path: string) => page.goto(`${stage.address}${path}`)

    await t.test('the example of the draft follows the sentence that is changed', async () => {
      await go(`/contracts/${contract.id}/versions/2`)
      await total(page, '1 455,00 zł')
      await button(page, 'Kwota netto: 85,00 zł').click()
      const field = dialog(page).getByRole('textbox')
      await field.fill('100')
      // The field is still open: nothing was sent anywhere yet.
      await total(page, '1 500,00 zł')
      await field.press('Enter')
      await page.getByRole('button', { name: 'Dodaj do zasady' }).nth(1).click()
      await page.getByRole('menuitem', { name: 'stopnie ceny' }).click()
      await button(page, 'Usuń: stopnie ceny').click()
      await reads(page, /^Zapisano \d/)
    })

    await t.test('lists of the trades are read before they are taken, and taking one is undone', async () => {
      await button(page, 'Zacznij od cennika branżowego').click()
      await button(dialog(page), 'Bloki godzin z terminem ważności').click()
      await button(dialog(page), 'Użyj').click()
      await reads(page, /Pakiet przedpłacony/)
      await button(page, 'Cofnij').click()
      await total(page, '1 500,00 zł')
      await reads(page, /^Zapisano \d/)
    })

    await t.test(
      'the draft over the billed months: 45 zł more, and the same terms come to the grosz',
      async () => {
        await go(`/what-if?client=${client.id}&from=2026-09&to=2026-10&compare=draft:${contract.id}:2`)
        await reads(page, /te same warunki dają te same kwoty, różnica 0,00/)
        const row = page.getByRole('row', { name: /październik\s2026/i })
        assert.deepEqual((await cellsOf(row)).slice(0, 4), ['1 455,00', '1 455,00', '1 500,00', '+45,00 zł'])
        await row.getByRole('button').click()
        await reads(page, 'Zgłoszenia ponad pakiet')
      },
    )

    await t.test('every ticket of the month lies in one place, billed ones with their invoice', async () => {
      await go(`/clients/${client.id}/conservation?month=2026-10`)
      await reads(page, /Każda praca jest w jednym miejscu/)
      await button(page, /ponad abonament/).click()
      assert.equal(await page.getByRole('link', { name: /^FV\// }).count(), 3)
    })

    await t.test('the meters say what is left and what the month comes to', async () => {
      await go(`/contracts/${contract.id}/meters`)
      await reads(page, 'Co zostało')
      await reads(page, 'W tym tempie')
    })
    assert.deepEqual(errors, [], 'no screen threw an error')
    await lookAround(t, stage, cast, {
      editor: `/contracts/${contract.id}/versions/2`,
      'what-if': `/what-if?client=${client.id}&from=2026-09&to=2026-10&compare=draft:${contract.id}:2`,
      conservation: `/clients/${client.id}/conservation?month=2026-10`,
      meters: `/contracts/${contract.id}/meters`,
    })
  },
)

const looks: Record<string, Look> = {
  'at a desk': { width: 1440, height: 900 },
  'on a phone in the dark': { width: 360, height: 780, dark: true },
  'in English': { width: 1440, height: 900, language: 'en', dark: true },
}

async function lookAround(
  t: TestContext,
  stage: Stage,
  cast: Cast,
  screens: Record<string, string>,
): Promise<void> {
  for (const [how, look] of Object.entries(looks))
    await t.test(`${how}: nothing overflows, axe finds nothing`, async (t2) => {
      const one = await person(look)
      t2.after(() => one.close())
      await one.context.addCookies([await cookieOf(stage, cast)])
      await one.page.request.put(`${stage.address}/api/session/language`, {
        data: { language: look.language ?? 'pl' },
        headers: { origin: stage.address },
      })
      const found: string[] = []
      for (const [name, place] of Object.entries(screens)) {
        await one.page.goto(`${stage.address}${place}`)
        await one.page.waitForLoadState('networkidle')
        await picture(one.page, `${name}-${how.replaceAll(' ', '-')}`)
        const wide = await overflowOf(one.page)
        if (wide > 0) found.push(`${name} is ${wide} px wider than the window`)
        found.push(...(await axeFindings(one.page)).map((finding) => `${name}: ${finding}`))
      }
      assert.deepEqual(found, [])
    })
}

/** For looking at; nothing is written without the variable. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.OPIEKUN_PICTURES
  if (folder) await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
}

/** The bakery's September with eight tickets and October with thirteen, both billed; an amendment begun. */
async function billedMonths(stage: Stage, cast: Cast): Promise<{ client: Client; contract: Contract }> {
  const made = await played(stage, cast.ola, '2026-08-31T09:00', async (ctx) => {
    const client = await addClient(ctx, {
      name: 'Piekarnia Złoty Kłos',
      nip: null,
      addressLine1: 'ul. Młyńska 4',
      addressLine2: '80-237 Gdańsk',
      email: 'biuro@zlotyklos.example',
    })
    const contract = await contractOfBakery(ctx, client, cast, [], (terms) => ({
      ...terms,
      reporters: { ...terms.reporters, mode: 'all' },
      priceList: {
        currency: 'PLN',
        vat: '23',
        items: [
          { id: 'fee', kind: 'flatFee', feePrice: '1200.00', timing: 'arrears' },
          {
            id: 'tickets',
            kind: 'perTicket',
            included: 10,
            unitPrice: '85.00',
            countedBy: 'reportedAt',
            excludes: ['cancelled', 'merged', 'ourFault', 'warranty'],
            prorateIncluded: 'up',
          },
        ],
      },
    }))
    return { client, contract }
  })
  for (const [month, tickets] of [
    ['2026-09', 8],
    ['2026-10', 13],
  ] as const)
    await billMonth(stage, cast, made.client, month, tickets)
  await played(stage, cast.ola, '2026-11-10T09:00', (ctx) =>
    amendContract(ctx, made.contract.id, { kind: 'amendment', validFrom: '2026-12-01', reason: 'nowe ceny' }),
  )
  return made
}

async function billMonth(
  stage: Stage,
  cast: Cast,
  client: Client,
  month: string,
  tickets: number,
): Promise<void> {
  for (let day = 1; day <= tickets; day++)
    await played(stage, cast.ola, `${month}-${String(day).padStart(2, '0')}T10:00`, (ctx) =>
      reportTicket(ctx, {
        source: 'manual',
        clientId: client.id,
        subject: `Zgłoszenie ${day}`,
        description: 'Opis.',
        priority: 'normal',
        senderIsTrusted: true,
      }),
    )
  const next = Temporal.PlainYearMonth.from(month).add({ months: 1 })
  await played(stage, cast.ewa, `${next}-02T09:00`, async (ctx) => {
    await proposeBilling(ctx, periodOf(month))
    const own = (await proposalsOf(ctx, periodOf(month))).find((one) => one.clientId === client.id)
    await issueProposal(ctx, own!.id, cast.ewa.actor.id)
  })
}

async function cookieOf({ app, address }: Stage, cast: Cast) {
  const { actor, tenantId } = cast.ola
  const value = await app.db.inSystem((tx) =>
    openSession(
      tx,
      actor.identityId,
      { tenantId, kind: 'staff', subjectId: actor.id },
      { now: app.clock(), userAgent: 'test' },
    ),
  )
  return { name: staffCookie, value, url: address }
}

const plain = (text: string): string => text.replaceAll('\u00a0', ' ').trim()

async function total(page: Page, amount: string): Promise<void> {
  const sum = page.getByRole('region', { name: 'Policz przykład' }).locator('.c-example-sum')
  for (
    let tries = 0;
    tries < 150 && plain((await sum.textContent().catch(() => '')) ?? '') !== amount;
    tries++
  )
    await page.waitForTimeout(100)
  assert.equal(plain((await sum.textContent()) ?? ''), amount)
}

async function cellsOf(row: ReturnType<Page['getByRole']>): Promise<string[]> {
  return (await row.getByRole('cell').allTextContents()).map(plain)
}
