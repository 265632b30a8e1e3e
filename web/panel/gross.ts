/** A net price with its VAT, in whole grosze, half up; a code that is not a rate ("zw", "np") adds nothing to say. */
export function withVat(netGrosze: number, vat: string): number | undefined {
  if (!/^\d{1,2}$/.test(vat)) return undefined
  return netGrosze + Math.floor((netGrosze * Number(vat) + 50) / 100)
}
