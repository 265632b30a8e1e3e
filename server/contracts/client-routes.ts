/** Clients, their people, and the import of both. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { act, see } from '#server/plumbing/http/act.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { clientOf, clientsOf, contactsOfClient } from './client-store.ts'
import { importColumns, importProblemCodes } from './import-rows.ts'
import { importClients } from './import-clients.ts'
import { addClient, archiveClient, changeClient, mayKeepClients, restoreClient } from './keep-client.ts'
import { addContact, changeContact, endContact, inviteContact } from './keep-contact.ts'

const Text = (max: number) => z.string().trim().max(max)
export const InvoiceRecipientView = z.object({
  name: Text(200).min(1),
  nip: Text(20).nullable(),
  addressLine1: Text(200).min(1),
  addressLine2: Text(200),
})
const ClientBody = z.object({
  name: Text(200).min(1),
  nip: Text(20).nullable(),
  regon: Text(14).nullable(),
  addressLine1: Text(200),
  addressLine2: Text(200),
  country: Text(2),
  email: Text(200),
  invoiceEmail: Text(200),
  phone: Text(40),
  registerSentence: Text(600),
  representation: Text(300),
  accountManagerId: z.uuid().nullable(),
  isLocalGovernment: z.boolean(),
  isVatGroupMember: z.boolean(),
  isTaxablePerson: z.boolean(),
  isLargeEnterprise: z.boolean(),
  /** Stands on invoices as the recipient (FA(3): Podmiot3); null: the client itself receives. */
  invoiceRecipient: InvoiceRecipientView.nullable(),
  notes: Text(4000),
})
export const ClientView = ClientBody.extend({
  id: z.uuid(),
  archivedAt: z.string().nullable(),
  createdAt: z.string(),
  version: z.number().int(),
})
const ContactBody = z.object({
  name: Text(200).min(1),
  email: Text(200),
  phone: Text(40),
  position: Text(120),
  hasPanelAccess: z.boolean(),
  isSupervisor: z.boolean(),
  receivesInvoices: z.boolean(),
  language: z.enum(['pl', 'en']),
})
export const ContactView = ContactBody.extend({
  id: z.uuid(),
  clientId: z.uuid(),
  invitedAt: z.string().nullable(),
  leftAt: z.string().nullable(),
  version: z.number().int(),
})
const Problem = z.object({
  code: z.enum(importProblemCodes),
  column: z.enum(importColumns),
  text: z.string(),
  message: z.string(),
})
const ImportView = z.object({
  rows: z.array(
    z.object({
      row: z.number().int(),
      name: z.string(),
      nip: z.string().nullable(),
      client: z.enum(['new', 'known', 'sameFile']),
      contact: z
        .object({ name: z.string(), email: z.string(), happens: z.enum(['new', 'known']) })
        .nullable(),
      problems: z.array(Problem),
    }),
  ),
  unknownHeadings: z.array(z.string()),
  newClients: z.number().int(),
  newContacts: z.number().int(),
  problems: z.number().int(),
  isSaved: z.boolean(),
})
const Id = z.object({ id: z.uuid() })
const Version = z.object({ version: z.number().int() })
const Found = z.object({ search: Text(100).optional(), archived: z.enum(['true', 'false']).optional() })
const readers = { allow: ['staff'] } as const
const keepers = { allow: mayKeepClients } as const

nameShapes({
  InvoiceRecipient: InvoiceRecipientView,
  Client: ClientView,
  Contact: ContactView,
  ImportProblem: Problem,
  ClientImport: ImportView,
})

