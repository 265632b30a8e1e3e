/**
 * A version is signed: the signed paper, an externally signed PDF or the record of an acceptance
 * is attached to it, with the day of signature. The day of the first signature is the day on
 * which the contract was concluded, unless a person has written another.
 */
import { today, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { keepUpload, readFileOf, type StoredFile } from '#server/plumbing/files/file-store.ts'
import { announce } from '#server/plumbing/live.ts'
import { Refusal, refuse } from '#server/plumbing/refusal.ts'
import { contractOf, versionOf, type VersionRow } from './contract-store.ts'
import { setContract, setVersion } from './version-store.ts'

export const scanTypes = ['application/pdf', 'image/jpeg', 'image/png']

export type Signed = {
  /** Absent where no record could be printed: the acceptance itself is kept all the same. */
  file?: Pick<StoredFile, 'id' | 'sha256'>
  signedOn: string
  how: 'scan' | 'acceptance'
}

/** The fact itself, whatever way it came. */
export async function noteSigned(
  ctx: Context,
  contractId: string,
  number: number,
  { file, signedOn, how }: Signed,
): Promise<VersionRow> {
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  const version = (await versionOf(ctx, contractId, number)) ?? refuse('not_found')
  await setVersion(ctx, version.id, { ...(file && { signedScanFileId: file.id }), signedOn })
  if (version.kind === 'original' && contract.concludedOn === null)
    await setContract(ctx, contractId, { concludedOn: signedOn })
  await recordEvent(
    ctx,
    how === 'scan' ? 'signed_scan_attached' : 'contract_accepted',
    { kind: 'contract', id: contractId },
    { version: number, fileId: file?.id ?? null, sha256: file?.sha256 ?? null, signedOn },
  )
  await announce(ctx, 'contract', { id: contractId, clientId: contract.clientId })
  return (await versionOf(ctx, contractId, number))!
}

export function refuseFuture(ctx: Context, signedOn: string): void {
  if (signedOn > today(ctx).toString()) refuse('invalid_input', { reason: 'signed_in_future' }, 'signedOn')
}

/** Keeps what was sent as it came, when it is a PDF or a picture. */
export async function keptScan(ctx: Context, scan: { name: string; bytes: Buffer }): Promise<StoredFile> {
  const file = await keepUpload(ctx, scan.name, scan.bytes).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'file_type_refused')
      refuse('signed_scan_wrong_type', { name: scan.name }, 'scan')
    throw error
  })
  if (!scanTypes.includes(file.mediaType)) refuse('signed_scan_wrong_type', { name: scan.name }, 'scan')
  return file
}

/** One file of what was signed; without saying which, the first. */
export async function signedScanOf(ctx: Context, contractId: string, number: number, fileId?: string) {
  const version = (await versionOf(ctx, contractId, number)) ?? refuse('not_found')
  const files = (await signedFilesOf(ctx, [version])).get(version.id) ?? []
  const wanted = fileId ?? version.signedScanFileId
  if (!files.some(({ id }) => id === wanted)) refuse('not_found')
  return readFileOf(ctx, wanted!)
}

export type SignedFile = Pick<StoredFile, 'id' | 'name' | 'mediaType'>

/** By version: every file of the scan that was attached, in its order. Photos of pages are several. */
export async function signedFilesOf(
  ctx: Context,
  versions: readonly Pick<VersionRow, 'id' | 'contractId' | 'signedScanFileId'>[],
): Promise<Map<string, SignedFile[]>> {
  const signed = versions.filter(({ signedScanFileId }) => signedScanFileId !== null)
  if (signed.length === 0) return new Map()
  const scans = await ctx.tx
    .selectFrom('signedScans')
    .select('fileIds')
    .where('tenantId', '=', ctx.tenantId)
    .where('contractId', 'in', [...new Set(signed.map(({ contractId }) => contractId))])
    .where('state', '=', 'matched')
    .execute()
  const lists = scans.map(({ fileIds }) => fileIds as string[])
  const idsOf = ({ signedScanFileId }: { signedScanFileId: string | null }): string[] =>
    lists.find((ids) => ids.includes(signedScanFileId!)) ?? [signedScanFileId!]
  const files = await ctx.tx
    .selectFrom('files')
    .select(['id', 'name', 'mediaType'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', 'in', signed.flatMap(idsOf))
    .execute()
  const byId = new Map(files.map((file) => [file.id, file]))
  return new Map(signed.map((version) => [version.id, idsOf(version).flatMap((id) => byId.get(id) ?? [])]))
}
