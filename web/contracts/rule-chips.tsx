/** A phrase of a price rule with its values as chips, each edited in place; an option of the rule can be taken away. */
import { ActionIcon, Menu, NumberInput, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { use, type ReactNode } from 'react'
import { parseDecimal, toText } from '#engines/base/decimal.ts'
import type { PriceItem, PriceList } from '#engines/pricing/price-list.ts'
import { granted } from '#words/calendar-hours.ts'
import { percent, quantity } from '#words/format.ts'
import { priceItemName } from '#words/price-sentences.ts'
import { useSpeech } from '../kit/words.tsx'
import {
  AmountChip,
  DateChip,
  DurationChip,
  EditorContext,
  ManyChip,
  NumberChip,
  SelectChip,
  Sentence,
  TextChip,
  ValueChip,
} from './chips.tsx'
import {
  mainPhrases,
  optionPhrases,
  optionsToAdd,
  valueAt,
  withOption,
  withValue,
  withoutOption,
  type Field,
  type Phrase,
} from './rule-phrases.ts'

type Props = {
  item: PriceItem
  base: PriceItem | undefined
  list: PriceList
  path: string
  set: (item: PriceItem) => void
}

/** All that a rule says in phrases; `main`, where the rule has no sentence of its own. */
export function RulePhrases(props: Props & { main?: boolean }) {
  const { item, list, set, main } = props
  const { priceEditor: words } = useSpeech().words
  const { readOnly } = use(EditorContext)
  const addable = readOnly ? [] : optionsToAdd(item, list)
  return (
    <>
      {[...(main ? mainPhrases(item) : []), ...optionPhrases(item)].map((phrase, i) => (
        <PhraseText key={`${phrase.key} ${phrase.option?.index ?? ''} ${i}`} phrase={phrase} {...props} />
      ))}
      {addable.length > 0 && (
        <Menu position="bottom-start" width={270} withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" size={22} className="c-rule-more" aria-label={words.addOption}>
              <IconPlus size={14} stroke={1.8} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown className="c-rule-menu">
            {addable.map((key) => (
              <Menu.Item key={key} onClick={() => set(withOption(item, key, list))}>
                {words.options[key]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  )
}

function PhraseText({ phrase, ...props }: Props & { phrase: Phrase }) {
  const { priceEditor: words } = useSpeech().words
  const { readOnly } = use(EditorContext)
  const { option } = phrase
  const chips = Object.fromEntries(
    Object.entries(phrase.slots).map(([name, field]) => [
      name,
      <FieldChip key={name} name={name} field={field} phrase={phrase} {...props} />,
    ]),
  )
  return (
    <>
      {' '}
      <Sentence text={words.phrases[phrase.key]} chips={chips} />
      {option && !readOnly && (
        <ActionIcon
          variant="subtle"
          size={18}
          className="c-phrase-remove"
          aria-label={words.removeOption(words.options[option.key])}
          onClick={() => props.set(withoutOption(props.item, option.key, option.index))}
        >
          <IconX size={12} stroke={1.8} />
        </ActionIcon>
      )}
    </>
  )
}

type ChipProps = Props & { name: string; field: Field; phrase: Phrase }

function FieldChip({ name, field, phrase, item, base, list, path, set }: ChipProps): ReactNode {
  const { lang, words: all } = useSpeech()
  const words = all.priceEditor
  const label = words.labels[field.type]
  const value = valueAt(item, field.path)
  const before = base?.kind === item.kind ? valueAt(base, field.path) : undefined
  const put = (next: unknown) => set(withValue(item, field.path, next))
  const at = `${path}.${field.path}`
  switch (field.type) {
    case 'amount':
      return (
        <AmountChip
          value={String(value ?? '0.00')}
          was={before === undefined ? undefined : String(before)}
          path={at}
          label={label}
          onChange={put}
        />
      )
    case 'decimal': {
      const shown = (one: unknown) => decimalText(name, phrase.key, one)
      return (
        <DecimalChip
          value={String(value ?? '')}
          text={shown(value)}
          was={before === undefined ? undefined : shown(before)}
          path={at}
          label={label}
          onChange={(next) => put(next === '' ? undefined : next)}
        />
      )
    }
    case 'percent':
      return (
        <PercentChip
          bp={Number(value ?? 0)}
          was={before === undefined ? undefined : Number(before)}
          path={at}
          onChange={put}
        />
      )
    case 'minutes':
      return (
        <DurationChip
          minutes={Number(value ?? 0)}
          text={granted(Number(value ?? 0))}
          was={before === undefined ? undefined : granted(Number(before))}
          path={at}
          label={label}
          onChange={put}
        />
      )
    case 'whole': {
      const shown = (n: unknown) => wholeText(name, n === undefined ? undefined : Number(n))
      return (
        <NumberChip
          value={Number(value ?? 0)}
          text={shown(value)}
          was={before === undefined ? undefined : shown(before)}
          path={at}
          label={label}
          {...(field.min !== undefined && { min: field.min })}
          {...(field.max !== undefined && { max: field.max })}
          onChange={put}
        />
      )
    }
    case 'choice':
      return (
        <SelectChip
          value={String(value ?? field.otherwise)}
          was={before === undefined ? undefined : String(before)}
          label={label}
          path={at}
          choices={field.choices.map((one) => ({ value: one, label: choiceText(phrase.key, one) }))}
          onChange={put}
        />
      )
    case 'days':
      return (
        <ManyChip
          values={(value as string[] | undefined) ?? []}
          choices={field.choices.map((one) => ({
            value: one,
            label: words.days[one as keyof typeof words.days],
          }))}
          none={words.none}
          label={label}
          path={at}
          onChange={put}
        />
      )
    case 'text':
      return (
        <TextChip value={String(value ?? '')} empty={words.none} label={label} path={at} onChange={put} />
      )
    case 'names':
      return (
        <TextChip
          value={((value as string[] | undefined) ?? []).join(', ')}
          empty={words.none}
          label={label}
          path={at}
          onChange={(text) => put(text.split(',').map((one) => one.trimStart()))}
        />
      )
    case 'date':
      return (
        <DateChip
          value={(value as string | undefined) || null}
          empty={words.always}
          label={label}
          path={at}
          clearable
          onChange={(day) => put(day ?? undefined)}
        />
      )
    case 'hours':
      return (
        <HoursChip
          band={(value ?? {}) as Hours}
          was={before === undefined ? undefined : hoursText(before as Hours, words.wholeDay)}
          path={at}
          onChange={put}
        />
      )
    case 'listName':
    case 'listPrice':
      return (
        <ListPriceChip
          field={field}
          item={item as Extract<PriceItem, { kind: 'material' }>}
          path={path}
          set={set}
        />
      )
    case 'items': {
      const choices = list.items
        .filter((one) => one.id !== item.id && field.of.includes(one.kind))
        .map((one) => ({ value: one.id, label: one.name || priceItemName(lang, one.kind) }))
      if (field.path === 'afterEvent')
        return (
          <SelectChip value={String(value ?? '')} label={label} path={at} choices={choices} onChange={put} />
        )
      return (
        <ManyChip
          values={(value as string[] | undefined) ?? []}
          choices={choices}
          none={words.nothing}
          label={label}
          path={at}
          onChange={put}
        />
      )
    }
  }

  function decimalText(slot: string, key: Phrase['key'], one: unknown): string {
    if (one === undefined || one === '') {
      if (slot === 'cap') return words.noCap
      return slot === 'included' || slot === 'base' ? '0' : words.none
    }
    const text = quantity(lang, String(one))
    return slot === 'factor' || (key === 'overtime' && slot === 'factor') ? words.times(text) : text
  }

  function wholeText(slot: string, n: number | undefined): string {
    if (n === undefined) return slot === 'months' ? words.always : '0'
    if (slot === 'months') return words.months(n)
    if (slot === 'hours') return words.hours(n)
    if (slot === 'dayCount') return words.dayCount(n)
    return slot === 'trips' ? words.trips(n) : String(n)
  }

  function choiceText(key: Phrase['key'], one: string): string {
    const { values } = all.contracts.editor
    if (key === 'overtime') return words.per[one as keyof typeof words.per] ?? one
    if (key === 'vat') return /^\d+$/.test(one) ? `${one}%` : one
    if (key === 'points') return (values as Record<string, unknown>)[one] as string
    return words.choices[one as keyof typeof words.choices] ?? one
  }
}

type Small = { value: string; label: string; path: string; onChange: (value: string) => void }

/** A quantity is handed over when it is one; what is typed meanwhile stays. */
function DecimalChip({
  value,
  text,
  was,
  label,
  path,
  onChange,
}: Small & { text: string; was?: string | undefined }) {
  return (
    <ValueChip text={text} was={was} label={label} path={path}>
      {(close) => (
        <TextInput
          label={label}
          inputMode="decimal"
          data-autofocus
          defaultValue={value.replace('.', ',')}
          onChange={(e) => {
            const typed = e.currentTarget.value.trim()
            const read = parseDecimal(typed)
            if (typed === '') onChange('')
            else if ('value' in read) onChange(toText(read.value))
          }}
          onKeyDown={(e) => e.key === 'Enter' && close()}
        />
      )}
    </ValueChip>
  )
}

type Hours = { fromTime?: string; toTime?: string }

const hoursText = ({ fromTime, toTime }: Hours, wholeDay: string): string =>
  fromTime || toTime ? `${fromTime ?? '00:00'}–${toTime ?? '24:00'}` : wholeDay

/** From and to; neither is the whole day. */
function HoursChip({
  band,
  was,
  path,
  onChange,
}: {
  band: Hours
  was: string | undefined
  path: string
  onChange: (band: Hours) => void
}) {
  const words = useSpeech().words.priceEditor
  const field = (name: 'fromTime' | 'toTime', label: string) => (
    <TextInput
      type="time"
      label={label}
      {...(name === 'fromTime' && { 'data-autofocus': true })}
      value={band[name] ?? ''}
      onChange={(e) => onChange({ ...band, [name]: e.currentTarget.value || undefined })}
    />
  )
  return (
    <ValueChip text={hoursText(band, words.wholeDay)} was={was} label={words.labels.hours} path={path}>
      {(close) => (
        <form
          className="c-pair"
          onSubmit={(e) => {
            e.preventDefault()
            close()
          }}
        >
          {field('fromTime', words.from)}
          {field('toTime', words.to)}
          <button type="submit" hidden />
        </form>
      )}
    </ValueChip>
  )
}

function PercentChip({
  bp,
  was,
  path,
  onChange,
}: {
  bp: number
  was: number | undefined
  path: string
  onChange: (bp: number) => void
}) {
  const { lang, words } = useSpeech()
  const label = words.priceEditor.labels.percent
  return (
    <ValueChip
      text={percent(lang, bp)}
      was={was === undefined ? undefined : percent(lang, was)}
      label={label}
      path={path}
    >
      {() => (
        <NumberInput
          label={label}
          data-autofocus
          min={0}
          max={1000}
          decimalScale={2}
          decimalSeparator={lang === 'pl' ? ',' : '.'}
          suffix="%"
          value={bp / 100}
          onChange={(v) => v !== '' && onChange(Math.round(Number(v) * 100))}
        />
      )}
    </ValueChip>
  )
}

/** The name is the key of its price: renaming keeps the place in the list. */
function ListPriceChip({
  field,
  item,
  path,
  set,
}: {
  field: Extract<Field, { type: 'listName' | 'listPrice' }>
  item: Extract<PriceItem, { kind: 'material' }>
  path: string
  set: (item: PriceItem) => void
}) {
  const { labels } = useSpeech().words.priceEditor
  const prices = item.listPrices ?? {}
  if (field.type === 'listPrice')
    return (
      <AmountChip
        value={prices[field.path] ?? '0.00'}
        label={labels.listPrice}
        path={`${path}.listPrices.${field.path}`}
        onChange={(price) => set({ ...item, listPrices: { ...prices, [field.path]: price } })}
      />
    )
  return (
    <ValueChip text={field.path} label={labels.listName}>
      {(close) => (
        <TextInput
          label={labels.listName}
          data-autofocus
          defaultValue={field.path}
          onKeyDown={(e) => e.key === 'Enter' && (e.currentTarget.blur(), close())}
          onBlur={(e) => {
            const name = e.currentTarget.value.trim()
            if (!name || name === field.path || name in prices) return
            const renamed = Object.entries(prices).map(([one, price]) => [
              one === field.path ? name : one,
              price,
            ])
            set({ ...item, listPrices: Object.fromEntries(renamed) })
          }}
        />
      )}
    </ValueChip>
  )
}
