/**
 * A new company with Polish defaults: calendars closed on public holidays, four
 * priorities with the times of its trade, VAT 23 %, its own invoice series, and the
 * person who signed up as owner. Everything in one transaction.
 */
import { randomBytes } from 'node:crypto'
import type { App } from '#server/plumbing/app.ts'
import type { Tx } from '#server/plumbing/db/database.ts'
import { wearHat } from './identity-store.ts'
import { calendarPresets, levelPresets, type CalendarKey, type Trade } from '#engines/presets/trades.ts'

export type NewCompany = {
  name: string
  nip?: string | null
  trade: Trade
  kind: 'live' | 'sandbox' | 'demo'
  language: 'pl' | 'en'
  clockNow?: Temporal.Instant
  slug?: string
}
export type Owner = { identityId: string; name: string; email: string }

export async function createCompany(
  app: App,
  tx: Tx,
  company: NewCompany,
  owner: Owner,
): Promise<{ tenantId: string; staffId: string; slug: string }> {
  const now = app.clock().toString()
  const tenantId = app.newId()
  const staffId = app.newId()
  const slug = await freeSlug(tx, company.slug ?? company.name)
  const calendarIds = Object.fromEntries(
    Object.keys(calendarPresets).map((key) => [key, app.newId()]),
  ) as Record<CalendarKey, string>
  await tx.insertInto('tenantSlugs').values({ slug, tenantId }).execute()
  await tx
    .insertInto('tenants')
    .values({
      tenantId,
      slug,
      name: company.name,
      kind: company.kind,
      nip: company.nip ?? null,
      email: owner.email,
      trade: company.trade,
      language: company.language,
      priorities: JSON.stringify(
        levelPresets[company.trade].map(({ calendar, ...level }) => ({
          ...level,
          calendarId: calendarIds[calendar],
        })),
      ),
      intakeSecret: randomBytes(18).toString('base64url'),
      clockNow: company.clockNow?.toString() ?? null,
      createdAt: now,
    })
    .execute()
  await tx
    .insertInto('workCalendars')
    .values(
      Object.entries(calendarPresets).map(([key, preset]) => ({
        tenantId,
        id: calendarIds[key as CalendarKey],
        name: preset.name,
        calendar: JSON.stringify(preset.calendar),
        isDefault: key === 'office',
      })),
    )
    .execute()
  await tx
    .insertInto('staff')
    .values({
      tenantId,
      id: staffId,
      identityId: owner.identityId,
      name: owner.name,
      email: owner.email,
      role: 'owner',
      joinedAt: now,
    })
    .execute()
  await wearHat(tx, owner.identityId, { tenantId, kind: 'staff', subjectId: staffId })
  return { tenantId, staffId, slug }
}

/** "Żuraw Serwis Sp. z o.o." → zuraw-serwis; a number follows where the name is taken. */
async function freeSlug(tx: Tx, name: string): Promise<string> {
  const base = slugOf(name)
  const taken = await tx.selectFrom('tenantSlugs').select('slug').where('slug', 'like', `${base}%`).execute()
  const names = new Set(taken.map((row) => row.slug))
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`
    if (!names.has(slug)) return slug
  }
}

export function slugOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\b(sp\.? ?z ?o\.? ?o\.?|s\.?a\.?|sp\.? ?[jkp]\.?)(?=\s|$)/g, ' ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  return plain || 'firma'
}
