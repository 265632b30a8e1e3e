/** One ticket: the conversation on the left, its clocks, contract, work and people on the right. */
import { ActionIcon } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { api } from '../kit/api.ts'
import { Kbd } from '../kit/controls.tsx'
import { useGo, usePathParams } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { useSentence } from '../kit/refusals.tsx'
import { ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { useWords } from '../kit/words.tsx'
import { AboutCard } from './about-card.tsx'
import { ClocksCard } from './clock-card.tsx'
import { ContractCard } from './contract-card.tsx'
import { DeedButton, DeedMenu, PrimaryDeed, useDeedKeys, useDeeds, type Deeds } from './deeds.tsx'
import './desk.css'
import { useQueue, useTicket, type TicketPage } from './desk-data.ts'
import { PeopleCard } from './people-card.tsx'
import { PlanCard } from './plan-card.tsx'
import { neighboursOf } from './queue.ts'
import { TicketComposer } from './ticket-composer.tsx'
import { Attention, TicketHead } from './ticket-head.tsx'
import { TicketThread } from './ticket-thread.tsx'
import { useStopwatch, WorkCard } from './work-card.tsx'

export default function TicketScreen() {
  const { id = '' } = usePathParams()
  const sentence = useSentence()
  const { data: page, error, refetch } = useTicket(id)
  if (error && !page) return <ErrorState sentence={sentence(error)} onRetry={() => void refetch()} />
  if (!page) return <SkeletonAfter />
  return <TicketBody key={id} page={page} />
}

function TicketBody({ page }: { page: TicketPage }) {
  const { desk } = useWords()
  const { ticket } = page
  const onPhone = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false })
  const text = useRef<HTMLTextAreaElement>(null)
  const [mode, setMode] = useState<'reply' | 'note'>('reply')
  const [isWriting, setWriting] = useState(false)
  const write = (next: 'reply' | 'note') => {
    setMode(next)
    setWriting(true)
    setTimeout(() => text.current?.focus())
  }
  const deeds = useDeeds(page, write)
  const stopwatch = useStopwatch(ticket.id)
  const move = useNeighbours(ticket.id)
  useDeedKeys(deeds, { t: stopwatch.toggle, j: () => move.to(move.after), k: () => move.to(move.before) })
  useSeen(page)
  const composer = (
    <TicketComposer
      page={page}
      mode={mode}
      onMode={setMode}
      textRef={text}
      small={onPhone ?? false}
      onSent={() => setWriting(false)}
    />
  )
  return (
    <Page
      fixed
      asideLabel={desk.ticket.side}
      aside={<Side page={page} deeds={deeds} />}
      header={
        <PageHeader
          crumbs={[{ label: desk.nav.tickets, to: '/tickets' }, { label: ticket.name }]}
          actions={
            <>
              <DeedMenu deeds={deeds} />
              {!onPhone && <PrimaryDeed deeds={deeds} />}
            </>
          }
        >
          {!onPhone && move.all > 0 && <Position move={move} />}
        </PageHeader>
      }
      bottom={
        onPhone &&
        (isWriting ? <div className="d-bottom-write">{composer}</div> : <PhoneActions deeds={deeds} />)
      }
    >
      {!onPhone && <TicketHead page={page} />}
      <Scrolled page={page}>
        {onPhone && <TicketHead page={page} withClock />}
        <Attention deeds={deeds} />
        <TicketThread page={page} />
      </Scrolled>
      {!onPhone && <div className="d-write">{composer}</div>}
      {deeds.dialog}
    </Page>
  )
}

function Side({ page, deeds }: { page: TicketPage; deeds: Deeds }) {
  const { ticket } = page
  return (
    <>
      <ClocksCard clocks={ticket.clocks} reasons={page.pauseReasons} waitingFor={ticket.waitingFor} />
      <AboutCard deeds={deeds} />
      <ContractCard ticket={ticket} price={page.price} />
      <WorkCard ticketId={ticket.id} work={page.work} asked={page.asked} price={page.price} deeds={deeds} />
      <PlanCard key={`${ticket.id} ${ticket.estimateMinutes}`} ticket={ticket} />
      <PeopleCard page={page} />
    </>
  )
}

/** The newest is at the end, so the reader begins there. */
function Scrolled({ page, children }: { page: TicketPage; children: React.ReactNode }) {
  const { desk } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const last = page.messages.at(-1)?.id
  useEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight
  }, [last])
  return (
    <div className="d-thread" ref={box} tabIndex={0} role="region" aria-label={desk.ticket.conversation}>
      {children}
    </div>
  )
}

function PhoneActions({ deeds }: { deeds: Deeds }) {
  return (
    <div className="d-bottom">
      <DeedButton deeds={deeds} deed="note" size="lg" />
      <DeedButton deeds={deeds} deed="reply" size="lg" variant="light" />
      <PrimaryDeed deeds={deeds} size="lg" />
    </div>
  )
}

type Move = { at: number; all: number; before?: string; after?: string; to: (id: string | undefined) => void }

function useNeighbours(id: string): Move {
  const go = useGo()
  const { data: items = [] } = useQueue({ view: 'open' })
  const place = neighboursOf(items, id) ?? { at: 0, all: 0 }
  return { ...place, to: (next) => next && go(`/tickets/${next}`, { replace: true }) }
}

function Position({ move }: { move: Move }) {
  const { desk } = useWords()
  const step = (id: string | undefined, label: string, key: string, icon: React.ReactNode) => (
    <ActionIcon
      variant="subtle"
      size={26}
      disabled={!id}
      aria-label={label}
      aria-keyshortcuts={key}
      onClick={() => move.to(id)}
    >
      {icon}
    </ActionIcon>
  )
  return (
    <span className="d-position num">
      {step(move.before, desk.ticket.previous, 'K', <IconChevronUp size={16} stroke={1.7} />)}
      {step(move.after, desk.ticket.next, 'J', <IconChevronDown size={16} stroke={1.7} />)}
      <span>
        <Kbd>J</Kbd> <Kbd>K</Kbd> {desk.ticket.position(move.at, move.all)}
      </span>
    </span>
  )
}

/** Opening a ticket means having read it; the bell and the client's "przeczytane" follow. */
function useSeen({ ticket, messages }: TicketPage): void {
  const last = messages.at(-1)?.id
  useEffect(() => {
    const quietly = () => {}
    api.put('/api/conversations/{id}/read', { path: { id: ticket.conversationId } }).catch(quietly)
    api.put('/api/notices/seen', { body: { ticketId: ticket.id } }).catch(quietly)
  }, [ticket.id, ticket.conversationId, last])
}
