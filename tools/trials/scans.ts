/**
 * Signed paper comes back from scanners: straight and askew, upside down, noisy, grey, coarse.
 * The good ones must find their version by themselves; one of another version, of another
 * contract, of terms changed since, of a stranger, or with a page missing must never.
 */
import * as fs from 'node:fs'
import { setCast, type Cast } from '#demo/cast.ts'
import {
  activateVersion,
  addClient,
  amendContract,
  documentOf,
  draftContract,
  versionOf,
  writeTerms,
} from '#server/contracts/public.ts'
import { readScanJob, receiveScan } from '#server/contracts/scans/receive-scan.ts'
import { stopReading } from '#server/contracts/scans/scan-reader.ts'
import { scanOf, type ScanRow } from '#server/contracts/scans/scan-store.ts'
import type { App } from '#server/plumbing/app.ts'
import { inContext, type Context } from '#server/plumbing/context.ts'
import { keepUpload } from '#server/plumbing/files/file-store.ts'
import { readSettings } from '#server/plumbing/settings.ts'
import { boundPdf, drawnPages, scanned, type Picture, type Wear } from '#server/testing/scan-pictures.ts'
import { freshDatabase, temporaryFolder } from '#server/testing/scene.ts'
import { startApp } from '#server/start-app.ts'
import { randomOf, type Random } from './random.ts'

/** What a scan is, besides being good. */
const wrongs = ['otherVersion', 'otherContract', 'changedTerms', 'mixed', 'stranger', 'missingPage'] as const
export type Kind = 'good' | (typeof wrongs)[number]
export type ScansResult = {
  scans: number
  pages: number
  good: number
  matched: number
  wrong: number
  wrongAccepted: number
  secondsPerPage: number
  outcomes: Record<string, number>
  violations: string[]
}

