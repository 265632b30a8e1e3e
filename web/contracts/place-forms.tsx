/** The forms of a site and of a device. Where contracts name what is renamed, the person is told and may mean it. */
import { Autocomplete, Button, Modal, Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { ApiRefusal, api } from '../kit/api.ts'
import { RefusalNote, useRefusal, type RefusalState } from '../kit/refusals.tsx'
import { useWords } from '../kit/words.tsx'
import { classesOf, isKept, type Device, type Site } from './place-data.ts'
import { usePlaceWords } from './place-words.ts'

/** Saves, closes, and remembers when the server asked whether a name is really meant to change. */
function useSaving(clientId: string, save: (confirmNamed: boolean) => Promise<unknown>, onClose: () => void) {
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [isAsked, setAsked] = useState(false)
  const saving = useMutation({
    mutationFn: save,
    onSuccess: () => (onClose(), queries.invalidateQueries({ queryKey: ['client', clientId] })),
    onError: (problem) => {
      setAsked(problem instanceof ApiRefusal && problem.code === 'place_named_in_contracts')
      refusal.show(problem)
    },
  })
  const submit = () => (refusal.clear(), saving.mutate(isAsked))
  return { refusal, submit, isAsked, busy: saving.isPending, changed: () => setAsked(false) }
}

export function SiteForm({
  clientId,
  site,
  onClose,
}: {
  clientId: string
  site: Site | undefined
  onClose: () => void
}) {
  const { contracts } = useWords()
  const places = usePlaceWords()
  const [form, setForm] = useState({
    name: site?.name ?? '',
    addressLine1: site?.addressLine1 ?? '',
    addressLine2: site?.addressLine2 ?? '',
    travelZone: site?.travelZone ?? '',
    note: site?.note ?? '',
  })
  const saving = useSaving(
    clientId,
    (confirmNamed) =>
      site
        ? api.patch('/api/sites/{id}', {
            path: { id: site.id },
            body: { ...form, version: site.version, confirmNamed },
          })
        : api.post('/api/clients/{id}/sites', { path: { id: clientId }, body: form }),
    onClose,
  )
  const text = (name: keyof typeof form, label: string, more: object = {}) => (
    <TextInput
      label={label}
      value={form[name]}
      error={saving.refusal.of(name)}
      onChange={(e) => (saving.changed(), setForm({ ...form, [name]: e.currentTarget.value }))}
      {...more}
    />
  )
  return (
    <PlaceDialog
      title={site ? places.editSite : contracts.client.addSite}
      saving={saving}
      isReady={form.name.trim() !== ''}
      onClose={onClose}
    >
      {text('name', places.name, { required: true, maxLength: 120, 'data-autofocus': true })}
      <div className="c-two">
        {text('addressLine1', contracts.client.street)}
        {text('addressLine2', contracts.client.city)}
      </div>
      {text('travelZone', places.travelZone, { description: places.zoneHint, maxLength: 60 })}
      {text('note', places.note)}
    </PlaceDialog>
  )
}

export function DeviceForm({
  clientId,
  device,
  sites,
  devices,
  onClose,
}: {
  clientId: string
  device: Device | undefined
  sites: readonly Site[]
  devices: readonly Device[]
  onClose: () => void
}) {
  const { contracts } = useWords()
  const places = usePlaceWords()
  const [form, setForm] = useState({
    name: device?.name ?? '',
    siteId: device?.siteId ?? null,
    deviceClass: device?.deviceClass ?? '',
    serialNumber: device?.serialNumber ?? '',
    note: device?.note ?? '',
  })
  const saving = useSaving(
    clientId,
    (confirmNamed) =>
      device
        ? api.patch('/api/devices/{id}', {
            path: { id: device.id },
            body: { ...form, version: device.version, confirmNamed },
          })
        : api.post('/api/clients/{id}/devices', { path: { id: clientId }, body: form }),
    onClose,
  )
  const set = (change: Partial<typeof form>) => (saving.changed(), setForm({ ...form, ...change }))
  const text = (name: 'name' | 'serialNumber' | 'note', label: string, more: object = {}) => (
    <TextInput
      label={label}
      value={form[name]}
      error={saving.refusal.of(name)}
      onChange={(e) => set({ [name]: e.currentTarget.value })}
      {...more}
    />
  )
  return (
    <PlaceDialog
      title={device ? places.editDevice : contracts.client.addDevice}
      saving={saving}
      isReady={form.name.trim() !== ''}
      onClose={onClose}
    >
      {text('name', places.deviceName, { required: true, maxLength: 200, 'data-autofocus': true })}
      <Autocomplete
        label={places.deviceClass}
        description={places.classHint}
        maxLength={60}
        value={form.deviceClass}
        data={classesOf(devices)}
        error={saving.refusal.of('deviceClass')}
        onChange={(deviceClass) => set({ deviceClass })}
      />
      <div className="c-two">
        <Select
          label={places.site}
          placeholder={places.noSite}
          clearable
          value={form.siteId}
          data={sites
            .filter((one) => isKept(one) || one.id === form.siteId)
            .map((one) => ({ value: one.id, label: one.name }))}
          error={saving.refusal.of('siteId')}
          onChange={(siteId) => set({ siteId })}
        />
        {text('serialNumber', places.serialNumber, { maxLength: 80 })}
      </div>
      {text('note', places.note)}
    </PlaceDialog>
  )
}

function PlaceDialog({
  title,
  saving,
  isReady,
  onClose,
  children,
}: {
  title: string
  saving: { refusal: RefusalState; submit: () => void; isAsked: boolean; busy: boolean }
  isReady: boolean
  onClose: () => void
  children: ReactNode
}) {
  const { kit } = useWords()
  const places = usePlaceWords()
  const fields = ['name', 'siteId', 'deviceClass', 'serialNumber', 'travelZone']
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': kit.buttons.close }}>
      <form className="c-form" onSubmit={(e) => (e.preventDefault(), saving.submit())}>
        {children}
        <RefusalNote refusal={saving.refusal} fields={fields} />
        <Button type="submit" size="md" disabled={!isReady} loading={saving.busy}>
          {saving.isAsked ? places.anyway : kit.buttons.save}
        </Button>
      </form>
    </Modal>
  )
}
