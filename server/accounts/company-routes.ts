/** The company, its people, its calendars, its outbox, and the sandbox clock. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import type { WorkCalendar } from '#engines/worktime/calendar.ts'
import { act, see } from '#server/plumbing/http/act.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { WorkCalendarShape } from './calendar-schema.ts'
import { calendarsOf, changeCompany, companyOf, keepCalendar, type Company } from './company.ts'
import { moveSandboxClock, sandboxClock } from './sandbox.ts'
import { openSandbox } from './open-sandbox.ts'
import { outboxOf, resend } from './outbox.ts'
import { changeStaff, endStaff, inviteStaff, staffOf } from './staff.ts'
import { priorityKeys } from '#engines/presets/trades.ts'

const Role = z.enum(['owner', 'manager', 'accountManager', 'technician', 'billing'])
const Text = (max: number) => z.string().trim().max(max)
const PriorityLevelView = z.object({
  priority: z.enum(priorityKeys),
  definition: Text(500),
  reactionMinutes: z.number().int().min(1).max(525_600),
  resolutionMinutes: z.number().int().min(1).max(525_600).optional(),
  resolutionBusinessDays: z.number().int().min(1).max(365).optional(),
  calendarId: z.uuid(),
})
const CompanyBody = z.object({
  name: Text(200).min(1),
  nip: Text(20).nullable(),
  regon: Text(14).nullable(),
  addressLine1: Text(200),
  addressLine2: Text(200),
  email: Text(200),
  phone: Text(40),
  registerSentence: Text(600),
  representation: Text(300),
  bankAccount: Text(40),
  bankName: Text(100),
  language: z.enum(['pl', 'en']),
  priorities: z.array(PriorityLevelView).max(10),
  defaultVat: Text(5),
  invoicePattern: Text(60),
  correctionPattern: Text(60),
  contractPattern: Text(60),
  paymentDays: z.number().int().min(0).max(120),
  /** The act behind an exemption from VAT; printed on invoices with an exempt line. */
  exemptionBasis: Text(256),
  isCashMethod: z.boolean(),
  onboarding: z.record(z.string(), z.unknown()),
  mailAllowList: z.array(Text(200)).max(100),
})
const CompanyView = CompanyBody.extend({
  tenantId: z.uuid(),
  slug: z.string(),
  kind: z.enum(['live', 'sandbox', 'demo']),
  timezone: z.string(),
  trade: z.string(),
  country: z.string(),
  version: z.number().int(),
  /** Only for owner and manager: the secret of the address that takes raw mail. */
  intakeSecret: z.string().nullable(),
  mailAddress: z.string(),
  formUrl: z.string(),
})
const StaffView = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  role: Role,
  joinedAt: z.string().nullable(),
  invitedAt: z.string().nullable(),
  leftAt: z.string().nullable(),
  version: z.number().int(),
})
/** A work calendar as it comes: the engine says what is wrong with it, field by field. */
const CalendarBody = z.record(z.string(), z.unknown())
const CalendarView = z.object({
  id: z.uuid(),
  name: z.string(),
  calendar: WorkCalendarShape,
  isDefault: z.boolean(),
  version: z.number().int(),
})
const ClockView = z.object({ now: z.string(), target: z.string().nullable(), settled: z.boolean() })
const Id = z.object({ id: z.uuid() })
const MailView = z.object({
  id: z.uuid(),
  kind: z.string(),
  recipients: z.array(z.object({ address: z.string(), name: z.string().optional() })),
  subject: z.string(),
  text: z.string(),
  isMasked: z.boolean(),
  state: z.enum(['queued', 'sending', 'sent', 'kept', 'failed', 'uncertain']),
  lastError: z.string().nullable(),
  messageId: z.string(),
  createdAt: z.string(),
  sentAt: z.string().nullable(),
  attachments: z.array(z.object({ fileId: z.string(), name: z.string() })),
})

nameShapes({
  PriorityLevel: PriorityLevelView,
  Company: CompanyView,
  StaffMember: StaffView,
  Calendar: CalendarView,
  SandboxClock: ClockView,
  OutgoingMail: MailView,
})

