/** Signing in to the panel: an address, a link by mail. The answer is the same for everybody. */
import { Button, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { api } from '../kit/api.ts'
import { Wordmark } from '../kit/brand.tsx'
import { LanguageSwitch } from '../kit/preferences.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { usePanelWords } from '../kit/words.tsx'
import './panel.css'

export default function SignIn() {
  const words = usePanelWords().panel.signIn
  const [email, setEmail] = useState('')
  const [sentTo, setSentTo] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [lacking, setLacking] = useState(false)
  const refusal = useRefusal()

  const send = async (event?: FormEvent) => {
    event?.preventDefault()
    const address = email.trim()
    setLacking(!address.includes('@'))
    if (!address.includes('@')) return
    setBusy(true)
    refusal.clear()
    await api
      .post('/api/session/links', { body: { email: address, kind: 'contact' } })
      .then(() => setSentTo(address), refusal.show)
    setBusy(false)
  }
  return (
    <main className="p-door">
      <div className="p-door-card">
        <h1 className="k-promise k-promise-desktop">{sentTo ? words.mailbox : words.title}</h1>
        <p role="status">{sentTo ? words.sent : words.lead}</p>
        {sentTo ? (
          <>
            <p className="p-door-address">{sentTo}</p>
            <RefusalNote refusal={refusal} />
            <Button size="lg" variant="default" loading={busy} onClick={() => void send()}>
              {words.again}
            </Button>
            <Button variant="subtle" onClick={() => setSentTo(undefined)}>
              {words.other}
            </Button>
          </>
        ) : (
          <form onSubmit={(event) => void send(event)} noValidate>
            <TextInput
              label={words.email}
              type="email"
              inputMode="email"
              autoComplete="email"
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
              error={lacking ? words.needEmail : refusal.of('email')}
            />
            <RefusalNote refusal={refusal} fields={['email']} />
            <Button type="submit" size="lg" loading={busy}>
              {words.send}
            </Button>
          </form>
        )}
      </div>
      <DoorFoot />
    </main>
  )
}

export function DoorFoot() {
  const { kit } = usePanelWords()
  return (
    <footer className="p-door-foot">
      <LanguageSwitch />
      <span>
        {kit.frame.footer} <Wordmark height={18} />
      </span>
    </footer>
  )
}
