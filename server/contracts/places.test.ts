/** Sites and devices of a client: what is kept, what is refused, and what a file of them does. */
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Context } from '#server/plumbing/context.ts'
import { contractOfBakery, setDesk, type Desk } from '#server/testing/desk-stage.ts'
import { openStage, refused } from '#server/testing/scene.ts'
import { addClient } from './keep-client.ts'
import { addDevice, archiveDevice, changeDevice, restoreDevice } from './keep-device.ts'
import { addSite, archiveSite, changeSite, restoreSite } from './keep-site.ts'
import { importPlaces } from './import-places.ts'
import { deviceLabel, devicesOf, sitesOf } from './place-store.ts'

const stage = openStage()
let desks: Promise<Desk> | undefined
const desk = async () => (desks ??= setDesk(await stage()))
const monday = '2026-11-23T10:00'

const clientOf = async () => (await desk()).bakery.client.id
const play = async <T>(
  deed: (ctx: Context, clientId: string) => Promise<T>,
  who: 'ola' | 'piotr' | 'jan' = 'ola',
) => {
  const id = await clientOf()
  return (await desk()).play(who, monday, (ctx) => deed(ctx, id))
}

test('a technician enters what stands before them; a client’s person does not', async () => {
  const device = await play(
    (ctx, id) => addDevice(ctx, id, { name: 'Piec nr 3', deviceClass: ' piec ' }),
    'piotr',
  )
  assert.deepEqual([device.name, device.deviceClass, device.version], ['Piec nr 3', 'piec', 1])
  await refused(
    'role_may_not',
    play((ctx, id) => addSite(ctx, id, { name: 'Sklep' }), 'jan'),
  )
})

//  what it shows                         the second name        refused
const names = [
  ['the same name', 'Sklep Łąkowa', true],
  ['only other letters', ' sklep lakowa', true],
  ['another name', 'Sklep Polna', false],
] as const
for (const [what, name, isRefused] of names) {
  test(`${what} beside "Sklep Łąkowa": ${isRefused ? 'refused' : 'added'}`, async () => {
    const both = play(async (ctx, id) => {
      await addSite(ctx, id, { name: 'Sklep Łąkowa' })
      await addSite(ctx, id, { name })
      return (await sitesOf(ctx, id)).length
    })
    if (isRefused) assert.equal((await refused('site_name_taken', both)).field, 'name')
    else assert.equal(await both, 2)
  })
}

test('a serial number stands once among the devices of a client; without one there may be many', async () => {
  await play(async (ctx, id) => {
    await addDevice(ctx, id, { name: 'Kasa' })
    await addDevice(ctx, id, { name: 'Kasa' })
    const device = await addDevice(ctx, id, { name: 'Drukarka', serialNumber: 'PL-2041' })
    assert.equal(deviceLabel(device), 'Drukarka (PL-2041)')
    const no = await refused(
      'device_serial_taken',
      addDevice(ctx, id, { name: 'Waga', serialNumber: 'pl-2041 ' }),
    )
    assert.equal(no.facts.name, 'Drukarka')
    await archiveDevice(ctx, device.id)
    await addDevice(ctx, id, { name: 'Waga', serialNumber: 'PL-2041' })
    await refused('device_serial_taken', restoreDevice(ctx, device.id))
  })
})

test('a device moves between sites of its client and never to another client', async () => {
  await play(async (ctx, id) => {
    const [shop, store] = [
      await addSite(ctx, id, { name: 'Sklep' }),
      await addSite(ctx, id, { name: 'Magazyn' }),
    ]
    const other = await addClient(ctx, { name: 'Hotel Wydmy', nip: null })
    const foreign = await addSite(ctx, other.id, { name: 'Recepcja' })
    const device = await addDevice(ctx, id, { name: 'Waga', siteId: shop.id })
    const moved = await changeDevice(ctx, device.id, { siteId: store.id, version: 1 })
    assert.equal(moved.siteId, store.id)
    const no = await refused(
      'site_not_of_client',
      changeDevice(ctx, device.id, { siteId: foreign.id, version: 2 }),
    )
    assert.equal(no.field, 'siteId')
    await refused('site_not_of_client', addDevice(ctx, id, { name: 'Kasa', siteId: foreign.id }))
    await refused('changed_meanwhile', changeDevice(ctx, device.id, { name: 'Waga 2', version: 1 }))
  })
})

test('a site goes into the archive only empty, and comes back under its name', async () => {
  await play(async (ctx, id) => {
    const shop = await addSite(ctx, id, { name: 'Sklep' })
    const device = await addDevice(ctx, id, { name: 'Waga', siteId: shop.id })
    await refused('site_has_devices', archiveSite(ctx, shop.id))
    await archiveDevice(ctx, device.id)
    await archiveSite(ctx, shop.id)
    assert.deepEqual(await sitesOf(ctx, id), [])
    assert.equal((await sitesOf(ctx, id, true)).length, 1)
    await refused('site_archived', addDevice(ctx, id, { name: 'Kasa', siteId: shop.id }))
    await addSite(ctx, id, { name: 'Sklep' })
    await refused('site_name_taken', restoreSite(ctx, shop.id))
  })
})

