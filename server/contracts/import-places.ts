/**
 * Sites and devices of clients from a file. The dry run does for each row exactly what the import
 * does, and takes it all back, so it can promise nothing else. What is known already stays as it
 * is (a site by its name, a device by its serial number, else by site, class and name), so the
 * same file read twice changes nothing.
 */
import { cleanNip } from '#engines/ids/nip.ts'
import { mayOnly, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { Refusal, refuse } from '#server/plumbing/refusal.ts'
import { refusalSentence } from '#words/refusal-sentence.ts'
import { clientOf, clientsOf, type Client } from './client-store.ts'
import { addDevice } from './keep-device.ts'
import { addSite, likePlain, mayKeepPlaces } from './keep-site.ts'
import { placeColumns, readPlaceRows, type PlaceColumn, type PlaceRow } from './place-rows.ts'
import { devicesOf, sitesOf, type Device, type Site } from './place-store.ts'
import { readSheet } from './read-sheet.ts'

type Happens = 'new' | 'known'
export type ImportedPlace = {
  row: number
  clientName: string
  site: { name: string; happens: Happens } | null
  device: { name: string; deviceClass: string; serialNumber: string; happens: Happens } | null
  problems: { column: PlaceColumn | ''; message: string }[]
}
export type PlaceImport = {
  rows: ImportedPlace[]
  unknownHeadings: string[]
  newSites: number
  newDevices: number
  problems: number
  isSaved: boolean
}

/** `clientId`: whose file it is, where the file itself does not say. */
export async function importPlaces(
  ctx: Context,
  given: { bytes: Buffer; dryRun: boolean; skipProblems?: boolean; clientId?: string },
): Promise<PlaceImport> {
  mayOnly(ctx, ...mayKeepPlaces)
  const { rows, unknownHeadings } = readPlaceRows(await readSheet(given.bytes))
  const own = given.clientId ? ((await clientOf(ctx, given.clientId)) ?? refuse('not_found')) : undefined
  await ctx.client.query('savepoint place_import')
  const done = await importRows(ctx, rows, own)
  const wrong = done.filter(({ problems }) => problems.length > 0)
  if (given.dryRun) await ctx.client.query('rollback to savepoint place_import')
  else if (wrong.length > 0 && !given.skipProblems)
    refuse('csv_has_problems', { rows: wrong.map(({ row }) => row).join(', '), problems: wrong }, 'file')
  else await recordEvent(ctx, 'places_imported', { kind: 'tenant', id: ctx.tenantId }, { rows: rows.length })
  return {
    rows: done,
    unknownHeadings,
    newSites: done.filter(({ site }) => site?.happens === 'new').length,
    newDevices: done.filter(({ device }) => device?.happens === 'new').length,
    problems: wrong.length,
    isSaved: !given.dryRun,
  }
}

type Known = { client: Client; sites: Site[]; devices: Device[] }

async function importRows(ctx: Context, rows: PlaceRow[], own: Client | undefined): Promise<ImportedPlace[]> {
  const clients = await clientsOf(ctx)
  const known = new Map<string, Known>()
  const done: ImportedPlace[] = []
  for (const row of rows) {
    const { clientName = '' } = row.values
    await ctx.client.query('savepoint place_row')
    try {
      const client = clientOfRow(row, clients, own)
      const places = known.get(client.id) ?? {
        client,
        sites: await sitesOf(ctx, client.id),
        devices: await devicesOf(ctx, client.id),
      }
      known.set(client.id, places)
      done.push({
        row: row.row,
        clientName: client.name,
        ...(await importRow(ctx, row, places)),
        problems: [],
      })
      await ctx.client.query('release savepoint place_row')
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await ctx.client.query('rollback to savepoint place_row')
      const message = refusalSentence(ctx.language, error.code, error.facts)
      const problems = [{ column: columnOf(error.field), message }]
      done.push({
        row: row.row,
        clientName: clientName || (own?.name ?? ''),
        site: null,
        device: null,
        problems,
      })
    }
  }
  return done
}

function clientOfRow({ values }: PlaceRow, clients: Client[], own: Client | undefined): Client {
  const { nip, clientName } = values
  if (!nip && !clientName) return own ?? refuse('import_client_unknown', {}, 'clientName')
  const found = clients.filter((one) =>
    nip ? one.nip === cleanNip(nip) : likePlain(one.name) === likePlain(clientName!),
  )
  if (found.length !== 1)
    refuse('import_client_unknown', { client: nip ?? clientName }, nip ? 'nip' : 'clientName')
  return found[0]!
}

async function importRow(
  ctx: Context,
  { values }: PlaceRow,
  known: Known,
): Promise<Pick<ImportedPlace, 'site' | 'device'>> {
  if (!values.site && !values.device) refuse('import_row_empty', {}, 'device')
  const { addressLine1, addressLine2, travelZone } = values
  const clientId = known.client.id
  let site: ImportedPlace['site'] = null
  let home = values.site
    ? known.sites.find((one) => likePlain(one.name) === likePlain(values.site!))
    : undefined
  if (values.site) {
    site = { name: home?.name ?? values.site, happens: home ? 'known' : 'new' }
    const note = values.device ? undefined : values.note
    home ??= await addSite(ctx, clientId, { name: values.site, addressLine1, addressLine2, travelZone, note })
  }
  const device = await importDevice(ctx, values, known, home)
  // Only what stands is known to the rows that follow.
  if (home && site?.happens === 'new') known.sites.push(home)
  return { site, device }
}

async function importDevice(
  ctx: Context,
  values: PlaceRow['values'],
  known: Known,
  home: Site | undefined,
): Promise<ImportedPlace['device']> {
  const { device: name, deviceClass = '', serialNumber = '', note } = values
  if (!name) return null
  const same = known.devices.find((one) =>
    serialNumber
      ? likePlain(one.serialNumber) === likePlain(serialNumber)
      : !one.serialNumber &&
        one.siteId === (home?.id ?? null) &&
        likePlain(`${one.deviceClass} ${one.name}`) === likePlain(`${deviceClass} ${name}`),
  )
  if (!same)
    known.devices.push(
      await addDevice(ctx, known.client.id, { name, deviceClass, serialNumber, note, siteId: home?.id }),
    )
  return { name, deviceClass, serialNumber, happens: same ? 'known' : 'new' }
}

const columnOf = (field: string | undefined): PlaceColumn | '' => {
  if (field === 'name') return 'site'
  return field !== undefined && field in placeColumns ? (field as PlaceColumn) : ''
}
