/** "Policz przykład": a few numbers, and the lines that an invoice would have, by the terms on the screen. */
import { NumberInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PriceList } from '#engines/pricing/price-list.ts'
import { amount, money } from '#words/format.ts'
import { priceSentences } from '#words/price-sentences.ts'
import { api } from '../kit/api.ts'
import { Explained } from '../kit/explain.tsx'
import { useSpeech } from '../kit/words.tsx'
import { exampleLine } from './example-words.ts'

type Figures = { tickets: number; onSite: number; remote: number; trips: number; km: number }

export function ExampleBox({
  priceList,
  contractId,
  isChange,
}: {
  priceList: PriceList
  contractId: string
  isChange: boolean
}) {
  const { lang, words } = useSpeech()
  const editor = words.contracts.editor
  const said = editor.example
  const has = (kind: string, test: (item: PriceList['items'][number]) => boolean = () => true) =>
    priceList.items.some((item) => item.kind === kind && test(item))
  const [figures, setFigures] = useState<Figures>({ tickets: 13, onSite: 3, remote: 0, trips: 0, km: 0 })
  const [asked] = useDebouncedValue({ priceList, figures }, 250)
  const { data, isError } = useQuery({
    queryKey: ['example', contractId, asked],
    queryFn: () =>
      api.post('/api/contracts/example', {
        body: {
          priceList: asked.priceList,
          contractId,
          figures: workOf(asked.figures),
        },
      }),
    placeholderData: (before) => before,
    retry: false,
  })
  const byKm = has('travel', (item) => item.kind === 'travel' && item.perKmPrice !== undefined)
  const fields = [
    has('perTicket') && 'tickets',
    has('perTime', (item) => item.kind === 'perTime' && item.place !== 'remote') && 'onSite',
    has('perTime', (item) => item.kind === 'perTime' && item.place === 'remote') && 'remote',
    has('travel') && 'trips',
    byKm && 'km',
  ].filter((one): one is keyof Figures => one !== false)
  const difference =
    data?.inForceNetGrosze === null || data === undefined ? undefined : data.netGrosze - data.inForceNetGrosze
  return (
    <section className="c-example" aria-label={said.title}>
      <h2>{said.title}</h2>
      <div className="c-example-fields">
        {fields.map((name) => (
          <NumberInput
            key={name}
            label={said[name]}
            min={0}
            max={name === 'tickets' ? 2000 : 700}
            decimalScale={name === 'onSite' || name === 'remote' ? 2 : 0}
            decimalSeparator={lang === 'pl' ? ',' : '.'}
            hideControls
            value={figures[name]}
            onChange={(v) => setFigures({ ...figures, [name]: Number(v) || 0 })}
          />
        ))}
      </div>
      {isError && <p className="c-hint">{said.wrong}</p>}
      {data && !isError && (
        <div aria-live="polite">
          <ul className="c-example-lines">
            {data.lines.map((line, i) => {
              const rule = priceList.items.find((item) => item.id === line.itemId)
              return (
                <li key={i}>
                  <Explained
                    label={said.explain}
                    explanation={
                      <p>{rule ? priceSentences(lang, { ...priceList, items: [rule] }).join(' ') : ''}</p>
                    }
                  >
                    {exampleLine(lang, editor, line)}
                  </Explained>
                  {line.clause && <span className="c-clause">{line.clause}</span>}
                  <span className="num">{amount(lang, line.netGrosze)}</span>
                </li>
              )
            })}
          </ul>
          <div className="c-example-total">
            <span>
              <strong>{said.total}</strong>
              <br />
              <span className="c-hint num">{said.gross(money(lang, data.grossGrosze))}</span>
            </span>
            <strong className="c-example-sum num">{money(lang, data.netGrosze)}</strong>
          </div>
          {isChange && difference !== undefined && data.inForceNetGrosze !== null && (
            <p className="c-hint num c-example-before">
              {said.today(money(lang, data.inForceNetGrosze))}
              <strong>{`${difference > 0 ? '+' : ''}${money(lang, difference)}`}</strong>
            </p>
          )}
        </div>
      )}
    </section>
  )
}

/** All hours are one visit; each trip has the same kilometres. */
function workOf({ tickets, onSite, remote, trips, km }: Figures) {
  const minutes = (hours: number) => (hours > 0 ? [Math.round(hours * 60)] : [])
  return {
    tickets,
    onSiteMinutes: minutes(onSite),
    remoteMinutes: minutes(remote),
    tripsKm: Array.from({ length: Math.min(trips, 500) }, () => (km > 0 ? String(km) : null)),
  }
}