test('whoever renames what contracts name is told which, and may mean it', async () => {
  const { cast, bakery } = await desk()
  await play(async (ctx, id) => {
    const contract = await contractOfBakery(
      ctx,
      bakery.client,
      cast,
      [],
      (terms) => ({
        ...terms,
        covers: { sites: ['sklep'], deviceClasses: [], services: [] },
        serviceLevels: terms.serviceLevels.map((level, i) =>
          i === 0 ? { ...level, deviceClass: 'piec' } : level,
        ),
      }),
      true,
    )
    const shop = await addSite(ctx, id, { name: 'Sklep' })
    const no = await refused(
      'place_named_in_contracts',
      changeSite(ctx, shop.id, { name: 'Salon', version: 1 }),
    )
    assert.deepEqual([no.facts.numbers, no.field], [contract.number, 'name'])
    assert.equal((await changeSite(ctx, shop.id, { name: 'SKLEP', version: 1 })).name, 'SKLEP')
    const renamed = await changeSite(ctx, shop.id, { name: 'Salon', version: 2, confirmNamed: true })
    assert.equal(renamed.name, 'Salon')
    const oven = await addDevice(ctx, id, { name: 'Piec nr 3', deviceClass: 'Piec' })
    await refused(
      'place_named_in_contracts',
      changeDevice(ctx, oven.id, { deviceClass: 'piece', version: 1 }),
    )
    await addDevice(ctx, id, { name: 'Piec nr 4', deviceClass: 'piec' })
    assert.equal(
      (await changeDevice(ctx, oven.id, { deviceClass: 'piece', version: 1 })).deviceClass,
      'piece',
    )
  })
})

const file = [
  'Klient;Lokalizacja;Ulica;Strefa dojazdu;Urządzenie;Rodzaj;Numer seryjny;Kolor',
  'Piekarnia Złoty Kłos;Sklep;ul. Długa 3;II;;;;',
  'piekarnia zloty klos;sklep;;;Drukarka etykiet;drukarka;PL-2041;biała',
  'Piekarnia Złoty Kłos;;;;Tablet;;;',
  'Piekarnia Złoty Kłos;;;;Waga;waga;pl-2041;',
  'Nikt Taki;Biuro;;;;;;',
  'Piekarnia Złoty Kłos;;;;;drukarka;;',
].join('\n')
const bytes = Buffer.from(file)

test('a dry run says for each row what would happen, and keeps nothing', async () => {
  await play(async (ctx, id) => {
    const tried = await importPlaces(ctx, { bytes, dryRun: true })
    assert.deepEqual(
      tried.rows.map(({ row, site, device, problems }) => [
        row,
        site?.happens ?? null,
        device?.happens ?? null,
        problems.map(({ column }) => column),
      ]),
      [
        [2, 'new', null, []],
        [3, 'known', 'new', []],
        [4, null, 'new', []],
        [5, null, 'known', []],
        [6, null, null, ['clientName']],
        [7, null, null, ['device']],
      ],
    )
    assert.deepEqual(
      [tried.newSites, tried.newDevices, tried.problems, tried.unknownHeadings, tried.isSaved],
      [1, 2, 2, ['Kolor'], false],
    )
    assert.deepEqual([await sitesOf(ctx, id), await devicesOf(ctx, id)], [[], []])
  })
})

test('the import does what the dry run said, nothing while a row is wrong, and nothing twice', async () => {
  await play(async (ctx) => {
    await refused('csv_has_problems', importPlaces(ctx, { bytes, dryRun: false }))
  })
  await play(async (ctx, id) => {
    const done = await importPlaces(ctx, { bytes, dryRun: false, skipProblems: true })
    assert.deepEqual([done.newSites, done.newDevices, done.isSaved], [1, 2, true])
    const [site] = await sitesOf(ctx, id)
    assert.deepEqual([site!.name, site!.addressLine1, site!.travelZone], ['Sklep', 'ul. Długa 3', 'II'])
    assert.deepEqual(
      (await devicesOf(ctx, id)).map(({ name, deviceClass, siteId }) => [name, deviceClass, siteId]),
      [
        ['Drukarka etykiet', 'drukarka', site!.id],
        ['Tablet', '', null],
      ],
    )
    const again = await importPlaces(ctx, { bytes, dryRun: false, skipProblems: true })
    assert.deepEqual([again.newSites, again.newDevices], [0, 0])
  })
})

test('a file of one client needs no column that says whose it is', async () => {
  await play(async (ctx, clientId) => {
    const own = Buffer.from('site,device\nSklep,Waga\nSklep,Kasa\n')
    const done = await importPlaces(ctx, { bytes: own, dryRun: false, clientId })
    assert.deepEqual([done.newSites, done.newDevices, done.problems], [1, 2, 0])
    const bare = await importPlaces(ctx, { bytes: own, dryRun: true })
    assert.equal(bare.problems, 2)
  })
})

test('a sheet that names neither sites nor devices is refused', async () => {
  const bytes = Buffer.from('Klient;Kolor\nA;b\n')
  await refused(
    'spreadsheet_unreadable',
    play((ctx) => importPlaces(ctx, { bytes, dryRun: true })),
  )
})
