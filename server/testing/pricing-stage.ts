/**
 * For the tests of prices over months: a client with a contract of given price rules, work on
 * given days, whole months issued one after the other.
 */
import { issueProposal } from '#server/billing/issue-invoices.ts'
import { periodOf } from '#server/billing/periods.ts'
import { proposeBilling } from '#server/billing/propose-billing.ts'
import { proposalsOf } from '#server/billing/proposal-store.ts'
import { proposalView, type ProposalView } from '#server/billing/proposal-view.ts'
import { addClient, type Client, type Contract, type Terms } from '#server/contracts/public.ts'
import { logTime, logTrip, reportTicket } from '#server/desk/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { contractOfBakery, setDesk, type Desk } from './desk-stage.ts'
import { openStage, scene, warsaw } from './scene.ts'

export type Items = Terms['priceList']['items']
export type Play = {
  /** Ewa, who bills; at any moment. */
  at: (moment: string) => Context
  contractWith: (
    items: Items,
    name?: string,
    more?: Partial<Terms>,
  ) => Promise<{ client: Client; contract: Contract }>
  /** Another contract of the same client, in force at the same time. */
  secondContract: (client: Client, items: Items) => Promise<Contract>
  /** Remote work on a ticket of this contract, whatever the matching says. */
  timeOn: (contract: Contract, client: Client, moment: string, minutes: number) => Promise<string>
  ticket: (client: Client, moment: string) => Promise<string>
  time: (client: Client, moment: string, minutes: number, place?: 'remote' | 'onSite') => Promise<string>
  trip: (client: Client, moment: string, kilometres?: string) => Promise<string>
  propose: (client: Client, month: string) => Promise<ProposalView>
  issue: (client: Client, month: string) => Promise<string>
}

/** Opened once in each test file; what a scene does is rolled back. */
export function pricingStage() {
  const stage = openStage()
  let opened: Promise<Desk> | undefined
  const desk = () => (opened ??= stage().then(setDesk))
  return async <T>(deed: (play: Play) => Promise<T>): Promise<T> => {
    const { stage: running, cast } = await desk()
    return scene(running, cast.ewa, '2026-12-01T09:00', async (ctx) => deed(playOf(ctx, cast)))
  }
}

function playOf(ctx: Context, cast: Desk['cast']): Play {
  const by = (who: 'ola' | 'ewa', moment: string): Context => ({
    ...ctx,
    actor: cast[who].actor,
    now: warsaw(moment),
  })
  const at = (moment: string) => by('ewa', moment)
  const ticket = async (client: Client, moment: string) =>
    (
      await reportTicket(by('ola', moment), {
        source: 'manual',
        clientId: client.id,
        subject: `Zgłoszenie ${moment}`,
        description: 'Opis.',
        priority: 'normal',
        senderIsTrusted: true,
      })
    ).id
  const logged = async (ticketId: string, moment: string, minutes: number, place: 'remote' | 'onSite') => {
    const startedAt = warsaw(moment)
    const endedAt = startedAt.add({ minutes }).toString()
    const work = { place, startedAt: startedAt.toString(), endedAt }
    return (await logTime({ ...by('ola', moment), now: startedAt.add({ hours: 48 }) }, ticketId, work)).id
  }
  const propose = async (client: Client, month: string) => {
    const later = at(`${Temporal.PlainYearMonth.from(month).add({ months: 1 }).toString()}-02T09:00`)
    await proposeBilling(later, periodOf(month))
    const own = (await proposalsOf(later, periodOf(month))).find((one) => one.clientId === client.id)
    return proposalView(later, own!.id)
  }
  return {
    at,
    ticket,
    propose,
    async contractWith(items, name = 'Zakład Próbny sp. z o.o.', more = {}) {
      const ola = by('ola', '2026-01-02T09:00')
      const client = await addClient(ola, {
        name,
        nip: null,
        addressLine1: 'ul. Portowa 1',
        addressLine2: '80-001 Gdańsk',
        email: 'biuro@zaklad.example',
      })
      const contract = await contractOfBakery(ola, client, cast, [], (terms) => ({
        ...terms,
        reporters: { ...terms.reporters, mode: 'all' },
        priceList: { currency: 'PLN', vat: '23', items },
        ...more,
      }))
      return { client, contract }
    },
    secondContract(client, items) {
      const change = (terms: Terms): Terms => ({
        ...terms,
        reporters: { ...terms.reporters, mode: 'all' },
        priceList: { currency: 'PLN', vat: '23', items },
      })
      return contractOfBakery(by('ola', '2026-01-02T10:00'), client, cast, [], change, true)
    },
    async timeOn(contract, client, moment, minutes) {
      const ticketId = await ticket(client, moment)
      await ctx.tx
        .updateTable('tickets')
        .set({ contractId: contract.id })
        .where('tenantId', '=', ctx.tenantId)
        .where('id', '=', ticketId)
        .execute()
      return logged(ticketId, moment, minutes, 'remote')
    },
    async time(client, moment, minutes, place = 'remote') {
      return logged(await ticket(client, moment), moment, minutes, place)
    },
    async trip(client, moment, kilometres) {
      const work = { at: warsaw(moment).toString(), ...(kilometres && { kilometres }) }
      return (await logTrip(by('ola', moment), await ticket(client, moment), work)).id
    },
    async issue(client, month) {
      const view = await propose(client, month)
      const later = at(`${Temporal.PlainYearMonth.from(month).add({ months: 1 }).toString()}-02T10:00`)
      return issueProposal(later, view.id, cast.ewa.actor.id)
    },
  }
}
