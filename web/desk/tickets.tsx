/** The queue: what waits for whom, the least time first; everything one chose stands in the address. */
import { Button, Popover, Select, TextInput } from '@mantine/core'
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks'
import { IconAdjustmentsHorizontal, IconPlus, IconSearch, IconX } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useStaff } from '../contracts/contract-data.ts'
import { api } from '../kit/api.ts'
import { Kbd, Pills } from '../kit/controls.tsx'
import { ReasonChip, StatFilter } from '../kit/data.tsx'
import { Horizon } from '../kit/horizon.tsx'
import { useGo, useUrlState } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { useSentence } from '../kit/refusals.tsx'
import { countdownView } from '../kit/remaining.ts'
import { RowList } from '../kit/row-list.tsx'
import { EmptyState, ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { useNow } from '../kit/use-clock.ts'
import { useSpeech, useWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { countdownOf } from './clock-view.ts'
import { useLetterKeys } from './deeds.tsx'
import './desk.css'
import { useQueue, useTicket, type QueueItem } from './desk-data.ts'
import { Preview } from './preview.tsx'
import { dueMsOf, groupsOf, horizonOf, isIn, statsOf, withheld, type StatId } from './queue.ts'
import { TicketRow } from './ticket-row.tsx'

const NewTicket = lazy(() => import('./new-ticket.tsx'))

export default function Tickets() {
  const { desk } = useWords()
  const words = desk.queue
  const [url, setUrl] = useUrlState()
  const { view = 'todo', open, priority, assignee, client, site, device } = url
  const [search] = useDebouncedValue(url['search'] ?? '', 200)
  const wide = useMediaQuery('(min-width: 1100px)', true, { getInitialValueInEffect: false })
  const isDone = view === 'done'
  const { data, error, refetch } = useQueue({
    view: isDone ? 'done' : 'open',
    search: search || undefined,
    priority,
    assigneeId: assignee,
    clientId: client,
    siteId: site,
    deviceId: device,
  })
  const { data: preview } = useTicket(wide ? open : undefined)
  const sentence = useSentence()
  useLetterKeys((key) => key === 'c' && (setUrl({ new: 'yes' }), true))
  return (
    <Page
      fixed
      asideWidth={360}
      asidePlain
      asideLabel={words.preview}
      aside={
        wide && open && preview ? (
          <Preview page={preview} onClose={() => setUrl({ open: undefined })} />
        ) : undefined
      }
      header={
        <PageHeader
          title={desk.nav.tickets}
          actions={
            <Button
              leftSection={<IconPlus size={15} stroke={2} />}
              rightSection={wide ? <Kbd>C</Kbd> : undefined}
              aria-keyshortcuts="C"
              onClick={() => setUrl({ new: 'yes' })}
            >
              {desk.report.title}
            </Button>
          }
        >
          <Pills
            label={words.views}
            chosen={view}
            onChoose={(id) =>
              setUrl({
                view: id === 'todo' ? undefined : id,
                stat: undefined,
                due: undefined,
                open: undefined,
              })
            }
            pills={[
              { id: 'todo', label: words.todo },
              { id: 'done', label: words.done },
            ]}
          />
        </PageHeader>
      }
    >
      {error && !data && <ErrorState sentence={sentence(error)} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonAfter />}
      {data && (
        <Queue
          key={[view, search, priority, assignee, client, site, device].join(' ')}
          items={data}
          isDone={isDone}
          wide={wide ?? true}
          isFiltered={Boolean(search || priority || assignee || client || site || device)}
        />
      )}
      {url['new'] && (
        <Suspense>
          <NewTicket {...(client ? { clientId: client } : {})} onClose={() => setUrl({ new: undefined })} />
        </Suspense>
      )}
    </Page>
  )
}

function Queue({
  items,
  isDone,
  wide,
  isFiltered,
}: {
  items: readonly QueueItem[]
  isDone: boolean
  wide: boolean
  isFiltered: boolean
}) {
  const { queue: words, nav } = useWords().desk
  const zone = useZone()
  const go = useGo()
  const nowMs = useNow('minute')
  const [{ open, stat = 'all', due }, setUrl] = useUrlState()
  const [active, setActive] = useState<string | undefined>(open)
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const arrivals = useArrivals(items)
  const only = due?.split(',')
  const rows = arrivals.shown.filter((item) =>
    only ? only.includes(item.id) : isDone || isIn(stat as StatId, item, nowMs, zone),
  )
  const groups = isDone
    ? [{ id: 'done', rows }]
    : groupsOf(rows).map(({ id, rows: own }) => {
        const fresh = own.filter((row) => arrivals.fresh.has(row.id)).length
        return {
          id,
          title: words.groups[id],
          count: own.length,
          rows: own,
          closed: closed.has(id),
          aside: fresh > 0 ? <ReasonChip tone="soft">{words.arrived(fresh)}</ReasonChip> : undefined,
        }
      })
  const openTicket = (row: QueueItem) => go(`/tickets/${row.id}`)
  const toggle = (id: string) =>
    setClosed((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
    )
  return (
    <>
      <Tools items={items} isDone={isDone} />
      {arrivals.waiting > 0 && (
        <button type="button" className="d-arrived" onClick={arrivals.show}>
          {words.showArrived(arrivals.waiting)}
        </button>
      )}
      <div
        className="d-queue"
        onPointerEnter={() => arrivals.hold(true)}
        onPointerLeave={() => arrivals.hold(false)}
      >
        {rows.length === 0 ? (
          <Nothing isDone={isDone} isFiltered={isFiltered || stat !== 'all' || only !== undefined} />
        ) : (
          <RowList
            label={nav.tickets}
            groups={groups}
            keyOf={(row) => row.id}
            active={active}
            fresh={arrivals.fresh}
            onActive={(id) => {
              setActive(id)
              if (open && wide && id !== open) setUrl({ open: id })
            }}
            onOpen={openTicket}
            onPreview={(row) =>
              wide ? setUrl({ open: row.id === open ? undefined : row.id }) : openTicket(row)
            }
            {...(isDone ? {} : { onToggleGroup: toggle })}
          >
            {(row) => <TicketRow item={row} isDone={isDone} />}
          </RowList>
        )}
      </div>
    </>
  )
}

/** New rows wait while the pointer is over the list, and glow for four seconds when they come. */
function useArrivals(items: readonly QueueItem[]) {
  const [known, setKnown] = useState<ReadonlySet<string>>(() => new Set(items.map((item) => item.id)))
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const [isHeld, setHeld] = useState(false)
  const { shown, waiting, arrived } = withheld(items, known, isHeld)
  const came = arrived.join(' ')
  // Noted while rendering, so that no row is ever drawn without its glow.
  if (came !== '') {
    const ids = came.split(' ')
    setKnown(new Set([...known, ...ids]))
    setFresh(new Set([...fresh, ...ids]))
  }
  useEffect(() => {
    if (fresh.size === 0) return
    const timer = setTimeout(() => setFresh(new Set()), 4_200)
    return () => clearTimeout(timer)
  }, [fresh])
  return { shown, waiting: waiting.length, fresh, hold: setHeld, show: () => setHeld(false) }
}

function Tools({ items, isDone }: { items: readonly QueueItem[]; isDone: boolean }) {
  const { lang, words } = useSpeech()
  const said = words.desk.queue
  const zone = useZone()
  const nowMs = useNow('minute')
  const [{ stat = 'all', due, search = '' }, setUrl] = useUrlState()
  const horizon = horizonOf(items, nowMs, zone)
  const stateOf = (item: QueueItem) =>
    item.clock
      ? countdownView(countdownOf(item.clock, words, zone, item.waitingFor), nowMs, {
          lang,
          zone,
          words: words.kit.time,
        }).state
      : 'calm'
  return (
    <div className="d-tools">
      <div className="d-tools-line">
        {!isDone && (
          <StatFilter
            label={said.filter}
            chosen={due ? '' : stat}
            onChoose={(id) => setUrl({ stat: id === 'all' ? undefined : id, due: undefined })}
            stats={statsOf(items, nowMs, zone).map(({ id, count }) => ({ id, count, label: said[id] }))}
          />
        )}
        <Chips />
        <div className="d-find">
          <TextInput
            type="search"
            aria-label={said.search}
            placeholder={said.search}
            leftSection={<IconSearch size={15} stroke={1.7} />}
            value={search}
            onChange={(e) => setUrl({ search: e.currentTarget.value })}
            data-search
          />
          <Filters />
        </div>
      </div>
      {!isDone && (
        <Horizon
          fromMs={horizon.fromMs}
          toMs={horizon.toMs}
          points={horizon.points.map((item) => ({
            id: item.id,
            atMs: dueMsOf(item) ?? nowMs,
            state: stateOf(item),
            label: `${item.name} ${item.subject}`,
          }))}
          chosen={due?.split(',')[0]}
          onPick={(ids) =>
            setUrl({ due: ids.join(',') === due ? undefined : ids.join(','), stat: undefined })
          }
        />
      )}
    </div>
  )
}

/** What narrows the list beside the counts; each can be taken off. */
function Chips() {
  const { desk, kit } = useWords()
  const words = desk.queue
  const [{ client, assignee, priority, due, site, device }, setUrl] = useUrlState()
  const { data: staff = [] } = useStaff()
  const { data: chosenClient } = useClientName(client)
  const chips = [
    ...(due ? [{ id: 'due', name: words.chosenDeadlines(due.split(',').length) }] : []),
    ...(client ? [{ id: 'client', name: chosenClient ?? words.client }] : []),
    ...(site ? [{ id: 'site', name: words.site }] : []),
    ...(device ? [{ id: 'device', name: words.device }] : []),
    ...(assignee
      ? [{ id: 'assignee', name: staff.find((one) => one.id === assignee)?.name ?? words.assignee }]
      : []),
    ...(priority
      ? [{ id: 'priority', name: kit.priorities[priority as keyof typeof kit.priorities] ?? priority }]
      : []),
  ]
  return chips.map(({ id, name }) => (
    <button
      key={id}
      type="button"
      className="d-chip"
      aria-label={words.dropFilter(name)}
      onClick={() => setUrl({ [id]: undefined })}
    >
      {name} <IconX size={13} stroke={1.8} aria-hidden />
    </button>
  ))
}

function useClientName(id: string | undefined): { data: string | undefined } {
  const { data } = useQuery({
    queryKey: ['client', id ?? ''],
    queryFn: () => api.get('/api/clients/{id}', { path: { id: id ?? '' } }),
    enabled: id !== undefined,
  })
  return { data: data?.name }
}

function Filters() {
  const { desk, kit } = useWords()
  const words = desk.queue
  const [{ assignee, priority }, setUrl] = useUrlState()
  const { data: staff = [] } = useStaff()
  return (
    <Popover width={260} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconAdjustmentsHorizontal size={15} stroke={1.7} />}
          className="d-filters"
        >
          {words.filters}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.filters}>
        <div className="d-form">
          <Select
            label={words.assignee}
            placeholder={words.anyone}
            clearable
            comboboxProps={{ withinPortal: false }}
            value={assignee ?? null}
            data={staff.filter((one) => !one.leftAt).map((one) => ({ value: one.id, label: one.name }))}
            onChange={(id) => setUrl({ assignee: id ?? undefined })}
          />
          <Select
            label={words.priority}
            placeholder={words.anyPriority}
            clearable
            comboboxProps={{ withinPortal: false }}
            value={priority ?? null}
            data={(['critical', 'high', 'normal', 'low'] as const).map((one) => ({
              value: one,
              label: kit.priorities[one],
            }))}
            onChange={(id) => setUrl({ priority: id ?? undefined })}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

function Nothing({ isDone, isFiltered }: { isDone: boolean; isFiltered: boolean }) {
  const { desk, kit } = useWords()
  const [, setUrl] = useUrlState()
  if (isFiltered)
    return (
      <EmptyState
        sentence={desk.queue.noMatch}
        drawing={null}
        action={
          <Button
            variant="default"
            size="lg"
            onClick={() =>
              setUrl({
                search: undefined,
                stat: undefined,
                due: undefined,
                client: undefined,
                site: undefined,
                device: undefined,
                assignee: undefined,
                priority: undefined,
              })
            }
          >
            {kit.list.clearFilters}
          </Button>
        }
      />
    )
  if (isDone) return <EmptyState sentence={desk.queue.emptyDone} />
  return (
    <EmptyState
      sentence={desk.queue.empty}
      explanation={desk.queue.emptyWhy}
      action={
        <Button size="lg" onClick={() => setUrl({ new: 'yes' })}>
          {desk.report.title}
        </Button>
      }
    />
  )
}
