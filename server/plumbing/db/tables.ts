// Written by `npm run generate` from a migrated database. Do not edit.
import type { ColumnType, Generated } from 'kysely'

// oxlint-disable-next-line typescript/no-explicit-any -- the driver gives parsed JSON; stores narrow it
export type Json = ColumnType<unknown, string, string>

export type IdentityAttemptsTable = {
  bucket: string
  windowStart: string
  count: number
}

export type IdentityHatsTable = {
  identityId: string
  tenantId: string
  kind: string
  subjectId: string
}

export type IdentityIdentitiesTable = {
  id: string
  email: string
  name: Generated<string>
  passwordHash: string | null
  language: Generated<string>
  confirmedAt: string | null
  createdAt: string
}

export type IdentityLinkTokensTable = {
  tokenHash: string
  purpose: string
  email: string
  identityId: string | null
  tenantId: string | null
  subjectId: string | null
  facts: ColumnType<unknown, string | undefined, string>
  createdAt: string
  expiresAt: string
  usedAt: string | null
}

export type IdentitySessionsTable = {
  tokenHash: string
  identityId: string
  kind: string
  tenantId: string
  subjectId: string
  userAgent: Generated<string>
  createdAt: string
  lastSeenAt: string
  expiresAt: string
}

export type AbsencesTable = {
  tenantId: string
  id: string
  staffId: string
  fromOn: string
  toOn: string
  kind: string
  deputyId: string | null
  note: Generated<string>
  recordedAt: string
  recordedBy: string | null
  version: Generated<number>
}

export type AmendmentItemsTable = {
  tenantId: string
  id: string
  runId: string
  contractId: string
  position: number
  facts: Json
  problem: string | null
  isChosen: Generated<boolean>
  versionNumber: number | null
  letterFileId: string | null
  madeAt: string | null
  failure: ColumnType<unknown, string | null, string | null>
}

export type AmendmentRunsTable = {
  tenantId: string
  id: string
  kind: string
  validFrom: string
  facts: Json
  createdAt: string
  createdBy: string | null
  startedAt: string | null
  startedBy: string | null
  sendsLetters: Generated<boolean>
  endedAt: string | null
}

export type ClientsTable = {
  tenantId: string
  id: string
  name: string
  nip: string | null
  regon: string | null
  addressLine1: Generated<string>
  addressLine2: Generated<string>
  country: Generated<string>
  email: Generated<string>
  invoiceEmail: Generated<string>
  phone: Generated<string>
  registerSentence: Generated<string>
  representation: Generated<string>
  accountManagerId: string | null
  isLocalGovernment: Generated<boolean>
  isVatGroupMember: Generated<boolean>
  isTaxablePerson: Generated<boolean>
  isLargeEnterprise: Generated<boolean>
  notes: Generated<string>
  archivedAt: string | null
  createdAt: string
  version: Generated<number>
  invoiceRecipient: ColumnType<unknown, string | null, string | null>
}

export type ContactsTable = {
  tenantId: string
  id: string
  clientId: string
  name: string
  email: string
  phone: Generated<string>
  position: Generated<string>
  hasPanelAccess: Generated<boolean>
  isSupervisor: Generated<boolean>
  receivesInvoices: Generated<boolean>
  identityId: string | null
  language: Generated<string>
  invitedAt: string | null
  leftAt: string | null
  createdAt: string
  version: Generated<number>
}

export type ContractCountsTable = {
  tenantId: string
  id: string
  contractId: string
  kind: string
  at: string
  facts: Json
  note: Generated<string>
  enteredBy: string | null
  enteredByName: Generated<string>
  enteredAt: string
  removedAt: string | null
  removedBecause: string | null
}

export type ContractEndingsTable = {
  tenantId: string
  id: string
  contractId: string
  kind: string
  givenBy: string
  givenOn: string
  endsOn: string
  reason: string
  recordedAt: string
  recordedBy: string | null
  withdrawnAt: string | null
  withdrawnBy: string | null
}

