/** A run of issuing as plain values: counters, what did not work, where each invoice stands. */
import type { DotState } from '../kit/data.tsx'
import type { Run, RunItem } from './billing-data.ts'

export type MailOutcome = 'waiting' | 'noAddress' | 'queued' | 'sent' | 'kept' | 'mailFailed'

export function mailOutcome(item: RunItem): MailOutcome {
  if (item.state !== 'issued') return 'waiting'
  if (item.mailState === 'sent') return 'sent'
  if (item.mailState === 'kept') return 'kept'
  if (item.mailState === 'failed' || item.mailState === 'uncertain') return 'mailFailed'
  return item.recipientEmails.length === 0 ? 'noAddress' : 'queued'
}

export type RunCounts = {
  all: number
  issued: number
  failed: number
  sent: number
  kept: number
  toSend: number
  mailFailed: number
}

export function countsOf({ items }: Pick<Run, 'items'>): RunCounts {
  const outcomes = items.map(mailOutcome)
  const of = (...wanted: MailOutcome[]) => outcomes.filter((one) => wanted.includes(one)).length
  return {
    all: items.length,
    issued: items.filter((item) => item.state === 'issued').length,
    failed: items.filter((item) => item.state === 'failed').length,
    sent: of('sent'),
    kept: of('kept'),
    toSend: items.length - of('noAddress'),
    mailFailed: of('mailFailed'),
  }
}

/** 2 while invoices are being issued, 3 while mails go out, 4 when all of it is done. */
export function stepOfRun(run: Run): 2 | 3 | 4 {
  if (run.endedAt === null) return 2
  return run.items.some((item) => mailOutcome(item) === 'queued') ? 3 : 4
}

/** Issued, reported to KSeF (not yet done by this program), sent. */
export function dotsOf(item: RunItem): { issued: DotState; ksef: DotState; sent: DotState } {
  const outcome = mailOutcome(item)
  const sent = { sent: 'done', kept: 'current', mailFailed: 'failed', queued: 'current' } as const
  return {
    issued: item.state === 'issued' ? 'done' : item.state === 'failed' ? 'failed' : 'ahead',
    ksef: 'ahead',
    sent: outcome in sent ? sent[outcome as keyof typeof sent] : 'ahead',
  }
}

/** The figures have moved: look at them again. Anything else can be tried once more as it is. */
export const remedyOf = (errorCode: string | null): 'recount' | 'review' | 'retry' =>
  errorCode === 'changed_meanwhile'
    ? 'recount'
    : errorCode === 'proposal_needs_decision' || errorCode === 'proposal_empty'
      ? 'review'
      : 'retry'
