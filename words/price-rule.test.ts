/** Every rule of every ready price list says itself in both languages, with fields that can be edited. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import 'temporal-polyfill/global'
import { presetById, pricePresets } from '#engines/presets/price-lists/all.ts'
import { textOf, valueAt, type Field } from './price-fields.ts'
import { rulePhrases } from './price-rule.ts'
import { priceSentences } from './price-sentences.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test('each rule is sentences in both languages; each field says a value that lies in the item', () => {
  for (const { id, priceList } of pricePresets) {
    for (const item of priceList.items) {
      for (const lang of ['pl', 'en'] as const) {
        const phrases = rulePhrases(lang, item, priceList)
        assert.ok(phrases.length > 0, `${id} ${item.id}`)
        for (const parts of phrases) {
          const text = textOf(parts)
          assert.match(text, /\.$/, `${id} ${item.id}: ${text}`)
          assert.doesNotMatch(
            text,
            /undefined|null|NaN|\[object|[A-Za-z]+\.[a-z]+Price/,
            `${id} ${item.id}: ${text}`,
          )
          const fields = parts.filter((one): one is Field => typeof one !== 'string')
          for (const field of fields) assert.deepEqual(field.value, valueAt(item, field.path), field.path)
        }
      }
    }
  }
})

//  list    its sentences in Polish, as they are signed
const polish: [string, string[]][] = [
  [
    'HV-3',
    [
      'Abonament 1 150,00 zł za miesiąc, płatny z góry.',
      'Pula: 5 godzin na miesiąc. Niewykorzystane zostaje ważne jeszcze przez 2 miesiące; najpierw zużywamy najstarsze. Zapas przeniesiony na nowy okres nie przekracza 9 godzin; przepada najstarsze.',
      'Praca: 205,00 zł za godzinę.',
      'Praca liczona jest osobno dla każdego wpisu: każde rozpoczęte 15 min.',
      'Najpierw zużywa się: pula w abonamencie.',
    ],
  ],
  [
    'AL-2',
    [
      'Kamera: 21,00 zł za miesiąc.',
      'Progi: do 8 po 21,00 zł; do 32 po 16,00 zł; dalej 11,50 zł (każda część po swojej stawce). Zmiany w trakcie okresu: każdy dzień według liczby z tego dnia.',
      'Rejestrator: 60,00 zł za miesiąc.',
      'Zmiany w trakcie okresu: każdy dzień według liczby z tego dnia.',
      'Za każde rozpoczęte 4 h opóźnienia opłatę (kamera i rejestrator) obniża się o 5%, najwyżej o 30%. Dotyczy priorytetów: krytyczny. Bonifikatę potwierdza pracownik.',
    ],
  ],
]

for (const [id, sentences] of polish) {
  test(`${id} reads as it would be signed`, () =>
    assert.deepEqual(priceSentences('pl', presetById(id)!.priceList).map(plain), sentences))
}

test('a list in another currency says so in every sentence', () => {
  const euro = { ...presetById('IT-1')!.priceList, currency: 'EUR' as const }
  const said = priceSentences('pl', euro).map(plain).join(' ')
  assert.match(said, /Abonament 1 450,00 EUR za miesiąc/)
  assert.match(said, /każde następne 95,00 EUR/)
  assert.doesNotMatch(said, / zł[ .]/)
})
