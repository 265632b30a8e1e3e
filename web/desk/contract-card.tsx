/** The contract of a ticket: what is left of its packages this month, and what this ticket costs. */
import { duration, inMonth, price as unitPrice } from '#words/format.ts'
import type { Lang } from '#words/words.ts'
import { Card } from '../kit/controls.tsx'
import { PackageLine, ReasonChip } from '../kit/data.tsx'
import { Explained } from '../kit/explain.tsx'
import { AppLink } from '../kit/link.tsx'
import { useSpeech } from '../kit/words.tsx'
import type { PackageLeft, Price, Ticket } from './desk-data.ts'

/** A unit price may have more places than grosze have, so it is written as it stands. */
const priceOf = (lang: Lang, value: string): string => `${unitPrice(lang, value)}\u00a0zł`

export function ContractCard({ ticket, price }: { ticket: Ticket; price: Price | null }) {
  const { words } = useSpeech()
  const said = words.desk.contractCard
  const { contract, clocks } = ticket
  return (
    <Card
      title={said.title}
      aside={
        contract ? (
          <AppLink to={`/contracts/${contract.id}`} className="d-link">
            {contract.number}
          </AppLink>
        ) : (
          <span className="d-quiet">{said.none}</span>
        )
      }
    >
      <div className="d-packages">
        {price?.packages.map((one) => (
          <PackageOf key={one.itemId} left={one} price={price} />
        ))}
        {ticket.notCountedBecause && (
          <ReasonChip tone="calm">
            {said.notCounted({
              because:
                (words.desk.notCounted as Readonly<Record<string, string>>)[ticket.notCountedBecause] ??
                ticket.notCountedBecause,
            })}
          </ReasonChip>
        )}
        {clocks && <p className="d-quiet">{words.clock.terms(clocks.terms)}</p>}
      </div>
    </Card>
  )
}

function PackageOf({ left, price }: { left: PackageLeft; price: Price }) {
  const { lang, words } = useSpeech()
  const said = words.desk.contractCard
  if (left.kind === 'tickets') {
    const inside = Math.min(left.used, left.included)
    return (
      <PackageLine
        inside={inside}
        over={Math.max(0, left.used - left.included)}
        free={Math.max(0, left.included - left.used)}
        aside={price.ticket && <PlaceOfTicket ticket={price.ticket} month={price.month} />}
      >
        {said.ticketsInMonth({ used: inside, included: left.included, month: inMonth(lang, price.month) })}
      </PackageLine>
    )
  }
  // Hours as squares: one for each begun hour.
  const hours = (minutes: number) => Math.ceil(minutes / 60)
  const free = Math.max(0, left.includedMinutes - left.usedMinutes)
  return (
    <PackageLine
      inside={hours(Math.min(left.usedMinutes, left.includedMinutes))}
      over={hours(Math.max(0, left.usedMinutes - left.includedMinutes))}
      free={Math.floor(free / 60)}
      aside={
        <span className="d-quiet num">
          {said.nextHour} {priceOf(lang, left.next.hourPrice)}
        </span>
      }
    >
      {said.minutesInMonth({
        used: left.usedMinutes === 0 ? '0' : duration(lang, left.usedMinutes * 60),
        included: duration(lang, left.includedMinutes * 60),
        place: said.placeOf[left.place] ?? '',
      })}
    </PackageLine>
  )
}

/** "to jest 11.: 85,00 zł", or that it lies inside the fee. */
export function PlaceOfTicket({ ticket, month }: { ticket: NonNullable<Price['ticket']>; month: string }) {
  const { words } = useSpeech()
  const said = words.desk.contractCard
  if (!ticket.isOver) return <span className="d-quiet">{said.inside({ ordinal: ticket.ordinal })}</span>
  return (
    <span className="num">
      {said.over({ ordinal: ticket.ordinal })} <PriceOfTicket ticket={ticket} month={month} />
    </span>
  )
}

export function PriceOfTicket({ ticket, month }: { ticket: NonNullable<Price['ticket']>; month: string }) {
  const { lang, words } = useSpeech()
  const said = words.desk.contractCard
  const why = said.why({ ordinal: ticket.ordinal, included: ticket.included, month: inMonth(lang, month) })
  return (
    <Explained label={said.whyTitle} explanation={why} width={320}>
      <b>{priceOf(lang, ticket.unitPrice)}</b>
    </Explained>
  )
}

/** In the preview: one note when this ticket costs extra. */
export function OverPackage({ price }: { price: Price | null }) {
  const { lang, words } = useSpeech()
  const said = words.desk.contractCard
  if (!price?.ticket?.isOver) return null
  const { ticket } = price
  return (
    <Card tone="note">
      <b>{said.overPackage({ ordinal: ticket.ordinal, month: inMonth(lang, price.month) })}</b>
      <div>
        {said.overBy({ included: ticket.included })} <PriceOfTicket ticket={ticket} month={price.month} />{' '}
        {said.net}
      </div>
    </Card>
  )
}