export async function tryScans(wanted: {
  scans: number
  seed: number
  say?: (line: string) => void
}): Promise<ScansResult> {
  const database = await freshDatabase()
  const folder = temporaryFolder('scans')
  const settings = readSettings(['--data', folder, '--log', 'error', '--port', '0'], {})
  const running = await startApp(settings, {
    databaseUrl: database.url,
    isAlone: true,
    withWorkers: false,
    tellOperator: () => {},
  })
  try {
    const table = await setTable(running.app)
    return await scanAll(running.app, table, wanted)
  } finally {
    stopReading()
    await running.stop()
    await database.close()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

type Paper = { contractId: string; number: number; pdf: Buffer; pages: number }
type Table = { cast: Cast; papers: Paper[]; changed: Paper; stranger: Paper }

const asOla = <T>(app: App, cast: Cast, deed: (ctx: Context) => Promise<T>): Promise<T> =>
  inContext(app, { ...cast.ola, now: Temporal.Instant.from('2026-11-23T09:00:00Z') }, deed)

/** Two contracts with an amendment each, one whose terms changed after printing, and one of another company. */
async function setTable(app: App): Promise<Table> {
  const cast = await setCast({ app })
  const other = await setCast({ app }, { domain: 'inna.example' })
  const papers: Paper[] = []
  for (const name of ['Piekarnia Złoty Kłos', 'Hotel Bryza']) {
    const contractId = await asOla(app, cast, (ctx) => contractOfNew(ctx, name))
    papers.push(await paperOf(app, cast, contractId, 1))
    await asOla(app, cast, async (ctx) => {
      await activateVersion(ctx, contractId, 1)
      await amendContract(ctx, contractId, { kind: 'amendment', validFrom: '2026-12-01' })
      await changePaymentDays(ctx, contractId, 2, 30)
      await activateVersion(ctx, contractId, 2)
    })
    papers.push(await paperOf(app, cast, contractId, 2))
  }
  const draftId = await asOla(app, cast, (ctx) => contractOfNew(ctx, 'Serwis Tenis'))
  const changed = await paperOf(app, cast, draftId, 1)
  await asOla(app, cast, (ctx) => changePaymentDays(ctx, draftId, 1, 21))
  const strangerId = await asOla(app, other, (ctx) => contractOfNew(ctx, 'Obcy klient'))
  return { cast, papers, changed, stranger: await paperOf(app, other, strangerId, 1) }
}

async function contractOfNew(ctx: Context, name: string): Promise<string> {
  const client = await addClient(ctx, { name, nip: null, email: 'biuro@klient.example' })
  return (await draftContract(ctx, { clientId: client.id, validFrom: '2026-01-01' })).id
}

async function changePaymentDays(ctx: Context, id: string, number: number, paymentDays: number) {
  const { version, terms } = (await versionOf(ctx, id, number))!
  // A level more than the days: the amendment then brings an appendix, and has several pages.
  const serviceLevels = terms.serviceLevels.map((level) => ({
    ...level,
    definition: `${level.definition}; zmiana`,
  }))
  await writeTerms(ctx, id, number, {
    version,
    terms: { ...terms, serviceLevels, billing: { ...terms.billing, paymentDays } },
  })
}

async function paperOf(app: App, cast: Cast, contractId: string, number: number): Promise<Paper> {
  const { content: pdf } = await asOla(app, cast, (ctx) => documentOf(ctx, contractId, number))
  return { contractId, number, pdf, pages: (await drawnPages(pdf, 10)).length }
}

async function scanAll(
  app: App,
  table: Table,
  { scans, seed, say }: { scans: number; seed: number; say?: (line: string) => void },
): Promise<ScansResult> {
  const random = randomOf(seed)
  const result: ScansResult = {
    scans,
    pages: 0,
    good: 0,
    matched: 0,
    wrong: 0,
    wrongAccepted: 0,
    secondsPerPage: 0,
    outcomes: {},
    violations: [],
  }
  let readMs = 0
  for (let at = 0; at < scans; at++) {
    const kind: Kind = at % 5 < 3 ? 'good' : wrongs[(Math.floor(at / 5) * 2 + (at % 5) - 3) % wrongs.length]!
    const { files, wanted, pages, look } = await makeScan(table, kind, random, at)
    const { row, ms } = await sent(app, table.cast, files, wanted)
    readMs += ms
    result.pages += pages
    tally(result, kind, row, `${at}: ${look}`)
    if (at % 20 === 19) say?.(`${at + 1} scans, ${result.matched} of ${result.good} good ones matched`)
  }
  result.secondsPerPage = Math.round(readMs / result.pages) / 1000
  if (result.matched < result.good * 0.95)
    result.violations.push(`only ${result.matched} of ${result.good} good scans were matched`)
  return result
}

function tally(result: ScansResult, kind: Kind, row: ScanRow, look: string): void {
  const outcome = `${kind} → ${row.refusalCode ?? row.state}`
  result.outcomes[outcome] = (result.outcomes[outcome] ?? 0) + 1
  if (kind === 'good') {
    result.good++
    if (row.state === 'matched') result.matched++
    else result.outcomes[`  lost: ${look} ${row.refusalCode ?? row.state}`] = 1
    if (row.state === 'refused' || (row.state === 'matched' && row.number !== row.wantedNumber))
      result.violations.push(`a good scan was taken for another: ${look}`)
    return
  }
  result.wrong++
  if (row.state !== 'matched') return
  result.wrongAccepted++
  result.violations.push(`a wrong scan was accepted: ${kind}, ${look}`)
}

type File = { name: string; bytes: Buffer }
type Made = { files: File[]; wanted: Paper; pages: number; look: string }

async function makeScan(table: Table, kind: Kind, random: Random, at: number): Promise<Made> {
  const short = table.papers.filter((paper) => paper.number === 2)
  const long = table.papers.filter((paper) => paper.number === 1)
  // Mostly amendments of a few pages; of every twenty one is a whole contract.
  const [paper, other] =
    at % 20 === 12 ? [long[at % 2]!, long[(at + 1) % 2]!] : [short[at % 2]!, short[(at + 1) % 2]!]
  const sibling = table.papers.find((one) => one.contractId === paper.contractId && one !== paper)!
  // A whole contract in colour at 300 dpi is more than a file may have.
  const resolutions = paper.pages > 6 ? [150, 150, 200] : [150, 150, 200, 300]
  const dpi = resolutions[Math.floor(random.between(0, resolutions.length))]!
  const wear = wearOf(random)
  const scan = async (one: Paper, only?: number[]) =>
    Promise.all((await drawnPages(one.pdf, dpi, only)).map((page) => scanned(page, vary(wear, random))))
  const few = [1, 2, 3]
  const pictures = await {
    good: () => scan(paper),
    otherVersion: () => scan(sibling, few),
    otherContract: () => scan(other, few),
    changedTerms: () => scan(table.changed, few),
    stranger: () => scan(table.stranger, few),
    mixed: async () => [...(await scan(paper, [1])), ...(await scan(sibling, [2, 3]))],
    missingPage: () => scan(paper, range(paper.pages - 1)),
  }[kind]()
  const wanted = kind === 'changedTerms' ? table.changed : paper
  const look = `${dpi} dpi, turned ${wear.turned}°, tilted ${wear.tilted.toFixed(1)}°, noise ${wear.noise.toFixed(0)}, contrast ${wear.contrast.toFixed(2)}, ${wear.as} ${wear.quality}`
  return { files: filesOf(pictures, wear, dpi, at), wanted, pages: pictures.length, look }
}

function filesOf(pictures: Picture[], wear: Wear, dpi: number, at: number): File[] {
  if (wear.as === 'jpeg' && at % 4 !== 3) return [{ name: `skan ${at}.pdf`, bytes: boundPdf(pictures, dpi) }]
  return pictures.map(({ data }, page) => ({ name: `skan ${at}-${page + 1}.${wear.as}`, bytes: data }))
}

function wearOf(random: Random): Wear {
  const isPng = random.isOneOf(6)
  return {
    turned: Math.floor(random.between(0, 4)) * 90,
    tilted: random.isOneOf(4) ? 0 : random.between(-5, 5),
    noise: random.isOneOf(3) ? 0 : random.between(2, 28),
    isGrey: random.isOneOf(2),
    contrast: random.between(0.6, 1),
    quality: Math.round(random.between(45, 90)),
    as: isPng ? 'png' : 'jpeg',
    chance: () => random.between(0, 1),
  }
}

/** Each sheet lies a little differently, and one in five goes in upside down. */
const vary = (wear: Wear, random: Random): Wear => ({
  ...wear,
  tilted: Math.max(-5, Math.min(5, wear.tilted + random.between(-0.8, 0.8))),
  turned: random.isOneOf(5) ? (wear.turned + 180) % 360 : wear.turned,
})

async function sent(app: App, cast: Cast, files: File[], { contractId, number }: Paper) {
  const scan = await asOla(app, cast, async (ctx) => {
    const fileIds: string[] = []
    for (const { name, bytes } of files) fileIds.push((await keepUpload(ctx, name, bytes)).id)
    return receiveScan(ctx, { fileIds, wanted: { contractId, number } })
  })
  const began = performance.now()
  await readScanJob(app, { tenantId: cast.tenantId, scanId: scan.id })
  const ms = performance.now() - began
  return { row: (await asOla(app, cast, (ctx) => scanOf(ctx, scan.id)))!, ms }
}

const range = (n: number): number[] => Array.from({ length: n }, (_, at) => at + 1)
