/** One conversation in the messenger: who it is with, what was said, what was read, and where one writes. */
import { ActionIcon, Button } from '@mantine/core'
import { IconChevronLeft, IconLock, IconPaperclip, IconTicket } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { day, time } from '#words/format.ts'
import { addressOf, api, ApiRefusal } from '../kit/api.ts'
import { Avatar, FileChips } from '../kit/data.tsx'
import { AppLink, LinkButton } from '../kit/link.tsx'
import { RefusalNote, useRefusal, useSentence } from '../kit/refusals.tsx'
import { EmptyState, ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { Chat, ChatBubble, ChatFact, Composer } from '../kit/thread.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useNow } from '../kit/use-clock.ts'
import { useSpeech, useWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { useStaff } from '../contracts/contract-data.ts'
import { useSession } from '../session.ts'
import { MakeTicket } from './make-ticket.tsx'
import { byDay, wasRead, type ReadMark, type TalkInList, type TalkMessage, type TalkPage } from './talk.ts'
import { useReading, useTalk, useWriting } from './talk-data.ts'

type Props = {
  id: string
  listed: TalkInList | undefined
  onBack: (() => void) | undefined
  onOpen: (id: string) => void
}

export function Conversation({ id, listed, onBack, onOpen }: Props) {
  const { kit } = useWords()
  const sentence = useSentence()
  const { person } = useSession()
  const { data: page, error, refetch } = useTalk(id)
  useReading(person.id, page)
  if (error && !page)
    return error instanceof ApiRefusal && error.code === 'not_found' ? (
      <EmptyState sentence={sentence(error)} drawing={null} />
    ) : (
      <ErrorState sentence={kit.errors.screen} explanation={sentence(error)} onRetry={() => void refetch()} />
    )
  if (!page) return <SkeletonAfter height={60} />
  return (
    <section className="t-chat" aria-label={page.conversation.subject}>
      <TalkHead page={page} listed={listed} onBack={onBack} />
      <Messages page={page} />
      <Writing page={page} listed={listed} onOpen={onOpen} />
    </section>
  )
}

function useNames(page: TalkPage, listed: TalkInList | undefined) {
  const words = useWords().intake.talk
  const sender = page.messages.find((message) => message.authorKind !== 'staff')?.authorName
  const client = listed?.clientName ?? null
  return { client, person: listed?.contactName ?? sender ?? client ?? words.noClient }
}

function TalkHead({ page, listed, onBack }: Pick<Props, 'listed' | 'onBack'> & { page: TalkPage }) {
  const words = useWords().intake.talk
  const { conversation } = page
  const { client, person } = useNames(page, listed)
  const [making, setMaking] = useState(false)
  return (
    <header className="t-head">
      {onBack && (
        <ActionIcon variant="subtle" size="lg" aria-label={words.backToList} onClick={onBack}>
          <IconChevronLeft size={21} stroke={1.8} />
        </ActionIcon>
      )}
      <Avatar name={person} size={34} />
      <div className="t-head-names">
        <h2>{conversation.subject}</h2>
        <span>
          {person}
          {client && client !== person && (
            <>
              {' · '}
              {conversation.clientId ? (
                <AppLink to={`/clients/${conversation.clientId}`}>{client}</AppLink>
              ) : (
                client
              )}
            </>
          )}
        </span>
      </div>
      {conversation.ticketId ? (
        <LinkButton
          to={`/tickets/${conversation.ticketId}`}
          variant="default"
          leftSection={<IconTicket size={16} stroke={1.7} />}
        >
          {words.openTicket}
        </LinkButton>
      ) : (
        <Button
          variant="default"
          leftSection={<IconTicket size={16} stroke={1.7} />}
          onClick={() => setMaking(true)}
        >
          {words.makeTicket}
        </Button>
      )}
      {making && <MakeTicket conversation={conversation} onClose={() => setMaking(false)} />}
    </header>
  )
}

function Messages({ page }: { page: TalkPage }) {
  const { lang, words } = useSpeech()
  const zone = useZone()
  const now = useNow()
  const { person } = useSession()
  const { data: people } = useStaff()
  const staff = useMemo(
    () => new Set([person.id, ...(people ?? []).map((one) => one.id)]),
    [person.id, people],
  )
  const scroll = useRef<HTMLDivElement>(null)
  const last = page.messages.at(-1)
  const ownLast = last?.authorId === person.id ? last.id : undefined
  // The newest stays in view by itself; after writing one sees what one wrote, wherever one was.
  useEffect(() => void scroll.current?.scrollTo({ top: 0 }), [ownLast])
  return (
    <div
      className="t-messages"
      ref={scroll}
      tabIndex={0}
      role="log"
      aria-label={words.intake.talk.messages({ subject: page.conversation.subject })}
    >
      <div>
        {byDay(page.messages, zone).map(({ first, messages }) => (
          <Chat key={first.id} label={day(lang, first.at, zone, now)}>
            <ChatFact>{day(lang, first.at, zone, now)}</ChatFact>
            {messages.map((message) => (
              <Bubble key={message.id} message={message} reads={page.reads} staff={staff} />
            ))}
          </Chat>
        ))}
      </div>
    </div>
  )
}

type BubbleProps = { message: TalkMessage; reads: readonly ReadMark[]; staff: ReadonlySet<string> }

function Bubble({ message, reads, staff }: BubbleProps) {
  const { lang, words } = useSpeech()
  const zone = useZone()
  const me = useSession().person.id
  const { thread } = words.kit
  const ways = {
    email: thread.byEmail,
    panel: thread.byPanel,
    form: thread.byForm,
    api: thread.byApi,
    desk: '',
  }
  const isOurs = message.authorKind === 'staff' || message.authorKind === 'automatic'
  const author = message.authorKind === 'automatic' ? words.intake.talk.automatic : message.authorName
  const files = message.files.map((file) => ({
    ...file,
    href: addressOf('/api/files/{id}', { path: { id: file.id } }),
  }))
  return (
    <ChatBubble
      own={isOurs}
      author={author}
      at={[message.authorId === me ? '' : author, time(lang, message.at, zone), ways[message.channel]]
        .filter(Boolean)
        .join(' ')}
      {...(isOurs && !message.isInternal ? { read: wasRead(message, reads, staff) } : {})}
      attachments={files.length > 0 && <FileChips files={files} />}
    >
      {message.isInternal && (
        <span className="t-note">
          <IconLock size={13} stroke={1.8} aria-hidden /> {thread.note}
          {'\n'}
        </span>
      )}
      {message.text}
    </ChatBubble>
  )
}

type Attached = { id: string; name: string; bytes: number }

/** What is being written is kept for each conversation while the app is open. */
const unsent = new Map<string, string>()

function Writing({ page, listed, onOpen }: Pick<Props, 'listed' | 'onOpen'> & { page: TalkPage }) {
  const { intake, kit } = useWords()
  const words = intake.talk
  const { id } = page.conversation
  const { person } = useNames(page, listed)
  const refusal = useRefusal()
  const [text, setText] = useState(unsent.get(id) ?? '')
  const [mode, setMode] = useState('reply')
  const [files, setFiles] = useState<readonly Attached[]>([])
  const isNote = mode === 'note'
  const type = (value: string) => {
    setText(value)
    unsent.set(id, value)
  }
  const write = useWriting(
    id,
    (written) => {
      type('')
      setFiles([])
      if (written.opened) showToast({ text: words.opened({ name: written.opened.name }) })
      if (written.conversationId !== id) onOpen(written.conversationId)
    },
    refusal.show,
  )
  const send = () => {
    if (write.isPending || (text.trim() === '' && files.length === 0)) return
    refusal.clear()
    write.mutate({ text, isInternal: isNote, fileIds: files.map((file) => file.id) })
  }
  return (
    <div className="t-composer">
      <RefusalNote refusal={refusal} />
      <Composer
        value={text}
        onChange={type}
        onSend={send}
        rows={2}
        note={isNote}
        modes={[
          { id: 'reply', label: kit.thread.reply },
          { id: 'note', label: kit.thread.noteShort },
        ]}
        mode={mode}
        onMode={setMode}
        placeholder={isNote ? words.notePlaceholder : words.placeholder({ name: person })}
        to={isNote ? words.toNote : words.to({ name: person })}
        tools={<Attach onAttached={(file) => setFiles((all) => [...all, file])} onProblem={refusal.show} />}
        attachments={
          files.length > 0 && (
            <FileChips
              files={files}
              onRemove={(gone) => setFiles(files.filter((file) => file.id !== gone))}
            />
          )
        }
        actions={
          <>
            <span className="t-keys">{words.sendKeys}</span>
            <Button
              loading={write.isPending}
              onClick={send}
              disabled={text.trim() === '' && files.length === 0}
            >
              {isNote ? words.saveNote : kit.buttons.send}
            </Button>
          </>
        }
      />
    </div>
  )
}

function Attach({
  onAttached,
  onProblem,
}: {
  onAttached: (file: Attached) => void
  onProblem: (problem: unknown) => void
}) {
  const { kit } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const upload = async (chosen: readonly File[]) => {
    setBusy(true)
    for (const file of chosen) await api.upload('/api/files', file).then(onAttached, onProblem)
    setBusy(false)
  }
  return (
    <>
      <ActionIcon
        variant="subtle"
        loading={busy}
        aria-label={kit.thread.attach}
        onClick={() => input.current?.click()}
      >
        <IconPaperclip size={18} stroke={1.7} />
      </ActionIcon>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={kit.thread.attach}
        onChange={(event) => {
          void upload([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
