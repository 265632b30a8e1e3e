/**
 * SMTP connections to the servers that carry our mail, a small pool per company and server.
 * Delivering tells four fates apart: sent; refused for good; to be tried later, because not
 * a byte of the text was accepted; unanswered, because the text left and no answer came.
 */
import { Readable } from 'node:stream'
import nodemailer, { type SendMailOptions, type Transporter } from 'nodemailer'

export type Delivery = { smtpUrl: string; message: SendMailOptions }
export type Outcome =
  | { kind: 'sent'; error?: string }
  | { kind: 'refused' | 'later' | 'unanswered'; error: string }
export type Transports = {
  /** `beforeText` runs before the end of the text leaves; when it fails, the end never leaves and nothing arrives. */
  deliver: (tenantId: string, delivery: Delivery, beforeText: () => Promise<void>) => Promise<Outcome>
  close: () => void
}

const seconds = 1000
// The wait for an answer stays well below the time a job may take.
const waits = {
  connectionTimeout: 20 * seconds,
  greetingTimeout: 20 * seconds,
  dnsTimeout: 20 * seconds,
  socketTimeout: 180 * seconds,
  idleTimeout: 30 * seconds,
}

export function openTransports(): Transports {
  const known = new Map<string, Transporter>()
  return {
    async deliver(tenantId, { smtpUrl, message }, beforeText) {
      const key = `${tenantId} ${smtpUrl}`
      const transport = known.get(key) ?? transportTo(smtpUrl)
      known.set(key, transport)
      let textLeft = false
      const onText = async () => {
        await beforeText()
        textLeft = true
      }
      try {
        const info = (await transport.sendMail({ ...message, [textHook]: onText } as SendMailOptions)) as {
          rejected?: unknown[]
        }
        return {
          kind: 'sent',
          ...(info.rejected?.length ? { error: `refused: ${info.rejected.join(', ')}` } : {}),
        }
      } catch (error) {
        return outcomeOf(error as SmtpError, textLeft)
      }
    },
    close() {
      for (const transport of known.values()) transport.close()
    },
  }
}

const textHook = 'beforeText'

function transportTo(smtpUrl: string): Transporter {
  // What was handed over is never repeated by the pool behind our back.
  const options = {
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...waits,
  }
  const transport = nodemailer.createTransport(options) as unknown as Transporter
  transport.use('stream', (mail, done) => {
    const onText = (mail.data as { [textHook]?: () => Promise<void> })[textHook]
    if (onText) mail.message.processFunc((text) => Readable.from(textAfter(onText, text)))
    done()
  })
  return transport
}

/**
 * Read only once the server said "go on". The last piece is held back until `onText` is done:
 * a server takes a message only with its end, so whatever is cut before has not arrived.
 */
async function* textAfter(onText: () => Promise<void>, text: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer | undefined
  for await (const piece of text) {
    if (held) yield held
    held = piece
  }
  await onText()
  if (held) yield held
}

type SmtpError = {
  code?: string
  responseCode?: number
  permanent?: boolean
  command?: string
  message: string
}

/** An answer with a number is an answer; a refusal counts for the message only where the message was spoken of. */
function outcomeOf(error: SmtpError, textLeft: boolean): Outcome {
  const text = error.message.slice(0, 300)
  if (error.responseCode)
    return { kind: error.permanent && aboutTheMessage(error.command) ? 'refused' : 'later', error: text }
  if (textLeft) return { kind: 'unanswered', error: text }
  // Too large for that server, or an address that is none: nobody needs to be asked again.
  return { kind: error.code === 'EMESSAGE' || error.code === 'EENVELOPE' ? 'refused' : 'later', error: text }
}

const aboutTheMessage = (command: string | undefined): boolean =>
  ['MAIL FROM', 'RCPT TO', 'DATA'].includes(command ?? '')
