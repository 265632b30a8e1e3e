/**
 * Who is away: whole days, both ends away. Whoever looks after contracts may name a deputy for
 * the absence; without one the deputy of the contract stands in. Everybody enters their own
 * absences, those who lead the company also other people's.
 */
import { staffMember, staffOf } from '#server/accounts/public.ts'
import { today, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'

export const absenceKinds = ['holiday', 'sick', 'training', 'other'] as const
export type Absence = {
  id: string
  staffId: string
  fromOn: string
  toOn: string
  kind: (typeof absenceKinds)[number]
  deputyId: string | null
  note: string
  version: number
}
export type AbsenceData = Pick<Absence, 'staffId' | 'fromOn' | 'toOn' | 'kind'> & {
  deputyId?: string | null
  note?: string
}
const columns = ['id', 'staffId', 'fromOn', 'toOn', 'kind', 'deputyId', 'note', 'version'] as const

/** Absences that touch any of these days, by their beginning. */
export async function absencesOf(ctx: Context, span: { from: string; to: string }): Promise<Absence[]> {
  return (await ctx.tx
    .selectFrom('absences')
    .select(columns)
    .where('tenantId', '=', ctx.tenantId)
    .where('fromOn', '<=', span.to)
    .where('toOn', '>=', span.from)
    .orderBy('fromOn')
    .orderBy('id')
    .execute()) as Absence[]
}

/** Who is away now, with the deputy of the day. */
export async function awayNow(ctx: Context): Promise<Map<string, Absence>> {
  const day = today(ctx).toString()
  return new Map((await absencesOf(ctx, { from: day, to: day })).map((one) => [one.staffId, one]))
}

export async function enterAbsence(ctx: Context, data: AbsenceData): Promise<Absence> {
  await refuseUnfit(ctx, data)
  const id = ctx.newId()
  await ctx.tx
    .insertInto('absences')
    .values({
      tenantId: ctx.tenantId,
      id,
      ...rowOf(data),
      recordedAt: ctx.now.toString(),
      recordedBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .execute()
  return noted(ctx, id, 'absence_entered', data)
}

export async function changeAbsence(
  ctx: Context,
  id: string,
  { version, ...data }: AbsenceData & { version: number },
): Promise<Absence> {
  const before = (await absenceOf(ctx, id)) ?? refuse('not_found')
  refuseOthers(ctx, before.staffId)
  if (before.version !== version) refuse('changed_meanwhile', { now: before })
  await refuseUnfit(ctx, data, id)
  await ctx.tx
    .updateTable('absences')
    .set({ ...rowOf(data), version: version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  return noted(ctx, id, 'absence_changed', data)
}

export async function removeAbsence(ctx: Context, id: string): Promise<void> {
  const before = (await absenceOf(ctx, id)) ?? refuse('not_found')
  refuseOthers(ctx, before.staffId)
  await ctx.tx.deleteFrom('absences').where('tenantId', '=', ctx.tenantId).where('id', '=', id).execute()
  const { staffId, fromOn, toOn } = before
  await recordEvent(ctx, 'absence_removed', { kind: 'staff', id: staffId }, { fromOn, toOn })
  await announce(ctx, 'absences', { id, staffOnly: true })
}

async function refuseUnfit(ctx: Context, data: AbsenceData, exceptId?: string): Promise<void> {
  refuseOthers(ctx, data.staffId)
  const person = await staffMember(ctx, data.staffId)
  if (!person || person.leftAt) refuse('assignee_unknown', {}, 'staffId')
  if (data.toOn < data.fromOn)
    refuse('dates_reversed', { validFrom: data.fromOn, validTo: data.toOn }, 'toOn')
  if (data.deputyId === data.staffId) refuse('absence_deputy_same', {}, 'deputyId')
  if (data.deputyId && !(await staffOf(ctx)).some((one) => one.id === data.deputyId && !one.leftAt))
    refuse('assignee_unknown', {}, 'deputyId')
  const other = (await absencesOf(ctx, { from: data.fromOn, to: data.toOn })).find(
    (one) => one.staffId === data.staffId && one.id !== exceptId,
  )
  if (other) refuse('absence_overlaps', { fromOn: other.fromOn, toOn: other.toOn }, 'fromOn')
}

function refuseOthers({ actor }: Context, staffId: string): void {
  if (actor.kind === 'staff' && (actor.id === staffId || ['owner', 'manager'].includes(actor.role))) return
  refuse('role_may_not', { roles: ['owner', 'manager'] })
}

async function absenceOf(ctx: Context, id: string): Promise<Absence | undefined> {
  return (await ctx.tx
    .selectFrom('absences')
    .select(columns)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()) as Absence | undefined
}

const rowOf = ({ staffId, fromOn, toOn, kind, deputyId = null, note = '' }: AbsenceData) => ({
  staffId,
  fromOn,
  toOn,
  kind,
  deputyId,
  note: note.trim(),
})

async function noted(
  ctx: Context,
  id: string,
  what: 'absence_entered' | 'absence_changed',
  { staffId, fromOn, toOn, kind }: AbsenceData,
): Promise<Absence> {
  await recordEvent(ctx, what, { kind: 'staff', id: staffId }, { fromOn, toOn, kind })
  await announce(ctx, 'absences', { id, staffOnly: true })
  return (await absenceOf(ctx, id))!
}
