/** The promise: what is answered and finished by when, on which clock, for whom otherwise, and a try of it. */
import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { use } from 'react'
import { type PriorityLevel } from '../kit/data.tsx'
import { useWords } from '../kit/words.tsx'
import { EditorContext } from './chips.tsx'
import { ClockRules } from './clock-rules.tsx'
import { CreditRules } from './credit-rules.tsx'
import { withNewRow, withoutRow, withRow, type LevelProps } from './level-draft.ts'
import { LevelPreview } from './level-preview.tsx'
import { LevelRow } from './level-row.tsx'
import { PriorityTable } from './priority-table.tsx'
import { WarningRules } from './warning-rules.tsx'
import './levels.css'

const priorities: PriorityLevel[] = ['critical', 'high', 'normal', 'low']

export function ServiceLevels(props: LevelProps) {
  const { terms, base, setTerms } = props
  const { contracts, levels } = useWords()
  const words = contracts.editor
  const { readOnly } = use(EditorContext)
  return (
    <>
      <div className="l-levels" role="table" aria-label={words.sections.sla}>
        <div role="row" className="l-level l-level-head">
          <span role="columnheader">{words.columns.priority}</span>
          <span role="columnheader">{words.columns.reaction}</span>
          <span role="columnheader">{words.columns.resolution}</span>
          <span role="columnheader">{words.columns.calendar}</span>
          <span role="columnheader" className="sr-only">
            {words.removeLevel}
          </span>
        </div>
        {terms.serviceLevels.map((level, i) => (
          <LevelRow
            key={i}
            place={i}
            level={level}
            terms={terms}
            base={base}
            setTerms={setTerms}
            set={(change) => setTerms((now) => withRow(now, i, change))}
            onRemove={readOnly ? undefined : () => setTerms((now) => withoutRow(now, i))}
          />
        ))}
      </div>
      {!readOnly && <AddRow terms={terms} setTerms={setTerms} />}
      {terms.serviceLevels.length > 4 && <p className="c-hint l-matrix-hint">{levels.matrixHint}</p>}
      <LevelPreview terms={terms} />
      <ClockRules {...props} />
      <WarningRules {...props} />
      <PriorityTable {...props} />
      <CreditRules {...props} />
    </>
  )
}

function AddRow({ terms, setTerms }: Pick<LevelProps, 'terms' | 'setTerms'>) {
  const { contracts, kit, levels } = useWords()
  const isWhole = (priority: string) =>
    terms.serviceLevels.some(
      (level) => level.priority === priority && !level.category && !level.deviceClass && !level.site,
    )
  const missing = priorities.filter((priority) => !isWhole(priority))
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="subtle" size="xs" leftSection={<IconPlus size={15} stroke={1.8} />}>
          {contracts.editor.addLevel}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {missing.map((priority) => (
          <Menu.Item key={priority} onClick={() => setTerms((now) => withNewRow(now, { priority }))}>
            {kit.priorities[priority]}
          </Menu.Item>
        ))}
        {!isWhole('*') && (
          <Menu.Item onClick={() => setTerms((now) => withNewRow(now, { priority: '*' }))}>
            {levels.fallback}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item onClick={() => setTerms((now) => withNewRow(now, { priority: '*', category: '' }))}>
          {levels.exception}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
