/**
 * Existing contracts from a file. The dry run does for each row exactly what the import does, and takes
 * it all back, so it can promise nothing else. A row that is refused says why at its column and
 * leaves the others alone. A number that is known already stays as it is, so the same file read twice
 * changes nothing.
 */
import { cleanNip } from '#engines/ids/nip.ts'
import type { PriceItem } from '#engines/pricing/price-list.ts'
import { staffOf, trades, type Staff } from '#server/accounts/public.ts'
import { mayOnly, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { Refusal, refuse } from '#server/plumbing/refusal.ts'
import { refusalSentence } from '#words/refusal-sentence.ts'
import { activateVersion } from './activate-contract.ts'
import { clientsOf, type Client } from './client-store.ts'
import { contractsOf, versionOf } from './contract-store.ts'
import { readContractRows, type ContractColumn, type ContractRow } from './contract-rows.ts'
import { templatesOf } from './contract-templates.ts'
import { draftContract, mayKeepContracts, writeTerms } from './draft-contract.ts'
import { yesOrNo } from './import-rows.ts'
import { addClient } from './keep-client.ts'
import { enterOpeningBalance } from './opening-balances.ts'
import type { OpeningBalance } from './opening-packages.ts'
import { priceListsOf } from './price-lists.ts'
import { readSheet } from './read-sheet.ts'
import { contractLifeWords } from './room-words.ts'
import { takePriceList } from './take-price-list.ts'
import type { Terms } from './terms.ts'

export type ImportedRow = {
  row: number
  number: string
  clientName: string
  client: 'new' | 'known'
  happens: 'draft' | 'inForce' | 'known' | 'balance' | 'nothing'
  contractId: string | null
  balances: number
  problems: { column: string; message: string }[]
}
export type ContractImport = {
  rows: ImportedRow[]
  unknownHeadings: string[]
  newContracts: number
  newClients: number
  balances: number
  problems: number
  isSaved: boolean
}

export async function importContracts(
  ctx: Context,
  given: { bytes: Buffer; dryRun: boolean; skipProblems?: boolean },
): Promise<ContractImport> {
  mayOnly(ctx, ...mayKeepContracts)
  const { rows, unknownHeadings } = readContractRows(await readSheet(given.bytes))
  await ctx.client.query('savepoint contract_import')
  const done = await importRows(ctx, rows)
  const wrong = done.filter(({ problems }) => problems.length > 0)
  if (given.dryRun) await ctx.client.query('rollback to savepoint contract_import')
  else if (wrong.length > 0 && !given.skipProblems)
    refuse('csv_has_problems', { rows: wrong.map(({ row }) => row).join(', '), problems: wrong }, 'file')
  else
    await recordEvent(ctx, 'contracts_imported', { kind: 'tenant', id: ctx.tenantId }, { rows: rows.length })
  const good = done.filter(({ problems }) => problems.length === 0)
  const made = good.filter(({ happens }) => happens === 'draft' || happens === 'inForce')
  return {
    rows: given.dryRun ? done.map((row) => ({ ...row, contractId: null })) : done,
    unknownHeadings,
    newContracts: made.length,
    newClients: made.filter(({ client }) => client === 'new').length,
    balances: good.reduce((sum, { balances }) => sum + balances, 0),
    problems: wrong.length,
    isSaved: !given.dryRun,
  }
}

/** What rows refer to by name; contracts of the file are added as they come. */
type Known = {
  clients: Map<string, Client>
  contracts: Map<string, string>
  staff: Staff[]
  templates: Map<string, string>
  priceLists: Map<string, string>
}

async function importRows(ctx: Context, rows: ContractRow[]): Promise<ImportedRow[]> {
  const known = await knownNow(ctx)
  const done: ImportedRow[] = []
  for (const row of rows) {
    const before = { row: row.row, number: row.values.number ?? '', clientName: row.values.clientName ?? '' }
    const nothing = { ...before, client: 'known', happens: 'nothing', contractId: null, balances: 0 } as const
    const cells = row.problems.map(({ code, column, text }) => ({
      column,
      message: contractLifeWords(ctx.language).importing.cell[code](text),
    }))
    if (cells.length > 0) done.push({ ...nothing, problems: cells })
    else done.push(await attempt(ctx, nothing, () => importRow(ctx, row, known)))
  }
  return done
}

/** One row in a savepoint of its own. */
async function attempt(
  ctx: Context,
  nothing: Omit<ImportedRow, 'problems'>,
  deed: () => Promise<Omit<ImportedRow, 'problems' | 'row'>>,
): Promise<ImportedRow> {
  await ctx.client.query('savepoint contract_row')
  try {
    const made = await deed()
    await ctx.client.query('release savepoint contract_row')
    return { row: nothing.row, ...made, problems: [] }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await ctx.client.query('rollback to savepoint contract_row')
    const message = refusalSentence(ctx.language, error.code, error.facts)
    return { ...nothing, problems: [{ column: columnOf(error.field), message }] }
  }
}

async function importRow(
  ctx: Context,
  { values, isBalanceOnly }: ContractRow,
  known: Known,
): Promise<Omit<ImportedRow, 'problems' | 'row'>> {
  const number = values.number!
  const own = { number, clientName: values.clientName ?? '', client: 'known' as const, balances: 0 }
  const existing = known.contracts.get(number)
  if (isBalanceOnly) {
    const balances = await enterBalances(ctx, existing ?? refuse('not_found', {}, 'number'), values)
    return { ...own, happens: 'balance', contractId: existing ?? null, balances }
  }
  if (existing) return { ...own, happens: 'known', contractId: existing }
  const key = clientKey(values)
  const isNew = !known.clients.has(key)
  const client =
    known.clients.get(key) ??
    (await addClient(ctx, {
      name: values.clientName!,
      nip: values.nip ?? null,
      ...(values.clientEmail && { email: values.clientEmail }),
    }))
  const contractId = await draftRow(ctx, values, client, known)
  // Only what stands is known to the rows that follow.
  const isActive = yesOrNo(values.isActive) || values.isActive === undefined
  if (isActive)
    await activateVersion(ctx, contractId, 1, values.signedOn ? { signedOn: values.signedOn } : {})
  if (values.settledTo)
    await ctx.tx
      .updateTable('contracts')
      .set({ settledTo: values.settledTo })
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '=', contractId)
      .execute()
  const balances = isActive ? await enterBalances(ctx, contractId, values) : 0
  known.clients.set(key, client)
  known.contracts.set(number, contractId)
  return {
    ...own,
    client: isNew ? 'new' : 'known',
    happens: isActive ? 'inForce' : 'draft',
    contractId,
    balances,
  }
}

