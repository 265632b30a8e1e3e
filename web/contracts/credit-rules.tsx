/** What a missed target costs, clause by clause as sentences, with the caps of a month and of a year. */
import { ActionIcon, Button, Menu, NumberInput, SegmentedControl } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { use } from 'react'
import { targetKinds, type TargetKind } from '#engines/worktime/targets.ts'
import { money, percent } from '#words/format.ts'
import { useSpeech } from '../kit/words.tsx'
import { GroszeField } from './agreed-sections.tsx'
import {
  Done,
  EditorContext,
  ManyChip,
  NumberChip,
  SelectChip,
  Sentence,
  TextChip,
  ValueChip,
} from './chips.tsx'
import { useHands } from './hands-words.ts'
import type { Terms } from './contract-data.ts'
import { promised, type LevelProps } from './level-draft.ts'

type Credits = NonNullable<Terms['credits']>
type Clause = Credits['clauses'][number]
type Amount = { amountGrosze?: number | undefined; feeBp?: number | undefined }
const kinds = ['miss', 'startedHour', 'startedPoint'] as const
const priorities = ['critical', 'high', 'normal', 'low'] as const

export function CreditRules({ terms, base, setTerms }: LevelProps) {
  const { words } = useSpeech()
  const { levels } = words
  const { readOnly } = use(EditorContext)
  const credits: Credits = terms.credits ?? { clauses: [] }
  const set = (next: Credits) =>
    setTerms((now) => ({ ...now, credits: next.clauses.length > 0 ? next : undefined }))
  const change = (id: string, part: Partial<Clause>) =>
    set({ ...credits, clauses: credits.clauses.map((one) => (one.id === id ? { ...one, ...part } : one)) })
  const targets = targetKinds.filter((target) =>
    terms.serviceLevels.some((level) => promised(level).includes(target)),
  )
  if (readOnly && credits.clauses.length === 0) return null
  return (
    <section aria-label={levels.credits} className="l-part">
      <h3>
        {levels.credits} <span className="c-hint">{levels.creditsHint}</span>
      </h3>
      <div className="c-sentences">
        {credits.clauses.map((clause) => (
          <div key={clause.id} className="l-credit">
            <ClauseSentence
              clause={clause}
              was={base?.credits?.clauses.find(({ id }) => id === clause.id)}
              targets={targets}
              set={(part) => change(clause.id, part)}
            />
            {!readOnly && (
              <ActionIcon
                variant="subtle"
                aria-label={`${levels.removeCredit}: ${levels.targetNames[clause.target]}`}
                onClick={() =>
                  set({ ...credits, clauses: credits.clauses.filter(({ id }) => id !== clause.id) })
                }
              >
                <IconTrash size={15} stroke={1.6} />
              </ActionIcon>
            )}
          </div>
        ))}
        {credits.clauses.length > 0 && <Caps credits={credits} set={set} />}
      </div>
      {!readOnly && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="subtle" size="xs" leftSection={<IconPlus size={15} stroke={1.8} />}>
              {levels.addCredit}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {kinds.map((counts) => (
              <Menu.Item
                key={counts}
                onClick={() => set({ ...credits, clauses: [...credits.clauses, newClause(credits, counts)] })}
              >
                {levels.creditKinds[counts]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </section>
  )
}

function newClause({ clauses }: Credits, counts: Clause['counts']): Clause {
  let n = clauses.length + 1
  while (clauses.some(({ id }) => id === `c${n}`)) n += 1
  return {
    id: `c${n}`,
    target: 'resolution',
    counts,
    feeBp: counts === 'startedPoint' ? 200 : 100,
    ...(counts === 'startedPoint' && { thresholdBp: 9500 }),
  }
}

function ClauseSentence({
  clause,
  was,
  targets,
  set,
}: {
  clause: Clause
  was: Clause | undefined
  targets: readonly TargetKind[]
  set: (part: Partial<Clause>) => void
}) {
  const { words, lang } = useSpeech()
  const { levels } = words
  const hands = useHands().terms
  const choices = targets.includes(clause.target) ? targets : [...targets, clause.target]
  const priorityNames = (keys: Clause['priorities'] = []) =>
    priorities
      .filter((key) => keys.includes(key))
      .map((key) => words.kit.priorities[key])
      .join(', ') || hands.allPriorities
  const capText = (grosze: number | undefined) => (grosze === undefined ? hands.noCap : money(lang, grosze))
  return (
    <>
      <Sentence
        text={`${levels.creditCounts[clause.counts]} {clause}`}
        chips={{
          target: (
            <SelectChip
              value={clause.target}
              was={was?.target}
              label={levels.credits}
              choices={choices.map((value) => ({ value, label: levels.targetNames[value] }))}
              onChange={(target) => set({ target })}
            />
          ),
          clause: (
            <TextChip
              value={clause.clause ?? ''}
              empty="§"
              was={was?.clause}
              label={levels.clause}
              onChange={(text) => set({ clause: text || undefined })}
            />
          ),
          amount: <AmountOrShare value={clause} was={was} label={levels.amountKind} set={set} />,
          threshold: (
            <NumberChip
              value={(clause.thresholdBp ?? 0) / 100}
              min={1}
              max={100}
              text={percent(lang, clause.thresholdBp ?? 0)}
              was={was?.thresholdBp === undefined ? undefined : percent(lang, was.thresholdBp)}
              label={levels.threshold}
              onChange={(threshold) => set({ thresholdBp: Math.round(threshold * 100) })}
            />
          ),
        }}
      />{' '}
      <Sentence
        text={hands.creditPriorities}
        chips={{
          priorities: (
            <ManyChip
              values={clause.priorities ?? []}
              was={was && priorityNames(was.priorities)}
              none={hands.allPriorities}
              label={hands.creditPrioritiesLabel}
              choices={priorities.map((value) => ({ value, label: words.kit.priorities[value] }))}
              onChange={(chosen) => set({ priorities: chosen.length > 0 ? chosen : undefined })}
            />
          ),
          cap: (
            <ValueChip
              text={capText(clause.capPerTicketGrosze)}
              was={was && capText(was.capPerTicketGrosze)}
              label={hands.creditCapLabel}
            >
              {(close) => (
                <GroszeField
                  grosze={clause.capPerTicketGrosze}
                  label={hands.creditCapLabel}
                  onChange={(capPerTicketGrosze) => set({ capPerTicketGrosze })}
                  onDone={close}
                />
              )}
            </ValueChip>
          ),
        }}
      />
    </>
  )
}

/** So many złoty, or so much of the fee. */
function AmountOrShare({
  value,
  was,
  label,
  set,
  none,
}: {
  value: Amount
  was?: Amount | undefined
  label: string
  set: (amount: Amount) => void
  /** Where it may be left out. */
  none?: string
}) {
  const { words, lang } = useSpeech()
  const { levels } = words
  const text = ({ amountGrosze, feeBp }: Amount) =>
    amountGrosze !== undefined
      ? money(lang, amountGrosze)
      : feeBp !== undefined
        ? levels.ofFee(percent(lang, feeBp))
        : (none ?? '–')
  const kind = value.amountGrosze !== undefined ? 'amount' : value.feeBp !== undefined ? 'share' : 'none'
  const choose = (next: string) =>
    set({
      amountGrosze: next === 'amount' ? 10_000 : undefined,
      feeBp: next === 'share' ? 1_000 : undefined,
    })
  return (
    <ValueChip text={text(value)} was={was && text(was)} label={label} width={280}>
      {(close) => (
        <div className="c-stack">
          <SegmentedControl
            fullWidth
            aria-label={label}
            value={kind}
            onChange={choose}
            data={[
              { value: 'amount', label: levels.inAmount },
              { value: 'share', label: levels.inPercent },
              ...(none ? [{ value: 'none', label: none }] : []),
            ]}
          />
          {kind === 'amount' && (
            <NumberInput
              label={levels.inAmount}
              min={0}
              decimalScale={2}
              decimalSeparator={lang === 'pl' ? ',' : '.'}
              suffix={lang === 'pl' ? ' zł' : ' PLN'}
              value={value.amountGrosze! / 100}
              onChange={(v) =>
                v !== '' && set({ amountGrosze: Math.round(Number(v) * 100), feeBp: undefined })
              }
            />
          )}
          {kind === 'share' && (
            <NumberInput
              label={levels.percent}
              min={0}
              max={100}
              decimalScale={2}
              decimalSeparator={lang === 'pl' ? ',' : '.'}
              suffix="%"
              value={value.feeBp! / 100}
              onChange={(v) =>
                v !== '' && set({ feeBp: Math.round(Number(v) * 100), amountGrosze: undefined })
              }
            />
          )}
          <Done onClick={close} />
        </div>
      )}
    </ValueChip>
  )
}

function Caps({ credits, set }: { credits: Credits; set: (next: Credits) => void }) {
  const { levels } = useSpeech().words
  const caps = credits.caps ?? {}
  const put = (part: NonNullable<Credits['caps']>) => set({ ...credits, caps: { ...caps, ...part } })
  return (
    <Sentence
      text={levels.caps}
      chips={{
        period: (
          <AmountOrShare
            value={{ amountGrosze: caps.periodGrosze, feeBp: caps.periodFeeBp }}
            label={levels.capKind}
            none={levels.noCap}
            set={({ amountGrosze, feeBp }) => put({ periodGrosze: amountGrosze, periodFeeBp: feeBp })}
          />
        ),
        year: (
          <AmountOrShare
            value={{ amountGrosze: caps.yearGrosze, feeBp: caps.yearFeeBp }}
            label={levels.capKind}
            none={levels.noCap}
            set={({ amountGrosze, feeBp }) => put({ yearGrosze: amountGrosze, yearFeeBp: feeBp })}
          />
        ),
      }}
    />
  )
}
