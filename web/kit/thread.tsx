/** A conversation: messages, notes the client does not see, facts between them, bubbles, and where one writes. */
import { IconLock } from '@tabler/icons-react'
import { useId, type ComponentProps, type ReactNode, type Ref } from 'react'
import { Avatar } from './data.tsx'
import './thread.css'
import { useWords } from './words.tsx'

export function Thread({ children, label }: { children: ReactNode; label: string }) {
  return (
    <ol className="k-thread" aria-label={label}>
      {children}
    </ol>
  )
}

type EntryProps = {
  author: string
  picture?: string | undefined
  at: ReactNode
  atIso?: string
  channel?: ReactNode
  children: ReactNode
  attachments?: ReactNode
}

export function Message({ author, picture, at, atIso, channel, children, attachments }: EntryProps) {
  return (
    <li className="k-entry">
      <Avatar name={author} picture={picture} size={32} />
      <article>
        <header>
          <strong>{author}</strong>
          <span className="k-entry-at num">
            {channel} <time dateTime={atIso}>{at}</time>
          </span>
        </header>
        <div className="k-entry-text">{children}</div>
        {attachments}
      </article>
    </li>
  )
}

/** Only the team reads it; tinted, with a lock and the words. */
export function Note({ author, picture, at, atIso, children, attachments }: EntryProps) {
  const { kit } = useWords()
  return (
    <li className="k-entry">
      <Avatar name={author} picture={picture} size={32} />
      <article className="k-entry-note">
        <header>
          <strong>{author}</strong>
          <span className="k-entry-lock">
            <IconLock size={13} stroke={1.8} aria-hidden /> {kit.thread.note}
          </span>
          <span className="k-entry-at num">
            <time dateTime={atIso}>{at}</time>
          </span>
        </header>
        <div className="k-entry-text">{children}</div>
        {attachments}
      </article>
    </li>
  )
}

/** What the program recorded: one line, an icon, a dashed rule, the time. */
export function Fact({
  icon,
  at,
  atIso,
  children,
}: {
  icon?: ReactNode
  at: ReactNode
  atIso?: string
  children: ReactNode
}) {
  return (
    <li className="k-fact">
      {icon}
      <span>{children}</span>
      <i aria-hidden />
      <time className="num" dateTime={atIso}>
        {at}
      </time>
    </li>
  )
}

export function Writing({ name }: { name: string }) {
  const { kit } = useWords()
  return (
    <div className="k-writing" role="status">
      <span aria-hidden>
        <i />
        <i />
        <i />
      </span>
      {kit.thread.writing(name)}
    </div>
  )
}

export function ChatBubble({
  own,
  author,
  picture,
  at,
  read,
  children,
  attachments,
}: {
  own?: boolean
  author: string
  picture?: string
  at: ReactNode
  read?: boolean
  children: ReactNode
  attachments?: ReactNode
}) {
  const { kit } = useWords()
  return (
    <li className="k-bubble-line" data-own={own || undefined}>
      {!own && <Avatar name={author} picture={picture} size={28} />}
      <div>
        <div className="k-bubble">
          <span className="sr-only">{`${author}: `}</span>
          {children}
          {attachments}
        </div>
        <div className="k-bubble-at num">
          {at}
          {own && read !== undefined && `, ${read ? kit.thread.read : kit.thread.sent}`}
        </div>
      </div>
    </li>
  )
}

/** A fact between bubbles: the clock stopped, the clock went on, a new day. */
export function ChatFact({ children }: { children: ReactNode }) {
  return (
    <li className="k-chat-fact">
      <span>{children}</span>
    </li>
  )
}

export function Chat({ children, label }: { children: ReactNode; label: string }) {
  return (
    <ol className="k-chat" aria-label={label}>
      {children}
    </ol>
  )
}

type ComposerProps = {
  value: string
  onChange: (value: string) => void
  /** Control with Enter. */
  onSend: () => void
  placeholder?: string
  modes?: readonly { id: string; label: ReactNode }[]
  mode?: string
  onMode?: (mode: string) => void
  note?: boolean
  /** Who will read it: "do: Jan Młynarczyk, e-mail i panel". */
  to?: ReactNode
  tools?: ReactNode
  hint?: ReactNode
  actions?: ReactNode
  attachments?: ReactNode
  textRef?: Ref<HTMLTextAreaElement>
  rows?: number
} & Pick<ComponentProps<'textarea'>, 'onKeyDown' | 'onPaste'>

export function Composer({
  value,
  onChange,
  onSend,
  placeholder,
  modes = [],
  mode,
  onMode,
  note,
  to,
  tools,
  hint,
  actions,
  attachments,
  textRef,
  rows = 3,
  ...events
}: ComposerProps) {
  const { kit } = useWords()
  const id = useId()
  return (
    <div className="k-composer" data-note={note || undefined}>
      {(modes.length > 0 || to || hint) && (
        <div className="k-composer-head">
          {modes.length > 0 && (
            <div className="k-modes" role="group">
              {modes.map((m) => (
                <button key={m.id} type="button" aria-pressed={m.id === mode} onClick={() => onMode?.(m.id)}>
                  {m.label}
                </button>
              ))}
            </div>
          )}
          <span className="k-composer-to">{to}</span>
          {hint && <span className="k-composer-hint">{hint}</span>}
        </div>
      )}
      <label className="sr-only" htmlFor={id}>
        {kit.thread.message}
      </label>
      <textarea
        id={id}
        ref={textRef}
        rows={rows}
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
        onPaste={events.onPaste}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            onSend()
          } else events.onKeyDown?.(event)
        }}
      />
      {attachments && <div className="k-composer-files">{attachments}</div>}
      <div className="k-composer-foot">
        <div className="k-composer-tools">{tools}</div>
        {actions}
      </div>
    </div>
  )
}
