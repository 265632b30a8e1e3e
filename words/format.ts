/**
 * How numbers, money, time and dates are written. Pure and shared by the screens, the
 * mails and the documents; the language comes first, the time zone is always given.
 *
 * Thousands are always grouped, negative numbers carry a true minus, and whatever must
 * stay on one line is held together by no-break spaces. Amounts are whole grosze and
 * quantities exact decimals as text: nothing here calculates with floats.
 */
import type { Lang } from './words.ts'

/** The no-break space. */
export const nb = '\u00a0'
const minus = '\u2212'
const dash = '\u2013'

const signs = {
  pl: { group: nb, point: ',' },
  en: { group: ',', point: '.' },
} as const

// ---------------------------------------------------------------- numbers

/** An exact decimal as text or a whole number. At least `least` decimals are shown, at most `most`, rounded half away from zero. */
export function decimal(
  lang: Lang,
  value: string | number | bigint,
  least = 0,
  most = Math.max(least, 20),
): string {
  const { negative, whole, fraction } = rounded(partsOf(String(value)), most)
  const shown = fraction.replace(/0+$/, '').padEnd(least, '0')
  const zero = /^0*$/.test(whole + shown)
  return `${negative && !zero ? minus : ''}${grouped(lang, whole)}${shown ? signs[lang].point + shown : ''}`
}

/** "1 455,00" from 145500 grosze. */
export function amount(lang: Lang, grosze: number | bigint): string {
  return decimal(lang, minorAsDecimal(grosze), 2, 2)
}

/** "1 455,00 zł"; other currencies by their code. */
export function money(lang: Lang, grosze: number | bigint, currency = 'PLN'): string {
  const sign = currency === 'PLN' && lang === 'pl' ? 'zł' : currency
  return `${amount(lang, grosze)}${nb}${sign}`
}

/** A unit price: two decimals, more only where the price has more ("0,125"). */
export function price(lang: Lang, value: string): string {
  return decimal(lang, value, 2)
}

/** "3,5 h", "12 szt.". */
export function quantity(lang: Lang, value: string | number, unit = ''): string {
  return unit ? `${decimal(lang, value)}${nb}${unit}` : decimal(lang, value)
}

/** "7,5%" from 750 basis points. */
export function percent(lang: Lang, basisPoints: number, least = 0): string {
  return `${decimal(lang, minorAsDecimal(basisPoints), least, 2)}%`
}

/** A change with its sign: "+7,0%", "−18,4%"; one decimal, as in columns. */
export function change(lang: Lang, basisPoints: number): string {
  const text = decimal(lang, minorAsDecimal(basisPoints), 1, 1)
  return `${basisPoints > 0 ? '+' : ''}${text}%`
}

/** A file's size: "820 B", "34 kB", "1,2 MB". */
export function bytes(lang: Lang, size: number): string {
  if (size < 1000) return `${size}${nb}B`
  if (size < 1_000_000) return `${decimal(lang, Math.round(size / 1000))}${nb}kB`
  return `${decimal(lang, minorAsDecimal(Math.round(size / 10_000)), 0, 1)}${nb}MB`
}

type Parts = { negative: boolean; whole: string; fraction: string }

function partsOf(text: string): Parts {
  const found = /^\s*([-\u2212]?)(\d+)(?:\.(\d+))?\s*$/.exec(text)
  if (!found) throw new TypeError(`"${text}" is not a decimal number`)
  return { negative: found[1] !== '', whole: found[2] ?? '0', fraction: found[3] ?? '' }
}

function rounded(parts: Parts, most: number): Parts {
  if (parts.fraction.length <= most) return parts
  const kept = BigInt(parts.whole + parts.fraction.slice(0, most))
  const up = (parts.fraction[most] ?? '0') >= '5' ? 1n : 0n
  const digits = String(kept + up).padStart(most + 1, '0')
  return {
    ...parts,
    whole: digits.slice(0, digits.length - most),
    fraction: digits.slice(digits.length - most),
  }
}

function grouped(lang: Lang, whole: string): string {
  return whole.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, signs[lang].group)
}

