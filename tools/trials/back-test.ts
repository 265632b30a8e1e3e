/**
 * Two years of generated bills, several kinds of contracts, late work, an amendment in the
 * middle of a month: run again by the same terms, every client and month must come to the same
 * grosz. The test of the billing room plays it, here in its long form.
 */
import { execFile } from 'node:child_process'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..', '..')
const file = 'server/billing/back-test.test.ts'

export async function tryBackTest({ months }: { months: number }): Promise<{
  months: number
  told: string
  violations: string[]
}> {
  const output = await new Promise<string>((done) => {
    const args = ['--disable-warning=ExperimentalWarning', '--import', 'temporal-polyfill/global', '--test']
    const env = { ...process.env, OPIEKUN_TEST_MONTHS: String(months) }
    execFile(process.execPath, [...args, file], { cwd: root, env }, (_, out) => done(out))
  })
  const told = /(\d+ bills, .*)/.exec(output)?.[1] ?? ''
  const isKept = told !== '' && /\bfail 0\b/.test(output)
  return { months, told, violations: isKept ? [] : [output.slice(-4000)] }
}
