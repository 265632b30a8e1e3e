/**
 * A definite term goes on in two ways: a person renews it, or the contract says that it goes on by
 * itself unless somebody says no in time. Two weeks before that day both sides are
 * reminded; the day after it, the system renews. Who said no is a row, and so is every renewal.
 */
import { staffMember, managerOnDuty } from '#server/accounts/public.ts'
import { mayOnly, today, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { sendMail } from '#server/plumbing/mail/mail-out.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { armAll, disarm, type Timer } from '#server/plumbing/timers.ts'
import { contractLifeWords } from './room-words.ts'
import { clientOf } from './client-store.ts'
import { contractOf, type Contract } from './contract-store.ts'
import { mayKeepContracts, refuseUnless } from './draft-contract.ts'
import { renewalOf } from './notice-period.ts'
import { termsOfContractAt } from './terms-in-force.ts'
import { setContract } from './version-store.ts'

export const renewalTimer = 'contract_renewal'
const remindDaysBefore = 14

export async function renewContract(
  ctx: Context,
  contractId: string,
  given: { version: number; validTo: string; reason?: string },
): Promise<Contract> {
  mayOnly(ctx, ...mayKeepContracts)
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  if (contract.version !== given.version) refuse('changed_meanwhile', { now: contract })
  await refuseUnless(ctx, contract, 'renew')
  if (given.validTo <= contract.validTo!)
    refuse('renewal_too_short', { validTo: contract.validTo }, 'validTo')
  return extend(ctx, contract, given.validTo, given.reason?.trim() ?? '')
}

/** One side said in time that the contract shall not go on. */
export async function declineRenewal(
  ctx: Context,
  contractId: string,
  given: { version: number; reason: string },
): Promise<Contract> {
  mayOnly(ctx, ...mayKeepContracts)
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  if (contract.version !== given.version) refuse('changed_meanwhile', { now: contract })
  await refuseUnless(ctx, contract, 'declineRenewal')
  const renewal = await renewalNow(ctx, contract)
  if (!renewal) refuse('contract_has_no_renewal', { number: contract.number })
  if (given.reason.trim() === '') refuse('reason_missing', {}, 'reason')
  await insertRenewal(ctx, contract, { kind: 'declined', lastDayAfter: null, reason: given.reason.trim() })
  await setContract(ctx, contractId, {})
  await armRenewal(ctx, contractId)
  await recordEvent(
    ctx,
    'contract_renewal_declined',
    { kind: 'contract', id: contractId },
    { number: contract.number, lastDay: contract.validTo, reason: given.reason.trim() },
  )
  await announce(ctx, 'contract', { id: contractId, clientId: contract.clientId })
  return (await contractOf(ctx, contractId))!
}

/** What the terms in force say about going on; nothing where the contract is indefinite, ends or was declined. */
export async function renewalNow(ctx: Context, contract: Contract) {
  if (contract.validTo === null || contract.endedOn !== null || contract.activatedAt === null)
    return undefined
  const day = today(ctx).toString()
  const version = await termsOfContractAt(
    ctx,
    contract.id,
    day < contract.validFrom ? contract.validFrom : day,
  )
  const renewal = version && renewalOf(contract.validTo, version.terms.term)
  return renewal && !(await isDeclined(ctx, contract)) ? renewal : undefined
}

/** Armed anew whenever the end or the terms change; what no longer holds is disarmed. */
export async function armRenewal(ctx: Context, contractId: string): Promise<void> {
  await disarm(ctx, renewalTimer, contractId)
  const contract = await contractOf(ctx, contractId)
  const renewal = contract && (await renewalNow(ctx, contract))
  if (!renewal) return
  const at = (day: Temporal.PlainDate, hour: number) =>
    day.toZonedDateTime({ timeZone: ctx.tenant.timezone, plainTime: { hour } }).toInstant()
  const decideBy = Temporal.PlainDate.from(renewal.decideBy)
  const remindAt = at(decideBy.subtract({ days: remindDaysBefore }), 8)
  await armAll(ctx, [
    { what: renewalTimer, subjectId: contractId, key: 'renew', at: at(decideBy.add({ days: 1 }), 0) },
    ...(Temporal.Instant.compare(remindAt, ctx.now) > 0
      ? [{ what: renewalTimer, subjectId: contractId, key: 'remind', at: remindAt }]
      : []),
  ])
}

export async function renewByItself(ctx: Context, timer: Timer): Promise<void> {
  const contract = await contractOf(ctx, timer.subjectId)
  const renewal = contract && (await renewalNow(ctx, contract))
  if (!contract || !renewal) return
  if (timer.key === 'remind') return remind(ctx, contract, renewal)
  if (today(ctx).toString() <= renewal.decideBy) return armRenewal(ctx, contract.id)
  await extend(ctx, contract, renewal.nextLastDay, '')
}

async function extend(ctx: Context, contract: Contract, validTo: string, reason: string): Promise<Contract> {
  await insertRenewal(ctx, contract, { kind: 'renewed', lastDayAfter: validTo, reason })
  await setContract(ctx, contract.id, { validTo })
  await ctx.tx
    .updateTable('contractVersions')
    .set({ validTo })
    .where('tenantId', '=', ctx.tenantId)
    .where('contractId', '=', contract.id)
    .where('validTo', '=', contract.validTo)
    .execute()
  await armRenewal(ctx, contract.id)
  await recordEvent(
    ctx,
    'contract_renewed',
    { kind: 'contract', id: contract.id },
    { number: contract.number, from: contract.validTo, to: validTo, reason },
  )
  await announce(ctx, 'contract', { id: contract.id, clientId: contract.clientId })
  return (await contractOf(ctx, contract.id))!
}

async function insertRenewal(
  ctx: Context,
  contract: Contract,
  row: { kind: 'renewed' | 'declined'; lastDayAfter: string | null; reason: string },
): Promise<void> {
  await ctx.tx
    .insertInto('contractRenewals')
    .values({
      tenantId: ctx.tenantId,
      id: ctx.newId(),
      contractId: contract.id,
      lastDayBefore: contract.validTo!,
      recordedAt: ctx.now.toString(),
      recordedBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      ...row,
    })
    .execute()
}

async function isDeclined(ctx: Context, contract: Contract): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('contractRenewals')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('contractId', '=', contract.id)
    .where('kind', '=', 'declined')
    .where('lastDayBefore', '=', contract.validTo)
    .executeTakeFirst()
  return row !== undefined
}

/** The client as the contract promises, and whoever looks after it. */
async function remind(
  ctx: Context,
  contract: Contract,
  renewal: { decideBy: string; nextLastDay: string },
): Promise<void> {
  const client = await clientOf(ctx, contract.clientId)
  const version = await termsOfContractAt(ctx, contract.id, today(ctx).toString())
  const manager = version && (await staffMember(ctx, version.terms.accountManagerId))
  const staff = manager && !manager.leftAt ? manager : await managerOnDuty(ctx)
  const facts = {
    number: contract.number,
    client: client?.name ?? '',
    lastDay: contract.validTo!,
    ...renewal,
  }
  const words = contractLifeWords(ctx.tenant.language)
  const mail = { kind: 'contract_renewal', subjectKind: 'contract', subjectId: contract.id }
  if (client?.email)
    await sendMail(ctx, {
      ...mail,
      to: [{ address: client.email, name: client.name }],
      ...words.mails.renewsSoon({ ...facts, company: ctx.tenant.name }),
    })
  await sendMail(ctx, {
    ...mail,
    to: [{ address: staff.email, name: staff.name }],
    ...words.mails.renewsSoonStaff(facts),
  })
}
