/** The shorter parts of a contract: parties, days, who reports, payment, and what the paper says besides. */
import { Checkbox, TextInput } from '@mantine/core'
import { use, useState, type ReactNode } from 'react'
import { vatCodes } from '#engines/pricing/price-list.ts'
import { date } from '#words/format.ts'
import { useSpeech, useWords } from '../kit/words.tsx'
import {
  DateChip,
  Done,
  EditorContext,
  NumberChip,
  SelectChip,
  Sentence,
  TextChip,
  ValueChip,
} from './chips.tsx'
import type { Contact, ContractDetail, StaffPerson, Terms } from './contract-data.ts'
import { useHands } from './hands-words.ts'

export type SectionProps = {
  terms: Terms
  base: Terms | undefined
  setTerms: (edit: (terms: Terms) => Terms) => void
}
export type ContractChange = {
  number?: string
  validFrom?: string
  validTo?: string | null
  concludedOn?: string | null
}

export function Parties({
  terms,
  base,
  setTerms,
  contract,
  staff,
  onContract,
  client,
}: SectionProps & {
  contract: ContractDetail
  staff: readonly StaffPerson[]
  onContract: ((change: ContractChange) => void) | undefined
  client: ReactNode
}) {
  const { lang, words: all } = useSpeech()
  const words = all.contracts.editor
  const { sentences, values, fields } = words
  const people = staff
    .filter((person) => !person.leftAt || person.id === terms.accountManagerId)
    .map((person) => ({ value: person.id, label: person.name }))
  const setDocument = (change: Partial<Terms['document']>) =>
    setTerms((now) => ({ ...now, document: { ...now.document, ...change } }))
  return (
    <div className="c-sentences">
      {client}
      <Sentence
        text={sentences.number}
        chips={{
          number:
            onContract && contract.state === 'draft' ? (
              <TextChip
                value={contract.number}
                label={fields.number}
                path="number"
                onChange={(number) => number.trim() && onContract({ number: number.trim() })}
              />
            ) : (
              <span className="c-chip c-chip-plain num">{contract.number}</span>
            ),
          concludedOn: onContract ? (
            <DateChip
              value={contract.concludedOn}
              empty={values.notConcluded}
              clearable
              label={fields.date}
              onChange={(concludedOn) => onContract({ concludedOn })}
            />
          ) : (
            <span className="c-chip c-chip-plain">
              {contract.concludedOn ? date(lang, contract.concludedOn) : values.notConcluded}
            </span>
          ),
          place: (
            <TextChip
              value={terms.document.place ?? ''}
              empty={values.noPlace}
              was={base?.document.place}
              label={fields.place}
              onChange={(place) => setDocument({ place: place || undefined })}
            />
          ),
        }}
      />
      <Sentence
        text={sentences.manager}
        chips={{
          manager: (
            <SelectChip
              value={terms.accountManagerId}
              was={base?.accountManagerId}
              label={words.sections.parties}
              choices={people}
              path="terms.accountManagerId"
              onChange={(accountManagerId) => setTerms((now) => ({ ...now, accountManagerId }))}
            />
          ),
          deputy: (
            <SelectChip
              value={terms.deputyId ?? ''}
              was={base && (base.deputyId ?? '')}
              label={words.sections.parties}
              path="terms.deputyId"
              choices={[
                { value: '', label: values.noDeputy },
                ...people.filter((person) => person.value !== terms.accountManagerId),
              ]}
              onChange={(id) => setTerms((now) => ({ ...now, deputyId: id || undefined }))}
            />
          ),
        }}
      />
    </div>
  )
}

type PeriodProps = SectionProps & {
  contract: ContractDetail
  onContract: ((change: ContractChange) => void) | undefined
  amendment?:
    | {
        validFrom: string
        onChange: (validFrom: string) => void
        reason: string
        onReason: (reason: string) => void
      }
    | undefined
}

