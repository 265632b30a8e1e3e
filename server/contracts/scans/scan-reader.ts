/**
 * Hands scans to the reading process, one at a time, within a time limit. A process that takes
 * longer or dies is replaced; what it was reading is then for a person to look at. An idle one
 * ends by itself and keeps nobody from ending.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ScanAnswer, ScanFile, ScanOrder, ScanReading } from './scan-order.ts'

const workerFile = fileURLToPath(new URL('./scan-worker.ts', import.meta.url))
const limitSeconds = 90
const idleSeconds = 30

type Waiting = { order: Omit<ScanOrder, 'id'>; done: (reading: ScanReading) => void }
const queue: Waiting[] = []
let child: ChildProcess | undefined
let busy: { id: number; waiting: Waiting; timer: NodeJS.Timeout } | undefined
let idle: NodeJS.Timeout | undefined
let lastId = 0

/** Never fails for what is in the files: what cannot be read is told in the answer. */
export function readScan(files: ScanFile[], documentPdf?: Uint8Array): Promise<ScanReading> {
  return new Promise((done) => {
    queue.push({ order: { files, ...(documentPdf && { pagesOf: documentPdf }) }, done })
    next()
  })
}

/** For whoever ends the process and will not wait for the idle one: tests, trials. */
export function stopReading(): void {
  clearTimeout(idle)
  dismiss()
}

function next(): void {
  const waiting = busy ? undefined : queue.shift()
  if (!waiting) return
  clearTimeout(idle)
  const reader = (child ??= hired())
  reader.ref()
  reader.channel?.ref()
  const id = ++lastId
  busy = { id, waiting, timer: setTimeout(() => replace('scan_too_long'), limitSeconds * 1000) }
  reader.send({ id, ...waiting.order }, (error) => error && replace('file_broken'))
}

function hired(): ChildProcess {
  const made = fork(workerFile, [], { execArgv: [], env: {}, serialization: 'advanced', stdio: 'ignore' })
  made.on('message', (answer: ScanAnswer) => {
    if (busy?.id !== answer.id) return
    finish('reading' in answer ? answer.reading : broken('file_broken'))
  })
  made.once('error', () => made === child && replace('file_broken'))
  made.once('exit', () => made === child && replace('file_broken'))
  return made
}

function finish(reading: ScanReading): void {
  const { waiting, timer } = busy!
  busy = undefined
  clearTimeout(timer)
  child?.unref()
  child?.channel?.unref()
  idle = setTimeout(() => dismiss(), idleSeconds * 1000)
  idle.unref()
  waiting.done(reading)
  next()
}

function replace(code: 'scan_too_long' | 'file_broken'): void {
  dismiss()
  if (busy) finish(broken(code))
}

function dismiss(): void {
  const leaving = child
  child = undefined
  leaving?.removeAllListeners('exit')
  leaving?.kill('SIGKILL')
}

const broken = (code: 'scan_too_long' | 'file_broken'): ScanReading => ({
  pages: [],
  problem: { code, file: 0 },
})
