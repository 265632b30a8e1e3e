/** The working day as a line: the past hatched, now a bar, every deadline a dot in the shape of its state. */
import { useElementSize } from '@mantine/hooks'
import { time } from '#words/format.ts'
import './horizon.css'
import { clusters, hoursOf, placeOf } from './horizon.ts'
import type { TimeState } from './remaining.ts'
import { useNow } from './use-clock.ts'
import { useSpeech } from './words.tsx'
import { useZone } from './zone.ts'

export type HorizonPoint = { id: string; atMs: number; state: TimeState; label: string }

export function Horizon({
  fromMs,
  toMs,
  points,
  chosen,
  onPick,
}: {
  fromMs: number
  toMs: number
  points: readonly HorizonPoint[]
  chosen?: string | undefined /** The points under the finger: one, or several that stand close together. */
  onPick: (ids: readonly string[]) => void
}) {
  const { lang, words } = useSpeech()
  const zone = useZone()
  const nowMs = useNow('minute')
  const { ref, width } = useElementSize()
  const day = { fromMs, toMs, nowMs }
  const now = placeOf(nowMs, day)
  const within = nowMs >= fromMs && nowMs <= toMs
  return (
    <div className="k-horizon" role="group" aria-label={words.kit.time.workDay} ref={ref}>
      <div className="k-horizon-line">
        <span className="k-horizon-past" style={{ width: `${now * 100}%` }} />
        {within && <span className="k-horizon-now" style={{ left: `${now * 100}%` }} />}
        {clusters(points, day, 25 / (width || 800)).map((group) => {
          const first = placeOf(group[0]?.atMs ?? 0, day)
          const last = placeOf(group.at(-1)?.atMs ?? 0, day)
          const spoken = group.map((p) =>
            words.kit.time.at(time(lang, p.atMs, zone), p.label, words.kit.time[p.state]),
          )
          const label =
            group.length === 1 ? spoken[0] : `${words.kit.time.several(group.length)}: ${spoken.join('; ')}`
          return (
            <button
              key={group[0]?.id}
              type="button"
              className="k-horizon-point"
              aria-pressed={group.some((p) => p.id === chosen)}
              style={{ left: `${first * 100}%`, width: `calc(${(last - first) * 100}% + 24px)` }}
              onClick={() => onPick(group.map((p) => p.id))}
              aria-label={label}
              title={spoken.join('\n')}
            >
              {group.map((p) => (
                <span
                  key={p.id}
                  data-state={p.state}
                  style={{
                    left: `calc(12px + (100% - 24px) * ${last === first ? 0 : (placeOf(p.atMs, day) - first) / (last - first)})`,
                  }}
                />
              ))}
            </button>
          )
        })}
      </div>
      <div className="k-horizon-hours num" aria-hidden>
        {hoursOf(day, lang, zone, width < 480 ? 3 : 1, 44 / (width || 800)).map((h) => (
          <span key={h.atMs} style={at(placeOf(h.atMs, day))}>
            {h.text}
          </span>
        ))}
        {within && <strong style={at(now)}>{time(lang, nowMs, zone)}</strong>}
      </div>
    </div>
  )
}

function at(place: number) {
  const shift = place < 0.02 ? 0 : place > 0.98 ? -100 : -50
  return { left: `${place * 100}%`, transform: `translateX(${shift}%)` }
}
