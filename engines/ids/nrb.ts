/**
 * NRB, the Polish account number: 2 check digits, 8 of the bank's sort code, 16 of
 * the account; an IBAN is its country in front. Moved behind the rest, with the
 * country as digits (PL = 2521), the number leaves 1 when divided by 97. Virtual
 * accounts of mass payments are made by computing the check digits.
 */
import { must } from '../base/must.ts'
import { weightedSum, withoutSeparators } from './digits.ts'

export type NrbProblem = 'nrb_missing' | 'nrb_characters' | 'nrb_length' | 'nrb_checksum'
export type IbanProblem = 'iban_missing' | 'iban_characters' | 'iban_length' | 'iban_checksum'

export function cleanNrb(text: string): string {
  return withoutSeparators(text).replace(/^PL/, '')
}

export function problemOfNrb(text: string): NrbProblem | undefined {
  const nrb = cleanNrb(text)
  if (nrb === '') return 'nrb_missing'
  if (!/^\d+$/.test(nrb)) return 'nrb_characters'
  if (nrb.length !== 26) return 'nrb_length'
  return remainderOf97(`PL${nrb}`) === 1n ? undefined : 'nrb_checksum'
}

/** Any country's account, for a client abroad; a Polish one must also have its 26 digits. */
export function problemOfIban(text: string): IbanProblem | undefined {
  const iban = withoutSeparators(text)
  if (iban === '') return 'iban_missing'
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban)) return 'iban_characters'
  if (iban.length < 15 || iban.length > 34 || (iban.startsWith('PL') && iban.length !== 28))
    return 'iban_length'
  return remainderOf97(iban) === 1n ? undefined : 'iban_checksum'
}

/** The whole account number from the bank's sort code and the account within the bank. */
export function nrbOf(bankAndAccount: string): string {
  must(/^\d{24}$/.test(bankAndAccount), 'sort code and account are 24 digits')
  const check = 98n - remainderOf97(`PL00${bankAndAccount}`)
  return check.toString().padStart(2, '0') + bankAndAccount
}

export function ibanOfNrb(nrb: string): string {
  return `PL${cleanNrb(nrb)}`
}

/** "61 1090 1014 0000 0712 1981 2874". */
export function formatNrb(text: string): string {
  return cleanNrb(text)
    .replace(/^(\d{2})/, '$1 ')
    .replace(/(\d{4})(?=\d)/g, '$1 ')
}

/** Whether the eighth digit of a bank's sort code answers for the other seven. */
export function isBankSortCode(text: string): boolean {
  if (!/^\d{8}$/.test(text)) return false
  return (10 - (weightedSum(text, [3, 9, 7, 1, 3, 9, 7]) % 10)) % 10 === Number(text[7])
}

function remainderOf97(iban: string): bigint {
  const moved = iban.slice(4) + iban.slice(0, 4)
  return BigInt(moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) % 97n
}
