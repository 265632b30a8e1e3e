/** Brings the price engine into the browser when it is first needed, with Temporal where it is missing. */
import { useEffect, useState } from 'react'
import type { runExample } from './run-example.ts'

export type Run = typeof runExample

export function useExampleEngine(): Run | undefined {
  const [run, setRun] = useState<{ it: Run }>()
  useEffect(() => {
    let isHere = true
    // Without a connection it does not come; it is asked for again when the connection is back.
    const bring = () =>
      void load().then(
        (it) => isHere && setRun({ it }),
        () => {},
      )
    bring()
    addEventListener('online', bring)
    return () => {
      isHere = false
      removeEventListener('online', bring)
    }
  }, [])
  return run?.it
}

async function load(): Promise<Run> {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
  return (await import('./run-example.ts')).runExample
}
