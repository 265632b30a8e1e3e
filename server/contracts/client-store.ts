/** Clients and their people as they stand in the tables. */
import { sql } from 'kysely'
import { cleanNip } from '#engines/ids/nip.ts'
import { cleanEmail } from '#server/accounts/public.ts'
import type { Context } from '#server/plumbing/context.ts'

/** Who receives what the client buys: its unit of local government, a member of its VAT group. */
export type InvoiceRecipient = {
  name: string
  nip: string | null
  addressLine1: string
  addressLine2: string
}

export type Client = {
  id: string
  name: string
  nip: string | null
  regon: string | null
  addressLine1: string
  addressLine2: string
  country: string
  email: string
  invoiceEmail: string
  phone: string
  registerSentence: string
  representation: string
  accountManagerId: string | null
  isLocalGovernment: boolean
  isVatGroupMember: boolean
  isTaxablePerson: boolean
  isLargeEnterprise: boolean
  invoiceRecipient: InvoiceRecipient | null
  notes: string
  archivedAt: string | null
  createdAt: string
  version: number
}
export type Contact = {
  id: string
  clientId: string
  name: string
  email: string
  phone: string
  position: string
  hasPanelAccess: boolean
  isSupervisor: boolean
  receivesInvoices: boolean
  identityId: string | null
  language: 'pl' | 'en'
  invitedAt: string | null
  leftAt: string | null
  createdAt: string
  version: number
}

const clientColumns = [
  'id',
  'name',
  'nip',
  'regon',
  'addressLine1',
  'addressLine2',
  'country',
  'email',
  'invoiceEmail',
  'phone',
  'registerSentence',
  'representation',
  'accountManagerId',
  'isLocalGovernment',
  'isVatGroupMember',
  'isTaxablePerson',
  'isLargeEnterprise',
  'invoiceRecipient',
  'notes',
  'archivedAt',
  'createdAt',
  'version',
] as const
const contactColumns = [
  'id',
  'clientId',
  'name',
  'email',
  'phone',
  'position',
  'hasPanelAccess',
  'isSupervisor',
  'receivesInvoices',
  'identityId',
  'language',
  'invitedAt',
  'leftAt',
  'createdAt',
  'version',
] as const

export async function clientOf(ctx: Context, id: string): Promise<Client | undefined> {
  return ctx.tx
    .selectFrom('clients')
    .select(clientColumns)
    .$castTo<Client>()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** All clients by name; a search looks at name, NIP and town, diacritics do not matter. */
export async function clientsOf(
  ctx: Context,
  wanted: { search?: string; archived?: boolean } = {},
): Promise<Client[]> {
  let query = ctx.tx
    .selectFrom('clients')
    .select(clientColumns)
    .$castTo<Client>()
    .where('tenantId', '=', ctx.tenantId)
  query = query.where('archivedAt', wanted.archived ? 'is not' : 'is', null)
  const search = wanted.search?.trim()
  if (search) {
    const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`
    const nip = cleanNip(search)
    query = query.where((e) =>
      e.or([
        sql<boolean>`plain(name) like plain(${like})`,
        sql<boolean>`plain(address_line2) like plain(${like})`,
        ...(/^\d{3,10}$/.test(nip) ? [e('nip', 'like', `${nip}%`)] : []),
      ]),
    )
  }
  return query
    .orderBy(sql`plain(name)`)
    .orderBy('id')
    .execute()
}

export async function clientByNip(ctx: Context, nip: string): Promise<Client | undefined> {
  return ctx.tx
    .selectFrom('clients')
    .select(clientColumns)
    .$castTo<Client>()
    .where('tenantId', '=', ctx.tenantId)
    .where('nip', '=', nip)
    .where('archivedAt', 'is', null)
    .executeTakeFirst()
}

export async function contactOf(ctx: Context, id: string): Promise<Contact | undefined> {
  return ctx.tx
    .selectFrom('contacts')
    .select(contactColumns)
    .$castTo<Contact>()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function contactsOfClient(ctx: Context, clientId: string, withLeft = false): Promise<Contact[]> {
  let query = ctx.tx
    .selectFrom('contacts')
    .select(contactColumns)
    .$castTo<Contact>()
    .where('tenantId', '=', ctx.tenantId)
    .where('clientId', '=', clientId)
  if (!withLeft) query = query.where('leftAt', 'is', null)
  return query
    .orderBy(sql`plain(name)`)
    .orderBy('id')
    .execute()
}

/** Active people behind an address, across clients: one person may look after two. */
export async function contactsByEmail(ctx: Context, email: string): Promise<Contact[]> {
  return ctx.tx
    .selectFrom('contacts')
    .innerJoin('clients', (join) =>
      join.onRef('clients.tenantId', '=', 'contacts.tenantId').onRef('clients.id', '=', 'contacts.clientId'),
    )
    .select(contactColumns.map((column) => `contacts.${column}` as const))
    .$castTo<Contact>()
    .where('contacts.tenantId', '=', ctx.tenantId)
    .where('contacts.email', '=', cleanEmail(email))
    .where('contacts.leftAt', 'is', null)
    .where('clients.archivedAt', 'is', null)
    .orderBy('contacts.createdAt')
    .execute()
}
