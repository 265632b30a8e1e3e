/** The opiekun as the client sees the person: name, telephone, and whether the contract's calendar is open now. */
import type { WorkCalendar } from '#engines/worktime/calendar.ts'
import { isOpen, nextClose, nextOpen } from '#engines/worktime/deadline.ts'
import { calendarsOf, companyOf, staffMember } from '#server/accounts/public.ts'
import { contractFor, type Terms } from '#server/contracts/public.ts'
import { staffForClient } from '#server/desk/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { calendarHours } from '#words/calendar-hours.ts'
import { me } from './me.ts'

export type OpiekunCard = {
  id: string
  name: string
  phone: string
  /** "pn.–pt. 8:00–17:00". */
  hours: string
  isOpenNow: boolean
  /** While open: until when today; undefined round the clock. */
  closesAt: string | null
  /** While closed: when it goes on. */
  opensAt: string | null
}

export async function opiekunCard(ctx: Context): Promise<OpiekunCard> {
  const { clientId } = me(ctx)
  const person = (await staffMember(ctx, await staffForClient(ctx, clientId)))!
  const match = await contractFor(ctx, { clientId, at: ctx.now })
  const calendar = (match && mainCalendar(match.version.terms)) ?? (await companyCalendar(ctx))
  const open = calendar ? isOpen(calendar, ctx.now) : true
  return {
    id: person.id,
    name: person.name,
    phone: person.phone || (await companyOf(ctx)).phone,
    hours: calendar ? calendarHours(ctx.language, calendar) : '',
    isOpenNow: open,
    closesAt: calendar && open ? (nextClose(calendar, ctx.now)?.toString() ?? null) : null,
    opensAt: calendar && !open ? (nextOpen(calendar, ctx.now)?.toString() ?? null) : null,
  }
}

/** People are there in the hours of ordinary matters, not in those of alarms. */
function mainCalendar({ serviceLevels, calendars }: Terms): WorkCalendar | undefined {
  const level = serviceLevels.find((one) => one.priority === 'normal') ?? serviceLevels[0]
  return level && calendars[level.calendar]?.calendar
}

async function companyCalendar(ctx: Context): Promise<WorkCalendar | undefined> {
  const all = await calendarsOf(ctx)
  return (all.find((one) => one.isDefault) ?? all[0])?.calendar
}
