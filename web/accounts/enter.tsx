/**
 * The page behind a mailed link. It asks for one click: programs that look into mail open
 * links by themselves, and a link works only once.
 */
import { Button, PasswordInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { api } from '../kit/api.ts'
import { Wordmark } from '../kit/brand.tsx'
import { AppLink, usePath, useUrlState } from '../kit/link.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { useWords } from '../kit/words.tsx'
import { signInPath } from '../session.ts'
import './accounts.css'

export default function Enter() {
  const { accounts } = useWords()
  const words = accounts.enter
  const path = usePath()
  const [{ key }] = useUrlState()
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const refusal = useRefusal()
  const invited = path.startsWith('/invitation') || path.startsWith('/new-password')
  const [title, lead, button] = invited
    ? [words.invitation, words.invitationLead, words.accept]
    : path.startsWith('/confirm')
      ? [words.confirm, words.confirmLead, words.confirmButton]
      : [words.open, words.openLead, words.open]

  const enter = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    refusal.clear()
    await api
      .post('/api/session/entries', { body: { token: key ?? '', ...(invited && { password }) } })
      .then(() => location.assign('/'), refusal.show)
    setBusy(false)
  }
  return (
    <main className="a-open">
      <div>
        <Wordmark />
        <h1>{title}</h1>
        <p className="a-hint">{lead}</p>
        <form onSubmit={(e) => void enter(e)} style={{ display: 'contents' }}>
          {invited && (
            <PasswordInput
              size="md"
              label={accounts.signUp.password}
              description={accounts.signUp.passwordHint}
              autoComplete="new-password"
              autoFocus
              value={password}
              onChange={(e) => setPassword(e.currentTarget.value)}
              error={refusal.of('password')}
            />
          )}
          <RefusalNote refusal={refusal} fields={['password']} />
          <Button type="submit" className="a-submit" loading={busy}>
            {button}
          </Button>
        </form>
        {refusal.problem !== undefined && <AppLink to={signInPath}>{words.again}</AppLink>}
      </div>
    </main>
  )
}