export const companyRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/company',
    { schema: { response: { 200: CompanyView } }, config: { allow: ['staff'] } },
    (request) => see(request, async (ctx) => viewOf(await companyOf(ctx), ctx)),
  )
  server.patch(
    '/api/company',
    {
      schema: {
        body: CompanyBody.partial().extend({ version: z.number().int() }),
        response: { 200: CompanyView },
      },
      config: { allow: ['owner', 'manager'] },
    },
    (request) =>
      act(request, async (ctx) =>
        viewOf(await changeCompany(ctx, request.body as Parameters<typeof changeCompany>[1]), ctx),
      ),
  )

  server.get(
    '/api/staff',
    { schema: { response: { 200: z.array(StaffView) } }, config: { allow: ['staff'] } },
    (request) => see(request, staffOf),
  )
  server.post(
    '/api/staff',
    {
      schema: {
        body: z.object({ name: Text(200).min(1), email: Text(200), phone: Text(40).optional(), role: Role }),
        response: { 201: StaffView },
      },
      config: { allow: ['owner', 'manager'] },
    },
    async (request, reply) =>
      reply.code(201).send(await act(request, (ctx) => inviteStaff(ctx, request.body))),
  )
  server.patch(
    '/api/staff/:id',
    {
      schema: {
        params: Id,
        body: z.object({
          name: Text(200).min(1).optional(),
          phone: Text(40).optional(),
          role: Role.optional(),
          version: z.number().int(),
        }),
        response: { 200: StaffView },
      },
      config: { allow: ['staff'] },
    },
    (request) => act(request, (ctx) => changeStaff(ctx, request.params.id, request.body)),
  )
  server.delete(
    '/api/staff/:id',
    { schema: { params: Id, response: { 204: z.null() } }, config: { allow: ['owner', 'manager'] } },
    async (request, reply) => {
      await act(request, (ctx) => endStaff(ctx, request.params.id))
      return reply.code(204).send(null)
    },
  )

  server.get(
    '/api/calendars',
    { schema: { response: { 200: z.array(CalendarView) } }, config: { allow: ['staff'] } },
    (request) => see(request, calendarsOf),
  )
  server.post(
    '/api/calendars',
    {
      schema: {
        body: z.object({ name: Text(100).min(1), calendar: CalendarBody }),
        response: { 201: CalendarView },
      },
      config: { allow: ['owner', 'manager'] },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          await act(request, (ctx) =>
            keepCalendar(ctx, { name: request.body.name, calendar: request.body.calendar as WorkCalendar }),
          ),
        ),
  )
  server.put(
    '/api/calendars/:id',
    {
      schema: {
        params: Id,
        body: z.object({ name: Text(100).min(1), calendar: CalendarBody, version: z.number().int() }),
        response: { 200: CalendarView },
      },
      config: { allow: ['owner', 'manager'] },
    },
    (request) =>
      act(request, (ctx) =>
        keepCalendar(ctx, {
          ...request.body,
          id: request.params.id,
          calendar: request.body.calendar as WorkCalendar,
        }),
      ),
  )

  server.get(
    '/api/sandbox/clock',
    { schema: { response: { 200: ClockView } }, config: { allow: ['staff'] } },
    (request) => see(request, sandboxClock),
  )
  server.put(
    '/api/sandbox/clock',
    {
      schema: { body: z.object({ now: z.string().max(40) }), response: { 202: ClockView } },
      config: { allow: ['owner', 'manager'] },
    },
    async (request, reply) =>
      reply.code(202).send(await act(request, (ctx) => moveSandboxClock(ctx, instantOf(request.body.now)))),
  )
  server.post(
    '/api/sandbox',
    {
      schema: {
        body: z.object({ now: z.string().max(40).optional() }),
        response: { 201: z.object({ tenantId: z.uuid() }) },
      },
      config: { allow: ['owner', 'manager'] },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          await openSandbox(
            request,
            request.body.now === undefined ? undefined : instantOf(request.body.now),
          ),
        ),
  )

  server.get(
    '/api/outbox',
    {
      schema: {
        querystring: z.object({ before: z.string().optional() }),
        response: { 200: z.array(MailView) },
      },
      config: { allow: ['staff'] },
    },
    (request) => see(request, (ctx) => outboxOf(ctx, request.query.before)),
  )
  server.post(
    '/api/outbox/:id/sending',
    {
      schema: { params: Id, response: { 202: z.object({ queued: z.literal(true) }) } },
      config: { allow: ['owner', 'manager', 'billing'] },
    },
    async (request, reply) => {
      await act(request, (ctx) => resend(ctx, request.params.id))
      return reply.code(202).send({ queued: true as const })
    },
  )
}

function instantOf(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text)
  } catch {
    return refuse('invalid_input', { reason: 'instant_expected' }, 'now')
  }
}

function viewOf(
  company: Company,
  ctx: {
    actor: { kind: string; role?: string }
    app: { settings: { mailDomain: string; publicUrl: string } }
  },
): z.infer<typeof CompanyView> {
  const mayKnowSecret = ['owner', 'manager'].includes(ctx.actor.role ?? '')
  return {
    ...company,
    intakeSecret: mayKnowSecret ? company.intakeSecret : null,
    mailAddress: `${company.slug}@${ctx.app.settings.mailDomain}`,
    formUrl: `${ctx.app.settings.publicUrl}/f/${company.slug}`,
  }
}

tellRoutes({
  'GET /api/company': 'The company: address, settings, numbering, mail',
  'PATCH /api/company': [
    'Changes settings of the company',
    'nip_checksum',
    'account_number_invalid',
    'invoice_pattern_invalid',
    'email_invalid',
  ],
  'GET /api/staff': 'The people of the company',
  'POST /api/staff': ['Invites a person', 'email_invalid', 'staff_already_invited'],
  'PATCH /api/staff/{id}': ["Changes a person's name, telephone or role", 'last_owner', 'role_may_not'],
  'DELETE /api/staff/{id}': ["Ends a person's access", 'last_owner'],
  'GET /api/calendars': 'The work calendars of the company',
  'POST /api/calendars': ['Adds a work calendar', 'calendar_invalid', 'calendar_never_opens'],
  'PUT /api/calendars/{id}': [
    'Changes a work calendar; contracts keep their own copy',
    'calendar_invalid',
    'calendar_never_opens',
  ],
  'GET /api/sandbox/clock': ['The clock of a sandbox company', 'not_a_sandbox'],
  'PUT /api/sandbox/clock': [
    'Moves the clock of a sandbox company forward',
    'not_a_sandbox',
    'clock_goes_forward_only',
    'clock_is_moving',
  ],
  'POST /api/sandbox': 'Opens a sandbox company beside the real one',
  'GET /api/outbox': 'Mail that was sent or is kept, the newest first',
  'POST /api/outbox/{id}/sending': 'Sends a mail again',
})
