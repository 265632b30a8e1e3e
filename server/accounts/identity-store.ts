/** Identities, sessions and links: global tables, read and written in system transactions. */
import type { Tx } from '#server/plumbing/db/database.ts'
import { hashOfToken, newToken } from './passwords.ts'

export type Hat = { tenantId: string; kind: 'staff' | 'contact'; subjectId: string }
export type Identity = {
  id: string
  email: string
  name: string
  passwordHash: string | null
  language: string
  confirmedAt: string | null
}

export const cleanEmail = (email: string): string => email.trim().toLowerCase()

export async function identityByEmail(tx: Tx, email: string): Promise<Identity | undefined> {
  return tx
    .selectFrom('identity.identities')
    .selectAll()
    .where('email', '=', cleanEmail(email))
    .executeTakeFirst()
}

export async function insertIdentity(
  tx: Tx,
  row: {
    id: string
    email: string
    name: string
    passwordHash: string | null
    language: string
    confirmedAt: string | null
    createdAt: string
  },
): Promise<void> {
  await tx
    .insertInto('identity.identities')
    .values({ ...row, email: cleanEmail(row.email) })
    .execute()
}

/** The person behind an address: the known one, else a new one without a password. */
export async function identityFor(
  tx: Tx,
  who: { email: string; name: string; language: string; now: string; newId: () => string },
): Promise<Identity> {
  const known = await tx
    .selectFrom('identity.identities')
    .select(['id', 'email', 'name', 'language', 'confirmedAt'])
    .where('email', '=', cleanEmail(who.email))
    .executeTakeFirst()
  if (known) return { ...known, passwordHash: null }
  const row = {
    id: who.newId(),
    email: cleanEmail(who.email),
    name: who.name,
    passwordHash: null,
    language: who.language,
    confirmedAt: null,
    createdAt: who.now,
  }
  await insertIdentity(tx, row)
  return row
}

export async function wearHat(tx: Tx, identityId: string, hat: Hat): Promise<void> {
  await tx
    .insertInto('identity.hats')
    .values({ identityId, ...hat })
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function dropHat(tx: Tx, hat: Hat): Promise<void> {
  await tx
    .deleteFrom('identity.hats')
    .where('tenantId', '=', hat.tenantId)
    .where('kind', '=', hat.kind)
    .where('subjectId', '=', hat.subjectId)
    .execute()
  await tx
    .deleteFrom('identity.sessions')
    .where('tenantId', '=', hat.tenantId)
    .where('kind', '=', hat.kind)
    .where('subjectId', '=', hat.subjectId)
    .execute()
}

export async function hatsOf(
  tx: Tx,
  identityId: string,
  kind: Hat['kind'],
): Promise<(Hat & { company: string; slug: string; tenantKind: string })[]> {
  const rows = await tx
    .selectFrom('identity.hats as h')
    .innerJoin('tenants as t', 't.tenantId', 'h.tenantId')
    .select(['h.tenantId', 'h.kind', 'h.subjectId', 't.name as company', 't.slug', 't.kind as tenantKind'])
    .where('h.identityId', '=', identityId)
    .where('h.kind', '=', kind)
    .orderBy('t.createdAt')
    .execute()
  return rows as (Hat & { company: string; slug: string; tenantKind: string })[]
}

const sessionDays = { staff: 30, contact: 90 }

export async function openSession(
  tx: Tx,
  identityId: string,
  { tenantId, kind, subjectId }: Hat,
  at: { now: Temporal.Instant; userAgent: string },
): Promise<string> {
  const { token, hash } = newToken()
  await tx
    .insertInto('identity.sessions')
    .values({
      tokenHash: hash,
      identityId,
      tenantId,
      kind,
      subjectId,
      userAgent: at.userAgent.slice(0, 200),
      createdAt: at.now.toString(),
      lastSeenAt: at.now.toString(),
      expiresAt: at.now.add({ hours: 24 * sessionDays[kind] }).toString(),
    })
    .execute()
  return token
}

export async function closeSession(tx: Tx, tokenHash: string): Promise<void> {
  await tx.deleteFrom('identity.sessions').where('tokenHash', '=', tokenHash).execute()
}

export type LinkPurpose = 'confirm_email' | 'sign_in' | 'invitation' | 'reset_password' | 'confirm_report'
export type Link = {
  purpose: LinkPurpose
  email: string
  identityId?: string
  tenantId?: string
  subjectId?: string
  facts?: Record<string, unknown>
  minutes: number
}

export async function newLink(tx: Tx, link: Link, now: Temporal.Instant): Promise<string> {
  const { token, hash } = newToken()
  await tx
    .insertInto('identity.linkTokens')
    .values({
      tokenHash: hash,
      purpose: link.purpose,
      email: cleanEmail(link.email),
      identityId: link.identityId ?? null,
      tenantId: link.tenantId ?? null,
      subjectId: link.subjectId ?? null,
      facts: JSON.stringify(link.facts ?? {}),
      createdAt: now.toString(),
      expiresAt: now.add({ minutes: link.minutes }).toString(),
      usedAt: null,
    })
    .execute()
  return token
}

export type UsedLink = {
  purpose: LinkPurpose
  email: string
  identityId: string | null
  tenantId: string | null
  subjectId: string | null
  facts: Record<string, unknown>
}

/** Uses a link up, or says why it cannot be used. Single use holds also for two clicks at once. */
export async function takeLink(
  tx: Tx,
  token: string,
  purposes: LinkPurpose[],
  now: Temporal.Instant,
): Promise<UsedLink | 'unknown' | 'used' | 'expired'> {
  const row = await linkRow(tx, token)
  if (!row || !purposes.includes(row.purpose as LinkPurpose)) return 'unknown'
  if (row.usedAt) return 'used'
  if (Temporal.Instant.compare(Temporal.Instant.from(row.expiresAt), now) <= 0) return 'expired'
  await tx
    .updateTable('identity.linkTokens')
    .set({ usedAt: now.toString() })
    .where('tokenHash', '=', row.tokenHash)
    .execute()
  return row as unknown as UsedLink
}

async function linkRow(tx: Tx, token: string) {
  return tx
    .selectFrom('identity.linkTokens')
    .selectAll()
    .where('tokenHash', '=', hashOfToken(token))
    .forUpdate()
    .executeTakeFirst()
}
