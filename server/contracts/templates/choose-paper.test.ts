/** On which paper a version is printed: chosen for it, kept with it, shown with it. */
import assert from 'node:assert/strict'
import test from 'node:test'
import PizZip from 'pizzip'
import type { Context } from '#server/plumbing/context.ts'
import { skipWithoutReader, textOf } from '#server/plumbing/pdf/pdf-text.ts'
import { contractsStage, draft } from '#server/testing/contracts-stage.ts'
import { refused } from '#server/testing/scene.ts'
import { activateVersion } from '../activate-contract.ts'
import { amendContract } from '../amend-contract.ts'
import { versionDetail } from '../contract-views.ts'
import { documentOf, keepDocument } from '../keep-document.ts'
import { choosePaper, chooseTemplate } from './choose-paper.ts'
import { addTemplate, changeTemplate } from './keep-template.ts'
import { plainDocx } from './sample-docx.ts'
import type { TemplateKind } from './known-placeholders.ts'

const { asOla } = contractsStage()

const own = (ctx: Context, name: string, kind: TemplateKind = 'contract') =>
  addTemplate(ctx, { kind, name, fileName: `${name}.docx`, bytes: plainDocx([`${name} {umowa_numer}`]) })
const shownOn = async (ctx: Context, id: string, number = 1) => {
  const { choice, templateId, name, isPrinted } = (await versionDetail(ctx, id, number)).printedOn
  return { choice, templateId, name, isPrinted }
}

/** What stands on the paper, whether it is a DOCX or LibreOffice has made a PDF of it. */
const wordsOf = ({ mediaType, content }: { mediaType: string; content: Buffer }): string =>
  mediaType === 'application/pdf'
    ? textOf(content)
    : (new PizZip(content).file('word/document.xml')?.asText() ?? '')

test(
  'a version is printed on the template chosen for it, and says so before and after it is kept',
  { skip: skipWithoutReader },
  async () => {
    await asOla(async (ctx) => {
      const { id } = await draft(ctx)
      const blue = await own(ctx, 'Niebieski')
      assert.deepEqual(await shownOn(ctx, id), { choice: null, templateId: null, name: '', isPrinted: false })
      await choosePaper(ctx, id, 1, blue.id)
      const chosen = { choice: blue.id, templateId: blue.id, name: 'Niebieski' }
      assert.deepEqual(await shownOn(ctx, id), { ...chosen, isPrinted: false })
      await keepDocument(ctx, id, 1)
      assert.match(wordsOf(await documentOf(ctx, id, 1)), /Niebieski UM/)
      assert.deepEqual(await shownOn(ctx, id), { ...chosen, isPrinted: true })
    })
  },
)

test('the built-in text is a choice of its own, whatever the company has as its default', async () => {
  await asOla(async (ctx) => {
    const { id } = await draft(ctx)
    const blue = await own(ctx, 'Niebieski')
    await changeTemplate(ctx, blue.id, { version: 1, isDefault: true })
    assert.equal((await shownOn(ctx, id)).name, 'Niebieski')
    await choosePaper(ctx, id, 1, 'builtIn')
    assert.deepEqual(await shownOn(ctx, id), {
      choice: 'builtIn',
      templateId: null,
      name: '',
      isPrinted: false,
    })
    await choosePaper(ctx, id, 1, null)
    assert.equal((await shownOn(ctx, id)).name, 'Niebieski')
  })
})

test('a choice is kept when its template leaves the list, and only then', async () => {
  await asOla(async (ctx) => {
    const { id } = await draft(ctx)
    const blue = await own(ctx, 'Niebieski')
    await choosePaper(ctx, id, 1, blue.id)
    await changeTemplate(ctx, blue.id, { version: 1, isArchived: true })
    assert.equal((await shownOn(ctx, id)).name, 'Niebieski')
    await refused('not_found', choosePaper(ctx, id, 1, blue.id))
    await changeTemplate(ctx, blue.id, { version: 2, isArchived: false })
    await choosePaper(ctx, id, 1, blue.id)
  })
})

test('a draft that went out on other paper has to go out again', async () => {
  await asOla(async (ctx) => {
    const { id } = await draft(ctx)
    const blue = await own(ctx, 'Niebieski')
    await choosePaper(ctx, id, 1, blue.id)
    await keepDocument(ctx, id, 1)
    await choosePaper(ctx, id, 1, 'builtIn')
    const { documentFileId, sentAt, printedOn } = await versionDetail(ctx, id, 1)
    assert.deepEqual([documentFileId, sentAt, printedOn.isPrinted], [null, null, false])
  })
})

test('the kept paper of a version in force is what it is; the next version chooses for itself', async () => {
  await asOla(async (ctx) => {
    const { id } = await draft(ctx)
    const [blue, green] = [await own(ctx, 'Niebieski'), await own(ctx, 'Zielony', 'amendment')]
    await choosePaper(ctx, id, 1, blue.id)
    await activateVersion(ctx, id, 1)
    await keepDocument(ctx, id, 1)
    await refused('paper_kept', choosePaper(ctx, id, 1, 'builtIn'))
    const { number } = await amendContract(ctx, id, { kind: 'amendment', validFrom: '2027-01-01' })
    assert.equal((await shownOn(ctx, id, number)).choice, null)
    await refused('not_found', choosePaper(ctx, id, number, blue.id))
    await choosePaper(ctx, id, number, green.id)
    assert.equal((await shownOn(ctx, id, number)).name, 'Zielony')
    assert.deepEqual((await shownOn(ctx, id)).isPrinted, true)
  })
})

test('the choice of a contract stands behind that of its version', async () => {
  await asOla(async (ctx) => {
    const { id } = await draft(ctx)
    const [blue, red] = [await own(ctx, 'Niebieski'), await own(ctx, 'Czerwony')]
    await chooseTemplate(ctx, id, blue.id)
    assert.equal((await shownOn(ctx, id)).name, 'Niebieski')
    await choosePaper(ctx, id, 1, red.id)
    assert.equal((await shownOn(ctx, id)).name, 'Czerwony')
  })
})

test('a correction of a contract stands on the paper of what it corrects', async () => {
  await asOla(async (ctx) => {
    const { id } = await draft(ctx)
    const blue = await own(ctx, 'Niebieski')
    await choosePaper(ctx, id, 1, blue.id)
    await activateVersion(ctx, id, 1)
    const { number } = await amendContract(ctx, id, { kind: 'correction', corrects: 1, reason: 'pomyłka' })
    assert.equal((await shownOn(ctx, id, number)).choice, blue.id)
  })
})
