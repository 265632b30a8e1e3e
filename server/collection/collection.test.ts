/** Payments and the first reminder, from the issued invoice to the last grosz. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { openSession, staffCookie } from '#server/accounts/public.ts'
import type { Invoice } from '#server/billing/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { fire } from '#server/plumbing/timers.ts'
import { timerHandlers } from '#server/rooms.ts'
import { setDesk, type Desk } from '#server/testing/desk-stage.ts'
import { issuedInvoice, type Issued } from '#server/testing/issued-invoice.ts'
import { openStage, refused, scene as playScene, warsaw } from '#server/testing/scene.ts'
import { clientStatement } from './client-statement.ts'
import { collectionBoard } from './collection-view.ts'
import { allocateCredit, enterPayment, withdrawPayment } from './enter-payment.ts'
import { interestSoFar } from './interest-so-far.ts'
import { balanceOf, creditOf, openAmountOf } from './invoice-balance.ts'
import { invoicePayments } from './payment-view.ts'
import { invoiceIssuedJob, remindOfPayment, reminderTimer, watchInvoices } from './payment-reminder.ts'
import { remindersOf } from './reminder-store.ts'

const stage = openStage()
let opened: Promise<Desk> | undefined
const desk = () => (opened ??= stage().then(setDesk))
const monday = '2026-11-23T10:42'

/** Something happens to the bakery's money, as Ewa Lisowska of billing sees it, and is rolled back. */
async function scene<T>(
  at: string,
  deed: (ctx: Context, clientId: string) => Promise<T>,
  who: 'ewa' | 'ola' = 'ewa',
): Promise<T> {
  const { stage: running, cast, bakery } = await desk()
  return playScene(running, cast[who], at, (ctx) => deed(ctx, bakery.client.id))
}

const issue = async (ctx: Context, clientId: string, change: Partial<Issued> = {}): Promise<Invoice> => {
  const invoice = await issuedInvoice(ctx, {
    clientId,
    grossGrosze: 178_965,
    issueOn: '2026-11-01',
    dueOn: '2026-11-15',
    ...change,
  })
  await watchInvoices(ctx, [invoice.correctsId ?? invoice.id])
  return invoice
}
const pay = (ctx: Context, clientId: string, amount: string, more: object = {}) =>
  enterPayment(ctx, { clientId, amount, paidOn: '2026-11-20', ...more })
const armed = async (ctx: Context, invoiceId: string): Promise<string | undefined> => {
  const row = await ctx.tx
    .selectFrom('timers')
    .select('at')
    .where('tenantId', '=', ctx.tenantId)
    .where('what', '=', reminderTimer)
    .where('subjectId', '=', invoiceId)
    .executeTakeFirst()
  return row?.at
}
const remindersSent = async (ctx: Context) =>
  ctx.tx
    .selectFrom('mails')
    .select(['subject', 'textBody', 'recipients', 'attachments'])
    .where('tenantId', '=', ctx.tenantId)
    .where('kind', '=', 'payment_reminder')
    .execute()
const remind = (ctx: Context, invoice: Invoice) =>
  remindOfPayment(ctx, {
    id: invoice.id,
    at: ctx.now.toString(),
    what: reminderTimer,
    subjectId: invoice.id,
    key: '',
    facts: {},
  })

test('an amount as people type it is taken, to the grosz', async () => {
  const payment = await scene(monday, async (ctx, client) => {
    await issue(ctx, client)
    return pay(ctx, client, '1 789,65')
  })
  assert.equal(payment.amountGrosze, 178_965)
  assert.equal(payment.leftGrosze, 0)
})

for (const text of ['12,5,0', '', '0', '-5', '1,005', 'sto', '99999999999999']) {
  test(`"${text}" is no amount and is refused at its field`, async () => {
    const no = await refused(
      'amount_invalid',
      scene(monday, (ctx, client) => pay(ctx, client, text)),
    )
    assert.equal(no.field, 'amount')
  })
}

test('nobody has paid tomorrow', async () => {
  const no = await refused(
    'payment_in_future',
    scene(monday, (ctx, client) => pay(ctx, client, '10', { paidOn: '2026-11-24' })),
  )
  assert.equal(no.field, 'paidOn')
})

