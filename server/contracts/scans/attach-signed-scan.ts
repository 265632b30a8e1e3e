/**
 * A scan handed to a version directly goes the way of every scan: it is kept, its codes are read,
 * and only they decide. Whoever sent it waits for the answer: attached, refused with the reason, or
 * – where the codes cannot say – asked to look at it and to say so expressly.
 */
import type { App } from '#server/plumbing/app.ts'
import { inContext, mayOnly, type Actor, type Context } from '#server/plumbing/context.ts'
import { Refusal, refuse, type RefusalCode, type RefusalFacts } from '#server/plumbing/refusal.ts'
import { keptScan } from '../attach-scan.ts'
import { mayKeepContracts } from '../draft-contract.ts'
import { confirmScan, readScanJob, takeScan } from './receive-scan.ts'
import { filesOfScan, scanOf, scansOf, type ScanRow } from './scan-store.ts'

export type DirectScan = { name: string; bytes: Buffer; signedOn: string }
export type Target = { contractId: string; number: number }

/** First step, with whoever sent it: the file is kept. The same file sent again, to be confirmed, is the same scan. */
export async function takeDirectScan(
  ctx: Context,
  wanted: Target,
  { name, bytes, signedOn }: DirectScan,
): Promise<{ scanId: string }> {
  mayOnly(ctx, ...mayKeepContracts)
  const file = await keptScan(ctx, { name, bytes })
  const before = await waitingWith(ctx, wanted, file.sha256)
  if (before) return { scanId: before.id }
  const scan = await takeScan(ctx, { fileIds: [file.id], wanted, signedOn })
  return { scanId: scan.id }
}

/** Second step: reading takes seconds and holds no transaction; then the answer. */
export async function readDirectScan(
  app: App,
  who: { tenantId: string; actor: Actor; language: 'pl' | 'en'; now?: Temporal.Instant },
  scanId: string,
  wanted: Target,
  given: { signedOn: string; isConfirmed: boolean },
): Promise<void> {
  await readScanJob(app, { tenantId: who.tenantId, scanId })
  await inContext(app, who, (ctx) => concluded(ctx, scanId, wanted, given))
}

async function concluded(
  ctx: Context,
  scanId: string,
  wanted: Target,
  { signedOn, isConfirmed }: { signedOn: string; isConfirmed: boolean },
): Promise<void> {
  const scan = (await scanOf(ctx, scanId)) ?? refuse('not_found')
  if (scan.state === 'matched') return
  if (scan.state === 'refused')
    throw new Refusal(scan.refusalCode as RefusalCode, (scan.refusalFacts ?? {}) as RefusalFacts, 'scan')
  if (scan.state === 'dismissed') refuse('scan_already_decided')
  if (!isConfirmed) {
    const missing = (scan.reading?.missing ?? []).join(', ')
    refuse(
      scan.state === 'incomplete' ? 'scan_incomplete' : 'scan_unreadable',
      { scanId, missing },
      'confirmed',
    )
  }
  await confirmScan(ctx, scanId, { version: scan.version, ...wanted, signedOn })
}

/** It was sent before and waits for a person's word. */
async function waitingWith(ctx: Context, wanted: Target, sha256: string): Promise<ScanRow | undefined> {
  const waiting = await scansOf(ctx, { contractId: wanted.contractId, states: ['unreadable', 'incomplete'] })
  for (const scan of waiting.filter((one) => one.wantedNumber === wanted.number)) {
    const files = await filesOfScan(ctx, scan)
    if (files.length === 1 && files[0]!.sha256 === sha256) return scan
  }
  return undefined
}
