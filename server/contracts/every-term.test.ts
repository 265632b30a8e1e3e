/**
 * Changing any single term changes the fingerprint and is told by the difference, in words, in both
 * languages. The terms are taken from their schema, so a new one is tried by itself.
 */
import assert from 'node:assert/strict'
import test from 'node:test'
import { everyField, everyTerm } from '#server/testing/every-term.ts'
import { accountsEn } from '#words/accounts.en.ts'
import { accountsPl } from '#words/accounts.pl.ts'
import { termNames } from '#words/term-names.ts'
import { termsChange } from '#words/terms-change.ts'
import { differenceOf } from './terms-difference.ts'
import { fingerprint, Terms } from './terms.ts'

const { full, changes } = everyTerm()
const people = new Map([
  ['01900000-0000-7000-8000-000000000001', 'Jan Młynarczyk'],
  ['01900000-0000-7000-8000-000000000002', 'Halina Pszenna'],
])

test('the full set is valid by the schema, and there are many terms', () => {
  assert.deepEqual(Terms.safeParse(full).error?.issues ?? [], [])
  assert.ok(changes.length > 300, String(changes.length))
})

test('a term that is the same makes no difference', () => {
  assert.deepEqual(differenceOf(full, structuredClone(full)), [])
})

test('each single change is another fingerprint', () => {
  const before = fingerprint(full)
  assert.deepEqual(
    changes.filter(({ terms }) => fingerprint(terms) === before).map(({ path }) => path),
    [],
  )
})

test('each single change is told, once, in words that differ, in Polish and in English', () => {
  const silent: string[] = []
  for (const { path, terms } of changes) {
    const found = differenceOf(full, terms)
    if (found.length === 0) silent.push(`${path}: no difference`)
    for (const lang of ['pl', 'en'] as const) {
      const priorities = (lang === 'pl' ? accountsPl : accountsEn).priorities
      for (const one of found) {
        const { place, before, after } = termsChange(lang, one, { people, priorities })
        if (!place || before === after) silent.push(`${path} (${lang}): ${place}: ${before} → ${after}`)
        const text = `${place} ${before} ${after}`
        if (/undefined|\[object|NaN/.test(text)) silent.push(`${path} (${lang}): ${text}`)
      }
    }
  }
  assert.deepEqual(silent.slice(0, 20), [])
})

test('every field of the terms has a name in both languages', () => {
  const missing = everyField().filter((name) => !termNames.pl[name] || !termNames.en[name])
  assert.deepEqual(missing, [])
})
