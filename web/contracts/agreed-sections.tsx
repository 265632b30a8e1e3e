/** What else is agreed, as sentences: what the contract covers, renewal, indexation, limits of reporters. */
import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { use, useState } from 'react'
import { parseDecimal, toText } from '#engines/base/decimal.ts'
import { indexKeys } from '#engines/pricing/index-price-list.ts'
import { count, days, money, percent } from '#words/format.ts'
import { termNames, termValues } from '#words/term-names.ts'
import { useSpeech, useWords } from '../kit/words.tsx'
import { EditorContext, ManyChip, NumberChip, SelectChip, Sentence, TextChip, ValueChip } from './chips.tsx'
import type { Contact, Terms } from './contract-data.ts'
import { ListChip } from './name-chips.tsx'
import type { SectionProps } from './other-sections.tsx'
import './contract-life.css'

type Covers = NonNullable<Terms['covers']>
const nothing: Covers = { sites: [], deviceClasses: [], services: [] }

/** Sites, device classes and services, where a client has several contracts. */
export function CoversSentence({ terms, base, setTerms }: SectionProps) {
  const said = useWords().contractLife.editor
  const { known } = use(EditorContext)
  const set = (change: Partial<Covers>) =>
    setTerms(({ covers = nothing, ...now }) => {
      const next = { ...covers, ...change }
      const isAll = Object.values(next).every((list) => list.length === 0)
      return { ...now, ...(!isAll && { covers: next }) }
    })
  const chip = (kind: keyof Covers, label: string) => (
    <ListChip
      values={terms.covers?.[kind] ?? []}
      was={base && (base.covers?.[kind] ?? [])}
      label={label}
      empty={said.anySites}
      path={`terms.covers.${kind}`}
      known={known?.[kind]}
      onChange={(list) => set({ [kind]: list })}
    />
  )
  return (
    <Sentence
      text={said.covers}
      chips={{
        sites: chip('sites', said.coversSites),
        deviceClasses: chip('deviceClasses', said.coversClasses),
        services: chip('services', said.coversServices),
      }}
    />
  )
}

export function RenewalSentences({
  terms,
  base,
  setTerms,
  isDefinite,
}: SectionProps & { isDefinite: boolean }) {
  const { lang, words } = useSpeech()
  const said = words.contractLife.editor
  const { renewal, noticeEnds = 'monthEnd', noticeMonths } = terms.term
  const setTerm = (change: Partial<Terms['term']>) =>
    setTerms((now) => ({ ...now, term: { ...now.term, ...change } }))
  const months = (n: number) => count(lang, n, monthForms[lang])
  return (
    <>
      {noticeMonths > 0 && (
        <Sentence
          text={said.noticeWorks}
          chips={{
            noticeEnds: (
              <SelectChip
                value={noticeEnds}
                was={base && (base.term.noticeEnds ?? 'monthEnd')}
                label={said.noticeWorks.split(' ')[0] ?? ''}
                choices={(['monthEnd', 'anyDay'] as const).map((value) => ({
                  value,
                  label: said.noticeEnds[value],
                }))}
                onChange={(next) => setTerm({ noticeEnds: next })}
              />
            ),
          }}
        />
      )}
      {isDefinite && (
        <Sentence
          text={said.renewal}
          chips={{
            goesOn: (
              <SelectChip
                value={renewal ? 'yes' : 'no'}
                was={base && (base.term.renewal ? 'yes' : 'no')}
                label={said.goesOn.yes}
                path="terms.term.renewal"
                choices={(['no', 'yes'] as const).map((value) => ({ value, label: said.goesOn[value] }))}
                onChange={(next) =>
                  setTerm({ renewal: next === 'yes' ? { months: 12, noticeDays: 30 } : undefined })
                }
              />
            ),
          }}
        />
      )}
      {isDefinite && renewal && (
        <Sentence
          text={said.renewalBy}
          chips={{
            months: (
              <NumberChip
                value={renewal.months}
                text={months(renewal.months)}
                was={base?.term.renewal && months(base.term.renewal.months)}
                label={said.goesOn.yes}
                min={1}
                max={120}
                onChange={(n) => setTerm({ renewal: { ...renewal, months: n } })}
              />
            ),
            noticeDays: (
              <NumberChip
                value={renewal.noticeDays}
                text={days(lang, renewal.noticeDays)}
                was={base?.term.renewal && days(lang, base.term.renewal.noticeDays)}
                label={said.goesOn.yes}
                max={365}
                onChange={(n) => setTerm({ renewal: { ...renewal, noticeDays: n } })}
              />
            ),
          }}
        />
      )}
    </>
  )
}

