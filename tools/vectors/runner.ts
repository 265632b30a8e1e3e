/**
 * What a runner of neutral vectors promises: it translates one vector for the production
 * engine and says whether the engine's answer is the expected one. A vector that the
 * engine has no words for is named with the reason and counts as failed.
 */
export type Verdict = { ok: boolean; got: unknown; expected: unknown } | { cannot: string }

export type Runner = (vector: Record<string, unknown>) => Verdict
