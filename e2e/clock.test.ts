/**
 * A ticket over a long weekend with a pause: technician and client read the same story of its
 * clock in Polish and in English, and the same remaining time stands in the queue, on the
 * ticket, in the panel and in the mail.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { castPassword } from '#demo/cast.ts'
import { openSession, panelCookie } from '#server/accounts/public.ts'
import { pauseClock, reportTicket, takeOver, writeMessage } from '#server/desk/public.ts'
import { letPass, printer, setDesk, type Desk } from '#server/testing/desk-stage.ts'
import { openStage, warsaw } from '#server/testing/scene.ts'
import { axeFindings, browserMissing, overflowOf, person, type Look, type Person } from './browser.ts'

const skip = browserMissing()
/** Eight hours from Wednesday 15:30 over Christmas, without an hour and a half on Monday: due at 16:00. */
const now = '2026-12-28T14:00'
const stage = openStage({ listen: true, clock: () => warsaw(now) })

type Story = { desk: Desk; ticketId: string; conversationId: string }

async function christmas(): Promise<Story> {
  const desk = await setDesk(await stage())
  const ticket = await desk.keep('jan', '2026-12-23T15:30', (ctx) => reportTicket(ctx, printer))
  await desk.keep('ola', '2026-12-23T15:45', (ctx) => takeOver(ctx, ticket.id))
  await desk.keep('ola', '2026-12-28T09:00', async (ctx) => {
    await letPass(ctx, '2026-12-28T09:00')
    await pauseClock(ctx, ticket.id, { reason: 'waitingForClient', sentence: 'Jaki jest numer drukarki?' })
  })
  await desk.keep('jan', '2026-12-28T10:30', (ctx) =>
    writeMessage(ctx, { conversationId: ticket.conversationId, text: 'Numer 4711.', channel: 'panel' }),
  )
  // Six of eight hours are used exactly now: the warning is due, and says what is left.
  await desk.keep('system', now, (ctx) => letPass(ctx, now))
  await standStill(desk)
  return { desk, ticketId: ticket.id, conversationId: ticket.conversationId }
}

/** A clock that stands still, as in a sandbox: pictures and words may be compared. */
async function standStill({ stage: running, cast }: Desk): Promise<void> {
  await running.app.db.pool.query(
    `update tenants set kind = 'sandbox', clock_now = $1 where tenant_id = $2`,
    [warsaw(now).toString(), cast.tenantId],
  )
}

const words = {
  pl: {
    stretches: ['Wigilia', 'Boże Narodzenie', 'drugi dzień świąt', 'weekend'],
    paused: { staff: 'czeka na klienta', client: 'czeka na Twoją odpowiedź' },
    left: /2\s(h|godziny)/,
    due: /16:00/,
    talk: 'Rozmowa',
  },
  en: {
    stretches: ['Christmas Eve', 'Christmas Day', 'second day of Christmas', 'weekend'],
    paused: { staff: 'waits for the client', client: 'waits for your reply' },
    left: /2\s(h|hours)/,
    due: /16:00/,
    talk: 'Conversation',
  },
} as const

test(
  'a long weekend with a pause is explained to technician and client alike',
  { skip, timeout: 200_000 },
  async (t) => {
    const story = await christmas()
    const people: Person[] = []
    t.after(async () => {
      for (const one of people) await one.close()
    })
    const open = async (look: Look): Promise<Person> => {
      const one = await person(look)
      people.push(one)
      return one
    }
    for (const language of ['pl', 'en'] as const) {
      await t.test(`the technician reads it in ${language}`, async () => {
        const { page, context } = await open({ language })
        await signInStaff(context, story, language)
        await page.goto(`${story.desk.stage.address}/tickets`)
        const row = page.locator('[data-row]').filter({ hasText: 'Drukarka etykiet' }).first()
        await row.waitFor()
        assert.match(await row.innerText(), words[language].left, 'the queue')
        await page.goto(`${story.desk.stage.address}/tickets/${story.ticketId}`)
        await readStory(page, language, words[language].paused.staff)
        await look(page)
      })
      await t.test(`the client reads it in ${language}`, async () => {
        const { page, context } = await open({ language, width: 390, height: 800 })
        await signInClient(context, story, language)
        await page.goto(`${story.desk.stage.address}/panel/tickets/${story.ticketId}`)
        await readStory(page, language, words[language].paused.client)
        await look(page)
      })
    }
    await t.test('the mail says the same', async () => {
      const { rows } = await story.desk.stage.app.db.pool.query<{ text: string }>(
        `select text_body as text from mails where subject_id = $1 and kind = 'clock_warning' order by created_at desc limit 1`,
        [story.ticketId],
      )
      assert.match(rows[0]!.text, /2\sh/)
      assert.match(rows[0]!.text, /28\.12, 16:00/)
    })
  },
)

/** Every stretch with its reason, the deadline, and what is left. */
async function readStory(page: Page, language: 'pl' | 'en', paused: string): Promise<void> {
  const rows = page.locator('.k-timeline-rows').last()
  await rows.waitFor()
  const told = (await page.locator('.k-timeline-rows').allInnerTexts()).join('\n')
  for (const stretch of words[language].stretches) assert.ok(told.includes(stretch), `${stretch} in\n${told}`)
  assert.ok(told.includes(paused), `${paused} in\n${told}`)
  const all = await page.locator('body').innerText()
  assert.match(all, words[language].left)
  assert.match(all, words[language].due)
}

async function look(page: Page): Promise<void> {
  assert.deepEqual(await axeFindings(page), [])
  assert.equal(await overflowOf(page), 0)
}

async function signInStaff(context: BrowserContext, { desk }: Story, language: 'pl' | 'en'): Promise<void> {
  const { address } = desk.stage
  const data = { email: desk.cast.ola.actor.email, password: castPassword }
  const answer = await context.request.post(`${address}/api/session`, { data })
  assert.ok(answer.ok(), await answer.text())
  await context.request.put(`${address}/api/session/language`, { data: { language } })
}

async function signInClient(context: BrowserContext, { desk }: Story, language: 'pl' | 'en'): Promise<void> {
  const { app, address } = desk.stage
  const { tenantId, actor } = desk.as('jan')
  assert.ok(actor.kind === 'contact')
  const token = await app.db.inSystem((tx) =>
    openSession(
      tx,
      actor.identityId,
      { tenantId, kind: 'contact', subjectId: actor.id },
      { now: app.clock(), userAgent: 'journey' },
    ),
  )
  await context.addCookies([{ name: panelCookie, value: token, url: address }])
  await context.request.put(`${address}/api/panel/session/language`, { data: { language } })
}
