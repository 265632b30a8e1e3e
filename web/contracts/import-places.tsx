/** Sites and devices from a spreadsheet: tried first, row by row, then saved as it was shown. */
import { Button, FileButton } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../kit/api.ts'
import { ReasonChip } from '../kit/data.tsx'
import { LinkButton, useUrlState } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { useWords } from '../kit/words.tsx'
import type { Schemas } from '../generated/client.ts'
import { useClient } from './contract-data.ts'
import './contracts.css'
import { usePlaceWords } from './place-words.ts'

type Result = Schemas.PlaceImport
type Wish = { from: File; dryRun: 'true' | 'false'; skipProblems: 'true' | 'false' }

export default function ImportPlaces() {
  const { contracts, contractLife } = useWords()
  const places = usePlaceWords()
  const said = places.importing
  const shared = contracts.importing
  const [{ client: clientId }] = useUrlState()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [file, setFile] = useState<File>()
  const [result, setResult] = useState<Result>()
  const run = useMutation({
    mutationFn: ({ from, ...query }: Wish) =>
      api.upload('/api/place-imports', from, { query: { ...query, clientId } }),
    onSuccess: (next) => (
      setResult(next),
      next.isSaved && void queries.invalidateQueries({ queryKey: ['client'] })
    ),
    onError: refusal.show,
  })
  const choose = (chosen: File | null) => {
    if (!chosen) return
    refusal.clear()
    setResult(undefined)
    setFile(chosen)
    run.mutate({ from: chosen, dryRun: 'true', skipProblems: 'false' })
  }
  return (
    <Page
      header={
        <PageHeader
          crumbs={[{ label: contracts.nav.clients, to: '/clients' }, { label: contracts.importing.places }]}
        />
      }
    >
      <div className="c-import">
        <p>{contractLife.importing.lead}</p>
        <p className="c-hint">{said.columns}</p>
        {clientId && <OfClient id={clientId} />}
        <div className="c-actions">
          <FileButton
            accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            onChange={choose}
          >
            {(props) => (
              <Button
                {...props}
                size="md"
                variant={result ? 'default' : 'filled'}
                loading={run.isPending && !result}
                leftSection={<IconFileImport size={17} stroke={1.7} />}
              >
                {contractLife.importing.choose}
              </Button>
            )}
          </FileButton>
          {file && result && !result.isSaved && result.newSites + result.newDevices > 0 && (
            <Button
              size="md"
              loading={run.isPending}
              onClick={() =>
                run.mutate({
                  from: file,
                  dryRun: 'false',
                  skipProblems: result.problems > 0 ? 'true' : 'false',
                })
              }
            >
              {result.problems > 0 ? shared.saveRest : shared.save}
            </Button>
          )}
          {result?.isSaved && (
            <LinkButton to={clientId ? `/clients/${clientId}` : '/clients'} size="md">
              {contracts.nav.clients}
            </LinkButton>
          )}
        </div>
        <RefusalNote refusal={refusal} />
        {result && (
          <div role="status">
            <strong>
              {result.isSaved ? shared.done : shared.problems(result.problems)}{' '}
              {said.summary(result.newSites, result.newDevices)}.
            </strong>
            {result.unknownHeadings.length > 0 && (
              <p className="c-hint">{shared.unknownHeadings(result.unknownHeadings.join(', '))}</p>
            )}
          </div>
        )}
        {result && <Rows rows={result.rows} />}
      </div>
    </Page>
  )
}

function OfClient({ id }: { id: string }) {
  const places = usePlaceWords()
  const { data } = useClient(id)
  return data ? <p>{places.importing.ofClient(data.name)}</p> : null
}

function Rows({ rows }: { rows: Result['rows'] }) {
  const { contracts } = useWords()
  const places = usePlaceWords()
  const said = places.importing
  return (
    <div className="l-table-scroll" tabIndex={0} role="region" aria-label={contracts.importing.places}>
      <table className="c-table c-import-rows">
        <thead>
          <tr>
            <th>{contracts.importing.row}</th>
            <th>{contracts.importing.client}</th>
            <th>{`${places.site}, ${places.about.device.toLowerCase()}`}</th>
            <th>{contracts.importing.what}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, clientName, site, device, problems }) => (
            <tr key={row} data-problem={problems.length > 0 || undefined}>
              <td className="num">{row}</td>
              <td>{clientName || '–'}</td>
              <td>
                {[
                  site?.name,
                  device && [device.name, device.deviceClass, device.serialNumber].filter(Boolean).join(', '),
                ]
                  .filter(Boolean)
                  .join(' · ') || '–'}
              </td>
              <td>
                {problems.map((problem, i) => (
                  <p key={i} className="c-problem">
                    {problem.column && `${said.column[problem.column] ?? problem.column}: `}
                    {problem.message}
                  </p>
                ))}
                <span className="c-tags">
                  {site && (
                    <ReasonChip tone={site.happens === 'new' ? 'soft' : 'calm'}>
                      {site.happens === 'new' ? said.newSite : said.knownSite}
                    </ReasonChip>
                  )}
                  {device && (
                    <ReasonChip tone={device.happens === 'new' ? 'soft' : 'calm'}>
                      {device.happens === 'new' ? said.newDevice : said.knownDevice}
                    </ReasonChip>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
