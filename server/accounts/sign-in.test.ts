import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openStage } from '#server/testing/scene.ts'

const lines: string[] = []
const stage = openStage({ tellOperator: (line) => void lines.push(line) })

const person = {
  email: 'marta@zuraw.example',
  password: 'zurawie-lataja',
  name: 'Marta Zielińska',
  company: 'Żuraw Serwis Sp. z o.o.',
  trade: 'it',
}

type Answer = {
  statusCode: number
  json: () => never
  cookies: { name: string; value: string; httpOnly?: boolean; sameSite?: string }[]
}
async function call(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const { server } = await stage()
  return server.inject({ method, url, payload: body, headers }) as unknown as Promise<Answer>
}
const cookieOf = (answer: Answer): string => answer.cookies.map((c) => `${c.name}=${c.value}`).join('; ')
const errorOf = (answer: Answer): { code: string; field?: string; message: string } =>
  (answer.json() as { error: { code: string; field?: string; message: string } }).error

test('a company signs up by e-mail and password and starts with Polish defaults', async () => {
  const signedUp = await call('POST', '/api/sign-up', person)
  assert.equal(signedUp.statusCode, 201)
  const [cookie] = signedUp.cookies
  assert.equal(cookie?.httpOnly, true)
  assert.equal(cookie?.sameSite, 'Lax')
  const headers = { cookie: cookieOf(signedUp) }
  const company = (await call('GET', '/api/company', undefined, headers)).json() as {
    slug: string
    invoicePattern: string
    defaultVat: string
    priorities: { priority: string }[]
  }
  assert.equal(company.slug, 'zuraw-serwis')
  assert.equal(company.invoicePattern, 'FV/{n}/{MM}/{YYYY}')
  assert.equal(company.defaultVat, '23')
  assert.deepEqual(
    company.priorities.map((p) => p.priority),
    ['critical', 'high', 'normal', 'low'],
  )
  const calendars = (await call('GET', '/api/calendars', undefined, headers)).json() as {
    name: string
    isDefault: boolean
    calendar: { publicHolidays: string }
  }[]
  assert.equal(calendars[0]?.name, 'Dni robocze 8–16')
  assert.equal(calendars[0]?.calendar.publicHolidays, 'PL')
})

test('the first try without an SMTP server is never stuck: the link is told to the operator', () => {
  assert.match(lines.join('\n'), /Potwierdź adres e-mail.*: http.*\/confirm\?key=/)
})

test('an address that has an account is told at its field', async () => {
  const again = await call('POST', '/api/sign-up', person)
  assert.equal(again.statusCode, 409)
  assert.equal(errorOf(again).code, 'email_taken')
  assert.equal(errorOf(again).field, 'email')
})

test('a short password and a strange address are refused in the language of the person', async () => {
  const short = await call(
    'POST',
    '/api/sign-up',
    { ...person, email: 'x@y.pl', password: 'krotkie' },
    { 'accept-language': 'en' },
  )
  assert.equal(errorOf(short).code, 'password_too_short')
  assert.match(errorOf(short).message, /at least 10 characters/)
  assert.equal(
    errorOf(await call('POST', '/api/sign-up', { ...person, email: 'to nie adres' })).code,
    'email_invalid',
  )
})

test('a wrong password and an unknown address get the same answer', async () => {
  const wrong = await call('POST', '/api/session', { email: person.email, password: 'cos-zupelnie-innego' })
  const unknown = await call('POST', '/api/session', {
    email: 'nikt@zuraw.example',
    password: 'cos-zupelnie-innego',
  })
  assert.equal(wrong.statusCode, 401)
  assert.deepEqual(wrong.json(), unknown.json())
})

test('a link for signing in works once', async () => {
  lines.length = 0
  assert.equal(
    (await call('POST', '/api/session/links', { email: person.email, kind: 'staff' })).statusCode,
    202,
  )
  const token = /key=([\w-]+)/.exec(lines.join('\n'))?.[1] ?? ''
  const entered = await call('POST', '/api/session/entries', { token })
  assert.equal(entered.statusCode, 201)
  assert.equal((await call('GET', '/api/session', undefined, { cookie: cookieOf(entered) })).statusCode, 200)
  const again = await call('POST', '/api/session/entries', { token })
  assert.equal(again.statusCode, 410)
  assert.equal(errorOf(again).code, 'link_used')
  assert.equal(
    errorOf(await call('POST', '/api/session/entries', { token: 'zmyslony-klucz-xxxx' })).code,
    'link_unknown',
  )
})

test('whether an address has an account is not told when a link is asked for', async () => {
  const unknown = await call('POST', '/api/session/links', { email: 'nikt@zuraw.example', kind: 'staff' })
  assert.equal(unknown.statusCode, 202)
})

