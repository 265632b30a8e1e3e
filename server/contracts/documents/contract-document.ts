/**
 * The printed contract: our text of the contract and of its appendices, filled from one
 * typed document, set in Source Serif with every page carrying version, fingerprint and
 * code. All values are texts that are already formatted; durations, amounts and sentences
 * come from the terms, so the paper says what the clock and the price engine do.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { PdfPool } from '../../plumbing/pdf/pdf-pool.ts'
import { contractValues } from './contract-values.ts'
import { fillTemplate, type TemplateValues } from './fill-template.ts'
import type { OtherTerm } from './other-terms.ts'
import { pagePictures } from './page-codes.ts'
import { markValue, readStructure, type Structure } from './read-structure.ts'

export type ContractDocument = {
  contract: PrintedContract & { place?: string; validFrom: string }
  /** Calendar date of this version, e.g. '2026-11-02': the date inside the PDF. */
  madeOn: string
  tenant: PrintedSide & { email: string; phone: string }
  client: PrintedSide & { email: string; invoiceEmail: string; largeEnterprise: boolean }
  accountManager: PrintedPerson
  /** Absent: "osoba wyznaczona przez Wykonawcę", reached by the company's phone and e-mail. */
  deputy?: PrintedPerson
  channels: { panel?: string; email?: string; form?: string; phone?: string }
  scope: string[]
  exclusions: string[]
  clock: {
    /** For a report that waited at the gate: from its receipt, or from its admission. */
    heldRunsFromReceipt: boolean
    confirmationDays: string
    reopeningSentence: string
    closingDays: string
    priorityChangeSentence: string
    serviceReportDays: string
  }
  stopReasons: { name: string; stops: string; limit?: string }[]
  inspections: { name: string; frequency: string; basis?: string }[]
  billing: {
    period: string
    inAdvance: boolean
    currency: string
    paymentDays: string
    paymentDaysFrom: 'issue' | 'delivery'
  }
  approvals: { limit: string; days: string }
  indexation?: { sentence: string; month: string; limit: string; noticeDays: string }
  credits: string[]
  creditCaps: { month: string; year: string }
  suspension: { afterDays: string; extraDays: string }
  liabilityCap: string
  warranty: string
  term:
    | { indefinite: true; noticePeriod: string }
    | {
        indefinite: false
        validTo: string
        noticePeriod?: string
        renewal?: { period: string; noticeDays: string }
      }
  form: { contract: DocumentForm; amendment: DocumentForm }
  court: 'tenant' | 'client' | 'defendant'
  /** A target that was not agreed is absent and printed as a dash. */
  serviceLevels: {
    priority: string
    definition: string
    reaction?: string
    arrival?: string
    workAround?: string
    resolution?: string
    calendar: string
  }[]
  calendars: { name: string; hours: string; holidays: string }[]
  deadlineExamples: string[]
  phoneSentence: string
  prices: {
    sentences: string[]
    outsideScope: string[]
    roundingSentence: string
    bandsSentence: string
    poolsSentence: string
    countingSentence: string
    materialMargin: string
    /** "23%", or why there is none. */
    vat: string
  }
  workedExamples: { description: string; rows: { name: string; amount: string }[]; total: string }[]
  /** What no sentence of the text says, each under its appendix. */
  otherTerms: OtherTerm[]
  /** The day on which the lists of appendix 4 were taken. */
  listsAsOf: string
  sites: { name: string; address: string; remarks?: string }[]
  devices: { name: string; model?: string; serialNumber?: string; site?: string; deviceClass?: string }[]
  reporters: {
    name: string
    position?: string
    email?: string
    phone?: string
    scope?: string
    limit?: string
  }[]
  /** Present: appendix 5 is part of the contract. */
  dataProcessing?: {
    purpose: string
    nature: string
    kindsOfData: string
    persons: string
    specialCategories: string
    notificationHours: string
    subprocessors: string
    furtherMeasures?: string
    tenantContact: string
    clientContact: string
  }
}

export type DocumentForm = 'documentary' | 'written' | 'electronic' | 'written_or_electronic'

export type PrintedContract = {
  number: string
  concludedOn: string
  version: string
  fingerprint: string
  pageCode: string
}

export type PrintedSide = {
  name: string
  address: string
  nip: string
  regon?: string
  /** The whole sentence built from the legal form: KRS with court and capital, or CEIDG. */
  register: string
  representation: string
}

export type PrintedPerson = { name: string; phone: string; email: string }

export type AppendixNumber = 1 | 2 | 3 | 4 | 5

const template = fileURLToPath(new URL('./paper.typ', import.meta.url))

export async function contractPdf(pool: PdfPool, document: ContractDocument): Promise<Buffer> {
  const values = contractValues(document)
  const numbers: AppendixNumber[] = document.dataProcessing ? [1, 2, 3, 4, 5] : [1, 2, 3, 4]
  const parts = [structureOf('contract', values), ...appendices(numbers, values)]
  return paperPdf(pool, {
    parts,
    title: `Umowa nr ${document.contract.number}`,
    side: document.tenant.name,
    pageCode: document.contract.pageCode,
    madeOn: document.madeOn,
  })
}

const appendixTexts: Record<AppendixNumber, string> = {
  1: 'appendix-1-sla',
  2: 'appendix-2-prices',
  3: 'appendix-3-examples',
  4: 'appendix-4-places-and-people',
  5: 'appendix-5-personal-data',
}

export function appendices(numbers: AppendixNumber[], values: TemplateValues): Structure[] {
  return numbers.map((number) => structureOf(appendixTexts[number], values))
}

/** One of our texts, filled and read. */
export function structureOf(name: string, values: TemplateValues): Structure {
  return readStructure(fillTemplate(textOfTemplate(name), values, markValue))
}

export function textOfTemplate(name: string): string {
  return readFileSync(new URL(`./texts/${name}.pl.txt`, import.meta.url), 'utf8')
}

/** Sets structured parts as one document; the footer stands on every page, with the code as a picture. */
export async function paperPdf(
  pool: PdfPool,
  paper: {
    parts: Structure[]
    title: string
    side: string
    madeOn: string
    /** Without one, the line of the version in the first part. */
    footer?: string
    pageCode?: string
  },
): Promise<Buffer> {
  return pool.make({
    template,
    data: {
      title: paper.title,
      side: paper.side,
      madeOn: paper.madeOn,
      footer: paper.footer ?? paper.parts[0]?.footer ?? '',
      codes: paper.pageCode ? pagePictures(paper.pageCode, pagesAtMost(paper.parts)) : [],
      parts: paper.parts.map((part) => part.blocks),
    },
  })
}

/** Never fewer than there will be: a page without its code would stop the printing. */
function pagesAtMost(parts: Structure[]): number {
  const lines = parts.flatMap((part) => part.blocks).reduce((sum, block) => sum + linesOf(block), 0)
  return parts.length + Math.ceil(lines / 12)
}

function linesOf(block: Structure['blocks'][number]): number {
  const rows = block.kind === 'table' || block.kind === 'example' ? block.rows.length * 4 : 0
  return 2 + rows + Math.ceil(JSON.stringify(block).length / 80)
}
