/**
 * What is left of a contract's packages this month, and what the next ticket will cost: the
 * answer before anybody reports. The same engine that will price the month is asked.
 */
import { packageLeft, type PackageLeft } from '#engines/pricing/package-left.ts'
import { lastDayOf, versionsOfContract, type Contract } from '#server/contracts/public.ts'
import { workOfContract } from '#server/desk/public.ts'
import { today, type Context } from '#server/plumbing/context.ts'

export type PackageNow = { month: string; packages: PackageLeft[] }

export async function packageNow(ctx: Context, contract: Contract): Promise<PackageNow> {
  const month = today(ctx).toPlainYearMonth()
  const period = {
    from: month.toPlainDate({ day: 1 }).toString(),
    to: month.toPlainDate({ day: month.daysInMonth }).toString(),
  }
  const versions = await versionsOfContract(ctx, contract.id)
  const packages = packageLeft({
    period,
    fullPeriod: period,
    contract: { from: contract.validFrom, to: lastDayOf(contract) ?? undefined },
    versions: versions.map(({ validFrom, validTo, terms }) => ({
      validFrom,
      validTo: validTo ?? undefined,
      priceList: terms.priceList,
    })),
    work: await workOfContract(ctx, contract.id, period),
    timezone: ctx.tenant.timezone,
  })
  return { month: month.toString(), packages }
}
