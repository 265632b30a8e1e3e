/**
 * Finds our code on one page. The first look is quick and enough for a clean scan; what is
 * noisy or pale gets further looks: coarser, finer, smoothed, with more contrast, and the
 * corners alone, where the code was printed. How a sheet lies makes no difference to any of them.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import sharp, { type Sharp } from 'sharp'
import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader'
import { readMark, type PageMark } from '../documents/page-codes.ts'

/** A page in shades of grey, one byte a dot. */
export type GreyPage = { width: number; height: number; data: Uint8Array }
/** Draws the page so that its longer side has about so many dots. */
export type DrawPage = (longSide: number) => Promise<GreyPage>

const base: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: false,
  maxNumberOfSymbols: 6,
}
/** About 150, 200 and 300 dpi of an A4 page. */
const [coarse, usual, fine] = [1754, 2339, 3508]

type Look = { longSide: number; change?: (picture: Sharp) => Sharp; options?: ReaderOptions }
const looks: Look[] = [
  { longSide: usual },
  { longSide: coarse, change: (picture) => picture.blur(0.7).normalise() },
  { longSide: fine, change: (picture) => picture.median(3).normalise() },
  {
    longSide: usual,
    change: (picture) => picture.median(3).linear(1.6, -60),
    options: { binarizer: 'GlobalHistogram' },
  },
]

/** `isHurried`: no time for more than the first look. */
export async function marksOfPage(draw: DrawPage, isHurried = false): Promise<PageMark[]> {
  for (const { longSide, change, options } of isHurried ? looks.slice(0, 1) : looks) {
    const page = await draw(longSide)
    const marks = await look(change ? await changed(page, change) : page, options)
    if (marks.length > 0) return marks
  }
  return isHurried ? [] : lookIntoCorners(await draw(usual))
}

async function lookIntoCorners(page: GreyPage): Promise<PageMark[]> {
  const [width, height] = [Math.ceil(page.width / 3), Math.ceil(page.height / 4)]
  for (const left of [page.width - width, 0]) {
    for (const top of [page.height - height, 0]) {
      const corner = await changed(page, (picture) =>
        picture
          .extract({ left, top, width, height })
          .resize({ width: width * 2, kernel: 'cubic' })
          .blur(1.2)
          .normalise(),
      )
      const marks = await look(corner)
      if (marks.length > 0) return marks
    }
  }
  return []
}

async function changed(page: GreyPage, change: NonNullable<Look['change']>): Promise<GreyPage> {
  const picture = sharp(page.data, { raw: { width: page.width, height: page.height, channels: 1 } })
  const { data, info } = await change(picture)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: onePerDot(data, info.channels) }
}

function onePerDot(data: Uint8Array, channels: number): Uint8Array {
  return channels === 1 ? data : data.filter((_, at) => at % channels === 0)
}

async function look(page: GreyPage, options: ReaderOptions = {}): Promise<PageMark[]> {
  prepareReader()
  const found = await readBarcodes(inColour(page) as unknown as Uint8Array, { ...base, ...options })
  const marks = found.filter((one) => one.isValid).flatMap((one) => readMark(one.text) ?? [])
  return [...new Map(marks.map((mark) => [`${mark.pageCode} ${mark.page}`, mark])).values()]
}

/** The reader takes what a browser calls ImageData: four bytes a dot. */
function inColour({ width, height, data }: GreyPage) {
  const words = new Uint32Array(width * height)
  for (let at = 0; at < words.length; at++) words[at] = (0xff000000 | ((data[at] ?? 255) * 0x010101)) >>> 0
  return { width, height, data: new Uint8ClampedArray(words.buffer), colorSpace: 'srgb' }
}

let isPrepared = false
/** Without its program at hand the library would fetch it from the net. */
function prepareReader(): void {
  if (isPrepared) return
  const file = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  const wasmBinary = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer
  prepareZXingModule({ overrides: { wasmBinary } })
  isPrepared = true
}
