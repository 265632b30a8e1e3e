/** The company's own data, settings and work calendars. */
import { problemOfNip, cleanNip } from '#engines/ids/nip.ts'
import { problemOfNrb } from '#engines/ids/nrb.ts'
import { problemsOfPattern } from '#engines/invoice/numbering.ts'
import { problemsOfCalendar, type WorkCalendar } from '#engines/worktime/calendar.ts'
import { mayOnly, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse, type RefusalCode } from '#server/plumbing/refusal.ts'
import type { PriorityKey, Trade } from '#engines/presets/trades.ts'

export type PriorityLevel = {
  priority: PriorityKey
  definition: string
  reactionMinutes: number
  resolutionMinutes?: number
  resolutionBusinessDays?: number
  calendarId: string
}

export type Company = {
  tenantId: string
  slug: string
  name: string
  kind: 'live' | 'sandbox' | 'demo'
  nip: string | null
  regon: string | null
  addressLine1: string
  addressLine2: string
  country: string
  email: string
  phone: string
  registerSentence: string
  representation: string
  bankAccount: string
  bankName: string
  language: 'pl' | 'en'
  timezone: string
  trade: Trade
  priorities: PriorityLevel[]
  defaultVat: string
  invoicePattern: string
  correctionPattern: string
  contractPattern: string
  paymentDays: number
  /** The act behind an exemption from VAT, printed where a line is exempt: "art. 113 ust. 1 i 9 ustawy o VAT". */
  exemptionBasis: string
  isCashMethod: boolean
  onboarding: Record<string, unknown>
  intakeSecret: string
  mailAllowList: string[]
  clockNow: string | null
  clockTarget: string | null
  version: number
}

export async function companyOf(ctx: Context): Promise<Company> {
  const row = await ctx.tx
    .selectFrom('tenants')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .executeTakeFirstOrThrow()
  return row as unknown as Company
}

export type CompanyChange = Partial<
  Pick<
    Company,
    | 'name'
    | 'nip'
    | 'regon'
    | 'addressLine1'
    | 'addressLine2'
    | 'email'
    | 'phone'
    | 'registerSentence'
    | 'representation'
    | 'bankAccount'
    | 'bankName'
    | 'language'
    | 'priorities'
    | 'defaultVat'
    | 'invoicePattern'
    | 'correctionPattern'
    | 'contractPattern'
    | 'paymentDays'
    | 'exemptionBasis'
    | 'isCashMethod'
    | 'onboarding'
    | 'mailAllowList'
  >
> & { version: number }

export async function changeCompany(ctx: Context, { version, ...change }: CompanyChange): Promise<Company> {
  mayOnly(ctx, 'owner', 'manager')
  const before = await companyOf(ctx)
  if (before.version !== version) refuse('changed_meanwhile', { now: before })
  if (change.nip) {
    const problem = problemOfNip(change.nip)
    if (problem) refuse(problem as RefusalCode, { nip: change.nip }, 'nip')
    change.nip = cleanNip(change.nip)
  }
  if (change.bankAccount) {
    if (problemOfNrb(change.bankAccount)) refuse('account_number_invalid', {}, 'bankAccount')
    change.bankAccount = change.bankAccount.replace(/^PL/i, '').replace(/\s/g, '')
  }
  for (const field of ['invoicePattern', 'correctionPattern'] as const) {
    const problems = change[field] === undefined ? [] : problemsOfPattern(change[field])
    if (problems.length > 0) refuse('invoice_pattern_invalid', { problems }, field)
  }
  const wrong = change.mailAllowList?.find(
    (address) => !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(address.trim()),
  )
  if (wrong !== undefined) refuse('email_invalid', { email: wrong }, 'mailAllowList')
  const { priorities, onboarding, mailAllowList, ...plain } = change
  await ctx.tx
    .updateTable('tenants')
    .set({
      ...plain,
      ...(priorities && { priorities: JSON.stringify(priorities) }),
      ...(onboarding && { onboarding: JSON.stringify(onboarding) }),
      ...(mailAllowList && {
        mailAllowList: JSON.stringify(mailAllowList.map((a) => a.trim().toLowerCase())),
      }),
      version: before.version + 1,
    })
    .where('tenantId', '=', ctx.tenantId)
    .execute()
  await recordEvent(
    ctx,
    'company_changed',
    { kind: 'tenant', id: ctx.tenantId },
    { fields: Object.keys(change) },
  )
  await announce(ctx, 'company', { staffOnly: true })
  return companyOf(ctx)
}

/** A step that was taken, or a notice that was read, with its moment. */
export async function noteOnboarding(ctx: Context, facts: Record<string, unknown>): Promise<void> {
  const { onboarding } = await companyOf(ctx)
  await ctx.tx
    .updateTable('tenants')
    .set({ onboarding: JSON.stringify({ ...onboarding, ...facts }) })
    .where('tenantId', '=', ctx.tenantId)
    .execute()
  await announce(ctx, 'company', { staffOnly: true })
}

export type CalendarRow = {
  id: string
  name: string
  calendar: WorkCalendar
  isDefault: boolean
  version: number
}

export async function calendarsOf(ctx: Context): Promise<CalendarRow[]> {
  const rows = await ctx.tx
    .selectFrom('workCalendars')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .orderBy('isDefault', 'desc')
    .orderBy('name')
    .execute()
  return rows as unknown as CalendarRow[]
}

export async function keepCalendar(
  ctx: Context,
  given: { id?: string; name: string; calendar: WorkCalendar; version?: number },
): Promise<CalendarRow> {
  mayOnly(ctx, 'owner', 'manager')
  refuseBadCalendar(given.calendar)
  const id = given.id ?? ctx.newId()
  if (given.id) {
    const before = (await calendarsOf(ctx)).find((c) => c.id === id) ?? refuse('not_found')
    if (before.version !== given.version) refuse('changed_meanwhile', { now: before })
    await ctx.tx
      .updateTable('workCalendars')
      .set({ name: given.name, calendar: JSON.stringify(given.calendar), version: before.version + 1 })
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '=', id)
      .execute()
  } else {
    await ctx.tx
      .insertInto('workCalendars')
      .values({ tenantId: ctx.tenantId, id, name: given.name, calendar: JSON.stringify(given.calendar) })
      .execute()
  }
  await recordEvent(ctx, 'calendar_changed', { kind: 'workCalendar', id }, { name: given.name })
  await announce(ctx, 'company', { staffOnly: true })
  return (await calendarsOf(ctx)).find((c) => c.id === id)!
}

export function refuseBadCalendar(calendar: WorkCalendar, field = 'calendar'): void {
  const problems = problemsOfCalendar(calendar)
  if (problems.some((p) => p.code === 'never_opens')) refuse('calendar_never_opens', {}, field)
  if (problems.length > 0)
    refuse('calendar_invalid', { problems }, problems[0]?.path ? `${field}.${problems[0].path}` : field)
}
