/**
 * From a request to a deed: who acts, in which company, at what time, in which language,
 * once per Idempotency-Key.
 */
import type { FastifyRequest } from 'fastify'
import { inContext, type Actor, type Context } from '../context.ts'
import { once } from '../idempotency.ts'
import { refuse } from '../refusal.ts'

/** Whoever knocks. Filled in by the accounts room before a route runs. */
export type Caller = { tenantId: string; actor: Actor; language: 'pl' | 'en'; sessionHash?: string }

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | undefined
    language: 'pl' | 'en'
  }
  interface FastifyContextConfig {
    /** Who may knock: roles of staff, people of clients, or anybody. */
    allow?: readonly Allowed[]
  }
}
export type Allowed =
  | 'anyone'
  | 'staff'
  | 'contact'
  | 'owner'
  | 'manager'
  | 'accountManager'
  | 'technician'
  | 'billing'

export async function act<T>(request: FastifyRequest, deed: (ctx: Context) => Promise<T>): Promise<T> {
  const caller = request.caller ?? refuse('not_signed_in')
  return actAs(request, caller, deed)
}

/** For the public form and raw mail: the company is named in the address, nobody is signed in. */
export async function actAs<T>(
  request: FastifyRequest,
  caller: Caller,
  deed: (ctx: Context) => Promise<T>,
): Promise<T> {
  const key = keyOf(request)
  return inContext(request.server.app, caller, (ctx) => {
    if (!key || request.method === 'GET' || request.method === 'HEAD') return deed(ctx)
    const { actor } = caller
    const scope = `${actor.kind}:${'id' in actor ? actor.id : ''}:${request.method} ${request.url}`
    return once(
      ctx,
      scope,
      key,
      Buffer.isBuffer(request.body) ? request.body.toString('base64') : (request.body ?? null),
      deed,
    )
  })
}

/** Reading needs no key and leaves no trace. */
export const see = act

function keyOf(request: FastifyRequest): string | undefined {
  const header = request.headers['idempotency-key']
  if (header === undefined) return undefined
  if (typeof header !== 'string' || header.length < 8 || header.length > 200)
    refuse('invalid_input', { reason: 'idempotency_key_length' }, 'Idempotency-Key')
  return header
}
