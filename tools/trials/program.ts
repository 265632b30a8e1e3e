/**
 * The real program as a trial runs it: a copy of what stands in this folder (so that nobody's
 * edits come in between, and a mutant can be made of it), started as a process of its own on a
 * data folder, killed at any moment and started again. The pages are no part of a trial: the
 * copy has none, and builds none.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { placeFor, urlOfRunning } from '#server/plumbing/db/embedded.ts'
import { freePort } from '#server/testing/mail-servers.ts'
import { temporaryFolder } from '#server/testing/scene.ts'

const root = path.join(import.meta.dirname, '..', '..')
const parts = ['server', 'words', 'engines', 'demo', 'tools', 'package.json']

/** Another text for one file of the program. */
export type Patch = { file: string; text: string }

const noPages: Patch = {
  file: 'tools/build-web.ts',
  text: 'export const buildWeb = async (): Promise<boolean> => false\n',
}

export function copyProgram(patch?: Patch): { folder: string; remove: () => void } {
  const folder = temporaryFolder('program')
  for (const part of parts) fs.cpSync(path.join(root, part), path.join(folder, part), { recursive: true })
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  for (const change of [noPages, ...(patch ? [patch] : [])]) {
    const file = path.join(folder, change.file)
    if (!fs.existsSync(file)) throw new Error(`There is no ${change.file} to change`)
    fs.writeFileSync(file, change.text)
  }
  return { folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) }
}

export type Life = {
  address: string
  databaseUrl: string
  /** From the start of the process to its first answer. */
  startMs: number
  /** SIGKILL to the server, and to its database too where wanted. */
  kill: (withDatabase: boolean) => Promise<void>
  stop: () => Promise<void>
}

export async function startProgram(folder: string, data: string, flags: string[]): Promise<Life> {
  const port = await freePort()
  const began = performance.now()
  const polyfill = import.meta.resolve('temporal-polyfill/global')
  const node = ['--disable-warning=ExperimentalWarning', '--import', polyfill]
  const settings = ['--data', data, '--port', String(port), '--log', 'error', ...flags]
  const child = spawn(process.execPath, [...node, path.join(folder, 'server', 'main.ts'), ...settings], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = heard(child)
  const address = `http://127.0.0.1:${port}`
  await firstAnswer(child, address, output)
  return {
    address,
    databaseUrl: urlOfRunning(data)!,
    startMs: performance.now() - began,
    async kill(withDatabase) {
      if (child.exitCode !== null) throw new Error(`The program ended by itself: ${output.text}`)
      child.kill('SIGKILL')
      if (withDatabase) process.kill(postmasterOf(data), 'SIGKILL')
      if (child.signalCode === null) await once(child, 'exit')
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      const [code] = await once(child, 'exit')
      if (code !== 0) throw new Error(`The program did not stop in order (${code}): ${output.text}`)
    },
  }
}

function heard(child: ChildProcess): { text: string } {
  const output = { text: '' }
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => (output.text = (output.text + chunk).slice(-4000)))
  return output
}

async function firstAnswer(child: ChildProcess, address: string, output: { text: string }): Promise<void> {
  for (const deadline = performance.now() + 180_000; performance.now() < deadline; await pause(10)) {
    if (child.exitCode !== null) throw new Error(`The program did not start: ${output.text}`)
    const answer = await fetch(`${address}/health`).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.ok) return
  }
  throw new Error(`The program did not answer within three minutes: ${output.text}`)
}

const postmasterOf = (data: string): number =>
  Number(fs.readFileSync(path.join(placeFor(data).cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
