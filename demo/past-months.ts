/**
 * The months that are billed: on the second working day Ewa proposes and issues the month
 * before; clients pay as they use to. The last month is left for whoever tries the demo.
 */
import {
  issueProposal,
  invoiceOf,
  periodOf,
  proposalsOf,
  proposeBilling,
  type Invoice,
} from '#server/billing/public.ts'
import { enterPayment, watchInvoices } from '#server/collection/public.ts'
import { seeNotices } from '#server/desk/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import type { Cast } from './cast.ts'
import { dateOf, monthStart, morning, workingDays } from './days.ts'
import type { Known } from './open-contracts.ts'
import type { Timeline } from './timeline.ts'

export function pastMonths(timeline: Timeline, cast: Cast, known: Map<string, Known>): void {
  const first = Math.max(...[...known.values()].map(({ wish }) => wish.monthsAgo))
  for (let ago = first; ago >= 2; ago--) {
    const month = monthStart(timeline.now, ago).toPlainYearMonth().toString()
    const on = workingDays(monthStart(timeline.now, ago - 1))[1]!
    timeline.add(morning(on, 9, 20), cast.ewa.actor, (ctx) =>
      issueMonth(ctx, timeline, cast, known, month, ago),
    )
  }
  const evening = timeline.now.subtract({ hours: 20 })
  for (const { actor } of [cast.marta, cast.ola])
    timeline.add(evening, actor, (ctx) => seeNotices(ctx, actor.id, {}))
}

async function issueMonth(
  ctx: Context,
  timeline: Timeline,
  cast: Cast,
  known: Map<string, Known>,
  month: string,
  ago: number,
): Promise<void> {
  const period = periodOf(month)
  await proposeBilling(ctx, period)
  for (const proposal of await proposalsOf(ctx, period)) {
    if (proposal.reason === 'needsDecision' || proposal.reason === 'empty') continue
    const invoice = (await invoiceOf(ctx, await issueProposal(ctx, proposal.id, cast.ewa.actor.id)))!
    await watchInvoices(ctx, [invoice.id])
    const own = [...known.values()].find(({ client }) => client?.id === proposal.clientId)!
    pays(timeline, cast, own, invoice, ago)
  }
}

/** The newest invoices of a client may be unpaid, or paid in part. */
function pays(timeline: Timeline, cast: Cast, { wish }: Known, invoice: Invoice, ago: number): void {
  const { days, unpaid, part } = wish.pays
  const isUnpaid = ago - 1 <= unpaid
  if (isUnpaid && part === undefined) return
  const grosze = isUnpaid ? Math.round((invoice.grossGrosze * part!) / 100) : invoice.grossGrosze
  const paidOn = Temporal.PlainDate.from(invoice.dueOn).add({ days })
  timeline.add(morning(paidOn, 13, 10), cast.ewa.actor, async (ctx) => {
    const amount = `${Math.floor(grosze / 100)},${String(grosze % 100).padStart(2, '0')}`
    await enterPayment(ctx, {
      clientId: invoice.clientId,
      amount,
      paidOn: dateOf(ctx.now).toString(),
      note: `przelew ${invoice.number}`,
      invoiceIds: [invoice.id],
    })
  })
}
