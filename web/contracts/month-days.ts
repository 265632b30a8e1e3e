/** The days of a month as a calendar row shows them, and the months beside it. */
export type MonthDay = { date: string; day: number; isWeekend: boolean }

export function daysOfMonth(month: string): MonthDay[] {
  const [year = 2026, number = 1] = month.split('-').map(Number)
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return Array.from({ length: count }, (_, i) => {
    const weekday = new Date(Date.UTC(year, number - 1, i + 1)).getUTCDay()
    return {
      date: `${month}-${String(i + 1).padStart(2, '0')}`,
      day: i + 1,
      isWeekend: weekday === 0 || weekday === 6,
    }
  })
}

export function monthBeside(month: string, step: number): string {
  const [year = 2026, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + step, 1)).toISOString().slice(0, 7)
}
