/**
 * What missed targets cost by the clauses of contracts: proposed here, decided by a person, settled
 * by an invoice. One click confirms; another amount, a refusal and what is taken back ask why.
 */
import { Button, Menu, Textarea, TextInput } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { amount, date, duration, money, month as monthName, nb, percent } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { pageClock } from '../kit/clock.ts'
import { ReasonChip } from '../kit/data.tsx'
import { AppLink } from '../kit/link.tsx'
import { useRefusal, useSentence } from '../kit/refusals.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { useSession } from '../session.ts'
import type { Schemas } from '../generated/client.ts'
import { creditKey, obstacleOf, type Credit } from './credit-view.ts'
import { useCreditWords } from './credit-words.ts'
import { ExcludeCredit } from './exclude-credit.tsx'
import { FormDialog } from './form-dialog.tsx'
import './desk.css'
import './credits.css'

type Asking = { credit: Credit; what: 'amount' | 'decline' | 'withdraw' | 'exclude' }

export function CreditsOfPeriod({ from, to }: { from: string; to: string }) {
  const { lang, words } = useSpeech()
  const said = useCreditWords()
  const [asking, setAsking] = useState<Asking>()
  const { data } = useQuery({
    queryKey: ['tickets', 'credits', from, to],
    queryFn: () => api.get('/api/reports/compliance/credits', { query: { from, to } }),
  })
  if (!data) return null
  const close = () => setAsking(undefined)
  return (
    <section className="r-section">
      <h2>{said.title}</h2>
      {data.credits.length === 0 && <p className="r-quiet">{said.none}</p>}
      {data.credits.length > 0 && (
        <>
          <p className="r-quiet">{said.intro}</p>
          <ul className="r-credits">
            {data.credits.map((credit) => (
              <CreditRow
                key={creditKey(credit)}
                credit={credit}
                onAsk={(what) => setAsking({ credit, what })}
              />
            ))}
          </ul>
          <dl className="r-credit-sums num">
            <dt>{said.proposed}</dt>
            <dd>{money(lang, data.totalGrosze)}</dd>
            <dt>{said.confirmedSum}</dt>
            <dd>{money(lang, data.confirmedGrosze)}</dd>
          </dl>
        </>
      )}
      {data.excluded.map(({ ticket, target, because }) => (
        <p key={`${ticket.id} ${target}`} className="r-quiet">
          {words.reports.compliance.excluded({ name: ticket.name, because })}
        </p>
      ))}
      {asking?.what === 'exclude' && asking.credit.ticket && (
        <ExcludeCredit ticket={asking.credit.ticket} excludedBecause={null} onClose={close} />
      )}
      {asking && asking.what !== 'exclude' && <Ask {...asking} what={asking.what} onClose={close} />}
    </section>
  )
}

/** Sends a decision or takes it back; the list and the bills are fetched anew. */
function useDecision() {
  const queries = useQueryClient()
  const settle = () => {
    void queries.invalidateQueries({ queryKey: ['tickets'] })
    void queries.invalidateQueries({ queryKey: ['billing'] })
  }
  const decide = useMutation({
    mutationFn: (body: Parameters<typeof bodyOf>) => api.post('/api/credits', { body: bodyOf(...body) }),
    onSettled: settle,
  })
  const withdraw = useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      api.put('/api/credits/{id}/withdrawal', { path: { id }, body: { reason } }),
    onSettled: settle,
  })
  return { decide, withdraw }
}

function bodyOf(
  { contract, month, clauseId, ticket, amountGrosze }: Credit,
  verdict: 'confirmed' | 'declined',
  more: { amount?: string; reason?: string } = {},
) {
  const about = { contractId: contract.id, month, clauseId, ticketId: ticket?.id ?? null }
  return { ...about, verdict, proposedGrosze: amountGrosze, ...more }
}

