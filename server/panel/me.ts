/** Whoever acts in the panel: a client's person. What belongs to another client does not exist. */
import type { Actor, Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'

export type ContactActor = Extract<Actor, { kind: 'contact' }>

export function me(ctx: Context): ContactActor {
  return ctx.actor.kind === 'contact' ? ctx.actor : refuse('not_signed_in')
}
