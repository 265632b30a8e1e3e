/**
 * The small questions of which problems of a price list are made: is it a price, a whole
 * number, a date, one of these. Whatever is typed, they answer and never throw.
 */
import { vatCodes } from './price-list.ts'

export const problemCodes = [
  'notAList',
  'notADecimal',
  'negative',
  'tooManyDecimals',
  'absurd',
  'notWhole',
  'notADate',
  'notOneOf',
  'missing',
  'duplicateId',
  'unknownKind',
  'unknownVat',
  'unknownCurrency',
  'unknownItem',
  'ambiguous',
  'nothingPriced',
  'percentAbove100',
  'eitherPercentOrAmount',
  'minimumAboveCap',
  'minimumWithoutKm',
  'tooLarge',
  'notATime',
  'datesReversed',
  'tiersGap',
  'tiersOverlap',
  'tiersStartElsewhere',
  'tiersWithBands',
  'bandGap',
  'bandsOverlap',
  'bandNeverReached',
  'eitherFactorOrPrice',
  'unknownPool',
  'unitMismatch',
  'wholeGrant',
  'feedEachOther',
  'nothingDraws',
  'coversNothing',
  'creditWithoutSize',
] as const
export type ProblemCode = (typeof problemCodes)[number]

export type PriceListProblem = {
  code: ProblemCode
  weight: 'error' | 'warning'
  /** "items[2].unitPrice" */
  path: string
  values?: Record<string, string | number>
}

/** Prices above this are taken for a slip of the keyboard; above the other no sum of them is safe. */
const absurdPrice = 1_000_000
const largestPrice = 1_000_000_000

export function price(value: unknown, path: string, rule: { decimals?: number } = {}): PriceListProblem[] {
  if (value === undefined || value === '') return [error('missing', path)]
  if (!isPlainDecimal(value)) return [error('notADecimal', path, { value: shown(value) })]
  const decimals = value.split('.')[1]?.length ?? 0
  const most = rule.decimals ?? 6
  if (value.startsWith('-')) return [error('negative', path, { value })]
  if (decimals > most) return [error('tooManyDecimals', path, { most })]
  if (Number(value) > largestPrice) return [error('tooLarge', path, { value })]
  return Number(value) > absurdPrice ? [warning('absurd', path, { value })] : []
}

/** An exact number that is counted: pages, hours, factors. */
export function quantity(
  value: unknown,
  path: string,
  rule: { isPositive?: boolean } = {},
): PriceListProblem[] {
  if (value === undefined || value === '') return [error('missing', path)]
  if (!isPlainDecimal(value)) return [error('notADecimal', path, { value: shown(value) })]
  if (value.startsWith('-')) return [error('negative', path, { value })]
  if ((value.split('.')[1]?.length ?? 0) > 6) return [error('tooManyDecimals', path, { most: 6 })]
  if (Number(value) > largestPrice) return [error('tooLarge', path, { value })]
  return rule.isPositive && Number(value) === 0 ? [error('absurd', path, { value })] : []
}

export function optional<T>(
  value: T | undefined,
  check: (value: T) => PriceListProblem[],
): PriceListProblem[] {
  return value === undefined ? [] : check(value)
}

export function whole(
  value: unknown,
  path: string,
  rule: { least?: number; most?: number; atMost?: number },
): PriceListProblem[] {
  if (value === undefined) return [error('missing', path)]
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    return [error('notWhole', path, { value: shown(value) })]
  if (value < 0) return [error('negative', path, { value })]
  if (value < (rule.least ?? 0) || value > (rule.atMost ?? Infinity))
    return [error('absurd', path, { value })]
  return value > (rule.most ?? Infinity) ? [warning('absurd', path, { value })] : []
}

export function oneOf(value: unknown, allowed: readonly string[], path: string): PriceListProblem[] {
  return typeof value === 'string' && allowed.includes(value)
    ? []
    : [error('notOneOf', path, { allowed: allowed.join(', ') })]
}

export function eachOneOf(values: unknown, allowed: readonly string[], path: string): PriceListProblem[] {
  if (!Array.isArray(values)) return [error('missing', path)]
  return values.flatMap((value, i) => oneOf(value, allowed, `${path}[${i}]`))
}

export function vatProblems(vat: unknown, path: string): PriceListProblem[] {
  return vatCodes.some((code) => code === vat) ? [] : [error('unknownVat', path, { value: shown(vat) })]
}

/** What was typed, short enough for a sentence; a thing that is no text says what it is. */
export function shown(value: unknown): string {
  return typeof value === 'object' || typeof value === 'function' ? typeof value : String(value).slice(0, 40)
}

export function isPlainDecimal(value: unknown): value is string {
  return typeof value === 'string' && /^-?\d{1,15}(\.\d{1,15})?$/.test(value)
}

export function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month)
}

function daysOfMonth(year: number, month: number): number {
  return Temporal.PlainYearMonth.from({ year, month }).daysInMonth
}

export function isObject(value: unknown): value is Record<string, never> {
  return typeof value === 'object' && value !== null
}

export function error(
  code: ProblemCode,
  path: string,
  values?: PriceListProblem['values'],
): PriceListProblem {
  return { code, weight: 'error', path, values }
}

export function warning(
  code: ProblemCode,
  path: string,
  values?: PriceListProblem['values'],
): PriceListProblem {
  return { code, weight: 'warning', path, values }
}
