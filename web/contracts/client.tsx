/** One client: its data for invoices and contracts, its contracts, its people, its sites and devices. */
import { Button, Menu, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconDots, IconTicket } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiRefusal, api } from '../kit/api.ts'
import { Card } from '../kit/controls.tsx'
import { ReasonChip } from '../kit/data.tsx'
import { LinkButton, usePathParams } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { RefusalNote, useRefusal, useSentence } from '../kit/refusals.tsx'
import { ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useWords } from '../kit/words.tsx'
import { clientKey, useClient, useContracts, useMay, useStaff, type Client } from './contract-data.ts'
import { Contacts } from './contacts.tsx'
import { Devices, Sites } from './places.tsx'
import { ContractRows, NewContract } from './contract-rows.tsx'
import './contracts.css'

export default function ClientPage() {
  const { id = '' } = usePathParams()
  const { contracts: words } = useWords()
  const sentence = useSentence()
  const { data: client, error, refetch } = useClient(id)
  if (error) return <ErrorState sentence={sentence(error)} onRetry={() => void refetch()} />
  if (!client) return <SkeletonAfter />
  return (
    <Page
      header={
        <PageHeader
          crumbs={[{ label: words.nav.clients, to: '/clients' }, { label: client.name }]}
          actions={<Actions client={client} />}
        >
          {client.archivedAt && <ReasonChip tone="note">{words.client.archivedTag}</ReasonChip>}
        </PageHeader>
      }
    >
      <div className="c-columns">
        <div className="c-column">
          <ContractsOf client={client} />
          <Contacts clientId={client.id} isArchived={client.archivedAt !== null} />
          <Sites clientId={client.id} isArchived={client.archivedAt !== null} />
          <Devices clientId={client.id} isArchived={client.archivedAt !== null} />
        </div>
        <ClientForm key={client.id} client={client} />
      </div>
    </Page>
  )
}

