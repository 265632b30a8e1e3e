/**
 * To which version a scan belongs. Only the codes on its pages decide, and only when nothing
 * speaks against it: pages of two wordings, of another contract, of terms that were changed
 * since, are refused; a page that is missing or cannot be read is for a person to look at.
 */
import type { RefusalCode, RefusalFacts } from '#server/plumbing/refusal.ts'
import type { ScanReading } from './scan-order.ts'

/** What we know of a code: the version on whose pages it stands or stood. */
export type KnownPaper = {
  pageCode: string
  contractId: string
  contractNumber: string
  /** Absent: the draft was thrown away. */
  versionNumber?: number
  /** The terms of that version are still those that were printed. */
  isCurrent: boolean
}
export type Wanted = { contractId: string; number: number }

export type Verdict =
  | { state: 'matched' | 'incomplete'; contractId: string; number: number; missing: number[]; unread: number }
  | { state: 'unreadable' }
  | { state: 'refused'; code: RefusalCode; facts: RefusalFacts }

export function matchScan(reading: ScanReading, papers: KnownPaper[], wanted?: Wanted): Verdict {
  if (reading.problem) return refused(reading.problem.code, {})
  const codes = [...new Set(reading.pages.flatMap((page) => page.marks.map((mark) => mark.pageCode)))]
  if (codes.length === 0) return { state: 'unreadable' }
  const known = codes.map((code) => papers.find((paper) => paper.pageCode === code))
  const strange = codes.find((_, at) => !known[at])
  if (strange) return refused('scan_code_unknown', { code: strange })
  const [paper, ...others] = known as [KnownPaper, ...KnownPaper[]]
  if (others.length > 0) return refused('scan_mixes_versions', { codes })
  return wrongPaper(paper, wanted) ?? completeness(reading, paper)
}

function wrongPaper(paper: KnownPaper, wanted: Wanted | undefined): Verdict | undefined {
  const { contractNumber: number, versionNumber: version, pageCode: code } = paper
  if (wanted && paper.contractId !== wanted.contractId) return refused('scan_of_other_contract', { number })
  if (!paper.isCurrent || version === undefined) return refused('scan_of_changed_terms', { number, code })
  if (wanted && version !== wanted.number)
    return refused('scan_of_other_version', { number, version, wanted: wanted.number })
  return undefined
}

/** Further pages without a code – an empty back, a power of attorney – harm nothing once all of ours are there. */
function completeness(reading: ScanReading, paper: KnownPaper): Verdict {
  const { missing, unread } = gapsOf(reading)
  const isWhole = missing.length === 0 && (unread === 0 || allNumbered(reading))
  return {
    state: isWhole ? 'matched' : 'incomplete',
    contractId: paper.contractId,
    number: paper.versionNumber!,
    missing,
    unread,
  }
}

/** Which pages of the document are not in the scan, and how many pages of the scan say nothing. */
export function gapsOf({ pages, documentPages }: ScanReading): { missing: number[]; unread: number } {
  const unread = pages.filter((page) => page.marks.length === 0).length
  if (documentPages === undefined) return { missing: [], unread }
  const numbers = new Set(pages.flatMap((page) => page.marks.flatMap((mark) => mark.page ?? [])))
  // An own DOCX has the same footer on every page: only their count can be compared.
  if (numbers.size === 0) return { missing: fromTo(pages.length - unread + 1, documentPages), unread }
  return { missing: fromTo(1, documentPages).filter((page) => !numbers.has(page)), unread }
}

const allNumbered = ({ pages, documentPages }: ScanReading): boolean =>
  documentPages !== undefined && pages.some((page) => page.marks.some((mark) => mark.page !== undefined))

const fromTo = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)

const refused = (code: RefusalCode, facts: RefusalFacts): Verdict => ({ state: 'refused', code, facts })
