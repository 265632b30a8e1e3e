/** The people of the company: invited by owner or manager, in one of five roles; there is always an owner. */
import { mayOnly, type Context, type Role } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { dropHat, identityFor, wearHat } from './identity-store.ts'
import { mailLink, validEmail } from './sign-in.ts'

export type Staff = {
  id: string
  name: string
  email: string
  phone: string
  role: Role
  joinedAt: string | null
  invitedAt: string | null
  leftAt: string | null
  version: number
}

const columns = [
  'id',
  'name',
  'email',
  'phone',
  'role',
  'joinedAt',
  'invitedAt',
  'leftAt',
  'version',
] as const

export async function staffOf(ctx: Context): Promise<Staff[]> {
  return (await ctx.tx
    .selectFrom('staff')
    .select(columns)
    .where('tenantId', '=', ctx.tenantId)
    .orderBy('leftAt')
    .orderBy('name')
    .execute()) as Staff[]
}

export async function staffMember(ctx: Context, id: string): Promise<Staff | undefined> {
  return (await ctx.tx
    .selectFrom('staff')
    .select(columns)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()) as Staff | undefined
}

export async function inviteStaff(
  ctx: Context,
  person: { name: string; email: string; role: Role; phone?: string },
): Promise<Staff> {
  mayOnly(ctx, 'owner', 'manager')
  if (person.role === 'owner') mayOnly(ctx, 'owner')
  const email = validEmail(person.email)
  const known = await ctx.tx
    .selectFrom('staff')
    .select(['id', 'leftAt'])
    .where('tenantId', '=', ctx.tenantId)
    .where('email', '=', email)
    .executeTakeFirst()
  if (known && !known.leftAt) refuse('staff_already_invited', { email }, 'email')
  const identity = await identityFor(ctx.tx, {
    email,
    name: person.name,
    language: ctx.tenant.language,
    now: ctx.now.toString(),
    newId: ctx.newId,
  })
  const id = known?.id ?? ctx.newId()
  const row = {
    identityId: identity.id,
    name: person.name,
    email,
    phone: person.phone ?? '',
    role: person.role,
    invitedAt: ctx.now.toString(),
    leftAt: null,
  }
  if (known)
    await ctx.tx
      .updateTable('staff')
      .set(row)
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '=', id)
      .execute()
  else
    await ctx.tx
      .insertInto('staff')
      .values({ tenantId: ctx.tenantId, id, ...row })
      .execute()
  await wearHat(ctx.tx, identity.id, { tenantId: ctx.tenantId, kind: 'staff', subjectId: id })
  await mailLink(ctx, {
    purpose: 'invitation',
    email,
    identityId: identity.id,
    subjectId: id,
    minutes: 60 * 24 * 7,
    path: '/invitation',
    facts: { kind: 'staff', name: person.name },
  })
  await recordEvent(ctx, 'staff_invited', { kind: 'staff', id }, { role: person.role })
  await announce(ctx, 'staff', { staffOnly: true })
  return (await staffMember(ctx, id))!
}

export async function changeStaff(
  ctx: Context,
  id: string,
  change: { name?: string; phone?: string; role?: Role; version: number },
): Promise<Staff> {
  const before = (await staffMember(ctx, id)) ?? refuse('not_found')
  const own = ctx.actor.kind === 'staff' && ctx.actor.id === id
  if (!own || (change.role && change.role !== before.role)) mayOnly(ctx, 'owner', 'manager')
  if (change.role && change.role !== before.role && (before.role === 'owner' || change.role === 'owner'))
    mayOnly(ctx, 'owner')
  if (before.version !== change.version) refuse('changed_meanwhile', { now: before })
  if (before.role === 'owner' && change.role && change.role !== 'owner') await keepAnOwner(ctx, id)
  const { name, phone, role } = change
  await ctx.tx
    .updateTable('staff')
    .set({
      ...(name && { name }),
      ...(phone !== undefined && { phone }),
      ...(role && { role }),
      version: before.version + 1,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  await recordEvent(ctx, 'staff_changed', { kind: 'staff', id }, { role })
  await announce(ctx, 'staff', { staffOnly: true })
  return (await staffMember(ctx, id))!
}

/** Leaving ends every session at once; what the person did stays under the name. */
export async function endStaff(ctx: Context, id: string): Promise<void> {
  mayOnly(ctx, 'owner', 'manager')
  const before = (await staffMember(ctx, id)) ?? refuse('not_found')
  if (before.role === 'owner') {
    mayOnly(ctx, 'owner')
    await keepAnOwner(ctx, id)
  }
  await ctx.tx
    .updateTable('staff')
    .set({ leftAt: ctx.now.toString() })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  await dropHat(ctx.tx, { tenantId: ctx.tenantId, kind: 'staff', subjectId: id })
  await recordEvent(ctx, 'staff_left', { kind: 'staff', id })
  await announce(ctx, 'staff', { staffOnly: true })
}

async function keepAnOwner(ctx: Context, leavingId: string): Promise<void> {
  const owners = await ctx.tx
    .selectFrom('staff')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('role', '=', 'owner')
    .where('leftAt', 'is', null)
    .where('joinedAt', 'is not', null)
    .forUpdate()
    .execute()
  if (!owners.some((o) => o.id !== leavingId)) refuse('last_owner')
}

/** Who looks after things when no opiekun decides: a manager, else the owner. Never nobody. */
export async function managerOnDuty(ctx: Context): Promise<Staff> {
  const people = (await staffOf(ctx)).filter((s) => !s.leftAt && s.joinedAt)
  return (
    people.find((s) => s.role === 'manager') ?? people.find((s) => s.role === 'owner') ?? refuse('not_found')
  )
}
