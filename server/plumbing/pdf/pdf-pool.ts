/**
 * The printing room: PDFs are made by child processes, one order at a time each, within a
 * time limit. A worker that takes longer is killed and the next order gets a fresh one; a
 * worker without orders ends after a minute, so an idle server carries none of their memory.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { PdfAnswer, PdfRequest } from './pdf-order.ts'
import { typstPath } from './typst-package.ts'

export type { PdfAttachment, PdfRequest } from './pdf-order.ts'

export type PdfPool = {
  make: (request: PdfRequest) => Promise<Buffer>
  available: () => boolean
  close: () => Promise<void>
}

/** This machine cannot print: the optional Typst package is missing, or the pool is closed. */
export class PdfUnavailable extends Error {
  override name = 'PdfUnavailable'
}

/** The template or its data are wrong, or the worker ended; the message is Typst's own. */
export class PdfFailed extends Error {
  override name = 'PdfFailed'
}

/** The time limit passed and the worker was killed. */
export class PdfTookTooLong extends PdfFailed {
  override name = 'PdfTookTooLong'
}

type Order = {
  request: PdfRequest
  done: (pdf: Buffer) => void
  failed: (error: Error) => void
}

type Worker = {
  child: ChildProcess
  order?: Order
  timer?: NodeJS.Timeout
  ended: Promise<void>
}

const workerFile = fileURLToPath(new URL('./pdf-worker.ts', import.meta.url))

export function openPdfPool(
  options: { size?: number; timeoutSeconds?: number; idleSeconds?: number } = {},
): PdfPool {
  const { size = 1, timeoutSeconds = 20, idleSeconds = 60 } = options
  const waiting: Order[] = []
  const workers = new Set<Worker>()
  const installed = typstPath() !== undefined
  let closed = false
  let lastId = 0

  function make(request: PdfRequest): Promise<Buffer> {
    if (!installed) return Promise.reject(new PdfUnavailable('Typst is not installed for this platform.'))
    if (closed) return Promise.reject(new PdfUnavailable('The PDF pool is closed.'))
    return new Promise((done, failed) => {
      waiting.push({ request, done, failed })
      assign()
    })
  }

  function assign(): void {
    while (waiting.length > 0) {
      const worker = freeWorker()
      if (!worker) return
      give(worker, waiting.shift()!)
    }
  }

  function freeWorker(): Worker | undefined {
    for (const worker of workers) if (!worker.order) return worker
    return workers.size < size ? hire() : undefined
  }

  function give(worker: Worker, order: Order): void {
    worker.order = order
    holdProcess(worker)
    setTimer(worker, timeoutSeconds, () => {
      dismiss(worker, new PdfTookTooLong(`The PDF was not ready within ${timeoutSeconds} s.`))
    })
    worker.child.send({ id: ++lastId, request: order.request }, (error) => {
      if (error) dismiss(worker, new PdfFailed(`The PDF worker took no order: ${error.message}`))
    })
  }

  function hire(): Worker {
    const child = fork(workerFile, [], { execArgv: [], env: {}, serialization: 'advanced' })
    const worker: Worker = {
      child,
      ended: new Promise((ended) => child.once('exit', () => ended())),
    }
    child.on('message', (answer: PdfAnswer) => finish(worker, answer))
    child.once('error', (error) => dismiss(worker, new PdfFailed(`The PDF worker failed: ${error.message}`)))
    child.once('exit', (code, signal) => {
      dismiss(worker, new PdfFailed(`The PDF worker ended unexpectedly (${signal ?? code}).`))
    })
    workers.add(worker)
    return worker
  }

  function finish(worker: Worker, answer: PdfAnswer): void {
    const order = worker.order
    if (!order) return
    worker.order = undefined
    releaseProcess(worker)
    setTimer(worker, idleSeconds, () => dismiss(worker))
    if ('pdf' in answer) order.done(Buffer.from(answer.pdf))
    else order.failed(new PdfFailed(answer.problem))
    assign()
  }

  /** Ends a worker for good; an order that it held fails with the reason. */
  function dismiss(worker: Worker, reason?: Error): void {
    if (!workers.delete(worker)) return
    clearTimeout(worker.timer)
    worker.child.kill('SIGKILL')
    worker.order?.failed(reason ?? new PdfUnavailable('The PDF pool is closed.'))
    if (!closed) assign()
  }

  async function close(): Promise<void> {
    closed = true
    for (const order of waiting.splice(0)) order.failed(new PdfUnavailable('The PDF pool is closed.'))
    const leaving = [...workers]
    for (const worker of leaving) {
      holdProcess(worker)
      dismiss(worker)
    }
    await Promise.all(leaving.map((worker) => worker.ended))
  }

  return { make, available: () => installed && !closed, close }
}

function setTimer(worker: Worker, seconds: number, act: () => void): void {
  clearTimeout(worker.timer)
  worker.timer = setTimeout(act, seconds * 1000)
  worker.timer.unref()
}

/** While it works, our process waits for the worker; an idle worker lets it end. */
function holdProcess(worker: Worker): void {
  worker.child.ref()
  worker.child.channel?.ref()
}

function releaseProcess(worker: Worker): void {
  worker.child.unref()
  worker.child.channel?.unref()
}
