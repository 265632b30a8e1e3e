/**
 * Rows of a file of contracts, understood: headings in Polish or English, in any order, with or
 * without diacritics; dates and amounts as people write them. A row with the number of the row
 * above and nothing but a balance adds that meter, pool or block to the same contract.
 */
import { parseDecimal, toText } from '#engines/base/decimal.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { yesOrNo } from './import-rows.ts'

export const contractColumns = {
  number: ['numer', 'numerumowy', 'umowa', 'number', 'contract'],
  clientName: ['klient', 'nazwa', 'nazwaklienta', 'client', 'name'],
  nip: ['nip', 'vatid', 'taxid'],
  clientEmail: ['email', 'emailklienta', 'clientemail'],
  validFrom: ['od', 'obowiazujeod', 'from', 'validfrom'],
  validTo: ['do', 'obowiazujedo', 'to', 'validto'],
  concludedOn: ['zawarta', 'datazawarcia', 'concluded', 'concludedon'],
  signedOn: ['podpisana', 'datapodpisu', 'signed', 'signedon'],
  template: ['wzor', 'szablon', 'template'],
  priceList: ['cennik', 'pricelist'],
  accountManager: ['opiekun', 'accountmanager'],
  deputy: ['zastepca', 'deputy'],
  feePrice: ['abonament', 'ryczalt', 'fee', 'flatfee'],
  includedTickets: ['zgloszeniawabonamencie', 'pakietzgloszen', 'includedtickets'],
  ticketPrice: ['cenazgloszenia', 'ticketprice'],
  includedHours: ['godzinywabonamencie', 'pakietgodzin', 'includedhours'],
  hourPrice: ['stawkagodzinowa', 'cenagodziny', 'hourprice'],
  tripPrice: ['dojazd', 'cenadojazdu', 'tripprice'],
  paymentDays: ['terminplatnosci', 'terminplatnoscidni', 'paymentdays'],
  noticeMonths: ['okreswypowiedzenia', 'wypowiedzeniemiesiace', 'noticemonths'],
  isActive: ['wmocy', 'uruchom', 'active'],
  settledTo: ['rozliczonado', 'settledto'],
  balanceOn: ['stannadzien', 'balanceon'],
  ticketsLeft: ['pozostalozgloszen', 'ticketsleft'],
  hoursLeft: ['pozostalogodzin', 'hoursleft'],
  pool: ['pula', 'pool'],
  poolLeft: ['pozostalowpuli', 'poolleft'],
  block: ['pakietprzedplacony', 'pakiet', 'block'],
  blockLeft: ['pozostalowpakiecie', 'blockleft'],
  blockUntil: ['pakietwaznydo', 'blockuntil'],
  meter: ['licznik', 'meter'],
  device: ['urzadzenie', 'device'],
  reading: ['odczyt', 'stanlicznika', 'reading'],
} as const
export type ContractColumn = keyof typeof contractColumns
export const cellProblems = [
  'missing',
  'not_a_date',
  'not_an_amount',
  'not_a_number',
  'yes_no_unclear',
] as const
export type CellProblem = { code: (typeof cellProblems)[number]; column: ContractColumn; text: string }

export type ContractRow = {
  /** As a spreadsheet counts: the heading is row 1. */
  row: number
  values: Partial<Record<ContractColumn, string>>
  problems: CellProblem[]
  /** Only a further balance of the contract above. */
  isBalanceOnly: boolean
}

const byHeading = new Map(
  Object.entries(contractColumns).flatMap(([column, names]) =>
    names.map((name) => [name as string, column as ContractColumn] as const),
  ),
)

export function readContractRows(sheet: string[][]): { rows: ContractRow[]; unknownHeadings: string[] } {
  const [head = [], ...lines] = sheet
  const columns = head.map((heading) => byHeading.get(plain(heading)))
  if (!columns.includes('number')) refuse('spreadsheet_unreadable', { headings: head }, 'file')
  const unknownHeadings = head.filter((heading, i) => heading !== '' && columns[i] === undefined)
  let above = ''
  const rows = lines.map((line, i): ContractRow => {
    const values: ContractRow['values'] = {}
    columns.forEach((column, at) => {
      const text = line[at]
      if (column && text) values[column] = text
    })
    const brings = [values.reading, values.poolLeft, values.blockLeft].some((one) => one !== undefined)
    const isBalanceOnly = values.number === above && brings && !values.validFrom
    above = values.number ?? above
    return { row: i + 2, values, problems: checked(values, isBalanceOnly), isBalanceOnly }
  })
  return { rows, unknownHeadings }
}

const dates: ContractColumn[] = [
  'validFrom',
  'validTo',
  'concludedOn',
  'signedOn',
  'settledTo',
  'balanceOn',
  'blockUntil',
]
const amounts: ContractColumn[] = ['feePrice', 'ticketPrice', 'hourPrice', 'tripPrice']
const left: ContractColumn[] = ['ticketsLeft', 'hoursLeft', 'poolLeft', 'blockLeft', 'reading']
const decimals: ContractColumn[] = [...left, 'includedHours']
const wholes: ContractColumn[] = ['includedTickets', 'paymentDays', 'noticeMonths']

/** Reads each cell into its exact form, in place; what cannot be read is said of its cell. */
function checked(values: ContractRow['values'], isBalanceOnly: boolean): CellProblem[] {
  const problems: CellProblem[] = []
  const say = (code: CellProblem['code'], column: ContractColumn) =>
    problems.push({ code, column, text: values[column] ?? '' })
  const read = (
    columns: ContractColumn[],
    how: (text: string) => string | undefined,
    code: CellProblem['code'],
  ) => {
    for (const column of columns) {
      const text = values[column]
      if (text === undefined) continue
      const value = how(text)
      if (value === undefined) say(code, column)
      else values[column] = value
    }
  }
  read(dates, dateOf, 'not_a_date')
  read(amounts, (text) => decimalOf(text.replace(/\s*(zł|pln)$/i, '')), 'not_an_amount')
  read(decimals, decimalOf, 'not_a_number')
  read(wholes, (text) => (/^\d{1,5}$/.test(text) ? text : undefined), 'not_a_number')
  if (values.isActive && yesOrNo(values.isActive) === undefined) say('yes_no_unclear', 'isActive')
  for (const column of ['number', ...(isBalanceOnly ? [] : (['clientName', 'validFrom'] as const))] as const)
    if (!values[column]) say('missing', column)
  if (left.some((column) => values[column]) && !values.balanceOn) say('missing', 'balanceOn')
  if (values.reading && !values.meter) say('missing', 'meter')
  return problems
}

/** "2026-01-01", "1.01.2026", "01/01/2026". */
function dateOf(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  const own = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text)
  const [year, month, day] = iso ? iso.slice(1).map(Number) : own ? own.slice(1).map(Number).toReversed() : []
  if (!year || !month || !day) return undefined
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch {
    // 31.02: no such day.
    return undefined
  }
}

function decimalOf(text: string): string | undefined {
  const read = parseDecimal(text)
  return 'problem' in read ? undefined : toText(read.value)
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '')
