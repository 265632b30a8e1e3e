/**
 * Terms as a person typed them become terms as the engines read them: "1 234,50" is
 * 1234.50, "12,5,0" is refused at its field. A calendar that never opens is refused here
 * too, because a draft with it could not even show an example deadline.
 */
import { parseDecimal, toText } from '#engines/base/decimal.ts'
import { problemsOfCalendar } from '#engines/worktime/calendar.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import type { Terms } from './terms.ts'

export function readTerms(given: Terms, field = 'terms'): Terms {
  for (const [key, { calendar }] of Object.entries(given.calendars))
    refuseCalendar(calendar, `${field}.calendars.${key}`)
  const priceList = readPriceList(given.priceList, `${field}.priceList`)
  // One rate for both: the price list's, which the engine reads.
  return { ...given, priceList, billing: { ...given.billing, vat: priceList.vat } }
}

export function readPriceList(given: Terms['priceList'], field: string): Terms['priceList'] {
  return withAmounts(given, field)
}

function refuseCalendar(calendar: Terms['calendars'][string]['calendar'], field: string): void {
  const problems = problemsOfCalendar(calendar)
  if (problems.some((p) => p.code === 'never_opens')) refuse('calendar_never_opens', {}, field)
  const [first] = problems
  if (first) refuse('calendar_invalid', { problems }, `${field}.${first.path}`)
}

/** Every field whose name ends in "Price", and every price of a list of materials. */
function withAmounts<T>(value: T, path: string): T {
  if (Array.isArray(value)) return value.map((one, i) => withAmounts(one, `${path}.${i}`)) as T
  if (typeof value !== 'object' || value === null) return value
  const read = Object.entries(value).map(([name, one]) => {
    const at = `${path}.${name}`
    const isPrice = typeof one === 'string' && (/(^p|P)rice$/.test(name) || path.endsWith('.listPrices'))
    return [name, isPrice ? amountOf(one, at) : withAmounts(one, at)]
  })
  return Object.fromEntries(read) as T
}

/** Spaces between thousands and a decimal comma are how people here write; two commas are not. */
export function amountOf(text: string, field: string): string {
  const read = parseDecimal(text.replace(/\s*zł$/i, ''))
  if ('problem' in read) refuse('amount_invalid', { text, problem: read.problem }, field)
  return toText(read.value, 2)
}
