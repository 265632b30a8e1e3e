/** Payments as a list: what they were put on, what is left of them, withdrawn ones with the reason. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { date, list, money, moment } from '#words/format.ts'
import { ReasonChip } from '../kit/data.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { useSession } from '../session.ts'
import type { Payment } from './collection-data.ts'
import './collection.css'
import { WithdrawDialog } from './payment-dialog.tsx'

/** Who enters and withdraws payments; the server says no by the same roles. */
export function useMayPay(): boolean {
  const { role } = useSession().person
  return role === 'owner' || role === 'manager' || role === 'billing'
}

type Props = { payments: readonly Payment[]; onUseCredit?: (payment: Payment) => void }

export function PaymentList({ payments, onUseCredit }: Props) {
  const { lang, words } = useSpeech()
  const zone = useZone()
  const may = useMayPay()
  const said = words.collection
  const [withdrawn, setWithdrawn] = useState<Payment>()
  if (payments.length === 0) return <p className="col-dim col-none">{said.account.noPayments}</p>
  return (
    <>
      <ul className="col-payments">
        {payments.map((one) => (
          <li key={one.id} data-withdrawn={one.withdrawnAt !== null || undefined}>
            <span className="col-payment-line">
              <span className="num">{date(lang, one.paidOn)}</span>
              <strong className="num">{money(lang, one.amountGrosze, one.currency)}</strong>
            </span>
            {one.note && <span className="col-dim">„{one.note}”</span>}
            <span className="col-dim">
              {[
                one.allocations.length > 0 &&
                  said.account.onto({
                    numbers: list(
                      lang,
                      one.allocations.map((a) => a.number),
                    ),
                  }),
                said.account.enteredBy({
                  name: one.enteredByName ?? '',
                  at: moment(lang, one.enteredAt, zone),
                }),
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
            {one.withdrawnAt && (
              <span>
                <ReasonChip tone="calm">
                  {said.account.withdrawnBecause({ because: one.withdrawnBecause ?? '' })}
                </ReasonChip>
              </span>
            )}
            {one.leftGrosze > 0 && (
              <span>
                <ReasonChip tone="note">
                  {said.account.leftOf({ amount: money(lang, one.leftGrosze) })}
                </ReasonChip>
              </span>
            )}
            {may && !one.withdrawnAt && (
              <span className="col-actions">
                {one.leftGrosze > 0 && onUseCredit && (
                  <Button size="xs" variant="default" onClick={() => onUseCredit(one)}>
                    {said.payment.useCredit}
                  </Button>
                )}
                <Button size="xs" variant="subtle" onClick={() => setWithdrawn(one)}>
                  {said.payment.withdraw}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {withdrawn && <WithdrawDialog payment={withdrawn} onClose={() => setWithdrawn(undefined)} />}
    </>
  )
}
