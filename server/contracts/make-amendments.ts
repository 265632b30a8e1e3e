/**
 * Amendments in bulk, made: each contract in a transaction of its own, so that one that cannot be
 * amended is listed and the rest goes on, and a run that was cut goes on where it stopped. Examples of
 * the contract are executed anew with the new prices, since they are part of the terms. Of
 * an indexation the client gets the letter that the contract asks for.
 */
import { indexPriceList } from '#engines/pricing/index-price-list.ts'
import type { App } from '#server/plumbing/app.ts'
import { asSystem, mayOnly, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { enqueue, type JobData } from '#server/plumbing/jobs/jobs.ts'
import { announce } from '#server/plumbing/live.ts'
import { sendMail } from '#server/plumbing/mail/mail-out.ts'
import { Refusal, refuse } from '#server/plumbing/refusal.ts'
import { activateVersion } from './activate-contract.ts'
import { amendContract } from './amend-contract.ts'
import {
  blocking,
  itemsOfRun,
  runOf,
  setItem,
  setRun,
  type AmendmentItem,
  type AmendmentRun,
} from './amendment-run-store.ts'
import { clientOf } from './client-store.ts'
import { contractOf, type Contract } from './contract-store.ts'
import { writeTerms } from './draft-contract.ts'
import { keptLetter } from './indexation-letter.ts'
import { mergePriceList } from './merge-price-list.ts'
import { mayAmendInBulk } from './propose-amendments.ts'
import { priceListOf } from './price-lists.ts'
import { contractLifeWords } from './room-words.ts'
import type { Terms } from './terms.ts'
import { setVersion } from './version-store.ts'
import { executedExamples } from './worked-examples.ts'

/** A person takes contracts in or out; what cannot be made stays out. */
export async function chooseItems(
  ctx: Context,
  runId: string,
  given: { itemIds: string[]; isChosen: boolean },
): Promise<void> {
  mayOnly(ctx, ...mayAmendInBulk)
  const run = (await runOf(ctx, runId)) ?? refuse('not_found')
  if (run.startedAt) refuse('indexation_made')
  for (const item of await itemsOfRun(ctx, runId)) {
    if (!given.itemIds.includes(item.id)) continue
    if (item.problem && blocking.includes(item.problem)) continue
    await setItem(ctx, item.id, { isChosen: given.isChosen })
  }
  await announce(ctx, 'indexation', { id: runId, staffOnly: true })
}

export async function makeAmendments(
  ctx: Context,
  runId: string,
  given: { sendsLetters: boolean },
): Promise<void> {
  mayOnly(ctx, ...mayAmendInBulk)
  const run = (await runOf(ctx, runId)) ?? refuse('not_found')
  if (run.endedAt) refuse('indexation_made')
  const startedBy = ctx.actor.kind === 'staff' ? ctx.actor.id : null
  // Again after failures: those that were made stay made.
  await setRun(ctx, runId, { startedAt: ctx.now.toString(), startedBy, sendsLetters: given.sendsLetters })
  await ctx.tx
    .updateTable('amendmentItems')
    .set({ failure: null })
    .where('tenantId', '=', ctx.tenantId)
    .where('runId', '=', runId)
    .execute()
  await enqueue(ctx, 'make_amendments', { runId })
  await recordEvent(
    ctx,
    'amendments_ordered',
    { kind: 'amendmentRun', id: runId },
    { kind: run.kind, validFrom: run.validFrom },
  )
  await announce(ctx, 'indexation', { id: runId, staffOnly: true })
}

export async function makeAmendmentsJob(app: App, { tenantId, runId }: JobData): Promise<void> {
  const within = <T>(deed: (ctx: Context) => Promise<T>) => asSystem(app, tenantId, 'make_amendments', deed)
  const id = String(runId)
  for (;;) {
    const next = await within(async (ctx) => (await itemsOfRun(ctx, id)).find(isWaiting))
    if (!next) break
    try {
      await within((ctx) => makeItem(ctx, id, next))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const failure = JSON.stringify({ code: error.code, facts: error.facts })
      await within((ctx) => setItem(ctx, next.id, { failure }))
    }
  }
  await within(async (ctx) => {
    const items = await itemsOfRun(ctx, id)
    if (items.every(({ failure }) => failure === null)) await setRun(ctx, id, { endedAt: ctx.now.toString() })
    await announce(ctx, 'indexation', { id, staffOnly: true })
  })
}

const isWaiting = ({ isChosen, madeAt, failure }: AmendmentItem): boolean =>
  isChosen && madeAt === null && failure === null

async function makeItem(ctx: Context, runId: string, item: AmendmentItem): Promise<void> {
  const run = (await runOf(ctx, runId))!
  const contract = (await contractOf(ctx, item.contractId))!
  const reason = contractLifeWords(ctx.tenant.language).amendmentReason(run.kind, nameOf(run))
  const draft = await amendContract(ctx, contract.id, { kind: 'amendment', validFrom: run.validFrom, reason })
  const priceList = await newPrices(ctx, run, item, draft.terms)
  await writeTerms(ctx, contract.id, draft.number, {
    version: draft.version,
    terms: withFreshExamples(ctx, { ...draft.terms, priceList }, run.validFrom),
  })
  if (run.facts.kind === 'priceList')
    await setVersion(ctx, draft.id, { priceListNumber: run.facts.priceListNumber })
  await activateVersion(ctx, contract.id, draft.number, { confirmOverlap: true })
  await setVersion(ctx, draft.id, { recordedBy: run.startedBy })
  const letterFileId = run.kind === 'indexation' ? await keptLetter(ctx, run, contract, item) : null
  if (letterFileId && run.sendsLetters) await mailLetter(ctx, run, contract, letterFileId)
  await setItem(ctx, item.id, {
    versionNumber: draft.number,
    letterFileId,
    madeAt: ctx.now.toString(),
  })
  await announce(ctx, 'indexation', { id: runId, staffOnly: true })
}

const nameOf = ({ facts }: AmendmentRun): string => (facts.kind === 'priceList' ? facts.name : '')

/** From the prices that the draft really took over, so that nothing between review and now is lost. */
async function newPrices(
  ctx: Context,
  run: AmendmentRun,
  item: AmendmentItem,
  terms: Terms,
): Promise<Terms['priceList']> {
  if (run.facts.kind === 'indexation')
    return indexPriceList(terms.priceList, item.facts.changeBp ?? 0).priceList
  const { priceListId, priceListNumber } = run.facts
  const { versions } = await priceListOf(ctx, priceListId)
  const draft = await ctx.tx
    .selectFrom('contractVersions')
    .select('priceListNumber')
    .where('tenantId', '=', ctx.tenantId)
    .where('contractId', '=', item.contractId)
    .where('isDraft', '=', true)
    .executeTakeFirstOrThrow()
  const [before, after] = [draft.priceListNumber, priceListNumber].map((number) =>
    versions.find((one) => one.number === number),
  )
  if (!before || !after) refuse('price_list_not_published')
  return mergePriceList(terms.priceList, before.priceList, after.priceList).priceList
}

/** What an example says is what the new prices make of it. */
function withFreshExamples(ctx: Context, terms: Terms, validFrom: string): Terms {
  if (!terms.examples) return terms
  const examples = executedExamples(ctx, terms, validFrom).map(
    ({ name, figures, netGrosze, actualGrosze }) => ({
      name,
      figures,
      netGrosze: actualGrosze ?? netGrosze,
    }),
  )
  return { ...terms, examples }
}

async function mailLetter(
  ctx: Context,
  run: AmendmentRun,
  contract: Contract,
  fileId: string,
): Promise<void> {
  const client = await clientOf(ctx, contract.clientId)
  if (!client?.email) return
  await sendMail(ctx, {
    kind: 'indexation_letter',
    to: [{ address: client.email, name: client.name }],
    ...contractLifeWords(ctx.tenant.language).mails.indexation({
      number: contract.number,
      validFrom: run.validFrom,
      company: ctx.tenant.name,
    }),
    attachments: [{ fileId, name: `waloryzacja-${contract.number.replaceAll('/', '-')}.pdf` }],
    subjectKind: 'contract',
    subjectId: contract.id,
  })
}
