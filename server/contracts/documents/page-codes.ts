/**
 * The picture in the corner of every page: the code of the version and the number of the page,
 * as a QR code that a scanner of 150 dpi still shows. Only capitals, digits and colons, so the
 * smallest kind of QR code holds them with a quarter of it damaged.
 */
import { qrPicture } from '../../plumbing/pdf/qr-picture.ts'

/** A page of an own DOCX has no number of its own: its footer is the same on all pages. */
export type PageMark = { pageCode: string; page?: number }

export function textOfMark({ pageCode, page }: PageMark): string {
  return `OPK:${pageCode.replace('-', '')}${page === undefined ? '' : `:${page}`}`
}

/** What is not a mark of ours – a code of the maker of the toner, say – is nothing. */
export function readMark(text: string): PageMark | undefined {
  const [, code, page] = /^OPK:([0-9A-Z]{8})(?::([1-9]\d{0,3}))?$/.exec(text.trim()) ?? []
  if (code === undefined) return undefined
  return { pageCode: `${code.slice(0, 4)}-${code.slice(4)}`, ...(page && { page: Number(page) }) }
}

/** Pictures for pages 1 to `pages`, as SVG. */
export function pagePictures(pageCode: string, pages: number): string[] {
  return Array.from({ length: pages }, (_, at) => qrPicture(textOfMark({ pageCode, page: at + 1 }), 'Q'))
}
