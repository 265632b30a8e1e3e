/** One scan: what was read in it and what became of it; what the program could not decide is decided here. */
import { Button, Modal, Select, TextInput } from '@mantine/core'
import { IconFile, IconSignature } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { moment } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { pageClock } from '../kit/clock.ts'
import { ReasonChip, type TagTone } from '../kit/data.tsx'
import { AppLink } from '../kit/link.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech, useWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { dateOf } from '#words/format.ts'
import { useContract, useContracts, useMay } from './contract-data.ts'
import { scanFile, useScanRefusal, type Scan } from './document-data.ts'
import './documents.css'

const tones: Record<Scan['state'], TagTone> = {
  reading: 'calm',
  matched: 'soft',
  unreadable: 'decision',
  incomplete: 'decision',
  refused: 'danger',
  dismissed: 'outline',
}

export function ScanCard({ scan, withContract }: { scan: Scan; withContract?: boolean }) {
  const { lang, words: all } = useSpeech()
  const words = all.documents.scans
  const zone = useZone()
  const refusalOf = useScanRefusal()
  const may = useMay()
  const [confirming, setConfirming] = useState(false)
  const isOpen = scan.state === 'unreadable' || scan.state === 'incomplete'
  return (
    <li className="d-scan" data-state={scan.state}>
      <p className="d-scan-head">
        <ReasonChip tone={tones[scan.state]}>{words.states[scan.state]}</ReasonChip>
        {withContract && scan.contractId && scan.number && (
          <AppLink to={`/contracts/${scan.contractId}`}>
            {words.matchedTo({ number: scan.contractNumber ?? '', version: scan.number })}
          </AppLink>
        )}
        <span className="c-hint num">
          {words.received({
            when: moment(lang, scan.receivedAt, zone),
            name: scan.receivedByKind === 'public' ? words.byLink : scan.receivedByName,
          })}
        </span>
      </p>
      <ScanFindings scan={scan} />
      {scan.state === 'refused' && <p className="d-why">{refusalOf(scan)}</p>}
      {scan.state === 'unreadable' && <p className="d-why">{words.unreadableWhy}</p>}
      {scan.state === 'incomplete' && <p className="d-why">{words.incompleteWhy}</p>}
      <p className="c-links">
        {scan.files.map((file) => (
          <a key={file.id} href={scanFile(scan.id, file.id)} target="_blank" rel="noreferrer">
            <IconFile size={15} stroke={1.6} aria-hidden /> {file.name}
          </a>
        ))}
      </p>
      {may.keepContracts && (isOpen || scan.state === 'refused') && (
        <div className="d-scan-deeds">
          {isOpen && (
            <Button size="sm" onClick={() => setConfirming(true)}>
              {words.confirm}
            </Button>
          )}
          <Dismiss scan={scan} />
        </div>
      )}
      {confirming && <ConfirmScan scan={scan} onClose={() => setConfirming(false)} />}
    </li>
  )
}

function ScanFindings({ scan }: { scan: Scan }) {
  const { lang, words: all } = useSpeech()
  const words = all.documents.scans
  const zone = useZone()
  const found = scan.pages.filter((page) => page.code !== null).length
  const facts = [
    scan.state === 'matched' && scan.documentPages && scan.missing.length === 0
      ? words.allPages(scan.documentPages)
      : scan.pages.length > 0 && found > 0 && words.somePages({ found, of: scan.pages.length }),
    scan.missing.length > 0 && words.missing(scan.missing.join(', ')),
  ].filter(Boolean)
  return (
    <>
      {facts.length > 0 && <p className="c-hint">{facts.join(' ')}</p>}
      {scan.signatures.length > 0 && (
        <div className="d-signatures">
          <p>
            <IconSignature size={15} stroke={1.6} aria-hidden /> {words.signatures}
          </p>
          <ul>
            {scan.signatures.map((signature, at) => (
              <li key={at}>
                {words.signature({
                  signer: signature.signer || words.unnamed,
                  when: signature.signedAt ? moment(lang, signature.signedAt, zone) : null,
                })}
                {signature.issuer && <span className="c-hint"> · {signature.issuer}</span>}
                {signature.isFollowedByChanges && <span className="d-why"> {words.signatureChanged}</span>}
              </li>
            ))}
          </ul>
          <p className="c-hint">{words.signatureNote}</p>
        </div>
      )}
    </>
  )
}

