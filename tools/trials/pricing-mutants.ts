/**
 * Price engines that are wrong on purpose, each by one small slip: tests that do not notice
 * them would prove nothing. A slip is made in a copy of the engines, never in the place.
 */
export type Slip = { what: string; file: string; from: string; to: string }

export const slips: readonly Slip[] = [
  {
    what: 'the scope of rounding: a visit rounded entry by entry',
    file: 'engines/pricing/round-time.ts',
    from: 'return entry.visitId ? `visit ${entry.visitId}` : `${ticket} ${day()} ${entry.place}`',
    to: 'return entry.id',
  },
  {
    what: 'the split at a band: a minute too late',
    file: 'engines/pricing/bands.ts',
    from: 'Math.ceil((until - at) / minuteMs)',
    to: 'Math.ceil((until - at) / minuteMs) + 1',
  },
  {
    what: 'the order of lots: the newest first',
    file: 'engines/pricing/ledger.ts',
    from: 'compareTexts(a.until, b.until)',
    to: 'compareTexts(b.until, a.until)',
  },
  {
    what: 'the life of a lot: a day too long',
    file: 'engines/pricing/grants.ts',
    from: 'return dateOfDay(dayOfDate(monthsLater(next, pool.carry.months)) - 1)',
    to: 'return monthsLater(next, pool.carry.months)',
  },
  {
    what: 'a ticket that was opened again, counted twice',
    file: 'engines/pricing/items/per-ticket.ts',
    from: 'if (countsAgainAfterDays === undefined) return 1',
    to: 'if (countsAgainAfterDays === undefined) return 1 + (ticket.reopened ?? []).length',
  },
]
