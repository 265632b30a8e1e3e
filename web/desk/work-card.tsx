/** Work on a ticket: the stopwatch, the entries, and for each whether it lies inside the fee. */
import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconPencil, IconPlayerPlayFilled, IconPlus } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { duration, quantity, stretch, time } from '#words/format.ts'
import { workFactsText } from '#words/work-facts.ts'
import { api } from '../kit/api.ts'
import { Card } from '../kit/controls.tsx'
import { Avatar, ReasonChip, type TagTone } from '../kit/data.tsx'
import { AppLink } from '../kit/link.tsx'
import { useSentence } from '../kit/refusals.tsx'
import { RunningTimer } from '../kit/time.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useNow } from '../kit/use-clock.ts'
import { useSpeech, useWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { renew, useTimer, type Place, type Price, type TicketPage, type WorkEntry } from './desk-data.ts'
import type { Deeds } from './deeds.tsx'
import { WorkDialog } from './work-dialog.tsx'
import { secondsOf } from './work-form.ts'

/** The person's one stopwatch: started and stopped here, wherever it runs. */
export function useStopwatch(ticketId: string) {
  const { lang, words } = useSpeech()
  const queries = useQueryClient()
  const sentence = useSentence()
  const { data: running } = useTimer()
  const settle = () => {
    void queries.invalidateQueries({ queryKey: ['timer'] })
    renew(queries, ticketId)
  }
  const onError = (problem: unknown) => showToast({ text: sentence(problem), tone: 'problem' })
  const start = useMutation({
    mutationFn: (place: Place) =>
      api.post('/api/tickets/{id}/timer', { path: { id: ticketId }, body: { place } }),
    onSuccess: (entry) => queries.setQueryData(['timer'], entry),
    onError,
    onSettled: settle,
  })
  const stop = useMutation({
    mutationFn: () => api.put('/api/timer/end', { body: {} }),
    onSuccess: (entry) => {
      queries.setQueryData(['timer'], null)
      const seconds = (Date.parse(entry.endedAt ?? entry.startedAt) - Date.parse(entry.startedAt)) / 1000
      showToast({ text: words.desk.work.stopped({ time: duration(lang, seconds) }) })
    },
    onError,
    onSettled: settle,
  })
  const isHere = running?.ticketId === ticketId
  return {
    running,
    isHere,
    start: (place: Place) => start.mutate(place),
    stop: () => stop.mutate(),
    toggle: () => (isHere ? stop.mutate() : start.mutate('remote')),
  }
}

export function WorkCard({
  ticketId,
  work,
  asked,
  price,
  deeds,
}: {
  ticketId: string
  work: readonly WorkEntry[]
  asked: TicketPage['asked']
  price: Price | null
  deeds: Deeds
}) {
  const { lang, words } = useSpeech()
  const said = words.desk.work
  const may = deeds.may('logWork')
  const [dialog, setDialog] = useState<WorkEntry | 'new'>()
  const total = secondsOf(work)
  return (
    <Card
      title={said.title}
      aside={
        may === true ? (
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconPlus size={14} stroke={2} />}
            onClick={() => setDialog('new')}
          >
            {said.add}
          </Button>
        ) : undefined
      }
    >
      <div className="d-work">
        {may === true ? <Stopwatch ticketId={ticketId} /> : <p className="d-quiet">{may}</p>}
        {work.length === 0 && <p className="d-quiet">{said.none}</p>}
        {work.length > 0 && (
          <ul>
            {work.map((entry) => (
              <Entry
                key={entry.id}
                entry={entry}
                bin={price?.bins.find((bin) => bin.workId === entry.id)?.bin}
                onChange={() => setDialog(entry)}
              />
            ))}
          </ul>
        )}
        {total > 0 && <p className="d-quiet num">{said.total({ time: duration(lang, total) })}</p>}
      </div>
      {dialog && (
        <WorkDialog
          ticketId={ticketId}
          asked={asked}
          entry={dialog === 'new' ? undefined : dialog}
          onClose={() => setDialog(undefined)}
        />
      )}
    </Card>
  )
}

