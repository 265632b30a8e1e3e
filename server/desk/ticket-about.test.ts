/** A ticket knows what it is about: which row, which contract, which limit, which priority follow from it. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { usualMatrix } from '#engines/worktime/priority-matrix.ts'
import {
  activateVersion,
  addClient,
  addDevice,
  addSite,
  amendContract,
  archiveDevice,
  archiveSite,
  writeTerms,
  type Client,
  type Contract,
  type Device,
  type Site,
  type Terms,
} from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { contractOfBakery, printer, setDesk, type Desk } from '#server/testing/desk-stage.ts'
import { openStage, refused, warsaw } from '#server/testing/scene.ts'
import { changeAbout } from './change-about.ts'
import { chooseContract, contractChoices } from './choose-contract.ts'
import { closeTicket, resolveTicket } from './finish-ticket.ts'
import { linkTicketToClient } from './gate.ts'
import { changePriority } from './handle-ticket.ts'
import { logTrip } from './log-work.ts'
import { promisesFor } from './promises.ts'
import { reportTicket, type TicketReport } from './report-ticket.ts'
import { logOf } from './ticket-store.ts'
import type { TicketView } from './ticket-view.ts'
import { workOfContract } from './work-of-contract.ts'
import { writeMessage } from './write-message.ts'

const stage = openStage()
let opened: Promise<World> | undefined
const friday = '2026-11-20T10:00'

type World = Desk & {
  shop: Site
  store: Site
  oven: Device
  label: Device
  loose: Device
  other: { client: Client; site: Site; device: Device }
}
const world = () => (opened ??= build())

/** The bakery has a shop and a store; a label printer and an oven stand in them. */
async function build(): Promise<World> {
  const desk = await setDesk(await stage())
  const { id } = desk.bakery.client
  const rest = await desk.keep('ola', '2026-11-02T10:00', async (ctx) => {
    const shop = await addSite(ctx, id, { name: 'Sklep', travelZone: 'II' })
    const store = await addSite(ctx, id, { name: 'Magazyn' })
    const client = await addClient(ctx, { name: 'Hotel Wydmy', nip: null })
    const site = await addSite(ctx, client.id, { name: 'Recepcja' })
    return {
      shop,
      store,
      label: await addDevice(ctx, id, {
        name: 'Drukarka etykiet',
        deviceClass: 'Drukarka',
        serialNumber: 'PL-2041',
        siteId: shop.id,
      }),
      oven: await addDevice(ctx, id, { name: 'Piec nr 3', deviceClass: 'piec', siteId: store.id }),
      loose: await addDevice(ctx, id, { name: 'Tablet' }),
      other: { client, site, device: await addDevice(ctx, client.id, { name: 'Centrala', siteId: site.id }) },
    }
  })
  return { ...desk, ...rest }
}

/** The bakery's contract, amended before that Friday. */
async function amended(ctx: Context, change: (terms: Terms) => Terms): Promise<void> {
  const { bakery, cast } = await world()
  const then: Context = { ...ctx, actor: cast.ola.actor, now: warsaw('2026-11-18T10:00') }
  const { id } = bakery.contract
  const draft = await amendContract(then, id, { kind: 'amendment', validFrom: '2026-11-01' })
  await writeTerms(then, id, draft.number, { version: draft.version, terms: change(draft.terms) })
  await activateVersion(then, id, draft.number)
}

const row = (columns: object, reactionMinutes: number): Terms['serviceLevels'][number] => ({
  priority: '*',
  definition: '',
  calendar: 'work',
  reactionMinutes,
  resolutionMinutes: 480,
  ...columns,
})
/** As people write names into terms: with other letters than the registry. */
const byPlace = (terms: Terms): Terms => ({
  ...terms,
  serviceLevels: [
    ...terms.serviceLevels,
    row({ site: 'sklep' }, 120),
    row({ deviceClass: 'drukarka' }, 90),
    row({ deviceClass: 'drukarka', site: 'Sklep' }, 30),
    row({ deviceClass: 'piec', priority: 'normal' }, 45),
    row({ category: 'Piece' }, 75),
  ],
})
type Named = 'shop' | 'store' | 'label' | 'oven' | 'loose'
const idsOf = (
  w: World,
  { site, device, ...rest }: { site?: Named; device?: Named } & Partial<TicketReport>,
) => ({
  ...rest,
  ...(site && { siteId: w[site].id }),
  ...(device && { deviceId: w[device].id }),
})
const matched = (ticket: TicketView) =>
  ticket.clocks!.clocks.find(({ target }) => target === 'reaction')!.matchedRow

