/** What a deed has to know first: to whom, why, what was done, into which ticket. */
import { Radio, Select, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { lazy, Suspense, useState, type ComponentProps } from 'react'
import { useClients, useContacts, useStaff } from '../contracts/contract-data.ts'
import { api } from '../kit/api.ts'
import { useRefusal } from '../kit/refusals.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { PriorityIcon, type PriorityLevel } from '../kit/data.tsx'
import { pauseWords } from './clock-view.ts'
import type { MenuDeed } from './deeds.ts'
import { useDeedCall, useQueue, type DeedCall, type TicketPage } from './desk-data.ts'
import { instantOf } from './local-time.ts'
import { ExcludeCredit } from './exclude-credit.tsx'
import { FormDialog } from './form-dialog.tsx'

type Props = { page: TicketPage; onClose: () => void }

const dialogs: Partial<Record<MenuDeed, (props: Props) => React.ReactNode>> = {
  delegate: Delegate,
  changePriority: Priority,
  pause: Pause,
  resolve: Resolve,
  workAround: WorkAround,
  cancel: (props) => <Because {...props} deed="cancel" />,
  refuse: (props) => <Because {...props} deed="refuse" />,
  merge: Merge,
  judge: Judge,
  link: LinkClient,
  changeAbout: (props) => <About {...props} deed="changeAbout" />,
  chooseContract: (props) => <About {...props} deed="chooseContract" />,
  credit: ({ page, onClose }) => (
    <ExcludeCredit
      ticket={page.ticket}
      excludedBecause={page.credit?.excludedBecause ?? null}
      onClose={onClose}
    />
  ),
}

export function DeedDialog({ deed, ...props }: Props & { deed: MenuDeed }) {
  const Dialog = dialogs[deed]
  return Dialog ? <Dialog {...props} /> : null
}

const AboutDialog = lazy(() => import('./about-dialogs.tsx'))

function About(props: ComponentProps<typeof AboutDialog>) {
  return (
    <Suspense>
      <AboutDialog {...props} />
    </Suspense>
  )
}

/** Sends, says what happened (with a way back where there is one), and closes. */
function useSending({ page, onClose }: Props) {
  const refusal = useRefusal()
  const call = useDeedCall(page.ticket.id)
  const send = (what: DeedCall, done: string, undo?: DeedCall) =>
    call.mutate(what, {
      onSuccess: () => {
        onClose()
        showToast({ text: done, ...(undo ? { onUndo: () => call.mutate(undo) } : {}) })
      },
      onError: refusal.show,
    })
  return { refusal, send, busy: call.isPending }
}

function Delegate(props: Props) {
  const { desk, accounts } = useWords()
  const { refusal, send, busy } = useSending(props)
  const { data: staff = [] } = useStaff()
  const [staffId, setStaff] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const people = staff.filter((one) => !one.leftAt && one.id !== props.page.ticket.assignee?.id)
  const to = people.find((one) => one.id === staffId)?.name ?? ''
  return (
    <FormDialog
      title={`${desk.deeds.delegate}: ${props.page.ticket.name}`}
      action={desk.deeds.delegate}
      refusal={refusal}
      fields={['staffId']}
      busy={busy}
      isReady={staffId !== null}
      onSubmit={() =>
        send(
          (at) => api.put('/api/tickets/{id}/assignee', { ...at, body: { staffId: staffId ?? '', note } }),
          desk.done.delegate({ to }),
        )
      }
      onClose={props.onClose}
    >
      <Select
        label={desk.dialogs.delegateTo}
        data-autofocus
        searchable
        value={staffId}
        error={refusal.of('staffId')}
        nothingFoundMessage={desk.dialogs.nothingFound}
        data={people.map(({ id, name, role }) => ({ value: id, label: `${name}, ${accounts.roles[role]}` }))}
        onChange={setStaff}
      />
      <Textarea
        label={desk.dialogs.noteForPerson}
        description={desk.dialogs.noteHint}
        autosize
        minRows={2}
        value={note}
        onChange={(e) => setNote(e.currentTarget.value)}
      />
    </FormDialog>
  )
}

const levels = ['critical', 'high', 'normal', 'low'] as const satisfies readonly PriorityLevel[]

function Priority(props: Props) {
  const { desk, kit } = useWords()
  const { ticket } = props.page
  const { refusal, send, busy } = useSending(props)
  const [priority, setPriority] = useState<PriorityLevel>(ticket.priority)
  const submit = () =>
    send(
      (at) => api.put('/api/tickets/{id}/priority', { ...at, body: { priority, version: ticket.version } }),
      desk.done.changePriority({ to: kit.priorities[priority] }),
      (at) => api.put('/api/tickets/{id}/priority', { ...at, body: { priority: ticket.priority } }),
    )
  return (
    <FormDialog
      title={`${desk.deeds.changePriority}: ${ticket.name}`}
      action={desk.deeds.changePriority}
      refusal={refusal}
      busy={busy}
      isReady={priority !== ticket.priority}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <Radio.Group
        aria-label={desk.queue.priority}
        value={priority}
        onChange={(chosen) => setPriority(levels.find((one) => one === chosen) ?? priority)}
      >
        <div className="d-choices">
          {levels.map((level) => (
            <Radio
              key={level}
              value={level}
              label={
                <span className="d-inline">
                  <PriorityIcon level={level} /> {kit.priorities[level]}
                </span>
              }
            />
          ))}
        </div>
      </Radio.Group>
    </FormDialog>
  )
}

function Pause(props: Props) {
  const words = useWords()
  const { desk } = words
  const { refusal, send, busy } = useSending(props)
  const reasons = props.page.pauseReasons
  const [reason, setReason] = useState(reasons[0]?.key ?? '')
  const [sentence, setSentence] = useState('')
  const [until, setUntil] = useState('')
  const zone = useZone()
  const [date = '', clock = ''] = until.split('T')
  const endMs = instantOf(date, clock, zone)
  const isForClient = reason === 'waitingForClient'
  const stops = desk.dialogs.pauseStops as Readonly<Record<string, string>>
  const undo: DeedCall | undefined =
    isForClient && sentence.trim() ? undefined : (at) => api.delete('/api/tickets/{id}/pause', at)
  return (
    <FormDialog
      title={`${desk.deeds.pause}: ${props.page.ticket.name}`}
      action={desk.deeds.pause}
      refusal={refusal}
      fields={['reason', 'sentence', 'until']}
      busy={busy}
      isReady={reason !== ''}
      onSubmit={() =>
        send(
          (at) =>
            api.put('/api/tickets/{id}/pause', {
              ...at,
              body: {
                reason,
                ...(isForClient ? { sentence } : {}),
                ...(Number.isNaN(endMs) ? {} : { until: new Date(endMs).toISOString() }),
              },
            }),
          desk.done.pause,
          undo,
        )
      }
      onClose={props.onClose}
    >
      <Radio.Group
        label={desk.dialogs.pauseBecause}
        value={reason}
        onChange={setReason}
        error={refusal.of('reason')}
      >
        <div className="d-choices">
          {reasons.map((one) => (
            <Radio
              key={one.key}
              value={one.key}
              label={pauseWords(words, one.key, one.name)}
              description={one.stops.map((stop) => stops[stop] ?? stop).join(', ')}
            />
          ))}
        </div>
      </Radio.Group>
      {isForClient && (
        <Textarea
          label={desk.dialogs.sentence}
          description={desk.dialogs.sentenceHint}
          autosize
          minRows={2}
          value={sentence}
          error={refusal.of('sentence')}
          onChange={(e) => setSentence(e.currentTarget.value)}
        />
      )}
      <TextInput
        type="datetime-local"
        label={desk.dialogs.pauseUntil}
        description={desk.dialogs.pauseUntilHint}
        value={until}
        error={refusal.of('until')}
        onChange={(e) => setUntil(e.currentTarget.value)}
      />
    </FormDialog>
  )
}

function Resolve(props: Props) {
  const { desk } = useWords()
  const { refusal, send, busy } = useSending(props)
  const [text, setText] = useState('')
  return (
    <FormDialog
      title={`${desk.deeds.resolve}: ${props.page.ticket.name}`}
      action={desk.deeds.resolve}
      refusal={refusal}
      fields={['text']}
      busy={busy}
      isReady={text.trim() !== ''}
      onSubmit={() =>
        send((at) => api.put('/api/tickets/{id}/resolution', { ...at, body: { text } }), desk.done.resolve)
      }
      onClose={props.onClose}
    >
      <Textarea
        label={desk.dialogs.resolution}
        description={desk.dialogs.resolutionHint}
        data-autofocus
        autosize
        minRows={4}
        value={text}
        error={refusal.of('text')}
        onChange={(e) => setText(e.currentTarget.value)}
      />
    </FormDialog>
  )
}

function WorkAround(props: Props) {
  const { desk, reports } = useWords()
  const { refusal, send, busy } = useSending(props)
  const [text, setText] = useState('')
  return (
    <FormDialog
      title={`${desk.deeds.workAround}: ${props.page.ticket.name}`}
      action={desk.deeds.workAround}
      refusal={refusal}
      fields={['text']}
      busy={busy}
      isReady={text.trim() !== ''}
      onSubmit={() =>
        send(
          (at) => api.put('/api/tickets/{id}/work-around', { ...at, body: { text } }),
          desk.done.workAround,
        )
      }
      onClose={props.onClose}
    >
      <Textarea
        label={reports.plan.workAround}
        description={reports.plan.workAroundHint}
        data-autofocus
        autosize
        minRows={4}
        value={text}
        error={refusal.of('text')}
        onChange={(e) => setText(e.currentTarget.value)}
      />
    </FormDialog>
  )
}

const endings = { cancel: '/api/tickets/{id}/cancellation', refuse: '/api/tickets/{id}/refusal' } as const

function Because({ deed, ...props }: Props & { deed: keyof typeof endings }) {
  const { desk } = useWords()
  const { refusal, send, busy } = useSending(props)
  const [reason, setReason] = useState('')
  return (
    <FormDialog
      title={`${desk.deeds[deed]}: ${props.page.ticket.name}`}
      action={desk.deeds[deed]}
      refusal={refusal}
      fields={['reason']}
      busy={busy}
      danger
      isReady={reason.trim() !== ''}
      onSubmit={() => send((at) => api.put(endings[deed], { ...at, body: { reason } }), desk.done[deed])}
      onClose={props.onClose}
    >
      <Textarea
        label={deed === 'refuse' ? desk.dialogs.reasonToClient : desk.dialogs.reason}
        data-autofocus
        autosize
        minRows={2}
        value={reason}
        error={refusal.of('reason')}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
    </FormDialog>
  )
}

function Merge(props: Props) {
  const { desk } = useWords()
  const { ticket } = props.page
  const { refusal, send, busy } = useSending(props)
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 250)
  const [intoId, setInto] = useState<string | null>(null)
  // Without a word typed: what else this client has open.
  const { data: found = [] } = useQueue(
    search && !isRow(search)
      ? { view: 'all', search, most: 20 }
      : { view: 'open', clientId: ticket.client?.id, most: 50 },
  )
  const others = found.filter((one) => one.id !== ticket.id && one.state !== 'merged')
  const into = others.find((one) => one.id === intoId)?.name ?? ''
  return (
    <FormDialog
      title={`${desk.deeds.merge}: ${ticket.name}`}
      action={desk.deeds.merge}
      refusal={refusal}
      fields={['intoId']}
      busy={busy}
      danger
      isReady={intoId !== null}
      onSubmit={() =>
        send(
          (at) => api.put('/api/tickets/{id}/merger', { ...at, body: { intoId: intoId ?? '' } }),
          desk.done.merge({ into }),
        )
      }
      onClose={props.onClose}
    >
      <Select
        label={desk.dialogs.mergeInto}
        description={desk.dialogs.mergeHint}
        placeholder={desk.dialogs.findTicket}
        data-autofocus
        searchable
        filter={({ options }) => options}
        searchValue={typed}
        onSearchChange={setTyped}
        nothingFoundMessage={search ? desk.dialogs.nothingFound : undefined}
        value={intoId}
        error={refusal.of('intoId')}
        data={others.map((one) => ({ value: one.id, label: `${one.name} ${one.subject}` }))}
        onChange={setInto}
      />
    </FormDialog>
  )
}

