import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checksumOf, problemOfKsefNumber } from './ksef-number.ts'

const numbers: [what: string, number: string, expected: string | undefined][] = [
  ['one of August', '5265877635-20250826-0100001AF629-AF', undefined],
  ['one of September', '5265877635-20250916-0200A0D6723E-C2', undefined],
  ['a wrong checksum', '5265877635-20250826-0100001AF629-AE', 'ksef_number_checksum'],
  ['a digit changed', '5265877635-20250826-0100001AF628-AF', 'ksef_number_checksum'],
  ['a wrong NIP', '5265877636-20250826-0100001AF629-AF', 'ksef_number_nip'],
  ['no such day', '5265877635-20250231-0100001AF629-AF', 'ksef_number_date'],
  ['small letters', '5265877635-20250826-0100001af629-af', 'ksef_number_form'],
  ['an invoice number', 'FV/12/11/2026', 'ksef_number_form'],
]

for (const [what, number, expected] of numbers) {
  test(`${what}: ${number} is ${expected ?? 'good'}`, () =>
    assert.equal(problemOfKsefNumber(number), expected))
}

test('the checksum is the usual CRC-8', () => assert.equal(checksumOf('123456789'), 'F4'))
