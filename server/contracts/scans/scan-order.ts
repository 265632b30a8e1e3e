/** What the reader of scans is given and what it answers; it crosses a process border, so it is plain data. */
import type { PageMark } from '../documents/page-codes.ts'

export type ScanFile = { name: string; mediaType: string; bytes: Uint8Array }
export type ScanOrder = { id: number; files: ScanFile[]; pagesOf?: Uint8Array }

/** One page as it lies in the scan: the marks that were found on it, usually one or none. */
export type ScannedPage = { file: number; marks: PageMark[] }
export type ScanProblem = {
  code: 'scan_password' | 'scan_too_many_pages' | 'scan_too_long' | 'file_broken'
  file: number
}
export type ScanReading = {
  pages: ScannedPage[]
  /** Pages of the document that was sent, where it was given along. */
  documentPages?: number
  problem?: ScanProblem
}
export type ScanAnswer = { id: number; reading: ScanReading } | { id: number; failure: string }

export const scanPagesMax = 200
