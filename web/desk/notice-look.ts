/** How a notice is told: where it leads, how loud it is, and the count in the title of the tab. */
import type { Schemas } from '../generated/client.ts'
export type NoticeKind = Notice['kind']
export type Notice = Schemas.Notice

export function placeOf({ ticketId, conversationId, facts }: Notice): string | undefined {
  if (typeof facts.contractId === 'string') return `/contracts/${facts.contractId}/meters`
  if (ticketId) return `/tickets/${ticketId}`
  return conversationId ? `/conversations?id=${conversationId}` : undefined
}

/** A deadline speaks up by itself; everything else waits in the bell. */
export const isAlarm = ({ kind }: Notice): boolean => kind === 'clock_warning' || kind === 'clock_breach'

export const unseenOf = (notices: readonly Notice[]): number =>
  notices.filter((notice) => notice.seenAt === null).length

/** Alarms that were not there when we looked last, oldest first. */
export function freshAlarms(notices: readonly Notice[], known: ReadonlySet<string>): Notice[] {
  return notices.filter((one) => isAlarm(one) && one.seenAt === null && !known.has(one.id)).reverse()
}

/** "(3) Zgłoszenia – Opiekun": the number leads, because tabs are narrow. */
export function titleWithCount(title: string, unseen: number): string {
  const plain = title.replace(/^\(\d+\+?\) /, '')
  return unseen === 0 ? plain : `(${countText(unseen)}) ${plain}`
}

/** Only the newest fifty are fetched, so more cannot be told apart. */
export const countText = (unseen: number): string => (unseen >= 50 ? '50+' : String(unseen))
