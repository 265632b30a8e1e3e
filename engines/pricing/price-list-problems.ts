/**
 * Problems of a price list: everything a person can get wrong while writing one,
 * with the place where it stands. An error keeps the list from use; a warning is
 * shown and may be meant. Whatever is typed, this answers and never throws.
 */
import { commonChecks, type Check } from './item-problems.ts'
import { conflictsOf } from './list-conflicts.ts'
import { moreChecks } from './more-item-problems.ts'
import { currencies, type ItemKind, type PriceItem, type PriceList } from './price-list.ts'
import { error, isDate, isObject, oneOf, vatProblems, type PriceListProblem } from './problem-checks.ts'

export { problemCodes, type PriceListProblem, type ProblemCode } from './problem-checks.ts'

const checks: { [K in ItemKind]: Check<K> } = { ...commonChecks, ...moreChecks }

export function problemsOfPriceList(list: PriceList): PriceListProblem[] {
  if (!isObject(list) || !Array.isArray(list.items)) return [error('notAList', '')]
  const problems: PriceListProblem[] = []
  if (!currencies.includes(list.currency)) problems.push(error('unknownCurrency', 'currency'))
  problems.push(...vatProblems(list.vat, 'vat'))
  if (list.holidays !== undefined) problems.push(...oneOf(list.holidays, ['PL', 'none'], 'holidays'))
  list.items.forEach((item, i) => problems.push(...itemProblems(item, `items[${i}]`, list)))
  return [...problems, ...conflictsOf(list.items), ...changeProblems(list)]
}

function itemProblems(item: PriceItem, path: string, list: PriceList): PriceListProblem[] {
  if (!isObject(item)) return [error('unknownKind', path)]
  const id = typeof item.id === 'string' && item.id !== '' ? [] : [error('missing', `${path}.id`)]
  const vat = item.vat === undefined ? [] : vatProblems(item.vat, `${path}.vat`)
  const own = [...id, ...vat, ...dateProblems(item, path)]
  const check = Object.entries(checks).find(([kind]) => kind === item.kind)?.[1]
  if (!check) return [...own, error('unknownKind', `${path}.kind`)]
  return [...own, ...(check as Check<ItemKind>)(item, path, list)]
}

function dateProblems({ from, until }: PriceItem, path: string): PriceListProblem[] {
  const wrong = (['from', 'until'] as const).flatMap((name) => {
    const date = { from, until }[name]
    return date === undefined || isDate(date) ? [] : [error('notADate', `${path}.${name}`)]
  })
  if (wrong.length > 0 || from === undefined || until === undefined || from <= until) return wrong
  return [error('datesReversed', `${path}.until`)]
}

/** Each change makes a list of its own, which is judged like one. */
function changeProblems(list: PriceList): PriceListProblem[] {
  if (list.changes === undefined) return []
  if (!Array.isArray(list.changes)) return [error('missing', 'changes')]
  return list.changes.flatMap((change, c) => {
    const path = `changes[${c}]`
    if (!isObject(change) || !Array.isArray(change.items)) return [error('missing', path)]
    const when = isDate(change.from) ? [] : [error('notADate', `${path}.from`)]
    const gone = new Set(change.without ?? [])
    const changed = new Set(change.items.filter((item) => isObject(item)).map((item) => item.id))
    const kept = list.items.filter((item) => isObject(item) && !gone.has(item.id) && !changed.has(item.id))
    const whole = { ...list, items: [...kept, ...change.items] }
    const own = change.items.flatMap((item, i) => itemProblems(item, `${path}.items[${i}]`, whole))
    const known = new Set(conflictsOf(list.items).map(({ code }) => code))
    const conflicts = conflictsOf(whole.items, `${path}.items`).filter(({ code }) => !known.has(code))
    return [...when, ...own, ...conflicts.map((one) => ({ ...one, path }))]
  })
}
