/** What may be done to a ticket in which state, and what each deed does to its clocks. */
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Context } from '#server/plumbing/context.ts'
import { Refusal } from '#server/plumbing/refusal.ts'
import { letPass, printer, setDesk, type Desk } from '#server/testing/desk-stage.ts'
import { openStage, refused, warsaw } from '#server/testing/scene.ts'
import { messagesOf } from './conversations.ts'
import { changeAbout } from './change-about.ts'
import { chooseContract } from './choose-contract.ts'
import { cancelTicket, closeTicket, reopenTicket, resolveTicket } from './finish-ticket.ts'
import { admitTicket, linkTicketToClient, refuseTicket } from './gate.ts'
import { changePriority, delegateTicket, markNotCounted, takeOver } from './handle-ticket.ts'
import { mergeTickets } from './merge-tickets.ts'
import { noticesOf } from './notices.ts'
import { giveWorkAround, noteArrival } from './note-progress.ts'
import { pauseClock, resumeClock } from './pause-clock.ts'
import { reportTicket } from './report-ticket.ts'
import { logTime } from './log-work.ts'
import {
  impossible,
  standingOf,
  ticketStates,
  whatMayBeDone,
  type TicketDeed,
  type TicketState,
} from './ticket-state.ts'
import { findTicket, logOf } from './ticket-store.ts'
import { ticketOf, type TicketView } from './ticket-view.ts'
import { writeMessage } from './write-message.ts'
import { startTimer } from './work-timer.ts'
import { workOfTicket } from './work-store.ts'

const stage = openStage()
let opened: Desk | undefined
const desk = async (): Promise<Desk> => (opened ??= await setDesk(await stage()))
const friday = '2026-11-20T15:40'
const at = (ctx: Context, time: string): Context => ({ ...ctx, now: warsaw(time) })
const as = (ctx: Context, desk: Desk, who: Parameters<Desk['as']>[0]): Context => ({
  ...ctx,
  actor: desk.as(who).actor,
})
const clock = (ticket: TicketView, target: string) =>
  ticket.clocks!.clocks.find((one) => one.target === target)!
const kinds = async (ctx: Context, id: string) => (await logOf(ctx, id)).map((row) => row.kind)
const mails = async (ctx: Context, kind: string) =>
  ctx.tx
    .selectFrom('mails')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('kind', '=', kind)
    .orderBy('createdAt')
    .execute()

/** A ticket of the bakery brought into a state. */
const states: Record<TicketState, (ctx: Context, desk: Desk) => Promise<TicketView>> = {
  held: (ctx, d) => reportTicket(as(ctx, d, 'night'), printer),
  received: (ctx, d) => reportTicket(as(ctx, d, 'jan'), printer),
  inWork: async (ctx, d) => takeOver(ctx, (await states.received(ctx, d)).id),
  waiting: async (ctx, d) =>
    pauseClock(ctx, (await states.inWork(ctx, d)).id, { reason: 'waitingForClient' }),
  resolved: async (ctx, d) =>
    resolveTicket(ctx, (await states.inWork(ctx, d)).id, { text: 'Wymieniono głowicę.' }),
  closed: async (ctx, d) => closeTicket(ctx, (await states.resolved(ctx, d)).id),
  cancelled: async (ctx, d) => cancelTicket(ctx, (await states.received(ctx, d)).id, { reason: 'pomyłka' }),
  async merged(ctx, d) {
    const [one, other] = [await states.received(ctx, d), await states.received(ctx, d)]
    await mergeTickets(ctx, one.id, other.id)
    return (await ticketOf(ctx, one.id))!
  },
  refused: async (ctx, d) => refuseTicket(ctx, (await states.held(ctx, d)).id, { reason: 'nie nasz sprzęt' }),
}

