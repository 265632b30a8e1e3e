/**
 * Alarms under load and under kill -9. A company with very many open tickets has a minute in
 * which thousands of alarms fall due: how late does each come? Then the same minute again,
 * while the program is killed at random moments and started again: every alarm is told once,
 * in its order, none is lost and none doubled, on the screen and by mail. Tickets that were
 * taken over just before are not spoken of.
 */
import * as fs from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { people } from '#demo/cast.ts'
import { temporaryFolder } from '#server/testing/scene.ts'
import { addTickets, openCompany, type Template } from './alarm-company.ts'
import { signIn } from './client.ts'
import { copyProgram, startProgram, type Life } from './program.ts'
import { randomOf, type Random } from './random.ts'

export type AlarmTrial = {
  openTickets: number
  alarms: number
  /** The alarms fall due within so long. */
  withinSeconds: number
  kills: number
  seed: number
  say: (line: string) => void
}
export type AlarmResult = {
  seed: number
  'open tickets': number
  'alarms within the time': number
  'late by p50, ms': number
  'late by p99, ms': number
  'late by at most, ms': number
  kills: number
  'restart to first answer, worst, s': string
  'alarms told in the killed minute': number
  'marked late': number
  violations: string[]
}

type Trial = AlarmTrial & {
  data: string
  folder: string
  template: Template
  random: Random
  life: Life
  restartMs: number[]
}

/** Between putting the tickets in and the first alarm. */
const headStartMs = 8_000
const patienceMs = 120_000
const promisedMs = 1_000

export async function tryAlarms(wanted: AlarmTrial): Promise<AlarmResult> {
  const program = copyProgram()
  const data = temporaryFolder('trial')
  let life: Life | undefined
  try {
    wanted.say(`Seed ${wanted.seed}. Opening a company with ${wanted.openTickets} tickets…`)
    const template = await openCompany(data)
    life = await startProgram(program.folder, data, [])
    const trial: Trial = {
      ...wanted,
      data,
      folder: program.folder,
      template,
      random: randomOf(wanted.seed),
      life,
      restartMs: [],
    }
    await onDatabase(trial, (client) => addTickets(client, template, { count: wanted.openTickets }))
    const late = await undisturbed(trial)
    const killed = await whileKilled(trial)
    await trial.life.stop()
    return resultOf(trial, late, killed)
  } catch (error) {
    await life?.kill(true).catch(() => {})
    throw error
  } finally {
    program.remove()
    fs.rmSync(data, { recursive: true, force: true })
  }
}

/** How many milliseconds after its instant each alarm was heard of. */
async function undisturbed(trial: Trial): Promise<number[]> {
  const heard = new Map<string, number>()
  const client = new pg.Client({ connectionString: trial.life.databaseUrl })
  await client.connect()
  try {
    client.on('notification', ({ payload }) => {
      const { topic, id } = JSON.parse(payload ?? '{}') as { topic?: string; id?: string }
      if (topic === 'alarm' && id && !heard.has(id)) heard.set(id, Date.now())
    })
    await client.query('listen opiekun_live')
    const due = await minuteOf(trial)
    trial.say(`${due.size} alarms fall due within ${trial.withinSeconds} s…`)
    await until(() => [...due.keys()].every((id) => heard.has(id)), trial.withinSeconds * 1000)
    return [...due].map(([id, at]) => (heard.get(id) ?? Infinity) - at).sort((a, b) => a - b)
  } finally {
    await client.end()
  }
}

async function minuteOf(trial: Trial): Promise<Map<string, number>> {
  const fromMs = Date.now() + headStartMs
  const due = { fromMs, withinMs: trial.withinSeconds * 1000 }
  return onDatabase(trial, (client) => addTickets(client, trial.template, { count: trial.alarms, due }))
}

type Killed = { told: number; late: number; violations: string[] }

