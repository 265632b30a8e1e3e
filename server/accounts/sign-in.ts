/**
 * Signing up and in: password, magic link, invitation, confirmation of an address.
 * These deeds stand before any company, so they run in system transactions and in
 * real time. An unknown address gets the same answer as a known one.
 */
import type { App } from '#server/plumbing/app.ts'
import { inContext, type Context } from '#server/plumbing/context.ts'
import { sendMail } from '#server/plumbing/mail/mail-out.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { accountsPl } from '#words/accounts.pl.ts'
import { accountsEn } from '#words/accounts.en.ts'
import { countAttempt } from './attempts.ts'
import { createCompany } from './create-company.ts'
import {
  cleanEmail,
  hatsOf,
  identityByEmail,
  insertIdentity,
  newLink,
  openSession,
  takeLink,
  type Hat,
  type LinkPurpose,
  type UsedLink,
} from './identity-store.ts'
import { hashPassword, passwordMatches } from './passwords.ts'
import type { Trade } from '#engines/presets/trades.ts'

export type SignedIn = { token: string; kind: 'staff' | 'contact'; tenantId: string; subjectId: string }
type From = { userAgent: string; address: string; language: 'pl' | 'en' }

const words = { pl: accountsPl, en: accountsEn }
export const passwordLengthMin = 10

export async function signUp(
  app: App,
  person: {
    email: string
    password: string
    name: string
    company: string
    nip?: string | null
    trade: Trade
  },
  from: From,
): Promise<SignedIn> {
  await countAttempt(app, `sign-up:${from.address}`, 20, 60)
  const email = validEmail(person.email)
  if (person.password.length < passwordLengthMin)
    refuse('password_too_short', { lengthMin: passwordLengthMin }, 'password')
  const passwordHash = await hashPassword(person.password)
  const made = await app.db.inSystem(async (tx) => {
    if (await identityByEmail(tx, email)) refuse('email_taken', {}, 'email')
    const identityId = app.newId()
    await insertIdentity(tx, {
      id: identityId,
      email,
      name: person.name,
      passwordHash,
      language: from.language,
      confirmedAt: null,
      createdAt: app.clock().toString(),
    })
    const company = await createCompany(
      app,
      tx,
      { name: person.company, nip: person.nip, trade: person.trade, kind: 'live', language: from.language },
      { identityId, name: person.name, email },
    )
    const hat: Hat = { tenantId: company.tenantId, kind: 'staff', subjectId: company.staffId }
    const token = await openSession(tx, identityId, hat, { now: app.clock(), userAgent: from.userAgent })
    return {
      token,
      kind: 'staff' as const,
      tenantId: company.tenantId,
      subjectId: company.staffId,
      identityId,
    }
  })
  await inContext(
    app,
    { tenantId: made.tenantId, actor: { kind: 'system', what: 'sign_up' }, language: from.language },
    (ctx) => askToConfirm(ctx, made.identityId, email),
  )
  return made
}

export async function askToConfirm(ctx: Context, identityId: string, email: string): Promise<void> {
  await mailLink(ctx, { purpose: 'confirm_email', email, identityId, minutes: 60 * 24 * 3, path: '/confirm' })
}

export async function signIn(
  app: App,
  given: { email: string; password: string },
  from: From,
): Promise<SignedIn> {
  const email = cleanEmail(given.email)
  await countAttempt(app, `sign-in:${from.address}`, 60, 15)
  await countAttempt(app, `sign-in-person:${email}`, 10, 15)
  return app.db.inSystem(async (tx) => {
    const identity = await identityByEmail(tx, email)
    if (!(await passwordMatches(given.password, identity?.passwordHash)) || !identity)
      refuse('wrong_email_or_password', {}, 'password')
    const [hat] = await hatsOf(tx, identity.id, 'staff')
    if (!hat) refuse('wrong_email_or_password', {}, 'password')
    const token = await openSession(tx, identity.id, hat, { now: app.clock(), userAgent: from.userAgent })
    return { token, kind: 'staff', tenantId: hat.tenantId, subjectId: hat.subjectId }
  })
}

