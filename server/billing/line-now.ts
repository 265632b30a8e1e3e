/** A line as it stands now: what the engine said, with a person's edit on top. Pure. */
import { dec, mul, toGrosze } from '#engines/base/decimal.ts'
import type { ProposalLine } from './proposal-store.ts'

export type LineNow = {
  name: string
  quantity: string
  unitPrice: string
  netGrosze: number
  isBilled: boolean
}

/**
 * An edited quantity or price is multiplied anew; an edited amount stands for itself and is
 * written as one piece at that price, so that quantity × price = amount on the invoice too.
 */
export function lineNow(
  line: Pick<ProposalLine, 'name' | 'quantity' | 'unitPrice' | 'netGrosze' | 'isInformative' | 'edit'>,
): LineNow {
  const { edit } = line
  const name = edit?.name ?? line.name
  if (edit?.isWaived)
    return { name, quantity: line.quantity, unitPrice: line.unitPrice, netGrosze: 0, isBilled: false }
  if (edit?.netGrosze !== undefined) {
    const price = `${edit.netGrosze < 0 ? '-' : ''}${Math.floor(Math.abs(edit.netGrosze) / 100)}.${String(Math.abs(edit.netGrosze) % 100).padStart(2, '0')}`
    return {
      name,
      quantity: '1',
      unitPrice: price,
      netGrosze: edit.netGrosze,
      isBilled: edit.netGrosze !== 0,
    }
  }
  if (edit?.quantity !== undefined || edit?.unitPrice !== undefined) {
    const quantity = edit.quantity ?? line.quantity
    const unitPrice = edit.unitPrice ?? line.unitPrice
    const netGrosze = toGrosze(mul(dec(quantity), dec(unitPrice)))
    return { name, quantity, unitPrice, netGrosze, isBilled: netGrosze !== 0 }
  }
  return {
    name,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    netGrosze: line.netGrosze,
    isBilled: !line.isInformative && line.netGrosze !== 0,
  }
}
