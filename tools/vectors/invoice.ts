/**
 * Neutral cases of invoices, read into the production engines: totals in both conventions,
 * rounding, prices that include the tax, credits for a part of a period, interest and
 * payments. Amounts are compared as numbers: "4000" is "4000.00".
 */
import { compare, dec, divide, mul, round, toText, type Decimal } from '#engines/base/decimal.ts'
import { must } from '#engines/base/must.ts'
import { grossToNet, partCredit, sumOfRounded, totalsOf } from '#engines/invoice/totals.ts'
import type { Change, DocumentLine, TaxedDocument } from '#engines/invoice/totals.ts'
import { allocateInOrder } from '#engines/interest/allocate.ts'
import { daysBetween, interestOf, type Principal } from '#engines/interest/interest.ts'
import type { Runner } from './runner.ts'

type Values = Record<string, unknown>
type Answer = { got: Values; expected: Values }

const kinds: Record<string, (vector: Values) => Answer> = {
  invoice: (vector) => ({ got: invoiceTotals(vector), expected: objectOf(vector['expected']) }),
  round: (vector) => ({
    got: { amount: round(number(vector['amount']), decimalsOf(vector)) },
    expected: { amount: vector['expected_amount'] },
  }),
  sum_of_rounded: (vector) => ({
    got: { amount: sumOfRounded(texts(vector['amounts']), decimalsOf(vector)) },
    expected: { amount: vector['expected_amount'] },
  }),
  gross_to_net: (vector) => ({
    got: grossToNet(text(vector['gross']), text(vector['vat']), decimalsOf(vector)),
    expected: { net: vector['expected_net'], vat: vector['expected_vat'] },
  }),
  part_credit: (vector) => ({
    got: partCredit({
      net: text(vector['net']),
      days: Number(vector['days']),
      ofDays: Number(vector['period_days']),
      vatPercent: text(vector['vat']),
    }),
    expected: { net: vector['expected_net'], vat: vector['expected_vat'] },
  }),
  interest: (vector) => ({ got: { amount: interest(vector) }, expected: { amount: expectedAmount(vector) } }),
  allocate_payment: (vector) => ({
    got: allocated(vector),
    expected: { allocations: vector['expected_allocations'], left: vector['expected_left'] },
  }),
}

export const invoiceRunner: Runner = (vector) => {
  const kind = kinds[String(vector['kind'])]
  if (!kind) return { cannot: `an invoice case of kind ${String(vector['kind'])}` }
  const { got, expected } = kind(vector)
  return { ok: isSame(got, expected), got: written(got), expected }
}

function invoiceTotals(vector: Values): Values {
  const { rates, ...sums } = totalsOf(documentOf(vector))
  return {
    lines_total: sums.linesTotal,
    net: sums.net,
    vat: sums.vat,
    gross: sums.gross,
    due: sums.due,
    rates: rates.map((rate) => ({ vat: rate.vatPercent, base: rate.base, amount: rate.amount })),
  }
}

function documentOf(vector: Values): TaxedDocument {
  return {
    convention: vector['rounding'] === 'exact' ? 'exact' : 'line',
    lines: list(vector['lines']).map(lineOf),
    discounts: list(vector['document_discounts']).map(documentChangeOf),
    charges: list(vector['document_charges']).map(documentChangeOf),
    pricesIncludeVat: vector['prices_include_vat'] === true,
    prepaid: optional(vector['prepaid']),
    payableRounding: optional(vector['payable_rounding']),
    decimals: decimalsOf(vector),
  }
}

function lineOf(line: Values): DocumentLine {
  return {
    quantity: text(line['quantity'] ?? '1'),
    unitPrice: text(line['unit_price']),
    pricePer: optional(line['price_per']),
    vatPercent: optional(line['vat']) ?? null,
    discounts: list(line['discounts']).map(changeOf),
    charges: list(line['charges']).map(changeOf),
  }
}

