/** Clients and their people, on a real database. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { setCast, type Cast } from '#demo/cast.ts'
import { openStage, played, refused, scene } from '#server/testing/scene.ts'
import type { Context } from '#server/plumbing/context.ts'
import { clientsOf, contactOf, contactsByEmail } from './client-store.ts'
import { addClient, archiveClient, changeClient } from './keep-client.ts'
import { addContact, changeContact, endContact, inviteContact } from './keep-contact.ts'
import { importClients } from './import-clients.ts'

const stage = openStage()
let cast: Cast | undefined
const onStage = async () => {
  const open = await stage()
  cast ??= await setCast(open)
  return { stage: open, cast }
}
const at = '2026-11-23T10:00'
const asOla = async <T>(deed: (ctx: Context) => Promise<T>) => {
  const { stage: open, cast: who } = await onStage()
  return scene(open, who.ola, at, deed)
}
const bakery = {
  name: 'Piekarnia Złoty Kłos',
  nip: '584-012-34-57',
  addressLine1: 'ul. Młyńska 4',
  addressLine2: '80-850 Gdańsk',
  email: 'biuro@zlotyklos.example',
}
const bakeryNip = '5840123457'

//  what was typed       refusal
const wrongNips = [
  ['584-012-34-5', 'nip_length'],
  ['584-012-34-56', 'nip_checksum'],
  ['584-O12-34-57', 'nip_characters'],
  ['0000000000', 'nip_office'],
] as const
for (const [nip, code] of wrongNips) {
  test(`a client with the NIP ${nip} is refused at its field: ${code}`, async () => {
    const no = await refused(
      code,
      asOla((ctx) => addClient(ctx, { ...bakery, nip })),
    )
    assert.equal(no.field, 'nip')
  })
}

test('a NIP is kept as ten digits, however it was typed', async () => {
  const client = await asOla((ctx) => addClient(ctx, { ...bakery, nip: 'PL 584 012 34 57' }))
  assert.equal(client.nip, bakeryNip)
})

test('whoever enters a NIP again is shown the client that has it', async () => {
  const no = await refused(
    'nip_taken',
    asOla(async (ctx) => {
      await addClient(ctx, bakery)
      await addClient(ctx, { name: 'Kłos', nip: bakeryNip })
    }),
  )
  assert.equal(no.facts.name, bakery.name)
  assert.ok(no.facts.clientId)
})

test('a NIP entered by two people at the same moment is one client', async () => {
  const { stage: open, cast: who } = await onStage()
  const nip = '7010000005'
  const both = await Promise.allSettled(
    [1, 2].map((n) => played(open, who.ola, at, (ctx) => addClient(ctx, { name: `Równocześnie ${n}`, nip }))),
  )
  assert.deepEqual(both.map((one) => one.status).sort(), ['fulfilled', 'rejected'])
  const rejected = both.find((one) => one.status === 'rejected')
  await refused('nip_taken', Promise.reject(rejected?.reason))
})

test('an archived client leaves its NIP free', async () => {
  const second = await asOla(async (ctx) => {
    await archiveClient(ctx, (await addClient(ctx, bakery)).id)
    return addClient(ctx, bakery)
  })
  assert.equal(second.nip, bakeryNip)
})

test('two people changing one client: the second is shown what the first did', async () => {
  const no = await refused(
    'changed_meanwhile',
    asOla(async (ctx) => {
      const seen = await addClient(ctx, bakery)
      await changeClient(ctx, seen.id, { version: seen.version, phone: '58 111 22 33' })
      await changeClient(ctx, seen.id, { version: seen.version, phone: '58 999 99 99' })
    }),
  )
  assert.equal((no.facts.now as { phone: string }).phone, '58 111 22 33')
})

test('a technician reads clients and changes none', async () => {
  const { stage: open, cast: who } = await onStage()
  await refused(
    'role_may_not',
    scene(open, who.piotr, at, (ctx) => addClient(ctx, bakery)),
  )
})

//  searched            found
const searches = [
  ['zloty', true],
  ['KŁOS', true],
  ['58401', true],
  ['584-012', true],
  ['gdansk', true],
  ['stalowa', false],
  ['%', false],
] as const
for (const [search, found] of searches) {
  test(`the search for "${search}" ${found ? 'finds' : 'does not find'} the bakery`, async () => {
    const clients = await asOla(async (ctx) => {
      await addClient(ctx, bakery)
      return clientsOf(ctx, { search })
    })
    assert.equal(
      clients.some((client) => client.name === bakery.name),
      found,
    )
  })
}

test('one address may stand at two clients: one person, two hats', async () => {
  const { first, second, hats } = await asOla(async (ctx) => {
    const one = await addContact(ctx, (await addClient(ctx, bakery)).id, {
      name: 'Jan Młynarczyk',
      email: 'jan@zlotyklos.example',
    })
    const two = await addContact(ctx, (await addClient(ctx, { name: 'Młyn' })).id, {
      name: 'Jan Młynarczyk',
      email: 'JAN@zlotyklos.example',
    })
    const found = await ctx.tx
      .selectFrom('identity.hats')
      .selectAll()
      .where('identityId', '=', two.identityId!)
      .execute()
    return { first: one, second: two, hats: found, all: await contactsByEmail(ctx, 'jan@zlotyklos.example') }
  })
  assert.equal(first.identityId, second.identityId)
  assert.equal(hats.length, 2)
})

test('the same person stands on a client’s list once', async () =>
  void (await refused(
    'contact_email_taken',
    asOla(async (ctx) => {
      const client = await addClient(ctx, bakery)
      await addContact(ctx, client.id, { name: 'Jan', email: 'jan@zlotyklos.example' })
      await addContact(ctx, client.id, { name: 'Jan', email: 'jan@zlotyklos.example' })
    }),
  )))

test('an invitation is a link to the panel, in the language of the person, good for 15 minutes', async () => {
  const { mail, link } = await asOla(async (ctx) => {
    const client = await addClient(ctx, bakery)
    const contact = await addContact(ctx, client.id, {
      name: 'Jane Miller',
      email: 'jane@zlotyklos.example',
      language: 'en',
    })
    const invited = await inviteContact(ctx, contact.id)
    assert.ok(invited.invitedAt)
    return {
      mail: await ctx.tx
        .selectFrom('mails')
        .select(['subject', 'textBody', 'secret'])
        .where('tenantId', '=', ctx.tenantId)
        .orderBy('createdAt', 'desc')
        .executeTakeFirstOrThrow(),
      link: 'kept',
    }
  })
  assert.match(mail.subject, /^Invitation to the client panel/)
  assert.match(mail.textBody, /\/panel\/enter\?key=/)
  assert.equal(mail.secret, true)
  assert.equal(link, 'kept')
})

test('whoever leaves the client’s list loses the panel at once', async () => {
  const { hats, contact } = await asOla(async (ctx) => {
    const client = await addClient(ctx, bakery)
    const jan = await addContact(ctx, client.id, { name: 'Jan', email: 'jan@zlotyklos.example' })
    await endContact(ctx, jan.id)
    return {
      hats: await ctx.tx.selectFrom('identity.hats').selectAll().where('subjectId', '=', jan.id).execute(),
      contact: await contactOf(ctx, jan.id),
    }
  })
  assert.deepEqual(hats, [])
  assert.ok(contact?.leftAt)
})

test('a new address is another person’s key: the hat moves with it', async () => {
  const { before, after } = await asOla(async (ctx) => {
    const client = await addClient(ctx, bakery)
    const jan = await addContact(ctx, client.id, { name: 'Jan', email: 'jan@zlotyklos.example' })
    return {
      before: jan,
      after: await changeContact(ctx, jan.id, { version: jan.version, email: 'biuro@zlotyklos.example' }),
    }
  })
  assert.notEqual(before.identityId, after.identityId)
})

test('a person without access to the panel cannot be invited', async () =>
  void (await refused(
    'contact_has_no_access',
    asOla(async (ctx) => {
      const client = await addClient(ctx, bakery)
      const jan = await addContact(ctx, client.id, {
        name: 'Jan',
        email: 'jan@zlotyklos.example',
        hasPanelAccess: false,
      })
      await inviteContact(ctx, jan.id)
    }),
  )))

const polishFile = `\ufeffNazwa;NIP;Ulica;Kod i miasto;E-mail;E-mail do faktur;Telefon;Osoba;E-mail osoby;Telefon osoby;Przełożony
Piekarnia Złoty Kłos;584-012-34-57;ul. Młyńska 4;80-850 Gdańsk;biuro@zlotyklos.example;faktury@zlotyklos.example;58 111;Jan Młynarczyk;jan@zlotyklos.example;600 1;tak
Piekarnia Złoty Kłos;5840123457;;;;;;Anna Kłos;anna@zlotyklos.example;;nie
Cukiernia Wanilia;;ul. Długa 1;80-001 Gdańsk;;;;;;;
`
test('a file of clients is tried first and saved after; read again it changes nothing', async () => {
  const { dry, saved, again, clients } = await asOla(async (ctx) => {
    const trial = await importClients(ctx, { csv: polishFile, dryRun: true })
    const untouched = await clientsOf(ctx, { search: 'Złoty Kłos' })
    assert.deepEqual(untouched, [])
    return {
      dry: trial,
      saved: await importClients(ctx, { csv: polishFile, dryRun: false }),
      again: await importClients(ctx, { csv: polishFile, dryRun: false }),
      clients: await clientsOf(ctx),
    }
  })
  assert.deepEqual([dry.newClients, dry.newContacts, dry.problems, dry.isSaved], [2, 2, 0, false])
  assert.deepEqual([saved.newClients, saved.newContacts, saved.isSaved], [2, 2, true])
  assert.deepEqual([again.newClients, again.newContacts], [0, 0])
  assert.equal(clients.filter((client) => client.name === 'Piekarnia Złoty Kłos').length, 1)
})

const wrongFile = `name,nip,person,person email
Good,5840123457,Jan,jan@zlotyklos.example
Bad NIP,5840123456,,
,7010000005,,
No mail,,Anna,
Wrong mail,,Anna,anna@
`
test('each row with a problem says which and where, and nothing is saved', async () => {
  const dry = await asOla((ctx) => importClients(ctx, { csv: wrongFile, dryRun: true }))
  assert.deepEqual(
    dry.rows
      .filter((row) => row.problems.length > 0)
      .map((row) => [row.row, row.problems[0]?.column, row.problems[0]?.code]),
    [
      [3, 'nip', 'nip_checksum'],
      [4, 'name', 'name_missing'],
      [5, 'contactEmail', 'contact_without_email'],
      [6, 'contactEmail', 'email_invalid'],
    ],
  )
  assert.match(dry.rows[1]?.problems[0]?.message ?? '', /błędną cyfrę kontrolną/)
  await refused(
    'csv_has_problems',
    asOla((ctx) => importClients(ctx, { csv: wrongFile, dryRun: false })),
  )
})

test('rows with problems may be left out', async () => {
  const saved = await asOla((ctx) =>
    importClients(ctx, { csv: wrongFile, dryRun: false, skipProblems: true }),
  )
  assert.deepEqual([saved.newClients, saved.problems], [1, 4])
})

test('a file without a heading that we know is unreadable', async () =>
  void (await refused(
    'csv_unreadable',
    asOla((ctx) => importClients(ctx, { csv: 'a;b\n1;2\n', dryRun: true })),
  )))
