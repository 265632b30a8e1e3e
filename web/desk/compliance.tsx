/** How promises were kept: figures by one dimension, the list behind each of them, credits, charts, files. */
import { Button, Select } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Fragment, lazy, Suspense } from 'react'
import { dateOf, duration, month as monthName } from '#words/format.ts'
import { addressOf, api } from '../kit/api.ts'
import { pageClock } from '../kit/clock.ts'
import { Pills } from '../kit/controls.tsx'
import { useUrlState } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { EmptyState, ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { PromiseLine } from '../kit/time.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { useSession } from '../session.ts'
import { CreditsOfPeriod } from './compliance-credits.tsx'
import { TicketsBehind } from './compliance-tickets.tsx'
import {
  askedOf,
  askedText,
  chartRows,
  dimensions,
  monthBefore,
  monthsBack,
  nameOfRow,
  shareWords,
  type Asked,
  type Compliance,
  type Dimension,
  type Figures,
  type Row,
  type Verdict,
} from './compliance-view.ts'
import './reports.css'

const Chart = lazy(() => import('./compliance-chart.tsx'))

export default function ComplianceReport() {
  const { lang, words } = useSpeech()
  const said = words.reports.compliance
  const zone = useZone()
  const { person } = useSession()
  const thisMonth = dateOf(pageClock.nowMs(), zone).slice(0, 7)
  const [url, setUrl] = useUrlState()
  const wish = {
    from: url.from ?? monthBefore(thisMonth, 5),
    to: url.to ?? thisMonth,
    by: (url.by ?? 'client') as Dimension,
  }
  const asked = askedOf(url.figure)
  const { data, error, refetch } = useQuery({
    queryKey: ['tickets', 'compliance', wish],
    queryFn: () => api.get('/api/reports/compliance', { query: wish }),
  })
  const choose = (change: Record<string, string | undefined>) => setUrl({ figure: undefined, ...change })
  const months = monthsBack(thisMonth, 36).map((value) => ({ value, label: monthName(lang, value) }))
  const header = (
    <PageHeader title={said.title}>
      <Pills
        label={said.by}
        pills={dimensions.map((id) => ({ id, label: said.dimensions[id] }))}
        chosen={wish.by}
        onChoose={(by) => choose({ by: by === 'client' ? undefined : by })}
      />
    </PageHeader>
  )
  return (
    <Page header={header}>
      <div className="r-top">
        {data && data.total.all.keptBp !== null && (
          <div className="r-promise">
            <PromiseLine>{said.promise({ kept: shareWords(lang, data.total.all.keptBp) })}</PromiseLine>
          </div>
        )}
        <Select
          label={said.from}
          data={months}
          value={wish.from}
          allowDeselect={false}
          onChange={(from) => from && choose({ from, ...(from > wish.to && { to: from }) })}
        />
        <Select
          label={said.to}
          data={months}
          value={wish.to}
          allowDeselect={false}
          onChange={(to) => to && choose({ to, ...(to < wish.from && { from: to }) })}
        />
        <div className="r-files">
          {(['csv', 'xlsx', 'pdf'] as const).map((format) => (
            <Button
              key={format}
              component="a"
              href={addressOf('/api/reports/compliance/file', { query: { ...wish, format } })}
              download
              variant="default"
              size="xs"
              leftSection={<IconDownload size={14} stroke={1.7} aria-hidden />}
              aria-label={`${said.download}: ${said.files[format]}`}
            >
              {said.files[format]}
            </Button>
          ))}
        </div>
      </div>
      {error && (
        <ErrorState
          sentence={words.kit.errors.title}
          explanation={error.message}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && <SkeletonAfter rows={6} />}
      {data && data.total.tickets === 0 && (
        <EmptyState sentence={said.nothingJudged} explanation={said.nothingWhy} />
      )}
      {data && data.total.tickets > 0 && (
        <>
          <FiguresTable report={data} asked={asked} onAsk={(one) => setUrl({ figure: askedText(one) })} />
          {asked && <TicketsBehind wish={wish} asked={asked} onClose={() => setUrl({ figure: undefined })} />}
          {data.months.length > 1 && (
            <section className="r-chart">
              <h2>{said.chart}</h2>
              <Suspense fallback={<div style={{ height: 220 }} />}>
                <Chart rows={chartRows(data.months, lang)} names={said} label={said.chart} />
              </Suspense>
            </section>
          )}
          {person.role !== 'technician' && <CreditsOfPeriod from={wish.from} to={wish.to} />}
          <p className="r-section r-quiet">{said.howCounted}</p>
        </>
      )}
    </Page>
  )
}

type TableProps = { report: Compliance; asked: Asked | undefined; onAsk: (asked: Asked) => void }

function FiguresTable({ report, asked, onAsk }: TableProps) {
  const { lang, words } = useSpeech()
  const said = words.reports.compliance
  const { by, rows, total } = report
  const targets = words.clock.targets as Readonly<Record<string, string>>
  const line = (row: Row, name: string, isTotal: boolean) => {
    const key = isTotal ? {} : { key: row.key }
    const parts = Object.entries(row.targets)
    const isChosen = asked !== undefined && asked.key === (isTotal ? undefined : row.key)
    return (
      <Fragment key={isTotal ? 'total' : row.key}>
        <tr data-total={isTotal || undefined} data-chosen={isChosen || undefined}>
          <td>{name}</td>
          <td>{row.tickets}</td>
          <Cells figures={row.all} name={name} onAsk={(verdict) => onAsk({ ...key, verdict })} />
        </tr>
        {parts.length > 1 &&
          parts.map(([target, figures]) => (
            <tr key={target} data-part>
              <td>{targets[target]}</td>
              <td />
              <Cells
                figures={figures}
                name={`${name}, ${targets[target]}`}
                onAsk={(verdict) => onAsk({ ...key, target: target as Asked['target'], verdict })}
              />
            </tr>
          ))}
      </Fragment>
    )
  }
  return (
    <div className="r-scroll" tabIndex={0} role="region" aria-label={said.title}>
      <table className="r-table num">
        <thead>
          <tr>
            <th>{said.dimensions[by]}</th>
            <th>{said.tickets}</th>
            <th>{said.met}</th>
            <th>{said.missed}</th>
            <th>{said.open}</th>
            <th>{said.kept}</th>
            <th>{said.median}</th>
            <th>{said.worst}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => line(row, nameOfRow(by, row, words, lang), false))}
          {line(total, said.total, true)}
        </tbody>
      </table>
    </div>
  )
}

function Cells({
  figures,
  name,
  onAsk,
}: {
  figures: Figures
  name: string
  onAsk: (verdict: Verdict) => void
}) {
  const { lang, words } = useSpeech()
  const said = words.reports.compliance
  const { keptBp, medianUsedSeconds, worstOverSeconds } = figures
  const figure = (verdict: Verdict) =>
    figures[verdict] === 0 ? (
      '0'
    ) : (
      <button
        type="button"
        aria-label={`${name}, ${said[verdict]}: ${figures[verdict]}`}
        className={verdict === 'missed' ? 'r-missed' : undefined}
        onClick={() => onAsk(verdict)}
      >
        {figures[verdict]}
      </button>
    )
  return (
    <>
      <td>{figure('met')}</td>
      <td>{figure('missed')}</td>
      <td>{figure('open')}</td>
      <td>{keptBp === null ? '–' : shareWords(lang, keptBp)}</td>
      <td>{medianUsedSeconds === null ? '–' : duration(lang, medianUsedSeconds)}</td>
      <td>{worstOverSeconds === 0 ? '–' : duration(lang, worstOverSeconds)}</td>
    </>
  )
}
