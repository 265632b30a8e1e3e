/** A company's own DOCX: checked by name, filled by the same values as our text, a real round trip through LibreOffice. */
import 'temporal-polyfill/global'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import PizZip from 'pizzip'
import { sampleContract } from '../documents/contract-samples.ts'
import { contractValues } from '../documents/contract-values.ts'
import { convertByOffice } from '../../plumbing/pdf/office.ts'
import { pagesOf, skipWithoutReader, textOf } from '../../plumbing/pdf/pdf-text.ts'
import { readScan, stopReading } from '../scans/scan-reader.ts'
import { checkTemplate } from './check-template.ts'
import { fillDocx } from './fill-docx.ts'
import { nearest, sampleValues } from './known-placeholders.ts'
import { openDocx } from './refuse-docx.ts'
import { docxByOffice, plainDocx, skipWithoutOffice } from './sample-docx.ts'

after(() => stopReading())

//  typed                   what is told
const written = [
  ['{umowa_numer}', ''],
  ['{#poziomy}{reakcja}{/poziomy}', ''],
  ['{#powierzenie_danych}{rodo_cel}{/powierzenie_danych}{^powierzenie_danych}brak{/powierzenie_danych}', ''],
  ['{#przyklady}{opis}{#wiersze}{nazwa}: {kwota}{/wiersze}{razem}{/przyklady}', ''],
  ['{umowa_numre}', 'unknown umowa_numre → umowa_numer'],
  ['{Klient Nazwa}', 'unknown Klient Nazwa → klient_nazwa'],
  ['{KLIENT_NAZWA}', 'unknown KLIENT_NAZWA → klient_nazwa'],
  ['{opiekun_tel}', 'unknown opiekun_tel → opiekun'],
  ['{termin_płatności_dni}', 'unknown termin_płatności_dni → termin_platnosci_dni'],
  ['{pogoda_na_jutro}', 'unknown pogoda_na_jutro'],
  ['{#poziomy}{reakcjaa}{/poziomy}', 'unknown reakcjaa → reakcja'],
  ['{reakcja}', 'outside_loop reakcja in poziomy'],
  ['{poziomy}', 'list_as_value poziomy'],
  ['{#poziomy}{reakcja}', 'loop_open poziomy'],
  ['{reakcja}{/poziomy}', 'loop_unopened poziomy'],
  ['{umowa_numer', 'tag_open umowa_numer'],
  ['umowa_numer}', 'tag_unopened umowa_numer'],
] as const

for (const [typed, expected] of written) {
  test(`a template with ${typed}: ${expected || 'nothing is wrong'}`, () => {
    const { problems } = checkTemplate(plainDocx([typed]), 'contract')
    const [first] = problems
    const told =
      first &&
      `${first.code} ${first.tag}${first.suggestion ? ` → ${first.suggestion}` : ''}${first.loop ? ` in ${first.loop}` : ''}`
    assert.equal(told ?? '', expected)
  })
}

test('what a contract usually needs and the template lacks is advised, and does not stop it', () => {
  const { advised, problems } = checkTemplate(plainDocx(['{umowa_numer} {klient_nazwa}']), 'contract')
  assert.deepEqual(problems, [])
  assert.ok(advised.includes('poziomy') && advised.includes('pozycje_cennika'))
  assert.ok(!advised.includes('umowa_numer'))
})

test('a term typed by hand beside the placeholders is pointed out', () => {
  const { typed } = checkTemplate(
    plainDocx(['Reagujemy w 4 h od zgłoszenia.', 'Dojazd 60,00 zł.', 'Opiekun: {opiekun}', 'Rok 2026']),
    'contract',
  )
  assert.deepEqual(typed, ['Reagujemy w 4 h od zgłoszenia.', 'Dojazd 60,00 zł.'])
})

//  typed              nearest
const near = [
  ['umowa_nr', 'umowa_numer'],
  ['zupelnie_co_innego', undefined],
  ['umowa_nuemr', 'umowa_numer'],
] as const
for (const [typed, expected] of near) {
  test(`the nearest name to ${typed} is ${expected ?? 'none'}`, () =>
    assert.equal(nearest(typed, ['umowa_numer', 'klient_nazwa', 'opiekun']), expected))
}

const mark = { pageCode: 'AB12-CD34', hasOwnText: false }