const monthForms = {
  pl: { one: 'miesiąc', few: 'miesiące', many: 'miesięcy' },
  en: { one: 'month', other: 'months' },
} as const

export function IndexationSection({ terms, base, setTerms }: SectionProps) {
  const { lang, words } = useSpeech()
  const said = words.contractLife.editor
  const { indexation } = terms
  const was = base?.indexation
  const set = (change: Partial<NonNullable<Terms['indexation']>>) =>
    setTerms((now) => ({ ...now, indexation: { ...now.indexation!, ...change } }))
  const toggle = (kind: 'no' | 'yes') =>
    setTerms(({ indexation: _before, ...now }) =>
      kind === 'no' ? now : { ...now, indexation: { index: 'gusConsumerPrices', month: 2, noticeDays: 30 } },
    )
  return (
    <div className="c-sentences">
      <Sentence
        text={said.indexed}
        chips={{
          kind: (
            <SelectChip
              value={indexation ? 'yes' : 'no'}
              was={base && (was ? 'yes' : 'no')}
              label={said.sections.indexation}
              path="terms.indexation"
              choices={(['no', 'yes'] as const).map((value) => ({ value, label: said.indexedKinds[value] }))}
              onChange={toggle}
            />
          ),
        }}
      />
      {indexation && (
        <>
          <Sentence
            text={said.indexedBy}
            chips={{
              index: (
                <SelectChip
                  value={indexation.index}
                  was={was?.index}
                  label={words.contractLife.amendments.index}
                  choices={indexKeys.map((value) => ({ value, label: termValues[lang][value] ?? value }))}
                  onChange={(index) => set({ index })}
                />
              ),
              month: (
                <SelectChip
                  value={String(indexation.month)}
                  was={was && String(was.month)}
                  label={words.contractLife.amendments.month}
                  choices={Array.from({ length: 12 }, (_, i) => ({
                    value: String(i + 1),
                    label: monthName(lang, i + 1),
                  }))}
                  onChange={(month) => set({ month: Number(month) })}
                />
              ),
            }}
          />
          <Sentence
            text={said.indexedLimits}
            chips={{
              cap: (
                <PercentChip
                  value={indexation.capBp}
                  was={was && (was.capBp ?? null)}
                  empty={said.noCap}
                  label={words.contractLife.amendments.held.cap}
                  path="terms.indexation.capBp"
                  onChange={(capBp) => set({ capBp })}
                />
              ),
              floor: (
                <PercentChip
                  value={indexation.floorBp}
                  was={was && (was.floorBp ?? null)}
                  empty={said.noFloor}
                  label={words.contractLife.amendments.held.floor}
                  onChange={(floorBp) => set({ floorBp })}
                />
              ),
              noticeDays: (
                <NumberChip
                  value={indexation.noticeDays}
                  text={days(lang, indexation.noticeDays)}
                  was={was && days(lang, was.noticeDays)}
                  label={words.contractLife.amendments.letter}
                  max={365}
                  onChange={(noticeDays) => set({ noticeDays })}
                />
              ),
            }}
          />
          <Sentence
            text={said.indexedFrom}
            chips={{
              firstYear: (
                <TextChip
                  value={indexation.firstYear ? String(indexation.firstYear) : ''}
                  was={was && (was.firstYear ? String(was.firstYear) : '')}
                  empty={said.nextYear}
                  label={said.firstYearLabel}
                  onChange={(text) =>
                    set({ firstYear: /^20\d\d$/.test(text.trim()) ? Number(text) : undefined })
                  }
                />
              ),
            }}
          />
        </>
      )}
    </div>
  )
}