function CreditRow({ credit, onAsk }: { credit: Credit; onAsk: (what: Asking['what']) => void }) {
  const { lang, words } = useSpeech()
  const said = useCreditWords()
  const targets = words.clock.targets as Readonly<Record<string, string>>
  const about = [monthName(lang, credit.month), credit.clause, targets[credit.target]].filter(Boolean)
  const { decision } = credit
  const isOther = decision?.verdict === 'confirmed' && decision.amountGrosze !== credit.amountGrosze
  return (
    <li>
      <div>
        <b>{credit.client.name}</b> ·{' '}
        <AppLink to={`/contracts/${credit.contract.id}`}>{credit.contract.number}</AppLink>
        <p className="r-quiet">{about.join(' · ')}</p>
      </div>
      <div>
        {credit.ticket && <AppLink to={`/tickets/${credit.ticket.id}`}>{credit.ticket.name}</AppLink>}
        <p className="r-quiet num">{useArithmetic(credit)}</p>
      </div>
      <div className="r-credit-amount num">
        {(isOther || decision?.verdict === 'declined') && <del>{amount(lang, credit.amountGrosze)}</del>}
        {decision?.verdict !== 'declined' && (
          <b>{money(lang, decision ? decision.amountGrosze : credit.amountGrosze)}</b>
        )}
        {credit.isGone && <span className="r-quiet">{said.isGone}</span>}
      </div>
      <div className="r-credit-deed">
        {decision ? (
          <Decided credit={credit} decision={decision} onAsk={onAsk} />
        ) : (
          <Undecided credit={credit} onAsk={onAsk} />
        )}
      </div>
    </li>
  )
}

/** "3 × 50,00 zł, 2 h 40 min po terminie; limit okresu: −30,00 zł". */
function useArithmetic(credit: Credit): string {
  const { lang, words } = useSpeech()
  const said = words.reports.compliance
  const each = money(lang, credit.eachGrosze)
  const { of, units, overSeconds, cutBy = [] } = credit
  const arithmetic = of
    ? said.creditBelow({
        kept: percent(lang, Math.round((of.met * 10_000) / Math.max(1, of.judged))),
        threshold: percent(lang, of.thresholdBp),
        each,
        units,
      })
    : said.creditOf({ units, each, over: overSeconds ? duration(lang, overSeconds) : undefined })
  const cuts = cutBy.map(({ cap, grosze }) =>
    said.cutBy({ cap: said.cut[cap] ?? cap, amount: money(lang, grosze) }),
  )
  return [arithmetic, ...cuts].join('; ').replaceAll(' × ', `${nb}×${nb}`)
}

