/**
 * A version goes out to be signed: the document is kept with its hash, and every address gets a
 * mail with the document and a link of its own. A later sending to the same address takes the
 * place of the earlier one.
 */
import { listensOnLoopback, validEmail } from '#server/accounts/public.ts'
import { mayOnly, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { sendMail } from '#server/plumbing/mail/mail-out.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { longDate } from '#words/format.ts'
import { clientOf } from '../client-store.ts'
import { contractOf, dateOf, versionOf, type Contract, type VersionRow } from '../contract-store.ts'
import { mayKeepContracts, refuseUnless } from '../draft-contract.ts'
import { keepDocument } from '../keep-document.ts'
import { documentWords } from '../room-words.ts'
import { setVersion } from '../version-store.ts'
import { insertRequest, withdrawRequests } from './signing-store.ts'

const linkDays = 30
/** A click accepts only what may be concluded in documentary form. */
export const isAcceptedByClick = (version: VersionRow): boolean =>
  version.terms.document.form === 'documentary'

export async function sendToSign(
  ctx: Context,
  contractId: string,
  number: number,
  given: { to: string[]; message?: string },
): Promise<void> {
  mayOnly(ctx, ...mayKeepContracts)
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  const version = (await versionOf(ctx, contractId, number)) ?? refuse('not_found')
  await refuseUnless(ctx, contract, 'sendForSignature')
  const client = (await clientOf(ctx, contract.clientId))!
  const addresses = new Set(
    (given.to.length > 0 ? given.to : [client.email]).map((address) => validEmail(address)),
  )
  const file = await keepDocument(ctx, contractId, number)
  await withdrawRequests(ctx, version.id)
  const expiresAt = ctx.now.add({ hours: 24 * linkDays }).toString()
  for (const email of addresses) {
    const { id: fileId, sha256 } = file
    const key = await insertRequest(ctx, {
      contractId,
      versionId: version.id,
      email,
      fileId,
      sha256,
      expiresAt,
    })
    await mailTo(ctx, email, contract, version, {
      ...file,
      key,
      client: client.name,
      expiresAt,
      message: given.message,
    })
  }
  await setVersion(ctx, version.id, { sentAt: ctx.now.toString() })
  await recordEvent(
    ctx,
    'contract_sent',
    { kind: 'contract', id: contractId },
    { version: number, sha256: file.sha256, to: [...addresses] },
  )
  await announce(ctx, 'contract', { id: contractId, staffOnly: true })
}

type Letter = {
  id: string
  name: string
  key: string
  client: string
  expiresAt: string
  message: string | undefined
}

async function mailTo(
  ctx: Context,
  email: string,
  contract: Contract,
  version: VersionRow,
  letter: Letter,
): Promise<void> {
  const language = ctx.tenant.language
  const link = `${ctx.app.settings.publicUrl}/sign?key=${letter.key}`
  const mail = documentWords(language).mails.toSign({
    company: ctx.tenant.name,
    number: contract.number,
    client: letter.client,
    what: version.kind,
    link,
    until: longDate(language, dateOf(ctx, letter.expiresAt)),
    byClick: isAcceptedByClick(version),
    message: letter.message?.trim() || undefined,
  })
  await sendMail(ctx, {
    kind: 'contract_for_signature',
    to: [{ address: email }],
    subject: mail.subject,
    text: mail.body,
    replyTo: ctx.actor.kind === 'staff' ? ctx.actor.email : undefined,
    attachments: [{ fileId: letter.id, name: letter.name }],
    // Whoever reads the outbox must not be able to accept in the client's name.
    secret: true,
    subjectKind: 'contract',
    subjectId: contract.id,
  })
  // A first try without a mail server is not stuck here.
  if (!ctx.app.settings.smtpUrl && listensOnLoopback(ctx.app))
    ctx.app.tellOperator(`${mail.subject}: ${link}`)
}
