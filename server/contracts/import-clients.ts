/**
 * Import of clients and their people. A dry run tells for each row what would happen; the
 * import itself does exactly that, and nothing at all while a row has a problem, unless those
 * rows are to be left out. A client that is known by its NIP stays as it is and may gain
 * people, so the same file read twice changes nothing.
 */
import { mayOnly, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { clientsOf, contactsOfClient, type Client } from './client-store.ts'
import { addContact } from './keep-contact.ts'
import { addClient, mayKeepClients } from './keep-client.ts'
import { readImport, yesOrNo, type ImportProblem, type ImportRow } from './import-rows.ts'
import { contractsWords } from './room-words.ts'

export type Planned = {
  row: number
  name: string
  nip: string | null
  client: 'new' | 'known' | 'sameFile'
  contact: { name: string; email: string; happens: 'new' | 'known' } | null
  problems: (ImportProblem & { message: string })[]
}
export type ImportResult = {
  rows: Planned[]
  unknownHeadings: string[]
  newClients: number
  newContacts: number
  problems: number
  isSaved: boolean
}

export async function importClients(
  ctx: Context,
  given: { csv: string; dryRun: boolean; skipProblems?: boolean },
): Promise<ImportResult> {
  mayOnly(ctx, ...mayKeepClients)
  const { rows, unknownHeadings } = readImport(given.csv)
  const plan = await planned(ctx, rows)
  const wrong = plan.filter((row) => row.problems.length > 0)
  if (!given.dryRun && wrong.length > 0 && !given.skipProblems)
    refuse('csv_has_problems', { rows: wrong.map((row) => row.row).join(', '), problems: wrong }, 'csv')
  if (!given.dryRun) await save(ctx, rows, plan)
  const good = plan.filter((row) => row.problems.length === 0)
  return {
    rows: plan,
    unknownHeadings,
    newClients: good.filter((row) => row.client === 'new').length,
    newContacts: good.filter((row) => row.contact?.happens === 'new').length,
    problems: wrong.length,
    isSaved: !given.dryRun,
  }
}

/** One client of the file: by NIP where there is one, else by name. */
const keyOf = ({ nip, name }: { nip?: string | null; name?: string }): string =>
  nip ? `nip ${nip}` : `name ${(name ?? '').toLowerCase()}`

async function planned(ctx: Context, rows: ImportRow[]): Promise<Planned[]> {
  const words = contractsWords(ctx.language).importProblems
  const known = await knownClients(ctx)
  const seen = new Map<string, string>()
  const people = new Set<string>()
  const plan: Planned[] = []
  for (const { row, values, problems } of rows) {
    const key = keyOf(values)
    const client = known.get(key)
    const first = seen.get(key)
    const all = [...problems]
    if (first !== undefined && values.name && first !== values.name)
      all.push({ code: 'name_differs', column: 'name', text: first })
    const contact =
      values.contactName && values.contactEmail
        ? { name: values.contactName, email: values.contactEmail.toLowerCase() }
        : null
    const person = contact && `${key} ${contact.email}`
    const isKnown =
      person !== null &&
      (people.has(person) ||
        (client !== undefined &&
          (await contactsOfClient(ctx, client.id)).some((one) => one.email === contact!.email)))
    plan.push({
      row,
      name: values.name ?? '',
      nip: values.nip ?? null,
      client: client ? 'known' : first === undefined ? 'new' : 'sameFile',
      contact: contact && { ...contact, happens: isKnown ? 'known' : 'new' },
      problems: all.map((problem) => ({ ...problem, message: words[problem.code](problem.text) })),
    })
    if (all.length > 0) continue
    if (first === undefined) seen.set(key, values.name ?? '')
    if (person) people.add(person)
  }
  return plan
}

async function knownClients(ctx: Context): Promise<Map<string, Client>> {
  const clients = await clientsOf(ctx)
  return new Map(
    clients.flatMap((client) => [
      [keyOf({ name: client.name }), client] as const,
      ...(client.nip ? [[keyOf(client), client] as const] : []),
    ]),
  )
}

async function save(ctx: Context, rows: ImportRow[], plan: Planned[]): Promise<void> {
  const clientIds = new Map([...(await knownClients(ctx))].map(([key, client]) => [key, client.id]))
  for (const [i, { values }] of rows.entries()) {
    const { problems, contact } = plan[i]!
    if (problems.length > 0) continue
    const key = keyOf(values)
    const clientId = clientIds.get(key) ?? (await addClient(ctx, clientData(values))).id
    clientIds.set(key, clientId)
    if (contact?.happens === 'new') await addContact(ctx, clientId, contactData(values, contact))
  }
  await recordEvent(ctx, 'clients_imported', { kind: 'tenant', id: ctx.tenantId }, { rows: rows.length })
}

function clientData({
  name = '',
  nip,
  regon,
  addressLine1,
  addressLine2,
  email,
  invoiceEmail,
  phone,
}: ImportRow['values']) {
  return { name, nip, regon, addressLine1, addressLine2, email, invoiceEmail, phone }
}

function contactData(values: ImportRow['values'], { name, email }: { name: string; email: string }) {
  return {
    name,
    email,
    phone: values.contactPhone,
    position: values.contactPosition,
    isSupervisor: yesOrNo(values.isSupervisor) ?? false,
    receivesInvoices: yesOrNo(values.receivesInvoices) ?? false,
  }
}
