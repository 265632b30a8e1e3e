/** Granted time is exact: "4 h", "1 h 30 min". */
export function granted(minutes: number): string {
  const [h, min] = [Math.floor(minutes / 60), minutes % 60]
  return [h > 0 && `${h}\u00a0h`, min > 0 && `${min}\u00a0min`].filter(Boolean).join('\u00a0')
}