const deeds: Record<TicketDeed, (ctx: Context, ticket: TicketView, desk: Desk) => Promise<unknown>> = {
  admit: (ctx, t) => admitTicket(ctx, t.id),
  refuse: (ctx, t) => refuseTicket(ctx, t.id, { reason: 'nie' }),
  link: (ctx, t, d) =>
    linkTicketToClient(ctx, t.id, { clientId: d.bakery.client.id, contactId: d.bakery.jan.id }),
  takeOver: (ctx, t) => takeOver(ctx, t.id),
  delegate: (ctx, t, d) => delegateTicket(ctx, t.id, { staffId: d.cast.piotr.actor.id }),
  changePriority: (ctx, t) => changePriority(ctx, t.id, { priority: 'critical' }),
  changeAbout: (ctx, t) => changeAbout(ctx, t.id, { deviceClass: 'drukarka' }),
  chooseContract: (ctx, t, d) => chooseContract(ctx, t.id, d.bakery.contract.id),
  pause: (ctx, t) => pauseClock(ctx, t.id, { reason: 'partsOrdered' }),
  resume: (ctx, t) => resumeClock(ctx, t.id),
  reply: (ctx, t) =>
    writeMessage(ctx, { conversationId: t.conversationId, text: 'Już patrzę.', channel: 'desk' }),
  note: (ctx, t) =>
    writeMessage(ctx, {
      conversationId: t.conversationId,
      text: 'FEED 5 s',
      channel: 'desk',
      isInternal: true,
    }),
  logWork: (ctx, t) => startTimer(ctx, t.id, { place: 'remote' }),
  resolve: (ctx, t) => resolveTicket(ctx, t.id, { text: 'Gotowe.' }),
  reopen: (ctx, t) => reopenTicket(ctx, t.id),
  close: (ctx, t) => closeTicket(ctx, t.id),
  cancel: (ctx, t) => cancelTicket(ctx, t.id, { reason: 'pomyłka' }),
  merge: async (ctx, t, d) => mergeTickets(ctx, t.id, (await states.received(ctx, d)).id),
  judge: (ctx, t) => markNotCounted(ctx, t.id, { because: 'warranty', reason: 'część na gwarancji' }),
  arrive: (ctx, t) => noteArrival(ctx, t.id),
  workAround: (ctx, t) =>
    giveWorkAround(ctx, t.id, { text: 'Na razie proszę drukować na drugiej drukarce.' }),
}

test('the table of states and deeds names every deed', () => {
  assert.deepEqual(Object.keys(impossible).sort(), Object.keys(deeds).sort())
})

