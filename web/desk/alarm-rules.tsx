/** The rules of alarms: whom the ladder tells and when, quiet hours, and the categories of tickets. */
import {
  ActionIcon,
  Button,
  Checkbox,
  MultiSelect,
  NumberInput,
  Select,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Schemas } from '../generated/client.ts'
import { api, type Answer } from '../kit/api.ts'
import { Page, PageHeader } from '../kit/page.tsx'
import { RefusalNote, useRefusal, type RefusalState } from '../kit/refusals.tsx'
import { ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech } from '../kit/words.tsx'
import './reports.css'

type Rules = Answer<'get', '/api/desk-rules'>
type Step = Rules['alarms']['ladder'][number]
type Staff = Schemas.StaffMember

export default function AlarmRules() {
  const { words } = useSpeech()
  const said = words.reports.alarms
  const rules = useQuery({ queryKey: ['desk-rules'], queryFn: () => api.get('/api/desk-rules') })
  const staff = useQuery({ queryKey: ['staff'], queryFn: () => api.get('/api/staff') })
  const error = rules.error ?? staff.error
  return (
    <Page header={<PageHeader title={words.reports.nav.alarms} />}>
      {error && (
        <ErrorState
          sentence={words.kit.errors.title}
          explanation={error.message}
          onRetry={() => void rules.refetch()}
        />
      )}
      {(!rules.data || !staff.data) && !error && <SkeletonAfter rows={6} />}
      {rules.data && staff.data && (
        <div className="r-rules">
          <p className="r-quiet">{said.intro}</p>
          <AlarmsForm key={`alarms ${rules.data.version}`} rules={rules.data} staff={staff.data} />
          <CategoriesForm key={`categories ${rules.data.version}`} rules={rules.data} />
        </div>
      )}
    </Page>
  )
}

function useChange(refusal: RefusalState) {
  const { words } = useSpeech()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: Partial<Pick<Rules, 'alarms' | 'categories'>> & { version: number }) =>
      api.patch('/api/desk-rules', { body: change }),
    onMutate: refusal.clear,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['desk-rules'] })
      showToast({ text: words.reports.alarms.saved })
    },
    onError: refusal.show,
  })
}

function AlarmsForm({ rules, staff }: { rules: Rules; staff: readonly Staff[] }) {
  const { words } = useSpeech()
  const said = words.reports.alarms
  const refusal = useRefusal()
  const change = useChange(refusal)
  const [ladder, setLadder] = useState<readonly Step[]>(rules.alarms.ladder)
  const [quiet, setQuiet] = useState(rules.alarms.quiet)
  const put = (index: number, step: Step) => setLadder(ladder.map((one, i) => (i === index ? step : one)))
  const fields = [
    ...ladder.flatMap((_, i) => ['share', 'overMinutes', 'tell'].map((name) => `alarms.ladder.${i}.${name}`)),
    'alarms.quiet.from',
    'alarms.quiet.to',
  ]
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate({ alarms: { ladder: [...ladder], quiet }, version: rules.version })
      }}
    >
      <h2>{said.ladder}</h2>
      {ladder.map((step, i) => (
        <StepRow
          key={i}
          step={step}
          at={`alarms.ladder.${i}`}
          staff={staff}
          refusal={refusal}
          onChange={(next) => put(i, next)}
          onRemove={() => setLadder(ladder.filter((_, other) => other !== i))}
        />
      ))}
      <Button
        variant="subtle"
        leftSection={<IconPlus size={15} stroke={1.8} />}
        onClick={() => setLadder([...ladder, { overMinutes: 60, tell: ['manager'], byMail: true }])}
      >
        {said.addStep}
      </Button>
      <h2 style={{ marginTop: 26 }}>{said.quiet}</h2>
      <p className="r-quiet">{said.quietWhy}</p>
      <div className="r-quiet-hours">
        <Switch
          label={said.quietOn}
          checked={quiet !== null}
          onChange={(e) =>
            setQuiet(e.currentTarget.checked ? { from: '20:00', to: '07:00', freeDays: true } : null)
          }
        />
      </div>
      {quiet && (
        <div className="r-quiet-hours num">
          {(['from', 'to'] as const).map((end) => (
            <TextInput
              key={end}
              w={84}
              inputMode="numeric"
              placeholder="20:00"
              label={said[end]}
              value={quiet[end]}
              onChange={(e) => setQuiet({ ...quiet, [end]: e.currentTarget.value })}
              error={refusal.of(`alarms.quiet.${end}`)}
            />
          ))}
          <Checkbox
            label={said.freeDays}
            checked={quiet.freeDays}
            onChange={(e) => setQuiet({ ...quiet, freeDays: e.currentTarget.checked })}
            mb={8}
          />
        </div>
      )}
      <RefusalNote refusal={refusal} fields={fields} />
      <Button type="submit" mt={16} loading={change.isPending}>
        {said.save}
      </Button>
    </form>
  )
}

