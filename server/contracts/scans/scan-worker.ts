/**
 * A process that only reads scans. Drawing pages of strangers' PDFs and searching them for
 * codes takes long and may go wrong; here it can be stopped and takes nothing along.
 */
import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { marksOfPage, type DrawPage } from './page-reader.ts'
import {
  scanPagesMax,
  type ScanAnswer,
  type ScanFile,
  type ScanOrder,
  type ScannedPage,
  type ScanProblem,
  type ScanReading,
} from './scan-order.ts'

/** After so long the remaining pages get one look each: an answer with gaps is better than none. */
const patienceMs = 40_000
const dotsMax = 120_000_000

sharp.concurrency(1)
sharp.cache(false)
let library: Promise<PDFiumLibrary> | undefined

process.on('message', (order: ScanOrder) => void answer(order))
process.on('disconnect', () => process.exit())

async function answer(order: ScanOrder): Promise<void> {
  let reply: ScanAnswer
  try {
    reply = { id: order.id, reading: await read(order) }
  } catch (error) {
    reply = { id: order.id, failure: error instanceof Error ? error.message : String(error) }
  }
  process.send?.(reply)
}

async function read({ files, pagesOf }: ScanOrder): Promise<ScanReading> {
  const pages: ScannedPage[] = []
  const until = performance.now() + patienceMs
  const documentPages = pagesOf && (await countPages(pagesOf))
  for (const [at, file] of files.entries()) {
    const problem = await readFile(file, at, pages, until)
    if (problem) return { pages: [], problem: { code: problem, file: at }, documentPages }
  }
  return { pages, documentPages }
}

async function countPages(pdf: Uint8Array): Promise<number | undefined> {
  const document = await opened(pdf)
  if (typeof document === 'string') return undefined
  try {
    return document.getPageCount()
  } finally {
    document.destroy()
  }
}

async function readFile(
  file: ScanFile,
  at: number,
  pages: ScannedPage[],
  until: number,
): Promise<ScanProblem['code'] | undefined> {
  const add = async (draw: DrawPage) =>
    pages.push({ file: at, marks: await marksOfPage(draw, performance.now() > until) })
  if (file.mediaType !== 'application/pdf') {
    const draw = pictureOf(file.bytes)
    if (!(await draw(100).catch(() => undefined))) return 'file_broken'
    if (pages.length >= scanPagesMax) return 'scan_too_many_pages'
    await add(draw)
    return undefined
  }
  const document = await opened(file.bytes)
  if (typeof document === 'string') return document
  try {
    if (pages.length + document.getPageCount() > scanPagesMax) return 'scan_too_many_pages'
    for (let page = 0; page < document.getPageCount(); page++) await add(drawingOf(document, page))
    return undefined
  } catch {
    return 'file_broken'
  } finally {
    document.destroy()
  }
}

async function opened(pdf: Uint8Array): Promise<PDFiumDocument | 'scan_password' | 'file_broken'> {
  const { loadDocument } = await (library ??= PDFiumLibrary.init()).then((lib) => ({
    loadDocument: lib.loadDocument.bind(lib),
  }))
  try {
    return await loadDocument(pdf)
  } catch (error) {
    return /password/i.test(String(error)) ? 'scan_password' : 'file_broken'
  }
}

/** The library puts a page away once it is drawn: every look takes it anew. */
function drawingOf(document: PDFiumDocument, at: number): DrawPage {
  return async (longSide) => {
    const page = document.getPage(at)
    const { originalWidth, originalHeight } = page.getOriginalSize()
    const scale = longSide / Math.max(1, originalWidth, originalHeight)
    const drawn = await page.render({ scale, colorSpace: 'Gray', render: async ({ data }) => data })
    return { width: drawn.width, height: drawn.height, data: drawn.data }
  }
}

/** A photo is turned as its camera says; a small one is enlarged no more than threefold. */
function pictureOf(bytes: Uint8Array): DrawPage {
  return async (wished) => {
    const { width = wished, height = wished } = await sharp(bytes).metadata()
    const longSide = Math.min(wished, 3 * Math.max(width, height))
    const { data, info } = await sharp(bytes, { limitInputPixels: dotsMax })
      .rotate()
      .flatten({ background: '#fff' })
      .greyscale()
      .resize({ width: longSide, height: longSide, fit: 'inside', kernel: 'cubic' })
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true })
    return {
      width: info.width,
      height: info.height,
      data: info.channels === 1 ? data : data.filter((_, at) => at % info.channels === 0),
    }
  }
}
