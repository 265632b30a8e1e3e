/**
 * Values inside sentences. Each is a chip that opens its own small editor; a value that was
 * changed by this amendment stands on another ground with the old one struck through behind it.
 */
import { Button, Checkbox, Menu, NumberInput, Popover, Textarea, TextInput } from '@mantine/core'
import { createContext, use, useId, useState, type ReactNode } from 'react'
import { parseDecimal, toText } from '#engines/base/decimal.ts'
import { date, nbsp, price } from '#words/format.ts'
import { useSpeech, useWords } from '../kit/words.tsx'
import type { KnownNames } from './place-data.ts'

/** What surrounds every chip: may it be changed, and what is wrong at its place. */
export const EditorContext = createContext<{
  readOnly: boolean
  problemAt: (path: string) => string | undefined
  /** What the client is known to have: suggested where terms name places and classes. */
  known?: KnownNames
}>({ readOnly: false, problemAt: () => undefined })

type Look = { text: ReactNode; was?: string | undefined; label: string; path?: string }

function Face({
  text,
  was,
  label,
  path = '',
  className,
  ...button
}: Look & { ref?: React.Ref<HTMLButtonElement> } & Omit<React.ComponentProps<'button'>, 'children'>) {
  const { problemAt } = use(EditorContext)
  const { kit } = useWords()
  const problem = path ? problemAt(path) : undefined
  const isChanged = was !== undefined && was !== text
  return (
    <>
      <button
        type="button"
        className={`c-chip ${className ?? ''}`}
        data-changed={isChanged || undefined}
        data-problem={problem ? true : undefined}
        aria-invalid={problem ? true : undefined}
        title={problem ?? label}
        aria-label={`${label}: ${typeof text === 'string' ? text : ''}`}
        {...button}
      >
        {text}
      </button>
      {isChanged && (
        <>
          {' '}
          <span className="sr-only">{kit.money.was} </span>
          <del className="c-was">{was}</del>
        </>
      )}
    </>
  )
}

function Plain({ text, was }: Look) {
  return (
    <span className="c-chip c-chip-plain" data-changed={(was !== undefined && was !== text) || undefined}>
      {text}
    </span>
  )
}

/** A chip with an editor of its own; Enter in the editor closes it. */
export function ValueChip({
  children,
  width = 220,
  ...look
}: Look & { children: (close: () => void) => ReactNode; width?: number }) {
  const { readOnly } = use(EditorContext)
  const [opened, setOpened] = useState(false)
  if (readOnly) return <Plain {...look} />
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={width}
      position="bottom-start"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <Face {...look} onClick={() => setOpened(!opened)} />
      </Popover.Target>
      <Popover.Dropdown aria-label={look.label} className="c-editor-box">
        {children(() => setOpened(false))}
      </Popover.Dropdown>
    </Popover>
  )
}

const onEnter = (close: () => void) => (event: React.KeyboardEvent) => {
  if (event.key !== 'Enter' || event.shiftKey) return
  event.preventDefault()
  close()
}

type Amount = {
  value: string
  was?: string | undefined
  onChange: (value: string) => void
  label?: string
  path?: string
  unit?: string
}

/** An amount: kept only when it is one; what is typed meanwhile stays in the field with the reason. */
export function AmountChip({ value, was, onChange, label, path, unit = '' }: Amount) {
  const { lang, words } = useSpeech()
  const { fields } = words.contracts.editor
  const [typed, setTyped] = useState<string>()
  const shown = (text: string) => `${readable(lang, text)}${unit}`
  const change = (text: string) => {
    setTyped(text)
    const read = parseDecimal(text.replace(/\s*(zł|PLN)$/i, ''))
    if ('value' in read) onChange(toText(read.value, 2))
  }
  const isWrong = typed !== undefined && 'problem' in parseDecimal(typed.replace(/\s*(zł|PLN)$/i, ''))
  return (
    <ValueChip
      text={shown(value)}
      was={was === undefined ? undefined : shown(was)}
      label={label ?? fields.amount}
      path={path}
    >
      {(close) => (
        <TextInput
          label={label ?? fields.amount}
          inputMode="decimal"
          data-autofocus
          value={typed ?? (isAmount(value) ? price(lang, value) : value)}
          error={isWrong ? fields.amountWrong : undefined}
          onChange={(e) => change(e.currentTarget.value)}
          onBlur={() => !isWrong && setTyped(undefined)}
          onKeyDown={onEnter(() => !isWrong && close())}
          rightSection={<span className="c-hint">{lang === 'pl' ? 'zł' : 'PLN'}</span>}
        />
      )}
    </ValueChip>
  )
}

const isAmount = (value: string): boolean => /^-?\d+(\.\d+)?$/.test(value)

function readable(lang: 'pl' | 'en', value: string): string {
  return isAmount(value)
    ? lang === 'pl'
      ? `${price('pl', value)}\u00a0zł`
      : `${price('en', value)}\u00a0PLN`
    : value
}

type Count = {
  value: number
  text: string
  was?: string | undefined
  onChange: (value: number) => void
  label: string
  path?: string
  min?: number
  max?: number
}

export function NumberChip({ value, onChange, min = 0, max = 10_000, ...look }: Count) {
  return (
    <ValueChip {...look}>
      {(close) => (
        <NumberInput
          label={look.label}
          data-autofocus
          allowDecimal={false}
          min={min}
          max={max}
          clampBehavior="strict"
          value={value}
          onChange={(v) => v !== '' && onChange(Number(v))}
          onKeyDown={onEnter(close)}
        />
      )}
    </ValueChip>
  )
}

