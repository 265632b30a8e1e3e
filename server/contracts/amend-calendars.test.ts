/** A changed calendar reaches the chosen contracts as amendments, and their open tickets are timed anew. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { keepCalendar } from '#server/accounts/company.ts'
import { calendarsOf } from '#server/accounts/public.ts'
import { retimeBatch } from '#server/desk/retime-tickets.ts'
import { chooseContract, reportTicket, ticketOf } from '#server/desk/public.ts'
import { contractOfBakery, office, printer, setDesk, type Desk } from '#server/testing/desk-stage.ts'
import { openStage, refused, warsaw } from '#server/testing/scene.ts'
import { amendCalendars, contractsWithOlderCopy } from './amend-calendars.ts'

const stage = openStage()
let opened: Desk | undefined
const desk = async (): Promise<Desk> => (opened ??= await setDesk(await stage()))
const friday = '2026-11-20T15:40'

test('a new holiday of the company moves no deadline until a person amends; then it does', async () => {
  const d = await desk()
  await d.play('marta', friday, async (ctx) => {
    const [own] = await calendarsOf(ctx)
    const contract = await contractOfBakery(
      { ...ctx, actor: d.cast.ola.actor },
      d.bakery.client,
      d.cast,
      [d.bakery.jan.id],
      (terms) => ({
        ...terms,
        calendars: { [own!.id]: { name: own!.name, calendar: office } },
        serviceLevels: terms.serviceLevels.map((level) => ({ ...level, calendar: own!.id })),
      }),
      true,
    )
    const calendar = { ...office, closures: [{ date: '2026-11-23', name: 'Inwentaryzacja' }] }
    await keepCalendar(ctx, { id: own!.id, name: own!.name, calendar, version: own!.version })
    const older = await contractsWithOlderCopy(ctx, own!.id)
    assert.deepEqual(
      older.map(({ contractId, problem }) => [contractId, problem]),
      [[contract.id, null]],
    )

    const jan = { ...ctx, actor: d.as('jan').actor }
    const ticket = await reportTicket(jan, printer)
    const told = await amendCalendars(ctx, own!.id, {
      contractIds: [contract.id],
      validFrom: '2026-11-20',
      reason: 'Inwentaryzacja',
    })
    assert.deepEqual(told.skipped, [])
    assert.equal(told.amended.length, 1)
    assert.deepEqual(await contractsWithOlderCopy(ctx, own!.id), [])
    await chooseContract({ ...ctx, actor: d.cast.ola.actor }, ticket.id, contract.id)
    await retimeBatch(ctx, contract.id, '')
    assert.equal((await ticketOf(ctx, ticket.id))?.reactBy, warsaw('2026-11-24T10:40').toString())
  })
})

test('a contract that cannot be amended is told with its reason, the others go on', async () => {
  const d = await desk()
  await d.play('marta', friday, async (ctx) => {
    const [own] = await calendarsOf(ctx)
    const told = await amendCalendars(ctx, own!.id, {
      contractIds: [d.bakery.contract.id],
      validFrom: '2026-11-20',
      reason: 'Inwentaryzacja',
    })
    assert.deepEqual(told.amended, [])
    assert.equal(told.skipped[0]?.code, 'not_found')
  })
})

test('amendments want a reason, and a manager', async () => {
  const d = await desk()
  const wanted = { contractIds: [d.bakery.contract.id], validFrom: '2026-11-20', reason: ' ' }
  const own = await d.play('marta', friday, async (ctx) => (await calendarsOf(ctx))[0]!.id)
  const { field } = await refused(
    'reason_missing',
    d.play('marta', friday, (ctx) => amendCalendars(ctx, own, wanted)),
  )
  assert.equal(field, 'reason')
  await refused(
    'role_may_not',
    d.play('kuba', friday, (ctx) => amendCalendars(ctx, own, wanted)),
  )
})
