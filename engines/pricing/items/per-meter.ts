/**
 * Per meter: what was counted above the allowance, by each device or by all together;
 * a sheet of a larger format may weigh more. Pools of several periods are drawn first.
 * Where a reading is missing, the average of the periods before is charged, and the next
 * reading settles all its periods together, with the allowances of all of them.
 */
import { dec, mul, toGrosze, toText } from '../../base/decimal.ts'
import { micro, microOne, microText, microTimes, type Micro } from '../../base/micro.ts'
import type { BinPart } from '../bins.ts'
import { drawSummary } from '../draws.ts'
import type { MeterShare, MetersExplained, WorkShare } from '../explanation.ts'
import type { Answer, Demand } from '../ledger.ts'
import { lastOf, lineOf, offerCurrency, offerVat, spanOf, type Line } from '../line.ts'
import { averageUse, historyWith, meterKey, readMeters, type ReadMeter } from '../meter-use.ts'
import type { PerMeter } from '../price-list.ts'
import { weighed, type Offer } from '../segments.ts'
import type { Deferred, MeterState, Notice } from '../state.ts'
import { tierLines } from '../tier-lines.ts'
import { chargeByTiers } from '../tiered.ts'
import { msOf, type Reading } from '../work.ts'
import { daysParts, type Claimed, type Days, type Prepared } from './item.ts'

export type MeterInput = {
  offers: Offer<'perMeter'>[]
  claimed: Claimed<'perMeter', Reading>[]
  days: Days
  states: MeterState[]
  deferred: { waits: boolean; before: Deferred[] }
  period: { from: string; to: string }
  timezone: string
  keep: (states: MeterState[]) => void
  notice: (notice: Notice) => void
  /** Late work estimates nothing. */
  isLate: boolean
}

/** A device with what it used in this period, weighed, and what its included part is. */
type Device = {
  device: string
  meters: MeterShare['meters']
  used: Micro
  usedBefore: Micro
  chargedBefore: number
  included: Micro
  read: ReadMeter[]
}

export function preparePerMeter(input: MeterInput): Prepared {
  const { offers } = input
  const { item } = lastOf(offers)
  const states = input.states.filter((state) => item.meters.some(({ meter }) => meter === state.meter))
  const read = readMeters(
    input.claimed.map(({ work }) => work),
    states,
  )
  const devices = devicesOf(input, item, states, read)
  const share = includedShare(input)
  const above = aboveOf(item, devices, share)
  const asking = item.draw ? above.filter(({ quantity }) => quantity > 0) : []
  return {
    demands: asking.map(({ device, quantity }) => demandOf(input, item, device, quantity)),
    finish(answers) {
      const rests = above.map((one) => ({
        ...one,
        quantity: answers[asking.indexOf(one)]?.rest ?? one.quantity,
      }))
      input.keep(statesAfter(input, item, states, devices, rests))
      return {
        lines: linesOf(input, devices, rests, share, answers),
        parts: partsOf(item, devices, read, rests, input.deferred.waits),
      }
    },
  }
}

/** The allowance of one device (or of all) for the days that there are, rounded up to a whole one. */
function includedShare({ offers, days }: MeterInput): Micro {
  const parts = daysParts(offers, days.fullDays, (item) => item.included ?? '0')
  return micro(toText(weighed(parts, 0, 'up')))
}

function devicesOf(input: MeterInput, item: PerMeter, states: MeterState[], read: ReadMeter[]): Device[] {
  const names = [...new Set([...states, ...read].map(({ device }) => device))].sort()
  return names.map((device) => {
    const all = item.meters.map(({ meter, weight }) =>
      meterOf({ input, item, device, meter, weight, states, read }),
    )
    const meters = all.flatMap((one) => (one ? [one] : []))
    const estimated = states
      .filter((state) => state.device === device)
      .flatMap((state) => state.estimated ?? [])
    const isRead = read.some((one) => one.device === device)
    return {
      device,
      meters: meters.map(({ share }) => share),
      used: meters.reduce((total, one) => total + one.weighed, 0),
      usedBefore: isRead ? estimated.reduce((total, one) => total + micro(one.used), 0) : 0,
      chargedBefore: isRead ? estimated.reduce((total, one) => total + one.chargedGrosze, 0) : 0,
      included: isRead ? estimated.reduce((total, one) => total + micro(one.included), 0) : 0,
      read: read.filter((one) => one.device === device),
    }
  })
}

