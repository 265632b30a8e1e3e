/** Every refusal code × both languages: a sentence a person can read, without holes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusalStatus } from '#server/plumbing/refusal.ts'
import { refusalSentence } from '#words/refusal-sentence.ts'
import { refusalsEn } from '#words/refusals.en.ts'
import { refusalsPl } from '#words/refusals.pl.ts'

const codes = Object.keys(refusalStatus)
const facts = new Proxy({}, { get: () => '7' })

test('there are codes to look at', () => assert.ok(codes.length > 60))

for (const language of ['pl', 'en'] as const) {
  test(`every code has a sentence in ${language}`, () => {
    for (const code of codes) {
      const sentence = refusalSentence(language, code, facts)
      assert.match(sentence, /^\S.*[.?]$/s, `${code}: ${sentence}`)
      assert.doesNotMatch(sentence, /undefined|null|NaN|!/, `${code}: ${sentence}`)
      const bare = refusalSentence(language, code, {})
      assert.doesNotMatch(bare, /undefined|NaN/, `${code}: ${bare}`)
    }
  })
}

test('the languages are not the same text', () => {
  for (const code of codes)
    assert.notEqual(refusalSentence('pl', code, facts), refusalSentence('en', code, facts), code)
})

test('no sentence is left without a code', () => {
  assert.deepEqual(
    Object.keys(refusalsPl).filter((c) => !codes.includes(c)),
    [],
  )
  assert.deepEqual(
    Object.keys(refusalsEn).filter((c) => !codes.includes(c)),
    [],
  )
})
