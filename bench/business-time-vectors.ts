/**
 * How many neutral cases of business time a library answers right. Each runs in a process of
 * its own, in the zone of the case, because the libraries know no other; a case over which
 * one never comes back is not answered.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { slaRunner } from '#tools/vectors/sla.ts'

export type Vector = Record<string, unknown> & { timezone: string }

const file = path.join(import.meta.dirname, '..', '..', 'shared', 'vectors', 'sla.json')

/** None where the cases are not at hand. */
export function vectorsOfSla(): Vector[] {
  if (!existsSync(file)) return []
  const read = JSON.parse(readFileSync(file, 'utf8')) as Vector[] | { vectors: Vector[] }
  return Array.isArray(read) ? read : read.vectors
}

export async function countRight(name: string, vectors: readonly Vector[]): Promise<number> {
  if (name === 'ours') return vectors.filter((vector) => 'ok' in slaRunner(vector) && isOk(vector)).length
  let right = 0
  for (const [zone, ofZone] of Map.groupBy(vectors, ({ timezone }) => timezone))
    right += await inZone(name, zone, ofZone)
  return right
}

function isOk(vector: Vector): boolean {
  const verdict = slaRunner(vector)
  return 'ok' in verdict && verdict.ok
}

const patienceMs = 3_000

async function inZone(name: string, zone: string, vectors: readonly Vector[]): Promise<number> {
  let right = 0
  let child: ChildProcess | undefined
  for (const vector of vectors) {
    child ??= start(zone)
    const answer = await ask(child, { name, vector })
    if (answer === 'right') right += 1
    if (answer !== 'late') continue
    child.kill('SIGKILL')
    child = undefined
  }
  child?.kill()
  return right
}

const start = (zone: string): ChildProcess =>
  fork(path.join(import.meta.dirname, 'business-time-child.ts'), {
    env: { ...process.env, TZ: zone },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })

function ask(child: ChildProcess, question: { name: string; vector: Vector }): Promise<string> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve('late'), patienceMs)
    child.once('message', (answer) => {
      clearTimeout(late)
      resolve(String(answer))
    })
    child.send(question)
  })
}
