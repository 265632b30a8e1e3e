/** One entry of work by hand: time, a trip, material; changed while no invoice stands on it, taken back with a reason. */
import { Button, Checkbox, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { askedOf, type AskedOf, type WorkFacts } from '#engines/pricing/asked-facts.ts'
import { workFactLabels } from '#words/work-facts.ts'
import { api } from '../kit/api.ts'
import { pageClock } from '../kit/clock.ts'
import { useRefusal } from '../kit/refusals.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useLang, useWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { renew, type TicketPage, type WorkEntry } from './desk-data.ts'
import { FormDialog } from './form-dialog.tsx'
import {
  bodyOf,
  choicesOf,
  formOf,
  isProblem,
  newForm,
  type TypedField,
  type WorkBody,
  type WorkForm,
  type WorkKind,
} from './work-form.ts'

const kinds = ['time', 'trip', 'material'] as const

function log(ticketId: string, work: WorkBody): Promise<unknown> {
  const path = { id: ticketId }
  if (work.kind === 'time') return api.post('/api/tickets/{id}/time', { path, body: work.body })
  if (work.kind === 'trip') return api.post('/api/tickets/{id}/trips', { path, body: work.body })
  return api.post('/api/tickets/{id}/materials', { path, body: work.body })
}

export function WorkDialog({
  ticketId,
  asked,
  entry,
  onClose,
}: {
  ticketId: string
  asked: TicketPage['asked']
  entry?: WorkEntry | undefined
  onClose: () => void
}) {
  const { desk, kit } = useWords()
  const words = desk.work
  const zone = useZone()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [kind, setKind] = useState<WorkKind>(entry?.kind ?? 'time')
  const [form, setForm] = useState<WorkForm>(() =>
    entry ? formOf(entry, zone) : newForm(pageClock.nowMs(), zone, words.unitUsual),
  )
  const [wrong, setWrong] = useState<{ field: string; sentence: string }>()
  const [removing, setRemoving] = useState<string>()
  const save = useMutation({
    mutationFn: (work: WorkBody): Promise<unknown> =>
      entry
        ? api.put('/api/work/{kind}/{id}', {
            path: { kind: entry.kind, id: entry.id },
            body: {
              ...work.body,
              notBilledBecause: form.notBilledBecause.trim() || null,
              version: entry.version,
            },
          })
        : log(ticketId, work),
    onSuccess: () => (renew(queries, ticketId), onClose(), showToast({ text: words.logged })),
    onError: refusal.show,
  })
  const remove = useMutation({
    mutationFn: async (reason: string) =>
      entry &&
      api.put('/api/work/{kind}/{id}/removal', {
        path: { kind: entry.kind, id: entry.id },
        body: { reason },
      }),
    onSuccess: () => (renew(queries, ticketId), onClose(), showToast({ text: words.removed })),
    onError: refusal.show,
  })
  const submit = () => {
    if (removing !== undefined) return remove.mutate(removing)
    const work = bodyOf(kind, form, zone)
    if (isProblem(work)) return setWrong({ field: work.field, sentence: words[work.code] })
    setWrong(undefined)
    save.mutate(work)
  }
  return (
    <FormDialog
      title={entry ? words.changeTitle : words.newTitle}
      action={removing !== undefined ? words.remove : kit.buttons.save}
      refusal={refusal}
      fields={['endedAt', 'startedAt', 'at', 'reason', ...askedOf.map((name) => `facts.${name}`)]}
      busy={save.isPending || remove.isPending}
      isReady={removing === undefined || removing.trim() !== ''}
      danger={removing !== undefined}
      onSubmit={submit}
      onClose={onClose}
      aside={
        entry &&
        removing === undefined && (
          <Button variant="subtle" color="danger" size="md" mr="auto" onClick={() => setRemoving('')}>
            {words.remove}
          </Button>
        )
      }
    >
      {removing !== undefined ? (
        <Textarea
          label={words.removeReason}
          autosize
          minRows={2}
          autoFocus
          value={removing}
          error={refusal.of('reason')}
          onChange={(e) => setRemoving(e.currentTarget.value)}
        />
      ) : (
        <>
          {!entry && (
            <SegmentedControl
              fullWidth
              aria-label={words.kind}
              value={kind}
              onChange={(value) => setKind(value as WorkKind)}
              data={kinds.map((one) => ({ value: one, label: words.kinds[one] }))}
            />
          )}
          <Fields
            kind={kind}
            form={form}
            set={(change) => setForm({ ...form, ...change })}
            errorOf={(field) =>
              wrong?.field === field
                ? wrong.sentence
                : refusal.of(({ from: 'startedAt', to: 'endedAt' } as Record<string, string>)[field] ?? field)
            }
          />
          <FactFields
            choices={choicesOf(asked[kind], form.facts)}
            facts={form.facts}
            set={(facts) => setForm({ ...form, facts: { ...form.facts, ...facts } })}
            errorOf={(field) => refusal.of(field)}
          />
          {entry && (
            <Textarea
              label={words.notBilled}
              description={words.notBilledHint}
              autosize
              minRows={1}
              value={form.notBilledBecause}
              onChange={(e) => setForm({ ...form, notBilledBecause: e.currentTarget.value })}
            />
          )}
        </>
      )}
    </FormDialog>
  )
}

/** Only what the contract's price list tells apart, with the values that it names. */
function FactFields({
  choices,
  facts,
  set,
  errorOf,
}: {
  choices: [AskedOf, string[]][]
  facts: WorkFacts
  set: (change: WorkFacts) => void
  errorOf: (field: string) => string | undefined
}) {
  const labels = workFactLabels[useLang()]
  if (choices.length === 0) return null
  return (
    <fieldset className="d-facts">
      <legend className="d-quiet">{labels.hint}</legend>
      <div className="d-fields d-fields-two">
        {choices.map(([name, values]) =>
          name === 'flags' ? (
            <Checkbox.Group
              key={name}
              label={labels.flags}
              value={facts.flags ?? []}
              error={errorOf('facts.flags')}
              onChange={(flags) => set({ flags })}
            >
              <div className="d-marks">
                {values.map((mark) => (
                  <Checkbox key={mark} value={mark} label={mark} />
                ))}
              </div>
            </Checkbox.Group>
          ) : (
            <Select
              key={name}
              label={labels[name]}
              placeholder={labels.none}
              clearable
              data={values}
              value={facts[name] ?? null}
              error={errorOf(`facts.${name}`)}
              onChange={(value) => set({ [name]: value ?? '' })}
            />
          ),
        )}
      </div>
    </fieldset>
  )
}

type FieldsProps = {
  kind: WorkKind
  form: WorkForm
  set: (change: Partial<WorkForm>) => void
  errorOf: (field: string) => string | undefined
}

function Fields({ kind, form, set, errorOf }: FieldsProps) {
  const { desk } = useWords()
  const words = desk.work
  const text = (name: TypedField, label: string, more: object = {}) => (
    <TextInput
      label={label}
      value={form[name]}
      error={errorOf(name)}
      onChange={(e) => set({ [name]: e.currentTarget.value })}
      {...more}
    />
  )
  const number = { inputMode: 'decimal', className: 'num' } as const
  return (
    <>
      {kind === 'time' && (
        <SegmentedControl
          fullWidth
          aria-label={words.place}
          value={form.place}
          onChange={(place) => set({ place: place as WorkForm['place'] })}
          data={[
            { value: 'remote', label: desk.places.remote },
            { value: 'onSite', label: desk.places.onSite },
          ]}
        />
      )}
      {kind === 'material' && text('name', words.name, { required: true })}
      <div className="d-fields">
        {text('date', words.date, { type: 'date' })}
        {text('from', kind === 'time' ? words.from : words.at, {
          type: 'time',
          error: errorOf(kind === 'time' ? 'from' : 'at') ?? errorOf('from'),
        })}
        {kind === 'time' && text('to', words.to, { type: 'time' })}
        {kind === 'trip' && text('kilometres', words.kilometres, number)}
        {kind === 'material' && text('quantity', words.quantity, number)}
        {kind === 'material' && text('unit', words.unit, { required: true })}
        {kind === 'material' && text('unitPrice', words.price, number)}
        {kind === 'material' && text('cost', words.cost, number)}
      </div>
      {kind !== 'material' && (
        <Textarea
          label={words.note}
          autosize
          minRows={2}
          value={form.note}
          onChange={(e) => set({ note: e.currentTarget.value })}
        />
      )}
    </>
  )
}
