/** The signed paper comes back: a PDF or a picture, attached to the version that was signed, with the day of signature. */
import { mayOnly, today, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { keepUpload, readFileOf, type StoredFile } from '#server/plumbing/files/file-store.ts'
import { announce } from '#server/plumbing/live.ts'
import { Refusal, refuse } from '#server/plumbing/refusal.ts'
import { contractOf, versionOf, type VersionRow } from './contract-store.ts'
import { mayKeepContracts } from './draft-contract.ts'
import { setContract, setVersion } from './version-store.ts'

const scanTypes = ['application/pdf', 'image/jpeg', 'image/png']

export async function attachSignedScan(
  ctx: Context,
  contractId: string,
  number: number,
  scan: { name: string; bytes: Buffer; signedOn: string },
): Promise<VersionRow> {
  mayOnly(ctx, ...mayKeepContracts)
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  const version = (await versionOf(ctx, contractId, number)) ?? refuse('not_found')
  if (scan.signedOn > today(ctx).toString())
    refuse('invalid_input', { reason: 'signed_in_future' }, 'signedOn')
  const file = await keptScan(ctx, scan)
  await setVersion(ctx, version.id, { signedScanFileId: file.id, signedOn: scan.signedOn })
  if (version.kind === 'original' && contract.concludedOn === null)
    await setContract(ctx, contractId, { concludedOn: scan.signedOn })
  await recordEvent(
    ctx,
    'signed_scan_attached',
    { kind: 'contract', id: contractId },
    { version: number, fileId: file.id, sha256: file.sha256, signedOn: scan.signedOn },
  )
  await announce(ctx, 'contract', { id: contractId, clientId: contract.clientId })
  return (await versionOf(ctx, contractId, number))!
}

async function keptScan(ctx: Context, scan: { name: string; bytes: Buffer }): Promise<StoredFile> {
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
