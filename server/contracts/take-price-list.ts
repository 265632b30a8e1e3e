/** A draft takes a published version of a company's price list; items may then be overridden in it. */
import { mayOnly, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { contractOf, versionOf, type VersionRow } from './contract-store.ts'
import { mayKeepContracts, openDraft } from './draft-contract.ts'
import { publishedVersion } from './price-lists.ts'
import { rewriteDraft, setVersion } from './version-store.ts'

export async function takePriceList(
  ctx: Context,
  contractId: string,
  number: number,
  given: { version: number; priceListId: string | null; priceListNumber?: number },
): Promise<VersionRow> {
  mayOnly(ctx, ...mayKeepContracts)
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  const draft = await openDraft(ctx, contract, number)
  if (draft.version !== given.version) refuse('changed_meanwhile', { now: draft })
  if (given.priceListId === null) {
    await setVersion(ctx, draft.id, { priceListId: null, priceListNumber: null, version: draft.version + 1 })
  } else {
    const list = await publishedVersion(ctx, given.priceListId, given.priceListNumber)
    await rewriteDraft(ctx, draft, {
      terms: {
        ...draft.terms,
        priceList: list.priceList,
        billing: { ...draft.terms.billing, vat: list.priceList.vat },
      },
    })
    await setVersion(ctx, draft.id, { priceListId: list.priceListId, priceListNumber: list.number })
  }
  await recordEvent(
    ctx,
    'price_list_taken',
    { kind: 'contract', id: contractId },
    { number: contract.number, priceListId: given.priceListId, priceListNumber: given.priceListNumber },
  )
  await announce(ctx, 'contract', { id: contractId, staffOnly: true })
  return (await versionOf(ctx, contractId, number))!
}
