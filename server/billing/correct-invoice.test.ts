/** Corrections: a line, the client's data, both valid FA(3); a wrong NIP is not corrected so. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { changeClient, clientOf } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { validateFa3 } from '#server/plumbing/xsd.ts'
import { billingStage, issued, proposed, type Story } from '#server/testing/billing-stage.ts'
import { refused } from '#server/testing/scene.ts'
import { correctInvoice } from './correct-invoice.ts'
import { deliverInvoice } from './deliver-invoice.ts'
import { invoiceOf, linesOfInvoice, type Invoice } from './invoice-store.ts'
import { invoiceXml } from './invoice-xml.ts'

const scene = billingStage()
const issuedStory = async ({ ctx, client }: Story): Promise<Invoice> =>
  issued(ctx, (await proposed(ctx, client.id)).id)
const valid = async (ctx: Context, invoice: Invoice) =>
  assert.deepEqual(await validateFa3(await invoiceXml(ctx, invoice)), { valid: true, errors: [] })

test('a line is corrected: before and after, the difference in the header, a series of its own', async () => {
  await scene(async (story) => {
    const { ctx } = story
    const original = await issuedStory(story)
    const correction = await correctInvoice(ctx, original.id, {
      reason: 'jedno zgłoszenie z gwarancji',
      withClientData: false,
      lines: [{ position: 2, quantity: '2' }],
    })
    assert.deepEqual(
      [correction.netGrosze, correction.vatGrosze, correction.grossGrosze],
      [-8_500, -1_955, -10_455],
    )
    assert.match(correction.number, /\/1\/12\/2026$/)
    assert.notEqual(correction.number, original.number)
    const lines = await linesOfInvoice(ctx, correction.id)
    assert.deepEqual(
      lines.map(({ isBefore, quantity, netGrosze }) => [isBefore, quantity, netGrosze]),
      [
        [true, '3', 25_500],
        [false, '2', 17_000],
      ],
    )
    await valid(ctx, correction)
    assert.deepEqual(await invoiceOf(ctx, original.id), original)
  })
})

test('a second correction begins where the first one ended', async () => {
  await scene(async (story) => {
    const { ctx } = story
    const original = await issuedStory(story)
    const wish = (quantity: string) => ({
      reason: 'ustalone',
      withClientData: false,
      lines: [{ position: 2, quantity }],
    })
    await correctInvoice(ctx, original.id, wish('2'))
    const second = await correctInvoice(ctx, original.id, wish('0'))
    assert.equal(second.netGrosze, -17_000)
    await valid(ctx, second)
    await refused('correction_changes_nothing', correctInvoice(ctx, original.id, wish('0')))
  })
})

test('data of the client are corrected without an amount, and the mail goes out', async () => {
  await scene(async (story) => {
    const { ctx, client } = story
    const original = await issuedStory(story)
    const { version } = (await clientOf(ctx, client.id))!
    await changeClient(ctx, client.id, { version, addressLine1: 'ul. Młyńska 14' })
    const correction = await correctInvoice(ctx, original.id, {
      reason: 'błędny adres',
      withClientData: true,
      lines: [],
    })
    assert.deepEqual([correction.grossGrosze, correction.buyer.addressLine1], [0, 'ul. Młyńska 14'])
    await valid(ctx, correction)
    await deliverInvoice(ctx, correction.id)
    assert.notEqual((await invoiceOf(ctx, correction.id))?.mailId, null)
  })
})

test('another NIP is another buyer: such an invoice is not corrected', async () => {
  await scene(async (story) => {
    const { ctx, client } = story
    const original = await issuedStory(story)
    const { version } = (await clientOf(ctx, client.id))!
    await changeClient(ctx, client.id, { version, nip: '5862107336' })
    await refused(
      'correction_of_nip',
      correctInvoice(ctx, original.id, { reason: 'błędny NIP', withClientData: true, lines: [] }),
    )
  })
})

test('a correction says why and changes something', async () => {
  await scene(async (story) => {
    const { id } = await issuedStory(story)
    await refused(
      'reason_missing',
      correctInvoice(story.ctx, id, { reason: ' ', withClientData: false, lines: [] }),
    )
    await refused(
      'correction_changes_nothing',
      correctInvoice(story.ctx, id, { reason: 'nic', withClientData: false, lines: [] }),
    )
    const no = await refused(
      'amount_invalid',
      correctInvoice(story.ctx, id, {
        reason: 'x',
        withClientData: false,
        lines: [{ position: 2, quantity: '12,5,0' }],
      }),
    )
    assert.equal(no.field, 'lines.2.quantity')
  })
})
