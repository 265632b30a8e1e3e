/** Amendments in bulk: the runs so far, a new indexation, and the table of indices. */
import { Button, Modal, NumberInput, Select, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { indexKeys, type IndexKey } from '#engines/pricing/index-price-list.ts'
import { date, dateOf, decimal } from '#words/format.ts'
import { termValues } from '#words/term-names.ts'
import { api } from '../kit/api.ts'
import { Card } from '../kit/controls.tsx'
import { ReasonChip } from '../kit/data.tsx'
import { AppLink, useGo } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { SkeletonAfter } from '../kit/states.tsx'
import { pageClock } from '../kit/clock.ts'
import { useSpeech, useWords } from '../kit/words.tsx'
import { ContractViews } from './contract-views.tsx'
import { useIndexFigures, useRuns, type AmendmentRun, type IndexFigure } from './life-data.ts'
import './contracts.css'
import './contract-life.css'

export const runName = (
  said: ReturnType<typeof useWords>['contractLife']['amendments'],
  lang: 'pl' | 'en',
  run: Pick<AmendmentRun, 'kind' | 'validFrom' | 'priceListName' | 'priceListNumber'>,
): string =>
  run.kind === 'indexation'
    ? said.indexation(date(lang, run.validFrom))
    : said.priceList(run.priceListName ?? '', run.priceListNumber ?? 0, date(lang, run.validFrom))

export default function Amendments() {
  const { lang, words } = useSpeech()
  const said = words.contractLife.amendments
  const { data } = useRuns()
  const [isPreparing, setPreparing] = useState(false)
  return (
    <Page
      header={
        <PageHeader
          title={words.contracts.nav.contracts}
          actions={
            <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => setPreparing(true)}>
              {said.newIndexation}
            </Button>
          }
        >
          <ContractViews chosen="amendments" />
        </PageHeader>
      }
    >
      <div className="l-page">
        <p className="c-lead">{said.lead}</p>
        {!data && <SkeletonAfter />}
        {data?.length === 0 && <p className="c-hint">{said.empty}</p>}
        {data && data.length > 0 && (
          <ul className="l-rows" style={{ marginBottom: 22 }}>
            {data.map((run) => (
              <li key={run.id}>
                <ReasonChip tone={run.endedAt ? 'soft' : run.startedAt ? 'paused' : 'note'}>
                  {run.endedAt ? said.states.made : run.startedAt ? said.states.running : said.states.open}
                </ReasonChip>
                <AppLink to={`/amendments/${run.id}`}>{runName(said, lang, run)}</AppLink>
                <span className="c-hint num">{date(lang, dateOf(run.createdAt))}</span>
                <span />
                <span />
              </li>
            ))}
          </ul>
        )}
        <Indices />
      </div>
      {isPreparing && <PrepareDialog onClose={() => setPreparing(false)} />}
    </Page>
  )
}

