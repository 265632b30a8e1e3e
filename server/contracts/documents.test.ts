/** The paper of a contract, its signed scan, and worked examples: from the same terms, on a real database. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { setCast, type Cast } from '#demo/cast.ts'
import { openStage, refused, scene } from '#server/testing/scene.ts'
import type { Context } from '#server/plumbing/context.ts'
import { activateVersion } from './activate-contract.ts'
import { amendContract } from './amend-contract.ts'
import { amendmentPaperOf } from './amendment-paper.ts'
import { addContact } from './keep-contact.ts'
import { contractOf, versionOf } from './contract-store.ts'
import { paperOf } from './contract-paper.ts'
import { draftContract, writeTerms } from './draft-contract.ts'
import { documentOf, keepDocument } from './keep-document.ts'
import { sendToSign } from './signing/send-to-sign.ts'
import { addClient } from './keep-client.ts'
import { priceExample } from './price-example.ts'
import type { Terms } from './terms.ts'

const stage = openStage()
let cast: Cast | undefined
const asOla = async <T>(deed: (ctx: Context) => Promise<T>) => {
  const open = await stage()
  cast ??= await setCast(open)
  return scene(open, cast.ola, '2026-11-23T10:00', deed)
}

/** The contract of the story: 1 200,00 zł, 10 tickets, then 85,00 zł; 4 h on site, then 180,00 zł. */
const story = (terms: Terms): Terms => ({
  ...terms,
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
        excludes: ['cancelled', 'merged', 'ourFault'],
        prorateIncluded: 'up',
      },
      {
        id: 'onSite',
        kind: 'perTime',
        place: 'onSite',
        includedMinutes: 240,
        hourPrice: '180.00',
        round: { firstMinutes: 60, unitMinutes: 30, scope: 'visit' },
      },
    ],
  },
})

async function bakery(ctx: Context) {
  const client = await addClient(ctx, {
    name: 'Piekarnia Złoty Kłos',
    nip: '5840123457',
    addressLine1: 'ul. Młyńska 4',
    addressLine2: '80-850 Gdańsk',
    email: 'biuro@zlotyklos.example',
  })
  await addContact(ctx, client.id, {
    name: 'Jan Młynarczyk',
    email: 'jan@zlotyklos.example',
    isSupervisor: true,
  })
  const contract = await draftContract(ctx, {
    clientId: client.id,
    number: 'UM/2026/041',
    validFrom: '2026-11-01',
  })
  await writeTerms(ctx, contract.id, 1, {
    version: 1,
    terms: story((await versionOf(ctx, contract.id, 1))!.terms),
  })
  return contract
}

test('the paper says what the terms say: levels, hours, prices and people', async () => {
  const paper = await asOla(async (ctx) => {
    const contract = await bakery(ctx)
    return paperOf(ctx, contract, (await versionOf(ctx, contract.id, 1))!)
  })
  assert.equal(paper.contract.number, 'UM/2026/041')
  assert.deepEqual(paper.accountManager.name, 'Ola Sadowska')
  assert.deepEqual(paper.serviceLevels[1], {
    priority: 'wysoki',
    definition: 'stoi dział lub kluczowy program kilku osób',
    reaction: '2\u00a0h',
    resolution: '2\u00a0dni\u00a0rob.',
    calendar: 'Dni robocze 7–17',
  })
  const sentences = paper.prices.sentences.map(plainSpaces)
  for (const sentence of [
    'Abonament 1 200,00 zł za miesiąc, płatny z dołu.',
    'Do 10 zgłoszeń w miesiącu w abonamencie, każde następne 85,00 zł.',
    'Nie liczy się zgłoszeń wycofanych, połączonych z innym i z naszej winy.',
    'Za niepełny okres pakiet zgłoszeń zmniejsza się według dni kalendarzowych i zaokrągla w górę do całego zgłoszenia.',
    'Praca u klienta: 4 h w miesiącu w abonamencie, dalej 180,00 zł za godzinę.',
    'Praca u klienta liczona jest osobno dla każdej wizyty: pierwsze 1 h w całości, potem każde rozpoczęte 30 min.',
    'Za niepełny okres pakiet godzin zmniejsza się według dni kalendarzowych i zaokrągla w górę do pełnej minuty.',
  ])
    assert.ok(sentences.includes(sentence), sentence)
  assert.match(
    plainSpaces(paper.deadlineExamples[2]!),
    /zgłoszenie pt\. 27\.11, 15:40, czas reakcji 4 h, termin reakcji pon\. 30\.11, 11:40/,
  )
  assert.deepEqual(
    paper.reporters.map((person) => person.name),
    ['Jan Młynarczyk'],
  )
})

const plainSpaces = (text: string): string => text.replaceAll('\u00a0', ' ')

