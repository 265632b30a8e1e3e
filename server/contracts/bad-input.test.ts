/** What must not go in says why, in both languages and at its field, and the draft stays as it was. */
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Context } from '#server/plumbing/context.ts'
import type { RefusalCode } from '#server/plumbing/refusal.ts'
import { active, contractsStage, draft } from '#server/testing/contracts-stage.ts'
import { refused } from '#server/testing/scene.ts'
import { refusalSentence } from '#words/refusal-sentence.ts'
import { activateVersion } from './activate-contract.ts'
import { amendContract } from './amend-contract.ts'
import { versionDetail } from './contract-views.ts'
import { versionOf } from './contract-store.ts'
import { draftContract, writeTerms } from './draft-contract.ts'
import { choosePaper } from './templates/choose-paper.ts'
import { addTemplate } from './templates/keep-template.ts'
import { externalRelation, plainDocx } from './templates/sample-docx.ts'
import { ownTemplates } from './templates/template-store.ts'
import { noteSettled } from './terms-in-force.ts'
import type { Terms } from './terms.ts'

const { asOla } = contractsStage()

/** Refused by its code, with a sentence of its own in both languages. */
async function saysNo(code: RefusalCode, deed: Promise<unknown>) {
  const no = await refused(code, deed)
  for (const language of ['pl', 'en'] as const) {
    const sentence = refusalSentence(language, no.code, no.facts)
    assert.ok(sentence.length > 10 && !/undefined|\[object/.test(sentence), sentence)
  }
  return no
}

const draftNow = async (ctx: Context, id: string, number = 1) => {
  const { terms, fingerprint, version, isDraft, printedOn } = await versionDetail(ctx, id, number)
  return { terms, fingerprint, version, isDraft, printedOn }
}

const pages = (count: number): Buffer =>
  plainDocx(['a'], {
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:p><w:r><w:br w:type="page"/></w:r></w:p>'.repeat(count)}</w:body></w:document>`,
  })
//  what it is                       file                                                                       answer
const templates: [string, Buffer, RefusalCode][] = [
  ['macros', plainDocx(['a'], { 'word/vbaProject.bin': 'x' }), 'template_macros'],
  [
    'a picture from the net',
    plainDocx(['a'], externalRelation('image', 'https://example.com/a.png')),
    'template_external_link',
  ],
  ['raw XML', plainDocx(['{@umowa_numer}']), 'template_raw_xml'],
  ['10,000 pages', pages(10_000), 'template_too_many_pages'],
  [
    'a bomb of 100 MB',
    plainDocx(['a'], { 'word/document.xml': ' '.repeat(100 * 1024 * 1024) }),
    'template_too_large',
  ],
  ['a placeholder that nobody knows', plainDocx(['{nieznane}']), 'template_unfit'],
  ['no DOCX at all', Buffer.from('Umowa'), 'template_not_docx'],
]
for (const [what, bytes, code] of templates)
  test(`a template with ${what} is refused, is not kept, and the draft keeps its paper`, async () => {
    await asOla(async (ctx) => {
      const { id } = await draft(ctx)
      const good = await addTemplate(ctx, {
        kind: 'contract',
        name: 'Dobry',
        fileName: 'dobry.docx',
        bytes: plainDocx(['Umowa {umowa_numer}']),
      })
      await choosePaper(ctx, id, 1, good.id)
      const before = await draftNow(ctx, id)
      await saysNo(code, addTemplate(ctx, { kind: 'contract', name: 'Zły', fileName: 'zly.docx', bytes }))
      assert.deepEqual(
        (await ownTemplates(ctx, true)).map(({ name }) => name),
        ['Dobry'],
      )
      assert.deepEqual(await draftNow(ctx, id), before)
    })
  })

const withItem = (terms: Terms, change: object): Terms => ({
  ...terms,
  priceList: {
    ...terms.priceList,
    items: terms.priceList.items.map((item, i) => (i === 0 ? ({ ...item, ...change } as typeof item) : item)),
  },
})
//  what the engines cannot evaluate                     the terms                                                                        at its place
const terms: [string, (terms: Terms) => Terms, RegExp][] = [
  ['a fee below nothing', (now) => withItem(now, { feePrice: '-5.00' }), /priceList\.items\.0\.feePrice/],
  [
    'a level on a calendar that is not there',
    (now) => ({
      ...now,
      serviceLevels: now.serviceLevels.map((level) => ({ ...level, calendar: 'nie ma' })),
    }),
    /serviceLevels\.0\.calendar/,
  ],
  [
    'an example that does not come out',
    (now) => ({ ...now, examples: [{ name: 'Zły', figures: { tickets: 1 }, netGrosze: 1 }] }),
    /examples\.0/,
  ],
]
for (const [what, change, place] of terms)
  test(`${what} is not put in force; its draft is kept as it was typed`, async () => {
    await asOla(async (ctx) => {
      const { id } = await draft(ctx)
      const first = (await versionOf(ctx, id, 1))!
      await writeTerms(ctx, id, 1, { version: first.version, terms: change(first.terms) })
      const before = await draftNow(ctx, id)
      const no = await saysNo('terms_invalid', activateVersion(ctx, id, 1))
      assert.match(no.field ?? '', place)
      assert.deepEqual(await draftNow(ctx, id), before)
      assert.equal(before.isDraft, true)
    })
  })

test('an amount that is none is refused at its field, and the draft keeps what was saved before', async () => {
  await asOla(async (ctx) => {
    const { id } = await draft(ctx)
    const before = await draftNow(ctx, id)
    const wrong = withItem(before.terms, { feePrice: 'tysiąc' })
    const no = await saysNo(
      'amount_invalid',
      writeTerms(ctx, id, 1, { version: before.version, terms: wrong }),
    )
    assert.match(no.field ?? '', /items\.0\.feePrice/)
    assert.deepEqual(await draftNow(ctx, id), before)
  })
})

test('a second change beside one that is being drafted is refused, and the first stays', async () => {
  await asOla(async (ctx) => {
    const { id } = await active(ctx)
    const first = await amendContract(ctx, id, { kind: 'amendment', validFrom: '2027-01-01' })
    const before = await draftNow(ctx, id, first.number)
    await saysNo('draft_exists', amendContract(ctx, id, { kind: 'amendment', validFrom: '2027-01-01' }))
    assert.deepEqual(await draftNow(ctx, id, first.number), before)
  })
})

test('a contract over the days of another is pointed out; its draft waits for a person to mean it', async () => {
  await asOla(async (ctx) => {
    const { clientId, number } = await active(ctx)
    const { id } = await draftContract(ctx, { clientId, validFrom: '2026-06-01' })
    const before = await draftNow(ctx, id)
    const no = await saysNo('contracts_overlap', activateVersion(ctx, id, 1))
    assert.deepEqual([no.facts.number, no.field], [number, 'validFrom'])
    assert.deepEqual(await draftNow(ctx, id), before)
    await activateVersion(ctx, id, 1, { confirmOverlap: true })
  })
})

test('an amendment inside a settled period is refused when it is begun, and when it is put in force', async () => {
  await asOla(async (ctx) => {
    const { id } = await active(ctx)
    const early = await amendContract(ctx, id, { kind: 'amendment', validFrom: '2026-11-01' })
    await noteSettled(ctx, id, '2026-11-30')
    const before = await draftNow(ctx, id, early.number)
    const no = await saysNo('amendment_inside_settled_period', activateVersion(ctx, id, early.number))
    assert.deepEqual([no.facts.settledTo, no.field], ['2026-11-30', 'validFrom'])
    assert.deepEqual(await draftNow(ctx, id, early.number), before)
  })
  await asOla(async (ctx) => {
    const { id } = await active(ctx)
    await noteSettled(ctx, id, '2026-10-31')
    await saysNo(
      'amendment_inside_settled_period',
      amendContract(ctx, id, { kind: 'amendment', validFrom: '2026-10-01' }),
    )
  })
})
