/**
 * Material: what was agreed for this use, else the price of the list, else the
 * cost with the margin. Material with none of them waits for a person.
 */
import { dec, mul, sum, toText } from '../../base/decimal.ts'
import { wholeInto } from '../bins.ts'
import type { MaterialExplained } from '../explanation.ts'
import { grouped, lastOf, lineOf, offerCurrency, offerVat, spanOf, type Line } from '../line.ts'
import type { Material } from '../price-list.ts'
import type { Offer } from '../segments.ts'
import { inOrder, type MaterialUse } from '../work.ts'
import type { Claimed, Priced } from './item.ts'

type ClaimedMaterial = Claimed<'material', MaterialUse>
type Basis = Pick<MaterialExplained, 'basis' | 'cost' | 'costPlusBp' | 'unitPrice'>
type PricedMaterial = ClaimedMaterial & { basis: Basis }

export function priceMaterial(offers: Offer<'material'>[], claimed: ClaimedMaterial[]): Priced {
  const ordered = inOrder(
    claimed,
    (one) => one.work.usedAt,
    (one) => one.work.id,
  )
  const priced: PricedMaterial[] = []
  const parts = ordered.flatMap((one) => {
    const basis = basisOf(one.item, one.work)
    if (!basis)
      return wholeInto(one.work, { bin: 'pending', reason: 'materialWithoutPrice', itemId: one.item.id })
    priced.push({ ...one, basis })
    return wholeInto(one.work, { bin: 'overage', itemId: one.item.id })
  })
  return { lines: grouped(priced, lineKey).map((same) => materialLine(offers, same)), parts }
}

function basisOf(item: Material, work: MaterialUse): Basis | undefined {
  if (work.unitPrice !== undefined) return { basis: 'agreed', unitPrice: work.unitPrice }
  const listed = Object.entries(item.listPrices ?? {}).find(([name]) => name === work.name)
  if (listed) return { basis: 'list', unitPrice: listed[1] }
  if (work.cost === undefined || item.costPlusBp === undefined) return undefined
  const factor = mul(dec(10_000 + item.costPlusBp), dec('0.0001'))
  const unitPrice = toText(mul(dec(work.cost), factor))
  return { basis: 'cost', cost: work.cost, costPlusBp: item.costPlusBp, unitPrice }
}

function materialLine(offers: Offer<'material'>[], same: PricedMaterial[]): Line {
  const one = lastOf(same)
  const works = same.map(({ work }) => ({
    id: work.id,
    bin: 'overage' as const,
    raw: work.quantity,
    counted: work.quantity,
  }))
  return lineOf({
    item: one.item,
    name: one.work.name,
    vat: offerVat(one),
    currency: offerCurrency(one),
    period: spanOf(offers),
    explanation: { model: 'material', ...one.basis, works },
    quantity: {
      of: toText(sum(works.map((work) => dec(work.counted)))),
      unit: { named: one.work.unit },
      unitPrice: one.basis.unitPrice,
    },
  })
}

function lineKey(one: PricedMaterial): string {
  return [one.work.name, one.work.unit, ...Object.values(one.basis), offerVat(one)].join('\n')
}
