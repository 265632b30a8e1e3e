/**
 * Work that leaves the transaction: mail, PDF, imports. A deed enqueues a job inside its
 * transaction; a worker does it after the commit, at least once, so every handler is
 * idempotent. Kinds of jobs are declared by the rooms and handed in at the start.
 */
import { PgBoss } from 'pg-boss'
import type { App } from '../app.ts'
import type { Context } from '../context.ts'
import type { Database } from '../db/database.ts'
import type { Logger } from '../log.ts'

export type JobData = { tenantId: string } & Record<string, unknown>
export type JobHandler = (app: App, data: JobData) => Promise<void>
export type JobKind = { handler: JobHandler; concurrency?: number; retryLimit?: number }
export type JobKinds = Record<string, JobKind>

export type Jobs = {
  send: (
    ctx: Context,
    kind: string,
    facts: Record<string, unknown>,
    startAfterSeconds?: number,
  ) => Promise<void>
  work: (app: App) => Promise<void>
  /** Jobs of one company that are not done; a sandbox is settled when there is none. */
  pending: (tenantId: string) => Promise<number>
  /** What the jobs of a kind that are not done speak of, e.g. every `runId`: nothing in here needs recovering. */
  attended: (kind: string, fact: string) => Promise<Set<string>>
  stop: () => Promise<void>
}

export async function openJobs(db: Database, kinds: JobKinds, log: Logger, alone: boolean): Promise<Jobs> {
  if (alone) await freeHeldJobs(db)
  const boss = new PgBoss({
    connectionString: db.url,
    schema: 'pgboss',
    max: 3,
    useListenNotify: true,
    schedule: false,
    monitorVacuum: false,
  })
  boss.on('error', (error) => log.error({ error: String(error) }, 'job queue'))
  try {
    await boss.start()
    await declareQueues(boss, db, kinds)
  } catch (error) {
    await boss.stop({ graceful: false, close: true }).catch(() => {})
    throw error
  }

  return {
    async send(ctx, kind, facts, startAfterSeconds) {
      if (!(kind in kinds)) throw new Error(`No job is called ${kind}`)
      const executeSql = (text: string, values?: unknown[]) => ctx.client.query(text, values)
      await boss.send(
        kind,
        { ...facts, tenantId: ctx.tenantId },
        { db: { executeSql }, ...(startAfterSeconds ? { startAfter: startAfterSeconds } : {}) },
      )
    },
    async work(app) {
      for (const [kind, { handler, concurrency = 2 }] of Object.entries(kinds)) {
        for (let i = 0; i < concurrency; i++)
          await startWorker(boss, kind, (data) => handled(app, kind, handler, data))
      }
    },
    async pending(tenantId) {
      const { rows } = await db.pool.query(
        `select count(*)::int as n from pgboss.job where state in ('created', 'retry', 'active') and data->>'tenantId' = $1`,
        [tenantId],
      )
      return rows[0].n as number
    },
    async attended(kind, fact) {
      const { rows } = await db.pool.query(
        `select distinct data->>$2 as id from pgboss.job where name = $1 and state in ('created', 'retry', 'active')`,
        [kind, fact],
      )
      return new Set(rows.map((row) => row.id as string))
    },
    stop: () => boss.stop({ graceful: true, close: true, timeout: 20_000 }),
  }
}

/**
 * Alone on this database: what an earlier, killed process held is nobody's now. It was no
 * failure of the job, so its tries are not counted (a job without `started_on` is fetched as
 * on its first try), and this runs before the queue's own look at lost heartbeats.
 */
async function freeHeldJobs(db: Database): Promise<void> {
  const { rows } = await db.pool.query(`select to_regclass('pgboss.job') is not null as stands`)
  if (!rows[0].stands) return
  await db.pool.query(
    `update pgboss.job set state = 'retry', start_after = now(), started_on = null, heartbeat_on = null where state = 'active'`,
  )
}

async function declareQueues(boss: PgBoss, db: Database, kinds: JobKinds): Promise<void> {
  for (const [kind, { retryLimit = 8 }] of Object.entries(kinds)) {
    await boss.createQueue(kind, {
      retryLimit,
      retryBackoff: true,
      retryDelay: 2,
      retryDelayMax: 600,
      expireInSeconds: 600,
      heartbeatSeconds: 10,
      notify: true,
      deleteAfterSeconds: 86_400,
    })
  }
  await db.pool
    .query(`grant usage on schema pgboss to opiekun_app; grant select, insert, update on all tables in schema pgboss to opiekun_app;
    grant execute on all functions in schema pgboss to opiekun_app`)
}

/** Left to itself a worker rests until its next poll after every job; ours looks for more at once. */
async function startWorker(
  boss: PgBoss,
  kind: string,
  handle: (data: JobData) => Promise<void>,
): Promise<void> {
  let worker = ''
  worker = await boss.work<JobData>(
    kind,
    { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 5 },
    async ([job]) => {
      try {
        if (job) await handle(job.data)
      } finally {
        boss.notifyWorker(worker)
      }
    },
  )
}

async function handled(app: App, kind: string, handler: JobHandler, data: JobData): Promise<void> {
  try {
    await handler(app, data)
  } catch (error) {
    app.log.error({ error, job: kind, tenant: data.tenantId }, 'a job failed and will be tried again')
    throw error
  }
}

export function enqueue(
  ctx: Context,
  kind: string,
  facts: Record<string, unknown> = {},
  startAfterSeconds?: number,
): Promise<void> {
  return ctx.app.jobs.send(ctx, kind, facts, startAfterSeconds)
}