test('every placeholder there is can be filled, and nothing is ever "undefined"', async () => {
  const values = sampleValues('contract')
  const lines = Object.entries(values).map(([name, value]) =>
    typeof value === 'string' ? `${name}: {${name}}` : loopOf(name, value),
  )
  assert.ok(lines.length > 90)
  const filled = textOfDocx(await fillDocx(plainDocx(lines), values, mark))
  assert.doesNotMatch(filled, /undefined|\[object|[{}]/)
  assert.ok(filled.includes('umowa_numer: UM/2026/041'))
})

function loopOf(name: string, value: unknown): string {
  const items = Array.isArray(value)
    ? (value as object[])
    : typeof value === 'object'
      ? [value as object]
      : []
  const names = Object.entries(items[0] ?? {}).filter(([, one]) => typeof one === 'string')
  return `{#${name}}${names.map(([inner]) => `{${inner}}`).join(' ')}{/${name}}`
}

test('a value is text and nothing else, whatever was typed into it', async () => {
  const name = '<w:p>Liga</w:p> & {umowa_kod} {#poziomy} \u0000\u0007\ud800'
  const values = contractValues({ ...sampleContract, client: { ...sampleContract.client, name } })
  const filled = textOfDocx(await fillDocx(plainDocx(['Klient: {klient_nazwa}.']), values, mark))
  assert.match(filled, /Klient: <w:p>Liga<\/w:p> & \{umowa_kod\} \{#poziomy\}/)
})

test('an unknown name stops the filling', () =>
  assert.rejects(fillDocx(plainDocx(['{nieznane}']), sampleValues('contract'), mark), {
    name: 'TemplateProblem',
    message: '{nieznane} has no value',
  }))

const ownPaper = [
  '# Umowa serwisowa nr {umowa_numer}',
  'zawarta {umowa_data} pomiędzy {firma_nazwa} (NIP {firma_nip}) a {klient_nazwa} (NIP {klient_nip}){#klient_regon}, REGON {klient_regon}{/klient_regon}',
  {
    head: ['Priorytet', 'Kiedy', 'Reakcja', 'Usunięcie', 'Godziny'],
    row: ['{#poziomy}{priorytet}', '{definicja}', '{reakcja}', '{usuniecie}', '{kalendarz}{/poziomy}'],
  },
  'Ceny:',
  '{#pozycje_cennika}',
  '{lp}. {zdanie}',
  '{/pozycje_cennika}',
  {
    head: ['Osoba', 'E-mail', 'Zakres'],
    row: ['{#uprawnieni}{imie_nazwisko}', '{email}', '{zakres}{/uprawnieni}'],
  },
  '{#kalendarze}',
  '{nazwa}: {godziny}',
  '{/kalendarze}',
]

test(
  'a DOCX made by LibreOffice with tables and loops fills right and comes out as a PDF with its code on every page',
  {
    skip: skipWithoutOffice || skipWithoutReader,
  },
  async () => {
    const template = await docxByOffice(ownPaper, 'Stopka firmy')
    openDocx(template)
    const findings = checkTemplate(template, 'contract')
    assert.deepEqual(findings.problems, [])
    assert.equal(findings.hasOwnMark, false)

    const filled = await fillDocx(template, sampleValues('contract'), mark)
    const pdf = await convertByOffice(filled, 'docx')
    const text = textOf(pdf)
    // Neighbouring cells of a table are read in turns, line by line: words are looked for one by one.
    const stands = (words: string) => words.split(/[\s-]+/).every((word) => text.includes(word))
    for (const level of sampleContract.serviceLevels)
      for (const words of [level.priority, level.definition, level.reaction!, level.calendar])
        assert.ok(stands(words), words)
    for (const sentence of sampleContract.prices.sentences) assert.ok(stands(sentence), sentence)
    for (const { name } of sampleContract.reporters) assert.ok(stands(name), name)
    for (const { hours } of sampleContract.calendars) assert.ok(stands(hours), hours)
    assert.ok(text.includes('Stopka firmy') && text.includes('skrót 7c1f-09ae'))
    assert.doesNotMatch(text, /undefined|[{}]/)

    const { pages } = await readScan([{ name: 'a.pdf', mediaType: 'application/pdf', bytes: pdf }])
    assert.equal(pages.length, pagesOf(pdf))
    assert.ok(pages.every(({ marks }) => marks[0]?.pageCode === 'AB12-CD34'))
  },
)

test(
  'a footer of the company that names fingerprint and code gets the picture alone',
  {
    skip: skipWithoutOffice || skipWithoutReader,
  },
  async () => {
    const template = await docxByOffice(['Umowa {umowa_numer}'], 'wersja {umowa_skrot} kod {umowa_kod}')
    const { hasOwnMark } = checkTemplate(template, 'contract')
    assert.equal(hasOwnMark, true)
    const filled = await fillDocx(template, sampleValues('contract'), {
      pageCode: 'AB12-CD34',
      hasOwnText: true,
    })
    const text = textOf(await convertByOffice(filled, 'docx'))
    assert.equal(text.split('7c1f-09ae').length, 2)
  },
)

function textOfDocx(docx: Buffer): string {
  const xml = new PizZip(docx).file('word/document.xml')?.asText() ?? ''
  return xml
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
