/** Finished tickets: the day, what it was, in how much time. */
import { date, dateOf } from '#words/format.ts'
import { AppLink } from '../kit/link.tsx'
import { ReasonChip } from '../kit/data.tsx'
import { StateChip } from '../kit/time.tsx'
import { useLang, usePanelWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import type { Ticket } from './panel-data.ts'
import './panel.css'

export function HistoryRows({ tickets }: { tickets: readonly Ticket[] }) {
  return (
    <ul className="k-card k-card-flush p-rows">
      {tickets.map((ticket) => (
        <li key={ticket.id}>
          <Row ticket={ticket} />
        </li>
      ))}
    </ul>
  )
}

function Row({ ticket }: { ticket: Ticket }) {
  const { panel, kit } = usePanelWords()
  const lang = useLang()
  const zone = useZone()
  const fix = ticket.clocks?.clocks.find((clock) => clock.target === 'resolution')
  return (
    <AppLink to={`/tickets/${ticket.id}`} className="p-row">
      <span className="p-row-when num">
        {date(lang, dateOf(ticket.closedAt ?? ticket.resolvedAt ?? ticket.reportedAt, zone)).replace(
          /[. ]\d{4}$/,
          '',
        )}
      </span>
      <span className="p-row-what">{ticket.subject}</span>
      {ticket.state === 'closed' && fix?.metAt && ticket.resolvedAt ? (
        <StateChip state="met">{kit.time.within(fix.usedSeconds)}</StateChip>
      ) : (
        <ReasonChip>{panel.states[ticket.state]}</ReasonChip>
      )}
    </AppLink>
  )
}
