/** Reporting: a photo, one sentence, how bad it is with the times it promises, and the price before it is sent. */
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { daysBetween, money, moment, time } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { Explained } from '../kit/explain.tsx'
import { useGo } from '../kit/link.tsx'
import { PanelPage } from '../kit/panel-frame.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useNow } from '../kit/use-clock.ts'
import { useLang, usePanelWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { FileTiles } from './file-tiles.tsx'
import { withVat } from './gross.ts'
import { usePriceOfNext, usePromises, useRenew, type PriceOfNext, type PromisedLevel } from './panel-data.ts'
import type { PriorityLevel } from '../kit/data.tsx'
import './panel.css'
import { useFiles } from './use-files.ts'

const kept = 'opiekun-report'

export default function Report() {
  const { panel } = usePanelWords()
  const words = panel.report
  const lang = useLang()
  const go = useGo()
  const renew = useRenew()
  const files = useFiles()
  const refusal = useRefusal()
  const { data: promises } = usePromises()
  const { data: next } = usePriceOfNext()
  const [text, setText] = useState(() => sessionStorage.getItem(kept) ?? '')
  const [chosen, setChosen] = useState<PriorityLevel>()
  const [busy, setBusy] = useState(false)
  const [lacking, setLacking] = useState(false)
  const levels = promises?.levels ?? []
  const priority =
    chosen ?? (levels.some((one) => one.priority === 'normal') ? 'normal' : levels[0]?.priority)
  const costs = next?.tickets && next.tickets.left === 0 && next.tickets.next.priceGrosze > 0
  const price = costs ? money(lang, next.tickets!.next.priceGrosze) : undefined

  const write = (value: string) => {
    setText(value)
    sessionStorage.setItem(kept, value)
    if (value.trim()) setLacking(false)
  }
  const send = async () => {
    if (!text.trim() && files.ids.length === 0) return setLacking(true)
    setBusy(true)
    refusal.clear()
    try {
      const ticket = await api.post('/api/panel/tickets', {
        body: {
          ...firstSentence(text),
          ...(priority ? { proposedPriority: priority } : {}),
          fileIds: files.ids,
        },
      })
      sessionStorage.removeItem(kept)
      await renew()
      showToast({ text: ticket.state === 'held' ? words.gate : words.sent({ name: ticket.name }) })
      go(`/tickets/${ticket.id}`, { replace: true })
    } catch (problem) {
      refusal.show(problem)
    }
    setBusy(false)
  }
  return (
    <PanelPage
      title={words.title}
      back="/tickets"
      sticky={
        <Button size="lg" fullWidth loading={busy} disabled={files.busy} onClick={() => void send()}>
          {files.busy ? words.sending : price ? words.sendAt({ price }) : words.send}
        </Button>
      }
    >
      <FileTiles files={files} withAdd />
      <Textarea
        label={words.what}
        placeholder={words.whatHint}
        autosize
        minRows={2}
        maxRows={10}
        value={text}
        error={lacking ? words.needText : (refusal.of('subject') ?? refusal.of('description'))}
        onChange={(event) => write(event.currentTarget.value)}
      />
      {levels.length > 0 && priority && <HowBad levels={levels} chosen={priority} onChoose={setChosen} />}
      {promises && !promises.mayReport && <p className="k-card k-card-note p-note">{words.mayNot}</p>}
      {next && <PriceBox next={next} />}
      <RefusalNote refusal={refusal} fields={['subject', 'description']} />
    </PanelPage>
  )
}

/** The first line is the subject; what follows describes it. */
function firstSentence(text: string): { subject: string; description: string } {
  const all = text.trim()
  const [first = ''] = all.split(/(?<=[.!?])\s|\n/)
  if (first.length > 120) return { subject: `${first.slice(0, 117).trimEnd()}…`, description: all }
  return {
    subject: first.replace(/\.$/, ''),
    description: all === first ? '' : all.slice(first.length).trim(),
  }
}

function HowBad({
  levels,
  chosen,
  onChoose,
}: {
  levels: readonly PromisedLevel[]
  chosen: PriorityLevel
  onChoose: (priority: PriorityLevel) => void
}) {
  const { report } = usePanelWords().panel
  const lang = useLang()
  const zone = useZone()
  const now = useNow()
  const when = (at: string) =>
    daysBetween(now, at, zone) === 0 ? time(lang, at, zone) : moment(lang, at, zone)
  const times = ({ reactBy, resolveBy }: PromisedLevel) =>
    [reactBy && report.starts({ at: when(reactBy) }), resolveBy && report.ends({ at: when(resolveBy) })]
      .filter(Boolean)
      .join(', ')
  return (
    <fieldset className="p-choice">
      <legend>{report.howBad}</legend>
      <div>
        {levels.map((level) => (
          <label key={level.priority}>
            <input
              type="radio"
              name="how-bad"
              checked={level.priority === chosen}
              onChange={() => onChoose(level.priority)}
            />
            <span>
              <strong>{report.plain[level.priority]}</strong>
              {level.definition && <span>{level.definition}</span>}
              <span className="num">{times(level)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Before it is sent: what it will cost. */
function PriceBox({ next: { tickets, minutes } }: { next: PriceOfNext }) {
  const { price: words, report } = usePanelWords().panel
  const lang = useLang()
  if (!tickets) {
    const hour = minutes[0]
    return hour ? <p className="p-price-quiet">{words.free}</p> : null
  }
  if (tickets.left > 0)
    return (
      <p className="p-price-quiet">{words.inside({ n: tickets.next.ordinal, included: tickets.included })}</p>
    )
  const { ordinal: n, priceGrosze, vat } = tickets.next
  const gross = withVat(priceGrosze, vat)
  return (
    <div className="k-card k-card-note p-price">
      <div>
        <strong>{words.overTitle({ n })}</strong>
        <strong className="num">{money(lang, priceGrosze)}</strong>
      </div>
      <div>
        <Explained
          label={report.whyPrice}
          width={300}
          explanation={report.whyPriceText({ used: tickets.used, included: tickets.included })}
        >
          {report.overPackage({ included: tickets.included })}
        </Explained>
        {gross !== undefined && <span className="num">{report.withVat({ price: money(lang, gross) })}</span>}
      </div>
    </div>
  )
}
