/** The panel over HTTP: what a client's person sees and does, and that another client's things do not exist for them. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { openSession, panelCookie } from '#server/accounts/public.ts'
import { issuedInvoice } from '#server/testing/issued-invoice.ts'
import { enterPayment } from '#server/collection/public.ts'
import {
  activateVersion,
  addClient,
  addContact,
  addDevice,
  addSite,
  amendContract,
  writeTerms,
  type Client,
  type Contact,
} from '#server/contracts/public.ts'
import {
  pauseClock,
  reportTicket,
  resolveTicket,
  resumeClock,
  startConversation,
  takeOver,
  writeMessage,
} from '#server/desk/public.ts'
import type { Actor } from '#server/plumbing/context.ts'
import { keepFile } from '#server/plumbing/files/file-store.ts'
import type { Announcement } from '#server/plumbing/live.ts'
import { contractOfBakery, printer, setDesk, type Desk } from '#server/testing/desk-stage.ts'
import { openStage, played, warsaw } from '#server/testing/scene.ts'

import { panelTicket } from './panel-tickets.ts'

const now = '2026-11-23T10:42'
const stage = openStage({ clock: () => warsaw(now) })

type Hotel = {
  client: Client
  anna: Contact
  contractId: string
  ticketId: string
  conversationId: string
  freeId: string
  invoiceId: string
  fileId: string
}
type World = Desk & {
  hotel: Hotel
  call: (
    who: 'jan' | 'ewa' | 'anna',
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
  ) => Promise<Answer>
}
// oxlint-disable-next-line typescript/no-explicit-any -- the answer of a route as a browser reads it
type Answer = { status: number; body: any; text: string; type: string }

let opened: Promise<World> | undefined
const world = (): Promise<World> => (opened ??= build())

async function build(): Promise<World> {
  const running = await stage()
  const desk = await setDesk(running)
  const hotel = await played(running, desk.cast.ola, '2026-11-02T10:00', async (ctx) => {
    const client = await addClient(ctx, { name: 'Hotel Wydmy', nip: null, email: 'hotel@wydmy.example' })
    const anna = await addContact(ctx, client.id, {
      name: 'Anna Morska',
      email: 'anna@wydmy.example',
      hasPanelAccess: true,
    })
    const contract = await contractOfBakery(ctx, client, desk.cast, [anna.id])
    const invoice = await issuedInvoice(ctx, {
      clientId: client.id,
      grossGrosze: 100_000,
      issueOn: '2026-11-01',
      dueOn: '2026-11-15',
    })
    const pdf = await keepFile(ctx, {
      name: 'faktura.pdf',
      mediaType: 'application/pdf',
      bytes: Buffer.from('%PDF-'),
    })
    await ctx.tx
      .updateTable('invoices')
      .set({ pdfFileId: pdf.id, xmlFileId: pdf.id })
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '=', invoice.id)
      .execute()
    return { client, anna, contractId: contract.id, invoiceId: invoice.id }
  })
  const annaActor = actorOf(hotel.anna)
  const hers = await played(
    running,
    { tenantId: desk.cast.tenantId, actor: annaActor },
    '2026-11-20T10:00',
    async (ctx) => {
      const file = await keepFile(ctx, {
        name: 'zdjecie.txt',
        mediaType: 'text/plain',
        bytes: Buffer.from('hotel'),
      })
      const ticket = await reportTicket(ctx, { ...printer, subject: 'Sekret hotelu', fileIds: [file.id] })
      const free = await startConversation(ctx, { subject: 'Prywatnie', text: 'Tajne', channel: 'panel' })
      return {
        ticketId: ticket.id,
        conversationId: ticket.conversationId,
        freeId: free.conversationId,
        fileId: file.id,
      }
    },
  )
  const cookies: Record<string, string> = {}
  for (const [who, contact] of [
    ['jan', desk.bakery.jan],
    ['ewa', desk.bakery.ewa],
    ['anna', hotel.anna],
  ] as const) {
    const hat = { tenantId: desk.cast.tenantId, kind: 'contact' as const, subjectId: contact.id }
    cookies[who] =
      `${panelCookie}=${await running.app.db.inSystem((tx) => openSession(tx, contact.identityId!, hat, { now: warsaw(now), userAgent: 'test' }))}`
  }
  const call: World['call'] = async (who, method, url, body) => {
    const isBytes = Buffer.isBuffer(body)
    const answer = await running.server.inject({
      method,
      url: `/api/panel/${url}`,
      headers: { cookie: cookies[who]!, ...(isBytes && { 'content-type': 'application/octet-stream' }) },
      ...(body !== undefined && { payload: body as object }),
    })
    const type = String(answer.headers['content-type'] ?? '')
    return {
      status: answer.statusCode,
      text: answer.body,
      type,
      body: type.includes('json') ? answer.json() : undefined,
    }
  }
  await running.server.ready()
  return { ...desk, hotel: { ...hotel, ...hers }, call }
}

function actorOf({ id, name, email, clientId, isSupervisor, identityId }: Contact): Actor {
  return { kind: 'contact', id, name, email, clientId, isSupervisor, identityId: identityId ?? id }
}

test('the session says who, for whom, and who looks after them until when', async () => {
  const { call, cast } = await world()
  const { status, body } = await call('jan', 'GET', 'session')
  assert.equal(status, 200)
  assert.deepEqual(
    [body.person.name, body.client.name, body.company.name],
    ['Jan Młynarczyk', 'Piekarnia Złoty Kłos', 'Żuraw Serwis Sp. z o.o.'],
  )
  assert.deepEqual(body.accountManager, {
    id: cast.ola.actor.id,
    name: 'Ola Sadowska',
    phone: '58 300 14 22',
    hours: 'pn.–pt.\u00a08:00–17:00',
    isOpenNow: true,
    closesAt: warsaw('2026-11-23T17:00').toString(),
    opensAt: null,
  })
  assert.equal(body.hats.length, 1)
})

test('whoever stands on the lists of two clients changes the hat and sees only the other', async () => {
  const { cast, call, hotel, bakery } = await world()
  const running = await stage()
  const second = await played(running, cast.ola, now, (ctx) =>
    addContact(ctx, hotel.client.id, {
      name: 'Jan Młynarczyk',
      email: 'jan@zlotyklos.example',
      hasPanelAccess: true,
    }),
  )
  const session = await call('jan', 'GET', 'session')
  assert.deepEqual(
    session.body.hats.map((hat: { client: string; isWorn: boolean }) => [hat.client, hat.isWorn]),
    [
      ['Hotel Wydmy', false],
      ['Piekarnia Złoty Kłos', true],
    ],
  )
  const changed = await running.server.inject({
    method: 'PUT',
    url: '/api/panel/session/hat',
    headers: { cookie: await cookieOf(bakery.jan, cast.tenantId) },
    payload: { tenantId: cast.tenantId, subjectId: second.id },
  })
  assert.equal(changed.statusCode, 201)
  const cookie = String(changed.headers['set-cookie']).split(';')[0]!
  const after = await running.server.inject({ method: 'GET', url: '/api/panel/session', headers: { cookie } })
  assert.equal(after.json().client.name, 'Hotel Wydmy')
  assert.equal(
    (await call('jan', 'PUT', 'session/hat', { tenantId: cast.tenantId, subjectId: hotel.anna.id })).status,
    404,
  )
})

async function cookieOf(contact: Contact, tenantId: string): Promise<string> {
  const { app } = await stage()
  return `${panelCookie}=${await app.db.inSystem((tx) => openSession(tx, contact.identityId!, { tenantId, kind: 'contact', subjectId: contact.id }, { now: warsaw(now), userAgent: 'test' }))}`
}

test('the contract stands in plain words, from the same terms', async () => {
  const { call } = await world()
  const { body } = await call('jan', 'GET', 'contract')
  const [contract] = body.contracts
  assert.equal(body.contracts.length, 1)
  const critical = contract.levels.find((one: { priority: string }) => one.priority === 'critical')
  assert.deepEqual(
    [critical.reactionMinutes, critical.resolutionMinutes, critical.hours],
    [60, 240, 'pn.–pt.\u00a08:00–17:00'],
  )
  assert.ok(contract.prices.length > 0 && contract.prices.every((one: string) => one.endsWith('.')))
  assert.deepEqual([contract.reporters.mode, contract.reporters.mayI], ['listed', true])
  assert.deepEqual(
    contract.reporters.people.map((one: { name: string }) => one.name),
    ['Ewa Bielak', 'Jan Młynarczyk'],
  )
  assert.equal(contract.state, 'inForce')
})

test('the price of the next ticket is known before it is reported', async () => {
  const { call, bakery } = await world()
  const before = (await call('jan', 'GET', 'price-of-next')).body
  assert.equal(before.contract.id, bakery.contract.id)
  assert.equal(before.month, '2026-11')
  const used = before.tickets.used
  await call('jan', 'POST', 'tickets', { subject: 'Jeszcze jedno', description: '' })
  const after = (await call('jan', 'GET', 'price-of-next')).body
  assert.equal(after.tickets.used, used + 1)
  assert.equal(after.tickets.next.ordinal, used + 2)
})

test('a problem with a picture is reported, promised and seen live', async () => {
  const { call, cast, bakery } = await world()
  const { app } = await stage()
  const heard: Announcement[] = []
  const stop = app.live.subscribe(cast.tenantId, (one) => heard.push(one))
  const file = await call('jan', 'POST', 'files?name=drukarka.txt', Buffer.from('zdjęcie'))
  assert.equal(file.status, 201)
  const made = await call('jan', 'POST', 'tickets', {
    subject: printer.subject,
    description: printer.description,
    proposedPriority: 'critical',
    fileIds: [file.body.id],
  })
  assert.equal(made.status, 201)
  assert.deepEqual(
    [made.body.state, made.body.step, made.body.priority],
    ['received', 'received', 'critical'],
  )
  // Critical is 1 h and 4 h of the calendar 8–17 from 10:42.
  assert.deepEqual(
    [made.body.reactBy, made.body.resolveBy],
    [warsaw('2026-11-23T11:42').toString(), warsaw('2026-11-23T14:42').toString()],
  )
  const page = (await call('jan', 'GET', `tickets/${made.body.id}`)).body
  assert.equal(page.assigneeName, 'Ola Sadowska')
  assert.deepEqual(
    page.messages.map((one: { side: string; files: { name: string }[] }) => [
      one.side,
      one.files.map((f) => f.name),
    ]),
    [['me', ['drukarka.txt']]],
  )
  assert.ok(page.clocks.clocks.every((clock: { stretches: unknown[] }) => clock.stretches.length > 0))
  assert.equal((await call('jan', 'GET', `files/${file.body.id}`)).text, 'zdjęcie')
  await heardOf(
    heard,
    (one) =>
      one.topic === 'tickets' &&
      one.id === made.body.id &&
      one.clientId === bakery.client.id &&
      !one.staffOnly,
  )
  stop()
})

/** PostgreSQL delivers after the commit; the answer of the next query comes behind it at the latest a little later. */
async function heardOf(heard: Announcement[], wanted: (one: Announcement) => boolean): Promise<void> {
  for (let i = 0; i < 200 && !heard.some(wanted); i++) await new Promise((resolve) => setImmediate(resolve))
  for (let i = 0; i < 40 && !heard.some(wanted); i++) await (await stage()).app.db.pool.query('select 1')
  assert.ok(heard.some(wanted), JSON.stringify(heard))
}

