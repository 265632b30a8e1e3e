/**
 * One company with something on every screen: the demo, with last month partly issued, an
 * amendment in the making, and a client's person who may enter the panel. What addresses
 * need (a ticket, an invoice, a fresh link) is read from it.
 */
import assert from 'node:assert/strict'
import { fillDemo, type Demo } from '#demo/fill.ts'
import { newLink, openSession, panelCookie, staffCookie } from '#server/accounts/public.ts'
import type { Lang } from '#words/words.ts'
import type { Stage } from '#server/testing/scene.ts'

export type Company = Awaited<ReturnType<typeof openCompany>>

export async function openCompany(stage: Stage) {
  const demo = await fillDemo(stage.app)
  const { marta, basia } = demo.cast
  const visitors = {
    pl: await visitorOf(stage, demo, marta.actor, await contactOf(stage, demo, 'jan'), 'pl'),
    en: await visitorOf(stage, demo, basia.actor, await contactOf(stage, demo, 'halina'), 'en'),
  }
  return { demo, visitors, address: stage.address, link: links(stage, demo) }
}

/** Somebody who sees everything of the company, and somebody of a client, both reading one language. */
async function visitorOf(stage: Stage, demo: Demo, staff: Subject, contact: Subject, language: Lang) {
  await stage.app.db.inSystem(async (tx) => {
    const { tenantId } = demo
    await tx
      .updateTable('staff')
      .set({ role: 'owner' })
      .where('tenantId', '=', tenantId)
      .where('id', '=', staff.id)
      .execute()
    await tx
      .updateTable('contacts')
      .set({ language })
      .where('tenantId', '=', tenantId)
      .where('id', '=', contact.id)
      .execute()
    for (const { identityId } of [staff, contact])
      await tx.updateTable('identity.identities').set({ language }).where('id', '=', identityId).execute()
  })
  return {
    staff: { name: staffCookie, value: await sessionOf(stage, demo, staff, 'staff') },
    panel: { name: panelCookie, value: await sessionOf(stage, demo, contact, 'contact') },
  }
}

type Subject = { id: string; identityId: string }

async function sessionOf(
  { app }: Stage,
  { tenantId }: Demo,
  { id, identityId }: Subject,
  kind: 'staff' | 'contact',
): Promise<string> {
  const at = { now: app.clock(), userAgent: 'screens' }
  return app.db.inSystem((tx) => openSession(tx, identityId, { tenantId, kind, subjectId: id }, at))
}

async function contactOf({ app }: Stage, { tenantId }: Demo, name: string): Promise<Subject> {
  const found = await app.db.inSystem((tx) =>
    tx
      .selectFrom('contacts as c')
      .innerJoin('identity.hats as h', 'h.subjectId', 'c.id')
      .select(['c.id', 'h.identityId'])
      .where('c.tenantId', '=', tenantId)
      .where('c.email', 'like', `${name}@%`)
      .executeTakeFirst(),
  )
  return found ?? assert.fail(`the demo has nobody named ${name} who may enter the panel`)
}

/** Links as mails carry them: each opening of a screen gets one that nobody used. */
function links({ app }: Stage, { tenantId, cast }: Demo) {
  const { identityId, email, id: subjectId } = cast.marta.actor
  return (purpose: 'confirm_email' | 'sign_in' | 'invitation' | 'confirm_report'): Promise<string> =>
    app.db.inSystem((tx) =>
      newLink(tx, { purpose, email, identityId, tenantId, subjectId, minutes: 60 }, app.clock()),
    )
}

export type Things = Awaited<ReturnType<typeof findThings>>

