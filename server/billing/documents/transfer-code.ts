/**
 * The text of a transfer QR code, as the Polish Bank Association defines it: nine fields
 * parted by |, the amount in grosze with at least six digits, name 20 and title 32 characters.
 * Only for PLN, and not for split payment, which it cannot express.
 */
import { must } from '#engines/base/must.ts'

export function transferCodeText(transfer: {
  nip?: string
  account: string
  amountGrosze: number
  name: string
  title: string
}): string {
  const account = transfer.account.replaceAll(/[^\d]/g, '')
  must(account.length === 26, 'a Polish account has 26 digits')
  must(Number.isSafeInteger(transfer.amountGrosze) && transfer.amountGrosze > 0, 'a transfer has an amount')
  const amount = String(transfer.amountGrosze).padStart(6, '0')
  const nip = (transfer.nip ?? '').replaceAll(/[^\d]/g, '')
  return [nip, 'PL', account, amount, field(transfer.name, 20), field(transfer.title, 32), '', '', ''].join(
    '|',
  )
}

function field(text: string, length: number): string {
  const clean = text
    .replaceAll(/[|\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return [...clean].slice(0, length).join('').trim()
}
