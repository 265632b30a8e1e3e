/**
 * The FA(3) document of an invoice: XML in the exact order of the ministry's schema
 * (namespace …/2025/06/25/13775/). Pure: the moment of making comes in, the same invoice
 * and moment give the same bytes. What cannot be said in FA(3) comes back as problems,
 * each with its place. Header amounts of a correction are differences; its lines come in
 * pairs, as they stood before and as they stand after.
 */
import { dec, round, toText } from '../base/decimal.ts'
import { must } from '../base/must.ts'
import type { Fa3Correction, Fa3Invoice, Fa3Line } from './fa3-invoice.ts'
import { buyerBeforeXml, buyerXml, sellerXml, thirdPartyXml } from './fa3-parties.ts'
import { problemsOfFa3, type Fa3Problem } from './fa3-problems.ts'
import { money, notesXml, ratesXml, writtenRate, type RateSum } from './fa3-rates.ts'
import { element, text, type Xml } from './xml.ts'

export type { Fa3Invoice, Fa3Problem }
export type Fa3Result = { xml: string } | { problems: Fa3Problem[] }

const namespace = 'http://crd.gov.pl/wzor/2025/06/25/13775/'
const effects = { original: '1', correction: '2', other: '3' } as const

export function fa3(invoice: Fa3Invoice, madeAt: Temporal.Instant): Fa3Result {
  must((invoice.kind === 'KOR') === (invoice.correction !== undefined), 'a correction, and only it, corrects')
  const problems = problemsOfFa3(invoice)
  if (problems.length > 0) return { problems }
  const body = [
    headingXml(madeAt),
    sellerXml(invoice.seller),
    buyerXml(invoice.buyer),
    ...(invoice.thirdParties ?? []).map(thirdPartyXml),
    invoiceXml(invoice),
    element('Stopka', element('Informacje', text('StopkaFaktury', invoice.footer, 3500))),
  ]
  return {
    xml: `<?xml version="1.0" encoding="UTF-8"?>\n<Faktura xmlns="${namespace}">${body.join('')}</Faktura>\n`,
  }
}

function headingXml(madeAt: Temporal.Instant): Xml {
  return element(
    'Naglowek',
    '<KodFormularza kodSystemowy="FA (3)" wersjaSchemy="1-0E">FA</KodFormularza>',
    text('WariantFormularza', '3'),
    text('DataWytworzeniaFa', madeAt.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString()),
    text('SystemInfo', 'Opiekun'),
  )
}

function invoiceXml(invoice: Fa3Invoice): Xml {
  return element(
    'Fa',
    text('KodWaluty', invoice.currency),
    text('P_1', invoice.issueOn),
    text('P_2', invoice.number),
    supplyXml(invoice),
    ratesXml(ratesThatCount(invoice), invoice),
    text('P_15', money(invoice.grossGrosze)),
    notesXml({ ...invoice, isCashMethod: invoice.isCashMethod ?? false }, [...ratesSpokenOf(invoice)]),
    text('RodzajFaktury', invoice.kind),
    invoice.correction ? correctionXml(invoice.correction) : '',
    ...(invoice.notes ?? []).map(({ key, value }) => noteXml(key, value)),
    ...invoice.lines.map((line, i) => lineXml(line, i, invoice)),
    paymentXml(invoice),
    conditionsXml(invoice),
  )
}

/** P_6 only where it differs from the issue date; a period service shows its period. */
function supplyXml({ period, soldOn, issueOn }: Fa3Invoice): Xml {
  if (period) return element('OkresFa', text('P_6_Od', period.from), text('P_6_Do', period.to))
  return soldOn === issueOn ? '' : text('P_6', soldOn)
}

/** A correction leaves out the rates in which nothing changed. */
function ratesThatCount({ kind, rates }: Fa3Invoice): RateSum[] {
  return rates.filter((rate) => kind !== 'KOR' || rate.netGrosze !== 0 || rate.vatGrosze !== 0)
}

function ratesSpokenOf(invoice: Fa3Invoice): Set<string> {
  return new Set([...invoice.rates, ...invoice.lines].map(({ vat }) => writtenRate(vat, invoice)))
}

function correctionXml({ reason, of, effect = 'correction', buyerBefore }: Fa3Correction): Xml {
  must(of.length > 0, 'a correction names what it corrects')
  return [
    text('PrzyczynaKorekty', reason),
    text('TypKorekty', effects[effect]),
    ...of.map(correctedXml),
    buyerBefore ? buyerBeforeXml(buyerBefore) : '',
  ].join('')
}

function correctedXml({ number, issueOn, ksefNumber }: Fa3Correction['of'][number]): Xml {
  const inKsef = text('NrKSeF', '1') + text('NrKSeFFaKorygowanej', ksefNumber)
  return element(
    'DaneFaKorygowanej',
    text('DataWystFaKorygowanej', issueOn),
    text('NrFaKorygowanej', number),
    ksefNumber ? inKsef : text('NrKSeFN', '1'),
  )
}

/** A note needs both halves; one without words is left out. */
function noteXml(key: string, value: string): Xml {
  const [head, tail] = [text('Klucz', key), text('Wartosc', value)]
  return head && tail ? element('DodatkowyOpis', head, tail) : ''
}

function lineXml(line: Fa3Line, index: number, invoice: Fa3Invoice): Xml {
  return element(
    'FaWiersz',
    text('NrWierszaFa', String(index + 1)),
    text('P_7', line.name, 512),
    text('P_8A', line.unit),
    text('P_8B', atMost(line.quantity, 6)),
    text('P_9A', atMost(line.unitPrice, 8)),
    text('P_11', money(line.netGrosze)),
    text('P_12', writtenRate(line.vat, invoice)),
    line.isAnnex15 ? text('P_12_Zal_15', '1') : '',
    line.isBefore ? text('StanPrzed', '1') : '',
  )
}

function atMost(value: string, decimals: number): string {
  return toText(round(dec(value), decimals))
}

function paymentXml({ payment }: Fa3Invoice): Xml {
  if (!payment) return ''
  const account = text('NrRB', payment.account?.replace(/\s/g, ''))
  return element(
    'Platnosc',
    element('TerminPlatnosci', text('Termin', payment.dueOn)),
    text('FormaPlatnosci', '6'),
    account && element('RachunekBankowy', account, text('NazwaBanku', payment.bankName)),
  )
}

function conditionsXml({ contractNumbers = [] }: Fa3Invoice): Xml {
  return element(
    'WarunkiTransakcji',
    ...contractNumbers.map((number) => element('Umowy', text('NrUmowy', number))),
  )
}
