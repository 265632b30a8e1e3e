/** What the screens of documents fetch: own templates, requests to sign, scans that came back. */
import { useQuery } from '@tanstack/react-query'
import { sentenceFor } from '#words/words.ts'
import { addressOf, api, type Answer } from '../kit/api.ts'
import { useWords } from '../kit/words.tsx'
import type { Schemas } from '../generated/client.ts'

export type Scan = Schemas.SignedScan
export type Signing = Schemas.Signing
export type SigningRequest = Schemas.SigningRequest
export type OwnTemplate = Answer<'get', '/api/document-templates'>[number]
export type TemplateKind = OwnTemplate['kind']
export type TemplateCheck = Answer<'post', '/api/document-templates/checks'>

export const templatesKey = ['contract', 'document-templates'] as const
export const useOwnTemplates = (archived = false) =>
  useQuery({
    queryKey: [...templatesKey, { archived }],
    queryFn: () => api.get('/api/document-templates', { query: { archived: archived ? 'true' : undefined } }),
    placeholderData: (before) => before,
  })
export const usePlaceholders = (kind: TemplateKind, enabled: boolean) =>
  useQuery({
    queryKey: ['placeholders', kind],
    queryFn: () => api.get('/api/document-templates/placeholders/{kind}', { path: { kind } }),
    staleTime: Infinity,
    enabled,
  })
export const useScans = (about: { contractId?: string; waiting?: boolean } = {}) =>
  useQuery({
    queryKey: ['scan', about],
    queryFn: () =>
      api.get('/api/signed-scans', {
        query: { contractId: about.contractId, waiting: about.waiting ? 'true' : undefined },
      }),
    // Live updates tell the outcome; this is for the moment in which they are being connected.
    refetchInterval: ({ state }) => (state.data?.some((scan) => scan.state === 'reading') ? 3000 : false),
  })
export const useSigningRequests = (id: string, number: number, enabled: boolean) =>
  useQuery({
    queryKey: ['contract', id, 'signing', number],
    queryFn: () =>
      api.get('/api/contracts/{id}/versions/{number}/signing-requests', { path: { id, number } }),
    enabled,
  })

export const scanFile = (id: string, fileId: string): string =>
  addressOf('/api/signed-scans/{id}/files/{fileId}', { path: { id, fileId } })
export const templateFile = (id: string): string =>
  addressOf('/api/document-templates/{id}/file', { path: { id } })
export const templateSample = (id: string): string =>
  addressOf('/api/document-templates/{id}/sample', { path: { id } })

/** Why a scan was refused, in the reader's language. */
export function useScanRefusal(): (scan: Pick<Scan, 'refusalCode' | 'refusalFacts'>) => string {
  const { refusals } = useWords()
  return ({ refusalCode, refusalFacts }) =>
    refusalCode ? (sentenceFor(refusals, refusalCode, refusalFacts ?? {}) ?? refusalCode) : ''
}
