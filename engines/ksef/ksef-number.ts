/**
 * The number that KSeF gives to an invoice: NIP of the seller, day, twelve technical signs
 * and two of a checksum, 35 in all: `NIP-YYYYMMDD-XXXXXXXXXXXX-CC`. The checksum is CRC-8
 * (polynomial 07, begun with 0) of what stands before its dash.
 */
import { problemOfNip } from '../ids/nip.ts'

export type KsefNumberProblem =
  | 'ksef_number_form'
  | 'ksef_number_nip'
  | 'ksef_number_date'
  | 'ksef_number_checksum'

export function problemOfKsefNumber(number: string): KsefNumberProblem | undefined {
  const parts = /^(\d{10})-(\d{8})-[0-9A-F]{12}-([0-9A-F]{2})$/.exec(number)
  if (!parts) return 'ksef_number_form'
  const [, nip = '', day = '', check] = parts
  if (problemOfNip(nip)) return 'ksef_number_nip'
  if (!isDay(day)) return 'ksef_number_date'
  return checksumOf(number.slice(0, 32)) === check ? undefined : 'ksef_number_checksum'
}

export function checksumOf(text: string): string {
  const crc = [...text].reduce((rest, sign) => shifted(rest ^ sign.charCodeAt(0)), 0)
  return crc.toString(16).toUpperCase().padStart(2, '0')
}

function shifted(byte: number): number {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x80 ? (crc << 1) ^ 0x07 : crc << 1) & 0xff
  return crc
}

function isDay(day: string): boolean {
  const written = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`
  try {
    return Temporal.PlainDate.from(written).toString() === written
  } catch {
    return false
  }
}
