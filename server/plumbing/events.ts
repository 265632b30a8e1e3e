/** The event log: facts in the past tense, in the deed's own transaction. */
import { signature, type Context } from './context.ts'

export async function recordEvent(
  ctx: Context,
  kind: string,
  subject: { kind: string; id?: string | null },
  facts: Record<string, unknown> = {},
): Promise<void> {
  await ctx.tx
    .insertInto('events')
    .values({
      tenantId: ctx.tenantId,
      at: ctx.now.toString(),
      kind,
      subjectKind: subject.kind,
      subjectId: subject.id ?? null,
      actor: JSON.stringify(signature(ctx.actor)),
      facts: JSON.stringify(facts),
    })
    .execute()
}
