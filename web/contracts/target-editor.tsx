/** One target of a row: in hours or in working days, and the calendar that counts it. */
import { NumberInput, SegmentedControl, Select } from '@mantine/core'
import type { TargetKind } from '#engines/worktime/targets.ts'
import { useWords } from '../kit/words.tsx'
import { useCalendarChoices } from './calendar-choices.ts'
import { Done, DurationFields } from './chips.tsx'
import type { ServiceLevel, Terms } from './contract-data.ts'
import { grantedOf, mayBeDays, withGranted, type CalendarChoice } from './level-draft.ts'

type Props = {
  level: ServiceLevel
  target: TargetKind
  calendars: Terms['calendars']
  set: (change: (level: ServiceLevel) => ServiceLevel) => void
  onCalendar: (chosen: CalendarChoice | undefined) => void
  onDone: () => void
}

export function TargetEditor({ level, target, calendars, set, onCalendar, onDone }: Props) {
  const { contracts, levels } = useWords()
  const { fields } = contracts.editor
  const choices = useCalendarChoices(calendars)
  const granted = grantedOf(level, target)
  const kind = granted === undefined ? 'none' : 'minutes' in granted ? 'hours' : 'days'
  const choose = (next: string) =>
    set((now) =>
      withGranted(
        now,
        target,
        next === 'hours' ? { minutes: 480 } : next === 'days' ? { businessDays: 3 } : undefined,
      ),
    )
  return (
    <div className="c-stack">
      <p className="c-hint">{levels.targetHints[target]}</p>
      {target !== 'reaction' && (
        <SegmentedControl
          fullWidth
          orientation="vertical"
          aria-label={fields.kind}
          value={kind}
          onChange={choose}
          data={[
            { value: 'hours', label: fields.inHours },
            ...(mayBeDays(target) ? [{ value: 'days', label: fields.inDays }] : []),
            { value: 'none', label: fields.noTarget },
          ]}
        />
      )}
      {granted && 'minutes' in granted && (
        <DurationFields
          minutes={granted.minutes}
          onChange={(minutes) => minutes > 0 && set((now) => withGranted(now, target, { minutes }))}
          onDone={onDone}
        />
      )}
      {granted && 'businessDays' in granted && (
        <NumberInput
          label={fields.businessDays}
          allowDecimal={false}
          min={1}
          max={365}
          value={granted.businessDays}
          onChange={(v) =>
            Number(v) > 0 && set((now) => withGranted(now, target, { businessDays: Number(v) }))
          }
        />
      )}
      {granted && (
        <Select
          label={levels.clockOfTarget}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          value={level.calendars?.[target] ?? ''}
          data={[
            { value: '', label: levels.clockOfRow },
            ...choices.map(({ key, name }) => ({ value: key, label: name })),
          ]}
          onChange={(key) => onCalendar(choices.find((one) => one.key === key))}
        />
      )}
      <Done onClick={onDone} />
    </div>
  )
}
