/** What sending does: one deed, or the message first and then what shall happen after it. */
import type { Asked } from '../kit/api.ts'

export type After = 'stay' | 'waiting' | 'resolve'
export type Draft = { mode: 'reply' | 'note'; text: string; fileIds: readonly string[]; after: After }
export type Step =
  | { path: 'messages'; body: Asked<'post', '/api/tickets/{id}/messages'>['body'] }
  | { path: 'pause'; body: Asked<'put', '/api/tickets/{id}/pause'>['body'] }
  | { path: 'resolution'; body: Asked<'put', '/api/tickets/{id}/resolution'>['body'] }

/** The question that begins a wait, and the words that end a ticket, are themselves the message; files need one of their own. */
export function stepsOf({ mode, text, fileIds, after }: Draft): Step[] {
  const message = (words: string): Step => ({
    path: 'messages',
    body: { text: words, isInternal: mode === 'note', fileIds: [...fileIds] },
  })
  if (mode === 'note' || after === 'stay') return [message(text)]
  if (after === 'resolve') {
    const end: Step = { path: 'resolution', body: { text } }
    return fileIds.length > 0 ? [message(text), end] : [end]
  }
  const pause = (sentence: string): Step => ({
    path: 'pause',
    body: { reason: 'waitingForClient', ...(sentence ? { sentence } : {}) },
  })
  return fileIds.length > 0 ? [message(text), pause('')] : [pause(text)]
}

/** What may follow a reply in the ticket's present state. */
export function aftersOf(
  may: Readonly<Record<'pause' | 'resolve', true | string>>,
  pauseReasons: readonly { key: string }[],
): After[] {
  const waits = may.pause === true && pauseReasons.some((one) => one.key === 'waitingForClient')
  return [
    'stay',
    ...(waits ? (['waiting'] as const) : []),
    ...(may.resolve === true ? (['resolve'] as const) : []),
  ]
}
