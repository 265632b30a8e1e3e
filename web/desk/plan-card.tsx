/** How much work a ticket needs: the forecast counts with it. */
import { Button, NumberInput } from '@mantine/core'
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
  const isOver = ticket.may.delegate !== true
  const wanted = minutes === '' ? null : Number(minutes)
  const settle = { onSuccess: () => showToast({ text: words.reports.alarms.saved }), onError: refusal.show }
  const estimate = () => {
    refusal.clear()
    call.mutate((at) => api.put('/api/tickets/{id}/estimate', { ...at, body: { minutes: wanted } }), settle)
  }
  return (
    <Card title={said.title}>
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
      <RefusalNote refusal={refusal} fields={['minutes']} />
    </Card>
  )
}
