import assert from 'node:assert/strict'
import { crc32, deflateRawSync } from 'node:zlib'
import { test } from 'node:test'
import { Refusal } from '#server/plumbing/refusal.ts'
import { checkTemplate } from './check-template.ts'
import { openDocx } from './refuse-docx.ts'
import { externalRelation, plainDocx } from './sample-docx.ts'

const good = plainDocx(['Umowa {umowa_numer}'])
const withField = (instruction: string) =>
  plainDocx([], {
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:instrText>${instruction}</w:instrText></w:r></w:p></w:body></w:document>`,
  })

//  what it is                        file                                                          answer
const cases: [string, Buffer, string][] = [
  ['a plain document', good, 'taken'],
  [
    'a link that a person may click',
    plainDocx(['a'], externalRelation('hyperlink', 'https://zuraw.example')),
    'taken',
  ],
  ['a page number', withField(' PAGE '), 'taken'],
  ['a text file', Buffer.from('Umowa'), 'template_not_docx'],
  ['nothing', Buffer.alloc(0), 'template_not_docx'],
  ['a ZIP of something else', zipOf([['a.txt', Buffer.from('a')]]), 'template_not_docx'],
  [
    'a document with a password',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    'template_password',
  ],
  ['a ZIP with a password', encrypted(good), 'template_password'],
  ['half a file', good.subarray(0, good.length - 60), 'template_broken'],
  ['macros', plainDocx(['a'], { 'word/vbaProject.bin': 'x' }), 'template_macros'],
  ['an embedded object', plainDocx(['a'], { 'word/embeddings/oleObject1.bin': 'x' }), 'template_macros'],
  ['a control', plainDocx(['a'], { 'word/activeX/activeX1.xml': '<a/>' }), 'template_macros'],
  [
    'a picture from the net',
    plainDocx(['a'], externalRelation('image', 'https://example.com/a.png')),
    'template_external_link',
  ],
  [
    'a template from a disk',
    plainDocx(['a'], externalRelation('attachedTemplate', 'file:///C:/a.dotm')),
    'template_external_link',
  ],
  [
    'a link to a disk',
    plainDocx(['a'], externalRelation('hyperlink', 'file:///etc/passwd')),
    'template_external_link',
  ],
  [
    'a text fetched when opened',
    withField(' INCLUDETEXT "https://example.com/a.docx" '),
    'template_external_link',
  ],
  [
    'a command run when opened',
    withField(' DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" '),
    'template_external_link',
  ],
  [
    'entities that grow',
    plainDocx(['a'], { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "b">]><w:document/>' }),
    'template_broken',
  ],
  ['a bomb: 100 MB of nothing', bomb(100), 'template_too_large'],
  ['a bomb that lies about its size', bomb(100, 1000), 'template_broken'],
  ['10,000 pages', plainDocx(['a'], { 'word/document.xml': pages(10_000) }), 'template_too_many_pages'],
]

for (const [what, file, answer] of cases) {
  test(`${what}: ${answer}`, () => {
    let told = 'taken'
    try {
      openDocx(file)
    } catch (error) {
      told = error instanceof Refusal ? error.code : String(error)
    }
    assert.equal(told, answer)
  })
}

test('a tag that inserts raw XML is refused by name', () => {
  assert.throws(
    () => checkTemplate(plainDocx(['{@umowa_numer}']), 'contract'),
    (error) =>
      error instanceof Refusal && error.code === 'template_raw_xml' && error.facts.tag === '@umowa_numer',
  )
})

function pages(count: number): string {
  const page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
  return `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${page.repeat(count)}</w:body></w:document>`
}

/** A few kilobytes that unpack to so many megabytes. */
function bomb(megabytes: number, said?: number): Buffer {
  return zipOf([['word/document.xml', Buffer.alloc(megabytes * 1024 * 1024), said]])
}

function encrypted(zip: Buffer): Buffer {
  const copy = Buffer.from(zip)
  const at = copy.indexOf(Buffer.from('504b0102', 'hex'))
  copy.writeUInt16LE(copy.readUInt16LE(at + 8) | 1, at + 8)
  return copy
}

/** `said`: the size that the directory promises, where it is not the true one. */
function zipOf(files: [string, Buffer, number?][]): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const [name, content, said = content.length] of files) {
    const packed = deflateRawSync(content)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(8, 8)
    head.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(crc32(content), 16)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(said, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    locals.push(head, Buffer.from(name), packed)
    entries.push(entry, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...entries, end])
}
