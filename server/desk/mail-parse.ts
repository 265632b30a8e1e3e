/**
 * A raw message becomes what the desk needs to know of it. Nothing here throws for what
 * a sender can write: a message that cannot be read comes back as broken, with whatever
 * could be read, and nothing in it can upset the database or a browser.
 */
import { createHash } from 'node:crypto'
import { simpleParser, type Attachment, type AddressObject, type ParsedMail } from 'mailparser'
import sanitizeHtml from 'sanitize-html'
import { isForwardSubject, isReplySubject, newText } from './mail-clean.ts'
import { bounceOf, failsDmarc, natureOf, type HeaderLines, type Nature } from './mail-nature.ts'

export type MailAttachment = { name: string; mediaType: string; bytes: Buffer }
export type IncomingMail = {
  /** With angle brackets, as our own are kept. */
  messageId: string | undefined
  /** Whatever the message answers, the nearest first. */
  answers: string[]
  from: { address: string; name: string } | undefined
  subject: string
  /** Everything that was written, and the newly written part of it. */
  text: string
  newText: string
  /** Safe to show: no scripts, no forms, nothing loaded from elsewhere. */
  html: string | undefined
  sentAt: string | undefined
  attachments: MailAttachment[]
  nature: Nature
  bounce: { isFinal: boolean; reason: string; about: string[] } | undefined
  /** Our own number of a message, when one of ours came back in a circle. */
  ownMailId: string | undefined
  failsDmarc: boolean
  isBroken: boolean
  /** Equal for the same message however often and by whichever way it comes. */
  contentHash: string
}

const textCharactersMax = 200_000
const htmlCharactersMax = 2_000_000

export async function parseMail(raw: Buffer, envelopeFrom?: string): Promise<IncomingMail> {
  const mail = mailOf(raw, await readMime(raw), envelopeFrom)
  if (!mail.isBroken || mail.text.trim() !== '') return mail
  const { messageId, nature, bounce } = mail
  return {
    ...mailOf(raw, await readMime(asPlainText(raw)), envelopeFrom),
    isBroken: true,
    messageId,
    nature,
    bounce,
  }
}

function mailOf(raw: Buffer, parsed: ParsedMail | undefined, envelopeFrom: string | undefined): IncomingMail {
  const headers = headerLines(parsed)
  const subject = clean(parsed?.subject ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
  const html = typeof parsed?.html === 'string' && parsed.html.trim() !== '' ? parsed.html : undefined
  const text = clean(wholeText(parsed, html)).slice(0, textCharactersMax)
  const from = senderOf(parsed)
  const answers = idsIn(headers, 'in-reply-to', 'references')
  const isReply = (answers.length > 0 || isReplySubject(subject)) && !isForwardSubject(subject)
  const nature = natureOf(headers, subject, envelopeFrom)
  const attachments = (parsed?.attachments ?? []).map(attachmentOf)
  return {
    messageId: idsIn(headers, 'message-id')[0] ?? bareId(headers.get('message-id')?.[0]),
    answers,
    from,
    subject,
    text,
    attachments,
    nature,
    newText: newText(text, isReply),
    html: html && safeHtml(html),
    sentAt: parsed?.date && !Number.isNaN(parsed.date.getTime()) ? parsed.date.toISOString() : undefined,
    bounce: nature === 'bounce' ? bounced(raw) : undefined,
    ownMailId: clean(headers.get('x-opiekun')?.[0] ?? '').trim() || undefined,
    failsDmarc: failsDmarc(headers),
    isBroken: !parsed || isBroken(headers, from, text, attachments),
    contentHash: hashOf(
      from?.address ?? '',
      subject,
      text.replace(/\s+/g, ' '),
      ...attachments.map((a) => hashOf(a.bytes)),
    ),
  }
}

async function readMime(raw: Buffer): Promise<ParsedMail | undefined> {
  try {
    const options = {
      skipImageLinks: true,
      keepCidLinks: true,
      skipTextToHtml: true,
      keepDeliveryStatus: true,
      maxHtmlLengthToParse: htmlCharactersMax,
    }
    return await simpleParser(raw, options)
  } catch {
    return undefined
  }
}

/** The last resort: the same head without what it says of its structure, and the body as it stands. */
function asPlainText(raw: Buffer): Buffer {
  const text = raw.subarray(0, 60_000).toString('utf8').replace(/\r\n?/g, '\n')
  const end = text.search(/\n\n/)
  const hasHead = /^[\w-]+[ \t]*:/.test(text) && end > 0
  const head = hasHead
    ? text
        .slice(0, end)
        .replace(/^(content-|mime-)[^\n]*(\n[ \t][^\n]*)*\n?/gim, '')
        .trim()
    : ''
  // oxlint-disable-next-line no-control-regex -- control characters are what is being removed
  const body = (hasHead ? text.slice(end) : text).replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '')
  return Buffer.from(`${head ? `${head}\n` : ''}Content-Type: text/plain; charset=utf-8\n\n${body}`)
}