test('a draft is printed and leaves no file; what was sent is kept with its hash and mailed', async (t) => {
  if (!(await stage()).app.pdf.available()) return t.skip('Typst is not installed for this platform')
  const { preview, before, kept, mail, sent } = await asOla(async (ctx) => {
    const contract = await bakery(ctx)
    const shown = await documentOf(ctx, contract.id, 1)
    const untouched = await versionOf(ctx, contract.id, 1)
    await sendToSign(ctx, contract.id, 1, { to: [] })
    return {
      preview: shown,
      before: untouched!,
      sent: (await versionOf(ctx, contract.id, 1))!,
      kept: await keepDocument(ctx, contract.id, 1),
      mail: await ctx.tx
        .selectFrom('mails')
        .select(['subject', 'attachments', 'recipients'])
        .where('kind', '=', 'contract_for_signature')
        .executeTakeFirstOrThrow(),
    }
  })
  assert.equal(preview.content.subarray(0, 5).toString(), '%PDF-')
  assert.equal(before.documentFileId, null)
  assert.equal(sent.documentSha256, kept.sha256)
  assert.ok(sent.sentAt)
  assert.deepEqual((mail.recipients as { address: string }[])[0]?.address, 'biuro@zlotyklos.example')
  assert.equal((mail.attachments as unknown[]).length, 1)
})

test('editing a draft that was sent forgets the document that was sent', async (t) => {
  if (!(await stage()).app.pdf.available()) return t.skip('Typst is not installed for this platform')
  const version = await asOla(async (ctx) => {
    const contract = await bakery(ctx)
    await sendToSign(ctx, contract.id, 1, { to: ['jan@zlotyklos.example'] })
    const seen = (await versionOf(ctx, contract.id, 1))!
    return writeTerms(ctx, contract.id, 1, {
      version: seen.version,
      terms: { ...seen.terms, billing: { ...seen.terms.billing, paymentDays: 21 } },
    })
  })
  assert.deepEqual([version.sentAt, version.documentFileId], [null, null])
})

test('an amendment says each place with its old and new wording, and brings the appendix', async (t) => {
  const { paper, pdf } = await asOla(async (ctx) => {
    const contract = await bakery(ctx)
    await activateVersion(ctx, contract.id, 1)
    const change = await amendContract(ctx, contract.id, { kind: 'amendment', validFrom: '2026-12-01' })
    const terms: Terms = {
      ...change.terms,
      priceList: {
        ...change.terms.priceList,
        items: change.terms.priceList.items.map((item) =>
          item.kind === 'perTicket' ? { ...item, unitPrice: '90.00' } : item,
        ),
      },
    }
    await writeTerms(ctx, contract.id, 2, {
      version: 1,
      terms: {
        ...terms,
        serviceLevels: terms.serviceLevels.map((level) =>
          level.priority === 'high' ? { ...level, reactionMinutes: 60 } : level,
        ),
      },
    })
    const now = (await contractOf(ctx, contract.id))!
    return {
      paper: await amendmentPaperOf(ctx, now, (await versionOf(ctx, contract.id, 2))!),
      pdf: ctx.app.pdf.available() ? await documentOf(ctx, contract.id, 2) : undefined,
    }
  })
  assert.deepEqual(
    paper.changes.map(({ place, oldText, newText }) =>
      [place, plainSpaces(oldText ?? ''), plainSpaces(newText)].map((text) => text.slice(0, 70)),
    ),
    [
      ['priorytet wysoki: reakcja', '2 h', '1 h'],
      [
        'cennik: zgłoszenia',
        'Do 10 zgłoszeń w miesiącu w abonamencie, każde następne 85,00 zł. Nie ',
        'Do 10 zgłoszeń w miesiącu w abonamencie, każde następne 90,00 zł. Nie ',
      ],
    ],
  )
  assert.deepEqual(paper.newAppendices?.numbers, [1, 2])
  if (pdf) assert.equal(pdf.content.subarray(0, 5).toString(), '%PDF-')
  else t.diagnostic('Typst is not installed for this platform')
})

//  tickets   minutes on site   net
const examples = [
  [13, [180], 145500],
  [10, [], 120000],
  [0, [], 120000],
  [10, [240, 90], 120000 + 27000],
] as const
for (const [tickets, onSiteMinutes, netGrosze] of examples) {
  test(`${tickets} tickets and ${onSiteMinutes.join(' + ') || 'no'} minutes on site cost ${netGrosze / 100} zł net`, async () => {
    const priced = await asOla(async (ctx) => {
      const contract = await bakery(ctx)
      const { priceList } = (await versionOf(ctx, contract.id, 1))!.terms
      return priceExample(ctx, { priceList, figures: { tickets, onSiteMinutes: [...onSiteMinutes] } })
    })
    assert.equal(priced.netGrosze, netGrosze)
    assert.equal(priced.grossGrosze, Math.round(netGrosze * 1.23))
  })
}

test('an example on a price list with an error is refused at its place', async () => {
  const no = await refused(
    'terms_invalid',
    asOla((ctx) =>
      priceExample(ctx, {
        priceList: {
          currency: 'PLN',
          vat: '23',
          items: [{ id: 'fee', kind: 'flatFee', feePrice: '-1', timing: 'arrears' }],
        },
        figures: {},
      }),
    ),
  )
  assert.equal(no.field, 'priceList.items.0.feePrice')
})
