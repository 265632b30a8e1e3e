/** The compliance report as a file: CSV in the Polish manner, a spreadsheet, or a page to print. */
import path from 'node:path'
import writeExcelFile from 'write-excel-file/node'
import { clockEn } from '#words/clock.en.ts'
import { clockPl } from '#words/clock.pl.ts'
import { date, duration, month as monthName, moment, percent } from '#words/format.ts'
import { reportsEn } from '#words/reports.en.ts'
import { reportsPl } from '#words/reports.pl.ts'
import type { Lang } from '#words/words.ts'
import { companyOf } from '#server/accounts/public.ts'
import { today, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import {
  compliance,
  judgedTickets,
  type ComplianceRow,
  type ComplianceWish,
  type Dimension,
} from './compliance.ts'
import type { Compliance, Figures, JudgedTicket } from './compliance.ts'
import { priorityName } from './room-words.ts'

export const fileKinds = ['csv', 'xlsx', 'pdf'] as const
export type FileKind = (typeof fileKinds)[number]
export type ReportFile = { name: string; mediaType: string; content: Buffer }

const mediaTypes: Record<FileKind, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
}
const listMost = 20_000

export async function complianceFile(
  ctx: Context,
  wish: ComplianceWish & { by: Dimension; format: FileKind },
): Promise<ReportFile> {
  const report = await compliance(ctx, wish)
  const tickets = await judgedTickets(ctx, { ...wish, by: undefined, most: listMost })
  const language = ctx.language
  const make = {
    csv: () => csvOf(language, report),
    xlsx: () => sheetsOf(ctx, report, tickets),
    pdf: () => pdfOf(ctx, report),
  }
  const content = await make[wish.format]()
  await recordEvent(ctx, 'report_exported', { kind: 'report' }, { by: wish.by, from: wish.from, to: wish.to })
  const name = `sla-${wish.by}-${wish.from}-${wish.to}.${wish.format}`
  return { name, mediaType: mediaTypes[wish.format], content }
}

const wordsOf = (language: Lang) =>
  ((language === 'en' ? reportsEn : reportsPl) as typeof reportsPl).compliance
const targetNames = (language: Lang): Readonly<Record<string, string>> =>
  (language === 'en' ? clockEn : clockPl).targets

/** A row for each target of each line of the report, then the same for all of them together. */
function linesOf(language: Lang, { by, rows, total }: Compliance): (string | number | null)[][] {
  const words = wordsOf(language)
  const line = (row: ComplianceRow, name: string, target: string, figures: Figures) => [
    name,
    target,
    row.tickets,
    figures.met,
    figures.missed,
    figures.open,
    figures.keptBp === null ? null : figures.keptBp / 100,
    figures.medianUsedSeconds === null ? null : Math.round(figures.medianUsedSeconds / 60),
    Math.round(figures.worstOverSeconds / 60),
  ]
  const all = (row: ComplianceRow, name: string) => [
    ...Object.entries(row.targets).map(([target, figures]) =>
      line(row, name, targetNames(language)[target] ?? target, figures),
    ),
    line(row, name, words.allTargets, row.all),
  ]
  return [...rows.flatMap((row) => all(row, nameOf(language, by, row))), ...all(total, words.total)]
}

export function nameOf(
  language: Lang,
  by: Dimension,
  { key, name }: Pick<ComplianceRow, 'key' | 'name'>,
): string {
  if (key === '') return wordsOf(language).none[by]
  if (by === 'priority') return priorityName(language, key)
  return by === 'month' ? monthName(language, key) : name
}

function headingOf(language: Lang, by: Dimension): string[] {
  const words = wordsOf(language)
  const { dimensions, target, tickets, met, missed, open, kept, median, worst } = words
  return [
    dimensions[by],
    target,
    tickets,
    met,
    missed,
    open,
    `${kept} (%)`,
    `${median} (min)`,
    `${worst} (min)`,
  ]
}

async function csvOf(language: Lang, report: Compliance): Promise<Buffer> {
  const rows = [headingOf(language, report.by), ...linesOf(language, report)]
  const text = rows.map((row) => row.map((value) => csvCell(language, value)).join(';')).join('\r\n')
  return Buffer.from(`\ufeff${text}\r\n`)
}

