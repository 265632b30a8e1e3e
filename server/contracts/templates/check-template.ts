/**
 * A template is checked before it is kept: which placeholders it uses, which nobody knows (with
 * the nearest name that somebody does), which are advised and missing, what was typed by hand
 * where the terms speak. What is unknown or badly written keeps it from being used.
 */
import { readTags, type DocxPart, type Read, type Tag, type WritingProblem } from './docx-tags.ts'
import {
  knownPlaceholders,
  loopsOf,
  namesAt,
  nearest,
  type Known,
  type TemplateKind,
} from './known-placeholders.ts'

export type TagProblem = {
  code: WritingProblem['code'] | 'unknown' | 'outside_loop' | 'list_as_value'
  tag: string
  /** The name that was probably meant. */
  suggestion?: string
  /** The loop inside which the name holds. */
  loop?: string
}
export type Findings = {
  used: string[]
  problems: TagProblem[]
  advised: string[]
  /** Texts that say by hand what the terms say: they will not change with the terms. */
  typed: string[]
  /** Fingerprint and code stand in a header or footer already. */
  hasOwnMark: boolean
}

/** Without these a contract does not say who, what, when or for how much. */
const advised: Record<TemplateKind, string[]> = {
  contract: [
    'umowa_numer',
    'umowa_od',
    'firma_nazwa',
    'firma_nip',
    'klient_nazwa',
    'klient_nip',
    'opiekun',
    'poziomy',
    'kalendarze',
    'wstrzymania',
    'uprawnieni',
    'pozycje_cennika',
    'termin_platnosci_dni',
    'okres_wypowiedzenia',
    'odpowiedzialnosc_limit',
    'zakres',
  ],
  amendment: ['aneks_numer', 'aneks_od', 'umowa_numer', 'klient_nazwa', 'zmiany'],
}

export function checkTemplate(bytes: Buffer, kind: TemplateKind): Findings {
  const read = readTags(bytes)
  const known = knownPlaceholders(kind)
  const used = new Set<string>()
  const problems: TagProblem[] = [...read.problems]
  const visit = (tags: Tag[], loops: string[]) => {
    for (const tag of tags) {
      used.add(tag.name)
      const problem = problemOf(tag, loops, known)
      if (problem) problems.push(problem)
      visit(tag.inside, tag.kind === 'section' ? [...loops, tag.name] : loops)
    }
  }
  visit(read.tags, [])
  return {
    used: [...used].filter((name) => namesKnown(known).has(name)).toSorted(),
    problems: [...new Map(problems.map((one) => [`${one.code} ${one.tag}`, one])).values()].slice(0, 100),
    advised: advised[kind].filter((name) => !used.has(name)),
    typed: typedByHand(read),
    hasOwnMark: hasOwnMark(read.tags),
  }
}

export const isFit = (findings: Findings): boolean => findings.problems.length === 0

const namesKnown = (known: Known): Set<string> =>
  new Set([...known.plain, ...[...known.inside.values()].flatMap((names) => [...names])])

function problemOf({ kind, name }: Tag, loops: string[], known: Known): TagProblem | undefined {
  // The same name may be a list outside and a text inside another list: the inner one counts.
  if (loops.some((loop) => known.inside.get(loop)?.has(name))) return undefined
  if (known.plain.has(name))
    return kind === 'value' && known.inside.has(name) ? { code: 'list_as_value', tag: name } : undefined
  const [loop] = loopsOf(known, name)
  if (loop) return { code: 'outside_loop', tag: name, loop }
  const suggestion = nearest(name, namesAt(known, loops)) ?? nearest(name, namesKnown(known))
  return { code: 'unknown', tag: name.slice(0, 60), ...(suggestion && { suggestion }) }
}

function hasOwnMark(tags: Tag[]): boolean {
  const onEveryPage = (part: DocxPart) => part === 'footer' || part === 'header'
  const stands = (name: string) => tags.some((tag) => onEveryPage(tag.part) && tag.name === name)
  return stands('umowa_skrot') && stands('umowa_kod')
}

/** "reakcja 4 h", "85,00 zł", "14 dni" outside placeholders: true today, and perhaps not tomorrow. */
function typedByHand({ texts }: Read): string[] {
  const said = /\d+(?:[.,]\d+)?\s*(?:zł|PLN|h|godz|godzin\w*|min(?:ut\w*)?|dni|dnia|%)(?![\p{L}\d])/u
  return texts
    .flatMap(({ text }) => text.split('\n'))
    .map((line) => line.replaceAll(/\{[^}]*\}/g, '…').trim())
    .filter((line) => said.test(line))
    .map((line) => (line.length > 140 ? `${line.slice(0, 139)}…` : line))
    .slice(0, 20)
}
