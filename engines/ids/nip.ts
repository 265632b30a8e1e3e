/**
 * NIP, the Polish tax number: ten digits; the first nine weighted by
 * 6 5 7 2 3 4 5 6 7 give the tenth as the remainder of 11 (10 is never given out).
 * The first three name a tax office: never 0 in front, never two zeros behind.
 * That is also the pattern of FA(3), so 0000000000 is refused.
 */
import { weightedSum, withoutSeparators } from './digits.ts'

export type NipProblem = 'nip_missing' | 'nip_characters' | 'nip_length' | 'nip_office' | 'nip_checksum'

const weights = [6, 5, 7, 2, 3, 4, 5, 6, 7]

export function cleanNip(text: string): string {
  return withoutSeparators(text).replace(/^PL/, '')
}

export function problemOfNip(text: string): NipProblem | undefined {
  const nip = cleanNip(text)
  if (nip === '') return 'nip_missing'
  if (!/^\d+$/.test(nip)) return 'nip_characters'
  if (nip.length !== 10) return 'nip_length'
  if (!/^[1-9](\d[1-9]|[1-9]\d)/.test(nip)) return 'nip_office'
  return weightedSum(nip, weights) % 11 === Number(nip[9]) ? undefined : 'nip_checksum'
}

/** "526-587-76-35". */
export function formatNip(text: string): string {
  return cleanNip(text).replace(/^(\d{3})(\d{3})(\d{2})(\d{2})$/, '$1-$2-$3-$4')
}
