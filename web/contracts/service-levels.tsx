/** The promise: what is answered and finished by when, on which clock, and what makes the clock stand. */
import { ActionIcon, Button, Checkbox, Menu, NumberInput, SegmentedControl } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { use } from 'react'
import { calendarChip, granted } from '#words/calendar-hours.ts'
import { workingDays } from '#words/format.ts'
import { useCalendars } from '../accounts/company-data.ts'
import { PriorityIcon, type PriorityLevel } from '../kit/data.tsx'
import { useSpeech, useWords } from '../kit/words.tsx'
import {
  Done,
  DurationChip,
  DurationFields,
  EditorContext,
  NumberChip,
  SelectChip,
  Sentence,
  TextChip,
  ValueChip,
} from './chips.tsx'
import type { ServiceLevel, Terms } from './contract-data.ts'
import { levelName } from './level-name.ts'

type Props = { terms: Terms; base: Terms | undefined; setTerms: (edit: (terms: Terms) => Terms) => void }
const priorities: PriorityLevel[] = ['critical', 'high', 'normal', 'low']
const order: ServiceLevel['priority'][] = [...priorities, '*']

export function ServiceLevels({ terms, base, setTerms }: Props) {
  const { contracts, kit } = useWords()
  const words = contracts.editor
  const { readOnly } = use(EditorContext)
  const setLevels = (edit: (levels: ServiceLevel[]) => ServiceLevel[]) =>
    setTerms((now) => ({ ...now, serviceLevels: edit(now.serviceLevels) }))
  const missing = priorities.filter(
    (priority) => !terms.serviceLevels.some((level) => level.priority === priority),
  )
  const [first] = Object.keys(terms.calendars)
  const add = (priority: PriorityLevel) =>
    setLevels((now) =>
      [...now, { priority, definition: '', reactionMinutes: 480, calendar: first ?? '' }].toSorted(
        (a, b) => order.indexOf(a.priority) - order.indexOf(b.priority),
      ),
    )
  return (
    <>
      <div className="c-levels" role="table" aria-label={words.sections.sla}>
        <div role="row" className="c-level c-level-head">
          <span role="columnheader">{words.columns.priority}</span>
          <span role="columnheader">{words.columns.reaction}</span>
          <span role="columnheader">{words.columns.resolution}</span>
          <span role="columnheader">{words.columns.calendar}</span>
          <span role="columnheader" className="sr-only">
            {words.removeLevel}
          </span>
        </div>
        {terms.serviceLevels.map((level, i) => (
          <LevelRow
            key={level.priority}
            level={level}
            terms={terms}
            path={`terms.serviceLevels.${i}`}
            setTerms={setTerms}
            base={base?.serviceLevels.find((one) => one.priority === level.priority)}
            baseTerms={base}
            set={(change) =>
              setLevels((now) =>
                now.map((one) => (one.priority === level.priority ? { ...one, ...change } : one)),
              )
            }
            onRemove={
              readOnly
                ? undefined
                : () => setLevels((now) => now.filter((one) => one.priority !== level.priority))
            }
          />
        ))}
      </div>
      {!readOnly && missing.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="subtle" size="xs" leftSection={<IconPlus size={15} stroke={1.8} />}>
              {words.addLevel}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {missing.map((priority) => (
              <Menu.Item key={priority} onClick={() => add(priority)}>
                {kit.priorities[priority]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <ClockRules terms={terms} base={base} setTerms={setTerms} />
    </>
  )
}

type RowProps = {
  level: ServiceLevel
  base: ServiceLevel | undefined
  terms: Terms
  baseTerms: Terms | undefined
  path: string
  set: (change: Partial<ServiceLevel>) => void
  setTerms: Props['setTerms']
  onRemove: (() => void) | undefined
}

function LevelRow({ level, base, terms, baseTerms, path, set, setTerms, onRemove }: RowProps) {
  const { lang, words } = useSpeech()
  const said = words.contracts.editor
  const name = levelName(words, level.priority)
  const resolution = (one: ServiceLevel) =>
    one.resolutionBusinessDays
      ? workingDays(lang, one.resolutionBusinessDays)
      : one.resolutionMinutes
        ? granted(one.resolutionMinutes)
        : said.none
  return (
    <div role="row" className="c-level">
      <span role="cell" className="c-level-name">
        {level.priority !== '*' && <PriorityIcon level={level.priority} />}
        <span>
          <strong>{name}</strong>
          <TextChip
            long
            value={level.definition}
            empty={said.when}
            was={base?.definition}
            label={`${name}: ${said.fields.definition}`}
            path={`${path}.definition`}
            onChange={(definition) => set({ definition })}
          />
        </span>
      </span>
      <span role="cell" data-label={said.columns.reaction}>
        <DurationChip
          minutes={level.reactionMinutes}
          text={granted(level.reactionMinutes)}
          was={base && granted(base.reactionMinutes)}
          label={`${name}: ${said.columns.reaction}`}
          path={`${path}.reactionMinutes`}
          onChange={(minutes) => minutes > 0 && set({ reactionMinutes: minutes })}
        />
      </span>
      <span role="cell" data-label={said.columns.resolution}>
        <ValueChip
          text={resolution(level)}
          was={base && resolution(base)}
          label={`${name}: ${said.columns.resolution}`}
          path={`${path}.resolutionMinutes`}
          width={300}
        >
          {(close) => <ResolutionEditor level={level} set={set} onDone={close} />}
        </ValueChip>
      </span>
      <span role="cell" data-label={said.columns.calendar}>
        <CalendarChip
          level={level}
          terms={terms}
          was={base && baseTerms?.calendars[base.calendar]}
          path={`${path}.calendar`}
          setTerms={setTerms}
          label={`${name}: ${said.columns.calendar}`}
        />
      </span>
      <span role="cell" className="c-level-do">
        {onRemove && (
          <ActionIcon variant="subtle" aria-label={`${said.removeLevel}: ${name}`} onClick={onRemove}>
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        )}
      </span>
    </div>
  )
}

function ResolutionEditor({
  level,
  set,
  onDone,
}: {
  level: ServiceLevel
  set: (change: Partial<ServiceLevel>) => void
  onDone: () => void
}) {
  const { fields } = useWords().contracts.editor
  const kind = level.resolutionBusinessDays ? 'days' : level.resolutionMinutes ? 'hours' : 'none'
  const choose = (next: string) =>
    set({
      resolutionMinutes: next === 'hours' ? 480 : undefined,
      resolutionBusinessDays: next === 'days' ? 3 : undefined,
    })
  return (
    <div className="c-stack">
      <SegmentedControl
        fullWidth
        orientation="vertical"
        aria-label={fields.kind}
        value={kind}
        onChange={choose}
        data={[
          { value: 'hours', label: fields.inHours },
          { value: 'days', label: fields.inDays },
          { value: 'none', label: fields.noTarget },
        ]}
      />
      {kind === 'hours' && (
        <DurationFields
          minutes={level.resolutionMinutes ?? 0}
          onChange={(minutes) => minutes > 0 && set({ resolutionMinutes: minutes })}
          onDone={onDone}
        />
      )}
      {kind === 'days' && (
        <NumberInput
          label={fields.businessDays}
          allowDecimal={false}
          min={1}
          max={365}
          value={level.resolutionBusinessDays}
          onChange={(v) => Number(v) > 0 && set({ resolutionBusinessDays: Number(v) })}
        />
      )}
      <Done onClick={onDone} />
    </div>
  )
}

/** A calendar of the company is copied into the terms: what was promised does not move with it later. */
function CalendarChip({
  level,
  terms,
  was,
  path,
  setTerms,
  label,
}: {
  level: ServiceLevel
  terms: Terms
  was: Terms['calendars'][string] | undefined
  path: string
  setTerms: Props['setTerms']
  label: string
}) {
  const { data: own = [] } = useCalendars()
  const { problemAt, readOnly } = use(EditorContext)
  const chosen = terms.calendars[level.calendar]
  const face = (one: Terms['calendars'][string] | undefined) => (one ? calendarChip(one.calendar) : '–')
  const choices = [
    ...Object.entries(terms.calendars).map(([key, { name, calendar }]) => ({ key, name, calendar })),
    ...own
      .filter(({ id }) => !terms.calendars[id])
      .map(({ id, name, calendar }) => ({ key: id, name, calendar })),
  ]
  const choose = ({ key, name, calendar }: (typeof choices)[number]) =>
    setTerms((now) => {
      const serviceLevels = now.serviceLevels.map((one) =>
        one.priority === level.priority ? { ...one, calendar: key } : one,
      )
      const all = { ...now.calendars, [key]: { name, calendar } }
      const used = Object.entries(all).filter(([k]) => serviceLevels.some((one) => one.calendar === k))
      return { ...now, serviceLevels, calendars: Object.fromEntries(used) }
    })
  const text = face(chosen)
  const isChanged = was !== undefined && face(was) !== text
  if (readOnly)
    return (
      <span className="c-chip c-chip-plain" title={chosen?.name}>
        {text}
      </span>
    )
  return (
    <>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <button
            type="button"
            className="c-chip"
            data-changed={isChanged || undefined}
            data-problem={problemAt(path) ? true : undefined}
            aria-label={`${label}: ${text}, ${chosen?.name ?? ''}`}
            title={chosen?.name}
          >
            {text}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {choices.map((one) => (
            <Menu.Item key={one.key} fw={one.key === level.calendar ? 640 : 450} onClick={() => choose(one)}>
              {one.name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {isChanged && (
        <>
          {' '}
          <del className="c-was">{face(was)}</del>
        </>
      )}
    </>
  )
}

function ClockRules({ terms: { clock }, base, setTerms }: Props) {
  const { contracts, desk } = useWords()
  const words = contracts.editor
  const { sentences, values, fields } = words
  const short = desk.pauseReasons as Readonly<Record<string, string>>
  const set = (change: Partial<Terms['clock']>) =>
    setTerms((now) => ({ ...now, clock: { ...now.clock, ...change } }))
  const stopping = (one: Terms['clock']) =>
    one.pauseReasons
      .filter((reason) => reason.stops.length > 0)
      .map((reason) => short[reason.key] ?? reason.name ?? reason.key)
      .join(', ') || values.noPause
  const gate = { fromReport: values.gateFromReport, fromAdmission: values.gateFromAdmission }
  return (
    <div className="c-sentences">
      <Sentence
        text={sentences.pauses}
        chips={{
          reasons: (
            <ValueChip
              text={stopping(clock)}
              was={base && stopping(base.clock)}
              label={fields.kind}
              width={340}
            >
              {(close) => <PauseEditor clock={clock} set={set} onDone={close} />}
            </ValueChip>
          ),
        }}
      />
      <Sentence
        text={sentences.priorityChange}
        chips={{
          onPriorityChange: (
            <SelectChip
              value={clock.onPriorityChange}
              was={base?.clock.onPriorityChange}
              label={fields.kind}
              choices={[
                { value: 'fromReport', label: values.fromReport },
                { value: 'restart', label: values.restart },
              ]}
              onChange={(onPriorityChange) => set({ onPriorityChange })}
            />
          ),
        }}
      />
      <Sentence
        text={sentences.reopen}
        chips={{
          onReopen: (
            <SelectChip
              value={clock.onReopen}
              was={base?.clock.onReopen}
              label={fields.kind}
              choices={[
                { value: 'continue', label: values.continue },
                { value: 'restart', label: values.restart },
              ]}
              onChange={(onReopen) => set({ onReopen })}
            />
          ),
        }}
      />
      <Sentence
        text={sentences.gate}
        chips={{
          gateClock: (
            <SelectChip
              value={clock.gateClock}
              was={base?.clock.gateClock}
              label={fields.kind}
              choices={[
                { value: 'fromReport', label: gate.fromReport },
                { value: 'fromAdmission', label: gate.fromAdmission },
              ]}
              onChange={(gateClock) => set({ gateClock })}
            />
          ),
        }}
      />
      <Sentence
        text={sentences.close}
        chips={{
          closeAfterDays: (
            <NumberChip
              value={clock.closeAfterDays}
              min={1}
              max={60}
              text={words.daysAfter(clock.closeAfterDays)}
              was={base && words.daysAfter(base.clock.closeAfterDays)}
              label={fields.days}
              onChange={(closeAfterDays) => set({ closeAfterDays })}
            />
          ),
        }}
      />
    </div>
  )
}

/** The reasons of the contract; each stops the resolution, and only when agreed also the reaction. */
function PauseEditor({
  clock,
  set,
  onDone,
}: {
  clock: Terms['clock']
  set: (change: Partial<Terms['clock']>) => void
  onDone: () => void
}) {
  const { fields } = useWords().contracts.editor
  const change = (key: string, stops: ('reaction' | 'resolution')[]) =>
    set({
      pauseReasons: clock.pauseReasons.map((reason) => (reason.key === key ? { ...reason, stops } : reason)),
    })
  return (
    <div className="c-stack">
      {clock.pauseReasons.map(({ key, name, stops }) => (
        <div key={key} className="c-pause">
          <Checkbox
            label={name ?? key}
            checked={stops.includes('resolution')}
            onChange={(e) => change(key, e.currentTarget.checked ? ['resolution'] : [])}
          />
          {stops.includes('resolution') && (
            <Checkbox
              size="xs"
              label={fields.reactionStops}
              checked={stops.includes('reaction')}
              onChange={(e) =>
                change(key, e.currentTarget.checked ? ['reaction', 'resolution'] : ['resolution'])
              }
            />
          )}
        </div>
      ))}
      <Done onClick={onDone} />
    </div>
  )
}
