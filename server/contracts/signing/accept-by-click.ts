/**
 * The client accepts by a click what was sent to them: exactly the document whose hash the page
 * showed, once, within the validity of the link. Who, when, from which address and with which
 * program is kept, and printed as a record that both sides get.
 */
import { companyOf, staffMember } from '#server/accounts/public.ts'
import { today, type Context } from '#server/plumbing/context.ts'
import { keepFile, readFileOf, type StoredFile } from '#server/plumbing/files/file-store.ts'
import { sendMail } from '#server/plumbing/mail/mail-out.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { noteSigned } from '../attach-scan.ts'
import { clientOf } from '../client-store.ts'
import { allVersions, contractOf, type Contract, type VersionRow } from '../contract-store.ts'
import { documentWords } from '../room-words.ts'
import { takeScan } from '../scans/receive-scan.ts'
import { scansOf } from '../scans/scan-store.ts'
import { acceptanceRecord } from './acceptance-record.ts'
import { isAcceptedByClick } from './send-to-sign.ts'
import { requestByKey, requestsOfVersion, setRequest, type SigningRequest } from './signing-store.ts'

type Found = { request: SigningRequest; contract: Contract; version: VersionRow | undefined }
export type SigningState = 'open' | 'accepted' | 'expired' | 'changed'

/** What stands behind the link; the first look is noted. */
export async function lookAtRequest(ctx: Context, key: string) {
  const { request, contract, version } = await found(ctx, key)
  if (!request.openedAt) await setRequest(ctx, request.id, { openedAt: ctx.now.toString() })
  const [company, client] = [await companyOf(ctx), await clientOf(ctx, contract.clientId)]
  const manager = version && (await staffMember(ctx, version.terms.accountManagerId))
  const file = await readFileOf(ctx, request.fileId)
  const brought = version ? await broughtHere(ctx, contract.id, version.number) : undefined
  return {
    company: company.name,
    client: client?.name ?? '',
    number: contract.number,
    kind: version?.kind ?? ('original' as const),
    validFrom: version?.validFrom ?? contract.validFrom,
    fingerprint: version?.fingerprint ?? '',
    email: request.email,
    document: { name: file.name, mediaType: file.mediaType, bytes: file.bytes, sha256: request.sha256 },
    sentAt: request.sentAt,
    expiresAt: request.expiresAt,
    state: stateOf(ctx, request, version),
    byClick: version ? isAcceptedByClick(version) : false,
    accepted: request.acceptedAt ? { name: request.acceptedName ?? '', at: request.acceptedAt } : null,
    signedOn: version?.signedOn ?? null,
    /** What became of a scan that was brought back by this page. */
    scan: brought
      ? { state: brought.state, refusalCode: brought.refusalCode, refusalFacts: brought.refusalFacts }
      : null,
    manager: manager
      ? { name: manager.name, email: manager.email, phone: manager.phone || company.phone }
      : null,
  }
}

export async function documentOfRequest(
  ctx: Context,
  key: string,
): Promise<StoredFile & { content: Buffer }> {
  const { request } = await found(ctx, key)
  return readFileOf(ctx, request.fileId)
}

export type Acceptance = { name: string; position?: string; sha256: string }
export type From = { address: string; program: string }

export async function acceptByClick(ctx: Context, key: string, given: Acceptance, from: From): Promise<void> {
  const { request, contract, version } = await open(ctx, key)
  if (!isAcceptedByClick(version)) refuse('signing_needs_signature')
  if (given.sha256 !== request.sha256) refuse('signing_document_changed')
  await setRequest(ctx, request.id, {
    acceptedAt: ctx.now.toString(),
    acceptedName: given.name,
    acceptedPosition: given.position || null,
    acceptedFrom: from.address,
    acceptedWith: from.program.slice(0, 300),
  })
  const record = await keepRecord(ctx, contract, version, request)
  await noteSigned(ctx, contract.id, version.number, {
    ...(record && { file: record }),
    signedOn: today(ctx).toString(),
    how: 'acceptance',
  })
  await tellBoth(ctx, { request, contract, version, name: given.name, record })
}

