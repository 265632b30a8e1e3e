/** What somebody typed and has not sent, kept in this tab's memory by ticket. */
const place = (ticketId: string): string => `opiekun-draft-${ticketId}`

export function keptDraft(ticketId: string): string {
  try {
    return sessionStorage.getItem(place(ticketId)) ?? ''
  } catch {
    return ''
  }
}

export function keepDraft(ticketId: string, text: string): void {
  try {
    if (text) sessionStorage.setItem(place(ticketId), text)
    else sessionStorage.removeItem(place(ticketId))
  } catch {
    // A browser that keeps nothing still sends what is typed.
  }
}

export const forgetDraft = (ticketId: string): void => keepDraft(ticketId, '')