test('the four steps: received, in work, waits for you, done, and back when it is not fixed', async () => {
  const { call, keep } = await world()
  const { body } = await call('jan', 'POST', 'tickets', { subject: 'Kasa nie drukuje', description: 'Stoi.' })
  const step = async () => (await call('jan', 'GET', `tickets/${body.id}`)).body
  assert.equal((await step()).step, 'received')
  await keep('ola', '2026-11-23T10:45', (ctx) => takeOver(ctx, body.id))
  assert.equal((await step()).step, 'inWork')
  await keep('ola', '2026-11-23T10:50', (ctx) =>
    pauseClock(ctx, body.id, { reason: 'partsOrdered', sentence: 'Zamówiliśmy część.' }),
  )
  assert.equal((await step()).step, 'inWork')
  assert.equal((await step()).waitingFor, 'partsOrdered')
  await keep('ola', '2026-11-23T10:55', async (ctx) => {
    await resumeClock(ctx, body.id)
    await pauseClock(ctx, body.id, { reason: 'waitingForClient', sentence: 'Jaki to model?' })
  })
  assert.equal((await step()).step, 'waitsForYou')
  const answered = await call('jan', 'POST', `tickets/${body.id}/messages`, { text: 'Model X' })
  assert.equal(answered.status, 201)
  assert.equal((await step()).step, 'inWork')
  await keep('ola', '2026-11-23T11:30', (ctx) =>
    resolveTicket(ctx, body.id, { text: 'Wymieniliśmy głowicę.' }),
  )
  const done = await step()
  assert.deepEqual([done.step, done.mayConfirm, done.mayReopen], ['done', true, true])
  assert.equal((await call('jan', 'DELETE', `tickets/${body.id}/closure`)).body.step, 'inWork')
  await keep('ola', '2026-11-23T12:30', (ctx) => resolveTicket(ctx, body.id, { text: 'Teraz już działa.' }))
  const closed = await call('jan', 'PUT', `tickets/${body.id}/closure`)
  assert.deepEqual(
    [closed.body.state, closed.body.mayConfirm, closed.body.mayReopen],
    ['closed', false, false],
  )
  const history = (await call('jan', 'GET', 'tickets?show=history')).body as { id: string }[]
  assert.ok(history.some((one) => one.id === body.id))
  const next = await call('jan', 'POST', `tickets/${body.id}/messages`, { text: 'Znowu to samo' })
  assert.match(next.body.opened.name, /^Z-\d+$/)
})

