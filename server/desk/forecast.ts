/**
 * Who is going to miss what in the next working hours: the open targets of all tickets, the
 * work they will need and the hours of the people who have them, put before the engine.
 */
import {
  atRisk,
  loadOf,
  type Move,
  type OpenTarget,
  type Person,
  type Risk,
} from '#engines/forecast/at-risk.ts'
import { effortLeft, historyOf, type Estimate, type History } from '#engines/forecast/estimate.ts'
import { remainingNow } from '#engines/worktime/countdown.ts'
import { elapsed } from '#engines/worktime/deadline.ts'
import { calendarsOf, staffOf, type Staff } from '#server/accounts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import type { DeskClock, TicketClocks } from './clocks.ts'
import { pastWork, workedMinutes } from './past-work.ts'
import { ticketName } from './ticket-store.ts'

type Named = { id: string; name: string }
export type ForecastRisk = Omit<Risk, 'ticketId' | 'personId' | 'move'> & {
  ticket: Named & { subject: string; priority: string; category: string | null; client: Named | null }
  person: Named | null
  clock: DeskClock
  workedMinutes: number
  estimate: Estimate
  move: (Omit<Move, 'toId'> & { to: Named }) | null
}
export type Forecast = {
  at: string
  hours: number
  risks: ForecastRisk[]
  people: (Named & { role: string; openTickets: number; loadMinutes: number; freeMinutes: number })[]
}

/** So many tickets with the nearest deadlines are looked at; later ones cannot come before them. */
const ticketsMost = 5000

export async function forecast(ctx: Context, { hours }: { hours: number }): Promise<Forecast> {
  const rows = await openTickets(ctx)
  const history = historyOf(await pastWork(ctx))
  const worked = await workedMinutes(
    ctx,
    rows.map((row) => row.id),
  )
  const staff = (await staffOf(ctx)).filter((one) => !one.leftAt && one.role !== 'billing')
  const people = await peopleOf(ctx, staff, rows)
  const targets = rows.flatMap((row) => targetsOf(ctx, row, { history, worked }))
  const names = new Map(staff.map((one) => [one.id, one.name]))
  const byId = new Map(rows.map((row) => [row.id, row]))
  const risks = atRisk({ targets, people, horizonMinutes: hours * 60 })
  return {
    at: ctx.now.toString(),
    hours,
    risks: risks.map(({ ticketId, personId, move, ...risk }) => {
      const row = byId.get(ticketId)!
      return {
        ...risk,
        ticket: ticketFacts(row),
        person: personId ? { id: personId, name: names.get(personId) ?? '' } : null,
        clock: clocksOfRow(row).find((clock) => clock.target === risk.target)!,
        workedMinutes: worked.get(ticketId) ?? 0,
        estimate: estimateOf(row, history),
        move: move ? moveFacts(move, names) : null,
      }
    }),
    people: people.map((person) => personFacts(ctx, person, { staff, targets, hours, rows })),
  }
}

type Row = Awaited<ReturnType<typeof openTickets>>[number]
type Known = { history: History; worked: ReadonlyMap<string, number> }

async function openTickets(ctx: Context) {
  return ctx.tx
    .selectFrom('tickets as t')
    .leftJoin('clients as c', (join) =>
      join.onRef('c.tenantId', '=', 't.tenantId').onRef('c.id', '=', 't.clientId'),
    )
    .select(['t.id', 't.number', 't.subject', 't.priority', 't.category', 't.assigneeId', 't.clocks'])
    .select(['t.estimateMinutes', 't.clientId', 'c.name as clientName'])
    .where('t.tenantId', '=', ctx.tenantId)
    .where('t.state', 'in', ['received', 'inWork', 'waiting'])
    .where('t.nextDueAt', 'is not', null)
    .orderBy('t.nextDueAt')
    .orderBy('t.id')
    .limit(ticketsMost)
    .execute()
}

