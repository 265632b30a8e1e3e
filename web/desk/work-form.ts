/** The form of one work entry: what stands in it at first, what is wrong with it, what is sent. */
import { askedOf, type AskedFacts, type AskedOf, type WorkFacts } from '#engines/pricing/asked-facts.ts'
import type { Asked } from '../kit/api.ts'
import type { Place, WorkEntry } from './desk-data.ts'
import { decimalOf, instantOf, wallOf } from './local-time.ts'

export type WorkKind = WorkEntry['kind']
export type WorkForm = {
  place: Place
  date: string
  from: string
  to: string
  note: string
  kilometres: string
  name: string
  quantity: string
  unit: string
  unitPrice: string
  cost: string
  notBilledBecause: string
  /** What the price list of the contract asks. */
  facts: WorkFacts
}

/** The fields that hold typed text. */
export type TypedField = Exclude<keyof WorkForm, 'facts'>

const hourMs = 3_600_000

/** A new entry: the last hour, today. */
export function newForm(nowMs: number, zone: string, unit: string): WorkForm {
  const { date, time } = wallOf(nowMs, zone)
  return {
    place: 'remote',
    date,
    from: wallOf(nowMs - hourMs, zone).date === date ? wallOf(nowMs - hourMs, zone).time : '00:00',
    to: time,
    note: '',
    kilometres: '',
    name: '',
    quantity: '1',
    unit,
    unitPrice: '',
    cost: '',
    notBilledBecause: '',
    facts: {},
  }
}

export function formOf(entry: WorkEntry, zone: string): WorkForm {
  const start = wallOf(entry.kind === 'time' ? entry.startedAt : entry.at, zone)
  const empty = newForm(Date.parse(entry.kind === 'time' ? entry.startedAt : entry.at), zone, '')
  const common = {
    ...empty,
    date: start.date,
    from: start.time,
    notBilledBecause: entry.notBilledBecause ?? '',
    facts: entry.facts,
  }
  if (entry.kind === 'time')
    return {
      ...common,
      place: entry.place,
      note: entry.note,
      to: entry.endedAt ? wallOf(entry.endedAt, zone).time : '',
    }
  if (entry.kind === 'trip') return { ...common, note: entry.note, kilometres: commaOf(entry.kilometres) }
  return {
    ...common,
    name: entry.name,
    quantity: commaOf(entry.quantity),
    unit: entry.unit,
    unitPrice: commaOf(entry.unitPrice),
    cost: commaOf(entry.cost),
  }
}

const commaOf = (text: string | null): string =>
  (text ?? '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
    .replace('.', ',')

export type WorkBody =
  | { kind: 'time'; body: Asked<'post', '/api/tickets/{id}/time'>['body'] }
  | { kind: 'trip'; body: Asked<'post', '/api/tickets/{id}/trips'>['body'] }
  | { kind: 'material'; body: Asked<'post', '/api/tickets/{id}/materials'>['body'] }
export type FormProblem = { field: TypedField; code: 'badNumber' | 'badTime' }

/** What is sent, or the field that cannot be read. An end before the start means past midnight. */
export function bodyOf(kind: WorkKind, form: WorkForm, zone: string): WorkBody | FormProblem {
  const from = instantOf(form.date, form.from, zone)
  if (Number.isNaN(from)) return { field: 'from', code: 'badTime' }
  if (kind === 'time') return timeBody(form, from, zone)
  return kind === 'trip' ? tripBody(form, iso(from)) : materialBody(form, iso(from))
}

function timeBody(form: WorkForm, from: number, zone: string): WorkBody | FormProblem {
  const end = instantOf(form.date, form.to, zone)
  if (Number.isNaN(end)) return { field: 'to', code: 'badTime' }
  const endedAt = end < from ? end + 24 * hourMs : end
  return {
    kind: 'time',
    body: {
      place: form.place,
      startedAt: iso(from),
      endedAt: iso(endedAt),
      note: form.note,
      facts: form.facts,
    },
  }
}

function tripBody({ kilometres: typed, note, facts }: WorkForm, at: string): WorkBody | FormProblem {
  if (typed.trim() === '') return { kind: 'trip', body: { at, note, facts } }
  const kilometres = decimalOf(typed)
  if (kilometres === undefined) return { field: 'kilometres', code: 'badNumber' }
  return { kind: 'trip', body: { at, note, kilometres, facts } }
}

function materialBody(form: WorkForm, at: string): WorkBody | FormProblem {
  const numbers: Partial<Record<'quantity' | 'unitPrice' | 'cost', string>> = {}
  for (const field of ['quantity', 'unitPrice', 'cost'] as const) {
    if (field !== 'quantity' && form[field].trim() === '') continue
    const value = decimalOf(form[field])
    if (value === undefined) return { field, code: 'badNumber' }
    numbers[field] = value
  }
  const { quantity = '', ...prices } = numbers
  return {
    kind: 'material',
    body: { at, name: form.name.trim(), unit: form.unit.trim(), quantity, ...prices, facts: form.facts },
  }
}

const iso = (ms: number): string => new Date(ms).toISOString()

export const isProblem = (result: WorkBody | FormProblem): result is FormProblem => 'code' in result

/** What is asked of a kind of work, and what an entry says already though nobody asks it any more. */
export function choicesOf(asked: AskedFacts, facts: WorkFacts): [AskedOf, string[]][] {
  return askedOf.flatMap((name): [AskedOf, string[]][] => {
    const said = facts[name] === undefined ? [] : [facts[name]].flat()
    const choices = [...new Set([...(asked[name] ?? []), ...said])]
    return choices.length > 0 ? [[name, choices]] : []
  })
}

/** Seconds of all finished time entries. */
export function secondsOf(work: readonly WorkEntry[]): number {
  return work.reduce(
    (sum, entry) =>
      entry.kind === 'time' && entry.endedAt
        ? sum + (Date.parse(entry.endedAt) - Date.parse(entry.startedAt)) / 1000
        : sum,
    0,
  )
}