test('an empty message is refused', async () => {
  const { call } = await world()
  const { body } = await call('jan', 'POST', 'tickets', { subject: 'Puste', description: '' })
  const no = await call('jan', 'POST', `tickets/${body.id}/messages`, { text: '  ' })
  assert.deepEqual([no.status, no.body.error.code], [422, 'message_empty'])
})

test('internal notes and their files never reach the client', async () => {
  const { call, keep } = await world()
  const { body } = await call('jan', 'POST', 'tickets', { subject: 'Notatka', description: 'Coś' })
  const fileId = await keep('ola', '2026-11-23T10:43', async (ctx) => {
    const file = await keepFile(ctx, {
      name: 'wewnetrzne.txt',
      mediaType: 'text/plain',
      bytes: Buffer.from('marża 40%'),
    })
    await writeMessage(ctx, {
      conversationId: body.conversationId,
      text: 'TYLKO DLA NAS',
      isInternal: true,
      channel: 'desk',
      fileIds: [file.id],
    })
    return file.id
  })
  for (const url of [
    `tickets/${body.id}`,
    'tickets',
    'conversations',
    `conversations/${body.conversationId}`,
  ]) {
    const answer = await call('jan', 'GET', url)
    assert.equal(answer.status, 200, url)
    assert.doesNotMatch(answer.text, /TYLKO DLA NAS|wewnetrzne|isInternal/, url)
  }
  assert.equal((await call('jan', 'GET', `files/${fileId}`)).status, 404)
})

