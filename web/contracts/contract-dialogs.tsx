/** Questions around a contract: send it, attach the signed scan, amend, correct, end, and what changes. */
import { Button, Modal, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { dateOf } from '#words/format.ts'
import { termsChange } from '#words/terms-change.ts'
import { api } from '../kit/api.ts'
import { pageClock } from '../kit/clock.ts'
import { useGo } from '../kit/link.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { useSpeech, useWords } from '../kit/words.tsx'
import {
  useContacts,
  useStaff,
  type ContractDetail,
  type VersionDetail,
  type VersionSummary,
} from './contract-data.ts'
import { ScanUpload } from './scan-upload.tsx'
import { SendToSign } from './send-dialog.tsx'

type Props = { contract: ContractDetail; onClose: () => void }

/** A form in a window: its button does the deed, a refusal stands above it. */
export function Dialog<T>({
  title,
  lead,
  action,
  run,
  onDone,
  onClose,
  children,
  fields,
  disabled,
}: {
  title: string
  lead?: string
  action: string
  run: () => Promise<T>
  onDone: (result: T) => void
  onClose: () => void
  children: (error: (field: string) => string | undefined) => ReactNode
  fields: readonly string[]
  disabled?: boolean
}) {
  const { kit } = useWords()
  const refusal = useRefusal()
  const queries = useQueryClient()
  const deed = useMutation({
    mutationFn: run,
    onSuccess: (result) => (
      void queries.invalidateQueries({ queryKey: ['contract'] }),
      onClose(),
      onDone(result)
    ),
    onError: refusal.show,
  })
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': kit.buttons.close }}>
      <form className="c-form" onSubmit={(e) => (e.preventDefault(), refusal.clear(), deed.mutate())}>
        {lead && <p className="c-hint">{lead}</p>}
        {children(refusal.of)}
        <RefusalNote refusal={refusal} fields={fields} />
        <Button type="submit" size="md" disabled={disabled ?? false} loading={deed.isPending}>
          {action}
        </Button>
      </form>
    </Modal>
  )
}

export function SendDialog({
  contract,
  version,
  onClose,
}: Props & { version: VersionDetail | VersionSummary }) {
  return <SendToSign contract={contract} number={version.number} onClose={onClose} />
}

/** The codes on its pages say whether it belongs here. */
export function ScanDialog({ contract, version, onClose }: Props & { version: VersionSummary }) {
  const { documents, kit } = useWords()
  return (
    <Modal
      opened
      onClose={onClose}
      title={documents.documents.upload}
      closeButtonProps={{ 'aria-label': kit.buttons.close }}
    >
      <ScanUpload wanted={{ contractId: contract.id, number: version.number }} onSent={onClose} />
    </Modal>
  )
}

/** The first day that an amendment usually begins on: of the next month. */
function nextMonth(): string {
  const [year = 0, month = 0] = dateOf(pageClock.nowMs()).split('-').map(Number)
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
}

export function AmendDialog({ contract, onClose }: Props) {
  const said = useWords().contracts.contract
  const go = useGo()
  const [validFrom, setValidFrom] = useState(nextMonth)
  const [reason, setReason] = useState('')
  return (
    <Dialog
      title={said.amendTitle}
      lead={said.amendLead}
      action={said.amend}
      fields={['validFrom']}
      disabled={!validFrom}
      onClose={onClose}
      onDone={(made) => go(`/contracts/${contract.id}/versions/${made.number}`)}
      run={() =>
        api.post('/api/contracts/{id}/versions', {
          path: { id: contract.id },
          body: { kind: 'amendment', validFrom, reason },
        })
      }
    >
      {(error) => (
        <>
          <TextInput
            type="date"
            label={said.amendFrom}
            required
            data-autofocus
            value={validFrom}
            error={error('validFrom')}
            onChange={(e) => setValidFrom(e.currentTarget.value)}
          />
          <Textarea
            autosize
            minRows={2}
            label={said.amendReason}
            value={reason}
            onChange={(e) => setReason(e.currentTarget.value)}
          />
        </>
      )}
    </Dialog>
  )
}

export function CorrectDialog({ contract, version, onClose }: Props & { version: VersionSummary }) {
  const said = useWords().contracts.contract
  const go = useGo()
  const [reason, setReason] = useState('')
  return (
    <Dialog
      title={said.correctTitle(version.number)}
      lead={said.correctLead}
      action={said.correct}
      fields={['reason']}
      disabled={reason.trim() === ''}
      onClose={onClose}
      onDone={(made) => go(`/contracts/${contract.id}/versions/${made.number}`)}
      run={() =>
        api.post('/api/contracts/{id}/versions', {
          path: { id: contract.id },
          body: {
            kind: 'correction',
            corrects: version.number,
            reason,
          },
        })
      }
    >
      {(error) => (
        <Textarea
          autosize
          minRows={2}
          label={said.correctReason}
          required
          data-autofocus
          value={reason}
          error={error('reason')}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
      )}
    </Dialog>
  )
}

export function Changes({ contract, version, onClose }: Props & { version: VersionDetail }) {
  const { words } = useSpeech()
  const said = words.contracts.contract
  return (
    <Modal
      opened
      onClose={onClose}
      title={said.changesTitle}
      size={620}
      closeButtonProps={{ 'aria-label': words.kit.buttons.close }}
    >
      <ChangeList contract={contract} version={version} />
    </Modal>
  )
}

/** The difference between two versions, in words. */
export function ChangeList({ contract, version }: { contract: ContractDetail; version: VersionDetail }) {
  const { lang, words } = useSpeech()
  const said = words.contracts.contract
  const { data: staff = [] } = useStaff()
  const { data: contacts = [] } = useContacts(contract.clientId)
  const people = new Map([...staff, ...contacts].map((person) => [person.id, person.name]))
  if (version.changes.length === 0) return <p className="c-hint">{said.noChanges}</p>
  return (
    <ul className="c-changes">
      {version.changes.map((change) => {
        const { place, before, after } = termsChange(lang, change, {
          people,
          priorities: words.kit.priorities,
        })
        return (
          <li key={change.path}>
            <strong>{place}</strong>
            {before !== null && (
              <del>
                <span className="sr-only">{said.was} </span>
                {before}
              </del>
            )}
            {after !== null && (
              <span>
                <span className="sr-only">{said.becomes} </span>
                {after}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