/** A text that a spreadsheet would run as a formula is disarmed; numbers have the comma of the language. */
function csvCell(language: Lang, value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return language === 'pl' ? String(value).replace('.', ',') : String(value)
  const safe = /^[=+@\t\r-]/.test(value) ? `'${value}` : value
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

async function sheetsOf(ctx: Context, report: Compliance, tickets: readonly JudgedTicket[]): Promise<Buffer> {
  const { language } = ctx
  const words = wordsOf(language)
  const heading = (names: readonly string[]) => names.map((value) => ({ value, fontWeight: 'bold' as const }))
  const plain = (value: string | number | null) => (value === null ? null : { value })
  const list = tickets.map((one) => ticketLine(ctx, one).map(plain))
  return writeExcelFile([
    {
      data: [
        heading(headingOf(language, report.by)),
        ...linesOf(language, report).map((row) => row.map(plain)),
      ],
      sheet: words.title,
      columns: [{ width: 34 }, { width: 20 }, ...Array.from({ length: 7 }, () => ({ width: 14 }))],
      stickyRowsCount: 1,
    },
    {
      data: [heading(ticketHeading(language)), ...list],
      sheet: words.tickets,
      columns: [12, 44, 28, 14, 18, 22, 18, 16, 14, 18, 18, 14].map((width) => ({ width })),
      stickyRowsCount: 1,
    },
  ]).toBuffer()
}

function ticketHeading(language: Lang): string[] {
  const { ticket, dimensions, assignee, reported, target, due, done, over } = wordsOf(language)
  const { client, priority, category } = dimensions
  const subject = language === 'en' ? 'Subject' : 'Temat'
  const verdict = language === 'en' ? 'Verdict' : 'Ocena'
  return [
    ticket,
    subject,
    client,
    priority,
    category,
    assignee,
    reported,
    target,
    verdict,
    due,
    done,
    `${over} (min)`,
  ]
}

function ticketLine(ctx: Context, one: JudgedTicket): (string | number | null)[] {
  const { language } = ctx
  const at = (instant: string | null) => (instant ? moment(language, instant, ctx.tenant.timezone) : null)
  return [
    one.name,
    one.subject,
    one.client?.name ?? null,
    priorityName(language, one.priority),
    one.category,
    one.assignee?.name ?? null,
    at(one.reportedAt),
    targetNames(language)[one.target] ?? one.target,
    wordsOf(language).verdicts[one.verdict],
    at(one.dueAt),
    at(one.metAt),
    one.verdict === 'missed' ? Math.round(one.overSeconds / 60) : null,
  ]
}

async function pdfOf(ctx: Context, report: Compliance): Promise<Buffer> {
  const { language } = ctx
  const words = wordsOf(language)
  const company = await companyOf(ctx)
  const { by, rows, total, months, from, to } = report
  const shown = (row: ComplianceRow, name: string) => ({
    name,
    tickets: String(row.tickets),
    ...cellsOf(language, row.all),
    targets: Object.entries(row.targets).map(([target, figures]) => ({
      name: targetNames(language)[target] ?? target,
      ...cellsOf(language, figures),
    })),
  })
  const data = {
    language,
    title: words.document,
    company: company.name,
    period:
      from === to ? monthName(language, from) : `${monthName(language, from)} – ${monthName(language, to)}`,
    by: words.dimensions[by],
    madeOn: today(ctx).toString(),
    made: words.madeOn({ on: date(language, today(ctx).toString()) }),
    promise:
      total.all.keptBp === null
        ? words.nothingJudged
        : words.promise({ kept: percent(language, total.all.keptBp) }),
    heading: [
      words.dimensions[by],
      words.tickets,
      words.met,
      words.missed,
      words.open,
      words.kept,
      words.median,
      words.worst,
    ],
    rows: rows.map((row) => shown(row, nameOf(language, by, row))),
    total: shown(total, words.total),
    chart: { title: words.chart, met: words.met, missed: words.missed },
    months: months.map((row) => ({
      name: monthName(language, row.key),
      met: row.all.met,
      missed: row.all.missed,
    })),
    how: words.howCounted,
    page: words.page({ at: '%1', of: '%2' }),
  }
  return ctx.app.pdf.make({
    template: path.join(import.meta.dirname, 'compliance.typ'),
    data,
    pdfStandard: 'plain',
  })
}

function cellsOf(
  language: Lang,
  { met, missed, open, keptBp, medianUsedSeconds, worstOverSeconds }: Figures,
) {
  return {
    met: String(met),
    missed: String(missed),
    open: String(open),
    kept: keptBp === null ? '–' : percent(language, keptBp),
    median: medianUsedSeconds === null ? '–' : duration(language, medianUsedSeconds),
    worst: worstOverSeconds === 0 ? '–' : duration(language, worstOverSeconds),
  }
}
