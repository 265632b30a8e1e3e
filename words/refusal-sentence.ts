/** The sentence of a refusal, in the language of the person who is told no. */
import type { Lang } from './words.ts'
import { refusalsEn } from './refusals.en.ts'
import { refusalsPl } from './refusals.pl.ts'

const catalogues = { pl: refusalsPl, en: refusalsEn }

export function refusalSentence(language: Lang, code: string, facts: Record<string, unknown>): string {
  const sentence = (
    catalogues[language] as Record<string, string | ((facts: Record<string, unknown>) => string)>
  )[code]
  if (sentence === undefined) throw new Error(`The refusal ${code} has no sentence`)
  return typeof sentence === 'string' ? sentence : sentence(facts)
}
