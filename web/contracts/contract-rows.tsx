/** Contracts as rows of a list, and the start of a new one. */
import { Button, Modal, Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { date, dateOf, money } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { Avatar, ReasonChip, type TagTone } from '../kit/data.tsx'
import { AppLink, useGo } from '../kit/link.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { RowList } from '../kit/row-list.tsx'
import { pageClock } from '../kit/clock.ts'
import { useSpeech, useWords } from '../kit/words.tsx'
import { useClients, type Client, type ContractState, type ContractSummary } from './contract-data.ts'
import { useTemplates } from './life-data.ts'
import { useTemplateName } from './template-name.ts'

const tones: Record<ContractState, TagTone> = {
  draft: 'outline',
  future: 'calm',
  inForce: 'soft',
  suspended: 'paused',
  ended: 'calm',
  expired: 'calm',
}

export function StateChips({
  contract,
}: {
  contract: Pick<
    ContractSummary,
    | 'state'
    | 'isUnsigned'
    | 'draftKind'
    | 'endedOn'
    | 'activatedAt'
    | 'suspension'
    | 'renewal'
    | 'isRenewalDeclined'
  >
}) {
  const { lang, words } = useSpeech()
  const { contracts: said, states } = words.contracts
  const life = words.contractLife.contract
  const draftChange = contract.activatedAt !== null && contract.draftKind
  return (
    <span className="c-tags">
      {contract.isUnsigned && <ReasonChip tone="decision">{said.unsignedAlarm}</ReasonChip>}
      {(!contract.isUnsigned || contract.state === 'suspended') && !contract.suspension && (
        <ReasonChip tone={tones[contract.state]}>{states[contract.state]}</ReasonChip>
      )}
      {contract.endedOn && contract.state === 'inForce' && (
        <ReasonChip tone="note">{said.endsOn(date(lang, contract.endedOn))}</ReasonChip>
      )}
      {contract.suspension && (
        <ReasonChip tone="paused">
          {life.suspendedSince(
            date(lang, contract.suspension.fromOn),
            contract.suspension.toOn ? date(lang, contract.suspension.toOn) : '',
          )}
        </ReasonChip>
      )}
      {contract.isRenewalDeclined && contract.state === 'inForce' && (
        <ReasonChip tone="note">{life.declinedTag}</ReasonChip>
      )}
      {draftChange && <ReasonChip tone="note">{said.draftChange(draftChange)}</ReasonChip>}
    </span>
  )
}

export function ContractRows({
  contracts,
  withoutClient,
}: {
  contracts: readonly ContractSummary[]
  withoutClient?: boolean
}) {
  const { lang, words } = useSpeech()
  const said = words.contracts.contracts
  const go = useGo()
  const [active, setActive] = useState<string>()
  const open = (contract: ContractSummary) => go(pathOf(contract))
  return (
    <RowList
      label={words.contracts.nav.contracts}
      groups={[{ id: 'all', rows: contracts }]}
      keyOf={(contract) => contract.id}
      active={active}
      onActive={setActive}
      onOpen={open}
      onPreview={open}
    >
      {(contract) => (
        <div className={withoutClient ? 'c-row c-row-short' : 'c-row c-row-contract'}>
          <AppLink to={pathOf(contract)} className="c-number num">
            {contract.number}
          </AppLink>
          {!withoutClient && <span className="c-name">{contract.clientName}</span>}
          <StateChips contract={contract} />
          {!withoutClient && (
            <span className="c-dim c-only-wide">
              {contract.lastDay ? said.until(date(lang, contract.lastDay)) : said.indefinite}
            </span>
          )}
          {!withoutClient && (
            <span className="c-only-wide">
              <Avatar name={contract.accountManagerName} />
            </span>
          )}
          <span className="c-money num">{contract.feeGrosze > 0 ? money(lang, contract.feeGrosze) : ''}</span>
        </div>
      )}
    </RowList>
  )
}

/** A contract that never was in force is its draft. */
const pathOf = (contract: ContractSummary): string =>
  contract.state === 'draft' && contract.draftNumber
    ? `/contracts/${contract.id}/versions/${contract.draftNumber}`
    : `/contracts/${contract.id}`

export function NewContract({ client, onClose }: { client?: Client; onClose: () => void }) {
  const { contracts, contractLife, kit } = useWords()
  const words = contracts.contracts
  const go = useGo()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const { data: clients = [] } = useClients()
  const [clientId, setClientId] = useState(client?.id ?? null)
  const [validFrom, setValidFrom] = useState(dateOf(pageClock.nowMs()))
  const { data: templates = [] } = useTemplates()
  const nameOf = useTemplateName()
  const [template, setTemplate] = useState('')
  const create = useMutation({
    mutationFn: () =>
      api.post('/api/contracts', {
        body: { clientId: clientId ?? '', validFrom, ...(template && { template }) },
      }),
    onSuccess: (contract) => (
      void queries.invalidateQueries({ queryKey: ['contract'] }),
      go(`/contracts/${contract.id}/versions/1`)
    ),
    onError: refusal.show,
  })
  return (
    <Modal opened onClose={onClose} title={words.new} closeButtonProps={{ 'aria-label': kit.buttons.close }}>
      <form className="c-form" onSubmit={(e) => (e.preventDefault(), refusal.clear(), create.mutate())}>
        <p className="c-hint">{words.emptyWhy}</p>
        <Select
          label={words.chooseClient}
          searchable
          required
          data-autofocus={client === undefined}
          readOnly={client !== undefined}
          value={clientId}
          onChange={setClientId}
          data={(client ? [client] : clients).map((one) => ({ value: one.id, label: one.name }))}
          nothingFoundMessage={contracts.clients.noMatch}
        />
        <TextInput
          type="date"
          label={words.from}
          required
          value={validFrom}
          error={refusal.of('validFrom')}
          onChange={(e) => setValidFrom(e.currentTarget.value)}
        />
        <Select
          label={contractLife.templates.template}
          value={template}
          allowDeselect={false}
          data={[
            { value: '', label: contractLife.templates.usual },
            ...templates
              .filter(({ archivedAt }) => archivedAt === null)
              .map((one) => ({ value: one.id, label: nameOf(one) })),
          ]}
          onChange={(value) => setTemplate(value ?? '')}
        />
        <RefusalNote refusal={refusal} fields={['validFrom']} />
        <Button type="submit" size="md" disabled={!clientId || !validFrom} loading={create.isPending}>
          {words.create}
        </Button>
      </form>
    </Modal>
  )
}
