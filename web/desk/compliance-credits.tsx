/** What missed targets cost by the clauses of contracts: proposed here, decided by a person. */
import { useQuery } from '@tanstack/react-query'
import { duration, money, month as monthName, percent } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { AppLink } from '../kit/link.tsx'
import { useSpeech } from '../kit/words.tsx'
import type { Schemas } from '../generated/client.ts'

type Credit = Schemas.ProposedCredit

export function CreditsOfPeriod({ from, to }: { from: string; to: string }) {
  const { lang, words } = useSpeech()
  const said = words.reports.compliance
  const { data } = useQuery({
    queryKey: ['tickets', 'credits', from, to],
    queryFn: () => api.get('/api/reports/compliance/credits', { query: { from, to } }),
  })
  if (!data) return null
  return (
    <section className="r-section">
      <h2>{said.credits}</h2>
      {data.credits.length === 0 && <p className="r-quiet">{said.creditsNone}</p>}
      {data.credits.length > 0 && (
        <div className="r-scroll" tabIndex={0} role="region" aria-label={said.credits}>
          <table className="r-table num">
            <tbody>
              {data.credits.map((credit, i) => (
                <CreditRow key={i} credit={credit} />
              ))}
              <tr data-total>
                <td>{said.total}</td>
                <td />
                <td />
                <td>{money(lang, data.totalGrosze)}</td>
              </tr>
            </tbody>
          </table>
        </div>
      )}
      {data.excluded.map(({ ticket, target, because }) => (
        <p key={`${ticket.id} ${target}`} className="r-quiet">
          {said.excluded({ name: ticket.name, because })}
        </p>
      ))}
    </section>
  )
}

function CreditRow({ credit }: { credit: Credit }) {
  const { lang, words } = useSpeech()
  const said = words.reports.compliance
  const targets = words.clock.targets as Readonly<Record<string, string>>
  const each = money(lang, credit.eachGrosze)
  const { of, units, overSeconds, cutBy = [] } = credit
  const arithmetic = of
    ? said.creditBelow({
        kept: percent(lang, Math.round((of.met * 10_000) / Math.max(1, of.judged))),
        threshold: percent(lang, of.thresholdBp),
        each,
        units,
      })
    : said.creditOf({ units, each, over: overSeconds ? duration(lang, overSeconds) : undefined })
  const cuts = cutBy.map(({ cap, grosze }) =>
    said.cutBy({ cap: said.cut[cap] ?? cap, amount: money(lang, grosze) }),
  )
  return (
    <tr>
      <td>
        {credit.client.name} ·{' '}
        <AppLink to={`/contracts/${credit.contract.id}`}>{credit.contract.number}</AppLink>
        <p className="r-quiet">
          {[monthName(lang, credit.month), credit.clause, targets[credit.target]].filter(Boolean).join(' · ')}
        </p>
      </td>
      <td className="r-left">
        {credit.ticket && <AppLink to={`/tickets/${credit.ticket.id}`}>{credit.ticket.name}</AppLink>}
      </td>
      <td className="r-left">{[arithmetic, ...cuts].join('; ')}</td>
      <td>{money(lang, credit.amountGrosze)}</td>
    </tr>
  )
}