export type ContractLedgerTable = {
  tenantId: string
  contractId: string
  invoiceId: string
  periodFrom: string
  isLate: Generated<boolean>
  drawn: ColumnType<unknown, string | undefined, string>
  billed: ColumnType<unknown, string | undefined, string>
  closing: ColumnType<unknown, string | null, string | null>
  notedAt: string
  isOpening: Generated<boolean>
}

export type ContractPapersTable = {
  tenantId: string
  pageCode: string
  contractId: string
  versionId: string
  fingerprint: string
  firstMadeAt: string
}

export type ContractRenewalsTable = {
  tenantId: string
  id: string
  contractId: string
  kind: string
  lastDayBefore: string
  lastDayAfter: string | null
  reason: Generated<string>
  recordedAt: string
  recordedBy: string | null
}

export type ContractSuspensionsTable = {
  tenantId: string
  id: string
  contractId: string
  fromOn: string
  toOn: string | null
  reason: string
  recordedAt: string
  recordedBy: string | null
  resumedAt: string | null
  resumedBy: string | null
}

export type ContractTemplatesTable = {
  tenantId: string
  id: string
  name: string
  trade: string
  originId: string | null
  originTerms: Json
  terms: Json
  archivedAt: string | null
  createdAt: string
  createdBy: string | null
  version: Generated<number>
}

export type ContractVersionsTable = {
  tenantId: string
  id: string
  contractId: string
  number: number
  kind: string
  correctsId: string | null
  validFrom: string
  validTo: string | null
  recordedAt: string
  supersededAt: string | null
  recordedBy: string | null
  reason: string | null
  isDraft: Generated<boolean>
  terms: Json
  fingerprint: string
  pageCode: string
  sentAt: string | null
  documentFileId: string | null
  documentSha256: string | null
  signedScanFileId: string | null
  signedOn: string | null
  version: Generated<number>
  priceListId: string | null
  priceListNumber: number | null
  effectShown: ColumnType<unknown, string | null, string | null>
  accountManagerId: string | null
  term: ColumnType<unknown, string | null, string | null>
  indexation: ColumnType<unknown, string | null, string | null>
  fees: ColumnType<unknown, string | null, string | null>
  paperChoice: string | null
  printedOn: string | null
}

export type ContractsTable = {
  tenantId: string
  id: string
  number: string
  clientId: string
  concludedOn: string | null
  validFrom: string
  validTo: string | null
  activatedAt: string | null
  activatedBy: string | null
  suspendedAt: string | null
  endedOn: string | null
  endReason: string | null
  settledTo: string | null
  createdAt: string
  version: Generated<number>
  templateId: string | null
  documentTemplateId: string | null
  templateTrade: string | null
}

export type ConversationsTable = {
  tenantId: string
  id: string
  clientId: string | null
  contactId: string | null
  ticketId: string | null
  subject: Generated<string>
  lastMessageAt: string
  createdAt: string
}

export type CountersTable = {
  tenantId: string
  series: string
  period: string
  last: number
}

export type CreditUsesTable = {
  tenantId: string
  creditId: string
  invoiceId: string
  invoiceNumber: string
  month: string
  amountGrosze: number
  at: string
}

export type CreditsTable = {
  tenantId: string
  id: string
  clientId: string
  contractId: string
  month: string
  clauseId: string
  target: string
  ticketId: string | null
  verdict: string
  proposedGrosze: number
  amountGrosze: number
  facts: Json
  reason: Generated<string>
  decidedBy: string | null
  decidedByName: Generated<string>
  decidedAt: string
  withdrawnAt: string | null
  withdrawnByName: string | null
  withdrawnBecause: string | null
}

export type DeskRulesTable = {
  tenantId: string
  alarms: ColumnType<unknown, string | undefined, string>
  categories: ColumnType<unknown, string | undefined, string>
  version: Generated<number>
}

export type DevicesTable = {
  tenantId: string
  id: string
  clientId: string
  siteId: string | null
  deviceClass: Generated<string>
  name: string
  serialNumber: Generated<string>
  note: Generated<string>
  archivedAt: string | null
  createdAt: string
  version: Generated<number>
}

export type DocumentTemplatesTable = {
  tenantId: string
  id: string
  kind: string
  name: string
  fileId: string
  sha256: string
  findings: Json
  isDefault: Generated<boolean>
  createdAt: string
  createdBy: Json
  archivedAt: string | null
  version: Generated<number>
}

