/** The contract of every trade, printed: every number of its terms stands in the text of the PDF. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { companyOf, createCompany, identityFor, trades, type Trade } from '#server/accounts/public.ts'
import { inContext, type Context } from '#server/plumbing/context.ts'
import { skipWithoutReader, textOf } from '#server/plumbing/pdf/pdf-text.ts'
import { openStage } from '#server/testing/scene.ts'
import { granted } from '#words/calendar-hours.ts'
import { percent, price } from '#words/format.ts'
import { addClient } from '../keep-client.ts'
import { draftContract } from '../draft-contract.ts'
import { documentOf } from '../keep-document.ts'
import { versionOf } from '../contract-store.ts'
import { stopReading } from '../scans/scan-reader.ts'

const stage = openStage()
after(() => stopReading())

async function inTrade<T>(trade: Trade, deed: (ctx: Context) => Promise<T>): Promise<T> {
  const { app } = await stage()
  const now = app.clock().toString()
  const owner = { name: 'Marta Zielińska', email: `marta@${trade}.example` }
  const made = await app.db.inSystem(async (tx) => {
    const identity = await identityFor(tx, { ...owner, language: 'pl', now, newId: app.newId })
    const company = { name: `Serwis ${trade}`, nip: null, trade, kind: 'live', language: 'pl' } as const
    return { identity, ...(await createCompany(app, tx, company, { identityId: identity.id, ...owner })) }
  })
  const actor = {
    kind: 'staff',
    id: made.staffId,
    role: 'owner',
    identityId: made.identity.id,
    ...owner,
  } as const
  return inContext(app, { tenantId: made.tenantId, actor }, deed)
}

type Numeral = { path: string; forms: string[] }

/** Numbers and times of day, each with the forms in which the paper may write it. */
function numeralsOf(value: unknown, path = ''): Numeral[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => numeralsOf(one, `${path}.${at}`))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, one]) => numeralsOf(one, `${path}.${key}`))
  const key = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? ''
  if (typeof value === 'number') return [{ path, forms: formsOf(key, value) }]
  if (typeof value !== 'string') return []
  if (/^\d+(\.\d+)?$/.test(value)) return [{ path, forms: [price('pl', value), value] }]
  const hour = /^(\d{2}):(\d{2})$/.exec(value)
  return hour ? [{ path, forms: [value, hour[2] === '00' ? String(Number(hour[1])) : value] }] : []
}

function formsOf(key: string, value: number): string[] {
  if (key.endsWith('Minutes')) return [granted(value)]
  if (key.endsWith('Bp')) return [percent('pl', value)]
  return [String(value)]
}

const bare = (text: string) => text.replaceAll(/[\s\u200b]/g, '')

for (const trade of trades) {
  test(
    `the contract of the trade ${trade} holds every number of its terms`,
    { skip: skipWithoutReader },
    async () => {
      const { terms, pdf, company } = await inTrade(trade, async (ctx) => {
        const client = await addClient(ctx, {
          name: 'Piekarnia Złoty Kłos',
          nip: null,
          email: 'biuro@klient.example',
        })
        const contract = await draftContract(ctx, { clientId: client.id, validFrom: '2026-12-01' })
        return {
          terms: (await versionOf(ctx, contract.id, 1))!.terms,
          pdf: (await documentOf(ctx, contract.id, 1)).content,
          company: await companyOf(ctx),
        }
      })
      const text = bare(textOf(pdf))
      // A zero grants nothing, and the paper says nothing of it.
      const numerals = numeralsOf(terms).filter(({ forms }) => forms[0] !== '0' && forms[0] !== granted(0))
      assert.ok(numerals.length > 30, String(numerals.length))
      assert.deepEqual(
        numerals.filter(({ forms }) => !forms.some((form) => text.includes(bare(form)))),
        [],
      )
      assert.equal(company.trade, trade)
      assert.equal(text.includes('POWIERZENIEPRZETWARZANIA'), ['it', 'print', 'alarms'].includes(trade))
    },
  )
}
