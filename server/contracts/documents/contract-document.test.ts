import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openPdfPool } from '../../plumbing/pdf/pdf-pool.ts'
import { pagesOf, skipWithoutReader, skipWithoutTypst, textOf } from '../../plumbing/pdf/pdf-text.ts'
import { amendmentPdf } from './amendment-document.ts'
import { contractPdf, textOfTemplate, type ContractDocument } from './contract-document.ts'
import { bakeryAmendment, bakeryContract, otherContract } from './contract-samples.ts'
import { contractValues } from './contract-values.ts'
import { placeholdersOf } from './fill-template.ts'
import { indexationNoticePdf } from './indexation-notice.ts'

const pool = openPdfPool()
after(() => pool.close())

const bare = (text: string) => text.replaceAll(/[\s\u200b]/g, '').replaceAll('--', '-')

/** Every text of a document, except what the paper says in other words. */
function textsIn(value: unknown, key = ''): string[] {
  const elsewhere = ['madeOn', 'paymentDaysFrom', 'form', 'court']
  if (elsewhere.includes(key)) return []
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, name))
}

for (const [what, document] of [
  ['the contract of the bakery', bakeryContract],
  ['a contract with every other choice', otherContract],
] as [string, ContractDocument][]) {
  test(`every value of the terms is on paper: ${what}`, { skip: skipWithoutReader }, async () => {
    const text = bare(textOf(await contractPdf(pool, document)))
    const { deputy: _deputy, tenant, ...rest } = document
    const expected = textsIn({ ...rest, tenant: { ...tenant, phone: undefined } })
    assert.ok(expected.length > 60)
    assert.deepEqual(
      expected.filter((part) => !text.includes(bare(part))),
      [],
    )
    assert.doesNotMatch(text, /[{}\ue000\ue001]|undefined|null/)
  })
}

//  what the paper says                             document          words
const found = [
  [
    'target of the highest level',
    bakeryContract,
    'P1 krytyczny Nie działa kasa, piec lub cała sieć; sprzedaż albo wypiek stoi. 1 h 3 h 4 h 8 h Całodobowo',
  ],
  ['target that was not agreed', bakeryContract, '8 h – – 5 Dni roboczych'],
  ['price', bakeryContract, 'Do 10 zgłoszeń w miesiącu w abonamencie, każde następne 85,00 zł.'],
  ['sum of an example', bakeryContract, '1 455,00 zł'],
  ['inspections', bakeryContract, 'Wykonawca wykonuje przeglądy:'],
  ['indefinite term', bakeryContract, 'została zawarta na czas nieoznaczony'],
  ['court', bakeryContract, 'sąd właściwy dla siedziby Wykonawcy'],
  ['number of copies', bakeryContract, 'Sporządzono ją w dwóch jednobrzmiących egzemplarzach'],
  [
    'version on the last page',
    bakeryContract,
    'Wersja 2 · skrót 7c1f 09ae 55d2 b3e8 · kod OPK-UM2026041-2-7C1F09AE · strona 12 z 12',
  ],
  ['absent reasons to stop the clock', otherContract, 'nie uzgodniono takich przyczyn'],
  ['absent examples', otherContract, 'Przykładów nie uzgodniono.'],
  ['absent inspections', otherContract, 'Umowa nie obejmuje przeglądów okresowych.'],
  ['absent indexation', otherContract, 'Ceny pozostają niezmienne'],
  ['fixed term', otherContract, 'od dnia 1 stycznia 2026 do dnia 31 grudnia 2027'],
  ['status of a large enterprise', otherContract, 'Klient oświadcza, że ma statusu'],
  ['stand-in without a deputy', otherContract, 'zastępuje go osoba wyznaczona przez Wykonawcę'],
  ['appendix on personal data', otherContract, 'POWIERZENIE PRZETWARZANIA DANYCH OSOBOWYCH'],
  ['payment from delivery', otherContract, '14 dni od dnia doręczenia faktury'],
] as const

for (const [what, document, words] of found) {
  test(`the paper names the ${what}: ${words}`, { skip: skipWithoutReader }, async () => {
    const text = textOf(await contractPdf(pool, document))
    assert.ok(bare(text).includes(bare(words)))
  })
}

test('appendix 5 stands only where personal data are processed', { skip: skipWithoutReader }, async () => {
  assert.ok(!textOf(await contractPdf(pool, bakeryContract)).includes('POWIERZENIE PRZETWARZANIA'))
})

