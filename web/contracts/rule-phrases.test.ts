/** Every kind of rule and every preset is read and edited in phrases: values are found, changed, taken away. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { problemsOfPriceList } from '#engines/pricing/price-list-problems.ts'
import type { PriceItem, PriceList } from '#engines/pricing/price-list.ts'
import { pricePresets } from '#engines/presets/price-lists/all.ts'
import { priceEditorEn } from '#words/price-editor.en.ts'
import { priceEditorPl } from '#words/price-editor.pl.ts'
import { askedBy, exampleWork, firstFigures } from './example-work.ts'
import { newItem, newKinds } from './new-items.ts'
import {
  mainPhrases,
  optionPhrases,
  optionsToAdd,
  valueAt,
  withOption,
  withValue,
  withoutOption,
} from './rule-phrases.ts'

const listOf = (...items: PriceItem[]): PriceList => ({ currency: 'PLN', vat: '23', items })
const slotsOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)

for (const { id, priceList } of pricePresets)
  test(`preset ${id} is read in phrases whose every slot has a value in both languages`, () => {
    for (const item of priceList.items)
      for (const { key, slots } of [...mainPhrases(item), ...optionPhrases(item)])
        for (const words of [priceEditorPl, priceEditorEn])
          for (const name of slotsOf(words.phrases[key])) assert.ok(slots[name], `${key} {${name}}`)
  })

for (const kind of newKinds)
  test(`what is added to "${kind}" is shown, and is gone when it is taken away`, () => {
    const others = [newItem('flatFee', []), newItem('block', []), newItem('perEvent', [])]
    const item = newItem(kind, others)
    const list = listOf(...others, item)
    for (const option of optionsToAdd(item, list)) {
      const with_ = withOption(item, option, list)
      const own = optionPhrases(with_).filter((phrase) => phrase.option?.key === option)
      assert.ok(own.length > 0, option)
      const gone = withoutOption(with_, option, own.at(-1)!.option!.index)
      assert.equal(
        optionPhrases(gone).filter((phrase) => phrase.option?.key === option).length,
        own.length - 1,
      )
    }
  })

test('a value deep in a rule is changed and the rest stays', () => {
  const item = withOption(withOption(newItem('onSite', []), 'bands', listOf()), 'bands', listOf())
  const changed = withValue(item, 'bands.1.factor', '1.5')
  assert.deepEqual([valueAt(changed, 'bands.0.factor'), valueAt(changed, 'bands.1.factor')], ['2', '1.5'])
  assert.equal(valueAt(item, 'bands.1.factor'), '2')
  assert.equal(valueAt(withValue(changed, 'bands.1.factor', undefined), 'bands.1.factor'), undefined)
})

test('an example asks for what the list counts, and every number becomes work', () => {
  const list = listOf(
    newItem('perTicket', []),
    newItem('perMeter', []),
    newItem('perEvent', []),
    newItem('block', []),
  )
  const asked = askedBy(list)
  assert.deepEqual(asked, {
    basic: ['tickets'],
    units: [],
    meters: ['strony'],
    events: ['interwencja'],
    blocks: ['block'],
  })
  const figures = {
    ...firstFigures,
    tickets: 2,
    onSite: 0,
    meters: { strony: 5000 },
    events: { interwencja: 2 },
    blocks: { block: 1 },
  }
  const work = exampleWork(figures, { from: '2026-11-01', to: '2026-11-30' }, 'Europe/Warsaw')
  assert.deepEqual(
    work.map(({ kind }) => kind),
    ['ticket', 'ticket', 'reading', 'event', 'event', 'purchase'],
  )
  assert.deepEqual(
    problemsOfPriceList(list).filter(({ weight }) => weight === 'error'),
    [],
  )
})
