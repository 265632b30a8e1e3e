/** What a piece of work is about: its own word first, else that of its ticket; places as people write them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factsOf, fits } from './facts.ts'
import type { Ticket, TimeEntry } from './work.ts'

const ticket: Ticket = {
  kind: 'ticket',
  id: 't',
  number: 'Z-1',
  reportedAt: '2026-11-20T10:00:00Z',
  site: 'Sklep',
  deviceClass: 'Drukarka',
  category: 'Sprzęt',
}
const entry = (own: Partial<TimeEntry>): TimeEntry => ({
  kind: 'time',
  id: 'e',
  ticketId: 't',
  startedAt: '2026-11-20T11:00:00Z',
  minutes: 60,
  place: 'onSite',
  ...own,
})

//  what it shows                          the work's own          the item asks                          fits
const cases = [
  ['the site of the ticket', {}, { sites: ['Sklep'] }, true],
  ['in other letters', {}, { sites: ['Biuro', ' sklep'] }, true],
  ['another site', {}, { sites: ['Magazyn'] }, false],
  ['the work knows better', { site: 'Magazyn' }, { sites: ['Sklep'] }, false],
  ['the class of the device', {}, { deviceClasses: ['drukarka'] }, true],
  ['site and class, one of them wrong', {}, { sites: ['Sklep'], deviceClasses: ['kasa'] }, false],
  ['an item that asks for nothing', {}, undefined, true],
] as const
for (const [what, own, where, expected] of cases) {
  test(`${what}: ${expected ? 'priced by the item' : 'not its work'}`, () => {
    const facts = factsOf(entry(own), new Map([['t', ticket]]))
    assert.equal(fits(where as Parameters<typeof fits>[0], facts), expected)
  })
}

test('work of no ticket has only its own word', () => {
  const facts = factsOf(entry({ ticketId: undefined }), new Map([['t', ticket]]))
  assert.equal(fits({ sites: ['Sklep'] }, facts), false)
})