test('the messenger: a free conversation reaches the opiekun, who answers, and each side sees the other has read', async () => {
  const { call, keep } = await world()
  const { body } = await call('jan', 'POST', 'conversations', {
    subject: 'Nowa piekarnia',
    text: 'Otwieramy drugi punkt.',
  })
  assert.deepEqual([body.ticketId, body.opened, body.message.side], [null, null, 'me'])
  assert.equal((await call('jan', 'GET', `conversations/${body.conversationId}`)).body.readByThemAt, null)
  await keep('ola', '2026-11-23T10:50', (ctx) =>
    writeMessage(ctx, { conversationId: body.conversationId, text: 'Gratulacje.', channel: 'desk' }),
  )
  const list = (await call('jan', 'GET', 'conversations')).body as {
    id: string
    unread: number
    lastText: string
  }[]
  assert.deepEqual(
    [
      list.find((one) => one.id === body.conversationId)!.lastText,
      list.find((one) => one.id === body.conversationId)!.unread,
    ],
    ['Gratulacje.', 1],
  )
  const page = (await call('jan', 'GET', `conversations/${body.conversationId}`)).body
  assert.deepEqual(
    page.messages.map((one: { side: string }) => one.side),
    ['me', 'theirs'],
  )
  assert.equal(page.readByThemAt, warsaw('2026-11-23T10:50').toString())
  assert.equal((await call('jan', 'PUT', `conversations/${body.conversationId}/reading`)).status, 204)
})

