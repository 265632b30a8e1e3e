/** Which deed a ticket asks for first, which stand in its menu, and why one cannot be done now. */
import { sentenceFor } from '#words/words.ts'
import type { AllWords } from '../kit/words.tsx'
import { api } from '../kit/api.ts'
import type { DeedCall, DeedName, Ticket } from './desk-data.ts'

/** The one deed that moves the ticket on; a ticket that is over asks for none. */
export function primaryDeed({ state }: Pick<Ticket, 'state'>): DeedName | undefined {
  if (state === 'held') return 'admit'
  if (state === 'received') return 'takeOver'
  if (state === 'inWork' || state === 'waiting') return 'resolve'
  if (state === 'resolved') return 'close'
  return state === 'closed' ? 'reopen' : undefined
}

export type MenuDeed = DeedName | 'credit'

/**
 * In groups; the gate only while something waits at it, the contract only where several match,
 * arrival and work-around where promised, credits where agreed.
 */
export function menuDeeds(
  ticket: Pick<Ticket, 'state' | 'mark' | 'client'> & Partial<Pick<Ticket, 'clocks'>>,
  hasCredits = false,
): MenuDeed[][] {
  const promised = new Set(ticket.clocks?.clocks.map((clock) => clock.target))
  const gate: MenuDeed[] =
    ticket.state === 'held' ? ['admit', 'refuse', 'link'] : ticket.client ? [] : ['link']
  const groups: MenuDeed[][] = [
    gate,
    ['takeOver', 'delegate', 'changePriority', 'changeAbout'],
    [
      ...(promised.has('arrival') ? (['arrive'] as const) : []),
      ...(promised.has('workAround') ? (['workAround'] as const) : []),
      ticket.state === 'waiting' ? 'resume' : 'pause',
      'resolve',
      'close',
      'reopen',
    ],
    [
      ...(ticket.mark === 'several_contracts' ? (['chooseContract'] as const) : []),
      'judge',
      ...(hasCredits ? (['credit'] as const) : []),
      'merge',
      'cancel',
    ],
  ]
  return groups.filter((group) => group.length > 0)
}

/** True, or the sentence that says why not. */
export function mayOf(
  ticket: Pick<Ticket, 'may' | 'mergedInto'>,
  deed: MenuDeed,
  words: AllWords,
): true | string {
  const code = ticket.may[deed === 'credit' ? 'judge' : deed]
  if (code === true) return true
  return sentenceFor(words.refusals, code, { number: ticket.mergedInto?.name ?? '' }) ?? code
}

/** Reopening takes back what ended the ticket. */
export const endOf = (state: Ticket['state']) =>
  state === 'closed' ? '/api/tickets/{id}/closure' : '/api/tickets/{id}/resolution'

/** What is sent at once, without asking anything first; undefined opens a dialog. */
export function callOf(deed: MenuDeed, { state }: Pick<Ticket, 'state'>): DeedCall | undefined {
  if (deed === 'admit') return (at) => api.put('/api/tickets/{id}/admission', at)
  if (deed === 'arrive') return (at) => api.put('/api/tickets/{id}/arrival', at)
  if (deed === 'takeOver') return (at) => api.put('/api/tickets/{id}/takeover', at)
  if (deed === 'resume') return (at) => api.delete('/api/tickets/{id}/pause', at)
  if (deed === 'close') return (at) => api.put('/api/tickets/{id}/closure', at)
  if (deed === 'reopen') return (at) => api.delete(endOf(state), at)
  return undefined
}

/** One letter, one deed, on the ticket and in its preview. */
export const deedKeys: Readonly<Record<string, DeedName>> = {
  a: 'delegate',
  i: 'takeOver',
  p: 'changePriority',
  r: 'reply',
  n: 'note',
  z: 'pause',
  e: 'resolve',
}
export const keyOfDeed = (deed: MenuDeed): string | undefined =>
  Object.entries(deedKeys).find(([, name]) => name === deed)?.[0]
