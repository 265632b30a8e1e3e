/** The top of a ticket: its subject, its properties, who reported, and what needs a decision. */
import { moment } from '#words/format.ts'
import { Avatar, ReasonChip } from '../kit/data.tsx'
import { AppLink } from '../kit/link.tsx'
import { useNow } from '../kit/use-clock.ts'
import { useSpeech, useWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { ClockChip, focusOf } from './clock-card.tsx'
import { DeedButton, type Deeds } from './deeds.tsx'
import type { TicketPage } from './desk-data.ts'

export function TicketHead({ page, withClock }: { page: TicketPage; withClock?: boolean }) {
  const { lang, words } = useSpeech()
  const zone = useZone()
  const now = useNow('minute')
  const { desk, kit } = words
  const { ticket } = page
  const clock = focusOf(ticket.clocks?.clocks ?? [])
  const who = ticket.contact?.name ?? (ticket.reporterName || ticket.reporterEmail || desk.ticket.somebody)
  return (
    <div className="d-head">
      <h2>{ticket.subject}</h2>
      <div className="d-head-line">
        <ReasonChip tone={ticket.priority === 'critical' ? 'danger' : 'outline'}>
          {kit.priorities[ticket.priority] ?? ticket.priority}
        </ReasonChip>
        {ticket.category && <ReasonChip tone="outline">{ticket.category}</ReasonChip>}
        {ticket.site && <ReasonChip tone="outline">{ticket.site.name}</ReasonChip>}
        {ticket.device && <ReasonChip tone="outline">{ticket.device.name}</ReasonChip>}
        {ticket.notCountedBecause && (
          <ReasonChip tone="calm">
            {(desk.notCounted as Readonly<Record<string, string>>)[ticket.notCountedBecause] ??
              ticket.notCountedBecause}
          </ReasonChip>
        )}
        <span className="d-quiet num">
          {desk.ticket.reportedBy[ticket.source]({ who })}, {moment(lang, ticket.reportedAt, zone, now)}
        </span>
        <Relations page={page} />
        <span className="d-head-who">
          {withClock && clock && (
            <ClockChip
              clock={clock}
              terms={ticket.clocks?.terms}
              reasons={page.pauseReasons}
              waitingFor={ticket.waitingFor}
            />
          )}
          <Avatar name={ticket.assignee?.name} size={22} /> {ticket.assignee?.name ?? kit.people.nobody}
        </span>
      </div>
    </div>
  )
}

function Relations({ page: { ticket, followedBy, absorbed } }: { page: TicketPage }) {
  const { desk } = useWords()
  const links = [
    ...(ticket.follows ? [{ ...ticket.follows, word: desk.ticket.follows }] : []),
    ...(ticket.mergedInto ? [{ ...ticket.mergedInto, word: desk.ticket.mergedInto }] : []),
    ...followedBy.map((one) => ({ ...one, word: desk.ticket.followedBy })),
    ...absorbed.map((one) => ({ ...one, word: desk.ticket.absorbed })),
  ]
  return links.map(({ id, name, word }) => (
    <span key={`${word}${id}`} className="d-quiet num">
      {word}{' '}
      <AppLink to={`/tickets/${id}`} className="d-link">
        {name}
      </AppLink>
    </span>
  ))
}

/** At the gate, or with something that a person has to settle: the reason and the buttons. */
export function Attention({ deeds }: { deeds: Deeds }) {
  const { desk } = useWords()
  const { ticket } = deeds.page
  if (ticket.state === 'held') {
    const reasons = desk.gateReasons as Readonly<Record<string, string>>
    return (
      <div className="d-attention" role="note">
        <b>{desk.ticket.atGateTitle}</b>
        <span>
          {desk.ticket.atGateWhy({ reason: reasons[ticket.heldBecause ?? ''] ?? ticket.heldBecause ?? '' })}
        </span>
        <div>
          <DeedButton deeds={deeds} deed="admit" variant="filled" />
          <DeedButton deeds={deeds} deed="link" />
          <DeedButton deeds={deeds} deed="refuse" />
        </div>
      </div>
    )
  }
  const why = ticket.mark && (desk.ticket.attention as Readonly<Record<string, string>>)[ticket.mark]
  if (!why) return null
  return (
    <div className="d-attention" role="note">
      <b>{(desk.marks as Readonly<Record<string, string>>)[ticket.mark ?? '']}</b>
      <span>{why}</span>
      <div>
        {ticket.mark === 'no_client' && <DeedButton deeds={deeds} deed="link" />}
        {ticket.mark === 'several_contracts' && <DeedButton deeds={deeds} deed="chooseContract" />}
      </div>
    </div>
  )
}
