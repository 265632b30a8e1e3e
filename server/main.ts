/**
 * `npm start`: takes the lock of the data folder, starts the embedded database (or connects
 * to yours), migrates, listens, and prints the address.
 */
import { openDemo } from '#demo/demo-route.ts'
import { buildWeb } from '#tools/build-web.ts'
import { FolderInUse, lockFolder } from './plumbing/db/lock.ts'
import { serverVersion, startEmbedded, type EmbeddedDatabase } from './plumbing/db/embedded.ts'
import { migrate } from './plumbing/db/migrate.ts'
import { readSettings, SettingsProblem, type Settings } from './plumbing/settings.ts'
import { startApp, type Running } from './start-app.ts'

const began = performance.now()
const say = (line: string) => void process.stdout.write(`${line}\n`)

function settingsOrEnd(): Settings {
  try {
    return readSettings(process.argv.slice(2), process.env)
  } catch (error) {
    if (!(error instanceof SettingsProblem)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(2)
  }
}

async function main(): Promise<void> {
  const settings = settingsOrEnd()
  const unlock = await lockFolder(settings.data).catch((error: Error) => {
    if (!(error instanceof FolderInUse)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(3)
  })
  const started: { embedded?: EmbeddedDatabase; running?: Running } = {}
  const stop = once(async (code: number) => {
    await started.running?.stop()
    await started.embedded?.stop()
    unlock()
    process.exit(code)
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(0))
  // A start that fails half way leaves no database running behind it.
  await start(settings, started).catch(async (error: NodeJS.ErrnoException) => {
    tell(error)
    await stop(1)
  })
}

async function start(
  settings: Settings,
  started: { embedded?: EmbeddedDatabase; running?: Running },
): Promise<void> {
  if (!settings.databaseUrl) started.embedded = await startEmbedded(settings.data, say)
  const databaseUrl = settings.databaseUrl ?? started.embedded!.url
  if (settings.databaseUrl && (await serverVersion(databaseUrl)) < 15)
    throw new Error('Opiekun needs PostgreSQL 15 or newer.')
  await Promise.all([migrate(databaseUrl), buildWeb(say)])
  const running = await startApp(settings, {
    databaseUrl,
    isAlone: started.embedded !== undefined,
    withWorkers: true,
  })
  started.running = running
  await running.server.listen({ port: settings.port, host: settings.host })
  say(
    `Opiekun: ${settings.publicUrl}  (ready in ${((performance.now() - began) / 1000).toFixed(1)} s, data in ${settings.data})`,
  )
  if (settings.demo) await openDemo(running.app, say)
}

function once(deed: (code: number) => Promise<void>): (code: number) => Promise<void> {
  let done: Promise<void> | undefined
  return (code) => (done ??= deed(code))
}

function tell(error: NodeJS.ErrnoException): void {
  process.stderr.write(
    error.code === 'EADDRINUSE'
      ? `The port is in use by another program. Choose one with --port.\n`
      : `${error.stack}\n`,
  )
}

main().catch((error: Error) => {
  tell(error)
  process.exit(1)
})