function PrepareDialog({ onClose }: { onClose: () => void }) {
  const { lang, words } = useSpeech()
  const said = words.contractLife.amendments
  const go = useGo()
  const refusal = useRefusal()
  const today = dateOf(pageClock.nowMs())
  const [year, setYear] = useState(Number(today.slice(0, 4)) + 1)
  const [month, setMonth] = useState('2')
  const prepare = useMutation({
    mutationFn: () =>
      api.post('/api/amendment-runs', { body: { kind: 'indexation', year, month: Number(month) } }),
    onSuccess: (run) => go(`/amendments/${run.id}`),
    onError: refusal.show,
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={said.newIndexation}
      closeButtonProps={{ 'aria-label': words.kit.buttons.close }}
    >
      <form className="c-form" onSubmit={(e) => (e.preventDefault(), prepare.mutate())}>
        <p>{said.prepareWhy}</p>
        <div className="c-pair">
          <Select
            label={said.month}
            data={Array.from({ length: 12 }, (_, i) => ({
              value: String(i + 1),
              label: new Intl.DateTimeFormat(lang === 'pl' ? 'pl' : 'en-GB', {
                month: 'long',
                timeZone: 'UTC',
              }).format(Date.UTC(2026, i, 1)),
            }))}
            value={month}
            allowDeselect={false}
            onChange={(value) => setMonth(value ?? '2')}
          />
          <NumberInput
            label={said.year}
            min={2020}
            max={2100}
            allowDecimal={false}
            value={year}
            onChange={(n) => n !== '' && setYear(Number(n))}
          />
        </div>
        <RefusalNote refusal={refusal} />
        <Button type="submit" size="md" loading={prepare.isPending}>
          {said.prepare}
        </Button>
      </form>
    </Modal>
  )
}

function Indices() {
  const { lang, words } = useSpeech()
  const said = words.contractLife.amendments
  const { data = [] } = useIndexFigures()
  const [isEntering, setEntering] = useState(false)
  return (
    <Card
      title={said.indices}
      aside={
        <Button size="xs" variant="default" onClick={() => setEntering(true)}>
          {said.enter}
        </Button>
      }
    >
      <p className="c-hint">{said.indicesWhy}</p>
      <div className="l-table-scroll" tabIndex={0} role="region" aria-label={said.indices}>
        <table className="l-table">
          <thead>
            <tr>
              <th>{said.index}</th>
              <th className="num">{said.year}</th>
              <th className="num">{said.value}</th>
              <th className="l-wide">{said.source}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((row) => (
              <tr key={`${row.index} ${row.year}`}>
                <td>
                  {termValues[lang][row.index]}{' '}
                  <span className="c-hint">({row.version === 0 ? said.builtIn : said.entered})</span>
                </td>
                <td className="num">{row.year}</td>
                <td className="num">{decimal(lang, row.value, 1)}</td>
                <td className="l-wide">{row.source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isEntering && <EnterDialog figures={data} onClose={() => setEntering(false)} />}
    </Card>
  )
}

function EnterDialog({ figures, onClose }: { figures: readonly IndexFigure[]; onClose: () => void }) {
  const { lang, words } = useSpeech()
  const said = words.contractLife.amendments
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [index, setIndex] = useState<IndexKey>('gusConsumerPrices')
  const [year, setYear] = useState(Number(dateOf(pageClock.nowMs()).slice(0, 4)))
  const [value, setValue] = useState('')
  const [source, setSource] = useState('')
  const before = figures.find((one) => one.index === index && one.year === year)
  const enter = useMutation({
    mutationFn: () =>
      api.put('/api/index-figures/{index}/{year}', {
        path: { index, year },
        body: { value, source, version: before?.version ?? 0 },
      }),
    onSuccess: () => (void queries.invalidateQueries({ queryKey: ['indexation'] }), onClose()),
    onError: refusal.show,
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={said.enter}
      closeButtonProps={{ 'aria-label': words.kit.buttons.close }}
    >
      <form className="c-form" onSubmit={(e) => (e.preventDefault(), refusal.clear(), enter.mutate())}>
        <Select
          label={said.index}
          data={indexKeys.map((key) => ({ value: key, label: termValues[lang][key] ?? key }))}
          value={index}
          allowDeselect={false}
          onChange={(next) => next && setIndex(next as IndexKey)}
        />
        <div className="c-pair">
          <NumberInput
            label={said.year}
            min={2000}
            max={2100}
            allowDecimal={false}
            value={year}
            onChange={(n) => n !== '' && setYear(Number(n))}
          />
          <TextInput
            label={said.value}
            required
            inputMode="decimal"
            placeholder={before ? decimal(lang, before.value, 1) : ''}
            value={value}
            error={refusal.of('value')}
            onChange={(e) => setValue(e.currentTarget.value)}
          />
        </div>
        <TextInput label={said.source} value={source} onChange={(e) => setSource(e.currentTarget.value)} />
        <RefusalNote refusal={refusal} fields={['value']} />
        <Button type="submit" size="md" disabled={value.trim() === ''} loading={enter.isPending}>
          {said.enter}
        </Button>
      </form>
    </Modal>
  )
}
