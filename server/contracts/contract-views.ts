/** Contracts as people see them: with names, derived state, alarm, and what may be done now. */
import { today, type Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { problemsOfVersion } from './activate-contract.ts'
import { signedFilesOf, type SignedFile } from './attach-scan.ts'
import { aroundOf, summaryOf, type ContractSummary } from './contract-list.ts'
import { allVersions, contractOf, versionOf, type Suspension, type VersionRow } from './contract-store.ts'
import { deedsOf, paperStateOf, type ContractDeed, type PaperState } from './contract-state.ts'
import { appliesOn, knownVersions } from './terms-as-of.ts'
import { differenceOf, type TermsChange } from './terms-difference.ts'
import type { TermsProblem } from './terms-problems.ts'
import type { Terms } from './terms.ts'
import { paperOfVersion, type PaperOfVersion } from './templates/choose-paper.ts'
import { templatesAround } from './templates/template-store.ts'
import { headOf } from './version-heads.ts'

export type VersionSummary = Omit<
  VersionRow,
  'terms' | 'contractId' | 'correctsId' | 'recordedBy' | 'effectShown' | 'paperChoice' | 'printedOn'
> & {
  printedOn: PaperOfVersion
  signedFiles: SignedFile[]
  recordedByName: string
  paper: PaperState
  correctsNumber: number | null
  isInForce: boolean
}
export type ContractDetail = ContractSummary & {
  suspensions: Suspension[]
  versions: VersionSummary[]
  deeds: Record<ContractDeed, true | string>
}
export type VersionDetail = VersionSummary & {
  terms: Terms
  problems: TermsProblem[]
  changes: TermsChange[]
  basedOn: number | null
}

export async function contractDetail(ctx: Context, id: string): Promise<ContractDetail> {
  const contract = (await contractOf(ctx, id)) ?? refuse('not_found')
  const versions = await allVersions(ctx, id)
  const around = await aroundOf(ctx)
  const date = today(ctx).toString()
  const beside = await papersOf(ctx, versions)
  const { summary } = summaryOf(
    contract,
    versions.filter((version) => !version.supersededAt).map(headOf),
    around,
    date,
  )
  return {
    ...summary,
    suspensions: contract.suspensions,
    versions: versions.map((version) =>
      versionSummary(version, versions, around.staff, summary.versionInForce, beside),
    ),
    deeds: deedsOf(contract, date, summary.draftNumber !== null),
  }
}

/** One version with its terms, what is wrong with them, and how they differ from what they change. */
export async function versionDetail(
  ctx: Context,
  contractId: string,
  number: number,
): Promise<VersionDetail> {
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  const version = (await versionOf(ctx, contractId, number)) ?? refuse('not_found')
  const versions = await allVersions(ctx, contractId)
  const { staff } = await aroundOf(ctx)
  const before = versionBefore(version, versions)
  const inForce = appliesOn(knownVersions(versions), today(ctx).toString())?.number ?? null
  return {
    ...versionSummary(version, versions, staff, inForce, await papersOf(ctx, [version])),
    terms: version.terms,
    problems: version.isDraft ? await problemsOfVersion(ctx, contract, version) : [],
    changes: before ? differenceOf(before.terms, version.terms) : [],
    basedOn: before?.number ?? null,
  }
}

/** The version it corrects, or the one that would hold on its first day without it. */
export function versionBefore(version: VersionRow, versions: VersionRow[]): VersionRow | undefined {
  if (version.correctsId) return versions.find((one) => one.id === version.correctsId)
  if (version.kind === 'original') return undefined
  const at = version.isDraft ? undefined : Temporal.Instant.from(version.recordedAt)
  const others = knownVersions(versions, at).filter((one) => one.number < version.number)
  return appliesOn(others, version.validFrom)
}

type Papers = Pick<VersionSummary, 'printedOn' | 'signedFiles'>

async function papersOf(ctx: Context, versions: readonly VersionRow[]): Promise<Map<string, Papers>> {
  const signed = await signedFilesOf(ctx, versions)
  const templates = await templatesAround(ctx, versions[0]!.contractId)
  return new Map(
    versions.map((version) => [
      version.id,
      { printedOn: paperOfVersion(version, templates), signedFiles: signed.get(version.id) ?? [] },
    ]),
  )
}

function versionSummary(
  version: VersionRow,
  versions: VersionRow[],
  staff: Map<string, string>,
  inForce: number | null,
  beside: Map<string, Papers>,
): VersionSummary {
  const { terms: _terms, contractId: _id, correctsId, recordedBy, effectShown: _effect, ...rest } = version
  const { paperChoice: _choice, ...facts } = rest
  return {
    ...facts,
    ...beside.get(version.id)!,
    paper: paperStateOf(version),
    recordedByName: staff.get(recordedBy ?? '') ?? '',
    correctsNumber: versions.find((one) => one.id === correctsId)?.number ?? null,
    isInForce: version.number === inForce && !version.isDraft,
  }
}
