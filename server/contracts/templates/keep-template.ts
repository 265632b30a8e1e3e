/**
 * A company brings its own DOCX. It is opened with care, checked, filled with a sample client,
 * and kept only when it can be used; what is wrong is told by name. A template that was kept is
 * never changed: a new file is a new template, and contracts printed before stay what they were.
 */
import { mayOnly, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { keepFile, readFileOf } from '#server/plumbing/files/file-store.ts'
import { OfficeFailed, convertByOffice, officeProgram } from '#server/plumbing/pdf/office.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { TemplateProblem, type TemplateValues } from '../documents/fill-template.ts'
import { sampleContract } from '../documents/contract-samples.ts'
import { mayKeepContracts } from '../draft-contract.ts'
import { readScan } from '../scans/scan-reader.ts'
import { checkTemplate, isFit, type Findings } from './check-template.ts'
import { fillDocx } from './fill-docx.ts'
import { sampleValues, type TemplateKind } from './known-placeholders.ts'
import { openDocx, templatePagesMax } from './refuse-docx.ts'
import { clearDefault, insertTemplate, ownTemplate, setTemplate, type TemplateRow } from './template-store.ts'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export type Filled = { content: Buffer; mediaType: string; ending: 'pdf' | 'docx' }
export type Checked = Findings & {
  /** Of the sample, where it could be laid out. */
  pages: number | null
}

/** What is right and wrong with a file; keeps nothing. */
export async function checkOwnTemplate(ctx: Context, kind: TemplateKind, bytes: Buffer): Promise<Checked> {
  mayOnly(ctx, ...mayKeepContracts)
  openDocx(bytes)
  const findings = checkTemplate(bytes, kind)
  return { ...findings, pages: isFit(findings) ? await samplePages(ctx, bytes, kind, findings) : null }
}

export async function addTemplate(
  ctx: Context,
  given: { kind: TemplateKind; name: string; fileName: string; bytes: Buffer },
): Promise<TemplateRow> {
  const { pages: _pages, ...findings } = await checkOwnTemplate(ctx, given.kind, given.bytes)
  if (!isFit(findings)) refuse('template_unfit', { findings }, 'file')
  const file = await keepFile(ctx, { name: given.fileName, mediaType: docxType, bytes: given.bytes })
  const template = await insertTemplate(ctx, {
    kind: given.kind,
    name: given.name,
    fileId: file.id,
    sha256: file.sha256,
    findings,
  })
  const { id, kind, name } = template
  await recordEvent(ctx, 'document_template_added', { kind: 'document_template', id }, { kind, name })
  return template
}

export type TemplateChange = { version: number; name?: string; isDefault?: boolean; isArchived?: boolean }

export async function changeTemplate(ctx: Context, id: string, change: TemplateChange): Promise<TemplateRow> {
  mayOnly(ctx, ...mayKeepContracts)
  const before = (await ownTemplate(ctx, id)) ?? refuse('not_found')
  // Out of the archive first: nobody prints on what is put away.
  if (before.archivedAt && change.isArchived !== false) refuse('not_found')
  if (before.version !== change.version) refuse('changed_meanwhile', { now: before })
  if (change.isDefault) await clearDefault(ctx, before.kind)
  const { version: _version, isArchived, ...values } = change
  const after = await setTemplate(ctx, before, {
    ...values,
    ...(isArchived && { archivedAt: ctx.now.toString(), isDefault: false }),
    ...(isArchived === false && { archivedAt: null }),
  })
  await recordEvent(
    ctx,
    'document_template_changed',
    { kind: 'document_template', id },
    { ...values, isArchived },
  )
  return after
}

/** The template filled with a sample client: what it will look like. */
export async function sampleOf(ctx: Context, id: string): Promise<Filled & { name: string }> {
  const template = (await ownTemplate(ctx, id)) ?? refuse('not_found')
  const { content } = await readFileOf(ctx, template.fileId)
  const filled = await sampleFilled(ctx, content, template.kind, template.findings)
  return { ...filled, name: `${template.name}.${filled.ending}` }
}

/** As a PDF where LibreOffice is at hand and gets through; else the DOCX itself. */
export async function fillOwnTemplate(
  ctx: Context,
  template: Buffer,
  values: TemplateValues,
  mark: { pageCode: string; hasOwnText: boolean },
): Promise<Filled> {
  const docx = await fillDocx(template, values, mark).catch((error: unknown) => {
    if (error instanceof TemplateProblem) refuse('template_unfit', { problems: error.problems })
    throw error
  })
  const asDocx: Filled = { content: docx, mediaType: docxType, ending: 'docx' }
  if (!officeProgram()) return asDocx
  try {
    return { content: await convertByOffice(docx, 'docx'), mediaType: 'application/pdf', ending: 'pdf' }
  } catch (error) {
    if (!(error instanceof OfficeFailed)) throw error
    ctx.app.log.warn({ error }, 'a document stays a DOCX')
    return asDocx
  }
}

function sampleFilled(
  ctx: Context,
  template: Buffer,
  kind: TemplateKind,
  findings: Findings,
): Promise<Filled> {
  const { pageCode } = sampleContract.contract
  return fillOwnTemplate(ctx, template, sampleValues(kind), { pageCode, hasOwnText: findings.hasOwnMark })
}

async function samplePages(
  ctx: Context,
  bytes: Buffer,
  kind: TemplateKind,
  findings: Findings,
): Promise<number | null> {
  const { content, ending } = await sampleFilled(ctx, bytes, kind, findings)
  const pages = ending === 'pdf' ? (await readScan([], content)).documentPages : undefined
  if (pages !== undefined && pages > templatePagesMax)
    refuse('template_too_many_pages', { pages, pagesMax: templatePagesMax }, 'file')
  return pages ?? null
}
