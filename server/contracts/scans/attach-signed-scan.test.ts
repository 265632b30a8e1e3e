/** A scan handed to a version directly: its codes decide, as they do of every scan. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setCast, type Cast } from '#demo/cast.ts'
import type { Context } from '#server/plumbing/context.ts'
import { boundPdf, drawnPages, scanned } from '#server/testing/scan-pictures.ts'
import { openStage, played, refused, warsaw } from '#server/testing/scene.ts'
import { writeTerms, draftContract } from '../draft-contract.ts'
import { contractOf, versionOf } from '../contract-store.ts'
import { addClient } from '../keep-client.ts'
import { documentOf } from '../keep-document.ts'
import { readDirectScan, takeDirectScan, type Target } from './attach-signed-scan.ts'
import { stopReading } from './scan-reader.ts'
import { scansOf } from './scan-store.ts'

const stage = openStage()
after(() => stopReading())
let cast: Promise<Cast> | undefined
const castOf = async () => (cast ??= setCast(await stage()))
async function asOla<T>(deed: (ctx: Context) => Promise<T>): Promise<T> {
  return played(await stage(), (await castOf()).ola, '2026-11-23T10:00', deed)
}

type Paper = Target & { pdf: Buffer }
async function paperOf(name: string): Promise<Paper> {
  return asOla(async (ctx) => {
    const client = await addClient(ctx, { name, nip: null, email: 'biuro@klient.example' })
    const { id } = await draftContract(ctx, { clientId: client.id, validFrom: '2026-12-01' })
    return { contractId: id, number: 1, pdf: (await documentOf(ctx, id, 1)).content }
  })
}

async function attach(wanted: Target, name: string, bytes: Buffer, isConfirmed = false) {
  const { app } = await stage()
  const signedOn = '2026-11-20'
  const ola = (await castOf()).ola
  const who = {
    tenantId: ola.tenantId,
    actor: ola.actor,
    language: 'pl' as const,
    now: warsaw('2026-11-23T10:00'),
  }
  const { scanId } = await asOla((ctx) => takeDirectScan(ctx, wanted, { name, bytes, signedOn }))
  await readDirectScan(app, who, scanId, wanted, { signedOn, isConfirmed })
  return scanId
}

/** At 150 dpi, grey, as a scanner sends it. */
async function scanOfPages(pdf: Buffer, pages: number[]): Promise<Buffer> {
  let chance = 7
  const wear = {
    turned: 0 as const,
    tilted: 0.5,
    noise: 5,
    isGrey: true,
    contrast: 0.9,
    quality: 80,
    as: 'jpeg' as const,
    chance: () => (chance = (chance * 16807) % 2147483647) / 2147483647,
  }
  const drawn = await drawnPages(pdf, 150, pages)
  return boundPdf(await Promise.all(drawn.map((page) => scanned(page, wear))), 150)
}

const stateOf = ({ contractId, number }: Target) =>
  asOla(async (ctx) => ({
    version: (await versionOf(ctx, contractId, number))!,
    contract: (await contractOf(ctx, contractId))!,
    scans: await scansOf(ctx, { contractId }),
  }))

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const noPrinter = 'Typst is not installed for this platform'

test('the right paper is attached, with its day, and the contract is concluded', async (t) => {
  if (!(await stage()).app.pdf.available()) return t.skip(noPrinter)
  const paper = await paperOf('Piekarnia Złoty Kłos')
  await attach(paper, 'umowa.pdf', paper.pdf)
  const { version, contract, scans } = await stateOf(paper)
  assert.equal(version.signedOn, '2026-11-20')
  assert.equal(contract.concludedOn, '2026-11-20')
  assert.deepEqual(
    scans.map(({ state, fileIds }) => [state, fileIds[0]]),
    [['matched', version.signedScanFileId]],
  )
})

