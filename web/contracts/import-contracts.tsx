/** Existing contracts from a spreadsheet: tried first, row by row, then saved as it was shown. */
import { Button, FileButton } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../kit/api.ts'
import { ReasonChip } from '../kit/data.tsx'
import { AppLink, LinkButton } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { useWords } from '../kit/words.tsx'
import type { Schemas } from '../generated/client.ts'
import './contracts.css'
import './contract-life.css'

type Result = Schemas.ContractImport

export default function ImportContracts() {
  const words = useWords()
  const said = words.contractLife.importing
  const shared = words.contracts.importing
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [file, setFile] = useState<File>()
  const [result, setResult] = useState<Result>()
  const run = useMutation({
    mutationFn: ({
      from,
      ...query
    }: {
      from: File
      dryRun: 'true' | 'false'
      skipProblems: 'true' | 'false'
    }) => api.upload('/api/contract-imports', from, { query }),
    onSuccess: (next) => (
      setResult(next),
      next.isSaved && void queries.invalidateQueries({ queryKey: ['contract'] })
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
          crumbs={[{ label: words.contracts.nav.contracts, to: '/contracts' }, { label: said.title }]}
        />
      }
    >
      <div className="c-import">
        <p>{said.lead}</p>
        <p className="c-hint">{said.columns}</p>
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
                {said.choose}
              </Button>
            )}
          </FileButton>
          {file && result && !result.isSaved && result.newContracts + result.balances > 0 && (
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
            <LinkButton to="/contracts" size="md">
              {words.contracts.nav.contracts}
            </LinkButton>
          )}
        </div>
        <RefusalNote refusal={refusal} />
        {result && (
          <div role="status">
            <strong>
              {result.isSaved ? shared.done : shared.problems(result.problems)}{' '}
              {said.summary(result.newContracts, result.newClients)}
              {result.balances > 0 && `, ${said.balances(result.balances)}`}.
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

function Rows({ rows }: { rows: Result['rows'] }) {
  const words = useWords()
  const said = words.contractLife.importing
  return (
    <div className="l-table-scroll" tabIndex={0} role="region" aria-label={said.title}>
      <table className="c-table c-import-rows">
        <thead>
          <tr>
            <th>{words.contracts.importing.row}</th>
            <th>{said.number}</th>
            <th>{said.client}</th>
            <th>{said.what}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row} data-problem={row.problems.length > 0 || undefined}>
              <td className="num">{row.row}</td>
              <td className="num">
                {row.contractId ? (
                  <AppLink to={`/contracts/${row.contractId}`}>{row.number}</AppLink>
                ) : (
                  row.number || '–'
                )}
              </td>
              <td>{row.clientName || '–'}</td>
              <td>
                {row.problems.map((problem, i) => (
                  <p key={i} className="c-problem">
                    {problem.column && `${said.column[problem.column] ?? problem.column}: `}
                    {problem.message}
                  </p>
                ))}
                {row.problems.length === 0 && (
                  <span className="c-tags">
                    <ReasonChip tone={row.happens === 'inForce' || row.happens === 'draft' ? 'soft' : 'calm'}>
                      {said.happens[row.happens]}
                    </ReasonChip>
                    {row.client === 'new' && <ReasonChip tone="outline">{said.newClient}</ReasonChip>}
                    {row.balances > 0 && (
                      <ReasonChip tone="outline">{said.balances(row.balances)}</ReasonChip>
                    )}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
