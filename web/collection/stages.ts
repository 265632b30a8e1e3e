/**
 * The board of collection as plain values: which invoices stand where, what goes out
 * today, and how interest is written down so that it can be followed by hand.
 */
import { dateOf } from '#words/format.ts'
import { stages, type Board, type OpenInvoiceOnBoard, type Stage } from './collection-data.ts'

export const stageColours: Record<Stage, string> = {
  beforeDue: 'var(--stage-1)',
  days1to7: 'var(--stage-2)',
  days8to30: 'var(--stage-3)',
  over30: 'var(--stage-4)',
}

export type Column = { stage: Stage; invoices: OpenInvoiceOnBoard[]; openGrosze: number }

/** Columns hold what matches the search; the longest overdue, then the largest, stand first. */
export function columnsOf(invoices: readonly OpenInvoiceOnBoard[], search = ''): Column[] {
  const wanted = search.trim().toLocaleLowerCase('pl')
  const found = invoices.filter(({ clientName, number }) =>
    `${clientName} ${number}`.toLocaleLowerCase('pl').includes(wanted),
  )
  return stages.map((stage) => {
    const own = found
      .filter((one) => one.stage === stage)
      .sort((a, b) => b.daysOverdue - a.daysOverdue || b.openGrosze - a.openGrosze)
    return { stage, invoices: own, openGrosze: own.reduce((sum, one) => sum + one.openGrosze, 0) }
  })
}

/** The bar of all that is open; nothing open, nothing drawn. */
export function barOf({ sums }: Pick<Board, 'sums'>): { stage: Stage; share: number }[] {
  return stages
    .map((stage) => ({
      stage,
      share: sums.openGrosze === 0 ? 0 : sums.stages[stage].openGrosze / sums.openGrosze,
    }))
    .filter(({ share }) => share > 0)
}

/** What goes out by itself on this day, and otherwise when the next goes. */
export function lettersOf(
  invoices: readonly OpenInvoiceOnBoard[],
  on: string,
  zone: string,
): { today: number; next: string | undefined } {
  const moments = invoices
    .flatMap(({ nextStep }) => (nextStep.kind === 'reminder' ? [nextStep.at] : []))
    .sort()
  const today = moments.filter((at) => dateOf(at, zone) === on).length
  return { today, next: moments.find((at) => dateOf(at, zone) > on) }
}
