/** What the screens of this room fetch and send: clients, people, contracts, versions of terms. */
import { useQuery } from '@tanstack/react-query'
import type { Line } from '#engines/pricing/line.ts'
import type { PriceList } from '#engines/pricing/price-list.ts'
import type { WorkCalendar } from '#engines/worktime/calendar.ts'
import { api } from '../kit/api.ts'
import type { PriorityLevel } from '../kit/data.tsx'
import { useSession, type Role } from '../session.ts'

export type Client = {
  id: string
  name: string
  nip: string | null
  regon: string | null
  addressLine1: string
  addressLine2: string
  country: string
  email: string
  invoiceEmail: string
  phone: string
  registerSentence: string
  representation: string
  accountManagerId: string | null
  isLocalGovernment: boolean
  isVatGroupMember: boolean
  isTaxablePerson: boolean
  isLargeEnterprise: boolean
  notes: string
  archivedAt: string | null
  version: number
}
export type Contact = {
  id: string
  clientId: string
  name: string
  email: string
  phone: string
  position: string
  hasPanelAccess: boolean
  isSupervisor: boolean
  receivesInvoices: boolean
  language: string
  invitedAt: string | null
  version: number
}
export type StaffPerson = { id: string; name: string; role: Role; leftAt: string | null }

export type ContractState = 'draft' | 'future' | 'inForce' | 'suspended' | 'ended' | 'expired'
export type VersionKind = 'original' | 'amendment' | 'correction'
export type ContractSummary = {
  id: string
  number: string
  clientId: string
  clientName: string
  concludedOn: string | null
  validFrom: string
  validTo: string | null
  lastDay: string | null
  activatedAt: string | null
  endedOn: string | null
  endReason: string | null
  settledTo: string | null
  version: number
  state: ContractState
  isUnsigned: boolean
  accountManagerId: string | null
  accountManagerName: string
  feeGrosze: number
  versionInForce: number | null
  draftNumber: number | null
  draftKind: VersionKind | null
}
export type VersionSummary = {
  id: string
  number: number
  kind: VersionKind
  validFrom: string
  validTo: string | null
  recordedAt: string
  supersededAt: string | null
  recordedByName: string
  correctsNumber: number | null
  reason: string | null
  isDraft: boolean
  isInForce: boolean
  fingerprint: string
  pageCode: string
  sentAt: string | null
  documentFileId: string | null
  signedScanFileId: string | null
  signedOn: string | null
  version: number
}
export type Deed =
  | 'editDraft'
  | 'activate'
  | 'discard'
  | 'amend'
  | 'end'
  | 'withdrawEnd'
  | 'sendForSignature'
  | 'attachScan'
export type ContractDetail = ContractSummary & {
  versions: VersionSummary[]
  deeds: Record<Deed, true | string>
}

export type ServiceLevel = {
  priority: PriorityLevel
  definition: string
  reactionMinutes: number
  resolutionMinutes?: number
  resolutionBusinessDays?: number
  calendar: string
}
export type PauseReason = { key: string; name?: string; stops: ('reaction' | 'resolution')[] }
export type Terms = {
  serviceLevels: ServiceLevel[]
  calendars: Record<string, { name: string; calendar: WorkCalendar }>
  accountManagerId: string
  deputyId?: string
  reporters: { mode: 'all' | 'listed'; contactIds: string[] }
  priceList: PriceList
  billing: { period: 'month'; paymentDays: number; vat: string }
  clock: {
    onPriorityChange: 'fromReport' | 'restart'
    onReopen: 'continue' | 'restart'
    gateClock: 'fromReport' | 'fromAdmission'
    closeAfterDays: number
    pauseReasons: PauseReason[]
  }
  term: { isIndefinite: boolean; noticeMonths: number }
  document: {
    place?: string
    scope: string[]
    exclusions: string[]
    liabilityLimit: string
    warrantyMonths: number
    form: 'documentary' | 'written' | 'electronic'
    court: 'contractor' | 'client' | 'defendant'
  }
}
export type TermsProblem = {
  code: string
  weight: 'error' | 'warning'
  path: string
  values: Record<string, string | number>
}
export type TermsChange = { path: string; before: unknown; after: unknown }
export type VersionDetail = VersionSummary & {
  terms: Terms
  problems: TermsProblem[]
  changes: TermsChange[]
  basedOn: number | null
}
export type Example = {
  lines: Line[]
  netGrosze: number
  vatGrosze: number
  grossGrosze: number
  inForceNetGrosze: number | null
}

// The first word of a key is the topic of live updates that renews it.
export const clientKey = (id: string) => ['client', id] as const
export const contactsKey = (id: string) => ['client', id, 'contacts'] as const
export const contractKey = (id: string) => ['contract', id] as const
export const versionKey = (id: string, number: number) => ['contract', id, 'version', number] as const

export const useClients = (search = '', archived = false) =>
  useQuery({
    queryKey: ['client', { search, archived }],
    queryFn: () =>
      api.get<Client[]>('/api/clients', { query: { search, archived: archived ? 'true' : undefined } }),
    placeholderData: (before) => before,
  })
export const useClient = (id: string) =>
  useQuery({ queryKey: clientKey(id), queryFn: () => api.get<Client>(`/api/clients/${id}`) })
export const useContacts = (clientId: string) =>
  useQuery({
    queryKey: contactsKey(clientId),
    queryFn: () => api.get<Contact[]>(`/api/clients/${clientId}/contacts`),
    enabled: clientId !== '',
  })
export const useContracts = (clientId?: string) =>
  useQuery({
    queryKey: ['contract', { clientId }],
    queryFn: () => api.get<ContractSummary[]>('/api/contracts', { query: { clientId } }),
  })
export const useContract = (id: string) =>
  useQuery({ queryKey: contractKey(id), queryFn: () => api.get<ContractDetail>(`/api/contracts/${id}`) })
export const useVersion = (id: string, number: number) =>
  useQuery({
    queryKey: versionKey(id, number),
    queryFn: () => api.get<VersionDetail>(`/api/contracts/${id}/versions/${number}`),
    enabled: number > 0,
  })
export const useStaff = () =>
  useQuery({ queryKey: ['staff'], queryFn: () => api.get<StaffPerson[]>('/api/staff') })

export const documentPath = (contractId: string, number: number): string =>
  `/api/contracts/${contractId}/versions/${number}/document`
export const scanPath = (contractId: string, number: number): string =>
  `/api/contracts/${contractId}/versions/${number}/signed-scan`

/** Who may change what; the server says no by the same roles. */
export function useMay(): { keepClients: boolean; keepContracts: boolean } {
  const { role } = useSession().person
  const keepContracts = role === 'owner' || role === 'manager' || role === 'accountManager'
  return { keepContracts, keepClients: keepContracts || role === 'billing' }
}

/** "80-850 Gdańsk" → "Gdańsk". */
export const townOf = (addressLine2: string): string => addressLine2.replace(/^\d{2}-?\d{3}\s*/, '')
