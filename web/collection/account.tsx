/** One client's account: what is owed and since when, interest with its reason, the statement, payments, reminders. */
import { Button } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { date, moment, money } from '#words/format.ts'
import { PathHeader } from '../contracts/path-header.tsx'
import { api } from '../kit/api.ts'
import { pageClock } from '../kit/clock.ts'
import { Money } from '../kit/data.tsx'
import { AppLink, LinkButton, usePathParams } from '../kit/link.tsx'
import { Page } from '../kit/page.tsx'
import { useSentence } from '../kit/refusals.tsx'
import { ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { useAccount, type Account, type OpenInvoice, type Payment } from './collection-data.ts'
import './collection.css'
import { InterestAmount } from './interest.tsx'
import { PaymentDialog } from './payment-dialog.tsx'
import { PaymentList, useMayPay } from './payment-list.tsx'
import { daysText, movedDueText, nextStepText } from './step-words.ts'

export default function AccountScreen() {
  const { words } = useSpeech()
  const { clientId = '' } = usePathParams()
  const { data, error, refetch } = useAccount(clientId)
  const may = useMayPay()
  const [paying, setPaying] = useState(false)
  const header = (
    <PathHeader
      crumbs={[{ label: words.collection.nav, to: '/collection' }, { label: data?.client.name ?? '…' }]}
      actions={
        <>
          {data?.client.phone && (
            <Button
              component="a"
              href={`tel:${data.client.phone.replace(/[^\d+]/g, '')}`}
              variant="default"
              className="col-only-wide"
              leftSection={<IconPhone size={16} stroke={1.7} />}
            >
              {data.client.phone}
            </Button>
          )}
          {may && data && <Button onClick={() => setPaying(true)}>{words.collection.payment.title}</Button>}
        </>
      }
    />
  )
  return (
    <Page header={header}>
      {error && (
        <ErrorState
          sentence={words.kit.errors.title}
          explanation={error.message}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && <SkeletonAfter />}
      {data && <Body account={data} />}
      {paying && <PaymentDialog clientId={clientId} onClose={() => setPaying(false)} />}
    </Page>
  )
}

function Body({ account }: { account: Account }) {
  const said = useSpeech().words.collection.account
  const useCredit = useCreditUse()
  return (
    <div className="col-account">
      <div className="col-figures">
        <Figures account={account} />
        <LinkButton size="xs" variant="subtle" to={`/clients/${account.client.id}`}>
          {said.toClient}
        </LinkButton>
      </div>
      <section>
        <h2>{said.openInvoices}</h2>
        {account.open.length === 0 ? (
          <p className="col-dim">{said.nothingOpen}</p>
        ) : (
          <OpenTable open={account.open} />
        )}
      </section>
      <section>
        <h2>{said.statement}</h2>
        <Statement account={account} />
      </section>
      <div className="col-pair">
        <section>
          <h2>{said.payments}</h2>
          <PaymentList
            payments={account.payments}
            {...(account.open.length > 0 && { onUseCredit: useCredit })}
          />
        </section>
        <section>
          <h2>{said.reminders}</h2>
          <Reminders open={account.open} />
        </section>
      </div>
    </div>
  )
}

function useCreditUse(): (payment: Payment) => void {
  const said = useSpeech().words.collection.account
  const queries = useQueryClient()
  const sentence = useSentence()
  const deed = useMutation({
    mutationFn: (payment: Payment) =>
      api.post('/api/payments/{id}/allocations', { path: { id: payment.id }, body: {} }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['collection'] })
      void queries.invalidateQueries({ queryKey: ['invoices'] })
      showToast({ text: said.creditUsed })
    },
    onError: (problem) => void showToast({ text: sentence(problem), tone: 'problem' }),
  })
  return (payment) => deed.mutate(payment)
}

function Figures({ account }: { account: Account }) {
  const { lang, words } = useSpeech()
  const said = words.collection.account
  const figures = [
    [said.toPay, account.openGrosze],
    [said.overdue, account.overdueGrosze],
    [said.interest, account.interestGrosze],
    ...(account.creditGrosze > 0 ? ([[said.credit, account.creditGrosze]] as const) : []),
  ] as const
  return (
    <dl className="col-totals num">
      {figures.map(([label, grosze], i) => (
        <div key={label} data-large={i === 0 || undefined}>
          <dt>{label}</dt>
          <dd>{money(lang, grosze)}</dd>
        </div>
      ))}
    </dl>
  )
}

