/**
 * "Policz przykład": a few numbers, and the lines that an invoice would have, by the terms on the
 * screen. The engine runs here in the browser, so every change of a rule is seen at once.
 */
import { NumberInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { PriceList } from '#engines/pricing/price-list.ts'
import type { Lot } from '#engines/pricing/state.ts'
import { granted } from '#words/calendar-hours.ts'
import { amount, money, quantity } from '#words/format.ts'
import { priceItemName, priceSentences } from '#words/price-sentences.ts'
import { pageClock } from '../kit/clock.ts'
import { Explained } from '../kit/explain.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { useExampleEngine } from './example-engine.ts'
import { exampleLine } from './example-words.ts'
import { askedBy, firstFigures, type Figures } from './example-work.ts'

export function ExampleBox({
  priceList,
  before,
  isChange,
}: {
  priceList: PriceList
  /** The terms that the amendment changes. */
  before?: PriceList | undefined
  isChange: boolean
}) {
  const { lang, words } = useSpeech()
  const editor = words.contracts.editor
  const [said, more] = [editor.example, words.priceEditor.example]
  const [figures, setFigures] = useState<Figures>(firstFigures)
  const run = useExampleEngine()
  const timezone = useZone()
  const by = useMemo(
    () => ({ month: new Date(pageClock.nowMs()).toISOString().slice(0, 7), timezone }),
    [timezone],
  )
  const result = useMemo(() => run?.(priceList, figures, by), [run, priceList, figures, by])
  const old = useMemo(
    () => (isChange && before ? run?.(before, figures, by) : undefined),
    [run, before, isChange, figures, by],
  )
  const asked = askedBy(priceList)
  const difference = result && old && result.netGrosze - old.netGrosze
  return (
    <section className="c-example" aria-label={said.title}>
      <h2>{said.title}</h2>
      <div className="c-example-fields">
        {asked.basic.map((name) => (
          <Field
            key={name}
            label={name === 'evening' ? more.evening : said[name]}
            max={name === 'tickets' ? 2000 : 700}
            decimals={name === 'tickets' || name === 'trips' ? 0 : 2}
            value={figures[name]}
            onChange={(n) => setFigures({ ...figures, [name]: n })}
          />
        ))}
        {(['units', 'meters', 'events', 'blocks'] as const).flatMap((group) =>
          asked[group].map((name) => (
            <Field
              key={`${group} ${name}`}
              label={labelOf(group, name)}
              max={group === 'meters' ? 10_000_000 : 10_000}
              decimals={0}
              value={figures[group][name] ?? 0}
              onChange={(n) => setFigures({ ...figures, [group]: { ...figures[group], [name]: n } })}
            />
          )),
        )}
      </div>
      {!run && <p className="c-hint">{more.loading}</p>}
      {run && !result && <p className="c-hint">{said.wrong}</p>}
      {result && (
        <div aria-live="polite">
          <ul className="c-example-lines">
            {result.lines.map((line, i) => {
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
          {result.lots.map((lot) => (
            <p key={lot.id} className="c-hint">
              {more.left(stockName(lot), measured(lot, lot.left), measured(lot, lot.granted))}
            </p>
          ))}
          <div className="c-example-total">
            <span>
              <strong>{said.total}</strong>
              <br />
              <span className="c-hint num">{said.gross(money(lang, result.grossGrosze))}</span>
            </span>
            <strong className="c-example-sum num">{money(lang, result.netGrosze)}</strong>
          </div>
          {difference !== undefined && (
            <p className="c-hint num c-example-before">
              {said.today(money(lang, old!.netGrosze))}
              <strong>{`${difference > 0 ? '+' : ''}${money(lang, difference)}`}</strong>
            </p>
          )}
        </div>
      )}
    </section>
  )

  function labelOf(group: 'units' | 'meters' | 'events' | 'blocks', name: string): string {
    if (group === 'units') return more.units(name)
    if (group === 'meters') return more.meter(name)
    if (group === 'blocks') return more.block(nameOf(name))
    const item = priceList.items.find((one) => one.kind === 'perEvent' && one.events.includes(name))
    return more.event(item?.name || name)
  }

  function nameOf(id: string): string {
    const item = priceList.items.find((one) => one.id === id)
    return item?.name || (item ? priceItemName(lang, item.kind) : id)
  }

  function stockName({ pool }: Lot): string {
    const item = priceList.items.find(
      (one) => one.id === pool || ((one.kind === 'pool' || one.kind === 'block') && one.sharedAs === pool),
    )
    return item?.name || (item ? priceItemName(lang, item.kind) : pool)
  }

  function measured({ unit }: Lot, n: string): string {
    return unit === 'hour' ? granted(Math.round(Number(n))) : quantity(lang, n)
  }
}

function Field({
  label,
  value,
  max,
  decimals,
  onChange,
}: {
  label: string
  value: number
  max: number
  decimals: number
  onChange: (n: number) => void
}) {
  const { lang } = useSpeech()
  return (
    <NumberInput
      label={label}
      min={0}
      max={max}
      decimalScale={decimals}
      decimalSeparator={lang === 'pl' ? ',' : '.'}
      hideControls
      value={value}
      onChange={(v) => onChange(Number(v) || 0)}
    />
  )
}
