/** The price list as sentences that are edited in place: add a rule, change its values, take it out. */
import { ActionIcon, Button, Menu, NumberInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { lazy, Suspense, use, useState } from 'react'
import { roundingScopes, ticketExclusions, type ItemOf, type PriceItem } from '#engines/pricing/price-list.ts'
import { granted } from '#words/calendar-hours.ts'
import { date, percent } from '#words/format.ts'
import { priceItemName } from '#words/price-sentences.ts'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech, useWords } from '../kit/words.tsx'
import {
  AmountChip,
  DurationChip,
  EditorContext,
  ManyChip,
  NumberChip,
  SelectChip,
  Sentence,
  TextChip,
  ValueChip,
} from './chips.tsx'
import type { Terms } from './contract-data.ts'
import { isTaken, newItem, newKinds } from './new-items.ts'
import { RulePhrases } from './rule-chips.tsx'

type Rule<K extends PriceItem['kind']> = {
  item: ItemOf<K>
  base: ItemOf<K> | undefined
  set: (change: Partial<ItemOf<K>>) => void
  path: string
}

type Props = {
  terms: Terms
  base: Terms | undefined
  setTerms: (edit: (terms: Terms) => Terms) => void
  onChoose: (id: string) => void
  chosen: string | undefined
}

