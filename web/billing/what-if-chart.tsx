/** Months of the same and of the tried terms side by side. Loaded only when somebody asks. */
import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.css'
import { money } from '#words/format.ts'
import { useLang } from '../kit/words.tsx'

export default function WhatIfChart({
  rows,
  names,
  label,
}: {
  rows: readonly { month: string; issued: number; tried: number }[]
  names: { issued: string; tried: string | undefined }
  label: string
}) {
  const lang = useLang()
  return (
    <div role="img" aria-label={label}>
      <BarChart
        h={240}
        data={rows.map((row) => ({ ...row, month: shortMonth(row.month) }))}
        dataKey="month"
        withLegend
        tickLine="none"
        gridAxis="x"
        maxBarWidth={26}
        barProps={{ isAnimationActive: false }}
        valueFormatter={(value) => money(lang, Math.round(value * 100))}
        yAxisProps={{ width: 96 }}
        series={[
          { name: 'issued', label: names.issued, color: 'var(--bar2)' },
          ...(names.tried ? [{ name: 'tried', label: names.tried, color: 'var(--bar)' }] : []),
        ]}
      />
    </div>
  )
}

/** "2026-09" → "9.2026": twelve of them fit under the bars. */
function shortMonth(month: string): string {
  const [year, number] = month.split('-')
  return `${Number(number)}.${year}`
}
