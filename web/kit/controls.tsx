/**
 * Keys, cards, pills and the bar at the bottom. The frames, which every page loads first, take
 * what they need from the smaller files, so that the dialog waits for a screen that asks.
 */
import type { ReactNode } from 'react'
import './controls.css'

export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="k-kbd">{children}</kbd>
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

export { ConfirmDialog } from './confirm.tsx'
export { CopyButton } from './copy.tsx'
