/**
 * A change of terms in words: where, what stood there, what stands there now. Values are
 * written as the paper writes them; rules of the price list as their sentences. Where two
 * sentences would read the same although the rules differ, the fields that differ are named beside them, so
 * no change is ever silent.
 */
import type { PriceItem } from '#engines/pricing/price-list.ts'
import type { WorkCalendar } from '#engines/worktime/calendar.ts'
import { calendarHours, granted } from './calendar-hours.ts'
import { count, date, days as daysText, money, nb, percent, price, workingDays } from './format.ts'
import { priceItemName, priceSentences } from './price-sentences.ts'
import { termNames, termValues } from './term-names.ts'
import type { Lang } from './words.ts'

export type Change = { path: string; before: unknown; after: unknown }
export type SaidChange = { place: string; before: string | null; after: string | null }
export type Names = { people: ReadonlyMap<string, string>; priorities: Readonly<Record<string, string>> }
type Row = Record<string, unknown>

export function termsChange(lang: Lang, change: Change, names: Names): SaidChange {
  const say = (value: unknown): string | null =>
    value === null || value === undefined ? null : sentenceOf(lang, change.path, value, names)
  const [before, after] = [say(change.before), say(change.after)]
  const place = placeText(lang, change, names)
  if (before === null || after === null || before !== after) return { place, before, after }
  const differing = leafChanges(change.before, change.after)
  const beside = (pick: (leaf: Leaf) => unknown): string =>
    `${before} (${differing.map((leaf) => `${fieldsText(lang, leaf.path)}: ${leafText(lang, leaf.path.at(-1) ?? lastOf(change.path), pick(leaf), names)}`).join('; ')})`
  return { place, before: beside((leaf) => leaf.before), after: beside((leaf) => leaf.after) }
}

const lastOf = (path: string): string => path.split('.').at(-1) ?? ''
const nameOf = (lang: Lang, key: string): string => termNames[lang][key] ?? key
const fieldsText = (lang: Lang, path: string[]): string =>
  path
    .filter((key) => !/^\d+$/.test(key))
    .map((key) => nameOf(lang, key))
    .join(', ')

function placeText(lang: Lang, { path, before, after }: Change, names: Names): string {
  const [room = '', key = '', field] = path.split('.')
  const t = words[lang]
  const one = (after ?? before) as Row | null
  if (room === 'serviceLevels') {
    const [priority = '', ...others] = key.split(' / ')
    const row = [
      priority === '*' ? t.everyPriority : `${t.priority} ${names.priorities[priority] ?? priority}`,
      ...others,
    ]
    return field ? `${row.join(', ')}: ${levelField(lang, path)}` : row.join(', ')
  }
  if (room === 'calendars') return `${t.calendar} ${textOr(one?.name, key)}`.trim()
  if (path.startsWith('clock.pauseReasons.')) return `${t.pauseReason} ${textOr(one?.name, field ?? '')}`
  if (path.startsWith('clock.targets.')) return `${t.target} ${valueName(lang, field ?? '')}`
  if (path.startsWith('priceList.items.')) {
    const item = one as PriceItem | null
    return `${t.priceList}: ${item ? (item.name ?? priceItemName(lang, item.kind)) : key}`
  }
  if (path.startsWith('examples.')) return `${t.example} „${key}”`
  if (path.startsWith('reporters.limits.'))
    return `${t.limitOf} ${field === 'all' ? t.everybody : (names.people.get(field ?? '') ?? t.gone)}`
  if (path.startsWith('credits.clauses.')) return `${t.credit} ${textOr(one?.clause, field ?? '')}`.trim()
  return t.places[path] ?? fieldsText(lang, path.split('.'))
}

const textOr = (value: unknown, other: string): string => (typeof value === 'string' && value ? value : other)

function levelField(lang: Lang, path: string): string {
  const [, , field = '', target] = path.split('.')
  return target ? `${nameOf(lang, field)}, ${valueName(lang, target)}` : nameOf(lang, field)
}

const valueName = (lang: Lang, value: string): string => termValues[lang][value] ?? value

function sentenceOf(lang: Lang, path: string, value: unknown, names: Names): string {
  const t = words[lang]
  if (path.startsWith('priceList.items.')) return ruleText(lang, value as PriceItem, names)
  if (path.startsWith('calendars.'))
    return calendarHours(lang, (value as { calendar: WorkCalendar }).calendar)
  if (path.startsWith('clock.pauseReasons.'))
    return `${t.stopsThat} ${listText(lang, (value as Row).stops as string[])}`
  if (path.endsWith('.resolution')) return resolutionText(lang, value as Level)
  if (/^serviceLevels\.[^.]+$/.test(path)) return levelText(lang, value as Level)
  if (path === 'term.renewal') {
    const { months, noticeDays } = value as { months: number; noticeDays: number }
    return t.renewal(count(lang, months, t.months), daysText(lang, noticeDays))
  }
  if (path === 'reporters.mode') return t.modes[String(value)] ?? String(value)
  if (typeof value === 'object' && !Array.isArray(value)) return rowText(lang, value as Row, names)
  return leafText(lang, lastOf(path), value, names)
}

/** A rule that the sentences do not know how to say is said field by field. */
function ruleText(lang: Lang, item: PriceItem, names: Names): string {
  try {
    const text = priceSentences(lang, { currency: 'PLN', vat: '23', items: [item] }).join(' ')
    return text || rowText(lang, item, names)
  } catch {
    // A draft may hold a price that is no number yet.
    return rowText(lang, item, names)
  }
}