test('without a named debt the oldest due is paid first', async () => {
  const open = await scene(monday, async (ctx, client) => {
    const younger = await issue(ctx, client, { grossGrosze: 10_000, dueOn: '2026-11-15' })
    const older = await issue(ctx, client, { grossGrosze: 10_000, dueOn: '2026-10-15' })
    await pay(ctx, client, '150')
    return [await openAmountOf(ctx, older.id), await openAmountOf(ctx, younger.id)]
  })
  assert.deepEqual(open, [0, 5_000])
})

test('a named debt is paid, and what is too much stays as the credit of the client', async () => {
  const seen = await scene(monday, async (ctx, client) => {
    const younger = await issue(ctx, client, { grossGrosze: 10_000, dueOn: '2026-11-15' })
    const older = await issue(ctx, client, { grossGrosze: 10_000, dueOn: '2026-10-15' })
    const payment = await pay(ctx, client, '130', { invoiceIds: [younger.id] })
    const before = [
      await openAmountOf(ctx, older.id),
      await openAmountOf(ctx, younger.id),
      payment.leftGrosze,
      await creditOf(ctx, client),
    ]
    const used = await allocateCredit(ctx, payment.id)
    return [...before, await openAmountOf(ctx, older.id), used.leftGrosze, await creditOf(ctx, client)]
  })
  assert.deepEqual(seen, [10_000, 0, 3_000, 3_000, 7_000, 0, 0])
})

test('an invoice that is paid, or of another client, cannot be named', async () => {
  const paid = await refused(
    'invoice_paid',
    scene(monday, async (ctx, client) => {
      const invoice = await issue(ctx, client)
      await pay(ctx, client, '1789,65')
      return pay(ctx, client, '1', { invoiceIds: [invoice.id] })
    }),
  )
  assert.equal(paid.field, 'invoiceIds')
  await refused(
    'not_found',
    scene(monday, (ctx, client) => pay(ctx, client, '1', { invoiceIds: [ctx.newId()] })),
  )
})

test('a withdrawn payment counts for nothing and stays in the history with its reason', async () => {
  const seen = await scene(monday, async (ctx, client) => {
    const invoice = await issue(ctx, client)
    const payment = await pay(ctx, client, '1789,65')
    const withdrawn = await withdrawPayment(ctx, payment.id, ' inny klient ')
    await refused('payment_withdrawn', withdrawPayment(ctx, payment.id, 'jeszcze raz'))
    const { payments, balanceGrosze } = await clientStatement(ctx, client)
    return {
      open: await openAmountOf(ctx, invoice.id),
      because: withdrawn.withdrawnBecause,
      kept: payments.length,
      balanceGrosze,
      armed: await armed(ctx, invoice.id),
    }
  })
  assert.deepEqual(seen, {
    open: 178_965,
    because: 'inny klient',
    kept: 1,
    balanceGrosze: 178_965,
    armed: warsaw('2026-11-24T09:00').toString(),
  })
})

test('withdrawing needs a reason', async () => {
  await refused(
    'reason_missing',
    scene(monday, async (ctx, client) => withdrawPayment(ctx, (await pay(ctx, client, '1')).id, ' ')),
  )
})

test('the opiekun reads, and does not enter payments', async () => {
  await refused(
    'role_may_not',
    scene(monday, (ctx, client) => pay(ctx, client, '1'), 'ola'),
  )
})

test('an invoice due on a Saturday is reminded of three days after the Monday', async () => {
  const at = await scene('2026-02-02T09:00', async (ctx, client) =>
    armed(ctx, (await issue(ctx, client, { issueOn: '2026-01-31', dueOn: '2026-02-14' })).id),
  )
  assert.equal(at, warsaw('2026-02-19T09:00').toString())
})

test('the reminder says what is open, with interest to date, once', async () => {
  const seen = await scene('2026-11-19T09:00', async (ctx, client) => {
    const invoice = await issue(ctx, client)
    await remind(ctx, invoice)
    await remind(ctx, invoice)
    return {
      mails: await remindersSent(ctx),
      rows: await remindersOf(ctx, [invoice.id]),
      number: invoice.number,
    }
  })
  assert.equal(seen.mails.length, 1)
  assert.equal(seen.rows.length, 1)
  const [mail] = seen.mails
  assert.equal(mail!.subject, `Przypomnienie o płatności – ${seen.number}, termin 15.11.2026`)
  assert.deepEqual(mail!.recipients, [{ address: 'faktury@zlotyklos.example', name: 'Piekarnia Złoty Kłos' }])
  // 15.11 is a Sunday, so three days from Monday: 1 789,65 × 13,75% × 3 / 365 = 2,0225.
  assert.match(mail!.textBody, /Pozostało: 1\s789,65\szł/)
  assert.match(mail!.textBody, /na dzień 19\.11\.2026: 2,02\szł/)
  assert.match(mail!.textBody, /86\s1090\s1098\s0000\s0001\s4120\s0345/)
  assert.doesNotMatch(mail!.textBody, /undefined|Zapłacono/)
})

