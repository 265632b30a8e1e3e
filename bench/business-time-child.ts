/** One library, asked one neutral case after the other: "right", "wrong", or "cannot" for what it cannot express. */
import type { WorkCalendar } from '#engines/worktime/calendar.ts'
import { libraries, type Asks } from './business-time.ts'
import type { Vector } from './business-time-vectors.ts'

process.on('message', ({ name, vector }: { name: string; vector: Vector }) =>
  process.send!(answer(name, vector)),
)

function answer(name: string, vector: Vector): string {
  const weekly = vector['weekly'] as WorkCalendar['weekly']
  const overNight = Object.values(weekly)
    .flat()
    .some(([open, close]) => close <= open)
  const isEmpty = (field: string): boolean => Object.keys((vector[field] ?? {}) as object).length === 0
  if (overNight || !['overrides', 'closures', 'pauses'].every(isEmpty)) return 'cannot'
  try {
    const asks = libraries[name]!.configure({ weekly, holidays: (vector['holidays'] ?? []) as string[] })
    return isRight(asks, vector)
  } catch {
    return 'wrong'
  }
}

function isRight(asks: Asks, vector: Vector): string {
  const instant = (field: string): number => Date.parse(String(vector[field]))
  const minutes =
    vector['target_minutes'] === undefined
      ? Number(vector['target_seconds']) / 60
      : Number(vector['target_minutes'])
  const same = (got: unknown, field: string): string => (got === vector[field] ? 'right' : 'wrong')
  const sameInstant = (got: number, field: string): string => (got === instant(field) ? 'right' : 'wrong')
  switch (vector['kind']) {
    case 'due':
      return sameInstant(asks.due(instant('start'), minutes), 'expected_due')
    case 'due_backward':
      return sameInstant(asks.dueBackward(instant('start'), minutes), 'expected_due')
    case 'elapsed': {
      const unit = Number(vector['floor_to_seconds'] ?? 1)
      const seconds = asks.elapsedSeconds(instant('from'), instant('to'))
      return same(seconds - (seconds % unit), 'expected_seconds')
    }
    case 'is_open':
      return same(asks.isOpen(instant('at')), 'expected')
    case 'next_open':
      return sameInstant(asks.nextOpen(instant('at')), 'expected')
    case 'is_working_day':
      return same(asks.isWorkingDay(String(vector['date'])), 'expected')
    case 'add_business_days':
      return same(asks.addDays(String(vector['date']), Number(vector['days'])), 'expected_date')
    case 'business_days_between':
      return same(asks.daysBetween(String(vector['from_date']), String(vector['to_date'])), 'expected_days')
    default:
      return 'cannot'
  }
}
