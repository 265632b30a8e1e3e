/**
 * Live updates. One stream per browser: the tab that holds the lock listens to the server
 * and tells the others (browsers allow six connections a host, the seventh tab would hang).
 * A message names what changed; whoever shows it fetches it again. After a gap everything
 * is fetched again, because nobody knows what was missed.
 */
import type { QueryClient } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { pageClock } from './clock.ts'

export type LiveMessage = { topic: string; id?: string }
type Wire =
  | { kind: 'changed'; message: LiveMessage }
  | { kind: 'hello'; nowMs: number; again: boolean; standsStill?: boolean }

const listeners = new Set<(message: LiveMessage) => void>()

/** For what a refetch is not enough: a bell, a "3 nowe" pill. */
export function useLiveMessage(listener: (message: LiveMessage) => void): void {
  useEffect(() => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [listener])
}

/** Mounted once per page. A topic is the first word of the query keys it renews: ['tickets', …]. */
export function useLive(address: string): void {
  const queries = useQueryClient()
  useEffect(() => listen(address, (wire) => hear(queries, wire)), [address, queries])
}

function hear(queries: QueryClient, wire: Wire): void {
  if (wire.kind === 'hello') {
    pageClock.follow({ nowMs: wire.nowMs, standsStill: wire.standsStill ?? false })
    if (wire.again) void queries.invalidateQueries()
    return
  }
  const { topic, id } = wire.message
  if (topic === 'gap') void queries.invalidateQueries()
  else void queries.invalidateQueries({ predicate: ({ queryKey }) => concerns(queryKey, topic, id) })
  for (const listener of listeners) listener(wire.message)
}

/** Lists of the topic always; a single thing only when it is the one. */
export function concerns(key: readonly unknown[], topic: string, id: string | undefined): boolean {
  if (key[0] !== topic) return false
  return typeof key[1] !== 'string' || id === undefined || key[1] === id
}

function listen(address: string, onWire: (wire: Wire) => void): () => void {
  const channel = new BroadcastChannel(`opiekun ${address}`)
  const stop = new AbortController()
  channel.onmessage = ({ data }: MessageEvent<Wire>) => onWire(data)
  const lead = () =>
    new Promise<void>((done) => {
      // The page may have gone while this tab waited for its turn.
      if (stop.signal.aborted) return done()
      const close = openStream(address, (wire) => {
        onWire(wire)
        channel.postMessage(wire)
      })
      stop.signal.addEventListener('abort', () => {
        close()
        done()
      })
    })
  if ('locks' in navigator)
    navigator.locks.request(`opiekun ${address}`, { signal: stop.signal }, lead).catch(() => {})
  else void lead()
  return () => {
    stop.abort()
    channel.close()
  }
}

const pauseMs = 5_000

function openStream(address: string, onWire: (wire: Wire) => void): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let before = false
  const open = () => {
    // What changed between the first reading of the page and this moment is told at once.
    source = new EventSource(before ? address : `${address}?age=${Math.ceil(performance.now())}`)
    source.addEventListener('hello', ({ data }: MessageEvent<string>) => {
      onWire({ kind: 'hello', again: before, ...(JSON.parse(data) as { nowMs: number }) })
      before = true
    })
    source.addEventListener('changed', ({ data }: MessageEvent<string>) =>
      onWire({ kind: 'changed', message: JSON.parse(data) as LiveMessage }),
    )
    source.addEventListener('error', () => {
      // The browser retries a broken line by itself, but gives up after an answer like 503.
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, pauseMs)
    })
  }
  open()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}
