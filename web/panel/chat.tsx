/** A free conversation with the opiekun, live. */
import { IconPhone } from '@tabler/icons-react'
import { api } from '../kit/api.ts'
import { Avatar } from '../kit/data.tsx'
import { usePathParams } from '../kit/link.tsx'
import { PanelPage } from '../kit/panel-frame.tsx'
import { ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { usePanelWords } from '../kit/words.tsx'
import { MessageBox, Messages, useStayAtEnd } from './messages.tsx'
import { useConversation, useRenew, type ConversationPage } from './panel-data.ts'
import './panel.css'
import { Presence, telephone } from './parts.tsx'
import { useReading } from './ticket.tsx'

export default function ChatScreen() {
  const { id = '' } = usePathParams()
  const { kit } = usePanelWords()
  const { data, error, refetch } = useConversation(id)
  if (data) return <Shown key={id} conversation={data} />
  if (error)
    return (
      <ErrorState sentence={kit.errors.screen} explanation={error.message} onRetry={() => void refetch()} />
    )
  return <SkeletonAfter height={96} rows={3} />
}

function Shown({ conversation }: { conversation: ConversationPage }) {
  const { panel } = usePanelWords()
  const renew = useRenew()
  const { id, subject, messages, accountManager: opiekun, readByThemAt } = conversation
  useReading(id, messages.length)
  useStayAtEnd(messages.length)
  const send = async (message: { text: string; fileIds: string[] }) => {
    await api.post('/api/panel/conversations/{id}/messages', { path: { id }, body: message })
    await renew()
  }
  return (
    <PanelPage
      title={
        <span className="p-chat-who">
          <Avatar name={opiekun.name} size={40} online={opiekun.isOpenNow} />
          <span>
            <strong>{opiekun.name}</strong>
            <span>
              {subject ? `${subject}, ` : ''}
              <Presence opiekun={opiekun} />
            </span>
          </span>
        </span>
      }
      back="/talk"
      action={
        opiekun.phone && (
          <a
            className="p-call"
            href={telephone(opiekun.phone)}
            aria-label={`${panel.ticket.call}: ${opiekun.name}`}
          >
            <IconPhone size={22} stroke={1.6} aria-hidden />
          </a>
        )
      }
      sticky={<MessageBox onSend={send} hint={opiekun.isOpenNow ? undefined : panel.talk.mayWrite} />}
    >
      <Messages messages={messages} readByThemAt={readByThemAt} />
    </PanelPage>
  )
}
