/**
 * Priority from impact × urgency: how many people cannot work, and how soon it hurts. The
 * contract holds the table; each impact is a row of it, each urgency a column.
 */
import { must } from '../base/must.ts'

export type PriorityMatrix = {
  impacts: readonly { key: string; name?: string }[]
  urgencies: readonly { key: string; name?: string }[]
  /** One row for each impact, one priority for each urgency in it. */
  priorities: readonly (readonly string[])[]
}

export const usualMatrix: PriorityMatrix = {
  impacts: [{ key: 'company' }, { key: 'department' }, { key: 'person' }],
  urgencies: [{ key: 'now' }, { key: 'soon' }, { key: 'later' }],
  priorities: [
    ['critical', 'high', 'normal'],
    ['high', 'normal', 'normal'],
    ['normal', 'normal', 'low'],
  ],
}

/** Undefined when the table has no such impact or urgency. */
export function priorityFrom(
  matrix: PriorityMatrix,
  { impact, urgency }: { impact: string; urgency: string },
): string | undefined {
  const row = matrix.impacts.findIndex(({ key }) => key === impact)
  const column = matrix.urgencies.findIndex(({ key }) => key === urgency)
  if (row < 0 || column < 0) return undefined
  const priority = matrix.priorities[row]?.[column]
  must(priority !== undefined, 'a matrix that was checked has every cell')
  return priority
}

export type MatrixProblem = {
  code: 'key_twice' | 'cell_missing' | 'cell_over' | 'priority_unknown'
  /** Such as `priorityMatrix.priorities.1.2`. */
  path: string
}

export function problemsOfMatrix(
  matrix: PriorityMatrix,
  known: readonly string[],
  path = 'priorityMatrix',
): MatrixProblem[] {
  const { impacts, urgencies, priorities } = matrix
  return [
    ...twice(impacts, `${path}.impacts`),
    ...twice(urgencies, `${path}.urgencies`),
    ...impacts.flatMap((_, row) =>
      urgencies.flatMap((__, column) =>
        cell(priorities[row]?.[column], `${path}.priorities.${row}.${column}`),
      ),
    ),
    ...priorities.flatMap((row, i) =>
      i >= impacts.length || row.length > urgencies.length
        ? [{ code: 'cell_over' as const, path: `${path}.priorities.${i}` }]
        : [],
    ),
  ]

  function cell(priority: string | undefined, at: string): MatrixProblem[] {
    if (priority === undefined) return [{ code: 'cell_missing', path: at }]
    return known.includes(priority) ? [] : [{ code: 'priority_unknown', path: at }]
  }
}

function twice(keys: readonly { key: string }[], path: string): MatrixProblem[] {
  return keys.flatMap(({ key }, i) =>
    keys.findIndex((other) => other.key === key) < i
      ? [{ code: 'key_twice' as const, path: `${path}.${i}.key` }]
      : [],
  )
}