function documentChangeOf(change: Values): Change & { vatPercent: string | null } {
  return { ...changeOf(change), vatPercent: optional(change['vat']) ?? null }
}

function changeOf(change: Values): Change {
  const percent = optional(change['percent'])
  return percent === undefined ? { amount: text(change['amount']) } : { percent }
}

/** Segments carry what differs from the case itself; `to` is the first day that no longer counts. */
function interest(vector: Values): Decimal {
  const segments = Array.isArray(vector['segments']) ? list(vector['segments']) : [{}]
  const principals = segments.map((segment): Principal => {
    const of = { ...vector, ...segment } as Values
    const days = of['days'] === undefined ? daysBetween(text(of['from']), text(of['to'])) : Number(of['days'])
    return {
      amount: number(of['principal']),
      days,
      yearlyPercent: text(of['yearly_percent'] ?? of['percent']),
    }
  })
  return interestOf(principals, {
    yearDays: Number(vector['year_days'] ?? 365),
    decimals: decimalsOf(vector),
  })
}

function expectedAmount(vector: Values): unknown {
  return Object.entries(vector).find(([key]) => key.startsWith('expected'))?.[1]
}

/** The engine pays in whole minor units, so the case is read in its finest one. */
function allocated(vector: Values): Values {
  const debts = texts(vector['debts']).map(dec)
  const amount = number(vector['amount'])
  const scale = Math.max(2, ...[amount, ...debts].map((one) => one.scale))
  const { parts, left } = allocateInOrder(
    minor(amount, scale),
    debts.map((debt) => minor(debt, scale)),
  )
  return { allocations: parts.map((part) => major(part, scale)), left: major(left, scale) }
}

function minor(amount: Decimal, scale: number): number {
  return Number(toText(mul(amount, dec(10 ** scale))))
}

function major(units: number, scale: number): Decimal {
  return divide(dec(units), dec(10 ** scale), scale, 'down')
}

/** The currency's own decimals; neutral cases name currencies of the whole world. */
function decimalsOf({ decimals, currency }: Values): number {
  if (decimals !== undefined) return Number(decimals)
  if (typeof currency !== 'string') return 2
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  )
}

/** Whether everything that was expected came out; what was not asked for does not count. */
function isSame(got: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) return Array.isArray(got) && isSameList(got, expected)
  if (isDecimal(got)) return expected !== undefined && compare(got, dec(String(expected))) === 0
  if (typeof got === 'string') return compare(dec(got), dec(String(expected))) === 0
  if (got === undefined) return false
  const wanted = Object.entries(objectOf(expected))
  return wanted.length > 0 && wanted.every(([key, value]) => isSame(objectOf(got)[key], value))
}

/** Rates may come in any order, allocations may not. */
function isSameList(got: readonly unknown[], expected: readonly unknown[]): boolean {
  if (got.length !== expected.length) return false
  if (got.every(isDecimal)) return got.every((one, i) => isSame(one, expected[i]))
  return expected.every((one) => got.some((other) => isSame(other, one)))
}

function isDecimal(value: unknown): value is Decimal {
  return typeof value === 'object' && value !== null && 'units' in value && 'scale' in value
}

/** As it is shown beside what was expected. */
function written(value: unknown): unknown {
  if (isDecimal(value)) return toText(value)
  if (Array.isArray(value)) return value.map(written)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, written(one)]))
}

function objectOf(value: unknown): Values {
  must(typeof value === 'object' && value !== null && !Array.isArray(value), 'a part of a case is an object')
  return value as Values
}

function list(value: unknown): Values[] {
  return Array.isArray(value) ? value.map(objectOf) : []
}

function texts(value: unknown): string[] {
  must(Array.isArray(value), 'amounts of a case are a list')
  return value.map(text)
}

function text(value: unknown): string {
  must(typeof value === 'string' || typeof value === 'number', 'a number of a case is written out')
  return String(value)
}

function optional(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : text(value)
}

function number(value: unknown): Decimal {
  return dec(text(value))
}
