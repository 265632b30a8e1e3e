import 'temporal-polyfill/global'
import assert from 'node:assert/strict'
import test from 'node:test'
import { allPl } from '#words/all.pl.ts'
import { aftersOf, stepsOf, type Draft } from './composer-plan.ts'
import { callOf, endOf, mayOf, menuDeeds, primaryDeed } from './deeds.ts'
import type { LogRow, Ticket, TicketState } from './desk-data.ts'
import { factText, threadItems } from './thread-items.ts'
import { reportOf } from './report-form.ts'

const firsts: [state: TicketState, deed: string | undefined][] = [
  ['held', 'admit'],
  ['received', 'takeOver'],
  ['inWork', 'resolve'],
  ['waiting', 'resolve'],
  ['resolved', 'close'],
  ['closed', 'reopen'],
  ['merged', undefined],
]
for (const [state, deed] of firsts)
  test(`a ticket that is ${state} asks first to ${deed}`, () => assert.equal(primaryDeed({ state }), deed))

test('the gate stands in the menu only while something waits at it', () => {
  const client = { id: '1', name: 'Piekarnia' }
  const all = (state: TicketState, mark: string | null = null) => menuDeeds({ state, mark, client }).flat()
  assert.ok(all('held').includes('admit'))
  assert.ok(!all('inWork').includes('admit'))
  assert.ok(all('inWork').includes('pause') && !all('inWork').includes('resume'))
  assert.ok(all('waiting').includes('resume') && !all('waiting').includes('pause'))
  assert.ok(all('inWork', 'several_contracts').includes('chooseContract'))
  assert.ok(menuDeeds({ state: 'inWork', mark: null, client: null }).flat().includes('link'))
})

test('what cannot be done says why, with the ticket it was merged into', () => {
  const may = { note: 'ticket_merged', reply: true } as unknown as Ticket['may']
  const ticket = { may, mergedInto: { id: '1', name: 'Z-2431' } }
  assert.equal(mayOf(ticket, 'reply', allPl), true)
  assert.equal(mayOf(ticket, 'note', allPl), 'To zgłoszenie połączono z Z-2431.')
})

test('reopening takes back what ended the ticket', () => {
  assert.equal(endOf('resolved'), '/api/tickets/{id}/resolution')
  assert.equal(endOf('closed'), '/api/tickets/{id}/closure')
  assert.ok(callOf('reopen', { state: 'closed' }))
  assert.equal(callOf('pause', { state: 'inWork' }), undefined)
})

const draft: Draft = { mode: 'reply', text: 'Proszę o zdjęcie', fileIds: [], after: 'stay' }
const plans: [what: string, draft: Draft, steps: string[]][] = [
  ['a reply', draft, ['messages']],
  ['a note never ends anything', { ...draft, mode: 'note', after: 'resolve' }, ['messages']],
  ['a question that waits', { ...draft, after: 'waiting' }, ['pause']],
  ['a question with a file', { ...draft, after: 'waiting', fileIds: ['f'] }, ['messages', 'pause']],
  ['the last words', { ...draft, after: 'resolve' }, ['resolution']],
  ['the last words with a file', { ...draft, after: 'resolve', fileIds: ['f'] }, ['messages', 'resolution']],
]
for (const [what, given, steps] of plans)
  test(`sending: ${what}`, () =>
    assert.deepEqual(
      stepsOf(given).map(({ path }) => path),
      steps,
    ))

test('waiting is offered only where the contract knows that reason', () => {
  const may = { pause: true, resolve: true } as const
  assert.deepEqual(aftersOf(may, [{ key: 'waitingForClient' }]), ['stay', 'waiting', 'resolve'])
  assert.deepEqual(aftersOf(may, [{ key: 'partsOrdered' }]), ['stay', 'resolve'])
  assert.deepEqual(aftersOf({ pause: 'ticket_already_waiting', resolve: 'ticket_closed' }, []), ['stay'])
})

const row = (kind: string, facts: Record<string, unknown> = {}, byName = 'Ola Sadowska'): LogRow => ({
  seq: 1,
  at: '2026-11-23T08:20:00Z',
  kind,
  byKind: 'staff',
  byId: null,
  byName,
  facts,
})
const facts: [what: string, row: LogRow, text: string | undefined][] = [
  [
    'a pause',
    row('paused', { reason: 'waitingForClient' }),
    'Ola Sadowska: zegar wstrzymany, czeka na klienta.',
  ],
  [
    'a pause with its own name',
    row('paused', { reason: 'x', name: 'czeka na windę' }),
    'Ola Sadowska: zegar wstrzymany, czeka na windę.',
  ],
  ['a priority', row('priority_changed', { to: 'critical' }), 'Ola Sadowska: priorytet krytyczny.'],
  ['the end of a pause', row('resumed', { minutes: 45 }), 'Zegar ruszył po 45\u00a0min.'],
  [
    'a pause with an end',
    row('paused', { reason: 'partsOrdered', until: 'jutra, 10:30' }),
    'Ola Sadowska: zegar wstrzymany do jutra, 10:30, czeka na część.',
  ],
  [
    'an end as agreed',
    row('resumed', { minutes: 120, endedAt: '2026-11-23T09:00:00Z' }, ''),
    'Zegar ruszył sam, o umówionej porze, po 2\u00a0h.',
  ],
  [
    'a confirmed credit',
    row('credit_confirmed', { amountGrosze: 12_050, reason: 'uzgodnione' }),
    'Ola Sadowska: bonifikata 120,50\u00a0zł zatwierdzona. uzgodnione',
  ],
  [
    'a verdict',
    row('not_counted', { because: 'warranty' }),
    'Ola Sadowska: nie liczy się do pakietu, gwarancja.',
  ],
  ['a closing by itself', row('closed', {}, ''), 'Zamknięto, bo nie było uwag.'],
  ['a message', row('public_reply'), undefined],
  ['a kind of later days', row('teleported'), undefined],
]
for (const [what, given, text] of facts)
  test(`the thread tells of ${what}`, () => assert.equal(factText(given, allPl), text))

test('facts stand among the messages in the order of time, the report with its clocks', () => {
  const message = { id: 'm', at: '2026-11-23T08:30:00Z' } as never
  const later = { ...row('resumed', { minutes: 10 }), seq: 2, at: '2026-11-23T08:40:00Z' }
  const items = threadItems([message], [later, row('reported')], allPl, 'reakcja 1 h')
  assert.deepEqual(
    items.map((item) => (item.kind === 'fact' ? item.text : 'message')),
    ['Zgłoszono. Zegary ruszyły: reakcja 1 h', 'message', 'Zegar ruszył po 10\u00a0min.'],
  )
})

test('a known person needs no name, somebody else does', () => {
  const form = {
    clientId: 'c',
    contactId: 'p',
    reporterName: 'Jan',
    reporterEmail: 'jan@x.example',
    subject: ' Drukarka ',
    description: '',
    priority: 'high',
    takeOver: true,
  } as const
  assert.equal(reportOf(form, []).reporterName, undefined)
  assert.equal(reportOf(form, []).contactId, 'p')
  const other = reportOf({ ...form, contactId: 'other' }, ['f'])
  assert.deepEqual(
    [other.contactId, other.reporterName, other.subject, other.fileIds],
    [undefined, 'Jan', 'Drukarka', ['f']],
  )
})