function meterOf(one: {
  input: MeterInput
  item: PerMeter
  device: string
  meter: string
  weight?: string
  states: MeterState[]
  read: ReadMeter[]
}) {
  const { input, item, device, meter, weight } = one
  const isThis = (other: { device: string; meter: string }) =>
    other.device === device && other.meter === meter
  const found = one.read.find(isThis)
  const state = one.states.find(isThis)
  const weighs = { ...(weight !== undefined && { weight }) }
  const factor = micro(weight ?? '1')
  if (found) {
    const used = found.uses.reduce((total, use) => total + use.used, 0)
    return { share: { meter, used: microText(used), ...weighs }, weighed: microTimes(used, factor) }
  }
  if (!state || input.isLate) return undefined
  const average =
    item.missingAverageOf === undefined ? undefined : averageUse(state.history, item.missingAverageOf)
  if (average === undefined) {
    input.notice({ kind: 'readingMissing', itemId: item.id, device, meter })
    return { share: { meter, used: '0', isEstimated: true as const, ...weighs }, weighed: 0 }
  }
  input.notice({ kind: 'readingEstimated', itemId: item.id, device, meter, quantity: String(average) })
  const used = average * microOne
  return {
    share: { meter, used: String(average), isEstimated: true as const, ...weighs },
    weighed: microTimes(used, factor),
  }
}

type Above = { device: string | undefined; quantity: Micro; included: Micro }

/** What lies above the allowance: of each device, or of all devices together. */
function aboveOf(item: PerMeter, devices: Device[], share: Micro): Above[] {
  if (item.scope === 'all') {
    const used = devices.reduce((total, one) => total + one.used, 0)
    return devices.length === 0
      ? []
      : [{ device: undefined, quantity: Math.max(0, used - share), included: share }]
  }
  return devices.map((one) => {
    const included = share + one.included
    return { device: one.device, quantity: Math.max(0, one.used - included), included }
  })
}

function demandOf(
  { claimed, period }: MeterInput,
  item: PerMeter,
  device: string | undefined,
  quantity: Micro,
): Demand {
  const own = claimed.filter(({ work }) => device === undefined || work.device === device)
  const atMs = Math.max(msOf(`${period.from}T00:00:00Z`), ...own.map(({ work }) => msOf(work.readAt)))
  const workId = device ?? item.id
  return { itemId: item.id, workId, atMs, date: period.to, quantity, draw: item.draw ?? [], device }
}

function linesOf(
  input: MeterInput,
  devices: Device[],
  rests: Above[],
  share: Micro,
  answers: Answer[],
): Line[] {
  const { offers, deferred } = input
  const offer = lastOf(offers)
  const { item } = offer
  if (devices.length === 0 && (deferred.waits || deferred.before.length === 0)) return []
  const before = deferred.waits ? 0 : deferred.before.reduce((total, one) => total + micro(one.quantity), 0)
  const rest = rests.reduce((total, one) => total + one.quantity, 0)
  const chargedBefore = devices.reduce((total, one) => total + one.chargedBefore, 0)
  const works = worksOf(devices, rest > 0)
  const drawn = drawSummary(answers)
  const common = { item, vat: offerVat(offer), currency: offerCurrency(offer), period: spanOf(offers) }
  const waits = deferred.waits && rest > 0
  if (item.tiers && item.scope === 'all' && rest + before > 0 && !waits) {
    const quantity = microText(rest + before)
    const used = devices.reduce((total, one) => total + one.used, 0)
    return tierLines({
      offer,
      tiers: item.tiers,
      period: common.period,
      unit: { named: item.meters[0]!.meter },
      of: 'count',
      quantity,
      quantityBefore: '0',
      works,
      included: microText(Math.max(0, used - rest)),
      ...drawn,
    })
  }
  const explanation: MetersExplained = {
    model: 'meters',
    unitPrice: item.unitPrice,
    ...(item.tiers && { tiers: item.tiers }),
    devices:
      item.scope === 'all'
        ? sharesOfAll(devices, share, rest)
        : devices.map((one, i) => shareOf(one, rests[i]!)),
    ...drawn,
    ...(before > 0 && { deferredBefore: microText(before) }),
    ...(waits && { isDeferred: true as const }),
    works,
  }
  const isNothing = rest + before === 0 && chargedBefore === 0
  const isPlain = !item.tiers && chargedBefore === 0
  const quantity = isPlain
    ? { of: microText(rest + before), unit: { named: item.meters[0]!.meter }, unitPrice: item.unitPrice }
    : undefined
  return [lineOf({ ...common, explanation, quantity, informative: isNothing || waits })]
}

function shareOf(one: Device, above: Above): MeterShare {
  return {
    device: one.device,
    meters: one.meters,
    used: microText(one.used),
    ...(one.usedBefore > 0 && { usedBefore: microText(one.usedBefore) }),
    included: microText(above.included),
    overage: microText(above.quantity),
    ...(one.chargedBefore !== 0 && { chargedBeforeGrosze: one.chargedBefore }),
  }
}

