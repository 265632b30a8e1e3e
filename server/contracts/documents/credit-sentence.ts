/** A clause on missed targets as a sentence of § 15: for what, how much, at most how much. */
import { accountsPl } from '#words/accounts.pl.ts'
import { contractsPl } from '#words/contracts.pl.ts'
import { documentsPl } from '#words/documents.pl.ts'
import { list, money, percent } from '#words/format.ts'
import type { Terms } from '../terms.ts'

type Clause = NonNullable<Terms['credits']>['clauses'][number]
const words = documentsPl.paper

export function creditSentence(clause: Clause): string {
  const target = contractsPl.paper.stops[clause.target]
  const priorities = clause.priorities?.map((key) => accountsPl.priorities[key] ?? key)
  const whose = priorities && priorities.length > 0 ? words.creditPriorities(list('pl', priorities)) : ''
  const threshold =
    clause.thresholdBp === undefined ? '' : words.creditThreshold(percent('pl', clause.thresholdBp))
  const most =
    clause.capPerTicketGrosze === undefined ? '' : words.creditMost(money('pl', clause.capPerTicketGrosze))
  const source = clause.clause ? ` (${clause.clause})` : ''
  return `${words.creditFor[clause.counts]({ target, whose })}: ${amountOf(clause)}${threshold}${most}${source}`
}

function amountOf({ amountGrosze, feeBp }: Clause): string {
  const said = [
    amountGrosze !== undefined && money('pl', amountGrosze),
    feeBp !== undefined && words.ofFees(percent('pl', feeBp)),
  ].filter(Boolean)
  return said.length > 0 ? said.join(' oraz ') : words.creditNone
}
