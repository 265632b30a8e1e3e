/**
 * Every screen in every look: wide and on a phone, light and dark, Polish and English. Nothing
 * is wider than its window, axe has nothing to say, no screen throws, no key shows through.
 * The list of screens is the routers' own, so a screen that nobody visits fails by its name.
 */
import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openStage } from '#server/testing/scene.ts'
import { allEn } from '#words/all.en.ts'
import { allPl } from '#words/all.pl.ts'
import type { Lang } from '#words/words.ts'
import { browserMissing, overflowOf, person } from './browser.ts'
import { findThings, openCompany, type Company, type Things } from './screens/company.ts'
import {
  filler,
  nobodysPlaces,
  panelPlaces,
  staffPlaces,
  type All,
  type Place,
  type Who,
} from './screens/places.ts'
import {
  axe,
  cutButtons,
  go,
  looksIn,
  picture,
  routesOf,
  settled,
  strangeWords,
  watch,
  wear,
} from './screens/visit.ts'

const stage = openStage({ listen: true, withWorkers: true })
const words: Record<Lang, All> = { pl: allPl, en: allEn as unknown as All }
const axeSource = fs.readFileSync(
  path.join(import.meta.dirname, '..', 'node_modules', 'axe-core', 'axe.min.js'),
  'utf8',
)
/** For looking at a few: the names of places, as in the findings. */
const only = process.env.OPIEKUN_SCREENS

let ready: Promise<{ company: Company; things: Things }> | undefined
const setUp = () =>
  (ready ??= (async () => {
    const company = await openCompany(await stage())
    const things = await findThings(company)
    return { company, things }
  })())

test(
  'every screen in every look',
  { skip: browserMissing(), concurrency: 2, timeout: 1_100_000 },
  async (t) => {
    const { company, things } = await setUp()
    const both = (['pl', 'en'] as const).map((lang) =>
      t.test(lang === 'pl' ? 'in Polish' : 'in English', { timeout: 1_000_000 }, () =>
        everyScreen(lang, company, things),
      ),
    )
    await Promise.all(both)
  },
)

async function everyScreen(lang: Lang, company: Company, things: Things): Promise<void> {
  const visitor = await person({ language: lang })
  const findings: string[] = []
  let seen = 0
  try {
    const { page } = visitor
    page.setDefaultTimeout(15_000)
    await watch(page)
    await page.addInitScript(axeSource)
    page.on('pageerror', (error) => findings.push(`${lang}, ${page.url()}: ${error.message}`))
    for (const { who, door } of doors) {
      if (who !== 'nobody') await visitor.context.addCookies(cookiesOf(company, lang, who))
      await page.goto(company.address + door)
      await settled(page)
      for (const place of await placesOf(page, who, things, company)) {
        if (only && !new RegExp(only).test(place.name)) continue
        await lookAt(page, place, lang, findings)
        seen++
      }
    }
  } finally {
    await visitor.close()
  }
  assert.ok(seen > 60 || only, `saw only ${seen} screens`)
  assert.deepEqual(findings, [])
}

const doors: readonly { who: Who; door: string }[] = [
  { who: 'nobody', door: '/sign-in' },
  { who: 'nobody', door: '/panel/sign-in' },
  { who: 'staff', door: '/people' },
  { who: 'panel', door: '/panel/contract' },
]

function cookiesOf({ address, visitors }: Company, lang: Lang, who: 'staff' | 'panel') {
  return [{ ...visitors[lang][who], url: address, httpOnly: true, sameSite: 'Lax' as const }]
}

/** The routes of the app that belong to this person, filled; then what opens over them. */
async function placesOf(page: Page, who: Who, things: Things, company: Company): Promise<Place[]> {
  const routes = (await routesOf(page)).filter(({ path: at }) => !at.endsWith('/'))
  assert.ok(routes.length > 9, `the router knows only ${routes.length} routes`)
  const fill = await filler(
    who === 'panel' ? { ...things, ...(await ownThings(page, company)) } : things,
    company,
  )
  const visits = routes
    .filter(({ isOpen }) => isOpen === (who === 'nobody'))
    .map((route) => ({ name: route.path, at: fill(route.path) }))
  for (const { name, at } of visits)
    assert.ok(!at.includes('$'), `no visit for the route ${name}: give it one in e2e/screens/places.ts`)
  const more = { nobody: nobodysPlaces, staff: staffPlaces, panel: panelPlaces }[who](things)
  const isPanel = routes.every((route) => route.path.startsWith('/panel'))
  const here = more.filter(({ at }) => at.startsWith('/panel') === isPanel)
  return [...visits, ...here.map((one) => ({ ...one, at: fill(one.at) }))]
}

/** What a client's person may see is their own: the first ticket and talk on their lists. */
async function ownThings(page: Page, { address }: Company): Promise<Pick<Things, 'ticket' | 'conversation'>> {
  const first = async (place: string): Promise<string> => {
    const listed = (await (await page.request.get(address + place)).json()) as { id: string }[]
    return listed[0]?.id ?? assert.fail(`${place} is empty for this visitor`)
  }
  return {
    ticket: await first('/api/panel/tickets'),
    conversation: await first('/api/panel/conversations'),
  }
}

async function lookAt(page: Page, place: Place, lang: Lang, findings: string[]): Promise<void> {
  const own = looksIn(lang).filter(({ width }) => !place.only || (place.only === 'phone') === (width === 360))
  const say = (what: string) => {
    findings.push(`${place.name}, ${lang}, ${what}`)
    if (process.env.OPIEKUN_FINDINGS) console.error(findings.at(-1))
  }
  try {
    await wear(page, own[0]!)
    // What an earlier visit has opened or changed is gone when the screen was left.
    await go(page, place.at.startsWith('/panel') ? '/panel/elsewhere' : '/elsewhere')
    await go(page, place.at)
    await place.open?.(page, words[lang])
    for (const look of own) {
      await wear(page, look)
      const name = `${look.width} px ${look.dark ? 'dark' : 'light'}`
      await picture(page, place.name, look, lang)
      const wider = await overflowOf(page)
      if (wider > 0) say(`${name}: ${wider} px wider than the window`)
      for (const text of await cutButtons(page)) say(`${name}: does not fit its button: ${text}`)
      for (const finding of await axe(page, look)) say(`${name}: ${finding}`)
    }
    for (const text of await strangeWords(page, foreignTo(lang))) say(`reads: ${text}`)
  } catch (problem) {
    say(`could not be seen: ${problem instanceof Error ? problem.message.slice(0, 300) : String(problem)}`)
  }
}

/**
 * Whole sentences that only the other language has; what stands in the company's own data (texts of
 * a contract, names of lines, the ticket of the first page's sample) is in the company's language.
 */
function foreignTo(lang: Lang): string[] {
  const { accounts, contracts, billing, pricing } = allPl
  const data = textsOf([
    accounts.signUp.sampleTicket,
    contracts.defaults,
    contracts.editor.values,
    pricing,
    billing.units,
  ])
  const own = new Set([...textsOf(words[lang]), ...data, 'polski', 'English', 'Enter'])
  return textsOf(words[lang === 'pl' ? 'en' : 'pl']).filter((text) => text.length > 3 && !own.has(text))
}

function textsOf(catalogue: unknown): string[] {
  if (typeof catalogue === 'string') return [catalogue]
  if (typeof catalogue !== 'object' || catalogue === null) return []
  return Object.values(catalogue).flatMap(textsOf)
}
