/** What a ticket is about and how much work it needs: both move its clocks or the forecast. */
import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../kit/api.ts'
import { Card } from '../kit/controls.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useDeedCall, type Ticket } from './desk-data.ts'

export function PlanCard({ ticket }: { ticket: Ticket }) {
  const { words } = useSpeech()
  const said = words.reports.plan
  const refusal = useRefusal()
  const call = useDeedCall(ticket.id)
  const [minutes, setMinutes] = useState<string | number>(ticket.estimateMinutes ?? '')
  const { data: rules } = useQuery({ queryKey: ['desk-rules'], queryFn: () => api.get('/api/desk-rules') })
  const isOver = ticket.may.delegate !== true
  const wanted = minutes === '' ? null : Number(minutes)
  const settle = { onSuccess: () => showToast({ text: words.reports.alarms.saved }), onError: refusal.show }
  const setCategory = (category: string | null) => {
    refusal.clear()
    call.mutate((at) => api.put('/api/tickets/{id}/category', { ...at, body: { category } }), settle)
  }
  const estimate = () => {
    refusal.clear()
    call.mutate((at) => api.put('/api/tickets/{id}/estimate', { ...at, body: { minutes: wanted } }), settle)
  }
  const categories = rules?.categories ?? []
  const known = ticket.category && !categories.includes(ticket.category) ? [ticket.category] : []
  return (
    <Card title={said.title}>
      <div className="d-plan">
        {categories.length > 0 ? (
          <Select
            label={said.category}
            placeholder={words.reports.compliance.none.category}
            data={[...known, ...categories]}
            value={ticket.category}
            clearable
            disabled={isOver}
            onChange={setCategory}
            error={refusal.of('category')}
          />
        ) : (
          <TextInput
            key={ticket.category ?? ''}
            label={said.category}
            defaultValue={ticket.category ?? ''}
            disabled={isOver}
            onBlur={(e) => {
              const next = e.currentTarget.value.trim() || null
              if (next !== ticket.category) setCategory(next)
            }}
            error={refusal.of('category')}
          />
        )}
        <NumberInput
          label={said.effort}
          placeholder={said.effortHint}
          suffix=" min"
          min={1}
          allowDecimal={false}
          value={minutes}
          disabled={isOver}
          onChange={setMinutes}
          error={refusal.of('minutes')}
          rightSection={
            wanted === ticket.estimateMinutes ? undefined : (
              <Button size="compact-xs" variant="subtle" loading={call.isPending} onClick={estimate}>
                {words.reports.alarms.save}
              </Button>
            )
          }
          {...(wanted === ticket.estimateMinutes ? {} : { rightSectionWidth: 68 })}
        />
      </div>
      <RefusalNote refusal={refusal} fields={['category', 'minutes']} />
    </Card>
  )
}
