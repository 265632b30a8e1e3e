/** A ticket left out of credits, with the reason; or counted again. */
import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../kit/api.ts'
import { useRefusal } from '../kit/refusals.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useCreditWords } from './credit-words.ts'
import { renew } from './desk-data.ts'
import { FormDialog } from './form-dialog.tsx'

export function ExcludeCredit({
  ticket,
  excludedBecause,
  onClose,
}: {
  ticket: { id: string; name: string }
  excludedBecause: string | null
  onClose: () => void
}) {
  const said = useCreditWords()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [reason, setReason] = useState('')
  const isExcluded = excludedBecause === null
  const change = useMutation({
    mutationFn: () =>
      api.put('/api/tickets/{id}/credit-exclusion', {
        path: { id: ticket.id },
        body: { isExcluded, reason },
      }),
    onSuccess: () => {
      onClose()
      showToast({ text: isExcluded ? said.done.excluded : said.done.included })
    },
    onError: refusal.show,
    onSettled: () => renew(queries, ticket.id),
  })
  return (
    <FormDialog
      title={isExcluded ? said.dialog.excludeTitle(ticket.name) : said.dialog.includeTitle(ticket.name)}
      action={isExcluded ? said.exclude : said.dialog.include}
      refusal={refusal}
      fields={['reason']}
      busy={change.isPending}
      isReady={!isExcluded || reason.trim() !== ''}
      onSubmit={() => change.mutate()}
      onClose={onClose}
    >
      <p className="d-quiet">
        {isExcluded ? said.dialog.excludeHint : said.dialog.wasExcluded(excludedBecause)}
      </p>
      {isExcluded && (
        <Textarea
          label={said.dialog.reason}
          data-autofocus
          autosize
          minRows={2}
          value={reason}
          error={refusal.of('reason')}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
      )}
    </FormDialog>
  )
}
