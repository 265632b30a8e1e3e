/**
 * A company's calendar was changed; its contracts keep the copies they were concluded with. A
 * person chooses the contracts that shall have the new one from a day on: each gets an
 * amendment of its own, put in force at once. What hinders one leaves the others be.
 */
import { calendarsOf } from '#server/accounts/public.ts'
import { mayOnly, today, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { Refusal, refuse, type RefusalCode } from '#server/plumbing/refusal.ts'
import { activateVersion } from './activate-contract.ts'
import { amendContract } from './amend-contract.ts'
import { clientsOf } from './client-store.ts'
import { contractOf, contractsOf, lastDayOf, type Contract, type VersionRow } from './contract-store.ts'
import { stateOf } from './contract-state.ts'
import { writeTerms } from './draft-contract.ts'
import { appliesOn } from './terms-as-of.ts'
import { sameJson } from './terms.ts'
import { standingVersions } from './version-heads.ts'

export type OlderCopy = {
  contractId: string
  number: string
  clientName: string
  version: number
  /** What keeps an amendment from being made now. */
  problem: 'draft_exists' | 'amendment_inside_settled_period' | null
}

/** Contracts in force on a day whose copy of the calendar is another one. */
export async function contractsWithOlderCopy(
  ctx: Context,
  calendarId: string,
  day = today(ctx).toString(),
): Promise<OlderCopy[]> {
  const calendar = await calendarOf(ctx, calendarId)
  const versions = Map.groupBy(await standingVersions(ctx), ({ contractId }) => contractId)
  const clients = new Map((await clientsOf(ctx)).map((client) => [client.id, client.name]))
  const contracts = (await contractsOf(ctx)).filter((contract) => isRunning(ctx, contract, day))
  return contracts.flatMap((contract): OlderCopy[] => {
    const own = versions.get(contract.id) ?? []
    const version = appliesOn(
      own.filter((one) => !one.isDraft),
      day,
    )
    if (!version || !isOlder(version, calendarId, calendar)) return []
    const hasDraft = own.some((one) => one.isDraft)
    const isSettled = contract.settledTo !== null && day <= contract.settledTo
    return [
      {
        contractId: contract.id,
        number: contract.number,
        clientName: clients.get(contract.clientId) ?? '',
        version: version.number,
        problem: hasDraft ? 'draft_exists' : isSettled ? 'amendment_inside_settled_period' : null,
      },
    ]
  })
}

type Calendar = Awaited<ReturnType<typeof calendarsOf>>[number]

async function calendarOf(ctx: Context, id: string): Promise<Calendar> {
  return (await calendarsOf(ctx)).find((one) => one.id === id) ?? refuse('not_found')
}

function isRunning(ctx: Context, contract: Contract, day: string): boolean {
  const last = lastDayOf(contract)
  const state = stateOf(contract, today(ctx).toString())
  return ['future', 'inForce', 'suspended'].includes(state) && (last === null || day <= last)
}

function isOlder({ terms }: VersionRow, id: string, calendar: Calendar): boolean {
  const copy = terms.calendars[id]
  return copy !== undefined && !sameJson(copy, { name: calendar.name, calendar: calendar.calendar })
}

export type CalendarAmendments = {
  amended: { contractId: string; number: string; version: number }[]
  skipped: { contractId: string; number: string; code: RefusalCode }[]
}

export async function amendCalendars(
  ctx: Context,
  calendarId: string,
  wanted: { contractIds: string[]; validFrom: string; reason: string },
): Promise<CalendarAmendments> {
  mayOnly(ctx, 'owner', 'manager')
  const reason = wanted.reason.trim()
  if (reason === '') refuse('reason_missing', {}, 'reason')
  const calendar = await calendarOf(ctx, calendarId)
  const told: CalendarAmendments = { amended: [], skipped: [] }
  for (const contractId of new Set(wanted.contractIds)) {
    const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found', {}, 'contractIds')
    const { number } = contract
    const made = await alone(ctx, () => amendOne(ctx, contractId, calendar, { ...wanted, reason }))
    if (made instanceof Refusal) told.skipped.push({ contractId, number, code: made.code })
    else told.amended.push({ contractId, number, version: made })
  }
  const facts = { contracts: told.amended.length, validFrom: wanted.validFrom }
  await recordEvent(ctx, 'calendar_amended', { kind: 'workCalendar', id: calendarId }, facts)
  return told
}

/** One contract's "no" takes back what was begun for it, and nothing else. */
async function alone<T>(ctx: Context, deed: () => Promise<T>): Promise<T | Refusal> {
  await ctx.client.query('savepoint one_contract')
  try {
    return await deed()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await ctx.client.query('rollback to savepoint one_contract')
    return error
  }
}

async function amendOne(
  ctx: Context,
  contractId: string,
  { id, name, calendar }: Calendar,
  { validFrom, reason }: { validFrom: string; reason: string },
): Promise<number> {
  const draft = await amendContract(ctx, contractId, { kind: 'amendment', validFrom, reason })
  if (!(id in draft.terms.calendars)) refuse('not_found')
  const terms = { ...draft.terms, calendars: { ...draft.terms.calendars, [id]: { name, calendar } } }
  await writeTerms(ctx, contractId, draft.number, { version: draft.version, terms })
  await activateVersion(ctx, contractId, draft.number)
  return draft.number
}
