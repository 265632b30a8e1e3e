/** One running Opiekun: database, services, web server and workers, put together and taken apart in order. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { demoRoutes } from '#demo/demo-route.ts'
import { refusalSentence } from '#words/refusal-sentence.ts'
import { identifyCaller } from './accounts/public.ts'
import { startImapWatch } from './desk/imap-watch.ts'
import { startSmtpIn } from './desk/smtp-in.ts'
import type { App } from './plumbing/app.ts'
import { openDatabase } from './plumbing/db/database.ts'
import { folderStore } from './plumbing/files/file-store.ts'
import { buildServer } from './plumbing/http/server.ts'
import { serveWeb, serviceRoutes } from './plumbing/http/web-routes.ts'
import { openJobs } from './plumbing/jobs/jobs.ts'
import { openLive } from './plumbing/live.ts'
import { openLog } from './plumbing/log.ts'
import { openMailOut } from './plumbing/mail/mail-out.ts'
import { openMetrics } from './plumbing/metrics.ts'
import { openPdfPool } from './plumbing/pdf/pdf-pool.ts'
import { openSecrets } from './plumbing/secrets.ts'
import type { Settings } from './plumbing/settings.ts'
import { startSweep } from './plumbing/timers.ts'
import { addRoutes, jobKinds, recoveries, timerHandlers } from './rooms.ts'

export type Running = { app: App; server: FastifyInstance; stop: () => Promise<void> }
export type Options = {
  databaseUrl: string
  /** The only process on this database: held jobs of a killed one are free at once. */
  isAlone: boolean
  withWorkers: boolean
  clock?: () => Temporal.Instant
  newId?: () => string
  tellOperator?: (line: string) => void
  /** Sees the server before its routes are added. */
  onServer?: (server: FastifyInstance) => void
}

export async function startApp(settings: Settings, options: Options): Promise<Running> {
  const closers: Closer[] = []
  try {
    return await start(settings, options, closers)
  } catch (error) {
    // Half a program must not hold the process: what is open already is closed again.
    await closeAll(closers).catch(() => {})
    throw error
  }
}

async function start(settings: Settings, options: Options, closers: Closer[]): Promise<Running> {
  const app = await openApp(settings, options, closers)
  const metrics = openMetrics()
  const server = await buildServer(app, {
    identify: identifyCaller,
    sentence: refusalSentence,
    onResponse: metrics.observe,
  })
  closers.push({ isDoor: true, close: () => server.close() })
  options.onServer?.(server)
  await addRoutes(server)
  await server.register(demoRoutes)
  await serviceRoutes(server, metrics)
  await serveWeb(server)
  if (options.withWorkers) await startWorkers(app, closers)
  if (settings.smtpIn !== undefined) {
    const smtpIn = await startSmtpIn(app)
    closers.push({ close: () => smtpIn.stop() })
  }
  return { app, server, stop: () => closeAll(closers) }
}

async function openApp(settings: Settings, options: Options, closers: Closer[]): Promise<App> {
  const log = openLog(settings.log)
  const db = openDatabase(options.databaseUrl)
  closers.push({ close: () => db.close() })
  const live = await openLive(options.databaseUrl, log)
  closers.push({ close: () => live.close() })
  const pdf = openPdfPool()
  closers.push({ close: () => pdf.close() })
  const mailOut = openMailOut()
  closers.push({ close: () => mailOut.close() })
  const jobs = await openJobs(db, jobKinds, log, options.isAlone)
  closers.push({ close: () => jobs.stop() })
  return {
    settings,
    db,
    log,
    files: folderStore(settings.files),
    jobs,
    live,
    mailOut,
    pdf,
    secrets: openSecrets(settings.data),
    clock: options.clock ?? (() => Temporal.Now.instant()),
    newId: options.newId ?? randomUUID,
    tellOperator: options.tellOperator ?? ((line) => void process.stdout.write(`${line}\n`)),
  }
}

async function startWorkers(app: App, closers: Closer[]): Promise<void> {
  for (const recover of recoveries) await recover(app)
  await app.jobs.work(app)
  const sweep = startSweep(app, timerHandlers)
  closers.push({ close: () => sweep.stop() })
  const imapWatch = startImapWatch(app)
  closers.push({ close: () => imapWatch.stop() })
}

type Closer = { close: () => unknown; isDoor?: boolean }

/** First nobody new is let in, then running work ends, then the ground is taken away; one that fails does not keep the rest open. */
async function closeAll(closers: Closer[]): Promise<void> {
  const fromTheTop = closers.splice(0).reverse()
  const problems: unknown[] = []
  for (const { close } of [...fromTheTop.filter((c) => c.isDoor), ...fromTheTop.filter((c) => !c.isDoor)]) {
    try {
      await close()
    } catch (error) {
      problems.push(error)
    }
  }
  if (problems.length > 0) throw problems[0]
}
