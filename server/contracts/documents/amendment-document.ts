/**
 * The printed amendment (aneks): what changes, from when, and the appendices in their new
 * wording behind it. It carries version, fingerprint and code like the contract.
 */
import type { PdfPool } from '../../plumbing/pdf/pdf-pool.ts'
import {
  appendices,
  paperPdf,
  structureOf,
  type AppendixNumber,
  type ContractDocument,
  type DocumentForm,
  type PrintedContract,
  type PrintedSide,
} from './contract-document.ts'
import { contractValues, formName } from './contract-values.ts'
import type { TemplateValues } from './fill-template.ts'

export type ContractAmendmentDocument = {
  number: string
  concludedOn: string
  validFrom: string
  /** Calendar date of this version, e.g. '2026-11-02': the date inside the PDF. */
  madeOn: string
  /** The contract with the version, fingerprint and code of the amendment. */
  contract: PrintedContract
  tenant: Pick<PrintedSide, 'name' | 'nip' | 'representation'>
  client: Pick<PrintedSide, 'name' | 'nip' | 'representation'>
  changes: { place: string; newText: string; oldText?: string }[]
  form: DocumentForm
  /** Appendices that get a new wording, printed from the terms as they will be. */
  newAppendices?: { numbers: AppendixNumber[]; terms: ContractDocument }
}

export async function amendmentPdf(pool: PdfPool, document: ContractAmendmentDocument): Promise<Buffer> {
  const { newAppendices } = document
  const behind = newAppendices ? appendices(newAppendices.numbers, contractValues(newAppendices.terms)) : []
  return paperPdf(pool, {
    parts: [structureOf('amendment', amendmentValues(document)), ...behind],
    title: `Aneks nr ${document.number} do umowy nr ${document.contract.number}`,
    side: document.tenant.name,
    pageCode: document.contract.pageCode,
    madeOn: document.madeOn,
  })
}

export function amendmentValues(document: ContractAmendmentDocument): TemplateValues {
  const { contract, tenant, client, newAppendices } = document
  const numbers = newAppendices?.numbers.map((number) => `nr ${number}`) ?? []
  return {
    aneks_numer: document.number,
    aneks_data: document.concludedOn,
    aneks_od: document.validFrom,
    umowa_numer: contract.number,
    umowa_data: contract.concludedOn,
    umowa_wersja: contract.version,
    umowa_skrot: contract.fingerprint,
    umowa_kod: contract.pageCode,
    firma_nazwa: tenant.name,
    firma_nip: tenant.nip,
    firma_reprezentacja: tenant.representation,
    klient_nazwa: client.name,
    klient_nip: client.nip,
    klient_reprezentacja: client.representation,
    zmiany: document.changes.map(({ place, newText, oldText }, at) => ({
      lp: String(at + 1),
      miejsce: place,
      nowe_brzmienie: newText,
      stare_brzmienie: oldText ?? 'brak postanowienia',
    })),
    zalaczniki_zmienione: numbers.length > 0 && { lista: numbers.join(', ') },
    forma_aneksu: formName(document.form),
  }
}
