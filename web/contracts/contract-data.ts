/** What the screens of this room fetch and send: clients, people, contracts, versions of terms. */
import { useQuery } from '@tanstack/react-query'
import { addressOf, api } from '../kit/api.ts'
import { useSession } from '../session.ts'
import type { Schemas } from '../generated/client.ts'

export type Client = Schemas.Client
export type Contact = Schemas.Contact
export type StaffPerson = Schemas.StaffMember

export type ContractState = ContractSummary['state']
export type VersionKind = VersionSummary['kind']
export type ContractSummary = Schemas.ContractSummary
export type VersionSummary = Schemas.VersionSummary
export type Deed = keyof ContractDetail['deeds']
export type ContractDetail = Schemas.Contract

export type ServiceLevel = Schemas.ServiceLevel
export type PauseReason = Schemas.PauseReason
export type Terms = Schemas.Terms
export type TermsProblem = Schemas.TermsProblem
export type TermsChange = Schemas.TermsChange
export type VersionDetail = Schemas.Version
export type Example = Schemas.PriceExample

// The first word of a key is the topic of live updates that renews it.
export const clientKey = (id: string) => ['client', id] as const
export const contactsKey = (id: string) => ['client', id, 'contacts'] as const
export const contractKey = (id: string) => ['contract', id] as const
export const versionKey = (id: string, number: number) => ['contract', id, 'version', number] as const

export const useClients = (search = '', archived = false) =>
  useQuery({
    queryKey: ['client', { search, archived }],
    queryFn: () => api.get('/api/clients', { query: { search, archived: archived ? 'true' : undefined } }),
    placeholderData: (before) => before,
  })
export const useClient = (id: string) =>
  useQuery({ queryKey: clientKey(id), queryFn: () => api.get('/api/clients/{id}', { path: { id } }) })
export const useContacts = (clientId: string) =>
  useQuery({
    queryKey: contactsKey(clientId),
    queryFn: () => api.get('/api/clients/{id}/contacts', { path: { id: clientId } }),
    enabled: clientId !== '',
  })
export const useContracts = (clientId?: string) =>
  useQuery({
    queryKey: ['contract', { clientId }],
    queryFn: () => api.get('/api/contracts', { query: { clientId } }),
  })
export const useContract = (id: string) =>
  useQuery({ queryKey: contractKey(id), queryFn: () => api.get('/api/contracts/{id}', { path: { id } }) })
export const useVersion = (id: string, number: number) =>
  useQuery({
    queryKey: versionKey(id, number),
    queryFn: () => api.get('/api/contracts/{id}/versions/{number}', { path: { id, number } }),
    enabled: number > 0,
  })
export const useStaff = () => useQuery({ queryKey: ['staff'], queryFn: () => api.get('/api/staff') })

export const documentPath = (id: string, number: number): string =>
  addressOf('/api/contracts/{id}/versions/{number}/document', { path: { id, number } })
export const scanPath = (id: string, number: number, fileId: string): string =>
  addressOf('/api/contracts/{id}/versions/{number}/signed-scan', { path: { id, number }, query: { fileId } })

/** Who may change what; the server says no by the same roles. */
export function useMay(): { keepClients: boolean; keepContracts: boolean } {
  const { role } = useSession().person
  const keepContracts = role === 'owner' || role === 'manager' || role === 'accountManager'
  return { keepContracts, keepClients: keepContracts || role === 'billing' }
}

/** "80-850 Gdańsk" → "Gdańsk". */
export const townOf = (addressLine2: string): string => addressLine2.replace(/^\d{2}-?\d{3}\s*/, '')
