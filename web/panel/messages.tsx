/** A conversation as bubbles, with its days, its files and what was read; and the line one writes in. */
import { ActionIcon } from '@mantine/core'
import { IconCamera, IconSend2 } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { dateOf, day, time } from '#words/format.ts'
import { FileChips } from '../kit/data.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { Chat, ChatBubble, ChatFact } from '../kit/thread.tsx'
import { useNow } from '../kit/use-clock.ts'
import { useLang, usePanelWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { FilePicker, FileTiles } from './file-tiles.tsx'
import { fileAddress, isPicture, type Message, type PanelClock, type SharedFile } from './panel-data.ts'
import { useFiles } from './use-files.ts'

export type Between = { at: string; words: string }

export function Messages({
  messages,
  readByThemAt,
  facts = [],
}: {
  messages: readonly Message[]
  readByThemAt: string | null
  facts?: readonly Between[]
}) {
  const { talk } = usePanelWords().panel
  const lang = useLang()
  const zone = useZone()
  const now = useNow()
  const lines: { at: string; node: (key: string) => ReactNode }[] = [
    ...messages.map((message) => ({
      at: message.at,
      node: (key: string) => <Bubble key={key} message={message} readByThemAt={readByThemAt} />,
    })),
    ...facts.map(({ at, words }) => ({ at, node: (key: string) => <ChatFact key={key}>{words}</ChatFact> })),
  ].sort((a, b) => a.at.localeCompare(b.at))
  const shown: ReactNode[] = []
  let lastDay = ''
  lines.forEach(({ at, node }, i) => {
    const on = dateOf(at, zone)
    if (on !== lastDay) shown.push(<ChatFact key={on}>{day(lang, at, zone, now)}</ChatFact>)
    lastDay = on
    shown.push(node(`${i} ${at}`))
  })
  return <Chat label={talk.title}>{shown}</Chat>
}

function Bubble({ message, readByThemAt }: { message: Message; readByThemAt: string | null }) {
  const { panel, kit } = usePanelWords()
  const lang = useLang()
  const zone = useZone()
  const { side, text, files, at, authorName } = message
  if (side === 'program')
    return (
      <li className="p-program">
        <span>
          {text} <span className="num">{time(lang, at, zone)}</span>
        </span>
      </li>
    )
  const own = side === 'me' || side === 'ours'
  const by = side === 'ours' || side === 'theirs' ? `${authorName}, ` : ''
  const channel = message.channel === 'email' ? `, ${kit.thread.byEmail}` : ''
  return (
    <ChatBubble
      own={own}
      author={side === 'me' ? panel.talk.me : authorName}
      at={`${by}${time(lang, at, zone)}${channel}`}
      {...(own ? { read: readByThemAt !== null && readByThemAt >= at } : {})}
      attachments={files.length > 0 ? <Files files={files} /> : undefined}
    >
      {text}
    </ChatBubble>
  )
}

function Files({ files }: { files: readonly SharedFile[] }) {
  const { kit } = usePanelWords()
  const pictures = files.filter(isPicture)
  const others = files.filter((one) => !isPicture(one))
  return (
    <span className="p-pictures">
      {pictures.map((one) => (
        <a key={one.id} href={fileAddress(one.id)} target="_blank" rel="noreferrer">
          <img src={fileAddress(one.id)} alt={kit.thread.picture(one.name)} loading="lazy" />
        </a>
      ))}
      {others.length > 0 && (
        <FileChips
          files={others.map(({ id, name, bytes }) => ({ id, name, bytes, href: fileAddress(id) }))}
        />
      )}
    </span>
  )
}

/** One line to write in, with a camera; Enter sends, Shift and Enter begins a new line. */
export function MessageBox({
  onSend,
  boxRef,
  hint,
  first = '',
}: {
  onSend: (message: { text: string; fileIds: string[] }) => Promise<void>
  boxRef?: RefObject<HTMLTextAreaElement | null>
  hint?: string | undefined
  first?: string
}) {
  const { panel, kit } = usePanelWords()
  const [text, setText] = useState(first)
  const [busy, setBusy] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const files = useFiles()
  const refusal = useRefusal()
  const send = async () => {
    if (busy || files.busy || (!text.trim() && files.ids.length === 0)) return
    setBusy(true)
    refusal.clear()
    try {
      await onSend({ text: text.trim(), fileIds: files.ids })
      setText('')
      files.clear()
    } catch (problem) {
      refusal.show(problem)
    }
    setBusy(false)
  }
  return (
    <div className="p-box">
      <RefusalNote refusal={refusal} />
      {files.files.length > 0 && <FileTiles files={files} />}
      {hint && <p className="p-box-hint">{hint}</p>}
      <div className="p-box-line">
        <ActionIcon
          variant="subtle"
          size={44}
          radius={100}
          aria-label={panel.talk.photo}
          onClick={() => picker.current?.click()}
        >
          <IconCamera size={22} stroke={1.6} />
        </ActionIcon>
        <FilePicker files={files} pickerRef={picker} />
        <textarea
          ref={boxRef}
          rows={1}
          value={text}
          placeholder={panel.talk.placeholder}
          aria-label={kit.thread.message}
          onChange={(event) => setText(event.currentTarget.value)}
          onPaste={(event) => files.add([...event.clipboardData.files])}
          onKeyDown={(event) => {
            const touch = matchMedia('(pointer: coarse)').matches
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || touch) return
            event.preventDefault()
            void send()
          }}
        />
        <ActionIcon
          variant="filled"
          size={44}
          radius={100}
          loading={busy || files.busy}
          aria-label={panel.ticket.send}
          onClick={() => void send()}
        >
          <IconSend2 size={20} stroke={1.8} />
        </ActionIcon>
      </div>
    </div>
  )
}

/** New messages come into sight, unless the reader went up to older ones. */
export function useStayAtEnd(count: number): void {
  const before = useRef(0)
  useEffect(() => {
    const page = document.scrollingElement
    if (!page || count === 0) return
    const near = page.scrollHeight - page.scrollTop - page.clientHeight < 400
    if (before.current === 0 || near) page.scrollTo({ top: page.scrollHeight })
    before.current = count
  }, [count])
}

type Stretch = PanelClock['stretches'][number]

/** When the clock stopped and went on, as facts between the messages. */
export function clockFacts(
  stretches: readonly Stretch[],
  words: { stopped: (at: string, why: Stretch['why']) => string; runs: (at: string) => string },
  nowMs: number,
): Between[] {
  const spans: Pick<Stretch, 'from' | 'to' | 'why'>[] = []
  for (const one of stretches) {
    if (one.kind !== 'paused') continue
    const last = spans.at(-1)
    if (last && last.to === one.from) last.to = one.to
    else spans.push({ from: one.from, to: one.to, why: one.why })
  }
  return spans.flatMap(({ from, to, why }) => [
    { at: from, words: words.stopped(from, why) },
    ...(Date.parse(to) < nowMs ? [{ at: to, words: words.runs(to) }] : []),
  ])
}
