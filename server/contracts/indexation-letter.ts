/**
 * The letter of an indexation: index, old and new prices, from when. Made from the proposal that a person
 * reviewed. The paper is Polish.
 */
import { companyOf, type Company } from '#server/accounts/public.ts'
import { today, type Context } from '#server/plumbing/context.ts'
import { keepFile } from '#server/plumbing/files/file-store.ts'
import { PdfUnavailable } from '#server/plumbing/pdf/pdf-pool.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { decimal, longDate, nb, nip as spacedNip, percent, price } from '#words/format.ts'
import { priceItemName } from '#words/price-sentences.ts'
import { termNames, termValues } from '#words/term-names.ts'
import { itemsOfRun, runOf, type AmendmentItem, type AmendmentRun } from './amendment-run-store.ts'
import { contractOf, versionOf, type Contract } from './contract-store.ts'
import { indexationNoticePdf, type IndexationNotice } from './documents/indexation-notice.ts'
import { termsOfContractAt } from './terms-in-force.ts'
import type { Terms } from './terms.ts'

/** The kept letter where there is one, else as it would be made today. */
export async function letterOf(
  ctx: Context,
  runId: string,
  itemId: string,
): Promise<{ name: string; content: Buffer }> {
  const run = (await runOf(ctx, runId)) ?? refuse('not_found')
  const item = (await itemsOfRun(ctx, runId)).find(({ id }) => id === itemId) ?? refuse('not_found')
  if (run.kind !== 'indexation' || item.facts.changeBp === undefined) refuse('not_found')
  const contract = (await contractOf(ctx, item.contractId)) ?? refuse('not_found')
  try {
    const content = await indexationNoticePdf(ctx.app.pdf, await noticeOf(ctx, run, contract, item))
    return { name: nameOf(contract), content }
  } catch (error) {
    if (error instanceof PdfUnavailable) refuse('pdf_unavailable')
    throw error
  }
}

/** A machine that cannot print holds the amendments up by nothing; the letter can be made later. */
export async function keptLetter(
  ctx: Context,
  run: AmendmentRun,
  contract: Contract,
  item: AmendmentItem,
): Promise<string | null> {
  if (!ctx.app.pdf.available()) return null
  const bytes = await indexationNoticePdf(ctx.app.pdf, await noticeOf(ctx, run, contract, item))
  return (await keepFile(ctx, { name: nameOf(contract), mediaType: 'application/pdf', bytes })).id
}

const nameOf = ({ number }: Contract): string => `waloryzacja-${number.replaceAll('/', '-')}.pdf`

async function noticeOf(
  ctx: Context,
  run: AmendmentRun,
  contract: Contract,
  { facts, versionNumber }: AmendmentItem,
): Promise<IndexationNotice> {
  const version = versionNumber
    ? await versionOf(ctx, contract.id, versionNumber)
    : await termsOfContractAt(ctx, contract.id, run.validFrom)
  const index = facts.index!
  return {
    contractNumber: contract.number,
    madeOn: today(ctx).toString(),
    tenant: footerOf(await companyOf(ctx)),
    validFrom: longDate('pl', run.validFrom),
    percent: percent('pl', facts.changeBp ?? 0),
    index: {
      name: termValues.pl[index.key] ?? index.key,
      period: `${index.year} rok`,
      value: decimal('pl', index.value ?? '', 1),
    },
    ...(facts.limit === 'cap' && facts.capBp !== undefined && { limitApplied: percent('pl', facts.capBp) }),
    prices: facts.changes.map((change) => ({
      name: nameOfPrice(version?.terms, change),
      oldPrice: zlotys(change.before),
      newPrice: zlotys(change.after),
    })),
  }
}

const zlotys = (value: string): string => `${price('pl', value)}${nb}zł`

/** "Zgłoszenia: cena", "Dojazd, strefa A: za przyjazd": the rule and the place of the price in it. */
function nameOfPrice(terms: Terms | undefined, { itemId, path }: { itemId: string; path: string }): string {
  const item = terms?.priceList.items.find(({ id }) => id === itemId)
  const parts = path.split('.').filter((part) => !/^\d+$/.test(part))
  const own = item ? (item.name ?? priceItemName('pl', item.kind)) : itemId
  const field = parts.map((part) => termNames.pl[part] ?? part).join(', ')
  return `${own.charAt(0).toLocaleUpperCase('pl')}${own.slice(1)}: ${field}`
}

function footerOf(company: Company): IndexationNotice['tenant'] {
  const { name, addressLine1, addressLine2, nip, registerSentence } = company
  const address = [addressLine1, addressLine2].filter(Boolean).join(', ')
  const parts = [name, address, nip && `NIP${nb}${spacedNip(nip)}`, registerSentence]
  return { name, footer: parts.filter(Boolean).join(', ') }
}