export function Period({ terms, base, setTerms, contract, onContract, amendment }: PeriodProps) {
  const { lang, words: all } = useSpeech()
  const words = all.contracts.editor
  const { sentences, values, fields } = words
  const { readOnly } = use(EditorContext)
  const may = onContract && contract.state === 'draft' && !readOnly
  const end = contract.validTo ? values.until(date(lang, contract.validTo)) : values.indefinite
  const setEnd = (validTo: string | null) => {
    onContract?.({ validTo })
    setTerms((now) => ({ ...now, term: { ...now.term, isIndefinite: validTo === null } }))
  }
  const fixed = (text: string) => <span className="c-chip c-chip-plain">{text}</span>
  return (
    <div className="c-sentences">
      {amendment && (
        <Sentence
          text={sentences.amendmentFrom}
          chips={{
            validFrom: (
              <DateChip
                value={amendment.validFrom}
                label={fields.date}
                path="validFrom"
                onChange={(on) => on && amendment.onChange(on)}
              />
            ),
          }}
        />
      )}
      {amendment && !readOnly && (
        <p className="c-line">
          <span className="c-hint">{fields.reason}: </span>
          <TextChip
            value={amendment.reason}
            empty="–"
            label={fields.reason}
            long
            onChange={amendment.onReason}
          />
        </p>
      )}
      <Sentence
        text={sentences.period}
        chips={{
          validFrom: may ? (
            <DateChip
              value={contract.validFrom}
              label={fields.date}
              path="validFrom"
              onChange={(validFrom) => validFrom && onContract({ validFrom })}
            />
          ) : (
            fixed(date(lang, contract.validFrom))
          ),
          end: may ? (
            <ValueChip text={end} label={fields.date} path="validTo" width={260}>
              {(close) => <EndEditor contract={contract} onChange={setEnd} onDone={close} />}
            </ValueChip>
          ) : (
            fixed(end)
          ),
        }}
      />
      <Sentence
        text={sentences.notice}
        chips={{
          notice: (
            <NumberChip
              value={terms.term.noticeMonths}
              max={36}
              text={words.months(terms.term.noticeMonths)}
              was={base && words.months(base.term.noticeMonths)}
              label={fields.months}
              path="terms.term.noticeMonths"
              onChange={(noticeMonths) =>
                setTerms((now) => ({ ...now, term: { ...now.term, noticeMonths } }))
              }
            />
          ),
        }}
      />
    </div>
  )
}

/** An end before the beginning is told here, and stays to be mended. */
function EndEditor({
  contract: { validFrom, validTo },
  onChange,
  onDone,
}: {
  contract: ContractDetail
  onChange: (validTo: string | null) => void
  onDone: () => void
}) {
  const { contracts, refusals } = useWords()
  const { fields } = contracts.editor
  const [typed, setTyped] = useState(validTo ?? '')
  const isReversed = typed !== '' && typed < validFrom
  const done = () => {
    if (isReversed) return
    if (typed !== (validTo ?? '')) onChange(typed || null)
    onDone()
  }
  return (
    <div className="c-stack">
      <Checkbox
        label={fields.indefinite}
        checked={typed === ''}
        onChange={(e) => e.currentTarget.checked && setTyped('')}
      />
      <TextInput
        type="date"
        label={fields.date}
        value={typed}
        error={isReversed ? refusals.dates_reversed : undefined}
        onChange={(e) => setTyped(e.currentTarget.value)}
        onKeyDown={(e) => e.key === 'Enter' && done()}
      />
      <Done onClick={done} />
    </div>
  )
}

export function Reporters({
  terms,
  base,
  setTerms,
  contacts,
}: SectionProps & { contacts: readonly Contact[] }) {
  const words = useWords().contracts.editor
  const { readOnly } = use(EditorContext)
  const { mode, contactIds } = terms.reporters
  const set = (change: Partial<Terms['reporters']>) =>
    setTerms((now) => ({ ...now, reporters: { ...now.reporters, ...change } }))
  return (
    <div className="c-sentences">
      <Sentence
        text={words.sentences.reporters}
        chips={{
          mode: (
            <SelectChip
              value={mode}
              was={base?.reporters.mode}
              label={words.sections.reporters}
              path="terms.reporters.contactIds"
              choices={[
                { value: 'all', label: words.values.all },
                { value: 'listed', label: words.values.listed },
              ]}
              onChange={(next) => set({ mode: next })}
            />
          ),
        }}
      />
      {mode === 'listed' && (
        <div className="c-stack">
          {contacts.map((contact) => (
            <Checkbox
              key={contact.id}
              disabled={readOnly}
              label={`${contact.name} · ${contact.email}`}
              checked={contactIds.includes(contact.id)}
              onChange={(e) =>
                set({
                  contactIds: e.currentTarget.checked
                    ? [...contactIds, contact.id]
                    : contactIds.filter((id) => id !== contact.id),
                })
              }
            />
          ))}
        </div>
      )}
    </div>
  )
}