function minorAsDecimal(minor: number | bigint): string {
  const text = String(minor)
  const digits = text.replace('-', '').padStart(3, '0')
  return `${text.startsWith('-') ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

// ---------------------------------------------------------------- plurals and lists

/** The forms of a noun. Polish: 1 zgłoszenie, 2 zgłoszenia, 5 zgłoszeń, 1,5 zgłoszenia. English: one, other. */
export type Forms = { one: string; few?: string; many?: string; other?: string }

const pluralRules = { pl: new Intl.PluralRules('pl'), en: new Intl.PluralRules('en') }

/** The form that goes with the number, without the number. */
export function plural(lang: Lang, n: number, forms: Forms): string {
  const form = pluralRules[lang].select(Math.abs(n)) as 'one' | 'few' | 'many' | 'other'
  if (form === 'one') return forms.one
  return forms[form] ?? forms.other ?? forms.few ?? forms.many ?? forms.one
}

/** "5 zgłoszeń": the number and its form, kept on one line. */
export function count(lang: Lang, n: number, forms: Forms): string {
  return `${decimal(lang, n)}${nb}${plural(lang, n, forms)}`
}

/** "11." and "11th". */
export function ordinal(lang: Lang, n: number): string {
  if (lang === 'pl') return `${n}.`
  const tens = n % 100
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${ending}`
}

/** "a, b i c". */
export function list(lang: Lang, items: readonly string[]): string {
  return nbsp(new Intl.ListFormat(lang === 'pl' ? 'pl' : 'en-GB', { type: 'conjunction' }).format(items))
}

// ---------------------------------------------------------------- durations

/** Two units at most: "2 h 29 min", "6 h 05 min", "43 min", "1 min 45 s", "45 s". Begun minutes are not counted. */
export function duration(lang: Lang, seconds: number): string {
  const whole = Math.floor(Math.abs(seconds))
  const sign = seconds < 0 && whole > 0 ? minus : ''
  if (whole < 60) return `${sign}${whole}${nb}s`
  const minutes = Math.floor(whole / 60)
  if (whole < 120 && whole % 60 > 0) return `${sign}1${nb}min ${whole % 60}${nb}s`.replace(' ', nb)
  if (minutes < 60) return `${sign}${minutes}${nb}min`
  const rest = minutes % 60
  const hours = `${sign}${decimal(lang, Math.floor(minutes / 60))}${nb}h`
  return rest === 0 ? hours : `${hours}${nb}${String(rest).padStart(2, '0')}${nb}min`
}

/** "0:24:16" for a running timer. */
export function stopwatch(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const two = (n: number) => String(n).padStart(2, '0')
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
}