/** Nobody to answer, or nothing to read although it says that there is something. */
function isBroken(
  headers: HeaderLines,
  from: IncomingMail['from'],
  text: string,
  attachments: MailAttachment[],
): boolean {
  if (!from) return true
  const type = headers.get('content-type')?.[0] ?? ''
  const isMultipart = /^\s*multipart\//i.test(type)
  if (isMultipart && !/boundary\s*=/i.test(type)) return true
  return isMultipart && text.trim() === '' && attachments.length === 0
}

function headerLines(parsed: ParsedMail | undefined): HeaderLines {
  const lines: HeaderLines = new Map()
  for (const { key, line } of parsed?.headerLines ?? []) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n\s+/g, ' ')
      .trim()
    lines.set(key, [...(lines.get(key) ?? []), value])
  }
  return lines
}

function idsIn(headers: HeaderLines, ...names: string[]): string[] {
  // The last reference is the nearest; In-Reply-To, named first, is nearer still.
  const found = names.flatMap((name) =>
    [
      ...(headers
        .get(name)
        ?.join(' ')
        .matchAll(/<[^<>\s]{3,400}>/g) ?? []),
    ]
      .map(([id]) => clean(id))
      .reverse(),
  )
  return [...new Set(found)].slice(0, 100)
}

const bareId = (text: string | undefined): string | undefined =>
  text && /^\S{3,400}$/.test(text) ? `<${clean(text)}>` : undefined

function senderOf(parsed: ParsedMail | undefined): IncomingMail['from'] {
  const person = firstPerson(parsed?.from) ?? firstPerson(parsed?.replyTo)
  const address = clean(person?.address ?? '')
    .trim()
    .toLowerCase()
  if (!/^[^\s@<>]+@[^\s@<>]+$/.test(address) || address.length > 320) return undefined
  return {
    address,
    name: clean(person?.name ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 200),
  }
}

function firstPerson(
  field: AddressObject | undefined,
): { address?: string | undefined; name?: string | undefined } | undefined {
  return field?.value.flatMap((entry) => entry.group ?? [entry]).find((entry) => entry.address)
}

/** Some programs send a text part that is empty or says "open it in a browser". */
function wholeText(parsed: ParsedMail | undefined, html: string | undefined): string {
  const text = parsed?.text ?? ''
  if (text.trim() !== '' || !html) return text
  const broken = html.replace(/<(br|\/p|\/div|\/tr|\/li|\/h\d)\b[^>]*>/gi, '$&\n')
  return sanitizeHtml(broken, { allowedTags: [], allowedAttributes: {} })
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

function safeHtml(html: string): string {
  return sanitizeHtml(clean(html), {
    allowedTags: [
      ...sanitizeHtml.defaults.allowedTags.filter((tag) => tag !== 'img'),
      'h1',
      'h2',
      'del',
      'ins',
      'center',
      'font',
    ],
    allowedAttributes: { a: ['href'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    transformTags: {
      a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer nofollow', target: '_blank' }),
    },
  })
}

const endings: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'text/calendar': 'txt',
  'message/rfc822': 'eml',
  'message/delivery-status': 'txt',
}

function attachmentOf(part: Attachment, index: number): MailAttachment {
  const ending = endings[part.contentType] ?? 'bin'
  const name = clean(part.filename ?? '').trim() || `zalacznik-${index + 1}.${ending}`
  return { name, mediaType: part.contentType, bytes: part.content }
}

/** Everything that looks like a Message-ID in a bounce: the one it speaks of is among them. */
function bounced(raw: Buffer): IncomingMail['bounce'] {
  const text = raw.subarray(0, 300_000).toString('latin1').replaceAll('\r\n', '\n')
  const told = bounceOf(text)
  return (
    told && {
      ...told,
      about: [...new Set([...text.matchAll(/<[^<>\s]+@[^<>\s]+>/g)].map(([id]) => id))].slice(0, 100),
    }
  )
}

/** PostgreSQL keeps neither NUL nor half characters. */
const clean = (text: string): string => text.replaceAll('\u0000', '').toWellFormed()

function hashOf(...parts: (string | Buffer)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\n')
  return hash.digest('hex')
}
