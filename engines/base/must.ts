/**
 * What only a programmer can break. A failed `must` stops the work; it is
 * never the answer to something a person can type.
 */
export class BrokenAssumption extends Error {
  override name = 'BrokenAssumption'
}

export function must(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new BrokenAssumption(sentence)
}
