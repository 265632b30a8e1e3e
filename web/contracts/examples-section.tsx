/**
 * Worked examples of the terms: what happened in a month, and what it must come to. Each is priced
 * at every change by the engine that will make the invoice; one that fails says what comes out instead.
 */
import { Button, NumberInput, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCheck, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { use, useState } from 'react'
import { money } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { ReasonChip } from '../kit/data.tsx'
import { useSpeech, useWords } from '../kit/words.tsx'
import { GroszeField } from './agreed-sections.tsx'
import { EditorContext, Sentence, TextChip, ValueChip } from './chips.tsx'
import type { Terms } from './contract-data.ts'
import type { SectionProps } from './other-sections.tsx'
import './contract-life.css'

type Example = NonNullable<Terms['examples']>[number]
type Figures = Example['figures']

export function ExamplesSection({ terms, setTerms }: SectionProps) {
  const said = useWords().contractLife.editor
  const { readOnly } = use(EditorContext)
  const examples = terms.examples ?? []
  const set = (next: Example[]) =>
    setTerms(({ examples: _before, ...now }) => ({ ...now, ...(next.length > 0 && { examples: next }) }))
  return (
    <div className="c-sentences">
      <p className="c-hint">
        {said.examplesWhy} {said.figuresHint}
      </p>
      {examples.length === 0 && readOnly && <p className="c-hint">{said.noExamples}</p>}
      {examples.map((example, i) => (
        <ExampleRow
          key={i}
          example={example}
          priceList={terms.priceList}
          path={`terms.examples.${i}`}
          onChange={(next) => set(examples.with(i, next))}
          onRemove={() => set(examples.filter((_, at) => at !== i))}
        />
      ))}
      {!readOnly && (
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={15} stroke={1.8} />}
            onClick={() =>
              set([
                ...examples,
                { name: said.newExample(examples.length + 1), figures: { tickets: 10 }, netGrosze: 0 },
              ])
            }
          >
            {said.addExample}
          </Button>
        </div>
      )}
    </div>
  )
}

function ExampleRow({
  example,
  priceList,
  path,
  onChange,
  onRemove,
}: {
  example: Example
  priceList: Terms['priceList']
  path: string
  onChange: (example: Example) => void
  onRemove: () => void
}) {
  const { lang, words } = useSpeech()
  const said = words.contractLife.editor
  const { readOnly } = use(EditorContext)
  const actual = useActual(priceList, example.figures)
  const holds = actual === example.netGrosze
  return (
    <div className="c-limit">
      <div>
        <Sentence
          text={said.exampleSays}
          chips={{
            name: (
              <TextChip
                value={example.name}
                label={said.exampleName}
                path={path}
                onChange={(name) => name.trim() && onChange({ ...example, name: name.trim() })}
              />
            ),
            expected: (
              <ValueChip text={money(lang, example.netGrosze)} label={said.expected} path={path}>
                {(close) => (
                  <GroszeField
                    grosze={example.netGrosze}
                    label={said.expected}
                    onChange={(grosze) => onChange({ ...example, netGrosze: grosze ?? 0 })}
                    onDone={close}
                  />
                )}
              </ValueChip>
            ),
          }}
        />
        <FiguresFields figures={example.figures} onChange={(figures) => onChange({ ...example, figures })} />
        <div className="c-tags" role="status">
          {actual === null && <ReasonChip tone="decision">{said.exampleNot}</ReasonChip>}
          {actual !== null && actual !== undefined && holds && (
            <ReasonChip tone="soft">
              <IconCheck size={13} stroke={2} aria-hidden /> {said.exampleHolds}
            </ReasonChip>
          )}
          {actual !== null && actual !== undefined && !holds && (
            <>
              <ReasonChip tone="decision">{said.exampleFails(money(lang, actual))}</ReasonChip>
              {!readOnly && (
                <Button
                  size="compact-xs"
                  variant="light"
                  onClick={() => onChange({ ...example, netGrosze: actual })}
                >
                  {said.exampleUseActual(money(lang, actual))}
                </Button>
              )}
            </>
          )}
        </div>
      </div>
      {!readOnly && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={said.removeExample}
          title={said.removeExample}
          onClick={onRemove}
        >
          <IconTrash size={16} stroke={1.7} />
        </Button>
      )}
    </div>
  )
}

/** Undefined while it is being priced, null where the terms cannot be priced. */
function useActual(priceList: Terms['priceList'], figures: Figures): number | null | undefined {
  const [asked] = useDebouncedValue({ priceList, figures }, 250)
  const { data, isError } = useQuery({
    queryKey: ['example', 'worked', asked],
    queryFn: () => api.post('/api/contracts/example', { body: asked }),
    placeholderData: (before) => before,
    retry: false,
  })
  return isError ? null : data?.netGrosze
}

const lists = ['onSiteMinutes', 'remoteMinutes', 'tripsKm'] as const

function FiguresFields({ figures, onChange }: { figures: Figures; onChange: (figures: Figures) => void }) {
  const said = useWords().contractLife.editor
  const { readOnly } = use(EditorContext)
  const shown = lists.filter((name) => !readOnly || (figures[name]?.length ?? 0) > 0)
  const text = (name: (typeof lists)[number]) => (figures[name] ?? []).map((one) => one ?? '').join(', ')
  return (
    <div className="c-figures">
      {(!readOnly || figures.tickets !== undefined) && (
        <NumberInput
          label={said.figures.tickets}
          size="xs"
          min={0}
          max={2000}
          allowDecimal={false}
          readOnly={readOnly}
          value={figures.tickets ?? ''}
          onChange={(n) => onChange({ ...figures, tickets: n === '' ? undefined : Number(n) })}
        />
      )}
      {shown.map((name) => (
        <ListField
          key={name}
          label={said.figures[name]}
          text={text(name)}
          readOnly={readOnly}
          onChange={(parts) =>
            onChange({
              ...figures,
              [name]:
                parts.length === 0
                  ? undefined
                  : name === 'tripsKm'
                    ? parts
                    : parts.map((one) => Math.round(Number(one))),
            })
          }
        />
      ))}
    </div>
  )
}

/** Numbers by commas; what is no number yet waits in the field. */
function ListField({
  label,
  text,
  readOnly,
  onChange,
}: {
  label: string
  text: string
  readOnly: boolean
  onChange: (parts: string[]) => void
}) {
  const [typed, setTyped] = useState(text)
  return (
    <TextInput
      label={label}
      size="xs"
      readOnly={readOnly}
      value={typed}
      onChange={(e) => {
        setTyped(e.currentTarget.value)
        const parts = e.currentTarget.value
          .split(/[,;]/)
          .map((one) => one.trim())
          .filter(Boolean)
        if (parts.every((one) => /^\d{1,5}(\.\d{1,3})?$/.test(one))) onChange(parts)
      }}
    />
  )
}
