/** Kept and missed, month by month. Loaded only when somebody looks at a report. */
import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.css'
import type { ChartRow } from './compliance-view.ts'

export default function ComplianceChart({
  rows,
  names,
  label,
}: {
  rows: readonly ChartRow[]
  names: { met: string; missed: string }
  label: string
}) {
  return (
    <div role="img" aria-label={label}>
      <BarChart
        h={220}
        data={[...rows]}
        dataKey="month"
        type="stacked"
        withLegend
        tickLine="none"
        gridAxis="x"
        maxBarWidth={44}
        barProps={{ isAnimationActive: false }}
        series={[
          { name: 'met', label: names.met, color: 'var(--bar)' },
          { name: 'missed', label: names.missed, color: 'var(--danger)' },
        ]}
      />
    </div>
  )
}
