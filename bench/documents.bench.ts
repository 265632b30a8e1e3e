/** What the paper costs: a contract of twelve pages, and a scan of it that comes back. */
import { contractPdf } from '#server/contracts/documents/contract-document.ts'
import { bakeryContract } from '#server/contracts/documents/contract-samples.ts'
import { readScan, stopReading } from '#server/contracts/scans/scan-reader.ts'
import type { PdfRequest } from '#server/plumbing/pdf/pdf-order.ts'
import { print } from '#server/plumbing/pdf/pdf-worker.ts'
import { typstPath } from '#server/plumbing/pdf/typst-package.ts'
import { cpuSeconds, middleSeconds, type Bench, type Figure } from './measure.ts'

export const bench: Bench = {
  name: 'documents',
  run: async () => {
    if (!typstPath()) return []
    let request: PdfRequest | undefined
    const pool = {
      make: async (wanted: PdfRequest) => ((request = wanted), Buffer.alloc(0)),
      available: () => true,
      close: async () => {},
    }
    const contract = { ...bakeryContract.contract, pageCode: 'AB2D-EF9H' }
    // The texts are filled here, the pages are set by what the printing process runs.
    const fill = cpuSeconds(() => void contractPdf(pool, { ...bakeryContract, contract }))
    let pdf: Buffer = Buffer.alloc(0)
    const first = cpuSeconds(() => void (pdf = print(request!)))
    const warm = middleSeconds(15, () => void print(request!))
    const began = performance.now()
    const { pages } = await readScan([{ name: 'umowa.pdf', mediaType: 'application/pdf', bytes: pdf }])
    const read = performance.now() - began
    stopReading()
    const what = `PDF of a contract of ${pages.length} pages`
    return [
      figure(`${what}, first`, first * 1000, 'ms of CPU'),
      { ...figure(`${what}, warm`, warm * 1000, 'ms of CPU'), atMost: 150 },
      figure('filling its texts, first', fill * 1000, 'ms of CPU'),
      figure('codes of a clean scan, a page, with the start of the reader', read / pages.length, 'ms'),
    ]
  },
}

const figure = (what: string, value: number, unit: string): Figure => ({ what, value, unit })
