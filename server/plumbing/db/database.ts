/**
 * The database as the rooms see it: Kysely over one pool of connections.
 * A tenant transaction opens in one round trip and can see one company only; a system
 * transaction (sign-in, timers, migrations' owner) sees all and is for plumbing.
 */
import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { must } from '#engines/base/must.ts'
import type { DB } from './tables.ts'

export type Tx = Kysely<DB>
export type Database = {
  pool: pg.Pool
  url: string
  inTenant: <T>(tenantId: string, work: (tx: Tx, client: pg.PoolClient) => Promise<T>) => Promise<T>
  inSystem: <T>(work: (tx: Tx, client: pg.PoolClient) => Promise<T>) => Promise<T>
  close: () => Promise<void>
}
export type { Transaction, DB }

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && uuidPattern.test(text)
}

// Instants travel as ISO text in UTC, dates as YYYY-MM-DD, counts as numbers, decimals as text.
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, instantText)
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text)
types.setTypeParser(pg.types.builtins.INT8, (text: string) => Number(text))

/** As the database writes an instant in UTC, "2026-11-20 15:40:00.5+00"; a list holds thousands of them. */
const plainInstant = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?\+00$/

export function instantText(text: string): string {
  if (plainInstant.test(text)) return `${text.slice(0, 10)}T${text.slice(11, -3)}Z`
  return Temporal.Instant.from(text.replace(' ', 'T')).toString()
}

export function openDatabase(url: string, connectionsMax = 20): Database {
  const pool = new pg.Pool({ connectionString: url, max: connectionsMax, types, options: '-c timezone=UTC' })
  pool.on('error', () => {})
  return {
    pool,
    url,
    inTenant: (tenantId, work) => inTransaction(pool, openTenant(tenantId), work),
    inSystem: (work) => inTransaction(pool, 'begin', work),
    close: () => pool.end(),
  }
}

function openTenant(tenantId: string): string {
  must(isUuid(tenantId), 'a tenant id is a lower-case UUID')
  return `begin; set local role opiekun_app; set local app.tenant = '${tenantId}'`
}

async function inTransaction<T>(
  pool: pg.Pool,
  opening: string,
  work: (tx: Tx, client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(opening)
    const result = await work(onClient(client), client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((e: Error) => (broken = e))
    throw error
  } finally {
    client.release(broken)
  }
}

/** Kysely on a connection that already stands in its transaction. */
export function onClient(client: pg.PoolClient): Tx {
  const borrowed = { query: client.query.bind(client), release: () => {} }
  const pool = { connect: async () => borrowed, end: async () => {} }
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool: pool as never }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}
