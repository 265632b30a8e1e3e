/**
 * The bell: what happened that this person should know. A deadline that comes near or was missed
 * speaks up once by itself; the number of unseen notices stands in the title of the tab.
 */
import { ActionIcon, Popover } from '@mantine/core'
import {
  IconAlertTriangleFilled,
  IconArrowBackUp,
  IconBell,
  IconChecks,
  IconClockExclamation,
  IconDoor,
  IconGauge,
  IconMessage,
  IconTicket,
  IconUserShare,
} from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { momentDense } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { useGo } from '../kit/link.tsx'
import { useLiveMessage, type LiveMessage } from '../kit/live.ts'
import type { Icon } from '../kit/tabs.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useNow } from '../kit/use-clock.ts'
import { useSpeech, useWords, type AllWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import {
  countText,
  freshAlarms,
  placeOf,
  titleWithCount,
  unseenOf,
  type Notice,
  type NoticeKind,
} from './notice-look.ts'
import './bell.css'

const key = ['notices', {}] as const
const icons: Record<NoticeKind, Icon> = {
  ticket_reported: IconTicket,
  ticket_at_gate: IconDoor,
  ticket_delegated: IconUserShare,
  ticket_reopened: IconArrowBackUp,
  client_wrote: IconMessage,
  clock_warning: IconClockExclamation,
  clock_breach: IconAlertTriangleFilled,
  package_low: IconGauge,
}

export default function Bell() {
  const words = useWords().intake.bell
  const [open, setOpen] = useState(false)
  const { data: notices = [], isSuccess } = useQuery({
    queryKey: key,
    queryFn: () => api.get('/api/notices'),
  })
  const unseen = unseenOf(notices)
  useCountInTitle(unseen)
  useSpokenAlarms(notices, isSuccess)
  useFreshCounts()
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width={384}
      trapFocus
      returnFocus
      shadow="md"
      middlewares={{ shift: { padding: 8 }, flip: false }}
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          className="b-bell"
          aria-label={words.label({ n: unseen })}
          aria-expanded={open}
          aria-haspopup="dialog"
          onClick={() => setOpen(!open)}
        >
          <IconBell size={18} stroke={1.7} />
          {unseen > 0 && (
            <span className="b-count num" aria-hidden>
              {countText(unseen)}
            </span>
          )}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className="b-drop" aria-label={words.title}>
        <NoticeList notices={notices} unseen={unseen} onGone={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}

function NoticeList({ notices, unseen, onGone }: { notices: Notice[]; unseen: number; onGone: () => void }) {
  const words = useWords().intake.bell
  const see = useSeeing()
  return (
    <>
      <header className="b-head">
        <h2>{words.title}</h2>
        {unseen > 0 && (
          <button type="button" onClick={() => see({})}>
            <IconChecks size={16} stroke={1.7} aria-hidden /> {words.seeAll}
          </button>
        )}
      </header>
      {notices.length === 0 ? (
        <div className="b-empty">
          <strong className="serif">{words.empty}</strong>
          <span>{words.emptyWhy}</span>
        </div>
      ) : (
        <ul className="b-list" tabIndex={0} aria-label={words.title}>
          {notices.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} onSee={() => see({ id: notice.id })} onGone={onGone} />
          ))}
        </ul>
      )}
    </>
  )
}

function NoticeRow({ notice, onSee, onGone }: { notice: Notice; onSee: () => void; onGone: () => void }) {
  const { lang, words } = useSpeech()
  const zone = useZone()
  const now = useNow()
  const go = useGo()
  const NoticeIcon = icons[notice.kind]
  const place = placeOf(notice)
  const isNew = notice.seenAt === null
  const { facts } = notice
  const target = words.intake.bell.target[String(facts.target) as 'reaction']
  const due =
    typeof facts.dueAt === 'string' &&
    words.intake.bell.due({ at: momentDense(lang, facts.dueAt, zone, now) })
  const details = [
    momentDense(lang, notice.at, zone, now),
    target,
    due,
    typeof facts.by === 'string' && words.intake.bell.by({ by: facts.by }),
    facts.isLate === true && words.intake.bell.late,
  ]
  const open = () => {
    if (isNew) onSee()
    onGone()
    if (place) go(place)
  }
  return (
    <li data-kind={notice.kind} data-new={isNew || undefined}>
      <button type="button" className="b-open" onClick={open}>
        <NoticeIcon size={18} stroke={1.7} aria-hidden />
        <span>
          <strong>{sentenceOf(words, notice)}</strong>
          <span className="num">{details.filter(Boolean).join(' · ')}</span>
        </span>
        {isNew && <span className="sr-only">{words.intake.bell.fresh}</span>}
      </button>
      {isNew && (
        <button
          type="button"
          className="b-see"
          aria-label={`${words.intake.bell.see}: ${sentenceOf(words, notice)}`}
          title={words.intake.bell.see}
          onClick={onSee}
        >
          <i aria-hidden />
        </button>
      )}
    </li>
  )
}

const sentenceOf = (words: AllWords, { kind, facts }: Notice): string =>
  words.desk.notices[kind]({ name: String(facts.name ?? ''), subject: String(facts.subject ?? '') })

/** Seen at once on the screen; the server's answer renews the list. */
function useSeeing(): (which: { id?: string }) => void {
  const queries = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: (which: { id?: string }) => api.put('/api/notices/seen', { body: which }),
    onMutate: ({ id }) =>
      queries.setQueryData<Notice[]>(key, (all) =>
        all?.map((one) => (id && one.id !== id ? one : { ...one, seenAt: one.seenAt ?? one.at })),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
  return mutate
}

/** Screens set the title of the tab; the count is put back in front of whatever they set. */
function useCountInTitle(unseen: number): void {
  useEffect(() => {
    const write = () => {
      const wanted = titleWithCount(document.title, unseen)
      if (document.title !== wanted) document.title = wanted
    }
    write()
    const title = document.querySelector('title')
    if (!title) return
    const watch = new MutationObserver(write)
    watch.observe(title, { childList: true, characterData: true, subtree: true })
    return () => watch.disconnect()
  }, [unseen])
}

/** The bell is part of every header and comes anew with each screen; what was said is not said again. */
const said = { ids: new Set<string>(), isStarted: false }

function useSpokenAlarms(notices: Notice[], isLoaded: boolean): void {
  const words = useWords()
  const go = useGo()
  const latest = useRef({ words, go })
  useEffect(() => void (latest.current = { words, go }))
  useEffect(() => {
    if (!isLoaded) return
    const fresh = said.isStarted ? freshAlarms(notices, said.ids) : []
    for (const { id } of notices) said.ids.add(id)
    said.isStarted = true
    for (const notice of fresh) {
      const place = placeOf(notice)
      showToast({
        text: sentenceOf(latest.current.words, notice),
        tone: notice.kind === 'clock_breach' ? 'problem' : 'plain',
        ms: 12_000,
        ...(place
          ? { action: { label: latest.current.words.kit.buttons.open, run: () => latest.current.go(place) } }
          : {}),
      })
    }
  }, [notices, isLoaded])
}

/** The counts in the menu change with tickets and conversations, which have topics of their own. */
function useFreshCounts(): void {
  const queries = useQueryClient()
  useLiveMessage(
    useCallback(
      ({ topic }: LiveMessage) => {
        if (['tickets', 'conversations', 'gap'].includes(topic))
          void queries.invalidateQueries({ queryKey: ['counts'] })
      },
      [queries],
    ),
  )
}