function Stopwatch({ ticketId }: { ticketId: string }) {
  const { lang, words } = useSpeech()
  const said = words.desk.work
  const zone = useZone()
  const { running, isHere, start, stop } = useStopwatch(ticketId)
  if (running && isHere)
    return (
      <RunningTimer
        startedMs={Date.parse(running.startedAt)}
        who={
          <>
            {running.staffName.split(' ')[0]}, {words.desk.places[running.place]}
            <br />
            {said.since({ at: time(lang, running.startedAt, zone) })}
          </>
        }
        onStop={stop}
      />
    )
  if (running)
    return (
      <p className="d-elsewhere">
        {said.timerElsewhere}{' '}
        <AppLink to={`/tickets/${running.ticketId}`} className="d-link">
          {said.goThere}
        </AppLink>
      </p>
    )
  const icon = <IconPlayerPlayFilled size={13} />
  return (
    <div className="d-starts">
      <Button variant="light" leftSection={icon} onClick={() => start('remote')}>
        {said.startRemote}
      </Button>
      <Button variant="light" leftSection={icon} onClick={() => start('onSite')}>
        {said.startOnSite}
      </Button>
    </div>
  )
}

const tones: Readonly<Record<string, TagTone>> = {
  included: 'soft',
  block: 'soft',
  overage: 'note',
  pending: 'decision',
}

function Entry({
  entry,
  bin,
  onChange,
}: {
  entry: WorkEntry
  bin: string | undefined
  onChange: () => void
}) {
  const { lang, words } = useSpeech()
  const said = words.desk.work
  const zone = useZone()
  const now = useNow('minute')
  const when =
    entry.kind === 'time'
      ? entry.endedAt
        ? stretch(lang, entry.startedAt, entry.endedAt, zone, now)
        : said.since({ at: time(lang, entry.startedAt, zone) })
      : time(lang, entry.at, zone)
  const label = `${entry.staffName}, ${when}`
  const facts = workFactsText(lang, entry.facts)
  return (
    <li>
      <Avatar name={entry.staffName} size={22} />
      <span className="d-entry-words">
        <span>
          {whatOf(entry)} <span className="d-quiet num">{when}</span>
        </span>
        {facts && <span className="d-quiet">{facts}</span>}
        {entry.kind !== 'material' && entry.note && <span className="d-quiet">{entry.note}</span>}
        {entry.notBilledBecause && <span className="d-quiet">{entry.notBilledBecause}</span>}
        {bin && <ReasonChip tone={tones[bin] ?? 'calm'}>{said.bins[bin] ?? bin}</ReasonChip>}
      </span>
      <b className="num">{amountOf(entry)}</b>
      <ChangeButton label={`${said.change}: ${label}`} isSettled={entry.isSettled} onChange={onChange} />
    </li>
  )

  function whatOf(one: WorkEntry): string {
    const who = one.staffName.split(' ')[0] ?? ''
    if (one.kind === 'time') return `${who}, ${words.desk.places[one.place]}`
    return one.kind === 'trip' ? `${who}, ${said.trip}` : one.name
  }

  function amountOf(one: WorkEntry): string {
    if (one.kind === 'trip') return one.kilometres ? quantity(lang, one.kilometres, 'km') : '–'
    if (one.kind === 'material') return quantity(lang, one.quantity, one.unit)
    if (!one.endedAt) return said.running
    return duration(lang, (Date.parse(one.endedAt) - Date.parse(one.startedAt)) / 1000)
  }
}

function ChangeButton({
  label,
  isSettled,
  onChange,
}: {
  label: string
  isSettled: boolean
  onChange: () => void
}) {
  const { desk } = useWords()
  const button = (
    <ActionIcon
      variant="subtle"
      aria-label={label}
      {...(isSettled ? { 'data-disabled': true, 'aria-disabled': true } : {})}
      onClick={() => (isSettled ? showToast({ text: desk.work.settled, tone: 'problem' }) : onChange())}
    >
      <IconPencil size={15} stroke={1.7} />
    </ActionIcon>
  )
  return isSettled ? (
    <Tooltip label={desk.work.settled} multiline maw={260} events={{ hover: true, focus: true, touch: true }}>
      {button}
    </Tooltip>
  ) : (
    button
  )
}
