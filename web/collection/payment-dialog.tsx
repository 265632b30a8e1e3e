/** A payment typed in: its day, its amount, and what it is for; left open, it goes to the oldest due. Withdrawing needs a reason. */
import { Button, Checkbox, Modal, Radio, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { date, dateOf, money } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { pageClock } from '../kit/clock.ts'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { useAccount, type Payment } from './collection-data.ts'
import './collection.css'

function useRenew() {
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: ['collection'] })
    void queries.invalidateQueries({ queryKey: ['invoices'] })
  }
}

export function PaymentDialog({
  clientId,
  invoiceId,
  onClose,
}: {
  clientId: string
  invoiceId?: string
  onClose: () => void
}) {
  const { lang, words } = useSpeech()
  const said = words.collection.payment
  const zone = useZone()
  const refusal = useRefusal()
  const renew = useRenew()
  const { data: account } = useAccount(clientId)
  const today = dateOf(pageClock.nowMs(), zone)
  const [paidOn, setPaidOn] = useState(today)
  const [typed, setTyped] = useState<string>()
  const [note, setNote] = useState('')
  const [named, setNamed] = useState<readonly string[] | undefined>(invoiceId ? [invoiceId] : undefined)
  const open = account?.open ?? []
  const suggested = open.find((one) => one.invoiceId === invoiceId)?.openGrosze
  const amount = typed ?? (suggested === undefined ? '' : money(lang, suggested).replaceAll('\u00a0', ' '))
  const enter = useMutation({
    mutationFn: () =>
      api.post('/api/payments', {
        body: {
          clientId,
          paidOn,
          amount,
          note,
          ...(named && { invoiceIds: [...named] }),
        },
      }),
    onSuccess: (payment) => {
      renew()
      onClose()
      const saved = said.saved({ amount: money(lang, payment.amountGrosze) })
      const left = payment.leftGrosze > 0 ? ` ${said.left({ amount: money(lang, payment.leftGrosze) })}` : ''
      showToast({ text: `${saved}.${left}` })
    },
    onError: refusal.show,
  })
  const toggle = (id: string) =>
    setNamed((was = []) => (was.includes(id) ? was.filter((one) => one !== id) : [...was, id]))
  return (
    <Modal
      opened
      onClose={onClose}
      title={said.title}
      closeButtonProps={{ 'aria-label': words.kit.buttons.close }}
    >
      <form className="col-form" onSubmit={(e) => (e.preventDefault(), refusal.clear(), enter.mutate())}>
        <div className="col-two">
          <TextInput
            type="date"
            label={said.paidOn}
            required
            max={today}
            value={paidOn}
            error={refusal.of('paidOn')}
            onChange={(e) => setPaidOn(e.currentTarget.value)}
          />
          <TextInput
            label={said.amount}
            required
            inputMode="decimal"
            data-autofocus
            value={amount}
            error={refusal.of('amount')}
            onChange={(e) => setTyped(e.currentTarget.value)}
          />
        </div>
        <TextInput
          label={said.note}
          maxLength={500}
          value={note}
          onChange={(e) => setNote(e.currentTarget.value)}
        />
        {open.length > 0 && (
          <Radio.Group
            label={said.invoices}
            value={named ? 'named' : 'oldest'}
            error={refusal.of('invoiceIds')}
            onChange={(value) =>
              setNamed(value === 'named' ? open.slice(0, 1).map((one) => one.invoiceId) : undefined)
            }
          >
            <div className="col-choices">
              <Radio value="oldest" label={said.oldestFirst} description={said.oldestFirstWhy} />
              <Radio value="named" label={said.chosen} />
            </div>
          </Radio.Group>
        )}
        {named && open.length > 0 && (
          <div className="col-choices col-named">
            {open.map((one) => (
              <Checkbox
                key={one.invoiceId}
                checked={named.includes(one.invoiceId)}
                onChange={() => toggle(one.invoiceId)}
                label={`${one.number}, ${date(lang, one.dueOn)}, ${money(lang, one.openGrosze)}`}
              />
            ))}
          </div>
        )}
        <RefusalNote refusal={refusal} fields={['paidOn', 'amount', 'invoiceIds']} />
        <Button
          type="submit"
          size="md"
          loading={enter.isPending}
          disabled={amount.trim() === '' || !paidOn || named?.length === 0}
        >
          {said.title}
        </Button>
      </form>
    </Modal>
  )
}

export function WithdrawDialog({ payment, onClose }: { payment: Payment; onClose: () => void }) {
  const { words } = useSpeech()
  const said = words.collection
  const refusal = useRefusal()
  const renew = useRenew()
  const [reason, setReason] = useState('')
  const withdraw = useMutation({
    mutationFn: () =>
      api.post('/api/payments/{id}/withdrawal', { path: { id: payment.id }, body: { reason } }),
    onSuccess: () => (renew(), onClose(), void showToast({ text: said.account.withdrawn })),
    onError: refusal.show,
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={said.payment.withdraw}
      closeButtonProps={{ 'aria-label': words.kit.buttons.close }}
    >
      <form className="col-form" onSubmit={(e) => (e.preventDefault(), refusal.clear(), withdraw.mutate())}>
        <p className="col-dim">{said.account.withdrawLead}</p>
        <Textarea
          autosize
          minRows={2}
          maxLength={500}
          required
          data-autofocus
          label={said.payment.withdrawWhy}
          value={reason}
          error={refusal.of('reason')}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
        <RefusalNote refusal={refusal} fields={['reason']} />
        <Button type="submit" size="md" disabled={reason.trim() === ''} loading={withdraw.isPending}>
          {said.payment.withdraw}
        </Button>
      </form>
    </Modal>
  )
}