function OpenTable({ open }: { open: readonly OpenInvoice[] }) {
  const { lang, words } = useSpeech()
  const speech = { lang, words, zone: useZone(), now: pageClock.nowMs() }
  const said = words.collection
  return (
    <div className="col-table-box">
      <table className="col-table">
        <thead>
          <tr>
            <th>{said.account.document}</th>
            <th>{said.board.due}</th>
            <th className="col-wide">{said.board.next}</th>
            <th className="col-right">{said.interest.title}</th>
            <th className="col-right col-wide">{said.account.amount}</th>
            <th className="col-right">{said.account.openNow}</th>
          </tr>
        </thead>
        <tbody>
          {open.map((one) => (
            <tr key={one.invoiceId}>
              <td>
                <AppLink className="col-number num" to={`/invoices/${one.invoiceId}`}>
                  {one.number}
                </AppLink>
              </td>
              <td title={movedDueText(speech, one)}>
                <span className="num">{date(lang, one.dueOn)}</span>
                <span className="col-days" data-late={one.daysOverdue > 0 || undefined}>
                  {daysText(speech, one.daysOverdue)}
                </span>
              </td>
              <td className="col-dim col-wide">{nextStepText(speech, one.nextStep)}</td>
              <td className="col-right num">
                <InterestAmount interest={one.interest} />
              </td>
              <td className="col-right col-wide">
                <Money grosze={one.grossGrosze} />
              </td>
              <td className="col-right">
                <Money grosze={one.openGrosze} strong />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Statement({ account }: { account: Account }) {
  const { lang, words } = useSpeech()
  const said = words.collection
  if (account.rows.length === 0) return <p className="col-dim">{said.account.noRows}</p>
  return (
    <div className="col-table-box">
      <table className="col-table">
        <thead>
          <tr>
            <th className="col-wide">{said.account.on}</th>
            <th>{said.account.description}</th>
            <th className="col-right">{said.account.amount}</th>
            <th className="col-right">{said.account.balanceAfter}</th>
          </tr>
        </thead>
        <tbody>
          {account.rows.toReversed().map((row) => (
            <tr key={`${row.kind}${row.id}`}>
              <td className="num col-wide">{date(lang, row.on)}</td>
              <td>
                <span className="col-on-phone col-dim num">{date(lang, row.on)}</span>
                {said.statement[row.kind]}{' '}
                {row.kind === 'payment' ? (
                  row.text && <span className="col-dim">„{row.text}”</span>
                ) : (
                  <AppLink className="col-number num" to={`/invoices/${row.id}`}>
                    {row.text}
                  </AppLink>
                )}
              </td>
              <td className="col-right">
                <Money grosze={row.amountGrosze} />
              </td>
              <td className="col-right">
                <Money grosze={row.balanceGrosze} strong />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Reminders({ open }: { open: readonly OpenInvoice[] }) {
  const { lang, words } = useSpeech()
  const zone = useZone()
  const said = words.collection
  const now = pageClock.nowMs()
  const sent = open.flatMap((one) => one.reminders.map((reminder) => ({ one, reminder })))
  const planned = open.filter((one) => one.nextStep.kind === 'reminder')
  if (open.length === 0) return <p className="col-dim">{said.account.nothingToRemind}</p>
  if (sent.length === 0 && planned.length === 0) return <p className="col-dim">{said.account.noReminders}</p>
  return (
    <ol className="col-way">
      {sent.map(({ one, reminder }) => (
        <li key={reminder.id} data-state={reminder.mailState === 'failed' ? 'failed' : 'done'}>
          <span>
            {said.account.reminderOf({ number: one.number, on: moment(lang, reminder.at, zone, now) })}
          </span>
          <span className="col-dim num">
            {reminder.mailState === 'failed' ? said.board.reminderFailed : money(lang, reminder.openGrosze)}
          </span>
        </li>
      ))}
      {planned.map((one) => (
        <li key={one.invoiceId} data-state="ahead">
          <span>
            {one.number}: {nextStepText({ lang, words, zone, now }, one.nextStep)}
          </span>
        </li>
      ))}
    </ol>
  )
}
