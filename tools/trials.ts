/**
 * `npm run trials`: the long trials of what must hold while things go wrong, with a table of
 * figures; exit status 1 when a promise was broken. Short forms of each are part of `npm test`.
 *
 *   npm run trials                      every trial in its long form
 *   npm run trials -- issuing same-post only these
 *   --short                             the short forms
 *   --seed N                            the chance of an earlier run
 *   --clients N --kills N --months N    another size of `issuing`
 *   --mutant sequence                   `issuing` against a program that takes numbers from a sequence: must fail
 */
import { parseArgs } from 'node:util'
import { trials, type Options } from './trials/list.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string' },
    clients: { type: 'string' },
    kills: { type: 'string' },
    months: { type: 'string' },
    mutant: { type: 'string' },
  },
})
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const began = performance.now()
const sayWhen = (line: string): void =>
  say(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`)
const number = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text)
const options: Options = {
  isShort: values.short,
  seed: number(values.seed) ?? Date.now() % 1_000_000,
  clients: number(values.clients),
  kills: number(values.kills),
  months: number(values.months),
  mutant: values.mutant,
  say: sayWhen,
}
const wanted = positionals.length > 0 ? positionals : Object.keys(trials)
const unknown = wanted.filter((name) => !(name in trials))
if (unknown.length > 0) {
  say(`No trial is called ${unknown.join(', ')}. Known: ${Object.keys(trials).join(', ')}.`)
  process.exit(2)
}
let violations = 0
for (const name of wanted) {
  say(`\n== ${name}`)
  const { figures, violations: broken } = await trials[name]!(options)
  for (const [what, figure] of Object.entries(figures)) say(`${what.padEnd(44)} ${figure}`)
  for (const sentence of broken) say(`BROKEN: ${sentence}`)
  say(broken.length === 0 ? 'kept' : `${broken.length} promises broken`)
  violations += broken.length
}
process.exit(violations > 0 ? 1 : 0)
