/**
 * The paper cannot differ from the terms: changing any single term changes what the paper says, and
 * not only its fingerprint. The terms are taken from their schema, so a new one is tried by itself.
 */
import 'temporal-polyfill/global'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everyTerm } from '#server/testing/every-term.ts'
import type { Terms } from '../terms.ts'
import { paperOfTerms, type About } from './paper-of-terms.ts'

const [jan, halina] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002']
const contact = (id: string, name: string) => ({
  id,
  name,
  position: '',
  email: `${id.slice(-1)}@klient.example`,
  phone: '',
  isSupervisor: false,
})
const about: About = {
  people: new Map([
    [jan, 'Jan Młynarczyk'],
    [halina, 'Halina Pszenna'],
  ]),
  contacts: [contact(jan, 'Jan Młynarczyk'), contact(halina, 'Halina Pszenna')],
  validTo: '2027-12-31',
  madeOn: '2026-11-23',
  examples: [],
}

/** Who is named in the list only speaks where the list counts. */
const withList = (terms: Terms): Terms => ({ ...terms, reporters: { ...terms.reporters, mode: 'listed' } })
const said = (terms: Terms): string => {
  const { accountManagerId, deputyId } = terms
  return JSON.stringify([paperOfTerms(terms, about), accountManagerId, deputyId])
}

/** Names by which a rule is referred to inside the terms: they bind the rules together, and people never read them. */
const references = /(^|\.)(id|key)( \(absent\))?$/
/** The last day of the contract says whether it has one; terms only repeat it. */
const saidByContract = 'term.isIndefinite'

test('each single change of the terms is another paper, and nothing on it is undefined', () => {
  const { full, changes } = everyTerm()
  assert.ok(changes.length > 300, String(changes.length))
  const before = said(withList(full))
  const silent: string[] = []
  const told: string[] = []
  for (const { path, terms } of changes) {
    const paper = said(withList(terms))
    assert.doesNotMatch(paper, /undefined|\[object|NaN/, path)
    if (paper !== before) told.push(path)
    else if (path !== 'reporters.mode' && path !== saidByContract && !references.test(path)) silent.push(path)
  }
  // A field left out means its usual value: what matters is that its other values are told.
  const isTold = (path: string) => told.some((one) => one === path || one.startsWith(`${path}.`))
  assert.deepEqual(
    silent.filter((path) => !path.endsWith(' (absent)') || !isTold(path.slice(0, -' (absent)'.length))),
    [],
  )
  assert.notEqual(said(full), before)
})

test('a contract with a last day says it, one without says so', () => {
  const { full } = everyTerm()
  assert.deepEqual(paperOfTerms(full, { ...about, validTo: null }).term.indefinite, true)
  assert.match(JSON.stringify(paperOfTerms(full, about).term), /31\sgrudnia\s2027/)
})
