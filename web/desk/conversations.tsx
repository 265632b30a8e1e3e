/** The messenger: conversations on the left, the chosen one on the right; on a phone one after the other. */
import { Button, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { daysBetween, time, weekdayAndDay } from '#words/format.ts'
import { Pills } from '../kit/controls.tsx'
import { Avatar, ReasonChip } from '../kit/data.tsx'
import { useUrlState } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { RowList } from '../kit/row-list.tsx'
import { EmptyState, SkeletonAfter } from '../kit/states.tsx'
import { useNow } from '../kit/use-clock.ts'
import { useSpeech, useWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { Conversation } from './conversation.tsx'
import { StartConversation } from './start-conversation.tsx'
import { shownTalks, type TalkInList, type TalkView } from './talk.ts'
import { useTalks } from './talk-data.ts'
import './talk.css'

const views: readonly TalkView[] = ['all', 'free', 'unread']

export default function Conversations() {
  const words = useWords().intake.talk
  const wide = useMediaQuery('(min-width: 900px)', true, { getInitialValueInEffect: false })
  const [url, setUrl] = useUrlState()
  const view = views.find((one) => one === url.view) ?? 'all'
  const { data: talks } = useTalks()
  const isNew = url.new === '1'
  const open = (id: string | undefined) =>
    setUrl({ id, new: undefined }, { replace: id === undefined || wide })
  const unread = talks?.filter((talk) => talk.unread > 0).length ?? 0
  const isChatAlone = !wide && url.id !== undefined
  return (
    <Page
      fixed
      header={
        !isChatAlone && (
          <PageHeader
            title={words.title}
            actions={
              <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => setUrl({ new: '1' })}>
                {words.start}
              </Button>
            }
          >
            <Pills
              label={words.list}
              pills={views.map((id) => ({
                id,
                label: words[id],
                ...(id === 'unread' && unread > 0 ? { count: unread } : {}),
              }))}
              chosen={view}
              onChoose={(id) => setUrl({ view: id === 'all' ? undefined : id })}
            />
          </PageHeader>
        )
      }
    >
      {!talks && <SkeletonAfter height={60} />}
      {talks?.length === 0 && !isChatAlone && (
        <EmptyState
          sentence={words.empty}
          explanation={words.emptyWhy}
          action={
            <Button size="lg" onClick={() => setUrl({ new: '1' })}>
              {words.start}
            </Button>
          }
        />
      )}
      {talks && (talks.length > 0 || url.id) && (
        <div className="t-split">
          {!isChatAlone && talks.length > 0 && (
            <TalkList talks={talks} view={view} chosen={url.id} onChoose={open} />
          )}
          {url.id ? (
            <Conversation
              key={url.id}
              id={url.id}
              listed={talks.find((talk) => talk.id === url.id)}
              onBack={wide ? undefined : () => open(undefined)}
              onOpen={open}
            />
          ) : (
            wide && (
              <div className="t-nothing">
                <EmptyState sentence={words.choose} explanation={words.chooseWhy} drawing={null} />
              </div>
            )
          )}
        </div>
      )}
      {isNew && <StartConversation onClose={() => setUrl({ new: undefined })} onStarted={open} />}
    </Page>
  )
}

type ListProps = {
  talks: readonly TalkInList[]
  view: TalkView
  chosen: string | undefined
  onChoose: (id: string) => void
}

function TalkList({ talks, view, chosen, onChoose }: ListProps) {
  const words = useWords().intake.talk
  const [search, setSearch] = useState('')
  const [active, setActive] = useState(chosen)
  const shown = shownTalks(talks, view, search)
  return (
    <section className="t-list" aria-label={words.list}>
      <div className="t-search">
        <TextInput
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          leftSection={<IconSearch size={16} stroke={1.7} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      {shown.length === 0 && <p className="t-no-match">{words.noMatch}</p>}
      <RowList
        label={words.list}
        groups={[{ id: 'all', rows: shown }]}
        keyOf={(talk) => talk.id}
        active={chosen ?? active}
        rowHeight={68}
        onActive={setActive}
        onOpen={(talk) => onChoose(talk.id)}
        onPreview={(talk) => onChoose(talk.id)}
      >
        {(talk) => <TalkRow talk={talk} />}
      </RowList>
    </section>
  )
}

function TalkRow({ talk }: { talk: TalkInList }) {
  const words = useWords().intake.talk
  const who = talk.contactName ?? talk.clientName ?? talk.lastAuthor
  return (
    <>
      <Avatar name={who || undefined} size={34} />
      <div className="t-row" data-unread={talk.unread > 0 || undefined}>
        <div>
          <span className="t-who">{who || words.noClient}</span>
          <When at={talk.lastMessageAt} />
        </div>
        <div>
          <span className="t-subject">{talk.subject}</span>
          {talk.ticketId && <ReasonChip>{words.withTicket}</ReasonChip>}
        </div>
        <div>
          <span className="t-last">{talk.lastText}</span>
          {talk.unread > 0 && (
            <span className="t-count num" role="img" aria-label={words.unreadCount({ n: talk.unread })}>
              {talk.unread}
            </span>
          )}
        </div>
      </div>
    </>
  )
}

/** Today the hour is enough, before that the day. */
function When({ at }: { at: string }) {
  const { lang } = useSpeech()
  const zone = useZone()
  const isToday = daysBetween(useNow(), at, zone) === 0
  return (
    <time className="num t-when" dateTime={at}>
      {isToday ? time(lang, at, zone) : weekdayAndDay(lang, at, zone)}
    </time>
  )
}
