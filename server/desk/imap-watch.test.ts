import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import { setCast, type Cast } from '#demo/cast.ts'
import { addClient, addContact } from '#server/contracts/public.ts'
import { dovecotMissing, freePort, openDovecot, type Dovecot } from '#server/testing/mail-servers.ts'
import { openStage, played, refused, type Stage } from '#server/testing/scene.ts'
import { startImapWatch, type ImapWatch } from './imap-watch.ts'
import { addMailbox, mailboxesOf, pauseMailbox, tryMailbox, type MailboxLogin } from './mail-boxes.ts'

const missing = dovecotMissing()
const needsDovecot = missing ? { skip: missing } : {}
const stage = openStage()
type Set = { s: Stage; cast: Cast; dovecot: Dovecot; watch: ImapWatch }
let ready: Promise<Set> | undefined
after(async () => {
  const set = await ready
  await set?.watch.stop()
  await set?.dovecot.close()
})

function set(): Promise<Set> {
  return (ready ??= (async () => {
    const s = await stage()
    const cast = await setCast(s)
    await played(s, cast.ola, '2026-11-20T08:00', async (ctx) => {
      const bakery = await addClient(ctx, { name: 'Piekarnia Złoty Kłos' })
      await addContact(ctx, bakery.id, { name: 'Jan Młynarczyk', email: 'jan@zlotyklos.example' })
    })
    const dovecot = await openDovecot()
    dovecot.deliver(letter('before'))
    return { s, cast, dovecot, watch: startImapWatch(s.app) }
  })())
}

const letter = (id: string, lines: string[] = []) =>
  [
    `From: Jan <jan@zlotyklos.example>`,
    'To: serwis@zuraw.example',
    `Message-ID: <${id}@zlotyklos.example>`,
    'Subject: Piec',
    ...lines,
    '',
    `Nie dziala (${id}).`,
    '',
  ].join('\n')

const login = ({ host, port, username, password }: Dovecot): MailboxLogin => ({
  host,
  port,
  username,
  password,
  isSecure: false,
  folder: 'INBOX',
})

/** Asks again whenever the company is told of a change, until the answer is the expected one. */
async function until<T>(expected: T, ask: () => Promise<T>): Promise<void> {
  const { s, cast } = await set()
  const late = AbortSignal.timeout(20_000)
  const over = new Promise<void>((resolve) => late.addEventListener('abort', () => resolve()))
  let tell = () => {}
  const leave = s.app.live.subscribe(cast.tenantId, () => tell())
  for (;;) {
    const told = new Promise<void>((resolve) => (tell = resolve))
    const answer = await ask()
    if (isDeepStrictEqual(answer, expected) || late.aborted) {
      leave()
      return assert.deepEqual(answer, expected)
    }
    await Promise.race([told, over])
  }
}

async function outcomes(): Promise<string[]> {
  const { s } = await set()
  const { rows } = await s.app.db.pool.query(
    `select message_id, outcome from incoming_mails where source = 'imap' order by received_at, message_id`,
  )
  return rows.map((r) => `${r.message_id} ${r.outcome}`)
}

async function theMailbox() {
  const { s, cast } = await set()
  return (await played(s, cast.marta, '2026-11-20T10:00', mailboxesOf))[0]!
}

test('a mailbox that cannot be opened is not taken, and the reason is said', needsDovecot, async () => {
  const { s, cast, dovecot } = await set()
  const right = login(dovecot)
  for (const [wrong, cause, field] of [
    [{ ...right, password: 'nie-to' }, 'refused', 'password'],
    [{ ...right, folder: 'Nie ma' }, 'no_folder', 'folder'],
    [{ ...right, port: await freePort() }, 'no_answer', 'host'],
    [{ ...right, isSecure: true }, 'no_tls', 'isSecure'],
  ] as const) {
    const tried = await tryMailbox(wrong)
    const no = await refused(
      'mailbox_unreachable',
      played(s, cast.marta, '2026-11-20T10:00', (ctx) =>
        addMailbox(ctx, { ...wrong, withExisting: false }, tried),
      ),
    )
    assert.deepEqual([no.facts.cause, no.field], [cause, field])
  }
})

