/**
 * Who should know that a package is running out hears it once: at four fifths and when it is
 * used up, or where the price list says. Work arms a watch of its contract; a moment
 * later the package is looked at, so ten entries in a row are one look.
 */
import { packageLeft, type PackageLeft } from '#engines/pricing/package-left.ts'
import { managerOnDuty, staffMember } from '#server/accounts/public.ts'
import { clientOf, contractOf, termsOfContractAt, type Contract } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { sendMail } from '#server/plumbing/mail/mail-out.ts'
import { arm, type Timer } from '#server/plumbing/timers.ts'
import { packageAlertEn } from '#words/package-alert.en.ts'
import { packageAlertPl } from '#words/package-alert.pl.ts'
import { notify } from './notices.ts'
import { monthNow, stocksOf, type StockLeft } from './price-now.ts'

const sharesBp = [8000, 10_000] as const
const waitMinutes = 2

export const packageWatch = 'package_watch'

export type PackageAlert = { itemId: string; lot: string; shareBp: number; at: string }

/** A watch that is armed already stays where it is: whatever comes until then is seen by it. */
export async function watchPackages(ctx: Context, contractId: string | null): Promise<void> {
  if (!contractId) return
  const armed = await ctx.tx
    .selectFrom('timers')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('what', '=', packageWatch)
    .where('subjectId', '=', contractId)
    .executeTakeFirst()
  if (armed) return
  await arm(ctx, { what: packageWatch, subjectId: contractId, at: ctx.now.add({ minutes: waitMinutes }) })
}

export async function lookAtPackages(ctx: Context, timer: Timer): Promise<void> {
  const contract = await contractOf(ctx, timer.subjectId)
  if (!contract) return
  const now = await monthNow(ctx, contract.id, ctx.now)
  if (!now) return
  const month = now.month.from.slice(0, 7)
  const on = ctx.now.toZonedDateTimeISO(ctx.tenant.timezone).toPlainDate().toString()
  const packages = packageLeft(now.input).map((one) => ofPackage(one, month))
  for (const one of [...packages, ...stocksOf(now.inputAsLast, on).map(ofStock)]) {
    const reached = one.sharesBp.filter((shareBp) => usedBp(one) >= shareBp)
    const fresh = await noteFresh(ctx, contract.id, one, reached)
    if (fresh.length > 0) await tell(ctx, contract, one, Math.max(...fresh))
  }
}

/** How much is granted and left, in whatever it is counted. */
type Measured = {
  itemId: string
  lot: string
  unit: string
  granted: number
  left: number
  sharesBp: number[]
}

function ofPackage(one: PackageLeft, month: string): Measured {
  const common = { itemId: one.itemId, lot: month, sharesBp: [...sharesBp] }
  if (one.kind === 'tickets') return { ...common, unit: 'ticket', granted: one.included, left: one.left }
  return { ...common, unit: 'minute', granted: one.includedMinutes, left: one.leftMinutes }
}

function ofStock({ pool, unit, granted, left, until, alertAtBp }: StockLeft): Measured {
  return {
    itemId: pool,
    lot: until,
    unit: unit === 'hour' ? 'minute' : unit,
    granted: Number(granted),
    left: Number(left),
    sharesBp: alertAtBp === null ? [...sharesBp] : [10_000 - alertAtBp, 10_000],
  }
}

export async function alertsOf(ctx: Context, contractId: string): Promise<PackageAlert[]> {
  return ctx.tx
    .selectFrom('packageAlerts')
    .select(['itemId', 'lot', 'shareBp', 'at'])
    .where('tenantId', '=', ctx.tenantId)
    .where('contractId', '=', contractId)
    .orderBy('at', 'desc')
    .limit(20)
    .execute()
}

const usedBp = ({ granted, left }: Measured): number =>
  granted <= 0 ? 0 : Math.floor(((granted - left) * 10_000) / granted)

/** Those that nobody was told of; the row is the promise that it is said once. */
async function noteFresh(
  ctx: Context,
  contractId: string,
  { itemId, lot }: Measured,
  shares: readonly number[],
): Promise<number[]> {
  if (shares.length === 0) return []
  const rows = shares.map((shareBp) => ({
    tenantId: ctx.tenantId,
    contractId,
    itemId,
    lot,
    shareBp,
    at: ctx.now.toString(),
  }))
  const added = await ctx.tx
    .insertInto('packageAlerts')
    .values(rows)
    .onConflict((c) => c.columns(['tenantId', 'contractId', 'itemId', 'lot', 'shareBp']).doNothing())
    .returning('shareBp')
    .execute()
  return added.map(({ shareBp }) => shareBp)
}

async function tell(
  ctx: Context,
  contract: Contract,
  { itemId, lot, granted, left, unit }: Measured,
  shareBp: number,
): Promise<void> {
  const client = await clientOf(ctx, contract.clientId)
  const about = { client: client?.name ?? '', number: contract.number, unit, granted, left }
  const words = ctx.tenant.language === 'en' ? packageAlertEn : packageAlertPl
  const facts = { ...about, contractId: contract.id, itemId, shareBp, lot }
  for (const staffId of await whoHears(ctx, contract)) {
    const shown = { ...facts, name: about.client, subject: words.short(about) }
    await notify(ctx, staffId, { kind: 'package_low', facts: shown })
    await mailAlert(ctx, staffId, contract.id, words.mail(about))
  }
  await recordEvent(ctx, 'package_low', { kind: 'contract', id: contract.id }, facts)
}

async function whoHears(ctx: Context, contract: Contract): Promise<string[]> {
  const version = await termsOfContractAt(ctx, contract.id, ctx.now)
  const manager = version?.terms.accountManagerId
  const person = manager ? await staffMember(ctx, manager) : undefined
  return [person && !person.leftAt ? person.id : (await managerOnDuty(ctx)).id]
}

async function mailAlert(
  ctx: Context,
  staffId: string,
  contractId: string,
  { subject, lines }: { subject: string; lines: string[] },
): Promise<void> {
  const person = await staffMember(ctx, staffId)
  if (!person || person.leftAt) return
  const link = `${ctx.app.settings.publicUrl}/contracts/${contractId}/meters`
  await sendMail(ctx, {
    kind: 'package_low',
    to: [{ address: person.email, name: person.name }],
    subject,
    text: `${[...lines, link].join('\n\n')}\n`,
    subjectKind: 'contract',
    subjectId: contractId,
  })
}
