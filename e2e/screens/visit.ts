/** Going to a place inside the app as its links do, waiting until it stands, and what is wrong with it. */
import type { Page } from 'playwright-core'
import * as fs from 'node:fs'
import path from 'node:path'
import { within } from '../browser.ts'

const pictures = process.env.OPIEKUN_PICTURES

/** Counts the questions that a page still waits for; the live stream never ends and is no fetch. */
export async function watch(page: Page): Promise<void> {
  await page.addInitScript(`
    const ask = window.fetch
    window.asking = 0
    window.fetch = (...given) => {
      window.asking++
      return ask(...given).finally(() => window.asking--)
    }`)
}

export type Route = { path: string; isOpen: boolean }

/** Every route of the app that the page runs, as its router knows them; an open one needs no session. */
export function routesOf(page: Page): Promise<Route[]> {
  return page.evaluate<Route[]>(
    `Object.entries(__TSR_ROUTER__.routesByPath).map(([path, route]) => ({
      path: (__TSR_ROUTER__.basepath + path).replace('//', '/'),
      isOpen: route.parentRoute.id === '/open',
    }))`,
  )
}

export async function go(page: Page, place: string): Promise<void> {
  await page.evaluate(`__TSR_ROUTER__.history.push(${JSON.stringify(place)})`)
  await settled(page)
}

/** Nothing is being asked, nothing is being loaded, and two pictures were drawn since. */
export function settled(page: Page): Promise<void> {
  return within(
    30_000,
    `a settled ${page.url()}`,
    page.evaluate<void>(`new Promise((done) => {
      let calm = 0
      const look = () => {
        const busy = window.asking > 0 || window.__TSR_ROUTER__?.state.status !== 'idle'
          || document.querySelector('.k-skeleton, [data-loading]')
        calm = busy ? 0 : calm + 1
        if (calm > 3) done()
        else requestAnimationFrame(look)
      }
      look()
    })`),
  )
}

export type Look = { width: 1440 | 360; dark: boolean }
const wideAndLight: Look = { width: 1440, dark: false }
const wideAndDark: Look = { width: 1440, dark: true }
const phoneAndDark: Look = { width: 360, dark: true }
const phoneAndLight: Look = { width: 360, dark: false }

/**
 * Each of the four looks in one language, so that a run of the tests sees all of them and stays short;
 * with OPIEKUN_SCREENS_LOOKS=all each in both.
 */
export function looksIn(lang: 'pl' | 'en'): readonly Look[] {
  if (process.env.OPIEKUN_SCREENS_LOOKS === 'all')
    return [wideAndLight, wideAndDark, phoneAndDark, phoneAndLight]
  return lang === 'pl' ? [wideAndLight, phoneAndDark] : [wideAndDark, phoneAndLight]
}

export async function wear(page: Page, { width, dark }: Look): Promise<void> {
  const scheme = dark ? 'dark' : 'light'
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor({ state: 'attached' })
  await page.setViewportSize({ width, height: width === 360 ? 780 : 900 })
  await settled(page)
}

export async function picture(page: Page, name: string, { width, dark }: Look, lang: string): Promise<void> {
  if (!pictures) return
  const folder = path.join(pictures, `${lang}-${width}-${dark ? 'dark' : 'light'}`)
  fs.mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${name.replaceAll(/[^a-z0-9]+/gi, '-')}.png`) })
}

/**
 * Axe as in the journeys; in the dark only what the colours change. The options of an open list are
 * reached from its field, which axe cannot know.
 */
export async function axe(page: Page, { dark }: Look): Promise<string[]> {
  const rules = dark
    ? `{ runOnly: { type: 'rule', values: ['color-contrast'] } }`
    : `{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }`
  const found = await within(
    60_000,
    'the findings of axe',
    page.evaluate<
      string[]
    >(`axe.run(document, { ...${rules}, resultTypes: ['violations'], elementRef: false, preload: false }).then(({ violations }) =>
      violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(', ')))`),
  )
  return found.filter((one) => !/^scrollable-region-focusable: .*ScrollArea-viewport/.test(one))
}

/** Buttons whose words do not fit into them; words that only a screen reader hears take no place. */
export async function cutButtons(page: Page): Promise<string[]> {
  const cut = `[...document.querySelectorAll('.mantine-Button-label, .mantine-SegmentedControl-root, .mantine-SegmentedControl-label')]
    .filter((label) => label.checkVisibility() && label.clientWidth > 1 && label.scrollWidth > label.clientWidth + 1)
    .map((label) => label.textContent)`
  const found = await page.evaluate<string[]>(cut)
  if (found.length === 0) return found
  // What follows the window takes its place a moment after it.
  await settled(page)
  return page.evaluate<string[]>(cut)
}

/** What reads like a program: a key, a missing value, or a sentence of the other language. */
export async function strangeWords(page: Page, foreign: readonly string[]): Promise<string[]> {
  const texts = await page.evaluate<string[]>(`(() => {
    const found = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode
      if (textContent.trim() && !parentElement.closest('script, style, code, [data-verbatim], body [lang]'))
        found.push(textContent.trim())
    }
    return found
  })()`)
  const others = new Set(foreign)
  return texts
    .filter((text) => others.has(text) || strange.test(text.replaceAll(/\S+[@/.]\S+/g, '')))
    .map((text) => text.slice(0, 120))
}

const strange =
  /\bundefined\b|\bnull\b|\bNaN\b|\[object|Invalid Date|=>|\b[a-z]+_[a-z_]+\b|\b[a-z]{2,}[A-Z][a-z]+\b/
