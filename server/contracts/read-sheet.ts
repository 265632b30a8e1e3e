/**
 * A spreadsheet as rows of texts: CSV in UTF-8 or the old Windows encoding, or the first sheet of an
 * XLSX. Dates of a sheet become calendar dates, numbers plain decimals. A file that is
 * neither, or larger than anybody types, is refused.
 */
import Papa from 'papaparse'
import readXlsx from 'read-excel-file/node'
import { refuse } from '#server/plumbing/refusal.ts'

const rowsMax = 5_000
const columnsMax = 100

export async function readSheet(bytes: Buffer): Promise<string[][]> {
  const rows = isZip(bytes) ? await fromXlsx(bytes) : fromCsv(bytes)
  const filled = rows.map((row) => row.slice(0, columnsMax)).filter((row) => row.some((cell) => cell !== ''))
  if (filled.length < 2 || filled.length > rowsMax)
    refuse('spreadsheet_unreadable', { rows: filled.length }, 'file')
  return filled
}

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'

async function fromXlsx(bytes: Buffer): Promise<string[][]> {
  const sheets = await readXlsx(bytes).catch(() => refuse('spreadsheet_unreadable', {}, 'file'))
  return (sheets[0]?.data ?? []).slice(0, rowsMax + 1).map((row) => row.map(cellText))
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? 'tak' : 'nie'
  return String(cell).trim()
}

function fromCsv(bytes: Buffer): string[][] {
  const text = decoded(bytes).replace(/^\ufeff/, '')
  if (text.includes('\u0000')) refuse('spreadsheet_unreadable', {}, 'file')
  const { data } = Papa.parse<string[]>(text, {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [';', ',', '\t'],
    preview: rowsMax + 1,
  })
  return data.map((row) => row.map((cell) => cell.trim()))
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1250').decode(bytes)
  }
}
