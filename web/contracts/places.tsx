/** Where a client works and what stands there: added, changed, archived, taken back. */
import { Button, Menu } from '@mantine/core'
import { IconBuilding, IconDeviceDesktop, IconDots } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { api } from '../kit/api.ts'
import { Card } from '../kit/controls.tsx'
import { ReasonChip } from '../kit/data.tsx'
import { LinkButton, useGo } from '../kit/link.tsx'
import { useSentence } from '../kit/refusals.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useWords } from '../kit/words.tsx'
import { DeviceForm, SiteForm } from './place-forms.tsx'
import { isKept, useDevices, useMayKeepPlaces, useSites, type Device, type Site } from './place-data.ts'
import { usePlaceWords } from './place-words.ts'

type Props = { clientId: string; isArchived: boolean }

export function Sites({ clientId, isArchived }: Props) {
  const { contracts } = useWords()
  const places = usePlaceWords()
  const may = useMayKeepPlaces() && !isArchived
  const { data: sites } = useSites(clientId)
  const [editing, setEditing] = useState<Site | 'new'>()
  return (
    <Card
      title={places.sites}
      aside={may && <Add onClick={() => setEditing('new')}>{contracts.client.addSite}</Add>}
      flush
    >
      {sites?.length === 0 && <p className="c-hint c-padded">{places.noSites}</p>}
      <Rows rows={sites ?? []}>
        {(site) => (
          <PlaceRow
            key={site.id}
            icon={<IconBuilding size={18} stroke={1.6} aria-hidden />}
            kind="sites"
            place={site}
            may={may}
            filter="site"
            onEdit={() => setEditing(site)}
          >
            {[
              [site.addressLine1, site.addressLine2].filter(Boolean).join(', '),
              site.travelZone && places.zone(site.travelZone),
              site.note,
            ]}
          </PlaceRow>
        )}
      </Rows>
      {editing && (
        <SiteForm
          clientId={clientId}
          site={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Card>
  )
}

export function Devices({ clientId, isArchived }: Props) {
  const { contracts } = useWords()
  const places = usePlaceWords()
  const may = useMayKeepPlaces() && !isArchived
  const { data: sites = [] } = useSites(clientId)
  const { data: devices } = useDevices(clientId)
  const [editing, setEditing] = useState<Device | 'new'>()
  const siteOf = ({ siteId }: Device) => sites.find(({ id }) => id === siteId)?.name
  return (
    <Card
      title={places.devices}
      aside={
        may && (
          <>
            <LinkButton
              to={`/clients/import-places?client=${clientId}`}
              size="xs"
              variant="subtle"
              className="c-only-wide"
            >
              {places.importing.link}
            </LinkButton>
            <Add onClick={() => setEditing('new')}>{contracts.client.addDevice}</Add>
          </>
        )
      }
      flush
    >
      {devices?.length === 0 && <p className="c-hint c-padded">{places.noDevices}</p>}
      <Rows rows={devices ?? []}>
        {(device) => (
          <PlaceRow
            key={device.id}
            icon={<IconDeviceDesktop size={18} stroke={1.6} aria-hidden />}
            kind="devices"
            place={device}
            may={may}
            filter="device"
            onEdit={() => setEditing(device)}
          >
            {[
              device.deviceClass,
              device.serialNumber && places.serial(device.serialNumber),
              siteOf(device),
              device.note,
            ]}
          </PlaceRow>
        )}
      </Rows>
      {editing && (
        <DeviceForm
          clientId={clientId}
          device={editing === 'new' ? undefined : editing}
          sites={sites}
          devices={devices ?? []}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Card>
  )
}

const Add = ({ onClick, children }: { onClick: () => void; children: ReactNode }) => (
  <Button size="xs" variant="light" onClick={onClick}>
    {children}
  </Button>
)

/** The archive is folded away below. */
function Rows<T extends { id: string; archivedAt: string | null }>({
  rows,
  children,
}: {
  rows: readonly T[]
  children: (row: T) => ReactNode
}) {
  const places = usePlaceWords()
  const gone = rows.filter((row) => !isKept(row))
  return (
    <>
      <ul className="c-people">{rows.filter(isKept).map(children)}</ul>
      {gone.length > 0 && (
        <details className="c-archive">
          <summary>{places.archived(gone.length)}</summary>
          <ul className="c-people">{gone.map(children)}</ul>
        </details>
      )}
    </>
  )
}

function PlaceRow({
  icon,
  kind,
  place,
  may,
  filter,
  onEdit,
  children,
}: {
  icon: ReactNode
  kind: 'sites' | 'devices'
  place: { id: string; name: string; clientId: string; archivedAt: string | null }
  may: boolean
  filter: 'site' | 'device'
  onEdit: () => void
  children: readonly (string | undefined)[]
}) {
  const { contracts } = useWords()
  const places = usePlaceWords()
  const go = useGo()
  const queries = useQueryClient()
  const sentence = useSentence()
  const at = { path: { id: place.id } }
  const move = useMutation({
    mutationFn: (): Promise<unknown> => {
      if (kind === 'sites')
        return place.archivedAt
          ? api.delete('/api/sites/{id}/archiving', at)
          : api.put('/api/sites/{id}/archiving', at)
      return place.archivedAt
        ? api.delete('/api/devices/{id}/archiving', at)
        : api.put('/api/devices/{id}/archiving', at)
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['client', place.clientId] }),
    onError: (problem) => showToast({ text: sentence(problem), tone: 'problem' }),
  })
  const facts = children.filter(Boolean).join(' · ')
  return (
    <li className="c-place">
      <span className="c-place-icon">{icon}</span>
      <span className="c-person">
        <strong>{place.name}</strong>
        {facts && <span className="c-hint">{facts}</span>}
        {place.archivedAt && (
          <span className="c-tags">
            <ReasonChip tone="note">{contracts.client.archivedTag}</ReasonChip>
          </span>
        )}
      </span>
      <span>
        <Menu position="bottom-end" width={220}>
          <Menu.Target>
            <Button size="xs" variant="subtle" px={6} aria-label={places.moreOf(place.name)}>
              <IconDots size={16} stroke={1.7} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {may && !place.archivedAt && (
              <Menu.Item onClick={onEdit}>{kind === 'sites' ? places.editSite : places.editDevice}</Menu.Item>
            )}
            <Menu.Item onClick={() => go(`/tickets?view=done&${filter}=${place.id}`)}>
              {places.tickets}
            </Menu.Item>
            {may && (
              <Menu.Item onClick={() => move.mutate()}>
                {place.archivedAt ? contracts.client.restore : contracts.client.archive}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </span>
    </li>
  )
}
