/**
 * Compensation for the costs of recovery in commercial transactions (act of 8 March 2013,
 * art. 10): 40, 70 or 100 EUR for each unpaid invoice by its amount, due without a demand.
 * It is turned into PLN at the central bank's mid rate of the last working day of the
 * month before the one in which the claim matured.
 */
import { dec, mul, toGrosze } from '../base/decimal.ts'
import { isWorkingDayOfLaw, nextWorkingDayOfLaw } from '../worktime/holidays.ts'
import { dayBefore, nextDay } from './interest.ts'

export function compensationEur(invoiceGrosze: number): 40 | 70 | 100 {
  if (invoiceGrosze <= 500_000) return 40
  return invoiceGrosze < 5_000_000 ? 70 : 100
}

export function compensationGrosze(invoiceGrosze: number, eurRate: string): number {
  return toGrosze(mul(dec(compensationEur(invoiceGrosze)), dec(eurRate)))
}

/**
 * The day whose rate counts. Whether a claim matures on its last day of grace or on the
 * day after it is read in two ways, which differ only at the end of a month.
 */
export function compensationRateOn(dueOn: string, matures: 'dueDay' | 'dayAfter'): string {
  const effective = nextWorkingDayOfLaw(dueOn)
  const maturedOn = matures === 'dueDay' ? effective : nextDay(effective)
  let day = dayBefore(`${maturedOn.slice(0, 7)}-01`)
  while (!isWorkingDayOfLaw(day)) day = dayBefore(day)
  return day
}
