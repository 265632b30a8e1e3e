/** The board of collection: what clients owe by stage, with interest, what was sent and what comes next by itself. */
import { TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconArrowRight, IconMail, IconSearch } from '@tabler/icons-react'
import { date, moment, money } from '#words/format.ts'
import { pageClock } from '../kit/clock.ts'
import { BottomBar, Pills } from '../kit/controls.tsx'
import { AppLink, LinkButton, useUrlState } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { EmptyState, ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { useBoard, type Board, type OpenInvoiceOnBoard } from './collection-data.ts'
import './collection.css'
import { InterestAmount } from './interest.tsx'
import { barOf, columnsOf, lettersOf, stageColours, type Column } from './stages.ts'
import { daysText, nextStepText, remindersText } from './step-words.ts'

export default function CollectionBoard() {
  const { words } = useSpeech()
  const said = words.collection.board
  const { data, error, refetch } = useBoard()
  const [{ view = 'board', search = '' }, setUrl] = useUrlState()
  const isWide = useMediaQuery('(min-width: 900px)', true, { getInitialValueInEffect: false })
  const shown = isWide ? view : 'list'
  const header = (
    <PageHeader title={words.collection.nav}>
      {isWide && (
        <Pills
          label={said.viewsLabel}
          pills={[
            { id: 'board', label: said.views.board },
            { id: 'list', label: said.views.list },
          ]}
          chosen={shown}
          onChoose={(id) => setUrl({ view: id === 'board' ? undefined : id })}
        />
      )}
    </PageHeader>
  )
  if (error)
    return (
      <Page header={header}>
        <ErrorState
          sentence={words.kit.errors.title}
          explanation={error.message}
          onRetry={() => void refetch()}
        />
      </Page>
    )
  if (!data) return <Page header={header}>{<SkeletonAfter />}</Page>
  if (data.invoices.length === 0)
    return (
      <Page header={header}>
        <EmptyState
          sentence={said.empty}
          explanation={said.emptyWhy}
          action={
            <LinkButton size="lg" to="/invoices">
              {said.toInvoices}
            </LinkButton>
          }
        />
      </Page>
    )
  const columns = columnsOf(data.invoices, search)
  return (
    <Page header={header} bottom={<Letters board={data} />}>
      <div className="col-top">
        <Totals board={data} />
        <TextInput
          type="search"
          className="col-search"
          aria-label={said.search}
          placeholder={said.search}
          leftSection={<IconSearch size={15} stroke={1.7} />}
          value={search}
          onChange={(e) => setUrl({ search: e.currentTarget.value })}
        />
      </div>
      {columns.every((column) => column.invoices.length === 0) && (
        <EmptyState sentence={words.kit.list.noMatch} drawing={null} />
      )}
      {shown === 'board' ? <Columns columns={columns} /> : <List columns={columns} />}
    </Page>
  )
}

function Totals({ board }: { board: Board }) {
  const { lang, words } = useSpeech()
  const said = words.collection.board
  const { sums } = board
  const figures = [
    [said.toPay, sums.openGrosze],
    [said.overdue, sums.overdueGrosze],
    [said.thisWeek, sums.dueThisWeekGrosze],
    [said.interest, sums.interestGrosze],
  ] as const
  const spoken = barOf(board).map(
    ({ stage }) => `${words.collection.stages[stage]}: ${money(lang, sums.stages[stage].openGrosze)}`,
  )
  return (
    <>
      <dl className="col-totals num">
        {figures.map(([label, grosze], i) => (
          <div key={label} data-large={i === 0 || undefined}>
            <dt>{label}</dt>
            <dd>{money(lang, grosze)}</dd>
          </div>
        ))}
      </dl>
      <div className="col-bar" role="img" aria-label={`${said.bar}. ${spoken.join(', ')}`}>
        {barOf(board).map(({ stage, share }) => (
          <span key={stage} style={{ flexGrow: share, background: stageColours[stage] }} />
        ))}
      </div>
    </>
  )
}

function Columns({ columns }: { columns: readonly Column[] }) {
  return (
    <div className="col-board">
      {columns.map((column) => (
        <section key={column.stage} className="col-column">
          <StageHead column={column} />
          <ul>
            {column.invoices.map((one) => (
              <li key={one.invoiceId}>
                <InvoiceCard invoice={one} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function StageHead({ column: { stage, invoices, openGrosze } }: { column: Column }) {
  const { lang, words } = useSpeech()
  return (
    <header className="col-stage">
      <h2>
        <span className="col-square" style={{ background: stageColours[stage] }} aria-hidden />
        {words.collection.stages[stage]} <span className="num">{invoices.length}</span>
      </h2>
      <strong className="num">{money(lang, openGrosze)}</strong>
    </header>
  )
}

function useSteps(invoice: OpenInvoiceOnBoard) {
  const { lang, words } = useSpeech()
  const speech = { lang, words, zone: useZone(), now: pageClock.nowMs() }
  return {
    lang,
    words,
    days: daysText(speech, invoice.daysOverdue),
    next: nextStepText(speech, invoice.nextStep),
    reminded: remindersText(speech, invoice.reminders),
  }
}

function InvoiceCard({ invoice }: { invoice: OpenInvoiceOnBoard }) {
  const { lang, words, days, next, reminded } = useSteps(invoice)
  return (
    <article className="col-card">
      <h3>
        <AppLink to={`/collection/${invoice.clientId}`}>{invoice.clientName}</AppLink>
      </h3>
      <p className="col-card-money">
        <strong className="num">{money(lang, invoice.openGrosze)}</strong>
        <span data-late={invoice.daysOverdue > 0 || undefined}>{days}</span>
      </p>
      <p className="col-dim num">
        <AppLink to={`/invoices/${invoice.invoiceId}`}>{invoice.number}</AppLink>
        {invoice.interest.grosze > 0 && (
          <InterestAmount
            interest={invoice.interest}
            text={words.collection.board.interestShort({ amount: money(lang, invoice.interest.grosze) })}
          />
        )}
      </p>
      <footer>
        {reminded && (
          <span>
            <IconMail size={14} stroke={1.7} aria-hidden /> {reminded}
          </span>
        )}
        {!(invoice.nextStep.kind === 'person' && invoice.nextStep.because === 'reminded' && reminded) && (
          <span>
            <IconArrowRight size={14} stroke={1.7} aria-hidden /> {next}
          </span>
        )}
      </footer>
    </article>
  )
}

function List({ columns }: { columns: readonly Column[] }) {
  return (
    <div className="col-list">
      {columns.toReversed().map(
        (column) =>
          column.invoices.length > 0 && (
            <section key={column.stage}>
              <StageHead column={column} />
              <ul>
                {column.invoices.map((one) => (
                  <ListRow key={one.invoiceId} invoice={one} />
                ))}
              </ul>
            </section>
          ),
      )}
    </div>
  )
}

function ListRow({ invoice }: { invoice: OpenInvoiceOnBoard }) {
  const { lang, days, next, reminded } = useSteps(invoice)
  return (
    <li className="col-row">
      <AppLink className="col-name" to={`/collection/${invoice.clientId}`}>
        {invoice.clientName}
      </AppLink>
      <AppLink className="col-number num" to={`/invoices/${invoice.invoiceId}`}>
        {invoice.number}
      </AppLink>
      <span className="col-dim">
        <span className="num">{date(lang, invoice.dueOn)}</span>,{' '}
        <span data-late={invoice.daysOverdue > 0 || undefined}>{days}</span>
      </span>
      <span className="col-dim">{[reminded, next].filter(Boolean)[0]}</span>
      <span className="col-right num col-dim">
        {invoice.interest.grosze > 0 && <InterestAmount interest={invoice.interest} />}
      </span>
      <strong className="col-right num">{money(lang, invoice.openGrosze)}</strong>
    </li>
  )
}

function Letters({ board }: { board: Board }) {
  const { lang, words } = useSpeech()
  const said = words.collection.board
  const zone = useZone()
  const { today, next } = lettersOf(board.invoices, board.on, zone)
  return (
    <BottomBar
      title={today > 0 ? said.sendToday(today) : said.sendNone}
      detail={next && said.sendNext({ at: moment(lang, next, zone, pageClock.nowMs()) })}
    />
  )
}
