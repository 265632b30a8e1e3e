/**
 * The page behind the link that goes to whoever a form names as the sender. It asks for one
 * click, because programs that look into mail open links by themselves.
 */
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { api } from '../kit/api.ts'
import { useUrlState } from '../kit/link.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { useWords } from '../kit/words.tsx'
import { OpenPage } from './open-page.tsx'

export default function ConfirmReport() {
  const words = useWords().intake.confirm
  const [{ key = '' }] = useUrlState()
  const refusal = useRefusal()
  const confirm = useMutation({
    mutationFn: () => api.post('/api/public/report-confirmations', { body: { token: key } }),
    onError: refusal.show,
  })
  const done = confirm.data
  if (done)
    return (
      <OpenPage company={done.company}>
        <div className="o-done" role="status">
          <h1 className="k-promise">{words.thanks({ name: done.name })}</h1>
          <p>{words.thanksWhy({ company: done.company })}</p>
        </div>
      </OpenPage>
    )
  return (
    <OpenPage>
      <div className="o-done">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <RefusalNote refusal={refusal} />
        <Button
          size="lg"
          fullWidth
          loading={confirm.isPending}
          onClick={() => (refusal.clear(), confirm.mutate())}
        >
          {words.button}
        </Button>
        <p style={{ fontSize: 13.5 }}>{words.notMine}</p>
      </div>
    </OpenPage>
  )
}
