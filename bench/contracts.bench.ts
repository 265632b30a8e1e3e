/**
 * A company with 1,000 contracts: its list of contracts and its renewal queue, asked of the running
 * program as a browser asks, answers read to the end. Wall-clock time, since the database works too.
 */
import * as fs from 'node:fs'
import { setCast } from '#demo/cast.ts'
import { openSession } from '#server/accounts/identity-store.ts'
import { staffCookie } from '#server/accounts/callers.ts'
import { activateVersion, addClient, draftContract, versionOf, writeTerms } from '#server/contracts/public.ts'
import { inContext, type Context } from '#server/plumbing/context.ts'
import { readSettings } from '#server/plumbing/settings.ts'
import { startApp } from '#server/start-app.ts'
import { freshDatabase, temporaryFolder } from '#server/testing/scene.ts'
import type { Bench, Figure } from './measure.ts'

const contracts = 1_000
const asked = 15

export const bench: Bench = {
  name: 'contracts: the list and the renewal queue of 1,000',
  async run() {
    const database = await freshDatabase()
    const folder = temporaryFolder('bench')
    const settings = readSettings(['--data', folder, '--log', 'silent', '--port', '0'], {})
    const running = await startApp(settings, {
      databaseUrl: database.url,
      isAlone: true,
      withWorkers: false,
      tellOperator: () => {},
    })
    try {
      const cast = await setCast(running)
      const { app } = running
      await inContext(app, { ...cast.marta, now: app.clock() }, (ctx) => fill(ctx))
      const token = await app.db.inSystem((tx) =>
        openSession(
          tx,
          cast.marta.actor.identityId,
          { tenantId: cast.tenantId, kind: 'staff', subjectId: cast.marta.actor.id },
          { now: app.clock(), userAgent: 'bench' },
        ),
      )
      const get = async (url: string) => {
        const began = performance.now()
        const answer = await running.server.inject({ url, headers: { cookie: `${staffCookie}=${token}` } })
        const rows = (answer.json() as unknown[]).length
        return { ms: performance.now() - began, rows }
      }
      return [
        ...(await figures(get, 'list', '/api/contracts')),
        ...(await figures(get, 'renewal queue', '/api/contract-renewals?days=365')),
      ]
    } finally {
      await running.stop()
      await database.close()
      fs.rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** The slowest but one of several: what a person may meet on an ordinary day. */
async function figures(
  get: (url: string) => Promise<{ ms: number; rows: number }>,
  what: string,
  url: string,
): Promise<Figure[]> {
  await get(url)
  const times: number[] = []
  let rows = 0
  for (let i = 0; i < asked; i++) {
    const answer = await get(url)
    rows = answer.rows
    times.push(answer.ms)
  }
  times.sort((a, b) => a - b)
  return [
    { what: `${what}: rows`, value: rows, unit: '' },
    { what: `${what}: in the middle`, value: times[Math.floor(asked / 2)]!, unit: 'ms', atMost: 200 },
    { what: `${what}: slowest but one`, value: times[asked - 2]!, unit: 'ms', atMost: 200 },
  ]
}

/** One contract is made by people; the others are copies of its rows, each of its own client, ending on days spread over two years. */
async function fill(ctx: Context): Promise<void> {
  const client = await addClient(ctx, { name: 'Klient 0', nip: null, email: 'klient@bench.example' })
  const { id } = await draftContract(ctx, {
    clientId: client.id,
    validFrom: '2026-01-01',
    validTo: '2027-06-30',
  })
  const draft = (await versionOf(ctx, id, 1))!
  await writeTerms(ctx, id, 1, {
    version: draft.version,
    terms: {
      ...draft.terms,
      term: { ...draft.terms.term, renewal: { months: 12, noticeDays: 30 } },
      indexation: { index: 'gusConsumerPrices', month: 2, noticeDays: 30 },
    },
  })
  await activateVersion(ctx, id, 1)
  await ctx.client.query(
    `with n as (select g, gen_random_uuid() as client_id, gen_random_uuid() as contract_id from generate_series(1, $1) g),
      c as (insert into clients (tenant_id, id, name, created_at) select $2, client_id, 'Klient ' || g, now() from n),
      k as (insert into contracts (tenant_id, id, number, client_id, valid_from, valid_to, activated_at, created_at)
        select $2, n.contract_id, 'UM/B/' || n.g, n.client_id, o.valid_from, date '2026-06-01' + (n.g % 730), o.activated_at, o.created_at
        from n, contracts o where o.tenant_id = $2 and o.id = $3)
    insert into contract_versions (tenant_id, id, contract_id, number, kind, valid_from, valid_to, recorded_at, is_draft, terms, fingerprint, page_code)
      select $2, gen_random_uuid(), n.contract_id, 1, 'original', v.valid_from, null, v.recorded_at, false, v.terms, v.fingerprint, v.page_code
      from n, contract_versions v where v.tenant_id = $2 and v.contract_id = $3`,
    [contracts - 1, ctx.tenantId, id],
  )
}