async function draftRow(
  ctx: Context,
  values: ContractRow['values'],
  client: Client,
  known: Known,
): Promise<string> {
  const template = values.template
    ? (known.templates.get(plain(values.template)) ?? refuse('not_found', {}, 'template'))
    : undefined
  const { id } = await draftContract(ctx, {
    clientId: client.id,
    number: values.number,
    validFrom: values.validFrom,
    validTo: values.validTo ?? null,
    concludedOn: values.concludedOn ?? values.signedOn ?? null,
    template,
  })
  if (values.priceList) {
    const priceListId = known.priceLists.get(plain(values.priceList)) ?? refuse('not_found', {}, 'priceList')
    await takePriceList(ctx, id, 1, { version: 1, priceListId })
  }
  const draft = (await versionOf(ctx, id, 1))!
  await writeTerms(ctx, id, 1, { version: draft.version, terms: withRow(draft.terms, values, known.staff) })
  return id
}

/** What the row says in the place of what the template says. */
function withRow(terms: Terms, values: ContractRow['values'], staff: Staff[]): Terms {
  const { paymentDays, noticeMonths, accountManager, deputy } = values
  return {
    ...terms,
    ...(accountManager && { accountManagerId: personOf(staff, accountManager, 'accountManager') }),
    ...(deputy && { deputyId: personOf(staff, deputy, 'deputy') }),
    priceList: { ...terms.priceList, items: terms.priceList.items.map((item) => withPrices(item, values)) },
    billing: { ...terms.billing, ...(paymentDays && { paymentDays: Number(paymentDays) }) },
    term: {
      ...terms.term,
      isIndefinite: values.validTo === undefined,
      ...(noticeMonths && { noticeMonths: Number(noticeMonths) }),
    },
  }
}

function withPrices(item: PriceItem, values: ContractRow['values']): PriceItem {
  const { feePrice, ticketPrice, includedTickets, hourPrice, includedHours, tripPrice } = values
  if (item.kind === 'flatFee' && feePrice) return { ...item, feePrice }
  if (item.kind === 'perTicket')
    return {
      ...item,
      ...(ticketPrice && { unitPrice: ticketPrice }),
      ...(includedTickets && { included: Number(includedTickets) }),
    }
  if (item.kind === 'perTime')
    return {
      ...item,
      ...(hourPrice && { hourPrice }),
      ...(includedHours && { includedMinutes: Math.round(Number(includedHours) * 60) }),
    }
  if (item.kind === 'travel' && tripPrice && item.perTripPrice) return { ...item, perTripPrice: tripPrice }
  return item
}