/** Granted time, in hours and minutes. */
export function DurationFields({
  minutes,
  onChange,
  onDone,
}: {
  minutes: number
  onChange: (minutes: number) => void
  onDone: () => void
}) {
  const { fields } = useWords().contracts.editor
  const [h, min] = [Math.floor(minutes / 60), minutes % 60]
  return (
    <div className="c-pair">
      <NumberInput
        label={fields.hours}
        data-autofocus
        allowDecimal={false}
        min={0}
        max={8760}
        value={h}
        onChange={(v) => v !== '' && onChange(Number(v) * 60 + min)}
        onKeyDown={onEnter(onDone)}
      />
      <NumberInput
        label={fields.minutes}
        allowDecimal={false}
        min={0}
        max={59}
        value={min}
        onChange={(v) => v !== '' && onChange(h * 60 + Number(v))}
        onKeyDown={onEnter(onDone)}
      />
    </div>
  )
}

export function DurationChip({
  minutes,
  onChange,
  ...look
}: Look & { minutes: number; onChange: (minutes: number) => void }) {
  return (
    <ValueChip {...look}>
      {(close) => <DurationFields minutes={minutes} onChange={onChange} onDone={close} />}
    </ValueChip>
  )
}

type Choice<T extends string> = { value: T; label: string }
export function SelectChip<T extends string>({
  value,
  choices,
  onChange,
  was,
  label,
  path,
}: {
  value: T
  choices: readonly Choice<T>[]
  onChange: (value: T) => void
  was?: T | undefined
  label: string
  path?: string
}) {
  const { readOnly } = use(EditorContext)
  const name = (one: T | undefined) => choices.find((choice) => choice.value === one)?.label
  const look = {
    text: name(value) ?? value,
    was: was === undefined ? undefined : (name(was) ?? was),
    label,
    path,
  }
  if (readOnly) return <Plain {...look} />
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Face {...look} />
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((choice) => (
          <Menu.Item
            key={choice.value}
            aria-current={choice.value === value || undefined}
            fw={choice.value === value ? 640 : 450}
            onClick={() => onChange(choice.value)}
          >
            {choice.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

export function ManyChip<T extends string>({
  values,
  choices,
  onChange,
  none,
  ...look
}: Omit<Look, 'text'> & {
  values: readonly T[]
  choices: readonly Choice<T>[]
  onChange: (values: T[]) => void
  none: string
}) {
  const text =
    choices
      .filter((choice) => values.includes(choice.value))
      .map((choice) => choice.label)
      .join(', ') || none
  return (
    <ValueChip {...look} text={text} width={280}>
      {(close) => (
        <div className="c-stack">
          {choices.map((choice) => (
            <Checkbox
              key={choice.value}
              label={choice.label}
              checked={values.includes(choice.value)}
              onChange={(e) =>
                onChange(
                  choices
                    .map((one) => one.value)
                    .filter((one) => (one === choice.value ? e.currentTarget.checked : values.includes(one))),
                )
              }
            />
          ))}
          <Done onClick={close} />
        </div>
      )}
    </ValueChip>
  )
}

export function TextChip({
  value,
  empty,
  onChange,
  was,
  label,
  path,
  long,
}: {
  value: string
  empty?: string
  onChange: (value: string) => void
  was?: string | undefined
  label: string
  path?: string
  long?: boolean
}) {
  const id = useId()
  return (
    <ValueChip
      text={value || empty || '–'}
      was={was === undefined ? undefined : was || empty || '–'}
      label={label}
      path={path}
      width={long ? 360 : 260}
    >
      {(close) =>
        long ? (
          <div className="c-stack">
            <Textarea
              id={id}
              label={label}
              autosize
              minRows={2}
              maxRows={12}
              data-autofocus
              value={value}
              onChange={(e) => onChange(e.currentTarget.value)}
            />
            <Done onClick={close} />
          </div>
        ) : (
          <TextInput
            label={label}
            data-autofocus
            value={value}
            onChange={(e) => onChange(e.currentTarget.value)}
            onKeyDown={onEnter(close)}
          />
        )
      }
    </ValueChip>
  )
}

/** A date is handed over when the editor closes, not at every key. */
export function DateChip({
  value,
  empty,
  onChange,
  was,
  label,
  path,
  clearable,
}: {
  value: string | null
  empty?: string
  onChange: (value: string | null) => void
  was?: string | null | undefined
  label: string
  path?: string
  clearable?: boolean
}) {
  const { lang, words } = useSpeech()
  const [typed, setTyped] = useState(value ?? '')
  const shown = (on: string | null) => (on ? date(lang, on) : (empty ?? '–'))
  return (
    <ValueChip text={shown(value)} was={was === undefined ? undefined : shown(was)} label={label} path={path}>
      {(close) => {
        const done = () => {
          if (typed !== (value ?? '')) onChange(typed || null)
          close()
        }
        return (
          <div className="c-stack">
            <TextInput
              type="date"
              label={label}
              data-autofocus
              value={typed}
              required={!clearable}
              onChange={(e) => setTyped(e.currentTarget.value)}
              onKeyDown={onEnter(done)}
            />
            <Button size="xs" disabled={!clearable && typed === ''} onClick={done}>
              {words.contracts.editor.fields.done}
            </Button>
          </div>
        )
      }}
    </ValueChip>
  )
}

export function Done({ onClick }: { onClick: () => void }) {
  return (
    <Button size="xs" onClick={onClick}>
      {useWords().contracts.editor.fields.done}
    </Button>
  )
}

/** "Abonament {price} za miesiąc": the words of the language with chips in their places. */
export function Sentence({ text, chips }: { text: string; chips: Readonly<Record<string, ReactNode>> }) {
  const parts = text.split(/\{(\w+)\}/)
  return (
    <span className="c-sentence-text">
      {parts.map((part, i) => (i % 2 === 1 ? <span key={i}>{chips[part]}</span> : nbsp(part)))}
    </span>
  )
}
