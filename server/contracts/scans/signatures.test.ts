import 'temporal-polyfill/global'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { statedSignatures } from './signatures.ts'

/** A PDF that says it was signed; nothing in it is a real signature. */
function signedPdf(dictionary: string, after = '', signature = '00'.repeat(200)): Buffer {
  const head = `%PDF-1.7\n9 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached${dictionary}/ByteRange [0 `
  const container = `<${signature}>`
  const tail = '>>\nendobj\n%%EOF\n'
  // The numbers have a fixed width, as signing programs leave it for them.
  const pad = (n: number) => String(n).padStart(6, '0')
  const before = head.length + '000000 000000 000000]/Contents '.length
  const rest = before + container.length
  return Buffer.from(
    `${head}${pad(before)} ${pad(rest)} ${pad(tail.length)}]/Contents ${container}${tail}${after}`,
    'latin1',
  )
}

//  what it shows               dictionary                                     signer              at
const cases = [
  [
    'a name and a time',
    "/Name(Jan Kowalczyk)/M(D:20261120143000+01'00')",
    'Jan Kowalczyk',
    '2026-11-20T13:30:00Z',
  ],
  ['a time in UTC', '/Name(A)/M(D:20261120143000Z)', 'A', '2026-11-20T14:30:00Z'],
  ['a name in two bytes a letter', '/Name(\u00fe\u00ff\u0001\u0141\u0000u\u0000k)', 'Łuk', undefined],
  ['brackets in a name', '/Name(Jan \\(prezes\\))', 'Jan (prezes)', undefined],
  ['no name and no time', '', '', undefined],
  ['a time that is none', '/Name(A)/M(D:20269999000000Z)', 'A', undefined],
] as const

for (const [what, dictionary, signer, signedAt] of cases) {
  test(`a signature is shown as it states itself: ${what}`, () => {
    const [signature] = statedSignatures(signedPdf(dictionary))
    assert.equal(signature?.signer, signer)
    assert.equal(signature?.signedAt, signedAt)
    assert.equal(signature?.kind, 'ETSI.CAdES.detached')
    assert.equal(signature?.isFollowedByChanges, false)
  })
}

test('what was added to a signed file afterwards is told', () => {
  const [signature] = statedSignatures(signedPdf('/Name(A)', '10 0 obj\n<</Type/Annot>>\nendobj\n%%EOF\n'))
  assert.equal(signature?.isFollowedByChanges, true)
})

test('a file without a signature states none, whatever its bytes', () => {
  assert.deepEqual(statedSignatures(Buffer.from('%PDF-1.7\n/ByteRange [0 1 2 3]')), [])
  assert.deepEqual(statedSignatures(Buffer.alloc(0)), [])
})

const skipWithoutOpenssl = spawnSync('openssl', ['version']).error ? 'openssl is not installed' : false

test(
  'the name comes from the certificate of the signer, with who issued it',
  { skip: skipWithoutOpenssl },
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'opiekun-signature-'))
    const at = (name: string) => path.join(folder, name)
    const openssl = (...args: string[]) => {
      const { status, stderr } = spawnSync('openssl', args)
      assert.equal(status, 0, stderr.toString())
    }
    try {
      writeFileSync(at('text'), 'umowa')
      const subject = ['-subj', '/CN=Jan Kowalczyk/O=Piekarnia/C=PL', '-nodes', '-newkey', 'rsa:2048']
      openssl('req', '-x509', ...subject, '-keyout', at('key'), '-out', at('cert'), '-days', '2')
      openssl(
        'cms',
        '-sign',
        '-in',
        at('text'),
        '-signer',
        at('cert'),
        '-inkey',
        at('key'),
        '-outform',
        'DER',
        '-out',
        at('cms'),
      )
      const signature = readFileSync(at('cms')).toString('hex') + '00'.repeat(500)
      const [found] = statedSignatures(signedPdf('/Name(ktos inny)', '', signature))
      assert.deepEqual([found?.signer, found?.issuer], ['Jan Kowalczyk', 'Jan Kowalczyk'])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
