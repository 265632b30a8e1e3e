/**
 * Who stands on an FA(3) document. A Polish buyer's NIP must stand in the field for it, or
 * KSeF does not deliver the invoice; others have an EU number, a number of another country,
 * or none (a consumer). An invoice for a unit of local government or a member of a VAT
 * group also names that unit or member as a third party, with role 8 or 10.
 */
import { cleanNip } from '../ids/nip.ts'
import { element, text, type Xml } from './xml.ts'

export type Fa3Party = {
  name: string
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

export type Fa3Seller = Fa3Party & { nip: string }
export type Fa3Buyer = Fa3Party & { isLocalGovernment: boolean; isVatGroupMember: boolean }
/** Roles: 2 recipient, 6 payer, 8 recipient in local government, 10 recipient in a VAT group. */
export type Fa3ThirdParty = Fa3Party & { role: number }

export const plainRecipient = 2
export const localGovernmentRecipient = 8
export const vatGroupRecipient = 10

export function sellerXml(party: Fa3Seller): Xml {
  const identity = element(
    'DaneIdentyfikacyjne',
    text('NIP', cleanNip(party.nip)),
    text('Nazwa', party.name, 512),
  )
  return element('Podmiot1', identity, address(party), contactData(party))
}

export function buyerXml(party: Fa3Buyer): Xml {
  return element(
    'Podmiot2',
    identity(party),
    address(party),
    contactData(party),
    text('JST', party.isLocalGovernment ? '1' : '2'),
    text('GV', party.isVatGroupMember ? '1' : '2'),
  )
}

export function thirdPartyXml(party: Fa3ThirdParty): Xml {
  return element(
    'Podmiot3',
    identity(party),
    address(party),
    contactData(party),
    text('Rola', String(party.role)),
  )
}

/** The buyer as the corrected invoice had it. */
export function buyerBeforeXml(party: Fa3Party): Xml {
  return element('Podmiot2K', identity(party), address(party))
}

function identity(party: Fa3Party): Xml {
  return element('DaneIdentyfikacyjne', number(party), text('Nazwa', party.name, 512))
}

function number({ nip, euVat, otherId }: Fa3Party): Xml {
  if (nip) return text('NIP', cleanNip(nip))
  if (euVat) return text('KodUE', euCountry(euVat.country)) + text('NrVatUE', bareEuNumber(euVat), 12)
  if (otherId) return text('KodKraju', otherId.country) + text('NrID', otherId.number, 50)
  return text('BrakID', '1')
}

/** Greece is EL among VAT numbers. */
function euCountry(country: string): string {
  return country === 'GR' ? 'EL' : country
}

function bareEuNumber({ country, number: typed }: { country: string; number: string }): string {
  const bare = typed.toUpperCase().replace(/[^0-9A-Z+*]/g, '')
  return bare.startsWith(euCountry(country)) ? bare.slice(2) : bare
}

function address(party: Fa3Party): Xml {
  return element(
    'Adres',
    text('KodKraju', party.country),
    text('AdresL1', party.addressLine1, 512),
    text('AdresL2', party.addressLine2, 512),
  )
}

function contactData({ email = '', phone = '' }: Fa3Party): Xml {
  const reachable = /.@./.test(email) ? text('Email', email, 255) : ''
  return element('DaneKontaktowe', reachable, text('Telefon', phone.replace(/\s/g, ''), 16))
}