test('a free conversation is between two people: a colleague does not see it, the supervisor does', async () => {
  const { call, keep } = await world()
  const { conversationId } = await keep('night', '2026-11-23T10:00', (ctx) =>
    startConversation(ctx, { subject: 'Grafik', text: 'Zmiana nocna', channel: 'panel' }),
  )
  assert.equal((await call('jan', 'GET', `conversations/${conversationId}`)).status, 404)
  assert.equal((await call('ewa', 'GET', `conversations/${conversationId}`)).status, 200)
})

test('a report that waits at the gate is admitted by the supervisor, not by whoever reported', async () => {
  const { call, keep } = await world()
  const held = await keep('night', '2026-11-23T10:00', (ctx) =>
    reportTicket(ctx, { ...printer, subject: 'Z nocnej zmiany' }),
  )
  assert.equal(held.state, 'held')
  assert.equal((await call('jan', 'PUT', `tickets/${held.id}/admission`)).status, 403)
  assert.equal((await call('ewa', 'GET', `tickets/${held.id}`)).body.mayAdmit, true)
  const admitted = await call('ewa', 'PUT', `tickets/${held.id}/admission`)
  assert.deepEqual([admitted.status, admitted.body.state, admitted.body.isHeld], [200, 'received', false])
})

test('an invoice shows what is open, how to pay it and where each line comes from', async () => {
  const { call, keep, bakery, cast, hotel } = await world()
  const ticket = (await call('jan', 'POST', 'tickets', { subject: 'Na fakturze', description: '' })).body
  const invoice = await keep('system', '2026-11-20T09:00', (ctx) =>
    issuedInvoice(ctx, {
      clientId: bakery.client.id,
      grossGrosze: 178_965,
      issueOn: '2026-11-01',
      dueOn: '2026-11-30',
      lines: [
        {
          position: 1,
          name: 'Zgłoszenia ponad pakiet',
          quantity: '3',
          unit: 'ticket',
          unitPrice: '85.00',
          netGrosze: 25_500,
          vat: '23',
          periodFrom: '2026-10-01',
          periodTo: '2026-10-31',
          isAnnex15: false,
          isBefore: false,
          workIds: [ticket.id],
          explanation: {
            model: 'perTicket',
            unitPrice: '85.00',
            counted: 13,
            included: 10,
            overage: 3,
            allowance: { parts: [], granted: '10', drawnBefore: '0' },
            notCounted: [],
            works: [{ id: ticket.id, bin: 'overage', raw: '1', counted: '1' }],
          },
        },
      ],
    }),
  )
  await keep('system', '2026-11-20T09:00', async (ctx) => {
    await enterPayment(
      { ...ctx, actor: cast.ewa.actor },
      { clientId: bakery.client.id, amount: '789,65', paidOn: '2026-11-20', invoiceIds: [invoice.id] },
    )
  })
  const list = (await call('jan', 'GET', 'invoices')).body
  assert.deepEqual([list.openGrosze, list.overdueGrosze, list.creditGrosze], [100_000, 0, 0])
  const { body } = await call('jan', 'GET', `invoices/${invoice.id}`)
  assert.deepEqual([body.state, body.openGrosze, body.paidGrosze], ['open', 100_000, 78_965])
  assert.equal(body.transfer.title, `Faktura ${invoice.number}`)
  assert.equal(
    body.transfer.codeText,
    `5830210048|PL|86109010980000000141200345|100000|Żuraw Serwis Sp. z o|Faktura ${invoice.number}|||`,
  )
  const [line] = body.lines
  assert.equal(
    line.sentence.replace(/\u00a0/g, ' '),
    '13 policzonych − 10 w abonamencie = 3, z tego 1 po 85,00 zł.',
  )
  assert.deepEqual(line.squares, { inside: 10, over: 3, notCounted: 0 })
  assert.deepEqual(
    line.tickets.map((one: { number: string; bin: string; subject: string }) => [
      one.number,
      one.bin,
      one.subject,
    ]),
    [[ticket.name, 'overage', 'Na fakturze']],
  )
  assert.equal((await call('jan', 'GET', `invoices/${invoice.id}/pdf`)).status, 503)
  assert.equal((await call('anna', 'GET', `invoices/${hotel.invoiceId}/pdf`)).type, 'application/pdf')
})