//  what the ticket says                 about                                             row                                   react by
const rows = [
  ['nothing', {}, { priority: 'normal' }, '14:00'],
  ['the shop', { site: 'shop' }, { site: 'sklep' }, '12:00'],
  ['the store, which no row names', { site: 'store' }, { priority: 'normal' }, '14:00'],
  ['a printer by its class alone', { deviceClass: 'drukarka' }, { deviceClass: 'drukarka' }, '11:30'],
  [
    'the printer, which stands in the shop',
    { device: 'label' },
    { deviceClass: 'drukarka', site: 'Sklep' },
    '10:30',
  ],
  [
    'the printer, taken to the store',
    { device: 'label', site: 'store' },
    { deviceClass: 'drukarka' },
    '11:30',
  ],
  ['the oven', { device: 'oven' }, { deviceClass: 'piec', priority: 'normal' }, '10:45'],
  ['a device without class or site', { device: 'loose' }, { priority: 'normal' }, '14:00'],
  ['a category', { category: 'Piece' }, { category: 'Piece' }, '11:15'],
  ['a category in the shop: the site wins', { category: 'Piece', site: 'shop' }, { site: 'sklep' }, '12:00'],
] as const
for (const [what, about, expected, reactBy] of rows) {
  test(`a ticket about ${what} is due at ${reactBy}`, async () => {
    const w = await world()
    const ticket = await w.play('jan', friday, async (ctx) => {
      await amended(ctx, byPlace)
      return reportTicket(ctx, { ...printer, ...idsOf(w, about) })
    })
    const { priority, site, deviceClass, category } = matched(ticket)
    const named = { site, deviceClass, category, ...(priority !== '*' && { priority }) }
    assert.deepEqual(
      Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)),
      expected,
    )
    assert.equal(ticket.reactBy, warsaw(`2026-11-20T${reactBy}`).toString())
  })
}

test('the ticket carries its site and device by name, and a device brings its site and class', async () => {
  const w = await world()
  const ticket = await w.play('jan', friday, (ctx) => reportTicket(ctx, { ...printer, deviceId: w.label.id }))
  assert.deepEqual(
    [ticket.site, ticket.device, ticket.deviceClass],
    [
      { id: w.shop.id, name: 'Sklep' },
      { id: w.label.id, name: 'Drukarka etykiet', serialNumber: 'PL-2041' },
      'Drukarka',
    ],
  )
})

const narrow =
  (covers: Partial<NonNullable<Terms['covers']>>, reactionMinutes: number) =>
  (terms: Terms): Terms => ({
    ...terms,
    covers: { sites: [], deviceClasses: [], services: [], ...covers },
    serviceLevels: terms.serviceLevels.map((level) => ({ ...level, reactionMinutes })),
  })
async function second(ctx: Context, change: (terms: Terms) => Terms): Promise<Contract> {
  const { bakery, cast } = await world()
  const then = { ...ctx, actor: cast.ola.actor, now: warsaw('2026-11-18T10:00') }
  return contractOfBakery(then, bakery.client, cast, [bakery.jan.id], change, true)
}

//  what the second contract covers               the ticket is about               falls under
const contracts = [
  ['the shop', { sites: ['Sklep'] }, { site: 'shop' }, 'second'],
  ['the shop', { sites: ['Sklep'] }, { site: 'store' }, 'first'],
  ['the shop', { sites: ['Sklep'] }, { device: 'label' }, 'second'],
  ['the shop', { sites: ['Sklep'] }, {}, 'first'],
  ['ovens', { deviceClasses: ['Piec'] }, { device: 'oven' }, 'second'],
  ['ovens', { deviceClasses: ['Piec'] }, { device: 'label' }, 'first'],
  ['a service', { services: ['Sieć'] }, { category: 'sieć' }, 'second'],
] as const
for (const [what, covers, about, expected] of contracts) {
  test(`beside a contract for ${what}, a ticket about ${JSON.stringify(about)} falls under the ${expected}`, async () => {
    const w = await world()
    const [ticket, other] = await w.play('jan', friday, async (ctx) => {
      const contract = await second(ctx, narrow(covers as never, 60))
      return [await reportTicket(ctx, { ...printer, ...idsOf(w, about) }), contract] as const
    })
    assert.equal(ticket.contract?.id, expected === 'second' ? other.id : w.bakery.contract.id)
    assert.equal(ticket.reactBy, warsaw(`2026-11-20T${expected === 'second' ? '11:00' : '14:00'}`).toString())
    assert.equal(ticket.mark, null)
  })
}

