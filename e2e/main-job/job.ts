/**
 * The stage of the main job: who sits at which computer, the mail that came, the sandbox
 * clock. People work by clicking; only the clock and what a check must know go by the API.
 */
import assert from 'node:assert/strict'
import os from 'node:os'
import path from 'node:path'
import * as fs from 'node:fs'
import { simpleParser } from 'mailparser'
import nodemailer from 'nodemailer'
import type { Page } from 'playwright-core'
import type { Caught, Dovecot, SmtpSink } from '#server/testing/mail-servers.ts'
import type { Stage } from '#server/testing/scene.ts'
import { axeFindings, overflowOf, person, within, type Look, type Person } from '../browser.ts'

export type Step = [name: string, play: (job: Job) => Promise<void>]
export type Letter = { messageId: string; subject: string; text: string; attachments: number }
type Sent = { from: string; subject: string; text: string; messageId?: string; answers?: string }

export const phone = { width: 360, height: 780, dark: true } as const

export class Job {
  readonly errors: string[] = []
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opiekun-main-job-'))
  /** The owner and the opiekun at desks, the billing clerk too; the technician with a phone. */
  marta!: Page
  ola!: Page
  ewa!: Page
  piotr!: Page
  /** At the client: the manager of the bakery with a phone, its owner at a desk. */
  jan!: Page
  halina!: Page
  slug = ''
  clientId = ''
  /** The bakery's invoice of September. */
  invoice!: Invoice
  readonly stage: Stage
  readonly sink: SmtpSink
  readonly smtpIn: number
  readonly dovecot: Dovecot | undefined
  private readonly people: Person[] = []
  private readonly read = new Set<Caught>()
  /** Pictures of the way, for looking at; nothing is written without the variable. */
  private readonly pictures = process.env.OPIEKUN_PICTURES

  constructor(stage: Stage, sink: SmtpSink, smtpIn: number, dovecot: Dovecot | undefined) {
    this.stage = stage
    this.sink = sink
    this.smtpIn = smtpIn
    this.dovecot = dovecot
  }

  async close(): Promise<void> {
    for (const one of this.people) await one.close()
    fs.rmSync(this.folder, { recursive: true, force: true })
  }

  /** What everybody has on the screen at the moment, for the report of a failure. */
  async pictureOfFailure(step: string): Promise<void> {
    if (!this.pictures) return
    for (const [i, { page }] of this.people.entries())
      await page.screenshot({ path: path.join(this.pictures, `failed-${i}.png`) }).catch(() => {})
    console.error(`${step}: ${this.people.map(({ page }, i) => `${i} ${page.url()}`).join(', ')}`)
  }

  async newPerson(look: Look = {}): Promise<Page> {
    const one = await person(look)
    this.people.push(one)
    one.page.on('pageerror', (error) => this.errors.push(`${one.page.url()}: ${error.message}`))
    return one.page
  }

  /** The browser is closed in the middle of whatever it does. */
  async leave(page: Page): Promise<void> {
    const at = this.people.findIndex((one) => one.page === page)
    const [gone] = this.people.splice(at, 1)
    await gone!.close()
  }

  url(place: string): string {
    return `${this.stage.address}${place}`
  }

  /** A screen as it should be: nothing wider than the window, nothing that axe finds. */
  async look(page: Page, name: string): Promise<void> {
    if (this.pictures) await page.screenshot({ path: path.join(this.pictures, `${name}.png`) })
    assert.equal(await overflowOf(page), 0, `${name}: nothing is wider than the window`)
    assert.deepEqual(await axeFindings(page), [], `${name}: axe`)
  }

  async api<T>(page: Page, method: string, place: string, body?: object): Promise<T> {
    const answer = await page.request.fetch(this.url(place), {
      method,
      data: body,
      headers: { 'Idempotency-Key': crypto.randomUUID() },
    })
    assert.ok(answer.ok(), `${method} ${place}: ${answer.status()} ${await answer.text()}`)
    return (await answer.json().catch(() => null)) as T
  }

  /** Moves the sandbox clock and waits until everything on the way is done. */
  async moveClock(to: string): Promise<void> {
    const now = Temporal.PlainDateTime.from(to).toZonedDateTime('Europe/Warsaw').toInstant().toString()
    await this.api(this.marta, 'PUT', '/api/sandbox/clock', { now })
    const arrived = (async () => {
      for (;;) {
        const clock = await this.api<Clock>(this.marta, 'GET', '/api/sandbox/clock')
        if (clock.settled && clock.now === now) return
      }
    })()
    await within(60_000, `the sandbox at ${to}`, arrived)
  }

  /** The next unread mail to an address that says this; fails when none comes. */
  async mail(to: string, says: RegExp): Promise<Letter> {
    const isNext = (one: Caught) => one.to.includes(to) && !this.read.has(one)
    const others: string[] = []
    for (;;) {
      const what = `a mail to ${to} that says ${says} (others: ${others.join('; ')})`
      const one = await within(40_000, what, this.sink.caught(isNext))
      this.read.add(one)
      const { subject = '', text = '', attachments } = await simpleParser(one.raw)
      if (says.test(`${subject}\n${text}`))
        return { messageId: one.messageId, subject, text, attachments: attachments.length }
      others.push(`${subject}: ${text.slice(0, 120)}`)
    }
  }

  /** Somebody writes to the company's own address; our receiver takes it by SMTP. */
  async write({ from, subject, text, messageId, answers }: Sent, times = 1): Promise<void> {
    const transport = nodemailer.createTransport({
      host: '127.0.0.1',
      port: this.smtpIn,
      secure: false,
      ignoreTLS: true,
    })
    const letter = {
      to: `${this.slug}@opiekun.test`,
      from,
      subject,
      text,
      ...(messageId && { messageId }),
      ...(answers && { inReplyTo: answers, references: answers }),
    }
    for (let i = 0; i < times; i++) await transport.sendMail(letter)
    transport.close()
  }

  /** A file as somebody has it on their disk. */
  file(name: string, content: string | Buffer): string {
    const file = path.join(this.folder, name)
    fs.writeFileSync(file, content)
    return file
  }
}

type Clock = { now: string; settled: boolean }
export type Invoice = {
  id: string
  number: string
  issueOn: string
  saleFrom: string
  saleTo: string
  dueOn: string
  grossGrosze: number
}

export function linkIn(text: string): string {
  return /https?:\/\/\S+key=[\w-]+/.exec(text)?.[0] ?? assert.fail('no link in the mail')
}
