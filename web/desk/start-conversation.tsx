/** A new free conversation: with whom, about what, and the first message. */
import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { api } from '../kit/api.ts'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { useWords } from '../kit/words.tsx'
import { useClients, useContacts } from '../contracts/contract-data.ts'

type Props = { onClose: () => void; onStarted: (conversationId: string) => void }

export function StartConversation({ onClose, onStarted }: Props) {
  const { intake, kit } = useWords()
  const words = intake.talk
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [form, setForm] = useState({ clientId: '', contactId: '', subject: '', text: '' })
  const [tried, setTried] = useState(false)
  const { data: clients = [] } = useClients()
  const { data: contacts } = useContacts(form.clientId)
  const start = useMutation({
    mutationFn: () => {
      const { contactId, subject, text } = form
      return api.post('/api/conversations', { body: { contactId, subject, text } })
    },
    onSuccess: (written) => {
      void queries.invalidateQueries({ queryKey: ['conversations'] })
      onStarted(written.conversationId)
    },
    onError: refusal.show,
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    refusal.clear()
    if (form.contactId && form.text.trim()) start.mutate()
  }
  const isNobodyThere = form.clientId !== '' && contacts?.length === 0
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.start}
      closeButtonProps={{ 'aria-label': kit.buttons.close }}
    >
      <form className="t-form" onSubmit={send} noValidate>
        <Select
          label={words.client}
          searchable
          data-autofocus
          value={form.clientId || null}
          data={clients.map((client) => ({ value: client.id, label: client.name }))}
          onChange={(clientId) => setForm({ ...form, clientId: clientId ?? '', contactId: '' })}
        />
        <Select
          label={words.contact}
          disabled={form.clientId === '' || isNobodyThere}
          value={form.contactId || null}
          data={(contacts ?? []).map((contact) => ({
            value: contact.id,
            label: [contact.name, contact.position].filter(Boolean).join(', '),
          }))}
          error={
            isNobodyThere
              ? words.noContacts
              : tried && !form.contactId
                ? words.needContact
                : refusal.of('contactId')
          }
          onChange={(contactId) => setForm({ ...form, contactId: contactId ?? '' })}
        />
        <TextInput
          label={words.subject}
          description={words.subjectHint}
          maxLength={300}
          value={form.subject}
          onChange={(event) => setForm({ ...form, subject: event.currentTarget.value })}
        />
        <Textarea
          label={words.text}
          required
          autosize
          minRows={4}
          maxRows={12}
          value={form.text}
          error={tried && !form.text.trim() ? words.needText : refusal.of('text')}
          onChange={(event) => setForm({ ...form, text: event.currentTarget.value })}
        />
        <RefusalNote refusal={refusal} fields={['contactId', 'text']} />
        <Button type="submit" size="md" loading={start.isPending}>
          {kit.buttons.send}
        </Button>
      </form>
    </Modal>
  )
}