/** A chosen row fills the field with its own words; that is no search. */
const isRow = (text: string): boolean => /^Z-\d+ ./.test(text)

const verdicts = ['ourFault', 'warranty'] as const

function Judge(props: Props) {
  const { desk } = useWords()
  const { ticket } = props.page
  const { refusal, send, busy } = useSending(props)
  const [because, setBecause] = useState<string>(ticket.notCountedBecause ?? 'ourFault')
  const [reason, setReason] = useState('')
  const counts = because === 'counted'
  const choices = [
    { value: 'counted', label: desk.dialogs.counted },
    { value: 'ourFault', label: desk.notCounted.ourFault },
    { value: 'warranty', label: desk.notCounted.warranty },
  ]
  return (
    <FormDialog
      title={`${desk.dialogs.verdict}: ${ticket.name}`}
      action={counts ? desk.dialogs.counted : desk.deeds.judge}
      refusal={refusal}
      fields={['reason']}
      busy={busy}
      isReady={because !== (ticket.notCountedBecause ?? 'counted')}
      onSubmit={() =>
        send(
          (at) =>
            api.put('/api/tickets/{id}/verdict', {
              ...at,
              body: { because: verdicts.find((one) => one === because) ?? null, reason },
            }),
          counts ? desk.done.countAgain : desk.done.judge,
        )
      }
      onClose={props.onClose}
    >
      <Radio.Group aria-label={desk.dialogs.verdict} value={because} onChange={setBecause}>
        <div className="d-choices">
          {choices.map((one) => (
            <Radio key={one.value} {...one} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={desk.dialogs.reason}
        autosize
        minRows={2}
        value={reason}
        error={refusal.of('reason')}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
    </FormDialog>
  )
}

function LinkClient(props: Props) {
  const { desk } = useWords()
  const { refusal, send, busy } = useSending(props)
  const [clientId, setClient] = useState(props.page.ticket.client?.id ?? '')
  const [contactId, setContact] = useState<string | null>(null)
  return (
    <FormDialog
      title={`${desk.deeds.link}: ${props.page.ticket.name}`}
      action={desk.deeds.link}
      refusal={refusal}
      fields={['clientId', 'contactId']}
      busy={busy}
      isReady={clientId !== ''}
      onSubmit={() =>
        send(
          (at) =>
            api.put('/api/tickets/{id}/client', {
              ...at,
              body: { clientId, ...(contactId ? { contactId } : {}) },
            }),
          desk.done.link,
        )
      }
      onClose={props.onClose}
    >
      <ClientSelect
        value={clientId}
        error={refusal.of('clientId')}
        onChange={(id) => (setClient(id), setContact(null))}
      />
      <ContactSelect
        clientId={clientId}
        value={contactId}
        error={refusal.of('contactId')}
        onChange={setContact}
      />
    </FormDialog>
  )
}

/** A client found by name, NIP or town. */
export function ClientSelect({
  value,
  error,
  onChange,
  autoFocus,
}: {
  value: string
  error?: string | undefined
  onChange: (id: string) => void
  autoFocus?: boolean
}) {
  const { desk } = useWords()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, 200)
  const { data: all = [] } = useClients()
  const isChosen = all.some((one) => one.id === value && one.name === search)
  const { data: found = [] } = useClients(isChosen ? '' : search)
  const list = found.some((one) => one.id === value)
    ? found
    : [...found, ...all.filter((one) => one.id === value)]
  return (
    <Select
      label={desk.dialogs.client}
      placeholder={desk.dialogs.findClient}
      searchable
      {...(autoFocus ? { 'data-autofocus': true } : {})}
      filter={({ options }) => options}
      limit={30}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={desk.dialogs.nothingFound}
      value={value || null}
      error={error}
      data={list.map((one) => ({ value: one.id, label: one.name }))}
      onChange={(id) => onChange(id ?? '')}
    />
  )
}

export function ContactSelect({
  clientId,
  value,
  error,
  onChange,
  label,
  empty,
}: {
  clientId: string
  value: string | null
  error?: string | undefined
  onChange: (id: string | null) => void
  label?: string
  empty?: string
}) {
  const { desk } = useWords()
  const { data: contacts = [] } = useContacts(clientId)
  return (
    <Select
      label={label ?? desk.dialogs.contact}
      placeholder={empty ?? desk.dialogs.nobodyYet}
      disabled={clientId === ''}
      clearable
      value={value}
      error={error}
      data={contacts.map((one) => ({
        value: one.id,
        label: [one.name, one.position].filter(Boolean).join(', '),
      }))}
      onChange={onChange}
    />
  )
}
