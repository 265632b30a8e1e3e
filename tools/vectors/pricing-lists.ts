/**
 * Neutral cases of prices once more, as whole price lists: the same case is written as an
 * item and a piece of work, and priced by the public door of the engine like a month of a
 * client. A case that a price list cannot say (parts of a grosz, cycles, sharing of coins)
 * is left to the charge models alone.
 */
import { compare, dec, fromGrosze, sub, toText } from '#engines/base/decimal.ts'
import type { Line } from '#engines/pricing/line.ts'
import { problemsOfPriceList } from '#engines/pricing/price-list-problems.ts'
import type { PriceItem, PriceTiers } from '#engines/pricing/price-list.ts'
import { priceOfPeriod, type PeriodInput } from '#engines/pricing/price-period.ts'
import { newCharge } from '#engines/pricing/tiered.ts'
import type { WorkItem } from '#engines/pricing/work.ts'

type Values = Record<string, unknown>
type Asked = { items: PriceItem[]; work: WorkItem[]; more?: Partial<PeriodInput>; lines?: string[] }

const november = { from: '2026-11-01', to: '2026-11-30' }
const at = '2026-11-10T10:00:00Z'

/** The amount by a price list; undefined where the case is not one that a list can say. */
export function amountByPriceList(vector: Values): string | undefined {
  const params = (vector['params'] ?? {}) as Values
  const model = String(vector['model'])
  const asked = isPlain(params, vector) ? lists[model]?.(params, vector) : undefined
  if (!asked || isTooLarge(asked.items)) return undefined
  const { lines } = priceOfPeriod({
    period: november,
    fullPeriod: november,
    contract: { from: '2026-01-01' },
    versions: [{ validFrom: '2026-01-01', priceList: { currency: 'PLN', vat: '23', items: asked.items } }],
    work: asked.work,
    timezone: 'Europe/Warsaw',
    ...asked.more,
  })
  if (!lines.every(isWholeGrosze)) return undefined
  const counted = lines.filter(({ itemId }) => !asked.lines || asked.lines.includes(itemId))
  return toText(fromGrosze(counted.reduce((sum, line) => sum + line.netGrosze, 0)))
}

function isTooLarge(items: PriceItem[]): boolean {
  return problemsOfPriceList({ currency: 'PLN', vat: '23', items }).some(({ code }) => code === 'tooLarge')
}

/** Each step is a line of its own and is rounded by itself: parts of a grosz would add up otherwise. */
function isWholeGrosze({ explanation }: Line): boolean {
  if (explanation.model !== 'tier') return true
  const { parts } = newCharge(explanation.quantity, explanation.quantityBefore, explanation.tiers)
  return parts.every(({ amount }) => dec(amount).scale <= 2)
}

/** Limits of spending and conversions are the models' own. */
function isPlain(params: Values, vector: Values): boolean {
  const others = ['percent_discount', 'maximum_spend', 'minimum_spend', 'previously_billed', 'full_quantity']
  return others.every((name) => params[name] === undefined && vector[name] === undefined)
}

const lists: Record<string, (params: Values, vector: Values) => Asked | undefined> = {
  per_unit: (params, vector) => events(vector, { unitPrice: text(params['unit_price']) }),
  multiplier: (params, vector) => events(vector, { unitPrice: text(params['multiplier']) }),
  graduated: (params, vector) => stepped('graduated', params, vector),
  volume: (params, vector) => stepped('volume', params, vector),
  package: (params, vector) =>
    events(vector, {
      tiers: {
        mode: 'package',
        size: text(params['package_size']),
        packagePrice: text(params['package_price']),
        freeUnits: text(params['free_units'] ?? '0'),
        rounding: params['rounding'] === 'down' ? 'down' : 'up',
      },
    }),
  blocks: (params, vector) => {
    if (params['units'] !== undefined) return undefined
    const steps = (params['tiers'] as Values[]).map((tier) => {
      const packages = text(tier['max_blocks'] ?? '-1')
      return {
        size: text(tier['block_size']),
        packagePrice: text(tier['block_price']),
        packages: packages === '-1' ? null : packages,
      }
    })
    return events(vector, {
      tiers: { mode: 'blocks', policy: params['policy'] === 'top_tier' ? 'topTier' : 'allTiers', steps },
    })
  },
  percentage: (params, vector) =>
    percentages(params, (vector['events'] as unknown[] | undefined) ?? [vector['quantity']]),
  graduated_percentage: (params, vector) => {
    const tiers = params['tiers'] as Values[]
    if (isZero(vector['quantity']) || vector['already_billed_quantity'] !== undefined) return undefined
    const steps = tiers.map((tier) => ({
      upTo: tier['up_to'] == null ? null : text(tier['up_to']),
      ratePercent: text(tier['rate_percent'] ?? '0'),
      stepPrice: text(tier['flat_fee'] ?? '0'),
    }))
    return percentages({ rate_percent: '0' }, [vector['quantity']], steps)
  },
  time: (params, vector) => timed(params, Number(vector['minutes'] ?? vector['quantity'])),
  true_up: (params) => {
    if (params['period_days'] !== undefined) return undefined
    return {
      items: [
        { id: 'fee', kind: 'flatFee', feePrice: text(params['billed'] ?? '0'), timing: 'arrears' },
        { id: 'least', kind: 'minimum', amountPrice: text(params['minimum']) },
      ],
      work: [],
      lines: ['least'],
    }
  },
  bucket: (params, vector) => {
    const consumed = vector['consumed'] as unknown[]
    const isOther =
      params['rollover'] === true || params['carried_in'] !== undefined || vector['carried_in'] !== undefined
    if (isOther || params['overage_price'] === undefined || params['units_per_priced_unit'] !== 60)
      return undefined
    const minutes = Number(consumed.at(-1))
    const granted = Number(params['included']) / 60
    if (!Number.isInteger(granted) || minutes > 40_000) return undefined
    const items: PriceItem[] = [
      { id: 'pool', kind: 'pool', unit: 'hour', grant: String(granted), per: 'month' },
      work(text(params['overage_price']), { draw: ['pool'] }),
    ]
    return { items, work: [entry(minutes)] }
  },
}

