/**
 * The terms a new contract starts with: the company's priorities and calendars, the usual
 * price list of its trade, the client's account manager. Everything is there to be edited;
 * a later change of the company's defaults changes no contract.
 */
import { vatCodes, type VatCode } from '#engines/pricing/price-list.ts'
import {
  calendarPresets,
  calendarsOf,
  companyOf,
  levelPresets,
  managerOnDuty,
  staffOf,
  type Company,
  type Trade,
} from '#server/accounts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { contractsWords } from './room-words.ts'
import type { Client } from './client-store.ts'
import { presetPriceList } from './price-presets.ts'
import type { TemplateTerms, Terms } from './terms.ts'

export async function defaultTerms(ctx: Context, client: Client): Promise<Terms> {
  return withPeople(ctx, client, await usualTerms(ctx, (await companyOf(ctx)).trade))
}

/** Terms of a template with the people of this client's contract. */
export async function withPeople(ctx: Context, client: Client, terms: TemplateTerms): Promise<Terms> {
  return { ...terms, ...(await peopleOf(ctx, client)), reporters: { mode: 'all', contactIds: [] } }
}

/** What a contract of a trade usually says, without its people: the company's own levels for its own trade. */
export async function usualTerms(ctx: Context, trade: Trade): Promise<TemplateTerms> {
  const company = await companyOf(ctx)
  const words = contractsWords(ctx.tenant.language).defaults
  const vat = (vatCodes as readonly string[]).includes(company.defaultVat)
    ? (company.defaultVat as VatCode)
    : '23'
  return {
    ...(trade === company.trade ? await ownLevels(ctx, company) : presetLevels(trade)),
    priceList: presetPriceList(trade, vat),
    billing: { period: 'month', paymentDays: company.paymentDays, vat },
    clock: {
      onPriorityChange: 'fromReport',
      onReopen: 'continue',
      gateClock: 'fromReport',
      closeAfterDays: 5,
      pauseReasons: pauseReasons.map(({ key, stops }) => ({
        key,
        name: words.pauseReasons[key],
        stops: [...stops],
      })),
    },
    term: { isIndefinite: true, noticeMonths: 3 },
    document: {
      ...(placeOf(company.addressLine2) && { place: placeOf(company.addressLine2) }),
      scope: [...words.scope[trade]],
      exclusions: [...words.exclusions],
      liabilityLimit: words.liabilityLimit,
      warrantyMonths: 3,
      form: 'documentary',
      court: 'defendant',
    },
  }
}

type Levels = Pick<TemplateTerms, 'serviceLevels' | 'calendars'>

async function ownLevels(ctx: Context, company: Company): Promise<Levels> {
  const calendars = await calendarsOf(ctx)
  const fallback = calendars.find((c) => c.isDefault) ?? calendars[0]
  const serviceLevels = company.priorities.map(({ calendarId, ...level }) => ({
    ...level,
    calendar: calendars.some((c) => c.id === calendarId) ? calendarId : (fallback?.id ?? ''),
  }))
  const used = calendars.filter((c) => serviceLevels.some((level) => level.calendar === c.id))
  return {
    serviceLevels,
    calendars: Object.fromEntries(used.map(({ id, name, calendar }) => [id, { name, calendar }])),
  }
}

function presetLevels(trade: Trade): Levels {
  const serviceLevels = structuredClone(levelPresets[trade])
  const used = new Set(serviceLevels.map(({ calendar }) => calendar))
  return {
    serviceLevels,
    calendars: Object.fromEntries([...used].map((key) => [key, structuredClone(calendarPresets[key])])),
  }
}

/** Waiting for the client never stops the reaction: that is ours alone. */
const pauseReasons = [
  { key: 'waitingForClient', stops: ['resolution'] },
  { key: 'noAccess', stops: ['resolution'] },
  { key: 'partsOrdered', stops: ['resolution'] },
  { key: 'thirdParty', stops: ['resolution'] },
] as const

async function peopleOf(
  ctx: Context,
  client: Client,
): Promise<{ accountManagerId: string; deputyId?: string }> {
  const people = (await staffOf(ctx)).filter((person) => !person.leftAt)
  const own = people.find((person) => person.id === client.accountManagerId)
  const acting = people.find(
    (person) => ctx.actor.kind === 'staff' && person.id === ctx.actor.id && person.role === 'accountManager',
  )
  return { accountManagerId: (own ?? acting ?? (await managerOnDuty(ctx))).id }
}

/** "80-001 Gdańsk" → "Gdańsk". */
function placeOf(addressLine2: string): string | undefined {
  return (
    addressLine2
      .replace(/^\d{2}-?\d{3}\s*/, '')
      .split(',')[0]
      ?.trim() || undefined
  )
}
