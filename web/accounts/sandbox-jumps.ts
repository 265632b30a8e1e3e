/** Where the sandbox clock may jump to. Wall-clock steps of the company's zone, without a date library in the first load. */
export const jumps = {
  hour: (now: string, _zone: string) => new Date(Date.parse(now) + 3_600_000).toISOString(),
  day: (now: string, zone: string) => shifted(now, zone, (d) => d.setUTCDate(d.getUTCDate() + 1)),
  week: (now: string, zone: string) => shifted(now, zone, (d) => d.setUTCDate(d.getUTCDate() + 7)),
  /** Eight in the morning of the first day of the next month. */
  month: (now: string, zone: string) =>
    shifted(now, zone, (d) => (d.setUTCMonth(d.getUTCMonth() + 1, 1), d.setUTCHours(8, 0, 0, 0))),
  exact: (wallClock: string, zone: string) => instantOf(new Date(`${wallClock}:00Z`), zone),
}
export type Jump = 'hour' | 'day' | 'week' | 'month'

function shifted(now: string, zone: string, change: (wall: Date) => void): string {
  const wall = new Date(Date.parse(now) + offsetMs(Date.parse(now), zone))
  change(wall)
  return instantOf(wall, zone)
}

/** The instant at which the zone's clocks show this time. */
function instantOf(wall: Date, zone: string): string {
  const guess = wall.getTime() - offsetMs(wall.getTime(), zone)
  return new Date(wall.getTime() - offsetMs(guess, zone)).toISOString()
}

function offsetMs(at: number, zone: string): number {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
      .formatToParts(at)
      .map((p) => [p.type, p.value]),
  )
  return (
    Date.UTC(
      Number(parts.year),
      Number(parts.month) - 1,
      Number(parts.day),
      Number(parts.hour),
      Number(parts.minute),
      Number(parts.second),
    ) -
    Math.floor(at / 1000) * 1000
  )
}
