/**
 * `npm run bench`: how fast things are, as figures that must be kept; exit status 1 when one
 * is not. Every file `bench/*.bench.ts` exports a `bench`.
 *
 *   npm run bench               all of them
 *   npm run bench -- clock      only these
 */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { isKept, type Bench, type Figure } from '../bench/measure.ts'

const folder = path.join(import.meta.dirname, '..', 'bench')
const known = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.slice(0, -'.bench.ts'.length))
const wanted = process.argv.slice(2)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const unknown = wanted.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  say(`No bench is called ${unknown.join(', ')}. Known: ${known.join(', ')}.`)
  process.exit(2)
}

let broken = 0
for (const name of wanted.length > 0 ? wanted : known) {
  const { bench } = (await import(pathToFileURL(path.join(folder, `${name}.bench.ts`)).href)) as {
    bench: Bench
  }
  say(`\n== ${bench.name}`)
  for (const figure of await bench.run()) {
    say(line(figure))
    if (!isKept(figure)) broken += 1
  }
}
say(broken === 0 ? '\nall promises kept' : `\n${broken} promises broken`)
process.exit(broken > 0 ? 1 : 0)

function line(figure: Figure): string {
  const { what, value, unit, atLeast, atMost } = figure
  const promise =
    atLeast === undefined
      ? atMost === undefined
        ? ''
        : `at most ${text(atMost)}`
      : `at least ${text(atLeast)}`
  const verdict = promise === '' ? '' : isKept(figure) ? `kept (${promise})` : `BROKEN (${promise})`
  return `${what.padEnd(72)} ${text(value).padStart(12)} ${unit.padEnd(16)} ${verdict}`.trimEnd()
}

function text(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)))
}
