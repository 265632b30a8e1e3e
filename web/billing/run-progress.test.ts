/** The progress of issuing: counters, dots, remedies. */
import assert from 'node:assert/strict'
import test from 'node:test'
import type { RunItem } from './billing-data.ts'
import { countsOf, dotsOf, mailOutcome, remedyOf, stepOfRun } from './run-progress.ts'

const item = (change: Partial<RunItem>): RunItem => ({
  proposalId: 'p',
  clientName: 'Piekarnia Złoty Kłos',
  state: 'issued',
  invoiceId: 'i',
  number: 'FV/1/11/2026',
  grossGrosze: 178_965,
  recipientEmails: ['faktury@zlotyklos.example'],
  errorCode: null,
  errorFacts: {},
  mailState: null,
  ...change,
})

const outcomes = [
  [{ state: 'waiting' }, 'waiting', 'ahead', 'ahead'],
  [{ state: 'failed' }, 'waiting', 'failed', 'ahead'],
  [{ mailState: null }, 'queued', 'done', 'current'],
  [{ mailState: 'queued' }, 'queued', 'done', 'current'],
  [{ mailState: 'sent' }, 'sent', 'done', 'done'],
  [{ mailState: 'kept' }, 'kept', 'done', 'current'],
  [{ mailState: 'failed' }, 'mailFailed', 'done', 'failed'],
  [{ mailState: 'uncertain' }, 'mailFailed', 'done', 'failed'],
  [{ recipientEmails: [] }, 'noAddress', 'done', 'ahead'],
] as const
for (const [facts, outcome, issued, sent] of outcomes)
  test(`${JSON.stringify(facts)} reads as ${outcome}, issued ${issued}, sent ${sent}`, () => {
    const one = item(facts as Partial<RunItem>)
    assert.equal(mailOutcome(one), outcome)
    assert.deepEqual(dotsOf(one), { issued, ksef: 'ahead', sent })
  })

test('who has no address is not waited for', () => {
  const items = [item({ mailState: 'sent' }), item({ recipientEmails: [] }), item({ state: 'failed' })]
  assert.deepEqual(countsOf({ items }), {
    all: 3,
    issued: 2,
    failed: 1,
    sent: 1,
    kept: 0,
    toSend: 2,
    mailFailed: 0,
  })
  assert.equal(stepOfRun({ id: 'r', startedAt: '', endedAt: 'x', items }), 4)
  assert.equal(stepOfRun({ id: 'r', startedAt: '', endedAt: 'x', items: [item({})] }), 3)
  assert.equal(stepOfRun({ id: 'r', startedAt: '', endedAt: null, items }), 2)
})

const remedies = [
  ['changed_meanwhile', 'recount'],
  ['proposal_needs_decision', 'review'],
  ['proposal_empty', 'review'],
  ['seller_incomplete', 'retry'],
  [null, 'retry'],
] as const
for (const [code, remedy] of remedies)
  test(`after ${code} one can ${remedy}`, () => assert.equal(remedyOf(code), remedy))
