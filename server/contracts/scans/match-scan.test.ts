import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMark, textOfMark } from '../documents/page-codes.ts'
import { matchScan, type KnownPaper } from './match-scan.ts'
import type { ScanReading } from './scan-order.ts'

const papers: KnownPaper[] = [
  { pageCode: 'AAAA-1111', contractId: 'bakery', contractNumber: 'UM/1', versionNumber: 1, isCurrent: true },
  { pageCode: 'BBBB-2222', contractId: 'bakery', contractNumber: 'UM/1', versionNumber: 2, isCurrent: true },
  { pageCode: 'CCCC-3333', contractId: 'hotel', contractNumber: 'UM/2', versionNumber: 1, isCurrent: true },
  { pageCode: 'DDDD-4444', contractId: 'bakery', contractNumber: 'UM/1', versionNumber: 2, isCurrent: false },
  { pageCode: 'EEEE-5555', contractId: 'gone', contractNumber: '', isCurrent: false },
]
const wanted = { contractId: 'bakery', number: 1 }

/** "A1 A2 –": page 1 and 2 of code A, and a page without a code; "A" is a page of an own DOCX. */
function scanOf(text: string, documentPages?: number): ScanReading {
  const code = (letter: string) =>
    papers.find((one) => one.pageCode.startsWith(letter))?.pageCode ?? 'XXXX-9999'
  const pages = text
    .split(' ')
    .filter(Boolean)
    .map((sheet) => ({
      file: 0,
      marks:
        sheet === '–'
          ? []
          : [{ pageCode: code(sheet[0]!), ...(sheet[1] && { page: Number(sheet.slice(1)) }) }],
    }))
  return { pages, ...(documentPages !== undefined && { documentPages }) }
}

//  what it shows                             pages        document  becomes
const cases = [
  ['a whole scan', 'A1 A2 A3', 3, 'matched'],
  ['pages in another order, one twice', 'A3 A1 A2 A2', 3, 'matched'],
  ['an empty back behind every page', 'A1 – A2 – A3 –', 3, 'matched'],
  ['a page missing', 'A1 A3', 3, 'incomplete: 2'],
  ['a page that cannot be read', 'A1 – A3', 3, 'incomplete: 2'],
  ['nothing that can be read', '– –', 2, 'unreadable'],
  ['no page at all', '', undefined, 'unreadable'],
  ['an own DOCX with all its pages', 'A A A', 3, 'matched'],
  ['an own DOCX that lacks a page', 'A A', 3, 'incomplete: 3'],
  ['an own DOCX with a page that cannot be read', 'A A –', 3, 'incomplete: 3'],
  ['a document whose length nobody knows', 'A A', undefined, 'matched'],
  ['the same with a page that cannot be read', 'A –', undefined, 'incomplete: '],
  ['another version of the contract', 'B1', 1, 'scan_of_other_version'],
  ['another contract', 'C1', 1, 'scan_of_other_contract'],
  ['a draft that was changed since', 'D1', 1, 'scan_of_changed_terms'],
  ['a page of another version among the right ones', 'A1 B2 A3', 3, 'scan_mixes_versions'],
  ['a page of another contract among the right ones', 'A1 A2 C3', 3, 'scan_mixes_versions'],
  ['a code of somebody else', 'X1', 1, 'scan_code_unknown'],
  ['a code of somebody else among the right ones', 'A1 X2', 2, 'scan_code_unknown'],
] as const

for (const [what, pages, length, expected] of cases) {
  test(`${what} (${pages || 'none'}): ${expected}`, () => {
    const verdict = matchScan(scanOf(pages, length), papers, wanted)
    const told =
      verdict.state === 'refused'
        ? verdict.code
        : verdict.state === 'incomplete'
          ? `incomplete: ${verdict.missing.join(', ')}`
          : verdict.state
    assert.equal(told, expected)
  })
}

test('without a wish the code alone decides, also against a draft that was thrown away', () => {
  const matched = matchScan(scanOf('C1', 1), papers)
  assert.deepEqual([matched.state, 'contractId' in matched && matched.contractId], ['matched', 'hotel'])
  const gone = matchScan(scanOf('E1', 1), papers)
  assert.equal(gone.state === 'refused' && gone.code, 'scan_of_changed_terms')
})

test('a file that cannot be opened is refused with its own reason', () => {
  const verdict = matchScan({ pages: [], problem: { code: 'scan_password', file: 0 } }, papers, wanted)
  assert.equal(verdict.state === 'refused' && verdict.code, 'scan_password')
})

//  text in the picture      read as
const marks = [
  ['OPK:AB12CD34:7', { pageCode: 'AB12-CD34', page: 7 }],
  ['OPK:AB12CD34', { pageCode: 'AB12-CD34' }],
  ['OPK:AB12CD34:0', undefined],
  ['OPK:AB12CD3', undefined],
  ['https://example.com/OPK:AB12CD34', undefined],
  ['', undefined],
] as const

for (const [text, mark] of marks) {
  test(`a picture saying "${text}" is ${mark ? 'ours' : 'not ours'}`, () => {
    assert.deepEqual(readMark(text), mark)
    if (mark) assert.equal(textOfMark(mark), text)
  })
}
