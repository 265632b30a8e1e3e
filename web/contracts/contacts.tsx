/** The people of a client: added, invited to the panel, changed, taken off the list. */
import { Button, Checkbox, Menu, Modal, SegmentedControl, TextInput } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { dateOf, dayAndMonth, phoneOf } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { Card, ConfirmDialog } from '../kit/controls.tsx'
import { Avatar, ReasonChip } from '../kit/data.tsx'
import { RefusalNote, useRefusal, useSentence } from '../kit/refusals.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech, useWords } from '../kit/words.tsx'
import { contactsKey, useContacts, useMay, type Contact } from './contract-data.ts'

export function Contacts({ clientId, isArchived }: { clientId: string; isArchived: boolean }) {
  const words = useWords().contracts.client
  const may = useMay().keepClients && !isArchived
  const { data: contacts } = useContacts(clientId)
  const [editing, setEditing] = useState<Contact | 'new'>()
  return (
    <Card
      title={words.contacts}
      aside={
        may && (
          <Button size="xs" variant="light" onClick={() => setEditing('new')}>
            {words.addContact}
          </Button>
        )
      }
      flush
    >
      {contacts?.length === 0 && <p className="c-hint c-padded">{words.noContacts}</p>}
      <ul className="c-people">
        {contacts?.map((contact) => (
          <ContactRow key={contact.id} contact={contact} may={may} onEdit={() => setEditing(contact)} />
        ))}
      </ul>
      {editing && (
        <ContactForm
          clientId={clientId}
          contact={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Card>
  )
}

function ContactRow({ contact, may, onEdit }: { contact: Contact; may: boolean; onEdit: () => void }) {
  const { lang, words: all } = useSpeech()
  const words = all.contracts.client
  const queries = useQueryClient()
  const sentence = useSentence()
  const [leaving, setLeaving] = useState(false)
  const renew = () => queries.invalidateQueries({ queryKey: contactsKey(contact.clientId) })
  const problem = (error: unknown) => showToast({ text: sentence(error), tone: 'problem' })
  const invite = useMutation({
    mutationFn: () => api.post('/api/contacts/{id}/invitation', { path: { id: contact.id } }),
    onSuccess: () => (showToast({ text: words.invited(contact.name) }), renew()),
    onError: problem,
  })
  const leave = useMutation({
    mutationFn: () => api.delete('/api/contacts/{id}', { path: { id: contact.id } }),
    onSuccess: () => (setLeaving(false), renew()),
    onError: problem,
  })
  return (
    <li>
      <Avatar name={contact.name} size={32} />
      <span className="c-person">
        <strong>{contact.name}</strong>
        <span className="c-hint">
          {[contact.position, contact.email, phoneOf(contact.phone)].filter(Boolean).join(' · ')}
        </span>
        <span className="c-tags">
          {contact.isSupervisor && <ReasonChip tone="soft">{words.supervisor}</ReasonChip>}
          {contact.receivesInvoices && <ReasonChip>{words.invoices}</ReasonChip>}
          {!contact.hasPanelAccess && <ReasonChip tone="outline">{words.noAccess}</ReasonChip>}
          {contact.invitedAt && (
            <span className="c-hint">{words.invitedOn(dayAndMonth(lang, dateOf(contact.invitedAt)))}</span>
          )}
        </span>
      </span>
      {may && (
        <span className="c-person-do">
          {contact.hasPanelAccess && (
            <Button size="xs" variant="subtle" loading={invite.isPending} onClick={() => invite.mutate()}>
              {contact.invitedAt ? words.inviteAgain : words.invite}
            </Button>
          )}
          <Menu position="bottom-end" width={200}>
            <Menu.Target>
              <Button
                size="xs"
                variant="subtle"
                px={6}
                aria-label={`${all.kit.buttons.more}: ${contact.name}`}
              >
                <IconDots size={17} stroke={1.7} />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={onEdit}>{words.editContact}</Menu.Item>
              <Menu.Item color="danger" onClick={() => setLeaving(true)}>
                {words.leave}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </span>
      )}
      <ConfirmDialog
        opened={leaving}
        title={words.leaveTitle(contact.name)}
        action={words.leave}
        danger
        busy={leave.isPending}
        onConfirm={() => leave.mutate()}
        onClose={() => setLeaving(false)}
      >
        {words.leaveWhy}
      </ConfirmDialog>
    </li>
  )
}

const rights = ['hasPanelAccess', 'isSupervisor', 'receivesInvoices'] as const

function ContactForm({
  clientId,
  contact,
  onClose,
}: {
  clientId: string
  contact: Contact | undefined
  onClose: () => void
}) {
  const { contracts, kit } = useWords()
  const words = contracts.client
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [form, setForm] = useState({
    name: contact?.name ?? '',
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
    position: contact?.position ?? '',
    hasPanelAccess: contact?.hasPanelAccess ?? true,
    isSupervisor: contact?.isSupervisor ?? false,
    receivesInvoices: contact?.receivesInvoices ?? false,
    language: contact?.language ?? 'pl',
  })
  const save = useMutation({
    mutationFn: () =>
      contact
        ? api.patch('/api/contacts/{id}', {
            path: { id: contact.id },
            body: { ...form, version: contact.version },
          })
        : api.post('/api/clients/{id}/contacts', { path: { id: clientId }, body: form }),
    onSuccess: () => (onClose(), queries.invalidateQueries({ queryKey: contactsKey(clientId) })),
    onError: refusal.show,
  })
  const text = (name: 'name' | 'email' | 'phone' | 'position', label: string, more: object = {}) => (
    <TextInput
      label={label}
      value={form[name]}
      error={refusal.of(name)}
      onChange={(e) => setForm({ ...form, [name]: e.currentTarget.value })}
      {...more}
    />
  )
  return (
    <Modal
      opened
      onClose={onClose}
      title={contact ? words.editContact : words.addContact}
      closeButtonProps={{ 'aria-label': kit.buttons.close }}
    >
      <form className="c-form" onSubmit={(e) => (e.preventDefault(), refusal.clear(), save.mutate())}>
        {text('name', words.contactName, { required: true, 'data-autofocus': true })}
        {text('email', words.contactEmail, { required: true, type: 'email' })}
        <div className="c-two">
          {text('phone', words.phone)}
          {text('position', words.position)}
        </div>
        {rights.map((name) => (
          <Checkbox
            key={name}
            label={words[name]}
            checked={form[name]}
            onChange={(e) => setForm({ ...form, [name]: e.currentTarget.checked })}
          />
        ))}
        <div>
          <span className="c-label" id="contact-language">
            {words.language}
          </span>
          <SegmentedControl
            aria-labelledby="contact-language"
            value={form.language}
            onChange={(language) => setForm({ ...form, language })}
            data={[
              { value: 'pl', label: words.languages.pl },
              { value: 'en', label: words.languages.en },
            ]}
          />
        </div>
        <RefusalNote refusal={refusal} fields={['name', 'email']} />
        <Button type="submit" size="md" loading={save.isPending}>
          {kit.buttons.save}
        </Button>
      </form>
    </Modal>
  )
}
