/**
 * Who wrote a mail: a person, a machine, or the postal service telling of a failed delivery.
 * Only a person's message moves a ticket. Machines announce themselves by headers
 * (RFC 3834 and older habits); what comes without a return path wants no answer.
 */

export type Nature = 'person' | 'autoReply' | 'automatic' | 'bounce'
/** All lines of each header, unfolded, under its lower-case name. */
export type HeaderLines = Map<string, string[]>

export function natureOf(headers: HeaderLines, subject: string, envelopeFrom: string | undefined): Nature {
  const first = (name: string): string => (headers.get(name)?.[0] ?? '').trim().toLowerCase()
  const type = first('content-type')
  const isReport = type.startsWith('multipart/report')
  if (headers.has('x-failed-recipients') || (isReport && type.includes('delivery-status'))) return 'bounce'
  const hasNoReturn = envelopeFrom === '' || /^<\s*>$/.test(first('return-path'))
  if (hasNoReturn && /^[^@]*(mailer-daemon|postmaster)\b/.test(first('from').replace(/^.*</, '')))
    return 'bounce'
  const submitted = first('auto-submitted')
  if (isReport || /^auto-(replied|notified)/.test(submitted) || answersBySubject(subject)) return 'autoReply'
  if (
    ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply-from'].some(
      (name) => headers.has(name) && first(name) !== 'no',
    )
  )
    return 'autoReply'
  if (/^auto[_-]?reply/.test(first('precedence')) || hasNoReturn) return 'autoReply'
  if (submitted !== '' && !submitted.startsWith('no')) return 'automatic'
  if (
    /^(bulk|list|junk)/.test(first('precedence')) ||
    ['list-id', 'list-post', 'list-unsubscribe'].some((name) => headers.has(name))
  )
    return 'automatic'
  return 'person'
}

/** Programs that answer for an absent person without saying so in a header. */
const answersBySubject = (subject: string): boolean =>
  /^\s*(automatyczna odpowiedź|odpowiedź automatyczna|autoodpowiedź|automatic reply|auto[- ]?reply|autoreply|out of office( reply)?|poza biurem)\s*:/i.test(
    subject,
  )

/**
 * The verdict of the receiving server. Only the topmost header counts: the server puts its
 * own above whatever the sender may have written. No verdict is no accusation.
 */
export function failsDmarc(headers: HeaderLines): boolean {
  const verdict = /\bdmarc\s*=\s*(\w+)/i.exec(headers.get('authentication-results')?.[0] ?? '')
  return verdict?.[1]?.toLowerCase() === 'fail'
}

/** What a bounce says: for good or not yet, and in which words. Deliveries that succeeded say nothing. */
export function bounceOf(report: string): { isFinal: boolean; reason: string } | undefined {
  const action = /^action:\s*(\w+)/im.exec(report)?.[1]?.toLowerCase()
  if (action && !['failed', 'delayed'].includes(action)) return undefined
  const reason =
    /^diagnostic-code:\s*(?:[\w-]+;)?\s*(.+(?:\n[ \t].+)*)/im.exec(report)?.[1] ??
    /^status:\s*([\d.]+)/im.exec(report)?.[1]
  return { isFinal: action !== 'delayed', reason: (reason ?? 'undelivered').replace(/\s+/g, ' ').trim() }
}
