/** Conversations: with the opiekun about anything, and those of tickets. */
import { Avatar } from '../kit/data.tsx'
import { AppLink, useGo, useUrlState } from '../kit/link.tsx'
import { PanelPage } from '../kit/panel-frame.tsx'
import { Card } from '../kit/controls.tsx'
import { day, daysBetween, time } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { SkeletonAfter } from '../kit/states.tsx'
import { useNow } from '../kit/use-clock.ts'
import { useLang, usePanelWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { MessageBox } from './messages.tsx'
import { useConversations, useRenew, type Conversation } from './panel-data.ts'
import './panel.css'
import { OpiekunCard } from './parts.tsx'
import { usePanelSession } from './session.ts'

export default function Talk() {
  const { talk } = usePanelWords().panel
  const { accountManager } = usePanelSession()
  const [{ about = '' }] = useUrlState()
  const { data } = useConversations()
  const go = useGo()
  const renew = useRenew()
  const start = async (message: { text: string; fileIds: string[] }) => {
    const { conversationId } = await api.post('/api/panel/conversations', {
      body: {
        subject: about,
        ...message,
      },
    })
    await renew()
    go(`/talk/${conversationId}`)
  }
  return (
    <PanelPage heading={talk.title} side={<OpiekunCard opiekun={accountManager} />}>
      <Card title={talk.start}>
        <div className="p-start">
          <p className="p-plain">{accountManager.isOpenNow ? talk.empty : talk.mayWrite}</p>
          <MessageBox key={about} onSend={start} first={about ? `${about}\n` : ''} />
        </div>
      </Card>
      {!data && <SkeletonAfter rows={3} height={64} />}
      {data && data.length > 0 && (
        <section className="p-section" aria-labelledby="talks">
          <h2 id="talks">{talk.others}</h2>
          <ul className="k-card k-card-flush p-rows">
            {data.map((one) => (
              <li key={one.id}>
                <Row conversation={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </PanelPage>
  )
}

function Row({ conversation }: { conversation: Conversation }) {
  const { talk } = usePanelWords().panel
  const { accountManager } = usePanelSession()
  const lang = useLang()
  const zone = useZone()
  const now = useNow()
  const { id, ticketId, subject, lastText, lastAuthor, lastMessageAt, unread } = conversation
  return (
    <AppLink
      to={ticketId ? `/tickets/${ticketId}` : `/talk/${id}`}
      className="p-talk"
      data-unread={unread > 0 || undefined}
    >
      <Avatar name={lastAuthor || accountManager.name} size={38} />
      <span className="p-talk-words">
        <strong>{subject || accountManager.name}</strong>
        <span>{lastText}</span>
      </span>
      <span className="p-talk-side num">
        {daysBetween(now, lastMessageAt, zone) === 0
          ? time(lang, lastMessageAt, zone)
          : day(lang, lastMessageAt, zone, now)}
        {unread > 0 && (
          <span className="p-count">
            <span aria-hidden>{unread}</span>
            <span className="sr-only">{talk.unread({ n: unread })}</span>
          </span>
        )}
      </span>
    </AppLink>
  )
}
