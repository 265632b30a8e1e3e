/**
 * Terms name sites and classes of devices as text. Whoever renames one is told which contracts
 * still say the old name: from then on their rules would no longer mean this place.
 */
import { today, type Context } from '#server/plumbing/context.ts'
import { contractsOfClient, lastDayOf, versionsOfContract } from './contract-store.ts'
import type { Terms } from './terms.ts'

export type NamedKind = 'sites' | 'deviceClasses'

export function namesIn(terms: Terms, kind: NamedKind): string[] {
  const { covers, serviceLevels, reporters, priceList } = terms
  const ofPrices = priceList.items.flatMap((item) => ('where' in item && item.where?.[kind]) || [])
  const ofLevels = serviceLevels.flatMap(
    ({ site, deviceClass }) => (kind === 'sites' ? site : deviceClass) ?? [],
  )
  const ofLimits = kind === 'sites' ? (reporters.limits ?? []).flatMap(({ sites = [] }) => sites) : []
  return [...(covers?.[kind] ?? []), ...ofLevels, ...ofLimits, ...ofPrices]
}

/** Numbers of the client's contracts that name it today or will, by what is recorded. */
export async function contractsNaming(
  ctx: Context,
  clientId: string,
  kind: NamedKind,
  name: string,
): Promise<string[]> {
  const on = today(ctx).toString()
  const found: string[] = []
  for (const contract of await contractsOfClient(ctx, clientId)) {
    if ((lastDayOf(contract) ?? '9999') < on) continue
    const versions = await versionsOfContract(ctx, contract.id)
    const present = versions.findLast(({ validFrom }) => validFrom <= on)
    const standing = versions.filter((one) => one === present || one.validFrom > on)
    if (standing.some(({ terms }) => namesIn(terms, kind).some((one) => plain(one) === plain(name))))
      found.push(contract.number)
  }
  return found
}

const plain = (text: string): string => text.trim().toLocaleLowerCase('pl')
