/**
 * How promises were kept, by client, contract, priority, category, technician or month. A
 * ticket counts in the month of its report. A target past its deadline counts as missed,
 * fulfilled or not, and one missed of many rounds is missed; what was cancelled, merged or
 * refused counts nowhere. Behind every figure stands the list of its tickets.
 */
import { sql, type RawBuilder } from 'kysely'
import { targetKinds, type TargetKind } from '#engines/worktime/targets.ts'
import type { Context } from '#server/plumbing/context.ts'
import { ticketName } from './ticket-store.ts'

export const dimensions = ['client', 'contract', 'priority', 'category', 'technician', 'month'] as const
export type Dimension = (typeof dimensions)[number]

export type ComplianceWish = {
  /** Months of the reports, both included: "2026-09". */
  from: string
  to: string
  clientId?: string | undefined
  contractId?: string | undefined
  priority?: string | undefined
  category?: string | undefined
  assigneeId?: string | undefined
  target?: TargetKind | undefined
}

export type Figures = {
  met: number
  missed: number
  /** Not judged yet. */
  open: number
  /** Kept of what was judged, in basis points; null when nothing was. */
  keptBp: number | null
  /** Half of the fulfilled ones took at most so long. */
  medianUsedSeconds: number | null
  worstOverSeconds: number
}
export type ComplianceRow = {
  /** Of the dimension: an id, a priority, a category, a month; "" for none. */
  key: string
  name: string
  tickets: number
  all: Figures
  targets: Partial<Record<TargetKind, Figures>>
}
export type Compliance = {
  from: string
  to: string
  by: Dimension
  rows: ComplianceRow[]
  total: ComplianceRow
  months: ComplianceRow[]
}

export async function compliance(
  ctx: Context,
  wish: ComplianceWish & { by: Dimension },
): Promise<Compliance> {
  const [rows, totals, months] = [
    await grouped(ctx, wish, wish.by),
    await grouped(ctx, wish, undefined),
    wish.by === 'month' ? undefined : await grouped(ctx, wish, 'month'),
  ]
  const total = totals[0] ?? { key: '', name: '', tickets: 0, all: noFigures, targets: {} }
  return { from: wish.from, to: wish.to, by: wish.by, rows, total, months: months ?? rows }
}

const noFigures: Figures = {
  met: 0,
  missed: 0,
  open: 0,
  keptBp: null,
  medianUsedSeconds: null,
  worstOverSeconds: 0,
}

type Expressions = { key: RawBuilder<unknown>; name: RawBuilder<unknown> }
const groups: Record<Dimension, Expressions> = {
  client: { key: sql`coalesce(client_id::text, '')`, name: sql`coalesce(client_name, '')` },
  contract: { key: sql`coalesce(contract_id::text, '')`, name: sql`coalesce(contract_number, '')` },
  priority: { key: sql`priority`, name: sql`priority` },
  category: { key: sql`coalesce(category, '')`, name: sql`coalesce(category, '')` },
  technician: { key: sql`coalesce(assignee_id::text, '')`, name: sql`coalesce(assignee_name, '')` },
  month: { key: sql`month`, name: sql`month` },
}

type Grouped = {
  key: string
  name: string
  target: TargetKind | null
  tickets: number
  met: number
  missed: number
  open: number
  median: number | null
  worst: number | null
}

async function grouped(
  ctx: Context,
  wish: ComplianceWish,
  by: Dimension | undefined,
): Promise<ComplianceRow[]> {
  const { key, name } = by ? groups[by] : { key: sql`''`, name: sql`''` }
  const { rows } = await sql<Grouped>`
    with judged as (${judgedBy(ctx, wish)}),
    keyed as (select ${key} as key, ${name} as name, target, verdict, id, used_seconds, over_seconds from judged)
    select key, name, target, count(distinct id)::int as tickets,
      count(*) filter (where verdict = 'met')::int as met,
      count(*) filter (where verdict = 'missed')::int as missed,
      count(*) filter (where verdict = 'open')::int as open,
      (percentile_cont(0.5) within group (order by used_seconds) filter (where verdict = 'met'))::int as median,
      max(over_seconds) filter (where verdict = 'missed')::int as worst
    from keyed group by grouping sets ((key, name, target), (key, name))`.execute(ctx.tx)
  const found = Map.groupBy(rows, (row) => row.key)
  return [...found.values()].map(rowOf).sort((a, b) => inOrder(a, b, by))
}

function rowOf(parts: readonly Grouped[]): ComplianceRow {
  const whole = parts.find((part) => part.target === null)!
  const of = (target: TargetKind) => parts.find((part) => part.target === target)
  const targets = targetKinds.flatMap((target) => {
    const part = of(target)
    return part ? [[target, figuresOf(part)] as const] : []
  })
  const { key, name, tickets } = whole
  return { key, name, tickets, all: figuresOf(whole), targets: Object.fromEntries(targets) }
}

function figuresOf({ met, missed, open, median, worst }: Grouped): Figures {
  const judged = met + missed
  return {
    met,
    missed,
    open,
    keptBp: judged === 0 ? null : Math.round((met * 10_000) / judged),
    medianUsedSeconds: median,
    worstOverSeconds: worst ?? 0,
  }
}

/** Months in their order, everything else with the most missed first. */
function inOrder(a: ComplianceRow, b: ComplianceRow, by: Dimension | undefined): number {
  if (by === 'month') return a.key < b.key ? -1 : 1
  return b.all.missed - a.all.missed || b.tickets - a.tickets || a.name.localeCompare(b.name, 'pl')
}

