/** A ticket beside the queue: its clocks, what it costs, the last words, and a quick answer. */
import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { Kbd } from '../kit/controls.tsx'
import { Avatar, ReasonChip } from '../kit/data.tsx'
import { AppLink } from '../kit/link.tsx'
import { useWords } from '../kit/words.tsx'
import { ClocksShort } from './clock-card.tsx'
import { OverPackage } from './contract-card.tsx'
import { useDeedKeys, useDeeds, type Deeds } from './deeds.tsx'
import type { DeedName, TicketPage } from './desk-data.ts'
import { TicketComposer } from './ticket-composer.tsx'
import { Attention } from './ticket-head.tsx'
import { TicketThread } from './ticket-thread.tsx'
import { useStopwatch } from './work-card.tsx'

export function Preview({ page, onClose }: { page: TicketPage; onClose: () => void }) {
  return <PreviewBody key={page.ticket.id} page={page} onClose={onClose} />
}

function PreviewBody({ page, onClose }: { page: TicketPage; onClose: () => void }) {
  const { desk, kit } = useWords()
  const { ticket } = page
  const [mode, setMode] = useState<'reply' | 'note'>('reply')
  const text = useRef<HTMLTextAreaElement>(null)
  const deeds = useDeeds(page, (next) => {
    setMode(next)
    setTimeout(() => text.current?.focus())
  })
  const stopwatch = useStopwatch(ticket.id)
  useDeedKeys(deeds, { t: stopwatch.toggle })
  const who = ticket.contact?.name ?? (ticket.reporterName || desk.ticket.somebody)
  return (
    <div className="d-preview">
      <header>
        <AppLink to={`/tickets/${ticket.id}`} className="d-link">
          {ticket.name}
        </AppLink>
        <ReasonChip tone={ticket.priority === 'critical' ? 'danger' : 'outline'}>
          {kit.priorities[ticket.priority] ?? ticket.priority}
        </ReasonChip>
        <span className="d-preview-keys" aria-hidden>
          <Kbd>Enter</Kbd> {desk.queue.open}
        </span>
        <ActionIcon variant="subtle" aria-label={kit.buttons.close} onClick={onClose}>
          <IconX size={17} stroke={1.7} />
        </ActionIcon>
      </header>
      <div className="d-preview-body" tabIndex={0} role="region" aria-label={desk.queue.preview}>
        <h2>{ticket.subject}</h2>
        <p className="d-inline">
          <Avatar name={who} size={22} /> {[who, ticket.client?.name].filter(Boolean).join(' · ')}
        </p>
        <Attention deeds={deeds} />
        <ClocksShort clocks={ticket.clocks} reasons={page.pauseReasons} waitingFor={ticket.waitingFor} />
        <OverPackage price={page.price} />
        <TicketThread page={page} last={3} />
      </div>
      <footer>
        <TicketComposer page={page} mode={mode} onMode={setMode} textRef={text} small />
        <QuickKeys deeds={deeds} onTimer={stopwatch.toggle} />
      </footer>
      {deeds.dialog}
    </div>
  )
}

function QuickKeys({ deeds, onTimer }: { deeds: Deeds; onTimer: () => void }) {
  const { keys } = useWords().desk.queue
  const isWaiting = deeds.page.ticket.state === 'waiting'
  const { deeds: names } = useWords().desk
  const quick: { key: string; label: string; deed?: DeedName; run: () => void }[] = [
    { key: 'A', label: keys.assign, deed: 'delegate', run: () => deeds.start('delegate') },
    {
      key: 'Z',
      label: isWaiting ? names.resume.toLowerCase() : keys.pause,
      deed: isWaiting ? 'resume' : 'pause',
      run: () => deeds.start(isWaiting ? 'resume' : 'pause'),
    },
    { key: 'T', label: keys.timer, deed: 'logWork', run: onTimer },
    { key: 'E', label: keys.finish, deed: 'resolve', run: () => deeds.start('resolve') },
  ]
  return (
    <div className="d-keys">
      {quick.map(({ key, label, deed, run }) => {
        const may = deed ? deeds.may(deed) : true
        return (
          <button
            key={key}
            type="button"
            aria-keyshortcuts={key}
            {...(may === true ? {} : { 'aria-disabled': true, title: may })}
            onClick={() => (may === true || deed !== 'logWork' ? run() : undefined)}
          >
            <Kbd>{key}</Kbd> {label}
          </button>
        )
      })}
    </div>
  )
}