/** A link by mail, 15 minutes, single use. Whether the address is known is not told. */
export async function askForLink(
  app: App,
  given: { email: string; kind: 'staff' | 'contact' },
  from: From,
): Promise<void> {
  const email = cleanEmail(given.email)
  await countAttempt(app, `link:${from.address}`, 30, 15)
  await countAttempt(app, `link-person:${email}`, 5, 15)
  const found = await app.db.inSystem(async (tx) => {
    const identity = await identityByEmail(tx, email)
    const hats = identity ? await hatsOf(tx, identity.id, given.kind) : []
    return identity && hats[0] ? { identity, hat: hats[0] } : undefined
  })
  if (!found) return
  const { identity, hat } = found
  await inContext(
    app,
    {
      tenantId: hat.tenantId,
      actor: { kind: 'system', what: 'sign_in_link' },
      language: identity.language as 'pl' | 'en',
    },
    (ctx) =>
      mailLink(ctx, {
        purpose: 'sign_in',
        email,
        identityId: identity.id,
        subjectId: hat.subjectId,
        minutes: 15,
        facts: { kind: hat.kind },
        path: hat.kind === 'contact' ? '/panel/enter' : '/enter',
      }),
  )
}

/** Signs in by a link: magic, invitation or confirmation. An invitation may set a password. */
export async function enterByLink(
  app: App,
  given: { token: string; password?: string; name?: string },
  from: From,
): Promise<SignedIn> {
  await countAttempt(app, `enter:${from.address}`, 60, 15)
  if (given.password !== undefined && given.password.length < passwordLengthMin)
    refuse('password_too_short', { lengthMin: passwordLengthMin }, 'password')
  const passwordHash = given.password === undefined ? undefined : await hashPassword(given.password)
  return app.db.inSystem(async (tx) => {
    const link = usable(
      await takeLink(
        tx,
        given.token,
        ['sign_in', 'invitation', 'confirm_email', 'reset_password'],
        app.clock(),
      ),
    )
    const now = app.clock().toString()
    if (!link.identityId) refuse('link_unknown')
    await tx
      .updateTable('identity.identities')
      .set({
        confirmedAt: now,
        ...(passwordHash && link.purpose !== 'sign_in' ? { passwordHash } : {}),
        ...(given.name ? { name: given.name } : {}),
      })
      .where('id', '=', link.identityId)
      .execute()
    if (link.purpose === 'invitation' && link.tenantId && link.subjectId) {
      await tx
        .updateTable('staff')
        .set({ joinedAt: now, ...(given.name ? { name: given.name } : {}) })
        .where('tenantId', '=', link.tenantId)
        .where('id', '=', link.subjectId)
        .execute()
    }
    const hat = await hatOfLink(tx, link)
    const token = await openSession(tx, link.identityId, hat, { now: app.clock(), userAgent: from.userAgent })
    return { token, kind: hat.kind, tenantId: hat.tenantId, subjectId: hat.subjectId }
  })
}

async function hatOfLink(tx: Parameters<typeof hatsOf>[0], link: UsedLink): Promise<Hat> {
  const kind = link.facts.kind === 'contact' ? 'contact' : 'staff'
  const hats = await hatsOf(tx, link.identityId!, kind)
  return (
    hats.find((h) => h.tenantId === link.tenantId && h.subjectId === link.subjectId) ??
    hats[0] ??
    refuse('link_unknown')
  )
}

export function usable(link: UsedLink | 'unknown' | 'used' | 'expired'): UsedLink {
  if (link === 'unknown') refuse('link_unknown')
  if (link === 'used') refuse('link_used')
  if (link === 'expired') refuse('link_expired')
  return link
}

type MailedLink = {
  purpose: LinkPurpose
  email: string
  identityId: string
  subjectId?: string
  minutes: number
  path: string
  facts?: Record<string, unknown>
  /** A room's own words around the link, instead of those of the purpose. */
  text?: (link: string) => { subject: string; body: string }
}

/** Writes the link and its mail. On a first try without SMTP the link stands in the server's log too. */
export async function mailLink(ctx: Context, link: MailedLink): Promise<void> {
  const token = await newLink(ctx.tx, { ...link, tenantId: ctx.tenantId }, ctx.app.clock())
  const address = `${ctx.app.settings.publicUrl}${link.path}?key=${token}`
  const text =
    link.text?.(address) ??
    words[ctx.language].mails[link.purpose as 'sign_in']({
      company: ctx.tenant.name,
      link: address,
      minutes: link.minutes,
      name: String(link.facts?.name ?? ''),
    })
  await sendMail(ctx, {
    kind: link.purpose,
    to: [{ address: link.email }],
    subject: text.subject,
    text: text.body,
    secret: true,
  })
  if (!ctx.app.settings.smtpUrl && listensOnLoopback(ctx.app))
    ctx.app.tellOperator(`${text.subject}: ${address}`)
}

export function listensOnLoopback(app: App): boolean {
  return ['127.0.0.1', 'localhost', '::1'].includes(app.settings.host)
}

export function validEmail(text: string): string {
  const email = cleanEmail(text)
  if (!/^[^\s@<>"(),;:]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(email) || email.length > 200)
    refuse('email_invalid', {}, 'email')
  return email
}