function Dismiss({ scan }: { scan: Scan }) {
  const words = useWords().documents.scans
  const queries = useQueryClient()
  const refusal = useRefusal()
  const dismiss = useMutation({
    mutationFn: () =>
      api.put('/api/signed-scans/{id}/dismissal', {
        path: { id: scan.id },
        body: { version: scan.version },
      }),
    onSuccess: () => {
      showToast({ text: words.dismissed })
      void queries.invalidateQueries({ queryKey: ['scan'] })
    },
    onError: refusal.show,
  })
  return (
    <>
      <Button size="sm" variant="default" loading={dismiss.isPending} onClick={() => dismiss.mutate()}>
        {words.dismiss}
      </Button>
      <RefusalNote refusal={refusal} />
    </>
  )
}

/** What the code says stands; only what it cannot say is asked. */
function ConfirmScan({ scan, onClose }: { scan: Scan; onClose: () => void }) {
  const { contracts, documents, kit } = useWords()
  const words = documents.scans
  const queries = useQueryClient()
  const refusal = useRefusal()
  const known = scan.contractId
  const [contractId, setContractId] = useState(known ?? scan.wantedContractId ?? '')
  const [number, setNumber] = useState<number | null>(scan.number ?? scan.wantedNumber)
  const [signedOn, setSignedOn] = useState(scan.signedOn ?? dateOf(pageClock.nowMs()))
  const { data: all = [] } = useContracts()
  const { data: contract } = useContract(contractId)
  const chosen = number ?? contract?.versionInForce ?? contract?.draftNumber ?? null
  const confirm = useMutation({
    mutationFn: () =>
      api.put('/api/signed-scans/{id}/confirmation', {
        path: { id: scan.id },
        body: { version: scan.version, contractId, number: chosen ?? 0, signedOn },
      }),
    onSuccess: () => {
      showToast({ text: words.confirmed })
      void queries.invalidateQueries({ queryKey: ['scan'] })
      void queries.invalidateQueries({ queryKey: ['contract'] })
      onClose()
    },
    onError: refusal.show,
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={known ? words.confirmIncomplete : words.confirmTitle}
      closeButtonProps={{ 'aria-label': kit.buttons.close }}
    >
      <form
        className="c-form"
        onSubmit={(event) => (event.preventDefault(), refusal.clear(), confirm.mutate())}
      >
        <p className="c-hint">{known ? words.incompleteWhy : words.unreadableWhy}</p>
        {scan.missing.length > 0 && <p className="d-why">{words.missing(scan.missing.join(', '))}</p>}
        {!known && (
          <Select
            label={words.contract}
            searchable
            required
            value={contractId || null}
            data={all.map((one) => ({ value: one.id, label: `${one.number} – ${one.clientName}` }))}
            onChange={(id) => (setContractId(id ?? ''), setNumber(null))}
          />
        )}
        {!known && contract && (
          <Select
            label={words.versionOf}
            required
            allowDeselect={false}
            value={chosen === null ? null : String(chosen)}
            data={contract.versions.map((version) => ({
              value: String(version.number),
              label: `${version.number}. ${contracts.kinds[version.kind]}`,
            }))}
            onChange={(value) => setNumber(value === null ? null : Number(value))}
          />
        )}
        <TextInput
          type="date"
          label={words.signedOn}
          required
          value={signedOn}
          error={refusal.of('signedOn')}
          onChange={(event) => setSignedOn(event.currentTarget.value)}
        />
        <RefusalNote refusal={refusal} fields={['signedOn']} />
        <Button type="submit" size="md" disabled={!contractId || !chosen} loading={confirm.isPending}>
          {words.confirm}
        </Button>
      </form>
    </Modal>
  )
}
