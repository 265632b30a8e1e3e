/**
 * The terms a new contract starts with: the company's priorities and calendars, the usual
 * price list of its trade, the client's account manager. Everything is there to be edited;
 * a later change of the company's defaults changes no contract.
 */
import { vatCodes, type VatCode } from '#engines/pricing/price-list.ts'
import { calendarsOf, companyOf, managerOnDuty, staffOf } from '#server/accounts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { contractsWords } from './room-words.ts'
import type { Client } from './client-store.ts'
import { presetPriceList } from './price-presets.ts'
import type { Terms } from './terms.ts'

export async function defaultTerms(ctx: Context, client: Client): Promise<Terms> {
  const company = await companyOf(ctx)
  const calendars = await calendarsOf(ctx)
  const words = contractsWords(ctx.tenant.language).defaults
  const fallback = calendars.find((c) => c.isDefault) ?? calendars[0]
  const serviceLevels = company.priorities.map(({ calendarId, ...level }) => ({
    ...level,
    calendar: calendars.some((c) => c.id === calendarId) ? calendarId : (fallback?.id ?? ''),
  }))
  const used = calendars.filter((c) => serviceLevels.some((level) => level.calendar === c.id))
  const vat = (vatCodes as readonly string[]).includes(company.defaultVat)
    ? (company.defaultVat as VatCode)
    : '23'
  return {
    serviceLevels,
    calendars: Object.fromEntries(used.map(({ id, name, calendar }) => [id, { name, calendar }])),
    ...(await peopleOf(ctx, client)),
    reporters: { mode: 'all', contactIds: [] },
    priceList: presetPriceList(company.trade, vat),
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
      scope: [...words.scope[company.trade]],
      exclusions: [...words.exclusions],
      liabilityLimit: words.liabilityLimit,
      warrantyMonths: 3,
      form: 'documentary',
      court: 'defendant',
    },
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
