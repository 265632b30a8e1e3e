/**
 * What the OpenAPI document says of a route in words: what it does, and the refusals of its
 * deed. It stands at the end of the file with the routes; refusals of the plumbing (who may
 * knock, what is not there, what changed meanwhile) are known by themselves.
 */
import type { RefusalCode } from '../refusal.ts'

export type RouteName = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /api/${string}`
export type Told = { summary: string; refusals: readonly RefusalCode[] }

const told = new Map<string, Told>()

export function tellRoutes(
  routes: Readonly<Record<RouteName, string | readonly [summary: string, ...refusals: RefusalCode[]]>>,
): void {
  for (const [name, words] of Object.entries(routes)) {
    const [summary, ...refusals] = typeof words === 'string' ? ([words] as const) : words
    told.set(name, { summary, refusals })
  }
}

/** By method and address as the document writes it: "PUT /api/tickets/{id}/pause". */
export const toldOf = (method: string, url: string): Told | undefined =>
  told.get(`${method.toUpperCase()} ${url}`)

/** Every route of which something is told. */
export const toldRoutes = (): string[] => [...told.keys()]
