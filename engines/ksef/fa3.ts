/**
 * The FA(3) document of an invoice: XML in the exact order of the ministry's schema
 * (namespace …/2025/06/25/13775/, schema of 2025-06-25). Pure: the moment of making comes
 * in. What cannot be said in FA(3) comes back as a problem with its place.
 */
import { dec, fromGrosze, round, toText } from '../base/decimal.ts'
import { must } from '../base/must.ts'
import { element, joined, textOf, type Xml } from './xml.ts'

export type Fa3Party = {
  name: string
  /** Polish tax number; a Polish business must stand here, or KSeF does not deliver to it. */
  nip?: string
  /** Without a NIP: an EU VAT number, another country's id, or nothing (a consumer). */
  euVat?: { country: string; number: string }
  otherId?: { country?: string; number: string }
  country: string
  addressLine1: string
  addressLine2?: string
  email?: string
  phone?: string
}

export type Fa3Line = {
  name: string
  unit: string
  quantity: string
  unitPrice: string
  netGrosze: number
  vat: string
  isAnnex15?: boolean
  /** In a correction: the line as it stood before. */
  isBefore?: boolean
}

export type Fa3Invoice = {
  kind: 'VAT' | 'KOR'
  number: string
  issueOn: string
  /** One date of supply, or the period of a period service. */
  soldOn?: string
  period?: { from: string; to: string }
  currency: string
  seller: Fa3Party & { nip: string }
  buyer: Fa3Party & { isLocalGovernment: boolean; isVatGroupMember: boolean }
  /** Recipients and others: role 8 goes with a local government, 10 with a VAT group. */
  thirdParties?: (Fa3Party & { role: number })[]
  lines: Fa3Line[]
  /** Sums per rate; in a correction the differences. */
  rates: { vat: string; netGrosze: number; vatGrosze: number }[]
  grossGrosze: number
  isSplitPayment: boolean
  isCashMethod?: boolean
  /** The act behind an exemption, such as "art. 113 ust. 1 i 9 ustawy o VAT". */
  exemptionBasis?: string
  correction?: { reason: string; of: { number: string; issueOn: string; ksefNumber?: string }[]; buyerBefore?: Fa3Party }
  payment?: { dueOn: string; account?: string; bankName?: string }
  contractNumbers?: string[]
  footer?: string
}

export type Fa3Problem = { code: 'currency_unsupported' | 'rate_unknown' | 'exemption_basis_missing' | 'buyer_name_missing' | 'address_missing' | 'date_missing' | 'number_too_long' | 'seller_nip_missing'; path: string }
export type Fa3Result = { xml: string } | { problems: Fa3Problem[] }

const namespace = 'http://crd.gov.pl/wzor/2025/06/25/13775/'

/** Rate → the fields of its sum of net and of tax; the schema wants them in this order. */
const fieldsOfRate: { rates: string[]; net: string; tax?: string }[] = [
  { rates: ['23', '22'], net: 'P_13_1', tax: 'P_14_1' },
  { rates: ['8', '7'], net: 'P_13_2', tax: 'P_14_2' },
  { rates: ['5'], net: 'P_13_3', tax: 'P_14_3' },
  { rates: ['4', '3'], net: 'P_13_4', tax: 'P_14_4' },
  { rates: ['0'], net: 'P_13_6_1' },
  { rates: ['zw'], net: 'P_13_7' },
  { rates: ['np'], net: 'P_13_8' },
  { rates: ['oo'], net: 'P_13_10' },
]
/** How a rate is written in a line. */
const lineRate: Record<string, string> = { '0': '0 KR', np: 'np I' }

export function fa3(invoice: Fa3Invoice, madeAt: Temporal.Instant): Fa3Result {
  const problems = problemsOf(invoice)
  if (problems.length > 0) return { problems }
  const body = joined([
    heading(madeAt),
    seller(invoice.seller),
    buyer(invoice.buyer),
    ...(invoice.thirdParties ?? []).map(thirdParty),
    element('Fa', invoiceBody(invoice)),
    invoice.footer ? element('Stopka', element('Informacje', text('StopkaFaktury', invoice.footer, 3500))) : '',
  ])
  return { xml: `<?xml version="1.0" encoding="UTF-8"?>\n<Faktura xmlns="${namespace}">${body}</Faktura>\n` }
}

