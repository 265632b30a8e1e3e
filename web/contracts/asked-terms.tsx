/** "What applied on day X, as known on day Y": asked of the server, answered with the version. */
import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { date, dateOf } from '#words/format.ts'
import { ApiRefusal, api } from '../kit/api.ts'
import { Card } from '../kit/controls.tsx'
import { AppLink } from '../kit/link.tsx'
import { pageClock } from '../kit/clock.ts'
import { useSpeech } from '../kit/words.tsx'
import type { ContractDetail } from './contract-data.ts'
import './contract-life.css'

export function AskedTerms({ contract }: { contract: ContractDetail }) {
  const { lang, words } = useSpeech()
  const said = words.contractLife.contract
  const [on, setOn] = useState(() => dateOf(pageClock.nowMs()))
  const [known, setKnown] = useState('')
  const [asked, setAsked] = useState<{ on: string; known: string }>()
  const { data, error } = useQuery({
    queryKey: ['contract', contract.id, 'asked', asked],
    queryFn: () =>
      api.get('/api/contracts/{id}/terms', {
        path: { id: contract.id },
        query: { on: asked!.on, ...(asked!.known && { knownAt: endOfDay(asked!.known) }) },
      }),
    enabled: asked !== undefined,
    retry: false,
  })
  const isNothing = error instanceof ApiRefusal && error.code === 'not_found'
  return (
    <Card title={said.asked}>
      <form className="c-asked" onSubmit={(e) => (e.preventDefault(), setAsked({ on, known }))}>
        <TextInput
          type="date"
          size="xs"
          label={said.askedOn}
          required
          value={on}
          onChange={(e) => setOn(e.currentTarget.value)}
        />
        <TextInput
          type="date"
          size="xs"
          label={said.askedKnown}
          value={known}
          onChange={(e) => setKnown(e.currentTarget.value)}
        />
        <Button type="submit" size="xs" variant="default">
          {said.ask}
        </Button>
      </form>
      <p role="status" className="c-asked-answer">
        {isNothing && said.askedNothing}
        {data && !error && (
          <>
            {said.askedAnswer(data.number, date(lang, data.validFrom))}{' '}
            {data.isSuspended && `${said.askedSuspended} `}
            <AppLink to={`/contracts/${contract.id}/versions/${data.number}`}>{said.openVersion}</AppLink>
          </>
        )}
      </p>
    </Card>
  )
}

/** The whole of that day was known in the evening, by the clock of the browser. */
const endOfDay = (day: string): string => new Date(`${day}T23:59:59`).toISOString()
