/** A contract goes out to be signed and comes back: by a click, or as paper; on a real database. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setCast, type Cast } from '#demo/cast.ts'
import type { Context } from '#server/plumbing/context.ts'
import { openStage, refused, scene, warsaw } from '#server/testing/scene.ts'
import { contractOf, versionOf } from '../contract-store.ts'
import { draftContract, writeTerms } from '../draft-contract.ts'
import { addClient } from '../keep-client.ts'
import { stopReading } from '../scans/scan-reader.ts'
import type { Terms } from '../terms.ts'
import { acceptByClick, bringSigned, documentOfRequest, lookAtRequest } from './accept-by-click.ts'
import { sendToSign } from './send-to-sign.ts'
import { companyOfKey, newKey, requestsOfVersion } from './signing-store.ts'

const stage = openStage()
after(() => stopReading())
let cast: Promise<Cast> | undefined
const asOla = async <T>(deed: (ctx: Context) => Promise<T>) =>
  scene(await stage(), (await (cast ??= setCast(await stage()))).ola, '2026-11-23T10:00', deed)
const skip = async () => !(await stage()).app.pdf.available() && 'Typst is not installed for this platform'

const visitor = (ctx: Context, at = '2026-11-24T09:30'): Context => ({
  ...ctx,
  actor: { kind: 'public' },
  now: warsaw(at),
})
const from = { address: '203.0.113.7', program: 'Firefox' }

type Sent = { ctx: Context; id: string; key: string; sha256: string }

/** Sent to one address of the client; the key is read where the client reads it, in the mail. */
async function sent(ctx: Context, form: Terms['document']['form'] = 'documentary'): Promise<Sent> {
  const client = await addClient(ctx, {
    name: 'Piekarnia Złoty Kłos',
    nip: null,
    email: 'jan@klient.example',
  })
  const { id } = await draftContract(ctx, { clientId: client.id, validFrom: '2026-12-01' })
  const { terms, version } = (await versionOf(ctx, id, 1))!
  await writeTerms(ctx, id, 1, { version, terms: { ...terms, document: { ...terms.document, form } } })
  await sendToSign(ctx, id, 1, { to: [] })
  const key = await keyInMail(ctx)
  return { ctx, id, key, sha256: (await lookAtRequest(visitor(ctx), key)).document.sha256 }
}

async function keyInMail(ctx: Context): Promise<string> {
  const mails = await ctx.tx
    .selectFrom('mails')
    .select(['textBody', 'attachments'])
    .where('tenantId', '=', ctx.tenantId)
    .where('kind', '=', 'contract_for_signature')
    .execute()
  const mail = mails.at(-1)!
  assert.equal((mail.attachments as unknown[]).length, 1)
  return /\/sign\?key=([\w-]+)/.exec(mail.textBody)![1]!
}

test('a click accepts the contract: who, when, from where and which file are kept', async (t) => {
  const why = await skip()
  if (why) return t.skip(why)
  const { request, version, contract, record, mails } = await asOla(async (ctx) => {
    const { id, key, sha256 } = await sent(ctx)
    await acceptByClick(visitor(ctx), key, { name: 'Jan Młynarczyk', position: 'prezes', sha256 }, from)
    const after = (await versionOf(ctx, id, 1))!
    const [own] = await requestsOfVersion(ctx, after.id)
    return {
      request: own!,
      version: after,
      contract: (await contractOf(ctx, id))!,
      record: own!.recordFileId,
      mails: await ctx.tx
        .selectFrom('mails')
        .select('kind')
        .where('tenantId', '=', ctx.tenantId)
        .where('kind', 'like', 'contract_accepted%')
        .execute(),
    }
  })
  assert.deepEqual(
    [request.acceptedName, request.acceptedPosition, request.acceptedFrom, request.acceptedWith],
    ['Jan Młynarczyk', 'prezes', '203.0.113.7', 'Firefox'],
  )
  assert.equal(request.sha256, version.documentSha256)
  assert.deepEqual([version.signedOn, contract.concludedOn], ['2026-11-24', '2026-11-24'])
  assert.equal(version.signedScanFileId, record)
  assert.deepEqual(mails.map(({ kind }) => kind).sort(), ['contract_accepted', 'contract_accepted_notice'])
})

