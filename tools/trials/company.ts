/**
 * The company of the trials: clients with a contract in force (a fee, every ticket charged), and
 * in each of the months one resolved ticket with an hour on site: work that must be billed once.
 * Set up through the deeds, before the program that is tried starts.
 */
import { setCast, type Cast } from '#demo/cast.ts'
import { activateVersion, addClient, draftContract, versionOf, writeTerms } from '#server/contracts/public.ts'
import { logTime, reportTicket, resolveTicket } from '#server/desk/public.ts'
import { inContext, type Context } from '#server/plumbing/context.ts'
import { startEmbedded } from '#server/plumbing/db/embedded.ts'
import { migrate } from '#server/plumbing/db/migrate.ts'
import { readSettings } from '#server/plumbing/settings.ts'
import { warsaw } from '#server/testing/scene.ts'
import { startApp, type Running } from '#server/start-app.ts'

export type Company = { tenantId: string; slug: string; months: string[]; addresses: string[] }

/** The last months that have ended, the oldest first. */
export function endedMonths(count: number): string[] {
  const now = Temporal.Now.zonedDateTimeISO('Europe/Warsaw').toPlainDate().toPlainYearMonth()
  return Array.from({ length: count }, (_, i) => now.subtract({ months: count - i }).toString())
}

export async function setCompany(
  data: string,
  wanted: { clients: number; months: number },
  also: (running: Running) => Promise<void> = async () => {},
): Promise<Company> {
  const embedded = await startEmbedded(data, () => {})
  try {
    await migrate(embedded.url)
    const settings = readSettings(['--data', data, '--log', 'silent'], {})
    const options = {
      databaseUrl: embedded.url,
      isAlone: true,
      withWorkers: false,
      tellOperator: () => {},
    }
    const running = await startApp(settings, options)
    try {
      const company = await fill(running, wanted)
      await also(running)
      return company
    } finally {
      await running.stop()
    }
  } finally {
    await embedded.stop()
  }
}

async function fill(running: Running, wanted: { clients: number; months: number }): Promise<Company> {
  const cast = await setCast(running)
  const months = endedMonths(wanted.months)
  const addresses: string[] = []
  for (let n = 1; n <= wanted.clients; n++) {
    const address = `faktury@klient-${n}.example`
    const now = warsaw(`${months[0]}-01T08:00`)
    await inContext(running.app, { ...cast.ola, now }, (ctx) =>
      addClientWithWork(ctx, cast, months, n, address),
    )
    addresses.push(address)
  }
  return { tenantId: cast.tenantId, slug: cast.slug, months, addresses }
}

async function addClientWithWork(
  ctx: Context,
  cast: Cast,
  months: string[],
  n: number,
  address: string,
): Promise<void> {
  const client = await addClient(ctx, {
    name: `Klient ${n}`,
    nip: null,
    addressLine1: `ul. Próbna ${n}`,
    addressLine2: '80-001 Gdańsk',
    invoiceEmail: address,
  })
  const drafted = await draftContract(ctx, { clientId: client.id, validFrom: `${months[0]}-01` })
  const { version, terms } = (await versionOf(ctx, drafted.id, 1))!
  const items = terms.priceList.items.map((item) =>
    item.kind === 'perTicket' ? { ...item, included: 0 } : item,
  )
  await writeTerms(ctx, drafted.id, 1, {
    version,
    terms: { ...terms, accountManagerId: cast.ola.actor.id, priceList: { ...terms.priceList, items } },
  })
  await activateVersion(ctx, drafted.id, 1, {})
  for (const month of months) await workOfMonth(ctx, cast, client.id, month)
}

async function workOfMonth(ctx: Context, cast: Cast, clientId: string, month: string): Promise<void> {
  const at = (time: string): Context => ({ ...ctx, now: warsaw(`${month}-12T${time}`) })
  const ticket = await reportTicket(at('09:00'), {
    source: 'manual',
    clientId,
    subject: 'Drukarka etykiet nie drukuje',
    description: 'Rano mamy odbiór kurierski.',
    priority: 'normal',
    senderIsTrusted: true,
  })
  await logTime({ ...at('12:00'), actor: cast.kuba.actor }, ticket.id, {
    place: 'onSite',
    startedAt: at('10:00').now.toString(),
    endedAt: at('11:00').now.toString(),
  })
  await resolveTicket(at('12:00'), ticket.id, { text: 'Wymieniona głowica.' })
}
