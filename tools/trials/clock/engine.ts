/** The parts of the clock engine that a trial asks, from the program or from a copy of it. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'

export type Engine = typeof import('#engines/worktime/deadline.ts') & {
  fast: typeof import('#engines/worktime/fast.ts')
  clocksOf: (typeof import('#engines/worktime/clocks.ts'))['clocksOf']
  verdictsOf: (typeof import('#engines/worktime/verdicts.ts'))['verdictsOf']
}

/** `folder` holds the files of `engines/worktime`. */
export async function loadEngine(folder: string): Promise<Engine> {
  const load = (name: string): Promise<unknown> => import(pathToFileURL(path.join(folder, name)).href)
  const [deadline, fast, clocks, verdicts] = await Promise.all([
    load('deadline.ts'),
    load('fast.ts'),
    load('clocks.ts'),
    load('verdicts.ts'),
  ])
  return Object.assign({}, deadline, { fast }, clocks, verdicts) as Engine
}
