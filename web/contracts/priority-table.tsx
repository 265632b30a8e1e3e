/** Impact × urgency → priority, where the contract agrees on it. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { use } from 'react'
import { usualMatrix } from '#engines/worktime/priority-matrix.ts'
import { useWords } from '../kit/words.tsx'
import { EditorContext, SelectChip } from './chips.tsx'
import type { Terms } from './contract-data.ts'
import type { LevelProps } from './level-draft.ts'

type Matrix = NonNullable<Terms['priorityMatrix']>
type Priority = Matrix['priorities'][number][number]
const priorities: Priority[] = ['critical', 'high', 'normal', 'low']

export function PriorityTable({ terms, base, setTerms }: LevelProps) {
  const { levels, kit } = useWords()
  const { readOnly } = use(EditorContext)
  const matrix = terms.priorityMatrix
  const set = (next: Matrix | undefined) => setTerms((now) => ({ ...now, priorityMatrix: next }))
  if (!matrix)
    return readOnly ? null : (
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconPlus size={15} stroke={1.8} />}
        onClick={() => set(structuredClone(usualMatrix) as Matrix)}
      >
        {levels.matrixOn}
      </Button>
    )
  const name = (
    kind: 'impacts' | 'urgencies',
    { key, name: own }: { key: string; name?: string | undefined },
  ) => own ?? (levels[kind] as Readonly<Record<string, string>>)[key] ?? key
  const withCell = (row: number, column: number, priority: Priority): Matrix => ({
    ...matrix,
    priorities: matrix.priorities.map((cells, i) =>
      i === row ? cells.map((cell, n) => (n === column ? priority : cell)) : cells,
    ),
  })
  return (
    <section aria-label={levels.matrix} className="l-part">
      <h3>{levels.matrix}</h3>
      <table className="l-matrix">
        <thead>
          <tr>
            <th scope="col">{`${levels.impact} / ${levels.urgency.toLowerCase()}`}</th>
            {matrix.urgencies.map((one) => (
              <th key={one.key} scope="col">
                {name('urgencies', one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.impacts.map((impact, row) => (
            <tr key={impact.key}>
              <th scope="row">{name('impacts', impact)}</th>
              {matrix.urgencies.map((urgency, column) => (
                <td key={urgency.key}>
                  <SelectChip
                    value={matrix.priorities[row]?.[column] ?? 'normal'}
                    was={base?.priorityMatrix?.priorities[row]?.[column]}
                    label={`${name('impacts', impact)}, ${name('urgencies', urgency)}`}
                    choices={priorities.map((value) => ({ value, label: kit.priorities[value] }))}
                    onChange={(priority) => set(withCell(row, column, priority))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {!readOnly && (
        <Button variant="subtle" size="compact-xs" onClick={() => set(undefined)}>
          {levels.matrixOff}
        </Button>
      )}
    </section>
  )
}