export type EventsTable = {
  tenantId: string
  id: Generated<number>
  at: string
  kind: string
  subjectKind: string
  subjectId: string | null
  actor: Json
  facts: ColumnType<unknown, string | undefined, string>
}

export type FilesTable = {
  tenantId: string
  id: string
  name: string
  mediaType: string
  bytes: number
  sha256: string
  storageKey: string
  createdAt: string
  createdBy: Json
}

export type IdempotencyKeysTable = {
  tenantId: string
  scope: string
  key: string
  requestHash: string
  status: number | null
  body: ColumnType<unknown, string | null, string | null>
  createdAt: string
}

export type IncomingMailsTable = {
  tenantId: string
  id: string
  source: string
  mailboxId: string | null
  dedupeKey: string
  messageId: string | null
  sender: Generated<string>
  subject: Generated<string>
  receivedAt: string
  rawFileId: string | null
  outcome: string
  ticketId: string | null
  conversationId: string | null
  facts: ColumnType<unknown, string | undefined, string>
}

export type IndexFiguresTable = {
  tenantId: string
  indexKey: string
  year: number
  value: string
  source: Generated<string>
  announcedOn: string | null
  recordedAt: string
  recordedBy: string | null
  version: Generated<number>
}

export type InvoiceLinesTable = {
  tenantId: string
  invoiceId: string
  position: number
  name: string
  quantity: string
  unit: string
  unitPrice: string
  netGrosze: number
  vat: string
  periodFrom: string | null
  periodTo: string | null
  isAnnex15: Generated<boolean>
  isBefore: Generated<boolean>
  explanation: ColumnType<unknown, string | undefined, string>
  work: ColumnType<unknown, string | undefined, string>
}

export type InvoicesTable = {
  tenantId: string
  id: string
  number: string
  series: string
  seriesPeriod: string
  seriesN: number
  kind: string
  clientId: string
  proposalId: string | null
  correctsId: string | null
  correctionReason: string | null
  issuedAt: string
  issuedBy: string | null
  issueOn: string
  saleFrom: string
  saleTo: string
  dueOn: string
  paymentDays: number
  currency: Generated<string>
  seller: Json
  buyer: Json
  netGrosze: number
  vatGrosze: number
  grossGrosze: number
  totals: Json
  isSplitPayment: Generated<boolean>
  contractNumbers: ColumnType<unknown, string | undefined, string>
  recipientEmails: ColumnType<unknown, string | undefined, string>
  contentSha256: string
  pdfFileId: string | null
  xmlFileId: string | null
  mailId: string | null
  ksefState: Generated<string>
}

export type IssueItemsTable = {
  tenantId: string
  runId: string
  proposalId: string
  position: number
  state: string
  invoiceId: string | null
  errorCode: string | null
  errorFacts: ColumnType<unknown, string | null, string | null>
}

export type IssueRunsTable = {
  tenantId: string
  id: string
  periodFrom: string
  periodTo: string
  startedAt: string
  startedBy: string
  endedAt: string | null
}

export type MailboxesTable = {
  tenantId: string
  id: string
  host: string
  port: number
  isSecure: Generated<boolean>
  username: string
  secret: string
  folder: Generated<string>
  uidValidity: string | null
  lastUid: Generated<number>
  lastError: string | null
  lastSeenAt: string | null
  isPaused: Generated<boolean>
  createdAt: string
  version: Generated<number>
}

export type MailsTable = {
  tenantId: string
  id: string
  messageId: string
  kind: string
  sender: string
  replyTo: string | null
  recipients: Json
  subject: string
  textBody: string
  htmlBody: string | null
  headers: ColumnType<unknown, string | undefined, string>
  attachments: ColumnType<unknown, string | undefined, string>
  secret: Generated<boolean>
  subjectKind: string | null
  subjectId: string | null
  state: string
  attempts: Generated<number>
  unanswered: Generated<number>
  lastError: string | null
  createdAt: string
  sentAt: string | null
}

