/** One line over everything: an unconfirmed address, mail that is kept, the demo, the clock of a sandbox. */
import { Button, Menu, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { moment } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { AppLink } from '../kit/link.tsx'
import { useSpeech, useWords } from '../kit/words.tsx'
import { useSession } from '../session.ts'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { jumps, type Jump } from './sandbox-jumps.ts'
import './accounts.css'

export default function Banner() {
  const { company, isUnconfirmed, isMailKept } = useSession()
  const { banner } = useWords().accounts
  if (company.kind === 'sandbox') return <SandboxClock />
  if (company.kind === 'demo') return <div className="a-banner">{banner.demo}</div>
  if (isUnconfirmed && !isMailKept) return <Unconfirmed />
  if (isMailKept)
    return (
      <div className="a-banner">
        {banner.mailKept} <AppLink to="/outbox">{banner.outbox}</AppLink>
      </div>
    )
  return null
}

function Unconfirmed() {
  const { banner } = useWords().accounts
  const send = useMutation({ mutationFn: () => api.post('/api/session/confirmation') })
  return (
    <div className="a-banner">
      {banner.unconfirmed}{' '}
      <button type="button" onClick={() => send.mutate()} disabled={send.isSuccess}>
        {send.isSuccess ? banner.resent : banner.resend}
      </button>
    </div>
  )
}

function SandboxClock() {
  const {
    lang,
    words: {
      accounts: { banner },
    },
  } = useSpeech()
  const { company } = useSession()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [to, setTo] = useState('')
  const { data: clock } = useQuery({
    queryKey: ['sandbox-clock'],
    queryFn: () => api.get('/api/sandbox/clock'),
    refetchInterval: (query) => (query.state.data?.settled === false ? 400 : 15_000),
  })
  const move = useMutation({
    mutationFn: (now: string) => api.put('/api/sandbox/clock', { body: { now } }),
    onSuccess: () => queries.invalidateQueries(),
    onError: refusal.show,
  })
  if (!clock) return null
  const go = (jump: Jump) => (refusal.clear(), move.mutate(jumps[jump](clock.now, company.timezone)))
  const moving = clock.target !== null || !clock.settled
  return (
    <div className="a-banner" role="status">
      <span className="num">{banner.sandbox(moment(lang, clock.now, company.timezone, 0))}</span>
      <Menu position="bottom" closeOnItemClick>
        <Menu.Target>
          <Button size="compact-xs" variant="default" loading={moving}>
            {moving ? banner.moving : banner.move}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(['hour', 'day', 'week', 'month'] as const).map((jump) => (
            <Menu.Item key={jump} onClick={() => go(jump)}>
              {banner[jump]}
            </Menu.Item>
          ))}
          <form
            style={{ padding: 8, display: 'flex', gap: 6 }}
            onSubmit={(e) => (
              e.preventDefault(),
              refusal.clear(),
              move.mutate(jumps.exact(to, company.timezone))
            )}
          >
            <TextInput
              type="datetime-local"
              aria-label={banner.to}
              value={to}
              onChange={(e) => setTo(e.currentTarget.value)}
            />
            <Button type="submit" variant="default" disabled={!to}>
              {banner.move}
            </Button>
          </form>
        </Menu.Dropdown>
      </Menu>
      <RefusalNote refusal={refusal} />
    </div>
  )
}