async function whileKilled(trial: Trial): Promise<Killed> {
  const due = await minuteOf(trial)
  const ids = [...due.keys()]
  const taken = ids.slice(-Math.min(20, Math.floor(ids.length / 10)))
  const caller = await signIn(trial.life.address, people.find((one) => one.key === 'ola')!.email)
  // The cast of the trials works for two companies.
  await caller.send('PUT', '/api/session/company', { tenantId: trial.template.tenantId })
  for (const id of taken) await caller.send('PUT', `/api/tickets/${id}/takeover`, {})
  trial.say(`The same again, killed ${trial.kills} times…`)
  await pause(Math.max(0, Math.min(...due.values()) - Date.now()))
  const gapMs = (trial.withinSeconds * 1000) / trial.kills
  for (let n = 0; n < trial.kills; n++) {
    await pause(trial.random.between(20, gapMs))
    await trial.life.kill(trial.random.isOneOf(5))
    trial.life = await startProgram(trial.folder, trial.data, [])
    trial.restartMs.push(trial.life.startMs)
  }
  const spoken = ids.filter((id) => !taken.includes(id))
  await until(async () => (await toldOf(trial, spoken)).length >= spoken.length, trial.withinSeconds * 1000)
  // What is doubled comes a moment later.
  await pause(2_000)
  return booksOf(trial, spoken, taken)
}

type Told = { id: string; at: string; isLate: boolean }

const toldOf = (trial: Trial, ids: readonly string[]): Promise<Told[]> =>
  onDatabase(trial, async (client) => {
    const { rows } = await client.query<Told>(
      `select subject_id as id, facts->>'at' as at, (facts->>'isLate')::boolean as "isLate" from events
       where kind = 'clock_warning' and subject_id = any($1::uuid[]) order by events.id`,
      [ids],
    )
    return rows
  })

async function booksOf(trial: Trial, spoken: readonly string[], taken: readonly string[]): Promise<Killed> {
  const violations: string[] = []
  const hold = (isKept: boolean, promise: string): void => void (isKept || violations.push(promise))
  const told = await toldOf(trial, spoken)
  const times = Map.groupBy(told, (one) => one.id)
  hold(times.size === spoken.length, `${spoken.length - times.size} alarms were lost`)
  hold(told.length === times.size, `${told.length - times.size} alarms were doubled`)
  const disorder = told.filter((one, i) => i > 0 && Date.parse(told[i - 1]!.at) > Date.parse(one.at))
  hold(disorder.length === 0, `${disorder.length} alarms came before an earlier one`)
  for (const [what, count] of await onDatabase(trial, (client) => copiesOf(client, spoken)))
    hold(count === spoken.length, `${count} ${what} for ${spoken.length} alarms`)
  hold((await toldOf(trial, taken)).length === 0, 'a ticket that was taken over was spoken of')
  return { told: told.length, late: told.filter((one) => one.isLate).length, violations }
}

async function copiesOf(client: pg.Client, ids: readonly string[]): Promise<[string, number][]> {
  const { rows } = await client.query<{ notices: number; mails: number }>(
    `select (select count(*) from notices where kind = 'clock_warning' and ticket_id = any($1::uuid[]))::int as notices,
       (select count(*) from mails where kind = 'clock_warning' and subject_id = any($1::uuid[]))::int as mails`,
    [ids],
  )
  return Object.entries(rows[0]!)
}

function resultOf(trial: Trial, late: readonly number[], killed: Killed): AlarmResult {
  const share = (of: number): number => late[Math.min(late.length - 1, Math.floor(late.length * of))] ?? 0
  const violations = [...killed.violations]
  if (share(0.99) > promisedMs)
    violations.push(`p99 of lateness is ${share(0.99)} ms, promised ${promisedMs}`)
  if (late.at(-1) === Infinity) violations.push('an alarm of the undisturbed minute was lost')
  return {
    seed: trial.seed,
    'open tickets': trial.openTickets,
    'alarms within the time': late.length,
    'late by p50, ms': share(0.5),
    'late by p99, ms': share(0.99),
    'late by at most, ms': late.at(-1) ?? 0,
    kills: trial.restartMs.length,
    'restart to first answer, worst, s': (Math.max(0, ...trial.restartMs) / 1000).toFixed(1),
    'alarms told in the killed minute': killed.told,
    'marked late': killed.late,
    violations,
  }
}

async function until(done: () => boolean | Promise<boolean>, expectedMs: number): Promise<void> {
  const deadline = performance.now() + headStartMs + expectedMs + patienceMs
  while (!(await done()) && performance.now() < deadline) await pause(100)
}

async function onDatabase<T>({ life }: { life: Life }, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: life.databaseUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
