/** A free conversation becomes a ticket: the whole of it moves there, and the clock starts. */
import { Button, Checkbox, Modal, SegmentedControl, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../kit/api.ts'
import { useGo } from '../kit/link.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { useWords } from '../kit/words.tsx'
import { aboutSaid, nothingYet, PlaceFields, type AboutForm } from './about-fields.tsx'
import './desk.css'
import { priorityKeys } from './report-draft.ts'
import type { Talk } from './talk.ts'

export function MakeTicket({ conversation, onClose }: { conversation: Talk; onClose: () => void }) {
  const { intake, kit } = useWords()
  const words = intake.talk
  const go = useGo()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [form, setForm] = useState({ subject: conversation.subject, priority: 'normal', takeOver: true })
  const [about, setAbout] = useState<AboutForm>(nothingYet)
  const make = useMutation({
    mutationFn: () =>
      api.post('/api/conversations/{id}/ticket', {
        path: { id: conversation.id },
        body: { ...form, ...aboutSaid(about) },
      }),
    onSuccess: (ticket) => {
      void queries.invalidateQueries({ queryKey: ['conversations'] })
      void queries.invalidateQueries({ queryKey: ['tickets'] })
      go(`/tickets/${ticket.id}`)
    },
    onError: refusal.show,
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.makeTicket}
      closeButtonProps={{ 'aria-label': kit.buttons.close }}
    >
      <form className="t-form" onSubmit={(event) => (event.preventDefault(), refusal.clear(), make.mutate())}>
        <p className="t-hint">{words.makeTicketWhy}</p>
        <TextInput
          label={words.subject}
          value={form.subject}
          maxLength={300}
          data-autofocus
          error={refusal.of('subject')}
          onChange={(event) => setForm({ ...form, subject: event.currentTarget.value })}
        />
        <PlaceFields
          clientId={conversation.clientId ?? ''}
          form={about}
          set={(change) => setAbout((now) => ({ ...now, ...change }))}
          refusal={refusal}
        />
        <div>
          <span className="t-label" id="make-ticket-priority">
            {words.priority}
          </span>
          <SegmentedControl
            fullWidth
            aria-labelledby="make-ticket-priority"
            value={form.priority}
            onChange={(priority) => setForm({ ...form, priority })}
            data={priorityKeys.map((value) => ({ value, label: kit.priorities[value] }))}
          />
        </div>
        <Checkbox
          label={words.takeOver}
          checked={form.takeOver}
          onChange={(event) => setForm({ ...form, takeOver: event.currentTarget.checked })}
        />
        <RefusalNote refusal={refusal} fields={['subject', 'siteId', 'deviceId', 'deviceClass']} />
        <Button type="submit" size="md" loading={make.isPending}>
          {words.create}
        </Button>
      </form>
    </Modal>
  )
}
