/** The shapes in which tickets, conversations and work travel. */
import { z } from 'zod'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { priorityKeys } from '#server/accounts/public.ts'
import { PriorityMatrixShape as PriorityMatrix } from '#server/contracts/public.ts'
import { AboutFields } from './about-shapes.ts'
import { ClocksView, ClockView } from './clock-shapes.ts'
import { noticeKinds } from './notices.ts'
import { queueGroups } from './queue.ts'
import { stateReasons, ticketDeeds, ticketStates } from './ticket-state.ts'

const Text = (max: number) => z.string().max(max)
const Maybe = z.string().nullable()
const Whole = z.number().int()
const Named = z.object({ id: z.uuid(), name: z.string() })
const Facts = z.record(z.string(), z.unknown())
export const Id = z.object({ id: z.uuid() })
export const Priority = z.enum(priorityKeys)
/** An exact decimal as text: "12.5". */
export const Decimal = z.string().regex(/^\d{1,9}(\.\d{1,4})?$/)
const Source = z.enum(['form', 'panel', 'email', 'manual', 'api'])

const May = z.object(
  Object.fromEntries(ticketDeeds.map((deed) => [deed, z.union([z.literal(true), z.string()])])) as Record<
    (typeof ticketDeeds)[number],
    z.ZodUnion<[z.ZodLiteral<true>, z.ZodString]>
  >,
)

export const TicketSchema = z.object({
  id: z.uuid(),
  number: Whole,
  name: z.string(),
  subject: z.string(),
  source: Source,
  state: z.enum(ticketStates),
  reason: z.enum(stateReasons),
  waitingFor: Maybe,
  heldBecause: Maybe,
  heldFacts: Facts,
  mark: Maybe,
  priority: Priority,
  proposedPriority: Maybe,
  priorityBy: z
    .enum(['person', 'matrix', 'reporter', 'usual'])
    .describe("Who set the priority: staff, the contract's impact × urgency, the reporter's wish, nobody"),
  category: Maybe,
  site: Named.nullable(),
  device: Named.extend({ serialNumber: z.string() }).nullable(),
  deviceClass: Maybe,
  impact: Maybe.describe("A key of the contract's impact × urgency"),
  urgency: Maybe.describe("A key of the contract's impact × urgency"),
  client: Named.nullable(),
  contact: Named.extend({ email: z.string(), phone: z.string() }).nullable(),
  reporterName: z.string(),
  reporterEmail: z.string(),
  contract: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  assignee: Named.nullable(),
  conversationId: z.uuid(),
  reportedAt: z.string(),
  reactBy: Maybe,
  resolveBy: Maybe,
  nextDueAt: Maybe,
  clocks: ClocksView.nullable(),
  resolvedAt: Maybe,
  closedAt: Maybe,
  follows: Named.nullable(),
  mergedInto: Named.nullable(),
  notCountedBecause: Maybe,
  estimateMinutes: Whole.nullable().describe('Work a person expects, in minutes; null: from history'),
  may: May,
  version: Whole,
})

export const QueueItemView = z.object({
  id: z.uuid(),
  number: Whole,
  name: z.string(),
  subject: z.string(),
  source: Source,
  state: z.enum(ticketStates),
  reason: z.enum(stateReasons),
  waitingFor: Maybe,
  heldBecause: Maybe,
  mark: Maybe,
  priority: Priority,
  category: Maybe,
  client: Named.nullable(),
  contact: Named.nullable(),
  reporterName: z.string(),
  assignee: Named.nullable(),
  group: z.enum(queueGroups),
  reportedAt: z.string(),
  resolvedAt: Maybe,
  closedAt: Maybe,
  nextDueAt: Maybe,
  clock: ClockView.nullable(),
  version: Whole,
})