test('after a part was paid the reminder asks for the rest', async () => {
  const [mail] = await scene('2026-11-19T09:00', async (ctx, client) => {
    const invoice = await issue(ctx, client)
    await enterPayment(ctx, { clientId: client, amount: '789,65', paidOn: '2026-11-10' })
    await remind(ctx, invoice)
    return remindersSent(ctx)
  })
  assert.match(mail!.textBody, /Kwota brutto: 1\s789,65\szł\nZapłacono: 789,65\szł\nPozostało: 1\s000,00\szł/)
})

//  what it shows, what happened before the day of the reminder
const nothingToRemindOf: [string, (ctx: Context, client: string, invoice: Invoice) => Promise<unknown>][] = [
  [
    'it was paid',
    (ctx, client) => enterPayment(ctx, { clientId: client, amount: '1789,65', paidOn: '2026-11-18' }),
  ],
  [
    'it was corrected to nothing',
    (ctx, client, invoice) =>
      issue(ctx, client, { corrects: invoice, grossGrosze: -178_965, issueOn: '2026-11-18' }),
  ],
  [
    'a part was paid and the rest corrected away',
    async (ctx, client, invoice) => {
      await enterPayment(ctx, { clientId: client, amount: '1000', paidOn: '2026-11-18' })
      await issue(ctx, client, { corrects: invoice, grossGrosze: -78_965, issueOn: '2026-11-18' })
    },
  ],
]
for (const [what, happens] of nothingToRemindOf) {
  test(`${what}: the reminder is called off, and one that fires all the same says nothing`, async () => {
    const seen = await scene('2026-11-18T12:00', async (ctx, client) => {
      const invoice = await issue(ctx, client)
      const before = await armed(ctx, invoice.id)
      await happens(ctx, client, invoice)
      const after = await armed(ctx, invoice.id)
      await remind(ctx, invoice)
      return { before, after, mails: await remindersSent(ctx), open: await openAmountOf(ctx, invoice.id) }
    })
    assert.deepEqual(seen, {
      before: warsaw('2026-11-19T09:00').toString(),
      after: undefined,
      mails: [],
      open: 0,
    })
  })
}

test('who has enough money with us is not reminded; a person puts it on the invoice', async () => {
  const seen = await scene('2026-11-19T09:00', async (ctx, client) => {
    await enterPayment(ctx, { clientId: client, amount: '2000', paidOn: '2026-11-01' })
    const invoice = await issue(ctx, client)
    await ctx.tx.deleteFrom('timers').where('tenantId', '=', ctx.tenantId).execute()
    await remind(ctx, invoice)
    const board = await collectionBoard(ctx)
    return { mails: await remindersSent(ctx), step: board.invoices[0]!.nextStep }
  })
  assert.deepEqual(seen, { mails: [], step: { kind: 'person', because: 'credit' } })
})

test('without an address for invoices the board says so', async () => {
  const step = await scene('2026-11-19T09:00', async (ctx, client) => {
    await ctx.tx
      .updateTable('clients')
      .set({ email: '', invoiceEmail: '' })
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '=', client)
      .execute()
    const invoice = await issue(ctx, client, { recipientEmails: [] })
    await ctx.tx.deleteFrom('timers').where('tenantId', '=', ctx.tenantId).execute()
    await remind(ctx, invoice)
    return (await collectionBoard(ctx)).invoices[0]!.nextStep
  })
  assert.deepEqual(step, { kind: 'person', because: 'no_address' })
})

