/**
 * What people read, in two typed catalogues. The Polish file of a room is the type, the
 * English one must match it: a missing sentence is a type error. A catalogue holds plain
 * strings and functions of facts; formatting (money, time, plurals) comes from format.ts.
 */
export type Lang = 'pl' | 'en'

/** The shape of a catalogue: any text may stand where a text stood, functions keep their arguments. */
export type Words<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Words<R>
    : T extends object
      ? { readonly [K in keyof T]: Words<T[K]> }
      : T

/** What a refusal knows about its reason; it arrives as JSON. */
export type Facts = Readonly<Record<string, unknown>>

type Sentence = string | ((facts: Facts) => string)

/** The sentence for a code, or nothing when this catalogue does not know the code. */
export function sentenceFor(
  sentences: Readonly<Record<string, unknown>>,
  code: string,
  facts: Facts = {},
): string | undefined {
  const found = (Object.hasOwn(sentences, code) ? sentences[code] : undefined) as Sentence | undefined
  return typeof found === 'function' ? found(facts) : found
}
