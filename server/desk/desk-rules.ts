/**
 * The desk's own rules of a company: its escalation ladder with quiet hours, and the list of
 * ticket categories. Until somebody changes them, everybody has the usual ones.
 */
import { problemOfQuietHours, type QuietHours } from '#engines/worktime/quiet-hours.ts'
import { staffOf } from '#server/accounts/public.ts'
import { mayOnly, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'

/** Who is told, by what they are to the ticket; or one person of the company by id. */
export const alarmRoles = ['assignee', 'accountManager', 'deputy', 'manager', 'owner'] as const
export type AlarmRole = (typeof alarmRoles)[number]

export type LadderStep = {
  /** 1 to 99 is a warning at that share of the open time, 100 the breach. */
  share?: number | undefined
  /** Or so many open minutes after the breach. */
  overMinutes?: number | undefined
  /** Roles or ids of people; the screen tells all of them. */
  tell: string[]
  byMail: boolean
}
export type AlarmRules = { ladder: LadderStep[]; quiet: QuietHours | null }
export type DeskRules = { alarms: AlarmRules; categories: string[]; version: number }

export const usualAlarms: AlarmRules = {
  ladder: [
    { share: 50, tell: ['assignee'], byMail: false },
    { share: 75, tell: ['assignee'], byMail: true },
    { share: 90, tell: ['assignee', 'accountManager', 'deputy'], byMail: true },
    { share: 100, tell: ['assignee', 'accountManager', 'manager'], byMail: true },
  ],
  quiet: { from: '20:00', to: '07:00', freeDays: true },
}

export async function deskRulesOf(ctx: Context): Promise<DeskRules> {
  const row = await ctx.tx
    .selectFrom('deskRules')
    .select(['alarms', 'categories', 'version'])
    .where('tenantId', '=', ctx.tenantId)
    .executeTakeFirst()
  return {
    alarms: { ...usualAlarms, ...(row?.alarms as Partial<AlarmRules> | undefined) },
    categories: (row?.categories as string[] | undefined) ?? [],
    version: row?.version ?? 0,
  }
}

export type RulesChange = {
  alarms?: AlarmRules | undefined
  categories?: string[] | undefined
  version: number
}

export async function changeDeskRules(ctx: Context, change: RulesChange): Promise<DeskRules> {
  mayOnly(ctx, 'owner', 'manager')
  // One writer at a time: the first row of a company is made here.
  await ctx.tx
    .insertInto('deskRules')
    .values({ tenantId: ctx.tenantId, version: 0 })
    .onConflict((c) => c.column('tenantId').doNothing())
    .execute()
  const before = await deskRulesOf(ctx)
  if (before.version !== change.version) refuse('changed_meanwhile', { now: before })
  if (change.alarms) await refuseBadAlarms(ctx, change.alarms)
  const categories = change.categories && cleanCategories(change.categories)
  const { numUpdatedRows } = await ctx.tx
    .updateTable('deskRules')
    .set({
      ...(change.alarms && { alarms: JSON.stringify(tidy(change.alarms)) }),
      ...(categories && { categories: JSON.stringify(categories) }),
      version: before.version + 1,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('version', '=', before.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) refuse('changed_meanwhile', { now: await deskRulesOf(ctx) })
  const fields = [change.alarms && 'alarms', categories && 'categories'].filter(Boolean)
  await recordEvent(ctx, 'desk_rules_changed', { kind: 'tenant', id: ctx.tenantId }, { fields })
  await announce(ctx, 'desk-rules', { staffOnly: true })
  return deskRulesOf(ctx)
}

async function refuseBadAlarms(ctx: Context, { ladder, quiet }: AlarmRules): Promise<void> {
  const people = new Set((await staffOf(ctx)).filter((one) => !one.leftAt).map((one) => one.id))
  const seen = new Set<string>()
  for (const [index, step] of ladder.entries()) {
    const at = `alarms.ladder.${index}`
    const field = step.overMinutes === undefined ? 'share' : 'overMinutes'
    if ((step.share === undefined) === (step.overMinutes === undefined))
      refuse('ladder_invalid', { reason: 'share_or_minutes' }, `${at}.${field}`)
    const rung = `${field} ${step.share ?? step.overMinutes}`
    if (seen.has(rung)) refuse('ladder_invalid', { reason: 'step_twice' }, `${at}.${field}`)
    seen.add(rung)
    if (step.tell.length === 0) refuse('ladder_invalid', { reason: 'nobody_told' }, `${at}.tell`)
    const unknown = step.tell.find((who) => !isRole(who) && !people.has(who))
    if (unknown !== undefined) refuse('ladder_invalid', { reason: 'person_unknown' }, `${at}.tell`)
  }
  // A breach that nobody hears of would be no alarm.
  if (!ladder.some((step) => step.share === 100))
    refuse('ladder_invalid', { reason: 'no_breach' }, 'alarms.ladder')
  const problem = quiet && problemOfQuietHours(quiet)
  if (problem) refuse('quiet_hours_invalid', {}, `alarms.quiet.${problem}`)
}

const isRole = (who: string): who is AlarmRole => (alarmRoles as readonly string[]).includes(who)

/** In the order in which they sound. */
function tidy({ ladder, quiet }: AlarmRules): AlarmRules {
  const place = ({ share, overMinutes }: LadderStep) => share ?? 100 + (overMinutes ?? 0)
  const steps = ladder.toSorted((a, b) => place(a) - place(b))
  return { ladder: steps.map((step) => ({ ...step, tell: [...new Set(step.tell)] })), quiet }
}

function cleanCategories(names: readonly string[]): string[] {
  const categories = names.map((name) => name.trim())
  for (const [index, name] of categories.entries()) {
    if (name === '') refuse('category_invalid', { reason: 'empty' }, `categories.${index}`)
    const same = categories.findIndex((other) => other.toLowerCase() === name.toLowerCase())
    if (same < index) refuse('category_invalid', { reason: 'twice', name }, `categories.${index}`)
  }
  return categories
}

/** A category of the company's list as it stands there; any text while there is no list. */
export async function knownCategory(ctx: Context, given: string | null | undefined): Promise<string | null> {
  const name = given?.trim()
  if (!name) return null
  const { categories } = await deskRulesOf(ctx)
  if (categories.length === 0) return name
  const found = categories.find((one) => one.toLowerCase() === name.toLowerCase())
  return found ?? refuse('category_unknown', { category: name }, 'category')
}
