/**
 * A correcting invoice (art. 106j VAT act): each changed line as it stood before and as it
 * stands after, in the order of the corrected invoice, and header amounts as differences.
 * Tax is compared over the whole invoice, rate by rate: r(after) − r(before), never the
 * tax of a difference. A line that goes away stands after with nothing, a line that comes
 * has no before.
 */
import { compare, dec } from '../base/decimal.ts'
import { must } from '../base/must.ts'
import { differenceOfTotals, totalsPerRate, type Totals } from './vat-per-rate.ts'

export type CorrectableLine = {
  name: string
  quantity: string
  unit: string
  unitPrice: string
  netGrosze: number
  vat: string
}

export type LineChange<Line> = { before?: Line; after?: Line }

export type Correction<Line> = {
  lines: (Line & { isBefore: boolean })[]
  difference: Totals
}

export function correctionOf<Line extends CorrectableLine>(
  changes: readonly LineChange<Line>[],
): Correction<Line> {
  const full = changes.map(completed)
  return {
    lines: full.filter(isChanged).flatMap(pairOf),
    difference: differenceOfTotals(
      totalsPerRate(full.flatMap(({ before }) => before ?? [])),
      totalsPerRate(full.map(({ after }) => after)),
    ),
  }
}

/** The name, the unit, a number or the rate is another; "2.0" is no change of "2". */
function isSameLine(a: CorrectableLine, b: CorrectableLine): boolean {
  return (
    a.name === b.name &&
    a.unit === b.unit &&
    a.vat === b.vat &&
    a.netGrosze === b.netGrosze &&
    compare(dec(a.quantity), dec(b.quantity)) === 0 &&
    compare(dec(a.unitPrice), dec(b.unitPrice)) === 0
  )
}

type Completed<Line> = { before?: Line; after: Line }

function completed<Line extends CorrectableLine>({ before, after }: LineChange<Line>): Completed<Line> {
  if (after) return { before, after }
  must(before, 'a change has a line before or after it')
  return { before, after: { ...before, quantity: '0', netGrosze: 0 } }
}

function isChanged<Line extends CorrectableLine>({ before, after }: Completed<Line>): boolean {
  return before === undefined || !isSameLine(before, after)
}

function pairOf<Line>({ before, after }: Completed<Line>): (Line & { isBefore: boolean })[] {
  const now = { ...after, isBefore: false }
  return before === undefined ? [now] : [{ ...before, isBefore: true }, now]
}
