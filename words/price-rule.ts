/**
 * A rule of a price list in words, with its fields to edit: `rulePhrases` for the editor,
 * `ruleText` for paper and panel. Both are made of the same phrases, so that what is edited
 * is what is signed.
 */
import type { BillingPeriod } from '#engines/pricing/billing-period.ts'
import type { PriceItem, PriceList } from '#engines/pricing/price-list.ts'
import { ruleOf, type RuleSaid } from '#engines/pricing/sentences.ts'
import { fieldsOf, textOf, type Parts } from './price-fields.ts'
import { rulesEn } from './price-rule.en.ts'
import { rulesPl } from './price-rule.pl.ts'
import type { Lang } from './words.ts'

export type { Field, Part, Parts } from './price-fields.ts'

/** Every sentence of a rule as text and fields. */
export function rulePhrases(
  lang: Lang,
  item: PriceItem,
  list: PriceList,
  period: BillingPeriod = 'month',
): Parts[] {
  return phrases(lang, ruleOf(item, period, list, 'whole').values)
}

export function ruleText(lang: Lang, said: RuleSaid): string {
  return phrases(lang, said)
    .map((parts) => capital(textOf(parts)))
    .join(' ')
}

function phrases(lang: Lang, { item, period, currency, names, part }: RuleSaid): Parts[] {
  const fields = fieldsOf(lang, item, currency, names)
  const rules = lang === 'pl' ? rulesPl : rulesEn
  const first = part === 'whole' ? rules.first(item, fields, period) : []
  return [...first, ...rules.further(item, fields, period)].filter((parts) => parts.length > 0)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
