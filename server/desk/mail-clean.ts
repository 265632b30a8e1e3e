/**
 * What a person newly wrote in a reply: without the quoted thread under or above it and
 * without the signature. Mail programs announce a quote in their own ways, in Polish and in
 * English; a forwarded message is no quote, it is what the sender wants to show. When
 * nothing would be left, everything is kept. The original always stays in the raw message.
 */

export function newText(text: string, isReply: boolean): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u202f]/g, ' ')
    .split('\n')
    .map((line) => line.trimEnd())
  const own = withoutSignature(isReply ? withoutQuotes(lines) : lines)
  return tidy(own) || tidy(lines)
}

export const isReplySubject = (subject: string): boolean =>
  /^\s*(re|odp|aw|sv)\s*(\[\d+\])?\s*:/i.test(subject)
export const isForwardSubject = (subject: string): boolean =>
  /^\s*(fwd?|fw|pd|przek|przekazane)\s*:/i.test(subject)

/** "Odp: RE: Nie działa" → "Nie działa". */
export function bareSubject(subject: string): string {
  const bare = subject.replace(/^\s*(re|odp|aw|sv|fwd?|fw|pd|przek)\s*(\[\d+\])?\s*:\s*/i, '')
  return bare === subject ? subject.trim() : bareSubject(bare)
}

function withoutQuotes(lines: string[]): string[] {
  const at = lines.findIndex((_, i) => quoteHeaderAt(lines, i) > 0)
  if (at < 0) return withoutMarkedLines(lines)
  const above = lines.slice(0, at)
  const below = lines.slice(at + quoteHeaderAt(lines, at))
  const first = below.find((line) => line !== '')
  // Without marks nobody can tell where the quote ends: it is everything below.
  if (first === undefined || !isMarked(first)) return withoutMarkedLines(above)
  return withoutMarkedLines([...above, ...below])
}

const isMarked = (line: string): boolean => /^\s{0,3}>/.test(line)

/** Answers written between the quoted lines need them; otherwise the marked lines go. */
function withoutMarkedLines(lines: string[]): string[] {
  const last = lines.findLastIndex((line) => line !== '' && !isMarked(line))
  const kept = lines.slice(0, last + 1)
  return answeredBlocks(kept) >= 2 ? kept : kept.filter((line) => !isMarked(line))
}

function answeredBlocks(lines: string[]): number {
  const written = lines.filter((line) => line !== '')
  return written.filter((line, i) => isMarked(line) && i + 1 < written.length && !isMarked(written[i + 1]!))
    .length
}

const introductions = [
  /^(w dniu|dnia)\s.{4,240}(pisze|napisał(\(a\)|a|o)?|wrote)\s*:?$/i,
  /^on\s.{4,240}\swrote\s*:$/i,
  // Gmail: "pt., 20 lis 2026 o 15:40 Ola Sadowska <ola@…> napisał(a):"
  /^.{0,24}\d{4}.{0,24}\d{1,2}[:.]\d{2}.{0,200}(napisał(\(a\)|a)?|pisze|wrote)\s*:$/i,
  /^wiadomość napisana przez .{2,200}:$/i,
  /^(użytkownik|uzytkownik) .{2,200} napisał(\(a\)|a)?\s*:?$/i,
]
const separators =
  /^\s*[-_]{2,}\s*(original message|wiadomość oryginalna|oryginalna wiadomość|pierwotna wiadomość|reply message|odpowiedziano na)\s*[-_]{2,}\s*$/i

/** How many lines at `i` announce a quote; 0 when they do not. A long announcement is wrapped. */
function quoteHeaderAt(lines: string[], i: number): number {
  const line = lines[i] ?? ''
  if (isMarked(line)) return 0
  if (separators.test(line)) return 1
  if (/^_{10,}$/.test(line) && letterhead(lines, nextWritten(lines, i + 1)))
    return nextWritten(lines, i + 1) - i + letterhead(lines, nextWritten(lines, i + 1))
  const heads = letterhead(lines, i)
  if (heads > 0) return heads
  for (let n = 1; n <= 3; n++) {
    const joined = lines
      .slice(i, i + n)
      .join(' ')
      .trim()
    if (lines[i + n - 1] !== '' && introductions.some((pattern) => pattern.test(joined))) return n
  }
  return 0
}

const nextWritten = (lines: string[], from: number): number => {
  const at = lines.findIndex((line, i) => i >= from && line !== '')
  return at < 0 ? lines.length : at
}

/** Outlook's head of the quoted message: From, Sent, To, Subject on lines of their own. */
function letterhead(lines: string[], i: number): number {
  if (!/^\*?(od|from|nadawca)\s*:\*?\s*\S/i.test(lines[i] ?? '')) return 0
  const heads = lines
    .slice(i + 1, i + 8)
    .findIndex(
      (line) =>
        !/^\*?(wysłano|wysłane|data|do|dw|udw|temat|sent|date|to|cc|subject|importance|ważność)\s*:/i.test(
          line,
        ),
    )
  return heads >= 2 ? heads + 1 : 0
}

const mobileSignature =
  /^(wysłan[eoa]y? z[e]? (mojego |mojej |programu |aplikacji |poczty |telefonu|smartfona|urządzenia|iphone|ipad|outlook|samsung|yahoo|huawei|xiaomi)|wysłano z|sent from |pobierz (aplikację )?outlook|uzyskaj outlook|get outlook for )/i

function withoutSignature(lines: string[]): string[] {
  const dashes = lines.findIndex((line, i) => /^--\s?$/.test(line) && i > 0)
  const above = dashes > 0 && tidy(lines.slice(0, dashes)) !== '' ? lines.slice(0, dashes) : lines
  return above.filter((line) => !mobileSignature.test(line.trim()))
}

const tidy = (lines: string[]): string =>
  lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
