/**
 * The document of a version: printed from the terms at any time; kept as a file with its hash
 * once it was sent or put in force, so that what people read stays what it was. A draft that
 * was not sent leaves no file behind.
 */
import type { App } from '#server/plumbing/app.ts'
import { asSystem, mayOnly, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { keepFile, readFileOf, type StoredFile } from '#server/plumbing/files/file-store.ts'
import type { JobData } from '#server/plumbing/jobs/jobs.ts'
import { announce } from '#server/plumbing/live.ts'
import { sendMail } from '#server/plumbing/mail/mail-out.ts'
import { PdfUnavailable } from '#server/plumbing/pdf/pdf-pool.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { validEmail } from '#server/accounts/public.ts'
import { clientOf } from './client-store.ts'
import { amendmentPaperOf } from './amendment-paper.ts'
import { contractPdf } from './documents/contract-document.ts'
import { amendmentPdf } from './documents/amendment-document.ts'
import { contractOf, versionOf, type Contract, type VersionRow } from './contract-store.ts'
import { mayKeepContracts, refuseUnless } from './draft-contract.ts'
import { contractsWords } from './room-words.ts'
import { paperOf } from './contract-paper.ts'
import { rememberPaper } from './documents/paper-store.ts'
import { setVersion } from './version-store.ts'

export type Printed = { name: string; mediaType: string; content: Buffer }

/** The kept file where there is one, else printed now. */
export async function documentOf(ctx: Context, contractId: string, number: number): Promise<Printed> {
  const { contract, version } = await found(ctx, contractId, number)
  if (version.documentFileId) return readFileOf(ctx, version.documentFileId)
  await rememberPaper(ctx, contract, version)
  return {
    name: nameOf(contract, version),
    mediaType: 'application/pdf',
    content: await printed(ctx, contract, version),
  }
}

/** Keeps the document of a version that was sent or activated; the same one when it is kept already. */
export async function keepDocument(ctx: Context, contractId: string, number: number): Promise<StoredFile> {
  const { contract, version } = await found(ctx, contractId, number)
  if (version.documentFileId) return readFileOf(ctx, version.documentFileId)
  await rememberPaper(ctx, contract, version)
  const file = await keepFile(ctx, {
    name: nameOf(contract, version),
    mediaType: 'application/pdf',
    bytes: await printed(ctx, contract, version),
  })
  await setVersion(ctx, version.id, { documentFileId: file.id, documentSha256: file.sha256 })
  await announce(ctx, 'contract', { id: contractId, clientId: contract.clientId })
  return file
}

/** After activation, outside its transaction: a machine that cannot print holds nobody up. */
export function contractDocumentJob(app: App, { tenantId, contractId, number }: JobData): Promise<void> {
  if (!app.pdf.available()) return Promise.resolve()
  return asSystem(app, tenantId, 'contract_document', async (ctx) => {
    await keepDocument(ctx, String(contractId), Number(number))
  })
}

/** Mails the document to be signed: to the addresses given, else to the client's. */
export async function sendForSignature(
  ctx: Context,
  contractId: string,
  number: number,
  to: string[],
): Promise<void> {
  mayOnly(ctx, ...mayKeepContracts)
  const { contract, version } = await found(ctx, contractId, number)
  await refuseUnless(ctx, contract, 'sendForSignature')
  const client = (await clientOf(ctx, contract.clientId))!
  const addresses = (to.length > 0 ? to : [client.email]).map((address) => validEmail(address))
  const file = await keepDocument(ctx, contractId, number)
  const mail = contractsWords(ctx.tenant.language).mails.forSignature({
    company: ctx.tenant.name,
    number: contract.number,
    client: client.name,
  })
  await sendMail(ctx, {
    kind: 'contract_for_signature',
    to: addresses.map((address) => ({ address })),
    subject: mail.subject,
    text: mail.body,
    replyTo: ctx.actor.kind === 'staff' ? ctx.actor.email : undefined,
    attachments: [{ fileId: file.id, name: file.name }],
    subjectKind: 'contract',
    subjectId: contractId,
  })
  await setVersion(ctx, version.id, { sentAt: ctx.now.toString() })
  await recordEvent(
    ctx,
    'contract_sent',
    { kind: 'contract', id: contractId },
    { version: number, sha256: file.sha256 },
  )
  await announce(ctx, 'contract', { id: contractId, staffOnly: true })
}

async function printed(ctx: Context, contract: Contract, version: VersionRow): Promise<Buffer> {
  try {
    if (version.kind === 'amendment')
      return await amendmentPdf(ctx.app.pdf, await amendmentPaperOf(ctx, contract, version))
    return await contractPdf(ctx.app.pdf, await paperOf(ctx, contract, version))
  } catch (error) {
    if (error instanceof PdfUnavailable) refuse('pdf_unavailable')
    throw error
  }
}

async function found(
  ctx: Context,
  contractId: string,
  number: number,
): Promise<{ contract: Contract; version: VersionRow }> {
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  const version = (await versionOf(ctx, contractId, number)) ?? refuse('not_found')
  return { contract, version }
}

function nameOf(contract: Contract, version: VersionRow): string {
  const base = contract.number.replaceAll('/', '-')
  return version.number === 1 ? `Umowa ${base}.pdf` : `Umowa ${base}, zmiana ${version.number - 1}.pdf`
}
