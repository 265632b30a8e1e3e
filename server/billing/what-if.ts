/**
 * "What if": the past run again with other prices, month by month, against what was issued.
 * Nothing is stored. Unchanged terms give what was issued to the grosz; what people changed by
 * hand on the bills stands apart, so it is never taken for a difference of terms.
 */
import { fromGrosze, toText } from '#engines/base/decimal.ts'
import type { Line } from '#engines/pricing/line.ts'
import type { PriceList } from '#engines/pricing/price-list.ts'
import type { Lot } from '#engines/pricing/state.ts'
import { problemsOfPriceList } from '#engines/pricing/price-list-problems.ts'
import {
  clientsOf,
  contractOf,
  contractsOf,
  readPriceList,
  versionOf,
  type Contract,
  type VersionRow,
} from '#server/contracts/public.ts'
import { withShared } from '#server/desk/public.ts'
import { mayOnly, today, type Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { lineName } from '#words/line-name.ts'
import { billKey, issuedBills, missedTargets, pastOf, type Months, type PastContract } from './past-bills.ts'
import { monthOfDate, periodOf } from './periods.ts'
import { creditsAgain, waitingCredits, type CreditAgain } from './credits-again.ts'
import { settleContract, type PricedContract } from './settle-contract.ts'

/** Terms to try: those that were in force, a version of a contract (a draft too), a price list. */
export type Variant = { name: string } & (
  | { asIs: true }
  | { contractId: string; version: number }
  | { priceList: PriceList }
)

export type Question = {
  from: string
  to: string
  clientId?: string
  contractId?: string
  variants: Variant[]
}

export type VariantResult = {
  netGrosze: number
  feeGrosze: number
  overGrosze: number
  /** What we give back, as a negative amount. */
  creditGrosze: number
  /** Pieces of work that these terms do not price. */
  undecided: number
  lines: ShownLine[]
}
export type ShownLine = Omit<Line, 'explanation'> & {
  explanation: Line['explanation'] | CreditAgain['explanation']
  name: string
  contractNumber: string
  month: string
  isLate: boolean
}

export type WhatIfRow = {
  clientId: string
  clientName: string
  month: string
  issuedNetGrosze: number | null
  byHandGrosze: number
  /** Of tickets reported in the month; prices do not change them. */
  missedTargets: number
  results: VariantResult[]
}
export type WhatIf = {
  from: string
  to: string
  variants: { name: string; netGrosze: number; creditGrosze: number }[]
  issuedNetGrosze: number
  byHandGrosze: number
  rows: WhatIfRow[]
}

const monthsMax = 60

export async function whatIf(ctx: Context, question: Question): Promise<WhatIf> {
  mayOnly(ctx, 'owner', 'manager', 'accountManager', 'billing')
  const range = rangeOf(ctx, question)
  const contracts = await contractsFor(ctx, question)
  const clientIds = [...new Set(contracts.map(({ clientId }) => clientId))]
  const past = await pastOf(ctx, contracts, range)
  const runs: Map<string, PricedContract[]>[] = []
  for (const variant of question.variants) runs.push(runAgain(past, await versionsFor(ctx, variant)))
  const bills = await issuedBills(ctx, clientIds, range)
  const missed = await missedTargets(
    ctx,
    contracts.map(({ id }) => id),
    range,
  )
  const names = new Map((await clientsOf(ctx)).map(({ id, name }) => [id, name]))
  const waiting = await waitingCredits(ctx, clientIds)
  const credits = runs.map((run) => creditsAgain(run, { bills, waiting, language: ctx.language }))
  const keys = [...new Set([...runs.flatMap((run) => [...run.keys()]), ...bills.keys()])]
  const isOne = clientIds.length === 1
  const rows = keys.map((key): WhatIfRow => {
    const [clientId = '', month = ''] = key.split(' ')
    const bill = bills.get(key)
    return {
      clientId,
      clientName: names.get(clientId) ?? '',
      month,
      issuedNetGrosze: bill?.netGrosze ?? null,
      byHandGrosze: bill?.byHandGrosze ?? 0,
      missedTargets: missed.get(key) ?? 0,
      results: runs.map((run, i) => resultOf(ctx, run.get(key) ?? [], credits[i]!.get(key) ?? [], isOne)),
    }
  })
  rows.sort((a, b) => a.clientName.localeCompare(b.clientName, 'pl') || (a.month < b.month ? -1 : 1))
  return summed(question, range, rows)
}

function summed(question: Question, range: Months, rows: WhatIfRow[]): WhatIf {
  const sum = (of: (row: WhatIfRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    ...range,
    variants: question.variants.map(({ name }, i) => ({
      name,
      netGrosze: sum((row) => row.results[i]?.netGrosze ?? 0),
      creditGrosze: sum((row) => row.results[i]?.creditGrosze ?? 0),
    })),
    issuedNetGrosze: sum((row) => row.issuedNetGrosze ?? 0),
    byHandGrosze: sum((row) => row.byHandGrosze),
    rows,
  }
}

/** The months still running have no bill yet; they may be looked at as they stand. */
function rangeOf(ctx: Context, question: Question): Months {
  const now = monthOfDate(today(ctx).toString())
  const { from, to } = question
  if (from > to) refuse('dates_reversed', { from, to }, 'to')
  const months = Temporal.PlainYearMonth.from(from).until(Temporal.PlainYearMonth.from(to)).months
  if (months >= monthsMax) refuse('range_too_long', { monthsMax }, 'from')
  return { from, to: to > now ? now : to }
}

async function contractsFor(ctx: Context, { clientId, contractId }: Question): Promise<Contract[]> {
  if (contractId) return [(await contractOf(ctx, contractId)) ?? refuse('not_found')]
  const active = (await contractsOf(ctx)).filter(({ activatedAt }) => activatedAt !== null)
  return clientId ? active.filter((one) => one.clientId === clientId) : active
}

type Versions = (past: PastContract) => VersionRow[]

async function versionsFor(ctx: Context, variant: Variant): Promise<Versions> {
  if ('asIs' in variant) return ({ pricing }) => pricing.versions
  if ('priceList' in variant) {
    const priceList = validList(variant.priceList)
    return (past) => withList(past, priceList)
  }
  const version = (await versionOf(ctx, variant.contractId, variant.version)) ?? refuse('not_found')
  const priceList = validList(version.terms.priceList)
  return (past) => withList(past, priceList)
}

/** The list stands for the whole time, whatever was agreed when. */
function withList({ pricing }: PastContract, priceList: PriceList): VersionRow[] {
  const last = pricing.versions.at(-1)!
  return [
    { ...last, validFrom: pricing.contract.validFrom, validTo: null, terms: { ...last.terms, priceList } },
  ]
}

export function validList(given: PriceList): PriceList {
  const priceList = readPriceList(given, 'priceList')
  const problems = problemsOfPriceList(priceList).filter(({ weight }) => weight === 'error')
  const [first] = problems
  if (first) refuse('terms_invalid', { problems }, `priceList.${first.path.replace(/\[(\d+)\]/g, '.$1')}`)
  return priceList
}

/**
 * By client and month of the bill. Each month leaves its ledger to the next, as real bills do;
 * contracts of one client that share a pool leave it to each other.
 */
export function runAgain(past: readonly PastContract[], versionsOf: Versions): Map<string, PricedContract[]> {
  const run = new Map<string, PricedContract[]>()
  for (const own of Map.groupBy(past, ({ pricing }) => pricing.contract.clientId).values()) {
    const ledgers = own.map(({ pricing }) => pricing.ledger)
    let shared: Lot[] | undefined
    for (const month of [...new Set(own.flatMap(({ months }) => [...months.keys()]))].sort())
      own.forEach((one, i) => {
        const versions = versionsOf(one)
        const pricing = withShared({ ...one.pricing, versions, ledger: ledgers[i]! }, shared)
        const bill = { invoiceId: `again ${month}`, notedAt: month }
        const settled = settleContract(pricing, one.months.get(month) ?? [], bill)
        ledgers[i] = [...ledgers[i]!, ...settled.entries]
        shared = [
          ...(shared ?? []).filter((lot) => !settled.shared.some(({ id }) => id === lot.id)),
          ...settled.shared,
        ]
        if (settled.priced.length === 0) return
        const key = billKey(pricing.contract.clientId, month)
        run.set(key, [...(run.get(key) ?? []), ...settled.priced])
      })
  }
  return run
}

function resultOf(
  ctx: Context,
  priced: readonly PricedContract[],
  credits: readonly CreditAgain[],
  withLines: boolean,
): VariantResult {
  const lines = priced.flatMap((one) => one.lines)
  const net = (some: readonly { netGrosze: number }[]) =>
    some.reduce((sum, { netGrosze }) => sum + netGrosze, 0)
  const given = net(credits)
  const fee = net(lines.filter(({ group }) => group === 'fee')) + given
  return {
    netGrosze: net(lines) + given,
    feeGrosze: fee,
    overGrosze: net(lines) + given - fee,
    creditGrosze: given + net(lines.filter(({ kind }) => kind === 'credit')),
    undecided: priced.reduce((n, one) => n + one.needsDecision.length, 0),
    lines: withLines
      ? [...priced.flatMap((one) => shownLines(ctx, one)), ...credits.map((one) => shownCredit(priced, one))]
      : [],
  }
}

function shownCredit(priced: readonly PricedContract[], credit: CreditAgain): ShownLine {
  const { month, contractId, ...line } = credit
  return {
    ...line,
    itemId: 'credit',
    kind: 'credit',
    group: 'fee',
    vat: line.vat as Line['vat'],
    quantity: '1',
    unit: 'amount',
    unitPrice: toText(fromGrosze(line.netGrosze), 2),
    period: periodOf(month),
    informative: false,
    contractNumber: priced.find(({ contract }) => contract.id === contractId)?.contract.number ?? '',
    month,
    isLate: false,
  }
}

function shownLines(ctx: Context, { contract, period, isLate, lines }: PricedContract): ShownLine[] {
  return lines.map((line) => {
    const month = line.period.from > period.to ? monthOfDate(line.period.from) : period.month
    const name = lineName(ctx.language, line, { month, isLate })
    return { ...line, name, contractNumber: contract.number, month, isLate }
  })
}

/** Unchanged terms over the past: each bill, what the terms say now, and the difference. */
export async function backTest(ctx: Context, question: Omit<Question, 'variants'>) {
  const result = await whatIf(ctx, { ...question, variants: [{ name: 'asIs', asIs: true }] })
  const rows = result.rows.flatMap(({ results, ...row }) => {
    if (row.issuedNetGrosze === null) return []
    const computedNetGrosze = results[0]!.netGrosze
    const differenceGrosze = computedNetGrosze - (row.issuedNetGrosze - row.byHandGrosze)
    return [{ ...row, issuedNetGrosze: row.issuedNetGrosze, computedNetGrosze, differenceGrosze }]
  })
  return {
    from: result.from,
    to: result.to,
    bills: rows.length,
    differing: rows.filter(({ differenceGrosze }) => differenceGrosze !== 0).length,
    differenceGrosze: rows.reduce((sum, row) => sum + row.differenceGrosze, 0),
    rows,
  }
}
