/**
 * The stage for tests of deeds: a real PostgreSQL, migrated once per run, somebody of the
 * cast, a Warsaw time; everything is rolled back at the end of a scene.
 */
import 'temporal-polyfill/global'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import * as fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { startEmbedded } from '#server/plumbing/db/embedded.ts'
import { migrate } from '#server/plumbing/db/migrate.ts'
import { inContext, type Actor, type Context } from '#server/plumbing/context.ts'
import { Refusal, type RefusalCode } from '#server/plumbing/refusal.ts'
import { readSettings } from '#server/plumbing/settings.ts'
import { startApp, type Options, type Running } from '#server/start-app.ts'

/** A fresh database of its own, migrated; copied from the run's template where there is one. */
export async function freshDatabase(): Promise<{ url: string; close: () => Promise<void> }> {
  const template = process.env.OPIEKUN_TEST_DATABASE
  if (!template) return ownServer()
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await onServer(template, (client) => client.query(`create database ${name} template opiekun_template`))
  const url = new URL(template)
  url.pathname = `/${name}`
  return {
    url: url.toString(),
    close: () =>
      onServer(template, (client) => client.query(`drop database if exists ${name} with (force)`)).then(
        () => {},
      ),
  }
}

async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function ownServer(): Promise<{ url: string; close: () => Promise<void> }> {
  const folder = temporaryFolder('database')
  const embedded = await startEmbedded(folder, () => {})
  await migrate(embedded.url)
  return {
    url: embedded.url,
    async close() {
      await embedded.stop()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

export function temporaryFolder(name: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `opiekun-${name}-`))
  fs.chmodSync(folder, 0o755)
  return folder
}

export type Stage = Running & { url: string; address: string }

/** A whole running program for one test file: `const stage = openStage()` and `(await stage()).app`. */
export function openStage(
  options: Partial<Options> & { settings?: string[]; listen?: boolean } = {},
): () => Promise<Stage> {
  let opened: Promise<Stage> | undefined
  const closing: (() => Promise<void>)[] = []
  after(async () => {
    await opened?.catch(() => {})
    await closeStage(closing.splice(0))
  })
  return () => (opened ??= open())

  async function open(): Promise<Stage> {
    const database = await freshDatabase()
    closing.push(database.close)
    const folder = temporaryFolder('data')
    closing.push(async () => fs.rmSync(folder, { recursive: true, force: true }))
    const settings = readSettings(
      [
        '--data',
        folder,
        '--log',
        process.env.OPIEKUN_TEST_LOG ?? 'silent',
        '--port',
        '0',
        ...(options.settings ?? []),
      ],
      {},
    )
    const running = await startApp(settings, {
      databaseUrl: database.url,
      isAlone: true,
      withWorkers: false,
      tellOperator: () => {},
      ...options,
    })
    closing.push(running.stop)
    let address = ''
    if (options.listen) {
      address = await running.server.listen({ port: 0, host: '127.0.0.1' })
      settings.publicUrl = address
    }
    return { ...running, url: database.url, address }
  }
}

/** The program first, its folder, then its database: what fails to close does not keep the others open. */
async function closeStage(closing: (() => Promise<void>)[]): Promise<void> {
  const problems: unknown[] = []
  for (const close of closing.reverse()) await close().catch((error: unknown) => problems.push(error))
  if (problems.length > 0) throw problems[0]
}

class RolledBack extends Error {
  readonly result: unknown
  constructor(result: unknown) {
    super('rolled back')
    this.result = result
  }
}

/** Plays one deed as somebody at a given Warsaw time, and rolls everything back. */
export async function scene<T>(
  stage: Stage,
  who: { tenantId: string; actor: Actor },
  at: string,
  deed: (ctx: Context) => Promise<T>,
): Promise<T> {
  try {
    await inContext(stage.app, { ...who, now: warsaw(at) }, async (ctx) => {
      throw new RolledBack(await deed(ctx))
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.result as T
    throw error
  }
  throw new Error('a scene always ends by rolling back')
}

/** The same, but what was done stays: for setting the stage. */
export function played<T>(
  stage: Stage,
  who: { tenantId: string; actor: Actor },
  at: string,
  deed: (ctx: Context) => Promise<T>,
): Promise<T> {
  return inContext(stage.app, { ...who, now: warsaw(at) }, deed)
}

export function warsaw(text: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Warsaw').toInstant()
}

export async function refused(code: RefusalCode, deed: Promise<unknown>): Promise<Refusal> {
  let caught: unknown
  await deed.catch((error: unknown) => (caught = error))
  assert.ok(caught instanceof Refusal, `expected the refusal ${code}, got ${String(caught)}`)
  assert.equal(caught.code, code)
  return caught
}
