/** The client's contracts in plain words, made from the same terms that the clock and the price engine read. */
import {
  barrierOf,
  contactsOfClient,
  contractOf,
  contractsOfClient,
  documentOf,
  lastDayOf,
  maySupervise,
  signedFilesOf,
  signedScanOf,
  stateOf,
  termsOfContractAt,
  versionsOfContract,
  type Contract,
  type Printed,
  type Terms,
} from '#server/contracts/public.ts'
import { aboutOf, fallsUnder, packageNow, type AboutWish } from '#server/desk/public.ts'
import { today, type Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { calendarHours } from '#words/calendar-hours.ts'
import { priceSentences } from '#words/price-sentences.ts'
import { me } from './me.ts'
import { opiekunCard } from './opiekun-card.ts'

export async function panelContracts(ctx: Context) {
  const on = today(ctx).toString()
  const contracts = (await contractsOfClient(ctx, me(ctx).clientId)).flatMap((one) => {
    const state = shownStates.find((shown) => shown === stateOf(one, on))
    return state ? [{ ...one, state }] : []
  })
  return {
    accountManager: await opiekunCard(ctx),
    contracts: await inTurn(contracts, (one) => inPlainWords(ctx, one)),
  }
}

/** A draft or what is over is not shown. */
export const shownStates = ['inForce', 'suspended', 'future'] as const
type Shown = Contract & { state: (typeof shownStates)[number] }

async function inPlainWords(ctx: Context, contract: Shown) {
  const on = today(ctx).toString()
  const since = contract.validFrom > on ? contract.validFrom : on
  const version = (await termsOfContractAt(ctx, contract.id, since)) ?? refuse('not_found')
  const { terms } = version
  return {
    id: contract.id,
    number: contract.number,
    state: contract.state,
    validFrom: contract.validFrom,
    validTo: lastDayOf(contract),
    noticeMonths: terms.term.noticeMonths,
    version: { number: version.number, validFrom: version.validFrom },
    levels: levelsOf(ctx, terms),
    prices: priceSentences(ctx.language, terms.priceList),
    paymentDays: terms.billing.paymentDays,
    reporters: await reportersOf(ctx, terms),
    package: await packageNow(ctx, contract.id),
    documents: await documentsOf(ctx, contract),
  }
}

function levelsOf(ctx: Context, { serviceLevels, calendars }: Terms) {
  return serviceLevels.map(({ calendar, resolutionMinutes, resolutionBusinessDays, ...level }) => ({
    ...level,
    resolutionMinutes: resolutionMinutes ?? null,
    resolutionBusinessDays: resolutionBusinessDays ?? null,
    calendarName: calendars[calendar]?.name ?? '',
    hours: calendars[calendar] ? calendarHours(ctx.language, calendars[calendar].calendar) : '',
  }))
}

async function reportersOf(ctx: Context, { reporters }: Terms) {
  const person = me(ctx)
  const mayReport = (one: { id: string; isSupervisor: boolean }) =>
    barrierOf(reporters, one, {}) === undefined
  const people = (await contactsOfClient(ctx, person.clientId)).filter(mayReport)
  return {
    mode: reporters.mode,
    mayI: mayReport(person),
    people: people.map((one) => ({ id: one.id, name: one.name, isSupervisor: maySupervise(reporters, one) })),
  }
}

/** Recorded versions only: a draft is nobody's contract yet. */
async function documentsOf(ctx: Context, contract: Contract) {
  const versions = await versionsOfContract(ctx, contract.id)
  const files = await signedFilesOf(ctx, versions)
  return versions.map(({ id, number, kind, validFrom, signedOn, signedScanFileId }) => ({
    number,
    kind,
    validFrom,
    signedOn,
    hasScan: signedScanFileId !== null,
    signedFiles: (files.get(id) ?? []).map((file) => ({ id: file.id, name: file.name })),
  }))
}

/** The document of a version of the client's own contract, or its signed scan. */
export async function panelDocument(
  ctx: Context,
  contractId: string,
  number: number,
  which: 'document' | 'scan',
  fileId?: string,
): Promise<Printed> {
  const contract = await contractOf(ctx, contractId)
  if (contract?.clientId !== me(ctx).clientId) refuse('not_found')
  const version =
    (await versionsOfContract(ctx, contractId)).find((one) => one.number === number) ?? refuse('not_found')
  if (which === 'scan' && !version.signedScanFileId) refuse('not_found')
  return which === 'scan'
    ? signedScanOf(ctx, contractId, number, fileId)
    : documentOf(ctx, contractId, number)
}

/** "11. zgłoszenie: 85,00 zł": what reporting now will cost, by the contract under which the ticket would fall. */
export async function priceOfNext(ctx: Context, wish: AboutWish) {
  const { clientId } = me(ctx)
  const about = await aboutOf(ctx, clientId, wish)
  const match = await fallsUnder(ctx, { clientId, at: ctx.now, about, asked: {} })
  if (!match)
    return { contract: null, month: today(ctx).toPlainYearMonth().toString(), tickets: null, minutes: [] }
  const { month, packages } = await packageNow(ctx, match.contract.id)
  return {
    contract: { id: match.contract.id, number: match.contract.number },
    month,
    tickets: packages.find((one) => one.kind === 'tickets') ?? null,
    minutes: packages.filter((one) => one.kind === 'minutes'),
  }
}

/** One query after the other: a transaction has one connection. */
async function inTurn<A, B>(items: readonly A[], work: (item: A) => Promise<B>): Promise<B[]> {
  const done: B[] = []
  for (const item of items) done.push(await work(item))
  return done
}
