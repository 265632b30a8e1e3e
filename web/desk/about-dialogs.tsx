/** The dialogs that say what a ticket is about and, where several contracts match, which one it is. */
import { Checkbox, Radio, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { moment } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { useRefusal } from '../kit/refusals.tsx'
import { SkeletonAfter } from '../kit/states.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech, useWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import type { Schemas } from '../generated/client.ts'
import { derivedPriority, PlaceFields, ScaleFields, type AboutForm } from './about-fields.tsx'
import { useDeedCall, type TicketPage } from './desk-data.ts'
import { FormDialog } from './form-dialog.tsx'
import { usePlaceWords } from '../contracts/place-words.ts'

type Props = { page: TicketPage; onClose: () => void }

export default function AboutDialog({ deed, ...props }: Props & { deed: string }) {
  return deed === 'chooseContract' ? <ChooseContract {...props} /> : <ChangeAbout {...props} />
}

function useSending({ page, onClose }: Props) {
  const refusal = useRefusal()
  const call = useDeedCall(page.ticket.id)
  const send = (what: Parameters<typeof call.mutate>[0], done: string) =>
    call.mutate(what, {
      onSuccess: () => (onClose(), showToast({ text: done })),
      onError: refusal.show,
    })
  return { refusal, send, busy: call.isPending }
}

function ChangeAbout(props: Props) {
  const { desk, kit } = useWords()
  const places = usePlaceWords()
  const { about } = places
  const { ticket, matrix } = props.page
  const { refusal, send, busy } = useSending(props)
  const [form, setForm] = useState<AboutForm & { category: string }>({
    siteId: ticket.site?.id ?? null,
    deviceId: ticket.device?.id ?? null,
    deviceClass: ticket.device ? '' : (ticket.deviceClass ?? ''),
    category: ticket.category ?? '',
    impact: ticket.impact,
    urgency: ticket.urgency,
  })
  const [givesBack, setGivesBack] = useState(false)
  const set = (change: Partial<typeof form>) => setForm((now) => ({ ...now, ...change }))
  const derived = derivedPriority(matrix, form)
  const isOwn = ticket.priorityBy === 'person'
  const submit = () =>
    send(
      (at) =>
        api.put('/api/tickets/{id}/about', {
          ...at,
          body: {
            siteId: form.siteId,
            deviceId: form.deviceId,
            ...(form.deviceId === null && { deviceClass: form.deviceClass.trim() || null }),
            category: form.category.trim() || null,
            ...(matrix && { impact: form.impact || null, urgency: form.urgency || null }),
            ...(givesBack && { priorityFromMatrix: true }),
            version: ticket.version,
          },
        }),
      desk.done.changeAbout,
    )
  return (
    <FormDialog
      title={`${desk.deeds.changeAbout}: ${ticket.name}`}
      action={kit.buttons.save}
      wide
      refusal={refusal}
      fields={['siteId', 'deviceId', 'deviceClass', 'category', 'impact', 'urgency']}
      busy={busy}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <PlaceFields clientId={ticket.client?.id ?? ''} form={form} set={set} refusal={refusal}>
        <CategoryField
          value={form.category}
          error={refusal.of('category')}
          onChange={(category) => set({ category })}
        />
      </PlaceFields>
      {matrix && <ScaleFields matrix={matrix} form={form} set={set} />}
      {derived && isOwn && derived !== ticket.priority && (
        <Checkbox
          label={about.giveBack}
          description={about.ownStays(kit.priorities[ticket.priority])}
          checked={givesBack}
          onChange={(e) => setGivesBack(e.currentTarget.checked)}
        />
      )}
      <p className="d-quiet">
        {derived && (!isOwn || givesBack) && `${about.derived(kit.priorities[derived])} `}
        {about.recount}
      </p>
    </FormDialog>
  )
}

/** From the company's list; while there is none, any text. */
function CategoryField({
  value,
  error,
  onChange,
}: {
  value: string
  error: string | undefined
  onChange: (category: string) => void
}) {
  const { reports } = useWords()
  const places = usePlaceWords()
  const { data: rules } = useQuery({ queryKey: ['desk-rules'], queryFn: () => api.get('/api/desk-rules') })
  const known = rules?.categories ?? []
  if (known.length === 0)
    return (
      <TextInput
        label={places.about.category}
        maxLength={100}
        value={value}
        error={error}
        onChange={(e) => onChange(e.currentTarget.value)}
      />
    )
  return (
    <Select
      label={places.about.category}
      placeholder={reports.compliance.none.category}
      data={value && !known.includes(value) ? [value, ...known] : known}
      clearable
      value={value || null}
      error={error}
      onChange={(next) => onChange(next ?? '')}
    />
  )
}

type Choice = Schemas.ContractChoice

function ChooseContract(props: Props) {
  const { desk } = useWords()
  const places = usePlaceWords()
  const { ticket } = props.page
  const { refusal, send, busy } = useSending(props)
  const { data: choices } = useQuery({
    queryKey: ['ticket', ticket.id, 'contract-choices'],
    queryFn: () => api.get('/api/tickets/{id}/contract-choices', { path: { id: ticket.id } }),
  })
  const [contractId, setContract] = useState<string | null>(ticket.contract?.id ?? null)
  const groups = [
    { title: places.choice.narrowest, all: choices?.filter((one) => one.isAmongNarrowest) ?? [] },
    { title: places.choice.others, all: choices?.filter((one) => !one.isAmongNarrowest) ?? [] },
  ]
  return (
    <FormDialog
      title={`${desk.deeds.chooseContract}: ${ticket.name}`}
      action={desk.deeds.chooseContract}
      wide
      refusal={refusal}
      busy={busy}
      isReady={contractId !== null}
      onSubmit={() =>
        send(
          (at) => api.put('/api/tickets/{id}/contract', { ...at, body: { contractId: contractId ?? '' } }),
          desk.done.chooseContract,
        )
      }
      onClose={props.onClose}
    >
      {!choices && <SkeletonAfter rows={3} />}
      <Radio.Group value={contractId} onChange={setContract} aria-label={desk.dialogs.contract}>
        {groups
          .filter(({ all }) => all.length > 0)
          .map(({ title, all }) => (
            <div key={title} className="d-choices" role="group" aria-label={title}>
              <span className="d-label">{title}</span>
              {all.map((one) => (
                <OneChoice key={one.id} choice={one} />
              ))}
            </div>
          ))}
      </Radio.Group>
    </FormDialog>
  )
}

function OneChoice({ choice }: { choice: Choice }) {
  const { lang } = useSpeech()
  const said = usePlaceWords().choice
  const zone = useZone()
  const at = (instant: string) => moment(lang, instant, zone)
  const { reactBy, resolveBy, covers } = choice
  const promised = [reactBy && said.react(at(reactBy)), resolveBy && said.resolve(at(resolveBy))]
  const names = covers ? [...covers.sites, ...covers.deviceClasses, ...covers.services] : []
  const facts = [
    promised.filter(Boolean).join(', ') || said.nothing,
    names.length > 0 ? said.covers(names.join(', ')) : said.everything,
  ]
  return (
    <Radio
      value={choice.id}
      label={
        <span className="num">
          {choice.number}
          {choice.isChosen && <span className="d-quiet"> · {said.runs}</span>}
        </span>
      }
      description={facts.join(' · ')}
    />
  )
}
