/** A person without a picture: initials on a colour that is always the same for the same name. */

/** Initials that read as a word say something about the person that nobody meant. */
const readAsWords = new Set([
  'OK',
  'NO',
  'PO',
  'DO',
  'NA',
  'WC',
  'ZE',
  'SS',
  'KO',
  'ID',
  'TO',
  'ON',
  'BE',
  'HA',
  'NIE',
])

export function initialsOf(name: string): string {
  const parts = withoutLegalForm(name).trim().split(/\s+/).filter(Boolean)
  const first = parts[0]?.[0] ?? '?'
  const last = parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : ''
  const initials = (first + last).toLocaleUpperCase('pl')
  return readAsWords.has(initials) ? first.toLocaleUpperCase('pl') : initials
}

/** "Żuraw Serwis Sp. z o.o. (piaskownica)" → "Żuraw Serwis": what a company calls itself. */
function withoutLegalForm(name: string): string {
  const short = name
    .replace(/\(.*\)/g, ' ')
    .replace(/\s(sp\. ?z ?o\. ?o\.?|sp\. ?[jkp]\.?|s\. ?a\.?|s\. ?c\.?)(?=\s|$)/gi, ' ')
  return short.trim() ? short : name
}

export function avatarTone(name: string): 1 | 2 | 3 | 4 | 5 | 6 {
  let hash = 2166136261
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619)
  return (((hash >>> 0) % 6) + 1) as 1 | 2 | 3 | 4 | 5 | 6
}
