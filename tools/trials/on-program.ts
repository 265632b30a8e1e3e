/** A trial on one life of the real program with a company of one client: set up, tried, put away. */
import * as fs from 'node:fs'
import pg from 'pg'
import { temporaryFolder } from '#server/testing/scene.ts'
import { setCompany, type Company } from './company.ts'
import { copyProgram, startProgram, type Life } from './program.ts'

export type Running = { life: Life; client: pg.Client; company: Company }

export async function onProgram<T>(flags: string[], work: (running: Running) => Promise<T>): Promise<T> {
  const program = copyProgram()
  const data = temporaryFolder('trial')
  try {
    const company = await setCompany(data, { clients: 1, months: 1 })
    const life = await startProgram(program.folder, data, flags)
    const client = new pg.Client({ connectionString: life.databaseUrl })
    try {
      await client.connect()
      return await work({ life, client, company })
    } finally {
      await client.end()
      await life.stop()
    }
  } finally {
    program.remove()
    fs.rmSync(data, { recursive: true, force: true })
  }
}
