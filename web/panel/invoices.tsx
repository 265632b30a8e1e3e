/** All invoices: what is to be paid above, then every one with its state. */
import { IconChevronRight } from '@tabler/icons-react'
import { date, money } from '#words/format.ts'
import { Card } from '../kit/controls.tsx'
import { ReasonChip } from '../kit/data.tsx'
import { AppLink } from '../kit/link.tsx'
import { PanelPage } from '../kit/panel-frame.tsx'
import { EmptyState, SkeletonAfter } from '../kit/states.tsx'
import { useLang, usePanelWords } from '../kit/words.tsx'
import { useInvoices, type InvoiceInList, type Invoices as All } from './panel-data.ts'
import './panel.css'
import { monthName } from './parts.tsx'

export default function Invoices() {
  const { panel } = usePanelWords()
  const { data } = useInvoices()
  if (!data) return <SkeletonAfter rows={4} height={64} />
  if (data.invoices.length === 0)
    return (
      <PanelPage heading={panel.invoices.title}>
        <EmptyState sentence={panel.invoices.none} />
      </PanelPage>
    )
  return (
    <PanelPage heading={panel.invoices.title} side={<Sums all={data} />}>
      <ul className="k-card k-card-flush p-rows">
        {data.invoices.map((one) => (
          <li key={one.id}>
            <Row invoice={one} />
          </li>
        ))}
      </ul>
    </PanelPage>
  )
}

function Sums({ all: { openGrosze, overdueGrosze, creditGrosze } }: { all: All }) {
  const words = usePanelWords().panel.invoices
  const lang = useLang()
  return (
    <Card>
      <div className="p-sums">
        <span>{openGrosze > 0 ? words.toPay : words.nothingToPay}</span>
        {openGrosze > 0 && <strong className="num">{money(lang, openGrosze)}</strong>}
        {overdueGrosze > 0 && (
          <span className="p-late num">
            {words.overdue}: {money(lang, overdueGrosze)}
          </span>
        )}
        {creditGrosze > 0 && (
          <span className="num">
            {words.credit}: {money(lang, creditGrosze)}
          </span>
        )}
      </div>
    </Card>
  )
}

function Row({ invoice }: { invoice: InvoiceInList }) {
  const words = usePanelWords().panel.invoices
  const lang = useLang()
  return (
    <AppLink to={`/invoices/${invoice.id}`} className="p-invoice-row">
      <span>
        <strong>{invoice.number}</strong>
        <span>
          {words.ofMonth({ month: monthName(lang, invoice.saleTo) })},{' '}
          {words.issued({ on: date(lang, invoice.issueOn) })}
        </span>
      </span>
      <span>
        <strong className="num">{money(lang, invoice.grossGrosze, invoice.currency)}</strong>
        <InvoiceState invoice={invoice} />
      </span>
      <IconChevronRight size={18} stroke={1.8} aria-hidden />
    </AppLink>
  )
}

function InvoiceState({ invoice }: { invoice: InvoiceInList }) {
  const words = usePanelWords().panel.invoices
  const lang = useLang()
  if (invoice.state === 'correction') return <ReasonChip>{words.correction}</ReasonChip>
  if (invoice.state === 'paid') return <ReasonChip tone="soft">{words.paid}</ReasonChip>
  if (invoice.state === 'overdue')
    return <span className="p-late">{words.daysLate({ n: invoice.daysOverdue })}</span>
  return <span className="p-quiet">{words.dueOn({ on: date(lang, invoice.dueOn) })}</span>
}