function Actions({ client }: { client: Client }) {
  const { contracts, kit, whatIf } = useWords()
  const words = contracts.client
  const may = useMay()
  const queries = useQueryClient()
  const sentence = useSentence()
  const move = useMutation({
    mutationFn: () =>
      client.archivedAt
        ? api.delete('/api/clients/{id}/archiving', { path: { id: client.id } })
        : api.put('/api/clients/{id}/archiving', { path: { id: client.id } }),
    onSuccess: (next) => (
      queries.setQueryData(clientKey(client.id), next),
      void queries.invalidateQueries({ queryKey: ['client'] })
    ),
    onError: (problem) => showToast({ text: sentence(problem), tone: 'problem' }),
  })
  return (
    <>
      <LinkButton
        to={`/tickets?client=${client.id}`}
        variant="default"
        leftSection={<IconTicket size={16} stroke={1.7} />}
      >
        {words.tickets}
      </LinkButton>
      {may.keepClients && (
        <LinkButton to={`/clients/${client.id}/conservation`} variant="default" className="c-only-wide">
          {whatIf.conservation.nav}
        </LinkButton>
      )}
      {may.keepClients && (
        <Menu position="bottom-end" width={230}>
          <Menu.Target>
            <Button variant="default" px={8} aria-label={kit.buttons.more}>
              <IconDots size={17} stroke={1.7} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={
                client.archivedAt ? (
                  <IconArchiveOff size={17} stroke={1.7} />
                ) : (
                  <IconArchive size={17} stroke={1.7} />
                )
              }
              onClick={() => move.mutate()}
            >
              {client.archivedAt ? words.restore : words.archive}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  )
}

function ContractsOf({ client }: { client: Client }) {
  const { contracts } = useWords()
  const words = contracts.client
  const may = useMay()
  const { data } = useContracts(client.id)
  const [adding, setAdding] = useState(false)
  const add = may.keepContracts && !client.archivedAt && (
    <Button size="xs" variant="light" onClick={() => setAdding(true)}>
      {words.newContract}
    </Button>
  )
  return (
    <Card title={words.contracts} aside={add} flush>
      {data?.length === 0 && <p className="c-hint c-padded">{words.noContracts}</p>}
      {data && data.length > 0 && <ContractRows contracts={data} withoutClient />}
      {adding && <NewContract client={client} onClose={() => setAdding(false)} />}
    </Card>
  )
}

type TextName =
  | 'name'
  | 'nip'
  | 'regon'
  | 'addressLine1'
  | 'addressLine2'
  | 'email'
  | 'invoiceEmail'
  | 'phone'
  | 'representation'
const marks = ['isTaxablePerson', 'isLargeEnterprise', 'isLocalGovernment', 'isVatGroupMember'] as const

/** Only what was typed is sent; what others save meanwhile is shown and nothing typed is lost. */
function ClientForm({ client }: { client: Client }) {
  const words = useWords().contracts.client
  const may = useMay()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const { data: staff = [] } = useStaff()
  const [typed, setTyped] = useState<Partial<Client>>({})
  const shown = { ...client, ...typed }
  const set = (change: Partial<Client>) => setTyped({ ...typed, ...change })
  const save = useMutation({
    mutationFn: () =>
      api.patch('/api/clients/{id}', {
        path: { id: client.id },
        body: {
          ...typed,
          ...('nip' in typed && { nip: typed.nip?.trim() || null }),
          version: client.version,
        },
      }),
    onSuccess: (next) => (
      queries.setQueryData(clientKey(client.id), next),
      setTyped({}),
      showToast({ text: words.saved })
    ),
    onError: (problem) => {
      refusal.show(problem)
      if (problem instanceof ApiRefusal && problem.code === 'changed_meanwhile')
        void queries.invalidateQueries({ queryKey: clientKey(client.id) })
    },
  })
  const text = (name: TextName, label: string, more: object = {}) => (
    <TextInput
      label={label}
      value={shown[name] ?? ''}
      readOnly={!may.keepClients}
      error={refusal.of(name)}
      onChange={(e) => set({ [name]: e.currentTarget.value })}
      {...more}
    />
  )
  return (
    <Card title={words.data}>
      <form className="c-form" onSubmit={(e) => (e.preventDefault(), refusal.clear(), save.mutate())}>
        <div className="c-two">
          {text('name', words.name, { required: true, style: { gridColumn: '1 / -1' } })}
          {text('nip', words.nip)}
          {text('regon', words.regon)}
          {text('addressLine1', words.street)}
          {text('addressLine2', words.city)}
          {text('email', words.email, { type: 'email' })}
          {text('invoiceEmail', words.invoiceEmail, { type: 'email' })}
          {text('phone', words.phone)}
          <Select
            label={words.manager}
            placeholder={words.noManager}
            clearable
            readOnly={!may.keepClients}
            value={shown.accountManagerId}
            error={refusal.of('accountManagerId')}
            data={staff
              .filter((one) => !one.leftAt || one.id === shown.accountManagerId)
              .map((one) => ({ value: one.id, label: one.name }))}
            onChange={(accountManagerId) => set({ accountManagerId })}
          />
          {text('representation', words.representation, { style: { gridColumn: '1 / -1' } })}
          <Textarea
            style={{ gridColumn: '1 / -1' }}
            autosize
            minRows={2}
            label={words.register}
            description={words.registerHint}
            readOnly={!may.keepClients}
            value={shown.registerSentence}
            onChange={(e) => set({ registerSentence: e.currentTarget.value })}
          />
        </div>
        <fieldset className="c-marks">
          <legend>{words.marks}</legend>
          {marks.map((name) => (
            <Switch
              key={name}
              label={words[name]}
              checked={shown[name]}
              disabled={!may.keepClients}
              onChange={(e) => set({ [name]: e.currentTarget.checked })}
            />
          ))}
        </fieldset>
        <Recipient
          recipient={shown.invoiceRecipient}
          suggested={shown.isLocalGovernment || shown.isVatGroupMember}
          readOnly={!may.keepClients}
          errorOf={(name) => refusal.of(`invoiceRecipient.${name}`)}
          onChange={(invoiceRecipient) => set({ invoiceRecipient })}
        />
        <Textarea
          autosize
          minRows={2}
          label={words.notes}
          readOnly={!may.keepClients}
          value={shown.notes}
          onChange={(e) => set({ notes: e.currentTarget.value })}
        />
        <RefusalNote
          refusal={refusal}
          fields={[
            'name',
            'nip',
            'regon',
            'email',
            'invoiceEmail',
            'accountManagerId',
            'invoiceRecipient.name',
            'invoiceRecipient.nip',
            'invoiceRecipient.addressLine1',
          ]}
        />
        {may.keepClients && (
          <Button type="submit" size="md" disabled={Object.keys(typed).length === 0} loading={save.isPending}>
            {words.save}
          </Button>
        )}
      </form>
    </Card>
  )
}

type Recipient = NonNullable<Client['invoiceRecipient']>
const nobody: Recipient = { name: '', nip: null, addressLine1: '', addressLine2: '' }

/** Who receives what the client buys: a school of the town, a member of the VAT group. */
function Recipient({
  recipient,
  suggested,
  readOnly,
  errorOf,
  onChange,
}: {
  recipient: Client['invoiceRecipient']
  suggested: boolean
  readOnly: boolean
  errorOf: (name: keyof Recipient) => string | undefined
  onChange: (recipient: Client['invoiceRecipient']) => void
}) {
  const words = useWords().contracts.client
  const text = (name: keyof Recipient, label: string) => (
    <TextInput
      label={label}
      value={recipient?.[name] ?? ''}
      readOnly={readOnly}
      error={errorOf(name)}
      onChange={(e) =>
        onChange({
          ...nobody,
          ...recipient,
          [name]: name === 'nip' ? e.currentTarget.value || null : e.currentTarget.value,
        })
      }
    />
  )
  return (
    <div>
      <Switch
        label={words.recipient}
        description={suggested || recipient ? words.recipientHint : undefined}
        checked={recipient !== null}
        disabled={readOnly}
        onChange={(e) => onChange(e.currentTarget.checked ? nobody : null)}
      />
      {recipient && (
        <div className="c-two" style={{ marginTop: 10 }}>
          {text('name', words.recipientName)}
          {text('nip', words.nip)}
          {text('addressLine1', words.street)}
          {text('addressLine2', words.city)}
        </div>
      )}
    </div>
  )
}
