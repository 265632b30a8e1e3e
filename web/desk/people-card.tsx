/** Who the client is, who reported, and who may report by the contract. */
import { IconMail, IconPhone, IconUserCheck } from '@tabler/icons-react'
import { Card } from '../kit/controls.tsx'
import { ReasonChip } from '../kit/data.tsx'
import { AppLink } from '../kit/link.tsx'
import { useWords } from '../kit/words.tsx'
import type { TicketPage } from './desk-data.ts'

export function PeopleCard({ page: { ticket, people } }: { page: TicketPage }) {
  const { desk } = useWords()
  const said = desk.people
  const reporter = people.find((one) => one.id === ticket.contact?.id)
  const others = people.filter((one) => one.id !== reporter?.id)
  return (
    <Card
      title={ticket.contact?.name ?? (ticket.reporterName || desk.ticket.somebody)}
      aside={
        reporter &&
        (reporter.mayReport ? (
          <ReasonChip tone="soft" icon={<IconUserCheck size={13} stroke={1.8} aria-hidden />}>
            {said.mayReport}
          </ReasonChip>
        ) : (
          <ReasonChip tone="decision">{said.mayNotReport}</ReasonChip>
        ))
      }
    >
      <div className="d-people">
        {ticket.client && (
          <AppLink to={`/clients/${ticket.client.id}`} className="d-link">
            {ticket.client.name}
          </AppLink>
        )}
        {!reporter && ticket.client && <p className="d-quiet">{said.unknown}</p>}
        <Reach email={ticket.contact?.email ?? ticket.reporterEmail} phone={ticket.contact?.phone ?? ''} />
        {others.length > 0 && (
          <details>
            <summary>
              {said.others} <span className="num">{people.filter((one) => one.mayReport).length}</span>
            </summary>
            <ul>
              {others.map((one) => (
                <li key={one.id}>
                  <span>
                    {one.name}
                    {one.position && <span className="d-quiet">, {one.position}</span>}
                  </span>
                  <span className="d-quiet">
                    {[one.isSupervisor && said.supervisor, one.mayReport ? said.mayReport : said.mayNotReport]
                      .filter(Boolean)
                      .join(', ')}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Card>
  )
}

function Reach({ email, phone }: { email: string; phone: string }) {
  if (!email && !phone) return null
  return (
    <p className="d-reach num">
      {phone && (
        <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
          <IconPhone size={15} stroke={1.7} aria-hidden /> {phone}
        </a>
      )}
      {email && (
        <a href={`mailto:${email}`}>
          <IconMail size={15} stroke={1.7} aria-hidden /> {email}
        </a>
      )}
    </p>
  )
}
