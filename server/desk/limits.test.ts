/** Limits of reporters at the gate, and who looks after a ticket while people are away. */
import assert from 'node:assert/strict'
import test from 'node:test'
import {
  activateVersion,
  amendContract,
  enterAbsence,
  versionOf,
  writeTerms,
  type Terms,
} from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { printer, setDesk, type Desk } from '#server/testing/desk-stage.ts'
import { openStage, refused } from '#server/testing/scene.ts'
import { admitTicket } from './gate.ts'
import { reportTicket } from './report-ticket.ts'

const stage = openStage()
let desks: Promise<Desk> | undefined
const desk = async () => (desks ??= setDesk(await stage()))
const friday = '2026-11-20T15:40'

/** The bakery's contract, amended before that Friday. */
async function amended(ctx: Context, change: (terms: Terms) => Terms): Promise<void> {
  const { bakery, cast } = await desk()
  const then: Context = { ...ctx, actor: cast.ola.actor, now: ctx.now.subtract({ hours: 48 }) }
  const { id } = bakery.contract
  const draft = await amendContract(then, id, { kind: 'amendment', validFrom: '2026-11-01' })
  await writeTerms(then, id, draft.number, { version: draft.version, terms: change(draft.terms) })
  await activateVersion(then, id, draft.number)
  assert.ok(await versionOf(then, id, draft.number))
}

const limited =
  (limit: object) =>
  (terms: Terms): Terms => ({ ...terms, reporters: { mode: 'all', contactIds: [], limits: [limit] } })

//  what it shows                               limit                             who     the report                          held because
const cases = [
  ['within the priority', { highestPriority: 'high' }, 'night', { proposedPriority: 'high' }, null],
  [
    'above the priority',
    { highestPriority: 'high' },
    'night',
    { proposedPriority: 'critical' },
    'limit_priority',
  ],
  [
    'a supervisor above the priority',
    { highestPriority: 'high' },
    'ewa',
    { proposedPriority: 'critical' },
    null,
  ],
  ['the package still covers it', { amountGrosze: 1000 }, 'night', {}, null],
] as const
for (const [what, limit, who, report, expected] of cases) {
  test(`${what}: ${expected ?? 'passes'}`, async () => {
    const { play } = await desk()
    const ticket = await play(who, friday, async (ctx) => {
      await amended(ctx, limited(limit))
      return reportTicket(ctx, { ...printer, ...report })
    })
    assert.equal(ticket.heldBecause, expected)
  })
}

/** No tickets in the package: each costs 85,00 zł. */
const dear = (terms: Terms): Terms => ({
  ...limited({ amountGrosze: 5000 })(terms),
  priceList: {
    ...terms.priceList,
    items: [
      {
        id: 'tickets',
        kind: 'perTicket',
        included: 0,
        unitPrice: '85.00',
        countedBy: 'reportedAt',
        excludes: [],
        prorateIncluded: 'up',
      },
    ],
  },
})

test('above the limit of money the opiekun may not admit, the supervisor may', async () => {
  const { play, as } = await desk()
  const held = (who: 'ola' | 'ewa') =>
    play('night', friday, async (ctx) => {
      await amended(ctx, dear)
      const ticket = await reportTicket(ctx, printer)
      assert.equal(ticket.heldBecause, 'limit_amount')
      return admitTicket({ ...ctx, actor: as(who).actor }, ticket.id)
    })
  await refused('only_supervisor_admits', held('ola'))
  assert.equal((await held('ewa')).state, 'received')
})

//  who is away                              deputy of the contract  goes to
const absences = [
  [[], true, 'ola'],
  [[['ola', null]], true, 'piotr'],
  [[['ola', 'kuba']], true, 'kuba'],
  [
    [
      ['ola', 'kuba'],
      ['kuba', null],
    ],
    true,
    'piotr',
  ],
  [
    [
      ['ola', null],
      ['piotr', null],
    ],
    true,
    'marta',
  ],
  [[['ola', null]], false, 'marta'],
] as const
for (const [away, hasDeputy, expected] of absences) {
  test(`away: ${away.map(([who, deputy]) => (deputy ? `${who} (${deputy} stands in)` : who)).join(', ') || 'nobody'}; a ticket goes to ${expected}`, async () => {
    const { play, cast } = await desk()
    const ticket = await play('ewa', friday, async (ctx) => {
      if (hasDeputy) await amended(ctx, (terms) => ({ ...terms, deputyId: cast.piotr.actor.id }))
      for (const [who, deputy] of away)
        await enterAbsence(
          { ...ctx, actor: cast.marta.actor },
          {
            staffId: cast[who].actor.id,
            fromOn: '2026-11-20',
            toOn: '2026-11-27',
            kind: 'holiday',
            deputyId: deputy && cast[deputy].actor.id,
          },
        )
      return reportTicket(ctx, printer)
    })
    assert.equal(ticket.assignee?.id, cast[expected].actor.id)
  })
}