export type MaterialsTable = {
  tenantId: string
  id: string
  ticketId: string
  staffId: string
  at: string
  name: string
  quantity: ColumnType<string, string | number, string | number>
  unit: string
  unitPrice: ColumnType<string, string | number, string | number> | null
  cost: ColumnType<string, string | number, string | number> | null
  notBilledBecause: string | null
  removedAt: string | null
  removedBecause: string | null
  createdAt: string
  version: Generated<number>
  facts: ColumnType<unknown, string | undefined, string>
}

export type MessagesTable = {
  tenantId: string
  id: string
  conversationId: string
  at: string
  authorKind: string
  authorId: string | null
  authorName: string
  isInternal: Generated<boolean>
  channel: string
  textBody: string
  incomingMailId: string | null
  mailMessageId: string | null
  files: ColumnType<unknown, string | undefined, string>
}

export type MigrationsTable = {
  name: string
  sha256: string
  appliedAt: Generated<string>
}

export type NoticesTable = {
  tenantId: string
  id: string
  staffId: string
  kind: string
  ticketId: string | null
  conversationId: string | null
  facts: ColumnType<unknown, string | undefined, string>
  at: string
  seenAt: string | null
}

export type OpeningBalancesTable = {
  tenantId: string
  id: string
  contractId: string
  kind: string
  itemId: string | null
  unit: string
  quantity: string
  device: Generated<string>
  asOf: string
  validTo: string | null
  note: Generated<string>
  recordedAt: string
  recordedBy: string | null
  removedAt: string | null
  removedBecause: string | null
}

export type PackageAlertsTable = {
  tenantId: string
  contractId: string
  itemId: string
  lot: string
  shareBp: number
  at: string
}

export type PaymentAllocationsTable = {
  tenantId: string
  paymentId: string
  invoiceId: string
  amountGrosze: number
}

export type PaymentsTable = {
  tenantId: string
  id: string
  clientId: string
  paidOn: string
  amountGrosze: number
  currency: Generated<string>
  note: Generated<string>
  enteredAt: string
  enteredBy: string | null
  withdrawnAt: string | null
  withdrawnBecause: string | null
}

export type PriceListVersionsTable = {
  tenantId: string
  id: string
  priceListId: string
  number: number
  priceList: Json
  note: Generated<string>
  isDraft: Generated<boolean>
  publishedAt: string | null
  publishedBy: string | null
  createdAt: string
  version: Generated<number>
}

export type PriceListsTable = {
  tenantId: string
  id: string
  name: string
  description: Generated<string>
  archivedAt: string | null
  createdAt: string
  version: Generated<number>
}

export type ProposalLinesTable = {
  tenantId: string
  id: string
  proposalId: string
  key: string
  position: number
  contractId: string | null
  itemId: string | null
  name: string
  quantity: string
  unit: string
  unitPrice: string
  netGrosze: number
  vat: string
  periodFrom: string | null
  periodTo: string | null
  isAnnex15: Generated<boolean>
  isInformative: Generated<boolean>
  isAdded: Generated<boolean>
  explanation: Json
  work: ColumnType<unknown, string | undefined, string>
  edit: ColumnType<unknown, string | null, string | null>
}

export type ProposalsTable = {
  tenantId: string
  id: string
  clientId: string
  currency: Generated<string>
  periodFrom: string
  periodTo: string
  state: string
  reason: Generated<string>
  problems: ColumnType<unknown, string | undefined, string>
  bins: ColumnType<unknown, string | undefined, string>
  builtAt: string
  builtFromHash: Generated<string>
  invoiceId: string | null
  version: Generated<number>
}

export type ReadMarksTable = {
  tenantId: string
  conversationId: string
  readerId: string
  readAt: string
}

export type RemindersTable = {
  tenantId: string
  id: string
  invoiceId: string
  step: number
  at: string
  openGrosze: number
  interestGrosze: number
  interestExplanation: Json
  mailId: string | null
}

export type SettledWorkTable = {
  tenantId: string
  workKind: string
  workId: string
  invoiceId: string
  bin: string
  units: Generated<string>
  facts: ColumnType<unknown, string | undefined, string>
}

