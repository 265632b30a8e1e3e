/** The conversation of a ticket: the client and the team plain, notes tinted, the log's facts between. */
import {
  IconArrowsLeftRight,
  IconCheck,
  IconClockPause,
  IconClockPlay,
  IconDeviceMobile,
  IconFlag,
  IconForms,
  IconInfoCircle,
  IconLink,
  IconMail,
  IconMapPin,
  IconPlugConnected,
  IconReceipt2,
  IconRoute,
  IconStopwatch,
  IconUser,
} from '@tabler/icons-react'
import { moment } from '#words/format.ts'
import { addressOf } from '../kit/api.ts'
import { FileChips } from '../kit/data.tsx'
import type { Icon } from '../kit/tabs.tsx'
import { Fact, Message as Entry, Note, Thread } from '../kit/thread.tsx'
import { useNow } from '../kit/use-clock.ts'
import { useSpeech } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { promisedWords } from './clock-view.ts'
import type { Message, TicketPage } from './desk-data.ts'
import { threadItems, type FactIcon } from './thread-items.ts'

const factIcons: Record<FactIcon, Icon> = {
  route: IconRoute,
  pause: IconClockPause,
  resume: IconClockPlay,
  person: IconUser,
  work: IconStopwatch,
  done: IconCheck,
  priority: IconFlag,
  gate: IconInfoCircle,
  link: IconLink,
  count: IconReceipt2,
  place: IconMapPin,
}

export function TicketThread({ page, last }: { page: TicketPage; last?: number }) {
  const { lang, words } = useSpeech()
  const zone = useZone()
  const now = useNow('minute')
  const began = page.ticket.clocks ? promisedWords(page.ticket.clocks.clocks, words, lang) : ''
  const items = last
    ? page.messages.slice(-last).map((message) => ({ kind: 'message' as const, at: message.at, message }))
    : threadItems(page.messages, page.log, words, began, (at) => moment(lang, at, zone, now))
  const read = lastReadOf(page)
  return (
    <Thread label={words.desk.ticket.conversation}>
      {items.map((item) => {
        if (item.kind === 'message')
          return <Said key={item.message.id} message={item.message} isRead={item.message.id === read} />
        const Shown = factIcons[item.icon]
        return (
          <Fact
            key={item.key}
            icon={<Shown size={15} stroke={1.7} aria-hidden />}
            at={moment(lang, item.at, zone, now)}
            atIso={item.at}
          >
            {item.text}
          </Fact>
        )
      })}
    </Thread>
  )
}

/** The last public message of the team that somebody of the client has seen. */
function lastReadOf({ messages, reads, people, ticket }: TicketPage): string | undefined {
  const clients = new Set([...people.map((one) => one.id), ticket.contact?.id])
  const seen = Math.max(
    0,
    ...reads.filter((one) => clients.has(one.readerId)).map((one) => Date.parse(one.readAt)),
  )
  return messages.findLast(
    (one) => one.authorKind === 'staff' && !one.isInternal && Date.parse(one.at) <= seen,
  )?.id
}

const channels: Partial<
  Record<Message['channel'], { icon: Icon; word: 'byEmail' | 'byPanel' | 'byForm' | 'byApi' }>
> = {
  email: { icon: IconMail, word: 'byEmail' },
  panel: { icon: IconDeviceMobile, word: 'byPanel' },
  form: { icon: IconForms, word: 'byForm' },
  api: { icon: IconPlugConnected, word: 'byApi' },
}

function Said({ message, isRead }: { message: Message; isRead: boolean }) {
  const { lang, words } = useSpeech()
  const zone = useZone()
  const now = useNow('minute')
  const files = message.files.map(({ id, name, bytes, mediaType }) => ({
    id,
    name,
    bytes,
    href: addressOf('/api/files/{id}', { path: { id } }),
    picture: mediaType.startsWith('image/'),
  }))
  const common = {
    author: message.authorName || words.desk.ticket.somebody,
    at: moment(lang, message.at, zone, now),
    atIso: message.at,
    attachments: (
      <>
        {files.length > 0 && <FileChips files={files} />}
        {isRead && (
          <p className="d-read">
            <IconCheck size={13} stroke={2} aria-hidden /> {words.kit.thread.read}
          </p>
        )}
      </>
    ),
  }
  if (message.isInternal) return <Note {...common}>{message.text}</Note>
  const channel = channels[message.channel]
  const Shown = channel?.icon ?? IconArrowsLeftRight
  return (
    <Entry
      {...common}
      channel={
        channel && (
          <span title={words.kit.thread[channel.word]}>
            <Shown size={15} stroke={1.7} aria-hidden />
            <span className="sr-only">{words.kit.thread[channel.word]}</span>
          </span>
        )
      }
    >
      {message.text}
    </Entry>
  )
}
