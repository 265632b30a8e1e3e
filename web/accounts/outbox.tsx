/** The outbox: every mail of the company, its text and its fate. */
import { Button } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { moment } from '#words/format.ts'
import { addressOf, api } from '../kit/api.ts'
import { ReasonChip, type TagTone } from '../kit/data.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { EmptyState, SkeletonAfter } from '../kit/states.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { useSession } from '../session.ts'
import './accounts.css'
import type { Schemas } from '../generated/client.ts'

type State = Mail['state']
type Mail = Schemas.OutgoingMail
const tones: Record<State, TagTone> = {
  queued: 'calm',
  sending: 'calm',
  sent: 'soft',
  kept: 'note',
  failed: 'danger',
  uncertain: 'decision',
}

export default function Outbox() {
  const {
    lang,
    words: { accounts },
  } = useSpeech()
  const words = accounts.outbox
  const zone = useZone()
  const { isMailKept } = useSession()
  const queries = useQueryClient()
  const { data } = useQuery({ queryKey: ['outbox'], queryFn: () => api.get('/api/outbox') })
  const resend = useMutation({
    mutationFn: (id: string) => api.post('/api/outbox/{id}/sending', { path: { id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['outbox'] }),
  })
  return (
    <Page header={<PageHeader title={accounts.nav.outbox} />}>
      {isMailKept && (
        <p className="a-hint" style={{ padding: '12px 24px 0' }}>
          {words.kept}
        </p>
      )}
      {!data && <SkeletonAfter />}
      {data?.length === 0 && <EmptyState sentence={words.empty} explanation={words.emptyWhy} />}
      {data?.map((mail) => (
        <details key={mail.id} className="a-mail">
          <summary>
            <span className="num a-hint">{moment(lang, mail.createdAt, zone)}</span>
            <span style={{ minWidth: 0 }}>
              <strong>{mail.subject}</strong>
              <br />
              <span className="a-hint">
                {words.to}: {mail.recipients.map((r) => r.address).join(', ')}
              </span>
            </span>
            <ReasonChip tone={tones[mail.state]}>{words.states[mail.state]}</ReasonChip>
          </summary>
          <pre>{mail.text}</pre>
          {mail.isMasked && <p className="a-hint">{words.masked}</p>}
          {mail.lastError && <p className="a-hint">{mail.lastError}</p>}
          {mail.attachments.map((file) => (
            <a key={file.fileId} href={addressOf('/api/files/{id}', { path: { id: file.fileId } })} download>
              {file.name}
            </a>
          ))}
          {['failed', 'kept', 'uncertain'].includes(mail.state) && !isMailKept && (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconMail size={15} />}
              loading={resend.isPending}
              onClick={() => resend.mutate(mail.id)}
            >
              {words.resend}
            </Button>
          )}
        </details>
      ))}
    </Page>
  )
}
