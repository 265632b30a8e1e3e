/** Clients and people from a CSV file: tried first, row by row, then saved as it was shown. */
import { Button, FileButton } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../kit/api.ts'
import { ReasonChip } from '../kit/data.tsx'
import { LinkButton } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { useWords } from '../kit/words.tsx'
import './contracts.css'
import type { Schemas } from '../generated/client.ts'

type Result = Schemas.ClientImport

export default function ImportClients() {
  const { contracts } = useWords()
  const words = contracts.importing
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [csv, setCsv] = useState('')
  const [result, setResult] = useState<Result>()
  const run = useMutation({
    mutationFn: (given: { csv: string; dryRun: boolean; skipProblems?: boolean }) =>
      api.post('/api/clients/import', { body: given }),
    onSuccess: (next) => (
      setResult(next),
      next.isSaved && void queries.invalidateQueries({ queryKey: ['client'] })
    ),
    onError: refusal.show,
  })
  const choose = async (file: File | null) => {
    if (!file) return
    refusal.clear()
    setResult(undefined)
    const text = textOf(await file.arrayBuffer())
    setCsv(text)
    run.mutate({ csv: text, dryRun: true })
  }
  return (
    <Page
      header={
        <PageHeader crumbs={[{ label: contracts.nav.clients, to: '/clients' }, { label: words.title }]} />
      }
    >
      <div className="c-import">
        <p>{words.lead}</p>
        <p className="c-hint">{words.columns}</p>
        <div className="c-actions">
          <FileButton accept=".csv,text/csv,text/plain" onChange={(file) => void choose(file)}>
            {(props) => (
              <Button
                {...props}
                size="md"
                variant={result ? 'default' : 'filled'}
                loading={run.isPending && !result}
                leftSection={<IconFileImport size={17} stroke={1.7} />}
              >
                {words.choose}
              </Button>
            )}
          </FileButton>
          {result && !result.isSaved && result.newClients + result.newContacts > 0 && (
            <Button
              size="md"
              loading={run.isPending}
              onClick={() => run.mutate({ csv, dryRun: false, skipProblems: result.problems > 0 })}
            >
              {result.problems > 0 ? words.saveRest : words.save}
            </Button>
          )}
          {result?.isSaved && (
            <LinkButton to="/clients" size="md">
              {words.toClients}
            </LinkButton>
          )}
        </div>
        <RefusalNote refusal={refusal} />
        {result && (
          <div role="status">
            <strong>
              {result.isSaved
                ? `${words.done} ${words.summary(result.newClients, result.newContacts)}.`
                : `${words.problems(result.problems)} ${words.summary(result.newClients, result.newContacts)}.`}
            </strong>
            {result.unknownHeadings.length > 0 && (
              <p className="c-hint">{words.unknownHeadings(result.unknownHeadings.join(', '))}</p>
            )}
          </div>
        )}
        {result && <Rows rows={result.rows} />}
      </div>
    </Page>
  )
}

function Rows({ rows }: { rows: Result['rows'] }) {
  const words = useWords().contracts.importing
  const column = words.column as Record<string, string>
  return (
    <table className="c-table c-import-rows">
      <thead>
        <tr>
          <th>{words.row}</th>
          <th>{words.client}</th>
          <th>{words.person}</th>
          <th>{words.what}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.row} data-problem={row.problems.length > 0 || undefined}>
            <td className="num">{row.row}</td>
            <td>
              {row.name || '–'}
              {row.nip && <span className="c-hint num"> {row.nip}</span>}
            </td>
            <td>
              {row.contact ? (
                <>
                  {row.contact.name}
                  <br />
                  <span className="c-hint">{row.contact.email}</span>
                </>
              ) : (
                '–'
              )}
            </td>
            <td>
              {row.problems.map((problem, i) => (
                <p
                  key={i}
                  className="c-problem"
                >{`${column[problem.column] ?? problem.column}: ${problem.message}`}</p>
              ))}
              {row.problems.length === 0 && (
                <span className="c-tags">
                  <ReasonChip tone={row.client === 'new' ? 'soft' : 'calm'}>
                    {row.client === 'new'
                      ? words.newClient
                      : row.client === 'known'
                        ? words.known
                        : words.sameFile}
                  </ReasonChip>
                  {row.contact && (
                    <ReasonChip tone={row.contact.happens === 'new' ? 'soft' : 'calm'}>
                      {row.contact.happens === 'new' ? words.newContact : words.knownContact}
                    </ReasonChip>
                  )}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Spreadsheets here still save in the old Windows encoding; UTF-8 that does not fit is read as that. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1250').decode(bytes)
  }
}