const another = 'f'.repeat(64)
//  what it shows                          what happens                                                      refused
const cases: [string, (given: Sent) => Promise<unknown>, Parameters<typeof refused>[0]][] = [
  [
    'a second click',
    async ({ ctx, key, sha256 }) => {
      await acceptByClick(visitor(ctx), key, { name: 'Jan', sha256 }, from)
      await acceptByClick(visitor(ctx), key, { name: 'Jan', sha256 }, from)
    },
    'link_used',
  ],
  [
    'a click after thirty days',
    ({ ctx, key, sha256 }) =>
      acceptByClick(visitor(ctx, '2026-12-24T10:00'), key, { name: 'Jan', sha256 }, from),
    'link_expired',
  ],
  [
    'a link that a later sending replaced',
    async ({ ctx, id, key, sha256 }) => {
      await sendToSign(ctx, id, 1, { to: ['jan@klient.example'] })
      await acceptByClick(visitor(ctx), key, { name: 'Jan', sha256 }, from)
    },
    'link_expired',
  ],
  [
    'another file than the one that was shown',
    ({ ctx, key }) => acceptByClick(visitor(ctx), key, { name: 'Jan', sha256: another }, from),
    'signing_document_changed',
  ],
  [
    'terms that were edited after the sending',
    async ({ ctx, id, key, sha256 }) => {
      const { version, terms } = (await versionOf(ctx, id, 1))!
      await writeTerms(ctx, id, 1, {
        version,
        terms: { ...terms, billing: { ...terms.billing, paymentDays: 60 } },
      })
      await acceptByClick(visitor(ctx), key, { name: 'Jan', sha256 }, from)
    },
    'signing_document_changed',
  ],
  [
    'a key that was made up',
    ({ ctx, sha256 }) => acceptByClick(visitor(ctx), newKey(ctx.tenantId).key, { name: 'Jan', sha256 }, from),
    'link_unknown',
  ],
  [
    'a file brought after the acceptance',
    async ({ ctx, key, sha256 }) => {
      await acceptByClick(visitor(ctx), key, { name: 'Jan', sha256 }, from)
      await bringSigned(visitor(ctx), key, { fileIds: [] })
    },
    'link_used',
  ],
]
for (const [what, happens, code] of cases) {
  test(`${what} is refused: ${code}`, async (t) => {
    const why = await skip()
    if (why) return t.skip(why)
    await refused(
      code,
      asOla(async (ctx) => happens(await sent(ctx))),
    )
  })
}

for (const form of ['written', 'electronic'] as const) {
  test(`a contract in ${form} form cannot be accepted by a click`, async (t) => {
    const why = await skip()
    if (why) return t.skip(why)
    await refused(
      'signing_needs_signature',
      asOla(async (ctx) => {
        const { key, sha256 } = await sent(ctx, form)
        await acceptByClick(visitor(ctx), key, { name: 'Jan Młynarczyk', sha256 }, from)
      }),
    )
  })
}

test('the link shows the kept document, and says that it was opened', async (t) => {
  const why = await skip()
  if (why) return t.skip(why)
  const { file, opened, view } = await asOla(async (ctx) => {
    const { id, key } = await sent(ctx)
    const version = (await versionOf(ctx, id, 1))!
    return {
      file: await documentOfRequest(visitor(ctx), key),
      opened: (await requestsOfVersion(ctx, version.id))[0]!.openedAt,
      view: await lookAtRequest(visitor(ctx), key),
    }
  })
  assert.equal(file.sha256, view.document.sha256)
  assert.ok(opened)
  assert.deepEqual([view.state, view.byClick, view.email], ['open', true, 'jan@klient.example'])
})

test('a key names its company and nothing that can be guessed', () => {
  const tenantId = '01900000-0000-7000-8000-00000000000a'
  const { key, hash } = newKey(tenantId)
  assert.equal(companyOfKey(key), tenantId)
  assert.ok(!hash.includes(key) && newKey(tenantId).key !== key)
  assert.equal(companyOfKey('zły klucz'), undefined)
})
