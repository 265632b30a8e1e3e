/**
 * The signed paper comes back. Its originals are kept as they came; then the codes on its pages
 * say to which version it belongs. A whole scan of the right version is attached by itself; what
 * is of another version or contract is refused with the reason; what cannot be read, or lacks
 * pages, waits for a person.
 */
import type { App } from '#server/plumbing/app.ts'
import { asSystem, mayOnly, today, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { readFileOf } from '#server/plumbing/files/file-store.ts'
import { enqueue, type JobData } from '#server/plumbing/jobs/jobs.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { noteSigned, refuseFuture, scanTypes } from '../attach-scan.ts'
import { versionOf } from '../contract-store.ts'
import { papersByCode } from '../documents/paper-store.ts'
import { mayKeepContracts } from '../draft-contract.ts'
import { documentOf } from '../keep-document.ts'
import { gapsOf, matchScan, type Wanted } from './match-scan.ts'
import type { ScanReading } from './scan-order.ts'
import { readScan } from './scan-reader.ts'
import {
  decideScan,
  filesOfScan,
  insertScan,
  lockedScan,
  scanOf,
  type ScanFindings,
  type ScanRow,
} from './scan-store.ts'
import { statedSignatures } from './signatures.ts'

export type NewScan = { fileIds: string[]; wanted?: Wanted; signedOn?: string }

export async function receiveScan(ctx: Context, given: NewScan): Promise<ScanRow> {
  mayOnly(ctx, ...mayKeepContracts)
  return takeScan(ctx, given)
}

/** Also by the link of a signing request: whoever holds it may bring the paper back. */
export async function takeScan(ctx: Context, { fileIds, wanted, signedOn }: NewScan): Promise<ScanRow> {
  if (signedOn) refuseFuture(ctx, signedOn)
  if (fileIds.length === 0) refuse('invalid_input', { reason: 'file_missing' }, 'fileIds')
  if (wanted && !(await versionOf(ctx, wanted.contractId, wanted.number))) refuse('not_found')
  for (const id of fileIds) {
    const { name, mediaType } = await readFileOf(ctx, id)
    if (!scanTypes.includes(mediaType)) refuse('signed_scan_wrong_type', { name }, 'fileIds')
  }
  const scan = await insertScan(ctx, { fileIds, ...(wanted && { wanted }), ...(signedOn && { signedOn }) })
  await recordEvent(ctx, 'signed_scan_received', { kind: 'signed_scan', id: scan.id }, { fileIds })
  await enqueue(ctx, 'read_scan', { scanId: scan.id })
  return scan
}

/** Whoever waits for an answer and the job may ask at once: in one process it is read once. */
const readings = new Map<string, Promise<void>>()

/** Reading takes seconds and may be stopped: it holds no transaction. */
export function readScanJob(app: App, { tenantId, scanId }: JobData): Promise<void> {
  const key = `${tenantId} ${String(scanId)}`
  const running = readings.get(key)
  if (running) return running
  const reading = readAndJudge(app, tenantId, String(scanId)).finally(() => readings.delete(key))
  readings.set(key, reading)
  return reading
}

async function readAndJudge(app: App, tenantId: string, scanId: string): Promise<void> {
  const before = <T>(deed: (ctx: Context) => Promise<T>) => asSystem(app, tenantId, 'read_scan', deed)
  const files = await before(async (ctx) => {
    const scan = await scanOf(ctx, scanId)
    return scan?.state === 'reading' ? filesOfScan(ctx, scan) : undefined
  })
  if (!files) return
  const read = await readScan(files.map(({ content: bytes, ...file }) => ({ ...file, bytes })))
  const document = await before((ctx) => documentOfPages(ctx, read))
  const { documentPages } = document ? await readScan([], document) : {}
  const pdfs = files.filter((file) => file.mediaType === 'application/pdf')
  const signatures = pdfs.flatMap((file) => statedSignatures(file.content))
  await before(async (ctx) => {
    // Two may have read it at once: the second finds it decided.
    const scan = await lockedScan(ctx, scanId)
    if (scan?.state !== 'reading') return
    const reading = { ...read, ...(documentPages !== undefined && { documentPages }) }
    await judge(ctx, scan, reading, signatures)
  })
}

/** The document whose code stands on the pages: how many pages must there be? */
async function documentOfPages(ctx: Context, read: ScanReading): Promise<Buffer | undefined> {
  const code = read.pages.flatMap((page) => page.marks)[0]?.pageCode
  const [paper] = code ? await papersByCode(ctx, [code]) : []
  if (!paper?.isCurrent || paper.versionNumber === undefined) return undefined
  const document = await documentOf(ctx, paper.contractId, paper.versionNumber)
  return document.mediaType === 'application/pdf' ? document.content : undefined
}

async function judge(
  ctx: Context,
  scan: ScanRow,
  reading: ScanReading,
  signatures: ScanFindings['signatures'],
): Promise<void> {
  const codes = reading.pages.flatMap((page) => page.marks.map((mark) => mark.pageCode))
  const { wantedContractId: contractId, wantedNumber: number } = scan
  const wanted = contractId && number ? { contractId, number } : undefined
  const verdict = matchScan(reading, await papersByCode(ctx, [...new Set(codes)]), wanted)
  const findings: ScanFindings = {
    pages: reading.pages,
    ...(reading.documentPages !== undefined && { documentPages: reading.documentPages }),
    ...gapsOf(reading),
    signatures,
  }
  if (verdict.state === 'refused') {
    const { code, facts } = verdict
    await decideScan(ctx, scan, { state: 'refused', refusal: { code, facts }, findings })
    await recordEvent(ctx, 'signed_scan_refused', { kind: 'signed_scan', id: scan.id }, { code, ...facts })
    return
  }
  const signedOn = scan.signedOn ?? dayOfSignature(ctx, signatures) ?? today(ctx).toString()
  const decided = await decideScan(ctx, scan, { ...verdict, findings, signedOn })
  if (decided.state === 'matched') await attach(ctx, decided)
}

/** The day of the last signature, when it lies in the past. */
function dayOfSignature(ctx: Context, signatures: ScanFindings['signatures']): string | undefined {
  const days = signatures.flatMap(({ signedAt }) =>
    signedAt
      ? [Temporal.Instant.from(signedAt).toZonedDateTimeISO(ctx.tenant.timezone).toPlainDate().toString()]
      : [],
  )
  return days
    .filter((day) => day <= today(ctx).toString())
    .sort()
    .at(-1)
}

async function attach(ctx: Context, scan: ScanRow): Promise<void> {
  const [file] = await filesOfScan(ctx, scan)
  await noteSigned(ctx, scan.contractId!, scan.number!, {
    file: file!,
    signedOn: scan.signedOn!,
    how: 'scan',
  })
}

export type Confirmation = { version: number; contractId: string; number: number; signedOn: string }

/** A person has looked at what the program could not read, and says what it is. */
export async function confirmScan(ctx: Context, scanId: string, given: Confirmation): Promise<ScanRow> {
  mayOnly(ctx, ...mayKeepContracts)
  const scan = await openScan(ctx, scanId, given.version)
  if (scan.state !== 'unreadable' && scan.state !== 'incomplete') refuse('scan_already_decided')
  refuseFuture(ctx, given.signedOn)
  // What the code says is not overruled: only what it cannot say is said by a person.
  const { contractId, number } = given
  if (scan.contractId && (scan.contractId !== contractId || scan.number !== number))
    refuse('scan_of_other_version', { version: scan.number, wanted: number })
  if (!(await versionOf(ctx, contractId, number))) refuse('not_found')
  const decided = await decideScan(ctx, scan, {
    state: 'matched',
    contractId,
    number,
    signedOn: given.signedOn,
  })
  await recordEvent(
    ctx,
    'signed_scan_confirmed',
    { kind: 'signed_scan', id: scan.id },
    { contractId, version: number, before: scan.state, missing: scan.reading?.missing ?? [] },
  )
  await attach(ctx, decided)
  return decided
}

/** Put aside: its files stay, nothing is signed by it. */
export async function dismissScan(ctx: Context, scanId: string, version: number): Promise<ScanRow> {
  mayOnly(ctx, ...mayKeepContracts)
  const scan = await openScan(ctx, scanId, version)
  if (scan.state === 'matched' || scan.state === 'dismissed') refuse('scan_already_decided')
  await recordEvent(
    ctx,
    'signed_scan_dismissed',
    { kind: 'signed_scan', id: scan.id },
    { before: scan.state },
  )
  return decideScan(ctx, scan, { state: 'dismissed' })
}

async function openScan(ctx: Context, scanId: string, version: number): Promise<ScanRow> {
  const scan = (await scanOf(ctx, scanId)) ?? refuse('not_found')
  if (scan.version !== version) refuse('changed_meanwhile', { now: scan })
  return scan
}
