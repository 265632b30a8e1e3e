/**
 * What the text of the contract does not say in a sentence of its own is said here in a list, in
 * the words of the difference between versions. So the paper holds every term, also one that was
 * added to the terms after this text was written: nothing applies that is not on the paper.
 */
import { accountsPl } from '#words/accounts.pl.ts'
import { termsChange } from '#words/terms-change.ts'
import { differenceOf } from '../terms-difference.ts'
import type { Terms } from '../terms.ts'
import { choicesOf } from './term-choices.ts'

/** The appendix under which it is listed: service levels, prices, or places and people. */
export type OtherTerm = { appendix: 1 | 2 | 4; place: string; text: string }
type People = ReadonlyMap<string, string>
type Row = Record<string, unknown>

/** Places that the text says itself, whole. */
const saidElsewhere = [
  /^(accountManagerId|deputyId)$/,
  /^serviceLevels\.[^.]+\.(priority|category|deviceClass|site|definition|calendar|resolution|(reaction|arrival|workAround)Minutes|(arrival|workAround)BusinessDays)$/,
  /^calendars\./,
  /^clock\.(onPriorityChange|onReopen|warrantyDays|gateClock|closeAfterDays|pauseReasons)(\.|$)/,
  /^credits\.clauses\./,
  /^priceList\.(items|currency|vat)(\.|$)/,
  /^billing\.(period|paymentDays|paymentDaysFrom)$/,
  /^indexation\.(index|month|capBp|floorBp|noticeDays|firstYear)$/,
  /^term\./,
  /^examples\./,
  /^document\./,
]

export function otherTerms(terms: Terms, people: People): OtherTerm[] {
  return differenceOf(blankOf(terms) as Terms, terms)
    .filter(({ path }) => !saidElsewhere.some((said) => said.test(path)))
    .filter(({ path }) => terms.reporters.mode === 'listed' || path !== 'reporters.contactIds')
    .flatMap((change) => {
      const { place, after } = termsChange('pl', { ...change, before: null }, namesOf(people))
      return after === null ? [] : [{ appendix: appendixOf(change.path), place, text: after }]
    })
}

function appendixOf(path: string): OtherTerm['appendix'] {
  if (/^(reporters|covers)\b/.test(path)) return 4
  return /^(priceList|billing|indexation|credits)\b/.test(path) ? 2 : 1
}

/** The same rooms and rows with nothing in them: the difference to it is everything. */
function blankOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => (isRow(one) ? keysOf(one) : one)).filter(isRow)
  if (!isRow(value)) return undefined
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) =>
      isRow(one) || (Array.isArray(one) && one.some(isRow)) ? [[key, blankOf(one)]] : [],
    ),
  )
}

/** Rows of a list are told apart by these. */
const marks = ['priority', 'category', 'deviceClass', 'site', 'key', 'id', 'contactId', 'name']
const keysOf = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([key]) => marks.includes(key)))

/**
 * Everything that a rule, a calendar, an example says: its sentence, and beside it the fields that
 * the sentence leaves out. They are found by trying: a field is left out when another value in its
 * place would read the same.
 */
export function wholeText(
  path: string,
  value: object,
  people: People,
  isSaidBeside: (field: string, value: unknown) => boolean = () => false,
): Whole {
  const known = told.get(value)
  if (known) return known
  const whole = toldWhole(path, value, people, isSaidBeside)
  told.set(value, whole)
  return whole
}

type Whole = { text: string; beside?: string }
/** Terms are never changed in place, so what was found once of a rule stays true of it. */
const told = new WeakMap<object, Whole>()

function toldWhole(
  path: string,
  value: object,
  people: People,
  isSaidBeside: (field: string, value: unknown) => boolean,
): Whole {
  const names = namesOf(people)
  const say = (one: unknown) => termsChange('pl', { path, before: null, after: one }, names).after ?? ''
  const text = say(value)
  const leaves = leavesOf(value).filter((leaf) => !isSaidBeside(leaf.join('.'), at(value, leaf)))
  const beside = leaves.flatMap((leaf) => {
    const alike = readsAlike(say, text, value, leaf)
    if (alike === undefined) return []
    // Of two that read alike the difference names the field in brackets behind the sentence.
    const { after } = termsChange('pl', { path, before: alike, after: value }, names)
    return after?.startsWith(`${text} (`) ? [after.slice(text.length + 2, -1)].filter(Boolean) : []
  })
  return { text, ...(beside.length > 0 && { beside: [...new Set(beside)].join('; ') }) }
}

/** The same with another value in one field, where that makes no difference to the sentence. */
function readsAlike(say: (one: unknown) => string, text: string, value: object, leaf: Way): unknown {
  const readsTheSame = (one: unknown) => {
    try {
      return say(one) === text
    } catch {
      // A value of which there is no sentence is told apart well enough.
      return false
    }
  }
  const others = othersFor(leaf.at(-1) ?? '', at(value, leaf))
  const changed =
    others.length === 0 ? [without(value, leaf)] : others.map((other) => put(value, leaf, other))
  return changed.find(readsTheSame)
}

/** What else could stand there. Leaving a field out is no such thing: it means its usual value. */
function othersFor(field: string, value: unknown): unknown[] {
  if (typeof value === 'number') return [value + 1]
  if (typeof value === 'boolean') return [!value]
  if (typeof value !== 'string') return []
  const choices = choicesOf(field)
  return choices.includes(value) ? choices.filter((one) => one !== value) : [`${value}1`]
}

type Way = string[]

/** Keys of reference mean nothing to a reader and are not printed. */
function leavesOf(value: unknown, way: Way = []): Way[] {
  if (Array.isArray(value) && value.some(isRow))
    return value.flatMap((one, at) => leavesOf(one, [...way, String(at)]))
  if (!isRow(value)) return [way]
  return Object.entries(value).flatMap(([key, one]) =>
    one === undefined || (way.length === 0 && (key === 'id' || key === 'key'))
      ? []
      : leavesOf(one, [...way, key]),
  )
}

/** The same without one field; a list is emptied, so that what walks over it still can. */
const without = (value: unknown, way: Way): unknown =>
  put(value, way, Array.isArray(at(value, way)) ? [] : undefined)

const at = (value: unknown, way: Way): unknown =>
  way.reduce<unknown>((one, key) => (one as Row | undefined)?.[key], value)

function put(value: unknown, [key, ...rest]: Way, other: unknown): unknown {
  if (key === undefined) return other
  if (Array.isArray(value)) return value.map((one, i) => (String(i) === key ? put(one, rest, other) : one))
  if (!isRow(value)) return value
  const { [key]: inner, ...others } = value
  const changed = put(inner, rest, other)
  return changed === undefined ? others : { ...value, [key]: changed }
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const namesOf = (people: People) => ({ people, priorities: accountsPl.priorities })