const monthName = (lang: 'pl' | 'en', month: number): string =>
  new Intl.DateTimeFormat(lang === 'pl' ? 'pl' : 'en-GB', { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2026, month - 1, 1),
  )

/** Limits of reporters and who admits at the gate. */
export function ReporterLimits({
  terms,
  base,
  setTerms,
  contacts,
}: SectionProps & { contacts: readonly Contact[] }) {
  const { words } = useSpeech()
  const said = words.contractLife.editor
  const { readOnly } = use(EditorContext)
  const { limits = [], supervisorIds = [] } = terms.reporters
  const set = (change: Partial<Terms['reporters']>) =>
    setTerms((now) => ({ ...now, reporters: { ...now.reporters, ...change } }))
  const setLimits = (next: typeof limits) => set({ limits: next.length > 0 ? next : undefined })
  const people = contacts.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className="c-sentences">
      <Sentence
        text={said.supervisors}
        chips={{
          supervisors: (
            <ManyChip
              values={supervisorIds}
              was={base && namesOf(people, base.reporters.supervisorIds ?? [], said.anySupervisor)}
              choices={people}
              none={said.anySupervisor}
              label={words.contracts.client.supervisor}
              path="terms.reporters.supervisorIds"
              onChange={(ids) => set({ supervisorIds: ids.length > 0 ? ids : undefined })}
            />
          ),
        }}
      />
      <h3 className="c-subhead">{said.limits}</h3>
      <p className="c-hint">{said.limitsWhy}</p>
      {limits.map((limit, i) => (
        <div key={i} className="c-limit">
          <LimitSentence
            limit={limit}
            people={people}
            path={`terms.reporters.limits.${i}`}
            onChange={(next) => setLimits(limits.with(i, next))}
          />
          {!readOnly && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={said.removeLimit}
              title={said.removeLimit}
              onClick={() => setLimits(limits.filter((_, at) => at !== i))}
            >
              <IconTrash size={16} stroke={1.7} />
            </Button>
          )}
        </div>
      ))}
      {!readOnly && (
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={15} stroke={1.8} />}
            onClick={() => setLimits([...limits, {}])}
          >
            {said.addLimit}
          </Button>
        </div>
      )}
    </div>
  )
}

const namesOf = (people: readonly { value: string; label: string }[], ids: readonly string[], none: string) =>
  people
    .filter(({ value }) => ids.includes(value))
    .map(({ label }) => label)
    .join(', ') || none

type Limit = NonNullable<Terms['reporters']['limits']>[number]

