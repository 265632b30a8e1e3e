/** One ticket: until when and why, where it stands, the conversation, and the client's own decisions. */
import { Button, Textarea } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconMessageCircle, IconPhone } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { moment, time } from '#words/format.ts'
import { api } from '../kit/api.ts'
import { Card } from '../kit/controls.tsx'
import { ClockStory } from '../kit/clock-story.tsx'
import { Avatar, ProgressSteps, ReasonChip } from '../kit/data.tsx'
import { AppLink, useGo, usePathParams } from '../kit/link.tsx'
import { PanelPage } from '../kit/panel-frame.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { CountdownChip, PromiseRing } from '../kit/time.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useNow } from '../kit/use-clock.ts'
import { useLang, usePanelWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import { clockFacts, MessageBox, Messages, useStayAtEnd } from './messages.tsx'
import { useRenew, useTicket, type TicketPage } from './panel-data.ts'
import './panel.css'
import { PromiseSentence, reasonWords, telephone, WhyThisTime } from './parts.tsx'
import { promisedOf, stepIndex } from './promise.ts'

export default function TicketScreen() {
  const { id = '' } = usePathParams()
  const { kit } = usePanelWords()
  const { data, error, refetch } = useTicket(id)
  if (data) return <Shown key={id} ticket={data} />
  if (error)
    return (
      <ErrorState sentence={kit.errors.screen} explanation={error.message} onRetry={() => void refetch()} />
    )
  return <SkeletonAfter height={96} rows={3} />
}

function Shown({ ticket }: { ticket: TicketPage }) {
  const { panel } = usePanelWords()
  const box = useRef<HTMLTextAreaElement>(null)
  const go = useGo()
  const renew = useRenew()
  const wide = useMediaQuery('(min-width: 900px)', undefined, { getInitialValueInEffect: false })
  const { accountManager: opiekun } = ticket
  useReading(ticket.conversationId, ticket.messages.length)
  const write = () => {
    box.current?.scrollIntoView({ block: 'center' })
    box.current?.focus({ preventScroll: true })
  }
  const send = async (message: { text: string; fileIds: string[] }) => {
    const written = await api.post('/api/panel/tickets/{id}/messages', {
      path: { id: ticket.id },
      body: message,
    })
    await renew()
    if (written.opened) {
      showToast({ text: panel.ticket.opened(written.opened) })
      go(`/tickets/${written.opened.id}`)
    }
  }
  const who = ticket.assigneeName ?? opiekun.name
  return (
    <PanelPage
      title={panel.ticket.title({ name: ticket.name })}
      back="/tickets"
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
      side={
        <>
          {wide && <Why ticket={ticket} />}
          <About ticket={ticket} />
        </>
      }
      sticky={
        <div className="p-sticky-who">
          <Avatar name={who} size={38} />
          <span>
            <strong>{who}</strong>
            <span>{ticket.assigneeName ? panel.ticket.worker : panel.home.accountManager}</span>
          </span>
          <Button
            variant="light"
            size="lg"
            leftSection={<IconMessageCircle size={20} stroke={1.6} />}
            onClick={write}
          >
            {panel.ticket.write}
          </Button>
        </div>
      }
    >
      <Promise ticket={ticket} />
      <Decisions ticket={ticket} />
      {!wide && <Why ticket={ticket} />}
      <Card title={panel.ticket.talk}>
        <Conversation ticket={ticket} />
        <MessageBox boxRef={box} onSend={send} />
      </Card>
    </PanelPage>
  )
}

/** Looking at it is reading it. */
export function useReading(conversationId: string, count: number): void {
  useEffect(() => {
    if (document.visibilityState !== 'visible') return
    void api.put('/api/panel/conversations/{id}/reading', { path: { id: conversationId } }).catch(() => {})
  }, [conversationId, count])
}

function Promise({ ticket }: { ticket: TicketPage }) {
  const { panel } = usePanelWords()
  const { steps } = panel
  const promised = promisedOf(ticket, useNow())
  const runs = promised.kind === 'fix' || promised.kind === 'reply'
  return (
    <section className="k-card p-promise">
      {runs && <PromiseRing countdown={promised.clock} label={panel.promise.clockLabel} />}
      <PromiseSentence ticket={ticket} size="phone-large" explained={false} />
      <p>{ticket.subject}</p>
      {ticket.state === 'waiting' && ticket.step !== 'waitsForYou' && (
        <p className="p-promise-stands">{panel.promise.stands}</p>
      )}
      <ProgressSteps
        large
        label={panel.home.progress}
        steps={[steps.received, steps.inWork, steps.waitsForYou, steps.done]}
        current={stepIndex[ticket.step]}
      />
    </section>
  )
}

function Why({ ticket }: { ticket: TicketPage }) {
  const { promise } = usePanelWords().panel
  const promised = promisedOf(ticket, useNow())
  const clock = promised.kind === 'none' ? undefined : promised.clock
  if (!clock || clock.state === 'void') return null
  return (
    <details className="k-card p-why" open>
      <summary>{promise.why}</summary>
      <WhyThisTime ticket={ticket} clock={clock} />
      <Stories ticket={ticket} />
    </details>
  )
}

/** Every promise about this ticket with its whole story, as the technician sees it. */
function Stories({ ticket }: { ticket: TicketPage }) {
  const { panel, clock: words } = usePanelWords()
  const lang = useLang()
  const zone = useZone()
  const clocks = (ticket.clocks?.clocks ?? []).filter((clock) => clock.state !== 'void')
  return (
    <div className="p-stories">
      {clocks.map((clock) => (
        <section key={clock.target} aria-label={words.targets[clock.target]}>
          <h3>
            {words.targets[clock.target]} <span>{words.of(clock.matchedRow.granted)}</span>
            <CountdownChip
              label={words.targetsShort[clock.target]}
              countdown={{
                state: clock.state,
                dueAt: clock.dueAt,
                stretches: clock.stretches,
                overSeconds: clock.overSeconds,
                afterDue: clock.afterDue,
                usedSeconds: clock.usedSeconds,
                pausedWords: reasonWords(panel.waiting, clock.pausedBecause ?? ticket.waitingFor),
              }}
            />
          </h3>
          {clock.metAt && <p className="num">{moment(lang, clock.metAt, zone)}</p>}
          <ClockStory
            clock={clock}
            terms={ticket.clocks?.terms}
            pauseName={(key, name) => name ?? reasonWords(panel.waiting, key)}
          />
        </section>
      ))}
    </div>
  )
}

function About({ ticket }: { ticket: TicketPage }) {
  const { panel } = usePanelWords()
  const lang = useLang()
  const zone = useZone()
  const now = useNow()
  return (
    <Card>
      <div className="p-about">
        <ReasonChip tone="soft">{panel.states[ticket.state]}</ReasonChip>
        <span>
          {panel.report.plain[ticket.priority]}, {panel.ticket.reportedBy({ name: ticket.reporterName })},{' '}
          {moment(lang, ticket.reportedAt, zone, now)}
        </span>
        {(ticket.site || ticket.device) && (
          <span>{[ticket.device, ticket.site].filter(Boolean).join(', ')}</span>
        )}
        {ticket.follows && (
          <AppLink to={`/tickets/${ticket.follows.id}`}>{panel.ticket.follows(ticket.follows)}</AppLink>
        )}
        {ticket.mergedInto && (
          <AppLink to={`/tickets/${ticket.mergedInto.id}`}>{panel.ticket.merged(ticket.mergedInto)}</AppLink>
        )}
      </div>
    </Card>
  )
}

function Conversation({ ticket }: { ticket: TicketPage }) {
  const { panel } = usePanelWords()
  const lang = useLang()
  const zone = useZone()
  const now = useNow()
  useStayAtEndWhenWritten(ticket.messages.length)
  const fix = ticket.clocks?.clocks.find((clock) => clock.target === 'resolution')
  const facts = clockFacts(
    fix?.stretches ?? [],
    {
      stopped: (at, why) =>
        panel.talk.clockStopped({
          at: time(lang, at, zone),
          reason: reasonWords(panel.waiting, why?.reason),
        }),
      runs: (at) => panel.talk.clockRuns({ at: time(lang, at, zone) }),
    },
    now,
  )
  if (ticket.messages.length === 0 && facts.length === 0)
    return <p className="p-plain">{panel.ticket.noTalk}</p>
  return <Messages messages={ticket.messages} readByThemAt={ticket.readByThemAt} facts={facts} />
}

/** The promise is read first: the page moves to the end only for messages that come later. */
function useStayAtEndWhenWritten(count: number): void {
  const [first] = useState(count)
  useStayAtEnd(count > first ? count : 0)
}

/** Confirming, reopening; for a supervisor: letting a report in or not. */
function Decisions({ ticket }: { ticket: TicketPage }) {
  const { panel, kit } = usePanelWords()
  const words = panel.ticket
  const renew = useRenew()
  const refusal = useRefusal()
  const [busy, setBusy] = useState(false)
  const [reason, setReason] = useState<string>()
  const decide = async (deed: () => globalThis.Promise<unknown>, said: string) => {
    setBusy(true)
    refusal.clear()
    await deed().then(() => showToast({ text: said }), refusal.show)
    await renew()
    setBusy(false)
  }
  const at = { path: { id: ticket.id } }
  if (ticket.mayConfirm && ticket.state === 'resolved')
    return (
      <Card title={words.askConfirm} tone="soft">
        <div className="p-decision">
          <p>{words.askConfirmWhy}</p>
          <RefusalNote refusal={refusal} />
          <Button
            size="lg"
            loading={busy}
            onClick={() => void decide(() => api.put('/api/panel/tickets/{id}/closure', at), words.confirmed)}
          >
            {words.confirm}
          </Button>
          {ticket.mayReopen && (
            <Button
              size="lg"
              variant="default"
              disabled={busy}
              onClick={() =>
                void decide(() => api.delete('/api/panel/tickets/{id}/closure', at), words.reopened)
              }
            >
              {words.notFixed}
            </Button>
          )}
        </div>
      </Card>
    )
  if (ticket.mayAdmit)
    return (
      <Card title={words.decide} tone="note">
        <div className="p-decision">
          <p>{words.decideWhy({ name: ticket.reporterName })}</p>
          <RefusalNote refusal={refusal} />
          {reason === undefined ? (
            <>
              <Button
                size="lg"
                loading={busy}
                onClick={() =>
                  void decide(() => api.put('/api/panel/tickets/{id}/admission', at), words.admitted)
                }
              >
                {words.admit}
              </Button>
              <Button size="lg" variant="default" disabled={busy} onClick={() => setReason('')}>
                {words.refuse}
              </Button>
            </>
          ) : (
            <>
              <Textarea
                label={words.refuseWhy}
                autosize
                minRows={2}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
                error={refusal.of('reason')}
              />
              <Button
                size="lg"
                loading={busy}
                onClick={() =>
                  void decide(
                    () => api.put('/api/panel/tickets/{id}/refusal', { ...at, body: { reason } }),
                    words.refused,
                  )
                }
              >
                {words.refuse}
              </Button>
              <Button size="lg" variant="default" onClick={() => setReason(undefined)}>
                {kit.buttons.cancel}
              </Button>
            </>
          )}
        </div>
      </Card>
    )
  if (ticket.isHeld) return <p className="k-card k-card-note p-note">{panel.report.gate}</p>
  return null
}
