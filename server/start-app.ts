/** One running Opiekun: database, services, web server and workers, put together and taken apart in order. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
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
import { addRoutes, jobKinds, timerHandlers } from './rooms.ts'

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
  const log = openLog(settings.log)
  const db = openDatabase(options.databaseUrl)
  const app: App = {
    settings,
    db,
    log,
    files: folderStore(settings.files),
    jobs: await openJobs(db, jobKinds, log, options.isAlone),
    live: await openLive(options.databaseUrl, log),
    mailOut: openMailOut(),
    pdf: openPdfPool(),
    secrets: openSecrets(settings.data),
    clock: options.clock ?? (() => Temporal.Now.instant()),
    newId: options.newId ?? randomUUID,
    tellOperator: options.tellOperator ?? ((line) => void process.stdout.write(`${line}\n`)),
  }
  const metrics = openMetrics()
  const server = await buildServer(app, { identify: identifyCaller, sentence: refusalSentence, onResponse: metrics.observe })
  options.onServer?.(server)
  await addRoutes(server)
  await serviceRoutes(server, metrics)
  await serveWeb(server)
  if (options.withWorkers) await app.jobs.work(app)
  const sweep = options.withWorkers ? startSweep(app, timerHandlers) : undefined
  const imapWatch = options.withWorkers ? startImapWatch(app) : undefined
  const smtpIn = settings.smtpIn === undefined ? undefined : await startSmtpIn(app)
  return { app, server, stop: () => stopInOrder(app, server, [smtpIn, imapWatch, sweep]) }
}

/** First nobody new is let in, then running work ends, then the ground is taken away. */
async function stopInOrder(app: App, server: FastifyInstance, workers: ({ stop: () => Promise<void> } | undefined)[]): Promise<void> {
  await server.close()
  for (const worker of workers) await worker?.stop()
  await app.jobs.stop()
  app.mailOut.close()
  await app.pdf.close()
  await app.live.close()
  await app.db.close()
}
