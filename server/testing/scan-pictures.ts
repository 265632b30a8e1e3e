/**
 * Scans as scanners and phones make them: the pages of a PDF drawn at some resolution, turned,
 * tilted, noisy, pale, saved as JPEG or PNG, or bound into a PDF of pictures.
 */
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'

export type Picture = { data: Buffer; width: number; height: number; isGrey?: boolean }
export type Wear = {
  /** By a quarter turn: 0, 90, 180 or 270. */
  turned: number
  /** Degrees, as a sheet lies askew on the glass. */
  tilted: number
  /** Spread of the noise, in shades of 256. */
  noise: number
  isGrey: boolean
  /** 1 is crisp black on white; 0.6 a toner that runs out. */
  contrast: number
  quality: number
  as: 'jpeg' | 'png'
  /** From 0 to 1, of the trial's own chance. */
  chance: () => number
}

let library: Promise<PDFiumLibrary> | undefined

/** Every page at a resolution, in colour. */
export async function drawnPages(pdf: Buffer, dpi: number, only?: number[]): Promise<Picture[]> {
  const pdfium = await (library ??= PDFiumLibrary.init())
  const document = await pdfium.loadDocument(pdf)
  const pages: Picture[] = []
  for (const page of document.pages()) {
    if (only && !only.includes(page.number + 1)) continue
    const drawn = await page.render({ scale: dpi / 72, render: async ({ data }) => data })
    pages.push({ data: Buffer.from(drawn.data), width: drawn.width, height: drawn.height })
  }
  document.destroy()
  return pages
}

export async function scanned(page: Picture, wear: Wear): Promise<Picture> {
  const { width, height } = page
  let sheet = sharp(page.data, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#fff' })
    .linear(wear.contrast, 255 * (1 - wear.contrast) * 0.9)
  if (wear.tilted !== 0)
    sheet = sharp(await sheet.png({ compressionLevel: 0 }).toBuffer()).rotate(wear.tilted, {
      background: '#f4f4f2',
    })
  if (wear.turned !== 0)
    sheet = sharp(await sheet.png({ compressionLevel: 0 }).toBuffer()).rotate(wear.turned)
  if (wear.isGrey) sheet = sheet.greyscale().toColourspace('b-w')
  const { data, info } = await sheet.raw().toBuffer({ resolveWithObject: true })
  if (wear.noise > 0) addNoise(data, wear)
  const { width: wide, height: high, channels } = info
  const raw = sharp(data, { raw: { width: wide, height: high, channels } }).toColourspace(
    channels === 1 ? 'b-w' : 'srgb',
  )
  const saved = wear.as === 'jpeg' ? raw.jpeg({ quality: wear.quality }) : raw.png({ compressionLevel: 3 })
  return { data: await saved.toBuffer(), width: wide, height: high, isGrey: channels === 1 }
}

function addNoise(data: Buffer, { noise, chance }: Wear): void {
  // A table of shifts instead of a drawing of lots for each of millions of dots.
  const shifts = Array.from({ length: 4093 }, () => (chance() + chance() + chance() - 1.5) * 2 * noise)
  let at = Math.floor(chance() * shifts.length)
  for (let i = 0; i < data.length; i++) {
    if (i % 1021 === 0) at = Math.floor(chance() * shifts.length)
    data[i] = Math.min(255, Math.max(0, data[i]! + shifts[(at + i) % shifts.length]!))
  }
}

/** JPEGs bound into a PDF, as a scanner with a feeder sends them. */
export function boundPdf(pictures: Picture[], dpi: number): Buffer {
  const objects: Buffer[] = []
  const add = (head: string, stream?: Buffer) =>
    objects.push(
      stream
        ? Buffer.concat([Buffer.from(`${head}\nstream\n`), stream, Buffer.from('\nendstream')])
        : Buffer.from(head),
    )
  const pageOf = (at: number) => 3 + at * 3
  add('<</Type/Catalog/Pages 2 0 R>>')
  add(
    `<</Type/Pages/Count ${pictures.length}/Kids[${pictures.map((_, at) => `${pageOf(at)} 0 R`).join(' ')}]>>`,
  )
  for (const [at, { data, width, height, isGrey }] of pictures.entries()) {
    const [w, h] = [((width / dpi) * 72).toFixed(2), ((height / dpi) * 72).toFixed(2)]
    const content = Buffer.from(`q ${w} 0 0 ${h} 0 0 cm /P Do Q`)
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${w} ${h}]/Resources<</XObject<</P ${pageOf(at) + 2} 0 R>>>>/Contents ${pageOf(at) + 1} 0 R>>`,
    )
    add(`<</Length ${content.length}>>`, content)
    add(
      `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/Device${isGrey ? 'Gray' : 'RGB'}/BitsPerComponent 8/Filter/DCTDecode/Length ${data.length}>>`,
      data,
    )
  }
  return written(objects)
}

/** The objects one after another, with the table that says where each begins. */
export function written(objects: Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  let length = parts[0]!.length
  objects.forEach((object, at) => {
    offsets.push(length)
    const whole = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    parts.push(whole)
    length += whole.length
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}
