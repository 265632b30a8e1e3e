/**
 * The sentences behind lines of tiers, events, points, meters, blocks, surcharges and
 * credits: the second half of `explain-line.ts`.
 */
import { dec, fromGrosze, sum, toText } from '#engines/base/decimal.ts'
import type {
  BaseLine,
  CreditExplained,
  DrawShare,
  EventsExplained,
  Explanation,
  MetersExplained,
  MeterShare,
  SurchargeExplained,
  TierExplained,
} from '#engines/pricing/explanation.ts'
import { weighed } from '#engines/pricing/segments.ts'
import { newCharge } from '#engines/pricing/tiered.ts'
import { count, date, duration, percent, quantity } from './format.ts'
import type { Lang } from './words.ts'

/** An amount with its currency. */
export type Say = (value: string) => string

const more = [
  'oneOff',
  'tier',
  'events',
  'points',
  'meters',
  'blocks',
  'surcharge',
  'percentage',
  'moneyPool',
  'bundle',
  'credit',
] as const
export type MoreExplained = Extract<Explanation, { model: (typeof more)[number] }>

export function isOfMore(e: { model: string }): e is MoreExplained {
  return more.some((model) => model === e.model)
}

export function explainMore(lang: Lang, e: MoreExplained, say: Say): string {
  const pl = lang === 'pl'
  switch (e.model) {
    case 'oneOff':
      return pl ? `Jednorazowo, ${date('pl', e.on)}.` : `Once, on ${date('en', e.on)}.`
    case 'tier':
      return tierText(lang, e, say)
    case 'events':
      return eventsText(lang, e, say)
    case 'points': {
      const points = `${quantity(lang, e.counted)} ${pl ? 'pkt' : 'points'}`
      const charged =
        e.overage === '0'
          ? ''
          : pl
            ? `, płatne ${quantity('pl', e.overage)} po ${say(e.unitPrice)}`
            : `, ${quantity('en', e.overage)} charged at ${say(e.unitPrice)}`
      return joined(`${points}${charged}.`, drawsText(lang, e.draws))
    }
    case 'meters':
      return metersText(lang, e, say)
    case 'blocks': {
      const blocks = count(
        lang,
        e.blocks,
        pl ? { one: 'pakiet', few: 'pakiety', many: 'pakietów' } : { one: 'block', other: 'blocks' },
      )
      const until = e.until
        ? pl
          ? `, ważne do ${date('pl', e.until)}`
          : `, valid through ${date('en', e.until)}`
        : ''
      const own = e.isTopUp
        ? pl
          ? ' Kupione samoczynnie, bo zabrakło.'
          : ' Bought by itself, because nothing was left.'
        : ''
      return `${blocks} ${pl ? 'po' : 'at'} ${say(e.blockPrice)}${until}.${own}`
    }
    case 'surcharge':
      return surchargeText(lang, e, say)
    case 'percentage': {
      const rate = e.steps ? (pl ? 'Stawki progowe' : 'Rates by steps') : `${quantity(lang, e.ratePercent)}%`
      return `${rate} ${pl ? 'od' : 'of'} ${say(total(e.values))} (${e.values.length}).`
    }
    case 'moneyPool':
      return pl
        ? `Z kwoty w abonamencie pokryto ${say(zlotys(e.leftGrosze))}.`
        : `${say(zlotys(e.leftGrosze))} paid from the amount in the fee.`
    case 'bundle': {
      const together = say(toText(weighed([...e.parts], 2, 'half-away')))
      return pl
        ? `Razem ${together} zamiast ${say(netOf(e.base))}.`
        : `Together ${together} instead of ${say(netOf(e.base))}.`
    }
    case 'credit':
      return creditText(lang, e, say)
  }
}

function tierText(lang: Lang, e: TierExplained, say: Say): string {
  const pl = lang === 'pl'
  const part = newCharge(e.quantity, e.quantityBefore, e.tiers).parts[e.step]
  if (!part) return pl ? 'Nic ponad pakiet.' : 'Nothing above the package.'
  const price = part.unitPrice === undefined ? say(part.amount) : say(part.unitPrice)
  const step = part.flatFee !== undefined && part.flatFee !== '0' ? ` + ${say(part.flatFee)}` : ''
  const all = quantity(lang, toText(dec(e.quantity)))
  const here = `${quantity(lang, part.quantity)} ${pl ? 'po' : 'at'} ${price}${step}`
  return joined(
    pl ? `${here}; razem płatnych ${all}.` : `${here}; ${all} charged in all.`,
    drawsText(lang, e.draws),
  )
}

