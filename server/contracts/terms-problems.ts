/**
 * What is wrong with terms before a contract can be in force: everything at once, each with
 * its place. An error keeps the version from being activated; a warning is shown and may be meant.
 */
import { problemsOfPriceList } from '#engines/pricing/price-list-problems.ts'
import { problemsOfCalendar } from '#engines/worktime/calendar.ts'
import { problemsOfCredits } from '#engines/worktime/credits.ts'
import { problemsOfMatrix } from '#engines/worktime/priority-matrix.ts'
import { targetKinds } from '#engines/worktime/targets.ts'
import { problemsOfLevels, type LevelProblem } from '#engines/worktime/service-level.ts'
import { priorityKeys } from '#server/accounts/public.ts'
import type { Terms } from './terms.ts'

export const problemCodes = [
  'noServiceLevel',
  'priorityTwice',
  'unknownCalendar',
  'resolutionBeforeReaction',
  'noResolution',
  'accountManagerGone',
  'deputyGone',
  'deputyIsAccountManager',
  'noReporters',
  'reporterGone',
  'paymentLate',
  'noLiabilityLimit',
  'noScope',
  'noEnd',
  'datesReversed',
  'noNotice',
  'nothingPriced',
  'amendmentSettled',
  'exampleFails',
  'laterVersions',
  'supervisorGone',
  'limitOfNobody',
  'renewalOfIndefinite',
  'indexationInverted',
  'outsideContract',
  'companyNipMissing',
  'clientNipMissing',
  'noInvoiceEmail',
  'calendarProblem',
  'levelProblem',
  'noFallback',
  'matrixProblem',
  'creditProblem',
  'warrantyDaysMissing',
  'priceProblem',
  'creditInPriceList',
] as const
export type TermsProblem = {
  code: (typeof problemCodes)[number]
  weight: 'error' | 'warning'
  /** "terms.priceList.items.2.unitPrice" */
  path: string
  values: Record<string, string | number>
}

/** What surrounds the terms and is needed to judge them. */
export type Surroundings = {
  staffIds: ReadonlySet<string>
  contactIds: ReadonlySet<string>
  validFrom: string
  validTo: string | null
  companyHasNip: boolean
  clientHasNip: boolean
  hasInvoiceEmail: boolean
}

export function problemsOfTerms(terms: Terms, around: Surroundings): TermsProblem[] {
  return [
    ...ofPeriod(terms, around),
    ...ofServiceLevels(terms),
    ...ofCalendars(terms),
    ...ofPeople(terms, around),
    ...ofPrices(terms),
    ...ofPaper(terms, around),
  ]
}

function ofPeriod(terms: Terms, around: Surroundings): TermsProblem[] {
  const { validFrom, validTo } = around
  if (validTo !== null && validTo < validFrom)
    return [error('datesReversed', 'validTo', { validFrom, validTo })]
  if (!terms.term.isIndefinite && validTo === null) return [error('noEnd', 'validTo')]
  const problems: TermsProblem[] = []
  if (terms.term.isIndefinite && terms.term.noticeMonths === 0)
    problems.push(warning('noNotice', 'terms.term.noticeMonths'))
  if (terms.term.renewal && validTo === null)
    problems.push(warning('renewalOfIndefinite', 'terms.term.renewal'))
  const { capBp, floorBp = 0 } = terms.indexation ?? {}
  if (capBp !== undefined && capBp < floorBp)
    problems.push(error('indexationInverted', 'terms.indexation.capBp'))
  return problems
}

function ofServiceLevels(terms: Terms): TermsProblem[] {
  if (terms.serviceLevels.length === 0) return [error('noServiceLevel', 'terms.serviceLevels')]
  const ofRows = terms.serviceLevels.flatMap((level, i) => {
    const at = `terms.serviceLevels.${i}`
    const { priority, reactionMinutes, resolutionMinutes } = level
    const problems: TermsProblem[] = []
    if (resolutionMinutes !== undefined && resolutionMinutes < reactionMinutes)
      problems.push(error('resolutionBeforeReaction', `${at}.resolutionMinutes`, { priority }))
    if (resolutionMinutes === undefined && level.resolutionBusinessDays === undefined)
      problems.push(warning('noResolution', `${at}.resolutionMinutes`, { priority }))
    return problems
  })
  return [...ofMatrix(terms), ...ofRows]
}

const levelCodes: Partial<Record<LevelProblem['code'], TermsProblem['code']>> = {
  row_twice: 'priorityTwice',
  calendar_missing: 'unknownCalendar',
  no_fallback: 'noFallback',
}