function StepRow({
  step,
  at,
  staff,
  refusal,
  onChange,
  onRemove,
}: {
  step: Step
  at: string
  staff: readonly Staff[]
  refusal: RefusalState
  onChange: (step: Step) => void
  onRemove: () => void
}) {
  const { words } = useSpeech()
  const said = words.reports.alarms
  const isOver = step.overMinutes !== undefined
  const { tell, byMail } = step
  const name = isOver
    ? said.stepAfter({ minutes: step.overMinutes ?? 0 })
    : said.stepAt({ share: step.share ?? 0 })
  const people = [
    ...Object.entries(said.roles).map(([value, label]) => ({ value, label })),
    ...staff.filter((one) => !one.leftAt).map((one) => ({ value: one.id, label: one.name })),
  ]
  return (
    <div className="r-step" role="group" aria-label={name}>
      <NumberInput
        label={said.number}
        suffix={isOver ? ' min' : '%'}
        min={1}
        max={isOver ? 20_160 : 100}
        allowDecimal={false}
        value={(isOver ? step.overMinutes : step.share) ?? ''}
        onChange={(value) =>
          onChange(
            isOver ? { overMinutes: Number(value), tell, byMail } : { share: Number(value), tell, byMail },
          )
        }
        error={refusal.of(`${at}.${isOver ? 'overMinutes' : 'share'}`)}
      />
      <Select
        label={said.kind}
        allowDeselect={false}
        data={[
          { value: 'share', label: step.share === 100 ? said.kinds.breach : said.kinds.share },
          { value: 'over', label: said.kinds.over },
        ]}
        value={isOver ? 'over' : 'share'}
        onChange={(kind) =>
          onChange(kind === 'over' ? { overMinutes: 60, tell, byMail } : { share: 75, tell, byMail })
        }
      />
      <MultiSelect
        className="r-step-tell"
        label={said.tell}
        data={people}
        value={tell}
        onChange={(next) => onChange({ ...step, tell: next })}
        error={refusal.of(`${at}.tell`)}
        searchable
        hidePickedOptions
      />
      <Checkbox
        label={said.byMail}
        checked={byMail}
        onChange={(e) => onChange({ ...step, byMail: e.currentTarget.checked })}
      />
      <ActionIcon variant="subtle" size={30} aria-label={said.removeStep({ step: name })} onClick={onRemove}>
        <IconTrash size={16} stroke={1.7} />
      </ActionIcon>
    </div>
  )
}

function CategoriesForm({ rules }: { rules: Rules }) {
  const { words } = useSpeech()
  const said = words.reports.alarms
  const refusal = useRefusal()
  const change = useChange(refusal)
  const [text, setText] = useState(rules.categories.join('\n'))
  const lines = text.split('\n').map((line) => line.trim())
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate({ categories: lines.filter(Boolean), version: rules.version })
      }}
    >
      <h2>{said.categories}</h2>
      <Textarea
        description={said.categoriesWhy}
        aria-label={said.categories}
        autosize
        minRows={4}
        maw={420}
        mt={8}
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
      />
      <RefusalNote refusal={refusal} />
      <Button type="submit" mt={12} loading={change.isPending}>
        {said.save}
      </Button>
    </form>
  )
}
