/**
 * "Co by było, gdyby": prices tried on the real past of one client or of all, month by month,
 * against what was issued. Nothing is stored; the same terms must come to the same grosz.
 */
import { Button, NumberInput, Select } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Fragment, lazy, Suspense, useState } from 'react'
import { pricePresets } from '#engines/presets/price-lists/all.ts'
import { dateOf, money, month as monthName } from '#words/format.ts'
import { explainLine, type Explained as Explanation } from '#words/explain-line.ts'
import { useClients, useContracts } from '../contracts/contract-data.ts'
import type { Schemas } from '../generated/client.ts'
import { api } from '../kit/api.ts'
import { pageClock } from '../kit/clock.ts'
import { Card } from '../kit/controls.tsx'
import { Money } from '../kit/data.tsx'
import { Explained } from '../kit/explain.tsx'
import { useUrlState } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { useSentence } from '../kit/refusals.tsx'
import { EmptyState, ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import {
  chartOf,
  groupsOf,
  monthsBefore,
  pricesChanged,
  notIssuedIn,
  undecidedIn,
  yearBack,
  type Group,
  type Line,
  type WhatIf,
} from './what-if-view.ts'
import './what-if.css'

const Chart = lazy(() => import('./what-if-chart.tsx'))
type Question = Parameters<typeof api.post<'/api/what-if/past'>>[1]['body']
type PriceList = Schemas.WhatIf extends never
  ? never
  : Extract<Question['variants'][number], { priceList: unknown }>['priceList']

export default function WhatIfPage() {
  const { lang, words } = useSpeech()
  const said = words.whatIf
  const zone = useZone()
  const [url, setUrl] = useUrlState()
  const thisMonth = dateOf(pageClock.nowMs(), zone).slice(0, 7)
  const range = { ...yearBack(thisMonth), ...(url.from && { from: url.from }), ...(url.to && { to: url.to }) }
  const clientId = url.client || undefined
  const tried = useTried(clientId, url.compare ?? '', Number(url.percent ?? 5))
  const question: Question | undefined = tried.isReady
    ? {
        ...range,
        ...(clientId && { clientId }),
        variants: [{ name: said.asIs, asIs: true }, ...(tried.variant ? [tried.variant] : [])],
      }
    : undefined
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['billing', 'what-if', question],
    queryFn: () => api.post('/api/what-if/past', { body: question! }),
    enabled: question !== undefined,
    placeholderData: (before) => before,
    retry: false,
  })
  const { data: clients = [] } = useClients()
  const sentence = useSentence()
  const months = Array.from({ length: 48 }, (_, i) => monthsBefore(thisMonth, i)).map((value) => ({
    value,
    label: monthName(lang, `${value}-01`),
  }))
  return (
    <Page header={<PageHeader title={said.title} actions={question && <Downloads question={question} />} />}>
      <div className="wi-page">
        <div className="wi-fields">
          <Select
            label={said.fields.client}
            searchable
            clearable
            placeholder={said.fields.allClients}
            data={clients.map(({ id, name }) => ({ value: id, label: name }))}
            value={clientId ?? null}
            onChange={(client) => setUrl({ client: client ?? undefined, compare: undefined })}
          />
          <Select
            label={said.fields.from}
            data={months}
            value={range.from}
            allowDeselect={false}
            onChange={(from) => setUrl({ from: from ?? undefined })}
          />
          <Select
            label={said.fields.to}
            data={months}
            value={range.to}
            allowDeselect={false}
            onChange={(to) => setUrl({ to: to ?? undefined })}
          />
          <Select
            label={said.fields.compare}
            data={tried.choices}
            value={url.compare ?? ''}
            allowDeselect={false}
            onChange={(compare) => setUrl({ compare: compare || undefined })}
          />
          {url.compare === 'percent' && (
            <NumberInput
              label={said.fields.percent}
              min={-90}
              max={500}
              decimalScale={2}
              decimalSeparator={lang === 'pl' ? ',' : '.'}
              suffix="%"
              value={Number(url.percent ?? 5)}
              onChange={(n) => setUrl({ percent: String(n) })}
            />
          )}
        </div>
        {error && !data && <ErrorState sentence={sentence(error)} onRetry={() => void refetch()} />}
        {!data && !error && <SkeletonAfter />}
        {data && (
          <div aria-busy={isFetching} className="wi-result">
            {data.rows.length === 0 ? (
              <EmptyState sentence={said.empty} explanation={said.emptyWhy} />
            ) : (
              <>
                <BackTest clientId={clientId} from={data.from} to={data.to} />
                <Sums result={data} />
                <Card title={said.chart}>
                  <Suspense fallback={<div className="wi-chart" />}>
                    <Chart
                      rows={chartOf(data)}
                      label={said.chart}
                      names={{ issued: said.asIs, tried: data.variants[1]?.name }}
                    />
                  </Suspense>
                </Card>
                <Table result={data} byMonth={clientId !== undefined} />
              </>
            )}
          </div>
        )}
      </div>
    </Page>
  )
}