/** What the addresses name, found and made as the web would. */
export async function findThings({ demo, visitors, address }: Company) {
  const { staff } = visitors.pl
  const ask = async <T>(method: string, place: string, data?: object): Promise<T> => {
    const answer = await fetch(address + place, {
      method,
      headers: {
        cookie: `${staff.name}=${staff.value}`,
        'idempotency-key': crypto.randomUUID(),
        ...(data && { 'content-type': 'application/json' }),
      },
      ...(data && { body: JSON.stringify(data) }),
    })
    const text = await answer.text()
    assert.ok(answer.ok, `${method} ${place}: ${answer.status} ${text}`)
    return (text ? JSON.parse(text) : null) as T
  }
  const get = <T>(place: string) => ask<T>('GET', place)
  const queue = await get<Ticket[]>('/api/tickets?view=open')
  const done = await get<Ticket[]>('/api/tickets?view=done')
  const [bakery] = await get<Named[]>(`/api/clients?search=${encodeURIComponent('Złoty Kłos')}`)
  const story = theOne(queue, ({ subject }) => subject.startsWith('Drukarka etykiet'))
  const contract = theOne(await get<Contract[]>('/api/contracts'), (one) => one.clientId === bakery!.id)
  const validFrom = `${new Date().getFullYear() + 1}-01-01`
  const draft = await ask<{ number: number }>('POST', `/api/contracts/${contract.id}/versions`, {
    kind: 'amendment',
    validFrom,
    reason: 'Więcej zgłoszeń w pakiecie',
  })
  const month = lastMonth()
  await ask('PUT', `/api/billing/months/${month}/proposals`)
  const { proposals } = await get<{ proposals: Proposal[] }>(`/api/billing/months/${month}`)
  const ready = proposals.filter((one) => one.reason !== 'needsDecision' && one.clientId !== bakery!.id)
  const { runId } = await ask<{ runId: string }>('POST', `/api/billing/months/${month}/issue-runs`, {
    proposals: ready.slice(0, 3).map(({ id, version }) => ({ id, version })),
  })
  const { terms } = await get<{ terms: { priceList: object } }>(`/api/contracts/${contract.id}/versions/1`)
  const priceList = await ask<Named>('POST', '/api/price-lists', {
    name: 'Cennik dla piekarni',
    priceList: terms.priceList,
  })
  const year = new Date().getFullYear()
  const run = await ask<Named>('POST', '/api/amendment-runs', { kind: 'indexation', year, month: 1 })
  const invoices = await get<Named[]>(`/api/invoices?clientId=${bakery!.id}`)
  const { invoices: debts } = await get<{ invoices: { clientId: string }[] }>('/api/collection')
  return {
    slug: demo.slug,
    bakery: bakery!.id,
    ticket: story.id,
    held: theOne(queue, (one) => one.heldBecause !== null).id,
    waiting: theOne(queue, (one) => one.state === 'waiting').id,
    overdue: theOne(queue, (one) => one.nextDueAt !== null && Date.parse(one.nextDueAt) < Date.now()).id,
    done: theOne(done, () => true).id,
    contract: contract.id,
    draft: draft.number,
    month,
    calendar: theOne(await get<Named[]>('/api/calendars'), () => true).id,
    priceList: priceList.id,
    template: theOne(await get<Named[]>('/api/contract-templates'), () => true).id,
    amendmentRun: run.id,
    proposal: theOne(proposals, (one) => one.clientId === bakery!.id).id,
    runId,
    invoice: theOne(invoices, () => true).id,
    debtor: theOne(debts, () => true).clientId,
    conversation: theOne(await get<Named[]>('/api/conversations'), () => true).id,
  }
}

const theOne = <T>(all: readonly T[], isIt: (one: T) => boolean): T =>
  all.find(isIt) ?? assert.fail(`the demo lacks what a screen needs: ${isIt}`)

function lastMonth(): string {
  return Temporal.Now.plainDateISO('Europe/Warsaw').toPlainYearMonth().subtract({ months: 1 }).toString()
}

type Named = { id: string }
type Contract = { id: string; clientId: string }
type Proposal = { id: string; version: number; clientId: string; reason: string }
type Ticket = {
  id: string
  state: string
  subject: string
  heldBecause: string | null
  nextDueAt: string | null
}