test('a technician may not add a mailbox', needsDovecot, async () => {
  const { s, cast, dovecot } = await set()
  const tried = await tryMailbox(login(dovecot))
  await refused(
    'role_may_not',
    played(s, cast.kuba, '2026-11-20T10:00', (ctx) =>
      addMailbox(ctx, { ...login(dovecot), withExisting: false }, tried),
    ),
  )
})

test(
  'what arrives in the mailbox becomes a ticket at once; what lay there before stays',
  needsDovecot,
  async () => {
    const { s, cast, dovecot } = await set()
    const tried = await tryMailbox(login(dovecot))
    const box = await played(s, cast.marta, '2026-11-20T10:00', (ctx) =>
      addMailbox(ctx, { ...login(dovecot), withExisting: false }, tried),
    )
    const { rows } = await s.app.db.pool.query('select secret from mailboxes where id = $1', [box.id])
    assert.ok(!rows[0].secret.includes(dovecot.password), 'the password is sealed')
    dovecot.deliver(letter('first'))
    await until(['<first@zlotyklos.example> ticket'], outcomes)
    dovecot.deliver(letter('second', ['In-Reply-To: <first@zlotyklos.example>']))
    await until(['<first@zlotyklos.example> ticket', '<second@zlotyklos.example> message'], outcomes)
  },
)

test('what arrived while the server or we were away is received afterwards, once', needsDovecot, async () => {
  const { dovecot } = await set()
  const before = await outcomes()
  const restarting = dovecot.restart()
  dovecot.deliver(letter('while-away'))
  await restarting
  await until([...before, '<while-away@zlotyklos.example> ticket'], outcomes)
  assert.equal((await theMailbox()).lastError, null)
})

test('a renumbered mailbox is looked through again and nothing comes twice', needsDovecot, async () => {
  const { s, dovecot } = await set()
  const before = await outcomes()
  await s.app.db.pool.query(`update mailboxes set uid_validity = '1', last_uid = 900, version = version + 1`)
  dovecot.deliver(letter('renumbered'))
  await until([...before, '<renumbered@zlotyklos.example> ticket'], outcomes)
  dovecot.deliver(letter('afterwards'))
  await until(
    [...before, '<renumbered@zlotyklos.example> ticket', '<afterwards@zlotyklos.example> ticket'],
    outcomes,
  )
})

test(
  'a message that our own mistake keeps out is kept and shown, and the next one gets its turn',
  needsDovecot,
  async () => {
    const { s, dovecot } = await set()
    await s.app.db.pool.query(`alter table tickets add constraint not_this check (subject <> 'Zatrute')`)
    dovecot.deliver(letter('poison').replace('Subject: Piec', 'Subject: Zatrute'))
    dovecot.deliver(letter('healthy'))
    await until(['failed', 'ticket'], async () =>
      (await outcomes())
        .filter((line) => /poison|healthy/.test(line))
        .map((line) => line.split(' ')[1]!)
        .sort(),
    )
    await s.app.db.pool.query('alter table tickets drop constraint not_this')
  },
)

test(
  'a paused mailbox rests and goes on where it stood; a wrong password shows its reason',
  needsDovecot,
  async () => {
    const everything = await set()
    const { s, cast, dovecot } = everything
    const box = await theMailbox()
    const pausing = (isPaused: boolean, version: number) =>
      played(s, cast.marta, '2026-11-20T10:00', (ctx) => pauseMailbox(ctx, box.id, { isPaused, version }))
    const setSecret = (secret: string) =>
      s.app.db.pool.query('update mailboxes set secret = $1, version = version + 1 where id = $2', [
        secret,
        box.id,
      ])
    const { rows } = await s.app.db.pool.query('select secret from mailboxes where id = $1', [box.id])
    const { version } = await pausing(true, box.version)
    dovecot.deliver(letter('paused'))
    await everything.watch.stop()
    assert.ok(!(await outcomes()).some((line) => line.includes('paused')))

    await setSecret(s.app.secrets.seal('nie-to'))
    await pausing(false, version + 1)
    everything.watch = startImapWatch(s.app)
    await until('refused', async () => (await theMailbox()).lastError)
    await setSecret(rows[0].secret)
    await until(true, async () => (await outcomes()).includes('<paused@zlotyklos.example> ticket'))
  },
)
