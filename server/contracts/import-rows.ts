/**
 * A file of clients and contacts becomes rows that we understand. Headings may be Polish or
 * English, in any order, with or without diacritics; the delimiter is a comma, a semicolon or a
 * tab. One line may carry a client, one of its people, or both.
 */
import Papa from 'papaparse'
import { cleanNip, problemOfNip } from '#engines/ids/nip.ts'
import { refuse } from '#server/plumbing/refusal.ts'

export const importColumns = [
  'name',
  'nip',
  'regon',
  'addressLine1',
  'addressLine2',
  'email',
  'invoiceEmail',
  'phone',
  'contactName',
  'contactEmail',
  'contactPhone',
  'contactPosition',
  'isSupervisor',
  'receivesInvoices',
] as const
export type ImportColumn = (typeof importColumns)[number]
export type ImportProblem = { code: ImportProblemCode; column: ImportColumn; text: string }
export const importProblemCodes = [
  'name_missing',
  'nip_missing',
  'nip_characters',
  'nip_length',
  'nip_office',
  'nip_checksum',
  'email_invalid',
  'contact_without_email',
  'contact_without_name',
  'yes_no_unclear',
  'name_differs',
  'row_is_uneven',
] as const
export type ImportProblemCode = (typeof importProblemCodes)[number]
export type ImportRow = {
  row: number
  values: Partial<Record<ImportColumn, string>>
  problems: ImportProblem[]
}

const headings: Record<ImportColumn, string[]> = {
  name: ['nazwa', 'klient', 'firma', 'nazwafirmy', 'nazwaklienta', 'name', 'client', 'company'],
  nip: ['nip', 'numernip', 'vatid', 'taxid'],
  regon: ['regon'],
  addressLine1: ['ulica', 'adres', 'ulicainumer', 'adres1', 'street', 'address', 'addressline1'],
  addressLine2: [
    'kodimiasto',
    'kodmiasto',
    'kodimiejscowosc',
    'miasto',
    'adres2',
    'city',
    'postcodeandcity',
    'addressline2',
  ],
  email: ['email', 'emailklienta', 'emailfirmy', 'clientemail'],
  invoiceEmail: ['emaildofaktur', 'emailfaktury', 'fakturyemail', 'invoiceemail'],
  phone: ['telefon', 'tel', 'telefonfirmy', 'phone'],
  contactName: ['osoba', 'osobakontaktowa', 'kontakt', 'imieinazwisko', 'contact', 'person', 'contactname'],
  contactEmail: ['emailosoby', 'emailkontaktu', 'emailosobykontaktowej', 'contactemail', 'personemail'],
  contactPhone: ['telefonosoby', 'telefonkontaktu', 'contactphone', 'personphone'],
  contactPosition: ['stanowisko', 'position'],
  isSupervisor: ['przelozony', 'zatwierdza', 'supervisor'],
  receivesInvoices: ['dostajefaktury', 'faktury', 'receivesinvoices'],
}
const byHeading = new Map(
  Object.entries(headings).flatMap(([column, names]) =>
    names.map((name) => [name, column as ImportColumn] as const),
  ),
)

export type ReadFile = { rows: ImportRow[]; unknownHeadings: string[] }

export function readImport(csv: string): ReadFile {
  const parsed = Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [';', ',', '\t'],
  })
  const [head, ...lines] = parsed.data
  const columns = (head ?? []).map((heading) => byHeading.get(plainHeading(heading)))
  if (!head || !columns.includes('name') || lines.length === 0)
    refuse('csv_unreadable', { headings: head ?? [] }, 'csv')
  const unknownHeadings = head.filter((heading, i) => heading.trim() !== '' && columns[i] === undefined)
  // Row 1 is the heading, as a spreadsheet counts.
  return { rows: lines.map((line, i) => readRow(line, columns, i + 2)), unknownHeadings }
}

function plainHeading(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '')
}

function readRow(line: string[], columns: (ImportColumn | undefined)[], row: number): ImportRow {
  const values: ImportRow['values'] = {}
  columns.forEach((column, i) => {
    const text = line[i]?.trim()
    if (column && text) values[column] = text
  })
  const uneven: ImportProblem[] =
    line.length > columns.length
      ? [{ code: 'row_is_uneven', column: 'name', text: line.join(' | ').slice(0, 120) }]
      : []
  return { row, values, problems: [...uneven, ...problemsOf(values)] }
}

function problemsOf(values: ImportRow['values']): ImportProblem[] {
  const problems: ImportProblem[] = []
  const say = (code: ImportProblemCode, column: ImportColumn) =>
    problems.push({ code, column, text: values[column] ?? '' })
  if (!values.name) say('name_missing', 'name')
  const nip = values.nip ? problemOfNip(values.nip) : undefined
  if (nip) say(nip, 'nip')
  else if (values.nip) values.nip = cleanNip(values.nip)
  for (const column of ['email', 'invoiceEmail', 'contactEmail'] as const) {
    if (values[column] && !looksLikeEmail(values[column])) say('email_invalid', column)
  }
  if (values.contactName && !values.contactEmail) say('contact_without_email', 'contactEmail')
  if (values.contactEmail && !values.contactName) say('contact_without_name', 'contactName')
  for (const column of ['isSupervisor', 'receivesInvoices'] as const)
    if (values[column] && yesOrNo(values[column]) === undefined) say('yes_no_unclear', column)
  return problems
}

const looksLikeEmail = (text: string): boolean =>
  /^[^\s@<>"(),;:]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(text) && text.length <= 200

export function yesOrNo(text: string | undefined): boolean | undefined {
  if (text === undefined) return false
  const plain = plainHeading(text)
  if (['tak', 't', 'yes', 'y', '1', 'x', 'true', 'prawda'].includes(plain)) return true
  return ['nie', 'n', 'no', '0', 'false', 'falsz'].includes(plain) ? false : undefined
}
