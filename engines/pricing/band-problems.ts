/**
 * What can be wrong with bands of time: hours that no band prices, bands that are never
 * reached because earlier ones take all their hours, and two bands of the same days that
 * cross each other, so that only their order would decide.
 */
import { clockMs } from '../worktime/days.ts'
import { hoursOf, makePlan } from './bands.ts'
import { bandDays, type Band, type BandDay } from './price-list.ts'
import { eachOneOf, error, isObject, price, quantity, type PriceListProblem } from './problem-checks.ts'

export function bandProblems(bands: Band[], path: string, rule: { mustCover: boolean }): PriceListProblem[] {
  if (!Array.isArray(bands)) return [error('missing', path)]
  const own = bands.flatMap((band, i) => ownProblems(band, `${path}[${i}]`, rule))
  if (own.length > 0) return own
  return [...crossings(bands, path), ...unreached(bands, path), ...(rule.mustCover ? gaps(bands, path) : [])]
}

function ownProblems(band: Band, path: string, rule: { mustCover: boolean }): PriceListProblem[] {
  if (!isObject(band)) return [error('missing', path)]
  const days = eachOneOf(band.days, bandDays, `${path}.days`)
  const noDays = days.length === 0 && band.days.length === 0 ? [error('missing', `${path}.days`)] : []
  const times = (['fromTime', 'toTime'] as const).flatMap((name) => {
    const time: unknown = band[name]
    const isTime = time === undefined || (typeof time === 'string' && clockMs(time) !== undefined)
    return isTime ? [] : [error('notATime', `${path}.${name}`)]
  })
  return [...days, ...noDays, ...times, ...sizeProblems(band, path, rule)]
}

/** A price band multiplies the hour or has a price of its own; a weight only multiplies. */
function sizeProblems(band: Band, path: string, { mustCover }: { mustCover: boolean }): PriceListProblem[] {
  if (band.factor !== undefined && band.hourPrice !== undefined) return [error('eitherFactorOrPrice', path)]
  if (band.hourPrice !== undefined && mustCover) return price(band.hourPrice, `${path}.hourPrice`)
  return quantity(band.factor, `${path}.factor`, { isPositive: !mustCover })
}

const kindsOfDays: BandDay[][] = [
  ['any', 'workday'],
  ['any', 'sat'],
  ['any', 'sun'],
  ['any', 'holiday'],
  ['any', 'holiday', 'sat'],
  ['any', 'holiday', 'sun'],
]

function gaps(bands: Band[], path: string): PriceListProblem[] {
  const found = kindsOfDays.find((kinds) => makePlan(bands, kinds).some(({ band }) => band === undefined))
  return found ? [error('bandGap', path, { day: found.at(-1) ?? '' })] : []
}

function unreached(bands: Band[], path: string): PriceListProblem[] {
  const reached = new Set(kindsOfDays.flatMap((kinds) => makePlan(bands, kinds).map(({ band }) => band)))
  return bands.flatMap((_, i) => (reached.has(i) ? [] : [error('bandNeverReached', `${path}[${i}]`)]))
}

function crossings(bands: Band[], path: string): PriceListProblem[] {
  return bands.flatMap((band, i) => {
    const other = bands.slice(0, i).findIndex((one) => sameDays(one, band) && crosses(one, band))
    return other < 0 ? [] : [error('bandsOverlap', `${path}[${i}]`, { other: other + 1 })]
  })
}

function sameDays(a: Band, b: Band): boolean {
  return [...a.days].sort().join() === [...b.days].sort().join()
}

/** They share some hours, and each has hours that the other has not. */
function crosses(a: Band, b: Band): boolean {
  const [inA, inB] = [minutesOf(a), minutesOf(b)]
  const shared = inA.filter((minute) => inB.includes(minute)).length
  return shared > 0 && shared < inA.length && shared < inB.length
}

/** Quarters of an hour are fine enough to compare bands that people write. */
function minutesOf(band: Band): number[] {
  return hoursOf(band).flatMap(([from, to]) => {
    const minutes: number[] = []
    for (let minute = from; minute < to; minute += 5) minutes.push(minute)
    return minutes
  })
}