for (const state of ticketStates) {
  test(`a ticket that is ${state}: every deed does what the table says`, async () => {
    const d = await desk()
    const expected: Record<string, unknown> = {}
    const answered: Record<string, unknown> = {}
    for (const [deed, act] of Object.entries(deeds) as [TicketDeed, (typeof deeds)[TicketDeed]][]) {
      await d.play('ola', friday, async (ctx) => {
        const ticket = await states[state](ctx, d)
        assert.equal(ticket.state, state)
        assert.deepEqual(ticket.may, whatMayBeDone(state))
        expected[deed] = ticket.may[deed]
        answered[deed] = await act(ctx, ticket, d).then(
          () => true,
          (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
        )
      })
    }
    // In the old thread of a merged ticket the conversation goes on in the one that remained.
    if (state === 'merged') Object.assign(expected, { reply: true, note: true })
    assert.deepEqual(answered, expected)
  })
}

test('the story of the bakery: reported Friday 15:40, waited 45 minutes, due Monday 11:25', async () => {
  const d = await desk()
  await d.play('jan', friday, async (ctx) => {
    const ticket = await reportTicket(ctx, { ...printer, proposedPriority: 'critical' })
    assert.equal(ticket.resolveBy, warsaw('2026-11-23T10:40').toString())
    const ola = as(ctx, d, 'ola')
    await writeMessage(at(ola, '2026-11-20T15:58'), {
      conversationId: ticket.conversationId,
      text: 'Zajmuję się tym.',
      channel: 'desk',
    })
    const paused = await pauseClock(at(ola, '2026-11-23T08:20'), ticket.id, {
      reason: 'waitingForClient',
      sentence: 'zdjęcie lampek',
    })
    assert.deepEqual([paused.state, paused.resolveBy, paused.nextDueAt], ['waiting', null, null])
    const [reaction] = paused.clocks!.clocks
    assert.deepEqual(
      [reaction?.state, reaction?.usedSeconds, reaction?.metBy],
      ['met', 18 * 60, { kind: 'public_reply', by: 'Ola Sadowska' }],
    )
    await writeMessage(at(ctx, '2026-11-23T09:05'), {
      conversationId: ticket.conversationId,
      text: 'Lampka „Paper” świeci.',
      channel: 'panel',
    })
    const after = (await ticketOf(at(ola, '2026-11-23T10:42'), ticket.id))!
    assert.deepEqual(
      [after.state, after.reason, after.resolveBy],
      ['inWork', 'awaitsUs', warsaw('2026-11-23T11:25').toString()],
    )
    assert.deepEqual(
      clock(after, 'resolution').stretches.map(({ kind, why }) => why?.code ?? kind),
      ['counted', 'outside_hours', 'weekend', 'outside_hours', 'counted', 'pause', 'counted'],
    )
    assert.equal((await logOf(ctx, ticket.id)).find((row) => row.kind === 'resumed')?.facts.minutes, 45)
  })
})

test('waiting for a part does not end when the client writes', async () => {
  const d = await desk()
  await d.play('ola', friday, async (ctx) => {
    const ticket = await states.inWork(ctx, d)
    await pauseClock(ctx, ticket.id, { reason: 'partsOrdered' })
    await writeMessage(as(at(ctx, '2026-11-23T09:00'), d, 'jan'), {
      conversationId: ticket.conversationId,
      text: 'I co?',
      channel: 'panel',
    })
    assert.equal((await ticketOf(ctx, ticket.id))?.state, 'waiting')
  })
})

test('an automatic answer changes nothing', async () => {
  const d = await desk()
  await d.play('ola', friday, async (ctx) => {
    const ticket = await states.waiting(ctx, d)
    const before = await kinds(ctx, ticket.id)
    await writeMessage(as(ctx, d, 'system'), {
      conversationId: ticket.conversationId,
      text: 'Jestem na urlopie.',
      channel: 'email',
      author: { kind: 'automatic', id: null, name: 'Jan' },
    })
    assert.deepEqual(await kinds(ctx, ticket.id), before)
    assert.equal((await ticketOf(ctx, ticket.id))?.state, 'waiting')
  })
})

test('an internal note never leaves and is no reaction', async () => {
  const d = await desk()
  await d.play('ola', friday, async (ctx) => {
    const ticket = await states.received(ctx, d)
    const sent = (await mails(ctx, 'ticket_reply')).length
    await writeMessage(ctx, {
      conversationId: ticket.conversationId,
      text: 'ten model gubi kalibrację',
      channel: 'desk',
      isInternal: true,
    })
    assert.equal((await mails(ctx, 'ticket_reply')).length, sent)
    assert.equal((await ticketOf(ctx, ticket.id))?.state, 'received')
    assert.deepEqual(
      (await messagesOf(as(ctx, d, 'jan'), ticket.conversationId)).map((one) => one.isInternal),
      [false],
    )
  })
})

test('a reply goes out in its thread and from a person, so that the client’s answer finds the way back', async () => {
  const d = await desk()
  await d.play('system', friday, async (ctx) => {
    const ticket = await reportTicket(ctx, {
      ...printer,
      source: 'email',
      reporterEmail: 'jan@zlotyklos.example',
      mailMessageId: '<abc@zlotyklos.example>',
    })
    await writeMessage(as(ctx, d, 'ola'), {
      conversationId: ticket.conversationId,
      text: 'Proszę o zdjęcie.',
      channel: 'desk',
    })
    const [mail] = await mails(ctx, 'ticket_reply')
    const headers = mail?.headers as Record<string, string>
    assert.deepEqual(
      [headers['In-Reply-To'], headers.References],
      ['<abc@zlotyklos.example>', '<abc@zlotyklos.example>'],
    )
    assert.equal(headers['Auto-Submitted'], undefined)
    assert.equal(mail?.subject, `[${ticket.name}] Drukarka etykiet nie drukuje`)
    assert.match(mail!.replyTo!, new RegExp(`^${d.cast.slug}@`))
  })
})

test('a message after resolving reopens, and the verdict waits for the last resolve', async () => {
  const d = await desk()
  await d.play('ola', friday, async (ctx) => {
    const ticket = await states.resolved(ctx, d)
    assert.equal(clock(ticket, 'resolution').state, 'met')
    await writeMessage(as(at(ctx, '2026-11-23T09:00'), d, 'jan'), {
      conversationId: ticket.conversationId,
      text: 'Nadal nie działa.',
      channel: 'panel',
    })
    const after = (await ticketOf(ctx, ticket.id))!
    assert.deepEqual([after.state, after.reason, after.resolvedAt], ['inWork', 'awaitsUs', null])
    // Resolved at once on Friday: the rest of the eight hours begins on Monday at nine.
    assert.equal(after.resolveBy, warsaw('2026-11-23T17:00').toString())
  })
})

test('a message after closing opens a linked new ticket', async () => {
  const d = await desk()
  await d.play('ola', friday, async (ctx) => {
    const ticket = await states.closed(ctx, d)
    const written = await writeMessage(as(ctx, d, 'jan'), {
      conversationId: ticket.conversationId,
      text: 'Znowu to samo.',
      channel: 'panel',
    })
    assert.equal(written.opened?.follows?.id, ticket.id)
    assert.equal(written.message.text, 'Znowu to samo.')
    assert.equal((await ticketOf(ctx, ticket.id))?.state, 'closed')
  })
})

test('a resolved ticket closes by itself five business days later, at the end of the day', async () => {
  const d = await desk()
  await d.play('ola', friday, async (ctx) => {
    const ticket = await states.resolved(ctx, d)
    await letPass(ctx, '2026-11-27T16:59')
    assert.equal((await ticketOf(ctx, ticket.id))?.state, 'resolved')
    await letPass(ctx, '2026-11-27T17:00')
    assert.equal((await ticketOf(ctx, ticket.id))?.state, 'closed')
  })
})

test('reopening in between forgets that it would close', async () => {
  const d = await desk()
  await d.play('ola', friday, async (ctx) => {
    const ticket = await states.resolved(ctx, d)
    await reopenTicket(at(ctx, '2026-11-23T10:00'), ticket.id)
    const later = await letPass(ctx, '2026-12-10T12:00')
    assert.equal((await ticketOf(later, ticket.id))?.state, 'inWork')
  })
})

test('a higher priority is counted from the report', async () => {
  const d = await desk()
  await d.play('ola', friday, async (ctx) => {
    const ticket = await states.received(ctx, d)
    const after = await changePriority(at(ctx, '2026-11-20T16:00'), ticket.id, {
      priority: 'critical',
      version: ticket.version,
    })
    assert.deepEqual(
      [after.reactBy, after.resolveBy],
      [warsaw('2026-11-20T16:40').toString(), warsaw('2026-11-23T10:40').toString()],
    )
    await refused(
      'changed_meanwhile',
      changePriority(ctx, ticket.id, { priority: 'low', version: ticket.version }),
    )
  })
})

test('delegation is no reaction; whoever gets it is told with the note', async () => {
  const d = await desk()
  await d.play('ola', friday, async (ctx) => {
    const ticket = await states.received(ctx, d)
    const after = await delegateTicket(ctx, ticket.id, {
      staffId: d.cast.kuba.actor.id,
      note: 'klucz w biurze',
    })
    assert.deepEqual([after.assignee?.name, clock(after, 'reaction').state], ['Kuba Szymański', 'running'])
    assert.equal((await noticesOf(ctx, d.cast.kuba.actor.id)).at(0)?.kind, 'ticket_delegated')
    assert.match(
      (await mails(ctx, 'ticket_delegated')).at(-1)!.textBody,
      /Ola Sadowska przekazuje[\s\S]*klucz w biurze/,
    )
  })
})

test('a merged ticket hands over its conversation and its work and counts for nothing', async () => {
  const d = await desk()
  await d.play('ola', friday, async (ctx) => {
    const [one, other] = [await states.received(ctx, d), await states.received(ctx, d)]
    await logTime(at(ctx, '2026-11-20T16:30'), one.id, {
      place: 'remote',
      startedAt: warsaw('2026-11-20T16:00').toString(),
      endedAt: warsaw('2026-11-20T16:20').toString(),
    })
    const into = await mergeTickets(ctx, one.id, other.id)
    assert.equal((await messagesOf(ctx, into.conversationId)).length, 2)
    assert.equal((await workOfTicket(ctx, into.id)).length, 1)
    const merged = (await ticketOf(ctx, one.id))!
    assert.deepEqual([merged.state, merged.mergedInto?.name, merged.nextDueAt], ['merged', into.name, null])
    assert.ok(merged.clocks!.clocks.every((one) => one.state === 'void'))
    const written = await writeMessage(as(ctx, d, 'jan'), {
      conversationId: one.conversationId,
      text: 'w starym wątku',
      channel: 'panel',
    })
    assert.equal(written.ticketId, into.id)
  })
})

test('a ticket cannot be merged with itself nor into another client’s', async () => {
  const d = await desk()
  await d.play('ola', friday, async (ctx) => {
    const ticket = await states.received(ctx, d)
    const other = await reportTicket(ctx, { ...printer, source: 'manual' })
    await refused('merge_with_itself', mergeTickets(ctx, ticket.id, ticket.id))
    await refused('merge_other_client', mergeTickets(ctx, ticket.id, other.id))
  })
})

test('another client’s people do not know of a ticket', async () => {
  const d = await desk()
  await d.play('ola', friday, async (ctx) => {
    const ticket = await states.resolved(ctx, d)
    const actor = { ...d.as('jan').actor, clientId: ctx.newId() } as Context['actor']
    assert.equal(await findTicket({ ...ctx, actor }, ticket.id), undefined)
    await refused('not_found', closeTicket({ ...ctx, actor }, ticket.id))
    await refused(
      'not_found',
      writeMessage({ ...ctx, actor }, { conversationId: ticket.conversationId, text: 'x', channel: 'panel' }),
    )
  })
})

test('where a ticket stands is read from its log alone', () => {
  const row = (seq: number, kind: string, facts = {}) => ({
    seq,
    at: `2026-11-20T1${seq}:00:00Z`,
    kind,
    byKind: 'staff',
    byId: null,
    byName: 'Ola',
    facts,
  })
  const log = [
    row(0, 'reported'),
    row(1, 'work_started', { entryId: 'a' }),
    row(2, 'work_removed', { entryId: 'a' }),
  ]
  assert.deepEqual([standingOf(log).state, standingOf(log).reactedAt], ['received', null])
})
