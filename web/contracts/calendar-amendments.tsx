/** Contracts that keep an older copy of a calendar, and one button that amends those chosen. */
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { dateOf } from '#words/format.ts'
import { sentenceFor } from '#words/words.ts'
import { api } from '../kit/api.ts'
import { pageClock } from '../kit/clock.ts'
import { Card } from '../kit/controls.tsx'
import { AppLink } from '../kit/link.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'

export function CalendarAmendments({ calendarId }: { calendarId: string }) {
  const { reports, refusals } = useWords()
  const said = reports.calendars
  const zone = useZone()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [validFrom, setValidFrom] = useState(dateOf(pageClock.nowMs(), zone))
  const [reason, setReason] = useState<string>(said.reasonUsual)
  const [left, setLeft] = useState<readonly string[]>([])
  const path = { id: calendarId }
  const { data = [] } = useQuery({
    queryKey: ['contract', 'older-calendars', calendarId, validFrom],
    queryFn: () => api.get('/api/calendars/{id}/contracts', { path, query: { validFrom } }),
    enabled: /^\d{4}-\d\d-\d\d$/.test(validFrom),
  })
  const why = (code: string): string => sentenceFor(refusals, code) ?? code
  const chosen = data.filter((one) => !one.problem && !left.includes(one.contractId))
  const amend = useMutation({
    mutationFn: () =>
      api.post('/api/calendars/{id}/amendments', {
        path,
        body: { contractIds: chosen.map((one) => one.contractId), validFrom, reason },
      }),
    onMutate: refusal.clear,
    onSuccess: async ({ amended, skipped }) => {
      await queries.invalidateQueries({ queryKey: ['contract'] })
      showToast({ text: said.amended(amended.length) })
      for (const { number, code } of skipped)
        showToast({ text: said.skipped({ number, why: why(code) }), tone: 'problem' })
    },
    onError: refusal.show,
  })
  if (data.length === 0) return null
  return (
    <Card tone="note" title={said.older({ n: data.length })}>
      <p className="d-quiet">{said.why}</p>
      {data.map(({ contractId, number, clientName, problem }) => (
        <Checkbox
          key={contractId}
          mt={8}
          label={
            <>
              <AppLink to={`/contracts/${contractId}`}>{number}</AppLink> {clientName}
            </>
          }
          description={problem ? why(problem) : undefined}
          disabled={problem !== null}
          checked={problem === null && !left.includes(contractId)}
          onChange={(e) =>
            setLeft(e.currentTarget.checked ? left.filter((id) => id !== contractId) : [...left, contractId])
          }
        />
      ))}
      <TextInput
        mt={12}
        maw={180}
        type="date"
        label={said.validFrom}
        value={validFrom}
        onChange={(e) => setValidFrom(e.currentTarget.value)}
        error={refusal.of('validFrom')}
      />
      <TextInput
        mt={10}
        label={said.reason}
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
        error={refusal.of('reason')}
      />
      <RefusalNote refusal={refusal} fields={['validFrom', 'reason']} />
      <Button mt={12} disabled={chosen.length === 0} loading={amend.isPending} onClick={() => amend.mutate()}>
        {said.amend(chosen.length)}
      </Button>
    </Card>
  )
}
