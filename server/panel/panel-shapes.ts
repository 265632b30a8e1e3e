/** The shapes of the panel's answers: what the OpenAPI document promises to a client's people. */
import { z } from 'zod'
import { priorityKeys } from '#server/accounts/public.ts'
import { PriorityMatrixShape, reportBarriers } from '#server/contracts/public.ts'
import { ClocksView, ticketStates } from '#server/desk/public.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'

const Priority = z.enum(priorityKeys)
const Grosze = z.number().int()
const Int = z.number().int()
const On = z.string()
const At = z.string()

export const Id = z.object({ id: z.uuid() })

export const OpiekunView = z.object({
  id: z.uuid(),
  name: z.string(),
  phone: z.string(),
  /** The working hours in words. */
  hours: z.string(),
  isOpenNow: z.boolean(),
  closesAt: At.nullable(),
  opensAt: At.nullable(),
})

export const SessionView = z.object({
  person: z.object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    isSupervisor: z.boolean(),
    language: z.enum(['pl', 'en']),
  }),
  client: z.object({ id: z.uuid(), name: z.string() }),
  company: z.object({
    tenantId: z.uuid(),
    name: z.string(),
    timezone: z.string(),
    phone: z.string(),
    email: z.string(),
    kind: z.enum(['live', 'sandbox', 'demo']),
  }),
  accountManager: OpiekunView,
  hats: z.array(
    z.object({
      tenantId: z.uuid(),
      subjectId: z.uuid(),
      company: z.string(),
      client: z.string(),
      isWorn: z.boolean(),
    }),
  ),
  now: At,
})

export const TicketsLeftView = z.object({
  kind: z.literal('tickets'),
  itemId: z.string(),
  name: z.string().optional(),
  included: Int,
  used: Int,
  left: Int,
  next: z.object({ ordinal: Int, priceGrosze: Grosze, vat: z.string() }),
})
export const MinutesLeftView = z.object({
  kind: z.literal('minutes'),
  itemId: z.string(),
  name: z.string().optional(),
  place: z.enum(['remote', 'onSite', 'any']),
  includedMinutes: Int,
  usedMinutes: z.number(),
  leftMinutes: z.number(),
  next: z.object({ hourPrice: z.string(), vat: z.string() }),
})
export const PackageView = z.object({
  month: z.string(),
  packages: z.array(z.discriminatedUnion('kind', [TicketsLeftView, MinutesLeftView])),
})

export const ContractView = z.object({
  id: z.uuid(),
  number: z.string(),
  state: z.enum(['inForce', 'suspended', 'future']),
  validFrom: On,
  validTo: On.nullable(),
  noticeMonths: Int,
  version: z.object({ number: Int, validFrom: On }),
  levels: z.array(
    z.object({
      priority: z.enum([...priorityKeys, '*']),
      definition: z.string(),
      reactionMinutes: Int,
      resolutionMinutes: Int.nullable(),
      resolutionBusinessDays: Int.nullable(),
      calendarName: z.string(),
      hours: z.string(),
    }),
  ),
  /** The price list in sentences, net. */
  prices: z.array(z.string()),
  paymentDays: Int,
  reporters: z.object({
    mode: z.enum(['all', 'listed']),
    mayI: z.boolean(),
    people: z.array(z.object({ id: z.uuid(), name: z.string(), isSupervisor: z.boolean() })),
  }),
  package: PackageView,
  documents: z.array(
    z.object({
      number: Int,
      kind: z.enum(['original', 'amendment', 'correction']),
      validFrom: On,
      signedOn: On.nullable(),
      hasScan: z.boolean(),
      /** Each file of the signed document; photos of its pages are several. */
      signedFiles: z.array(z.object({ id: z.uuid(), name: z.string() })),
    }),
  ),
})
export const ContractsView = z.object({ accountManager: OpiekunView, contracts: z.array(ContractView) })

export const PriceOfNextView = z.object({
  contract: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  month: z.string(),
  /** The package of tickets and what the next one costs; none when the contract does not count tickets. */
  tickets: TicketsLeftView.nullable(),
  minutes: z.array(MinutesLeftView),
})

/** What would be promised for a report sent now. */
export const PromisesView = z.object({
  mayReport: z.boolean(),
  barrier: z.enum(reportBarriers).nullable().describe('What would hold it at the gate whatever its priority'),
  matrix: PriorityMatrixShape.nullable().describe('Where the contract asks for impact and urgency'),
  levels: z.array(
    z.object({
      priority: Priority,
      definition: z.string(),
      reactBy: At.nullable(),
      resolveBy: At.nullable(),
      waits: z.boolean().describe('At this priority it would wait at the gate'),
    }),
  ),
})
/** What a report may be about. */
export const PlacesView = z.object({
  sites: z.array(z.object({ id: z.uuid(), name: z.string() })),
  devices: z.array(z.object({ id: z.uuid(), name: z.string(), siteId: z.uuid().nullable() })),
})
export const AboutQuery = z.object({ siteId: z.uuid().optional(), deviceId: z.uuid().optional() })

export const TicketView = z.object({
  id: z.uuid(),
  name: z.string(),
  subject: z.string(),
  state: z.enum(ticketStates),
  step: z.enum(['received', 'inWork', 'waitsForYou', 'done']),
  waitingFor: z.string().nullable(),
  priority: Priority,
  reporterName: z.string(),
  reportedAt: At,
  reactBy: At.nullable(),
  resolveBy: At.nullable(),
  nextDueAt: At.nullable(),
  clocks: ClocksView.nullable(),
  resolvedAt: At.nullable(),
  closedAt: At.nullable(),
  assigneeName: z.string().nullable(),
  conversationId: z.uuid(),
})

