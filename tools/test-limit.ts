/**
 * Loaded into every test file's process: a file that has not ended after twenty minutes says
 * what it still waits for and fails. The runner alone would wait for it for ever, and a
 * file that never ends shows nothing of what it did. A thread of its own looks at the clock,
 * so that a loop without end is stopped too.
 */
import { isMainThread, Worker } from 'node:worker_threads'

const limitMs = 20 * 60_000

if (isMainThread && process.env.NODE_TEST_CONTEXT !== undefined) {
  setTimeout(() => {
    console.error(
      `This file did not end within 20 minutes. Still open: ${process.getActiveResourcesInfo().join(', ')}`,
    )
    process.exit(1)
  }, limitMs).unref()
  const watch = new Worker(
    `setTimeout(() => {
      require('node:fs').writeSync(2, 'This file is in a loop that does not end.\\n')
      process.kill(process.pid, 'SIGKILL')
    }, ${limitMs + 10_000})`,
    { eval: true, execArgv: [] },
  )
  watch.unref()
}
