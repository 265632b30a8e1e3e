/**
 * A real browser for journeys: Debian's Chromium (or the one in OPIEKUN_BROWSER), driven by
 * Playwright. Journeys find things by role and label, as people do.
 */
import * as fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'

const known = [
  process.env.OPIEKUN_BROWSER,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].filter((f) => f !== undefined)

export function browserMissing(): string | false {
  return known.some((file) => fs.existsSync(file)) ? false : 'no Chromium on this machine'
}

export type Person = { context: BrowserContext; page: Page; close: () => Promise<void> }
export type Look = { width?: number; height?: number; dark?: boolean; language?: 'pl' | 'en' }

/** Somebody at their own computer: an empty profile, a window, a language, light or dark. */
export async function person(look: Look = {}): Promise<Person> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opiekun-browser-'))
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: known.find((file) => fs.existsSync(file))!,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
    viewport: { width: look.width ?? 1440, height: look.height ?? 900 },
    colorScheme: look.dark ? 'dark' : 'light',
    locale: look.language === 'en' ? 'en-GB' : 'pl-PL',
    timezoneId: 'Europe/Warsaw',
    reducedMotion: 'reduce',
  })
  const page = context.pages()[0] ?? (await context.newPage())
  page.setDefaultTimeout(40_000)
  return {
    context,
    page,
    async close() {
      await within(15_000, 'closing the browser', context.close()).catch(() => killBrowser(folder))
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** A browser that does not close by itself: found by the folder of its profile, ended by its pid. */
function killBrowser(folder: string): void {
  for (const entry of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = fs.readFileSync(`/proc/${entry}/cmdline`, 'utf8')
      if (command.includes(`--user-data-dir=${folder}`)) process.kill(Number(entry), 'SIGKILL')
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** Waits for something that may never come, as the driver's own limits do not cover everything. */
export function within<T>(ms: number, what: string, wanted: Promise<T>): Promise<T> {
  return new Promise((done, fail) => {
    const late = setTimeout(() => fail(new Error(`${what} did not come within ${ms / 1000} s`)), ms)
    wanted.then(done, fail).finally(() => clearTimeout(late))
  })
}

const axeSource = fs.readFileSync(
  path.join(import.meta.dirname, '..', 'node_modules', 'axe-core', 'axe.min.js'),
  'utf8',
)

/** What axe (WCAG 2.0–2.2 A and AA) finds on the page as it stands: rule and place. */
export async function axeFindings(page: Page): Promise<string[]> {
  await within(30_000, 'loading axe', page.evaluate(axeSource))
  const found = page.evaluate<
    string[]
  >(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) =>
    violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(', ')))`)
  return within(60_000, 'the findings of axe', found)
}

/**
 * Content wider than the window, which a person would have to drag sideways. What floats takes its
 * place a moment after the window has changed.
 */
export async function overflowOf(page: Page): Promise<number> {
  const excess = 'Math.max(0, document.documentElement.scrollWidth - window.innerWidth)'
  await page.waitForFunction(`${excess} === 0`, undefined, { timeout: 2_000 }).catch(() => {})
  return within(30_000, 'the width of the page', page.evaluate<number>(excess))
}
