/**
 * The review of a month as plain values: what may be issued, what is chosen, how far a month
 * has come, the proof that no work was left out, and what somebody else changed meanwhile.
 */
import { add, dec, toText } from '#engines/base/decimal.ts'
import type { BinName, RawUnit } from '#engines/pricing/bins.ts'
import type {
  Month,
  MonthInList,
  Problem,
  Proposal,
  ProposalLine,
  ProposalRow,
  Reason,
} from './billing-data.ts'

export const reasons: readonly Reason[] = ['needsDecision', 'overFee', 'withinFee', 'noTickets', 'empty']
export const reasonTones = {
  needsDecision: 'decision',
  overFee: 'note',
  withinFee: 'soft',
  noTickets: 'calm',
  empty: 'outline',
} as const

export const mayIssue = ({ state, reason }: Pick<ProposalRow, 'state' | 'reason'>): boolean =>
  state === 'open' && reason !== 'needsDecision' && reason !== 'empty'

/** Problems that only a person's word ends; an incomplete buyer needs data instead. */
export const decidable = (problems: readonly Problem[]): boolean =>
  problems.some(({ code }) =>
    ['pending_work', 'edited_line_changed', 'cannot_be_priced', 'reading_missing'].includes(code),
  )

export function matches(row: ProposalRow, filter: { reason: string; search: string }): boolean {
  const { reason, search } = filter
  if (reason !== 'all' && row.reason !== reason) return false
  const words = [row.clientName, ...row.contractNumbers, row.invoiceNumber ?? '']
    .join(' ')
    .toLocaleLowerCase('pl')
  return words.includes(search.trim().toLocaleLowerCase('pl'))
}

export type Choice = {
  chosen: ProposalRow[]
  waiting: number
  leftOut: number
  netGrosze: number
  vatGrosze: number
  grossGrosze: number
}

/** Everything that is ready is issued, unless a person has taken it out. */
export function choiceOf(rows: readonly ProposalRow[], takenOut: ReadonlySet<string>): Choice {
  const ready = rows.filter(mayIssue)
  const chosen = ready.filter((row) => !takenOut.has(row.id))
  const total = (of: (row: ProposalRow) => number) => chosen.reduce((sum, row) => sum + of(row), 0)
  return {
    chosen,
    waiting: rows.filter((row) => row.state === 'open' && row.reason === 'needsDecision').length,
    leftOut: ready.length - chosen.length,
    netGrosze: total((row) => row.totals.netGrosze),
    vatGrosze: total((row) => row.totals.vatGrosze),
    grossGrosze: total((row) => row.totals.grossGrosze),
  }
}

/** Where the month stands on the way: propose, review, issue, send; 4 when all of it is done. */
export function stepOf(month: Pick<Month, 'isBuilt' | 'isRunning' | 'proposals'>): number {
  if (!month.isBuilt) return 0
  if (month.isRunning) return 2
  return month.proposals.some((row) => row.state === 'open' && row.reason !== 'empty') ? 1 : 4
}

export type MonthState = 'running' | 'skipped' | 'toPropose' | 'toIssue' | 'done'

export function monthState({ isEnded, proposals, issued, isSkipped }: MonthInList): MonthState {
  if (!isEnded) return 'running'
  if (isSkipped) return 'skipped'
  if (proposals === 0) return 'toPropose'
  return issued < proposals ? 'toIssue' : 'done'
}

/** In basis points; nothing where there was no month before. */
export function changeBp(nowGrosze: number, beforeGrosze: number | null): number | null {
  if (beforeGrosze === null || beforeGrosze === 0) return null
  const tenths = Math.round(((nowGrosze - beforeGrosze) * 1000) / Math.abs(beforeGrosze))
  return tenths * 10
}

// ---------------------------------------------------------------- the proof

type Part = { workId: string; bin: BinName; reason?: string | undefined; unit: string; quantity: string }
export type ProofPart = { bin: BinName; reason?: string; quantity: string; workIds: string[] }
export type UnitProof = { unit: RawUnit; total: string; parts: ProofPart[] }
const binOrder: readonly BinName[] = [
  'included',
  'block',
  'overage',
  'waived',
  'outOfScope',
  'pending',
  'notCounted',
]
const unitOrder: readonly RawUnit[] = ['ticket', 'minute', 'trip', 'kilometre', 'piece', 'unit']

/** By kind of work: the sum of every bin, and the sum of all of them. */
export function proofs(bins: readonly Part[]): UnitProof[] {
  return unitOrder
    .map((unit) => ({ unit, own: bins.filter((part) => part.unit === unit) }))
    .filter(({ own }) => own.length > 0)
    .map(({ unit, own }) => ({ unit, total: totalOf(own), parts: partsOf(own) }))
}

function partsOf(own: readonly Part[]): ProofPart[] {
  const groups = Map.groupBy(own, (part) => `${part.bin} ${reasonShown(part) ?? ''}`)
  return [...groups.values()]
    .map((group) => {
      const [first] = group
      const reason = reasonShown(first!)
      return {
        bin: first!.bin,
        ...(reason && { reason }),
        quantity: totalOf(group),
        workIds: [...new Set(group.map((part) => part.workId))],
      }
    })
    .sort((a, b) => binOrder.indexOf(a.bin) - binOrder.indexOf(b.bin))
}

/** Inside and over the fee speak for themselves; anything else says why. */
const reasonShown = ({ bin, reason }: Part): string | undefined =>
  bin === 'included' || bin === 'overage' || bin === 'block' ? undefined : reason

const totalOf = (parts: readonly { quantity: string }[]): string =>
  toText(parts.reduce((sum, part) => add(sum, dec(part.quantity)), dec('0')))

export type Squares = { inside: number; over: number; notCounted: number }
export const kindOfBin = (bin: BinName): 'inside' | 'over' | 'closed' =>
  bin === 'included' || bin === 'block' ? 'inside' : bin === 'overage' ? 'over' : 'closed'

export function squaresOf(proof: UnitProof | undefined): Squares {
  const squares = { inside: 0, over: 0, notCounted: 0 }
  for (const { bin, quantity } of proof?.parts ?? []) {
    const kind = kindOfBin(bin)
    squares[kind === 'closed' ? 'notCounted' : kind] += Number(quantity)
  }
  return squares
}

// ---------------------------------------------------------------- somebody else's change

export type OtherChange = { name: string; from: number | null; to: number | null; who: string }

/** What differs between the proposal as I saw it and as it is: amounts and names of lines. */
export function changesBetween(seen: Proposal, now: Proposal): OtherChange[] {
  const before = new Map(seen.lines.map((line) => [line.id, line]))
  const after = new Set(now.lines.map((line) => line.id))
  const changed = now.lines
    .filter((line) => differs(before.get(line.id), line))
    .map((line) => ({
      name: line.now.name,
      from: before.get(line.id)?.now.netGrosze ?? null,
      to: line.now.netGrosze,
      who: line.edit?.byName ?? '',
    }))
  const gone = seen.lines
    .filter((line) => !after.has(line.id))
    .map((line) => ({ name: line.now.name, from: line.now.netGrosze, to: null, who: '' }))
  return [...changed, ...gone]
}

const differs = (before: ProposalLine | undefined, line: ProposalLine): boolean =>
  before?.now.netGrosze !== line.now.netGrosze || before.now.name !== line.now.name

/** Months as the address names them, from this one back. */
export function monthsBack(today: string, n: number): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return Array.from({ length: n }, (_, i) => {
    const index = year * 12 + month - 1 - i
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  })
}
