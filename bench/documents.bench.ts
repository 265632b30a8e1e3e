/** How long a person waits for the paper: a contract of twelve pages, and a scan of it that comes back. */
import { contractPdf } from '#server/contracts/documents/contract-document.ts'
import { bakeryContract } from '#server/contracts/documents/contract-samples.ts'
import { readScan, stopReading } from '#server/contracts/scans/scan-reader.ts'
import { openPdfPool } from '#server/plumbing/pdf/pdf-pool.ts'
import type { Bench, Figure } from './measure.ts'

const times = 15

export const bench: Bench = {
  name: 'documents',
  run: async () => {
    const pool = openPdfPool()
    if (!pool.available()) return []
    const contract = { ...bakeryContract.contract, pageCode: 'AB2D-EF9H' }
    const print = () => contractPdf(pool, { ...bakeryContract, contract })
    const first = await took(print)
    const warm = await medianOf(print)
    const pdf = await print()
    await pool.close()
    const file = { name: 'umowa.pdf', mediaType: 'application/pdf', bytes: pdf }
    const { pages } = await readScan([file])
    const read = await medianOf(() => readScan([file]))
    stopReading()
    return [
      figure(`PDF of a contract of ${pages.length} pages, first`, first),
      {
        ...figure(`PDF of a contract of ${pages.length} pages, warm (median of ${times})`, warm),
        atMost: 150,
      },
      figure('codes of a page of a clean scan (median)', read / pages.length),
    ]
  },
}

const figure = (what: string, value: number): Figure => ({ what, value, unit: 'ms' })

async function took(deed: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await deed()
  return performance.now() - began
}

async function medianOf(deed: () => Promise<unknown>): Promise<number> {
  const all: number[] = []
  for (let i = 0; i < times; i++) all.push(await took(deed))
  return all.toSorted((a, b) => a - b)[Math.floor(times / 2)]!
}
