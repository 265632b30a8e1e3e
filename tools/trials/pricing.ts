/**
 * Prices by chance, many times longer than in the daily tests, and then the proof that these
 * tests see anything: each of the slips of `pricing-mutants.ts` is made in a copy of the
 * engines, and the same tests must fail there.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { slips, type Slip } from './pricing-mutants.ts'

const root = path.join(import.meta.dirname, '..', '..')
const properties = ['pricing', 'presets', 'problems'].map(
  (name) => `engines/pricing/${name}.property.test.ts`,
)
const tables = ['engines/pricing/price-period-months.test.ts', 'engines/presets/worked-examples.test.ts']

export type PricingResult = {
  times: number
  seconds: string
  'slips caught': string
  violations: string[]
} & Record<string, unknown>

export async function tryPricing(wanted: {
  times: number
  say: (line: string) => void
}): Promise<PricingResult> {
  const began = performance.now()
  const violations: string[] = []
  wanted.say(`properties, ${wanted.times} times as long as every day`)
  const long = await tested(root, [...properties, ...tables], wanted.times)
  if (long.failed > 0 || long.ran === 0) violations.push(`the properties do not hold:\n${long.output}`)

  const caught: Record<string, string> = {}
  for (const slip of slips) {
    const seen = await seenInCopy(slip)
    wanted.say(`${slip.what}: ${seen.length > 0 ? `caught by ${seen.length} tests` : 'NOT SEEN'}`)
    if (seen.length === 0) violations.push(`no test saw ${slip.what}`)
    caught[slip.what] = seen.length > 0 ? `caught by ${seen.length} tests, first: ${seen[0]}` : 'not seen'
  }
  const count = Object.values(caught).filter((one) => one !== 'not seen').length
  return {
    times: wanted.times,
    seconds: ((performance.now() - began) / 1000).toFixed(1),
    ...caught,
    'slips caught': `${count} of ${slips.length}`,
    violations,
  }
}

/** The names of the tests that fail where the slip was made. */
async function seenInCopy({ file, from, to }: Slip): Promise<string[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'opiekun-slip-'))
  try {
    await cp(path.join(root, 'engines'), path.join(folder, 'engines'), { recursive: true })
    await cp(path.join(root, 'package.json'), path.join(folder, 'package.json'))
    await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
    const text = await readFile(path.join(folder, file), 'utf8')
    if (text.split(from).length !== 2) throw new Error(`The slip has no place in ${file}: ${from}`)
    await writeFile(path.join(folder, file), text.replace(from, to))
    const { names } = await tested(folder, [...tables, properties[0]!], 1)
    return names
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Tested = { ran: number; failed: number; names: string[]; output: string }

async function tested(folder: string, files: string[], times: number): Promise<Tested> {
  const polyfill = import.meta.resolve('temporal-polyfill/global')
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--import',
      polyfill,
      '--test',
      '--test-reporter=tap',
      ...files,
    ],
    {
      cwd: folder,
      env: { ...process.env, OPIEKUN_TRIAL_TIMES: String(times) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  await once(child, 'close')
  const names = [...output.matchAll(/^\s*not ok \d+ - (.*)$/gm)].map(([, name]) => name!)
  return {
    ran: Number(/^# tests (\d+)$/m.exec(output)?.[1] ?? 0),
    failed: Number(/^# fail (\d+)$/m.exec(output)?.[1] ?? 1),
    names,
    output: output.slice(0, 20_000),
  }
}
