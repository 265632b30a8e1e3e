/** The OpenAPI document without a listening server, for the generated client. */
import * as fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readSettings } from './plumbing/settings.ts'
import { startApp } from './start-app.ts'

export async function openApiDocument(databaseUrl: string): Promise<unknown> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opiekun-api-'))
  const settings = readSettings(
    ['--data', folder, '--log', 'silent', '--public-url', 'http://127.0.0.1:3000'],
    {},
  )
  const running = await startApp(settings, { databaseUrl, isAlone: false, withWorkers: false })
  try {
    await running.server.ready()
    return running.server.swagger()
  } finally {
    await running.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
