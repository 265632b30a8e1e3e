import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  add,
  compare,
  dec,
  divide,
  fromGrosze,
  mul,
  parseDecimal,
  round,
  sub,
  sum,
  toGrosze,
  toText,
  type Rounding,
} from './decimal.ts'
import { BrokenAssumption } from './must.ts'

const typed: [what: string, text: string, expected: string][] = [
  ['a point', '12.50', '12.5'],
  ['a Polish comma', '12,50', '12.5'],
  ['grouping spaces', '1 234 567,89', '1234567.89'],
  ['no-break grouping', '1\u00a0234,50', '1234.5'],
  ['narrow no-break grouping', '1\u202f234', '1234'],
  ['a minus', '-0,01', '-0.01'],
  ['a typographic minus', '\u22125', '-5'],
  ['spaces around', '  7 ', '7'],
  ['zeros in front', '007,10', '7.1'],
  ['minus nothing', '-0', '0'],
  ['two commas', '12,5,0', 'decimal_unreadable'],
  ['a point and a comma', '1.234,50', 'decimal_unreadable'],
  ['a crooked group', '12 50', 'decimal_unreadable'],
  ['a comma without digits', '12,', 'decimal_unreadable'],
  ['an exponent', '1e3', 'decimal_unreadable'],
  ['a word', 'dwa', 'decimal_unreadable'],
  ['nothing', '  ', 'decimal_missing'],
  ['a sixteenth digit', '1234567890123456', 'decimal_too_long'],
]

for (const [what, text, expected] of typed) {
  test(`${what}: "${text}" is read as ${expected}`, () => {
    const read = parseDecimal(text)
    assert.equal('problem' in read ? read.problem : toText(read.value), expected)
  })
}

const rounded: [value: string, decimals: number, mode: Rounding, expected: string][] = [
  ['1.005', 2, 'half-away', '1.01'],
  ['-1.005', 2, 'half-away', '-1.01'],
  ['1.0049999', 2, 'half-away', '1'],
  ['99.996', 2, 'half-away', '100'],
  ['0.5', 0, 'half-away', '1'],
  ['-0.5', 0, 'half-away', '-1'],
  ['2.001', 2, 'up', '2.01'],
  ['-2.001', 2, 'up', '-2.01'],
  ['2.00', 0, 'up', '2'],
  ['2.999', 2, 'down', '2.99'],
  ['-2.999', 2, 'down', '-2.99'],
  ['-0.004', 2, 'half-away', '0'],
]

for (const [value, decimals, mode, expected] of rounded) {
  test(`${value} rounded ${mode} to ${decimals} decimals is ${expected}`, () => {
    assert.equal(toText(round(dec(value), decimals, mode)), expected)
  })
}

const quotients: [a: string, b: string, decimals: number, mode: Rounding, expected: string][] = [
  ['1', '3', 4, 'half-away', '0.3333'],
  ['2', '3', 4, 'half-away', '0.6667'],
  ['-2', '3', 4, 'half-away', '-0.6667'],
  ['2', '-3', 2, 'down', '-0.66'],
  ['7', '2', 0, 'up', '4'],
  ['8', '2', 0, 'up', '4'],
  ['0.000123', '1000', 9, 'half-away', '0.000000123'],
  ['123456.789', '0.001', 0, 'half-away', '123456789'],
  ['123456.7895', '100', 2, 'half-away', '1234.57'],
]

for (const [a, b, decimals, mode, expected] of quotients) {
  test(`${a} divided by ${b} to ${decimals} decimals (${mode}) is ${expected}`, () => {
    assert.equal(toText(divide(dec(a), dec(b), decimals, mode)), expected)
  })
}

const grosze: [zlotys: string, expected: number][] = [
  ['0.1', 10],
  ['1.005', 101],
  ['-1.005', -101],
  ['85.9178', 8592],
  ['0.004', 0],
]

for (const [zlotys, expected] of grosze) {
  test(`${zlotys} zł are ${expected} grosze`, () => assert.equal(toGrosze(dec(zlotys)), expected))
}

test('sums are exact where floats are not', () => {
  assert.equal(toText(sum([dec('0.1'), dec('0.2')])), '0.3')
  assert.equal(toText(mul(dec('1.1'), dec('1.1'))), '1.21')
  assert.equal(toText(sub(dec('0.3'), dec('0.3'))), '0')
})

test('equal numbers are equal objects, however they were written', () => {
  assert.deepEqual(dec('12.500'), dec('12.5'))
  assert.deepEqual(sub(dec('1'), dec('1')), dec('-0.00'))
})

test('an amount may be written with its two decimals', () => {
  assert.equal(toText(dec('12.5'), 2), '12.50')
  assert.equal(toText(dec('-3'), 2), '-3.00')
  assert.equal(toText(dec('0.125'), 2), '0.125')
})

test('what only a programmer can write wrongly stops the work', () => {
  const wrong = [() => dec('12,5'), () => dec(0.5), () => dec(''), () => divide(dec('1'), dec('0'), 2, 'up')]
  for (const attempt of wrong) assert.throws(attempt, BrokenAssumption)
  assert.throws(() => toGrosze(dec('99999999999999999')), BrokenAssumption)
})

test('grosze survive the way to a decimal and back', () => {
  fc.assert(fc.property(fc.maxSafeInteger(), (n) => toGrosze(fromGrosze(n)) === n))
})

test('what was added can be taken away again', () => {
  const anyDecimal = fc
    .tuple(fc.maxSafeInteger(), fc.nat(9))
    .map(([n, scale]) => divide(dec(n), dec(10 ** scale), 9, 'half-away'))
  fc.assert(fc.property(anyDecimal, anyDecimal, (a, b) => compare(sub(add(a, b), b), a) === 0))
})