function problemsOf(invoice: Fa3Invoice): Fa3Problem[] {
  const problems: Fa3Problem[] = []
  const known = new Set(fieldsOfRate.flatMap((f) => f.rates))
  if (invoice.currency !== 'PLN') problems.push({ code: 'currency_unsupported', path: 'currency' })
  if (!/^\d{10}$/.test(invoice.seller.nip)) problems.push({ code: 'seller_nip_missing', path: 'seller.nip' })
  if (!invoice.buyer.name.trim()) problems.push({ code: 'buyer_name_missing', path: 'buyer.name' })
  if (!invoice.buyer.addressLine1.trim()) problems.push({ code: 'address_missing', path: 'buyer.addressLine1' })
  if (!invoice.seller.addressLine1.trim()) problems.push({ code: 'address_missing', path: 'seller.addressLine1' })
  if (!invoice.soldOn && !invoice.period) problems.push({ code: 'date_missing', path: 'soldOn' })
  if (invoice.number.length > 256) problems.push({ code: 'number_too_long', path: 'number' })
  invoice.lines.forEach(({ vat }, i) => !known.has(vat) && problems.push({ code: 'rate_unknown', path: `lines.${i}.vat` }))
  if (invoice.rates.some((r) => r.vat === 'zw') && !invoice.exemptionBasis) problems.push({ code: 'exemption_basis_missing', path: 'exemptionBasis' })
  return problems
}

function heading(madeAt: Temporal.Instant): Xml {
  return element(
    'Naglowek',
    joined([
      '<KodFormularza kodSystemowy="FA (3)" wersjaSchemy="1-0E">FA</KodFormularza>',
      text('WariantFormularza', '3'),
      text('DataWytworzeniaFa', madeAt.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString()),
      text('SystemInfo', 'Opiekun'),
    ]),
  )
}

function seller(party: Fa3Invoice['seller']): Xml {
  return element('Podmiot1', joined([element('DaneIdentyfikacyjne', joined([text('NIP', party.nip), text('Nazwa', party.name, 512)])), address(party), contactData(party)]))
}

function buyer(party: Fa3Invoice['buyer']): Xml {
  return element(
    'Podmiot2',
    joined([identification(party), address(party), contactData(party), text('JST', party.isLocalGovernment ? '1' : '2'), text('GV', party.isVatGroupMember ? '1' : '2')]),
  )
}

function thirdParty(party: Fa3Party & { role: number }): Xml {
  return element('Podmiot3', joined([identification(party), address(party), contactData(party), text('Rola', String(party.role))]))
}

function identification(party: Fa3Party): Xml {
  return element('DaneIdentyfikacyjne', joined([identifier(party), text('Nazwa', party.name, 512)]))
}

function identifier(party: Fa3Party): Xml {
  if (party.nip) return text('NIP', party.nip)
  if (party.euVat) return joined([text('KodUE', party.euVat.country), text('NrVatUE', party.euVat.number, 12)])
  if (party.otherId) return joined([party.otherId.country ? text('KodKraju', party.otherId.country) : '', text('NrID', party.otherId.number, 50)])
  return text('BrakID', '1')
}

function address(party: Fa3Party): Xml {
  const second = party.addressLine2?.trim() ? text('AdresL2', party.addressLine2, 512) : ''
  return element('Adres', joined([text('KodKraju', party.country), text('AdresL1', party.addressLine1, 512), second]))
}

function contactData({ email, phone }: Fa3Party): Xml {
  if (!email && !phone) return ''
  return element('DaneKontaktowe', joined([email ? text('Email', email, 255) : '', phone ? text('Telefon', phone.replace(/\s/g, '').slice(0, 16)) : '']))
}

function invoiceBody(invoice: Fa3Invoice): Xml {
  return joined([
    text('KodWaluty', invoice.currency),
    text('P_1', invoice.issueOn),
    text('P_2', invoice.number, 256),
    supplyDate(invoice),
    ...sumsByRate(invoice),
    text('P_15', money(invoice.grossGrosze)),
    notes(invoice),
    text('RodzajFaktury', invoice.kind),
    invoice.correction ? correctionBlock(invoice.correction) : '',
    ...invoice.lines.map(line),
    payment(invoice),
    conditions(invoice),
  ])
}