test('the board sorts what is open into stages and sums it', async () => {
  const board = await scene(monday, async (ctx, client) => {
    for (const [grossGrosze, dueOn] of [
      [10_000, '2026-11-27'],
      [20_000, '2026-11-20'],
      [40_000, '2026-11-03'],
      [80_000, '2026-10-01'],
    ] as const) {
      await issue(ctx, client, { grossGrosze, dueOn, issueOn: '2026-09-01' })
    }
    await pay(ctx, client, '300', { paidOn: '2026-11-05' })
    return collectionBoard(ctx)
  })
  assert.deepEqual(board.sums.stages, {
    beforeDue: { count: 1, openGrosze: 10_000 },
    days1to7: { count: 1, openGrosze: 20_000 },
    days8to30: { count: 1, openGrosze: 40_000 },
    over30: { count: 1, openGrosze: 50_000 },
  })
  assert.deepEqual(
    [board.sums.openGrosze, board.sums.overdueGrosze, board.sums.dueThisWeekGrosze],
    [120_000, 110_000, 10_000],
  )
  const oldest = board.invoices[0]!
  assert.equal(oldest.clientName, 'Piekarnia Złoty Kłos')
  // 800 zł for 35 days up to the payment, 500 zł for the 18 days after it.
  assert.deepEqual(
    oldest.interest.segments.map((s) => [s.from, s.to, s.days, s.principalGrosze]),
    [
      ['2026-10-02', '2026-11-05', 35, 80_000],
      ['2026-11-06', '2026-11-23', 18, 50_000],
    ],
  )
  assert.equal(oldest.interest.grosze, 1_394)
  assert.equal(board.invoices.at(-1)!.nextStep.kind, 'reminder')
})

test('the statement adds up: invoices, corrections and payments end in the balance', async () => {
  const statement = await scene(monday, async (ctx, client) => {
    const invoice = await issue(ctx, client, { grossGrosze: 100_000 })
    await issue(ctx, client, { corrects: invoice, grossGrosze: -20_000, issueOn: '2026-11-10' })
    await pay(ctx, client, '500', { paidOn: '2026-11-12', note: 'czesc fv' })
    return clientStatement(ctx, client)
  })
  assert.deepEqual(
    statement.rows.map((row) => [row.kind, row.amountGrosze, row.balanceGrosze]),
    [
      ['invoice', 100_000, 100_000],
      ['correction', -20_000, 80_000],
      ['payment', -50_000, 30_000],
    ],
  )
  assert.equal(statement.balanceGrosze, statement.openGrosze - statement.creditGrosze)
})

test('an invoice that was paid and then reduced leaves a credit', async () => {
  const seen = await scene(monday, async (ctx, client) => {
    const invoice = await issue(ctx, client, { grossGrosze: 100_000 })
    await pay(ctx, client, '1000')
    await issue(ctx, client, { corrects: invoice, grossGrosze: -30_000, issueOn: '2026-11-22' })
    return {
      open: (await balanceOf(ctx, invoice.id)).openGrosze,
      credit: await creditOf(ctx, client),
      board: (await collectionBoard(ctx)).invoices.length,
    }
  })
  assert.deepEqual(seen, { open: -30_000, credit: 30_000, board: 0 })
})

//  what it shows                     gross      due           paid          commercial  interest
const examples = [
  ['due on a Saturday, 28 days', 800_000, '2026-02-14', '2026-03-16', true, 8_592],
  ['a consumer, over a change of rate', 250_000, '2025-11-28', '2025-12-12', false, 920],
  ['paid on the day it was really due', 800_000, '2026-02-14', '2026-02-16', true, 0],
] as const
for (const [what, grossGrosze, dueOn, on, isCommercial, grosze] of examples) {
  test(`interest, ${what}: ${grosze} grosze`, () => {
    assert.equal(interestSoFar({ grossGrosze, dueOn, isCommercial, parts: [], on }).grosze, grosze)
  })
}

