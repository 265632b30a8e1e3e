/** The first screen: report, what is under way and until when, the package, who looks after us. */
import { IconCamera, IconChevronRight, IconFileText } from '@tabler/icons-react'
import { useMediaQuery } from '@mantine/hooks'
import { date, money, moment } from '#words/format.ts'
import { Card } from '../kit/controls.tsx'
import { Avatar, ProgressSteps, ReasonChip } from '../kit/data.tsx'
import { AppLink } from '../kit/link.tsx'
import { BigAction, PanelPage } from '../kit/panel-frame.tsx'
import { SkeletonAfter } from '../kit/states.tsx'
import { PromiseLine, StateChip } from '../kit/time.tsx'
import { useNow } from '../kit/use-clock.ts'
import { useLang, usePanelWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { HistoryRows } from './history-rows.tsx'
import { useInvoices, usePriceOfNext, useTickets, type Ticket } from './panel-data.ts'
import './panel.css'
import { OpiekunCard, PackageCard, PromiseSentence, reasonWords } from './parts.tsx'
import { foremost, stepIndex } from './promise.ts'
import { usePanelSession } from './session.ts'

export default function Home() {
  const { panel } = usePanelWords()
  const wide = useMediaQuery('(min-width: 900px)', undefined, { getInitialValueInEffect: false })
  const { data: tickets } = useTickets('open')
  const now = useNow()
  const main = tickets && foremost(tickets, now)
  return (
    <PanelPage heading={panel.tabs.tickets} side={<Side wide={wide ?? false} />}>
      {!wide && <Report />}
      {wide && main && <PromiseSentence ticket={main} size="desktop" />}
      {wide && tickets && !main && (
        <PromiseLine size="desktop">
          {tickets.length === 0 ? panel.home.nothing : panel.promise.soon}
        </PromiseLine>
      )}
      {!tickets && <SkeletonAfter rows={2} height={90} />}
      {tickets && tickets.length > 0 && (
        <section className="p-section" aria-labelledby="open">
          <h2 id="open">
            {panel.home.open} <span className="num">{tickets.length}</span>
          </h2>
          {[...tickets]
            .sort((a, b) => Number(b === main) - Number(a === main))
            .map((ticket) => (
              <OpenTicket
                key={ticket.id}
                ticket={ticket}
                large={ticket === main || tickets.length === 1}
                spoken={(wide ?? false) && ticket === main}
              />
            ))}
        </section>
      )}
      {tickets?.length === 0 && (
        <Card>
          <p className="p-plain">{panel.home.nothingOpen}</p>
        </Card>
      )}
      {wide && <Lately />}
    </PanelPage>
  )
}

function Report() {
  const { home } = usePanelWords().panel
  return (
    <BigAction
      to="/tickets/new"
      icon={<IconCamera size={22} stroke={1.6} aria-hidden />}
      title={home.report}
      detail={home.reportHint}
    />
  )
}

function Side({ wide }: { wide: boolean }) {
  const { home } = usePanelWords().panel
  const { accountManager } = usePanelSession()
  const { data: next } = usePriceOfNext()
  return (
    <>
      {wide && <Report />}
      {wide && <OpiekunCard opiekun={accountManager} />}
      {next && <PackageCard next={next} />}
      {!wide && <OpiekunCard opiekun={accountManager} />}
      <ToPay />
      {wide && (
        <AppLink to="/contract" className="p-link-card">
          <IconFileText size={20} stroke={1.6} aria-hidden />
          <span>
            <strong>{home.contract}</strong>
            <span>{home.contractHint}</span>
          </span>
          <IconChevronRight size={18} stroke={1.8} aria-hidden />
        </AppLink>
      )}
      {!wide && (
        <AppLink to="/tickets/history" className="p-quiet-link">
          {home.all}
        </AppLink>
      )}
    </>
  )
}

/** The invoice to pay next stands on the first screen. */
function ToPay() {
  const { home, invoices: words } = usePanelWords().panel
  const lang = useLang()
  const { data } = useInvoices()
  const next = data?.invoices
    .filter((one) => one.openGrosze > 0 && one.kind === 'VAT')
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn))[0]
  if (!next) return null
  return (
    <Card>
      <div className="p-to-pay">
        <span>
          {words.one({ number: next.number })},{' '}
          <span data-late={next.state === 'overdue' || undefined}>
            {next.state === 'overdue'
              ? words.daysLate({ n: next.daysOverdue })
              : words.dueOn({ on: date(lang, next.dueOn) })}
          </span>
        </span>
        <strong className="num">{money(lang, next.openGrosze, next.currency)}</strong>
        <div>
          <AppLink to={`/invoices/${next.id}`} className="p-button">
            {home.pay}
          </AppLink>
          <AppLink to="/invoices" className="p-button" data-plain>
            {home.see}
          </AppLink>
        </div>
      </div>
    </Card>
  )
}

function OpenTicket({ ticket, large, spoken }: { ticket: Ticket; large: boolean; spoken: boolean }) {
  const { panel } = usePanelWords()
  const lang = useLang()
  const zone = useZone()
  const now = useNow()
  const { steps, home } = panel
  const still = ticket.state === 'waiting' && ticket.step !== 'waitsForYou'
  return (
    <article className="k-card p-ticket">
      <AppLink to={`/tickets/${ticket.id}`} className="p-ticket-head">
        <span>
          <span className="p-ticket-meta num">
            {ticket.name}, {home.reportedOn({ at: moment(lang, ticket.reportedAt, zone, now) })}
          </span>
          <strong>{ticket.subject}</strong>
        </span>
        <IconChevronRight size={20} stroke={1.8} aria-hidden />
      </AppLink>
      {(large || ticket.step === 'waitsForYou' || ticket.state === 'resolved') && (
        <ProgressSteps
          label={home.progress}
          steps={[steps.received, steps.inWork, steps.waitsForYou, steps.done]}
          current={stepIndex[ticket.step]}
        />
      )}
      {still ? (
        <div>
          <StateChip state="paused">{reasonWords(panel.waiting, ticket.waitingFor)}</StateChip>
        </div>
      ) : (
        !spoken && <PromiseSentence ticket={ticket} size="phone" />
      )}
      {ticket.state === 'held' ? (
        <div>
          <ReasonChip tone="decision">{panel.states.held}</ReasonChip>
        </div>
      ) : (
        large &&
        ticket.assigneeName && (
          <div className="p-ticket-who">
            <Avatar name={ticket.assigneeName} size={22} />
            {home.working({ name: ticket.assigneeName })}
          </div>
        )
      )}
      {ticket.state === 'resolved' && (
        <AppLink to={`/tickets/${ticket.id}`} className="p-button" data-plain>
          {panel.ticket.askConfirm}
        </AppLink>
      )}
    </article>
  )
}

function Lately() {
  const { home } = usePanelWords().panel
  const { data } = useTickets('history')
  if (!data?.length) return null
  return (
    <section className="p-section" aria-labelledby="lately">
      <div className="p-section-head">
        <h2 id="lately">{home.lately}</h2>
        <AppLink to="/tickets/history">{home.all}</AppLink>
      </div>
      <HistoryRows tickets={data.slice(0, 3)} />
    </section>
  )
}
