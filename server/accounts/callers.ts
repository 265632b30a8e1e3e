/** Who is calling: the session cookie, the company and the hat, in one query. */
import type { FastifyRequest } from 'fastify'
import type { Actor, Role } from '#server/plumbing/context.ts'
import type { Caller } from '#server/plumbing/http/act.ts'
import { hashOfToken } from './passwords.ts'

export const staffCookie = 'opiekun_session'
export const panelCookie = 'opiekun_panel'

type Row = {
  identity_id: string
  kind: 'staff' | 'contact'
  tenant_id: string
  subject_id: string
  language: 'pl' | 'en'
  stale: boolean
  staff_name: string | null
  staff_email: string | null
  role: Role | null
  contact_name: string | null
  contact_email: string | null
  client_id: string | null
  is_supervisor: boolean | null
}

const query = `
  select s.identity_id, s.kind, s.tenant_id, s.subject_id, i.language, s.last_seen_at < $2::timestamptz - interval '10 minutes' as stale,
    f.name as staff_name, f.email as staff_email, f.role, c.name as contact_name, c.email as contact_email, c.client_id, c.is_supervisor
  from identity.sessions s
  join identity.identities i on i.id = s.identity_id
  left join staff f on s.kind = 'staff' and f.tenant_id = s.tenant_id and f.id = s.subject_id and f.left_at is null
  left join contacts c on s.kind = 'contact' and c.tenant_id = s.tenant_id and c.id = s.subject_id and c.left_at is null and c.has_panel_access
  where s.token_hash = $1 and s.expires_at > $2`

export async function identifyCaller(request: FastifyRequest): Promise<Caller | undefined> {
  const kind = request.url.startsWith('/api/panel/') ? 'contact' : 'staff'
  const token = request.cookies[kind === 'contact' ? panelCookie : staffCookie]
  if (!token) return undefined
  const { app } = request.server
  const sessionHash = hashOfToken(token)
  const now = app.clock().toString()
  const { rows } = await app.db.pool.query<Row>(query, [sessionHash, now])
  const row = rows[0]
  if (!row || row.kind !== kind) return undefined
  const actor = actorOf(row)
  if (!actor) return undefined
  if (row.stale)
    await app.db.pool.query('update identity.sessions set last_seen_at = $2 where token_hash = $1', [
      sessionHash,
      now,
    ])
  return { tenantId: row.tenant_id, actor, language: row.language, sessionHash }
}

function actorOf(row: Row): Actor | undefined {
  if (row.kind === 'staff' && row.role) {
    return {
      kind: 'staff',
      id: row.subject_id,
      name: row.staff_name ?? '',
      email: row.staff_email ?? '',
      role: row.role,
      identityId: row.identity_id,
    }
  }
  if (row.kind === 'contact' && row.client_id) {
    return {
      kind: 'contact',
      id: row.subject_id,
      name: row.contact_name ?? '',
      email: row.contact_email ?? '',
      clientId: row.client_id,
      isSupervisor: row.is_supervisor ?? false,
      identityId: row.identity_id,
    }
  }
  return undefined
}

export function cookieOptions(publicUrl: string, kind: 'staff' | 'contact') {
  return {
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: publicUrl.startsWith('https:'),
    path: '/',
    maxAge: 86_400 * (kind === 'staff' ? 30 : 90),
  }
}
