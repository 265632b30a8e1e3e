/**
 * Rows of a file of sites and devices, understood: headings in Polish or English, in any order,
 * with or without diacritics. A row names a site, a device, or a device at a site.
 */
import { refuse } from '#server/plumbing/refusal.ts'

export const placeColumns = {
  clientName: ['klient', 'nazwaklienta', 'client', 'company'],
  nip: ['nip', 'vatid', 'taxid'],
  site: ['lokalizacja', 'miejsce', 'obiekt', 'oddzial', 'site', 'location'],
  addressLine1: ['ulica', 'adres', 'street', 'address'],
  addressLine2: ['kodimiasto', 'kodmiasto', 'kodimiejscowosc', 'miasto', 'city'],
  travelZone: ['strefa', 'strefadojazdu', 'zone', 'travelzone'],
  device: ['urzadzenie', 'nazwa', 'model', 'device', 'name'],
  deviceClass: ['rodzaj', 'klasa', 'rodzajurzadzenia', 'klasaurzadzenia', 'class', 'deviceclass', 'kind'],
  serialNumber: ['numerseryjny', 'nrseryjny', 'sn', 'serialnumber', 'serial'],
  note: ['uwagi', 'notatka', 'note', 'notes'],
} as const
export type PlaceColumn = keyof typeof placeColumns
export type PlaceRow = {
  /** As a spreadsheet counts: the heading is row 1. */
  row: number
  values: Partial<Record<PlaceColumn, string>>
}

const longest: Record<PlaceColumn, number> = {
  clientName: 200,
  nip: 20,
  site: 120,
  addressLine1: 200,
  addressLine2: 200,
  travelZone: 60,
  device: 200,
  deviceClass: 60,
  serialNumber: 80,
  note: 1000,
}

const byHeading = new Map(
  Object.entries(placeColumns).flatMap(([column, names]) =>
    names.map((name) => [name as string, column as PlaceColumn] as const),
  ),
)

export function readPlaceRows(sheet: string[][]): { rows: PlaceRow[]; unknownHeadings: string[] } {
  const [head = [], ...lines] = sheet
  const columns = head.map((heading) => byHeading.get(plain(heading)))
  if (!columns.includes('site') && !columns.includes('device'))
    refuse('spreadsheet_unreadable', { headings: head }, 'file')
  const unknownHeadings = head.filter((heading, i) => heading !== '' && columns[i] === undefined)
  const rows = lines.map((line, i): PlaceRow => {
    const values: PlaceRow['values'] = {}
    columns.forEach((column, at) => {
      const text = line[at]?.trim()
      if (column && text) values[column] = text.slice(0, longest[column])
    })
    return { row: i + 2, values }
  })
  return { rows, unknownHeadings }
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '')