/** P_6 only where it differs from the issue date; a period service shows its period. */
function supplyDate({ period, soldOn, issueOn }: Fa3Invoice): Xml {
  if (period) return element('OkresFa', joined([text('P_6_Od', period.from), text('P_6_Do', period.to)]))
  return soldOn && soldOn !== issueOn ? text('P_6', soldOn) : ''
}

function sumsByRate({ rates }: Fa3Invoice): Xml[] {
  return fieldsOfRate.map(({ rates: own, net, tax }) => {
    const mine = rates.filter((r) => own.includes(r.vat))
    if (mine.length === 0) return ''
    const sum = (pick: (r: (typeof mine)[number]) => number) => money(mine.reduce((total, r) => total + pick(r), 0))
    return joined([text(net, sum((r) => r.netGrosze)), tax ? text(tax, sum((r) => r.vatGrosze)) : ''])
  })
}

function notes(invoice: Fa3Invoice): Xml {
  const reverse = invoice.rates.some((r) => r.vat === 'oo')
  const exempt = invoice.rates.some((r) => r.vat === 'zw')
  return element(
    'Adnotacje',
    joined([
      flag('P_16', invoice.isCashMethod ?? false),
      flag('P_17', false),
      flag('P_18', reverse),
      flag('P_18A', invoice.isSplitPayment),
      element('Zwolnienie', exempt ? joined([text('P_19', '1'), text('P_19A', invoice.exemptionBasis!, 256)]) : text('P_19N', '1')),
      element('NoweSrodkiTransportu', text('P_22N', '1')),
      flag('P_23', false),
      element('PMarzy', text('P_PMarzyN', '1')),
    ]),
  )
}

function correctionBlock({ reason, of, buyerBefore }: NonNullable<Fa3Invoice['correction']>): Xml {
  must(of.length > 0, 'a correction names what it corrects')
  return joined([
    text('PrzyczynaKorekty', reason, 256),
    text('TypKorekty', '2'),
    ...of.map((one) =>
      element(
        'DaneFaKorygowanej',
        joined([
          text('DataWystFaKorygowanej', one.issueOn),
          text('NrFaKorygowanej', one.number, 256),
          ...(one.ksefNumber ? [text('NrKSeF', '1'), text('NrKSeFFaKorygowanej', one.ksefNumber)] : [text('NrKSeFN', '1')]),
        ]),
      ),
    ),
    buyerBefore ? element('Podmiot2K', joined([identification(buyerBefore), address(buyerBefore)])) : '',
  ])
}

function line(row: Fa3Line, index: number): Xml {
  return element(
    'FaWiersz',
    joined([
      text('NrWierszaFa', String(index + 1)),
      text('P_7', row.name, 512),
      text('P_8A', row.unit, 256),
      text('P_8B', decimals(row.quantity, 6)),
      text('P_9A', decimals(row.unitPrice, 8)),
      text('P_11', money(row.netGrosze)),
      text('P_12', lineRate[row.vat] ?? row.vat),
      row.isAnnex15 ? text('P_12_Zal_15', '1') : '',
      row.isBefore ? text('StanPrzed', '1') : '',
    ]),
  )
}

function payment({ payment: asked }: Fa3Invoice): Xml {
  if (!asked) return ''
  const account = asked.account ? element('RachunekBankowy', joined([text('NrRB', asked.account.replace(/\s/g, '')), asked.bankName ? text('NazwaBanku', asked.bankName, 256) : ''])) : ''
  return element('Platnosc', joined([element('TerminPlatnosci', text('Termin', asked.dueOn)), text('FormaPlatnosci', '6'), account]))
}

function conditions({ contractNumbers = [] }: Fa3Invoice): Xml {
  if (contractNumbers.length === 0) return ''
  return element('WarunkiTransakcji', joined(contractNumbers.map((number) => element('Umowy', text('NrUmowy', number, 256)))))
}

const text = (name: string, value: string, lengthMax = 256): Xml => textOf(name, value, lengthMax)
const flag = (name: string, yes: boolean): Xml => text(name, yes ? '1' : '2')
const money = (grosze: number): string => toText(fromGrosze(grosze), 2)
const decimals = (value: string, most: number): string => toText(round(dec(value), most))
