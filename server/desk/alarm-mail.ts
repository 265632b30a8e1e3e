/** The mail of an alarm: what is left, or how far the deadline has passed, in the same words as on the screen. */
import { clockEn } from '#words/clock.en.ts'
import { clockPl } from '#words/clock.pl.ts'
import { duration, moment } from '#words/format.ts'
import type { Context } from '#server/plumbing/context.ts'
import { mailToStaff, staffAddressOf } from './desk-mails.ts'
import { deskWords } from './room-words.ts'
import type { Sounding } from './sound-alarm.ts'

export async function mailAlarm(ctx: Context, staffId: string, sounding: Sounding): Promise<void> {
  const { ticket, alarm, clock, isLate } = sounding
  const link = staffAddressOf(ctx, ticket.id)
  await mailToStaff(ctx, staffId, ticket, {
    kind: alarm.kind === 'warning' ? 'clock_warning' : 'clock_breach',
    write(language, named) {
      const words = deskWords(language).mails
      const targets: Record<string, string> = (language === 'en' ? clockEn : clockPl).targets
      const facts = {
        target: targets[alarm.target] ?? alarm.target,
        dueAt: moment(language, alarm.dueAt, ctx.tenant.timezone),
        isLate,
        link,
      }
      if (alarm.kind === 'warning')
        return words.warning(named, { ...facts, left: duration(language, clock.remainingSeconds) })
      return words.breach(named, { ...facts, over: duration(language, clock.overSeconds) })
    },
  })
}