test('nothing of another client exists: every id is 404, and no list names it', async () => {
  const { call, hotel } = await world()
  const { ticketId, conversationId, freeId, invoiceId, contractId, fileId } = hotel
  const ids: ['GET' | 'POST' | 'PUT' | 'DELETE', string, object?][] = [
    ['GET', `tickets/${ticketId}`],
    ['POST', `tickets/${ticketId}/messages`, { text: 'Cudze' }],
    ['PUT', `tickets/${ticketId}/closure`],
    ['DELETE', `tickets/${ticketId}/closure`],
    ['PUT', `tickets/${ticketId}/admission`],
    ['PUT', `tickets/${ticketId}/refusal`, { reason: 'nie' }],
    ['GET', `conversations/${conversationId}`],
    ['GET', `conversations/${freeId}`],
    ['POST', `conversations/${freeId}/messages`, { text: 'Cudze' }],
    ['PUT', `conversations/${freeId}/reading`],
    ['GET', `invoices/${invoiceId}`],
    ['GET', `invoices/${invoiceId}/pdf`],
    ['GET', `invoices/${invoiceId}/xml`],
    ['GET', `contracts/${contractId}/versions/1/document`],
    ['GET', `contracts/${contractId}/versions/1/signed-scan`],
    ['GET', `files/${fileId}`],
  ]
  for (const who of ['jan', 'ewa'] as const) {
    for (const [method, url, body] of ids) {
      const answer = await call(who, method, url, body)
      assert.deepEqual(
        [answer.status, answer.body?.error?.code],
        [404, 'not_found'],
        `${method} ${url} as ${who}`,
      )
    }
    for (const url of [
      'tickets',
      'tickets?show=history',
      'conversations',
      'invoices',
      'contract',
      'price-of-next',
      'session',
    ]) {
      assert.doesNotMatch(
        (await call('ewa', 'GET', url)).text,
        /Sekret hotelu|Tajne|Prywatnie|Hotel Wydmy/,
        url,
      )
    }
  }
  assert.equal((await call('anna', 'GET', `tickets/${ticketId}`)).status, 200)
})

test('a file that somebody has sent cannot be attached or read by another', async () => {
  const { call } = await world()
  const file = (await call('anna', 'POST', 'files?name=plan.txt', Buffer.from('plan hotelu'))).body
  const tried = await call('jan', 'POST', 'tickets', {
    subject: 'Cudzy plik',
    description: 'x',
    fileIds: [file.id],
  })
  assert.deepEqual([tried.status, tried.body.error.field], [404, 'fileIds'])
  assert.equal((await call('jan', 'GET', `files/${file.id}`)).status, 404)
})

test('a session of staff is nobody in the panel', async () => {
  const { server } = await stage()
  const answer = await server.inject({ method: 'GET', url: '/api/panel/session' })
  assert.equal(answer.statusCode, 401)
})

test('the document of the own contract is given out, and no scan where there is none', async () => {
  const { call, bakery } = await world()
  const { app } = await stage()
  const document = await call('jan', 'GET', `contracts/${bakery.contract.id}/versions/1/document`)
  assert.deepEqual(
    [document.status, document.type],
    app.pdf.available() ? [200, 'application/pdf'] : [503, document.type],
  )
  assert.equal(
    (await call('jan', 'GET', `contracts/${bakery.contract.id}/versions/1/signed-scan`)).status,
    404,
  )
  assert.equal((await call('jan', 'GET', `contracts/${bakery.contract.id}/versions/2/document`)).status, 404)
})

test('before a report is sent, every way of "how urgent" says what it promises, and who would wait at the gate', async () => {
  const { call } = await world()
  const { status, body } = await call('jan', 'GET', 'promises')
  assert.equal(status, 200)
  assert.equal(body.mayReport, true)
  const normal = body.levels.find((level: { priority: string }) => level.priority === 'normal')
  assert.deepEqual(
    [normal.reactBy, normal.resolveBy],
    [warsaw('2026-11-23T14:42').toString(), warsaw('2026-11-24T09:42').toString()],
  )
})

