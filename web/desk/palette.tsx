/** The palette (Ctrl K): go to a place, find a ticket, client, contract or invoice, start something new. */
import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import {
  IconArrowRight,
  IconBuildingStore,
  IconFileInvoice,
  IconFileText,
  IconPlus,
  IconSearch,
  IconTicket,
} from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { useCallback, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { nip } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { Kbd } from '../kit/controls.tsx'
import { useGo } from '../kit/link.tsx'
import type { Icon } from '../kit/tabs.tsx'
import { useWords, type AllWords } from '../kit/words.tsx'
import { townOf, type Client, type ContractSummary } from '../contracts/contract-data.ts'
import { staffScreens } from '../routes.tsx'
import { useSession, type Role } from '../session.ts'
import { groupsOf, movedTo, type PaletteGroup, type PaletteRow, type RowKind } from './palette-rows.ts'
import './palette.css'
import type { Schemas } from '../generated/client.ts'

const icons: Record<RowKind, Icon> = {
  command: IconPlus,
  place: IconArrowRight,
  client: IconBuildingStore,
  contract: IconFileText,
  ticket: IconTicket,
  invoice: IconFileInvoice,
}

export default function Palette({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const words = useWords().intake.palette
  const go = useGo()
  const [text, setText] = useState('')
  const { groups, isFailed, isSearching } = useGroups(text)
  const ids = groups.flatMap((group) => group.rows.map((row) => row.id))
  const [chosen, setChosen] = useState<string>()
  const current = chosen !== undefined && ids.includes(chosen) ? chosen : ids[0]
  const run = (row: PaletteRow | undefined) => {
    if (!row) return
    onClose()
    go(row.to)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      setChosen(movedTo(ids, current, event.key === 'ArrowDown' ? 1 : -1))
    else if (event.key === 'Enter')
      run(groups.flatMap((group) => group.rows).find((row) => row.id === current))
    else return
    event.preventDefault()
  }
  const list = useId()
  // At once: whoever pressed Ctrl K is typing already.
  const focus = useCallback((input: HTMLInputElement | null) => input?.focus(), [])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      transitionProps={{ duration: 0 }}
      size={640}
      padding={0}
      yOffset={118}
      aria-label={words.label}
      classNames={{ content: 'p-palette', inner: 'p-inner', body: 'p-body' }}
      overlayProps={{ color: '#0f1413', backgroundOpacity: 0.42 }}
    >
      <div className="p-input">
        <IconSearch size={20} stroke={1.7} aria-hidden />
        <input
          ref={focus}
          type="text"
          role="combobox"
          aria-label={words.label}
          aria-expanded={ids.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={current && `${list}-${current}`}
          placeholder={words.placeholder}
          value={text}
          maxLength={100}
          data-autofocus
          onChange={(event) => (setText(event.currentTarget.value), setChosen(undefined))}
          onKeyDown={press}
        />
        <Kbd>Esc</Kbd>
      </div>
      <div className="p-list" id={list} role="listbox" aria-label={words.label}>
        {groups.map((group) => (
          <Group
            key={group.kind}
            group={group}
            list={list}
            current={current}
            onChoose={setChosen}
            onRun={run}
          />
        ))}
      </div>
      {ids.length === 0 && !isSearching && (
        <p className="p-nothing">{words.nothing({ text: text.trim() })}</p>
      )}
      <p className="sr-only" role="status">
        {text.trim() !== '' && !isSearching ? words.found({ n: ids.length }) : ''}
      </p>
      <footer className="p-foot">
        <span className="p-hand">
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> {words.choose}
        </span>
        <span className="p-hand">
          <Kbd>Enter</Kbd> {words.run}
        </span>
        <span>{isFailed ? words.failed : words.diacritics}</span>
      </footer>
    </Modal>
  )
}

type GroupProps = {
  group: PaletteGroup
  list: string
  current: string | undefined
  onChoose: (id: string) => void
  onRun: (row: PaletteRow) => void
}

function Group({ group, list, current, onChoose, onRun }: GroupProps) {
  const words = useWords().intake.palette
  const shown = useRef<HTMLDivElement>(null)
  useEffect(
    () => void shown.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    [current],
  )
  const names: Record<RowKind, string> = {
    command: words.commands,
    place: words.places,
    client: words.clients,
    contract: words.contracts,
    ticket: words.tickets,
    invoice: words.invoices,
  }
  const RowIcon = icons[group.kind]
  return (
    <div role="group" aria-label={names[group.kind]} ref={shown}>
      <div className="p-group" aria-hidden>
        {names[group.kind]}
      </div>
      {group.rows.map((row) => (
        <div
          key={row.id}
          id={`${list}-${row.id}`}
          role="option"
          aria-selected={row.id === current}
          className="p-row"
          onMouseMove={() => row.id !== current && onChoose(row.id)}
          onClick={() => onRun(row)}
        >
          <RowIcon size={18} stroke={1.7} aria-hidden />
          <span className="p-title">{row.title}</span>
          {row.detail && <span className="p-detail">{row.detail}</span>}
          <span className="p-keys" aria-hidden>
            {(row.id === current ? ['Enter'] : (row.keys ?? [])).map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </span>
        </div>
      ))}
    </div>
  )
}

function useGroups(text: string): { groups: PaletteGroup[]; isFailed: boolean; isSearching: boolean } {
  const words = useWords()
  const { role } = useSession().person
  const [typed] = useDebouncedValue(text.trim(), 160)
  const { contracts, clients, tickets, invoices, isFailed, isPending } = useFound(typed, role)
  const own = useMemo(() => [...commandsOf(words), ...placesOf(words, role)], [words, role])
  return useMemo(() => {
    const agreements = text.trim() === '' ? [] : contracts.map(contractRow)
    const found = text.trim() === '' ? [] : [...clients, ...tickets, ...invoices]
    const extra = clients.slice(0, 1).map((client) => newTicketRow(words, client))
    return {
      groups: groupsOf([...own, ...agreements], text, text.trim() === '' ? [] : [...extra, ...found]),
      isFailed,
      isSearching: isPending || typed !== text.trim(),
    }
  }, [own, contracts, clients, tickets, invoices, text, typed, words, isFailed, isPending])
}

type Ticket = Schemas.QueueItem
type Invoice = Schemas.Invoice
const readsInvoices: readonly Role[] = ['owner', 'manager', 'billing', 'accountManager']
const nobody: never[] = []

/** One question to each room; what one of them refuses does not hide what the others know. */
function useFound(search: string, role: Role) {
  const isAsked = search.length > 0
  const options = { staleTime: 10_000, placeholderData: <T,>(before: T | undefined) => before }
  const [contracts, clients, tickets, invoices] = useQueries({
    queries: [
      { queryKey: ['contract', {}], queryFn: () => api.get('/api/contracts'), ...options },
      {
        queryKey: ['client', { search, archived: false }],
        queryFn: () => api.get('/api/clients', { query: { search } }),
        enabled: isAsked,
        ...options,
      },
      {
        queryKey: ['tickets', { search, most: 6, view: 'all' }],
        queryFn: () => api.get('/api/tickets', { query: { search, view: 'all', most: 6 } }),
        enabled: isAsked,
        ...options,
      },
      {
        queryKey: ['invoices', { search }],
        queryFn: () => api.get('/api/invoices', { query: { search } }),
        enabled: isAsked && readsInvoices.includes(role),
        ...options,
      },
    ],
  })
  const clientRows = useMemo(() => clients.data?.map(clientRow) ?? nobody, [clients.data])
  const ticketRows = useMemo(() => tickets.data?.map(ticketRow) ?? nobody, [tickets.data])
  const invoiceRows = useMemo(() => invoices.data?.map(invoiceRow) ?? nobody, [invoices.data])
  const all = [contracts, clients, tickets, invoices]
  return {
    contracts: contracts.data ?? nobody,
    clients: clientRows,
    tickets: ticketRows,
    invoices: invoiceRows,
    isFailed: all.some((query) => query.isError),
    isPending: all.some((query) => query.isFetching),
  }
}

const clientRow = (client: Client): PaletteRow => ({
  id: `client-${client.id}`,
  kind: 'client',
  title: client.name,
  detail: [client.nip && `NIP ${nip(client.nip)}`, townOf(client.addressLine2)].filter(Boolean).join(', '),
  to: `/clients/${client.id}`,
})
const contractRow = (contract: ContractSummary): PaletteRow => ({
  id: `contract-${contract.id}`,
  kind: 'contract',
  title: contract.number,
  detail: contract.clientName,
  to: `/contracts/${contract.id}`,
})
const ticketRow = (ticket: Ticket): PaletteRow => ({
  id: `ticket-${ticket.id}`,
  kind: 'ticket',
  title: `${ticket.name} ${ticket.subject}`,
  detail: ticket.client?.name,
  to: `/tickets/${ticket.id}`,
})
const invoiceRow = (invoice: Invoice): PaletteRow => ({
  id: `invoice-${invoice.id}`,
  kind: 'invoice',
  title: invoice.number,
  detail: invoice.buyer.name,
  to: `/invoices/${invoice.id}`,
})

const newTicketRow = (words: AllWords, client: PaletteRow): PaletteRow => ({
  id: 'new-ticket-for',
  kind: 'command',
  title: words.intake.palette.newTicketFor({ client: client.title }),
  to: `/tickets?new=1&client=${client.id.slice('client-'.length)}`,
})

const commandsOf = ({ intake }: AllWords): PaletteRow[] => [
  { id: 'new-ticket', kind: 'command', title: intake.palette.newTicket, to: '/tickets?new=1', keys: ['C'] },
  { id: 'new-talk', kind: 'command', title: intake.palette.newTalk, to: '/conversations?new=1' },
]

function placesOf(words: AllWords, role: Role): PaletteRow[] {
  return staffScreens.flatMap(({ path, nav }): PaletteRow[] =>
    !nav || (nav.roles && !nav.roles.includes(role))
      ? []
      : [
          {
            id: `place${path.replaceAll('/', '-')}`,
            kind: 'place',
            title: nav.label(words),
            to: path,
            ...(nav.goKey ? { keys: ['G', nav.goKey.toUpperCase()] } : {}),
          },
        ],
  )
}
