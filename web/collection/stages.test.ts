/** The board of collection: columns, the bar, and what goes out today. */
import assert from 'node:assert/strict'
import test from 'node:test'
import type { OpenInvoiceOnBoard } from './collection-data.ts'
import { barOf, columnsOf, lettersOf } from './stages.ts'

const invoice = (clientName: string, change: Partial<OpenInvoiceOnBoard>): OpenInvoiceOnBoard =>
  ({
    clientName,
    number: 'FV/1',
    stage: 'beforeDue',
    daysOverdue: -3,
    openGrosze: 100,
    nextStep: { kind: 'none' },
    ...change,
  }) as OpenInvoiceOnBoard

const invoices = [
  invoice('Hurtownia Wróbel', { stage: 'days1to7', daysOverdue: 3, openGrosze: 255_840 }),
  invoice('Browar Mewa', { stage: 'days1to7', daysOverdue: 4, openGrosze: 98_400 }),
  invoice('Ogrody Malwa', { stage: 'days1to7', daysOverdue: 3, openGrosze: 430_500 }),
  invoice('Kancelaria Świątek', {}),
]

test('in a column the longest overdue stand first, then the largest', () => {
  const [before, week] = columnsOf(invoices)
  assert.deepEqual(
    week?.invoices.map((one) => one.clientName),
    ['Browar Mewa', 'Ogrody Malwa', 'Hurtownia Wróbel'],
  )
  assert.equal(week?.openGrosze, 784_740)
  assert.equal(before?.invoices.length, 1)
})

test('a search by client or number narrows the columns and their sums', () =>
  assert.deepEqual(
    columnsOf(invoices, 'mewa').map((column) => column.openGrosze),
    [0, 98_400, 0, 0],
  ))

test('the bar shows stages by their share, empty ones not at all', () => {
  const sum = (openGrosze: number) => ({ count: 1, openGrosze })
  const sums = {
    openGrosze: 400,
    overdueGrosze: 100,
    interestGrosze: 0,
    dueThisWeekGrosze: 0,
    stages: { beforeDue: sum(300), days1to7: sum(100), days8to30: sum(0), over30: sum(0) },
  }
  assert.deepEqual(barOf({ sums }), [
    { stage: 'beforeDue', share: 0.75 },
    { stage: 'days1to7', share: 0.25 },
  ])
})

test('reminders of today are counted where the company works, and the next one is named', () => {
  const at = (moment: string) => invoice('x', { nextStep: { kind: 'reminder', at: moment } })
  const planned = [at('2026-11-23T08:00:00Z'), at('2026-11-23T23:30:00Z'), at('2026-11-25T08:00:00Z')]
  assert.deepEqual(lettersOf(planned, '2026-11-23', 'Europe/Warsaw'), {
    today: 1,
    next: '2026-11-23T23:30:00Z',
  })
})
