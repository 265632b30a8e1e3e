/** What a contract brought along that began before us: what was left of its packages, and its meters. */
import { ActionIcon, Button, Modal, Select, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PriceItem } from '#engines/pricing/price-list.ts'
import { date, dateOf, quantity } from '#words/format.ts'
import { priceItemName } from '#words/price-sentences.ts'
import type { Schemas } from '../generated/client.ts'
import { api } from '../kit/api.ts'
import { pageClock } from '../kit/clock.ts'
import { Card, ConfirmDialog } from '../kit/controls.tsx'
import { RefusalNote, useRefusal, useSentence } from '../kit/refusals.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { useMay } from './contract-data.ts'
import { useHands } from './hands-words.ts'
import './contracts.css'
import './contract-life.css'

type Balance = Schemas.OpeningBalance
type What = {
  key: string
  kind: Balance['kind']
  unit: string
  item?: string
  label: string
  expires: boolean
}

const balancesKey = (id: string) => ['contract', id, 'balances'] as const

const useBalances = (id: string) =>
  useQuery({
    queryKey: balancesKey(id),
    queryFn: () => api.get('/api/contracts/{id}/opening-balances', { path: { id } }),
  })

/** In words, without hands: on the page of the contract. */
export function OpeningBalances({ contractId }: { contractId: string }) {
  const said = useHands().opening
  const { data = [] } = useBalances(contractId)
  if (data.length === 0) return null
  return (
    <Card title={said.title}>
      <ul className="c-plain-list">
        {data.map((one) => (
          <li key={one.id} className="num">
            <BalanceText balance={one} items={[]} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** With the form: beside the meters, whose beginning it is. */
export function OpeningCard({
  contractId,
  items,
  hasBills,
}: {
  contractId: string
  items: readonly PriceItem[]
  hasBills: boolean
}) {
  const said = useHands().opening
  const may = useMay()
  const { data = [] } = useBalances(contractId)
  const [isAdding, setAdding] = useState(false)
  const mayChange = may.keepContracts && !hasBills
  // A contract that began here has nothing to say about it.
  if (hasBills && data.length === 0) return null
  return (
    <Card title={said.title}>
      <p className="c-hint">{hasBills ? said.billed : said.lead}</p>
      {data.length === 0 && !hasBills && <p className="c-hint">{said.none}</p>}
      {data.length > 0 && (
        <ul className="c-balances">
          {data.map((one) => (
            <li key={one.id} className="num">
              <BalanceText balance={one} items={items} />
              {mayChange && <Remove contractId={contractId} balance={one} />}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={15} stroke={1.8} />}
          onClick={() => setAdding(true)}
        >
          {said.add}
        </Button>
      )}
      {isAdding && <AddBalance contractId={contractId} items={items} onClose={() => setAdding(false)} />}
    </Card>
  )
}

function BalanceText({ balance, items }: { balance: Balance; items: readonly PriceItem[] }) {
  const { lang } = useSpeech()
  const said = useHands().opening
  const { kind, unit, device, asOf, validTo, note } = balance
  const item = items.find(({ id }) => id === balance.itemId)
  const name = item?.name || (item ? priceItemName(lang, item.kind) : (balance.itemId ?? ''))
  const what =
    kind === 'meter'
      ? [unit, device].filter(Boolean).join(', ')
      : kind === 'allowance'
        ? unit === 'hour'
          ? said.kinds.hours
          : said.kinds.tickets
        : said.kinds[kind](name)
  const shown = quantity(lang, balance.quantity)
  const units = said.units[kind === 'meter' ? 'other' : (unit as 'ticket')] ?? said.units.other
  return (
    <span>
      {said.row(what, units(shown), date(lang, asOf))}
      {validTo && <span className="c-hint"> · {said.until(date(lang, validTo))}</span>}
      {note && <span className="c-hint"> · {note}</span>}
    </span>
  )
}

/** What this price list has of which something may be left. */
function useChoices(items: readonly PriceItem[]): What[] {
  const { lang } = useSpeech()
  const said = useHands().opening.kinds
  const nameOf = (item: PriceItem) => item.name || priceItemName(lang, item.kind)
  const has = (kind: 'perTicket' | 'perTime') =>
    items.some((one) =>
      one.kind === 'perTicket'
        ? kind === 'perTicket' && one.included > 0
        : one.kind === 'perTime' && kind === 'perTime' && one.includedMinutes > 0,
    )
  return [
    ...(has('perTicket')
      ? [{ key: 'tickets', kind: 'allowance' as const, unit: 'ticket', label: said.tickets, expires: false }]
      : []),
    ...(has('perTime')
      ? [{ key: 'hours', kind: 'allowance' as const, unit: 'hour', label: said.hours, expires: false }]
      : []),
    ...items.flatMap((one): What[] => {
      const shared = { key: one.id, item: one.id, unit: 'unit' in one ? String(one.unit) : '' }
      if (one.kind === 'pool' && (one.scope ?? 'contract') === 'contract')
        return [{ ...shared, kind: 'pool', label: said.pool(nameOf(one)), expires: false }]
      if (one.kind === 'block')
        return [
          {
            ...shared,
            kind: 'block',
            label: said.block(nameOf(one)),
            expires: one.validMonths !== undefined,
          },
        ]
      return []
    }),
    { key: 'meter', kind: 'meter', unit: '', label: said.meter, expires: false },
  ]
}

function AddBalance({
  contractId,
  items,
  onClose,
}: {
  contractId: string
  items: readonly PriceItem[]
  onClose: () => void
}) {
  const { words } = useSpeech()
  const said = useHands().opening
  const zone = useZone()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const choices = useChoices(items)
  const [key, setKey] = useState(choices[0]!.key)
  const what = choices.find((one) => one.key === key) ?? choices[0]!
  const meters = items.flatMap((one) => (one.kind === 'perMeter' ? one.meters.map(({ meter }) => meter) : []))
  const [form, setForm] = useState({
    quantity: '',
    asOf: dateOf(pageClock.nowMs(), zone),
    meter: meters[0] ?? '',
    device: '',
    validTo: '',
    note: '',
  })
  const put = (name: keyof typeof form) => (e: { currentTarget: { value: string } }) => {
    const { value } = e.currentTarget
    setForm((now) => ({ ...now, [name]: value }))
  }
  const isMeter = what.kind === 'meter'
  const save = useMutation({
    mutationFn: () =>
      api.post('/api/contracts/{id}/opening-balances', {
        path: { id: contractId },
        body: {
          kind: what.kind,
          quantity: form.quantity,
          asOf: form.asOf,
          ...(isMeter ? { unit: form.meter, device: form.device } : { unit: what.unit }),
          ...(what.item && { item: what.item }),
          ...(what.kind === 'block' && form.validTo && { validTo: form.validTo }),
          ...(form.note && { note: form.note }),
        },
      }),
    onSuccess: () => {
      showToast({ text: said.saved })
      void renew(queries, contractId)
      onClose()
    },
    onError: refusal.show,
  })
  const amountFields = ['ticketsLeft', 'hoursLeft', 'poolLeft', 'blockLeft', 'reading', 'quantity', 'value']
  const amountError = amountFields.map((field) => refusal.of(field)).find(Boolean)
  return (
    <Modal
      opened
      onClose={onClose}
      title={said.add}
      closeButtonProps={{ 'aria-label': words.kit.buttons.close }}
    >
      <form className="c-form" onSubmit={(e) => (e.preventDefault(), refusal.clear(), save.mutate())}>
        <p className="c-hint">{said.lead}</p>
        <Select
          label={said.what}
          data={choices.map((one) => ({ value: one.key, label: one.label }))}
          value={what.key}
          allowDeselect={false}
          onChange={(next) => (refusal.clear(), setKey(next ?? what.key))}
        />
        {isMeter && (
          <div className="c-pair">
            <TextInput
              label={said.meter}
              required
              maxLength={60}
              value={form.meter}
              onChange={put('meter')}
            />
            <TextInput label={said.device} maxLength={120} value={form.device} onChange={put('device')} />
          </div>
        )}
        <div className="c-pair">
          <TextInput
            label={
              isMeter
                ? said.reading
                : what.unit === 'ticket' || what.unit === 'hour'
                  ? said.left[what.unit]
                  : said.left.other
            }
            required
            data-autofocus
            inputMode="decimal"
            value={form.quantity}
            error={amountError}
            onChange={put('quantity')}
          />
          <TextInput
            type="date"
            label={said.asOf}
            required
            value={form.asOf}
            error={refusal.of('balanceOn') ?? refusal.of('on')}
            onChange={put('asOf')}
          />
        </div>
        {what.kind === 'block' && (
          <TextInput
            type="date"
            label={said.validTo}
            required={what.expires}
            value={form.validTo}
            error={refusal.of('validTo')}
            onChange={put('validTo')}
          />
        )}
        <TextInput label={said.note} maxLength={500} value={form.note} onChange={put('note')} />
        <RefusalNote refusal={refusal} fields={[...amountFields, 'balanceOn', 'on', 'validTo']} />
        <Button
          type="submit"
          size="md"
          disabled={form.quantity.trim() === '' || !form.asOf || (isMeter && form.meter.trim() === '')}
          loading={save.isPending}
        >
          {said.save}
        </Button>
      </form>
    </Modal>
  )
}

function Remove({ contractId, balance }: { contractId: string; balance: Balance }) {
  const said = useHands().opening
  const queries = useQueryClient()
  const sentence = useSentence()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const remove = useMutation({
    mutationFn: () =>
      api.delete('/api/contracts/{id}/opening-balances/{balanceId}', {
        path: { id: contractId, balanceId: balance.id },
        body: { reason },
      }),
    onSuccess: () => (setOpen(false), void renew(queries, contractId)),
    onError: (problem) => showToast({ text: sentence(problem), tone: 'problem' }),
  })
  return (
    <>
      <ActionIcon variant="subtle" aria-label={said.remove} onClick={() => setOpen(true)}>
        <IconTrash size={16} stroke={1.6} />
      </ActionIcon>
      <ConfirmDialog
        opened={isOpen}
        title={said.removeTitle}
        action={said.remove}
        busy={remove.isPending}
        onClose={() => setOpen(false)}
        onConfirm={() => remove.mutate()}
      >
        <TextInput
          label={said.reason}
          required
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  )
}

const renew = (queries: ReturnType<typeof useQueryClient>, contractId: string) =>
  Promise.all([
    queries.invalidateQueries({ queryKey: balancesKey(contractId) }),
    queries.invalidateQueries({ queryKey: ['contract', contractId, 'counts'] }),
    queries.invalidateQueries({ queryKey: ['billing', 'meters', contractId] }),
  ])
