/** The absence calendar: a month of people and days, and the form of one absence. */
import { Button, Modal, Select, TextInput } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type CSSProperties } from 'react'
import { dateOf, dateRange, month as monthText } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { pageClock } from '../kit/clock.ts'
import { ReasonChip } from '../kit/data.tsx'
import { useUrlState } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { RefusalNote, useRefusal, useSentence } from '../kit/refusals.tsx'
import { EmptyState, SkeletonAfter } from '../kit/states.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useSession } from '../session.ts'
import { useStaff, type StaffPerson } from './contract-data.ts'
import { useAbsences, useIsManager, type Absence } from './life-data.ts'
import { daysOfMonth, monthBeside } from './month-days.ts'
import './contracts.css'
import './contract-life.css'

type Draft = Omit<Absence, 'id' | 'version'> & { id?: string; version?: number }

export default function Absences() {
  const { lang, words } = useSpeech()
  const said = words.contractLife.absences
  const today = dateOf(pageClock.nowMs())
  const [{ month = today.slice(0, 7) }, setUrl] = useUrlState()
  const days = daysOfMonth(month)
  const { data } = useAbsences(days[0]!.date, days.at(-1)!.date)
  const { data: staff = [] } = useStaff()
  const { id: ownId } = useSession().person
  const [draft, setDraft] = useState<Draft>()
  const people = staff.filter(({ leftAt }) => !leftAt)
  const empty = (staffId = ownId): Draft => ({
    staffId,
    fromOn: today,
    toOn: today,
    kind: 'holiday',
    deputyId: null,
    note: '',
  })
  return (
    <Page
      header={
        <PageHeader
          title={words.contractLife.nav.absences}
          actions={
            <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => setDraft(empty())}>
              {said.add}
            </Button>
          }
        />
      }
    >
      <div className="l-page">
        <p className="c-lead">{said.lead}</p>
        <div className="l-tools">
          <Button
            variant="default"
            size="xs"
            px={8}
            aria-label={said.previous}
            onClick={() => setUrl({ month: monthBeside(month, -1) })}
          >
            <IconChevronLeft size={16} stroke={1.7} />
          </Button>
          <strong>{monthText(lang, `${month}-01`)}</strong>
          <Button
            variant="default"
            size="xs"
            px={8}
            aria-label={said.next}
            onClick={() => setUrl({ month: monthBeside(month, 1) })}
          >
            <IconChevronRight size={16} stroke={1.7} />
          </Button>
        </div>
        {!data && <SkeletonAfter />}
        {data && (
          <div
            className="l-month num"
            tabIndex={0}
            role="region"
            aria-label={words.contractLife.nav.absences}
            style={{ '--days': days.length } as CSSProperties}
          >
            <span className="l-name" />
            {days.map(({ date, day, isWeekend }) => (
              <span key={date} data-weekend={isWeekend || undefined} data-today={date === today || undefined}>
                {day}
              </span>
            ))}
            {people.map((person) => (
              <Row
                key={person.id}
                person={person}
                days={days}
                absences={data.filter(({ staffId }) => staffId === person.id)}
                onOpen={setDraft}
              />
            ))}
          </div>
        )}
        {data?.length === 0 && <EmptyState sentence={said.empty} drawing={null} />}
        {data && data.length > 0 && (
          <ul className="l-rows" style={{ marginTop: 18 }}>
            {data.map((absence) => (
              <li key={absence.id}>
                <ReasonChip tone={absence.kind === 'sick' ? 'note' : 'soft'}>
                  {said.kinds[absence.kind]}
                </ReasonChip>
                <span>
                  <button type="button" className="c-linkish" onClick={() => setDraft(absence)}>
                    {nameOf(staff, absence.staffId)}
                  </button>
                </span>
                <span className="l-wide c-hint">
                  {dateRange(lang, absence.fromOn, absence.toOn)}
                  {absence.note && `, ${absence.note}`}
                </span>
                <span className="l-wide">
                  {absence.deputyId ? said.standsIn(nameOf(staff, absence.deputyId)) : said.noDeputy}
                </span>
                <span />
              </li>
            ))}
          </ul>
        )}
      </div>
      {draft && (
        <AbsenceForm
          key={draft.id ?? 'new'}
          first={draft}
          people={people}
          onClose={() => setDraft(undefined)}
        />
      )}
    </Page>
  )
}

const nameOf = (staff: readonly StaffPerson[], id: string): string =>
  staff.find((one) => one.id === id)?.name ?? ''