export function Billing({ terms, base, setTerms }: SectionProps) {
  const words = useWords().contracts.editor
  const hands = useHands().terms
  const vatName = (vat: string) => (/^\d+$/.test(vat) ? `${vat}%` : vat)
  return (
    <div className="c-sentences">
      <Sentence
        text={words.sentences.payment}
        chips={{
          paymentDays: (
            <NumberChip
              value={terms.billing.paymentDays}
              max={365}
              text={words.days(terms.billing.paymentDays)}
              was={base && words.days(base.billing.paymentDays)}
              label={words.fields.days}
              path="terms.billing.paymentDays"
              onChange={(paymentDays) =>
                setTerms((now) => ({ ...now, billing: { ...now.billing, paymentDays } }))
              }
            />
          ),
          from: (
            <SelectChip
              value={terms.billing.paymentDaysFrom ?? 'issue'}
              was={base && (base.billing.paymentDaysFrom ?? 'issue')}
              label={hands.paymentFromLabel}
              path="terms.billing.paymentDaysFrom"
              choices={(['issue', 'delivery'] as const).map((value) => ({ value, label: hands.from[value] }))}
              onChange={(paymentDaysFrom) =>
                setTerms((now) => ({ ...now, billing: { ...now.billing, paymentDaysFrom } }))
              }
            />
          ),
          vat: (
            <SelectChip
              value={terms.priceList.vat}
              was={base?.priceList.vat}
              label="VAT"
              path="terms.priceList.vat"
              choices={vatCodes.map((vat) => ({ value: vat, label: vatName(vat) }))}
              onChange={(vat) =>
                setTerms((now) => ({
                  ...now,
                  priceList: { ...now.priceList, vat },
                  billing: { ...now.billing, vat },
                }))
              }
            />
          ),
        }}
      />
    </div>
  )
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export function DocumentTexts({ terms, base, setTerms }: SectionProps) {
  const words = useWords().contracts.editor
  const { sentences, values, fields } = words
  const { document } = terms
  const set = (change: Partial<Terms['document']>) =>
    setTerms((now) => ({ ...now, document: { ...now.document, ...change } }))
  const choices = <
    T extends 'documentary' | 'written' | 'electronic' | 'contractor' | 'client' | 'defendant',
  >(
    list: readonly T[],
  ) => list.map((value) => ({ value, label: values[value] }))
  return (
    <div className="c-sentences">
      <Sentence
        text={sentences.liability}
        chips={{
          liability: (
            <TextChip
              long
              value={document.liabilityLimit}
              empty={values.noLiability}
              was={base?.document.liabilityLimit}
              label={fields.liability}
              path="terms.document.liabilityLimit"
              onChange={(liabilityLimit) => set({ liabilityLimit })}
            />
          ),
        }}
      />
      <Sentence
        text={sentences.warranty}
        chips={{
          warranty: (
            <NumberChip
              value={document.warrantyMonths}
              max={120}
              text={words.months(document.warrantyMonths)}
              was={base && words.months(base.document.warrantyMonths)}
              label={fields.months}
              onChange={(warrantyMonths) => set({ warrantyMonths })}
            />
          ),
        }}
      />
      <Sentence
        text={sentences.form}
        chips={{
          form: (
            <SelectChip
              value={document.form}
              was={base?.document.form}
              label={fields.kind}
              choices={choices(['documentary', 'written', 'electronic'])}
              onChange={(form) => set({ form })}
            />
          ),
          court: (
            <SelectChip
              value={document.court}
              was={base?.document.court}
              label={fields.kind}
              choices={choices(['contractor', 'client', 'defendant'])}
              onChange={(court) => set({ court })}
            />
          ),
        }}
      />
      <Points
        label={fields.scope}
        items={document.scope}
        onChange={(scope) => set({ scope })}
        path="terms.document.scope"
      />
      <Points
        label={fields.exclusions}
        items={document.exclusions}
        onChange={(exclusions) => set({ exclusions })}
        path="terms.document.exclusions"
      />
    </div>
  )
}

/** A list of points, edited as lines of text. */
function Points({
  label,
  items,
  onChange,
  path,
}: {
  label: string
  items: string[]
  onChange: (items: string[]) => void
  path: string
}) {
  const { kit } = useWords()
  const { readOnly } = use(EditorContext)
  return (
    <div className="c-points">
      <strong>{label.split(',')[0]}</strong>
      <ul>
        {items.map((item, i) => (
          <li key={i}>{item}</li>
        ))}
      </ul>
      {!readOnly && (
        <ValueChip text={kit.buttons.edit} label={label} path={path} width={380}>
          {(close) => (
            <div className="c-stack">
              <label className="c-label">
                {label}
                <textarea
                  className="c-lines"
                  rows={8}
                  defaultValue={items.join('\n')}
                  onBlur={(e) => onChange(linesOf(e.currentTarget.value))}
                  data-autofocus
                />
              </label>
              <Done onClick={close} />
            </div>
          )}
        </ValueChip>
      )}
    </div>
  )
}
