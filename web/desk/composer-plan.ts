/** What sending does: one deed, or the message first and then what shall happen after it. */
export type After = 'stay' | 'waiting' | 'resolve'
export type Draft = { mode: 'reply' | 'note'; text: string; fileIds: readonly string[]; after: After }
export type Step = {
  method: 'post' | 'put'
  path: 'messages' | 'pause' | 'resolution'
  body: Record<string, unknown>
}

/** The question that begins a wait, and the words that end a ticket, are themselves the message; files need one of their own. */
export function stepsOf({ mode, text, fileIds, after }: Draft): Step[] {
  const message = (words: string): Step => ({
    method: 'post',
    path: 'messages',
    body: { text: words, isInternal: mode === 'note', fileIds },
  })
  if (mode === 'note' || after === 'stay') return [message(text)]
  if (after === 'resolve') {
    const end: Step = { method: 'put', path: 'resolution', body: { text } }
    return fileIds.length > 0 ? [message(text), end] : [end]
  }
  const pause = (sentence: string): Step => ({
    method: 'put',
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
