import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  accountNumber,
  amount,
  bytes,
  change,
  count,
  date,
  dateOf,
  dateRange,
  daysBetween,
  decimal,
  duration,
  durationInWords,
  inMonth,
  list,
  longDate,
  moment,
  momentDense,
  money,
  month,
  nbsp,
  nip,
  ordinal,
  percent,
  plural,
  price,
  quantity,
  stopwatch,
  stretch,
  time,
  workingDays,
} from './format.ts'
import type { Lang } from './words.ts'

/** Tables are written with plain spaces; the texts themselves carry no-break ones. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const ticket = { one: 'zgłoszenie', few: 'zgłoszenia', many: 'zgłoszeń' }
const monday = '2026-11-23T10:42:00+01:00'

const plurals = [
  [0, 'zgłoszeń'],
  [1, 'zgłoszenie'],
  [2, 'zgłoszenia'],
  [4, 'zgłoszenia'],
  [5, 'zgłoszeń'],
  [11, 'zgłoszeń'],
  [12, 'zgłoszeń'],
  [14, 'zgłoszeń'],
  [21, 'zgłoszeń'],
  [22, 'zgłoszenia'],
  [25, 'zgłoszeń'],
  [101, 'zgłoszeń'],
  [102, 'zgłoszenia'],
  [112, 'zgłoszeń'],
  [122, 'zgłoszenia'],
  [-2, 'zgłoszenia'],
  [1.5, 'zgłoszenia'],
] as const

for (const [n, form] of plurals) {
  test(`${n} takes the form ${form}`, () => assert.equal(plural('pl', n, ticket), form))
}

test('a count keeps its number and noun on one line', () =>
  assert.equal(count('pl', 1022, ticket), '1\u00a0022\u00a0zgłoszenia'))
test('English knows two forms', () =>
  assert.equal(plain(count('en', 1, { one: 'ticket', other: 'tickets' })), '1 ticket'))

const amounts: readonly (readonly [Lang, number, string])[] = [
  ['pl', 145500, '1 455,00'],
  ['pl', 0, '0,00'],
  ['pl', 5, '0,05'],
  ['pl', -5, '−0,05'],
  ['pl', -145550, '−1 455,50'],
  ['pl', 26369540, '263 695,40'],
  ['pl', 123456789012, '1 234 567 890,12'],
  ['en', 145500, '1,455.00'],
  ['en', -26369540, '−263,695.40'],
]
for (const [lang, grosze, text] of amounts) {
  test(`${grosze} grosze are written ${text} (${lang})`, () =>
    assert.equal(plain(amount(lang, grosze)), text))
}

test('money holds its parts together', () => assert.equal(money('pl', 145500), '1\u00a0455,00\u00a0zł'))
test('another currency shows its code', () => assert.equal(plain(money('pl', 4000, 'EUR')), '40,00 EUR'))

const decimals: readonly (readonly [string, number, number, string])[] = [
  ['3.50', 0, 4, '3,5'],
  ['3', 0, 4, '3'],
  ['0.125', 2, 20, '0,125'],
  ['85', 2, 20, '85,00'],
  ['-0.004', 0, 2, '0'],
  ['2.5', 0, 0, '3'],
  ['-2.5', 0, 0, '−3'],
  ['999.995', 2, 2, '1 000,00'],
  ['12345678901234567890.1', 0, 20, '12 345 678 901 234 567 890,1'],
  ['007', 0, 0, '7'],
]
for (const [value, least, most, text] of decimals) {
  test(`${value} with ${least} to ${most} decimals is ${text}`, () =>
    assert.equal(plain(decimal('pl', value, least, most)), text))
}

test('a unit price shows at least two decimals', () => assert.equal(price('pl', '0.1'), '0,10'))
test('a quantity carries its unit', () =>
  assert.equal(quantity('pl', '18412', 'str.'), '18\u00a0412\u00a0str.'))
test('what is not a number is our own mistake', () => assert.throws(() => decimal('pl', '1,5'), TypeError))

const shares: readonly (readonly [number, string, string])[] = [
  [700, '7%', '+7,0%'],
  [-1840, '−18,4%', '−18,4%'],
  [0, '0%', '0,0%'],
  [1125, '11,25%', '+11,3%'],
]
for (const [bp, share, changed] of shares) {
  test(`${bp} basis points are ${share} and as a change ${changed}`, () =>
    assert.deepEqual([percent('pl', bp), change('pl', bp)], [share, changed]))
}

const durations: readonly (readonly [number, string])[] = [
  [0, '0 s'],
  [45, '45 s'],
  [60, '1 min'],
  [105, '1 min 45 s'],
  [120, '2 min'],
  [179, '2 min'],
  [2580, '43 min'],
  [3600, '1 h'],
  [8940, '2 h 29 min'],
  [8999, '2 h 29 min'],
  [21900, '6 h 05 min'],
  [187_200, '52 h'],
  [-540, '−9 min'],
]
for (const [seconds, text] of durations) {
  test(`${seconds} seconds are "${text}"`, () => assert.equal(plain(duration('pl', seconds)), text))
}

const spoken: readonly (readonly [Lang, number, string])[] = [
  ['pl', 2580, '43 minuty'],
  ['pl', 60, '1 minuta'],
  ['pl', 300, '5 minut'],
  ['pl', 14400, '4 godziny'],
  ['pl', 3720, '1 godzina i 2 minuty'],
  ['pl', 22, '22 sekundy'],
  ['en', 2580, '43 minutes'],
  ['en', 7260, '2 hours and 1 minute'],
]
for (const [lang, seconds, text] of spoken) {
  test(`${seconds} seconds are said "${text}"`, () =>
    assert.equal(plain(durationInWords(lang, seconds)), text))
}

const dayCounts: readonly (readonly [Lang, number, string])[] = [
  ['pl', 1, '1 dzień rob.'],
  ['pl', 2, '2 dni rob.'],
  ['pl', 5, '5 dni rob.'],
  ['en', 1, '1 working day'],
  ['en', 3, '3 working days'],
]
for (const [lang, n, text] of dayCounts) {
  test(`${n} working days (${lang}): ${text}`, () => assert.equal(plain(workingDays(lang, n)), text))
}

test('a running timer shows hours, minutes and seconds', () => assert.equal(stopwatch(1456), '0:24:16'))

const moments: readonly (readonly [string, Lang, string, string])[] = [
  ['today', 'pl', '2026-11-23T10:25:00Z', 'dziś, 11:25'],
  ['tomorrow', 'pl', '2026-11-24T07:00:00Z', 'jutro, 8:00'],
  ['yesterday', 'pl', '2026-11-22T23:59:00+01:00', 'wczoraj, 23:59'],
  ['the past week', 'pl', '2026-11-20T14:40:00Z', 'pt. 20.11, 15:40'],
  ['a single-digit month', 'pl', '2026-06-03T10:00:00+02:00', 'śr. 3.06, 10:00'],
  ['another year', 'pl', '2025-12-31T12:00:00+01:00', '31.12.2025, 12:00'],
  ['midnight', 'pl', '2026-11-23T00:05:00+01:00', 'dziś, 0:05'],
  ['English', 'en', '2026-11-20T14:40:00Z', 'Fri 20 Nov, 15:40'],
  ['English today', 'en', '2026-11-23T10:25:00Z', 'today, 11:25'],
]
for (const [what, lang, at, text] of moments) {
  test(`${what} (${lang}): ${text}`, () =>
    assert.equal(plain(moment(lang, at, 'Europe/Warsaw', monday)), text))
}

test('without a present nothing is relative', () =>
  assert.equal(plain(moment('pl', monday, 'Europe/Warsaw')), 'pon. 23.11, 10:42'))
test('dense lists leave the comma out', () =>
  assert.equal(plain(momentDense('pl', '2026-11-20T14:40:00Z', 'Europe/Warsaw', monday)), 'pt. 20.11 15:40'))
test('the zone decides the day', () =>
  assert.equal(dateOf('2026-11-22T23:30:00Z', 'Europe/Warsaw'), '2026-11-23'))
test('the hour is that of the zone, also in summer', () =>
  assert.equal(time('pl', '2026-07-01T06:05:00Z', 'Europe/Warsaw'), '8:05'))
test('days are counted by the calendar, across the change of clocks too', () =>
  assert.equal(daysBetween('2026-10-24T23:30:00+02:00', '2026-10-26T00:30:00+01:00'), 2))

const stretches: readonly (readonly [string, string, string])[] = [
  ['2026-11-20T15:40:00+01:00', '2026-11-20T17:00:00+01:00', 'pt. 15:40–17:00'],
  ['2026-11-20T17:00:00+01:00', '2026-11-23T08:00:00+01:00', 'pt. 17:00–pon. 8:00'],
  ['2026-11-23T08:20:00+01:00', '2026-11-23T09:05:00+01:00', '8:20–9:05'],
  ['2026-11-02T09:00:00+01:00', '2026-11-02T10:00:00+01:00', 'pon. 2.11 9:00–10:00'],
]
for (const [from, to, text] of stretches) {
  test(`a stretch reads ${text}`, () =>
    assert.equal(plain(stretch('pl', from, to, 'Europe/Warsaw', monday)), text))
}

test('a calendar date is written in full', () =>
  assert.equal(plain(longDate('pl', '2026-11-23')), '23 listopada 2026'))
test('a calendar date is written short', () =>
  assert.deepEqual([date('pl', '2026-11-03'), plain(date('en', '2026-11-03'))], ['3.11.2026', '3 Nov 2026']))
test('a month stands in the nominative', () =>
  assert.deepEqual([month('pl', '2026-11'), month('en', '2026-11-05')], ['listopad 2026', 'November 2026']))
test('in a month takes the locative', () =>
  assert.deepEqual(
    [plain(inMonth('pl', '2026-11')), plain(inMonth('pl', '2026-09')), plain(inMonth('en', '2026-02-01'))],
    ['w listopadzie', 'we wrześniu', 'in February'],
  ))
test('a range inside a month names it once', () =>
  assert.equal(plain(dateRange('pl', '2026-11-01', '2026-11-30')), '1–30 listopada 2026'))
test('a range across months names both', () =>
  assert.equal(plain(dateRange('pl', '2026-10-15', '2026-11-14')), '15 października – 14 listopada 2026'))

const torn: readonly (readonly [string, string])[] = [
  ['drukarka w pakowni i w biurze', 'drukarka w~pakowni i~w~biurze'],
  ['Z magazynu', 'Z~magazynu'],
  ['W abonamencie 10 h, dalej 180 zł za godzinę', 'W~abonamencie 10~h, dalej 180~zł za godzinę'],
  ['kwota 1 455,00 zł', 'kwota 1~455,00~zł'],
  ['§ 7.2', '§~7.2'],
  ['Z-2431 i Z-2433', 'Z-2431 i~Z-2433'],
  ['5 hamulców', '5 hamulców'],
  ['(w toku)', '(w~toku)'],
]
for (const [text, held] of torn) {
  test(`"${text}" is held together`, () => assert.equal(nbsp(text).replaceAll('\u00a0', '~'), held))
}

test('a list ends with "i"', () =>
  assert.equal(plain(list('pl', ['Ola', 'Piotr', 'Kuba'])), 'Ola, Piotr i Kuba'))
test('ordinals', () =>
  assert.deepEqual(
    [ordinal('pl', 11), ordinal('en', 1), ordinal('en', 11), ordinal('en', 22), ordinal('en', 113)],
    ['11.', '1st', '11th', '22nd', '113th'],
  ))
test('a tax number is grouped', () => assert.equal(plain(nip('5833014207')), '583 301 42 07'))
test('an account number is grouped', () =>
  assert.equal(plain(accountNumber('61109010140000071219812874')), '61 1090 1014 0000 0712 1981 2874'))
test('an account number with its country is grouped', () =>
  assert.equal(plain(accountNumber('PL61109010140000071219812874')), 'PL61 1090 1014 0000 0712 1981 2874'))
test('sizes of files', () =>
  assert.deepEqual(
    [plain(bytes('pl', 820)), plain(bytes('pl', 34_100)), plain(bytes('pl', 1_234_000))],
    ['820 B', '34 kB', '1,2 MB'],
  ))
