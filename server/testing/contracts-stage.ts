/**
 * For the tests of contracts: the stage, the account manager Ola, and contracts in the states
 * that the tests begin with.
 */
import { setCast, type Cast } from '#demo/cast.ts'
import { openStage, scene, warsaw } from './scene.ts'
import type { Context } from '#server/plumbing/context.ts'
import {
  activateVersion,
  addClient,
  draftContract,
  versionOf,
  type Contract,
  type Terms,
} from '#server/contracts/public.ts'

/** Opened once in each test file. */
export function contractsStage() {
  const stage = openStage()
  let cast: Promise<Cast> | undefined
  const who = async () => ((cast ??= setCast(await stage())), cast)
  const playedBy = async <T>(
    name: 'marta' | 'ola',
    at: string,
    deed: (ctx: Context, cast: Cast) => Promise<T>,
  ): Promise<T> => {
    const people = await who()
    return scene(await stage(), people[name], at, (ctx) => deed(ctx, people))
  }
  return {
    playedBy,
    asOla: <T>(deed: (ctx: Context, cast: Cast) => Promise<T>) => playedBy('ola', '2026-11-23T10:00', deed),
  }
}

export const later = (ctx: Context, at: string): Context => ({ ...ctx, now: warsaw(at) })

export async function draft(
  ctx: Context,
  dates: { validFrom?: string; validTo?: string | null } = {},
): Promise<Contract> {
  const client = await addClient(ctx, {
    name: 'Piekarnia Złoty Kłos',
    nip: null,
    email: 'biuro@zlotyklos.example',
  })
  return draftContract(ctx, { clientId: client.id, validFrom: '2026-01-01', ...dates })
}
export async function active(
  ctx: Context,
  dates: { validFrom?: string; validTo?: string | null } = {},
): Promise<Contract> {
  return activateVersion(ctx, (await draft(ctx, dates)).id, 1)
}
export const termsOf = async (ctx: Context, id: string, number = 1): Promise<Terms> =>
  (await versionOf(ctx, id, number))!.terms
export const withTicketPrice = (terms: Terms, unitPrice: string): Terms => ({
  ...terms,
  priceList: {
    ...terms.priceList,
    items: terms.priceList.items.map((item) => (item.kind === 'perTicket' ? { ...item, unitPrice } : item)),
  },
})
export const ticketPrice = (terms: Terms | undefined) =>
  terms?.priceList.items.find((item) => item.kind === 'perTicket')?.unitPrice
