/**
 * The books after a trial: numbers, proposals, work and mails, read from the database and from
 * what the mail server was given. Every sentence in `violations` is a broken promise.
 */
import type pg from 'pg'
import type { Caught } from '#server/testing/mail-servers.ts'
import type { IssuingResult, Kill } from './issuing.ts'

export type Books = {
  invoices: number
  gaps: number
  doubles: number
  works: number
  mails: number
  repeats: number
  uncertain: number
  violations: string[]
}

type Row = {
  id: string
  number: string
  series: string
  series_period: string
  series_n: number
  proposal_id: string
  client_id: string
  pdf: boolean
}
type MailRow = { message_id: string; state: string; recipients: { address: string }[]; invoice_id: string }

type Told = Pick<IssuingResult, 'kills' | 'months'>

export async function readBooks(
  client: pg.Client,
  addresses: string[],
  told: Told,
  received: Caught[],
): Promise<Books> {
  const violations: string[] = []
  const hold = (isKept: boolean, promise: string): void => void (isKept || violations.push(promise))
  const invoices = await rowsOf<Row>(
    client,
    `select id, number, series, series_period, series_n, proposal_id, client_id, pdf_file_id is not null and xml_file_id is not null as pdf from invoices`,
  )
  const numbers = numbersOf(invoices)
  hold(
    invoices.length === addresses.length * told.months.length,
    `${invoices.length} invoices for ${addresses.length} clients and ${told.months.length} months`,
  )
  hold(numbers.gaps === 0, `${numbers.gaps} numbers are missing in the series`)
  hold(numbers.doubles === 0, `${numbers.doubles} numbers stand twice`)
  hold(
    numbers.misnamed === 0,
    `${numbers.misnamed} invoices are not called FV/n/MM/YYYY after their place in the series`,
  )
  hold(
    invoices.every((row) => row.pdf),
    'an invoice has no PDF or no FA(3) document',
  )
  const proposals = await rowsOf<{ state: string; invoices: number }>(
    client,
    `select p.state, count(i.id)::int as invoices from proposals p left join invoices i on i.tenant_id = p.tenant_id and i.proposal_id = p.id group by p.id, p.state`,
  )
  hold(
    proposals.every((p) => p.state === 'issued' && p.invoices === 1),
    'a proposal is not exactly one invoice',
  )
  const works = await worksOf(client, told.months)
  hold(works.left === 0, `${works.left} pieces of work are not settled`)
  hold(works.twice === 0, `${works.twice} pieces of work stand on two invoices`)
  const failed = await rowsOf<{ n: number }>(
    client,
    `select count(*)::int as n from pgboss.job where state = 'failed'`,
  )
  hold(failed[0]!.n === 0, `${failed[0]!.n} jobs were given up`)
  const mails = await mailsOf(client, addresses, told, received, hold)
  return {
    invoices: invoices.length,
    gaps: numbers.gaps,
    doubles: numbers.doubles,
    works: works.settled,
    ...mails,
    violations,
  }
}

function numbersOf(invoices: Row[]): { gaps: number; doubles: number; misnamed: number } {
  let gaps = 0
  for (const series of Map.groupBy(invoices, (row) => `${row.series} ${row.series_period}`).values())
    gaps += Math.max(...series.map((row) => row.series_n)) - new Set(series.map((row) => row.series_n)).size
  const misnamed = invoices.filter(
    ({ number, series_n: n, series_period: period }) =>
      number !== `FV/${n}/${period.slice(5, 7)}/${period.slice(0, 4)}`,
  )
  return {
    gaps,
    doubles: invoices.length - new Set(invoices.map((row) => row.number)).size,
    misnamed: misnamed.length,
  }
}

async function worksOf(
  client: pg.Client,
  months: string[],
): Promise<{ settled: number; left: number; twice: number }> {
  const done = `(select id::text, reported_at as at from tickets union all select id::text, started_at from time_entries)`
  const [row] = await rowsOf<{ settled: number; left: number; twice: number }>(
    client,
    `select (select count(*) from settled_work)::int as settled,
      (select count(*) from ${done} w(id, at) where to_char(w.at, 'YYYY-MM') = any($1) and not exists (select 1 from settled_work s where s.work_id = w.id))::int as left,
      (select count(*) from (select w from invoice_lines, jsonb_array_elements_text(work) w group by w having count(distinct invoice_id) > 1) t)::int as twice`,
    [months],
  )
  return row!
}

async function mailsOf(
  client: pg.Client,
  addresses: string[],
  { kills, months }: Told,
  received: Caught[],
  hold: (isKept: boolean, promise: string) => void,
): Promise<{ mails: number; repeats: number; uncertain: number }> {
  const rows = await rowsOf<MailRow>(
    client,
    `select m.message_id, m.state, m.recipients, i.id as invoice_id from mails m left join invoices i on i.tenant_id = m.tenant_id and i.mail_id = m.id where m.kind = 'invoice'`,
  )
  const copies = Map.groupBy(
    received.map((mail, index) => ({ ...mail, index })),
    (mail) => mail.messageId,
  )
  let repeats = 0
  for (const { message_id: id, state, invoice_id: invoiceId } of rows) {
    const own = copies.get(id) ?? []
    hold(invoiceId !== null, `the mail ${id} belongs to no invoice`)
    hold(state === 'sent', `the mail ${id} is ${state}`)
    hold(own.length >= 1, `the mail ${id} never arrived`)
    hold(own.length <= 2, `the mail ${id} arrived ${own.length} times`)
    if (own.length < 2) continue
    repeats++
    hold(wasCut(own[0]!, received, kills), `the mail ${id} was repeated although its answer was not cut`)
  }
  for (const address of addresses) {
    const ids = new Set(
      [...copies.values()]
        .flat()
        .filter((mail) => mail.to.includes(address))
        .map((mail) => mail.messageId),
    )
    hold(ids.size === months.length, `${address} got ${ids.size} messages for ${months.length} invoices`)
  }
  return { mails: rows.length, repeats, uncertain: rows.filter((row) => row.state === 'uncertain').length }
}

/** The first copy was the last thing on its connection, and the server that spoke there was killed after it. */
function wasCut(first: Caught & { index: number }, received: Caught[], kills: Kill[]): boolean {
  const nextKill = kills.find((kill) => kill.received > first.index)
  if (!nextKill) return false
  return !received
    .slice(first.index + 1, nextKill.received)
    .some((mail) => mail.connection === first.connection)
}

async function rowsOf<T extends pg.QueryResultRow>(
  client: pg.Client,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  return (await client.query<T>(sql, values)).rows
}
