import assert from 'node:assert/strict'
import { test } from 'node:test'
import { initialsOf } from './people.ts'

const cases = [
  ['Ola Sadowska', 'OS'],
  ['Żuraw Serwis Sp. z o.o.', 'ŻS'],
  ['Żuraw Serwis Sp. z o.o. (piaskownica)', 'ŻS'],
  ['Logistyka Północ S.A.', 'LP'],
  ['Olga Kot', 'O'],
  ['Piekarnia', 'P'],
] as const

for (const [name, initials] of cases) {
  test(`${name} is ${initials}`, () => assert.equal(initialsOf(name), initials))
}
