/** One invoice with everything on it: parties, lines that explain themselves, totals, documents, payments, corrections. */
import { Button } from '@mantine/core'
import { IconFileCode, IconFileTypePdf, IconShieldOff } from '@tabler/icons-react'
import { useState } from 'react'
import { accountNumber, date, dateRange, decimal, money, nip, price } from '#words/format.ts'
import { explainLine, isExplained } from '#words/explain-line.ts'
import { InvoicePayments } from '../collection/invoice-payments.tsx'
import { PathHeader } from '../contracts/path-header.tsx'
import { addressOf } from '../kit/api.ts'
import { Card, CopyButton } from '../kit/controls.tsx'
import { Money, ReasonChip } from '../kit/data.tsx'
import { Explained } from '../kit/explain.tsx'
import { AppLink, usePathParams } from '../kit/link.tsx'
import { Page } from '../kit/page.tsx'
import { ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useInvoice, useMayBill, type InvoiceLine, type Party, type WholeInvoice } from './billing-data.ts'
import './billing.css'
import { CorrectionDialog } from './correction-dialog.tsx'
import './invoices.css'
import { vatText } from './line-dialogs.tsx'

export default function InvoiceScreen() {
  const { words } = useSpeech()
  const { id = '' } = usePathParams()
  const { data, error, refetch } = useInvoice(id)
  const may = useMayBill()
  const [correcting, setCorrecting] = useState(false)
  const said = words.billing
  const header = (
    <PathHeader
      crumbs={[{ label: said.nav.invoices, to: '/invoices' }, { label: data?.number ?? '…' }]}
      actions={
        may &&
        data?.kind === 'VAT' && (
          <Button variant="default" onClick={() => setCorrecting(true)}>
            {said.invoice.correct}
          </Button>
        )
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
      {data && (
        <div className="inv-page">
          <Sheet invoice={data} />
          <div className="inv-side">
            <Documents invoice={data} />
            <InvoicePayments invoiceId={data.correctsId ?? data.id} clientId={data.clientId} />
            {data.kind === 'VAT' && <Corrections invoice={data} />}
          </div>
        </div>
      )}
      {correcting && data && <CorrectionDialog invoice={data} onClose={() => setCorrecting(false)} />}
    </Page>
  )
}

function Sheet({ invoice }: { invoice: WholeInvoice }) {
  const { lang, words } = useSpeech()
  const said = words.billing.invoice
  const isCorrection = invoice.kind === 'KOR'
  return (
    <article className="inv-sheet">
      <header>
        <h2>{isCorrection ? said.correctionTitle(invoice.number) : said.title(invoice.number)}</h2>
        <p className="bil-dim num">
          {said.dates({
            issued: date(lang, invoice.issueOn),
            sale: dateRange(lang, invoice.saleFrom, invoice.saleTo),
          })}
        </p>
      </header>
      <div className="inv-parties">
        <PartyBlock title={said.seller} party={invoice.seller} />
        <PartyBlock title={said.buyer} party={invoice.buyer} to={`/clients/${invoice.clientId}`} />
      </div>
      <dl className="inv-facts">
        {invoice.contractNumbers.length > 0 && (
          <div>
            <dt>{said.contract}</dt>
            <dd>{invoice.contractNumbers.join(', ')}</dd>
          </div>
        )}
        {invoice.correctsId && (
          <div>
            <dt>{said.corrects}</dt>
            <dd>
              <AppLink className="bil-link" to={`/invoices/${invoice.correctsId}`}>
                {said.correctsLink}
              </AppLink>
            </dd>
          </div>
        )}
        {invoice.correctionReason && (
          <div>
            <dt>{said.reason}</dt>
            <dd>{invoice.correctionReason}</dd>
          </div>
        )}
      </dl>
      {invoice.lines.length === 0 ? <p className="bil-dim">{said.noLines}</p> : <Lines invoice={invoice} />}
      <Totals invoice={invoice} />
    </article>
  )
}

function PartyBlock({ title, party, to }: { title: string; party: Party; to?: string }) {
  return (
    <section className="inv-party">
      <h3>{title}</h3>
      <strong>{to ? <AppLink to={to}>{party.name}</AppLink> : party.name}</strong>
      <span>{[party.addressLine1, party.addressLine2].filter(Boolean).join(', ')}</span>
      {party.nip && <span className="num">NIP {nip(party.nip)}</span>}
    </section>
  )
}

function Lines({ invoice }: { invoice: WholeInvoice }) {
  const said = useSpeech().words.billing.invoice
  const isCorrection = invoice.kind === 'KOR'
  return (
    <div className="inv-lines-box">
      <table className="inv-lines">
        <thead>
          <tr>
            <th className="inv-wide">{said.position}</th>
            <th>{said.name}</th>
            <th className="bil-right">{said.quantity}</th>
            <th className="bil-right inv-wide">{said.unitPrice}</th>
            <th className="bil-right inv-wide">{said.rate}</th>
            <th className="bil-right">{said.net}</th>
          </tr>
        </thead>
        <tbody>
          {invoice.lines.map((line) => (
            <Line key={line.position} line={line} isCorrection={isCorrection} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({ line, isCorrection }: { line: InvoiceLine; isCorrection: boolean }) {
  const { lang, words } = useSpeech()
  const said = words.billing
  const text = sentenceOf(lang, line)
  const unit = said.units[line.unit] ?? line.unit
  return (
    <tr data-before={line.isBefore || undefined}>
      <td className="bil-dim num inv-wide">{line.position}</td>
      <td>
        {text ? (
          <Explained
            label={said.row.explain}
            explanation={
              <div className="bil-explanation">
                <strong>{said.row.explain}</strong>
                <p>{text}</p>
                {line.explanation.edit && <p>{said.paper.editedLine(line.explanation.edit.reason)}</p>}
              </div>
            }
          >
            {line.name}
          </Explained>
        ) : (
          line.name
        )}
        <span className="bil-dim inv-line-why">
          {isCorrection && (line.isBefore ? said.invoice.before : said.invoice.after)}
          {!isCorrection &&
            [line.explanation.clause && said.row.clause(line.explanation.clause), text]
              .filter(Boolean)
              .join(', ')}
        </span>
      </td>
      <td className="bil-right num inv-nowrap">
        {decimal(lang, line.quantity)} <span className="bil-dim">{unit}</span>
      </td>
      <td className="bil-right num inv-wide">{price(lang, line.unitPrice)}</td>
      <td className="bil-right num inv-wide">{vatText(line.vat)}</td>
      <td className="bil-right">
        <Money grosze={line.netGrosze} strong />
      </td>
    </tr>
  )
}

/** Lines taken over from elsewhere may come without the numbers behind them. */
function sentenceOf(lang: 'pl' | 'en', { explanation }: InvoiceLine): string | undefined {
  return isExplained(explanation) ? explainLine(lang, explanation) : undefined
}

function Totals({ invoice }: { invoice: WholeInvoice }) {
  const { lang, words } = useSpeech()
  const said = words.billing.invoice
  const kit = words.kit.money
  const { seller } = invoice
  const account = seller.bankAccount
  return (
    <div className="inv-sums">
      <dl className="inv-transfer">
        {invoice.grossGrosze > 0 && (
          <div>
            <dt>{said.due}</dt>
            <dd className="num">{date(lang, invoice.dueOn)}</dd>
          </div>
        )}
        {invoice.grossGrosze > 0 && account && (
          <div>
            <dt>{said.account}</dt>
            <dd className="num">
              {accountNumber(account)} <CopyButton text={account} label={said.copyAccount} />
            </dd>
          </div>
        )}
        {invoice.isSplitPayment && <ReasonChip tone="note">{said.split}</ReasonChip>}
      </dl>
      <dl className="inv-totals num">
        <div>
          <dt>{kit.net}</dt>
          <dd>{money(lang, invoice.netGrosze, invoice.currency)}</dd>
        </div>
        {invoice.totals.map((rate) => (
          <div key={rate.vat}>
            <dt>
              {kit.vat} {vatText(rate.vat)}
            </dt>
            <dd>{money(lang, rate.vatGrosze, invoice.currency)}</dd>
          </div>
        ))}
        <div className="inv-topay">
          <dt>{invoice.grossGrosze < 0 ? said.returned : said.toPay}</dt>
          <dd>{money(lang, Math.abs(invoice.grossGrosze), invoice.currency)}</dd>
        </div>
      </dl>
    </div>
  )
}

function Documents({ invoice }: { invoice: WholeInvoice }) {
  const said = useSpeech().words.billing.invoice
  return (
    <Card title={said.documents}>
      <div className="bil-actions">
        <Button
          component="a"
          href={addressOf('/api/invoices/{id}/pdf', { path: { id: invoice.id } })}
          download
          leftSection={<IconFileTypePdf size={16} stroke={1.7} />}
        >
          {said.pdf}
        </Button>
        <Button
          component="a"
          href={addressOf('/api/invoices/{id}/xml', { path: { id: invoice.id } })}
          download
          variant="default"
          leftSection={<IconFileCode size={16} stroke={1.7} />}
        >
          {said.xml}
        </Button>
      </div>
      <p className="inv-under">
        <ReasonChip tone="outline" icon={<IconShieldOff size={13} stroke={1.8} aria-hidden />}>
          {said.ksef}
        </ReasonChip>
      </p>
      <p className="inv-under bil-dim">
        {invoice.recipientEmails.length > 0 ? said.sentTo(invoice.recipientEmails.join(', ')) : said.notSent}
      </p>
    </Card>
  )
}

function Corrections({ invoice }: { invoice: WholeInvoice }) {
  const { lang, words } = useSpeech()
  const said = words.billing.invoice
  return (
    <Card title={said.corrections}>
      {invoice.corrections.length === 0 && <p className="bil-dim inv-none">{said.noCorrections}</p>}
      <ul className="inv-list">
        {invoice.corrections.map((one) => (
          <li key={one.id}>
            <span>
              <AppLink className="bil-link num" to={`/invoices/${one.id}`}>
                {one.number}
              </AppLink>
              <span className="bil-dim">
                {date(lang, one.issueOn)}, {one.correctionReason}
              </span>
            </span>
            <Money grosze={one.grossGrosze} sum strong />
          </li>
        ))}
      </ul>
    </Card>
  )
}
