/**
 * Exact decimals: unit prices, quantities, percentages. A value is whole units of
 * 10^-scale and is kept in its shortest form, so equal numbers are equal objects.
 * Nothing here passes through a float. Money that is settled is an integer of
 * grosze; a decimal becomes one by rounding half away from zero, so that a
 * correction rounds like the invoice it takes back.
 */
import { must } from './must.ts'

export type Decimal = { readonly units: bigint; readonly scale: number }

/** `up` is away from zero, `down` towards zero: signs never change a size. */
export type Rounding = 'half-away' | 'up' | 'down'

export type DecimalProblem = 'decimal_missing' | 'decimal_unreadable' | 'decimal_too_long'

const written = /^(-?)(\d+)(?:\.(\d+))?$/
const longestWhole = 15
const longestFraction = 12

/** Our own numbers: a text such as "-12.50", or a whole number. */
export function dec(value: string | number): Decimal {
  if (typeof value === 'string' && value.length < 10 && /^\d+$/.test(value)) {
    const units = BigInt(value)
    return units === 0n ? zero : { units, scale: 0 }
  }
  must(typeof value === 'string' || Number.isSafeInteger(value), `${value} is a whole number`)
  const parts = written.exec(String(value))
  must(parts, `"${value}" is a decimal`)
  return fromParts(parts[1] === '-', parts[2] ?? '', parts[3] ?? '')
}

/** What a person typed: comma or point, spaces between groups of three digits, a minus. */
export function parseDecimal(text: string): { value: Decimal } | { problem: DecimalProblem } {
  const typed = text
    .trim()
    .replace(/[\u00a0\u2009\u202f]/g, ' ')
    .replace(/^\u2212/, '-')
  if (typed === '') return { problem: 'decimal_missing' }
  const parts = /^(-?)(\d+|\d{1,3}(?: \d{3})+)(?:[.,](\d+))?$/.exec(typed)
  if (!parts) return { problem: 'decimal_unreadable' }
  const whole = (parts[2] ?? '').replaceAll(' ', '')
  const fraction = parts[3] ?? ''
  if (whole.length > longestWhole || fraction.length > longestFraction) return { problem: 'decimal_too_long' }
  return { value: fromParts(parts[1] === '-', whole, fraction) }
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return shortest(unitsAt(a, scale) + unitsAt(b, scale), scale)
}

export function sub(a: Decimal, b: Decimal): Decimal {
  return add(a, neg(b))
}

export function sum(values: readonly Decimal[]): Decimal {
  return values.reduce(add, zero)
}

export function mul(a: Decimal, b: Decimal): Decimal {
  return shortest(a.units * b.units, a.scale + b.scale)
}

export function divide(a: Decimal, b: Decimal, decimals: number, mode: Rounding): Decimal {
  must(b.units !== 0n, 'nobody divides by zero')
  const shift = decimals + b.scale - a.scale
  const top = a.units * tenTo(Math.max(shift, 0))
  const bottom = b.units * tenTo(Math.max(-shift, 0))
  return shortest(quotient(top, bottom, mode), decimals)
}

export function round(value: Decimal, decimals: number, mode: Rounding = 'half-away'): Decimal {
  return value.scale <= decimals ? value : divide(value, one, decimals, mode)
}

export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const { units } = sub(a, b)
  return units < 0n ? -1 : units > 0n ? 1 : 0
}

export function neg(value: Decimal): Decimal {
  return { units: -value.units, scale: value.scale }
}

export function abs(value: Decimal): Decimal {
  return value.units < 0n ? neg(value) : value
}

export function isZero(value: Decimal): boolean {
  return value.units === 0n
}

/** The shortest writing with a point; `leastDecimals` pads with zeros, it never cuts. */
export function toText(value: Decimal, leastDecimals = 0): string {
  const decimals = Math.max(value.scale, leastDecimals)
  const digits = unitsAt(abs(value), decimals)
    .toString()
    .padStart(decimals + 1, '0')
  const sign = value.units < 0n ? '-' : ''
  if (decimals === 0) return sign + digits
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

export function toGrosze(zlotys: Decimal): number {
  const grosze = Number(unitsAt(round(zlotys, 2), 2))
  must(Number.isSafeInteger(grosze), 'an amount fits a safe integer of grosze')
  return grosze
}

export function fromGrosze(grosze: number): Decimal {
  must(Number.isSafeInteger(grosze), `${grosze} grosze are a whole number`)
  return shortest(BigInt(grosze), 2)
}

function fromParts(negative: boolean, whole: string, fraction: string): Decimal {
  const size = BigInt(whole + fraction)
  return shortest(negative ? -size : size, fraction.length)
}

function shortest(units: bigint, scale: number): Decimal {
  if (units === 0n) return zero
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n
    scale -= 1
  }
  return { units, scale }
}

function unitsAt(value: Decimal, scale: number): bigint {
  return value.units * tenTo(scale - value.scale)
}

const tens = Array.from({ length: 40 }, (_, exponent) => 10n ** BigInt(exponent))

function tenTo(exponent: number): bigint {
  return tens[exponent] ?? 10n ** BigInt(exponent)
}

function quotient(top: bigint, bottom: bigint, mode: Rounding): bigint {
  const negative = top < 0n !== bottom < 0n
  const [over, under] = [sizeOf(top), sizeOf(bottom)]
  const [whole, rest] = [over / under, over % under]
  const further = mode === 'up' ? rest > 0n : mode === 'half-away' && rest * 2n >= under
  const size = further ? whole + 1n : whole
  return negative ? -size : size
}

function sizeOf(value: bigint): bigint {
  return value < 0n ? -value : value
}

export const zero: Decimal = { units: 0n, scale: 0 }
const one: Decimal = { units: 1n, scale: 0 }
