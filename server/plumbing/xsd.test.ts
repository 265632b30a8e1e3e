import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { validateFa3 } from './xsd.ts'

const folder = path.join(import.meta.dirname, '../../../shared/ksef/samples')
const samples = fs.existsSync(folder) ? fs.readdirSync(folder).filter((file) => /^fa_3_/i.test(file)) : []
const missing = samples.length > 0 ? false : 'the official samples are not here'
const read = (file: string): string => fs.readFileSync(path.join(folder, file), 'utf8')

test('the official samples are valid', { skip: missing }, async () => {
  for (const sample of samples)
    assert.deepEqual(await validateFa3(read(sample)), { valid: true, errors: [] }, sample)
  assert.equal(samples.length, 14)
})

//  what is wrong                      sought                         put in its place                what is said
const damages: [what: string, sought: RegExp, replacement: string, said: RegExp][] = [
  ['a required mark is missing', /<GV>2<\/GV>/, '', /Podmiot2.*GV/s],
  ['the order is wrong', /(<P_1>.*?<\/P_1>)(\s*)(<P_1M>.*?<\/P_1M>)/, '$3$2$1', /P_1M/],
  ['a rate with a percent sign', /<P_12>23</, '<P_12>23%<', /P_12.*23%/s],
  ['a decimal comma', /<P_15>([^<.]*)[^<]*</, '<P_15>$1,50<', /P_15/],
  ['no such day', /<P_1>[^<]*</, '<P_1>2026-02-30<', /P_1.*2026-02-30/s],
  ['a tag that never ends', /<\/Fa>/, '', /mismatch/],
]

for (const [what, sought, replacement, said] of damages) {
  test(`refused: ${what}`, { skip: missing }, async () => {
    const sound = read('FA_3_Przyklad_2.xml').replace('<P_15>-200<', '<P_15>-200.00<')
    const damaged = sound.replace(sought, replacement)
    assert.notEqual(damaged, sound)
    const { valid, errors } = await validateFa3(damaged)
    assert.equal(valid, false)
    assert.match(errors.join('\n'), said)
  })
}
