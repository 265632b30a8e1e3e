/** A signed scan comes back through the whole house: kept, read, attached, or left to a person. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setCast, type Cast } from '#demo/cast.ts'
import type { Context } from '#server/plumbing/context.ts'
import { keepUpload } from '#server/plumbing/files/file-store.ts'
import { boundPdf, drawnPages, scanned } from '#server/testing/scan-pictures.ts'
import { openStage, played, refused, type Stage } from '#server/testing/scene.ts'
import { signedScanOf } from '../attach-scan.ts'
import { contractOf, versionOf } from '../contract-store.ts'
import { versionDetail } from '../contract-views.ts'
import { draftContract } from '../draft-contract.ts'
import { addClient } from '../keep-client.ts'
import { documentOf } from '../keep-document.ts'
import { confirmScan, dismissScan, readScanJob, receiveScan } from './receive-scan.ts'
import { stopReading } from './scan-reader.ts'
import { scanOf, type ScanRow } from './scan-store.ts'

const stage = openStage()
after(() => stopReading())
let cast: Promise<Cast> | undefined
async function asOla<T>(deed: (ctx: Context) => Promise<T>): Promise<T> {
  const open = await stage()
  return played(open, (await (cast ??= setCast(open))).ola, '2026-11-23T10:00', deed)
}
const canPrint = (open: Stage) => open.app.pdf.available() || undefined

type Paper = { contractId: string; pdf: Buffer }
let papers: Promise<Paper[]> | undefined
const twoPapers = () =>
  (papers ??= asOla(async (ctx) => {
    const made: Paper[] = []
    for (const name of ['Piekarnia Złoty Kłos', 'Hotel Bryza']) {
      const client = await addClient(ctx, { name, nip: null, email: 'biuro@klient.example' })
      const contract = await draftContract(ctx, { clientId: client.id, validFrom: '2026-12-01' })
      made.push({ contractId: contract.id, pdf: (await documentOf(ctx, contract.id, 1)).content })
    }
    return made
  }))

/** Upside down and a little askew, at 150 dpi, as a scanner with a feeder sends it. */
async function scanOf150(pdf: Buffer, pages?: number[]): Promise<Buffer> {
  let chance = 7
  const wear = {
    turned: 180,
    tilted: 1.5,
    noise: 10,
    isGrey: true,
    contrast: 0.8,
    quality: 70,
    as: 'jpeg' as const,
    chance: () => (chance = (chance * 16807) % 2147483647) / 2147483647,
  }
  const drawn = await drawnPages(pdf, 150, pages)
  return boundPdf(await Promise.all(drawn.map((page) => scanned(page, wear))), 150)
}

