/**
 * A change of terms in words: where, what stood there, what stands there now. Values are
 * written as the paper writes them; rules of the price list as their sentences.
 */
import type { PriceItem } from '#engines/pricing/price-list.ts'
import type { WorkCalendar } from '#engines/worktime/calendar.ts'
import { calendarHours, granted } from './calendar-hours.ts'
import { count, workingDays } from './format.ts'
import { priceItemName, priceSentences } from './price-sentences.ts'
import type { Lang } from './words.ts'

export type Change = { path: string; before: unknown; after: unknown }
export type SaidChange = { place: string; before: string | null; after: string | null }
export type Names = { people: ReadonlyMap<string, string>; priorities: Readonly<Record<string, string>> }

export function termsChange(lang: Lang, change: Change, names: Names): SaidChange {
  const say = (value: unknown): string | null =>
    value === null || value === undefined ? null : valueText(lang, change.path, value, names)
  return { place: placeText(lang, change, names), before: say(change.before), after: say(change.after) }
}

function placeText(lang: Lang, { path, before, after }: Change, names: Names): string {
  const [room = '', key = '', field] = path.split('.')
  const t = words[lang]
  if (room === 'serviceLevels')
    return [`${t.priority} ${names.priorities[key] ?? key}`, field && (t.fields[field] ?? field)]
      .filter(Boolean)
      .join(': ')
  if (room === 'calendars')
    return `${t.calendar} ${((after ?? before) as { name?: string })?.name ?? ''}`.trim()
  if (path.startsWith('clock.pauseReasons.'))
    return `${t.pauseReason} ${((after ?? before) as { name?: string })?.name ?? path.split('.')[2]}`
  if (path.startsWith('priceList.items.')) {
    const item = (after ?? before) as PriceItem
    return `${t.priceList}: ${item.name ?? priceItemName(lang, item.kind)}`
  }
  return t.fields[path] ?? path
}

function valueText(lang: Lang, path: string, value: unknown, names: Names): string {
  const t = words[lang]
  if (path.startsWith('priceList.items.'))
    return priceSentences(lang, { currency: 'PLN', vat: '23', items: [value as PriceItem] }).join(' ')
  if (path.startsWith('calendars.'))
    return calendarHours(lang, (value as { calendar: WorkCalendar }).calendar)
  if (path.startsWith('clock.pauseReasons.'))
    return (value as { stops: string[] }).stops.map((stop) => t.stops[stop] ?? stop).join(', ') || t.nothing
  if (path.endsWith('.resolution')) return resolutionText(lang, value as Level)
  if (/^serviceLevels\.[^.]+$/.test(path))
    return `${t.fields.reactionMinutes} ${granted((value as Level).reactionMinutes ?? 0)}, ${t.fields.resolution} ${resolutionText(lang, value as Level)}`
  if (path.endsWith('Minutes')) return granted(Number(value))
  if (path.endsWith('paymentDays') || path.endsWith('closeAfterDays'))
    return count(lang, Number(value), t.days)
  if (path.endsWith('Months')) return count(lang, Number(value), t.months)
  if (path.endsWith('Id')) return names.people.get(String(value)) ?? t.gone
  if (path.endsWith('contactIds'))
    return (value as string[]).map((id) => names.people.get(id) ?? t.gone).join(', ') || t.nobody
  if (Array.isArray(value)) return value.join('; ') || t.nothing
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (path === 'priceList.vat') return /^\d+$/.test(String(value)) ? `${String(value)}%` : String(value)
  const text = String(value)
  return t.values[text] ?? text
}

type Level = { reactionMinutes?: number; resolutionMinutes?: number; resolutionBusinessDays?: number }

function resolutionText(lang: Lang, level: Level): string {
  if (level.resolutionBusinessDays) return workingDays(lang, level.resolutionBusinessDays)
  return level.resolutionMinutes ? granted(level.resolutionMinutes) : words[lang].notPromised
}