/** What may be tried: a draft of the client's contract, its own prices by a percentage, a list of a trade. */
function useTried(clientId: string | undefined, compare: string, percent: number) {
  const { lang, words } = useSpeech()
  const said = words.whatIf
  const { data: contracts = [] } = useContracts(clientId)
  const own = clientId ? contracts : []
  const inForce = own.find(({ versionInForce }) => versionInForce !== null)
  const needsTerms = compare === 'percent' && inForce !== undefined
  const { data: version } = useQuery({
    queryKey: ['contract', inForce?.id, 'version', inForce?.versionInForce],
    queryFn: () =>
      api.get('/api/contracts/{id}/versions/{number}', {
        path: { id: inForce!.id, number: inForce!.versionInForce! },
      }),
    enabled: needsTerms,
  })
  const choices = [
    { value: '', label: said.compare.none },
    ...own.flatMap(({ id, number, draftNumber }) =>
      draftNumber === null
        ? []
        : [{ value: `draft:${id}:${draftNumber}`, label: said.compare.draft(number) }],
    ),
    ...(inForce ? [{ value: 'percent', label: said.compare.percent }] : []),
    ...pricePresets
      .filter(({ period }) => period === 'month')
      .map(({ id, name }) => ({ value: `preset:${id}`, label: said.compare.preset(name[lang]) })),
  ]
  const name = choices.find(({ value }) => value === compare)?.label ?? said.tried
  const [what, first = '', second = ''] = compare.split(':')
  if (what === 'draft')
    return { choices, isReady: true, variant: { name, contractId: first, version: Number(second) } }
  if (what === 'preset') {
    const priceList = pricePresets.find(({ id }) => id === first)?.priceList as PriceList | undefined
    return { choices, isReady: true, variant: priceList && { name: name.slice(0, 60), priceList } }
  }
  if (needsTerms) {
    const terms = version?.terms.priceList
    const priceList = terms && (pricesChanged(terms as never, percent) as unknown as PriceList)
    const shown = `${percent > 0 ? '+' : ''}${String(percent).replace('.', lang === 'pl' ? ',' : '.')}%`
    return { choices, isReady: priceList !== undefined, variant: priceList && { name: shown, priceList } }
  }
  return { choices, isReady: true, variant: undefined }
}

function BackTest({ clientId, from, to }: { clientId: string | undefined; from: string; to: string }) {
  const { lang, words } = useSpeech()
  const said = words.whatIf.check
  const query = { from, to, ...(clientId && { clientId }) }
  const { data } = useQuery({
    queryKey: ['billing', 'back-test', query],
    queryFn: () => api.get('/api/back-test', { query }),
  })
  if (!data) return null
  const text =
    data.bills === 0
      ? said.none
      : data.differing === 0
        ? said.same(data.bills)
        : said.differs(data.differing, money(lang, data.differenceGrosze))
  return (
    <p className="wi-check" data-differs={data.differing > 0 || undefined} role="status">
      {text}
    </p>
  )
}

function Sums({ result }: { result: WhatIf }) {
  const { lang, words } = useSpeech()
  const said = words.whatIf
  const [same, tried] = result.variants
  const undecided = undecidedIn(result)
  const notIssued = notIssuedIn(result)
  return (
    <dl className="wi-sums">
      <div>
        <dt>{said.issued}</dt>
        <dd className="num">{money(lang, result.issuedNetGrosze)}</dd>
        {result.byHandGrosze !== 0 && (
          <dd className="wi-dim">{said.byHand(money(lang, result.byHandGrosze))}</dd>
        )}
      </div>
      <div>
        <dt>{same?.name}</dt>
        <dd className="num">{money(lang, same?.netGrosze ?? 0)}</dd>
        {notIssued !== 0 && <dd className="wi-dim">{said.notIssuedOf(money(lang, notIssued))}</dd>}
      </div>
      {tried && (
        <>
          <div>
            <dt>{tried.name}</dt>
            <dd className="num">{money(lang, tried.netGrosze)}</dd>
            {undecided > 0 && <dd className="wi-dim">{said.undecided(undecided)}</dd>}
          </div>
          <div>
            <dt>{said.difference}</dt>
            <dd className="num">{signed(lang, tried.netGrosze - (same?.netGrosze ?? 0))}</dd>
          </div>
        </>
      )}
    </dl>
  )
}

