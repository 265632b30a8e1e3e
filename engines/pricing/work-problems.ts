/**
 * Work that cannot be priced as it stands: minutes that are not known or run backwards,
 * quantities that are no numbers or larger than anybody's. It is kept and waits for a
 * person; it never becomes a silent zero.
 */
import { minutesProblem, type WorkItem } from './work.ts'

export type WorkProblem = 'timeMissing' | 'endsBeforeStart' | 'timeAbsurd' | 'quantityUnreadable'

export function workProblem(work: WorkItem): WorkProblem | undefined {
  return work.kind === 'time' ? minutesProblem(work) : quantityProblem(work)
}

/** Nine digits before the point and twelve behind it; counted things have six behind it. */
const amount = /^\d{1,9}(\.\d{1,12})?$/
const counted = /^\d{1,9}(\.\d{1,6})?$/

export function quantityProblem(work: WorkItem): 'quantityUnreadable' | undefined {
  return isReadable(work) ? undefined : 'quantityUnreadable'
}

function isReadable(work: WorkItem): boolean {
  switch (work.kind) {
    case 'trip':
      return fits(amount, work.km)
    case 'material':
      return fits(amount, work.quantity) && fits(amount, work.cost) && fits(amount, work.unitPrice)
    case 'units':
      return fits(counted, work.quantity) && fits(counted, work.size)
    case 'event':
      return fits(counted, work.quantity) && fits(amount, work.value)
    case 'reading':
      return fits(counted, work.value) && fits(counted, work.goesOnFrom)
    case 'purchase':
      return (
        work.blocks === undefined || (Number.isInteger(work.blocks) && work.blocks > 0 && work.blocks <= 1000)
      )
    case 'miss':
      return work.lateMinutes === undefined || (Number.isInteger(work.lateMinutes) && work.lateMinutes >= 0)
    default:
      return true
  }
}

function fits(form: RegExp, value: string | undefined): boolean {
  return value === undefined || form.test(value)
}
