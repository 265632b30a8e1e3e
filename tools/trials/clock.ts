/**
 * The clock against a count of minutes: invented calendars in two zones over both changes of
 * the clock, invented questions and logs. The engine as it is must agree in every case; every
 * engine that is wrong on purpose must be caught.
 */
import path from 'node:path'
import { askCase } from './clock/cases.ts'
import { loadEngine, type Engine } from './clock/engine.ts'
import { inventCalendar, inventQuestion } from './clock/invent.ts'
import { askLog, inventLog, inventTerms } from './clock/logs.ts'
import { clockMutants, withMutant } from './clock/mutants.ts'
import { randomOf } from './random.ts'

export type ClockTrial = {
  seed: number
  /** Questions that could be compared, and logs. */
  cases: number
  logs: number
  /** How many of both an engine that is wrong on purpose is given. */
  mutantCases: number
  say: (line: string) => void
}
export type ClockResult = { figures: Record<string, string | number>; violations: string[] }

const worktime = path.join(import.meta.dirname, '..', '..', 'engines', 'worktime')
const questionsPerCalendar = 40

export async function tryClock({ seed, cases, logs, mutantCases, say }: ClockTrial): Promise<ClockResult> {
  const engine = await loadEngine(worktime)
  const asked = askCases(engine, seed, cases)
  say(`${asked.compared} cases compared`)
  const told = askLogs(engine, seed, logs)
  say(`${told.compared} logs compared`)
  const violations = [asked.wrong, told.wrong].filter((wrong) => wrong !== undefined)
  const caught: Record<string, string> = {}
  for (const mutant of clockMutants) {
    const found = await withMutant(mutant, async (folder) =>
      askCases(await loadEngine(folder), seed, mutantCases),
    )
    caught[`caught: ${mutant.name}`] = found.wrong
      ? `at case ${found.compared}: ${found.wrong.split(' (case')[0]}`
      : 'no'
    if (!found.wrong) violations.push(`"${mutant.name}" was not noticed in ${found.compared} cases`)
  }
  const figures = { seed, 'cases equal to the minutes': asked.compared, 'logs in any order': told.compared }
  return { figures: { ...figures, ...caught }, violations }
}

type Found = { compared: number; wrong?: string }

/** Ends at the first disagreement, which is told with the whole case. */
function askCases(engine: Engine, seed: number, cases: number): Found {
  const random = randomOf(seed)
  for (let compared = 0; ;) {
    const invented = inventCalendar(random)
    for (let i = 0; i < questionsPerCalendar; i += 1) {
      const question = inventQuestion(random, invented)
      const outcome = answer(() => askCase(engine, invented, question))
      if (outcome.compared) compared += 1
      if (outcome.wrong !== undefined) {
        const facts = JSON.stringify({ calendar: invented.calendar, question })
        return { compared, wrong: `${outcome.wrong} (case ${facts}, seed ${seed})` }
      }
      if (compared >= cases) return { compared }
    }
  }
}

/** An engine that breaks down has not agreed either. */
function answer(ask: () => ReturnType<typeof askCase>): ReturnType<typeof askCase> {
  try {
    return ask()
  } catch (error) {
    return { compared: true, wrong: `it breaks down: ${String(error)}` }
  }
}

function askLogs(engine: Engine, seed: number, logs: number): Found {
  const random = randomOf(seed + 1)
  for (let compared = 0; compared < logs;) {
    const invented = inventCalendar(random)
    if (Object.values(invented.calendar.weekly).every((windows) => windows.length === 0)) continue
    for (let i = 0; i < questionsPerCalendar && compared < logs; i += 1) {
      const terms = inventTerms(random, invented)
      const log = inventLog(random, invented, 3 + Math.floor(random.between(0, 18)))
      const wrong = askLog(engine, random, invented, { terms, log })
      compared += 1
      if (wrong === undefined) continue
      const facts = JSON.stringify({
        calendar: invented.calendar,
        terms: { ...terms, levels: undefined },
        log,
      })
      return { compared, wrong: `${wrong} (case ${facts}, seed ${seed})` }
    }
  }
  return { compared: logs }
}
