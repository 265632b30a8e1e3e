/** Messages as the client sees them. Internal notes are sifted out by the desk and once more here. */
import type { Message } from '#server/desk/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { me } from './me.ts'

export type PanelMessage = {
  id: string
  at: string
  /** Written by this person, by somebody else of the client, by the company, or by the program. */
  side: 'me' | 'ours' | 'theirs' | 'program'
  authorName: string
  channel: Message['channel']
  text: string
  files: Message['files']
}

export function shownMessages(ctx: Context, messages: Message[]): PanelMessage[] {
  const { id: myId } = me(ctx)
  return messages
    .filter((one) => !one.isInternal)
    .map(({ id, at, authorName, channel, text, files, authorKind, authorId }) => ({
      id,
      at,
      side: sideOf(authorKind, authorId === myId),
      authorName,
      channel,
      text,
      files,
    }))
}

function sideOf(kind: Message['authorKind'], isMe: boolean): PanelMessage['side'] {
  if (kind === 'staff') return 'theirs'
  if (kind === 'automatic') return 'program'
  return isMe ? 'me' : 'ours'
}
