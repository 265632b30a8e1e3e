/**
 * The same e-mail three times: twice by SMTP and once as raw mail over HTTP, all at the same
 * moment. It is received once, and it is one ticket with one message.
 */
import nodemailer from 'nodemailer'
import type pg from 'pg'
import { freePort } from '#server/testing/mail-servers.ts'
import { onProgram } from './on-program.ts'

export type SameMailResult = {
  mails: number
  deliveries: number
  tickets: number
  violations: string[]
}

type Postbox = { slug: string; secret: string; address: string; smtpPort: number }

export async function trySameMail(wanted: { mails: number }): Promise<SameMailResult> {
  const smtpPort = await freePort()
  return onProgram(['--smtp-in', String(smtpPort)], async ({ life, client, company }) => {
    const { rows } = await client.query<{ secret: string }>('select intake_secret as secret from tenants')
    const postbox = { slug: company.slug, secret: rows[0]!.secret, address: life.address, smtpPort }
    const ids = Array.from({ length: wanted.mails }, (_, n) => `<alarm-${n}@klient-1.example>`)
    for (let i = 0; i < ids.length; i += 10)
      await Promise.all(ids.slice(i, i + 10).flatMap((id) => threeTimes(postbox, id)))
    return { mails: ids.length, deliveries: ids.length * 3, ...(await counted(client, ids)) }
  })
}

function threeTimes(postbox: Postbox, id: string): Promise<void>[] {
  const raw = [
    'From: Automat <automat@klient-1.example>',
    `To: ${postbox.slug}@opiekun.localhost`,
    `Subject: Piec stoi ${id.slice(1, 10)}`,
    `Message-ID: ${id}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Nie działa piec, ${id.slice(1, -1)}.`,
    '',
  ].join('\r\n')
  return [bySmtp(postbox, raw), byHttp(postbox, raw), bySmtp(postbox, raw)]
}

async function bySmtp({ slug, smtpPort }: Postbox, raw: string): Promise<void> {
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port: smtpPort,
    secure: false,
    ignoreTLS: true,
  })
  await transport.sendMail({
    raw,
    envelope: { from: 'automat@klient-1.example', to: [`${slug}@opiekun.localhost`] },
  })
}

async function byHttp({ slug, secret, address }: Postbox, raw: string): Promise<void> {
  const answer = await fetch(`${address}/api/public/mail/${slug}`, {
    method: 'POST',
    headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${secret}` },
    body: raw,
  })
  if (answer.status !== 202)
    throw new Error(`Raw mail was answered with ${answer.status}: ${await answer.text()}`)
}

async function counted(client: pg.Client, ids: string[]): Promise<{ tickets: number; violations: string[] }> {
  const { rows } = await client.query<{ id: string; received: number; tickets: number; messages: number }>(
    `select m.id,
      (select count(*) from incoming_mails i where i.message_id = m.id)::int as received,
      (select count(distinct i.ticket_id) from incoming_mails i where i.message_id = m.id)::int as tickets,
      (select count(*) from messages s where s.mail_message_id = m.id)::int as messages
     from unnest($1::text[]) m(id)`,
    [ids],
  )
  const all = await client.query<{ n: number }>(
    `select count(*)::int as n from tickets where subject like 'Piec stoi%'`,
  )
  const tickets = all.rows[0]!.n
  const violations = rows
    .filter((row) => row.received !== 1 || row.tickets !== 1 || row.messages !== 1)
    .map((row) => `${row.id}: received ${row.received}, tickets ${row.tickets}, messages ${row.messages}`)
  if (tickets !== ids.length) violations.push(`${tickets} tickets for ${ids.length} mails`)
  return { tickets, violations }
}
