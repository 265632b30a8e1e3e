/** Whom the clock of this contract warns and when, as sentences; without any, the company's own ladder does. */
import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { use } from 'react'
import { percent } from '#words/format.ts'
import { useLang } from '../kit/words.tsx'
import { EditorContext, ManyChip, NumberChip, Sentence } from './chips.tsx'
import type { Terms } from './contract-data.ts'
import { useHands } from './hands-words.ts'
import type { LevelProps } from './level-draft.ts'
import { nextShare, withWarnings } from './warning-draft.ts'

type Warning = NonNullable<Terms['clock']['warnings']>[number]
const people = ['assignee', 'accountManager', 'deputy', 'manager'] as const

export function WarningRules({ terms, base, setTerms }: LevelProps) {
  const lang = useLang()
  const said = useHands().warnings
  const { readOnly } = use(EditorContext)
  const warnings = terms.clock.warnings ?? []
  const before = base?.clock.warnings ?? []
  const set = (edit: (now: Warning[]) => Warning[]) =>
    setTerms((now) => ({ ...now, clock: withWarnings(now.clock, edit(now.clock.warnings ?? [])) }))
  const put = (at: number, part: Partial<Warning>) =>
    set((now) => now.map((one, i) => (i === at ? { ...one, ...part } : one)))
  const names = (tell: Warning['tell']) => tell.map((one) => said.who[one]).join(', ')
  const share = (one: Warning) => percent(lang, one.share * 100)
  if (readOnly && warnings.length === 0) return null
  return (
    <section aria-label={said.title} className="l-part">
      <h3>
        {said.title} <span className="c-hint">{said.hint}</span>
      </h3>
      {warnings.length === 0 && <p className="c-hint">{said.none}</p>}
      <div className="c-sentences">
        {warnings.map((one, i) => (
          <div key={i} className="l-credit">
            <Sentence
              text={one.share === 100 ? said.atBreach : said.own}
              chips={{
                share: (
                  <NumberChip
                    value={one.share}
                    min={1}
                    max={100}
                    text={share(one)}
                    was={base && before[i] && share(before[i])}
                    label={said.share}
                    path={`terms.clock.warnings.${i}.share`}
                    onChange={(next) => put(i, { share: next })}
                  />
                ),
                tell: (
                  <ManyChip
                    values={one.tell}
                    was={base && before[i] && names(before[i].tell)}
                    choices={people.map((value) => ({ value, label: said.who[value] }))}
                    none="–"
                    label={said.tell}
                    path={`terms.clock.warnings.${i}.tell`}
                    // Somebody is always warned: the last one is not taken away.
                    onChange={(tell) => tell.length > 0 && put(i, { tell })}
                  />
                ),
              }}
            />
            {!readOnly && (
              <ActionIcon
                variant="subtle"
                aria-label={said.remove(share(one))}
                onClick={() => set((now) => now.filter((_, at) => at !== i))}
              >
                <IconTrash size={15} stroke={1.6} />
              </ActionIcon>
            )}
          </div>
        ))}
      </div>
      {!readOnly && (
        <>
          {warnings.length < 10 && (
            <Button
              variant="subtle"
              size="xs"
              leftSection={<IconPlus size={15} stroke={1.8} />}
              onClick={() =>
                set((now) => [...now, { share: nextShare(now), tell: ['assignee', 'accountManager'] }])
              }
            >
              {said.add}
            </Button>
          )}
          {warnings.length > 0 && (
            <Button variant="subtle" size="xs" onClick={() => set(() => [])}>
              {said.useCompany}
            </Button>
          )}
        </>
      )}
    </section>
  )
}
