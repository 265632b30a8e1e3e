/** Shown until a person of the company confirms it once: the template wants a lawyer's eye. */
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../kit/api.ts'
import { useWords } from '../kit/words.tsx'

export function LegalNotice() {
  const said = useWords().contracts.editor
  const queries = useQueryClient()
  const { data } = useQuery({
    queryKey: ['company'],
    queryFn: () => api.get('/api/company'),
  })
  const confirm = useMutation({
    mutationFn: () => api.put('/api/contracts/legal-notice'),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['company'] }),
  })
  if (!data || data.onboarding.legalNoticeAt) return null
  return (
    <section className="c-note" aria-label={said.legalTitle}>
      <strong>{said.legalTitle}</strong>
      <p>{said.legal}</p>
      <Button size="xs" variant="default" loading={confirm.isPending} onClick={() => confirm.mutate()}>
        {said.legalDone}
      </Button>
    </section>
  )
}
