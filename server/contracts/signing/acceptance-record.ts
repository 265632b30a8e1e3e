/** The record of an acceptance: which document, whose click, when, from where. Printed in Polish like the contract. */
import { companyOf } from '#server/accounts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { documentsPl } from '#words/documents.pl.ts'
import { longDate } from '#words/format.ts'
import { clientOf } from '../client-store.ts'
import { dateOf, type Contract, type VersionRow } from '../contract-store.ts'
import { paperPdf } from '../documents/contract-document.ts'
import type { Block } from '../documents/read-structure.ts'
import type { SigningRequest } from './signing-store.ts'

const words = documentsPl.record

export async function acceptanceRecord(
  ctx: Context,
  contract: Contract,
  version: VersionRow,
  accepted: SigningRequest[],
): Promise<Buffer> {
  const [company, client] = [await companyOf(ctx), await clientOf(ctx, contract.clientId)]
  const blocks: Block[] = [
    { kind: 'title', text: words.title },
    { kind: 'subtitle', text: words.subtitle(contract.number) },
    { kind: 'paragraph', lines: [words.said({ client: client?.name ?? '', company: company.name })] },
    { kind: 'section', text: words.document },
    ...[
      [words.version, String(version.number)],
      [words.validFrom, longDate('pl', version.validFrom)],
      [words.fingerprint, version.fingerprint],
      [words.code, version.pageCode],
      [words.sha256, accepted[0]?.sha256 ?? ''],
    ].map(([mark, text]) => ({ kind: 'paragraph' as const, lines: [`${mark}: ${text}`] })),
    { kind: 'section', text: words.people },
    ...accepted.map((one) => ({
      kind: 'paragraph' as const,
      lines: personLines(ctx, one),
    })),
    { kind: 'paragraph', lines: [words.meaning] },
  ]
  return paperPdf(ctx.app.pdf, {
    parts: [{ blocks }],
    title: `${words.title} – ${contract.number}`,
    side: company.name,
    madeOn: dateOf(ctx, ctx.now),
    footer: words.footer({ fingerprint: version.fingerprint, code: version.pageCode }),
  })
}

function personLines(ctx: Context, one: SigningRequest): string[] {
  const at = Temporal.Instant.from(one.acceptedAt!).toZonedDateTimeISO(ctx.tenant.timezone)
  const time = at.toPlainTime().toString({ smallestUnit: 'second' })
  return [
    [one.acceptedName, one.acceptedPosition].filter(Boolean).join(', '),
    `${words.at}: ${longDate('pl', at.toPlainDate().toString())}, ${time} (${ctx.tenant.timezone})`,
    `${words.email}: ${one.email}`,
    `${words.address}: ${one.acceptedFrom ?? ''}`,
    `${words.program}: ${one.acceptedWith || words.notSaid}`,
  ]
}
