import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshAlarms, placeOf, titleWithCount, unseenOf, type Notice } from './notice-look.ts'

const notice = (change: Partial<Notice>): Notice => ({
  id: 'n1',
  kind: 'client_wrote',
  ticketId: null,
  conversationId: null,
  facts: {},
  at: '2026-11-23T09:42:00Z',
  seenAt: null,
  ...change,
})

//  what it speaks of        notice                                         place
const places = [
  ['a ticket', { ticketId: 't1', conversationId: 'c1' }, '/tickets/t1'],
  ['a free conversation', { conversationId: 'c1' }, '/conversations?id=c1'],
  ['nothing that can be opened', {}, undefined],
] as const
for (const [what, change, place] of places)
  test(`a notice about ${what} leads to ${place}`, () => assert.equal(placeOf(notice(change)), place))

//  before                       unseen  after
const titles = [
  ['Zgłoszenia – Opiekun', 3, '(3) Zgłoszenia – Opiekun'],
  ['(3) Zgłoszenia – Opiekun', 1, '(1) Zgłoszenia – Opiekun'],
  ['(1) Zgłoszenia – Opiekun', 0, 'Zgłoszenia – Opiekun'],
  ['(50+) Umowy – Opiekun', 50, '(50+) Umowy – Opiekun'],
  ['Umowy – Opiekun', 0, 'Umowy – Opiekun'],
] as const
for (const [before, unseen, after] of titles)
  test(`with ${unseen} unseen the title "${before}" reads "${after}"`, () =>
    assert.equal(titleWithCount(before, unseen), after))

test('an alarm is told once, a message of a client waits in the bell', () => {
  const list = [
    notice({ id: 'late', kind: 'clock_breach' }),
    notice({ id: 'wrote' }),
    notice({ id: 'soon', kind: 'clock_warning' }),
    notice({ id: 'seen', kind: 'clock_warning', seenAt: '2026-11-23T09:43:00Z' }),
  ]
  assert.deepEqual(
    freshAlarms(list, new Set()).map((one) => one.id),
    ['soon', 'late'],
  )
  assert.deepEqual(freshAlarms(list, new Set(['soon', 'late'])), [])
  assert.equal(unseenOf(list), 3)
})
