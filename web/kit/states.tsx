/** Screens without content: nothing here yet, it did not work, it is still loading. */
import { Button, Skeleton } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { BrokenRing, WaitingClock } from './brand.tsx'
import { CopyButton } from './copy.tsx'
import './states.css'
import './time.css'
import { useWords } from './words.tsx'

/** One serif sentence why it is empty, one that explains, one button, one quiet link. */
export function EmptyState({
  sentence,
  explanation,
  action,
  link,
  drawing,
  children,
}: {
  sentence: ReactNode
  explanation?: ReactNode
  action?: ReactNode
  link?: ReactNode
  drawing?: ReactNode | null
  children?: ReactNode
}) {
  return (
    <div className="k-empty">
      {drawing === undefined ? <WaitingClock /> : drawing}
      <h2 className="k-promise">{sentence}</h2>
      {explanation && <p>{explanation}</p>}
      {(action || link) && (
        <div className="k-empty-actions">
          {action}
          {link}
        </div>
      )}
      {children && <div className="k-empty-more">{children}</div>}
    </div>
  )
}

type ErrorProps = {
  sentence: ReactNode
  explanation?: ReactNode
  /** What was kept, the last save: label and value. */
  facts?: readonly { label: string; value: ReactNode }[]
  incident?: string | undefined
  onRetry?: () => void
  /** Tries again by itself after so many seconds, and says when. */
  retrySeconds?: number
  link?: ReactNode
}

export function ErrorState({
  sentence,
  explanation,
  facts = [],
  incident,
  onRetry,
  retrySeconds,
  link,
}: ErrorProps) {
  const { kit } = useWords()
  const left = useRetry(onRetry, retrySeconds)
  return (
    <div className="k-error" role="alert">
      <BrokenRing />
      <div>
        <h2 className="k-promise">{sentence}</h2>
        {explanation && <p>{explanation}</p>}
        {(facts.length > 0 || incident) && (
          <dl>
            {facts.map((fact) => (
              <div key={fact.label}>
                <dt>{fact.label}</dt>
                <dd className="num">{fact.value}</dd>
              </div>
            ))}
            {incident && (
              <div>
                <dt>{kit.errors.incident}</dt>
                <dd className="k-error-incident">
                  {incident} <CopyButton text={incident} label={kit.errors.copyIncident} />
                </dd>
              </div>
            )}
          </dl>
        )}
        <div className="k-error-actions">
          {onRetry && (
            <Button size="lg" leftSection={<IconRefresh size={17} stroke={1.8} />} onClick={onRetry}>
              {kit.buttons.tryNow}
            </Button>
          )}
          {link}
          {left !== undefined && (
            <span className="num" aria-hidden>
              {kit.errors.nextTry(left)}
            </span>
          )}
        </div>
      </div>
    </div>
  )
}

/** Counts down to the next try, and begins anew after it. */
function useRetry(onRetry: (() => void) | undefined, seconds: number | undefined): number | undefined {
  const [left, setLeft] = useState(seconds)
  const retry = useRef(onRetry)
  useEffect(() => void (retry.current = onRetry))
  useEffect(() => {
    if (left === undefined || seconds === undefined) return
    const timer = setTimeout(() => {
      if (left <= 1) retry.current?.()
      setLeft(left <= 1 ? seconds : left - 1)
    }, 1000)
    return () => clearTimeout(timer)
  }, [left, seconds])
  return onRetry ? left : undefined
}

/** Nothing for the first 300 ms, so that quick answers do not flicker; then grey rows. */
export function SkeletonAfter({
  ms = 300,
  rows = 6,
  height = 36,
  children,
}: {
  ms?: number
  rows?: number
  height?: number
  children?: ReactNode
}) {
  const { kit } = useWords()
  const [shown, setShown] = useState(ms === 0)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), ms)
    return () => clearTimeout(timer)
  }, [ms])
  if (!shown) return null
  return (
    <div className="k-skeleton" role="status" aria-label={kit.frame.loading}>
      {children ??
        Array.from({ length: rows }, (_, i) => (
          <div key={i} className="k-skeleton-row" style={{ height }}>
            <Skeleton height={10} width={44} />
            <Skeleton height={10} width={`${46 - (i % 3) * 9}%`} />
            <Skeleton height={10} width="14%" />
            <Skeleton height={18} width={74} radius={9} />
          </div>
        ))}
    </div>
  )
}