test('issuing arms the timer, and the timer reminds once', async () => {
  const { stage: running, cast, bakery, keep } = await desk()
  const invoice = await keep('system', '2026-11-02T09:00', (ctx) =>
    issuedInvoice(ctx, {
      clientId: bakery.client.id,
      grossGrosze: 178_965,
      issueOn: '2026-11-01',
      dueOn: '2026-11-15',
    }),
  )
  await invoiceIssuedJob(running.app, { tenantId: cast.tenantId, invoiceId: invoice.id })
  const timer = await keep('system', '2026-11-02T09:00', (ctx) =>
    ctx.tx
      .selectFrom('timers')
      .select('id')
      .where('tenantId', '=', ctx.tenantId)
      .where('what', '=', reminderTimer)
      .where('subjectId', '=', invoice.id)
      .executeTakeFirstOrThrow(),
  )
  assert.equal(await fire(running.app, timerHandlers, cast.tenantId, timer.id), true)
  assert.equal(await fire(running.app, timerHandlers, cast.tenantId, timer.id), false)
  const reminders = await keep('system', '2026-11-19T09:01', (ctx) => remindersOf(ctx, [invoice.id]))
  assert.equal(reminders.length, 1)
})

test('the payments of an invoice are asked for by its own id or by that of its correction', async () => {
  const seen = await scene(monday, async (ctx, client) => {
    const invoice = await issue(ctx, client)
    const correction = await issue(ctx, client, {
      corrects: invoice,
      grossGrosze: -8_965,
      issueOn: '2026-11-18',
    })
    await pay(ctx, client, '700', { invoiceIds: [invoice.id] })
    return [await invoicePayments(ctx, invoice.id), await invoicePayments(ctx, correction.id)]
  })
  assert.deepEqual(seen[0], seen[1])
  assert.deepEqual([seen[0]!.openGrosze, seen[0]!.payments[0]!.amountGrosze], [100_000, 70_000])
})

test('rates are said to be uncertain once the computation passes the day they were checked', () => {
  const until = (on: string) =>
    interestSoFar({ grossGrosze: 100, dueOn: '2026-05-04', isCommercial: true, parts: [], on }).uncertainAfter
  assert.deepEqual([until('2026-06-30'), until('2026-07-01')], [undefined, '2026-06-30'])
})

test('over HTTP: a payment is entered once for one key, seen on the board and the statement, and withdrawn', async () => {
  const { stage: running, cast, bakery, keep } = await desk()
  const { actor, tenantId } = cast.ewa
  const token = await running.app.db.inSystem((tx) =>
    openSession(
      tx,
      actor.identityId,
      { tenantId, kind: 'staff', subjectId: actor.id },
      { now: running.app.clock(), userAgent: 'test' },
    ),
  )
  const call = async (method: 'GET' | 'POST', url: string, body?: object, key?: string) => {
    const headers = { cookie: `${staffCookie}=${token}`, ...(key && { 'idempotency-key': key }) }
    const answer = await running.server.inject({
      method,
      url: `/api/${url}`,
      headers,
      ...(body && { payload: body }),
    })
    return { status: answer.statusCode, body: answer.json() }
  }
  const invoice = await keep('system', '2026-11-02T09:00', (ctx) =>
    issue(ctx, bakery.client.id, { dueOn: '2026-09-01' }),
  )
  const entry = {
    clientId: bakery.client.id,
    paidOn: '2026-11-02',
    amount: '89,65 zł',
    note: 'część',
    invoiceIds: [invoice.id],
  }
  const twice = [
    await call('POST', 'payments', entry, 'once-and-for-all'),
    await call('POST', 'payments', entry, 'once-and-for-all'),
  ]
  assert.deepEqual(
    twice.map((one) => [one.status, one.body.id]),
    [
      [201, twice[0]!.body.id],
      [201, twice[0]!.body.id],
    ],
  )
  const board = await call('GET', 'collection')
  assert.equal(board.status, 200)
  assert.equal(
    board.body.invoices.find((one: { invoiceId: string }) => one.invoiceId === invoice.id).openGrosze,
    170_000,
  )
  const statement = await call('GET', `collection/clients/${bakery.client.id}`)
  assert.deepEqual([statement.status, statement.body.payments.length], [200, 1])
  const withdrawn = await call('POST', `payments/${twice[0]!.body.id}/withdrawal`, { reason: 'pomyłka' })
  assert.equal(withdrawn.status, 200)
  assert.equal((await call('GET', `invoices/${invoice.id}/payments`)).body.openGrosze, 178_965)
  assert.equal((await call('GET', `collection/clients/${invoice.id}`)).status, 404)
  assert.deepEqual(
    [(await call('POST', 'payments', { ...entry, amount: '12,5,0' })).body.error].map((e) => [
      e.code,
      e.field,
    ]),
    [['amount_invalid', 'amount']],
  )
})
