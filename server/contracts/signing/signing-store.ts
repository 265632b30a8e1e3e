/**
 * Requests to sign, one for each address. The key in the link opens one request and nothing
 * else; of it only the hash is kept. It begins with the company, so that a page without anybody
 * signed in knows whose rows it may read.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '#server/plumbing/context.ts'

export type SigningRequest = {
  id: string
  contractId: string
  versionId: string
  email: string
  fileId: string
  sha256: string
  sentAt: string
  expiresAt: string
  openedAt: string | null
  withdrawnAt: string | null
  acceptedAt: string | null
  acceptedName: string | null
  acceptedPosition: string | null
  acceptedFrom: string | null
  acceptedWith: string | null
  recordFileId: string | null
}

const columns = [
  'id',
  'contractId',
  'versionId',
  'email',
  'fileId',
  'sha256',
  'sentAt',
  'expiresAt',
  'openedAt',
  'withdrawnAt',
  'acceptedAt',
  'acceptedName',
  'acceptedPosition',
  'acceptedFrom',
  'acceptedWith',
  'recordFileId',
] as const

export function newKey(tenantId: string): { key: string; hash: string } {
  const company = Buffer.from(tenantId.replaceAll('-', ''), 'hex')
  const key = Buffer.concat([company, randomBytes(32)]).toString('base64url')
  return { key, hash: hashOf(key) }
}

/** The company of a key, when it is a key at all. */
export function companyOfKey(key: string): string | undefined {
  const bytes = Buffer.from(key, 'base64url')
  if (bytes.length !== 48) return undefined
  return bytes
    .subarray(0, 16)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex')

export async function insertRequest(
  ctx: Context,
  request: Pick<SigningRequest, 'contractId' | 'versionId' | 'email' | 'fileId' | 'sha256' | 'expiresAt'>,
): Promise<string> {
  const { key, hash } = newKey(ctx.tenantId)
  await ctx.tx
    .insertInto('signingRequests')
    .values({
      ...request,
      tenantId: ctx.tenantId,
      id: ctx.newId(),
      keyHash: hash,
      sentAt: ctx.now.toString(),
    })
    .execute()
  return key
}

/** Held until the transaction ends: two clicks at once are one acceptance. */
export async function requestByKey(ctx: Context, key: string): Promise<SigningRequest | undefined> {
  return ctx.tx
    .selectFrom('signingRequests')
    .select(columns)
    .where('tenantId', '=', ctx.tenantId)
    .where('keyHash', '=', hashOf(key))
    .forUpdate()
    .executeTakeFirst()
}

export async function requestsOfVersion(ctx: Context, versionId: string): Promise<SigningRequest[]> {
  return ctx.tx
    .selectFrom('signingRequests')
    .select(columns)
    .where('tenantId', '=', ctx.tenantId)
    .where('versionId', '=', versionId)
    .orderBy('sentAt', 'desc')
    .orderBy('email')
    .execute()
}

export async function setRequest(
  ctx: Context,
  id: string,
  values: Partial<Omit<SigningRequest, 'id'>>,
): Promise<void> {
  await ctx.tx
    .updateTable('signingRequests')
    .set(values)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

/** What was sent before and not answered no longer counts. */
export async function withdrawRequests(ctx: Context, versionId: string): Promise<void> {
  await ctx.tx
    .updateTable('signingRequests')
    .set({ withdrawnAt: ctx.now.toString() })
    .where('tenantId', '=', ctx.tenantId)
    .where('versionId', '=', versionId)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .execute()
}
