/**
 * The document of a version: printed from the terms at any time; kept as a file with its hash
 * once it was sent or put in force, so that what people read stays what it was. A draft that
 * was not sent leaves no file behind.
 */
import type { App } from '#server/plumbing/app.ts'
import { asSystem, type Context } from '#server/plumbing/context.ts'
import { keepFile, readFileOf, type StoredFile } from '#server/plumbing/files/file-store.ts'
import type { JobData } from '#server/plumbing/jobs/jobs.ts'
import { announce } from '#server/plumbing/live.ts'
import { PdfUnavailable } from '#server/plumbing/pdf/pdf-pool.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { amendmentPaperOf } from './amendment-paper.ts'
import { contractPdf } from './documents/contract-document.ts'
import { contractValues } from './documents/contract-values.ts'
import { amendmentPdf, amendmentValues } from './documents/amendment-document.ts'
import { contractOf, versionOf, type Contract, type VersionRow } from './contract-store.ts'
import { paperOf } from './contract-paper.ts'
import { rememberPaper } from './documents/paper-store.ts'
import { fillOwnTemplate, type Filled } from './templates/keep-template.ts'
import { builtIn, templateFor, templatesAround, type TemplateRow } from './templates/template-store.ts'
import { setVersion } from './version-store.ts'

export type Printed = { name: string; mediaType: string; content: Buffer }

/** The kept file where there is one, else printed now. */
export async function documentOf(ctx: Context, contractId: string, number: number): Promise<Printed> {
  const { contract, version } = await found(ctx, contractId, number)
  if (version.documentFileId) return readFileOf(ctx, version.documentFileId)
  await rememberPaper(ctx, contract, version)
  const { content, mediaType, ending } = await printed(ctx, contract, version)
  return { name: `${nameOf(contract, version)}.${ending}`, mediaType, content }
}

/** Keeps the document of a version that was sent or activated; the same one when it is kept already. */
export async function keepDocument(ctx: Context, contractId: string, number: number): Promise<StoredFile> {
  const { contract, version } = await found(ctx, contractId, number)
  if (version.documentFileId) return readFileOf(ctx, version.documentFileId)
  await rememberPaper(ctx, contract, version)
  const { content: bytes, mediaType, ending, printedOn } = await printed(ctx, contract, version)
  const file = await keepFile(ctx, { name: `${nameOf(contract, version)}.${ending}`, mediaType, bytes })
  await setVersion(ctx, version.id, { documentFileId: file.id, documentSha256: file.sha256, printedOn })
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

/** On the company's own paper where it has one, else on ours; both from the same values. */
async function printed(
  ctx: Context,
  contract: Contract,
  version: VersionRow,
): Promise<Filled & { printedOn: string }> {
  const own = templateFor(version, await templatesAround(ctx, contract.id))
  if (own) return { ...(await onOwnPaper(ctx, own, contract, version)), printedOn: own.id }
  try {
    const content =
      version.kind === 'amendment'
        ? await amendmentPdf(ctx.app.pdf, await amendmentPaperOf(ctx, contract, version))
        : await contractPdf(ctx.app.pdf, await paperOf(ctx, contract, version))
    return { content, mediaType: 'application/pdf', ending: 'pdf', printedOn: builtIn }
  } catch (error) {
    if (error instanceof PdfUnavailable) refuse('pdf_unavailable')
    throw error
  }
}

async function onOwnPaper(
  ctx: Context,
  own: TemplateRow,
  contract: Contract,
  version: VersionRow,
): Promise<Filled> {
  const { content } = await readFileOf(ctx, own.fileId)
  const values = contractValues(await paperOf(ctx, contract, version))
  const changes =
    own.kind === 'amendment' ? amendmentValues(await amendmentPaperOf(ctx, contract, version)) : {}
  return fillOwnTemplate(
    ctx,
    content,
    { ...values, ...changes },
    { pageCode: version.pageCode, hasOwnText: own.findings.hasOwnMark },
  )
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
  return version.number === 1 ? `Umowa ${base}` : `Umowa ${base}, zmiana ${version.number - 1}`
}
