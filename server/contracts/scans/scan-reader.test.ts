/** Files of strangers: what cannot be read is told with its reason, and nothing else comes of it. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { readScan, stopReading } from './scan-reader.ts'

after(() => stopReading())

const pdf = (body: string, trailer = '') =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n${body}\ntrailer<</Root 1 0 R/Size 5${trailer}>>\n%%EOF`,
  )
const page = '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj'
const onePage = `2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n${page}`
const lock = `4 0 obj<</Filter/Standard/V 1/R 2/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>/P -4>>endobj`
const id = `<${'0f'.repeat(16)}>`

//  what it is                 file                                                          told
const cases: [string, string, Buffer, string | undefined][] = [
  ['a page without a code', 'application/pdf', pdf(onePage), undefined],
  [
    'a PDF with a password',
    'application/pdf',
    pdf(`${onePage}\n${lock}`, `/Encrypt 4 0 R/ID[${id}${id}]`),
    'scan_password',
  ],
  [
    '201 pages',
    'application/pdf',
    pdf(`2 0 obj<</Type/Pages/Kids[${'3 0 R '.repeat(201)}]/Count 201>>endobj\n${page}`),
    'scan_too_many_pages',
  ],
  ['half a PDF', 'application/pdf', Buffer.from('%PDF-1.7\n1 0 obj'), 'file_broken'],
  ['half a JPEG', 'image/jpeg', Buffer.from('ffd8ffe000104a464946', 'hex'), 'file_broken'],
  ['nothing', 'image/png', Buffer.alloc(0), 'file_broken'],
]

for (const [what, mediaType, bytes, told] of cases) {
  test(`${what}: ${told ?? 'read, without a mark'}`, async () => {
    const reading = await readScan([{ name: 'skan', mediaType, bytes }])
    assert.equal(reading.problem?.code, told)
    assert.deepEqual(reading.pages, told ? [] : [{ file: 0, marks: [] }])
  })
}

test('of several files the one that is wrong is named', async () => {
  const good = { name: 'a.pdf', mediaType: 'application/pdf', bytes: pdf(onePage) }
  const { problem } = await readScan([
    good,
    { name: 'b.png', mediaType: 'image/png', bytes: Buffer.from('x') },
  ])
  assert.deepEqual(problem, { code: 'file_broken', file: 1 })
})
