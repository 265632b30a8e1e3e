/**
 * What a wall clock of an IANA zone is in real time. A zone is a row of periods with one
 * offset each. A wall-clock hour that a time change repeats is met in both periods, so it
 * counts twice; one that is skipped is met in none. Periods are asked of Temporal once.
 */

export type Period = { from: number; to: number; offset: number }

const known = new Map<string, Period[]>()

/** The zone of a calendar must be one the platform knows by its IANA name. */
export function isKnownZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export function periodAt(zone: string, ms: number): Period {
  let periods = known.get(zone)
  if (!periods) known.set(zone, (periods = []))
  const found = periods.find((p) => p.from <= ms && ms < p.to)
  if (found) return found
  const asked = askPeriod(zone, ms)
  periods.push(asked)
  return asked
}

/** The periods that touch [from, to), in order. */
export function periodsBetween(zone: string, from: number, to: number): Period[] {
  const found = [periodAt(zone, from)]
  for (let last = found[0]!; last.to < to; last = found.at(-1)!) found.push(periodAt(zone, last.to))
  return found
}

/** The wall clock at an instant, in milliseconds of its own count of days. */
export function wallAt(zone: string, ms: number): number {
  return ms + periodAt(zone, ms).offset
}

/** The first instant at which a wall clock has reached this time. */
export function instantOfWall(zone: string, wall: number): number {
  const dayBefore = wall - 86_400_000
  for (const period of periodsBetween(zone, dayBefore, wall + 86_400_000)) {
    const at = Math.max(wall - period.offset, period.from)
    if (at < period.to) return at
  }
  return wall - periodAt(zone, wall).offset
}

function askPeriod(zone: string, ms: number): Period {
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
  // `previous` looks strictly before, and a period begins at its own transition.
  const justAfter = at.add({ nanoseconds: 1 })
  return {
    from: justAfter.getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity,
    to: at.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity,
    offset: at.offsetNanoseconds / 1_000_000,
  }
}