export type SignedScansTable = {
  tenantId: string
  id: string
  fileIds: Json
  wantedContractId: string | null
  wantedNumber: number | null
  state: string
  contractId: string | null
  number: number | null
  refusalCode: string | null
  refusalFacts: ColumnType<unknown, string | null, string | null>
  reading: ColumnType<unknown, string | null, string | null>
  signedOn: string | null
  receivedAt: string
  receivedBy: Json
  decidedAt: string | null
  decidedBy: ColumnType<unknown, string | null, string | null>
  version: Generated<number>
}

export type SigningRequestsTable = {
  tenantId: string
  id: string
  contractId: string
  versionId: string
  email: string
  keyHash: string
  fileId: string
  sha256: string
  sentAt: string
  expiresAt: string
  openedAt: string | null
  withdrawnAt: string | null
  acceptedAt: string | null
  acceptedName: string | null
  acceptedPosition: string | null
  acceptedFrom: string | null
  acceptedWith: string | null
  recordFileId: string | null
}

export type SitesTable = {
  tenantId: string
  id: string
  clientId: string
  name: string
  addressLine1: Generated<string>
  addressLine2: Generated<string>
  travelZone: Generated<string>
  note: Generated<string>
  archivedAt: string | null
  createdAt: string
  version: Generated<number>
}

export type StaffTable = {
  tenantId: string
  id: string
  identityId: string | null
  name: string
  email: string
  phone: Generated<string>
  role: string
  invitedAt: string | null
  joinedAt: string | null
  leftAt: string | null
  version: Generated<number>
}

export type StaffSettingsTable = {
  tenantId: string
  staffId: string
  settings: ColumnType<unknown, string | undefined, string>
}

export type TenantSlugsTable = {
  slug: string
  tenantId: string
}

export type TenantsTable = {
  tenantId: string
  slug: string
  name: string
  kind: Generated<string>
  nip: string | null
  regon: string | null
  addressLine1: Generated<string>
  addressLine2: Generated<string>
  country: Generated<string>
  email: Generated<string>
  phone: Generated<string>
  registerSentence: Generated<string>
  representation: Generated<string>
  bankAccount: Generated<string>
  bankName: Generated<string>
  language: Generated<string>
  timezone: Generated<string>
  trade: Generated<string>
  priorities: ColumnType<unknown, string | undefined, string>
  defaultVat: Generated<string>
  invoicePattern: Generated<string>
  correctionPattern: Generated<string>
  contractPattern: Generated<string>
  paymentDays: Generated<number>
  largeEnterprise: Generated<boolean>
  intakeSecret: string
  smtp: ColumnType<unknown, string | null, string | null>
  onboarding: ColumnType<unknown, string | undefined, string>
  clockNow: string | null
  clockTarget: string | null
  mailAllowList: ColumnType<unknown, string | undefined, string>
  createdAt: string
  version: Generated<number>
  exemptionBasis: Generated<string>
  isCashMethod: Generated<boolean>
}

export type TicketLogTable = {
  tenantId: string
  ticketId: string
  seq: number
  at: string
  kind: string
  byKind: string
  byId: string | null
  byName: Generated<string>
  facts: ColumnType<unknown, string | undefined, string>
}

export type TicketsTable = {
  tenantId: string
  id: string
  number: number
  clientId: string | null
  contractId: string | null
  contactId: string | null
  conversationId: string
  reporterName: Generated<string>
  reporterEmail: Generated<string>
  source: string
  subject: string
  priority: string
  proposedPriority: string | null
  category: string | null
  assigneeId: string | null
  reportedAt: string
  heldBecause: string | null
  heldFacts: ColumnType<unknown, string | undefined, string>
  admittedAt: string | null
  refusedAt: string | null
  mark: string | null
  mergedIntoId: string | null
  followsId: string | null
  notCountedBecause: string | null
  senderIsTrusted: Generated<boolean>
  state: string
  waitingFor: string | null
  nextDueAt: string | null
  reactBy: string | null
  resolveBy: string | null
  clocks: ColumnType<unknown, string | null, string | null>
  alarms: ColumnType<unknown, string | undefined, string>
  resolvedAt: string | null
  closedAt: string | null
  version: Generated<number>
  estimateMinutes: number | null
  siteId: string | null
  deviceId: string | null
  deviceClass: string | null
  impact: string | null
  urgency: string | null
}

