/** Interest with its explanation: every stretch with what was unpaid, the rate and the days. */
import { date, days, money, percent } from '#words/format.ts'
import { Explained } from '../kit/explain.tsx'
import { useSpeech } from '../kit/words.tsx'
import type { Interest } from './collection-data.ts'

export function InterestAmount({ interest, text }: { interest: Interest; text?: string }) {
  const { lang, words } = useSpeech()
  const said = words.collection.interest
  const written = text ?? money(lang, interest.grosze)
  if (interest.segments.length === 0) return <>{written}</>
  return (
    <Explained label={said.title} width={380} explanation={<Segments interest={interest} />}>
      {written}
    </Explained>
  )
}

export function Segments({ interest }: { interest: Interest }) {
  const { lang, words } = useSpeech()
  const said = words.collection.interest
  return (
    <div className="col-interest">
      <strong>{said.title}</strong>
      <p>{said.kinds[interest.isCommercial ? 'commercial' : 'statutory']}</p>
      <ul className="num">
        {interest.segments.map((one) => (
          <li key={one.from}>
            {said.segment({
              from: date(lang, one.from),
              to: date(lang, one.to),
              principal: money(lang, one.principalGrosze),
              rate: percent(lang, one.rateBp),
              days: days(lang, one.days),
            })}
          </li>
        ))}
      </ul>
      <p className="col-interest-sum num">= {money(lang, interest.grosze)}</p>
      {interest.uncertainAfter && <p>{said.notChecked({ until: date(lang, interest.uncertainAfter) })}</p>}
    </div>
  )
}
