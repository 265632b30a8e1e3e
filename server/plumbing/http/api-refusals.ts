/**
 * The refusals that the OpenAPI document names for a route. Those of the plumbing follow from
 * the route's shape: who is asked for a sign-in, what can be missing, what has a version.
 * Those of the deed itself stand with the route, see tell-routes.ts.
 */
import { refusalStatus, type RefusalCode } from '../refusal.ts'
import type { Allowed } from './act.ts'
import { toldOf } from './tell-routes.ts'
import type { Fields } from './api-schemas.ts'

export type Operation = Fields & {
  'x-allow'?: readonly Allowed[]
  'x-refusals'?: readonly RefusalCode[]
  summary?: string | undefined
  parameters?: { name: string; in: string; required?: boolean }[]
  requestBody?: unknown
  responses?: Record<string, unknown>
}

/** How every refusal looks. */
export const Refused = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'facts', 'message'],
      properties: {
        code: {
          type: 'string',
          enum: [...Object.keys(refusalStatus), 'internal_error'],
          description: 'Stable; see x-refusals of the route.',
        },
        facts: { type: 'object', additionalProperties: {} },
        field: { type: 'string', description: 'The path of the field that it speaks of.' },
        message: { type: 'string', description: 'A sentence in the language of the caller.' },
        incident: { type: 'string', description: 'Our own mistake: its number in the log.' },
      },
    },
  },
}

const anyRefusal = {
  description: 'No, with its reason.',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Refused' } } },
}

/** By status, with the codes that are possible; also noted on the operation as x-refusals. */
export function refusalsOf(method: string, url: string, operation: Operation): Record<string, unknown> {
  const codes = [
    ...new Set([...refusalsOfPlumbing(method, url, operation), ...(toldOf(method, url)?.refusals ?? [])]),
  ]
  operation['x-refusals'] = codes
  const byStatus = Map.groupBy(codes, (code) => refusalStatus[code])
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, those]) => [String(status), { ...anyRefusal, description: those.join(', ') }]),
  )
}

function refusalsOfPlumbing(method: string, url: string, operation: Operation): RefusalCode[] {
  const allow = operation['x-allow'] ?? []
  const body = JSON.stringify(operation.requestBody ?? '')
  const changes = method !== 'get'
  return [
    ...(allow.includes('anyone') ? [] : (['not_signed_in'] as const)),
    ...(allow.includes('anyone') || allow.includes('staff') || allow.includes('contact')
      ? []
      : (['role_may_not'] as const)),
    ...(url.includes('{') ? (['not_found'] as const) : []),
    ...(body.includes('"version"') ? (['changed_meanwhile'] as const) : []),
    ...(body.length > 2 || operation.parameters?.length ? (['invalid_input'] as const) : []),
    ...(changes ? (['key_reused', 'cross_site'] as const) : []),
  ]
}
