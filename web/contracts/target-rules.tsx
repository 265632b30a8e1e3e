/** From when a further target counts, and what meets it, where the contract departs from the usual. */
import { use } from 'react'
import {
  fulfilKinds,
  startKinds,
  usualFulfilment,
  type FulfilKind,
  type StartKind,
  type TargetKind,
} from '#engines/worktime/targets.ts'
import { useSpeech } from '../kit/words.tsx'
import { EditorContext, ManyChip, SelectChip, Sentence } from './chips.tsx'
import type { Terms } from './contract-data.ts'
import { useHands } from './hands-words.ts'
import { withRules } from './level-draft.ts'

type Clock = Terms['clock']
/** These two have a sentence of their own for their beginning. */
const begunElsewhere: readonly TargetKind[] = ['arrival', 'resolution']

export function FurtherTargetRules({
  clock,
  base,
  set,
  targets,
}: {
  clock: Clock
  base: Clock | undefined
  set: (change: (clock: Clock) => Clock) => void
  targets: readonly TargetKind[]
}) {
  const { levels } = useSpeech().words
  const said = useHands().terms
  const { readOnly } = use(EditorContext)
  const further = targets.filter((target) => target !== 'reaction')
  const departs = (target: TargetKind) => clock.targets?.[target] !== undefined
  const shown = readOnly ? further.filter(departs) : further
  if (shown.length === 0) return null
  const names = (kinds: readonly FulfilKind[]) => kinds.map((kind) => levels.fulfil[kind]).join(', ')
  const rulesOf = (one: Clock | undefined, target: TargetKind) => one?.targets?.[target] ?? {}
  const fulfils = (one: Clock | undefined, target: TargetKind) =>
    rulesOf(one, target).fulfilledBy ?? usualFulfilment[target]
  return (
    <details className="l-further" open={further.some(departs)}>
      <summary>{said.further}</summary>
      <div className="c-sentences">
        {shown.flatMap((target) => [
          ...(begunElsewhere.includes(target)
            ? []
            : [
                <Sentence
                  key={`${target} start`}
                  text={said.extraStart(levels.targets[target])}
                  chips={{
                    startsWith: (
                      <SelectChip<StartKind>
                        value={rulesOf(clock, target).startsWith ?? 'report'}
                        was={base && (rulesOf(base, target).startsWith ?? 'report')}
                        label={levels.targets[target]}
                        choices={startKinds
                          .filter((value) => value !== target)
                          .map((value) => ({ value, label: levels.starts[value] }))}
                        onChange={(startsWith) =>
                          set((now) =>
                            withRules(now, target, {
                              ...rulesOf(now, target),
                              startsWith: startsWith === 'report' ? undefined : startsWith,
                            }),
                          )
                        }
                      />
                    ),
                  }}
                />,
              ]),
          <Sentence
            key={`${target} end`}
            text={said.extraFulfil(levels.targets[target])}
            chips={{
              fulfilledBy: (
                <ManyChip<FulfilKind>
                  values={fulfils(clock, target)}
                  was={base && names(fulfils(base, target))}
                  none="–"
                  label={levels.targets[target]}
                  choices={fulfilKinds.map((value) => ({ value, label: levels.fulfil[value] }))}
                  onChange={(chosen) =>
                    chosen.length > 0 &&
                    set((now) =>
                      withRules(now, target, {
                        ...rulesOf(now, target),
                        fulfilledBy: isUsual(target, chosen) ? undefined : chosen,
                      }),
                    )
                  }
                />
              ),
            }}
          />,
        ])}
      </div>
    </details>
  )
}

const isUsual = (target: TargetKind, chosen: readonly FulfilKind[]): boolean =>
  chosen.length === usualFulfilment[target].length &&
  chosen.every((kind) => usualFulfilment[target].includes(kind))
