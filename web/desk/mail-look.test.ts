import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  framedHtml,
  inView,
  mailViews,
  mayBecomeTicket,
  newMailbox,
  outcomes,
  portFor,
  problemsOfMailbox,
} from './mail-look.ts'

test('every outcome stands in exactly one view besides all', () => {
  for (const outcome of outcomes) {
    const views = mailViews.filter((view) => view !== 'all' && inView({ outcome }, view))
    assert.equal(views.length, 1, outcome)
    assert.equal(inView({ outcome }, 'all'), true)
  }
})

//  what became of it                 ticket   conversation  may
const decisions = [
  ['a ticket', 't', 'c', false],
  ['a message of a free conversation', null, 'c', false],
  ['nothing', null, null, true],
] as const
for (const [what, ticketId, conversationId, may] of decisions)
  test(`mail that became ${what} ${may ? 'may' : 'may not'} be made a ticket`, () =>
    assert.equal(mayBecomeTicket({ ticketId, conversationId }), may))

test("somebody else's page may load nothing and run nothing", () =>
  assert.match(framedHtml('<p>Dzień dobry</p>'), /default-src 'none'/))

const full = { ...newMailbox, host: 'imap.zuraw.example', username: 'serwis@zuraw.example', password: 'x' }
//  what it shows               change                problems
const forms = [
  ['all that is needed', {}, {}],
  ['no server', { host: ' ' }, { host: 'needHost' }],
  ['a port of words', { port: 'imap' }, { port: 'badPort' }],
  ['a port beyond the last', { port: '70000' }, { port: 'badPort' }],
  ['nobody', { username: '', password: '' }, { username: 'needUsername', password: 'needPassword' }],
] as const
for (const [what, change, problems] of forms)
  test(`a mailbox with ${what}`, () => assert.deepEqual(problemsOfMailbox({ ...full, ...change }), problems))

//  port    secure  then
const ports = [
  ['993', false, '143'],
  ['143', true, '993'],
  ['1143', true, '1143'],
] as const
for (const [port, isSecure, then] of ports)
  test(`port ${port} ${isSecure ? 'with' : 'without'} encryption becomes ${then}`, () =>
    assert.equal(portFor(port, isSecure), then))
