/**
 * Generated bills run again by the terms that were in force: every client and every month comes
 * to the same grosz; other prices do not. `npm run trials -- back-test` plays two whole years.
 */
import assert from 'node:assert/strict'
import test from 'node:test'
import type { PriceList } from '#engines/pricing/price-list.ts'
import { stockKinds } from '#server/testing/history-lists.ts'
import { playHistory } from '#server/testing/history.ts'
import { pricingStage, type Items } from '#server/testing/pricing-stage.ts'
import { editLine } from './edit-proposal.ts'
import { backTest, whatIf } from './what-if.ts'
import { whatIfCsv, whatIfXlsx } from './what-if-sheet.ts'

const scene = pricingStage()

/** Seven months in every run of the tests, two years as a trial. */
const months = Number(process.env.OPIEKUN_TEST_MONTHS ?? 7)
const first = Temporal.PlainYearMonth.from('2026-01')
const last = first.add({ months: months - 1 })

test('unchanged terms equal what was issued, 0,00 apart for every client and month', async (t) => {
  await scene(async (play) => {
    const size = { seed: 7, from: '2026-01', months, perMonth: 7 }
    const history = await playHistory(play, size, stockKinds)
    assert.deepEqual(history.refused, [])
    const ctx = play.at(`${last.add({ months: 2 })}-15T10:00`)
    const began = performance.now()
    const result = await backTest(ctx, { from: `${first}`, to: `${last.add({ months: 1 })}` })
    const ms = Math.round(performance.now() - began)
    t.diagnostic(
      `${result.bills} bills, ${history.works} pieces of work, ${history.late} of them late, back-test in ${ms} ms`,
    )
    assert.equal(result.bills, history.invoices)
    const wrong = result.rows.filter(({ differenceGrosze }) => differenceGrosze !== 0)
    assert.deepEqual(
      wrong.map((row) => [row.clientName, row.month, row.computedNetGrosze, row.issuedNetGrosze]),
      [],
    )
    assert.equal(result.differing, 0)
    // From the middle on, the ledger of what came before is the beginning.
    const later = await backTest(ctx, { from: '2026-04', to: `${last}` })
    assert.deepEqual([later.differing, later.differenceGrosze], [0, 0])
    assert.ok(later.bills >= 20)
  })
})

test('other prices differ, by the month; what people changed by hand is not taken for a difference', async () => {
  await scene(async (play) => {
    const { client } = await play.contractWith([
      { id: 'fee', kind: 'flatFee', feePrice: '500.00', timing: 'arrears' },
      {
        id: 'time',
        kind: 'perTime',
        includedMinutes: 0,
        hourPrice: '100.00',
        round: { unitMinutes: 15, scope: 'entry' },
      },
    ])
    await play.time(client, '2026-03-10T10:00', 90)
    const view = await play.propose(client, '2026-03')
    const line = view.lines.find(({ itemId }) => itemId === 'time')!
    await editLine(play.at('2026-04-02T09:30'), view.id, line.id, view.version, {
      net: '120',
      reason: 'rabat',
    })
    await play.issue(client, '2026-03')
    const ctx = play.at('2026-05-10T10:00')
    const unchanged = await backTest(ctx, { from: '2026-03', to: '2026-04', clientId: client.id })
    assert.deepEqual(
      unchanged.rows.map((row) => [
        row.issuedNetGrosze,
        row.byHandGrosze,
        row.computedNetGrosze,
        row.differenceGrosze,
      ]),
      [[62_000, -3_000, 65_000, 0]],
    )
    const hours: Items[number] = {
      id: 'all',
      kind: 'perTime',
      includedMinutes: 60,
      hourPrice: '300,00',
      round: { unitMinutes: 60, scope: 'entry' },
    }
    const priceList: PriceList = { currency: 'PLN', vat: '23', items: [hours] }
    const tried = await whatIf(ctx, {
      from: '2026-03',
      to: '2026-03',
      clientId: client.id,
      variants: [
        { name: 'dziś', asIs: true },
        { name: 'tylko godziny', priceList },
      ],
    })
    const [march] = tried.rows
    assert.deepEqual(
      march!.results.map(({ netGrosze }) => netGrosze),
      [65_000, 30_000],
    )
    assert.deepEqual(
      march!.results[1]!.lines.map(({ name, quantity, netGrosze }) => [name, quantity, netGrosze]),
      [['Praca serwisowa', '1', 30_000]],
    )
  })
})

test('the answer is a table for a spreadsheet: one row a client and month, sums at the end', async () => {
  await scene(async (play) => {
    const { client } = await play.contractWith([
      { id: 'fee', kind: 'flatFee', feePrice: '1234.50', timing: 'arrears' },
    ])
    await play.issue(client, '2026-03')
    const question = { from: '2026-03', to: '2026-03', clientId: client.id }
    const result = await whatIf(play.at('2026-05-10T10:00'), {
      ...question,
      variants: [{ name: '=dziś', asIs: true }],
    })
    const [heading, row, sums] = whatIfCsv('pl', result)
      .replace('\ufeff', '')
      .split('\r\n')
      .map((line) => line.split(';'))
    assert.deepEqual(heading?.slice(0, 5), [
      'klient',
      'miesiąc',
      'wystawiono netto',
      'w tym zmiany ręczne',
      'niedotrzymane terminy',
    ])
    assert.deepEqual(row?.slice(1, 6), ['2026-03', '1234,50', '0,00', '0', '1234,50'])
    assert.deepEqual([heading?.[5], sums?.[2], sums?.[5]], ["'=dziś", '1234,50', '1234,50'])
    const file = await whatIfXlsx('pl', result)
    assert.equal(file.subarray(0, 2).toString(), 'PK')
  })
})