const File = z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), bytes: Int })
export const MessageView = z.object({
  id: z.uuid(),
  at: At,
  side: z.enum(['me', 'ours', 'theirs', 'program']),
  authorName: z.string(),
  channel: z.enum(['panel', 'email', 'form', 'desk', 'api']),
  text: z.string(),
  files: z.array(File),
})
const Named = z.object({ id: z.uuid(), name: z.string() })
export const TicketPageView = TicketView.extend({
  isHeld: z.boolean(),
  follows: Named.nullable(),
  mergedInto: Named.nullable(),
  site: z.string().nullable(),
  device: z.string().nullable(),
  mayConfirm: z.boolean(),
  mayReopen: z.boolean(),
  mayAdmit: z.boolean(),
  messages: z.array(MessageView),
  accountManager: OpiekunView,
  readByThemAt: At.nullable(),
})

export const ConversationView = z.object({
  id: z.uuid(),
  subject: z.string(),
  ticketId: z.uuid().nullable(),
  contactName: z.string().nullable(),
  lastMessageAt: At,
  lastText: z.string(),
  lastAuthor: z.string(),
  unread: Int,
})
export const ConversationPageView = z.object({
  id: z.uuid(),
  subject: z.string(),
  ticket: Named.nullable(),
  accountManager: OpiekunView,
  messages: z.array(MessageView),
  readByThemAt: At.nullable(),
})
/** Where a message went: after the end of a ticket it opens a linked new one. */
export const WrittenView = z.object({
  conversationId: z.uuid(),
  ticketId: z.uuid().nullable(),
  message: MessageView,
  opened: z.object({ id: z.uuid(), name: z.string() }).nullable(),
})

export const InvoiceInListView = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: z.enum(['VAT', 'KOR']),
  correctsId: z.uuid().nullable(),
  correctionReason: z.string().nullable(),
  issueOn: On,
  saleFrom: On,
  saleTo: On,
  dueOn: On,
  effectiveDueOn: On,
  currency: z.string(),
  netGrosze: Grosze,
  vatGrosze: Grosze,
  grossGrosze: Grosze,
  openGrosze: Grosze,
  paidGrosze: Grosze,
  daysOverdue: Int,
  state: z.enum(['open', 'overdue', 'paid', 'correction']),
  /** 'notReported': "nie zgłoszono do KSeF". */
  ksefState: z.string(),
  hasPdf: z.boolean(),
  hasXml: z.boolean(),
})
export const InvoicesView = z.object({
  invoices: z.array(InvoiceInListView),
  openGrosze: Grosze,
  overdueGrosze: Grosze,
  creditGrosze: Grosze,
})
const Party = z.object({
  name: z.string(),
  nip: z.string().nullable(),
  addressLine1: z.string(),
  addressLine2: z.string(),
})
export const InvoicePageView = InvoiceInListView.extend({
  totals: z.array(z.object({ vat: z.string(), netGrosze: Grosze, vatGrosze: Grosze })),
  contractNumbers: z.array(z.string()),
  seller: Party,
  buyer: Party,
  isSplitPayment: z.boolean(),
  lines: z.array(
    z.object({
      position: Int,
      name: z.string(),
      quantity: z.string(),
      unit: z.string(),
      unitPrice: z.string(),
      netGrosze: Grosze,
      vat: z.string(),
      periodFrom: On.nullable(),
      periodTo: On.nullable(),
      isBefore: z.boolean(),
      /** Where the amount comes from, in the language of the person. */
      sentence: z.string(),
      squares: z.object({ inside: Int, over: Int, notCounted: Int }).nullable(),
      tickets: z.array(
        z.object({ id: z.uuid(), bin: z.string(), number: z.string(), subject: z.string(), reportedOn: On }),
      ),
    }),
  ),
  corrections: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      issueOn: On,
      grossGrosze: Grosze,
      correctionReason: z.string().nullable(),
    }),
  ),
  payments: z.array(z.object({ paidOn: On, amountGrosze: Grosze })),
  transfer: z
    .object({
      account: z.string(),
      bankName: z.string(),
      name: z.string(),
      title: z.string(),
      amountGrosze: Grosze,
      codeText: z.string().nullable(),
    })
    .nullable(),
})

nameShapes({
  PanelOpiekun: OpiekunView,
  PanelSession: SessionView,
  TicketsLeft: TicketsLeftView,
  MinutesLeft: MinutesLeftView,
  PanelPackage: PackageView,
  PanelContract: ContractView,
  PanelContracts: ContractsView,
  PanelPriceOfNext: PriceOfNextView,
  PanelPromises: PromisesView,
  PanelPlaces: PlacesView,
  PanelTicket: TicketView,
  PanelFile: File,
  PanelMessage: MessageView,
  PanelTicketPage: TicketPageView,
  PanelConversation: ConversationView,
  PanelConversationPage: ConversationPageView,
  PanelWritten: WrittenView,
  PanelInvoice: InvoiceInListView,
  PanelInvoices: InvoicesView,
  PanelParty: Party,
  PanelInvoicePage: InvoicePageView,
  PanelNamed: Named,
})