/** "1 dzień", "3 dni". */
export function days(lang: Lang, n: number): string {
  return count(
    lang,
    n,
    lang === 'pl' ? { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' } : { one: 'day', other: 'days' },
  )
}

/** "2 dni rob.", "1 dzień rob.". */
export function workingDays(lang: Lang, n: number): string {
  if (lang === 'pl') return `${days(lang, n)}${nb}rob.`
  return count(lang, n, { one: 'working day', other: 'working days' }).replace(' ', nb)
}

/** "2 godziny", "43 minuty": one unit in full words, for sentences. Whole hours become hours. */
export function durationInWords(lang: Lang, seconds: number): string {
  const minutes = Math.floor(Math.max(0, seconds) / 60)
  if (minutes >= 60 && minutes % 60 === 0) return count(lang, minutes / 60, unitForms[lang].hour)
  if (minutes > 60)
    return `${count(lang, Math.floor(minutes / 60), unitForms[lang].hour)} ${lang === 'pl' ? `i${nb}` : 'and '}${count(lang, minutes % 60, unitForms[lang].minute)}`
  if (minutes > 0) return count(lang, minutes, unitForms[lang].minute)
  return count(lang, Math.floor(Math.max(0, seconds)), unitForms[lang].second)
}

const unitForms = {
  pl: {
    hour: { one: 'godzina', few: 'godziny', many: 'godzin' },
    minute: { one: 'minuta', few: 'minuty', many: 'minut' },
    second: { one: 'sekunda', few: 'sekundy', many: 'sekund' },
  },
  en: {
    hour: { one: 'hour', other: 'hours' },
    minute: { one: 'minute', other: 'minutes' },
    second: { one: 'second', other: 'seconds' },
  },
} as const

// ---------------------------------------------------------------- instants

/** An instant: milliseconds, ISO text, a Date or a Temporal.Instant. */
export type When = number | string | Date | { readonly epochMilliseconds: number }

export const warsaw = 'Europe/Warsaw'

/** "8:20". */
export function time(lang: Lang, at: When, zone = warsaw): string {
  const { hour, minute } = wall(lang, at, zone)
  return `${hour}:${minute}`
}

/** "pt. 20.11" / "Fri 20 Nov"; in another year than `now` with the year. */
export function weekdayAndDay(lang: Lang, at: When, zone = warsaw, now?: When): string {
  const w = wall(lang, at, zone)
  const otherYear = now !== undefined && wall(lang, now, zone).year !== w.year
  if (lang === 'pl')
    return otherYear ? `${w.day}.${pad(w.month)}.${w.year}` : `${w.weekday}${nb}${w.day}.${pad(w.month)}`
  return otherYear
    ? `${w.day}${nb}${w.monthName}${nb}${w.year}`
    : `${w.weekday}${nb}${w.day}${nb}${w.monthName}`
}

/** "dziś", "jutro", "wczoraj", else "pt. 20.11". */
export function day(lang: Lang, at: When, zone = warsaw, now?: When): string {
  const name = now === undefined ? undefined : nearDay(lang, daysBetween(now, at, zone))
  return name ?? weekdayAndDay(lang, at, zone, now)
}

/** "dziś, 11:25", "wt. 24.11, 10:30"; without `now` never relative. */
export function moment(lang: Lang, at: When, zone = warsaw, now?: When): string {
  return `${day(lang, at, zone, now)}, ${time(lang, at, zone)}`
}

/** The same without the comma, as in dense lists: "pt. 20.11 15:40". */
export function momentDense(lang: Lang, at: When, zone = warsaw, now?: When): string {
  return `${day(lang, at, zone, now)}${nb}${time(lang, at, zone)}`
}

/** "pt. 15:40–17:00", "pt. 17:00–pon. 8:00", today without the day: "8:20–9:05". */
export function stretch(lang: Lang, from: When, to: When, zone = warsaw, now?: When): string {
  const sameDay = daysBetween(from, to, zone) === 0
  const opening = withWeekday(lang, from, zone, now, sameDay)
  const closing = sameDay ? time(lang, to, zone) : withWeekday(lang, to, zone, now, false)
  return `${opening}${dash}${closing}`
}

/** "pt. 15:40"; further than six days away with the date. */
export function weekdayAndTime(lang: Lang, at: When, zone = warsaw, now?: When): string {
  return withWeekday(lang, at, zone, now, false)
}

function withWeekday(
  lang: Lang,
  at: When,
  zone: string,
  now: When | undefined,
  mayOmitToday: boolean,
): string {
  const away = now === undefined ? 0 : daysBetween(now, at, zone)
  if (now !== undefined && away === 0 && mayOmitToday) return time(lang, at, zone)
  if (Math.abs(away) > 6) return `${weekdayAndDay(lang, at, zone, now)}${nb}${time(lang, at, zone)}`
  return `${wall(lang, at, zone).weekday}${nb}${time(lang, at, zone)}`
}

/** Calendar days from one instant to another as the zone counts them. */
export function daysBetween(from: When, to: When, zone = warsaw): number {
  const number = (at: When) => {
    const w = wall('en', at, zone)
    return Date.UTC(w.year, w.month - 1, w.day) / 86_400_000
  }
  return number(to) - number(from)
}

/** The calendar date of an instant: "2026-11-23". */
export function dateOf(at: When, zone = warsaw): string {
  const w = wall('en', at, zone)
  return `${String(w.year).padStart(4, '0')}-${pad(w.month)}-${pad(w.day)}`
}

type Wall = {
  year: number
  month: number
  day: number
  hour: number
  minute: string
  weekday: string
  monthName: string
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function wall(lang: Lang, at: When, zone: string): Wall {
  const key = `${lang} ${zone}`
  let formatter = formatters.get(key)
  if (!formatter)
    formatters.set(
      key,
      (formatter = new Intl.DateTimeFormat(lang === 'pl' ? 'pl' : 'en-GB', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
        weekday: 'short',
      })),
    )
  const part: Record<string, string> = {}
  for (const { type, value } of formatter.formatToParts(epochMs(at))) part[type] = value
  const month = Number(part['month'])
  return {
    year: Number(part['year']),
    month,
    day: Number(part['day']),
    hour: Number(part['hour']),
    minute: part['minute'] ?? '00',
    weekday: part['weekday'] ?? '',
    monthName: englishMonths[month - 1] ?? '',
  }
}

const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export function epochMs(at: When): number {
  if (typeof at === 'number') return at
  if (typeof at === 'string') return Date.parse(at)
  return 'epochMilliseconds' in at ? at.epochMilliseconds : at.getTime()
}

function nearDay(lang: Lang, away: number): string | undefined {
  const names = lang === 'pl' ? ['wczoraj', 'dziś', 'jutro'] : ['yesterday', 'today', 'tomorrow']
  return names[away + 1]
}

const pad = (n: number) => String(n).padStart(2, '0')

// ---------------------------------------------------------------- calendar dates

/** "23.11.2026" / "23 Nov 2026" from "2026-11-23". */
export function date(lang: Lang, on: string): string {
  const { year, month, day: d } = partsOfDate(on)
  return lang === 'pl' ? `${d}.${pad(month)}.${year}` : `${d}${nb}${englishMonths[month - 1]}${nb}${year}`
}

/** "23 listopada 2026" / "23 November 2026". */
export function longDate(lang: Lang, on: string): string {
  return dateText(lang, on, { day: 'numeric', month: 'long', year: 'numeric' }).replace(' ', nb)
}

/** "23 listopada" / "23 November". */
export function dayAndMonth(lang: Lang, on: string): string {
  return dateText(lang, on, { day: 'numeric', month: 'long' }).replace(' ', nb)
}

/** "listopad 2026" / "November 2026" from "2026-11" or any date in it. */
export function month(lang: Lang, on: string): string {
  return dateText(lang, `${on.slice(0, 7)}-01`, { month: 'long', year: 'numeric' })
}

const monthsIn = [
  'styczniu',
  'lutym',
  'marcu',
  'kwietniu',
  'maju',
  'czerwcu',
  'lipcu',
  'sierpniu',
  'wrześniu',
  'październiku',
  'listopadzie',
  'grudniu',
]

/** "w listopadzie" / "in November". */
export function inMonth(lang: Lang, on: string): string {
  const index = partsOfDate(`${on.slice(0, 7)}-01`).month - 1
  if (lang === 'pl') return `${index === 8 ? 'we' : 'w'}${nb}${monthsIn[index]}`
  return `in${nb}${dateText('en', `${on.slice(0, 7)}-01`, { month: 'long' })}`
}

/** "1–30 listopada 2026"; across months "15 października – 14 listopada 2026". */
export function dateRange(lang: Lang, from: string, to: string): string {
  const [a, b] = [partsOfDate(from), partsOfDate(to)]
  if (a.year === b.year && a.month === b.month) return `${a.day}${dash}${longDate(lang, to)}`
  const opening = a.year === b.year ? dayAndMonth(lang, from) : longDate(lang, from)
  return `${opening} ${dash} ${longDate(lang, to)}`
}

function dateText(lang: Lang, on: string, options: Intl.DateTimeFormatOptions): string {
  const { year, month: m, day: d } = partsOfDate(on)
  return new Intl.DateTimeFormat(lang === 'pl' ? 'pl' : 'en-GB', { ...options, timeZone: 'UTC' }).format(
    Date.UTC(year, m - 1, d),
  )
}

function partsOfDate(on: string): { year: number; month: number; day: number } {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(on)
  if (!found) throw new TypeError(`"${on}" is not a calendar date`)
  return { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) }
}