//  what it shows                       limit                          who       about                held because
const limits = [
  ['a site beyond the limit', { sites: ['Magazyn'] }, 'night', { site: 'shop' }, 'limit_site'],
  ['the site of the device counts', { sites: ['Magazyn'] }, 'night', { device: 'label' }, 'limit_site'],
  ['within the limit', { sites: ['magazyn'] }, 'night', { site: 'store' }, null],
  ['no site is said', { sites: ['Magazyn'] }, 'night', {}, null],
  ['a supervisor has no limits', { sites: ['Magazyn'] }, 'ewa', { site: 'shop' }, null],
  [
    'a category beyond the limit',
    { categories: ['Drobne'] },
    'night',
    { category: 'Piece' },
    'limit_category',
  ],
] as const
for (const [what, limit, who, about, expected] of limits) {
  test(`at the gate, ${what}: ${expected ?? 'passes'}`, async () => {
    const w = await world()
    const ticket = await w.play(who, friday, async (ctx) => {
      await amended(ctx, (terms) => ({
        ...terms,
        reporters: { mode: 'all', contactIds: [], limits: [limit as never] },
      }))
      return reportTicket(ctx, { ...printer, ...idsOf(w, about) })
    })
    assert.equal(ticket.heldBecause, expected)
  })
}

const withMatrix = (terms: Terms): Terms => ({
  ...terms,
  priorityMatrix: structuredClone(usualMatrix) as NonNullable<Terms['priorityMatrix']>,
})
const said = { impact: 'company', urgency: 'now' }
//  what it shows                              matrix  who     the report                                          priority    by
const priorities = [
  ['impact × urgency', true, 'jan', said, 'critical', 'matrix'],
  ['its middle', true, 'jan', { impact: 'department', urgency: 'soon' }, 'normal', 'matrix'],
  ['its last cell', true, 'jan', { impact: 'person', urgency: 'later' }, 'low', 'matrix'],
  [
    'it goes before the wish of the reporter',
    true,
    'jan',
    { ...said, proposedPriority: 'low' },
    'critical',
    'matrix',
  ],
  [
    'half of it says nothing',
    true,
    'jan',
    { impact: 'company', proposedPriority: 'high' },
    'high',
    'reporter',
  ],
  ['a contract without the table', false, 'jan', said, 'normal', 'usual'],
  ['a person of the company goes before it', true, 'ola', { ...said, priority: 'low' }, 'low', 'person'],
  ['a person who says nothing leaves it to the table', true, 'ola', said, 'critical', 'matrix'],
] as const
for (const [what, hasMatrix, who, report, expected, by] of priorities) {
  test(`priority, ${what}: ${expected}`, async () => {
    const w = await world()
    const ticket = await w.play(who, friday, async (ctx) => {
      if (hasMatrix) await amended(ctx, withMatrix)
      const source = who === 'ola' ? ('manual' as const) : ('panel' as const)
      return reportTicket(ctx, { ...printer, source, contactId: w.bakery.jan.id, ...report })
    })
    assert.deepEqual([ticket.priority, ticket.priorityBy], [expected, by])
    const level = expected === 'critical' ? '11:00' : '14:00'
    assert.equal(ticket.reactBy, warsaw(`2026-11-20T${level}`).toString(), 'the clock follows the priority')
  })
}

//  the wish                                  refused with        at
const unknown = [
  [{ impact: 'świat', urgency: 'now' }, 'impact_unknown', 'impact'],
  [{ impact: 'company', urgency: 'wczoraj' }, 'urgency_unknown', 'urgency'],
] as const
for (const [report, code, field] of unknown) {
  test(`what the contract's table does not know is refused: ${code}`, async () => {
    const w = await world()
    const no = await refused(
      code,
      w.play('jan', friday, async (ctx) => {
        await amended(ctx, withMatrix)
        return reportTicket(ctx, { ...printer, ...report })
      }),
    )
    assert.equal(no.field, field)
  })
}

