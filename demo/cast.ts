/**
 * The cast: one invented service company, its people and its clients. The same cast plays
 * in the demo, in tests and in journeys. Numbers pass their check digits and belong to nobody
 * we know of.
 */
import type { App } from '#server/plumbing/app.ts'
import type { Actor, Role } from '#server/plumbing/context.ts'
import { createCompany, hashPassword, identityFor, wearHat } from '#server/accounts/public.ts'

export type StaffActor = Extract<Actor, { kind: 'staff' }>
export type CastName = 'marta' | 'ola' | 'piotr' | 'kuba' | 'tomek' | 'basia' | 'ewa'

export const company = {
  name: 'Żuraw Serwis Sp. z o.o.',
  nip: '5830210048',
  addressLine1: 'ul. Portowa 12',
  addressLine2: '80-001 Gdańsk',
  email: 'biuro@zuraw.example',
  phone: '58 300 14 00',
  bankAccount: '86109010980000000141200345',
  bankName: 'Bank Morski',
  registerSentence:
    'wpisana do rejestru przedsiębiorców prowadzonego przez Sąd Rejonowy Gdańsk-Północ w Gdańsku, KRS 0000712345, kapitał zakładowy 50 000,00 zł',
  representation: 'Marta Zielińska – prezes zarządu',
}

export const people: { key: CastName; name: string; email: string; phone: string; role: Role }[] = [
  {
    key: 'marta',
    name: 'Marta Zielińska',
    email: 'marta@zuraw.example',
    phone: '58 300 14 01',
    role: 'owner',
  },
  {
    key: 'ola',
    name: 'Ola Sadowska',
    email: 'ola@zuraw.example',
    phone: '58 300 14 22',
    role: 'accountManager',
  },
  {
    key: 'piotr',
    name: 'Piotr Wójcik',
    email: 'piotr@zuraw.example',
    phone: '58 300 14 23',
    role: 'technician',
  },
  {
    key: 'kuba',
    name: 'Kuba Szymański',
    email: 'kuba@zuraw.example',
    phone: '58 300 14 24',
    role: 'technician',
  },
  {
    key: 'tomek',
    name: 'Tomek Dąbrowski',
    email: 'tomek@zuraw.example',
    phone: '58 300 14 25',
    role: 'technician',
  },
  {
    key: 'basia',
    name: 'Basia Nowak',
    email: 'basia@zuraw.example',
    phone: '58 300 14 26',
    role: 'technician',
  },
  { key: 'ewa', name: 'Ewa Lisowska', email: 'ewa@zuraw.example', phone: '58 300 14 27', role: 'billing' },
]

export const castPassword = 'zurawie-lataja'

export type Who = { tenantId: string; actor: StaffActor }
export type Cast = { tenantId: string; slug: string } & Record<CastName, Who>

/** Puts the company and its people on the stage; everybody has joined and can sign in. */
export async function setCast(
  stage: { app: App },
  options: {
    kind?: 'live' | 'sandbox' | 'demo'
    clockNow?: Temporal.Instant
    password?: string
    domain?: string
  } = {},
): Promise<Cast> {
  const { app } = stage
  // A company more on the same stage has people with addresses of their own.
  const { domain = 'zuraw.example' } = options
  const staff = people.map((person) => ({ ...person, email: `${person.key}@${domain}` }))
  const passwordHash = await hashPassword(options.password ?? castPassword)
  return app.db.inSystem(async (tx) => {
    const now = (options.clockNow ?? app.clock()).toString()
    const identities = new Map<CastName, string>()
    for (const person of staff) {
      const identity = await identityFor(tx, {
        email: person.email,
        name: person.name,
        language: 'pl',
        now,
        newId: app.newId,
      })
      await tx
        .updateTable('identity.identities')
        .set({ passwordHash, confirmedAt: now })
        .where('id', '=', identity.id)
        .execute()
      identities.set(person.key, identity.id)
    }
    const [owner] = staff
    const made = await createCompany(
      app,
      tx,
      {
        name: company.name,
        nip: company.nip,
        trade: 'it',
        kind: options.kind ?? 'live',
        language: 'pl',
        clockNow: options.clockNow,
      },
      { identityId: identities.get('marta')!, name: owner!.name, email: owner!.email },
    )
    const { name: _name, nip: _nip, ...data } = company
    await tx.updateTable('tenants').set(data).where('tenantId', '=', made.tenantId).execute()
    const cast: Partial<Record<CastName, Who>> = {}
    for (const { key, name, email, phone, role } of staff) {
      const identityId = identities.get(key)!
      const id = key === 'marta' ? made.staffId : app.newId()
      if (key !== 'marta') {
        await tx
          .insertInto('staff')
          .values({ tenantId: made.tenantId, id, identityId, name, email, phone, role, joinedAt: now })
          .execute()
        await wearHat(tx, identityId, { tenantId: made.tenantId, kind: 'staff', subjectId: id })
      }
      cast[key] = { tenantId: made.tenantId, actor: { kind: 'staff', id, name, email, role, identityId } }
    }
    return { tenantId: made.tenantId, slug: made.slug, ...(cast as Record<CastName, Who>) }
  })
}
