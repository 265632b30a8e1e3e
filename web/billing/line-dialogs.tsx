/**
 * A person's word on a proposal: change a line, add one, decide a problem; each with a
 * reason. When somebody else was faster, their change is shown and nothing typed is lost.
 */
import { Button, Checkbox, Modal, NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { amount, price, quantity as quantityText } from '#words/format.ts'
import { vatCodes } from '#engines/pricing/price-list.ts'
import { ApiRefusal, api } from '../kit/api.ts'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech } from '../kit/words.tsx'
import { monthKey, proposalKey, type Proposal, type ProposalLine } from './billing-data.ts'
import { changesBetween, type OtherChange } from './review.ts'

type Props = { month: string; proposal: Proposal; onClose: () => void }
type FormProps = {
  month: string
  proposal: Proposal
  title: string
  lead?: string
  action: string
  fields: readonly string[]
  disabled?: boolean
  run: (version: number) => Promise<Proposal>
  onDone?: () => void
  onClose: () => void
  children: (error: (field: string) => string | undefined) => ReactNode
}

function ChangeForm({
  month,
  proposal,
  title,
  lead,
  action,
  fields,
  disabled,
  run,
  onDone,
  onClose,
  children,
}: FormProps) {
  const { words } = useSpeech()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [seen, setSeen] = useState(proposal)
  const [others, setOthers] = useState<OtherChange[]>()
  const keep = (now: Proposal) => {
    queries.setQueryData(proposalKey(month, now.id), now)
    void queries.invalidateQueries({ queryKey: monthKey(month), exact: true })
  }
  const change = useMutation({
    mutationFn: () => run(seen.version),
    onSuccess: (now) => (keep(now), onClose(), onDone?.()),
    onError: async (problem) => {
      if (!(problem instanceof ApiRefusal) || problem.code !== 'changed_meanwhile')
        return refusal.show(problem)
      const theirs = await api.get('/api/proposals/{id}', { path: { id: proposal.id } })
      setOthers(changesBetween(seen, theirs))
      setSeen(theirs)
      keep(theirs)
    },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': words.kit.buttons.close }}
    >
      <form className="bil-form" onSubmit={(e) => (e.preventDefault(), refusal.clear(), change.mutate())}>
        {lead && <p className="bil-dim">{lead}</p>}
        {others && <OthersChange changes={others} />}
        {children(refusal.of)}
        <RefusalNote refusal={refusal} fields={fields} />
        <Button type="submit" size="md" disabled={disabled ?? false} loading={change.isPending}>
          {action}
        </Button>
      </form>
    </Modal>
  )
}

function OthersChange({ changes }: { changes: readonly OtherChange[] }) {
  const { lang, words } = useSpeech()
  const said = words.billing.row
  return (
    <div className="bil-problems" role="alert">
      <strong>{said.otherChange}</strong>
      <ul>
        {changes.map(({ name, from, to, who }, i) => (
          <li key={i}>
            {said.otherLine({
              name,
              from: from === null ? said.otherAdded : amount(lang, from),
              to: to === null ? said.otherRemoved : amount(lang, to),
              who,
            })}
          </li>
        ))}
        {changes.length === 0 && <li>{said.otherRest}</li>}
      </ul>
    </div>
  )
}

type How = 'amount' | 'parts' | 'waive' | 'keep'

function howOf({ edit }: ProposalLine): How {
  if (edit?.isWaived) return 'waive'
  return edit?.quantity !== undefined || edit?.unitPrice !== undefined ? 'parts' : 'amount'
}

export function EditLineDialog({ month, proposal, line, onClose }: Props & { line: ProposalLine }) {
  const { lang, words } = useSpeech()
  const said = words.billing.lineForm
  const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-')
  const [how, setHow] = useState<How>(() => howOf(line))
  const [name, setName] = useState(line.now.name)
  const [net, setNet] = useState(() => plain(amount(lang, line.now.netGrosze)))
  const [quantity, setQuantity] = useState(() => plain(quantityText(lang, line.now.quantity)))
  const [unitPrice, setUnitPrice] = useState(() => plain(price(lang, line.now.unitPrice)))
  const [reason, setReason] = useState(line.edit?.reason ?? '')
  const change = {
    ...(name !== line.name && { name }),
    ...(how === 'amount' && { net }),
    ...(how === 'parts' && { quantity, unitPrice }),
    ...(how === 'waive' && { isWaived: true }),
    reason,
  }
  return (
    <ChangeForm
      month={month}
      proposal={proposal}
      title={said.title}
      action={said.save}
      fields={['name', 'net', 'quantity', 'unitPrice', 'reason']}
      disabled={reason.trim() === '' || name.trim() === ''}
      onClose={onClose}
      run={(version) =>
        api.patch('/api/proposals/{id}/lines/{lineId}', {
          path: { id: proposal.id, lineId: line.id },
          body: { version, ...change },
        })
      }
    >
      {(error) => (
        <>
          <TextInput
            label={said.name}
            required
            maxLength={512}
            value={name}
            error={error('name')}
            onChange={(e) => setName(e.currentTarget.value)}
          />
          <SegmentedControl
            fullWidth
            aria-label={said.how}
            value={how}
            onChange={(value) => setHow(value as How)}
            data={(['amount', 'parts', 'waive', 'keep'] as const).map((value) => ({
              value,
              label: said[value],
            }))}
          />
          {how === 'amount' && (
            <TextInput
              label={said.net}
              inputMode="decimal"
              data-autofocus
              value={net}
              error={error('net')}
              onChange={(e) => setNet(e.currentTarget.value)}
            />
          )}
          {how === 'parts' && (
            <div className="bil-two">
              <TextInput
                label={said.quantity}
                inputMode="decimal"
                value={quantity}
                error={error('quantity')}
                onChange={(e) => setQuantity(e.currentTarget.value)}
              />
              <TextInput
                label={said.unitPrice}
                inputMode="decimal"
                value={unitPrice}
                error={error('unitPrice')}
                onChange={(e) => setUnitPrice(e.currentTarget.value)}
              />
            </div>
          )}
          {how === 'waive' && <p className="bil-dim">{said.waiveHint}</p>}
          <ReasonInput
            value={reason}
            onChange={setReason}
            error={error('reason')}
            onPaper={how !== 'waive'}
          />
        </>
      )}
    </ChangeForm>
  )
}

function ReasonInput({
  value,
  onChange,
  error,
  onPaper,
}: {
  value: string
  onChange: (text: string) => void
  error: string | undefined
  onPaper?: boolean
}) {
  const said = useSpeech().words.billing.lineForm
  return (
    <Textarea
      autosize
      minRows={2}
      maxLength={500}
      label={said.reason}
      description={onPaper ? `${said.reasonHint} ${said.reasonHintPaper}` : said.reasonHint}
      required
      value={value}
      error={error}
      onChange={(e) => onChange(e.currentTarget.value)}
    />
  )
}

export function AddLineDialog({ month, proposal, onClose }: Props) {
  const said = useSpeech().words.billing.lineForm
  const [given, setGiven] = useState({
    name: '',
    quantity: '1',
    unit: said.defaultUnit,
    unitPrice: '',
    vat: '23',
    isAnnex15: false,
    reason: '',
  })
  const set = (change: Partial<typeof given>) => setGiven((was) => ({ ...was, ...change }))
  const isReady = [given.name, given.quantity, given.unit, given.unitPrice, given.reason].every(
    (text) => text.trim() !== '',
  )
  return (
    <ChangeForm
      month={month}
      proposal={proposal}
      title={said.addTitle}
      action={said.add}
      fields={['name', 'quantity', 'unit', 'unitPrice', 'vat', 'reason']}
      disabled={!isReady}
      onClose={onClose}
      run={(version) =>
        api.post('/api/proposals/{id}/lines', { path: { id: proposal.id }, body: { version, ...given } })
      }
    >
      {(error) => (
        <>
          <TextInput
            label={said.name}
            required
            data-autofocus
            maxLength={512}
            value={given.name}
            error={error('name')}
            onChange={(e) => set({ name: e.currentTarget.value })}
          />
          <div className="bil-two">
            <TextInput
              label={said.quantity}
              required
              inputMode="decimal"
              value={given.quantity}
              error={error('quantity')}
              onChange={(e) => set({ quantity: e.currentTarget.value })}
            />
            <TextInput
              label={said.unit}
              required
              maxLength={20}
              value={given.unit}
              error={error('unit')}
              onChange={(e) => set({ unit: e.currentTarget.value })}
            />
            <TextInput
              label={said.unitPrice}
              required
              inputMode="decimal"
              value={given.unitPrice}
              error={error('unitPrice')}
              onChange={(e) => set({ unitPrice: e.currentTarget.value })}
            />
            <NativeSelect
              label={said.vat}
              data={vatOptions}
              value={given.vat}
              error={error('vat')}
              onChange={(e) => set({ vat: e.currentTarget.value })}
            />
          </div>
          <Checkbox
            label={said.annex15}
            checked={given.isAnnex15}
            onChange={(e) => set({ isAnnex15: e.currentTarget.checked })}
          />
          <ReasonInput value={given.reason} onChange={(reason) => set({ reason })} error={error('reason')} />
        </>
      )}
    </ChangeForm>
  )
}

export const vatOptions = vatCodes.map((value) => ({ value, label: vatText(value) }))
export function vatText(code: string): string {
  return /^\d+$/.test(code) ? `${code}%` : code
}

export function DecideDialog({ month, proposal, onClose }: Props) {
  const { words } = useSpeech()
  const said = words.billing.row
  const [reason, setReason] = useState('')
  return (
    <ChangeForm
      month={month}
      proposal={proposal}
      title={said.decideTitle}
      lead={said.decideLead}
      action={said.decide}
      fields={['reason']}
      disabled={reason.trim() === ''}
      onClose={onClose}
      onDone={() => showToast({ text: said.decided })}
      run={(version) =>
        api.put('/api/proposals/{id}/decision', { path: { id: proposal.id }, body: { version, reason } })
      }
    >
      {(error) => <ReasonInput value={reason} onChange={setReason} error={error('reason')} />}
    </ChangeForm>
  )
}
