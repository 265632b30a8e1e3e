/**
 * The table of indices: what is known by itself and what the company entered or corrected; the
 * company's figure goes first. An index is written as it is announced: 103.6 is 3.6 % more.
 */
import { knownIndexFigures } from '#engines/presets/index-figures.ts'
import { compare, dec, parseDecimal, toText } from '#engines/base/decimal.ts'
import type { IndexKey } from '#engines/pricing/index-price-list.ts'
import { mayOnly, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'

export type IndexRow = {
  index: IndexKey
  year: number
  value: string
  source: string
  announcedOn: string | null
  /** Entered by the company; 0 is a figure that is known by itself. */
  version: number
}

/** The newest year first. */
export async function indexFiguresOf(ctx: Context): Promise<IndexRow[]> {
  const own = (await ctx.tx
    .selectFrom('indexFigures')
    .select(['indexKey as index', 'year', 'value', 'source', 'announcedOn', 'version'])
    .where('tenantId', '=', ctx.tenantId)
    .execute()) as IndexRow[]
  const known = knownIndexFigures
    .filter(({ index, year }) => !own.some((row) => row.index === index && row.year === year))
    .map((figure) => ({ ...figure, announcedOn: null, version: 0 }))
  return [...own, ...known].sort((a, b) => b.year - a.year || (a.index < b.index ? -1 : 1))
}

export async function enterIndexFigure(
  ctx: Context,
  index: IndexKey,
  year: number,
  given: { value: string; source: string; announcedOn?: string | null; version: number },
): Promise<IndexRow> {
  mayOnly(ctx, 'owner', 'manager')
  const value = indexValue(given.value)
  const before = (await indexFiguresOf(ctx)).find((row) => row.index === index && row.year === year)
  if ((before?.version ?? 0) !== given.version) refuse('changed_meanwhile', { now: before })
  const row = {
    value,
    source: given.source.trim(),
    announcedOn: given.announcedOn ?? null,
    recordedAt: ctx.now.toString(),
    recordedBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    version: given.version + 1,
  }
  await ctx.tx
    .insertInto('indexFigures')
    .values({ tenantId: ctx.tenantId, indexKey: index, year, ...row })
    .onConflict((c) => c.columns(['tenantId', 'indexKey', 'year']).doUpdateSet(row))
    .execute()
  await recordEvent(
    ctx,
    'index_figure_entered',
    { kind: 'tenant', id: ctx.tenantId },
    { index, year, value, before: before?.value },
  )
  await announce(ctx, 'indexation', { id: `${index}-${year}`, staffOnly: true })
  return (await indexFiguresOf(ctx)).find((one) => one.index === index && one.year === year)!
}

/** Between a half and the double: a percentage typed instead of an index is caught. */
function indexValue(text: string): string {
  const read = parseDecimal(text.replace(/\s*%$/, ''))
  if ('problem' in read) refuse('index_figure_invalid', { text }, 'value')
  if (compare(read.value, dec(50)) < 0 || compare(read.value, dec(200)) > 0)
    refuse('index_figure_invalid', { text }, 'value')
  return toText(read.value, 1)
}
