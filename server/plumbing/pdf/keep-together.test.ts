import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepTogether } from './keep-together.ts'

//  what it shows              text                             kept (~ is the space that does not break)
const cases = [
  ['one-letter words', 'Strony i klient w Gdańsku z aneksem', 'Strony i~klient w~Gdańsku z~aneksem'],
  ['two in a row', 'a w tym', 'a~w~tym'],
  ['at the start and after a bracket', 'W dniu (z góry)', 'W~dniu (z~góry)'],
  ['not the last letter of a word', 'oraz wynik', 'oraz wynik'],
  ['groups of an amount', '1 789,65 zł', '1~789,65~zł'],
  ['a number and its unit', '4 h 30 min, 14 dni', '4~h~30~min, 14~dni'],
  ['clauses', '§ 4 ust. 1 pkt 4', '§~4 ust.~1 pkt~4'],
  ['numbers of parties', 'NIP 583 301 42 07', 'NIP~583~301~42~07'],
  ['a dash does not begin a line', 'Zgłoszenie – wiadomość', 'Zgłoszenie~– wiadomość'],
  ['a list mark stays free', '– z góry', '– z~góry'],
] as const

for (const [what, text, expected] of cases) {
  test(`${what} stay together: ${text}`, () =>
    assert.equal(keepTogether(text).replaceAll('\u00a0', '~'), expected))
}