const words = {
  pl: {
    priority: 'priorytet',
    calendar: 'godziny obsługi',
    pauseReason: 'wstrzymanie czasu:',
    priceList: 'cennik',
    nothing: 'brak',
    nobody: 'nikt',
    gone: 'osoba spoza listy',
    yes: 'tak',
    no: 'nie',
    notPromised: 'bez terminu',
    stops: { reaction: 'wstrzymuje reakcję', resolution: 'wstrzymuje realizację' } as Record<string, string>,
    days: { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' },
    months: { one: 'miesiąc', few: 'miesiące', many: 'miesięcy', other: 'miesiąca' },
    fields: {
      definition: 'kiedy się stosuje',
      reactionMinutes: 'reakcja',
      resolution: 'realizacja',
      calendar: 'godziny obsługi',
      accountManagerId: 'opiekun',
      deputyId: 'zastępca opiekuna',
      'reporters.mode': 'kto może zgłaszać',
      'reporters.contactIds': 'osoby, które mogą zgłaszać',
      'clock.onPriorityChange': 'zmiana priorytetu',
      'clock.onReopen': 'ponowne otwarcie',
      'clock.gateClock': 'zegar zgłoszenia z poczekalni',
      'clock.closeAfterDays': 'samoczynne zamknięcie',
      'priceList.vat': 'stawka VAT',
      'billing.period': 'okres rozliczeniowy',
      'billing.paymentDays': 'termin płatności',
      'term.isIndefinite': 'czas nieoznaczony',
      'term.noticeMonths': 'okres wypowiedzenia',
      'document.place': 'miejsce zawarcia',
      'document.scope': 'zakres usług',
      'document.exclusions': 'wyłączenia',
      'document.liabilityLimit': 'limit odpowiedzialności',
      'document.warrantyMonths': 'gwarancja na naprawy',
      'document.form': 'forma umowy',
      'document.court': 'sąd',
    } as Record<string, string>,
    values: {
      all: 'każda osoba klienta',
      listed: 'tylko osoby z listy',
      fromReport: 'liczy się od zgłoszenia',
      restart: 'liczy się od nowa',
      continue: 'liczy się dalej',
      fromAdmission: 'liczy się od dopuszczenia',
      month: 'miesiąc',
      documentary: 'dokumentowa',
      written: 'pisemna',
      electronic: 'elektroniczna',
      contractor: 'sąd wykonawcy',
      client: 'sąd klienta',
      defendant: 'sąd pozwanego',
    } as Record<string, string>,
  },
  en: {
    priority: 'priority',
    calendar: 'service hours',
    pauseReason: 'pause:',
    priceList: 'price list',
    nothing: 'none',
    nobody: 'nobody',
    gone: 'a person not on the list',
    yes: 'yes',
    no: 'no',
    notPromised: 'no deadline',
    stops: { reaction: 'stops the reaction', resolution: 'stops the resolution' } as Record<string, string>,
    days: { one: 'day', other: 'days' },
    months: { one: 'month', other: 'months' },
    fields: {
      definition: 'when it applies',
      reactionMinutes: 'reaction',
      resolution: 'resolution',
      calendar: 'service hours',
      accountManagerId: 'account manager',
      deputyId: 'deputy',
      'reporters.mode': 'who may report',
      'reporters.contactIds': 'people who may report',
      'clock.onPriorityChange': 'change of priority',
      'clock.onReopen': 'reopening',
      'clock.gateClock': 'clock of a report held at the gate',
      'clock.closeAfterDays': 'automatic closing',
      'priceList.vat': 'VAT rate',
      'billing.period': 'billing period',
      'billing.paymentDays': 'payment term',
      'term.isIndefinite': 'indefinite',
      'term.noticeMonths': 'notice period',
      'document.place': 'place',
      'document.scope': 'scope of services',
      'document.exclusions': 'exclusions',
      'document.liabilityLimit': 'limit of liability',
      'document.warrantyMonths': 'warranty on repairs',
      'document.form': 'form of the contract',
      'document.court': 'court',
    } as Record<string, string>,
    values: {
      all: 'anybody of the client',
      listed: 'only the people listed',
      fromReport: 'counts from the report',
      restart: 'counts anew',
      continue: 'counts on',
      fromAdmission: 'counts from the admission',
      month: 'month',
      documentary: 'documentary',
      written: 'written',
      electronic: 'electronic',
      contractor: 'court of the contractor',
      client: 'court of the client',
      defendant: 'court of the defendant',
    } as Record<string, string>,
  },
} as const
