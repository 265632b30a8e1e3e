/** Chance that can be repeated: the same seed gives the same numbers. */
export type Random = {
  seed: number
  between: (from: number, to: number) => number
  isOneOf: (n: number) => boolean
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    seed,
    between: (from, to) => from + next() * (to - from),
    isOneOf: (n) => next() < 1 / n,
  }
}
