/**
 * The board of collection: every invoice with something open, by stage, with the interest as
 * of today and why, what was sent and what comes next. Sums are of what is open.
 */
import { sql } from 'kysely'
import { clientsOf } from '#server/contracts/public.ts'
import { today, type Context } from '#server/plumbing/context.ts'
import { daysOverdue, effectiveDueOn, stageOf, stages, type Stage } from './due-dates.ts'
import { interestSoFar, type InterestSoFar } from './interest-so-far.ts'
import { balancesOf, type Balance } from './invoice-balance.ts'
import { reminderTimer } from './payment-reminder.ts'
import { paymentPartsOf, type PaymentPart } from './payment-store.ts'
import { remindersOf, type Reminder } from './reminder-store.ts'

/** `person`: the program has done its part; nothing goes out by itself any more. */
export type NextStep =
  | { kind: 'reminder'; at: string }
  | { kind: 'person'; because: 'reminded' | 'no_address' | 'credit' }
  | { kind: 'none' }

export type OpenInvoice = Balance & {
  effectiveDueOn: string
  daysOverdue: number
  stage: Stage
  interest: InterestSoFar
  reminders: Reminder[]
  nextStep: NextStep
}

export type CollectionBoard = {
  on: string
  invoices: (OpenInvoice & { clientName: string })[]
  sums: {
    openGrosze: number
    overdueGrosze: number
    interestGrosze: number
    /** Due from today to the end of the week. */
    dueThisWeekGrosze: number
    stages: Record<Stage, { count: number; openGrosze: number }>
  }
}

export async function collectionBoard(ctx: Context): Promise<CollectionBoard> {
  const invoices = await openInvoices(ctx)
  const names = new Map(
    [...(await clientsOf(ctx)), ...(await clientsOf(ctx, { archived: true }))].map((one) => [
      one.id,
      one.name,
    ]),
  )
  return {
    on: today(ctx).toString(),
    invoices: invoices.map((one) => ({ ...one, clientName: names.get(one.clientId) ?? '' })),
    sums: sumsOf(invoices, today(ctx)),
  }
}

export async function openInvoices(ctx: Context, filter: { clientId?: string } = {}): Promise<OpenInvoice[]> {
  const balances = (await balancesOf(ctx, { ...filter, onlyOpen: true })).filter((one) => one.openGrosze > 0)
  const ids = balances.map((one) => one.invoiceId)
  const parts = Map.groupBy(await paymentPartsOf(ctx, ids), (part) => part.invoiceId)
  const reminders = Map.groupBy(await remindersOf(ctx, ids), (one) => one.invoiceId)
  const facts = await stepFacts(ctx, ids)
  return balances.map((balance) =>
    withStage(ctx, balance, {
      parts: parts.get(balance.invoiceId),
      reminders: reminders.get(balance.invoiceId),
      ...facts.get(balance.invoiceId),
    }),
  )
}

type StepFacts = { isCommercial?: boolean; reminderAt?: string | null; skippedBecause?: string | null }

function withStage(
  ctx: Context,
  balance: Balance,
  known: StepFacts & { parts?: PaymentPart[]; reminders?: Reminder[] },
): OpenInvoice {
  const on = today(ctx).toString()
  const days = daysOverdue(balance.dueOn, on)
  const { parts = [], reminders = [], isCommercial = true } = known
  return {
    ...balance,
    effectiveDueOn: effectiveDueOn(balance.dueOn),
    daysOverdue: days,
    stage: stageOf(days),
    interest: interestSoFar({ ...balance, isCommercial, parts, on }),
    reminders,
    nextStep: nextStepOf(reminders, known),
  }
}

function nextStepOf(reminders: Reminder[], { reminderAt, skippedBecause }: StepFacts): NextStep {
  if (reminderAt) return { kind: 'reminder', at: reminderAt }
  if (reminders.length > 0) return { kind: 'person', because: 'reminded' }
  if (skippedBecause === 'credit' || skippedBecause === 'no_address')
    return { kind: 'person', because: skippedBecause }
  return { kind: 'none' }
}

/** Armed reminders, and why one that was due did not go out. */
async function stepFacts(ctx: Context, invoiceIds: string[]): Promise<Map<string, StepFacts>> {
  if (invoiceIds.length === 0) return new Map()
  const { rows } = await sql<StepFacts & { invoiceId: string }>`
    select i.id as invoice_id, coalesce((i.buyer->>'isTaxablePerson')::boolean, true) as is_commercial, t.at as reminder_at,
      (select e.facts->>'because' from events e
        where e.tenant_id = i.tenant_id and e.subject_id = i.id and e.kind = 'reminder_skipped' order by e.at desc limit 1) as skipped_because
    from invoices i
    left join timers t on t.tenant_id = i.tenant_id and t.subject_id = i.id and t.what = ${reminderTimer}
    where i.tenant_id = ${ctx.tenantId} and i.id in (${sql.join(invoiceIds)})`.execute(ctx.tx)
  return new Map(rows.map(({ invoiceId, ...facts }) => [invoiceId, facts]))
}

function sumsOf(invoices: OpenInvoice[], on: Temporal.PlainDate): CollectionBoard['sums'] {
  const open = (some: OpenInvoice[]) => some.reduce((sum, one) => sum + one.openGrosze, 0)
  const endOfWeek = on.add({ days: 7 - on.dayOfWeek }).toString()
  const entries = stages.map((stage) => {
    const own = invoices.filter((one) => one.stage === stage)
    return [stage, { count: own.length, openGrosze: open(own) }] as const
  })
  return {
    openGrosze: open(invoices),
    overdueGrosze: open(invoices.filter((one) => one.daysOverdue > 0)),
    interestGrosze: invoices.reduce((sum, one) => sum + one.interest.grosze, 0),
    dueThisWeekGrosze: open(
      invoices.filter((one) => one.daysOverdue <= 0 && one.effectiveDueOn <= endOfWeek),
    ),
    stages: Object.fromEntries(entries) as CollectionBoard['sums']['stages'],
  }
}
