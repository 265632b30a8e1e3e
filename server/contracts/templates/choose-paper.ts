/**
 * On which paper a version is printed: our own text, one of the company's DOCX templates, or what is
 * usual for the contract and the company. The choice stands with the version. A document that was
 * kept for a version in force, or that was signed, is what it is: no choice changes it.
 */
import { mayOnly, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { allVersions, contractOf, versionOf, type VersionRow } from '../contract-store.ts'
import { mayKeepContracts } from '../draft-contract.ts'
import { setContract, setVersion } from '../version-store.ts'
import {
  builtIn,
  ownTemplate,
  templateFor,
  templateKindOf,
  type TemplateRow,
  type Templates,
} from './template-store.ts'

export type PaperOfVersion = {
  /** 'builtIn', the id of a template, or null: what is usual. */
  choice: string | null
  /** Our own text has no id and no name. */
  templateId: string | null
  name: string
  /** It was printed and kept so; before that it is what would be printed now. */
  isPrinted: boolean
}

export async function choosePaper(
  ctx: Context,
  contractId: string,
  number: number,
  choice: string | null,
): Promise<void> {
  mayOnly(ctx, ...mayKeepContracts)
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  const version = (await versionOf(ctx, contractId, number)) ?? refuse('not_found')
  if (isFixed(version)) refuse('paper_kept', {}, 'choice')
  const own = choice && choice !== builtIn ? await usable(ctx, version, choice) : undefined
  // A draft that went out on other paper has to go out again.
  const unsent = { sentAt: null, documentFileId: null, documentSha256: null, printedOn: null }
  await setVersion(ctx, version.id, { paperChoice: choice, ...unsent })
  await recordEvent(
    ctx,
    'paper_chosen',
    { kind: 'contract', id: contractId },
    { number: contract.number, version: number, choice, template: own?.name ?? null },
  )
  await announce(ctx, 'contract', { id: contractId, staffOnly: true })
}

const isFixed = ({ isDraft, documentFileId, signedOn }: VersionRow): boolean =>
  signedOn !== null || (!isDraft && documentFileId !== null)

async function usable(ctx: Context, version: VersionRow, id: string): Promise<TemplateRow> {
  const template = await ownTemplate(ctx, id)
  if (!template || template.archivedAt || template.kind !== templateKindOf(version.kind)) refuse('not_found')
  return template
}

/** Which template prints a contract from now on; null: the company's default, or our own text. */
export async function chooseTemplate(
  ctx: Context,
  contractId: string,
  templateId: string | null,
): Promise<void> {
  mayOnly(ctx, ...mayKeepContracts)
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  const template = templateId ? await ownTemplate(ctx, templateId) : undefined
  if (templateId && (!template || template.archivedAt || template.kind !== 'contract')) refuse('not_found')
  await setContract(ctx, contractId, { documentTemplateId: templateId })
  const draft = (await allVersions(ctx, contractId)).find((one) => one.isDraft && one.kind !== 'amendment')
  if (draft && !draft.paperChoice)
    await setVersion(ctx, draft.id, {
      sentAt: null,
      documentFileId: null,
      documentSha256: null,
      printedOn: null,
    })
  await recordEvent(
    ctx,
    'document_template_chosen',
    { kind: 'contract', id: contractId },
    { number: contract.number, templateId, template: template?.name ?? null },
  )
}

/** What a kept document was printed on; of one that is not kept yet, what it would be printed on now. */
export function paperOfVersion(version: VersionRow, templates: Templates): PaperOfVersion {
  const { paperChoice: choice, printedOn, documentFileId } = version
  const isPrinted = documentFileId !== null && printedOn !== null
  const own = isPrinted ? templates.all.find(({ id }) => id === printedOn) : templateFor(version, templates)
  return { choice, templateId: own?.id ?? null, name: own?.name ?? '', isPrinted }
}
