/**
 * "What applied on day X, as known on day Y": random histories of twenty changes, back-dated ones and
 * corrections among them, against a list that looks day by day backwards for what began there.
 */
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Context } from '#server/plumbing/context.ts'
import { contractsStage, draft, ticketPrice, withTicketPrice } from '#server/testing/contracts-stage.ts'
import { activateVersion } from './activate-contract.ts'
import { amendContract } from './amend-contract.ts'
import { endContract, withdrawEnd } from './end-contract.ts'
import { contractOf, versionOf } from './contract-store.ts'
import { writeTerms } from './draft-contract.ts'
import { renewContract } from './renew-contract.ts'
import { resumeContract, suspendContract } from './suspend-contract.ts'
import { appliesOn, knownVersions, termsAsOf, type KnownVersion } from './terms-as-of.ts'

const { asOla } = contractsStage()

const firstDay = Temporal.PlainDate.from('2026-01-01')
const dayNo = (n: number): string => firstDay.add({ days: n }).toString()
const momentNo = (n: number): Temporal.Instant =>
  firstDay.add({ days: n }).toZonedDateTime({ timeZone: 'Europe/Warsaw', plainTime: '12:00' }).toInstant()

/** One change: made on a day after the one before, valid from some day, maybe in the place of an earlier one. */
type Change = { recordedOn: number; validFrom: number; corrects?: number }
const lastDayNo = 200
const histories = fc
  .array(
    fc.record({
      daysLater: fc.integer({ min: 1, max: 9 }),
      validFrom: fc.integer({ min: 0, max: lastDayNo }),
      corrects: fc.option(fc.nat(), { nil: undefined, freq: 4 }),
    }),
    { minLength: 20, maxLength: 20 },
  )
  .map((steps) => {
    const changes: Change[] = [{ recordedOn: 0, validFrom: 0 }]
    for (const { daysLater, validFrom, corrects } of steps) {
      const recordedOn = changes.at(-1)!.recordedOn + daysLater
      const standing = changes.map((_, i) => i).filter((i) => !changes.some((one) => one.corrects === i))
      const wrong = corrects === undefined ? undefined : standing[corrects % standing.length]!
      changes.push(
        wrong === undefined
          ? { recordedOn, validFrom }
          : { recordedOn, validFrom: changes[wrong]!.validFrom, corrects: wrong },
      )
    }
    return changes
  })

/** The naive list: from the asked day backwards, the last recorded change that begins there and was not replaced yet. */
function naive(changes: Change[], on: number, known: number): number | undefined {
  for (let day = on; day >= 0; day--) {
    for (let i = changes.length - 1; i >= 0; i--) {
      if (changes[i]!.validFrom !== day || changes[i]!.recordedOn > known) continue
      const isReplaced = changes.some((one) => one.corrects === i && one.recordedOn <= known)
      if (!isReplaced) return i
    }
  }
  return undefined
}

function rowsOf(changes: Change[]): KnownVersion[] {
  return changes.map(({ recordedOn, validFrom }, i) => {
    const replacedBy = changes.find((one) => one.corrects === i)
    return {
      number: i + 1,
      validFrom: dayNo(validFrom),
      validTo: null,
      recordedAt: momentNo(recordedOn).toString(),
      supersededAt: replacedBy ? momentNo(replacedBy.recordedOn).toString() : null,
      isDraft: false,
    }
  })
}

const asked = fc.record({
  on: fc.integer({ min: -3, max: lastDayNo + 5 }),
  known: fc.integer({ min: -3, max: lastDayNo }),
})

test('over random histories of 20 changes the answer is that of the naive list', () => {
  fc.assert(
    fc.property(histories, fc.array(asked, { minLength: 40, maxLength: 40 }), (changes, questions) => {
      const rows = rowsOf(changes)
      for (const { on, known } of questions) {
        const found = appliesOn(knownVersions(rows, momentNo(known)), dayNo(on))
        assert.equal(found && found.number - 1, naive(changes, on, known))
      }
    }),
    { numRuns: 150 },
  )
})

