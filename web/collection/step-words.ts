/** Days and next steps of an open invoice in words. */
import { date, days, moment } from '#words/format.ts'
import type { Lang } from '#words/words.ts'
import type { AllWords } from '../kit/words.tsx'
import type { NextStep, OpenInvoice, Reminder } from './collection-data.ts'

type Speech = { lang: Lang; words: AllWords; zone: string; now: number }

export function daysText({ lang, words }: Pick<Speech, 'lang' | 'words'>, overdue: number): string {
  const said = words.collection
  if (overdue > 0) return said.overdue({ days: days(lang, overdue) })
  return overdue === 0 ? said.dueToday : said.dueIn({ days: days(lang, -overdue) })
}

export function nextStepText({ lang, words, zone, now }: Speech, step: NextStep): string {
  const said = words.collection.board
  if (step.kind === 'reminder') return said.reminderOn({ at: moment(lang, step.at, zone, now) })
  if (step.kind === 'none') return said.none
  return { reminded: said.personAfterReminder, no_address: said.personNoAddress, credit: said.personCredit }[
    step.because
  ]
}

export function remindersText(
  { lang, words, zone, now }: Speech,
  reminders: readonly Reminder[],
): string | undefined {
  const said = words.collection.board
  const last = reminders.at(-1)
  if (!last) return undefined
  if (last.mailState === 'failed') return said.reminderFailed
  return said.reminded({ n: reminders.length, on: moment(lang, last.at, zone, now) })
}

/** A term that fell on a free day says where it moved. */
export function movedDueText(
  { lang, words }: Pick<Speech, 'lang' | 'words'>,
  one: Pick<OpenInvoice, 'dueOn' | 'effectiveDueOn'>,
): string | undefined {
  if (one.dueOn === one.effectiveDueOn) return undefined
  return words.collection.movedDue({ due: date(lang, one.dueOn), effective: date(lang, one.effectiveDueOn) })
}
