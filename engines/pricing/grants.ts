/**
 * Grants: which portions of its pools a contract is given. A pool is granted anew for
 * each of its own periods (a month, a quarter), though the fee may be paid by another
 * one. A portion is known by its pool and first day, so it is never granted twice;
 * where terms change inside its period, what is granted changes by their days.
 */
import { dec, divide, mul, round, toText, type Decimal } from '../base/decimal.ts'
import { micro, microText } from '../base/micro.ts'
import type { Pool } from './price-list.ts'
import { commonDays, daysIn, offersOf, segmentsOf, weighed, type Offer, type Span } from './segments.ts'
import type { TermsVersion } from './segments.ts'
import type { Lot } from './state.ts'
import { dateOfDay, dayOfDate } from './work.ts'

export type Granting = {
  period: Span
  fullPeriod: Span
  contract: { from: string; to?: string }
  versions: TermsVersion[]
}

export type Grant = { pool: Pool; window: Span; quantity: string; until: string }

/** Everything that is granted for windows that reach into the period. */
export function grantsOf(pools: Map<string, Offer<'pool'>[]>, by: Granting): Grant[] {
  return [...pools.values()].flatMap((offers) => {
    const pool = offers.at(-1)!.item
    return windowsOf(pool.per, by).flatMap((window) => {
      const quantity = grantedFor(pool, window, by)
      return quantity === undefined ? [] : [{ pool, window, quantity, until: lastDayOf(pool, window) }]
    })
  })
}

export function lotOf({ pool, window, quantity, until }: Grant, scope: string): Lot {
  const name = poolName(pool, scope)
  return {
    id: `${name}@${window.from}`,
    pool: name,
    kind: 'pool',
    unit: pool.unit,
    granted: quantity,
    left: quantity,
    from: window.from,
    until,
  }
}

export function poolName(item: { id: string; sharedAs?: string }, scope: string): string {
  const name = item.sharedAs ?? item.id
  return scope === '' ? name : `${name}/${scope}`
}

export function windowsOf(per: Pool['per'], by: { period: Span; fullPeriod: Span }): Span[] {
  if (per === 'period') return [by.fullPeriod]
  const months = monthsOf[per]
  const windows: Span[] = []
  for (let month = firstMonth(by.period.from, months); firstDay(month) <= by.period.to; month += months) {
    windows.push({ from: firstDay(month), to: dateOfDay(dayOfDate(firstDay(month + months)) - 1) })
  }
  return windows
}

const monthsOf = { month: 1, quarter: 3, year: 12 } as const

/** Months counted from the year nought. */
function firstMonth(date: string, months: number): number {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
  return month - (month % months)
}

function firstDay(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0')
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`
}

/** Undefined where no day of the window lies in the contract with this pool in its list. */
function grantedFor(pool: Pool, window: Span, by: Granting): string | undefined {
  const offers = offersOf(segmentsOf({ ...by, period: window }), 'pool').get(pool.id) ?? []
  if (offers.length === 0) return undefined
  if (pool.prorate === 'months') return shareByMonths(pool, window, by)
  const covered = offers.reduce((days, { segment }) => days + segment.days, 0)
  const ofDays = pool.prorate === 'full' ? covered : daysIn(window)
  const parts = offers.map(({ item, segment }) => ({
    value: inLotUnit(item),
    days: segment.days,
    ofDays,
    from: segment.from,
    to: segment.to,
  }))
  const exact = weighed(parts, 6, 'half-away')
  if (pool.prorate === 'exact' || pool.unit === 'money')
    return toText(round(exact, pool.unit === 'money' ? 2 : 6))
  return toText(divide(exact, dec(1), decimalsOf(parts), pool.prorate === 'halfUp' ? 'half-away' : 'up'))
}

/** A portion of 2.5 points is not rounded to whole points, one of 12 tickets is to whole tickets. */
function decimalsOf(parts: { value: string }[]): number {
  return Math.max(...parts.map(({ value }) => dec(value).scale))
}

/** So much for each started month of the contract in the window. */
function shareByMonths(pool: Pool, window: Span, by: Granting): string {
  const months = windowsOf('month', { period: window, fullPeriod: window })
  const there = months.filter((month) => commonDays(month, contractSpan(by)) > 0).length
  const share: Decimal = divide(mul(dec(inLotUnit(pool)), dec(there)), dec(months.length), 6, 'half-away')
  return toText(share)
}

function contractSpan({ contract }: Granting): Span {
  return { from: contract.from, to: contract.to ?? '9999-12-31' }
}

function inLotUnit({ grant, unit }: Pool): string {
  return unit === 'hour' ? microText(micro(grant) * 60) : grant
}

/** Carried for two months, hours of January are good to the end of March. */
function lastDayOf(pool: Pool, window: Span): string {
  if (!pool.carry) return window.to
  const next = dateOfDay(dayOfDate(window.to) + 1)
  return dateOfDay(dayOfDate(monthsLater(next, pool.carry.months)) - 1)
}

/** The same day of a later month; where that is shorter, its last day. */
function monthsLater(date: string, months: number): string {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const lastDay = dayOfDate(firstDay(month + 1)) - 1
  return dateOfDay(Math.min(dayOfDate(firstDay(month)) + Number(date.slice(8)) - 1, lastDay))
}

/** The last day of a block bought on a day and good for some months: 16 February and six months, 15 August. */
export function blockUntil(boughtOn: string, validMonths: number | undefined): string {
  if (validMonths === undefined) return '9999-12-31'
  return Temporal.PlainDate.from(boughtOn).add({ months: validMonths }).subtract({ days: 1 }).toString()
}
