/** Keys, copying, cards, pills, the bar at the bottom and the question before what cannot be undone. */
import { ActionIcon, Button, Modal } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { announce } from './announce.ts'
import './controls.css'
import { useWords } from './words.tsx'

export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="k-kbd">{children}</kbd>
}

export function CopyButton({ text, label, size = 17 }: { text: string; label?: string; size?: number }) {
  const { buttons } = useWords().kit
  const [done, setDone] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const copy = async () => {
    await copyText(text)
    announce(buttons.copied)
    setDone(true)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setDone(false), 2000)
  }
  return (
    <ActionIcon
      variant="subtle"
      size="sm"
      onClick={() => void copy()}
      aria-label={label ?? buttons.copy}
      className="k-copy"
    >
      {done ? <IconCheck size={size} stroke={1.7} /> : <IconCopy size={size} stroke={1.7} />}
    </ActionIcon>
  )
}

/** The clipboard needs a secure page; without one the old way still works. */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  const area = document.createElement('textarea')
  area.value = text
  document.body.append(area)
  area.select()
  document.execCommand('copy')
  area.remove()
}

export function Card({
  title,
  aside,
  children,
  flush,
  as: Tag = 'section',
  tone,
}: {
  title?: ReactNode
  aside?: ReactNode
  children?: ReactNode
  flush?: boolean
  as?: 'section' | 'div' | 'article'
  tone?: 'note' | 'soft'
}) {
  return (
    <Tag className={`k-card${flush ? ' k-card-flush' : ''}${tone ? ` k-card-${tone}` : ''}`}>
      {(title !== undefined || aside !== undefined) && (
        <header>
          {title !== undefined && <h2>{title}</h2>}
          {aside !== undefined && <div className="k-card-aside">{aside}</div>}
        </header>
      )}
      {children}
    </Tag>
  )
}

export type Pill = { id: string; label: ReactNode; count?: number }

/** The views of one list. */
export function Pills({
  pills,
  chosen,
  onChoose,
  label,
}: {
  pills: readonly Pill[]
  chosen: string
  onChoose: (id: string) => void
  label: string
}) {
  return (
    <div className="k-pills" role="group" aria-label={label}>
      {pills.map((p) => (
        <button key={p.id} type="button" aria-pressed={p.id === chosen} onClick={() => onChoose(p.id)}>
          {p.label}
          {p.count !== undefined && <span className="num"> {p.count}</span>}
        </button>
      ))}
    </div>
  )
}

/** What is ready on the left, sums on the right, and the only irreversible button of the screen. */
export function BottomBar({
  title,
  detail,
  sums = [],
  children,
}: {
  title: ReactNode
  detail?: ReactNode
  sums?: readonly { label: string; value: ReactNode; large?: boolean }[]
  children?: ReactNode
}) {
  return (
    <div className="k-bottom">
      <div className="k-bottom-words">
        <strong>{title}</strong>
        {detail && <span>{detail}</span>}
      </div>
      {sums.length > 0 && (
        <dl className="num">
          {sums.map((sum) => (
            <div key={sum.label} data-large={sum.large || undefined}>
              <dt>{sum.label}</dt>
              <dd>{sum.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {children && <div className="k-bottom-actions">{children}</div>}
    </div>
  )
}

type Question = {
  opened: boolean
  title: string
  children?: ReactNode
  /** Names the deed and its number: "Wystaw 148 faktur". */
  action: string
  danger?: boolean
  busy?: boolean
  onConfirm: () => void
  onClose: () => void
}

export function ConfirmDialog({
  opened,
  title,
  children,
  action,
  danger,
  busy,
  onConfirm,
  onClose,
}: Question) {
  const { kit } = useWords()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={440}
      closeButtonProps={{ 'aria-label': kit.buttons.close }}
    >
      <div className="k-confirm">
        {children && <div className="k-confirm-words">{children}</div>}
        <p>{kit.confirm.sure}</p>
        <div className="k-confirm-buttons">
          <Button variant="default" size="md" onClick={onClose} data-autofocus>
            {kit.buttons.cancel}
          </Button>
          <Button
            size="md"
            {...(danger ? { color: 'danger' } : {})}
            loading={busy ?? false}
            onClick={onConfirm}
          >
            {action}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