function sharesOfAll(devices: Device[], share: Micro, rest: Micro): MeterShare[] {
  return devices.map((one, i) => ({
    ...shareOf(one, { device: one.device, included: 0, quantity: 0 }),
    included: i === 0 ? microText(share) : '0',
    overage: i === 0 ? microText(rest) : '0',
  }))
}

function worksOf(devices: Device[], isAbove: boolean): WorkShare[] {
  return devices.flatMap(({ device, read }) =>
    read.flatMap(({ uses }) =>
      uses
        .filter(({ fate }) => fate === 'counted')
        .map(({ reading, used }): WorkShare => {
          const counted = microText(used)
          return { id: reading.id, bin: isAbove ? 'overage' : 'included', raw: counted, counted, of: device }
        }),
    ),
  )
}

/** The oldest readings are inside the allowance; what is counted above it, last. */
function partsOf(
  item: PerMeter,
  devices: Device[],
  read: ReadMeter[],
  rests: Above[],
  waits: boolean,
): BinPart[] {
  const weight = (meter: string) => micro(item.meters.find((one) => one.meter === meter)?.weight ?? '1')
  const left = new Map(
    rests.map(({ device, quantity }) => [device ?? '', insideOf(devices, device, quantity)]),
  )
  return read.flatMap((one) =>
    one.uses.flatMap((use): BinPart[] => {
      const whole = (verdict: Pick<BinPart, 'bin' | 'reason'>): BinPart[] => [
        part(item, use, verdict, use.used),
      ]
      if (use.fate === 'back') return whole({ bin: 'pending', reason: 'meterWentBack' })
      if (use.fate === 'first') return whole({ bin: 'notCounted', reason: 'firstReading' })
      const key = item.scope === 'all' ? '' : one.device
      const room = left.get(key) ?? 0
      const counted = microTimes(use.used, weight(one.meter))
      const inside = counted <= room ? use.used : Math.floor((use.used * room) / counted)
      left.set(key, Math.max(0, room - counted))
      if (inside === use.used) return whole({ bin: 'included' })
      const above = part(
        item,
        use,
        { bin: 'overage', reason: waits ? 'settledWithPool' : undefined },
        use.used - inside,
      )
      return inside === 0 ? [above] : [part(item, use, { bin: 'included' }, inside), above]
    }),
  )
}

function insideOf(devices: Device[], device: string | undefined, above: Micro): Micro {
  const used = devices
    .filter((one) => device === undefined || one.device === device)
    .reduce((total, one) => total + one.used, 0)
  return Math.max(0, used - above)
}

function part(
  item: PerMeter,
  { reading }: { reading: Reading },
  verdict: Pick<BinPart, 'bin' | 'reason'>,
  quantity: Micro,
): BinPart {
  return {
    workId: reading.id,
    workKind: 'reading',
    itemId: item.id,
    ...verdict,
    unit: 'count',
    quantity: microText(quantity),
  }
}

function statesAfter(
  input: MeterInput,
  item: PerMeter,
  states: MeterState[],
  devices: Device[],
  rests: Above[],
): MeterState[] {
  if (input.isLate) return states
  const byKey = new Map(states.map((state) => [meterKey(state), state]))
  for (const one of devices) {
    for (const found of one.read) {
      const used = found.uses.reduce((total, use) => total + use.used, 0)
      const isFirst = found.before === undefined && used === 0
      const periods = (found.before?.estimated?.length ?? 0) + 1
      const each = microText(Math.round(used / periods / microOne) * microOne)
      const history = isFirst ? [] : historyWith(found.before?.history ?? [], each)
      byKey.set(meterKey(found), {
        device: one.device,
        meter: found.meter,
        value: found.value,
        readAt: found.readAt,
        history,
      })
    }
    if (one.read.length === 0) estimateKept(byKey, item, one, rests)
  }
  return [...byKey.values()]
}

/** What was charged without a reading waits at the first meter of the device. */
function estimateKept(byKey: Map<string, MeterState>, item: PerMeter, one: Device, rests: Above[]): void {
  const state = [...byKey.values()].find(({ device }) => device === one.device)
  const above = rests.find(({ device }) => device === one.device)
  if (!state || !above) return
  const quantity = microText(above.quantity)
  const exact = item.tiers
    ? dec(chargeByTiers(quantity, item.tiers).amount)
    : mul(dec(quantity), dec(item.unitPrice))
  const chargedGrosze = toGrosze(exact)
  const estimate = { used: microText(one.used), included: microText(above.included), chargedGrosze }
  byKey.set(meterKey(state), { ...state, estimated: [...(state.estimated ?? []), estimate] })
}
