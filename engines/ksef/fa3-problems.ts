/**
 * What keeps an invoice from becoming an FA(3) document. The schema would refuse most of
 * it too, but not in words that help; the rest (checksums, an exemption without its act,
 * a unit of local government without its recipient) the schema cannot see.
 */
import { problemOfNip } from '../ids/nip.ts'
import type { Fa3Invoice } from './fa3-invoice.ts'
import { localGovernmentRecipient, vatGroupRecipient, type Fa3Party } from './fa3-parties.ts'
import { isKnownRate } from './fa3-rates.ts'
import { problemOfKsefNumber } from './ksef-number.ts'
import { cleanText } from './xml.ts'

export type Fa3ProblemCode =
  | 'currency_unsupported'
  | 'number_missing'
  | 'number_too_long'
  | 'date_missing'
  | 'dates_reversed'
  | 'seller_nip_missing'
  | 'nip_invalid'
  | 'buyer_name_missing'
  | 'name_missing'
  | 'address_missing'
  | 'country_unknown'
  | 'recipient_missing'
  | 'rate_unknown'
  | 'exemption_basis_missing'
  | 'account_invalid'
  | 'ksef_number_invalid'
  | 'too_many_lines'

/** `path` names the place in the invoice: "lines.2.vat". */
export type Fa3Problem = { code: Fa3ProblemCode; path: string }

const linesMax = 10_000

export function problemsOfFa3(invoice: Fa3Invoice): Fa3Problem[] {
  return [
    ...ofHead(invoice),
    ...ofSeller(invoice),
    ...ofBuyer(invoice),
    ...(invoice.thirdParties ?? []).flatMap((party, i) => ofParty(party, `thirdParties.${i}`)),
    ...ofLines(invoice),
    ...ofCorrection(invoice),
  ]
}

function ofHead(invoice: Fa3Invoice): Fa3Problem[] {
  const { currency, number, soldOn, period, payment } = invoice
  const account = payment?.account?.replace(/\s/g, '')
  return [
    ...when(currency !== 'PLN', 'currency_unsupported', 'currency'),
    ...when(cleanText(number) === '', 'number_missing', 'number'),
    ...when(cleanText(number, 1000).length > 256, 'number_too_long', 'number'),
    ...when(!soldOn && !period, 'date_missing', 'soldOn'),
    ...when(period !== undefined && period.from > period.to, 'dates_reversed', 'period'),
    ...when(
      Boolean(account) && !/^[A-Za-z0-9]{10,34}$/.test(account ?? ''),
      'account_invalid',
      'payment.account',
    ),
  ]
}

function ofSeller({ seller }: Fa3Invoice): Fa3Problem[] {
  return [
    ...when(!seller.nip, 'seller_nip_missing', 'seller.nip'),
    ...when(cleanText(seller.name) === '', 'name_missing', 'seller.name'),
    ...ofParty(seller, 'seller'),
  ]
}

function ofBuyer({ buyer, thirdParties = [] }: Fa3Invoice): Fa3Problem[] {
  const lacks = (role: number) => !thirdParties.some((party) => party.role === role)
  return [
    ...when(cleanText(buyer.name) === '', 'buyer_name_missing', 'buyer.name'),
    ...ofParty(buyer, 'buyer'),
    ...when(
      buyer.isLocalGovernment && lacks(localGovernmentRecipient),
      'recipient_missing',
      'buyer.isLocalGovernment',
    ),
    ...when(
      buyer.isVatGroupMember && lacks(vatGroupRecipient),
      'recipient_missing',
      'buyer.isVatGroupMember',
    ),
  ]
}

function ofParty(party: Fa3Party, path: string): Fa3Problem[] {
  return [
    ...when(Boolean(party.nip) && problemOfNip(party.nip ?? '') !== undefined, 'nip_invalid', `${path}.nip`),
    ...when(cleanText(party.addressLine1) === '', 'address_missing', `${path}.addressLine1`),
    ...when(!/^[A-Z]{2}$/.test(party.country), 'country_unknown', `${path}.country`),
  ]
}

function ofLines(invoice: Fa3Invoice): Fa3Problem[] {
  const { lines, rates, exemptionBasis = '' } = invoice
  const exempt = [...lines, ...rates].some(({ vat }) => vat === 'zw')
  return [
    ...when(lines.length > linesMax, 'too_many_lines', 'lines'),
    ...lines.flatMap(({ vat }, i) => when(!isKnownRate(vat, invoice), 'rate_unknown', `lines.${i}.vat`)),
    ...lines.flatMap(({ name }, i) => when(cleanText(name) === '', 'name_missing', `lines.${i}.name`)),
    ...when(exempt && cleanText(exemptionBasis) === '', 'exemption_basis_missing', 'exemptionBasis'),
  ]
}

function ofCorrection({ correction }: Fa3Invoice): Fa3Problem[] {
  const { of = [], buyerBefore } = correction ?? {}
  return [
    ...(buyerBefore ? ofParty(buyerBefore, 'correction.buyerBefore') : []),
    ...of.flatMap(({ ksefNumber }, i) =>
      when(
        ksefNumber !== undefined && problemOfKsefNumber(ksefNumber) !== undefined,
        'ksef_number_invalid',
        `correction.of.${i}.ksefNumber`,
      ),
    ),
  ]
}

function when(wrong: boolean, code: Fa3ProblemCode, path: string): Fa3Problem[] {
  return wrong ? [{ code, path }] : []
}
