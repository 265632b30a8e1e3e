import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillTemplate, type TemplateValues } from './fill-template.ts'
import { markValue, readStructure, type Block } from './read-structure.ts'

function read(body: string, values: TemplateValues = {}): Block[] {
  return readStructure(fillTemplate(`TYTUŁ\n\n${body}`, values, markValue)).blocks.slice(1)
}

const typed: TemplateValues = { v: '1. Liga | Sport', n: '3', kwota: '1 200,00' }

//  what it shows                      text                                   blocks
const cases: [string, string, Block[]][] = [
  ['a clause', '§ 3. Opiekun', [{ kind: 'clause', text: '§\u00a03. Opiekun' }]],
  ['a heading of an appendix', '2. Godziny obsługi', [{ kind: 'section', text: '2. Godziny obsługi' }]],
  ['an item', '2. Zdanie.', [{ kind: 'item', level: 1, mark: '2.', text: 'Zdanie.' }]],
  [
    'an item that ends with a value',
    '2. Cena: {v}',
    [{ kind: 'item', level: 1, mark: '2.', text: 'Cena: 1. Liga | Sport' }],
  ],
  ['a generated item', '   {n}) opis', [{ kind: 'item', level: 2, mark: '3)', text: 'opis' }]],
  ['a dash', '   – {v}', [{ kind: 'item', level: 2, mark: '–', text: '1. Liga | Sport' }]],
  [
    'a clause that is a sentence',
    '§ 2. Zmiany obowiązują.',
    [{ kind: 'item', level: 1, mark: '§\u00a02.', text: 'Zmiany obowiązują.' }],
  ],
  [
    'lines of a paragraph',
    'Wykonawcą:\n{v},',
    [{ kind: 'paragraph', lines: ['Wykonawcą:', '1. Liga | Sport,'] }],
  ],
  ['a value at the start makes no item', '{v}', [{ kind: 'paragraph', lines: ['1. Liga | Sport'] }]],
  [
    'an indented line',
    '   nr 1 – Cennik,',
    [{ kind: 'item', level: 2, mark: '', text: 'nr\u00a01\u00a0– Cennik,' }],
  ],
]

for (const [what, body, expected] of cases) {
  test(`${what}: ${body}`, () => assert.deepEqual(read(body, typed), expected))
}

test('a table keeps its cells, also with a | in a value', () => {
  const [table] = read('| Lp. | Nazwa |\n| {n} | {v} |\n| {n} | b |\n', typed)
  assert.ok(table?.kind === 'table')
  assert.deepEqual(
    [table.head, ...table.rows],
    [
      ['Lp.', 'Nazwa'],
      ['3', '1. Liga | Sport'],
      ['3', 'b'],
    ],
  )
})

test('a worked example has its rows and its sum', () => {
  const [example] = read(
    'Przykład {n}. {v}\n      {v} ........ {kwota} zł\n      Razem netto ........ {kwota} zł\n',
    typed,
  )
  assert.deepEqual(example, {
    kind: 'example',
    title: 'Przykład 3. 1. Liga | Sport',
    rows: [{ name: '1. Liga | Sport', amount: '1\u00a0200,00\u00a0zł' }],
    total: { name: 'Razem netto', amount: '1\u00a0200,00\u00a0zł' },
  })
})

test('the place to sign and the line of the version are found', () => {
  const text =
    'ANEKS NR 1\ndo umowy\n\n   ..................      ..................\n      Wykonawca        Klient\n\nWersja 2 · kod K\n'
  assert.deepEqual(readStructure(text), {
    blocks: [
      { kind: 'title', text: 'ANEKS NR\u00a01' },
      { kind: 'subtitle', text: 'do umowy' },
      { kind: 'signatures', names: ['Wykonawca', 'Klient'] },
    ],
    footer: 'Wersja 2 · kod K',
  })
})
