/** Price lists of the trades as a starting point: each is read as sentences before it is taken. */
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import type { PriceList } from '#engines/pricing/price-list.ts'
import { pricePresets, type PricePreset } from '#engines/presets/price-lists/all.ts'
import { priceSentences } from '#words/price-sentences.ts'
import { useSpeech } from '../kit/words.tsx'

export default function PresetDialog({
  vat,
  onClose,
  onUse,
}: {
  vat: PriceList['vat']
  onClose: () => void
  onUse: (preset: PricePreset, priceList: PriceList) => void
}) {
  const { lang, words } = useSpeech()
  const said = words.priceEditor.presets
  const monthly = pricePresets.filter(({ period }) => period === 'month')
  const [chosen, setChosen] = useState(monthly[0]!)
  const trades = [...new Set(monthly.map(({ trade }) => trade))]
  return (
    <Modal opened onClose={onClose} title={said.title} size={860}>
      <p className="c-hint">{said.why}</p>
      <div className="c-presets">
        <ul className="c-preset-list">
          {trades.map((trade) => (
            <li key={trade}>
              <strong>{said.trades[trade]}</strong>
              {monthly
                .filter((one) => one.trade === trade)
                .map((one) => (
                  <button
                    key={one.id}
                    type="button"
                    aria-current={one.id === chosen.id || undefined}
                    onClick={() => setChosen(one)}
                  >
                    {one.name[lang]}
                  </button>
                ))}
            </li>
          ))}
        </ul>
        <div className="c-preset-text">
          <h3>{chosen.name[lang]}</h3>
          <ol className="c-plain-rules">
            {priceSentences(lang, chosen.priceList).map((sentence, i) => (
              <li key={i}>{sentence}</li>
            ))}
          </ol>
          <Button onClick={() => onUse(chosen, { ...structuredClone(chosen.priceList), vat })}>
            {said.use}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
