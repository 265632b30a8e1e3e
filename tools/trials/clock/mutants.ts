/**
 * Clock engines that are wrong on purpose, each with one of the mistakes that such engines are
 * known to make. A copy of the engine is changed at a few places that must be found exactly
 * as they are written here; a measure that does not notice it would prove nothing.
 */
import * as fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

type Change = { file: string; from: string; to: string }
export type Mutant = { name: string; changes: readonly Change[] }

export const clockMutants: readonly Mutant[] = [
  {
    name: 'closed windows instead of half-open',
    changes: [
      {
        file: 'shifts.ts',
        from: 'to: Math.min(span.to - offset, to, latest)',
        to: 'to: Math.min(span.to + 1 - offset, to, latest)',
      },
    ],
  },
  {
    name: 'closed windows in the twin',
    changes: [
      {
        file: 'open-index.ts',
        from: 'while (shift < to.length && to[shift]! <= ms) shift += 1',
        to: 'while (shift < to.length && to[shift]! < ms) shift += 1',
      },
    ],
  },
  {
    name: 'pause by wall clock',
    changes: [
      { file: 'deadline.ts', from: 'of walk(calendar, start, pauses)', to: 'of walk(calendar, start, [])' },
      {
        file: 'deadline.ts',
        from: 'if (left === 0) return done(to)',
        to: 'if (left === 0) return done(to + pauses.reduce((sum, p) => sum + Math.max(0, Math.min(p.to, to) - Math.max(p.from, start)), 0))',
      },
    ],
  },
  {
    name: 'pause by wall clock in the twin',
    changes: [
      {
        file: 'fast.ts',
        from: 'open += openBefore(index, to) - openBefore(index, from > start ? from : start)',
        to: 'open += to - (from > start ? from : start)',
      },
    ],
  },
  {
    name: 'clock change ignored',
    changes: [
      {
        file: 'zone.ts',
        from: "justAfter.getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity",
        to: '-Infinity',
      },
      {
        file: 'zone.ts',
        from: "at.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity",
        to: 'Infinity',
      },
    ],
  },
  {
    name: 'tail of a night shift cut by a holiday',
    changes: [
      {
        file: 'shifts.ts',
        from: 'const { spans } = planOf(calendar, day)',
        to: 'const cutAt = planOf(calendar, day + 1).closed ? (day + 1) * dayMs : Infinity; const spans = planOf(calendar, day).spans.map((s) => ({ ...s, to: Math.min(s.to, cutAt) }))',
      },
    ],
  },
  {
    name: 'overlapping pauses counted twice',
    changes: [
      {
        file: 'walk.ts',
        from: 'if (to <= from) return 0\n',
        to: 'if (to <= from) return 0\n  if (pauses.length > 0) return pauses.reduce((left, p) => left - countedMs(calendar, { from: Math.max(p.from, from), to: Math.min(p.to, to) }, []), countedMs(calendar, { from, to }, []))\n',
      },
    ],
  },
  {
    name: 'overlapping pauses counted twice in the twin',
    changes: [
      {
        file: 'fast.ts',
        from: 'const apart = isApart(pauses) ? pauses : onceEach(pauses)',
        to: 'const apart = [...pauses].sort((a, b) => a.from - b.from)',
      },
    ],
  },
]

const engines = path.join(import.meta.dirname, '..', '..', '..', 'engines')

/** Runs with a changed copy of the engine, which is gone afterwards. */
export async function withMutant<T>(mutant: Mutant, run: (folder: string) => Promise<T>): Promise<T> {
  const copy = await fs.mkdtemp(path.join(os.tmpdir(), 'opiekun-mutant-'))
  try {
    await fs.cp(engines, copy, { recursive: true })
    // Without a package of its own a copy would not be read as modules.
    await fs.writeFile(path.join(copy, 'package.json'), '{ "type": "module" }')
    for (const change of mutant.changes) await apply(path.join(copy, 'worktime', change.file), change)
    return await run(path.join(copy, 'worktime'))
  } finally {
    await fs.rm(copy, { recursive: true })
  }
}

async function apply(file: string, { from, to }: Change): Promise<void> {
  const text = await fs.readFile(file, 'utf8')
  const parts = text.split(from)
  if (parts.length !== 2) throw new Error(`${file} has no single place "${from}": write the mutant anew.`)
  await fs.writeFile(file, parts.join(to))
}
