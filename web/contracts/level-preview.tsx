/**
 * A report tried on the terms as they stand on the screen: which row fits it, and by when each
 * target is due and why, by the engine that will run the tickets.
 */
import 'temporal-polyfill/global'
import { Select } from '@mantine/core'
import { useMemo, useState } from 'react'
import { problemsOfCalendar } from '#engines/worktime/calendar.ts'
import { clockTermsOf, type StoredTerms } from '#engines/worktime/clock-terms.ts'
import { clocksOf, type Clock } from '#engines/worktime/clocks.ts'
import { deadlineSentence } from '#words/deadline-sentence.ts'
import { levelName } from '#words/level-name.ts'
import { ArrivalField, useArrival } from '../accounts/deadline-check.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import type { ServiceLevel, Terms } from './contract-data.ts'
import { grantedWords } from './level-row.tsx'

type About = { priority: string; category?: string; deviceClass?: string; site?: string }

export function LevelPreview({ terms }: { terms: Terms }) {
  const { words } = useSpeech()
  const { levels, kit } = words
  const zone = useZone()
  const [arrives, setArrives] = useArrival(zone)
  const [about, setAbout] = useState<About>({ priority: 'normal' })
  const tried = useTriedReport(terms, arrives, zone, about)
  const narrowed = (['category', 'deviceClass', 'site'] as const).flatMap((field) => {
    const known = [...new Set(terms.serviceLevels.flatMap((level) => level[field] || []))]
    return known.length > 0 ? [{ field, known }] : []
  })
  return (
    <section className="l-preview" aria-label={levels.check}>
      <h3>{levels.check}</h3>
      <div className="l-preview-fields">
        <ArrivalField value={arrives} onChange={setArrives} />
        <Select
          label={words.contracts.editor.columns.priority}
          allowDeselect={false}
          value={about.priority}
          data={(['critical', 'high', 'normal', 'low'] as const).map((value) => ({
            value,
            label: kit.priorities[value],
          }))}
          onChange={(priority) => priority && setAbout({ ...about, priority })}
        />
        {narrowed.map(({ field, known }) => (
          <Select
            key={field}
            label={levels[field]}
            clearable
            placeholder="–"
            value={about[field] ?? null}
            data={known}
            onChange={(value) => setAbout({ ...about, [field]: value ?? undefined })}
          />
        ))}
      </div>
      <Outcome tried={tried} terms={terms} />
    </section>
  )
}

/** Nothing for a moment that is none, and for calendars that have problems of their own. */
function useTriedReport(
  terms: Terms,
  arrives: string,
  zone: string,
  about: About,
): { at: string; clocks: Clock[] } | undefined {
  return useMemo(() => {
    const at = instantOf(arrives, zone)
    const isSound = Object.values(terms.calendars).every(
      ({ calendar }) => problemsOfCalendar(calendar).length === 0,
    )
    if (!at || !isSound) return undefined
    const log = [{ kind: 'reported' as const, at, ...about }]
    return { at, clocks: clocksOf({ terms: clockTermsOf(terms as StoredTerms), log, now: at }).clocks }
  }, [terms, arrives, zone, about])
}

function instantOf(wall: string, zone: string): string | undefined {
  try {
    return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toInstant().toString()
  } catch {
    return undefined
  }
}

function Outcome({ tried, terms }: { tried: ReturnType<typeof useTriedReport>; terms: Terms }) {
  const { words, lang } = useSpeech()
  const { levels, calendars } = words
  if (!tried) return <p className="c-hint">{calendars.noDeadline}</p>
  const [first] = tried.clocks
  if (!first) return <p className="c-hint">{levels.noRow}</p>
  return (
    <div className="l-outcome" aria-live="polite">
      <p className="c-hint">{levels.row(levelName(lang, first.matchedRow))}</p>
      <ul>
        {tried.clocks.map((clock) => (
          <li key={clock.target}>
            <TargetSentence clock={clock} at={tried.at} terms={terms} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function TargetSentence({ clock, at, terms }: { clock: Clock; at: string; terms: Terms }) {
  const { words, lang } = useSpeech()
  const { levels } = words
  const { target, dueAt, stretches, matchedRow, pausedBecause } = clock
  if (dueAt === undefined)
    return levels.notStarted(
      levels.targets[target],
      levels.starts[(pausedBecause ?? 'report') as keyof typeof levels.starts] ?? '',
    )
  const level = terms.serviceLevels[matchedRow.row]
  const zone = terms.calendars[matchedRow.calendar]?.calendar.timezone ?? 'Europe/Warsaw'
  const name = `${levels.targetNames[target]} (${level ? grantedWords(lang, level as ServiceLevel, target, '') : ''})`
  return deadlineSentence(lang, {
    start: at,
    dueAt,
    zone,
    stretches,
    what: name,
    holidays: words.clock.holidays,
  })
}