// ---------------------------------------------------------------- text

const units =
  'zł|gr|PLN|EUR|h|min|s|ms|m|km|cm|mm|kg|g|t|l|kB|MB|GB|B|W|kW|szt\\.|r\\.|godz\\.|dni|dzień|dnia|rob\\.|mies\\.|pkt|str\\.|proc\\.'
const beforeUnit = new RegExp(`(\\d) (?=(?:${units})(?![\\p{L}\\p{N}]))`, 'gu')

/**
 * Keeps together what must not be torn: one-letter words and what follows them, a number
 * and its unit, groups of digits, a paragraph sign and its number.
 */
export function nbsp(text: string): string {
  return text
    .replace(/(?<![\p{L}\p{N}])([wziouaWZIOUA]) (?=\S)/gu, `$1${nb}`)
    .replace(/(?<![\p{L}\p{N}.,])(\d{1,3}) (?=\d{3}(?!\d))/gu, `$1${nb}`)
    .replace(/(\d{3}) (?=\d{3}(?!\d))/g, `$1${nb}`)
    .replace(beforeUnit, `$1${nb}`)
    .replace(/§ (?=\d)/g, `§${nb}`)
    .replace(/ (?=[\u2013\u2014] )/g, nb)
}

/** "583 301 42 07". */
export function nip(digits: string): string {
  return /^\d{10}$/.test(digits)
    ? digits.replace(/(\d{3})(\d{3})(\d{2})(\d{2})/, `$1${nb}$2${nb}$3${nb}$4`)
    : digits
}

/** An account number: two control digits, then groups of four. */
export function accountNumber(text: string): string {
  const plain = text.replace(/\s/g, '')
  const country = /^[A-Z]{2}/.exec(plain)?.[0] ?? ''
  const digits = plain.slice(country.length)
  const groups = [country + digits.slice(0, 2), ...(digits.slice(2).match(/.{1,4}/g) ?? [])]
  return groups.join(nb)
}

/** A telephone number is read in one go: its groups stay on one line. */
export const phoneOf = (number: string): string => number.trim().replaceAll(/\s+/g, nb)
