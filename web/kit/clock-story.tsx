/**
 * Why a deadline is what it is, told the same to technician and client: the bar, every counted
 * and every not counted stretch in words, the deadline, the calendar, the row of the contract.
 */
import { clockFoot, roundsWords, stretchWords, type ClockToTell } from '#words/clock-stretch.ts'
import { moment } from '#words/format.ts'
import { ExplanationTimeline } from './explain.tsx'
import { segmentsOf } from './timeline.ts'
import { useNow } from './use-clock.ts'
import { usePanelWords, useLang } from './words.tsx'
import { useZone } from './zone.ts'

export function ClockStory({
  clock,
  terms,
  pauseName,
  barOnly,
}: {
  clock: ClockToTell
  terms?: { version: number; validFrom: string } | undefined
  pauseName: (key: string | undefined, name: string | undefined) => string
  barOnly?: boolean
}) {
  // Only words that the panel knows too.
  const { clock: words, kit } = usePanelWords()
  const lang = useLang()
  const zone = useZone()
  const nowMs = useNow('minute')
  const segments = segmentsOf(clock, nowMs, (stretch) => stretchWords(words, stretch, pauseName))
  const priorities = kit.priorities as Readonly<Record<string, string>>
  const foot = clockFoot(words, clock, { terms, priorityName: (key) => priorities[key] ?? key })
  const rounds = roundsWords(words, clock)
  return (
    <ExplanationTimeline segments={segments} {...(barOnly ? { barOnly: true } : {})}>
      {clock.dueAt && (
        <>
          <b>{words.due({ at: moment(lang, clock.dueAt, zone, nowMs) })}</b>{' '}
        </>
      )}
      {foot}
      {rounds && <> {rounds}</>}
    </ExplanationTimeline>
  )
}
