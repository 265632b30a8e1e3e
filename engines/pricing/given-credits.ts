/**
 * Credits on a bill: what a person confirmed for missed promises comes off the bill, oldest
 * month first, never below zero in any VAT rate. A credit is taken from the lines of its own
 * contract first, then from the rest of the bill; in proportion to what each rate still has.
 * What the bill cannot bear stays open and comes off the next one. Each credit is one line for
 * each VAT rate that bears it.
 */
import { must } from '../base/must.ts'
import { allocate } from './models/allocate.ts'

/** A confirmed credit with what earlier bills have not taken of it. */
export type OpenCredit = {
  id: string
  contractId: string
  /** Of the missed promises: "2026-11". */
  month: string
  confirmedGrosze: number
  leftGrosze: number
}

/** An amount of the bill as it stands, negative ones too. */
export type BilledAmount = { contractId: string | null; vat: string; netGrosze: number }

export type GivenCredit<C extends OpenCredit = OpenCredit> = {
  credit: C
  /** What this bill takes, by the VAT rates that bear it; positive. */
  parts: { vat: string; grosze: number }[]
  takenGrosze: number
  /** What the next bill is left with. */
  leftGrosze: number
}

/** What stands behind the line of a credit; the amount is that of the parts of this rate. */
export type GivenCreditExplained = {
  model: 'givenCredit'
  creditId: string
  month: string
  target: string
  ticket?: { id: string; name: string }
  lateSeconds?: number
  /** Of a clause for the whole period: kept of judged, and the threshold. */
  kept?: { met: number; judged: number; thresholdBp: number }
  units: number
  eachGrosze: number
  proposedGrosze: number
  confirmedGrosze: number
  /** Taken by bills before this one, by this one in all rates, and left for the next. */
  takenBeforeGrosze: number
  takenGrosze: number
  leftGrosze: number
}

export function giveCredits<C extends OpenCredit>(
  credits: readonly C[],
  billed: readonly BilledAmount[],
): GivenCredit<C>[] {
  const rooms = roomsOf(billed)
  const inOrder = [...credits].sort((a, b) => compare(a.month, b.month) || compare(a.id, b.id))
  return inOrder.map((credit) => give(credit, rooms))
}

function give<C extends OpenCredit>(credit: C, rooms: Rooms): GivenCredit<C> {
  must(Number.isSafeInteger(credit.leftGrosze) && credit.leftGrosze >= 0, 'a credit is whole grosze')
  const parts = new Map<string, number>()
  let left = credit.leftGrosze
  const take = (available: Map<string, number>) => {
    for (const [vat, grosze] of shared(left, available)) {
      parts.set(vat, (parts.get(vat) ?? 0) + grosze)
      rooms.of.set(vat, (rooms.of.get(vat) ?? 0) - grosze)
      const own = keyOf(credit.contractId, vat)
      rooms.ofContract.set(own, (rooms.ofContract.get(own) ?? 0) - grosze)
      left -= grosze
    }
  }
  take(ownRoom(credit.contractId, rooms))
  take(new Map([...rooms.of].filter(([, grosze]) => grosze > 0)))
  return {
    credit,
    parts: [...parts].map(([vat, grosze]) => ({ vat, grosze })).sort((a, b) => compare(a.vat, b.vat)),
    takenGrosze: credit.leftGrosze - left,
    leftGrosze: left,
  }
}

/** By VAT rate what the whole bill has left, and by contract and rate what its own lines have. */
type Rooms = { of: Map<string, number>; ofContract: Map<string, number> }

function roomsOf(billed: readonly BilledAmount[]): Rooms {
  const rooms: Rooms = { of: new Map(), ofContract: new Map() }
  for (const { contractId, vat, netGrosze } of billed) {
    rooms.of.set(vat, (rooms.of.get(vat) ?? 0) + netGrosze)
    const own = keyOf(contractId, vat)
    rooms.ofContract.set(own, (rooms.ofContract.get(own) ?? 0) + netGrosze)
  }
  return rooms
}

const keyOf = (contractId: string | null, vat: string): string => `${contractId ?? ''} ${vat}`

/** A contract's own lines bear no more than the whole bill has in that rate. */
function ownRoom(contractId: string, { of, ofContract }: Rooms): Map<string, number> {
  const own = [...of].map(
    ([vat, all]) => [vat, Math.min(all, ofContract.get(keyOf(contractId, vat)) ?? 0)] as const,
  )
  return new Map(own.filter(([, grosze]) => grosze > 0))
}

/** The whole room, or as much as is wanted in proportion to it, to the last grosz. */
function shared(wanted: number, room: Map<string, number>): [string, number][] {
  const whole = [...room.values()].reduce((sum, grosze) => sum + grosze, 0)
  if (wanted === 0 || whole === 0) return []
  if (wanted >= whole) return [...room]
  const shares = allocate(
    wanted,
    [...room.values()].map((grosze) => String(grosze)),
  )
  return [...room.keys()].map((vat, i) => [vat, shares[i]!] as [string, number]).filter(([, one]) => one > 0)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
