/** Signed scans as they stand in the table: what came, what was read in it, what became of it. */
import { signature, type Context } from '#server/plumbing/context.ts'
import { readFileOf, type StoredFile } from '#server/plumbing/files/file-store.ts'
import { announce } from '#server/plumbing/live.ts'
import type { ScannedPage } from './scan-order.ts'
import type { StatedSignature } from './signatures.ts'

export const scanStates = ['reading', 'matched', 'unreadable', 'incomplete', 'refused', 'dismissed'] as const
export type ScanState = (typeof scanStates)[number]
/** What was found in the files, without the files. */
export type ScanFindings = {
  pages: ScannedPage[]
  documentPages?: number
  missing: number[]
  unread: number
  signatures: StatedSignature[]
}
export type Signer = { kind: string; id: string | null; name: string }
export type ScanRow = {
  id: string
  fileIds: string[]
  wantedContractId: string | null
  wantedNumber: number | null
  state: ScanState
  contractId: string | null
  number: number | null
  refusalCode: string | null
  refusalFacts: Record<string, unknown> | null
  reading: ScanFindings | null
  signedOn: string | null
  receivedAt: string
  receivedBy: Signer
  decidedAt: string | null
  decidedBy: Signer | null
  version: number
}

const columns = [
  'id',
  'fileIds',
  'wantedContractId',
  'wantedNumber',
  'state',
  'contractId',
  'number',
  'refusalCode',
  'refusalFacts',
  'reading',
  'signedOn',
  'receivedAt',
  'receivedBy',
  'decidedAt',
  'decidedBy',
  'version',
] as const

export async function scanOf(ctx: Context, id: string): Promise<ScanRow | undefined> {
  const row = await ctx.tx
    .selectFrom('signedScans')
    .select(columns)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row as ScanRow | undefined
}

/** Held until the end of the transaction: whoever decides about it is alone with it. */
export async function lockedScan(ctx: Context, id: string): Promise<ScanRow | undefined> {
  const row = await ctx.tx
    .selectFrom('signedScans')
    .select(columns)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row as ScanRow | undefined
}

/** Newest first: all that wait for somebody, or all of one contract. */
export async function scansOf(
  ctx: Context,
  which: { contractId?: string; states?: readonly ScanState[] },
): Promise<ScanRow[]> {
  let query = ctx.tx.selectFrom('signedScans').select(columns).where('tenantId', '=', ctx.tenantId)
  if (which.contractId) {
    const { contractId } = which
    query = query.where((e) =>
      e.or([e('contractId', '=', contractId), e('wantedContractId', '=', contractId)]),
    )
  }
  if (which.states) query = query.where('state', 'in', [...which.states])
  return (await query.orderBy('receivedAt', 'desc').orderBy('id').limit(200).execute()) as ScanRow[]
}

export async function insertScan(
  ctx: Context,
  scan: { fileIds: string[]; wanted?: { contractId: string; number: number }; signedOn?: string },
): Promise<ScanRow> {
  const id = ctx.newId()
  await ctx.tx
    .insertInto('signedScans')
    .values({
      tenantId: ctx.tenantId,
      id,
      fileIds: JSON.stringify(scan.fileIds),
      wantedContractId: scan.wanted?.contractId ?? null,
      wantedNumber: scan.wanted?.number ?? null,
      state: 'reading',
      signedOn: scan.signedOn ?? null,
      receivedAt: ctx.now.toString(),
      receivedBy: JSON.stringify(signature(ctx.actor)),
    })
    .execute()
  await announce(ctx, 'scan', { id, staffOnly: true })
  return (await scanOf(ctx, id))!
}

export type Outcome = {
  state: ScanState
  contractId?: string
  number?: number
  refusal?: { code: string; facts: object }
  findings?: ScanFindings
  signedOn?: string
}

/** By whom it was decided stands beside what was decided; while it only waits, nobody has. */
export async function decideScan(ctx: Context, scan: ScanRow, outcome: Outcome): Promise<ScanRow> {
  const isOpen = outcome.state === 'unreadable' || outcome.state === 'incomplete'
  await ctx.tx
    .updateTable('signedScans')
    .set({
      state: outcome.state,
      version: scan.version + 1,
      ...(outcome.contractId && { contractId: outcome.contractId, number: outcome.number ?? null }),
      ...(outcome.refusal && {
        refusalCode: outcome.refusal.code,
        refusalFacts: JSON.stringify(outcome.refusal.facts),
      }),
      ...(outcome.findings && { reading: JSON.stringify(outcome.findings) }),
      ...(outcome.signedOn && { signedOn: outcome.signedOn }),
      ...(!isOpen && {
        decidedAt: ctx.now.toString(),
        decidedBy: JSON.stringify(signature(ctx.actor)),
      }),
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', scan.id)
    .execute()
  await announce(ctx, 'scan', { id: scan.id, staffOnly: true })
  return (await scanOf(ctx, scan.id))!
}

export async function filesOfScan(
  ctx: Context,
  scan: ScanRow,
): Promise<(StoredFile & { content: Buffer })[]> {
  const files: (StoredFile & { content: Buffer })[] = []
  for (const id of scan.fileIds) files.push(await readFileOf(ctx, id))
  return files
}