//  what it shows                                             who     about                            refused with
const foreign = [
  [
    'another client’s device, for its people',
    'jan',
    (w: World) => ({ deviceId: w.other.device.id }),
    'not_found',
  ],
  ['another client’s site, for its people', 'jan', (w: World) => ({ siteId: w.other.site.id }), 'not_found'],
  [
    'another client’s device, for staff',
    'ola',
    (w: World) => ({ deviceId: w.other.device.id }),
    'device_not_of_client',
  ],
  [
    'another client’s site, for staff',
    'ola',
    (w: World) => ({ siteId: w.other.site.id }),
    'site_not_of_client',
  ],
] as const
for (const [what, who, about, code] of foreign) {
  test(`${what} is refused: ${code}`, async () => {
    const w = await world()
    const source = who === 'ola' ? ('manual' as const) : ('panel' as const)
    await refused(
      code,
      w.play(who, friday, (ctx) =>
        reportTicket(ctx, { ...printer, source, contactId: w.bakery.jan.id, ...about(w) }),
      ),
    )
    if (who === 'ola')
      await refused(
        code,
        w.play(who, friday, async (ctx) => {
          const ticket = await reportTicket(ctx, { ...printer, source: 'manual', contactId: w.bakery.jan.id })
          return changeAbout(ctx, ticket.id, about(w))
        }),
      )
  })
}

test('what is archived is not chosen any more, and a ticket that has it keeps it', async () => {
  const w = await world()
  await refused(
    'device_archived',
    w.play('ola', friday, async (ctx) => {
      await archiveDevice(ctx, w.loose.id)
      return reportTicket(ctx, {
        ...printer,
        source: 'manual',
        contactId: w.bakery.jan.id,
        deviceId: w.loose.id,
      })
    }),
  )
  const kept = await w.play('ola', friday, async (ctx) => {
    const report = { ...printer, source: 'manual' as const, contactId: w.bakery.jan.id }
    const empty = await addSite(ctx, w.bakery.client.id, { name: 'Biuro' })
    const ticket = await reportTicket(ctx, { ...report, deviceId: w.loose.id, siteId: empty.id })
    await archiveDevice(ctx, w.loose.id)
    await archiveSite(ctx, empty.id)
    return changeAbout(ctx, ticket.id, { category: 'Piece' })
  })
  assert.deepEqual([kept.device?.name, kept.site?.name, kept.category], ['Tablet', 'Biuro', 'Piece'])
})

//  rule          react by after the printer of the shop (30 min) is named at 11:00
const retimings = [
  ['fromReport', '10:30'],
  ['restart', '11:30'],
] as const
for (const [rule, expected] of retimings) {
  test(`another device is named later, ${rule}: due at ${expected}`, async () => {
    const w = await world()
    const after = await w.play('ola', friday, async (ctx) => {
      await amended(ctx, (terms) => ({
        ...byPlace(terms),
        clock: { ...terms.clock, onPriorityChange: rule },
      }))
      const ticket = await reportTicket(ctx, { ...printer, source: 'manual', contactId: w.bakery.jan.id })
      assert.equal(ticket.reactBy, warsaw('2026-11-20T14:00').toString())
      const later = { ...ctx, now: warsaw('2026-11-20T11:00') }
      const changed = await changeAbout(later, ticket.id, { deviceId: w.label.id, version: ticket.version })
      const log = await logOf(ctx, ticket.id)
      const { kind, facts } = log.at(-1)!
      assert.deepEqual([kind, facts.site, facts.deviceClass], ['reclassified', 'Sklep', 'Drukarka'])
      return changed
    })
    assert.equal(after.reactBy, warsaw(`2026-11-20T${expected}`).toString())
    assert.equal(matched(after).site, 'Sklep')
  })
}

test('nothing said anew changes nothing in the log; a ticket seen in an older state is refused', async () => {
  const w = await world()
  await w.play('ola', friday, async (ctx) => {
    const report = { ...printer, source: 'manual' as const, contactId: w.bakery.jan.id, siteId: w.shop.id }
    const ticket = await reportTicket(ctx, report)
    const before = (await logOf(ctx, ticket.id)).length
    const same = await changeAbout(ctx, ticket.id, { siteId: w.shop.id })
    assert.equal((await logOf(ctx, ticket.id)).length, before)
    await refused(
      'changed_meanwhile',
      changeAbout(ctx, ticket.id, { siteId: null, version: same.version - 1 }),
    )
    const bare = await changeAbout(ctx, ticket.id, { siteId: null, version: same.version })
    assert.equal(bare.site, null)
  })
})

