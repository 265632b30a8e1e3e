/** The shapes in which contracts travel. */
import { z } from 'zod'
import { groupOf } from '#engines/pricing/line.ts'
import type { ItemKind } from '#engines/pricing/price-list.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { contractDeeds, contractStates, paperStates } from './contract-state.ts'
import { problemCodes } from './terms-problems.ts'
import { ExampleFigures } from './example-schema.ts'
import { PriceList } from './price-list-schema.ts'
import { Terms } from './terms.ts'

const Whole = z.number().int()
const itemKinds = Object.keys(groupOf) as ItemKind[]
export const Day = z.iso.date()
const Stamp = z.string().nullable()
const Kind = z.enum(['original', 'amendment', 'correction'])

const SuspensionView = z.object({ fromOn: z.string(), toOn: Stamp, reason: z.string() })

export const ContractSummaryView = z.object({
  id: z.uuid(),
  number: z.string(),
  clientId: z.uuid(),
  clientName: z.string(),
  concludedOn: Stamp,
  validFrom: z.string(),
  validTo: Stamp,
  lastDay: Stamp,
  activatedAt: Stamp,
  templateId: Stamp,
  /** The trade whose usual terms it began with. */
  templateTrade: Stamp,
  suspension: SuspensionView.nullable(),
  endedOn: Stamp,
  endReason: Stamp,
  settledTo: Stamp,
  createdAt: z.string(),
  version: Whole,
  state: z.enum(contractStates),
  isUnsigned: z.boolean(),
  accountManagerId: z.string().nullable(),
  accountManagerName: z.string(),
  feeGrosze: Whole,
  /** Until when one may say no before a definite term goes on by itself, and to which day it would go. */
  renewal: z.object({ decideBy: z.string(), nextLastDay: z.string() }).nullable(),
  isRenewalDeclined: z.boolean(),
  versionInForce: Whole.nullable(),
  draftNumber: Whole.nullable(),
  draftKind: Kind.nullable(),
})
export const VersionSummaryView = z.object({
  id: z.uuid(),
  number: Whole,
  kind: Kind,
  validFrom: z.string(),
  validTo: Stamp,
  recordedAt: z.string(),
  supersededAt: Stamp,
  recordedByName: z.string(),
  correctsNumber: Whole.nullable(),
  reason: Stamp,
  isDraft: z.boolean(),
  isInForce: z.boolean(),
  fingerprint: z.string(),
  pageCode: z.string(),
  sentAt: Stamp,
  documentFileId: Stamp,
  documentSha256: Stamp,
  signedScanFileId: Stamp,
  signedOn: Stamp,
  paper: z.enum(paperStates),
  /** On what it is printed; once the document is kept, on what it was. */
  printedOn: z.object({
    /** 'builtIn', the id of a template, or null: what is usual for the contract and the company. */
    choice: Stamp,
    /** Null: our own text. */
    templateId: Stamp,
    name: z.string(),
    isPrinted: z.boolean(),
  }),
  /** Every file of the signed document: one PDF, or the photos of its pages. */
  signedFiles: z.array(z.object({ id: z.uuid(), name: z.string(), mediaType: z.string() })),
  priceListId: Stamp,
  priceListNumber: Whole.nullable(),
  version: Whole,
})
export const ContractDetailView = ContractSummaryView.extend({
  suspensions: z.array(SuspensionView),
  versions: z.array(VersionSummaryView),
  /** For each deed: true, or the code of the reason why not now. */
  deeds: z.record(z.enum(contractDeeds), z.union([z.literal(true), z.string()])),
})
export const ProblemView = z.object({
  code: z.enum(problemCodes),
  weight: z.enum(['error', 'warning']),
  path: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})
export const ChangeView = z.object({ path: z.string(), before: z.unknown(), after: z.unknown() })
export const VersionDetailView = VersionSummaryView.extend({
  terms: Terms,
  problems: z.array(ProblemView),
  changes: z.array(ChangeView),
  basedOn: Whole.nullable(),
})

export const ExampleBody = z.object({
  priceList: PriceList,
  figures: ExampleFigures,
  contractId: z.uuid().optional(),
})
export const ExampleView = z.object({
  lines: z.array(
    z.object({
      itemId: z.string(),
      kind: z.enum(itemKinds),
      group: z.enum(['fee', 'overFee', 'adjustment']),
      name: z.string().optional(),
      clause: z.string().optional(),
      quantity: z.string(),
      unit: z.union([z.string(), z.object({ named: z.string() })]),
      unitPrice: z.string(),
      netGrosze: Whole,
      vat: z.string(),
      informative: z.boolean(),
      period: z.object({ from: z.string(), to: z.string() }),
      explanation: z.looseObject({ model: z.string() }),
    }),
  ),
  netGrosze: Whole,
  vatGrosze: Whole,
  grossGrosze: Whole,
  /** The same figures under the terms in force. */
  inForceNetGrosze: Whole.nullable(),
})

nameShapes({
  ContractSummary: ContractSummaryView,
  VersionSummary: VersionSummaryView,
  Contract: ContractDetailView,
  TermsProblem: ProblemView,
  TermsChange: ChangeView,
  Version: VersionDetailView,
  PriceExample: ExampleView,
})
