/**
 * The names that a template may use, taken from the very values that fill it: what stands in a
 * list belongs inside its loop. A name that was mistyped is answered with the nearest one.
 */
import { sampleContract } from '../documents/contract-samples.ts'
import { contractValues } from '../documents/contract-values.ts'
import { amendmentValues } from '../documents/amendment-document.ts'
import { sampleAmendment } from '../documents/contract-samples.ts'
import type { TemplateValue, TemplateValues } from '../documents/fill-template.ts'

export type TemplateKind = 'contract' | 'amendment'
export type Known = {
  /** Names of values and conditions outside every loop. */
  plain: Set<string>
  /** Names inside a loop or a group, by the name of the loop. */
  inside: Map<string, Set<string>>
}

export function sampleValues(kind: TemplateKind): TemplateValues {
  const contract = contractValues(sampleContract)
  return kind === 'contract' ? contract : { ...contract, ...amendmentValues(sampleAmendment) }
}

export function knownPlaceholders(kind: TemplateKind): Known {
  const known: Known = { plain: new Set(), inside: new Map() }
  collect(sampleValues(kind), known.plain, known.inside)
  return known
}

function collect(values: TemplateValues, names: Set<string>, inside: Known['inside']): void {
  for (const [name, value] of Object.entries(values)) {
    names.add(name)
    const items = groupsIn(value)
    if (items.length === 0) continue
    const own = inside.get(name) ?? new Set<string>()
    inside.set(name, own)
    for (const item of items) collect(item, own, inside)
  }
}

function groupsIn(value: TemplateValue): TemplateValues[] {
  if (Array.isArray(value)) return value
  return typeof value === 'object' ? [value] : []
}

/** The names that hold at a place: those of the loops around it, the innermost first, then the plain ones. */
export function namesAt(known: Known, loops: string[]): Set<string> {
  return new Set([
    ...loops.toReversed().flatMap((loop) => [...(known.inside.get(loop) ?? [])]),
    ...known.plain,
  ])
}

/** The loops in which a name stands. */
export function loopsOf(known: Known, name: string): string[] {
  return [...known.inside].filter(([, names]) => names.has(name)).map(([loop]) => loop)
}

/** The nearest name, when it is near enough to be what was meant. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  const typed = plainly(name)
  let best: { name: string; far: number } | undefined
  for (const one of names) {
    const far = distance(typed, plainly(one))
    if (!best || far < best.far) best = { name: one, far }
  }
  return best && best.far <= Math.min(4, Math.max(2, Math.ceil(typed.length * 0.4))) ? best.name : undefined
}

/** "Klient Nazwa" and "klient-nazwa" mean klient_nazwa; "ł" is typed for "l". */
function plainly(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]/g, '')
}

/** How many letters have to be changed, added, left out, or swapped with their neighbour. */
function distance(a: string, b: string): number {
  let [before, last]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        last![j]! + 1,
        row[j - 1]! + 1,
        last![j - 1]! + Number(a[i - 1] !== b[j - 1]),
        swapped ? before![j - 2]! + 1 : Infinity,
      )
    }
    ;[before, last] = [last!, row]
  }
  return last![b.length]!
}