export function PriceRules({ terms, base, setTerms, onChoose, chosen }: Props) {
  const { lang, words } = useSpeech()
  const said = words.contracts.editor
  const { readOnly } = use(EditorContext)
  const { items } = terms.priceList
  const [isChoosing, setChoosing] = useState(false)
  const setItems = (edit: (items: PriceItem[]) => PriceItem[]) =>
    setTerms((now) => ({ ...now, priceList: { ...now.priceList, items: edit(now.priceList.items) } }))
  const remove = (item: PriceItem, at: number) => {
    setItems((now) => now.filter((one) => one.id !== item.id))
    showToast({
      text: said.removed,
      onUndo: () => setItems((now) => [...now.slice(0, at), item, ...now.slice(at)]),
    })
  }
  return (
    <>
      <ol className="c-rules">
        {items.map((item, i) => (
          <li
            key={item.id}
            data-chosen={item.id === chosen || undefined}
            onFocus={() => onChoose(item.id)}
            onPointerDown={() => onChoose(item.id)}
          >
            <span className="c-rule-number num" aria-hidden>
              {i + 1}.
            </span>
            <div className="c-sentence">
              <RuleText
                item={item}
                base={base?.priceList.items.find((one) => one.id === item.id)}
                path={`terms.priceList.items.${i}`}
                set={(change) =>
                  setItems((now) =>
                    now.map((one) => (one.id === item.id ? ({ ...one, ...change } as PriceItem) : one)),
                  )
                }
              />
              <RulePhrases
                item={item}
                base={base?.priceList.items.find((one) => one.id === item.id)}
                list={terms.priceList}
                path={`terms.priceList.items.${i}`}
                main={!hasOwnSentence(item)}
                set={(next) => setItems((now) => now.map((one) => (one.id === item.id ? next : one)))}
              />
            </div>
            {item.clause && <span className="c-clause">{item.clause}</span>}
            {!readOnly && (
              <ActionIcon
                variant="subtle"
                className="c-rule-remove"
                aria-label={said.remove(item.name ?? priceItemName(lang, item.kind))}
                onClick={() => remove(item, i)}
              >
                <IconTrash size={16} stroke={1.6} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ol>
      {!readOnly && (
        <div className="c-rule-buttons">
          <Menu position="bottom-start" width={290}>
            <Menu.Target>
              <Button variant="default" leftSection={<IconPlus size={16} stroke={1.8} />}>
                {said.add}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {newKinds.map((kind) => (
                <Menu.Item
                  key={kind}
                  disabled={isTaken(kind, items)}
                  onClick={() => setItems((now) => [...now, newItem(kind, now)])}
                >
                  {kind in said.addKinds
                    ? said.addKinds[kind as keyof typeof said.addKinds]
                    : words.priceEditor.addKinds[kind as keyof typeof words.priceEditor.addKinds]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <Button variant="subtle" onClick={() => setChoosing(true)}>
            {words.priceEditor.presets.button}
          </Button>
        </div>
      )}
      {isChoosing && (
        <Suspense>
          <PresetDialog
            vat={terms.priceList.vat}
            onClose={() => setChoosing(false)}
            onUse={(preset, priceList) => {
              const before = terms.priceList
              setTerms((now) => ({ ...now, priceList }))
              setChoosing(false)
              showToast({
                text: words.priceEditor.presets.used(preset.name[lang]),
                onUndo: () => setTerms((now) => ({ ...now, priceList: before })),
              })
            }}
          />
        </Suspense>
      )}
    </>
  )
}

const PresetDialog = lazy(() => import('./preset-dialog.tsx'))

const sentenced = [
  'flatFee',
  'perTicket',
  'perTime',
  'travel',
  'material',
  'perUnit',
  'minimum',
  'cap',
  'discount',
]
const hasOwnSentence = ({ kind }: PriceItem): boolean => sentenced.includes(kind)

function RuleText({
  item,
  base,
  path,
  set,
}: {
  item: PriceItem
  base: PriceItem | undefined
  path: string
  set: (change: Partial<PriceItem>) => void
}): ReactNode {
  const before = base?.kind === item.kind ? base : undefined
  const rule = { item, base: before, path, set } as never
  switch (item.kind) {
    case 'flatFee':
      return <FeeRule {...(rule as Rule<'flatFee'>)} />
    case 'perTicket':
      return <TicketRule {...(rule as Rule<'perTicket'>)} />
    case 'perTime':
      return <TimeRule {...(rule as Rule<'perTime'>)} />
    case 'travel':
      return <TravelRule {...(rule as Rule<'travel'>)} />
    case 'material':
      return <MaterialRule {...(rule as Rule<'material'>)} />
    case 'perUnit':
      return <UnitRule {...(rule as Rule<'perUnit'>)} />
    case 'minimum':
      return <LimitRule {...(rule as Rule<'minimum'>)} />
    case 'cap':
      return <LimitRule {...(rule as Rule<'cap'>)} />
    case 'discount':
      return <DiscountRule {...(rule as Rule<'discount'>)} />
    default:
      return null
  }
}

const choices = <T extends string>(values: readonly T[], names: Readonly<Record<NoInfer<T>, string>>) =>
  values.map((value) => ({ value, label: names[value] as string }))

function FeeRule({ item, base, set, path }: Rule<'flatFee'>) {
  const { sentences, values, fields } = useWords().contracts.editor
  return (
    <Sentence
      text={sentences.flatFee}
      chips={{
        price: (
          <AmountChip
            value={item.feePrice}
            was={base?.feePrice}
            path={`${path}.feePrice`}
            onChange={(feePrice) => set({ feePrice })}
          />
        ),
        timing: (
          <SelectChip
            value={item.timing}
            was={base?.timing}
            label={fields.kind}
            choices={choices(['advance', 'arrears'] as const, values)}
            onChange={(timing) => set({ timing })}
          />
        ),
      }}
    />
  )
}

function TicketRule({ item, base, set, path }: Rule<'perTicket'>) {
  const { contracts } = useWords()
  const { sentences, values, fields, tickets, excludes } = contracts.editor
  const included = (
    <NumberChip
      value={item.included}
      text={tickets(item.included)}
      was={base && tickets(base.included)}
      label={fields.tickets}
      path={`${path}.included`}
      onChange={(n) => set({ included: n })}
    />
  )
  const price = (
    <AmountChip
      value={item.unitPrice}
      was={base?.unitPrice}
      path={`${path}.unitPrice`}
      onChange={(unitPrice) => set({ unitPrice })}
    />
  )
  const names = choices(ticketExclusions, excludes)
  return (
    <>
      <Sentence
        text={item.included === 0 ? sentences.perTicketOnly : sentences.perTicket}
        chips={{ included, price }}
      />{' '}
      <Sentence
        text={sentences.excludes}
        chips={{
          excludes: (
            <ManyChip
              values={item.excludes}
              choices={names}
              was={
                base &&
                (names
                  .filter((one) => base.excludes.includes(one.value))
                  .map((one) => one.label)
                  .join(', ') ||
                  values.nothingExcluded)
              }
              none={values.nothingExcluded}
              label={fields.kind}
              onChange={(next) => set({ excludes: next })}
            />
          ),
        }}
      />{' '}
      {item.included > 0 && (
        <Sentence
          text={sentences.prorate}
          chips={{
            prorate: (
              <SelectChip
                value={item.prorateIncluded}
                was={base?.prorateIncluded}
                label={fields.kind}
                choices={choices(['up', 'full'] as const, values)}
                onChange={(prorateIncluded) => set({ prorateIncluded })}
              />
            ),
          }}
        />
      )}
    </>
  )
}

function TimeRule({ item, base, set, path }: Rule<'perTime'>) {
  const { sentences, values, fields } = useWords().contracts.editor
  const first = (minutes: number | undefined) => (minutes ? granted(minutes) : values.noFirst)
  return (
    <>
      <Sentence
        text={sentences.perTime}
        chips={{
          place: (
            <SelectChip
              value={item.place ?? 'any'}
              was={base && (base.place ?? 'any')}
              label={fields.kind}
              choices={choices(['onSite', 'remote', 'any'] as const, values)}
              onChange={(place) => set({ place })}
            />
          ),
          included: (
            <DurationChip
              minutes={item.includedMinutes}
              text={granted(item.includedMinutes)}
              was={base && granted(base.includedMinutes)}
              label={fields.hours}
              path={`${path}.includedMinutes`}
              onChange={(includedMinutes) => set({ includedMinutes })}
            />
          ),
          price: (
            <AmountChip
              value={item.hourPrice}
              was={base?.hourPrice}
              label={fields.hourPrice}
              path={`${path}.hourPrice`}
              onChange={(hourPrice) => set({ hourPrice })}
            />
          ),
        }}
      />{' '}
      <Sentence
        text={sentences.rounding}
        chips={{
          scope: (
            <SelectChip
              value={item.round.scope}
              was={base?.round.scope}
              label={fields.kind}
              choices={choices(roundingScopes, values)}
              onChange={(scope) => set({ round: { ...item.round, scope } })}
            />
          ),
          first: (
            <NumberChip
              value={item.round.firstMinutes ?? 0}
              text={first(item.round.firstMinutes)}
              was={base && first(base.round.firstMinutes)}
              label={fields.firstUnit}
              path={`${path}.round.firstMinutes`}
              max={1440}
              onChange={(n) => set({ round: { ...item.round, firstMinutes: n || undefined } })}
            />
          ),
          unit: (
            <NumberChip
              value={item.round.unitMinutes}
              text={granted(item.round.unitMinutes)}
              was={base && granted(base.round.unitMinutes)}
              label={fields.unit}
              path={`${path}.round.unitMinutes`}
              min={1}
              max={1440}
              onChange={(unitMinutes) => set({ round: { ...item.round, unitMinutes } })}
            />
          ),
        }}
      />
    </>
  )
}

function TravelRule({ item, base, set, path }: Rule<'travel'>) {
  const { contracts, priceEditor } = useWords()
  const { sentences, fields } = contracts.editor
  // Zones alone say their prices in sentences of their own.
  if (item.perTripPrice === undefined && item.perKmPrice === undefined)
    return <Sentence text={priceEditor.byZones} chips={{}} />
  if (item.perKmPrice === undefined)
    return (
      <Sentence
        text={sentences.perTrip}
        chips={{
          price: (
            <AmountChip
              value={item.perTripPrice ?? ''}
              was={base?.perTripPrice}
              path={`${path}.perTripPrice`}
              onChange={(perTripPrice) => set({ perTripPrice })}
            />
          ),
        }}
      />
    )
  return (
    <Sentence
      text={sentences.perKm}
      chips={{
        price: (
          <AmountChip
            value={item.perKmPrice}
            was={base?.perKmPrice}
            path={`${path}.perKmPrice`}
            onChange={(perKmPrice) => set({ perKmPrice })}
          />
        ),
        minimum: (
          <AmountChip
            value={item.minimumPerTripPrice ?? '0.00'}
            was={base?.minimumPerTripPrice}
            label={fields.minimum}
            path={`${path}.minimumPerTripPrice`}
            onChange={(minimumPerTripPrice) => set({ minimumPerTripPrice })}
          />
        ),
      }}
    />
  )
}

function PercentChip({
  bp,
  was,
  onChange,
  path,
}: {
  bp: number
  was: number | undefined
  onChange: (bp: number) => void
  path: string
}) {
  const { lang, words } = useSpeech()
  const { fields } = words.contracts.editor
  return (
    <ValueChip
      text={percent(lang, bp)}
      was={was === undefined ? undefined : percent(lang, was)}
      label={fields.percent}
      path={path}
    >
      {() => (
        <NumberInput
          label={fields.percent}
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

function MaterialRule({ item, base, set, path }: Rule<'material'>) {
  const { contracts, priceEditor } = useWords()
  const { sentences } = contracts.editor
  if (item.costPlusBp === undefined && item.listPrices !== undefined)
    return <Sentence text={priceEditor.byList} chips={{}} />
  return (
    <Sentence
      text={sentences.material}
      chips={{
        margin: (
          <PercentChip
            bp={item.costPlusBp ?? 0}
            was={base && (base.costPlusBp ?? 0)}
            path={`${path}.costPlusBp`}
            onChange={(costPlusBp) => set({ costPlusBp })}
          />
        ),
      }}
    />
  )
}

function UnitRule({ item, base, set, path }: Rule<'perUnit'>) {
  const { sentences, fields } = useWords().contracts.editor
  return (
    <Sentence
      text={sentences.perUnit}
      chips={{
        unit: (
          <TextChip
            value={item.unit}
            was={base?.unit}
            label={fields.unitName}
            path={`${path}.unit`}
            onChange={(unit) => set({ unit })}
          />
        ),
        price: (
          <AmountChip
            value={item.unitPrice}
            was={base?.unitPrice}
            path={`${path}.unitPrice`}
            onChange={(unitPrice) => set({ unitPrice })}
          />
        ),
      }}
    />
  )
}

function LimitRule({ item, base, set, path }: Rule<'minimum'> | Rule<'cap'>) {
  const { sentences } = useWords().contracts.editor
  return (
    <Sentence
      text={sentences[item.kind]}
      chips={{
        price: (
          <AmountChip
            value={item.amountPrice}
            was={base?.amountPrice}
            path={`${path}.amountPrice`}
            onChange={(amountPrice) => set({ amountPrice })}
          />
        ),
      }}
    />
  )
}

function DiscountRule({ item, base, set, path }: Rule<'discount'>) {
  const { lang, words } = useSpeech()
  const { sentences, values, fields } = words.contracts.editor
  const size =
    item.percentBp === undefined ? (
      <AmountChip
        value={item.amountPrice ?? '0'}
        was={base?.amountPrice}
        path={`${path}.amountPrice`}
        onChange={(amountPrice) => set({ amountPrice })}
      />
    ) : (
      <PercentChip
        bp={item.percentBp}
        was={base?.percentBp}
        path={`${path}.percentBp`}
        onChange={(percentBp) => set({ percentBp })}
      />
    )
  return (
    <Sentence
      text={sentences.discount}
      chips={{
        percent: size,
        until: (
          <TextChip
            value={item.until ?? ''}
            empty={item.until ? date(lang, item.until) : values.noUntil}
            label={fields.date}
            path={`${path}.until`}
            onChange={(until) => set({ until: until || undefined })}
          />
        ),
      }}
    />
  )
}
