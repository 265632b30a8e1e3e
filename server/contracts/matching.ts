/**
 * Which contract a ticket falls under when a client has several: the one that matches most
 * narrowly. A contract may name sites, device classes and services; a list that it does not
 * have says nothing. It matches when every list it has names what the ticket is about. The more
 * kinds of lists, the narrower; with the same kinds, the one whose lists lie within the
 * other's. What a ticket does not say excludes nothing, but a contract that matches for certain
 * goes before one that only may match. Two that match equally are left to a person.
 */
import type { Terms } from './terms.ts'

export type About = { site?: string; deviceClass?: string; service?: string }
type Covers = NonNullable<Terms['covers']>
type Kind = keyof Covers

const kinds = { sites: 'site', deviceClasses: 'deviceClass', services: 'service' } as const satisfies Record<
  Kind,
  keyof About
>
const kindNames = Object.keys(kinds) as Kind[]

/** The narrowest of those that match; several when a person must choose; the order is kept. */
export function narrowest<T extends { covers: Covers | undefined }>(all: readonly T[], about: About): T[] {
  const certain = all.filter(({ covers }) => matches(covers, about) === 'certain')
  const matching =
    certain.length > 0 ? certain : all.filter(({ covers }) => matches(covers, about) === 'maybe')
  return matching.filter((one) => !matching.some((other) => isNarrower(other.covers, one.covers)))
}

export function matches(covers: Covers | undefined, about: About): 'certain' | 'maybe' | 'no' {
  const answers = named(covers).map((kind) => {
    const value = about[kinds[kind]]
    return value === undefined ? 'maybe' : listOf(covers, kind).includes(plain(value)) ? 'certain' : 'no'
  })
  if (answers.includes('no')) return 'no'
  return answers.includes('maybe') ? 'maybe' : 'certain'
}

export function isNarrower(a: Covers | undefined, b: Covers | undefined): boolean {
  const [mine, theirs] = [named(a), named(b)]
  if (mine.length !== theirs.length) return mine.length > theirs.length
  const sameKinds = mine.every((kind) => theirs.includes(kind))
  return sameKinds && isWithin(a, b) && !isWithin(b, a)
}

/** Could one ticket fall under both, with neither being narrower? */
export function clash(a: Covers | undefined, b: Covers | undefined): boolean {
  if (isNarrower(a, b) || isNarrower(b, a)) return false
  return kindNames.every((kind) => {
    const [mine, theirs] = [listOf(a, kind), listOf(b, kind)]
    return mine.length === 0 || theirs.length === 0 || mine.some((one) => theirs.includes(one))
  })
}

const isWithin = (a: Covers | undefined, b: Covers | undefined): boolean =>
  named(b).every((kind) => listOf(a, kind).every((one) => listOf(b, kind).includes(one)))
const named = (covers: Covers | undefined): Kind[] =>
  kindNames.filter((kind) => listOf(covers, kind).length > 0)
const listOf = (covers: Covers | undefined, kind: Kind): string[] => (covers?.[kind] ?? []).map(plain)
const plain = (text: string): string => text.trim().toLocaleLowerCase('pl')
