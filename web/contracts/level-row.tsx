/**
 * A row of the matrix: reaction and resolution in their columns, and below them what this row
 * is narrowed to and every further target, as chips that wrap.
 */
import { ActionIcon, Menu, Select } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { use } from 'react'
import type { TargetKind } from '#engines/worktime/targets.ts'
import { calendarChip, granted as grantedText } from '#words/calendar-hours.ts'
import { workingDays } from '#words/format.ts'
import { levelName } from '#words/level-name.ts'
import type { Lang } from '#words/words.ts'
import { api } from '../kit/api.ts'
import { PriorityIcon, type PriorityLevel } from '../kit/data.tsx'
import { useSpeech, useWords } from '../kit/words.tsx'
import { useCalendarChoices } from './calendar-choices.ts'
import { EditorContext, SelectChip, TextChip, ValueChip } from './chips.tsx'
import type { ServiceLevel, Terms } from './contract-data.ts'
import { useHands } from './hands-words.ts'
import {
  extraTargets,
  grantedOf,
  isNarrow,
  withCalendar,
  withTarget,
  type CalendarChoice,
} from './level-draft.ts'
import { NameChip } from './name-chips.tsx'
import { TargetEditor } from './target-editor.tsx'

type Props = {
  level: ServiceLevel
  place: number
  terms: Terms
  base: Terms | undefined
  setTerms: (edit: (terms: Terms) => Terms) => void
  set: (change: (level: ServiceLevel) => ServiceLevel) => void
  onRemove: (() => void) | undefined
}

export function grantedWords(lang: Lang, level: ServiceLevel, target: TargetKind, none: string): string {
  const granted = grantedOf(level, target)
  if (!granted) return none
  return 'minutes' in granted ? grantedText(granted.minutes) : workingDays(lang, granted.businessDays)
}

export function LevelRow({ level, place, terms, base, setTerms, set, onRemove }: Props) {
  const { words, lang } = useSpeech()
  const said = words.contracts.editor
  const path = `terms.serviceLevels.${place}`
  const hands = useHands().terms
  const name = isNarrow(level)
    ? levelName(lang, level)
    : level.priority === '*'
      ? words.levels.fallback
      : words.kit.priorities[level.priority]
  const was = base?.serviceLevels.find((one) => isSameRow(one, level))
  return (
    <div role="row" className="l-level">
      <span role="cell" className="l-level-name">
        <PriorityIcon level={level.priority === '*' ? 'normal' : (level.priority as PriorityLevel)} />
        <span>
          <strong>{name}</strong>
          <TextChip
            long
            value={level.definition}
            empty={said.when}
            was={was?.definition}
            label={`${name}: ${said.fields.definition}`}
            path={`${path}.definition`}
            onChange={(definition) => set((now) => ({ ...now, definition }))}
          />
        </span>
      </span>
      <span role="cell" data-label={said.columns.reaction}>
        <TargetChip target="reaction" was={was} {...{ level, place, terms, setTerms, set, name }} />
        {level.calendars?.reaction && (
          <span className="c-hint">
            {words.levels.ownClock(calendarChip(terms.calendars[level.calendars.reaction]?.calendar ?? none))}
          </span>
        )}
      </span>
      <span role="cell" data-label={said.columns.resolution}>
        <TargetChip target="resolution" was={was} {...{ level, place, terms, setTerms, set, name }} />
      </span>
      <span role="cell" data-label={said.columns.calendar}>
        <CalendarChip
          chosen={terms.calendars[level.calendar]}
          was={was && base?.calendars[was.calendar]}
          terms={terms}
          label={`${name}: ${said.columns.calendar}`}
          path={`${path}.calendar`}
          onChoose={(chosen) => setTerms((now) => withCalendar(now, place, chosen))}
        />
      </span>
      <span role="cell" className="l-level-do">
        <AddPart
          level={level}
          name={name}
          set={set}
          onTarget={(target) => setTerms((now) => withTarget(now, place, target, { minutes: 240 }))}
        />
        {onRemove && (
          <ActionIcon variant="subtle" aria-label={`${said.removeLevel}: ${name}`} onClick={onRemove}>
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        )}
      </span>
      <span role="cell" className="l-level-more">
        <Scope level={level} name={name} path={path} set={set} />
        {extraTargets
          .filter((target) => grantedOf(level, target) !== undefined)
          .map((target) => (
            <span key={target} className="l-target">
              {words.levels.targets[target]}{' '}
              <TargetChip target={target} was={was} {...{ level, place, terms, setTerms, set, name }} />
              {level.calendars?.[target] && (
                <span className="c-hint">
                  {words.levels.ownClock(
                    calendarChip(terms.calendars[level.calendars[target]]?.calendar ?? none),
                  )}
                </span>
              )}
            </span>
          ))}
        {level.clause !== undefined && (
          <span className="l-target">
            {hands.clause}{' '}
            <TextChip
              value={level.clause}
              empty="§"
              was={was?.clause}
              label={hands.clauseOf(name)}
              path={`${path}.clause`}
              onChange={(clause) => set((now) => ({ ...now, clause }))}
            />
          </span>
        )}
      </span>
    </div>
  )
}

const none = { weekly: {} } as Parameters<typeof calendarChip>[0]

const isSameRow = (a: ServiceLevel, b: ServiceLevel): boolean =>
  a.priority === b.priority &&
  a.category === b.category &&
  a.deviceClass === b.deviceClass &&
  a.site === b.site