async function sentIn(name: string, bytes: Buffer, contractId: string): Promise<ScanRow> {
  const { app } = await stage()
  const scan = await asOla(async (ctx) => {
    const file = await keepUpload(ctx, name, bytes)
    return receiveScan(ctx, { fileIds: [file.id], wanted: { contractId, number: 1 }, signedOn: '2026-11-20' })
  })
  await readScanJob(app, { tenantId: (await cast!).tenantId, scanId: scan.id })
  return (await asOla((ctx) => scanOf(ctx, scan.id)))!
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const noPrinter = 'Typst is not installed for this platform'

test('a whole scan is attached to its version by itself, and the contract is concluded', async (t) => {
  if (!canPrint(await stage())) return t.skip(noPrinter)
  const [{ contractId, pdf }] = (await twoPapers()) as [Paper, Paper]
  const scan = await sentIn('umowa.pdf', await scanOf150(pdf), contractId)
  assert.deepEqual([scan.state, scan.contractId, scan.number], ['matched', contractId, 1])
  assert.deepEqual(scan.reading?.missing, [])
  const { version, contract } = await asOla(async (ctx) => ({
    version: (await versionOf(ctx, contractId, 1))!,
    contract: (await contractOf(ctx, contractId))!,
  }))
  assert.deepEqual([version.signedScanFileId, version.signedOn], [scan.fileIds[0], '2026-11-20'])
  assert.equal(contract.concludedOn, '2026-11-20')
})

test('a scan of another contract is refused, and a person cannot overrule the code', async (t) => {
  if (!canPrint(await stage())) return t.skip(noPrinter)
  const [bakery, hotel] = (await twoPapers()) as [Paper, Paper]
  const scan = await sentIn('inna.pdf', await scanOf150(bakery.pdf, [1, 2]), hotel.contractId)
  assert.deepEqual([scan.state, scan.refusalCode], ['refused', 'scan_of_other_contract'])
  await refused(
    'scan_already_decided',
    asOla((ctx) =>
      confirmScan(ctx, scan.id, {
        version: scan.version,
        contractId: hotel.contractId,
        number: 1,
        signedOn: '2026-11-20',
      }),
    ),
  )
  const after = await asOla((ctx) => dismissScan(ctx, scan.id, scan.version))
  assert.equal(after.state, 'dismissed')
})

test('missing pages are told; a person takes the scan as it is, for the version that the code names', async (t) => {
  if (!canPrint(await stage())) return t.skip(noPrinter)
  const [bakery, hotel] = (await twoPapers()) as [Paper, Paper]
  const scan = await sentIn('bez stron.pdf', await scanOf150(hotel.pdf, [1, 3]), hotel.contractId)
  assert.equal(scan.state, 'incomplete')
  assert.equal(scan.reading?.missing[0], 2)
  const given = { version: scan.version, number: 1, signedOn: '2026-11-21' }
  await refused(
    'scan_of_other_version',
    asOla((ctx) => confirmScan(ctx, scan.id, { ...given, contractId: bakery.contractId })),
  )
  const taken = await asOla((ctx) => confirmScan(ctx, scan.id, { ...given, contractId: hotel.contractId }))
  assert.deepEqual([taken.state, taken.signedOn], ['matched', '2026-11-21'])
})

test('a picture without a code waits for a person', async (t) => {
  if (!canPrint(await stage())) return t.skip(noPrinter)
  const [{ contractId }] = (await twoPapers()) as [Paper, Paper]
  assert.equal((await sentIn('zdjęcie.png', png, contractId)).state, 'unreadable')
})

test('of photos of several pages each is kept and can be opened, and nothing else', async (t) => {
  if (!canPrint(await stage())) return t.skip(noPrinter)
  const [, { contractId }] = (await twoPapers()) as [Paper, Paper]
  const { app } = await stage()
  const scan = await asOla(async (ctx) => {
    const fileIds: string[] = []
    for (const name of ['strona 1.png', 'strona 2.png', 'strona 3.png'])
      fileIds.push((await keepUpload(ctx, name, png)).id)
    return receiveScan(ctx, { fileIds, wanted: { contractId, number: 1 } })
  })
  await readScanJob(app, { tenantId: (await cast!).tenantId, scanId: scan.id })
  await asOla(async (ctx) => {
    const { version } = (await scanOf(ctx, scan.id))!
    const said = { version, contractId, number: 1, signedOn: '2026-11-22' }
    await confirmScan(ctx, scan.id, said)
    const { signedFiles } = await versionDetail(ctx, contractId, 1)
    assert.deepEqual(
      signedFiles.map(({ name }) => name),
      ['strona 1.png', 'strona 2.png', 'strona 3.png'],
    )
    assert.equal((await signedScanOf(ctx, contractId, 1)).name, 'strona 1.png')
    assert.equal((await signedScanOf(ctx, contractId, 1, signedFiles[2]!.id)).name, 'strona 3.png')
    const other = await keepUpload(ctx, 'inny.png', png)
    await refused('not_found', signedScanOf(ctx, contractId, 1, other.id))
  })
})

test('a PDF that cannot be opened is refused with the reason, and its file is kept', async (t) => {
  if (!canPrint(await stage())) return t.skip(noPrinter)
  const [{ contractId }] = (await twoPapers()) as [Paper, Paper]
  const scan = await sentIn('zepsuty.pdf', Buffer.from('%PDF-1.7\nnic'), contractId)
  assert.deepEqual([scan.state, scan.refusalCode, scan.fileIds.length], ['refused', 'file_broken', 1])
})

test('a text file is no scan', async () => {
  await refused(
    'signed_scan_wrong_type',
    asOla(async (ctx) =>
      receiveScan(ctx, { fileIds: [(await keepUpload(ctx, 'a.txt', Buffer.from('a'))).id] }),
    ),
  )
})

test('signed tomorrow is refused', async () => {
  await refused(
    'invalid_input',
    asOla((ctx) => receiveScan(ctx, { fileIds: [], signedOn: '2026-11-24' })),
  )
})