export const MessageFileView = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  bytes: Whole,
})
export const MessageView = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  at: z.string(),
  authorKind: z.enum(['staff', 'contact', 'sender', 'automatic']),
  authorId: Maybe,
  authorName: z.string(),
  isInternal: z.boolean(),
  channel: z.enum(['panel', 'email', 'form', 'desk', 'api']),
  text: z.string(),
  incomingMailId: Maybe,
  files: z.array(MessageFileView),
})
export const WrittenView = z.object({
  message: MessageView,
  conversationId: z.uuid(),
  ticketId: Maybe,
  opened: TicketSchema.optional(),
})

export const ConversationView = z.object({
  id: z.uuid(),
  clientId: Maybe,
  contactId: Maybe,
  ticketId: Maybe,
  subject: z.string(),
  lastMessageAt: z.string(),
  createdAt: z.string(),
})
export const ConversationInListView = ConversationView.extend({
  clientName: Maybe,
  contactName: Maybe,
  lastText: z.string(),
  lastAuthor: z.string(),
  unread: Whole,
})
export const ReadView = z.object({ readerId: z.uuid(), readAt: z.string() })

const LogView = z.object({
  seq: Whole,
  at: z.string(),
  kind: z.string(),
  byKind: z.string(),
  byId: Maybe,
  byName: z.string(),
  facts: Facts,
})
const fact = Text(100).optional()
/** What the price list of the contract asks of the work; `asked` on the ticket's page offers the values. */
const WorkFactsView = z.object({
  role: fact,
  service: fact,
  site: fact,
  deviceClass: fact,
  zone: fact,
  flags: z.array(Text(60)).max(20).optional(),
})
const Choices = z.array(z.string()).optional()
const AskedFacts = z.object({
  role: Choices,
  service: Choices,
  site: Choices,
  deviceClass: Choices,
  zone: Choices,
  flags: Choices,
})
const entry = {
  id: z.uuid(),
  ticketId: z.uuid(),
  staffId: z.uuid(),
  staffName: z.string(),
  notBilledBecause: Maybe,
  facts: WorkFactsView,
  isSettled: z.boolean(),
  version: Whole,
}
const Place = z.enum(['remote', 'onSite'])
export const TimeEntryView = z.object({
  kind: z.literal('time'),
  ...entry,
  place: Place,
  startedAt: z.string(),
  endedAt: Maybe,
  note: z.string(),
})
export const WorkEntryView = z.discriminatedUnion('kind', [
  TimeEntryView,
  z.object({ kind: z.literal('trip'), ...entry, at: z.string(), kilometres: Maybe, note: z.string() }),
  z.object({
    kind: z.literal('material'),
    ...entry,
    at: z.string(),
    name: z.string(),
    quantity: z.string(),
    unit: z.string(),
    unitPrice: Maybe,
    cost: Maybe,
  }),
])

export const PackageView = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('tickets'),
    itemId: z.string(),
    name: z.string().optional(),
    included: z.number(),
    used: z.number(),
    left: z.number(),
    next: z.object({ ordinal: z.number(), priceGrosze: Whole, vat: z.string() }),
  }),
  z.object({
    kind: z.literal('minutes'),
    itemId: z.string(),
    name: z.string().optional(),
    place: z.string(),
    includedMinutes: z.number(),
    usedMinutes: z.number(),
    leftMinutes: z.number(),
    next: z.object({ hourPrice: z.string(), vat: z.string() }),
  }),
])
const PriceView = z.object({
  month: z.string(),
  packages: z.array(PackageView),
  bins: z.array(
    z.object({
      workId: z.string(),
      workKind: z.string(),
      bin: z.string(),
      reason: z.string().optional(),
      unit: z.string(),
      quantity: z.string(),
      surplus: z.string().optional(),
    }),
  ),
  ticket: z
    .object({ ordinal: Whole, included: Whole, isOver: z.boolean(), unitPrice: z.string() })
    .nullable(),
})

