/** The rules of the clock as sentences: what stops it, what starts and fulfils a target, what becomes of it later. */
import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import {
  targetKinds,
  usualFulfilment,
  type FulfilKind,
  type StartKind,
  type TargetKind,
} from '#engines/worktime/targets.ts'
import { useSpeech } from '../kit/words.tsx'
import { Done, ManyChip, NumberChip, SelectChip, Sentence, ValueChip } from './chips.tsx'
import type { Terms } from './contract-data.ts'
import { useHands } from './hands-words.ts'
import { promised, withReason, withRules, withStop, type LevelProps } from './level-draft.ts'
import { FurtherTargetRules } from './target-rules.tsx'

type Clock = Terms['clock']
type Part = { clock: Clock; base: Clock | undefined; set: (change: (clock: Clock) => Clock) => void }

export function ClockRules({ terms, base, setTerms }: LevelProps) {
  const { words } = useSpeech()
  const { sentences, values, fields, daysAfter } = words.contracts.editor
  const { clock } = terms
  const set = (change: (clock: Clock) => Clock) => setTerms((now) => ({ ...now, clock: change(now.clock) }))
  const part: Part = { clock, base: base?.clock, set }
  const targets = targetKinds.filter((target) =>
    terms.serviceLevels.some((level) => promised(level).includes(target)),
  )
  return (
    <div className="c-sentences">
      <Pauses {...part} targets={targets} />
      <TargetSentences {...part} targets={targets} />
      <FurtherTargetRules {...part} targets={targets} />
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
              onChange={(onPriorityChange) => set((now) => ({ ...now, onPriorityChange }))}
            />
          ),
        }}
      />
      <Reopening {...part} />
      <Sentence
        text={sentences.gate}
        chips={{
          gateClock: (
            <SelectChip
              value={clock.gateClock}
              was={base?.clock.gateClock}
              label={fields.kind}
              choices={[
                { value: 'fromReport', label: values.gateFromReport },
                { value: 'fromAdmission', label: values.gateFromAdmission },
              ]}
              onChange={(gateClock) => set((now) => ({ ...now, gateClock }))}
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
              text={daysAfter(clock.closeAfterDays)}
              was={base && daysAfter(base.clock.closeAfterDays)}
              label={fields.days}
              onChange={(closeAfterDays) => set((now) => ({ ...now, closeAfterDays }))}
            />
          ),
        }}
      />
    </div>
  )
}

function Reopening({ clock, base, set }: Part) {
  const { words } = useSpeech()
  const { sentences, values, fields, daysAfter } = words.contracts.editor
  const { levels } = words
  const days = clock.warrantyDays ?? 30
  return (
    <>
      <Sentence
        text={sentences.reopen}
        chips={{
          onReopen: (
            <SelectChip
              value={clock.onReopen}
              was={base?.onReopen}
              label={fields.kind}
              choices={[
                { value: 'continue', label: values.continue },
                { value: 'restart', label: values.restart },
                { value: 'newTicket', label: levels.newTicket },
              ]}
              onChange={(onReopen) =>
                set(({ warrantyDays: before, ...now }) => ({
                  ...now,
                  onReopen,
                  ...(onReopen === 'newTicket' && { warrantyDays: before ?? 30 }),
                }))
              }
            />
          ),
        }}
      />
      {clock.onReopen === 'newTicket' && (
        <Sentence
          text={levels.warranty}
          chips={{
            warrantyDays: (
              <NumberChip
                value={days}
                min={1}
                max={366}
                text={daysAfter(days)}
                was={base?.warrantyDays === undefined ? undefined : daysAfter(base.warrantyDays)}
                label={fields.days}
                path="terms.clock.warrantyDays"
                onChange={(warrantyDays) => set((now) => ({ ...now, warrantyDays }))}
              />
            ),
          }}
        />
      )}
    </>
  )
}

/** What a reaction is, and from when arrival and resolution count. */
function TargetSentences({ clock, base, set, targets }: Part & { targets: readonly TargetKind[] }) {
  const { levels } = useSpeech().words
  const usual = usualFulfilment.reaction
  const fulfils = clock.targets?.reaction?.fulfilledBy ?? usual
  return (
    <>
      <Sentence
        text={levels.reactionIs}
        chips={{
          fulfilledBy: (
            <ManyChip<FulfilKind>
              values={fulfils}
              none="–"
              label={levels.targets.reaction}
              choices={usual.map((value) => ({ value, label: levels.fulfil[value] }))}
              onChange={(chosen) =>
                chosen.length > 0 &&
                set((now) =>
                  withRules(now, 'reaction', chosen.length === usual.length ? {} : { fulfilledBy: chosen }),
                )
              }
            />
          ),
        }}
      />
      {(['arrival', 'resolution'] as const)
        .filter((target) => targets.includes(target))
        .map((target) => (
          <Sentence
            key={target}
            text={target === 'arrival' ? levels.arrivalFrom : levels.resolutionFrom}
            chips={{
              startsWith: (
                <SelectChip<StartKind>
                  value={clock.targets?.[target]?.startsWith ?? 'report'}
                  was={base && (base.targets?.[target]?.startsWith ?? 'report')}
                  label={levels.targets[target]}
                  choices={(target === 'arrival' ? arrivalStarts : resolutionStarts).map((value) => ({
                    value,
                    label: levels.starts[value],
                  }))}
                  onChange={(startsWith) =>
                    set((now) =>
                      withRules(now, target, {
                        ...now.targets?.[target],
                        startsWith: startsWith === 'report' ? undefined : startsWith,
                      }),
                    )
                  }
                />
              ),
            }}
          />
        ))}
    </>
  )
}

