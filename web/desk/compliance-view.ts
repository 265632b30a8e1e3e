/** The logic of the compliance report: its months, its names, the figure that is opened. */
import { month as monthName, percent } from '#words/format.ts'
import type { Lang } from '#words/words.ts'
import type { Schemas } from '../generated/client.ts'
import type { AllWords } from '../kit/words.tsx'

export type Compliance = Schemas.Compliance
export type Row = Schemas.ComplianceRow
export type Figures = Schemas.ComplianceFigures
export type Dimension = Compliance['by']
export type Verdict = 'met' | 'missed' | 'open'
export type Target = Schemas.Clock['target']

export const dimensions: readonly Dimension[] = [
  'client',
  'contract',
  'priority',
  'category',
  'technician',
  'month',
]

/** "2026-11" and so many months before it. */
export function monthBefore(month: string, back: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number)
  const months = year * 12 + of - 1 - back
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** The last so many months, the newest first, for choosing. */
export const monthsBack = (now: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => monthBefore(now, i))

export function nameOfRow(
  by: Dimension,
  { key, name }: Pick<Row, 'key' | 'name'>,
  words: AllWords,
  lang: Lang,
): string {
  if (key === '') return words.reports.compliance.none[by]
  if (by === 'month') return monthName(lang, key)
  if (by === 'priority') return words.kit.priorities[key as keyof typeof words.kit.priorities] ?? key
  return name
}

/** A figure that somebody asks about: whose, of which target, with which verdict. */
export type Asked = { key?: string | undefined; target?: Target | undefined; verdict?: Verdict | undefined }

export const countOf = (figures: Figures, verdict: Verdict | undefined): number =>
  verdict ? figures[verdict] : figures.met + figures.missed + figures.open

/** In the address: "key~target~verdict". */
export const askedText = ({ key, target, verdict }: Asked): string =>
  [key === undefined ? '*' : key, target ?? '', verdict ?? ''].join('~')

export function askedOf(text: string | undefined): Asked | undefined {
  if (!text) return undefined
  const [key = '*', target, verdict] = text.split('~')
  return {
    ...(key !== '*' && { key }),
    ...(target && { target: target as Target }),
    ...(verdict && { verdict: verdict as Verdict }),
  }
}

export type ChartRow = { month: string; met: number; missed: number }

export const chartRows = (months: readonly Row[], lang: Lang): ChartRow[] =>
  months.map(({ key, all }) => ({ month: monthName(lang, key), met: all.met, missed: all.missed }))

/** One decimal is enough to read: "97,9%". */
export const shareWords = (lang: Lang, basisPoints: number): string =>
  percent(lang, Math.round(basisPoints / 10) * 10)
