import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openPdfPool, PdfFailed, PdfTookTooLong, PdfUnavailable } from './pdf-pool.ts'
import { skipWithoutReader, skipWithoutTypst, textOf } from './pdf-text.ts'

const folder = mkdtempSync(join(tmpdir(), 'pdf-pool-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function templateOf(name: string, source: string): string {
  const path = join(folder, `${name}.typ`)
  writeFileSync(path, source)
  return path
}

const head = '#let d = json("data.json")\n#set text(font: "Inter", fallback: false)\n'
const letter = templateOf(
  'letter',
  `${head}#set document(date: datetime(year: 2026, month: 11, day: 30))\n#d.text\n`,
)
const endless = templateOf('endless', '#for a in range(100000) { for b in range(100000) { let c = a + b } }')

test(
  'what people typed comes out as they typed it, never as markup',
  { skip: skipWithoutReader },
  async () => {
    const pool = openPdfPool()
    const typed = 'Zażółć GĘŚLĄ jaźń #read("/etc/passwd") $x^2$ *b* [c] \\ {d}'
    const pdf = await pool.make({ template: letter, data: { text: typed } })
    await pool.close()
    assert.ok(textOf(pdf).includes(typed))
  },
)

test('the same data gives the same bytes, from two workers', { skip: skipWithoutTypst }, async () => {
  const request = {
    template: letter,
    data: { text: 'Faktura' },
    pdfStandard: 'a-3a' as const,
    attachments: [
      {
        name: 'a.xml',
        mediaType: 'application/xml',
        content: Buffer.from('<a/>'),
        description: 'a',
      },
    ],
  }
  const pools = [openPdfPool(), openPdfPool()]
  const [first, second] = await Promise.all(pools.map((pool) => pool.make(request)))
  await Promise.all(pools.map((pool) => pool.close()))
  assert.deepEqual(first, second)
})

test(
  'a template that never ends is stopped in time and the next order is printed',
  { skip: skipWithoutTypst },
  async () => {
    const pool = openPdfPool({ timeoutSeconds: 1 })
    const startedAt = performance.now()
    const stuck = pool.make({ template: endless, data: {} })
    const next = pool.make({ template: letter, data: { text: 'dalej' } })
    await assert.rejects(stuck, PdfTookTooLong)
    assert.ok(performance.now() - startedAt < 3000)
    assert.equal((await next).subarray(0, 5).toString(), '%PDF-')
    await pool.close()
  },
)

test(
  'a fault of the template is told in its own words and the worker goes on',
  { skip: skipWithoutTypst },
  async () => {
    const pool = openPdfPool()
    await assert.rejects(pool.make({ template: letter, data: {} }), {
      name: 'PdfFailed',
      message: /does not contain key "text"/,
    })
    assert.ok((await pool.make({ template: letter, data: { text: 'a' } })).length > 1000)
    await pool.close()
  },
)

test('a font that is not ours is an error, not another look', { skip: skipWithoutTypst }, async () => {
  const pool = openPdfPool()
  const foreign = templateOf('foreign', '#set text(font: "Comic Sans MS", fallback: false)\na')
  await assert.rejects(pool.make({ template: foreign, data: {} }), PdfFailed)
  await pool.close()
})

test('a template sees its own folder only', { skip: skipWithoutTypst }, async () => {
  const pool = openPdfPool()
  const curious = templateOf('curious', '#read("../../etc/passwd")')
  await assert.rejects(pool.make({ template: curious, data: {} }), PdfFailed)
  await pool.close()
})

test('many orders at once are all printed, each with its own text', { skip: skipWithoutReader }, async () => {
  const pool = openPdfPool({ size: 2 })
  const texts = Array.from({ length: 12 }, (_, at) => `dokument ${at}.`)
  const pdfs = await Promise.all(texts.map((text) => pool.make({ template: letter, data: { text } })))
  await pool.close()
  assert.deepEqual(
    pdfs.map((pdf) => textOf(pdf).trim()),
    texts,
  )
})

test('closing fails what waits and what is being printed', { skip: skipWithoutTypst }, async () => {
  const pool = openPdfPool()
  const both = [endless, letter].map((template) =>
    assert.rejects(pool.make({ template, data: {} }), PdfUnavailable),
  )
  await pool.close()
  await Promise.all(both)
  assert.equal(pool.available(), false)
  await assert.rejects(pool.make({ template: letter, data: {} }), PdfUnavailable)
})
