/**
 * Writes what is derived: the table types from a migrated database, and the web's API
 * client from the OpenAPI document. `--check` writes nothing and fails when they are stale.
 */
import * as fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbedded } from '#server/plumbing/db/embedded.ts'
import { migrate } from '#server/plumbing/db/migrate.ts'

const root = path.join(import.meta.dirname, '..')
const check = process.argv.includes('--check')
const stale: string[] = []

function put(file: string, text: string): void {
  const target = path.join(root, file)
  if (fs.existsSync(target) && fs.readFileSync(target, 'utf8') === text) return
  if (check) stale.push(file)
  else {
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.writeFileSync(target, text)
    console.log(`wrote ${file}`)
  }
}

const typeNames: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  citext: 'string',
  date: 'string',
  timestamptz: 'string',
  numeric: 'string',
  name: 'string',
  int4: 'number',
  int8: 'number',
  int2: 'number',
  float8: 'number',
  bool: 'boolean',
  jsonb: 'Json',
  json: 'Json',
}

type Column = {
  schema: string
  table: string
  column: string
  type: string
  nullable: string
  given: boolean
  tenant: boolean
}

async function tableTypes(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Column>(
    `select table_schema as schema, table_name as table, column_name as column, udt_name as type, is_nullable as nullable,
       (column_default is not null or is_identity = 'YES') as given
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where table_schema in ('public', 'identity') and t.table_type = 'BASE TABLE' order by 1, 2, ordinal_position`,
  )
  await client.end()
  const tables = Map.groupBy(rows, (r) => (r.schema === 'public' ? r.table : `${r.schema}.${r.table}`))
  const lines = [
    '// Written by `npm run generate` from a migrated database. Do not edit.',
    "import type { ColumnType, Generated } from 'kysely'",
    '',
    '// oxlint-disable-next-line typescript/no-explicit-any -- the driver gives parsed JSON; stores narrow it',
    'export type Json = ColumnType<unknown, string, string>',
    '',
  ]
  for (const [table, columns] of tables) {
    lines.push(`export type ${pascal(table)}Table = {`, ...columns.map(columnLine), '}', '')
  }
  lines.push(
    'export type DB = {',
    ...[...tables.keys()].map((t) => `  ${t.includes('.') ? `'${camel(t)}'` : camel(t)}: ${pascal(t)}Table`),
    '}',
    '',
  )
  return lines.join('\n')
}

function columnLine(c: Column): string {
  const base = typeNames[c.type] ?? 'unknown'
  const plain =
    base === 'string' && c.type === 'numeric' ? 'ColumnType<string, string | number, string | number>' : base
  const nullable =
    c.nullable === 'YES'
      ? base === 'Json'
        ? 'ColumnType<unknown, string | null, string | null>'
        : `${plain} | null`
      : plain
  const given =
    c.given && base !== 'Json'
      ? `Generated<${nullable}>`
      : base === 'Json' && c.given
        ? 'ColumnType<unknown, string | undefined, string>'
        : nullable
  return `  ${camel(c.column)}: ${given}`
}

const camel = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
const pascal = (name: string): string => camel(name.replace('.', '_')).replace(/^./, (c) => c.toUpperCase())

async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opiekun-generate-'))
  fs.chmodSync(folder, 0o755)
  const database = await startEmbedded(folder, () => {})
  try {
    await migrate(database.url)
    return await work(database.url)
  } finally {
    await database.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

await withDatabase(async (url) => {
  put('server/plumbing/db/tables.ts', await tableTypes(url))
  if (process.argv.includes('--tables')) return
  const [{ openApiDocument }, { webClient }] = await Promise.all([
    import('#server/open-api.ts'),
    import('./web-client.ts'),
  ])
  put('web/generated/client.ts', await webClient(await openApiDocument(url)))
})
if (stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run \`npm run generate\`.`)
  process.exit(1)
}
