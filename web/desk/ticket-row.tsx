/** One row of the queue: number, priority, subject, client, why it is here, whose it is, how much time is left. */
import { moment } from '#words/format.ts'
import { Avatar, PriorityIcon } from '../kit/data.tsx'
import { AppLink } from '../kit/link.tsx'
import { useNow } from '../kit/use-clock.ts'
import { useSpeech } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { ClockChip } from './clock-card.tsx'
import { pauseWords } from './clock-view.ts'
import type { QueueItem } from './desk-data.ts'

export function TicketRow({ item, isDone }: { item: QueueItem; isDone: boolean }) {
  const { lang, words } = useSpeech()
  const zone = useZone()
  const now = useNow('minute')
  const { desk } = words
  const client = item.client?.name ?? (item.reporterName || desk.queue.nobody)
  const ended = item.closedAt ?? item.resolvedAt
  return (
    <div className="d-row">
      <span className="d-row-number">{item.name}</span>
      <PriorityIcon level={item.priority} />
      <AppLink to={`/tickets/${item.id}`} className="k-row-title d-row-subject" tabIndex={-1}>
        {item.subject}
      </AppLink>
      <span className="k-row-quiet d-row-client">{client}</span>
      <span className="k-row-quiet d-row-reason">{reason()}</span>
      <Avatar name={item.assignee?.name} />
      <span className="d-row-clock">
        {isDone && ended ? (
          <span className="k-row-quiet num">{moment(lang, ended, zone, now)}</span>
        ) : item.clock ? (
          <ClockChip clock={item.clock} waitingFor={item.waitingFor} />
        ) : (
          <span className="k-row-quiet">{desk.queue.noClock}</span>
        )}
      </span>
    </div>
  )

  function reason(): string {
    if (isDone) return desk.states[item.state]
    if (item.state === 'held')
      return (
        (desk.gateReasons as Readonly<Record<string, string>>)[item.heldBecause ?? ''] ?? desk.reasons.atGate
      )
    if (item.state === 'waiting') return pauseWords(words, item.waitingFor)
    return desk.reasons[item.reason]
  }
}
