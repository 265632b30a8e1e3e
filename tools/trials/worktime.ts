/**
 * The clock against a bitmap of minutes, many times longer than in the daily tests: the same
 * properties, each with more invented calendars. The chance is new in every run; a failure is
 * printed with its seed and its smallest case.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..', '..')
const properties = 'engines/worktime/deadline.property.test.ts'

export type WorktimeResult = { times: number; seconds: string; violations: string[] }

export async function tryWorktime(wanted: { times: number }): Promise<WorktimeResult> {
  const began = performance.now()
  const polyfill = import.meta.resolve('temporal-polyfill/global')
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', polyfill, '--test', path.join(root, properties)],
    {
      cwd: root,
      env: { ...process.env, OPIEKUN_TRIAL_TIMES: String(wanted.times) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  const [code] = await once(child, 'close')
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const ran = /^\S* ?tests (\d+)$/m.exec(output)?.[1]
  const violations = code === 0 && Number(ran) > 0 ? [] : [`the properties do not hold:\n${output}`]
  return { times: wanted.times, seconds, violations }
}