export type TimeEntriesTable = {
  tenantId: string
  id: string
  ticketId: string
  staffId: string
  place: string
  startedAt: string
  endedAt: string | null
  note: Generated<string>
  notBilledBecause: string | null
  removedAt: string | null
  removedBecause: string | null
  createdAt: string
  version: Generated<number>
  facts: ColumnType<unknown, string | undefined, string>
}

export type TimersTable = {
  tenantId: string
  id: string
  at: string
  what: string
  subjectId: string
  key: Generated<string>
  facts: ColumnType<unknown, string | undefined, string>
}

export type TripsTable = {
  tenantId: string
  id: string
  ticketId: string
  staffId: string
  at: string
  kilometres: ColumnType<string, string | number, string | number> | null
  note: Generated<string>
  notBilledBecause: string | null
  removedAt: string | null
  removedBecause: string | null
  createdAt: string
  version: Generated<number>
  facts: ColumnType<unknown, string | undefined, string>
}

export type WorkCalendarsTable = {
  tenantId: string
  id: string
  name: string
  calendar: Json
  isDefault: Generated<boolean>
  version: Generated<number>
}

export type WorkJudgementsTable = {
  tenantId: string
  workKind: string
  workId: string
  verdict: string
  reason: Generated<string>
  clause: Generated<string>
  judgedBy: string | null
  judgedByName: Generated<string>
  judgedAt: string
}

export type DB = {
  'identity.attempts': IdentityAttemptsTable
  'identity.hats': IdentityHatsTable
  'identity.identities': IdentityIdentitiesTable
  'identity.linkTokens': IdentityLinkTokensTable
  'identity.sessions': IdentitySessionsTable
  absences: AbsencesTable
  amendmentItems: AmendmentItemsTable
  amendmentRuns: AmendmentRunsTable
  clients: ClientsTable
  contacts: ContactsTable
  contractCounts: ContractCountsTable
  contractEndings: ContractEndingsTable
  contractLedger: ContractLedgerTable
  contractPapers: ContractPapersTable
  contractRenewals: ContractRenewalsTable
  contractSuspensions: ContractSuspensionsTable
  contractTemplates: ContractTemplatesTable
  contractVersions: ContractVersionsTable
  contracts: ContractsTable
  conversations: ConversationsTable
  counters: CountersTable
  creditUses: CreditUsesTable
  credits: CreditsTable
  deskRules: DeskRulesTable
  devices: DevicesTable
  documentTemplates: DocumentTemplatesTable
  events: EventsTable
  files: FilesTable
  idempotencyKeys: IdempotencyKeysTable
  incomingMails: IncomingMailsTable
  indexFigures: IndexFiguresTable
  invoiceLines: InvoiceLinesTable
  invoices: InvoicesTable
  issueItems: IssueItemsTable
  issueRuns: IssueRunsTable
  mailboxes: MailboxesTable
  mails: MailsTable
  materials: MaterialsTable
  messages: MessagesTable
  migrations: MigrationsTable
  notices: NoticesTable
  openingBalances: OpeningBalancesTable
  packageAlerts: PackageAlertsTable
  paymentAllocations: PaymentAllocationsTable
  payments: PaymentsTable
  priceListVersions: PriceListVersionsTable
  priceLists: PriceListsTable
  proposalLines: ProposalLinesTable
  proposals: ProposalsTable
  readMarks: ReadMarksTable
  reminders: RemindersTable
  settledWork: SettledWorkTable
  signedScans: SignedScansTable
  signingRequests: SigningRequestsTable
  sites: SitesTable
  staff: StaffTable
  staffSettings: StaffSettingsTable
  tenantSlugs: TenantSlugsTable
  tenants: TenantsTable
  ticketLog: TicketLogTable
  tickets: TicketsTable
  timeEntries: TimeEntriesTable
  timers: TimersTable
  trips: TripsTable
  workCalendars: WorkCalendarsTable
  workJudgements: WorkJudgementsTable
}
