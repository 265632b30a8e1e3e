/**
 * The letter that tells a client of a yearly change of prices. The contract allows the
 * change without an amendment when this letter names index, old and new prices in time.
 */
import type { PdfPool } from '../../plumbing/pdf/pdf-pool.ts'
import { paperPdf, structureOf } from './contract-document.ts'

export type IndexationNotice = {
  contractNumber: string
  /** Calendar date of the letter, e.g. '2026-02-01': the date inside the PDF. */
  madeOn: string
  tenant: {
    name: string
    /** Register data that the law wants on letters, in one line. */
    footer: string
  }
  validFrom: string
  percent: string
  index: { name: string; period: string; value: string }
  /** The cap of the contract, where it held the change back. */
  limitApplied?: string
  prices: { name: string; oldPrice: string; newPrice: string }[]
}

export async function indexationNoticePdf(pool: PdfPool, notice: IndexationNotice): Promise<Buffer> {
  const part = structureOf('indexation-notice', {
    umowa_numer: notice.contractNumber,
    waloryzacja_od: notice.validFrom,
    waloryzacja_procent: notice.percent,
    wskaznik_nazwa: notice.index.name,
    wskaznik_okres: notice.index.period,
    wskaznik_wartosc: notice.index.value,
    zastosowano_limit: notice.limitApplied !== undefined,
    waloryzacja_limit: notice.limitApplied ?? '',
    ceny: notice.prices.map(({ name, oldPrice, newPrice }) => ({
      nazwa: name,
      stara: oldPrice,
      nowa: newPrice,
    })),
  })
  return paperPdf(pool, {
    parts: [part],
    title: `Waloryzacja cen, umowa nr ${notice.contractNumber}`,
    side: notice.tenant.name,
    madeOn: notice.madeOn,
    footer: notice.tenant.footer,
  })
}