function rowText(lang: Lang, row: Row, names: Names): string {
  return Object.entries(row)
    .filter(([key, value]) => value !== undefined && key !== 'id' && key !== 'contactId')
    .map(([key, value]) => `${nameOf(lang, key)}: ${leafText(lang, key, value, names)}`)
    .join('; ')
}

/** One value, by what the ending of its name says of it. */
function leafText(lang: Lang, key: string, value: unknown, names: Names): string {
  const t = words[lang]
  if (value === undefined || value === null) return t.nothing
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (Array.isArray(value))
    return (
      value.map((one) => leafText(lang, key.replace(/Ids$/, 'Id'), one, names)).join('; ') ||
      (key === 'contactIds' ? t.nobody : t.nothing)
    )
  if (typeof value === 'object') return rowText(lang, value as Row, names)
  if (key.endsWith('Id')) return names.people.get(String(value)) ?? t.gone
  if (typeof value === 'number') return numberText(lang, key, value)
  const text = String(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return date(lang, text)
  if (/(^p|P)rice$/.test(key) && /^-?\d+(\.\d+)?$/.test(text))
    return `${price(lang, text)}${nb}${lang === 'pl' ? 'zł' : 'PLN'}`
  if (key === 'vat' && /^\d+$/.test(text)) return `${text}%`
  if (/riorit(y|ies)$/i.test(key)) return names.priorities[text] ?? text
  return valueName(lang, text)
}

function numberText(lang: Lang, key: string, value: number): string {
  const t = words[lang]
  if (key.endsWith('Grosze')) return money(lang, value)
  if (key.endsWith('Bp')) return percent(lang, value)
  if (key.endsWith('BusinessDays')) return workingDays(lang, value)
  if (key.endsWith('Minutes')) return granted(value)
  if (key.endsWith('Days')) return daysText(lang, value)
  if (key.endsWith('Months') || key === 'months') return count(lang, value, t.months)
  if (key === 'share') return `${value}%`
  if (key === 'month') return t.monthNames[value - 1] ?? String(value)
  return String(value)
}

type Level = {
  reactionMinutes?: number
  resolutionMinutes?: number
  resolutionBusinessDays?: number
}

function levelText(lang: Lang, level: Level): string {
  return `${nameOf(lang, 'reactionMinutes')} ${granted(level.reactionMinutes ?? 0)}, ${nameOf(lang, 'resolution')} ${resolutionText(lang, level)}`
}

function resolutionText(lang: Lang, level: Level): string {
  if (level.resolutionBusinessDays) return workingDays(lang, level.resolutionBusinessDays)
  return level.resolutionMinutes ? granted(level.resolutionMinutes) : words[lang].notPromised
}

const listText = (lang: Lang, values: string[]): string =>
  values.map((one) => valueName(lang, one)).join(', ') || words[lang].nothing

type Leaf = { path: string[]; before: unknown; after: unknown }

/** The single values that differ, each with the way to it. */
function leafChanges(before: unknown, after: unknown, path: string[] = []): Leaf[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (!isRow(before) || !isRow(after)) return [{ path, before, after }]
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap((key) => leafChanges(before[key], after[key], [...path, key]))
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null

const words = {
  pl: {
    priority: 'priorytet',
    everyPriority: 'każdy priorytet',
    calendar: 'godziny obsługi',
    pauseReason: 'wstrzymanie czasu:',
    target: 'zasady terminu:',
    priceList: 'cennik',
    example: 'przykład',
    credit: 'bonifikata',
    limitOf: 'ograniczenie:',
    everybody: 'wszyscy zgłaszający',
    nothing: 'brak',
    nobody: 'nikt',
    gone: 'osoba spoza listy',
    yes: 'tak',
    no: 'nie',
    notPromised: 'bez terminu',
    stopsThat: 'wstrzymuje:',
    renewal: (months: string, notice: string) => `o ${months}, sprzeciw ${notice} wcześniej`,
    months: { one: 'miesiąc', few: 'miesiące', many: 'miesięcy', other: 'miesiąca' },
    monthNames: [
      'styczeń',
      'luty',
      'marzec',
      'kwiecień',
      'maj',
      'czerwiec',
      'lipiec',
      'sierpień',
      'wrzesień',
      'październik',
      'listopad',
      'grudzień',
    ],
    modes: { all: 'każda osoba klienta', listed: 'tylko osoby z listy' } as Record<string, string>,
    places: {
      'reporters.mode': 'kto może zgłaszać',
      'document.place': 'miejsce zawarcia',
      'document.scope': 'zakres usług',
      'priceList.vat': 'stawka VAT',
      'priceList.currency': 'waluta cennika',
      'billing.vat': 'stawka VAT faktur',
    } as Record<string, string>,
  },
  en: {
    priority: 'priority',
    everyPriority: 'every priority',
    calendar: 'service hours',
    pauseReason: 'pause:',
    target: 'rules of the target:',
    priceList: 'price list',
    example: 'example',
    credit: 'credit',
    limitOf: 'limit:',
    everybody: 'everybody who reports',
    nothing: 'none',
    nobody: 'nobody',
    gone: 'a person not on the list',
    yes: 'yes',
    no: 'no',
    notPromised: 'no deadline',
    stopsThat: 'stops:',
    renewal: (months: string, notice: string) => `by ${months}, a no ${notice} before`,
    months: { one: 'month', other: 'months' },
    monthNames: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    modes: { all: 'anybody of the client', listed: 'only the people listed' } as Record<string, string>,
    places: {
      'reporters.mode': 'who may report',
      'document.place': 'place',
      'document.scope': 'scope of services',
      'priceList.vat': 'VAT rate',
      'priceList.currency': 'currency of the price list',
      'billing.vat': 'VAT rate of invoices',
    } as Record<string, string>,
  },
} as const
