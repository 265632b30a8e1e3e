/**
 * Every term of a contract can be edited by hand in the web: the table says where. A term that is added to the
 * schema without a place in the editor fails here by its name. Rules of prices are written
 * in phrases of their own and tested with them (`web/contracts/rule-phrases.test.ts`).
 */
import assert from 'node:assert/strict'
import test from 'node:test'
import { z } from 'zod'
import { Terms } from '#server/contracts/terms.ts'

/** Where each branch of the terms is edited; the longest beginning that fits counts. */
const hands: Record<string, { where: string; fields: string[] }> = {
  covers: { where: 'agreed-sections: CoversSentence', fields: ['sites', 'deviceClasses', 'services'] },
  serviceLevels: {
    where: 'level-row, target-editor',
    fields: [
      'priority category deviceClass site definition clause calendar calendars',
      'reactionMinutes arrivalMinutes arrivalBusinessDays nextReplyMinutes periodicUpdateMinutes',
      'workAroundMinutes workAroundBusinessDays resolutionMinutes resolutionBusinessDays',
    ],
  },
  calendars: {
    where: 'chosen in level-row, written in the settings of the company',
    fields: ['name calendar'],
  },
  '': { where: 'other-sections: Parties', fields: ['accountManagerId deputyId'] },
  reporters: {
    where: 'other-sections: Reporters, agreed-sections: ReporterLimits',
    fields: ['mode contactIds limits supervisorIds'],
  },
  billing: {
    where: 'other-sections: Billing; the month is the only period',
    fields: ['period paymentDays paymentDaysFrom vat'],
  },
  'clock.pauseReasons': {
    where: 'clock-rules: PauseEditor; the key comes from the name',
    fields: ['key name stops clause endsOnClientMessage'],
  },
  'clock.targets': {
    where: 'clock-rules: TargetSentences, target-rules',
    fields: ['startsWith fulfilledBy'],
  },
  'clock.warnings': { where: 'warning-rules', fields: ['share tell'] },
  clock: {
    where: 'clock-rules',
    fields: ['onPriorityChange onReopen warrantyDays gateClock closeAfterDays'],
  },
  priorityMatrix: { where: 'priority-table', fields: ['impacts urgencies priorities'] },
  credits: {
    where: 'credit-rules; the id is made',
    fields: ['clauses caps'],
  },
  term: {
    where: 'other-sections: Period, agreed-sections: RenewalSentences',
    fields: ['isIndefinite noticeMonths noticeEnds renewal'],
  },
  indexation: {
    where: 'agreed-sections: IndexationSection',
    fields: ['index month capBp floorBp noticeDays firstYear'],
  },
  examples: { where: 'examples-section', fields: ['name figures netGrosze'] },
  document: {
    where: 'other-sections: DocumentTexts, Parties',
    fields: ['place scope exclusions liabilityLimit warrantyMonths form court'],
  },
}

test('every term has a place in the editor', () => {
  const missing = leaves(Terms).filter((path) => !path.startsWith('priceList') && !isEdited(path))
  assert.deepEqual(missing, [])
})

test('the table names no term that is not there', () => {
  const all = leaves(Terms)
  const stale = Object.entries(hands).flatMap(([branch, { fields }]) =>
    names(fields)
      .map((field) => (branch === '' ? field : `${branch}.${field}`))
      .filter((path) => !all.some((leaf) => leaf === path || leaf.startsWith(`${path}.`))),
  )
  assert.deepEqual(stale, [])
})

const names = (fields: string[]): string[] => fields.flatMap((some) => some.split(' '))

function isEdited(path: string): boolean {
  const branch = Object.keys(hands)
    .filter((one) => one === '' || path.startsWith(`${one}.`))
    .sort((a, b) => b.length - a.length)[0]!
  const rest = branch === '' ? path : path.slice(branch.length + 1)
  return names(hands[branch]!.fields).includes(rest.split('.')[0]!)
}

/** "clock.warnings.share": every value that terms may hold, without the places of lists. */
function leaves(schema: unknown, path = ''): string[] {
  const { def } = (schema as z.ZodType)._zod as unknown as { def: Record<string, unknown> & { type: string } }
  if (def.type === 'optional' || def.type === 'nullable') return leaves(def.innerType, path)
  if (def.type === 'object')
    return Object.entries(def.shape as Record<string, unknown>).flatMap(([name, inner]) =>
      leaves(inner, path === '' ? name : `${path}.${name}`),
    )
  if (def.type === 'array') return leaves(def.element, path)
  if (def.type === 'record') return leaves(def.valueType, path)
  return [path]
}
