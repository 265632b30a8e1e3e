/**
 * Kill -9 while invoices are issued in bulk. The real program issues a month to every client
 * while it is killed at random moments, sometimes together with its database, and started
 * again on the same data until the run has ended by itself and every mail has left. Then the
 * books are read: no gap, no double, no work billed twice, each client mailed as promised.
 */
import * as fs from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { people } from '#demo/cast.ts'
import { openSmtpSink, type SmtpSink } from '#server/testing/mail-servers.ts'
import { temporaryFolder } from '#server/testing/scene.ts'
import { signIn, type Caller } from './client.ts'
import { setCompany, type Company } from './company.ts'
import { readBooks, type Books } from './books.ts'
import { copyProgram, startProgram, type Life, type Patch } from './program.ts'
import { randomOf, type Random } from './random.ts'

export type IssuingTrial = {
  clients: number
  kills: number
  /** One to learn how long a run takes, one to be killed in, and more for kills that are left. */
  months: number
  seed: number
  /** A changed program, to see that the trial notices. */
  patch?: Patch
  /** Before the program starts for the first time. */
  prepare?: (pool: pg.Pool) => Promise<void>
  say: (line: string) => void
}

export type Phase = 'issuing' | 'delivering' | 'done'
export type Kill = {
  phase: Phase
  withDatabase: boolean
  delayMs: number
  /** What the mail server had got by then. */ received: number
}
export type IssuingResult = {
  seed: number
  kills: Kill[]
  restartMs: number[]
  runMs: number
  months: string[]
  books: Books
}

type Trial = IssuingTrial & {
  data: string
  folder: string
  sink: SmtpSink
  company: Company
  random: Random
  result: IssuingResult
  life: Life
  caller: Caller
}

export async function tryIssuing(wanted: IssuingTrial): Promise<IssuingResult> {
  const program = copyProgram(wanted.patch)
  const data = temporaryFolder('trial')
  const sink = await openSmtpSink()
  let trial: Trial | undefined
  try {
    wanted.say(
      `Seed ${wanted.seed}. Setting up ${wanted.clients} clients with work in ${wanted.months} months…`,
    )
    const company = await setCompany(
      data,
      wanted,
      (running) => wanted.prepare?.(running.app.db.pool) ?? Promise.resolve(),
    )
    const result: IssuingResult = {
      seed: wanted.seed,
      kills: [],
      restartMs: [],
      runMs: 0,
      months: [],
      books: undefined!,
    }
    const life = await startProgram(program.folder, data, ['--smtp-url', sink.url])
    const caller = await signIn(life.address, people.find((p) => p.key === 'ewa')!.email)
    trial = {
      ...wanted,
      data,
      folder: program.folder,
      sink,
      company,
      random: randomOf(wanted.seed),
      result,
      life,
      caller,
    }
    await runTrial(trial)
    result.books = await withDatabase(trial, (client) =>
      readBooks(client, company.addresses, result, sink.received),
    )
    await trial.life.stop()
    return result
  } catch (error) {
    await trial?.life.kill(true).catch(() => {})
    throw error
  } finally {
    await sink.close()
    program.remove()
    fs.rmSync(data, { recursive: true, force: true })
  }
}

/** One month undisturbed, to learn how long a run takes; the others are killed until the kills are used up. */
async function runTrial(trial: Trial): Promise<void> {
  const { company, result, say } = trial
  await allDone(trial, 'the documents of the contracts')
  for (const [index, month] of company.months.entries()) {
    if (index > 0 && result.kills.length === trial.kills) return
    const began = performance.now()
    result.months.push(month)
    await startRun(trial, month)
    if (index > 0) await killDuring(trial)
    await allDone(trial, `the run of ${month}`)
    if (index === 0) {
      result.runMs = performance.now() - began
      say(`Undisturbed, a run with its mails takes ${seconds(result.runMs)} s.`)
    } else say(`${month} is issued and mailed after ${result.kills.length} kills.`)
  }
}

async function startRun({ caller, company }: Trial, month: string): Promise<void> {
  await caller.send('PUT', `/api/billing/months/${month}/proposals`, {})
  const { proposals } = await caller.get<{ proposals: { id: string; version: number }[] }>(
    `/api/billing/months/${month}`,
  )
  if (proposals.length !== company.addresses.length)
    throw new Error(`${proposals.length} proposals for ${company.addresses.length} clients`)
  const chosen = proposals.map(({ id, version }) => ({ id, version }))
  await caller.send(
    'POST',
    `/api/billing/months/${month}/issue-runs`,
    { proposals: chosen },
    `issue-${month}`,
  )
}

/** All lives together are about as long as one run; each ends wherever it happens to stand. */
async function killDuring(trial: Trial): Promise<void> {
  const { random, result, kills, say } = trial
  const longestMs = Math.max(150, (1.2 * result.runMs) / kills)
  while (result.kills.length < kills) {
    const delayMs = random.between(20, longestMs)
    const withItsDatabase = random.isOneOf(4)
    await pause(delayMs)
    const phase = await phaseOf(trial)
    if (phase === 'done') return
    await trial.life.kill(withItsDatabase)
    result.kills.push({ phase, withDatabase: withItsDatabase, delayMs, received: trial.sink.received.length })
    trial.life = await startProgram(trial.folder, trial.data, ['--smtp-url', trial.sink.url])
    trial.caller.at(trial.life.address)
    result.restartMs.push(trial.life.startMs)
    if (result.kills.length % 10 === 0) say(`${result.kills.length} kills…`)
  }
}

/** What is still to do, read from the tables. */
const stillToDo = `select
  (select count(*) from issue_runs where ended_at is null)::int as runs,
  (select count(*) from invoices where mail_id is null)::int
    + (select count(*) from mails where state in ('queued', 'sending'))::int
    + (select count(*) from pgboss.job where state in ('created', 'retry', 'active') and start_after < now() + interval '1 minute')::int as others`

async function phaseOf(trial: Trial): Promise<Phase> {
  const { rows } = await withDatabase(trial, (client) =>
    client.query<{ runs: number; others: number }>(stillToDo),
  )
  if (rows[0]!.runs > 0) return 'issuing'
  return rows[0]!.others > 0 ? 'delivering' : 'done'
}

async function allDone(trial: Trial, what: string): Promise<void> {
  for (const deadline = performance.now() + 300_000; performance.now() < deadline; await pause(50))
    if ((await phaseOf(trial)) === 'done') return
  throw new Error(`Five minutes were not enough for ${what}: it does not go on by itself.`)
}

async function withDatabase<T>({ life }: Trial, read: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: life.databaseUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    return await read(client)
  } finally {
    await client.end()
  }
}

export const seconds = (ms: number): string => (ms / 1000).toFixed(1)