function estimateOf(row: Pick<Row, 'estimateMinutes' | 'category' | 'priority'>, history: History): Estimate {
  if (row.estimateMinutes !== null) return { minutes: row.estimateMinutes, from: 'person', cases: 0 }
  return history(row)
}

const clocksOfRow = (row: Pick<Row, 'clocks'>): DeskClock[] =>
  (row.clocks as TicketClocks | null)?.clocks ?? []

/** Answers need the person; the work is asked for by the first target that only work fulfils. */
const answers: readonly string[] = ['reaction', 'arrival', 'nextReply', 'periodicUpdate']
const unmet: readonly string[] = ['running', 'standing', 'breached_running']

function targetsOf(ctx: Context, row: Row, { history, worked }: Known): OpenTarget[] {
  const effort = effortLeft(estimateOf(row, history).minutes, worked.get(row.id) ?? 0)
  const open = clocksOfRow(row)
    .filter((clock): clock is DeskClock & { dueAt: string } => unmet.includes(clock.state) && !!clock.dueAt)
    .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))
  const first = open.find((clock) => !answers.includes(clock.target))
  return open.map((clock) => {
    const { remainingSeconds } = remainingNow({ ...clock, now: ctx.now.epochMilliseconds })
    const isWork = !answers.includes(clock.target)
    return {
      ticketId: row.id,
      kind: isWork ? ('work' as const) : ('answer' as const),
      target: clock.target,
      dueAt: clock.dueAt,
      leftMinutes: remainingSeconds / 60,
      effortMinutes: isWork && clock !== first ? 0 : effort,
      ...(row.assigneeId && { personId: row.assigneeId }),
    }
  })
}

/** Everybody works in the company's usual hours; who has tickets or could take some is looked at. */
async function peopleOf(ctx: Context, staff: readonly Staff[], rows: readonly Row[]): Promise<Person[]> {
  const calendars = await calendarsOf(ctx)
  const calendar = (calendars.find((one) => one.isDefault) ?? calendars[0])?.calendar
  const known = new Map<string, number>()
  const minutesUntil = (instant: string): number => {
    const to = Temporal.Instant.from(instant)
    if (!calendar || Temporal.Instant.compare(to, ctx.now) <= 0) return 0
    const minutes = known.get(instant) ?? Math.floor(elapsed({ from: ctx.now, to, calendar }) / 60)
    known.set(instant, minutes)
    return minutes
  }
  const having = new Set(rows.map((row) => row.assigneeId))
  return staff
    .filter(
      (one) => one.joinedAt && (having.has(one.id) || ['technician', 'accountManager'].includes(one.role)),
    )
    .map(({ id }) => ({ id, minutesUntil }))
}

function ticketFacts(row: Row): ForecastRisk['ticket'] {
  const { id, number, subject, priority, category, clientId, clientName } = row
  const client = clientId ? { id: clientId, name: clientName ?? '' } : null
  return { id, name: ticketName(number), subject, priority, category, client }
}

const moveFacts = ({ toId, ...move }: Move, names: ReadonlyMap<string, string>) => ({
  ...move,
  to: { id: toId, name: names.get(toId) ?? '' },
})

function personFacts(
  ctx: Context,
  { id, minutesUntil }: Person,
  known: { staff: readonly Staff[]; targets: readonly OpenTarget[]; hours: number; rows: readonly Row[] },
): Forecast['people'][number] {
  const person = known.staff.find((one) => one.id === id)!
  const loadMinutes = loadOf(known.targets, id)
  const endOfDay = ctx.now
    .toZonedDateTimeISO(ctx.tenant.timezone)
    .add({ days: 1 })
    .startOfDay()
    .toInstant()
    .toString()
  return {
    id,
    name: person.name,
    role: person.role,
    openTickets: known.rows.filter((row) => row.assigneeId === id).length,
    loadMinutes,
    freeMinutes: Math.max(0, minutesUntil(endOfDay) - loadMinutes),
  }
}
