/** The services of one running process, handed to every context. */
import type { Database } from './db/database.ts'
import type { FileStore } from './files/file-store.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Live } from './live.ts'
import type { Logger } from './log.ts'
import type { MailOut } from './mail/mail-out.ts'
import type { PdfPool } from './pdf/pdf-pool.ts'
import type { Secrets } from './secrets.ts'
import type { Settings } from './settings.ts'

export type App = {
  settings: Settings
  db: Database
  files: FileStore
  jobs: Jobs
  live: Live
  log: Logger
  mailOut: MailOut
  pdf: PdfPool
  secrets: Secrets
  /** The real time; a sandbox company has its own. */
  clock: () => Temporal.Instant
  newId: () => string
  /** A line for whoever runs the program: printed, not logged. */
  tellOperator: (line: string) => void
}