/** What the engines say of the matrix as a whole, of impact × urgency, and of what a miss costs. */
function ofMatrix({ serviceLevels, calendars, clock, priorityMatrix, credits }: Terms): TermsProblem[] {
  const levels = problemsOfLevels(serviceLevels, calendars, priorityKeys).map(
    ({ code, weight, path }): TermsProblem => ({
      code: levelCodes[code] ?? 'levelProblem',
      weight,
      path: `terms.${path}`,
      values: { problem: code },
    }),
  )
  const matrix = priorityMatrix ? problemsOfMatrix(priorityMatrix, priorityKeys) : []
  const penalties = credits ? problemsOfCredits(credits) : []
  return [
    ...levels,
    ...matrix.map(({ code, path }) => error('matrixProblem', `terms.${path}`, { problem: code })),
    ...penalties.map(({ code, path }) => error('creditProblem', `terms.${path}`, { problem: code })),
    ...(clock.onReopen === 'newTicket' && clock.warrantyDays === undefined
      ? [error('warrantyDaysMissing', 'terms.clock.warrantyDays')]
      : []),
  ]
}

function ofCalendars(terms: Terms): TermsProblem[] {
  return Object.entries(terms.calendars).flatMap(([key, { name, calendar }]) =>
    problemsOfCalendar(calendar).map(({ code, path }) =>
      error('calendarProblem', `terms.calendars.${key}.${path}`, { problem: code, name }),
    ),
  )
}

function ofPeople(terms: Terms, around: Surroundings): TermsProblem[] {
  const problems: TermsProblem[] = []
  if (!around.staffIds.has(terms.accountManagerId))
    problems.push(error('accountManagerGone', 'terms.accountManagerId'))
  if (terms.deputyId && !around.staffIds.has(terms.deputyId))
    problems.push(error('deputyGone', 'terms.deputyId'))
  if (terms.deputyId === terms.accountManagerId)
    problems.push(warning('deputyIsAccountManager', 'terms.deputyId'))
  const supervisorsGone = (terms.reporters.supervisorIds ?? []).filter(
    (id) => !around.contactIds.has(id),
  ).length
  if (supervisorsGone > 0)
    problems.push(warning('supervisorGone', 'terms.reporters.supervisorIds', { gone: supervisorsGone }))
  for (const [i, { contactId }] of (terms.reporters.limits ?? []).entries())
    if (contactId && !mayReport(terms, around, contactId))
      problems.push(warning('limitOfNobody', `terms.reporters.limits.${i}.contactId`))
  if (terms.reporters.mode === 'all') return problems
  if (terms.reporters.contactIds.length === 0)
    problems.push(warning('noReporters', 'terms.reporters.contactIds'))
  const gone = terms.reporters.contactIds.filter((id) => !around.contactIds.has(id)).length
  if (gone > 0) problems.push(warning('reporterGone', 'terms.reporters.contactIds', { gone }))
  return problems
}

const mayReport = ({ reporters }: Terms, around: Surroundings, id: string): boolean =>
  around.contactIds.has(id) && (reporters.mode === 'all' || reporters.contactIds.includes(id))

function ofPrices(terms: Terms): TermsProblem[] {
  const problems = problemsOfPriceList(terms.priceList).map(
    ({ code, weight, path, values }): TermsProblem => ({
      code: 'priceProblem',
      weight,
      path: `terms.priceList${path && '.'}${path.replace(/\[(\d+)\]/g, '.$1')}`,
      values: { ...values, problem: code },
    }),
  )
  problems.push(...creditsInList(terms))
  if (terms.priceList.items.length === 0) problems.push(warning('nothingPriced', 'terms.priceList.items'))
  if (terms.billing.paymentDays > 60)
    problems.push(warning('paymentLate', 'terms.billing.paymentDays', { days: terms.billing.paymentDays }))
  return problems
}

/** What a missed target costs stands in the credits of the terms; the same as a price would never be charged. */
function creditsInList({ priceList }: Terms): TermsProblem[] {
  return priceList.items.flatMap((item, i) => {
    if (item.kind !== 'credit') return []
    const ofTarget =
      !item.targets || item.targets.some((one) => (targetKinds as readonly string[]).includes(one))
    return ofTarget ? [warning('creditInPriceList', `terms.priceList.items.${i}`)] : []
  })
}

function ofPaper(terms: Terms, around: Surroundings): TermsProblem[] {
  const problems: TermsProblem[] = []
  if (terms.document.scope.length === 0) problems.push(warning('noScope', 'terms.document.scope'))
  if (terms.document.liabilityLimit === '')
    problems.push(warning('noLiabilityLimit', 'terms.document.liabilityLimit'))
  if (!around.companyHasNip) problems.push(warning('companyNipMissing', 'company.nip'))
  if (!around.clientHasNip) problems.push(warning('clientNipMissing', 'client.nip'))
  if (!around.hasInvoiceEmail) problems.push(warning('noInvoiceEmail', 'client.invoiceEmail'))
  return problems
}

const error = (
  code: TermsProblem['code'],
  path: string,
  values: TermsProblem['values'] = {},
): TermsProblem => ({ code, weight: 'error', path, values })
const warning = (
  code: TermsProblem['code'],
  path: string,
  values: TermsProblem['values'] = {},
): TermsProblem => ({ code, weight: 'warning', path, values })
