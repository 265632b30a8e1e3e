/** All invoices: by month of issue, found by number or buyer, with what is still to be paid; the month as CSV for the accountant. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconDownload, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { date, dateOf, days, money, month as monthName } from '#words/format.ts'
import { useBoard, type OpenInvoice } from '../collection/collection-data.ts'
import { addressOf } from '../kit/api.ts'
import { pageClock } from '../kit/clock.ts'
import { Money, ReasonChip } from '../kit/data.tsx'
import { AppLink, LinkButton, useGo, useUrlState } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { RowList } from '../kit/row-list.tsx'
import { EmptyState, SkeletonAfter } from '../kit/states.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useInvoices, useMayBill, type Invoice } from './billing-data.ts'
import './billing.css'
import './invoices.css'
import { monthsBack } from './review.ts'

const most = 1000

export default function Invoices() {
  const { lang, words } = useSpeech()
  const said = words.billing.invoices
  const go = useGo()
  const may = useMayBill()
  const [{ month = '', search = '', client = '' }, setUrl] = useUrlState()
  const [typed] = useDebouncedValue(search, 200)
  const { data } = useInvoices({ month, search: typed, clientId: client })
  const { data: board } = useBoard()
  const [active, setActive] = useState<string>()
  const open = new Map(board?.invoices.map((one) => [one.invoiceId, one]))
  const months = monthsBack(dateOf(pageClock.nowMs()), 25)
  const isFiltered = month !== '' || search !== '' || client !== ''
  const csv = (
    <Button
      {...(month
        ? {
            component: 'a',
            href: addressOf('/api/billing/months/{month}/accountant.csv', { path: { month } }),
            download: true,
          }
        : {})}
      variant="default"
      disabled={!month}
      title={month ? undefined : said.csvWhy}
      leftSection={<IconDownload size={16} stroke={1.7} />}
    >
      {said.csv}
    </Button>
  )
  return (
    <Page header={<PageHeader title={words.billing.nav.invoices} actions={may && csv} />}>
      <div className="bil-tools">
        <NativeSelect
          className="inv-month"
          aria-label={said.month}
          value={month}
          onChange={(e) => setUrl({ month: e.currentTarget.value })}
          data={[
            { value: '', label: said.allMonths },
            ...months.map((value) => ({ value, label: monthName(lang, value) })),
          ]}
        />
        <TextInput
          type="search"
          className="inv-search"
          aria-label={said.search}
          placeholder={said.search}
          leftSection={<IconSearch size={15} stroke={1.7} />}
          value={search}
          onChange={(e) => setUrl({ search: e.currentTarget.value })}
        />
        {data && data.length > 0 && (
          <span className="bil-dim bil-tools-hint num">
            {said.count(data.length)},{' '}
            {said.sum(
              money(
                lang,
                data.reduce((sum, one) => sum + one.grossGrosze, 0),
              ),
            )}
            {data.length === most && `. ${said.partial}`}
          </span>
        )}
      </div>
      {!data && <SkeletonAfter />}
      {data?.length === 0 && isFiltered && <EmptyState sentence={words.kit.list.noMatch} drawing={null} />}
      {data?.length === 0 && !isFiltered && (
        <EmptyState
          sentence={said.empty}
          explanation={said.emptyWhy}
          action={
            may && (
              <LinkButton size="lg" to="/billing">
                {said.toBilling}
              </LinkButton>
            )
          }
        />
      )}
      {data && data.length > 0 && (
        <>
          <div className="bil-head inv-grid inv-head">
            <span>{said.number}</span>
            <span>{said.buyer}</span>
            <span>{said.issued}</span>
            <span>{said.due}</span>
            <span>{said.state}</span>
            <span className="bil-right">{said.gross}</span>
          </div>
          <RowList
            label={said.list}
            groups={[{ id: 'all', rows: data }]}
            keyOf={(one) => one.id}
            active={active}
            onActive={setActive}
            onOpen={(one) => go(`/invoices/${one.id}`)}
          >
            {(one) => <Cells invoice={one} open={open.get(one.id)} isKnown={board !== undefined} />}
          </RowList>
        </>
      )}
    </Page>
  )
}

function Cells({
  invoice,
  open,
  isKnown,
}: {
  invoice: Invoice
  open: OpenInvoice | undefined
  isKnown: boolean
}) {
  const { lang, words } = useSpeech()
  const said = words.billing.invoices
  return (
    <div className="inv-grid inv-cells">
      <AppLink className="bil-link num" to={`/invoices/${invoice.id}`}>
        {invoice.number}
      </AppLink>
      <span className="inv-buyer">{invoice.buyer.name}</span>
      <span className="bil-dim num inv-wide">{date(lang, invoice.issueOn)}</span>
      <span className="bil-dim num inv-wide">{date(lang, invoice.dueOn)}</span>
      <span className="inv-state">
        {invoice.kind === 'KOR' && <ReasonChip tone="outline">{said.correction}</ReasonChip>}
        {invoice.kind === 'VAT' && isKnown && !open && <ReasonChip tone="soft">{said.paid}</ReasonChip>}
        {open && open.daysOverdue > 0 && (
          <ReasonChip tone="danger">{said.overdue(days(lang, open.daysOverdue))}</ReasonChip>
        )}
        {open && open.daysOverdue <= 0 && open.paidGrosze > 0 && (
          <span className="bil-dim">{said.open(money(lang, open.openGrosze))}</span>
        )}
      </span>
      <span className="bil-right">
        <Money grosze={invoice.grossGrosze} strong />
      </span>
    </div>
  )
}
