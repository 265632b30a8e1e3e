/** The absence calendar: who enters what, and what is refused at which field. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { contractsStage } from '#server/testing/contracts-stage.ts'
import { refused } from '#server/testing/scene.ts'
import {
  absencesOf,
  awayNow,
  changeAbsence,
  enterAbsence,
  removeAbsence,
  type AbsenceData,
} from './absences.ts'

const { asOla, playedBy } = contractsStage()
const week = { fromOn: '2026-11-23', toOn: '2026-11-27', kind: 'holiday' } as const

//  what it shows                      entered                                          refusal               field
const wrong: [string, Partial<AbsenceData>, string, string][] = [
  ['the end before the beginning', { toOn: '2026-11-20' }, 'dates_reversed', 'toOn'],
  ['a person standing in for themselves', { deputyId: 'own' }, 'absence_deputy_same', 'deputyId'],
  ['the same days twice', { fromOn: '2026-11-27', toOn: '2026-11-30' }, 'absence_overlaps', 'fromOn'],
]
for (const [what, change, code, field] of wrong) {
  test(`${what} is refused: ${code}`, async () => {
    const no = await refused(
      code as 'not_found',
      asOla(async (ctx, cast) => {
        const staffId = cast.ola.actor.id
        if (code === 'absence_overlaps') await enterAbsence(ctx, { staffId, ...week })
        const own = change.deputyId ? { deputyId: staffId } : {}
        await enterAbsence(ctx, { staffId, ...week, ...change, ...own })
      }),
    )
    assert.equal(no.field, field)
  })
}

test('an opiekun enters her own absence, not that of others; the owner enters anybody’s', async () => {
  await refused(
    'role_may_not',
    asOla((ctx, cast) => enterAbsence(ctx, { staffId: cast.kuba.actor.id, ...week })),
  )
  const away = await playedBy('marta', '2026-11-27T10:00', async (ctx, cast) => {
    const absence = await enterAbsence(ctx, { staffId: cast.kuba.actor.id, ...week })
    assert.deepEqual([...(await awayNow(ctx)).keys()], [cast.kuba.actor.id])
    await changeAbsence(ctx, absence.id, { ...absence, toOn: '2026-11-25' })
    assert.equal((await awayNow(ctx)).size, 0)
    await removeAbsence(ctx, absence.id)
    return absencesOf(ctx, { from: '2026-11-01', to: '2026-11-30' })
  })
  assert.deepEqual(away, [])
})
