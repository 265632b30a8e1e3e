/**
 * The stage of billing's tests: the bakery's November as the story tells it. 1 200,00 zł a
 * month with ten tickets, then 85,00 zł each; thirteen tickets that count and a duplicate merged
 * into one of them. 1 200,00 + 3 × 85,00 = 1 455,00 net, 1 789,65 gross.
 */
import { addClient, addContact, clientOf, type Client, type Contract } from '#server/contracts/public.ts'
import { mergeTickets, reportTicket } from '#server/desk/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { issueProposal } from '#server/billing/issue-invoices.ts'
import { invoiceOf, type Invoice } from '#server/billing/public.ts'
import { periodOf } from '#server/billing/periods.ts'
import { proposeBilling } from '#server/billing/propose-billing.ts'
import { proposalsOf } from '#server/billing/proposal-store.ts'
import { proposalView, type ProposalView } from '#server/billing/proposal-view.ts'
import { contractOfBakery, setDesk, type Desk } from './desk-stage.ts'
import { openStage, scene, warsaw } from './scene.ts'

export type Story = {
  ctx: Context
  client: Client
  contract: Contract
  tickets: string[]
  duplicate: string
  by: By
}
type By = (who: 'marta' | 'ola' | 'ewa' | 'piotr', at: string) => Context

export const november = periodOf('2026-11')

/** Opened once in each test file; each scene begins on 1 December 2026 at 9:00, and is rolled back. */
export function billingStage() {
  const stage = openStage()
  let opened: Promise<Desk> | undefined
  const desk = () => (opened ??= stage().then(setDesk))
  return async <T>(deed: (story: Story) => Promise<T>, at = '2026-12-01T09:00'): Promise<T> => {
    const { stage: running, cast } = await desk()
    return scene(running, cast.ewa, at, async (ctx) => {
      const by: By = (who, moment) => ({ ...ctx, actor: cast[who].actor, now: warsaw(moment) })
      return deed({ ctx, by, ...(await bakeryMonth(by, cast)) })
    })
  }
}

async function bakeryMonth(by: By, cast: Desk['cast']): Promise<Omit<Story, 'ctx' | 'by'>> {
  const ola = by('ola', '2026-10-01T09:00')
  const client = await addClient(ola, {
    name: 'Piekarnia Złoty Kłos sp. j.',
    nip: '9570114018',
    addressLine1: 'ul. Młyńska 4',
    addressLine2: '80-237 Gdańsk',
    email: 'biuro@piekarnia.example',
    invoiceEmail: 'faktury@piekarnia.example',
  })
  const jan = await addContact(ola, client.id, { name: 'Jan Młynarczyk', email: 'jan@piekarnia.example' })
  const contract = await contractOfBakery(ola, client, cast, [jan.id], (terms) => ({
    ...terms,
    billing: { ...terms.billing, paymentDays: 14 },
    priceList: {
      currency: 'PLN',
      vat: '23',
      items: [
        { id: 'fee', kind: 'flatFee', feePrice: '1200.00', timing: 'arrears' },
        {
          id: 'tickets',
          kind: 'perTicket',
          included: 10,
          unitPrice: '85.00',
          countedBy: 'reportedAt',
          excludes: ['cancelled', 'merged', 'ourFault', 'warranty'],
          prorateIncluded: 'up',
        },
      ],
    },
  }))
  const tickets: string[] = []
  for (let day = 2; day <= 15; day++)
    tickets.push(
      await reported(
        by('ola', `2026-11-${String(day).padStart(2, '0')}T10:00`),
        client.id,
        `Zgłoszenie z ${day} listopada`,
      ),
    )
  const duplicate = tickets.pop()!
  await mergeTickets(by('ola', '2026-11-15T11:00'), duplicate, tickets[12]!)
  return { client: (await clientOf(ola, client.id))!, contract, tickets, duplicate }
}

export async function reported(ctx: Context, clientId: string, subject: string): Promise<string> {
  return (
    await reportTicket(ctx, {
      source: 'manual',
      clientId,
      subject,
      description: 'Opis.',
      priority: 'normal',
      senderIsTrusted: true,
    })
  ).id
}

/** Builds the proposals of a month and answers with the story client's. */
export async function proposed(ctx: Context, clientId: string, month = '2026-11'): Promise<ProposalView> {
  await proposeBilling(ctx, periodOf(month))
  const own = (await proposalsOf(ctx, periodOf(month))).find((one) => one.clientId === clientId)
  return proposalView(ctx, own!.id)
}

export async function issued(ctx: Context, proposalId: string): Promise<Invoice> {
  const by = ctx.actor.kind === 'staff' ? ctx.actor.id : ctx.tenantId
  return (await invoiceOf(ctx, await issueProposal(ctx, proposalId, by)))!
}