test('impact and urgency said later give the priority; a person’s own stays until it is given back', async () => {
  const w = await world()
  await w.play('ola', friday, async (ctx) => {
    await amended(ctx, withMatrix)
    const ticket = await reportTicket(ctx, { ...printer, source: 'manual', contactId: w.bakery.jan.id })
    const byTable = await changeAbout(ctx, ticket.id, said)
    assert.deepEqual([byTable.priority, byTable.priorityBy], ['critical', 'matrix'])
    assert.equal(byTable.reactBy, warsaw('2026-11-20T11:00').toString())
    const own = await changePriority(ctx, ticket.id, { priority: 'high' })
    assert.deepEqual([own.priority, own.priorityBy], ['high', 'person'])
    const still = await changeAbout(ctx, ticket.id, { urgency: 'later' })
    assert.deepEqual([still.priority, still.priorityBy], ['high', 'person'])
    const back = await changeAbout(ctx, ticket.id, { urgency: 'now', priorityFromMatrix: true })
    assert.deepEqual([back.priority, back.priorityBy], ['critical', 'matrix'])
  })
})

test('another site leads to the contract of that site, unless a person has chosen', async () => {
  const w = await world()
  await w.play('ola', friday, async (ctx) => {
    const ofShop = await second(ctx, narrow({ sites: ['Sklep'] }, 60))
    const report = { ...printer, source: 'manual' as const, contactId: w.bakery.jan.id }
    const ticket = await reportTicket(ctx, report)
    assert.equal(ticket.contract?.id, w.bakery.contract.id)
    const moved = await changeAbout(ctx, ticket.id, { siteId: w.shop.id })
    assert.equal(moved.contract?.id, ofShop.id)
    assert.equal(moved.reactBy, warsaw('2026-11-20T11:00').toString())
    const chosen = await chooseContract(ctx, ticket.id, w.bakery.contract.id)
    assert.equal(chosen.contract?.id, w.bakery.contract.id)
    const stays = await changeAbout(ctx, ticket.id, { deviceId: w.label.id })
    assert.equal(stays.contract?.id, w.bakery.contract.id, 'a person has chosen it')
  })
})

test('where several match equally, what each would promise is shown, and a person chooses', async () => {
  const w = await world()
  await w.play('ola', friday, async (ctx) => {
    const ofShop = await second(ctx, narrow({ sites: ['Sklep'] }, 30))
    const ofPrinters = await second(ctx, narrow({ deviceClasses: ['drukarka'] }, 60))
    const report = { ...printer, source: 'manual' as const, contactId: w.bakery.jan.id, deviceId: w.label.id }
    const ticket = await reportTicket(ctx, report)
    assert.deepEqual([ticket.mark, ticket.contract?.id], ['several_contracts', ofShop.id])
    assert.equal(ticket.reactBy, warsaw('2026-11-20T10:30').toString(), 'the stricter one runs meanwhile')
    const choices = await contractChoices(ctx, ticket.id)
    const time = (at: string | null) =>
      at && Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Warsaw').toPlainTime().toString().slice(0, 5)
    assert.deepEqual(
      choices
        .map((one) => [one.number, one.isAmongNarrowest, one.isChosen, time(one.reactBy)])
        .sort((a, b) => (a[0]! < b[0]! ? -1 : 1)),
      [
        [w.bakery.contract.number, false, false, '14:00'],
        [ofShop.number, true, true, '10:30'],
        [ofPrinters.number, true, false, '11:00'],
      ].sort((a, b) => (a[0]! < b[0]! ? -1 : 1)),
    )
    assert.ok(choices[0]!.isAmongNarrowest && choices[1]!.isAmongNarrowest, 'the narrowest stand first')
    const chosen = await chooseContract(ctx, ticket.id, ofPrinters.id)
    assert.deepEqual([chosen.mark, chosen.contract?.id], [null, ofPrinters.id])
    assert.equal(chosen.reactBy, warsaw('2026-11-20T11:00').toString())
    await ctx.tx
      .insertInto('settledWork')
      .values({
        tenantId: ctx.tenantId,
        workKind: 'ticket',
        workId: ticket.id,
        invoiceId: await anyInvoice(ctx, w.bakery.client.id),
        bin: 'included',
      })
      .execute()
    await refused('ticket_work_settled', chooseContract(ctx, ticket.id, ofShop.id))
    const billed = await changeAbout(ctx, ticket.id, { deviceId: null, siteId: w.store.id })
    assert.equal(billed.contract?.id, ofPrinters.id, 'what is billed keeps its contract')
  })
})