function LimitSentence({
  limit,
  people,
  path,
  onChange,
}: {
  limit: Limit
  people: readonly { value: string; label: string }[]
  path: string
  onChange: (limit: Limit) => void
}) {
  const { lang, words } = useSpeech()
  const said = words.contractLife.editor
  const priorities = words.accounts.priorities
  const { known } = use(EditorContext)
  const list = (kind: 'sites' | 'categories', label: string) => (
    <ListChip
      values={limit[kind] ?? []}
      label={label}
      empty={said.anySites}
      known={kind === 'sites' ? known?.sites : known?.services}
      onChange={(values) => onChange({ ...limit, [kind]: values.length > 0 ? values : undefined })}
    />
  )
  return (
    <Sentence
      text={said.limitOf}
      chips={{
        who: (
          <SelectChip
            value={limit.contactId ?? ''}
            choices={[{ value: '', label: said.everybody }, ...people]}
            label={said.limits}
            path={`${path}.contactId`}
            onChange={(id) => onChange({ ...limit, contactId: id || undefined })}
          />
        ),
        sites: list('sites', said.coversSites),
        categories: list('categories', termNames[lang]['categories'] ?? ''),
        priority: (
          <SelectChip
            value={limit.highestPriority ?? ''}
            choices={[
              { value: '', label: said.noLimit },
              ...(['critical', 'high', 'normal', 'low'] as const).map((value) => ({
                value,
                label: priorities[value],
              })),
            ]}
            label={said.limits}
            onChange={(value) => onChange({ ...limit, highestPriority: value || undefined })}
          />
        ),
        amount: (
          <ValueChip
            text={
              limit.amountGrosze === undefined ? said.noLimit : said.upTo(money(lang, limit.amountGrosze))
            }
            label={said.limits}
          >
            {(close) => (
              <GroszeField
                grosze={limit.amountGrosze}
                label={said.limits}
                onChange={(amountGrosze) => onChange({ ...limit, amountGrosze })}
                onDone={close}
              />
            )}
          </ValueChip>
        ),
      }}
    />
  )
}

/** An amount that may be missing: an empty field takes it away. */
export function GroszeField({
  grosze,
  label,
  onChange,
  onDone,
}: {
  grosze: number | undefined
  label: string
  onChange: (grosze: number | undefined) => void
  onDone?: () => void
}) {
  const { lang, words } = useSpeech()
  const { fields } = words.contracts.editor
  const [typed, setTyped] = useState(
    grosze === undefined ? '' : (grosze / 100).toFixed(2).replace('.', lang === 'pl' ? ',' : '.'),
  )
  const read = parseDecimal(typed)
  const isWrong = typed.trim() !== '' && 'problem' in read
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      data-autofocus
      value={typed}
      error={isWrong ? fields.amountWrong : undefined}
      rightSection={<span className="c-hint">{lang === 'pl' ? 'zł' : 'PLN'}</span>}
      onChange={(e) => {
        const text = e.currentTarget.value
        setTyped(text)
        const next = parseDecimal(text)
        if (text.trim() === '') onChange(undefined)
        else if ('value' in next) onChange(Math.round(Number(toText(next.value)) * 100))
      }}
      onKeyDown={(e) => e.key === 'Enter' && !isWrong && (e.preventDefault(), onDone?.())}
    />
  )
}

/** Names separated by commas. */
function PercentChip({
  value,
  was,
  empty,
  label,
  path,
  onChange,
}: {
  value: number | undefined
  was?: number | null | undefined
  empty: string
  label: string
  path?: string
  onChange: (bp: number | undefined) => void
}) {
  const { lang, words } = useSpeech()
  const said = words.contractLife.editor
  const text = (bp: number | null | undefined) =>
    bp === undefined || bp === null ? empty : percent(lang, bp)
  const [typed, setTyped] = useState(
    value === undefined ? '' : String(value / 100).replace('.', lang === 'pl' ? ',' : '.'),
  )
  const read = parseDecimal(typed.replace(/\s*%$/, ''))
  const isWrong = typed.trim() !== '' && 'problem' in read
  return (
    <ValueChip text={text(value)} was={was === undefined ? undefined : text(was)} label={label} path={path}>
      {(close) => (
        <TextInput
          label={label}
          description={said.percent}
          inputMode="decimal"
          data-autofocus
          value={typed}
          error={isWrong ? said.percentWrong : undefined}
          rightSection={<span className="c-hint">%</span>}
          onChange={(e) => {
            const next = e.currentTarget.value
            setTyped(next)
            const one = parseDecimal(next.replace(/\s*%$/, ''))
            if (next.trim() === '') onChange(undefined)
            else if ('value' in one) onChange(Math.round(Number(toText(one.value)) * 100))
          }}
          onKeyDown={(e) => e.key === 'Enter' && !isWrong && (e.preventDefault(), close())}
        />
      )}
    </ValueChip>
  )
}
