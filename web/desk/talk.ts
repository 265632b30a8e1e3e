/** What the messenger knows of conversations: what is unread, what was read, where a new day begins. */
import { daysBetween } from '#words/format.ts'
import type { Schemas } from '../generated/client.ts'

export type TalkFile = Schemas.MessageFile
export type TalkMessage = Schemas.Message
export type ReadMark = Schemas.ReadMark
export type Talk = Schemas.Conversation
export type TalkInList = Schemas.ConversationInList
export type TalkPage = Schemas.ConversationPage
export type Written = Schemas.Written

/** Somebody of the client has read it: a colleague's reading says nothing about the client. */
export function wasRead(
  message: Pick<TalkMessage, 'at'>,
  reads: readonly ReadMark[],
  staff: ReadonlySet<string>,
): boolean {
  return reads.some(
    ({ readerId, readAt }) => !staff.has(readerId) && Date.parse(readAt) >= Date.parse(message.at),
  )
}

/** There is something that this person has not seen yet and did not write. */
export function isUnreadBy(me: string, { messages, reads }: TalkPage): boolean {
  const seenMs = Date.parse(reads.find((mark) => mark.readerId === me)?.readAt ?? '1970-01-01T00:00:00Z')
  return messages.some((message) => message.authorId !== me && Date.parse(message.at) > seenMs)
}

export type TalkView = 'all' | 'free' | 'unread'

export function shownTalks(talks: readonly TalkInList[], view: TalkView, search: string): TalkInList[] {
  const wanted = folded(search.trim())
  return talks.filter(
    (talk) =>
      (view !== 'free' || talk.ticketId === null) &&
      (view !== 'unread' || talk.unread > 0) &&
      folded([talk.subject, talk.clientName, talk.contactName, talk.lastText].join(' ')).includes(wanted),
  )
}

/** Messages by calendar day of the company, in their order. */
export function byDay<T extends { at: string }>(
  messages: readonly T[],
  zone: string,
): { first: T; messages: T[] }[] {
  const days: { first: T; messages: T[] }[] = []
  for (const message of messages) {
    const last = days.at(-1)
    if (last && daysBetween(last.first.at, message.at, zone) === 0) last.messages.push(message)
    else days.push({ first: message, messages: [message] })
  }
  return days
}

/** Letters as people type them in a hurry: small, without marks. */
export const folded = (text: string): string =>
  text.toLocaleLowerCase('pl').replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '')
