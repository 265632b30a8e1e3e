/**
 * Migrations are SQL files in order of their names, each applied once in its own
 * transaction. A file that has landed is never edited: its hash is kept and compared.
 */
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'

const folder = path.join(import.meta.dirname, 'migrations')

export function migrationFiles(): { name: string; sql: string; sha256: string }[] {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name), 'utf8')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    })
}

export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const applied: string[] = []
  try {
    // One process migrates at a time; the others wait here and find nothing to do.
    await client.query('select pg_advisory_lock(727001)')
    await client.query(
      'create table if not exists migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    )
    const { rows } = await client.query('select name, sha256 from migrations')
    const before = new Map(rows.map((row) => [row.name as string, row.sha256 as string]))
    for (const file of migrationFiles()) {
      const known = before.get(file.name)
      if (known === file.sha256) continue
      if (known !== undefined)
        throw new Error(
          `Migration ${file.name} was applied in another version; a landed migration is never edited.`,
        )
      await client.query('begin')
      await client.query(file.sql)
      await client.query('insert into migrations (name, sha256) values ($1, $2)', [file.name, file.sha256])
      await client.query('commit')
      applied.push(file.name)
    }
  } finally {
    await client.end()
  }
  return applied
}