test(
  'every page carries version, fingerprint, code and its number',
  { skip: skipWithoutReader },
  async () => {
    const pdf = await contractPdf(pool, otherContract)
    const pages = pagesOf(pdf)
    const text = textOf(pdf)
    for (let page = 1; page <= pages; page++) {
      assert.ok(
        text.includes(`skrót 7c1f 09ae 55d2 b3e8 · kod OPK-UM2026041-2-7C1F09AE · strona ${page} z ${pages}`),
      )
    }
  },
)

test('our texts ask for nothing that the terms cannot say', () => {
  const texts = [
    'contract',
    'appendix-1-sla',
    'appendix-2-prices',
    'appendix-3-examples',
    'appendix-4-places-and-people',
    'appendix-5-personal-data',
  ]
  const used = new Set(texts.flatMap((name) => placeholdersOf(textOfTemplate(name))))
  const given = new Set<string>()
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect)
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        given.add(name)
        collect(inner)
      }
    }
  }
  collect([contractValues(bakeryContract), contractValues(otherContract)])
  assert.deepEqual(
    [...used].filter((name) => !given.has(name)),
    [],
  )
})

test('a contract without a number is never printed', async () => {
  const nameless = { ...bakeryContract, contract: { ...bakeryContract.contract, number: ' ' } }
  await assert.rejects(contractPdf(pool, nameless), {
    name: 'TemplateProblem',
    message: '{umowa_numer} is empty',
  })
})

test('a client whose name looks like a clause stays a name', { skip: skipWithoutReader }, async () => {
  const name = '§ 99. {umowa_kod} | 1) #read("a") *Liga* Sport'
  const text = textOf(
    await contractPdf(pool, { ...bakeryContract, client: { ...bakeryContract.client, name } }),
  )
  assert.ok(text.includes(`${name}, ul. Młyńska 4`))
})

test('the same version is the same file', { skip: skipWithoutTypst }, async () => {
  assert.deepEqual(await contractPdf(pool, bakeryContract), await contractPdf(pool, bakeryContract))
})

test(
  'an amendment says what changes, from when, and brings its appendices',
  { skip: skipWithoutReader },
  async () => {
    const text = textOf(await amendmentPdf(pool, bakeryAmendment))
    for (const words of [
      'ANEKS NR 1',
      'otrzymuje brzmienie: „Do 12 zgłoszeń w miesiącu w abonamencie, każde następne 90,00 zł”',
      '(dotychczas: „Do 10 zgłoszeń w miesiącu w abonamencie, każde następne 85,00 zł”)',
      'Zmiany obowiązują od dnia 1 grudnia 2026.',
      'dołączone do niniejszego aneksu: nr 2, nr 3.',
      'Forma aneksu: pisemna albo elektroniczna.',
      'PRZYKŁADY ROZLICZEŃ',
      'Wersja 3 · skrót 1a2b 3c4d 5e6f 7a8b · kod OPK-UM2026041-3-1A2B3C4D · strona 3 z 3',
    ]) {
      assert.ok(text.includes(words), words)
    }
  },
)

test('an amendment of the text alone names no appendix', { skip: skipWithoutReader }, async () => {
  const text = textOf(await amendmentPdf(pool, { ...bakeryAmendment, newAppendices: undefined }))
  assert.ok(!text.includes('§ 3.') && text.includes('Pozostałe postanowienia Umowy nie ulegają zmianie.'))
})

test(
  'a notice of indexation names the index, the cap, old and new prices',
  { skip: skipWithoutReader },
  async () => {
    const text = textOf(
      await indexationNoticePdf(pool, {
        contractNumber: 'UM/2026/041',
        madeOn: '2027-02-01',
        tenant: { name: 'Żuraw Serwis Sp. z o.o.', footer: 'Żuraw Serwis Sp. z o.o., KRS 0000812345' },
        validFrom: '1 marca 2027',
        percent: '8%',
        index: { name: 'wskaźnik cen towarów i usług konsumpcyjnych', period: '2026 r.', value: '108,4' },
        limitApplied: '8%',
        prices: [{ name: 'Abonament', oldPrice: '1 200,00', newPrice: '1 296,00' }],
      }),
    )
    for (const words of [
      'ZAWIADOMIENIE O WALORYZACJI CEN – umowa nr UM/2026/041',
      'od dnia 1 marca 2027 ceny zmieniają się o 8%.',
      'wyniósł 108,4; zgodnie z Umową zastosowano ograniczenie do 8%.',
      'Abonament 1 200,00 zł 1 296,00 zł',
      'KRS 0000812345 · strona 1 z 1',
    ]) {
      assert.ok(bare(text).includes(bare(words)), words)
    }
  },
)
