/** The clients of the company: found by name, NIP or town, added by NIP or read from a file. */
import { Button, Modal, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconFileImport, IconPlus, IconSearch } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { nip as spacedNip } from '#words/format.ts'
import { ApiRefusal, api } from '../kit/api.ts'
import { Pills } from '../kit/controls.tsx'
import { AppLink, LinkButton, useGo, useUrlState } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { RowList } from '../kit/row-list.tsx'
import { EmptyState, SkeletonAfter } from '../kit/states.tsx'
import { useWords } from '../kit/words.tsx'
import { townOf, useClients, useMay, useStaff } from './contract-data.ts'
import './contracts.css'

export default function Clients() {
  const { contracts } = useWords()
  const words = contracts.clients
  const go = useGo()
  const may = useMay()
  const [{ search = '', view = 'active' }, setUrl] = useUrlState()
  const [typed] = useDebouncedValue(search, 200)
  const { data: clients } = useClients(typed, view === 'archived')
  const { data: staff = [] } = useStaff()
  const [adding, setAdding] = useState(false)
  const [active, setActive] = useState<string>()
  const names = new Map(staff.map((person) => [person.id, person.name]))
  const actions = may.keepClients && (
    <>
      <LinkButton
        to="/clients/import"
        variant="default"
        className="c-only-wide"
        leftSection={<IconFileImport size={16} stroke={1.7} />}
      >
        {words.import}
      </LinkButton>
      <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => setAdding(true)}>
        {words.add}
      </Button>
    </>
  )
  return (
    <Page
      header={
        <PageHeader title={contracts.nav.clients} actions={actions}>
          <Pills
            label={contracts.nav.clients}
            pills={[
              { id: 'active', label: words.active },
              { id: 'archived', label: words.archived },
            ]}
            chosen={view}
            onChoose={(id) => setUrl({ view: id === 'active' ? undefined : id })}
          />
        </PageHeader>
      }
    >
      <div className="c-tools">
        <TextInput
          className="c-search"
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          leftSection={<IconSearch size={16} stroke={1.7} />}
          value={search}
          onChange={(e) => setUrl({ search: e.currentTarget.value })}
        />
        {clients && <span className="c-count">{words.count(clients.length)}</span>}
      </div>
      {!clients && <SkeletonAfter />}
      {clients?.length === 0 && (
        <Nothing
          search={typed}
          archived={view === 'archived'}
          onAdd={may.keepClients ? () => setAdding(true) : undefined}
        />
      )}
      {clients && clients.length > 0 && (
        <RowList
          label={contracts.nav.clients}
          groups={[{ id: 'all', rows: clients }]}
          keyOf={(client) => client.id}
          active={active}
          onActive={setActive}
          onOpen={(client) => go(`/clients/${client.id}`)}
          onPreview={(client) => go(`/clients/${client.id}`)}
        >
          {(client) => (
            <div className="c-row c-row-client">
              <AppLink to={`/clients/${client.id}`} className="c-name">
                {client.name}
              </AppLink>
              <span className="c-dim num">{client.nip ? spacedNip(client.nip) : '–'}</span>
              <span className="c-dim c-only-wide">{townOf(client.addressLine2)}</span>
              <span className="c-dim c-only-wide">{names.get(client.accountManagerId ?? '')}</span>
            </div>
          )}
        </RowList>
      )}
      {adding && <AddClient onClose={() => setAdding(false)} />}
    </Page>
  )
}

function Nothing({
  search,
  archived,
  onAdd,
}: {
  search: string
  archived: boolean
  onAdd: (() => void) | undefined
}) {
  const words = useWords().contracts.clients
  if (search || archived)
    return <EmptyState sentence={search ? words.noMatch : words.emptyArchive} drawing={null} />
  return (
    <EmptyState
      sentence={words.empty}
      explanation={words.emptyWhy}
      action={
        onAdd && (
          <Button size="lg" onClick={onAdd}>
            {words.add}
          </Button>
        )
      }
      link={onAdd && <AppLink to="/clients/import">{words.import}</AppLink>}
    />
  )
}

/** The NIP first: a client that is known already is shown instead of entered again. */
function AddClient({ onClose }: { onClose: () => void }) {
  const { contracts, kit } = useWords()
  const words = contracts.client
  const go = useGo()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [form, setForm] = useState({ nip: '', name: '', addressLine1: '', addressLine2: '', email: '' })
  const add = useMutation({
    mutationFn: () => api.post('/api/clients', { body: { ...form, nip: form.nip.trim() || null } }),
    onSuccess: (client) => (
      void queries.invalidateQueries({ queryKey: ['client'] }),
      go(`/clients/${client.id}`)
    ),
    onError: refusal.show,
  })
  const { problem } = refusal
  const known =
    problem instanceof ApiRefusal && problem.code === 'nip_taken' ? String(problem.facts.clientId) : undefined
  const field = (name: keyof typeof form, label: string, more: object = {}) => (
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
      title={contracts.clients.add}
      closeButtonProps={{ 'aria-label': kit.buttons.close }}
    >
      <form className="c-form" onSubmit={(e) => (e.preventDefault(), refusal.clear(), add.mutate())}>
        {field('nip', words.nip, {
          description: words.nipHint,
          inputMode: 'numeric',
          'data-autofocus': true,
        })}
        {known && <AppLink to={`/clients/${known}`}>{words.existing}</AppLink>}
        {field('name', words.name, { required: true })}
        {field('addressLine1', words.street)}
        {field('addressLine2', words.city)}
        {field('email', words.email, { type: 'email' })}
        <RefusalNote refusal={refusal} fields={['nip', 'name', 'email']} />
        <Button type="submit" size="md" loading={add.isPending}>
          {words.create}
        </Button>
      </form>
    </Modal>
  )
}
