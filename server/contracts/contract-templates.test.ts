/** Contract templates: one for each trade, cloned, compared with their origin, drafted from. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { trades } from '#server/accounts/public.ts'
import { contractsStage } from '#server/testing/contracts-stage.ts'
import { refused } from '#server/testing/scene.ts'
import type { Context } from '#server/plumbing/context.ts'
import { activateVersion } from './activate-contract.ts'
import {
  createTemplate,
  differenceFromTemplate,
  templateDetail,
  templatesOf,
  writeTemplate,
} from './contract-templates.ts'
import { versionDetail } from './contract-views.ts'
import { versionOf } from './contract-store.ts'
import { draftContract, writeTerms } from './draft-contract.ts'
import { addClient } from './keep-client.ts'
import { createPriceList, renamePriceList } from './price-lists.ts'

const { playedBy } = contractsStage()
const asMarta = <T>(deed: (ctx: Context) => Promise<T>) => playedBy('marta', '2026-11-23T10:00', deed)

for (const trade of trades) {
  test(`a contract from the template of the trade "${trade}" may be put in force as it is`, async () => {
    const contract = await asMarta(async (ctx) => {
      const client = await addClient(ctx, { name: 'Klient', nip: null, email: 'biuro@klient.example' })
      const { id } = await draftContract(ctx, { clientId: client.id, template: trade })
      assert.deepEqual(
        (await versionDetail(ctx, id, 1)).problems.filter(({ weight }) => weight === 'error'),
        [],
      )
      return activateVersion(ctx, id, 1)
    })
    assert.ok(contract.activatedAt)
  })
}

test('a clone differs from its origin by what was changed in it, and says what the origin changed since', async () => {
  await asMarta(async (ctx) => {
    const first = await createTemplate(ctx, { name: 'Biura', from: 'it' })
    assert.deepEqual(first.changes, [])
    const second = await createTemplate(ctx, { name: 'Biura 24/7', from: first.id })
    const dearer = { ...second.terms, billing: { ...second.terms.billing, paymentDays: 30 } }
    const changed = await writeTemplate(ctx, second.id, { version: 1, terms: dearer })
    assert.deepEqual(
      changed.changes.map(({ path, after }) => [path, after]),
      [['billing.paymentDays', 30]],
    )
    await writeTemplate(ctx, first.id, {
      version: 1,
      terms: { ...first.terms, term: { ...first.terms.term, noticeMonths: 6 } },
    })
    const { originChanges } = await templateDetail(ctx, second.id)
    assert.deepEqual(
      originChanges.map(({ path, after }) => [path, after]),
      [['term.noticeMonths', 6]],
    )
    assert.deepEqual(
      (await templatesOf(ctx)).filter(({ isBuiltIn }) => !isBuiltIn).map(({ name }) => name),
      ['Biura', 'Biura 24/7'],
    )
  })
})

test('a contract that began with a template is compared with it', async () => {
  const changes = await asMarta(async (ctx) => {
    const template = await createTemplate(ctx, { name: 'Biura', from: 'it' })
    const client = await addClient(ctx, { name: 'Klient', nip: null, email: 'biuro@klient.example' })
    const { id, templateId } = await draftContract(ctx, { clientId: client.id, template: template.id })
    assert.equal(templateId, template.id)
    const draft = (await versionOf(ctx, id, 1))!
    await writeTerms(ctx, id, 1, {
      version: 1,
      terms: { ...draft.terms, clock: { ...draft.terms.clock, closeAfterDays: 10 } },
    })
    return (await differenceFromTemplate(ctx, id, 1)).changes
  })
  assert.deepEqual(
    changes.map(({ path }) => path),
    ['clock.closeAfterDays'],
  )
})

test('a name that another template has is refused at its field', async () => {
  const no = await refused(
    'template_name_taken',
    asMarta(async (ctx) => {
      await createTemplate(ctx, { name: 'Biura', from: 'it' })
      await createTemplate(ctx, { name: 'biura', from: 'hvac' })
    }),
  )
  assert.equal(no.field, 'name')
})

test('a contract that began with a trade is compared with the usual terms of that trade', async () => {
  const { template, changes } = await asMarta(async (ctx) => {
    const client = await addClient(ctx, { name: 'Klient', nip: null, email: 'biuro@klient.example' })
    const { id } = await draftContract(ctx, { clientId: client.id, template: 'hvac' })
    const draft = (await versionOf(ctx, id, 1))!
    await writeTerms(ctx, id, 1, {
      version: 1,
      terms: { ...draft.terms, billing: { ...draft.terms.billing, paymentDays: 45 } },
    })
    return differenceFromTemplate(ctx, id, 1)
  })
  assert.deepEqual([template.id, template.isBuiltIn], ['hvac', true])
  assert.deepEqual(
    changes.map(({ path, after }) => [path, after]),
    [['billing.paymentDays', 45]],
  )
})

test('a template of the archive begins no contract, gives its name away, and comes back under a free one', async () => {
  await asMarta(async (ctx) => {
    const client = await addClient(ctx, { name: 'Klient', nip: null, email: 'biuro@klient.example' })
    const old = await createTemplate(ctx, { name: 'Biura', from: 'it' })
    await writeTemplate(ctx, old.id, { version: 1, isArchived: true })
    const no = await refused(
      'template_archived',
      draftContract(ctx, { clientId: client.id, template: old.id }),
    )
    assert.equal(no.field, 'template')
    await createTemplate(ctx, { name: 'Biura', from: 'it' })
    await refused('template_name_taken', writeTemplate(ctx, old.id, { version: 2, isArchived: false }))
    const back = await writeTemplate(ctx, old.id, { version: 2, name: 'Biura 2025', isArchived: false })
    assert.deepEqual([back.archivedAt, back.name], [null, 'Biura 2025'])
    await draftContract(ctx, { clientId: client.id, template: old.id })
  })
})

test('a price list of the archive gives its name away and comes back under a free one', async () => {
  await asMarta(async (ctx) => {
    const priceList = { currency: 'PLN', vat: '23', items: [] } as const
    const given = { name: 'Podstawowy', priceList: { ...priceList, items: [] } }
    const old = await createPriceList(ctx, given)
    const away = await renamePriceList(ctx, old.id, { version: old.version, isArchived: true })
    assert.ok(away.archivedAt)
    await createPriceList(ctx, given)
    const back = { version: away.version, isArchived: false }
    await refused('price_list_name_taken', renamePriceList(ctx, old.id, back))
    const { archivedAt, name } = await renamePriceList(ctx, old.id, { ...back, name: 'Podstawowy 2025' })
    assert.deepEqual([archivedAt, name], [null, 'Podstawowy 2025'])
  })
})
