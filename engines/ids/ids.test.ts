import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cleanNip, formatNip, problemOfNip } from './nip.ts'
import { formatNrb, ibanOfNrb, isBankSortCode, nrbOf, problemOfIban, problemOfNrb } from './nrb.ts'
import { problemOfRegon } from './regon.ts'

const nips: [what: string, text: string, expected: string | undefined][] = [
  ['a real number', '5265877635', undefined],
  ['with dashes', '526-587-76-35', undefined],
  ['with the country and spaces', 'PL 526 587 76 35', undefined],
  ['with no-break spaces and long dashes', '526\u00a0587\u201376\u201335', undefined],
  ['the ones of the official samples', '1111111111', undefined],
  ['the nines of the official samples', '9999999999', undefined],
  ['zeros pass the sum but name no office', '0000000000', 'nip_office'],
  ['one digit wrong', '5265877636', 'nip_checksum'],
  ['two digits exchanged', '5256877635', 'nip_checksum'],
  ['a sum of 10 is never given out', '1234567890', 'nip_checksum'],
  ['nine digits', '526587763', 'nip_length'],
  ['a letter', '52658776AB', 'nip_characters'],
  ['nothing', ' ', 'nip_missing'],
]

for (const [what, text, expected] of nips) {
  test(`NIP "${text}" (${what}): ${expected ?? 'good'}`, () => assert.equal(problemOfNip(text), expected))
}

test('a NIP is kept bare and shown with dashes', () => {
  assert.equal(cleanNip('PL 526-587-76-35'), '5265877635')
  assert.equal(formatNip('5265877635'), '526-587-76-35')
})

const regons: [what: string, text: string, expected: string | undefined][] = [
  ['nine digits', '123456785', undefined],
  ['a local unit', '12345678512347', undefined],
  ['with spaces', '123 456 785', undefined],
  ['a remainder of ten counts as zero', '000010100', undefined],
  ['one digit wrong', '123456786', 'regon_checksum'],
  ['a local unit of a wrong company', '12345678612347', 'regon_checksum'],
  ['a wrong local unit', '12345678512348', 'regon_checksum'],
  ['ten digits', '1234567851', 'regon_length'],
  ['letters', '12345678X', 'regon_characters'],
  ['nothing', '', 'regon_missing'],
]

for (const [what, text, expected] of regons) {
  test(`REGON "${text}" (${what}): ${expected ?? 'good'}`, () => assert.equal(problemOfRegon(text), expected))
}

const accounts: [what: string, text: string, expected: string | undefined][] = [
  ['with spaces', '61 1090 1014 0000 0712 1981 2874', undefined],
  ['with the country', 'PL61109010140000071219812874', undefined],
  ['one digit wrong', '61109010140000071219812875', 'nrb_checksum'],
  ['wrong check digits', '62109010140000071219812874', 'nrb_checksum'],
  ['a digit missing', '6110901014000007121981287', 'nrb_length'],
  ['letters', '61109010140000071219ABCDEF', 'nrb_characters'],
  ['nothing', '', 'nrb_missing'],
]

for (const [what, text, expected] of accounts) {
  test(`account "${text}" (${what}): ${expected ?? 'good'}`, () => assert.equal(problemOfNrb(text), expected))
}

const ibans: [what: string, text: string, expected: string | undefined][] = [
  ['Polish', 'PL61 1090 1014 0000 0712 1981 2874', undefined],
  ['German', 'DE89 3704 0044 0532 0130 00', undefined],
  ['British, with letters', 'GB82 WEST 1234 5698 7654 32', undefined],
  ['one digit wrong', 'DE89 3704 0044 0532 0130 01', 'iban_checksum'],
  ['a short Polish one', 'PL6110901014000007121981287', 'iban_length'],
  ['no country', '61109010140000071219812874', 'iban_characters'],
]

for (const [what, text, expected] of ibans) {
  test(`IBAN "${text}" (${what}): ${expected ?? 'good'}`, () => assert.equal(problemOfIban(text), expected))
}

test('check digits are computed from the bank and the account', () => {
  assert.equal(nrbOf('109010140000071219812874'), '61109010140000071219812874')
  assert.equal(ibanOfNrb('61 1090 1014 0000 0712 1981 2874'), 'PL61109010140000071219812874')
})

test('any account made this way is a good one', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 24, maxLength: 24 })
  fc.assert(fc.property(digits, (account) => problemOfNrb(nrbOf(account.join(''))) === undefined))
})

test('an account is shown in groups of four', () => {
  assert.equal(formatNrb('PL61109010140000071219812874'), '61 1090 1014 0000 0712 1981 2874')
})

test('the sort code of a bank answers for itself', () => {
  assert.equal(isBankSortCode('10901014'), true)
  assert.equal(isBankSortCode('10901015'), false)
  assert.equal(isBankSortCode('1090101'), false)
})
