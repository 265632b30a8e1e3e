/** Sites and devices of a client, as the screens fetch them. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../kit/api.ts'
import { useSession } from '../session.ts'
import type { Schemas } from '../generated/client.ts'

export type Site = Schemas.Site
export type Device = Schemas.Device

export const sitesKey = (clientId: string) => ['client', clientId, 'sites'] as const
export const devicesKey = (clientId: string) => ['client', clientId, 'devices'] as const

/** With those in the archive: the screen divides them. */
export const useSites = (clientId: string) =>
  useQuery({
    queryKey: sitesKey(clientId),
    queryFn: () =>
      api.get('/api/clients/{id}/sites', { path: { id: clientId }, query: { archived: 'true' } }),
    enabled: clientId !== '',
  })
export const useDevices = (clientId: string) =>
  useQuery({
    queryKey: devicesKey(clientId),
    queryFn: () =>
      api.get('/api/clients/{id}/devices', { path: { id: clientId }, query: { archived: 'true' } }),
    enabled: clientId !== '',
  })

export const isKept = ({ archivedAt }: { archivedAt: string | null }): boolean => archivedAt === null
export const deviceName = ({ name, serialNumber }: { name: string; serialNumber: string }): string =>
  serialNumber ? `${name} (${serialNumber})` : name

/** Each once, however people wrote it. */
export function classesOf(devices: readonly Device[]): string[] {
  const known = new Map(devices.flatMap(({ deviceClass: one }) => (one ? [[one.toLowerCase(), one]] : [])))
  return [...known.values()].sort((a, b) => a.localeCompare(b, 'pl'))
}

/** What the editor of terms may name: places, classes and services that this client is known to have. */
export type KnownNames = { sites: string[]; deviceClasses: string[]; services: string[] }

export function useKnownNames(clientId: string): KnownNames {
  const { data: sites } = useSites(clientId)
  const { data: devices } = useDevices(clientId)
  const { data: rules } = useQuery({ queryKey: ['desk-rules'], queryFn: () => api.get('/api/desk-rules') })
  return useMemo(
    () => ({
      sites: (sites ?? []).filter(isKept).map(({ name }) => name),
      deviceClasses: classesOf((devices ?? []).filter(isKept)),
      services: rules?.categories ?? [],
    }),
    [sites, devices, rules],
  )
}

/** The server says no by the same roles. */
export function useMayKeepPlaces(): boolean {
  const { role } = useSession().person
  return ['owner', 'manager', 'accountManager', 'billing', 'technician'].includes(role)
}