test('the same, made by people with real amendments and corrections', async () => {
  const drawn = fc.sample(histories, 2)
  const questions = fc.sample(asked, 60)
  for (const changes of drawn) {
    const answers = await asOla(async (ctx) => {
      const id = await lived(ctx, changes)
      const found: (number | undefined)[] = []
      for (const { on, known } of questions)
        found.push(priced(await termsAsOf(ctx, id, { on: dayNo(on), knownAt: momentNo(known) })))
      return found
    })
    assert.deepEqual(
      answers,
      questions.map(({ on, known }) => naive(changes, on, known)),
    )
  }
})

/** Each change is told from the others by the price of a ticket. */
async function lived(ctx: Context, changes: Change[]): Promise<string> {
  const on = (n: number): Context => ({ ...ctx, now: momentNo(n) })
  const contract = await draft(on(0), { validFrom: dayNo(0) })
  for (const [i, change] of changes.entries()) {
    const then = on(change.recordedOn)
    if (i > 0)
      await amendContract(
        then,
        contract.id,
        change.corrects === undefined
          ? { kind: 'amendment', validFrom: dayNo(change.validFrom) }
          : { kind: 'correction', corrects: change.corrects + 1, reason: 'źle przepisane' },
      )
    const version = (await versionOf(ctx, contract.id, i + 1))!
    await writeTerms(then, contract.id, i + 1, {
      version: version.version,
      terms: withTicketPrice(version.terms, `${i + 1}.00`),
    })
    await activateVersion(then, contract.id, i + 1)
  }
  return contract.id
}

const priced = (found: Awaited<ReturnType<typeof termsAsOf>>): number | undefined =>
  found && Number(ticketPrice(found.terms)) - 1

//  what applied on  as known on    answer
const lifetime = [
  ['2026-06-30', '2026-02-01', 'in force'],
  ['2026-07-01', '2026-02-01', 'nothing'],
  ['2026-07-01', '2026-05-02', 'in force'],
  ['2026-10-01', '2026-05-02', 'in force'],
  ['2026-10-01', '2026-08-02', 'nothing'],
  ['2026-10-01', '2026-09-02', 'in force'],
  ['2026-06-10', '2026-06-06', 'suspended'],
  ['2026-06-10', '2026-06-04', 'in force'],
  ['2026-06-10', '2026-06-16', 'suspended'],
  ['2026-06-20', '2026-06-16', 'in force'],
] as const
for (const [on, known, expected] of lifetime) {
  test(`a contract until June, renewed in May, suspended 5–14 June, its notice of August taken back: ${on} as known on ${known} was ${expected}`, async () => {
    const answer = await asOla(async (ctx) => {
      const at = (day: string): Context => ({
        ...ctx,
        now: Temporal.PlainDate.from(day)
          .toZonedDateTime({ timeZone: 'Europe/Warsaw', plainTime: '12:00' })
          .toInstant(),
      })
      const { id } = await draft(at('2026-01-01'), { validFrom: '2026-01-01', validTo: '2026-06-30' })
      await activateVersion(at('2026-01-01'), id, 1)
      const seen = async () => (await contractOf(ctx, id))!.version
      await renewContract(at('2026-05-01'), id, { version: await seen(), validTo: '2026-12-31' })
      await suspendContract(at('2026-06-05'), id, { reason: 'zaległości' })
      await resumeContract(at('2026-06-15'), id)
      await endContract(at('2026-08-01'), id, {
        version: await seen(),
        endedOn: '2026-09-30',
        reason: 'sprzedaż lokalu',
      })
      await withdrawEnd(at('2026-09-01'), id)
      const found = await termsAsOf(ctx, id, { on, knownAt: at(known).now })
      return found ? (found.isSuspended ? 'suspended' : 'in force') : 'nothing'
    })
    assert.equal(answer, expected)
  })
}
