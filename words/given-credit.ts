/**
 * A credit on a bill in words: which promise of which ticket, how late, the arithmetic of the
 * clause, what a person confirmed, and what waits for the next bill. The same for staff, client
 * and paper.
 */
import type { GivenCreditExplained } from '#engines/pricing/given-credits.ts'
import { clockEn } from './clock.en.ts'
import { clockPl } from './clock.pl.ts'
import { duration, month, percent } from './format.ts'
import type { Lang } from './words.ts'

type Amount = (grosze: number) => string
type Named = Pick<GivenCreditExplained, 'target' | 'month' | 'ticket'>

const targetOf = (lang: Lang, target: string): string => {
  const names = (lang === 'pl' ? clockPl : clockEn).targets as Readonly<Record<string, string>>
  const name = names[target] ?? target
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`
}

/** "Bonifikata, listopad 2026: Z-2431, czas realizacji". */
export function creditLineName(lang: Lang, { target, month: of, ticket }: Named): string {
  const about = [ticket?.name, targetOf(lang, target)].filter(Boolean).join(', ')
  return `${lang === 'pl' ? 'Bonifikata' : 'Credit'}, ${month(lang, `${of}-01`)}: ${about}`
}

export function givenCreditText(lang: Lang, e: GivenCreditExplained, say: Amount): string {
  return [whyText(lang, e), sizeText(lang, e, say), restText(lang, e, say)].filter(Boolean).join(' ')
}

function whyText(lang: Lang, { kept, lateSeconds, target, ticket }: GivenCreditExplained): string {
  const what = targetOf(lang, target)
  if (kept) {
    const share = percent(lang, Math.round((kept.met * 10_000) / Math.max(1, kept.judged)))
    const threshold = percent(lang, kept.thresholdBp)
    return lang === 'pl'
      ? `Dotrzymano ${share} przy progu ${threshold} (${what}).`
      : `${share} kept of the ${threshold} promised (${what}).`
  }
  const late = lateSeconds ? duration(lang, lateSeconds) : ''
  const subject = [ticket?.name, what].filter(Boolean).join(', ')
  if (lang === 'pl') return late ? `${subject}: ${late} po terminie.` : `${subject}: po terminie.`
  return late ? `${subject}: ${late} late.` : `${subject}: late.`
}

function sizeText(lang: Lang, e: GivenCreditExplained, say: Amount): string {
  const clause = `${e.units} × ${say(e.eachGrosze)}`
  const isCut = e.units * e.eachGrosze !== e.proposedGrosze
  const cut = isCut
    ? lang === 'pl'
      ? `, po limicie ${say(e.proposedGrosze)}`
      : `, ${say(e.proposedGrosze)} after the cap`
    : ''
  if (e.confirmedGrosze === e.proposedGrosze) return `${clause}${cut}.`
  return lang === 'pl'
    ? `${clause}${cut}, uznano ${say(e.confirmedGrosze)}.`
    : `${clause}${cut}, ${say(e.confirmedGrosze)} granted.`
}

/** A bill never goes below zero: what it cannot bear goes on. */
function restText(lang: Lang, e: GivenCreditExplained, say: Amount): string {
  const pl = lang === 'pl'
  const before =
    e.takenBeforeGrosze === 0
      ? ''
      : pl
        ? `Wcześniej rozliczono ${say(e.takenBeforeGrosze)}.`
        : `${say(e.takenBeforeGrosze)} was settled before.`
  const isWhole = e.takenBeforeGrosze === 0 && e.leftGrosze === 0
  const here = isWhole
    ? ''
    : pl
      ? `Ten rachunek: ${say(e.takenGrosze)}.`
      : `On this bill: ${say(e.takenGrosze)}.`
  const rest =
    e.leftGrosze === 0
      ? ''
      : pl
        ? `Reszta, ${say(e.leftGrosze)}, przechodzi na następny.`
        : `The rest, ${say(e.leftGrosze)}, goes on to the next one.`
  return [before, here, rest].filter(Boolean).join(' ')
}
