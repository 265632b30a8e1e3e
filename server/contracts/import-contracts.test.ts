/** Contracts from a spreadsheet: a dry run that saves nothing, rows that are refused at their column, opening balances. */
import assert from 'node:assert/strict'
import test from 'node:test'
import writeXlsx from 'write-excel-file/node'
import type { Context } from '#server/plumbing/context.ts'
import { contractsStage } from '#server/testing/contracts-stage.ts'
import { refused } from '#server/testing/scene.ts'
import { ledgerOf } from './contract-ledger.ts'
import { contractList } from './contract-list.ts'
import { contractsOf, versionOf } from './contract-store.ts'
import { importContracts } from './import-contracts.ts'
import { openingBalancesOf } from './opening-balances.ts'
import { createPriceList, publishPriceList } from './price-lists.ts'

const { asOla } = contractsStage()
const csv = (...lines: string[]) => Buffer.from(lines.join('\n'))
const heading =
  'Numer;Klient;NIP;Od;Do;Podpisana;Wzór;Abonament;Zgłoszenia w abonamencie;Cena zgłoszenia;Opiekun;Stan na dzień;Pozostało zgłoszeń;Licznik;Urządzenie;Odczyt'
const bakery =
  'UM/9/041;Piekarnia Złoty Kłos;;1.01.2026;;15.12.2025;it;1 200,00;10;85;Ola Sadowska;20.11.2026;3;czarne;Drukarka 1;12480'
const run = (ctx: Context, lines: string[], more: object = {}) =>
  importContracts(ctx, { bytes: csv(heading, ...lines), dryRun: false, ...more })

test('a dry run says what would happen and saves nothing; the import does exactly that, and again nothing', async () => {
  await asOla(async (ctx) => {
    const before = (await contractsOf(ctx)).length
    const dry = await run(ctx, [bakery], { dryRun: true })
    assert.deepEqual(
      [dry.newContracts, dry.newClients, dry.balances, dry.problems, dry.isSaved],
      [1, 1, 2, 0, false],
    )
    assert.equal((await contractsOf(ctx)).length, before)
    const real = await run(ctx, [bakery])
    assert.deepEqual([real.newContracts, real.newClients, real.balances, real.isSaved], [1, 1, 2, true])
    const again = await run(ctx, [bakery])
    assert.deepEqual([again.newContracts, again.rows[0]?.happens], [0, 'known'])
  })
})

test('what the row says stands in the terms, signed and in force, with what was left of the package', async () => {
  await asOla(async (ctx) => {
    const { rows } = await run(ctx, [bakery])
    const id = rows[0]!.contractId!
    const [listed] = (await contractList(ctx)).filter((one) => one.id === id)
    assert.deepEqual(
      [listed?.number, listed?.state, listed?.isUnsigned, listed?.feeGrosze],
      ['UM/9/041', 'inForce', false, 120_000],
    )
    const { terms } = (await versionOf(ctx, id, 1))!
    const tickets = terms.priceList.items.find((item) => item.kind === 'perTicket')
    assert.deepEqual([tickets?.included, tickets?.unitPrice], [10, '85.00'])
    assert.deepEqual(
      (await openingBalancesOf(ctx, id)).map(({ kind, unit, quantity, device }) => [
        kind,
        unit,
        quantity,
        device,
      ]),
      [
        ['allowance', 'ticket', '3', ''],
        ['meter', 'czarne', '12480', 'Drukarka 1'],
      ],
    )
    // Seven of the ten tickets of November are used.
    assert.deepEqual(
      (await ledgerOf(ctx, id))
        .filter(({ drawn }) => Object.keys(drawn).length > 0)
        .map(({ periodFrom, drawn, isOpening }) => [periodFrom, drawn, isOpening]),
      [['2026-11-01', { tickets: '7' }, true]],
    )
  })
})

test('further rows of a number add further meters', async () => {
  const { rows, balances } = await asOla((ctx) =>
    run(ctx, [bakery, 'UM/9/041;;;;;;;;;;;20.11.2026;;kolor;Drukarka 1;3110']),
  )
  assert.deepEqual([rows[1]?.happens, balances], ['balance', 3])
})

