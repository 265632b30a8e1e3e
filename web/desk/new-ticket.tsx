/** A ticket taken down by staff, with the client on the phone: who, what, how urgent, and whether one takes it at once. */
import { Select, SegmentedControl, Switch, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useContacts } from '../contracts/contract-data.ts'
import { api } from '../kit/api.ts'
import { FileChips } from '../kit/data.tsx'
import { useGo } from '../kit/link.tsx'
import { useRefusal } from '../kit/refusals.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useWords } from '../kit/words.tsx'
import { ClientSelect } from './deed-dialogs.tsx'
import { FormDialog } from './form-dialog.tsx'
import { reportOf, type ReportForm } from './report-form.ts'
import { AttachButton, useUpload } from './ticket-composer.tsx'

const levels = ['critical', 'high', 'normal', 'low'] as const
const someoneElse = 'other'

export default function NewTicket({ clientId = '', onClose }: { clientId?: string; onClose: () => void }) {
  const { desk, kit, reports } = useWords()
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
    takeOver: true,
  })
  const set = (change: Partial<ReportForm>) => setForm({ ...form, ...change })
  const { data: contacts = [] } = useContacts(form.clientId)
  const { data: rules } = useQuery({ queryKey: ['desk-rules'], queryFn: () => api.get('/api/desk-rules') })
  const categories = rules?.categories ?? []
  const report = useMutation({
    mutationFn: () =>
      api.post('/api/tickets', {
        body: reportOf(
          form,
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
          onChange={(id) => set({ clientId: id, contactId: '' })}
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
      <SegmentedControl
        fullWidth
        aria-label={words.priority}
        value={form.priority}
        onChange={(priority) => set({ priority: priority as ReportForm['priority'] })}
        data={levels.map((level) => ({ value: level, label: kit.priorities[level] }))}
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
