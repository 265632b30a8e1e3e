/**
 * What people decided about proposed credits, and what bills took of the confirmed ones. A
 * confirmed credit is open while bills have taken less than its amount; when nothing is left it
 * is settled. A decision that was taken back stays as a row and counts for nothing.
 */
import type { OpenCredit } from '#engines/pricing/given-credits.ts'
import type { TargetKind } from '#engines/worktime/targets.ts'
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'

export type CreditVerdict = 'confirmed' | 'declined'
/** The proposal as the person saw it. */
export type CreditFacts = {
  clause?: string
  units: number
  eachGrosze: number
  overSeconds?: number
  of?: { met: number; judged: number; thresholdBp: number }
  cutBy?: { cap: 'ticket' | 'period' | 'year'; grosze: number }[]
  ticketName?: string
}
export type CreditUse = { invoiceId: string; invoiceNumber: string; month: string; amountGrosze: number }
export type DecidedCredit = {
  id: string
  clientId: string
  contractId: string
  month: string
  clauseId: string
  target: TargetKind
  ticketId: string | null
  verdict: CreditVerdict
  proposedGrosze: number
  amountGrosze: number
  facts: CreditFacts
  reason: string
  decidedByName: string
  decidedAt: string
  uses: CreditUse[]
  /** Of a confirmed one: what no bill has taken yet. */
  leftGrosze: number
}

const columns = [
  'id',
  'clientId',
  'contractId',
  'month',
  'clauseId',
  'target',
  'ticketId',
  'verdict',
  'proposedGrosze',
  'amountGrosze',
  'facts',
  'reason',
  'decidedByName',
  'decidedAt',
] as const

type Wanted = {
  contractId?: string
  clientIds?: readonly string[]
  ticketId?: string
  ids?: readonly string[]
  verdict?: CreditVerdict
  from?: string
  to?: string
}

/** Those that stand, the oldest month first. */
export async function decidedCredits(ctx: Context, wanted: Wanted): Promise<DecidedCredit[]> {
  let query = ctx.tx
    .selectFrom('credits')
    .select(columns)
    .where('tenantId', '=', ctx.tenantId)
    .where('withdrawnAt', 'is', null)
    .orderBy('month')
    .orderBy('id')
  if (wanted.contractId) query = query.where('contractId', '=', wanted.contractId)
  if (wanted.ticketId) query = query.where('ticketId', '=', wanted.ticketId)
  if (wanted.verdict) query = query.where('verdict', '=', wanted.verdict)
  if (wanted.from) query = query.where('month', '>=', wanted.from)
  if (wanted.to) query = query.where('month', '<=', wanted.to)
  if (wanted.clientIds) {
    if (wanted.clientIds.length === 0) return []
    query = query.where('clientId', 'in', [...wanted.clientIds])
  }
  if (wanted.ids) {
    if (wanted.ids.length === 0) return []
    query = query.where('id', 'in', [...wanted.ids])
  }
  const rows = await query.execute()
  const uses = await usesOf(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const own = uses.get(row.id) ?? []
    const used = own.reduce((sum, { amountGrosze }) => sum + amountGrosze, 0)
    const left = row.verdict === 'confirmed' ? row.amountGrosze - used : 0
    return { ...row, uses: own, leftGrosze: left } as unknown as DecidedCredit
  })
}

async function usesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, CreditUse[]>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('creditUses')
    .select(['creditId', 'invoiceId', 'invoiceNumber', 'month', 'amountGrosze'])
    .where('tenantId', '=', ctx.tenantId)
    .where('creditId', 'in', [...ids])
    .orderBy('at')
    .execute()
  return Map.groupBy(rows, ({ creditId }) => creditId)
}

/** A confirmed credit of which bills may still take something. */
export type CreditToGive = OpenCredit &
  Pick<DecidedCredit, 'target' | 'ticketId' | 'proposedGrosze' | 'facts'>

/** Of a client, for promises missed up to a month. */
export async function openCreditsOf(ctx: Context, clientId: string, to: string): Promise<CreditToGive[]> {
  const credits = await decidedCredits(ctx, { clientIds: [clientId], verdict: 'confirmed', to })
  return credits.filter(({ leftGrosze }) => leftGrosze > 0).map(toGive)
}

export const toGive = (one: DecidedCredit): CreditToGive => ({
  id: one.id,
  contractId: one.contractId,
  month: one.month,
  confirmedGrosze: one.amountGrosze,
  leftGrosze: one.leftGrosze,
  target: one.target,
  ticketId: one.ticketId,
  proposedGrosze: one.proposedGrosze,
  facts: one.facts,
})

/** A bill was issued: it took so much. More than is left is the sign of a proposal built too long ago. */
export async function noteCreditUsed(ctx: Context, creditId: string, use: CreditUse): Promise<void> {
  await lockCredit(ctx, creditId)
  const [credit] = await decidedCredits(ctx, { ids: [creditId], verdict: 'confirmed' })
  if (!credit || credit.leftGrosze < use.amountGrosze) refuse('changed_meanwhile', { creditId })
  await ctx.tx
    .insertInto('creditUses')
    .values({ tenantId: ctx.tenantId, creditId, ...use, at: ctx.now.toString() })
    .execute()
}

export async function lockCredit(ctx: Context, id: string): Promise<void> {
  const row = await ctx.tx
    .selectFrom('credits')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) refuse('not_found')
}