test('the transfer is drawn as a QR code for the own client only', async () => {
  const { call, hotel } = await world()
  const own = await call('anna', 'GET', `invoices/${hotel.invoiceId}/transfer-code`)
  assert.equal(own.status, 200)
  assert.match(own.type, /image\/svg\+xml/)
  assert.equal((await call('jan', 'GET', `invoices/${hotel.invoiceId}/transfer-code`)).status, 404)
})

/** A site and a device of the bakery and of the hotel. */
let placesKept: Promise<Record<'shop' | 'oven' | 'reception' | 'switchboard', string>> | undefined
const places = async () =>
  (placesKept ??= (async () => {
    const { keep, bakery, hotel } = await world()
    return keep('ola', '2026-11-20T09:00', async (ctx) => {
      const shop = await addSite(ctx, bakery.client.id, { name: 'Sklep', note: 'klucz u Ewy' })
      const oven = await addDevice(ctx, bakery.client.id, {
        name: 'Piec',
        serialNumber: 'A-7',
        siteId: shop.id,
        note: 'nasza notatka',
      })
      const reception = await addSite(ctx, hotel.client.id, { name: 'Recepcja' })
      const switchboard = await addDevice(ctx, hotel.client.id, { name: 'Centrala' })
      return { shop: shop.id, oven: oven.id, reception: reception.id, switchboard: switchboard.id }
    })
  })())

test('a report may be about the own sites and devices; those of another client do not exist', async () => {
  const { call } = await world()
  const { shop, oven, reception, switchboard } = await places()
  const { body, text } = await call('jan', 'GET', 'places')
  assert.deepEqual(body, {
    sites: [{ id: shop, name: 'Sklep' }],
    devices: [{ id: oven, siteId: shop, name: 'Piec (A-7)' }],
  })
  assert.doesNotMatch(text, /notatka|klucz/, 'our notes stay with us')
  const report = { subject: 'Piec nie grzeje' }
  for (const [about, field] of [
    [{ siteId: reception }, 'siteId'],
    [{ deviceId: switchboard }, 'deviceId'],
  ] as const) {
    const foreign = await call('jan', 'POST', 'tickets', { ...report, ...about })
    assert.deepEqual([foreign.status, foreign.body.error.field], [404, field])
    const [[name, id]] = Object.entries(about) as [[string, string]]
    for (const asked of ['promises', 'price-of-next'])
      assert.equal((await call('jan', 'GET', `${asked}?${name}=${id}`)).status, 404)
  }
  const own = await call('jan', 'POST', 'tickets', { ...report, deviceId: oven })
  assert.equal(own.status, 201)
  const page = await call('jan', 'GET', `tickets/${own.body.id}`)
  assert.deepEqual([page.body.site, page.body.device], ['Sklep', 'Piec (A-7)'])
})

test('before sending: the gate by the same rule that will hold the report', async () => {
  const { call } = await world()
  const jan = (await call('jan', 'GET', 'promises')).body
  assert.deepEqual([jan.mayReport, jan.barrier, jan.matrix], [true, null, null])
  assert.ok(jan.levels.every(({ waits }: { waits: boolean }) => !waits))
})

test('whoever the contract names as supervisor decides at the gate, not whoever is marked as one', async () => {
  const { call, keep, play, bakery, as } = await world()
  const ticket = await keep('night', '2026-11-23T09:00', (ctx) => reportTicket(ctx, printer))
  assert.equal((await call('ewa', 'GET', `tickets/${ticket.id}`)).body.mayAdmit, true)
  assert.equal((await call('jan', 'GET', `tickets/${ticket.id}`)).body.mayAdmit, false)
  await play('ola', '2026-11-23T08:00', async (ctx) => {
    const draft = await amendContract(ctx, bakery.contract.id, { kind: 'amendment', validFrom: '2026-11-23' })
    const reporters = { ...draft.terms.reporters, supervisorIds: [bakery.jan.id] }
    const terms = { ...draft.terms, reporters }
    await writeTerms(ctx, bakery.contract.id, draft.number, { version: draft.version, terms })
    await activateVersion(ctx, bakery.contract.id, draft.number)
    const mayAdmit = async (who: 'jan' | 'ewa') =>
      (await panelTicket({ ...ctx, actor: as(who).actor }, ticket.id)).mayAdmit
    assert.deepEqual([await mayAdmit('jan'), await mayAdmit('ewa')], [true, false])
  })
})
