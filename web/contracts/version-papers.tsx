/** The papers of one version: the document, to whom it was sent and what they did, and the scans that came back. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { moment } from '#words/format.ts'
import { pageClock } from '../kit/clock.ts'
import { useSpeech } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { useMay, type ContractDetail, type VersionSummary } from './contract-data.ts'
import { useScans, useSigningRequests, type SigningRequest } from './document-data.ts'
import { ScanDialog } from './contract-dialogs.tsx'
import { ScanCard } from './scan-card.tsx'
import { SendToSign } from './send-dialog.tsx'
import './documents.css'

export function VersionPapers({ contract, version }: { contract: ContractDetail; version: VersionSummary }) {
  const { lang, words: all } = useSpeech()
  const words = all.documents.documents
  const zone = useZone()
  const may = useMay()
  const [open, setOpen] = useState<'send' | 'upload'>()
  const { data: requests = [] } = useSigningRequests(contract.id, version.number, version.sentAt !== null)
  const { data: scans = [] } = useScans({ contractId: contract.id })
  const own = scans.filter(
    (scan) => scan.state !== 'dismissed' && (scan.number ?? scan.wantedNumber) === version.number,
  )
  const close = () => setOpen(undefined)
  const canSend = contract.deeds.sendForSignature === true && !version.supersededAt
  return (
    <div className="d-papers">
      {requests.length > 0 && (
        <ul className="d-requests" aria-label={words.requests}>
          {requests.map((request) => (
            <li key={request.id} data-past={request.withdrawnAt ? true : undefined}>
              <span>{request.email}</span>
              <span className="c-hint">
                {stateOf(request, words.request, (at) => moment(lang, at, zone))}
              </span>
            </li>
          ))}
        </ul>
      )}
      {own.length > 0 && (
        <ul className="d-scans d-scans-inner" aria-label={words.scans}>
          {own.map((scan) => (
            <ScanCard key={scan.id} scan={scan} />
          ))}
        </ul>
      )}
      {may.keepContracts && !version.supersededAt && (
        <div className="d-scan-deeds">
          {canSend && (
            <Button size="xs" variant="default" onClick={() => setOpen('send')}>
              {words.send}
            </Button>
          )}
          {contract.deeds.attachScan === true && (
            <Button size="xs" variant="default" onClick={() => setOpen('upload')}>
              {words.upload}
            </Button>
          )}
        </div>
      )}
      {open === 'send' && <SendToSign contract={contract} number={version.number} onClose={close} />}
      {open === 'upload' && <ScanDialog contract={contract} version={version} onClose={close} />}
    </div>
  )
}

type Said = {
  opened: (when: string) => string
  notOpened: string
  accepted: (facts: { name: string; when: string }) => string
  withdrawn: string
  expired: (day: string) => string
}

function stateOf(request: SigningRequest, said: Said, when: (at: string) => string): string {
  if (request.acceptedAt)
    return said.accepted({ name: request.acceptedName ?? '', when: when(request.acceptedAt) })
  if (request.withdrawnAt) return said.withdrawn
  if (Date.parse(request.expiresAt) < pageClock.nowMs()) return said.expired(when(request.expiresAt))
  return request.openedAt ? said.opened(when(request.openedAt)) : said.notOpened
}
