/**
 * Opens a ZIP of a stranger without being flooded: what the directory promises is added up
 * before anything is inflated, and each part is inflated no further than it was promised.
 */
import { inflateRawSync } from 'node:zlib'
import type { RefusalCode } from '#server/plumbing/refusal.ts'

const wholeBytesMax = 30 * 1024 * 1024
const partsMax = 2000

export type ZipProblem = Extract<
  RefusalCode,
  'template_not_docx' | 'template_password' | 'template_broken' | 'template_too_large'
>
export type Parts = Map<string, Buffer>

const endMark = 0x06054b50
const entryMark = 0x02014b50
const partMark = 0x04034b50

export function openZip(bytes: Buffer): Parts | ZipProblem {
  // A document with a password is no ZIP at all, but the older container of the same maker.
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0') return 'template_password'
  if (bytes.length < 22 || bytes.readUInt32LE(0) !== partMark) return 'template_not_docx'
  try {
    return partsOf(bytes)
  } catch {
    // Offsets that lead out of the file, streams that do not inflate: no writer of DOCX makes such.
    return 'template_broken'
  }
}

type Entry = { name: string; method: number; packed: number; size: number; at: number; flags: number }

function partsOf(bytes: Buffer): Parts | ZipProblem {
  const entries = entriesOf(bytes)
  if (entries.some((entry) => entry.flags & 1)) return 'template_password'
  const whole = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (entries.length > partsMax || whole > wholeBytesMax) return 'template_too_large'
  const parts: Parts = new Map()
  for (const entry of entries) {
    if (parts.has(entry.name)) return 'template_broken'
    parts.set(entry.name, contentOf(bytes, entry))
  }
  return parts
}

function entriesOf(bytes: Buffer): Entry[] {
  let end = bytes.length - 22
  while (bytes.readUInt32LE(end) !== endMark) end--
  const count = bytes.readUInt16LE(end + 10)
  const entries: Entry[] = []
  for (let at = bytes.readUInt32LE(end + 16), left = count; left > 0; left--) {
    if (bytes.readUInt32LE(at) !== entryMark) throw new RangeError('not an entry')
    const nameBytes = bytes.readUInt16LE(at + 28)
    entries.push({
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
      name: bytes.subarray(at + 46, at + 46 + nameBytes).toString('utf8'),
    })
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function contentOf(bytes: Buffer, { at, method, packed, size }: Entry): Buffer {
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const raw = bytes.subarray(start, start + packed)
  if (method === 0) return raw
  if (method !== 8) throw new RangeError('packed in a way that DOCX does not know')
  // One byte more than promised is already a lie.
  return inflateRawSync(raw, { maxOutputLength: Math.max(1, size) })
}
