/** Words of the clock: what an explanation of a deadline says. */
export const clockPl = {} as const
