import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byDay, folded, isUnreadBy, shownTalks, wasRead, type TalkInList, type TalkMessage } from './talk.ts'

const staff = new Set(['ola', 'piotr'])
const at = '2026-11-23T08:20:00Z'

//  who read it, and when                     reads                                                  read
const receipts = [
  ['nobody', [], false],
  ['the client later', [{ readerId: 'jan', readAt: '2026-11-23T09:05:00Z' }], true],
  ['the client at that moment', [{ readerId: 'jan', readAt: at }], true],
  ['the client before it was written', [{ readerId: 'jan', readAt: '2026-11-23T08:00:00Z' }], false],
  ['only a colleague', [{ readerId: 'piotr', readAt: '2026-11-23T09:05:00Z' }], false],
] as const
for (const [who, reads, read] of receipts)
  test(`a message that ${who} read ${read ? 'is' : 'is not'} marked as read`, () =>
    assert.equal(wasRead({ at }, reads, staff), read))

const message = (change: Partial<TalkMessage>): TalkMessage => ({
  id: 'm',
  conversationId: 'c',
  at,
  authorKind: 'contact',
  authorId: 'jan',
  authorName: 'Jan Młynarczyk',
  isInternal: false,
  channel: 'panel',
  text: 'Lampka świeci.',
  incomingMailId: null,
  files: [],
  ...change,
})
const page = (messages: TalkMessage[], readAt?: string) => ({
  conversation: {
    id: 'c',
    clientId: null,
    contactId: null,
    ticketId: null,
    subject: '',
    lastMessageAt: at,
    createdAt: at,
  },
  messages,
  reads: readAt ? [{ readerId: 'ola', readAt }] : [],
})

test('a message of the client is unread until I have opened the conversation', () => {
  assert.equal(isUnreadBy('ola', page([message({})])), true)
  assert.equal(isUnreadBy('ola', page([message({})], at)), false)
})

test('what I wrote myself is never unread', () =>
  assert.equal(isUnreadBy('ola', page([message({ authorId: 'ola', authorKind: 'staff' })])), false))

const talk = (change: Partial<TalkInList>): TalkInList => ({
  id: 'c',
  clientId: 'k',
  contactId: 'jan',
  ticketId: null,
  subject: 'Drukarka etykiet',
  lastMessageAt: at,
  createdAt: at,
  clientName: 'Piekarnia Złoty Kłos',
  contactName: 'Jan Młynarczyk',
  lastText: 'Dziękuję',
  lastAuthor: 'Jan Młynarczyk',
  unread: 0,
  ...change,
})
const talks = [
  talk({ id: 'free' }),
  talk({ id: 'ticket', ticketId: 't', unread: 2, subject: 'VPN rozłącza' }),
]

//  what is asked for                view      search        shown
const wishes = [
  ['everything', 'all', '', ['free', 'ticket']],
  ['conversations without a ticket', 'free', '', ['free']],
  ['what is unread', 'unread', '', ['ticket']],
  ['a word without Polish marks', 'all', 'zloty klos', ['free', 'ticket']],
  ['a word of the subject', 'all', 'rozlacza', ['ticket']],
  ['a word nobody said', 'all', 'toner', []],
] as const
for (const [what, view, search, shown] of wishes)
  test(`the list shows ${what}`, () =>
    assert.deepEqual(
      shownTalks(talks, view, search).map((one) => one.id),
      shown,
    ))

test('a day begins at midnight in the company, not in Greenwich', () => {
  const late = message({ id: 'late', at: '2026-11-22T22:59:00Z' })
  const early = message({ id: 'early', at: '2026-11-22T23:01:00Z' })
  const days = byDay([late, early], 'Europe/Warsaw')
  assert.deepEqual(
    days.map((day) => day.messages.map((one) => one.id)),
    [['late'], ['early']],
  )
})

test('Polish letters are found without their marks', () => assert.equal(folded('Żółć Łódź'), 'zolc lodz'))
