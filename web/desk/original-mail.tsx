/** One incoming message: who sent it, what happened, its text, and its own look in a closed frame. */
import { Button } from '@mantine/core'
import { IconDownload, IconMessage, IconTicket } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { moment } from '#words/format.ts'
import { addressOf, api } from '../kit/api.ts'
import { Pills } from '../kit/controls.tsx'
import { FileChips, ReasonChip } from '../kit/data.tsx'
import { LinkButton } from '../kit/link.tsx'
import { RefusalNote, useRefusal, useSentence } from '../kit/refusals.tsx'
import { SkeletonAfter } from '../kit/states.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useNow } from '../kit/use-clock.ts'
import { useSpeech, useWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { framedHtml, mayBecomeTicket, toneOf, type OriginalMail } from './mail-look.ts'

const rawPath = (id: string): string => addressOf('/api/incoming-mails/{id}/raw', { path: { id } })

export function OriginalMailView({ id }: { id: string }) {
  const words = useWords().intake.mail
  const sentence = useSentence()
  const { data: mail, error } = useQuery({
    queryKey: ['incoming_mails', id],
    queryFn: () => api.get('/api/incoming-mails/{id}', { path: { id } }),
  })
  if (error && !mail)
    return (
      <div className="m-original">
        <p>{sentence(error)}</p>
        <a href={rawPath(id)}>{words.download}</a>
      </div>
    )
  if (!mail) return <SkeletonAfter />
  return <Original mail={mail} />
}

function Original({ mail }: { mail: OriginalMail }) {
  const { lang, words } = useSpeech()
  const { intake } = words
  const zone = useZone()
  const now = useNow()
  const facts = [
    [intake.mail.from, mail.sender],
    [intake.mail.received, moment(lang, mail.receivedAt, zone, now)],
    [intake.mail.source, intake.mail.sources[mail.source]],
  ]
  return (
    <article className="m-original">
      <h2>{mail.subject || words.mail.withoutSubject}</h2>
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{intake.mail.outcome}</dt>
          <dd>
            <ReasonChip tone={toneOf(mail)}>{words.mail.outcomes[mail.outcome]}</ReasonChip>
          </dd>
        </div>
      </dl>
      <Deeds mail={mail} />
      <Content mail={mail} />
      {mail.attachments.length > 0 && (
        <section>
          <h3>{intake.mail.attachments}</h3>
          <FileChips
            label={intake.mail.attachments}
            files={mail.attachments.map(({ name, bytes }, index) => ({ id: `${index}`, name, bytes }))}
          />
          <p className="m-hint">{intake.mail.attachmentsHint}</p>
        </section>
      )}
    </article>
  )
}

function Deeds({ mail }: { mail: OriginalMail }) {
  const words = useWords().intake.mail
  const queries = useQueryClient()
  const refusal = useRefusal()
  const make = useMutation({
    mutationFn: () => api.post('/api/incoming-mails/{id}/ticket', { path: { id: mail.id } }),
    onSuccess: () => {
      showToast({ text: words.made })
      void queries.invalidateQueries({ queryKey: ['incoming_mails'] })
      void queries.invalidateQueries({ queryKey: ['tickets'] })
    },
    onError: refusal.show,
  })
  return (
    <>
      <RefusalNote refusal={refusal} />
      <div className="m-deeds">
        {mail.ticketId && (
          <LinkButton to={`/tickets/${mail.ticketId}`} leftSection={<IconTicket size={16} stroke={1.7} />}>
            {words.openTicket}
          </LinkButton>
        )}
        {!mail.ticketId && mail.conversationId && (
          <LinkButton
            to={`/conversations?id=${mail.conversationId}`}
            leftSection={<IconMessage size={16} stroke={1.7} />}
          >
            {words.openTalk}
          </LinkButton>
        )}
        {mayBecomeTicket(mail) && (
          <Button
            leftSection={<IconTicket size={16} stroke={1.7} />}
            loading={make.isPending}
            onClick={() => (refusal.clear(), make.mutate())}
          >
            {words.makeTicket}
          </Button>
        )}
        <Button
          component="a"
          href={rawPath(mail.id)}
          download
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.7} />}
        >
          {words.download}
        </Button>
      </div>
    </>
  )
}

function Content({ mail }: { mail: OriginalMail }) {
  const words = useWords()
  const { intake } = words
  const [look, setLook] = useState('plain')
  return (
    <section>
      <div className="m-content-head">
        <h3>{intake.mail.original}</h3>
        {mail.html && (
          <Pills
            label={intake.mail.original}
            pills={[
              { id: 'plain', label: intake.mail.plain },
              { id: 'asSent', label: intake.mail.asSent },
            ]}
            chosen={look}
            onChoose={setLook}
          />
        )}
      </div>
      {look === 'asSent' && mail.html ? (
        <iframe className="m-frame" title={intake.mail.frame} sandbox="" srcDoc={framedHtml(mail.html)} />
      ) : (
        <div className="m-text">{mail.text || words.mail.withoutText}</div>
      )}
    </section>
  )
}
