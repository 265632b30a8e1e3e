/** What a company of a trade usually charges: the first price list of a new contract, to be edited. */
import type { PriceItem, PriceList, TicketExclusion } from '#engines/pricing/price-list.ts'
import type { Trade } from '#server/accounts/public.ts'

const notOurs: TicketExclusion[] = ['cancelled', 'merged', 'ourFault', 'warranty']

const flatFee = (feePrice: string, timing: 'advance' | 'arrears' = 'advance'): PriceItem => ({
  id: 'fee',
  kind: 'flatFee',
  feePrice,
  timing,
})
const tickets = (included: number, unitPrice: string): PriceItem => ({
  id: 'tickets',
  kind: 'perTicket',
  included,
  unitPrice,
  countedBy: 'reportedAt',
  excludes: [...notOurs],
  prorateIncluded: 'up',
})
const onSite = (
  includedMinutes: number,
  hourPrice: string,
  round = { firstMinutes: 60, unitMinutes: 30 },
): PriceItem => ({
  id: 'onSite',
  kind: 'perTime',
  place: 'onSite',
  includedMinutes,
  hourPrice,
  round: { ...round, scope: 'visit' },
  prorateIncluded: 'up',
})
const anywhere = (includedMinutes: number, hourPrice: string): PriceItem => ({
  id: 'labour',
  kind: 'perTime',
  place: 'any',
  includedMinutes,
  hourPrice,
  round: { unitMinutes: 15, scope: 'entry' },
  prorateIncluded: 'up',
})
const trip = (perTripPrice: string): PriceItem => ({ id: 'travel', kind: 'travel', perTripPrice })
const kilometres = (perKmPrice: string, minimumPerTripPrice: string): PriceItem => ({
  id: 'travel',
  kind: 'travel',
  perKmPrice,
  minimumPerTripPrice,
})
const material = (costPlusBp: number): PriceItem => ({ id: 'material', kind: 'material', costPlusBp })

const items: Record<Trade, PriceItem[]> = {
  it: [flatFee('1450.00'), tickets(12, '95.00'), onSite(240, '180.00'), trip('60.00'), material(1500)],
  hvac: [flatFee('480.00'), onSite(0, '185.00'), kilometres('2.30', '69.00'), material(1800)],
  print: [flatFee('320.00', 'arrears'), tickets(4, '120.00'), trip('55.00'), material(1500)],
  alarms: [flatFee('249.00'), onSite(0, '160.00'), trip('55.00'), material(1500)],
  lifts: [flatFee('620.00'), onSite(60, '150.00'), trip('70.00'), material(1500)],
  generic: [flatFee('650.00', 'arrears'), anywhere(180, '190.00'), trip('60.00'), material(1500)],
}

export function presetPriceList(trade: Trade, vat: PriceList['vat']): PriceList {
  return { currency: 'PLN', vat, items: structuredClone(items[trade]) }
}
