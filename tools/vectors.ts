/**
 * `npm run vectors -- FILE…`: neutral cases of other systems, run through the production
 * engines. A failing case is named with what was expected and what came out; a case that
 * no engine can express counts as failed. The last line is "N passed, N failed", and the
 * exit status is 1 on any failure, also when a file cannot be read or holds no case.
 */
import * as fs from 'node:fs'
import { slaKinds, slaRunner } from './vectors/sla.ts'
import type { Runner, Verdict } from './vectors/runner.ts'

type Vector = Record<string, unknown>
type Family = { speaksOf: (vector: Vector) => boolean; runner: () => Promise<Runner> }

const invoiceKinds = [
  'invoice',
  'round',
  'sum_of_rounded',
  'gross_to_net',
  'part_credit',
  'interest',
  'allocate_payment',
]

/** Which engine a case is for is read from the case itself, not from the name of its file. */
const families: readonly Family[] = [
  { speaksOf: ({ kind }) => slaKinds.includes(String(kind)), runner: async () => slaRunner },
  { speaksOf: ({ kind }) => invoiceKinds.includes(String(kind)), runner: () => runnerIn('invoice') },
  { speaksOf: ({ model }) => model !== undefined, runner: () => runnerIn('pricing') },
]

async function runnerIn(name: string): Promise<Runner> {
  const file: Record<string, Runner> = await import(`./vectors/${name}.ts`)
  return file[`${name}Runner`]!
}

type Count = { passed: number; failed: number }

export async function runFiles(files: readonly string[], say: (line: string) => void): Promise<Count> {
  const count: Count = { passed: 0, failed: 0 }
  if (files.length === 0) complain('Name at least one file of vectors.')
  for (const file of files) {
    const vectors = vectorsOf(file)
    if (typeof vectors === 'string') complain(vectors)
    else for (const vector of vectors) tell(vector, await verdictOn(vector))
  }
  say(`${count.passed} passed, ${count.failed} failed`)
  return count

  function complain(sentence: string): void {
    count.failed += 1
    say(sentence)
  }

  function tell(vector: Vector, verdict: Verdict): void {
    if ('ok' in verdict && verdict.ok) count.passed += 1
    else complain(`FAILED ${nameOf(vector)}: ${whatFailed(verdict)}`)
  }
}

function vectorsOf(file: string): Vector[] | string {
  try {
    const content: unknown = JSON.parse(fs.readFileSync(file, 'utf8'))
    const vectors: unknown = Array.isArray(content) ? content : (content as Vector | null)?.['vectors']
    if (!Array.isArray(vectors)) return `${file} holds no list of vectors.`
    return vectors.length > 0 ? (vectors as Vector[]) : `${file} holds no vector.`
  } catch (error) {
    return `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`
  }
}

async function verdictOn(vector: Vector): Promise<Verdict> {
  const family = families.find(({ speaksOf }) => speaksOf(Object(vector)))
  if (!family) return { cannot: 'a case of this kind' }
  try {
    return (await family.runner())(vector)
  } catch (error) {
    return {
      ok: false,
      got: error instanceof Error ? `${error.name}: ${error.message}` : error,
      expected: expectedOf(vector),
    }
  }
}

function whatFailed(verdict: Verdict): string {
  if ('cannot' in verdict) return `no engine can express ${verdict.cannot}`
  return `expected ${JSON.stringify(verdict.expected)}, got ${JSON.stringify(verdict.got)}`
}

function expectedOf(vector: Vector): unknown {
  return Object.entries(vector).find(([key]) => key.startsWith('expected'))?.[1]
}

const nameOf = (vector: Vector): string => String(Object(vector)['id'] ?? JSON.stringify(vector))

if (import.meta.main) {
  const { failed } = await runFiles(process.argv.slice(2), (line) => console.log(line))
  process.exitCode = failed > 0 ? 1 : 0
}
