/** A ticket taken down by staff, with the client on the phone: who, what, how urgent, and whether one takes it at once. */
import { Button, Select, SegmentedControl, Switch, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { moment } from '#words/format.ts'
import { useContacts } from '../contracts/contract-data.ts'
import { api } from '../kit/api.ts'
import { FileChips, type PriorityLevel } from '../kit/data.tsx'
import { useGo } from '../kit/link.tsx'
import { useRefusal } from '../kit/refusals.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech, useWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import type { Schemas } from '../generated/client.ts'
import { derivedPriority, nothingYet, PlaceFields, ScaleFields, type AboutForm } from './about-fields.tsx'
import { ClientSelect } from './deed-dialogs.tsx'
import { FormDialog } from './form-dialog.tsx'
import { reportOf, type ReportForm } from './report-form.ts'
import { AttachButton, useUpload } from './ticket-composer.tsx'
import { usePlaceWords } from '../contracts/place-words.ts'

const levels = ['critical', 'high', 'normal', 'low'] as const
const someoneElse = 'other'

export default function NewTicket({ clientId = '', onClose }: { clientId?: string; onClose: () => void }) {
  const { desk, kit, reports } = useWords()
  const places = usePlaceWords()
  const words = desk.report
  const go = useGo()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const upload = useUpload()
  const [form, setForm] = useState<ReportForm>({
    clientId,
    contactId: '',
    reporterName: '',
    reporterEmail: '',
    subject: '',
    description: '',
    priority: 'normal',
    category: '',
    ...nothingYet,
    takeOver: true,
  })
  const [byHand, setByHand] = useState(false)
  const set = (change: Partial<ReportForm>) => setForm({ ...form, ...change })
  const { data: contacts = [] } = useContacts(form.clientId)
  const { data: rules } = useQuery({ queryKey: ['desk-rules'], queryFn: () => api.get('/api/desk-rules') })
  const categories = rules?.categories ?? []
  const about: AboutForm = { ...nothingYet, ...form }
  const promises = usePromisesFor(form)
  const matrix = promises?.matrix
  const derived = derivedPriority(matrix, about)
  const report = useMutation({
    mutationFn: () =>
      api.post('/api/tickets', {
        body: reportOf(
          {
            ...(matrix ? form : { ...form, impact: null, urgency: null }),
            isByMatrix: derived !== undefined && !byHand,
          },
          upload.files.filter((one) => !one.problem).map((one) => one.id),
        ),
      }),
    onSuccess: (ticket) => {
      void queries.invalidateQueries({ queryKey: ['tickets'] })
      void queries.invalidateQueries({ queryKey: ['counts'] })
      showToast({ text: words.reported({ name: ticket.name }) })
      go(`/tickets/${ticket.id}`)
    },
    onError: refusal.show,
  })
  const isOther = form.contactId === someoneElse || (form.clientId !== '' && contacts.length === 0)
  return (
    <FormDialog
      title={words.title}
      action={words.submit}
      wide
      refusal={refusal}
      fields={[
        'clientId',
        'contactId',
        'subject',
        'description',
        'priority',
        'category',
        'siteId',
        'deviceId',
        'deviceClass',
        'impact',
        'urgency',
        'reporterEmail',
        'reporterName',
      ]}
      busy={report.isPending}
      isReady={form.subject.trim() !== '' && !upload.isBusy}
      onSubmit={() => report.mutate()}
      onClose={onClose}
    >
      <div className="d-fields d-fields-two">
        <ClientSelect
          autoFocus
          value={form.clientId}
          error={refusal.of('clientId')}
          onChange={(id) => set({ clientId: id, contactId: '', ...nothingYet })}
        />
        <Select
          label={words.contact}
          disabled={form.clientId === ''}
          value={form.contactId || null}
          error={refusal.of('contactId')}
          data={[
            ...contacts.map((one) => ({
              value: one.id,
              label: [one.name, one.position].filter(Boolean).join(', '),
            })),
            { value: someoneElse, label: words.other },
          ]}
          onChange={(contactId) => set({ contactId: contactId ?? '' })}
        />
        {(isOther || form.clientId === '') && (
          <>
            <TextInput
              label={words.reporterName}
              value={form.reporterName}
              error={refusal.of('reporterName')}
              onChange={(e) => set({ reporterName: e.currentTarget.value })}
            />
            <TextInput
              label={words.reporterEmail}
              type="email"
              value={form.reporterEmail}
              error={refusal.of('reporterEmail')}
              onChange={(e) => set({ reporterEmail: e.currentTarget.value })}
            />
          </>
        )}
      </div>
      <TextInput
        label={words.subject}
        required
        value={form.subject}
        error={refusal.of('subject')}
        onChange={(e) => set({ subject: e.currentTarget.value })}
      />
      <Textarea
        label={words.description}
        autosize
        minRows={3}
        maxRows={12}
        value={form.description}
        error={refusal.of('description')}
        onChange={(e) => set({ description: e.currentTarget.value })}
      />
      {upload.files.length > 0 && <FileChips files={upload.files} onRemove={upload.remove} />}
      <PlaceFields clientId={form.clientId} form={about} set={set} refusal={refusal}>
        {categories.length > 0 && (
          <Select
            label={reports.plan.category}
            placeholder={reports.compliance.none.category}
            data={categories}
            clearable
            value={form.category || null}
            error={refusal.of('category')}
            onChange={(category) => set({ category: category ?? '' })}
          />
        )}
      </PlaceFields>
      {matrix && !byHand ? (
        <ScaleFields matrix={matrix} form={about} set={set} />
      ) : (
        <SegmentedControl
          fullWidth
          aria-label={words.priority}
          value={form.priority}
          onChange={(priority) => set({ priority: priority as ReportForm['priority'] })}
          data={levels.map((level) => ({ value: level, label: kit.priorities[level] }))}
        />
      )}
      <Foretold
        promises={promises}
        priority={byHand || !matrix ? form.priority : derived}
        aside={
          matrix && (
            <Button size="compact-xs" variant="subtle" onClick={() => setByHand(!byHand)}>
              {byHand ? places.about.byTable : places.about.byHand}
            </Button>
          )
        }
      />
      <div className="d-inline d-spread">
        <Switch
          label={words.takeOver}
          description={words.takeOverHint}
          checked={form.takeOver}
          onChange={(e) => set({ takeOver: e.currentTarget.checked })}
        />
        <AttachButton onFiles={(files) => files.forEach((file) => void upload.add(file))} />
      </div>
    </FormDialog>
  )
}

/** Under which contract it would fall as it stands in the form, and what that promises. */
function usePromisesFor({ clientId, contactId, siteId, deviceId, deviceClass, category }: ReportForm) {
  const query = {
    ...(contactId && contactId !== someoneElse && { contactId }),
    ...(siteId && { siteId }),
    ...(deviceId && { deviceId }),
    ...(!deviceId && deviceClass?.trim() && { deviceClass: deviceClass.trim() }),
    ...(category && { category }),
  }
  const { data } = useQuery({
    queryKey: ['client', clientId, 'promises', query],
    queryFn: () => api.get('/api/clients/{id}/promises', { path: { id: clientId }, query }),
    enabled: clientId !== '',
    placeholderData: (before) => before,
  })
  return clientId === '' ? undefined : data
}

function Foretold({
  promises,
  priority,
  aside,
}: {
  promises: Schemas.Promises | undefined
  priority: PriorityLevel | undefined
  aside?: ReactNode
}) {
  const { lang, words } = useSpeech()
  const { about } = usePlaceWords()
  const zone = useZone()
  if (!promises) return null
  const level = promises.levels.find((one) => one.priority === priority)
  const said = promises.contract
    ? about.contract(promises.contract.number, level?.reactBy ? moment(lang, level.reactBy, zone) : undefined)
    : about.noContract
  return (
    <p className="d-quiet d-inline d-spread">
      <span className="num">
        {promises.contract && priority && `${words.kit.priorities[priority]} · `}
        {said}
        {promises.isSeveral && ` · ${about.several}`}
      </span>
      {aside}
    </p>
  )
}