function eventsText(lang: Lang, e: EventsExplained, say: Say): string {
  const pl = lang === 'pl'
  if (e.overage === '0')
    return joined(
      pl ? `${quantity('pl', e.counted)} w abonamencie.` : `${quantity('en', e.counted)} within the fee.`,
      drawsText(lang, e.draws),
    )
  const here = total(e.works.filter(({ bin }) => bin === 'overage').map(({ counted }) => counted))
  const inside =
    e.included === '0'
      ? ''
      : pl
        ? `${quantity('pl', e.counted)}, w abonamencie ${quantity('pl', e.included)}; `
        : `${quantity('en', e.counted)}, ${quantity('en', e.included)} within the fee; `
  return joined(
    `${inside}${quantity(lang, here)} ${pl ? 'po' : 'at'} ${say(e.unitPrice)}.`,
    drawsText(lang, e.draws),
  )
}

function metersText(lang: Lang, e: MetersExplained, say: Say): string {
  const pl = lang === 'pl'
  const devices = e.devices.slice(0, 4).map((one) => deviceText(lang, one))
  const rest =
    e.devices.length > 4 ? [pl ? `i ${e.devices.length - 4} więcej` : `and ${e.devices.length - 4} more`] : []
  const price = e.tiers ? '' : ` ${pl ? 'po' : 'at'} ${say(e.unitPrice)}`
  const settled = e.devices.reduce((all, one) => all + (one.chargedBeforeGrosze ?? 0), 0)
  const less =
    settled === 0
      ? ''
      : pl
        ? ` Mniej zapłacone z szacunku: ${say(zlotys(settled))}.`
        : ` Less what was paid on estimates: ${say(zlotys(settled))}.`
  const waits = e.isDeferred ? (pl ? ' Rozliczenie na koniec puli.' : ' Settled at the end of the pool.') : ''
  return joined(`${[...devices, ...rest].join('; ')}${price}.${less}${waits}`, drawsText(lang, e.draws))
}

function deviceText(lang: Lang, one: MeterShare): string {
  const pl = lang === 'pl'
  const estimated = one.meters.some(({ isEstimated }) => isEstimated)
    ? pl
      ? ' (szacunek)'
      : ' (estimated)'
    : ''
  return `${one.device}: ${quantity(lang, one.used)}${estimated} − ${quantity(lang, one.included)} ${pl ? 'w pakiecie' : 'included'} → ${quantity(lang, one.overage)}`
}

function surchargeText(lang: Lang, e: SurchargeExplained, say: Say): string {
  const of = total(e.base.map(({ amount }) => amount))
  const share =
    e.percentBp === undefined
      ? ''
      : `${percent(lang, e.percentBp)} ${lang === 'pl' ? 'od' : 'of'} ${say(roundedText(of))}`
  const times = e.amountPrice === undefined ? '' : `${e.times ?? 0} × ${say(e.amountPrice)}`
  return `${[share, times].filter(Boolean).join(' + ')}.`
}

function creditText(lang: Lang, e: CreditExplained, say: Say): string {
  const pl = lang === 'pl'
  const steps = e.missed.reduce((all, one) => all + one.steps, 0)
  const of = pl ? 'od' : 'of'
  const each =
    e.stepAmount !== undefined
      ? say(e.stepAmount)
      : e.fractionOf !== undefined
        ? `1/${e.fractionOf} ${of} ${say(e.feeAmount)}`
        : `${percent(lang, e.percentBp ?? 0)} ${of} ${say(e.feeAmount)}`
  const most =
    e.capBp === undefined
      ? ''
      : pl
        ? `, najwyżej ${percent('pl', e.capBp)}`
        : `, at most ${percent('en', e.capBp)}`
  const late = e.missed.reduce((all, one) => all + (one.lateMinutes ?? 0), 0)
  const said = late === 0 ? '' : `${pl ? 'Spóźnienie' : 'Late by'} ${duration(lang, late * 60)}: `
  return `${said}${steps} × ${each}${most}.`
}

/** What came from pools and prepaid blocks: "Z puli 4 h, z pakietu przedpłaconego 2 h." */
export function drawsText(lang: Lang, draws: readonly DrawShare[] | undefined, unit?: 'minutes'): string {
  if (!draws || draws.length === 0) return ''
  const pl = lang === 'pl'
  const text = ({ kind, quantity: of }: DrawShare) => {
    const size = unit === 'minutes' ? duration(lang, Math.round(Number(of) * 60)) : quantity(lang, of)
    if (kind === 'pool') return pl ? `z puli ${size}` : `${size} from the pool`
    return pl ? `z pakietu przedpłaconego ${size}` : `${size} from a prepaid block`
  }
  const all = draws.map(text).join(', ')
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}.`
}

export function netOf(base: readonly BaseLine[]): string {
  return zlotys(base.reduce((all, one) => all + one.netGrosze, 0))
}

function zlotys(grosze: number): string {
  return toText(fromGrosze(grosze), 2)
}

function total(quantities: readonly string[]): string {
  return toText(sum(quantities.map((one) => dec(one))))
}

function roundedText(amount: string): string {
  return toText(dec(amount), 2).replace(/(\.\d{2})\d+$/, '$1')
}

function joined(first: string, second: string): string {
  return second === '' ? first : `${first} ${second}`
}
