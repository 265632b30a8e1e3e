/** One invoice: what to pay and how, and where every amount comes from down to the single ticket. */
import { Button } from '@mantine/core'
import { IconCode, IconDownload, IconMessageQuestion } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { accountNumber, amount, date, dateRange, list, money, price, quantity } from '#words/format.ts'
import { addressOf } from '../kit/api.ts'
import { Card } from '../kit/controls.tsx'
import { CopyButton } from '../kit/copy.tsx'
import { ReasonChip, Squares } from '../kit/data.tsx'
import { AppLink, usePathParams } from '../kit/link.tsx'
import { PanelPage } from '../kit/panel-frame.tsx'
import { ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { useLang, usePanelWords } from '../kit/words.tsx'
import { useInvoice, type Bin, type InvoiceLine, type InvoicePage } from './panel-data.ts'
import './panel.css'

export default function InvoiceScreen() {
  const { id = '' } = usePathParams()
  const { kit } = usePanelWords()
  const { data, error, refetch } = useInvoice(id)
  if (data) return <Shown key={id} invoice={data} />
  if (error)
    return (
      <ErrorState sentence={kit.errors.screen} explanation={error.message} onRetry={() => void refetch()} />
    )
  return <SkeletonAfter height={96} rows={3} />
}

function Shown({ invoice }: { invoice: InvoicePage }) {
  const words = usePanelWords().panel.invoices
  return (
    <PanelPage
      title={words.one({ number: invoice.number })}
      back="/invoices"
      side={
        <>
          <Documents invoice={invoice} />
          <Around invoice={invoice} />
        </>
      }
    >
      <ToPay invoice={invoice} />
      <Lines invoice={invoice} />
    </PanelPage>
  )
}

/** The amount, then the transfer behind one button on a phone that pays in another app. */
function ToPay({ invoice }: { invoice: InvoicePage }) {
  const words = usePanelWords().panel.invoices
  const lang = useLang()
  const details = useRef<HTMLDivElement>(null)
  const [paying, setPaying] = useState(false)
  const { transfer, state, openGrosze, currency } = invoice
  const label =
    state === 'paid' || state === 'correction'
      ? words[state]
      : words.toPayUntil({ on: date(lang, invoice.dueOn) })
  return (
    <Card>
      <div className="p-pay">
        <div className="p-pay-sum">
          <div>
            <span className={state === 'overdue' ? 'p-late' : undefined}>
              {label}
              {state === 'overdue' && `, ${words.daysLate({ n: invoice.daysOverdue })}`}
            </span>
            <strong className="num">
              {money(lang, transfer ? openGrosze : invoice.grossGrosze, currency)}
            </strong>
            <span className="num">
              {invoice.paidGrosze > 0 && state !== 'paid' && (
                <>
                  {words.partPaid({ amount: money(lang, invoice.paidGrosze, currency) })}
                  <br />
                </>
              )}
              {words.netAndVat({
                net: amount(lang, invoice.netGrosze),
                vat: amount(lang, invoice.vatGrosze),
              })}
            </span>
          </div>
          {transfer?.codeText && (
            <img
              className="p-code"
              src={`${addressOf('/api/panel/invoices/{id}/transfer-code', { path: { id: invoice.id } })}?sum=${transfer.amountGrosze}`}
              alt={words.codeOf}
              title={words.scanCode}
            />
          )}
        </div>
        {transfer && (
          <>
            <Button
              size="lg"
              aria-expanded={paying}
              onClick={() => {
                setPaying(true)
                requestAnimationFrame(() => details.current?.scrollIntoView({ block: 'nearest' }))
              }}
              className="p-pay-button"
              hidden={paying}
            >
              {words.pay}
            </Button>
            {paying && <Transfer transfer={transfer} detailsRef={details} currency={currency} />}
            {invoice.isSplitPayment && <p className="p-quiet">{words.splitPayment}</p>}
          </>
        )}
      </div>
    </Card>
  )
}

function Transfer({
  transfer,
  detailsRef,
  currency,
}: {
  transfer: NonNullable<InvoicePage['transfer']>
  detailsRef: React.RefObject<HTMLDivElement | null>
  currency: string
}) {
  const words = usePanelWords().panel.invoices
  const lang = useLang()
  const rows = [
    {
      label: words.account,
      shown: accountNumber(transfer.account),
      copied: transfer.account.replace(/\s/g, ''),
      say: words.copyAccount,
    },
    { label: words.recipient, shown: transfer.name, copied: transfer.name, say: words.copyRecipient },
    { label: words.transferTitle, shown: transfer.title, copied: transfer.title, say: words.copyTitle },
    {
      label: words.amount,
      shown: money(lang, transfer.amountGrosze, currency),
      copied: amount(lang, transfer.amountGrosze).replace(/\s/g, ''),
      say: words.copyAmount,
    },
  ]
  return (
    <div className="p-transfer" ref={detailsRef}>
      <dl>
        {rows.map(({ label, shown, copied, say }) => (
          <div key={label}>
            <div>
              <dt>{label}</dt>
              <dd className="num">{shown}</dd>
            </div>
            <CopyButton text={copied} label={say} size={20} />
          </div>
        ))}
      </dl>
      {transfer.codeText && <p className="p-quiet">{words.scanCode}</p>}
    </div>
  )
}

function Lines({ invoice }: { invoice: InvoicePage }) {
  const words = usePanelWords().panel.invoices
  const lang = useLang()
  return (
    <Card title={words.lines} aside={dateRange(lang, invoice.saleFrom, invoice.saleTo)}>
      <ul className="p-lines">
        {invoice.lines.map((line) => (
          <Line key={line.position} line={line} currency={invoice.currency} />
        ))}
      </ul>
      <dl className="p-totals num">
        {invoice.totals.map(({ vat, netGrosze, vatGrosze }) => (
          <div key={vat}>
            <dt>VAT {/^\d+$/.test(vat) ? `${vat}%` : vat}</dt>
            <dd>{words.netAndVat({ net: amount(lang, netGrosze), vat: amount(lang, vatGrosze) })}</dd>
          </div>
        ))}
        <div data-sum>
          <dt>{words.total}</dt>
          <dd>{money(lang, invoice.grossGrosze, invoice.currency)}</dd>
        </div>
      </dl>
    </Card>
  )
}

/** The name is dotted when a reason stands behind the amount; it opens the sentence and the tickets. */
function Line({ line, currency }: { line: InvoiceLine; currency: string }) {
  const words = usePanelWords().panel.invoices
  const lang = useLang()
  const { squares, sentence, tickets } = line
  const hasReason = Boolean(sentence || squares || tickets.length > 0)
  const [opened, setOpened] = useState((squares?.over ?? 0) > 0)
  const id = `line-${line.position}`
  return (
    <li>
      <div className="p-line">
        <span>
          {hasReason ? (
            <button
              type="button"
              className="k-explained"
              aria-expanded={opened}
              aria-controls={id}
              onClick={() => setOpened(!opened)}
            >
              {line.name}
            </button>
          ) : (
            line.name
          )}
          {line.isBefore && <ReasonChip>{words.before}</ReasonChip>}
          <span className="num">
            {words.lineDetail({
              quantity: quantity(lang, line.quantity, line.unit),
              price: price(lang, line.unitPrice),
            })}
          </span>
        </span>
        <strong className="num">{money(lang, line.netGrosze, currency)}</strong>
      </div>
      {hasReason && opened && (
        <div className="p-line-why" id={id}>
          {squares && squares.inside + squares.over + squares.notCounted > 0 && <Squares {...squares} />}
          {sentence && <p>{sentence}</p>}
          {tickets.length > 0 && (
            <ul>
              {tickets.map((ticket) => (
                <li key={`${ticket.id} ${ticket.bin}`}>
                  <AppLink to={`/tickets/${ticket.id}`}>
                    <span className="num">{ticket.number}</span>
                    <span>
                      {date(lang, ticket.reportedOn).replace(/[. ]\d{4}$/, '')}, {ticket.subject}
                    </span>
                    <ReasonChip
                      tone={ticket.bin === 'overage' ? 'note' : ticket.bin === 'included' ? 'soft' : 'calm'}
                    >
                      {words.bins[ticket.bin as Bin] ?? ticket.bin}
                    </ReasonChip>
                  </AppLink>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </li>
  )
}

function Documents({ invoice }: { invoice: InvoicePage }) {
  const words = usePanelWords().panel.invoices
  const { id, number, hasPdf, hasXml, ksefState } = invoice
  const about = words.askAbout({ number })
  return (
    <div className="p-documents">
      {hasPdf && (
        <Button
          component="a"
          href={addressOf('/api/panel/invoices/{id}/pdf', { path: { id } })}
          target="_blank"
          variant="default"
          size="lg"
          leftSection={<IconDownload size={19} stroke={1.7} />}
        >
          {words.pdf}
        </Button>
      )}
      {hasXml && (
        <Button
          component="a"
          href={addressOf('/api/panel/invoices/{id}/xml', { path: { id } })}
          variant="default"
          size="lg"
          leftSection={<IconCode size={19} stroke={1.7} />}
        >
          {words.xml}
        </Button>
      )}
      {ksefState === 'notReported' && <p className="p-quiet">{words.notReported}</p>}
      <AppLink to={`/talk?about=${encodeURIComponent(about)}`} className="p-quiet-link">
        <IconMessageQuestion size={20} stroke={1.6} aria-hidden /> {words.question}
      </AppLink>
    </div>
  )
}

function Around({ invoice }: { invoice: InvoicePage }) {
  const { invoices: words, contract } = usePanelWords().panel
  const lang = useLang()
  const { payments, corrections, currency, contractNumbers, seller, correctsId, correctionReason } = invoice
  return (
    <Card>
      <dl className="p-around">
        {payments.length > 0 && (
          <div>
            <dt>{words.payments}</dt>
            {payments.map((one, i) => (
              <dd key={i} className="num">
                {date(lang, one.paidOn)}, {money(lang, one.amountGrosze, currency)}
              </dd>
            ))}
          </div>
        )}
        {corrections.length > 0 && (
          <div>
            <dt>{words.corrections}</dt>
            {corrections.map((one) => (
              <dd key={one.id}>
                <AppLink to={`/invoices/${one.id}`}>{one.number}</AppLink>, {date(lang, one.issueOn)}
                {one.correctionReason && `, ${one.correctionReason}`}
              </dd>
            ))}
          </div>
        )}
        {correctsId && (
          <div>
            <dt>{words.correction}</dt>
            <dd>
              <AppLink to={`/invoices/${correctsId}`}>{words.see}</AppLink>
              {correctionReason && `, ${correctionReason}`}
            </dd>
          </div>
        )}
        <div>
          <dt>{words.seller}</dt>
          <dd>
            {seller.name}, {seller.addressLine1}, {seller.addressLine2}
          </dd>
        </div>
        <div>
          <dt>{words.buyer}</dt>
          <dd>{invoice.buyer.name}</dd>
        </div>
        {contractNumbers.length > 0 && (
          <div>
            <dt>{contract.original}</dt>
            <dd>{list(lang, contractNumbers)}</dd>
          </div>
        )}
      </dl>
    </Card>
  )
}
