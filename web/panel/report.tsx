/** Reporting: a photo, one sentence, how bad it is with the times it promises, and the price before it is sent. */
import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { daysBetween, money, moment, time } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { Explained } from '../kit/explain.tsx'
import { useGo } from '../kit/link.tsx'
import { PanelPage } from '../kit/panel-frame.tsx'
import { RefusalNote, useRefusal, type RefusalState } from '../kit/refusals.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useNow } from '../kit/use-clock.ts'
import { useLang, usePanelWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { FileTiles } from './file-tiles.tsx'
import { withVat } from './gross.ts'
import {
  usePlaces,
  usePriceOfNext,
  usePromises,
  useRenew,
  type About,
  type Matrix,
  type PriceOfNext,
  type PromisedLevel,
} from './panel-data.ts'
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
  const [about, setAbout] = useState<About>({})
  const [scale, setScale] = useState<Scale>({})
  const { data: promises } = usePromises(about)
  const { data: next } = usePriceOfNext(about)
  const [text, setText] = useState(() => sessionStorage.getItem(kept) ?? '')
  const [chosen, setChosen] = useState<PriorityLevel>()
  const [busy, setBusy] = useState(false)
  const [lacking, setLacking] = useState(false)
  const levels = promises?.levels ?? []
  const matrix = promises?.matrix
  const usual = levels.some((one) => one.priority === 'normal') ? 'normal' : levels[0]?.priority
  const priority = matrix ? derivedOf(matrix, scale) : (chosen ?? usual)
  const waits = promises?.barrier ?? levels.find((one) => one.priority === (priority ?? usual))?.waits
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
          ...about,
          ...(matrix ? scale : {}),
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
      <Where about={about} onChoose={setAbout} refusal={refusal} />
      {matrix && <HowMuch matrix={matrix} levels={levels} scale={scale} onChoose={setScale} />}
      {!matrix && levels.length > 0 && priority && (
        <HowBad levels={levels} chosen={priority} onChoose={setChosen} />
      )}
      {promises && waits && (
        <p className="k-card k-card-note p-note">{promises.mayReport ? words.beyond : words.mayNot}</p>
      )}
      {next && <PriceBox next={next} />}
      <RefusalNote refusal={refusal} fields={['subject', 'description', 'siteId', 'deviceId']} />
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
  const times = useTimes()
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

/** "odpiszemy do 14:40, naprawimy do pon. 23.11, 12:00". */
function useTimes(): (level: PromisedLevel) => string {
  const { report } = usePanelWords().panel
  const lang = useLang()
  const zone = useZone()
  const now = useNow()
  const when = (at: string) =>
    daysBetween(now, at, zone) === 0 ? time(lang, at, zone) : moment(lang, at, zone)
  return ({ reactBy, resolveBy }) =>
    [reactBy && report.starts({ at: when(reactBy) }), resolveBy && report.ends({ at: when(resolveBy) })]
      .filter(Boolean)
      .join(', ')
}

/** Only where the company keeps sites or devices of this client. */
function Where({
  about,
  onChoose,
  refusal,
}: {
  about: About
  onChoose: (about: About) => void
  refusal: RefusalState
}) {
  const { report } = usePanelWords().panel
  const { data } = usePlaces()
  if (!data || data.sites.length + data.devices.length === 0) return null
  const { siteId, deviceId } = about
  const devices = data.devices.filter((one) => !siteId || one.siteId === siteId || one.id === deviceId)
  const option = (one: { id: string; name: string }) => ({ value: one.id, label: one.name })
  const chooseDevice = (id: string) => {
    const home = data.devices.find((one) => one.id === id)?.siteId ?? siteId
    onChoose({ ...(home && { siteId: home }), ...(id && { deviceId: id }) })
  }
  return (
    <div className="p-where">
      {data.sites.length > 0 && (
        <NativeSelect
          label={report.where}
          value={siteId ?? ''}
          error={refusal.of('siteId')}
          data={[{ value: '', label: report.notSaid }, ...data.sites.map(option)]}
          onChange={(e) => onChoose(e.currentTarget.value ? { siteId: e.currentTarget.value } : {})}
        />
      )}
      {devices.length > 0 && (
        <NativeSelect
          label={report.device}
          value={deviceId ?? ''}
          error={refusal.of('deviceId')}
          data={[{ value: '', label: report.notSaid }, ...devices.map(option)]}
          onChange={(e) => chooseDevice(e.currentTarget.value)}
        />
      )}
    </div>
  )
}

type Scale = { impact?: string; urgency?: string }

function derivedOf(matrix: Matrix, { impact, urgency }: Scale): PriorityLevel | undefined {
  const row = matrix.impacts.findIndex(({ key }) => key === impact)
  const column = matrix.urgencies.findIndex(({ key }) => key === urgency)
  return matrix.priorities[row]?.[column]
}

/** Two plain questions in the place of a priority; what follows from them is said at once. */
function HowMuch({
  matrix,
  levels,
  scale,
  onChoose,
}: {
  matrix: Matrix
  levels: readonly PromisedLevel[]
  scale: Scale
  onChoose: (scale: Scale) => void
}) {
  const { report } = usePanelWords().panel
  const times = useTimes()
  const level = levels.find((one) => one.priority === derivedOf(matrix, scale))
  const question = (kind: keyof Scale, asked: string, words: Readonly<Record<string, string>>) => (
    <fieldset className="p-choice">
      <legend>{asked}</legend>
      <div>
        {matrix[kind === 'impact' ? 'impacts' : 'urgencies'].map(({ key, name }) => (
          <label key={key}>
            <input
              type="radio"
              name={kind}
              checked={scale[kind] === key}
              onChange={() => onChoose({ ...scale, [kind]: key })}
            />
            <span>
              <strong>{name ?? words[key] ?? key}</strong>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
  return (
    <>
      {question('impact', report.whom, report.impacts)}
      {question('urgency', report.howMuch, report.urgencies)}
      {level && (
        <p className="p-price-quiet num" role="status">
          {[report.plain[level.priority], times(level)].filter(Boolean).join(': ')}
        </p>
      )}
    </>
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
