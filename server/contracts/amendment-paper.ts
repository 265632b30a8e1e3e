/** From two versions to the paper of an amendment: every place that changes, with its old and new wording. */
import { longDate } from '#words/format.ts'
import { termsChange } from '#words/terms-change.ts'
import { accountsPl } from '#words/accounts.pl.ts'
import { contractsPl } from '#words/contracts.pl.ts'
import { today, type Context } from '#server/plumbing/context.ts'
import { companyOf, staffOf } from '#server/accounts/public.ts'
import { clientOf, contactsOfClient } from './client-store.ts'
import { allVersions, type Contract, type VersionRow } from './contract-store.ts'
import { versionBefore } from './contract-views.ts'
import { paperOf, sideOf } from './contract-paper.ts'
import type { ContractAmendmentDocument } from './documents/amendment-document.ts'
import type { AppendixNumber } from './documents/contract-document.ts'
import { differenceOf, type TermsChange } from './terms-difference.ts'

export async function amendmentPaperOf(
  ctx: Context,
  contract: Contract,
  version: VersionRow,
): Promise<ContractAmendmentDocument> {
  const versions = await allVersions(ctx, contract.id)
  const before = versionBefore(version, versions)
  const changes = before ? differenceOf(before.terms, version.terms) : []
  const client = (await clientOf(ctx, contract.clientId))!
  const people = new Map(
    [...(await staffOf(ctx)), ...(await contactsOfClient(ctx, contract.clientId, true))].map(
      ({ id, name }) => [id, name],
    ),
  )
  const terms = await paperOf(ctx, contract, version)
  const numbers = appendicesOf(changes)
  return {
    number: String(versions.filter((one) => one.kind === 'amendment' && one.number <= version.number).length),
    concludedOn: contractsPl.paper.dateToFill,
    validFrom: longDate('pl', version.validFrom),
    madeOn: version.isDraft ? today(ctx).toString() : version.recordedAt.slice(0, 10),
    contract: terms.contract,
    tenant: sideOf(await companyOf(ctx)),
    client: sideOf(client),
    changes: changes.map((change) => {
      const said = termsChange('pl', change, { people, priorities: accountsPl.priorities })
      return {
        place: said.place,
        newText: said.after ?? contractsPl.paper.deleted,
        oldText: said.before ?? undefined,
      }
    }),
    form: version.terms.document.form,
    ...(numbers.length > 0 && { newAppendices: { numbers, terms } }),
  }
}

const appendixOf: [RegExp, AppendixNumber][] = [
  [/^(serviceLevels|calendars|clock)\./, 1],
  [/^priceList\./, 2],
  [/^reporters\./, 4],
]

function appendicesOf(changes: TermsChange[]): AppendixNumber[] {
  return appendixOf
    .filter(([path]) => changes.some((change) => path.test(change.path)))
    .map(([, number]) => number)
}