export const clientRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/clients',
    { schema: { querystring: Found, response: { 200: z.array(ClientView) } }, config: readers },
    (request) =>
      see(request, (ctx) =>
        clientsOf(ctx, { search: request.query.search, archived: request.query.archived === 'true' }),
      ),
  )
  server.post(
    '/api/clients',
    {
      schema: { body: ClientBody.partial().required({ name: true }), response: { 201: ClientView } },
      config: keepers,
    },
    async (request, reply) => reply.code(201).send(await act(request, (ctx) => addClient(ctx, request.body))),
  )
  server.post(
    '/api/clients/import',
    {
      schema: {
        body: z.object({
          csv: z.string().max(1_500_000),
          dryRun: z.boolean(),
          skipProblems: z.boolean().optional(),
        }),
        response: { 200: ImportView },
      },
      config: keepers,
    },
    (request) => act(request, (ctx) => importClients(ctx, request.body)),
  )
  server.get(
    '/api/clients/:id',
    { schema: { params: Id, response: { 200: ClientView } }, config: readers },
    (request) => see(request, async (ctx) => (await clientOf(ctx, request.params.id)) ?? refuse('not_found')),
  )
  server.patch(
    '/api/clients/:id',
    {
      schema: { params: Id, body: ClientBody.partial().extend(Version.shape), response: { 200: ClientView } },
      config: keepers,
    },
    (request) => act(request, (ctx) => changeClient(ctx, request.params.id, request.body)),
  )
  server.put(
    '/api/clients/:id/archiving',
    { schema: { params: Id, response: { 200: ClientView } }, config: keepers },
    (request) => act(request, (ctx) => archiveClient(ctx, request.params.id)),
  )
  server.delete(
    '/api/clients/:id/archiving',
    { schema: { params: Id, response: { 200: ClientView } }, config: keepers },
    (request) => act(request, (ctx) => restoreClient(ctx, request.params.id)),
  )

  server.get(
    '/api/clients/:id/contacts',
    { schema: { params: Id, response: { 200: z.array(ContactView) } }, config: readers },
    (request) =>
      see(request, async (ctx) => {
        if (!(await clientOf(ctx, request.params.id))) refuse('not_found')
        return contactsOfClient(ctx, request.params.id)
      }),
  )
  server.post(
    '/api/clients/:id/contacts',
    {
      schema: {
        params: Id,
        body: ContactBody.partial().required({ name: true, email: true }),
        response: { 201: ContactView },
      },
      config: keepers,
    },
    async (request, reply) =>
      reply.code(201).send(await act(request, (ctx) => addContact(ctx, request.params.id, request.body))),
  )
  server.patch(
    '/api/contacts/:id',
    {
      schema: {
        params: Id,
        body: ContactBody.partial().extend(Version.shape),
        response: { 200: ContactView },
      },
      config: keepers,
    },
    (request) => act(request, (ctx) => changeContact(ctx, request.params.id, request.body)),
  )
  server.post(
    '/api/contacts/:id/invitation',
    { schema: { params: Id, response: { 202: ContactView } }, config: keepers },
    async (request, reply) =>
      reply.code(202).send(await act(request, (ctx) => inviteContact(ctx, request.params.id))),
  )
  server.delete(
    '/api/contacts/:id',
    { schema: { params: Id, response: { 204: z.null() } }, config: keepers },
    async (request, reply) => {
      await act(request, (ctx) => endContact(ctx, request.params.id))
      return reply.code(204).send(null)
    },
  )
}

tellRoutes({
  'GET /api/clients': 'The clients, found by name, NIP or town',
  'POST /api/clients': ['Adds a client', 'nip_checksum', 'nip_taken', 'account_manager_unknown'],
  'POST /api/clients/import': [
    'Clients and their people from a CSV file; a dry run says what would happen',
    'csv_unreadable',
    'csv_has_problems',
  ],
  'GET /api/clients/{id}': 'One client',
  'PATCH /api/clients/{id}': ['Changes a client', 'nip_checksum', 'nip_taken', 'account_manager_unknown'],
  'PUT /api/clients/{id}/archiving': ['Puts a client into the archive', 'client_has_contracts'],
  'DELETE /api/clients/{id}/archiving': 'Takes a client out of the archive',
  'GET /api/clients/{id}/contacts': 'The people of a client',
  'POST /api/clients/{id}/contacts': ['Adds a person of a client', 'email_invalid', 'contact_email_taken'],
  'PATCH /api/contacts/{id}': ['Changes a person of a client', 'email_invalid', 'contact_email_taken'],
  'POST /api/contacts/{id}/invitation': [
    'Sends a person of a client the link to the panel',
    'contact_has_no_access',
  ],
  'DELETE /api/contacts/{id}': 'Notes that a person has left the client',
})