test('paper of another contract is refused with its number; nothing is signed, the file is kept', async (t) => {
  if (!(await stage()).app.pdf.available()) return t.skip(noPrinter)
  const [hotel, garage] = [await paperOf('Hotel Bryza'), await paperOf('Warsztat Kowal')]
  const no = await refused('scan_of_other_contract', attach(hotel, 'umowa.pdf', garage.pdf))
  assert.equal(no.facts.number, (await stateOf(garage)).contract.number)
  const { version, scans } = await stateOf(hotel)
  assert.equal(version.signedOn, null)
  assert.deepEqual(
    scans.map(({ state }) => state),
    ['refused'],
  )
  // A person's word does not overrule the code either.
  await refused('scan_of_other_contract', attach(hotel, 'umowa.pdf', garage.pdf, true))
})

test('paper of earlier terms is refused', async (t) => {
  if (!(await stage()).app.pdf.available()) return t.skip(noPrinter)
  const paper = await paperOf('Salon Fala')
  await asOla(async (ctx) => {
    const draft = (await versionOf(ctx, paper.contractId, 1))!
    const billing = { ...draft.terms.billing, paymentDays: 30 }
    await writeTerms(ctx, paper.contractId, 1, {
      version: draft.version,
      terms: { ...draft.terms, billing },
    })
  })
  await refused('scan_of_changed_terms', attach(paper, 'umowa.pdf', paper.pdf))
})

test('what cannot be read asks for an express word, once, and is attached by it', async (t) => {
  if (!(await stage()).app.pdf.available()) return t.skip(noPrinter)
  const paper = await paperOf('Kwiaciarnia Bez')
  const no = await refused('scan_unreadable', attach(paper, 'umowa.png', png))
  assert.equal((await stateOf(paper)).version.signedOn, null)
  const scanId = await attach(paper, 'umowa.png', png, true)
  assert.equal(scanId, no.facts.scanId)
  const { version, scans } = await stateOf(paper)
  assert.equal(version.signedOn, '2026-11-20')
  assert.deepEqual(
    scans.map(({ state, decidedBy }) => [state, decidedBy?.name]),
    [['matched', 'Ola Sadowska']],
  )
})

test('missing pages are named and need the same word', async (t) => {
  if (!(await stage()).app.pdf.available()) return t.skip(noPrinter)
  const paper = await paperOf('Apteka Lipowa')
  const some = await scanOfPages(paper.pdf, [1, 2])
  const no = await refused('scan_incomplete', attach(paper, 'umowa.pdf', some))
  assert.match(String(no.facts.missing), /^3/)
  await attach(paper, 'umowa.pdf', some, true)
  assert.equal((await stateOf(paper)).version.signedOn, '2026-11-20')
})

const locked = Buffer.from(
  `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
    `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj\n` +
    `4 0 obj<</Filter/Standard/V 1/R 2/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>/P -4>>endobj\n` +
    `trailer<</Root 1 0 R/Size 5/Encrypt 4 0 R/ID[<${'0f'.repeat(16)}><${'0f'.repeat(16)}>]>>\n%%EOF`,
)
//  file            content                          answer
const files = [
  ['umowa.pdf', locked, 'scan_password'],
  ['umowa.pdf', Buffer.from('%PDF-1.7\nnic'), 'file_broken'],
  ['umowa.txt', Buffer.from('podpisano'), 'signed_scan_wrong_type'],
  ['umowa.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'signed_scan_wrong_type'],
  ['umowa.pdf', Buffer.alloc(0), 'file_broken'],
] as const
for (const [name, bytes, answer] of files)
  test(`${name} of ${bytes.length} bytes: ${answer}`, async (t) => {
    if (!(await stage()).app.pdf.available()) return t.skip(noPrinter)
    await refused(answer, attach(await paperOf(`Klient ${bytes.length} ${name}`), name, bytes, true))
  })

test('signed tomorrow is refused before anything is read', async (t) => {
  if (!(await stage()).app.pdf.available()) return t.skip(noPrinter)
  const paper = await paperOf('Klient z jutra')
  const tomorrow = { name: 'umowa.pdf', bytes: paper.pdf, signedOn: '2026-11-24' }
  await refused(
    'invalid_input',
    asOla((ctx) => takeDirectScan(ctx, paper, tomorrow)),
  )
  assert.deepEqual((await stateOf(paper)).scans, [])
})
