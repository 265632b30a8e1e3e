/** What several screens of the panel show: the promise, its reasons, the package, the opiekun. */
import { ActionIcon } from '@mantine/core'
import { IconMessageCircle, IconPhone } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { date, day, duration, moment, money, price, time, workingDays } from '#words/format.ts'
import { Card } from '../kit/controls.tsx'
import { Avatar, PackageLine } from '../kit/data.tsx'
import { DottedFacts, Explained } from '../kit/explain.tsx'
import { AppLink } from '../kit/link.tsx'
import { PromiseLine } from '../kit/time.tsx'
import { useNow } from '../kit/use-clock.ts'
import { useLang, usePanelWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import type { MinutesLeft, Opiekun, PanelClock, PriceOfNext, Ticket, TicketsLeft } from './panel-data.ts'
import { pausesOf, promisedOf } from './promise.ts'

/** "Naprawimy dziś do 11:25." — the time opens its reasons. */
export function PromiseSentence({
  ticket,
  size,
  explained = true,
}: {
  ticket: Ticket
  size: 'phone' | 'phone-large' | 'desktop'
  explained?: boolean
}) {
  const { promise } = usePanelWords().panel
  const lang = useLang()
  const zone = useZone()
  const now = useNow()
  const promised = promisedOf(ticket, now)
  if (promised.kind === 'fix' || promised.kind === 'reply' || promised.kind === 'late') {
    const at = { day: day(lang, promised.at, zone, now) }
    const lead = { fix: promise.fixLead, reply: promise.replyLead, late: promise.lateLead }[promised.kind](at)
    const figure = <b>{time(lang, promised.at, zone)}</b>
    return (
      <PromiseLine size={size}>
        {lead}
        {explained ? (
          <Explained
            label={promise.why}
            width={320}
            explanation={<WhyThisTime ticket={ticket} clock={promised.clock} />}
          >
            {figure}
          </Explained>
        ) : (
          figure
        )}
        .
      </PromiseLine>
    )
  }
  return (
    <PromiseLine size={size}>
      <StillSentence ticket={ticket} />
    </PromiseLine>
  )
}

/** The sentence when no time runs towards anybody. */
function StillSentence({ ticket }: { ticket: Ticket }): string {
  const { promise, waiting, states } = usePanelWords().panel
  const lang = useLang()
  const promised = promisedOf(ticket, useNow())
  if (ticket.state === 'held') return promise.held
  if (ticket.state === 'resolved') return promise.waitsForConfirmation
  if (promised.kind === 'done')
    return promised.usedSeconds === undefined
      ? `${capital(states[ticket.state])}.`
      : `${promise.doneIn({ time: duration(lang, promised.usedSeconds) })}.`
  if (ticket.step === 'waitsForYou') return `${promise.waitsForYou}.`
  if (ticket.state === 'waiting') return `${capital(reasonWords(waiting, ticket.waitingFor))}.`
  return promise.soon
}

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

export function reasonWords(
  waiting: Readonly<Record<string, string>>,
  key: string | null | undefined,
): string {
  return waiting[key ?? 'other'] ?? key ?? ''
}

/** "Skąd ta godzina": label … value. */
export function WhyThisTime({ ticket, clock }: { ticket: Ticket; clock: PanelClock }) {
  const { panel } = usePanelWords()
  const { facts } = panel.promise
  const lang = useLang()
  const zone = useZone()
  const now = useNow()
  const { granted } = clock.matchedRow
  const grantedText =
    'minutes' in granted ? duration(lang, granted.minutes * 60) : workingDays(lang, granted.businessDays)
  const rows: { label: ReactNode; value: ReactNode }[] = [
    { label: facts.reported, value: moment(lang, clock.startedAt, zone, now) },
    {
      label: clock.target === 'resolution' ? facts.grantsFix : facts.grantsReply,
      value: 'minutes' in granted ? facts.ofWork({ time: grantedText }) : grantedText,
    },
    { label: facts.hours, value: clock.calendarName },
    ...pausesOf(clock).map(({ reason, seconds }) => ({
      label: facts.pausedLabel,
      value: facts.paused({
        reason: reasonWords(panel.waiting, reason),
        time: duration(lang, seconds),
      }),
    })),
    ...(clock.dueAt ? [{ label: facts.due, value: moment(lang, clock.dueAt, zone, now) }] : []),
    ...(ticket.clocks
      ? [{ label: facts.terms, value: facts.termsOf({ on: date(lang, ticket.clocks.terms.validFrom) }) }]
      : []),
  ]
  return <DottedFacts facts={rows} />
}

/** The opiekun: who, until when today, call, write. */
export function OpiekunCard({ opiekun }: { opiekun: Opiekun }) {
  const { panel } = usePanelWords()
  return (
    <Card>
      <div className="p-opiekun">
        <Avatar name={opiekun.name} size={44} online={opiekun.isOpenNow} />
        <div>
          <span>{panel.home.accountManager}</span>
          <strong>{opiekun.name}</strong>
          <span>
            <Presence opiekun={opiekun} />
          </span>
        </div>
        {opiekun.phone && (
          <ActionIcon
            component="a"
            href={telephone(opiekun.phone)}
            variant="light"
            size={44}
            radius={100}
            aria-label={`${panel.ticket.call}: ${opiekun.name}`}
          >
            <IconPhone size={20} stroke={1.6} />
          </ActionIcon>
        )}
        <ActionIcon
          renderRoot={(props) => <AppLink {...(props as object)} to="/talk" />}
          variant="light"
          size={44}
          radius={100}
          aria-label={panel.talk.start}
        >
          <IconMessageCircle size={20} stroke={1.6} />
        </ActionIcon>
      </div>
    </Card>
  )
}

export const telephone = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`

/** "dziś do 17:00"; in the evening "odpisze jutro, 8:00". */
export function Presence({ opiekun }: { opiekun: Opiekun }) {
  const { presence } = usePanelWords().panel
  const lang = useLang()
  const zone = useZone()
  const now = useNow()
  if (opiekun.closesAt) return <>{presence.until({ at: time(lang, opiekun.closesAt, zone) })}</>
  if (opiekun.opensAt) return <>{presence.from({ at: moment(lang, opiekun.opensAt, zone, now) })}</>
  return <>{opiekun.isOpenNow ? presence.always : opiekun.hours}</>
}

/** What is used of the package this month and what the next ticket costs. */
export function PackageCard({ next }: { next: PriceOfNext }) {
  const { panel } = usePanelWords()
  const lang = useLang()
  const { tickets, minutes, month } = next
  if (!tickets && minutes.length === 0) return null
  const name = capital(monthName(lang, month))
  return (
    <Card>
      <div className="p-package">
        {tickets && (
          <PackageLine {...squaresOf(tickets)} aside={<NextPrice tickets={tickets} />}>
            {`${name}: `}
            <b>{panel.package.used({ used: squaresOf(tickets).inside, included: tickets.included })}</b>
            {squaresOf(tickets).over > 0 && ` ${panel.package.over({ n: squaresOf(tickets).over })}`}
          </PackageLine>
        )}
        {minutes.map((one) => (
          <MinutesLine key={one.itemId} minutes={one} name={tickets ? undefined : name} />
        ))}
      </div>
    </Card>
  )
}

export function squaresOf({ used, included }: TicketsLeft): { inside: number; over: number; free: number } {
  const inside = Math.min(used, included)
  return { inside, over: used - inside, free: included - inside }
}

function NextPrice({ tickets }: { tickets: TicketsLeft }) {
  const { panel } = usePanelWords()
  const lang = useLang()
  if (tickets.left > 0) return <>{panel.package.left({ n: tickets.left })}</>
  const [before = '', after = ''] = panel.package.nextCosts({ price: '|' }).split('|')
  return (
    <>
      {before}
      <Explained
        label={panel.report.whyPrice}
        width={300}
        explanation={panel.report.whyPriceText({ used: tickets.used, included: tickets.included })}
      >
        {money(lang, tickets.next.priceGrosze)}
      </Explained>
      {after}
    </>
  )
}

export function MinutesLine({ minutes, name }: { minutes: MinutesLeft; name?: string | undefined }) {
  const { panel } = usePanelWords()
  const lang = useLang()
  const share = minutes.includedMinutes === 0 ? 1 : minutes.usedMinutes / minutes.includedMinutes
  const text = (n: number) => (n === 0 ? '0\u00a0h' : duration(lang, Math.round(n) * 60))
  return (
    <div className="p-minutes">
      <div className="p-minutes-words">
        <span>
          {capital(name ?? panel.package.places[minutes.place])}
          {': '}
          <b>
            {panel.package.time({ used: text(minutes.usedMinutes), included: text(minutes.includedMinutes) })}
          </b>
        </span>
        <span>
          {minutes.leftMinutes > 0
            ? panel.package.minutesLeft({ minutes: Math.floor(minutes.leftMinutes) })
            : panel.price.perHour({ price: `${price(lang, minutes.next.hourPrice)}\u00a0zł` })}
        </span>
      </div>
      <div className="p-bar" aria-hidden>
        <span data-over={share >= 1 || undefined} style={{ width: `${Math.min(100, share * 100)}%` }} />
      </div>
    </div>
  )
}

/** "listopad" of "2026-11". */
export function monthName(lang: 'pl' | 'en', month: string): string {
  return new Intl.DateTimeFormat(lang === 'pl' ? 'pl' : 'en-GB', { month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month.slice(0, 7)}-01T00:00:00Z`),
  )
}