function stepped(mode: 'graduated' | 'volume', params: Values, vector: Values): Asked | undefined {
  if (isZero(vector['quantity'])) return undefined
  const steps = (params['tiers'] as Values[]).map((tier) => ({
    upTo: tier['up_to'] == null ? null : text(tier['up_to']),
    unitPrice: text(tier['unit_price'] ?? '0'),
    stepPrice: text(tier['flat_fee'] ?? '0'),
  }))
  return events(vector, { tiers: { mode, steps } })
}

/** So many events of one kind; what was billed before stands before them in the same steps. */
function events(vector: Values, price: { unitPrice?: string; tiers?: PriceTiers }): Asked | undefined {
  const billed = text(vector['already_billed_quantity'] ?? '0')
  const quantity = toText(sub(dec(text(vector['quantity'] ?? '0')), dec(billed)))
  if (!/^\d{1,9}(\.\d{1,6})?$/.test(quantity)) return undefined
  const item: PriceItem = { id: 'use', kind: 'perEvent', events: ['use'], unitPrice: '0', ...price }
  const more = isZero(billed) ? undefined : { onlyWork: true, pricedBefore: { use: billed } }
  return { items: [item], work: [{ kind: 'event', id: 'u', event: 'use', at, quantity }], more }
}

type Steps = Extract<PriceItem, { kind: 'percentage' }>['steps']

function percentages(params: Values, values: unknown[], steps?: Steps): Asked {
  const price = (name: string) => (params[name] === undefined ? undefined : text(params[name]))
  const item: PriceItem = {
    id: 'share',
    kind: 'percentage',
    events: ['use'],
    ratePercent: text(params['rate_percent'] ?? '0'),
    steps,
    fixedPerEventPrice: price('fixed_per_event'),
    minimumPerEventPrice: price('min_per_event'),
    maximumPerEventPrice: price('max_per_event'),
    freeEvents: params['free_events'] === undefined ? undefined : Number(params['free_events']),
    freeUnits: price('free_units'),
  }
  const done = values.map((value, i): WorkItem => ({
    kind: 'event',
    id: `u${i}`,
    event: 'use',
    at,
    value: text(value),
  }))
  return { items: [item], work: done }
}

function timed(params: Values, minutes: number): Asked | undefined {
  if (!Number.isInteger(minutes) || minutes > 40_000) return undefined
  const after = params['overtime_after_hours']
  const overtime =
    after === undefined
      ? {}
      : {
          overtime: {
            afterMinutes: Number(after) * 60,
            per: 'visit' as const,
            hourPrice: text(params['overtime_price']),
          },
        }
  const round = {
    unitMinutes: Number(params['round_up_minutes'] ?? 1),
    scope: 'entry' as const,
    ...(params['minimum_minutes'] !== undefined && { minimumMinutes: Number(params['minimum_minutes']) }),
  }
  return { items: [work(text(params['hour_price']), { round, ...overtime })], work: [entry(minutes)] }
}

function work(hourPrice: string, more: object): PriceItem {
  return {
    id: 'work',
    kind: 'perTime',
    includedMinutes: 0,
    hourPrice,
    round: { unitMinutes: 1, scope: 'entry' },
    ...more,
  }
}

function entry(minutes: number): WorkItem {
  return { kind: 'time', id: 'e', startedAt: '2026-11-02T08:00:00Z', minutes, place: 'remote' }
}

function isZero(value: unknown): boolean {
  return compare(dec(text(value ?? '0')), dec('0')) === 0
}

function text(value: unknown): string {
  return String(value)
}