function Undecided({ credit, onAsk }: { credit: Credit; onAsk: (what: Asking['what']) => void }) {
  const { lang } = useSpeech()
  const said = useCreditWords()
  const sentence = useSentence()
  const zone = useZone()
  const { person } = useSession()
  const { decide, withdraw } = useDecision()
  const obstacle = obstacleOf(credit, person.role, pageClock.nowMs(), zone)
  const name = [credit.client.name, credit.ticket?.name].filter(Boolean).join(', ')
  const confirm = () =>
    decide.mutate([credit, 'confirmed'], {
      onSuccess: ({ id, amountGrosze }) =>
        showToast({
          text: said.done.confirmed(money(lang, amountGrosze)),
          onUndo: () => withdraw.mutate({ id, reason: said.done.undone }),
        }),
      onError: (problem) => showToast({ text: sentence(problem), tone: 'problem' }),
    })
  const mayConfirm = obstacle === undefined
  return (
    <>
      {obstacle && obstacle !== 'role' && <span className="r-quiet">{said[obstacle]}</span>}
      {mayConfirm && (
        <Button
          size="xs"
          variant="light"
          loading={decide.isPending}
          aria-label={said.confirmLabel(money(lang, credit.amountGrosze), name)}
          onClick={confirm}
        >
          {said.confirm}
        </Button>
      )}
      {(mayConfirm || credit.ticket) && (
        <Menu position="bottom-end" width={220}>
          <Menu.Target>
            <Button size="xs" variant="default" px={7} aria-label={said.more(name)}>
              <IconChevronDown size={15} stroke={1.8} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {mayConfirm && <Menu.Item onClick={() => onAsk('amount')}>{said.otherAmount}</Menu.Item>}
            {mayConfirm && <Menu.Item onClick={() => onAsk('decline')}>{said.decline}</Menu.Item>}
            {credit.ticket && <Menu.Item onClick={() => onAsk('exclude')}>{said.exclude}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  )
}

function Decided({
  credit,
  decision,
  onAsk,
}: {
  credit: Credit
  decision: Schemas.CreditDecided
  onAsk: (what: Asking['what']) => void
}) {
  const { lang } = useSpeech()
  const said = useCreditWords()
  const zone = useZone()
  const { person } = useSession()
  const { verdict, uses, leftGrosze, reason, byName, at } = decision
  const isSettled = verdict === 'confirmed' && leftGrosze === 0
  const mayTakeBack = uses.length === 0 && obstacleOf(credit, person.role, pageClock.nowMs(), zone) !== 'role'
  return (
    <div className="r-credit-said">
      <span>
        <ReasonChip tone={verdict === 'declined' ? 'calm' : 'soft'}>
          {verdict === 'declined' ? said.isDeclined : isSettled ? said.settled : said.isConfirmed}
        </ReasonChip>{' '}
        {uses.map((use) => (
          <AppLink key={use.invoiceId} to={`/invoices/${use.invoiceId}`}>
            {said.onInvoice(use.invoiceNumber)}{' '}
          </AppLink>
        ))}
      </span>
      {verdict === 'confirmed' && !isSettled && (
        <span className="r-quiet">
          {uses.length === 0 ? said.waits : said.waitsRest(money(lang, leftGrosze))}
        </span>
      )}
      <span className="r-quiet">
        {said.by(byName, date(lang, at.slice(0, 10)))}
        {reason && `: ${reason}`}
      </span>
      {mayTakeBack && (
        <Button size="compact-xs" variant="subtle" onClick={() => onAsk('withdraw')}>
          {said.withdraw}
        </Button>
      )}
    </div>
  )
}

function Ask({
  credit,
  what,
  onClose,
}: {
  credit: Credit
  what: 'amount' | 'decline' | 'withdraw'
  onClose: () => void
}) {
  const { lang } = useSpeech()
  const said = useCreditWords()
  const refusal = useRefusal()
  const { decide, withdraw } = useDecision()
  const [typed, setTyped] = useState(amount(lang, credit.amountGrosze))
  const [reason, setReason] = useState('')
  const titles = {
    amount: said.dialog.amountTitle,
    decline: said.dialog.declineTitle,
    withdraw: said.dialog.withdrawTitle,
  }
  const actions = { amount: said.confirm, decline: said.decline, withdraw: said.withdraw }
  const onError = refusal.show
  const done = (text: string) => {
    onClose()
    showToast({ text })
  }
  const submit = () => {
    if (what === 'withdraw')
      return withdraw.mutate(
        { id: credit.decision?.id ?? '', reason },
        { onSuccess: () => done(said.done.withdrawn), onError },
      )
    if (what === 'decline')
      return decide.mutate([credit, 'declined', { reason }], {
        onSuccess: () => done(said.done.declined),
        onError,
      })
    return decide.mutate([credit, 'confirmed', { amount: typed, reason }], {
      onSuccess: ({ amountGrosze }) => done(said.done.confirmed(money(lang, amountGrosze))),
      onError,
    })
  }
  return (
    <FormDialog
      title={[titles[what], credit.ticket?.name].filter(Boolean).join(': ')}
      action={actions[what]}
      refusal={refusal}
      fields={['amount', 'reason']}
      busy={decide.isPending || withdraw.isPending}
      danger={what === 'withdraw'}
      isReady={reason.trim() !== '' && (what !== 'amount' || typed.trim() !== '')}
      onSubmit={submit}
      onClose={onClose}
    >
      {what === 'amount' && (
        <TextInput
          label={said.dialog.amount}
          description={said.dialog.proposed(money(lang, credit.amountGrosze))}
          data-autofocus
          inputMode="decimal"
          className="num"
          value={typed}
          error={refusal.of('amount')}
          onChange={(e) => setTyped(e.currentTarget.value)}
        />
      )}
      <Textarea
        label={said.dialog.reason}
        autosize
        minRows={2}
        value={reason}
        error={refusal.of('reason')}
        {...(what === 'amount' ? {} : { 'data-autofocus': true })}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
    </FormDialog>
  )
}
