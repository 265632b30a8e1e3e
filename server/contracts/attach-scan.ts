/**
 * A version is signed: the signed paper, an externally signed PDF or the record of an acceptance
 * is attached to it, with the day of signature. The day of the first signature is the day on
 * which the contract was concluded, unless a person has written another.
 */
import { mayOnly, today, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { keepUpload, readFileOf, type StoredFile } from '#server/plumbing/files/file-store.ts'
import { announce } from '#server/plumbing/live.ts'
import { Refusal, refuse } from '#server/plumbing/refusal.ts'
import { contractOf, versionOf, type VersionRow } from './contract-store.ts'
import { mayKeepContracts } from './draft-contract.ts'
import { setContract, setVersion } from './version-store.ts'

export const scanTypes = ['application/pdf', 'image/jpeg', 'image/png']

/** By a person who says to which version it belongs; its codes are not asked. */
export async function attachSignedScan(
  ctx: Context,
  contractId: string,
  number: number,
  scan: { name: string; bytes: Buffer; signedOn: string },
): Promise<VersionRow> {
  mayOnly(ctx, ...mayKeepContracts)
  refuseFuture(ctx, scan.signedOn)
  if (!(await versionOf(ctx, contractId, number))) refuse('not_found')
  const file = await keptScan(ctx, scan)
  return noteSigned(ctx, contractId, number, { file, signedOn: scan.signedOn, how: 'scan' })
}

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

export async function signedScanOf(ctx: Context, contractId: string, number: number) {
  const version = (await versionOf(ctx, contractId, number)) ?? refuse('not_found')
  return readFileOf(ctx, version.signedScanFileId ?? refuse('not_found'))
}