export const TicketPageView = z.object({
  ticket: TicketSchema,
  messages: z.array(MessageView),
  log: z.array(LogView),
  reads: z.array(ReadView),
  work: z.array(WorkEntryView),
  asked: z
    .object({ time: AskedFacts, trip: AskedFacts, material: AskedFacts })
    .describe('What the price list in force tells apart, with the values it names'),
  price: PriceView.nullable(),
  matrix: PriorityMatrix.nullable().describe('Impact × urgency of the contract, where it agrees on one'),
  pauseReasons: z.array(
    z.object({ key: z.string(), name: z.string().optional(), stops: z.array(z.string()) }),
  ),
  credit: z
    .object({ excludedBecause: Maybe })
    .nullable()
    .describe('null: the contract agrees no credits, or they are not for this person'),
  people: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      email: z.string(),
      phone: z.string(),
      position: z.string(),
      mayReport: z.boolean(),
      isSupervisor: z.boolean(),
    }),
  ),
  followedBy: z.array(Named),
  absorbed: z.array(Named),
})

export const NoticeView = z.object({
  id: z.uuid(),
  kind: z.enum(noticeKinds),
  ticketId: Maybe,
  conversationId: Maybe,
  facts: Facts,
  at: z.string(),
  seenAt: Maybe,
})

nameShapes({
  Named,
  TicketDeeds: May,
  Ticket: TicketSchema,
  QueueItem: QueueItemView,
  MessageFile: MessageFileView,
  Message: MessageView,
  Written: WrittenView,
  Conversation: ConversationView,
  ConversationInList: ConversationInListView,
  ReadMark: ReadView,
  LogEntry: LogView,
  WorkFacts: WorkFactsView,
  AskedFacts,
  TimeEntry: TimeEntryView,
  WorkEntry: WorkEntryView,
  Package: PackageView,
  TicketPrice: PriceView,
  TicketPage: TicketPageView,
  Notice: NoticeView,
})

export const FileIds = z.array(z.uuid()).max(20).optional()
/** An empty text is answered by its own refusal, so that the sentence is ours. */
export const MessageBody = z.object({
  text: Text(50_000),
  isInternal: z.boolean().optional(),
  fileIds: FileIds,
})
export const Reason = z.object({ reason: Text(1000) })

export const ReportBody = z.object({
  source: z.enum(['manual', 'api']).default('manual'),
  clientId: z.uuid().optional(),
  contactId: z.uuid().optional(),
  reporterName: Text(200).optional(),
  reporterEmail: Text(200).optional(),
  subject: Text(300),
  description: Text(50_000).default(''),
  priority: Text(40).optional(),
  category: Text(100).optional(),
  ...AboutFields,
  fileIds: FileIds,
  /** The person who types it in takes it over at once: that is a reaction. */
  takeOver: z.boolean().optional(),
})

const Moment = z.iso.datetime({ offset: true })
const staffId = z.uuid().optional()
const facts = WorkFactsView.optional()
export const TimerBody = z.object({ place: Place, note: Text(2000).optional() })
export const TimeBody = z.object({
  place: Place,
  startedAt: Moment,
  endedAt: Moment,
  note: Text(2000).optional(),
  facts,
  staffId,
})
export const TripBody = z.object({
  at: Moment,
  kilometres: Decimal.optional(),
  note: Text(2000).optional(),
  facts,
  staffId,
})
export const MaterialBody = z.object({
  at: Moment,
  name: Text(200).min(1),
  quantity: Decimal,
  unit: Text(20).min(1),
  unitPrice: Decimal.optional(),
  cost: Decimal.optional(),
  facts,
  staffId,
})
export const EntryChangeBody = z.object({
  place: Place.optional(),
  startedAt: Moment.optional(),
  endedAt: Moment.optional(),
  at: Moment.optional(),
  note: Text(2000).optional(),
  kilometres: Decimal.optional(),
  name: Text(200).min(1).optional(),
  quantity: Decimal.optional(),
  unit: Text(20).min(1).optional(),
  unitPrice: Decimal.optional(),
  cost: Decimal.optional(),
  facts,
  notBilledBecause: Text(500).nullable().optional(),
  version: Whole,
})
export const EntryParams = z.object({ kind: z.enum(['time', 'trip', 'material']), id: z.uuid() })
