/** A correcting invoice: what was wrong is typed over, or the buyer's data are taken from the client's card; always with a reason. */
import { Button, Checkbox, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { price, quantity } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { useGo } from '../kit/link.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech } from '../kit/words.tsx'
import type { WholeInvoice } from './billing-data.ts'
import { changedLines, type TypedLine } from './correction.ts'
import { vatOptions } from './line-dialogs.tsx'

export function CorrectionDialog({ invoice, onClose }: { invoice: WholeInvoice; onClose: () => void }) {
  const { lang, words } = useSpeech()
  const said = words.billing
  const go = useGo()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-')
  const [before] = useState<TypedLine[]>(() =>
    invoice.linesNow.map((line) => ({
      position: line.position,
      name: line.name,
      quantity: plain(quantity(lang, line.quantity)),
      unitPrice: plain(price(lang, line.unitPrice)),
      vat: line.vat,
    })),
  )
  const [typed, setTyped] = useState(before)
  const [withClientData, setWithClientData] = useState(false)
  const [reason, setReason] = useState('')
  const lines = changedLines(before, typed)
  const set = (position: number, change: Partial<TypedLine>) =>
    setTyped((was) => was.map((line) => (line.position === position ? { ...line, ...change } : line)))
  const correct = useMutation({
    mutationFn: () =>
      api.post('/api/invoices/{id}/corrections', {
        path: { id: invoice.id },
        body: { reason, withClientData, lines },
      }),
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: ['invoices'] })
      void queries.invalidateQueries({ queryKey: ['collection'] })
      onClose()
      showToast({ text: said.correction.issued(made.number) })
      go(`/invoices/${made.id}`)
    },
    onError: refusal.show,
  })
  const fields = typed.flatMap(({ position }) =>
    ['quantity', 'unitPrice', 'vat', 'name'].map((name) => `lines.${position}.${name}`),
  )
  return (
    <Modal
      opened
      size={640}
      onClose={onClose}
      title={said.correction.title(invoice.number)}
      closeButtonProps={{ 'aria-label': words.kit.buttons.close }}
    >
      <form className="bil-form" onSubmit={(e) => (e.preventDefault(), refusal.clear(), correct.mutate())}>
        <p className="bil-dim">{said.correction.lead}</p>
        {typed.map((line) => (
          <fieldset key={line.position} className="inv-corrected">
            <legend className="sr-only">{said.correction.line(line.name)}</legend>
            <TextInput
              label={`${line.position}. ${said.lineForm.name}`}
              value={line.name}
              error={refusal.of(`lines.${line.position}.name`)}
              onChange={(e) => set(line.position, { name: e.currentTarget.value })}
            />
            <div className="inv-three">
              <TextInput
                label={said.lineForm.quantity}
                inputMode="decimal"
                value={line.quantity}
                error={refusal.of(`lines.${line.position}.quantity`)}
                onChange={(e) => set(line.position, { quantity: e.currentTarget.value })}
              />
              <TextInput
                label={said.lineForm.unitPrice}
                inputMode="decimal"
                value={line.unitPrice}
                error={refusal.of(`lines.${line.position}.unitPrice`)}
                onChange={(e) => set(line.position, { unitPrice: e.currentTarget.value })}
              />
              <NativeSelect
                label={said.lineForm.vat}
                data={vatOptions}
                value={line.vat}
                onChange={(e) => set(line.position, { vat: e.currentTarget.value })}
              />
            </div>
          </fieldset>
        ))}
        <Checkbox
          label={said.correction.clientData}
          checked={withClientData}
          error={refusal.of('withClientData')}
          onChange={(e) => setWithClientData(e.currentTarget.checked)}
        />
        <Textarea
          autosize
          minRows={2}
          maxLength={256}
          required
          label={said.correction.reason}
          value={reason}
          error={refusal.of('reason')}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
        <p className="bil-dim">{words.kit.confirm.sure}</p>
        <RefusalNote refusal={refusal} fields={[...fields, 'withClientData', 'reason']} />
        <Button
          type="submit"
          size="md"
          loading={correct.isPending}
          disabled={reason.trim() === '' || (lines.length === 0 && !withClientData)}
        >
          {said.correction.issue}
        </Button>
      </form>
    </Modal>
  )
}