const arrivalStarts: readonly StartKind[] = ['report', 'takeOver']
const resolutionStarts: readonly StartKind[] = ['report', 'takeOver', 'arrival', 'workAround']

function Pauses({ clock, base, set, targets }: Part & { targets: readonly TargetKind[] }) {
  const { words } = useSpeech()
  const { sentences, values, fields } = words.contracts.editor
  const stopping = (one: Clock) =>
    one.pauseReasons
      .filter((reason) => reason.stops.length > 0)
      .map((reason) => reason.name ?? reason.key)
      .join('; ') || values.noPause
  return (
    <Sentence
      text={sentences.pauses}
      chips={{
        reasons: (
          <ValueChip text={stopping(clock)} was={base && stopping(base)} label={fields.kind} width={380}>
            {(close) => <PauseEditor clock={clock} set={set} targets={targets} onDone={close} />}
          </ValueChip>
        ),
      }}
    />
  )
}

/** The reasons of the contract; each stops what is agreed, and the reaction only when that is agreed, too. */
function PauseEditor({
  clock,
  set,
  targets,
  onDone,
}: Omit<Part, 'base'> & { targets: readonly TargetKind[]; onDone: () => void }) {
  const { words } = useSpeech()
  const { levels } = words
  const said = useHands().terms
  const [name, setName] = useState('')
  const change = (key: string, part: Partial<Clock['pauseReasons'][number]>) =>
    set((now) => ({
      ...now,
      pauseReasons: now.pauseReasons.map((one) => (one.key === key ? { ...one, ...part } : one)),
    }))
  return (
    <div className="c-stack l-pauses">
      {clock.pauseReasons.map(({ key, name: own, clause, stops, endsOnClientMessage }) => (
        <fieldset key={key} className="l-pause">
          <legend>
            {own ?? key}
            <ActionIcon
              variant="subtle"
              size="sm"
              aria-label={`${words.kit.buttons.remove}: ${own ?? key}`}
              onClick={() =>
                set((now) => ({
                  ...now,
                  pauseReasons: now.pauseReasons.filter((reason) => reason.key !== key),
                }))
              }
            >
              <IconTrash size={14} stroke={1.6} />
            </ActionIcon>
          </legend>
          <div className="l-stops">
            {targets.map((target) => (
              <Checkbox
                key={target}
                size="xs"
                label={levels.targetNames[target]}
                checked={stops.includes(target)}
                onChange={(e) => {
                  const { checked } = e.currentTarget
                  set((now) => withStop(now, key, target, checked))
                }}
              />
            ))}
          </div>
          <Checkbox
            size="xs"
            label={said.endsOnMessage}
            checked={endsOnClientMessage ?? key === 'waitingForClient'}
            onChange={(e) => change(key, { endsOnClientMessage: e.currentTarget.checked })}
          />
          <TextInput
            size="xs"
            aria-label={`${own ?? key}: ${said.reasonName}`}
            placeholder={said.reasonName}
            maxLength={120}
            value={own ?? ''}
            onChange={(e) => change(key, { name: e.currentTarget.value || undefined })}
          />
          <TextInput
            size="xs"
            aria-label={`${own ?? key}: ${levels.clause}`}
            placeholder={levels.clause}
            maxLength={120}
            value={clause ?? ''}
            onChange={(e) => {
              change(key, { clause: e.currentTarget.value || undefined })
            }}
          />
        </fieldset>
      ))}
      <form
        className="l-reason"
        onSubmit={(e) => {
          e.preventDefault()
          e.stopPropagation()
          if (name.trim() === '') return
          set((now) => withReason(now, name.trim()))
          setName('')
        }}
      >
        <TextInput
          aria-label={levels.reasonName}
          placeholder={levels.reasonName}
          maxLength={120}
          value={name}
          onChange={(e) => setName(e.currentTarget.value)}
        />
        <Button type="submit" size="xs" variant="default" disabled={name.trim() === ''}>
          {levels.addReason}
        </Button>
      </form>
      <Done onClick={onDone} />
    </div>
  )
}
