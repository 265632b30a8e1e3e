/** Beside an invoice: how much of it is paid, the payments, and a new one. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { money } from '#words/format.ts'
import { Card } from '../kit/controls.tsx'
import { ReasonChip } from '../kit/data.tsx'
import { LinkButton } from '../kit/link.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useInvoicePayments } from './collection-data.ts'
import './collection.css'
import { PaymentDialog } from './payment-dialog.tsx'
import { PaymentList, useMayPay } from './payment-list.tsx'

export function InvoicePayments({ invoiceId, clientId }: { invoiceId: string; clientId: string }) {
  const { lang, words } = useSpeech()
  const said = words.collection
  const may = useMayPay()
  const { data } = useInvoicePayments(invoiceId)
  const [paying, setPaying] = useState(false)
  if (!data) return null
  const isPaid = data.openGrosze <= 0
  return (
    <Card
      title={said.account.payments}
      aside={
        <ReasonChip tone={isPaid ? 'soft' : 'note'}>
          {isPaid ? said.account.fullyPaid : `${said.account.openNow} ${money(lang, data.openGrosze)}`}
        </ReasonChip>
      }
    >
      {data.paidGrosze > 0 && !isPaid && (
        <p className="col-dim col-none num">
          {said.account.paidOf({ paid: money(lang, data.paidGrosze), gross: money(lang, data.grossGrosze) })}
        </p>
      )}
      <PaymentList payments={data.payments} />
      <div className="col-actions col-under">
        {may && !isPaid && (
          <Button size="xs" variant="default" onClick={() => setPaying(true)}>
            {said.payment.title}
          </Button>
        )}
        <LinkButton size="xs" variant="subtle" to={`/collection/${clientId}`}>
          {said.account.statement}
        </LinkButton>
      </div>
      {paying && <PaymentDialog clientId={clientId} invoiceId={invoiceId} onClose={() => setPaying(false)} />}
    </Card>
  )
}