/** One row per target of a ticket that was promised something. */
function judgedBy(ctx: Context, wish: ComplianceWish): RawBuilder<unknown> {
  const zone = ctx.tenant.timezone
  const [from, to] = [monthStart(wish.from, zone), monthStart(nextMonth(wish.to), zone)]
  const is = (column: string, value: string | undefined) =>
    value === undefined ? sql`true` : sql`coalesce(${sql.ref(column)}::text, '') = ${value}`
  return sql`
    select t.id, t.number, t.subject, t.priority, t.category, t.reported_at, t.client_id, t.contract_id,
      t.assignee_id, c.name as client_name, k.number as contract_number, s.name as assignee_name,
      to_char(t.reported_at at time zone ${zone}, 'YYYY-MM') as month, one->>'target' as target,
      ${verdict(ctx)} as verdict, one->>'dueAt' as due_at, one->>'metAt' as met_at,
      (one->>'usedSeconds')::int as used_seconds, (one->>'overSeconds')::int as over_seconds
    from tickets t
    cross join lateral jsonb_array_elements(t.clocks->'clocks') one
    left join clients c on c.tenant_id = t.tenant_id and c.id = t.client_id
    left join contracts k on k.tenant_id = t.tenant_id and k.id = t.contract_id
    left join staff s on s.tenant_id = t.tenant_id and s.id = t.assignee_id
    where t.tenant_id = ${ctx.tenantId} and t.reported_at >= ${from} and t.reported_at < ${to}
      and t.state not in ('cancelled', 'merged', 'refused') and jsonb_typeof(t.clocks) = 'object'
      and one->>'state' <> 'void'
      and ${is('t.client_id', wish.clientId)} and ${is('t.contract_id', wish.contractId)}
      and ${is('t.priority', wish.priority)} and ${is('t.category', wish.category)}
      and ${is('t.assignee_id', wish.assigneeId)}
      and ${wish.target === undefined ? sql`true` : sql`one->>'target' = ${wish.target}`}`
}

/** The cache knows the verdict; a clock that ran out since it was written is missed as well. */
const verdict = (ctx: Context): RawBuilder<unknown> => sql`
  case when exists (select 1 from jsonb_array_elements(coalesce(one->'rounds', '[]')) r
      where r->>'isMet' = 'false' or r->>'state' in ('missed', 'breached_running')) then 'missed'
    when one->>'state' in ('missed', 'breached_running') then 'missed'
    when one->>'state' = 'met' then 'met'
    when one->>'state' in ('running', 'standing') and (one->>'dueAt')::timestamptz <= ${ctx.now.toString()} then 'missed'
    else 'open' end`

const monthStart = (month: string, zone: string): string =>
  Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 }).toZonedDateTime(zone).toInstant().toString()
const nextMonth = (month: string): string => Temporal.PlainYearMonth.from(month).add({ months: 1 }).toString()

export type Verdict = 'met' | 'missed' | 'open'
export type JudgedTicket = {
  id: string
  name: string
  subject: string
  priority: string
  category: string | null
  client: { id: string; name: string } | null
  contract: { id: string; number: string } | null
  assignee: { id: string; name: string } | null
  reportedAt: string
  target: TargetKind
  verdict: Verdict
  dueAt: string | null
  metAt: string | null
  usedSeconds: number
  overSeconds: number
}

type JudgedRow = {
  id: string
  number: number
  subject: string
  priority: string
  category: string | null
  reportedAt: string
  clientId: string | null
  contractId: string | null
  assigneeId: string | null
  clientName: string | null
  contractNumber: string | null
  assigneeName: string | null
  target: TargetKind
  verdict: Verdict
  dueAt: string | null
  metAt: string | null
  usedSeconds: number
  overSeconds: number
}

/** The list behind a figure: of one row of the report, one target, one verdict, or all of them. */
export async function judgedTickets(
  ctx: Context,
  wish: ComplianceWish & {
    by?: Dimension | undefined
    key?: string | undefined
    verdict?: Verdict | undefined
    most?: number | undefined
  },
): Promise<JudgedTicket[]> {
  const { by, key, verdict: wanted, most = 1000 } = wish
  const { rows } = await sql<JudgedRow>`
    with judged as (${judgedBy(ctx, wish)})
    select * from judged
    where ${by && key !== undefined ? sql`${groups[by].key} = ${key}` : sql`true`}
      and ${wanted ? sql`verdict = ${wanted}` : sql`true`}
    order by verdict = 'missed' desc, over_seconds desc, reported_at desc, id, target limit ${most}`.execute(
    ctx.tx,
  )
  return rows.map(judgedTicket)
}

function judgedTicket(row: JudgedRow): JudgedTicket {
  return {
    id: row.id,
    name: ticketName(row.number),
    subject: row.subject,
    priority: row.priority,
    category: row.category,
    client: row.clientId ? { id: row.clientId, name: row.clientName ?? '' } : null,
    contract: row.contractId ? { id: row.contractId, number: row.contractNumber ?? '' } : null,
    assignee: row.assigneeId ? { id: row.assigneeId, name: row.assigneeName ?? '' } : null,
    reportedAt: row.reportedAt,
    target: row.target,
    verdict: row.verdict,
    dueAt: row.dueAt,
    metAt: row.metAt,
    usedSeconds: row.usedSeconds,
    overSeconds: row.overSeconds,
  }
}