test('hours of a pool and a prepaid block come with the contract, named or alone, one row each', async () => {
  const head =
    'Numer;Klient;Od;Cennik;Stan na dzień;Pozostało godzin;Pula;Pozostało w puli;Pakiet;Pozostało w pakiecie;Pakiet ważny do'
  const items = [
    { id: 'fee', kind: 'flatFee', feePrice: '100.00', timing: 'arrears' },
    {
      id: 'pool',
      kind: 'pool',
      name: 'Godziny',
      unit: 'hour',
      grant: '5',
      per: 'month',
      carry: { months: 2 },
    },
    { id: 'block', kind: 'block', name: 'Pakiet 10', unit: 'hour', size: '10', blockPrice: '1650.00' },
    {
      id: 'work',
      kind: 'perTime',
      place: 'any',
      includedMinutes: 0,
      hourPrice: '200.00',
      draw: ['pool', 'block'],
      round: { unitMinutes: 15, scope: 'entry' },
    },
  ] as const
  await asOla(async (ctx) => {
    const marta = { ...ctx, actor: { kind: 'system' as const, what: 'test' } }
    const list = await createPriceList(marta, {
      name: 'Z pulą',
      priceList: { currency: 'PLN', vat: '23', items: items.map((item) => ({ ...item })) as never },
    })
    await publishPriceList(marta, list.id, 1, { version: list.versions[0]!.version })
    const { rows } = await importContracts(ctx, {
      dryRun: false,
      bytes: csv(
        head,
        'UM/9/5;Hotel Bryza;1.01.2026;Z pulą;20.11.2026;12,5;;;;;',
        'UM/9/5;;;;20.11.2026;;;;Pakiet 10;7;30.06.2027',
      ),
    })
    assert.deepEqual(
      rows.map(({ happens, problems }) => [happens, problems]),
      [
        ['inForce', []],
        ['balance', []],
      ],
    )
    assert.deepEqual(
      (await openingBalancesOf(ctx, rows[0]!.contractId!)).map(({ kind, itemId, quantity, validTo }) => [
        kind,
        itemId,
        quantity,
        validTo,
      ]),
      [
        ['block', 'block', '7', '2027-06-30'],
        ['pool', 'pool', '12.5', null],
      ],
    )
    const again = await importContracts(ctx, {
      dryRun: true,
      bytes: csv(head, 'UM/9/6;Hotel Fala;1.01.2026;Z pulą;20.11.2026;;Godziny;16;;;'),
    })
    assert.equal(again.rows[0]?.problems[0]?.column, 'poolLeft')
  })
})

//  what is wrong                             the row                                                              column
const wrong = [
  ['no such day', 'UM/9/1;Klient;;31.02.2026;;;;;;;;;;;;', 'validFrom'],
  ['an amount of "12,5,0"', 'UM/9/1;Klient;;1.01.2026;;;;12,5,0;;;;;;;;', 'feePrice'],
  ['no client', 'UM/9/1;;;1.01.2026;;;;;;;;;;;;', 'clientName'],
  ['a wrong NIP', 'UM/9/1;Klient;1234567890;1.01.2026;;;;;;;;;;;;', 'nip'],
  ['the end before the beginning', 'UM/9/1;Klient;;1.01.2026;1.01.2025;;;;;;;;;;;', 'validTo'],
  ['nobody of that name', 'UM/9/1;Klient;;1.01.2026;;;;;;;Ktoś Inny;;;;;', 'accountManager'],
  ['a template that is not there', 'UM/9/1;Klient;;1.01.2026;;;kosmiczny;;;;;;;;;', 'template'],
  ['more left than the package holds', 'UM/9/1;Klient;;1.01.2026;;;it;;10;;;20.11.2026;11;;;', 'ticketsLeft'],
] as const
for (const [what, row, column] of wrong) {
  test(`${what} is refused at its column: ${column}`, async () => {
    const { rows, problems } = await asOla((ctx) => run(ctx, [row, bakery], { dryRun: true }))
    assert.equal(problems, 1)
    assert.equal(rows[0]?.problems[0]?.column, column)
    assert.ok(rows[0]?.problems[0]?.message)
    assert.equal(rows[1]?.happens, 'inForce')
  })
}

test('a file with problems is imported only without those rows, when a person says so', async () => {
  const rows = ['UM/9/1;;;1.01.2026;;;;;;;;;;;;', bakery]
  await refused(
    'csv_has_problems',
    asOla((ctx) => run(ctx, rows)),
  )
  const { newContracts } = await asOla((ctx) => run(ctx, rows, { skipProblems: true }))
  assert.equal(newContracts, 1)
})

test('the same from an XLSX sheet, with real dates and numbers', async () => {
  const text = (value: string) => ({ value })
  const bytes = await writeXlsx([
    ['Numer', 'Klient', 'Od', 'Abonament'].map(text),
    [
      text('UM/9/7'),
      text('Klient'),
      { type: Date, value: new Date(Date.UTC(2026, 0, 1)), format: 'dd.mm.yyyy' },
      { type: Number, value: 1200.5 },
    ],
  ]).toBuffer()
  const feeGrosze = await asOla(async (ctx) => {
    const { rows } = await importContracts(ctx, { bytes, dryRun: false })
    return (await contractList(ctx)).find(({ id }) => id === rows[0]?.contractId)?.feeGrosze
  })
  assert.equal(feeGrosze, 120_050)
})

for (const [what, bytes] of [
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])],
  ['a broken archive', Buffer.from('PK\u0003\u0004 nothing more', 'latin1')],
  ['a file without a heading that we know', csv('a;b', '1;2')],
] as const) {
  test(`${what} is refused as unreadable`, async () =>
    void (await refused(
      'spreadsheet_unreadable',
      asOla((ctx) => importContracts(ctx, { bytes, dryRun: true })),
    )))
}