async function anyInvoice(ctx: Context, clientId: string): Promise<string> {
  const { issuedInvoice } = await import('#server/testing/issued-invoice.ts')
  const { id } = await issuedInvoice(ctx, {
    clientId,
    grossGrosze: 12_300,
    issueOn: '2026-11-01',
    dueOn: '2026-11-15',
  })
  return id
}

test('a report given to another client loses the site and the device of the first one', async () => {
  const w = await world()
  const linked = await w.play('ola', friday, async (ctx) => {
    await amended(ctx, byPlace)
    const report = { ...printer, source: 'manual' as const, contactId: w.bakery.jan.id, deviceId: w.label.id }
    const ticket = await reportTicket(ctx, report)
    return linkTicketToClient(ctx, ticket.id, { clientId: w.other.client.id })
  })
  assert.deepEqual(
    [linked.client?.name, linked.site, linked.device, linked.deviceClass],
    ['Hotel Wydmy', null, null, null],
  )
})

test('work is handed to the price engine with the site, the device and the zone of its ticket', async () => {
  const w = await world()
  const work = await w.play('ola', friday, async (ctx) => {
    const report = { ...printer, source: 'manual' as const, contactId: w.bakery.jan.id, deviceId: w.label.id }
    const ticket = await reportTicket(ctx, { ...report, category: 'Piece' })
    await logTrip({ ...ctx, now: warsaw('2026-11-20T12:00') }, ticket.id, {
      at: warsaw('2026-11-20T11:00').toString(),
    })
    return workOfContract(ctx, w.bakery.contract.id, { from: '2026-11-01', to: '2026-11-30' })
  })
  const [ticket, trip] = ['ticket', 'trip'].map((kind) =>
    work.find((one) => one.kind === kind)!,
  ) as unknown as [Record<string, unknown>, Record<string, unknown>]
  assert.deepEqual(
    [ticket.site, ticket.device, ticket.deviceClass, ticket.category, ticket.service],
    ['Sklep', 'Drukarka etykiet (PL-2041)', 'Drukarka', 'Piece', 'Piece'],
  )
  assert.equal(trip.zone, 'II')
})

test('before a report: the contract, the row and the gate that it would meet', async () => {
  const w = await world()
  const [shop, store] = await w.play('night', friday, async (ctx) => {
    await amended(ctx, (terms) => ({
      ...withMatrix(byPlace(terms)),
      reporters: {
        mode: 'all',
        contactIds: [],
        limits: [{ sites: ['Sklep'] }, { highestPriority: 'high' }],
      },
    }))
    const ask = (siteId: string) =>
      promisesFor(ctx, { clientId: w.bakery.client.id, person: w.bakery.night, wish: { siteId } })
    return [await ask(w.shop.id), await ask(w.store.id)]
  })
  assert.deepEqual([shop!.barrier, store!.barrier], [null, 'limit_site'])
  assert.deepEqual(
    shop!.levels.map(({ priority, waits }) => [priority, waits]),
    [
      ['critical', true],
      ['high', false],
      ['normal', false],
      ['low', false],
    ],
  )
  assert.ok(store!.levels.every(({ waits }) => waits))
  assert.equal(shop!.levels[2]!.reactBy, warsaw('2026-11-20T12:00').toString())
  assert.equal(shop!.matrix?.impacts.length, 3)
})

test('a message after closing opens a ticket about the same thing, without what has gone', async () => {
  const w = await world()
  await w.play('ola', friday, async (ctx) => {
    const report = { ...printer, source: 'manual' as const, contactId: w.bakery.jan.id, deviceId: w.label.id }
    const ticket = await reportTicket(ctx, report)
    await resolveTicket(ctx, ticket.id, { text: 'Wymieniono głowicę.' })
    await closeTicket(ctx, ticket.id)
    const jan = { ...ctx, actor: w.as('jan').actor, now: warsaw('2026-11-20T15:00') }
    const write = () =>
      writeMessage(jan, { conversationId: ticket.conversationId, text: 'Znowu to samo', channel: 'panel' })
    const { opened: first } = await write()
    assert.deepEqual([first?.site?.name, first?.device?.name], ['Sklep', 'Drukarka etykiet'])
    await archiveDevice(ctx, w.label.id)
    const { opened: second } = await write()
    assert.deepEqual([second?.site?.name, second?.device, second?.deviceClass], ['Sklep', null, 'Drukarka'])
  })
})
