/** Signing in: password, or a link by mail. What was asked for opens afterwards. */
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { api } from '../kit/api.ts'
import { Wordmark } from '../kit/brand.tsx'
import { AppLink, useUrlState } from '../kit/link.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { useWords } from '../kit/words.tsx'
import './accounts.css'

const fields = ['email', 'password']

export default function SignIn() {
  const { accounts } = useWords()
  const words = accounts.signIn
  const [{ to }] = useUrlState()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState(false)
  const [emailError, setEmailError] = useState<string>()
  const refusal = useRefusal()

  const enter = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    refusal.clear()
    // Only a place of ours: an address of another site is never followed.
    const place = to && /^\/(?![/\\])/.test(to) ? to : '/'
    await api
      .post('/api/session', { body: { email, password } })
      .then(() => location.assign(place), refusal.show)
    setBusy(false)
  }
  const askForLink = async () => {
    if (!email.includes('@')) return setEmailError(words.needEmail)
    setEmailError(undefined)
    refusal.clear()
    await api
      .post('/api/session/links', { body: { email, kind: 'staff' } })
      .then(() => setSent(true), refusal.show)
  }
  return (
    <main className="a-open">
      <div>
        <Wordmark />
        <h1>{words.title}</h1>
        <form onSubmit={(e) => void enter(e)} style={{ display: 'contents' }} noValidate>
          <TextInput
            size="md"
            label={accounts.signUp.email}
            type="email"
            autoComplete="username"
            autoFocus
            value={email}
            onChange={(e) => setEmail(e.currentTarget.value)}
            error={emailError ?? refusal.of('email')}
          />
          <PasswordInput
            size="md"
            label={accounts.signUp.password}
            autoComplete="current-password"
            value={password}
            onChange={(e) => setPassword(e.currentTarget.value)}
            error={refusal.of('password')}
          />
          <RefusalNote refusal={refusal} fields={fields} />
          <Button type="submit" className="a-submit" loading={busy}>
            {words.submit}
          </Button>
        </form>
        <Button variant="subtle" onClick={() => void askForLink()}>
          {words.link}
        </Button>
        <p role="status" className="a-hint">
          {sent ? words.sent : ''}
        </p>
        <p className="a-foot">
          {words.noAccount} <AppLink to="/sign-up">{words.create}</AppLink>
        </p>
      </div>
    </main>
  )
}
