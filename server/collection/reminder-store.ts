/** Reminders that went out, one a step and invoice, with the interest as it stood then. */
import type { Context } from '#server/plumbing/context.ts'
import type { InterestSoFar } from './interest-so-far.ts'

export type Reminder = {
  id: string
  invoiceId: string
  step: number
  at: string
  openGrosze: number
  interestGrosze: number
  mailId: string | null
  mailState: string | null
}

/** Answers nothing when this step was done before. */
export async function insertReminder(
  ctx: Context,
  row: { invoiceId: string; step: number; openGrosze: number; interest: InterestSoFar },
): Promise<string | undefined> {
  const { interest, ...plain } = row
  const inserted = await ctx.tx
    .insertInto('reminders')
    .values({
      tenantId: ctx.tenantId,
      id: ctx.newId(),
      at: ctx.now.toString(),
      ...plain,
      interestGrosze: interest.grosze,
      interestExplanation: JSON.stringify(interest),
    })
    .onConflict((c) => c.columns(['tenantId', 'invoiceId', 'step']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id
}

export async function noteReminderMail(ctx: Context, id: string, mailId: string): Promise<void> {
  await ctx.tx
    .updateTable('reminders')
    .set({ mailId })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

export async function remindersOf(ctx: Context, invoiceIds: string[]): Promise<Reminder[]> {
  if (invoiceIds.length === 0) return []
  return ctx.tx
    .selectFrom('reminders as r')
    .leftJoin('mails as m', (join) =>
      join.onRef('m.tenantId', '=', 'r.tenantId').onRef('m.id', '=', 'r.mailId'),
    )
    .select([
      'r.id',
      'r.invoiceId',
      'r.step',
      'r.at',
      'r.openGrosze',
      'r.interestGrosze',
      'r.mailId',
      'm.state as mailState',
    ])
    .where('r.tenantId', '=', ctx.tenantId)
    .where('r.invoiceId', 'in', invoiceIds)
    .orderBy('r.at')
    .execute()
}
