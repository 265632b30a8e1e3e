/**
 * What the palette offers: commands and places at once, tickets, clients, contracts and invoices
 * as they are found. A row that begins with what was typed comes before one that contains it.
 */
import { folded } from './talk.ts'

export type RowKind = 'command' | 'place' | 'client' | 'contract' | 'ticket' | 'invoice'
export type PaletteRow = {
  id: string
  kind: RowKind
  title: string
  detail?: string | undefined
  to: string
  keys?: readonly string[]
}
export type PaletteGroup = { kind: RowKind; rows: readonly PaletteRow[] }

const order: readonly RowKind[] = ['command', 'client', 'contract', 'ticket', 'invoice', 'place']
const most: Record<RowKind, number> = { command: 4, client: 4, contract: 4, ticket: 6, invoice: 4, place: 20 }

/** Rows that contain every typed word, the closest ones first, in the order of their groups. */
export function groupsOf(
  rows: readonly PaletteRow[],
  text: string,
  found: readonly PaletteRow[],
): PaletteGroup[] {
  const words = folded(text.trim()).split(/\s+/).filter(Boolean)
  const own = rows
    .filter((row) => words.every((word) => wordsOf(row).includes(word)))
    .map((row, index) => ({ row, index, rank: rankOf(row, words) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ row }) => row)
  // What the server found stays in its order: it knows more than the title.
  const all = [...own, ...found]
  return order
    .map((kind) => ({ kind, rows: all.filter((row) => row.kind === kind).slice(0, most[kind]) }))
    .filter((group) => group.rows.length > 0)
}

const wordsOf = (row: PaletteRow): string => folded(`${row.title} ${row.detail ?? ''}`)
const rankOf = (row: PaletteRow, words: readonly string[]): number =>
  words[0] !== undefined && folded(row.title).startsWith(words[0]) ? 0 : 1

/** The next row under the arrow keys; it goes round at the ends. */
export function movedTo(ids: readonly string[], from: string | undefined, by: 1 | -1): string | undefined {
  if (ids.length === 0) return undefined
  const at = from === undefined ? -1 : ids.indexOf(from)
  if (at === -1) return by === 1 ? ids[0] : ids.at(-1)
  return ids[(at + by + ids.length) % ids.length]
}