/** Paper signed by hand, or a PDF signed with a certificate, brought back by the same page. */
export async function bringSigned(
  ctx: Context,
  key: string,
  given: { fileIds: string[]; signedOn?: string },
): Promise<void> {
  const { contract, version } = await open(ctx, key)
  await takeScan(ctx, { ...given, wanted: { contractId: contract.id, number: version.number } })
}

/** Somebody holds a link that works: they may put files here. */
export async function mayBring(ctx: Context, key: string): Promise<void> {
  await open(ctx, key)
}

async function found(ctx: Context, key: string): Promise<Found> {
  const request = (await requestByKey(ctx, key)) ?? refuse('link_unknown')
  const contract = (await contractOf(ctx, request.contractId)) ?? refuse('link_unknown')
  const versions = await allVersions(ctx, contract.id)
  return { request, contract, version: versions.find((one) => one.id === request.versionId) }
}

async function open(ctx: Context, key: string): Promise<Found & { version: VersionRow }> {
  const { version, ...rest } = await found(ctx, key)
  const state = stateOf(ctx, rest.request, version)
  if (state === 'accepted') refuse('link_used')
  if (state === 'expired') refuse('link_expired')
  if (state === 'changed' || !version) refuse('signing_document_changed')
  return { ...rest, version }
}

function stateOf(ctx: Context, request: SigningRequest, version: VersionRow | undefined): SigningState {
  if (request.acceptedAt) return 'accepted'
  if (request.withdrawnAt || request.expiresAt <= ctx.now.toString()) return 'expired'
  return !version || version.supersededAt || version.documentSha256 !== request.sha256 ? 'changed' : 'open'
}

async function broughtHere(ctx: Context, contractId: string, number: number) {
  return (await scansOf(ctx, { contractId })).find(
    (scan) => scan.wantedNumber === number && scan.receivedBy.kind === 'public',
  )
}

/** Printed for both sides; a machine that cannot print keeps the fact all the same. */
async function keepRecord(
  ctx: Context,
  contract: Contract,
  version: VersionRow,
  request: SigningRequest,
): Promise<StoredFile | undefined> {
  if (!ctx.app.pdf.available()) return undefined
  const accepted = (await requestsOfVersion(ctx, version.id)).filter((one) => one.acceptedAt)
  const bytes = await acceptanceRecord(ctx, contract, version, accepted)
  const name = `Akceptacja umowy ${contract.number.replaceAll('/', '-')}.pdf`
  const file = await keepFile(ctx, { name, mediaType: 'application/pdf', bytes })
  await setRequest(ctx, request.id, { recordFileId: file.id })
  return file
}

async function tellBoth(
  ctx: Context,
  {
    request,
    contract,
    version,
    name,
    record,
  }: Found & { version: VersionRow; name: string; record: StoredFile | undefined },
): Promise<void> {
  const words = documentWords(ctx.tenant.language).mails
  const facts = { company: ctx.tenant.name, number: contract.number, name, email: request.email }
  const document = await readFileOf(ctx, request.fileId)
  const attachments = [document, ...(record ? [record] : [])].map((file) => ({
    fileId: file.id,
    name: file.name,
  }))
  const about = { subjectKind: 'contract', subjectId: contract.id, attachments }
  const copy = words.acceptedCopy(facts)
  await sendMail(ctx, {
    kind: 'contract_accepted',
    to: [{ address: request.email }],
    subject: copy.subject,
    text: copy.body,
    ...about,
  })
  const manager = await staffMember(ctx, version.terms.accountManagerId)
  if (!manager || manager.leftAt) return
  const notice = words.acceptedNotice({
    ...facts,
    link: `${ctx.app.settings.publicUrl}/contracts/${contract.id}`,
  })
  await sendMail(ctx, {
    kind: 'contract_accepted_notice',
    to: [{ address: manager.email, name: manager.name }],
    subject: notice.subject,
    text: notice.body,
    ...about,
  })
}
