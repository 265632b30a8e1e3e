/** The contract as it will be printed, next to the hands that edit it: always white, in Polish, from the same terms. */
import { useEffect, useRef, type ReactNode } from 'react'
import { sentencesOf } from '#engines/pricing/sentences.ts'
import { allPaperWords } from './paper-words.ts'
import { calendarHours, granted } from '#words/calendar-hours.ts'
import { count, longDate, nip as spacedNip, workingDays } from '#words/format.ts'
import { clockPl } from '#words/clock.pl.ts'
import { levelName } from '#words/level-name.ts'
import { priceSentence } from '#words/price-sentences.ts'
import type { Client, Contact, ContractDetail, ServiceLevel, StaffPerson, Terms } from './contract-data.ts'
import { extraTargets, grantedOf } from './level-draft.ts'
import type { SectionId } from './section-of.ts'

type Side = { name: string; addressLine1: string; addressLine2: string; nip: string | null }
type Props = {
  terms: Terms
  contract: ContractDetail
  company: Side
  client: Client
  staff: readonly StaffPerson[]
  contacts: readonly Contact[]
  active: SectionId
  chosenItem: string | undefined
  validFrom: string
  title: string
}

const words = allPaperWords

export function Paper({
  terms,
  contract,
  company,
  client,
  staff,
  contacts,
  active,
  chosenItem,
  validFrom,
  title,
}: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const paper = box.current
    const place = paper?.querySelector<HTMLElement>(
      `[data-item="${CSS.escape(chosenItem ?? '')}"], [data-part="${active}"]`,
    )
    if (paper && place)
      paper.scrollTo({
        top: place.offsetTop - 60,
        behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
      })
  }, [active, chosenItem])
  const nameOf = (id: string | undefined) => staff.find((person) => person.id === id)?.name
  const part = (id: SectionId, head: string, children: ReactNode) => (
    <section data-part={id} data-active={id === active || undefined}>
      <h3>{head}</h3>
      {children}
    </section>
  )
  const reporters =
    terms.reporters.mode === 'all'
      ? contacts
      : contacts.filter((contact) => terms.reporters.contactIds.includes(contact.id))
  return (
    <div className="c-paper" ref={box} lang="pl" tabIndex={0} role="document" aria-label={title}>
      <p className="c-paper-head">
        <span>{company.name}</span>
        <span>Umowa {contract.number}</span>
      </p>
      {part(
        'parties',
        words.heads.parties,
        <>
          <p>
            nr {contract.number}, {words.between.between}:
          </p>
          <p>
            {words.between.contractor}: {sideText(company)}
          </p>
          <p>
            {words.between.and} {words.between.client}: {sideText(client)}.
          </p>
          <p>
            Opiekunem jest {nameOf(terms.accountManagerId) ?? '–'}
            {terms.deputyId ? `, zastępuje ${nameOf(terms.deputyId) ?? '–'}` : ''}.
          </p>
        </>,
      )}
      {part(
        'sla',
        words.heads.levels,
        <table>
          <thead>
            <tr>
              <th>Priorytet</th>
              <th>Reakcja</th>
              <th>Usunięcie</th>
              <th>Godziny obsługi</th>
            </tr>
          </thead>
          <tbody>
            {terms.serviceLevels.map((level, i) => (
              <tr key={i}>
                <td>
                  <b>{levelName('pl', level)}</b>
                  <br />
                  {level.definition}
                  <FurtherTargets level={level} />
                </td>
                <td>{granted(level.reactionMinutes)}</td>
                <td>
                  {level.resolutionBusinessDays
                    ? workingDays('pl', level.resolutionBusinessDays)
                    : level.resolutionMinutes
                      ? granted(level.resolutionMinutes)
                      : '–'}
                </td>
                <td>
                  {terms.calendars[level.calendar]
                    ? calendarHours('pl', terms.calendars[level.calendar]!.calendar)
                    : '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>,
      )}
      {part(
        'prices',
        words.heads.prices,
        <ol>
          {sentencesOf(terms.priceList).map((sentence, i) => (
            <li key={i} data-item={sentence.itemId} data-active={sentence.itemId === chosenItem || undefined}>
              {safely(() => priceSentence('pl', sentence))}
            </li>
          ))}
        </ol>,
      )}
      {part(
        'reporters',
        words.heads.people,
        <>
          <p>
            {words.between.reporters}: {terms.reporters.mode === 'all' ? 'każda z osób' : 'tylko'}
          </p>
          <ul>
            {reporters.map((contact) => (
              <li key={contact.id}>
                {contact.name}, {contact.email}
              </li>
            ))}
          </ul>
        </>,
      )}
      {part(
        'billing',
        words.heads.billing,
        <p>
          {words.between.pay(
            count('pl', terms.billing.paymentDays, { one: 'dnia', few: 'dni', many: 'dni' }),
          )}
        </p>,
      )}
      {part(
        'period',
        words.heads.term,
        <>
          <p>
            {contract.validTo
              ? `Umowa obowiązuje od dnia ${longDate('pl', contract.validFrom)} do dnia ${longDate('pl', contract.validTo)}.`
              : `Umowa obowiązuje od dnia ${longDate('pl', contract.validFrom)} i została zawarta na czas nieoznaczony.`}
          </p>
          {validFrom !== contract.validFrom && (
            <p>Warunki w tym brzmieniu obowiązują od dnia {longDate('pl', validFrom)}.</p>
          )}
          {terms.term.noticeMonths > 0 && (
            <p>
              Okres wypowiedzenia:{' '}
              {count('pl', terms.term.noticeMonths, { one: 'miesiąc', few: 'miesiące', many: 'miesięcy' })},
              ze skutkiem na koniec miesiąca kalendarzowego.
            </p>
          )}
        </>,
      )}
      {part(
        'document',
        words.heads.scope,
        <>
          <ol>
            {terms.document.scope.map((text, i) => (
              <li key={i}>{text}</li>
            ))}
          </ol>
          {terms.document.exclusions.length > 0 && <p>{words.between.outside}:</p>}
          <ol>
            {terms.document.exclusions.map((text, i) => (
              <li key={i}>{text}</li>
            ))}
          </ol>
          <p>
            Odpowiedzialność Wykonawcy ograniczona jest do kwoty:{' '}
            {terms.document.liabilityLimit || 'nie uzgodniono ograniczenia'}.
          </p>
        </>,
      )}
    </div>
  )
}

function sideText(side: Side): string {
  return [
    side.name,
    [side.addressLine1, side.addressLine2]
      .filter(Boolean)
      .join(', ')
      .replace(/(\d{2})-(\d{3})/, '$1\u2011$2'),
    side.nip && `NIP ${spacedNip(side.nip)}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** While a price is being typed it may be no number yet. */
function safely(say: () => string): string {
  try {
    return say()
  } catch {
    return '…'
  }
}

/** "Przyjazd 4 h, obejście 2 h": what is promised beside reaction and resolution. */
function FurtherTargets({ level }: { level: ServiceLevel }) {
  const said = extraTargets.flatMap((target) => {
    const granted = grantedOf(level, target)
    return granted ? [clockPl.granted(target, granted, '')] : []
  })
  if (said.length === 0) return null
  return (
    <>
      <br />
      {said.join(', ')}
    </>
  )
}
