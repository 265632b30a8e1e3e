/**
 * VAT rates on an FA(3) document: how a rate is written in a line, into which fields its
 * sums go, and the notes it brings. A service for a business in another EU country is
 * "np II": there the buyer settles the tax, and the words "reverse charge" must stand on
 * the invoice (art. 100(1)(4) and art. 106e(1)(18) VAT act).
 */
import { fromGrosze, toText } from '../base/decimal.ts'
import { element, text, type Xml } from './xml.ts'

export type RateSum = { vat: string; netGrosze: number; vatGrosze: number }

/** The fields in the order of the schema, each with the rates that go into it. */
const fields: { rates: string[]; net: string; tax?: string }[] = [
  { rates: ['23', '22'], net: 'P_13_1', tax: 'P_14_1' },
  { rates: ['8', '7'], net: 'P_13_2', tax: 'P_14_2' },
  { rates: ['5'], net: 'P_13_3', tax: 'P_14_3' },
  { rates: ['4', '3'], net: 'P_13_4', tax: 'P_14_4' },
  { rates: ['0 KR'], net: 'P_13_6_1' },
  { rates: ['zw'], net: 'P_13_7' },
  { rates: ['np I'], net: 'P_13_8' },
  { rates: ['np II'], net: 'P_13_9' },
  { rates: ['oo'], net: 'P_13_10' },
]
const known = new Set(fields.flatMap((field) => field.rates))

export type RateContext = { buyer: { euVat?: unknown } }

/** P_12: our code as the schema writes it. */
export function writtenRate(vat: string, { buyer }: RateContext): string {
  if (vat === '0') return '0 KR'
  if (vat === 'np') return buyer.euVat ? 'np II' : 'np I'
  return vat
}

export function isKnownRate(vat: string, context: RateContext): boolean {
  return known.has(writtenRate(vat, context))
}

export function ratesXml(rates: readonly RateSum[], context: RateContext): Xml {
  return fields
    .map(({ rates: own, net, tax }) => {
      const mine = rates.filter((rate) => own.includes(writtenRate(rate.vat, context)))
      if (mine.length === 0) return ''
      const netGrosze = mine.reduce((sum, rate) => sum + rate.netGrosze, 0)
      const vatGrosze = mine.reduce((sum, rate) => sum + rate.vatGrosze, 0)
      return text(net, money(netGrosze)) + (tax ? text(tax, money(vatGrosze)) : '')
    })
    .join('')
}

/** Adnotacje: each note is required, mostly to say no. `rates` are all that the document speaks of. */
export function notesXml(
  notes: { isCashMethod: boolean; isSplitPayment: boolean; exemptionBasis?: string },
  rates: readonly string[],
): Xml {
  const exempt = text('P_19', '1') + text('P_19A', notes.exemptionBasis)
  return element(
    'Adnotacje',
    yesNo('P_16', notes.isCashMethod),
    yesNo('P_17', false),
    yesNo('P_18', rates.includes('oo') || rates.includes('np II')),
    yesNo('P_18A', notes.isSplitPayment),
    element('Zwolnienie', rates.includes('zw') ? exempt : text('P_19N', '1')),
    element('NoweSrodkiTransportu', text('P_22N', '1')),
    yesNo('P_23', false),
    element('PMarzy', text('P_PMarzyN', '1')),
  )
}

export function money(grosze: number): string {
  return toText(fromGrosze(grosze), 2)
}

function yesNo(name: string, yes: boolean): Xml {
  return text(name, yes ? '1' : '2')
}
