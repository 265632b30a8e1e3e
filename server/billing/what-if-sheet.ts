/** A "what if" as a table for a spreadsheet: one row a client and month, one column each set of terms. */
import writeXlsx from 'write-excel-file/node'
import { money } from '#words/format.ts'
import type { Lang } from '#words/words.ts'
import { whatIfEn } from '#words/what-if.en.ts'
import { whatIfPl } from '#words/what-if.pl.ts'
import type { WhatIf } from './what-if.ts'

type Value = string | number

export function whatIfCsv(lang: Lang, result: WhatIf): string {
  const rows = table(lang, result).map((row) => row.map((value) => cell(lang, value)).join(';'))
  return `\ufeff${rows.join('\r\n')}\r\n`
}

export async function whatIfXlsx(lang: Lang, result: WhatIf): Promise<Buffer> {
  const [heading = [], ...rows] = table(lang, result)
  const head = heading.map((value) => ({ value: String(value), fontWeight: 'bold' as const }))
  const body = rows.map((row) =>
    row.map((value) => (typeof value === 'number' ? { value, format: '# ##0.00' } : { value })),
  )
  return writeXlsx([head, ...body], {
    columns: heading.map((_, i) => ({ width: i === 0 ? 34 : 16 })),
  }).toBuffer()
}

/** Amounts in złoty: a spreadsheet sums what it shows. */
function table(lang: Lang, result: WhatIf): Value[][] {
  const words = (lang === 'en' ? whatIfEn : whatIfPl) as typeof whatIfPl
  const { client, month, issued, byHand, missed, credits } = words.columns
  const names = result.variants.map(({ name }) => name)
  const heading = [
    client,
    month,
    issued,
    byHand,
    missed,
    ...names.flatMap((name) => [name, `${name}: ${credits}`]),
  ]
  const rows = result.rows.map((row) => [
    row.clientName,
    row.month,
    row.issuedNetGrosze === null ? '' : row.issuedNetGrosze / 100,
    row.byHandGrosze / 100,
    String(row.missedTargets),
    ...row.results.flatMap(({ netGrosze, creditGrosze }) => [netGrosze / 100, creditGrosze / 100]),
  ])
  const sums = result.variants.flatMap(({ netGrosze, creditGrosze }) => [netGrosze / 100, creditGrosze / 100])
  return [
    heading,
    ...rows,
    [words.columns.together, '', result.issuedNetGrosze / 100, result.byHandGrosze / 100, '', ...sums],
  ]
}

/** A leading sign of a formula is told apart from text, or a spreadsheet would run it. */
function cell(lang: Lang, value: Value): string {
  const text =
    typeof value === 'number'
      ? money(lang, Math.round(value * 100))
          .replace(/[^\d,.−-]/g, '')
          .replace('−', '-')
      : value.replace(/^([=+\-@\t])/, "'$1")
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