type ChipProps = Pick<Props, 'level' | 'place' | 'terms' | 'setTerms' | 'set'> & {
  target: TargetKind
  name: string
  was: ServiceLevel | undefined
}

function TargetChip({ level, place, target, terms, setTerms, set, name, was }: ChipProps) {
  const { lang, words } = useSpeech()
  const said = words.contracts.editor
  const text = (one: ServiceLevel) => grantedWords(lang, one, target, said.none)
  return (
    <ValueChip
      text={text(level)}
      was={was && text(was)}
      label={`${name}: ${words.levels.targets[target]}`}
      path={`terms.serviceLevels.${place}.${target}Minutes`}
      width={300}
    >
      {(close) => (
        <TargetEditor
          level={level}
          target={target}
          calendars={terms.calendars}
          set={set}
          onCalendar={(chosen) => setTerms((now) => withCalendar(now, place, chosen, target))}
          onDone={close}
        />
      )}
    </ValueChip>
  )
}

/** What an exception is for; a row that is narrowed to nothing has none of this. */
function Scope({
  level,
  name,
  path,
  set,
}: {
  level: ServiceLevel
  name: string
  path: string
  set: Props['set']
}) {
  const { words } = useSpeech()
  const { levels, kit } = words
  const { known } = use(EditorContext)
  if (!isNarrow(level)) return null
  const fields = ['category', 'deviceClass', 'site'] as const
  return (
    <>
      <SelectChip
        value={level.priority}
        label={`${name}: ${levels.priority}`}
        path={`${path}.priority`}
        choices={[
          ...(['critical', 'high', 'normal', 'low'] as const).map((value) => ({
            value: value as ServiceLevel['priority'],
            label: kit.priorities[value],
          })),
          { value: '*', label: levels.anyPriority },
        ]}
        onChange={(priority) => set((now) => ({ ...now, priority }))}
      />
      {fields
        .filter((field) => level[field] !== undefined)
        .map((field) => (
          <span key={field} className="l-target">
            {levels[field]}{' '}
            {field === 'category' ? (
              <CategoryChip
                value={level.category ?? ''}
                label={`${name}: ${levels.category}`}
                onChange={(category) => set((now) => ({ ...now, category: category || undefined }))}
              />
            ) : (
              <NameChip
                value={level[field] ?? ''}
                empty={levels.everything}
                label={`${name}: ${levels[field]}`}
                path={`${path}.${field}`}
                known={field === 'site' ? known?.sites : known?.deviceClasses}
                onChange={(value) => set((now) => ({ ...now, [field]: value || undefined }))}
              />
            )}
          </span>
        ))}
    </>
  )
}

/** From the company's list of categories; one that has left the list stays what it was. */
function CategoryChip({
  value,
  label,
  onChange,
}: {
  value: string
  label: string
  onChange: (value: string) => void
}) {
  const { levels } = useWords()
  const { data } = useQuery({ queryKey: ['desk-rules'], queryFn: () => api.get('/api/desk-rules') })
  const known = data?.categories ?? []
  return (
    <ValueChip text={value || levels.everything} label={label} width={260}>
      {(close) => (
        <Select
          label={levels.category}
          data-autofocus
          searchable
          clearable
          comboboxProps={{ withinPortal: false }}
          value={value || null}
          data={value && !known.includes(value) ? [value, ...known] : known}
          onChange={(next) => (onChange(next ?? ''), close())}
        />
      )}
    </ValueChip>
  )
}

function AddPart({
  level,
  name,
  set,
  onTarget,
}: Pick<Props, 'level' | 'set'> & { name: string; onTarget: (target: TargetKind) => void }) {
  const { levels } = useWords()
  const hands = useHands().terms
  const { readOnly } = use(EditorContext)
  const targets = extraTargets.filter((target) => grantedOf(level, target) === undefined)
  const scopes = (['category', 'deviceClass', 'site'] as const).filter((field) => level[field] === undefined)
  const hasClause = level.clause !== undefined
  if (readOnly || (targets.length + scopes.length === 0 && hasClause)) return null
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={`${levels.addTarget}: ${name}`} title={levels.addTarget}>
          <IconPlus size={16} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {targets.map((target) => (
          <Menu.Item key={target} onClick={() => onTarget(target)}>
            {levels.targets[target]}
            <span className="l-menu-hint">{levels.targetHints[target]}</span>
          </Menu.Item>
        ))}
        {!hasClause && (
          <Menu.Item onClick={() => set((now) => ({ ...now, clause: '' }))}>{hands.clause}</Menu.Item>
        )}
        {scopes.length > 0 && <Menu.Label>{levels.scope}</Menu.Label>}
        {scopes.map((field) => (
          <Menu.Item key={field} onClick={() => set((now) => ({ ...now, [field]: '' }))}>
            {levels[field]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** A calendar of the company is copied into the terms: what was promised does not move with it later. */
function CalendarChip({
  chosen,
  was,
  terms,
  label,
  path,
  onChoose,
}: {
  chosen: Terms['calendars'][string] | undefined
  was: Terms['calendars'][string] | undefined
  terms: Terms
  label: string
  path: string
  onChoose: (chosen: CalendarChoice) => void
}) {
  const { problemAt, readOnly } = use(EditorContext)
  const choices = useCalendarChoices(terms.calendars)
  const face = (one: Terms['calendars'][string] | undefined) => (one ? calendarChip(one.calendar) : '–')
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
            <Menu.Item key={one.key} fw={one.name === chosen?.name ? 640 : 450} onClick={() => onChoose(one)}>
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