function Row({
  person,
  days,
  absences,
  onOpen,
}: {
  person: StaffPerson
  days: ReturnType<typeof daysOfMonth>
  absences: readonly Absence[]
  onOpen: (absence: Absence) => void
}) {
  const { lang, words } = useSpeech()
  const said = words.contractLife.absences
  return (
    <>
      <span className="l-name">{person.name}</span>
      {days.map(({ date, isWeekend }) => {
        const absence = absences.find(({ fromOn, toOn }) => fromOn <= date && date <= toOn)
        return (
          <span key={date} data-weekend={isWeekend || undefined}>
            {absence && (
              <button
                type="button"
                data-kind={absence.kind}
                // One absence is one stop of the keyboard: its first day of the month.
                tabIndex={date === absence.fromOn || date === days[0]!.date ? 0 : -1}
                aria-label={`${person.name}: ${said.kinds[absence.kind]}, ${dateRange(lang, absence.fromOn, absence.toOn)}`}
                title={said.kinds[absence.kind]}
                onClick={() => onOpen(absence)}
              />
            )}
          </span>
        )
      })}
    </>
  )
}

function AbsenceForm({
  first,
  people,
  onClose,
}: {
  first: Draft
  people: readonly StaffPerson[]
  onClose: () => void
}) {
  const { words } = useSpeech()
  const said = words.contractLife.absences
  const queries = useQueryClient()
  const refusal = useRefusal()
  const sentence = useSentence()
  const { id: ownId } = useSession().person
  const isManager = useIsManager()
  const [typed, setTyped] = useState(first)
  const set = (change: Partial<Draft>) => setTyped({ ...typed, ...change })
  const done = () => (void queries.invalidateQueries({ queryKey: ['absences'] }), onClose())
  const save = useMutation({
    mutationFn: () => {
      const { id, version, ...body } = typed
      return id
        ? api.put('/api/absences/{id}', { path: { id }, body: { ...body, version: version! } })
        : api.post('/api/absences', { body })
    },
    onSuccess: () => (done(), showToast({ text: said.saved })),
    onError: refusal.show,
  })
  const remove = useMutation({
    mutationFn: () => api.delete('/api/absences/{id}', { path: { id: first.id! } }),
    onSuccess: () => (done(), showToast({ text: said.removed })),
    onError: (problem) => showToast({ text: sentence(problem), tone: 'problem' }),
  })
  const choices = people
    .filter(({ id }) => isManager || id === ownId)
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Modal
      opened
      onClose={onClose}
      title={said.add}
      closeButtonProps={{ 'aria-label': words.kit.buttons.close }}
    >
      <form className="c-form" onSubmit={(e) => (e.preventDefault(), refusal.clear(), save.mutate())}>
        <Select
          label={said.who}
          data={choices}
          value={typed.staffId}
          allowDeselect={false}
          error={refusal.of('staffId')}
          onChange={(staffId) => staffId && set({ staffId })}
        />
        <div className="c-pair">
          <TextInput
            type="date"
            required
            label={said.from}
            value={typed.fromOn}
            error={refusal.of('fromOn')}
            onChange={(e) =>
              set({
                fromOn: e.currentTarget.value,
                ...(e.currentTarget.value > typed.toOn && { toOn: e.currentTarget.value }),
              })
            }
          />
          <TextInput
            type="date"
            required
            label={said.to}
            value={typed.toOn}
            error={refusal.of('toOn')}
            onChange={(e) => set({ toOn: e.currentTarget.value })}
          />
        </div>
        <Select
          label={said.kind}
          data={(['holiday', 'sick', 'training', 'other'] as const).map((value) => ({
            value,
            label: said.kinds[value],
          }))}
          value={typed.kind}
          allowDeselect={false}
          onChange={(kind) => kind && set({ kind: kind as Absence['kind'] })}
        />
        <Select
          label={said.deputy}
          data={[
            { value: '', label: said.noDeputy },
            ...people
              .filter(({ id }) => id !== typed.staffId)
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={typed.deputyId ?? ''}
          allowDeselect={false}
          error={refusal.of('deputyId')}
          onChange={(deputyId) => set({ deputyId: deputyId || null })}
        />
        <TextInput
          label={said.note}
          value={typed.note}
          onChange={(e) => set({ note: e.currentTarget.value })}
        />
        <RefusalNote refusal={refusal} fields={['staffId', 'fromOn', 'toOn', 'deputyId']} />
        <div className="c-actions">
          {first.id && (
            <Button variant="default" size="md" loading={remove.isPending} onClick={() => remove.mutate()}>
              {said.remove}
            </Button>
          )}
          <Button type="submit" size="md" loading={save.isPending}>
            {said.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
