/** `npm run check`: types, lint, format, derived files, size of the first load, then all tests. The first failure stops it. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')
const bin = (name: string) => path.join(root, 'node_modules', '.bin', name)
const own = ['--disable-warning=ExperimentalWarning', '--import', 'temporal-polyfill/global']
const withoutTests = process.argv.includes('--without-tests')

const steps: [string, string, string[]][] = [
  ['types of the engines (no Node, no DOM)', bin('tsc'), ['-p', 'engines/tsconfig.json']],
  ['types of server, demo, tools and tests', bin('tsc'), ['-p', 'tsconfig.json']],
  ['types of the web', bin('tsc'), ['-p', 'web/tsconfig.json']],
  ['lint', bin('oxlint'), ['--deny-warnings']],
  ['format', bin('oxfmt'), ['--check', '.']],
  ['derived files', process.execPath, [...own, 'tools/generate.ts', '--check']],
  ['web', process.execPath, [...own, 'tools/build-web.ts']],
  ['size of the first load', process.execPath, [...own, 'tools/check-size.ts']],
  ...(withoutTests
    ? []
    : ([['tests', process.execPath, [...own, 'tools/test.ts']]] as [string, string, string[]][])),
]

for (const [what, program, args] of steps) {
  console.log(`— ${what}`)
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) {
    console.error(`Stopped at: ${what}`)
    process.exit(status ?? 1)
  }
}
