/** A template of the company by its own name, a built-in one by its trade. */
import { useWords } from '../kit/words.tsx'
import type { TemplateSummary } from './life-data.ts'

export function useTemplateName(): (
  template: Pick<TemplateSummary, 'name' | 'trade' | 'isBuiltIn'>,
) => string {
  const { accounts, contractLife } = useWords()
  return ({ name, trade, isBuiltIn }) =>
    isBuiltIn
      ? contractLife.templates.trade(accounts.trades[trade as keyof typeof accounts.trades] ?? trade)
      : name
}
