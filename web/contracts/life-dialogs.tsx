/** Deeds in the life of a contract: end it, suspend and resume it, let it go on or not. */
import { Menu, Select, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { date, dateOf } from '#words/format.ts'
import { sentenceFor } from '#words/words.ts'
import { ApiRefusal, api } from '../kit/api.ts'
import { pageClock } from '../kit/clock.ts'
import { useSentence } from '../kit/refusals.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech, useWords } from '../kit/words.tsx'
import { contractKey, type ContractDetail, type Deed } from './contract-data.ts'
import { Dialog } from './contract-dialogs.tsx'

type Props = { contract: ContractDetail; onClose: () => void }
export type LifeDeed = 'suspend' | 'renew' | 'decline' | 'end'

/** Items of the menu; what cannot be done now says why, from the table that the server uses. */
export function LifeMenuItems({
  contract,
  onOpen,
}: {
  contract: ContractDetail
  onOpen: (deed: LifeDeed) => void
}) {
  const { contractLife, refusals } = useWords()
  const said = contractLife.contract
  const queries = useQueryClient()
  const sentence = useSentence()
  const resume = useMutation({
    mutationFn: () => api.delete('/api/contracts/{id}/suspension', { path: { id: contract.id } }),
    onSuccess: (next) => (
      queries.setQueryData(contractKey(contract.id), next),
      showToast({ text: said.resumed })
    ),
    onError: (problem) => showToast({ text: sentence(problem), tone: 'problem' }),
  })
  const state = (deed: Deed) => {
    const answer = contract.deeds[deed]
    return answer === true
      ? { disabled: false }
      : { disabled: true, title: sentenceFor(refusals, answer, { number: contract.number }) }
  }
  const isDefinite = contract.validTo !== null
  return (
    <>
      {isDefinite && (
        <Menu.Item {...state('renew')} onClick={() => onOpen('renew')}>
          {said.renew}
        </Menu.Item>
      )}
      {contract.renewal && (
        <Menu.Item {...state('declineRenewal')} onClick={() => onOpen('decline')}>
          {said.decline}
        </Menu.Item>
      )}
      {contract.suspension ? (
        <Menu.Item {...state('resume')} onClick={() => resume.mutate()}>
          {said.resume}
        </Menu.Item>
      ) : (
        <Menu.Item {...state('suspend')} onClick={() => onOpen('suspend')}>
          {said.suspend}
        </Menu.Item>
      )}
    </>
  )
}

export function LifeDialog({ deed, ...props }: Props & { deed: LifeDeed }) {
  if (deed === 'suspend') return <SuspendDialog {...props} />
  if (deed === 'renew') return <RenewDialog {...props} />
  if (deed === 'decline') return <DeclineDialog {...props} />
  return <EndDialog {...props} />
}

const todayOf = (): string => dateOf(pageClock.nowMs())

function SuspendDialog({ contract, onClose }: Props) {
  const { contractLife, contracts } = useWords()
  const said = contractLife.contract
  const [fromOn, setFrom] = useState(todayOf)
  const [toOn, setTo] = useState('')
  const [reason, setReason] = useState('')
  return (
    <Dialog
      title={said.suspendTitle(contract.number)}
      lead={said.suspendWhy}
      action={said.suspend}
      fields={['fromOn', 'toOn', 'reason']}
      disabled={reason.trim() === ''}
      onClose={onClose}
      onDone={() => showToast({ text: said.suspended })}
      run={() =>
        api.put('/api/contracts/{id}/suspension', {
          path: { id: contract.id },
          body: { fromOn, toOn: toOn || null, reason, version: contract.version },
        })
      }
    >
      {(error) => (
        <>
          <div className="c-pair">
            <DayField label={said.suspendFrom} value={fromOn} error={error('fromOn')} onChange={setFrom} />
            <DayField label={said.suspendTo} value={toOn} error={error('toOn')} onChange={setTo} optional />
          </div>
          <ReasonField
            label={contracts.contract.endReason}
            value={reason}
            error={error('reason')}
            onChange={setReason}
          />
        </>
      )}
    </Dialog>
  )
}

function RenewDialog({ contract, onClose }: Props) {
  const { contractLife, contracts } = useWords()
  const said = contractLife.contract
  const [validTo, setValidTo] = useState(contract.renewal?.nextLastDay ?? '')
  const [reason, setReason] = useState('')
  return (
    <Dialog
      title={said.renewTitle(contract.number)}
      action={said.renew}
      fields={['validTo']}
      disabled={!validTo}
      onClose={onClose}
      onDone={() => showToast({ text: said.renewed })}
      run={() =>
        api.put('/api/contracts/{id}/renewal', {
          path: { id: contract.id },
          body: { validTo, reason, version: contract.version },
        })
      }
    >
      {(error) => (
        <>
          <DayField label={said.renewTo} value={validTo} error={error('validTo')} onChange={setValidTo} />
          <ReasonField label={contracts.contract.endReason} value={reason} onChange={setReason} optional />
        </>
      )}
    </Dialog>
  )
}

function DeclineDialog({ contract, onClose }: Props) {
  const { contractLife, contracts } = useWords()
  const said = contractLife.contract
  const [reason, setReason] = useState('')
  return (
    <Dialog
      title={said.declineTitle(contract.number)}
      lead={said.declineWhy}
      action={said.decline}
      fields={['reason']}
      disabled={reason.trim() === ''}
      onClose={onClose}
      onDone={() => showToast({ text: said.declined })}
      run={() =>
        api.put('/api/contracts/{id}/renewal-refusal', {
          path: { id: contract.id },
          body: { reason, version: contract.version },
        })
      }
    >
      {(error) => (
        <ReasonField
          label={contracts.contract.endReason}
          value={reason}
          error={error('reason')}
          onChange={setReason}
        />
      )}
    </Dialog>
  )
}

const kinds = ['notice', 'agreement', 'seriousReason'] as const

export function EndDialog({ contract, onClose }: Props) {
  const { lang, words } = useSpeech()
  const said = words.contracts.contract
  const life = words.contractLife.contract
  const [kind, setKind] = useState<(typeof kinds)[number]>('notice')
  const [givenBy, setGivenBy] = useState<'us' | 'client'>('client')
  const [givenOn, setGivenOn] = useState(todayOf)
  const [endedOn, setEndedOn] = useState('')
  const [reason, setReason] = useState('')
  const [earliest, setEarliest] = useState<string>()
  const isNotice = kind === 'notice'
  return (
    <Dialog
      title={said.endTitle(contract.number)}
      action={said.endAction}
      fields={['endedOn', 'reason', 'givenOn']}
      disabled={!endedOn || reason.trim() === ''}
      onClose={onClose}
      onDone={() => {}}
      run={() =>
        api
          .put('/api/contracts/{id}/end', {
            path: { id: contract.id },
            body: {
              endedOn,
              reason,
              version: contract.version,
              kind,
              givenBy: kind === 'agreement' ? 'both' : givenBy,
              ...(kind !== 'agreement' && { givenOn }),
            },
          })
          .catch((problem: unknown) => {
            if (problem instanceof ApiRefusal && problem.code === 'notice_too_short')
              setEarliest(String(problem.facts.earliest))
            throw problem
          })
      }
    >
      {(error) => (
        <>
          <SegmentedControl
            aria-label={life.endKind}
            value={kind}
            onChange={(value) => setKind(value as typeof kind)}
            data={kinds.map((value) => ({ value, label: life.endKinds[value] }))}
          />
          {kind !== 'agreement' && (
            <div className="c-pair">
              <Select
                label={life.givenBy}
                data={(['us', 'client'] as const).map((value) => ({ value, label: life.givers[value] }))}
                value={givenBy}
                allowDeselect={false}
                onChange={(value) => setGivenBy(value === 'us' ? 'us' : 'client')}
              />
              <DayField label={life.givenOn} value={givenOn} error={error('givenOn')} onChange={setGivenOn} />
            </div>
          )}
          <DayField label={said.endOn} value={endedOn} error={error('endedOn')} onChange={setEndedOn} />
          {isNotice && earliest && <p className="c-hint">{life.noticeEarliest(date(lang, earliest))}</p>}
          <ReasonField label={said.endReason} value={reason} error={error('reason')} onChange={setReason} />
        </>
      )}
    </Dialog>
  )
}

function DayField({
  label,
  value,
  error,
  onChange,
  optional,
}: {
  label: string
  value: string
  error?: string | undefined
  onChange: (day: string) => void
  optional?: boolean
}) {
  return (
    <TextInput
      type="date"
      label={label}
      required={!optional}
      value={value}
      error={error}
      onChange={(e) => onChange(e.currentTarget.value)}
    />
  )
}

function ReasonField({
  label,
  value,
  error,
  onChange,
  optional,
}: {
  label: string
  value: string
  error?: string | undefined
  onChange: (text: string) => void
  optional?: boolean
}) {
  return (
    <Textarea
      autosize
      minRows={2}
      label={label}
      required={!optional}
      value={value}
      error={error}
      onChange={(e) => onChange(e.currentTarget.value)}
    />
  )
}
