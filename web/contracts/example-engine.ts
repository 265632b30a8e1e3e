/** Brings the price engine into the browser when it is first needed, with Temporal where it is missing. */
import { useEffect, useState } from 'react'
import type { runExample } from './run-example.ts'

export type Run = typeof runExample

export function useExampleEngine(): Run | undefined {
  const [run, setRun] = useState<{ it: Run }>()
  useEffect(() => {
    let isHere = true
    void load().then((it) => isHere && setRun({ it }))
    return () => void (isHere = false)
  }, [])
  return run?.it
}

async function load(): Promise<Run> {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
  return (await import('./run-example.ts')).runExample
}
