/**
 * A QR code as a drawing: one path, sharp at any size. `qrcode` computes the modules (it
 * comes with the KSeF client); the drawing and its quiet zone are ours.
 */
import { createRequire } from 'node:module'

type QrLibrary = {
  create: (
    text: string,
    options: { errorCorrectionLevel: 'L' | 'M' | 'Q' },
  ) => { modules: { size: number; data: ArrayLike<number> } }
}

const library = createRequire(import.meta.url)('qrcode') as QrLibrary

/** SVG of the code, one unit per module, without the quiet zone (the page is white). */
export function qrPicture(text: string, level: 'L' | 'M' | 'Q' = 'M'): string {
  const { size, data } = library.create(text, { errorCorrectionLevel: level }).modules
  let path = ''
  for (let row = 0; row < size; row++) path += runsOf(row, size, data)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path fill="#1b2422" d="${path}"/></svg>`
}

/** Neighbouring dark modules of a row are one rectangle: no hairlines between them. */
function runsOf(row: number, size: number, data: ArrayLike<number>): string {
  let path = ''
  for (let from = 0; from < size; from++) {
    if (!data[row * size + from]) continue
    let to = from
    while (to < size && data[row * size + to]) to++
    path += `M${from} ${row}h${to - from}v1h-${to - from}z`
    from = to
  }
  return path
}