const signed = (lang: 'pl' | 'en', grosze: number): string => `${grosze > 0 ? '+' : ''}${money(lang, grosze)}`

function Table({ result, byMonth }: { result: WhatIf; byMonth: boolean }) {
  const { lang, words } = useSpeech()
  const said = words.whatIf
  const groups = groupsOf(result, byMonth)
  const hasTried = result.variants.length > 1
  const hasMissed = groups.some(({ missed }) => missed > 0)
  const [open, setOpen] = useState<string>()
  return (
    <Card title={byMonth ? said.byMonth : said.byClient} flush>
      <div
        className="wi-scroll"
        tabIndex={0}
        role="region"
        aria-label={byMonth ? said.byMonth : said.byClient}
      >
        <table className="wi-table num">
          <thead>
            <tr>
              <th>{byMonth ? said.columns.month : said.columns.client}</th>
              <th>{said.issued}</th>
              {result.variants.map(({ name }) => (
                <th key={name}>{name}</th>
              ))}
              {hasTried && <th>{said.difference}</th>}
              {hasMissed && <th>{said.columns.missed}</th>}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <Fragment key={group.key}>
                <tr>
                  <th scope="row">
                    {byMonth ? (
                      <button
                        type="button"
                        className="wi-open"
                        aria-expanded={open === group.key}
                        onClick={() => setOpen(open === group.key ? undefined : group.key)}
                      >
                        {monthName(lang, `${group.name}-01`)}
                      </button>
                    ) : (
                      group.name
                    )}
                  </th>
                  <td>{group.issued === null ? said.notIssued : <Money grosze={group.issued} />}</td>
                  {group.results.map((net, i) => (
                    <td key={i}>
                      <Money grosze={net} />
                    </td>
                  ))}
                  {hasTried && <td>{signed(lang, (group.results.at(-1) ?? 0) - (group.results[0] ?? 0))}</td>}
                  {hasMissed && <td>{group.missed}</td>}
                </tr>
                {open === group.key && (
                  <tr className="wi-lines">
                    <td colSpan={result.variants.length + 4}>
                      <Lines result={result} group={group} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

/** The lines of both sets of terms, each with its explanation. */
function Lines({ result, group }: { result: WhatIf; group: Group }) {
  return (
    <div className="wi-two">
      {result.variants.map(({ name }, i) => (
        <section key={name} aria-label={name}>
          <h3>{name}</h3>
          <ul>
            {group.rows
              .flatMap((row) => row.results[i]?.lines ?? [])
              .filter(({ informative }) => !informative)
              .map((line, n) => (
                <LineRow key={n} line={line} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function LineRow({ line }: { line: Line }) {
  const { lang, words } = useSpeech()
  return (
    <li>
      <Explained
        label={words.contracts.editor.example.explain}
        explanation={<p>{explainLine(lang, line.explanation as unknown as Explanation)}</p>}
      >
        {line.name}
      </Explained>
      <span className="num">{money(lang, line.netGrosze)}</span>
    </li>
  )
}

function Downloads({ question }: { question: Question }) {
  const { words } = useSpeech()
  const said = words.whatIf
  const sentence = useSentence()
  const { mutate, isPending } = useMutation({
    mutationFn: (format: 'csv' | 'xlsx') =>
      api.post('/api/what-if/past/sheet', { query: { format }, body: question }),
    onSuccess: ({ name, mime, base64 }) => save(name, mime, base64),
    onError: (problem) => showToast({ text: sentence(problem), tone: 'problem' }),
  })
  return (
    <>
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button
          key={format}
          variant="default"
          disabled={isPending}
          leftSection={<IconDownload size={16} stroke={1.7} />}
          onClick={() => mutate(format)}
        >
          {said[format]}
        </Button>
      ))}
    </>
  )
}

function save(name: string, mime: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes], { type: mime }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
