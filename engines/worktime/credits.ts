/**
 * Obniżki i kary: what a missed target costs us, by the clauses of the contract. It only
 * proposes; a person confirms.
 *
 * - `miss`: so much for each missed target. `startedHour`: so much for each started hour of
 *   working time past the deadline. `startedPoint`: so much for each started percentage
 *   point by which the share of met targets of the period lies below a threshold.
 * - Each is an amount, or a share of the period's fee, rounded half up to the grosz.
 * - A ticket that a person has excluded, with a reason, counts neither as met nor as missed.
 * - For the same miss only the dearest clause is charged.
 * - Caps: per ticket by the clause; per period and per year of the contract for all together,
 *   cutting the last proposals first.
 */
import { must } from '../base/must.ts'
import type { TargetKind } from './targets.ts'

export type CreditClause = {
  id: string
  /** "§ 15 ust. 1 lit. a". */
  clause?: string
  target: TargetKind
  /** Absent: of every priority. */
  priorities?: readonly string[]
  counts: 'miss' | 'startedHour' | 'startedPoint'
  /** One of the two. */
  amountGrosze?: number
  feeBp?: number
  /** `startedPoint`: 9500 is 95 %. */
  thresholdBp?: number
  capPerTicketGrosze?: number
}

export type CreditCaps = {
  periodGrosze?: number
  /** Of the fee of the period. */
  periodFeeBp?: number
  yearGrosze?: number
  /** Of twelve months' fees, or of what `yearFeeGrosze` says. */
  yearFeeBp?: number
}

export type CreditTerms = { clauses: readonly CreditClause[]; caps?: CreditCaps }

/** A target of a ticket that was judged in the period. */
export type JudgedTarget = {
  ticketId: string
  priority: string
  target: TargetKind
  isMet: boolean
  /** Working time past the deadline. */
  overSeconds: number
  excludedBecause?: string
}

export type ProposedCredit = {
  clauseId: string
  clause?: string
  target: TargetKind
  /** Absent for a clause of the whole period. */
  ticketId?: string
  amountGrosze: number
  /** The arithmetic: units × each, and what a cap took away. */
  units: number
  eachGrosze: number
  of?: { met: number; judged: number; thresholdBp: number }
  overSeconds?: number
  cutBy?: { cap: 'ticket' | 'period' | 'year'; grosze: number }[]
}

export type ProposedCredits = {
  credits: ProposedCredit[]
  totalGrosze: number
  excluded: { ticketId: string; target: TargetKind; because: string }[]
}

export function proposeCredits(input: {
  terms: CreditTerms
  judged: readonly JudgedTarget[]
  /** Net, of the period. */
  feeGrosze: number
  /** Already credited in this year of the contract. */
  creditedThisYearGrosze?: number
  yearFeeGrosze?: number
}): ProposedCredits {
  const { terms, judged, feeGrosze } = input
  must(Number.isSafeInteger(feeGrosze) && feeGrosze >= 0, 'a fee is a whole number of grosze')
  const counting = judged.filter(({ excludedBecause }) => excludedBecause === undefined)
  const excluded = judged.flatMap(({ ticketId, target, excludedBecause: because }) =>
    because === undefined ? [] : [{ ticketId, target, because }],
  )
  const wanted = [
    ...counting.flatMap((one) => dearest(terms.clauses, one, feeGrosze) ?? []),
    ...terms.clauses.flatMap((clause) => belowThreshold(clause, counting, feeGrosze) ?? []),
  ]
  const credits = withinCaps(wanted, roomsOf(input))
  return { credits, totalGrosze: sum(credits), excluded }
}

/** Of the clauses that speak of a miss, the one that costs most. */
function dearest(
  clauses: readonly CreditClause[],
  one: JudgedTarget,
  feeGrosze: number,
): ProposedCredit | undefined {
  const proposed = clauses.flatMap((clause) => forMiss(clause, one, feeGrosze) ?? [])
  return proposed.reduce<ProposedCredit | undefined>(
    (best, next) => (best && best.amountGrosze >= next.amountGrosze ? best : next),
    undefined,
  )
}

function forMiss(clause: CreditClause, one: JudgedTarget, feeGrosze: number): ProposedCredit | undefined {
  if (one.isMet || clause.counts === 'startedPoint' || !speaksOf(clause, one)) return undefined
  const units = clause.counts === 'miss' ? 1 : Math.max(1, Math.ceil(one.overSeconds / 3600))
  const { ticketId, overSeconds } = one
  const full = { ...charged(clause, units, feeGrosze), ticketId, overSeconds }
  const most = clause.capPerTicketGrosze ?? Infinity
  return full.amountGrosze <= most ? full : cut(full, 'ticket', full.amountGrosze - most)
}

