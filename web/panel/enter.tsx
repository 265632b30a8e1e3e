/**
 * The page behind a mailed link. It waits for one click: programs that look into mail open
 * links by themselves, and a link works only once.
 */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { api } from '../kit/api.ts'
import { LinkButton, useUrlState } from '../kit/link.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { usePanelWords } from '../kit/words.tsx'
import './panel.css'
import { DoorFoot } from './sign-in.tsx'

export default function Enter() {
  const words = usePanelWords().panel.signIn
  const [{ key = '', to }] = useUrlState()
  const [busy, setBusy] = useState(false)
  const refusal = useRefusal()
  const enter = async () => {
    setBusy(true)
    refusal.clear()
    // Only a place of ours: an address of another site is never followed.
    const place = to && /^\/panel\/(?![/\\])/.test(to) ? to : '/panel/tickets'
    await api
      .post('/api/session/entries', { body: { token: key } })
      .then(() => location.replace(place), refusal.show)
    setBusy(false)
  }
  const failed = refusal.problem !== undefined
  return (
    <main className="p-door">
      <div className="p-door-card">
        <h1 className="k-promise k-promise-desktop">{words.enterTitle}</h1>
        {!failed && <p>{words.enterLead}</p>}
        <RefusalNote refusal={refusal} />
        {failed ? (
          <LinkButton to="/sign-in" size="lg">
            {words.askNew}
          </LinkButton>
        ) : (
          <Button size="lg" loading={busy} onClick={() => void enter()} data-autofocus>
            {words.enter}
          </Button>
        )}
      </div>
      <DoorFoot />
    </main>
  )
}
