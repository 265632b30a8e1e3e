/** The clocks of a ticket: every target with its chip; the one that matters now with its whole timeline. */
import { moment } from '#words/format.ts'
import { ClockStory } from '../kit/clock-story.tsx'
import { Card } from '../kit/controls.tsx'
import { CountdownChip, TimeBar } from '../kit/time.tsx'
import { useNow } from '../kit/use-clock.ts'
import { useSpeech } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { countdownOf, metWords, pauseWords } from './clock-view.ts'
import type { Clock, Clocks, PauseReason } from './desk-data.ts'

type Terms = Clocks['terms']

/** Why this hour: opened by every chip and every deadline. */
export function ClockExplanation({
  clock,
  terms,
  reasons = [],
  barOnly,
}: {
  clock: Clock
  terms?: Terms | undefined
  reasons?: readonly PauseReason[]
  barOnly?: boolean
}) {
  const { words } = useSpeech()
  const named = (key: string | undefined) => reasons.find((one) => one.key === key)?.name
  return (
    <ClockStory
      clock={clock}
      terms={terms}
      pauseName={(key, name) => pauseWords(words, key, name ?? named(key))}
      {...(barOnly ? { barOnly: true } : {})}
    />
  )
}

export function ClockChip({
  clock,
  terms,
  reasons,
  waitingFor,
  inWords,
  speak,
}: {
  clock: Clock
  terms?: Terms | undefined
  reasons?: readonly PauseReason[]
  waitingFor?: string | null
  inWords?: boolean
  speak?: boolean
}) {
  const { words } = useSpeech()
  const zone = useZone()
  return (
    <CountdownChip
      countdown={countdownOf(clock, words, zone, waitingFor)}
      label={words.clock.targetsShort[clock.target]}
      explanation={<ClockExplanation clock={clock} terms={terms} {...(reasons ? { reasons } : {})} />}
      {...(inWords ? { inWords } : {})}
      {...(speak ? { speak } : {})}
    />
  )
}

const unmet: readonly Clock['state'][] = ['running', 'standing', 'paused', 'breached_running']

/** The clock whose timeline stands open: the first unmet one, else the last. */
export function focusOf(clocks: readonly Clock[]): Clock | undefined {
  const open = clocks.filter((clock) => unmet.includes(clock.state) && clock.dueAt)
  return open.sort((a, b) => Date.parse(a.dueAt ?? '') - Date.parse(b.dueAt ?? ''))[0] ?? clocks.at(-1)
}

export function ClocksCard({
  clocks,
  reasons,
  waitingFor,
}: {
  clocks: Clocks | null
  reasons: readonly PauseReason[]
  waitingFor: string | null
}) {
  const { words } = useSpeech()
  if (!clocks || clocks.clocks.length === 0)
    return (
      <Card>
        <p className="d-quiet">{words.clock.none}</p>
      </Card>
    )
  const focus = focusOf(clocks.clocks)
  return (
    <Card>
      <div className="d-clocks">
        {clocks.clocks.map((clock) => (
          <section key={clock.target}>
            <div className="d-clock-head">
              <span>
                <b>{words.clock.targets[clock.target]}</b>{' '}
                <span className="d-quiet">{words.clock.of(clock.matchedRow.granted)}</span>
              </span>
              <ClockChip
                clock={clock}
                terms={clocks.terms}
                reasons={reasons}
                waitingFor={waitingFor}
                inWords
                speak={clock === focus}
              />
            </div>
            {clock === focus ? (
              <ClockExplanation clock={clock} terms={clocks.terms} reasons={reasons} />
            ) : (
              <details className="d-clock-more">
                <summary>
                  <ClockLine clock={clock} />
                </summary>
                <ClockExplanation clock={clock} terms={clocks.terms} reasons={reasons} />
              </details>
            )}
          </section>
        ))}
      </div>
    </Card>
  )
}

/** One line for a clock that is not in focus: when it was met and by what, or when it is due. */
function ClockLine({ clock }: { clock: Clock }) {
  const { lang, words } = useSpeech()
  const zone = useZone()
  const nowMs = useNow('minute')
  const text = clock.metAt
    ? metWords(clock, words, lang, zone, nowMs)
    : clock.dueAt
      ? `${words.desk.queue.due} ${moment(lang, clock.dueAt, zone, nowMs)}`
      : words.clock.explain
  return <span className="d-quiet num">{text}</span>
}

/** The same facts in the preview: two lines and two bars. */
export function ClocksShort({
  clocks,
  reasons,
  waitingFor,
}: {
  clocks: Clocks | null
  reasons: readonly PauseReason[]
  waitingFor: string | null
}) {
  const { words } = useSpeech()
  if (!clocks) return <p className="d-quiet">{words.clock.none}</p>
  return (
    <Card>
      <div className="d-clocks">
        {clocks.clocks.map((clock) => (
          <section key={clock.target}>
            <div className="d-clock-head">
              <span>
                <b>{words.clock.targetsShort[clock.target]}</b>{' '}
                <span className="d-quiet">{words.clock.of(clock.matchedRow.granted)}</span>
              </span>
              <ClockChip clock={clock} terms={clocks.terms} reasons={reasons} waitingFor={waitingFor} />
            </div>
            <TimeBar share={clock.usedShare} tone={toneOf(clock)} />
            <ClockLine clock={clock} />
          </section>
        ))}
      </div>
    </Card>
  )
}

function toneOf(clock: Clock): 'bar2' | 'bar3' | 'paused' | 'overdue' {
  if (clock.state === 'paused') return 'paused'
  if (clock.state === 'breached_running' || clock.state === 'missed') return 'overdue'
  return clock.state === 'met' || clock.usedShare < 0.75 ? 'bar2' : 'bar3'
}
