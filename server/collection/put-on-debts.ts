/**
 * A payment on debts in their order: each is paid as far as the money goes, the rest stays
 * with the client. The principal only: interest has no claim of its own until a note is issued.
 */
export type Debt = { invoiceId: string; openGrosze: number }

export function putOnDebts(
  grosze: number,
  debts: readonly Debt[],
): { parts: { invoiceId: string; amountGrosze: number }[]; leftGrosze: number } {
  const parts: { invoiceId: string; amountGrosze: number }[] = []
  let leftGrosze = grosze
  for (const { invoiceId, openGrosze } of debts) {
    const amountGrosze = Math.min(leftGrosze, openGrosze)
    if (amountGrosze <= 0) continue
    parts.push({ invoiceId, amountGrosze })
    leftGrosze -= amountGrosze
  }
  return { parts, leftGrosze }
}
