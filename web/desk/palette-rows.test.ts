import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupsOf, movedTo, type PaletteRow } from './palette-rows.ts'

const rows: PaletteRow[] = [
  { id: 'new', kind: 'command', title: 'Nowe zgłoszenie', to: '/tickets?new=1' },
  { id: 'tickets', kind: 'place', title: 'Zgłoszenia', to: '/tickets' },
  { id: 'mail', kind: 'place', title: 'Poczta przychodząca', to: '/mail' },
  { id: 'um41', kind: 'contract', title: 'UM/2026/041', detail: 'Piekarnia Złoty Kłos', to: '/contracts/1' },
  { id: 'um42', kind: 'contract', title: 'Złota umowa', detail: 'Hurtownia Wróbel', to: '/contracts/2' },
]
const bakery: PaletteRow = { id: 'k', kind: 'client', title: 'Piekarnia Złoty Kłos', to: '/clients/1' }

//  what is typed                    typed          rows
const searches = [
  ['nothing', '', ['new', 'um41', 'um42', 'tickets', 'mail']],
  ['the beginning of a word', 'zgl', ['new', 'tickets']],
  ['a word without Polish marks', 'zlot', ['um42', 'um41']],
  ['two words in any order', 'klos piekarnia', ['um41']],
  ['a number of a contract', '2026/041', ['um41']],
  ['what is nowhere', 'toner', []],
] as const
for (const [what, text, expected] of searches)
  test(`typing ${what} offers ${expected.join(', ') || 'nothing'}`, () =>
    assert.deepEqual(
      groupsOf(rows, text, []).flatMap((group) => group.rows.map((row) => row.id)),
      expected,
    ))

test('what the server found stands in its own group, whatever its title says', () => {
  const groups = groupsOf(rows, '5830210048', [bakery])
  assert.deepEqual(groups, [{ kind: 'client', rows: [bakery] }])
})

//  from        by   to
const moves = [
  [undefined, 1, 'a'],
  [undefined, -1, 'c'],
  ['a', 1, 'b'],
  ['c', 1, 'a'],
  ['a', -1, 'c'],
  ['gone', 1, 'a'],
] as const
for (const [from, by, to] of moves)
  test(`the arrow ${by === 1 ? 'down' : 'up'} leads from ${from ?? 'nowhere'} to ${to}`, () =>
    assert.equal(movedTo(['a', 'b', 'c'], from, by), to))