/** Started points below the threshold, in whole numbers: 94.9 % of 95 % is one started point. */
function belowThreshold(
  clause: CreditClause,
  judged: readonly JudgedTarget[],
  feeGrosze: number,
): ProposedCredit | undefined {
  if (clause.counts !== 'startedPoint') return undefined
  const { thresholdBp } = clause
  must(thresholdBp !== undefined, 'a clause of points names its threshold')
  const of = judged.filter((one) => speaksOf(clause, one))
  const met = of.filter(({ isMet }) => isMet).length
  const points = of.length === 0 ? 0 : Math.ceil((thresholdBp * of.length - met * 10_000) / (100 * of.length))
  if (points <= 0) return undefined
  return { ...charged(clause, points, feeGrosze), of: { met, judged: of.length, thresholdBp } }
}

function charged(clause: CreditClause, units: number, feeGrosze: number): ProposedCredit {
  const { id, target, amountGrosze, feeBp } = clause
  must((amountGrosze === undefined) !== (feeBp === undefined), 'a clause is an amount or a share of the fee')
  const eachGrosze = amountGrosze ?? shareOf(feeGrosze, feeBp!)
  return {
    clauseId: id,
    ...(clause.clause !== undefined && { clause: clause.clause }),
    target,
    units,
    eachGrosze,
    amountGrosze: units * eachGrosze,
  }
}

const speaksOf = ({ target, priorities }: CreditClause, one: JudgedTarget): boolean =>
  target === one.target && (priorities?.includes(one.priority) ?? true)

type Room = { cap: 'period' | 'year'; left: number }

function roomsOf({
  terms: { caps = {} },
  feeGrosze,
  creditedThisYearGrosze = 0,
  yearFeeGrosze = 12 * feeGrosze,
}: Parameters<typeof proposeCredits>[0]): Room[] {
  const of = (grosze: number | undefined, bp: number | undefined, fee: number): number =>
    Math.min(grosze ?? Infinity, bp === undefined ? Infinity : shareOf(fee, bp))
  return [
    { cap: 'period', left: of(caps.periodGrosze, caps.periodFeeBp, feeGrosze) },
    {
      cap: 'year',
      left: Math.max(0, of(caps.yearGrosze, caps.yearFeeBp, yearFeeGrosze) - creditedThisYearGrosze),
    },
  ]
}

/** One proposal after the other takes what room is left; the tightest room cuts. */
function withinCaps(wanted: readonly ProposedCredit[], rooms: Room[]): ProposedCredit[] {
  return wanted.map((credit) => {
    const tightest = rooms.reduce((least, room) => (room.left < least.left ? room : least))
    const over = Math.max(0, credit.amountGrosze - tightest.left)
    const granted = credit.amountGrosze - over
    for (const room of rooms) room.left -= granted
    return over === 0 ? credit : cut(credit, tightest.cap, over)
  })
}

function cut(
  credit: ProposedCredit,
  cap: NonNullable<ProposedCredit['cutBy']>[number]['cap'],
  grosze: number,
): ProposedCredit {
  return {
    ...credit,
    amountGrosze: credit.amountGrosze - grosze,
    cutBy: [...(credit.cutBy ?? []), { cap, grosze }],
  }
}

/** Half up, to the grosz. */
function shareOf(grosze: number, bp: number): number {
  return Number((BigInt(grosze) * BigInt(bp) * 2n + 10_000n) / 20_000n)
}

const sum = (credits: readonly ProposedCredit[]): number =>
  credits.reduce((total, { amountGrosze }) => total + amountGrosze, 0)

export type CreditProblem = {
  code: 'clause_twice' | 'amount_missing' | 'two_amounts' | 'threshold_missing' | 'threshold_invalid'
  /** Such as `credits.clauses.1.amountGrosze`. */
  path: string
}

export function problemsOfCredits({ clauses }: CreditTerms, path = 'credits'): CreditProblem[] {
  return clauses.flatMap((clause, i) => {
    const at = `${path}.clauses.${i}`
    const { id, counts, amountGrosze, feeBp, thresholdBp } = clause
    const found: CreditProblem[] = []
    if (clauses.findIndex((other) => other.id === id) < i)
      found.push({ code: 'clause_twice', path: `${at}.id` })
    if (amountGrosze === undefined && feeBp === undefined)
      found.push({ code: 'amount_missing', path: `${at}.amountGrosze` })
    if (amountGrosze !== undefined && feeBp !== undefined)
      found.push({ code: 'two_amounts', path: `${at}.feeBp` })
    if (counts === 'startedPoint' && thresholdBp === undefined)
      found.push({ code: 'threshold_missing', path: `${at}.thresholdBp` })
    if (thresholdBp !== undefined && !(thresholdBp > 0 && thresholdBp <= 10_000))
      found.push({ code: 'threshold_invalid', path: `${at}.thresholdBp` })
    return found
  })
}
