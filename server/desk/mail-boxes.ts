/**
 * The company's own IMAP mailboxes. One is taken in only after we have opened it once; from then
 * on what arrives there is received, and what lay there before stays untouched unless wanted.
 */
import { ImapFlow, type ImapFlowError } from 'imapflow'
import { mayOnly, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { mailEn } from '#words/mail.en.ts'
import { mailPl } from '#words/mail.pl.ts'

export type MailboxLogin = {
  host: string
  port: number
  isSecure: boolean
  username: string
  password: string
  folder: string
}
export type MailboxProblem = keyof typeof mailPl.mailboxReasons
export type Mailbox = {
  id: string
  host: string
  port: number
  isSecure: boolean
  username: string
  folder: string
  lastError: string | null
  lastSeenAt: string | null
  isPaused: boolean
  version: number
}
export type MailboxState = { uidValidity: string; uidNext: number }

const columns = [
  'id',
  'host',
  'port',
  'isSecure',
  'username',
  'folder',
  'lastError',
  'lastSeenAt',
  'isPaused',
  'version',
] as const
const connectMs = 10_000

export function connectionTo(login: MailboxLogin): ImapFlow {
  return new ImapFlow({
    host: login.host,
    port: login.port,
    secure: login.isSecure,
    auth: { user: login.username, pass: login.password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    maxIdleTime: 4 * 60_000,
  })
}

/** Opens the mailbox once; says in which state it is, or what is wrong. */
export async function tryMailbox(login: MailboxLogin): Promise<MailboxState | { problem: MailboxProblem }> {
  const client = connectionTo(login)
  client.on('error', () => {})
  try {
    await client.connect()
    const box = await client.mailboxOpen(login.folder, { readOnly: true })
    await client.logout()
    return { uidValidity: String(box.uidValidity), uidNext: box.uidNext }
  } catch (error) {
    client.close()
    return { problem: problemOf(error as ImapFlowError) }
  }
}

const unanswered =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ECONNRESET|CONNECT_TIMEOUT|GREETING_TIMEOUT|GreetingTimeout|GREEETING_TIMEOUT)$/

export function problemOf(error: Partial<ImapFlowError>): MailboxProblem {
  if (error.authenticationFailed) return 'refused'
  if (error.tlsFailed || /^(ERR_TLS|ERR_SSL|SELF_SIGNED|DEPTH_ZERO|CERT_|UNABLE_TO)/.test(error.code ?? ''))
    return 'no_tls'
  if (unanswered.test(error.code ?? '') || /timeout|timed out/i.test(error.message ?? '')) return 'no_answer'
  if (error.responseStatus === 'NO') return 'no_folder'
  return 'other'
}

export async function mailboxesOf(ctx: Context): Promise<Mailbox[]> {
  return ctx.tx
    .selectFrom('mailboxes')
    .select(columns)
    .where('tenantId', '=', ctx.tenantId)
    .orderBy('username')
    .orderBy('folder')
    .execute()
}

export async function addMailbox(
  ctx: Context,
  login: MailboxLogin & { withExisting: boolean },
  tried: Awaited<ReturnType<typeof tryMailbox>>,
): Promise<Mailbox> {
  mayOnly(ctx, 'owner', 'manager')
  if ('problem' in tried)
    refuse(
      'mailbox_unreachable',
      { cause: tried.problem, reason: reasonIn(ctx.language, tried.problem) },
      fieldOf(tried.problem),
    )
  const known = (await mailboxesOf(ctx)).find(
    (box) => box.host === login.host && box.username === login.username && box.folder === login.folder,
  )
  const { password, withExisting, ...place } = login
  const values = {
    ...place,
    secret: ctx.app.secrets.seal(password),
    uidValidity: tried.uidValidity,
    lastError: null,
    isPaused: false,
    // Real time: the dates of messages in a mailbox are real, also for a sandbox.
    createdAt: ctx.app.clock().toString(),
  }
  const id = known?.id ?? ctx.newId()
  const lastUid = withExisting ? 0 : tried.uidNext - 1
  // Given again, it goes on where it stood: a changed password loses nothing.
  if (known)
    await change(ctx, id, {
      ...values,
      uidValidity: undefined,
      createdAt: undefined,
      version: known.version + 1,
    })
  else
    await ctx.tx
      .insertInto('mailboxes')
      .values({ tenantId: ctx.tenantId, id, ...values, lastUid })
      .execute()
  await told(ctx, 'mailbox_added', id)
  return (await mailboxesOf(ctx)).find((box) => box.id === id)!
}

const fieldOf = (problem: MailboxProblem): string =>
  ({ refused: 'password', no_folder: 'folder', no_tls: 'isSecure', no_answer: 'host', other: 'host' })[
    problem
  ]
export const reasonIn = (language: 'pl' | 'en', problem: MailboxProblem): string =>
  (language === 'en' ? mailEn : mailPl).mailboxReasons[problem]

export async function pauseMailbox(
  ctx: Context,
  id: string,
  wanted: { isPaused: boolean; version: number },
): Promise<Mailbox> {
  mayOnly(ctx, 'owner', 'manager')
  const before = (await mailboxesOf(ctx)).find((box) => box.id === id) ?? refuse('not_found')
  if (before.version !== wanted.version) refuse('changed_meanwhile', { now: before })
  await change(ctx, id, { isPaused: wanted.isPaused, lastError: null, version: before.version + 1 })
  await told(ctx, wanted.isPaused ? 'mailbox_paused' : 'mailbox_resumed', id)
  return (await mailboxesOf(ctx)).find((box) => box.id === id)!
}

export async function removeMailbox(ctx: Context, id: string): Promise<void> {
  mayOnly(ctx, 'owner', 'manager')
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('mailboxes')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numDeletedRows === 0n) refuse('not_found')
  await told(ctx, 'mailbox_removed', id)
}

async function change(ctx: Context, id: string, values: Record<string, unknown>): Promise<void> {
  await ctx.tx
    .updateTable('mailboxes')
    .set(values)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

async function told(ctx: Context, event: string, id: string): Promise<void> {
  await recordEvent(ctx, event, { kind: 'mailbox', id })
  await announce(ctx, 'mailboxes', { id, staffOnly: true })
}
