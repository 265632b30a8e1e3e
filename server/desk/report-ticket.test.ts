/** A ticket is reported: who gets it, by when it is due, and what waits at the gate. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { addClient, addContact, endContract } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { contractOfBakery, printer, setDesk, type Desk } from '#server/testing/desk-stage.ts'
import { openStage, refused, warsaw } from '#server/testing/scene.ts'
import { reportTicket, type TicketReport } from './report-ticket.ts'
import { logOf } from './ticket-store.ts'
import { messagesOf } from './conversations.ts'

const stage = openStage()
let opened: Desk | undefined
const desk = async (): Promise<Desk> => (opened ??= await setDesk(await stage()))
const friday = '2026-11-20T15:40'

const mailsTo = async (ctx: Context, address: string) => {
  const rows = await ctx.tx
    .selectFrom('mails')
    .select(['kind', 'recipients', 'subject', 'textBody', 'headers'])
    .where('tenantId', '=', ctx.tenantId)
    .orderBy('createdAt')
    .execute()
  return rows.filter((row) => (row.recipients as { address: string }[]).some((to) => to.address === address))
}

test('a ticket goes to the account manager and its deadlines come from the contract', async () => {
  const { play, cast } = await desk()
  const ticket = await play('jan', friday, (ctx) => reportTicket(ctx, printer))
  assert.equal(ticket.assignee?.id, cast.ola.actor.id)
  assert.equal(ticket.state, 'received')
  assert.equal(ticket.reactBy, warsaw('2026-11-23T10:40').toString())
  assert.equal(ticket.resolveBy, warsaw('2026-11-23T14:40').toString())
  assert.equal(ticket.nextDueAt, ticket.reactBy)
  assert.match(ticket.name, /^Z-\d+$/)
})

test('the sender is told who looks after it and until when', async () => {
  const { play } = await desk()
  const mails = await play('jan', friday, async (ctx) => {
    await reportTicket(ctx, printer)
    return mailsTo(ctx, 'jan@zlotyklos.example')
  })
  assert.equal(mails.at(-1)?.kind, 'confirm_report')
  assert.match(mails.at(-1)!.subject, /^\[Z-\d+\] Przyjęliśmy zgłoszenie: Drukarka etykiet nie drukuje$/)
  assert.match(mails.at(-1)!.textBody, /Ola Sadowska[\s\S]*pon\.\s23\.11, 10:40[\s\S]*pon\.\s23\.11, 14:40/)
})

test('from the panel the wished priority is taken, from the form and by e-mail a person decides', async () => {
  const { play } = await desk()
  const wished = (report: Partial<TicketReport>) => ({ ...printer, proposedPriority: 'critical', ...report })
  const panel = await play('jan', friday, (ctx) => reportTicket(ctx, wished({})))
  assert.deepEqual([panel.priority, panel.proposedPriority], ['critical', 'critical'])
  const form = await play('public', friday, (ctx) =>
    reportTicket(
      ctx,
      wished({ source: 'form', reporterEmail: 'jan@zlotyklos.example', senderIsTrusted: false }),
    ),
  )
  assert.deepEqual([form.priority, form.proposedPriority], ['normal', 'critical'])
  const mail = await play('system', friday, (ctx) =>
    reportTicket(ctx, wished({ source: 'email', reporterEmail: 'jan@zlotyklos.example' })),
  )
  assert.equal(mail.priority, 'normal')
})

test('a priority that nobody knows is refused at its field', async () => {
  const { play } = await desk()
  const no = await refused(
    'priority_unknown',
    play('jan', friday, (ctx) => reportTicket(ctx, { ...printer, proposedPriority: 'pilne' })),
  )
  assert.equal(no.field, 'proposedPriority')
})

//  who reports                          as        report                                              held because
const gate = [
  ['somebody the contract names', 'jan', {}, null],
  ['somebody the contract does not name', 'night', {}, 'reporter_not_named'],
  [
    'a stranger by e-mail',
    'system',
    { source: 'email', reporterEmail: 'kto@obcy.example' },
    'unknown_sender',
  ],
  [
    'a stranger in the form',
    'public',
    { source: 'form', reporterEmail: 'kto@obcy.example', senderIsTrusted: false },
    'unknown_sender',
  ],
  [
    'the form in the name of Jan',
    'public',
    { source: 'form', reporterEmail: 'Jan@zlotyklos.example ', senderIsTrusted: false },
    'sender_not_confirmed',
  ],
  [
    'a forged mail of Jan',
    'system',
    { source: 'email', reporterEmail: 'jan@zlotyklos.example', senderIsTrusted: false },
    'sender_not_confirmed',
  ],
  ['a genuine mail of Jan', 'system', { source: 'email', reporterEmail: 'jan@zlotyklos.example' }, null],
] as const

for (const [what, who, report, heldBecause] of gate) {
  test(`${what}: ${heldBecause ? `waits at the gate, ${heldBecause}` : 'passes the gate'}`, async () => {
    const { play } = await desk()
    const ticket = await play(who, friday, (ctx) => reportTicket(ctx, { ...printer, ...report }))
    assert.equal(ticket.heldBecause, heldBecause)
    assert.equal(ticket.state, heldBecause ? 'held' : 'received')
    assert.ok(ticket.assignee, 'it is never nobody’s')
    if (heldBecause !== 'unknown_sender')
      assert.equal(ticket.reactBy, warsaw('2026-11-23T10:40').toString(), 'the clock runs from the report')
  })
}

test('an address that belongs to two clients waits until a person chooses', async () => {
  const { play, as } = await desk()
  const ticket = await play('ola', friday, async (ctx) => {
    const other = await addClient(ctx, { name: 'Cukiernia Pod Lipą', nip: null })
    await addContact(ctx, other.id, { name: 'Jan Młynarczyk', email: 'jan@zlotyklos.example' })
    return reportTicket(
      { ...ctx, actor: as('system').actor },
      { ...printer, source: 'email', reporterEmail: 'jan@zlotyklos.example' },
    )
  })
  assert.equal(ticket.heldBecause, 'address_of_two_clients')
  assert.equal(ticket.client, null)
})

test('a client without a contract is marked, has no clock and is never lost', async () => {
  const { play, cast } = await desk()
  const ticket = await play('ola', friday, async (ctx) => {
    const client = await addClient(ctx, {
      name: 'Cukiernia Pod Lipą',
      nip: null,
      accountManagerId: cast.piotr.actor.id,
    })
    const contact = await addContact(ctx, client.id, {
      name: 'Lidia Lipowska',
      email: 'lidia@podlipa.example',
    })
    return reportTicket(ctx, { ...printer, source: 'manual', contactId: contact.id })
  })
  assert.deepEqual(
    [ticket.mark, ticket.heldBecause, ticket.clocks, ticket.reactBy],
    ['no_contract', null, null, null],
  )
  assert.equal(ticket.assignee?.name, 'Piotr Wójcik')
})

test('where two contracts match equally the stricter one runs until a person chooses', async () => {
  const { play, cast, bakery } = await desk()
  const ticket = await play('ola', friday, async (ctx) => {
    const strict = await contractOfBakery(
      ctx,
      bakery.client,
      cast,
      [bakery.jan.id],
      (terms) => ({
        ...terms,
        serviceLevels: terms.serviceLevels.map((level) => ({ ...level, reactionMinutes: 30 })),
      }),
      true,
    )
    const reported = await reportTicket(ctx, { ...printer, source: 'manual', contactId: bakery.jan.id })
    return { ...reported, isStrict: reported.contract?.id === strict.id }
  })
  assert.equal(ticket.mark, 'several_contracts')
  assert.ok(ticket.isStrict)
  assert.equal(ticket.reactBy, warsaw('2026-11-20T16:10').toString())
})

test('after the end of the contract the ticket still comes, marked, to the account manager of the client', async () => {
  const { play, bakery } = await desk()
  const ticket = await play('ola', '2026-11-02T10:00', async (ctx) => {
    await endContract(ctx, bakery.contract.id, {
      version: bakery.contract.version,
      endedOn: '2026-11-10',
      reason: 'koniec',
    })
    return reportTicket(
      { ...ctx, now: warsaw(friday) },
      { ...printer, source: 'manual', contactId: bakery.jan.id },
    )
  })
  assert.equal(ticket.mark, 'no_contract')
})

test('a phone call counts as a reaction only when the same person takes it over at once', async () => {
  const { play, bakery, cast } = await desk()
  const call = (takeOver: boolean) =>
    play('piotr', friday, async (ctx) =>
      reportTicket(ctx, { ...printer, source: 'manual', contactId: bakery.jan.id, takeOver }),
    )
  const typed = await call(false)
  assert.equal(typed.clocks?.clocks[0]?.state, 'running')
  assert.equal(typed.assignee?.id, cast.ola.actor.id)
  const taken = await call(true)
  assert.equal(taken.clocks?.clocks[0]?.state, 'met')
  assert.equal(taken.assignee?.id, cast.piotr.actor.id)
  assert.equal(taken.state, 'inWork')
})

test('a stranger is answered once a day and is told neither clients nor people', async () => {
  const { play } = await desk()
  const mails = await play('public', friday, async (ctx) => {
    const report: TicketReport = {
      ...printer,
      source: 'form',
      reporterEmail: 'kto@obcy.example',
      senderIsTrusted: false,
    }
    await reportTicket(ctx, report)
    await reportTicket(ctx, report)
    return mailsTo(ctx, 'kto@obcy.example')
  })
  assert.deepEqual(
    mails.map((mail) => mail.kind),
    ['answer_from_gate'],
  )
  assert.doesNotMatch(mails[0]!.textBody, /Złoty Kłos|Młynarczyk|Bielak/)
})

test('the supervisor of the client is asked about a reporter whom the contract does not name', async () => {
  const { play } = await desk()
  const [supervisor, sender] = await play('night', friday, async (ctx) => {
    await reportTicket(ctx, printer)
    return [await mailsTo(ctx, 'ewa@zlotyklos.example'), await mailsTo(ctx, 'nocna@zlotyklos.example')]
  })
  assert.equal(supervisor!.at(-1)?.kind, 'ask_supervisor')
  assert.match(sender!.at(-1)!.textBody, /Poprosiliśmy o nie: Ewa Bielak/)
})

test('the report is the first message of the conversation and the first fact of the log', async () => {
  const { play } = await desk()
  await play('jan', friday, async (ctx) => {
    const ticket = await reportTicket(ctx, printer)
    const [message] = await messagesOf(ctx, ticket.conversationId)
    assert.deepEqual(
      [message?.text, message?.authorName, message?.channel],
      ['Rano mamy odbiór kurierski.', 'Jan Młynarczyk', 'panel'],
    )
    assert.deepEqual(
      (await logOf(ctx, ticket.id)).map((row) => row.kind),
      ['reported'],
    )
  })
})

test('numbers of tickets have no gaps and one company does not count for another', async () => {
  const { play } = await desk()
  const numbers = await play('jan', friday, async (ctx) => [
    (await reportTicket(ctx, printer)).number,
    (await reportTicket(ctx, printer)).number,
  ])
  assert.equal(numbers[1]! - numbers[0]!, 1)
})
