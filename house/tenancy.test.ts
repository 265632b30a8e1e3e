/** Every tenant table × another tenant: no row of one company is seen, changed or planted by another. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openStage } from '#server/testing/scene.ts'
import { setCast } from '#demo/cast.ts'

const stage = openStage()

type Table = { table: string; guarded: boolean; has_policy: boolean }

async function tenantTables(): Promise<Table[]> {
  const { app } = await stage()
  const { rows } = await app.db.pool.query<Table>(`
    select c.relname as table, c.relrowsecurity as guarded, exists (select 1 from pg_policy p where p.polrelid = c.oid) as has_policy
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('migrations', 'tenant_slugs') order by 1`)
  return rows
}

test('every table of the public schema belongs to a company and is guarded', async () => {
  const tables = await tenantTables()
  assert.ok(tables.length >= 25, `saw only ${tables.length} tables`)
  assert.deepEqual(
    tables.filter((t) => !t.guarded || !t.has_policy).map((t) => t.table),
    [],
  )
})

test('no unique index and no foreign key forgets the company', async () => {
  const { app } = await stage()
  const { rows } = await app.db.pool.query<{ name: string }>(`
    select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and i.indisunique and c.relname not in ('migrations', 'tenant_slugs')
      and (select attname from pg_attribute where attrelid = c.oid and attnum = i.indkey[0]) <> 'tenant_id'`)
  assert.deepEqual(
    rows.map((r) => r.name),
    [],
  )
})

test('a company sees nothing of another company, in any table', async () => {
  const opened = await stage()
  const { app } = opened
  const cast = await setCast(opened)
  const tables = await tenantTables()
  const stranger = app.newId()
  const seen: string[] = []
  await app.db.inTenant(stranger, async (_tx, client) => {
    for (const { table } of tables) {
      const { rows } = await client.query(`select count(*)::int as n from "${table}"`)
      if (rows[0].n !== 0) seen.push(table)
      const changed = await client.query(`update "${table}" set tenant_id = tenant_id`)
      if (changed.rowCount !== 0) seen.push(`${table} (update)`)
    }
  })
  assert.deepEqual(seen, [])
  assert.ok(cast.tenantId)
})

test('a company cannot plant a row in another company', async () => {
  const opened = await stage()
  const { app } = opened
  const tables = await tenantTables()
  const [mine, other] = [app.newId(), app.newId()]
  const planted: string[] = []
  for (const { table } of tables) {
    const tried = app.db.inTenant(mine, async (_tx, client) => {
      const { rows } = await client.query(
        `select column_name, udt_name from information_schema.columns where table_name = $1 and table_schema = 'public' and is_nullable = 'NO' and column_default is null and is_identity = 'NO'`,
        [table],
      )
      const names = rows.map((r) => r.column_name as string)
      const values = rows.map((r) => sample(r.column_name as string, r.udt_name as string, other))
      await client.query(
        `insert into "${table}" (${names.map((n) => `"${n}"`).join(', ')}) values (${values.map((_, i) => `$${i + 1}`).join(', ')})`,
        values,
      )
    })
    const message = await tried.then(
      () => 'planted',
      (error: Error) => error.message,
    )
    if (!/row-level security/.test(message)) planted.push(`${table}: ${message}`)
  }
  assert.deepEqual(planted, [])
})

function sample(name: string, type: string, tenantId: string): unknown {
  if (name === 'tenant_id') return tenantId
  const values: Record<string, unknown> = {
    uuid: tenantId,
    int4: 1,
    int8: 1,
    numeric: '1',
    bool: false,
    jsonb: '{}',
    timestamptz: '2026-01-01T00:00:00Z',
    date: '2026-01-01',
  }
  return values[type] ?? 'x'
}

test('tables outside the public schema hold no work of a company', async () => {
  const { app } = await stage()
  const { rows } = await app.db.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'identity'`,
  )
  assert.deepEqual(rows.map((r) => r.name).sort(), [
    'attempts',
    'hats',
    'identities',
    'link_tokens',
    'sessions',
  ])
})