async function enterBalances(
  ctx: Context,
  contractId: string,
  values: ContractRow['values'],
): Promise<number> {
  const { balanceOn: asOf } = values
  if (!asOf) return 0
  const brought = balancesIn(values)
  for (const balance of brought)
    await enterOpeningBalance(ctx, contractId, { ...balance, asOf }).catch((error: unknown) => {
      // The last day of a block has a column of its own; the contract's is called the same.
      if (error instanceof Refusal && error.field === 'validTo')
        throw new Refusal(error.code, error.facts, 'blockUntil')
      throw error
    })
  return brought.length
}

type Brought = Omit<OpeningBalance, 'asOf'>

function balancesIn(values: ContractRow['values']): Brought[] {
  const { ticketsLeft, hoursLeft, pool, poolLeft, block, blockLeft, blockUntil } = values
  const { reading, meter, device } = values
  const said: (Brought | undefined)[] = [
    ticketsLeft === undefined ? undefined : { kind: 'allowance', unit: 'ticket', quantity: ticketsLeft },
    hoursLeft === undefined ? undefined : { kind: 'allowance', unit: 'hour', quantity: hoursLeft },
    poolLeft === undefined ? undefined : { kind: 'pool', quantity: poolLeft, ...(pool && { item: pool }) },
    blockLeft === undefined
      ? undefined
      : {
          kind: 'block',
          quantity: blockLeft,
          ...(block && { item: block }),
          ...(blockUntil && { validTo: blockUntil }),
        },
    reading === undefined
      ? undefined
      : { kind: 'meter', unit: meter!, quantity: reading, ...(device && { device }) },
  ]
  return said.filter((one) => one !== undefined)
}

async function knownNow(ctx: Context): Promise<Known> {
  const clients = await clientsOf(ctx)
  const templates = await templatesOf(ctx)
  return {
    clients: new Map(
      clients.flatMap((client) => [
        [clientKey({ clientName: client.name }), client] as const,
        ...(client.nip ? [[clientKey({ nip: client.nip }), client] as const] : []),
      ]),
    ),
    contracts: new Map((await contractsOf(ctx)).map(({ number, id }) => [number, id])),
    staff: (await staffOf(ctx)).filter(({ leftAt }) => !leftAt),
    templates: new Map([
      ...trades.map((trade) => [trade as string, trade as string] as const),
      ...templates
        .filter((one) => !one.isBuiltIn && !one.archivedAt)
        .map(({ name, id }) => [plain(name), id] as const),
    ]),
    priceLists: new Map(
      (await priceListsOf(ctx)).filter((one) => !one.archivedAt).map(({ name, id }) => [plain(name), id]),
    ),
  }
}

const clientKey = ({ nip, clientName = '' }: { nip?: string; clientName?: string }): string =>
  nip ? `nip ${cleanNip(nip)}` : `name ${plain(clientName)}`
const plain = (text: string): string => text.trim().toLocaleLowerCase('pl')

function personOf(staff: Staff[], text: string, field: 'accountManager' | 'deputy'): string {
  const wanted = plain(text)
  const person = staff.find(({ name, email }) => plain(name) === wanted || plain(email) === wanted)
  return (person ?? refuse('account_manager_unknown', {}, field)).id
}

/** Where in the file a refusal of a deed belongs. */
function columnOf(field: string | undefined): ContractColumn | '' {
  if (field === undefined) return ''
  if (sameName.has(field)) return field as ContractColumn
  return places.find(([pattern]) => pattern.test(field))?.[1] ?? ''
}

/** Fields that are called as their columns. */
const sameName = new Set<string>([
  'number',
  'template',
  'priceList',
  'accountManager',
  'deputy',
  'balanceOn',
  'ticketsLeft',
  'hoursLeft',
  'pool',
  'poolLeft',
  'block',
  'blockLeft',
  'blockUntil',
  'reading',
] satisfies ContractColumn[])
const places: [RegExp, ContractColumn][] = [
  [/nip/i, 'nip'],
  [/email/i, 'clientEmail'],
  [/accountManager/i, 'accountManager'],
  [/^validTo$/, 'validTo'],
  [/validFrom/, 'validFrom'],
  [/priceList/, 'feePrice'],
]