test('guessing a password is stopped after ten tries', async () => {
  const guess = () =>
    call('POST', '/api/session', { email: 'ofiara@zuraw.example', password: 'zgaduje-zgaduje' })
  for (let i = 0; i < 10; i++) assert.equal((await guess()).statusCode, 401)
  assert.equal((await guess()).statusCode, 429)
})

test('another site cannot act in the name of a signed-in person', async () => {
  const signedIn = await call('POST', '/api/session', { email: person.email, password: person.password })
  const headers = { cookie: cookieOf(signedIn) }
  const fromElsewhere = await call(
    'PATCH',
    '/api/company',
    { name: 'Zła', version: 1 },
    { ...headers, origin: 'https://zla.example' },
  )
  assert.equal(errorOf(fromElsewhere).code, 'cross_site')
  const site = await call(
    'PATCH',
    '/api/company',
    { name: 'Zła', version: 1 },
    { ...headers, 'sec-fetch-site': 'cross-site' },
  )
  assert.equal(errorOf(site).code, 'cross_site')
})

test('two people who change the company at once: the second is shown the change of the first', async () => {
  const signedIn = await call('POST', '/api/session', { email: person.email, password: person.password })
  const headers = { cookie: cookieOf(signedIn) }
  assert.equal(
    (await call('PATCH', '/api/company', { phone: '58 300 14 00', version: 1 }, headers)).statusCode,
    200,
  )
  const second = await call('PATCH', '/api/company', { phone: '58 300 14 99', version: 1 }, headers)
  assert.equal(second.statusCode, 409)
  assert.equal(
    (second.json() as { error: { facts: { now: { phone: string } } } }).error.facts.now.phone,
    '58 300 14 00',
  )
})

test('an invited technician sets a password, enters and may not see to the company', async () => {
  const owner = {
    cookie: cookieOf(await call('POST', '/api/session', { email: person.email, password: person.password })),
  }
  lines.length = 0
  const invited = await call(
    'POST',
    '/api/staff',
    { name: 'Piotr Wójcik', email: 'piotr@zuraw.example', role: 'technician' },
    owner,
  )
  assert.equal(invited.statusCode, 201)
  const token = /key=([\w-]+)/.exec(lines.join('\n'))?.[1] ?? ''
  const entered = await call('POST', '/api/session/entries', { token, password: 'srubokret-krzyzowy' })
  const headers = { cookie: cookieOf(entered) }
  const session = (await call('GET', '/api/session', undefined, headers)).json() as {
    person: { role: string }
  }
  assert.equal(session.person.role, 'technician')
  assert.equal(
    errorOf(await call('POST', '/api/staff', { name: 'X', email: 'x@y.pl', role: 'technician' }, headers))
      .code,
    'role_may_not',
  )
  const outbox = (await call('GET', '/api/outbox', undefined, owner)).json() as {
    kind: string
    isMasked: boolean
    text: string
  }[]
  const mail = outbox.find((m) => m.kind === 'invitation')
  assert.equal(mail?.isMasked, true)
  assert.ok(!mail?.text.includes(token))
})

test('a link that has expired says so', async () => {
  const { app } = await stage()
  lines.length = 0
  await call('POST', '/api/session/links', { email: person.email, kind: 'staff' })
  const token = /key=([\w-]+)/.exec(lines.join('\n'))?.[1] ?? ''
  await app.db.pool.query(
    `update identity.link_tokens set expires_at = now() - interval '1 minute' where used_at is null`,
  )
  assert.equal(errorOf(await call('POST', '/api/session/entries', { token })).code, 'link_expired')
})

test('the last owner stays', async () => {
  const headers = {
    cookie: cookieOf(await call('POST', '/api/session', { email: person.email, password: person.password })),
  }
  const staff = (await call('GET', '/api/staff', undefined, headers)).json() as {
    id: string
    role: string
    version: number
  }[]
  const owner = staff.find((s) => s.role === 'owner')!
  assert.equal(errorOf(await call('DELETE', `/api/staff/${owner.id}`, undefined, headers)).code, 'last_owner')
  assert.equal(
    errorOf(
      await call('PATCH', `/api/staff/${owner.id}`, { role: 'technician', version: owner.version }, headers),
    ).code,
    'last_owner',
  )
})

test('the same change sent twenty times at once under one key happens once', async () => {
  const headers = {
    cookie: cookieOf(await call('POST', '/api/session', { email: person.email, password: person.password })),
    'idempotency-key': 'dwadziescia-razy',
  }
  const body = { name: 'Kuba Szymański', email: 'kuba@zuraw.example', role: 'technician' }
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => call('POST', '/api/staff', body, headers)),
  )
  assert.deepEqual([...new Set(answers.map((a) => a.statusCode))], [201])
  assert.equal(new Set(answers.map((a) => JSON.stringify(a.json()))).size, 1)
  const other = await call('POST', '/api/staff', { ...body, name: 'Inny' }, headers)
  assert.equal(errorOf(other).code, 'key_reused')
})
