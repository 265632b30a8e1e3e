/**
 * Reads the structure of a filled text: titles, clauses, numbered and dashed items, tables,
 * worked examples, the place to sign. Only our own text makes structure: values arrive
 * between two marks, so a client called "1. Liga | Sport" stays a name.
 */
import { keepTogether } from '../../plumbing/pdf/keep-together.ts'

export type Block =
  | { kind: 'label' | 'title' | 'subtitle' | 'clause' | 'section'; text: string }
  | { kind: 'paragraph'; lines: string[] }
  | { kind: 'item'; level: 1 | 2; mark: string; text: string }
  | { kind: 'table'; head: string[]; rows: string[][]; shares: number[] }
  | {
      kind: 'example'
      title: string
      rows: { name: string; amount: string }[]
      total: { name: string; amount: string }
    }
  | { kind: 'signatures'; names: string[] }

export type Structure = { blocks: Block[]; footer?: string }

const opening = '\ue000'
const closing = '\ue001'
const zeroWidth = '\u200b'

/** Marks a value for `fillTemplate`. */
export function markValue(value: string): string {
  return opening + value.replaceAll(/[\ue000\ue001]/g, '') + closing
}

export function readStructure(marked: string): Structure {
  const lines = marked.split('\n')
  const blocks: Block[] = []
  let at = readTitles(lines, blocks)
  let footer: string | undefined
  while (at < lines.length) {
    const line = lines[at]!
    if (line.startsWith('Wersja ')) footer = plain(line)
    else if (line.trim() !== '') {
      at = readBlock(lines, at, blocks)
      continue
    }
    at++
  }
  return { blocks, footer }
}

/** The lines before the first empty one are the title. */
function readTitles(lines: string[], blocks: Block[]): number {
  const end = lines.findIndex((line) => line.trim() === '')
  const titles = lines.slice(0, end).map(plain)
  const labelled = titles.length > 1 && titles[0]!.startsWith('ZAŁĄCZNIK')
  titles.forEach((text, at) => {
    const kind = labelled && at === 0 ? 'label' : at === (labelled ? 1 : 0) ? 'title' : 'subtitle'
    blocks.push({ kind, text })
  })
  return end
}

/** Reads one block that starts at a line and says where the next one may start. */
function readBlock(lines: string[], at: number, blocks: Block[]): number {
  const line = lines[at]!
  if (line.startsWith('|')) return readTable(lines, at, blocks)
  if (/^\s*\.{10,}\s+\.{10,}\s*$/.test(line)) return readSignatures(lines, at, blocks)
  if (line.startsWith('Przykład ')) return readExample(lines, at, blocks)
  const item = itemOf(line)
  if (item) {
    blocks.push(item)
    return at + 1
  }
  return readParagraph(lines, at, blocks)
}

/** A numbered or dashed line. Without a value and without a full stop it is a heading. */
function itemOf(line: string): Block | undefined {
  const found = /^( *)(§ \d+\.|(?:\d+|\ue000\d+\ue001)[.)]|–) (.*)$/.exec(line)
  if (!found) return undefined
  const [, indent = '', mark = '', rest = ''] = found
  const isHeading = indent === '' && !line.includes(opening) && !/[.:;]$/.test(line)
  if (isHeading) return { kind: mark.startsWith('§') ? 'clause' : 'section', text: plain(line) }
  return { kind: 'item', level: indent === '' ? 1 : 2, mark: plain(mark), text: plain(rest) }
}

function readTable(lines: string[], at: number, blocks: Block[]): number {
  const end = endOf(lines, at, (line) => line.startsWith('|'))
  const [head = [], ...rows] = lines.slice(at, end).map(cellsOf)
  blocks.push({ kind: 'table', head, rows, shares: columnShares([head, ...rows]) })
  return end
}

/** A | inside a value is not the end of a cell. */
function cellsOf(line: string): string[] {
  const cells = line.split(/\|(?=[^\ue001]*(?:\ue000|$))/)
  return cells.slice(1, -1).map((cell) => withBreaks(plain(cell)))
}

/** A long address may be broken after its signs. */
function withBreaks(cell: string): string {
  return cell.replaceAll(/[^\s\u00a0]{17,}/g, (word) =>
    word.replaceAll(/[@./_]/g, (sign) => sign + zeroWidth),
  )
}

/** Every column gets its longest word; the rest of the width goes where the long texts are. */
function columnShares(rows: string[][]): number[] {
  const columns = rows[0]!.map((_, at) => rows.map((row) => row[at] ?? ''))
  const words = columns.map((cells) =>
    Math.max(...cells.flatMap((cell) => cell.split(/[ \u200b-]/)).map((word) => word.length)),
  )
  const wanted = columns.map((cells, at) => Math.max(...cells.map((cell) => cell.length)) - words[at]!)
  const left = Math.max(0, 92 - words.reduce((sum, width) => sum + width + 2, 0))
  const all = wanted.reduce((sum, width) => sum + width, 0) || 1
  return words.map((width, at) =>
    Math.round(10 * (width + 2 + Math.min(wanted[at]!, (left * wanted[at]!) / all))),
  )
}

function readSignatures(lines: string[], at: number, blocks: Block[]): number {
  blocks.push({
    kind: 'signatures',
    names: (lines[at + 1] ?? '')
      .trim()
      .split(/\s{3,}/)
      .map(plain),
  })
  return at + 2
}

function readExample(lines: string[], at: number, blocks: Block[]): number {
  const end = endOf(lines, at + 1, (line) => line.startsWith('      '))
  const rows = lines.slice(at + 1, end).map((line) => {
    const [name = '', amount = ''] = line.split(/ \.{4,} (?=[^\ue001]*\ue000)/)
    return { name: plain(name), amount: plain(amount) }
  })
  const total = rows.pop() ?? { name: '', amount: '' }
  blocks.push({ kind: 'example', title: plain(lines[at]!), rows, total })
  return end
}

function readParagraph(lines: string[], at: number, blocks: Block[]): number {
  const end = endOf(
    lines,
    at + 1,
    (line) =>
      line.trim() !== '' && !line.startsWith('Wersja ') && !itemOf(line) && !/^[|§]|^\s*\.{10,}/.test(line),
  )
  const paragraph = lines.slice(at, end)
  if (lines[at]!.startsWith(' ')) {
    for (const line of paragraph) blocks.push({ kind: 'item', level: 2, mark: '', text: plain(line) })
  } else {
    blocks.push({ kind: 'paragraph', lines: paragraph.map(plain) })
  }
  return end
}

function endOf(lines: string[], from: number, belongs: (line: string) => boolean): number {
  let end = from
  while (end < lines.length && belongs(lines[end]!)) end++
  return end
}

function plain(text: string): string {
  return keepTogether(text.replaceAll(/[\ue000\ue001]/g, '').trim())
}
