/** A run of issuing as people watch it: every proposal with its invoice, its mail, or why it failed. */
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'

export type IssueRun = { id: string; startedAt: string; endedAt: string | null; items: IssueItem[] }
export type IssueItem = {
  proposalId: string
  clientName: string
  state: 'waiting' | 'issued' | 'failed'
  invoiceId: string | null
  number: string | null
  grossGrosze: number | null
  recipientEmails: string[]
  errorCode: string | null
  errorFacts: Record<string, unknown>
  mailState: string | null
}

export async function issueRunView(ctx: Context, runId: string): Promise<IssueRun> {
  const run = await ctx.tx
    .selectFrom('issueRuns')
    .select(['id', 'startedAt', 'endedAt'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', runId)
    .executeTakeFirst()
  if (!run) refuse('not_found')
  const items = await ctx.tx
    .selectFrom('issueItems as t')
    .innerJoin('proposals as p', (j) =>
      j.onRef('p.tenantId', '=', 't.tenantId').onRef('p.id', '=', 't.proposalId'),
    )
    .innerJoin('clients as c', (j) =>
      j.onRef('c.tenantId', '=', 'p.tenantId').onRef('c.id', '=', 'p.clientId'),
    )
    .leftJoin('invoices as i', (j) =>
      j.onRef('i.tenantId', '=', 't.tenantId').onRef('i.id', '=', 't.invoiceId'),
    )
    .leftJoin('mails as m', (j) => j.onRef('m.tenantId', '=', 'i.tenantId').onRef('m.id', '=', 'i.mailId'))
    .select([
      't.proposalId',
      'c.name as clientName',
      't.state',
      't.invoiceId',
      'i.number',
      'i.grossGrosze',
      'i.recipientEmails',
      't.errorCode',
      't.errorFacts',
      'm.state as mailState',
    ])
    .where('t.tenantId', '=', ctx.tenantId)
    .where('t.runId', '=', runId)
    .orderBy('t.position')
    .execute()
  return {
    ...run,
    items: items.map((item) => ({
      ...item,
      recipientEmails: item.recipientEmails ?? [],
      errorFacts: item.errorFacts ?? {},
    })) as IssueItem[],
  }
}
