/** Names inside sentences of terms: free text, with what the client is known to have one click away. */
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../kit/words.tsx'
import { ValueChip } from './chips.tsx'
import { usePlaceWords } from './place-words.ts'

type Common = {
  label: string
  empty: string
  path?: string
  /** Of this client's registry; free text stays possible. */
  known?: readonly string[] | undefined
}

export function ListChip({
  values,
  was,
  onChange,
  known = [],
  ...look
}: Common & {
  values: readonly string[]
  was?: readonly string[] | undefined
  onChange: (values: string[]) => void
}) {
  const text = (list: readonly string[]) => list.join(', ') || look.empty
  const { label, path } = look
  return (
    <ValueChip text={text(values)} was={was && text(was)} label={label} path={path} width={300}>
      {(close) => <ListField {...{ values, label, known, onChange, close }} />}
    </ValueChip>
  )
}

function ListField({
  values,
  label,
  known,
  onChange,
  close,
}: {
  values: readonly string[]
  label: string
  known: readonly string[]
  onChange: (values: string[]) => void
  close: () => void
}) {
  const said = useWords().contractLife.editor
  const [typed, setTyped] = useState(values.join(', '))
  const write = (text: string) => {
    setTyped(text)
    onChange(namesOf(text))
  }
  return (
    <div className="c-stack">
      <TextInput
        label={label}
        description={said.commaList}
        data-autofocus
        value={typed}
        onChange={(e) => write(e.currentTarget.value)}
        onKeyDown={(e) => e.key === 'Enter' && (e.preventDefault(), close())}
      />
      <Suggestions
        names={known}
        taken={values}
        onPick={(name) => write([...namesOf(typed), name].join(', '))}
      />
    </div>
  )
}

const namesOf = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

export function NameChip({
  value,
  onChange,
  known = [],
  ...look
}: Common & { value: string; onChange: (value: string) => void }) {
  const { label, empty, path } = look
  return (
    <ValueChip text={value || empty} label={label} path={path} width={260}>
      {(close) => (
        <div className="c-stack">
          <TextInput
            label={label}
            data-autofocus
            value={value}
            onChange={(e) => onChange(e.currentTarget.value)}
            onKeyDown={(e) => e.key === 'Enter' && (e.preventDefault(), close())}
          />
          <Suggestions names={known} taken={[value]} onPick={(name) => (onChange(name), close())} />
        </div>
      )}
    </ValueChip>
  )
}

function Suggestions({
  names,
  taken,
  onPick,
}: {
  names: readonly string[]
  taken: readonly string[]
  onPick: (name: string) => void
}) {
  const places = usePlaceWords()
  const own = new Set(taken.map((one) => one.trim().toLowerCase()))
  const left = names.filter((one) => !own.has(one.toLowerCase()))
  if (left.length === 0) return null
  return (
    <div className="c-suggest" role="group" aria-label={places.suggestions}>
      <span className="c-hint">{places.suggestions}</span>
      {left.slice(0, 12).map((one) => (
        <button key={one} type="button" className="c-chip" onClick={() => onPick(one)}>
          {one}
        </button>
      ))}
    </div>
  )
}
