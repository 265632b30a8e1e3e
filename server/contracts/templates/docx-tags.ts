/**
 * The tags of a template as a tree, and what is wrong with how they are written: one that is
 * never closed, a loop that ends in another table cell. Raw XML is refused outright.
 */
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { refuse } from '#server/plumbing/refusal.ts'

export type Tag = { kind: 'value' | 'section'; name: string; part: DocxPart; inside: Tag[] }
export type DocxPart = 'body' | 'header' | 'footer' | 'other'
export type WritingProblem = {
  code:
    | 'tag_open'
    | 'tag_unopened'
    | 'loop_open'
    | 'loop_unopened'
    | 'loop_crossed'
    | 'loop_misplaced'
    | 'other'
  tag: string
}
export type Read = { tags: Tag[]; problems: WritingProblem[]; texts: { part: DocxPart; text: string }[] }

type Parsed = { type: string; value: string; module?: string; subparsed?: Parsed[]; tag?: string }

export function readTags(bytes: Buffer): Read {
  const found = new Map<string, Parsed[]>()
  const zip = new PizZip(bytes)
  const problems = compile(zip, found)
  const tags = [...found].flatMap(([file, parsed]) => tagsIn(parsed, partOf(file)))
  const raw = rawTag([...found.values()].flat())
  if (raw !== undefined) refuse('template_raw_xml', { tag: `@${raw}` }, 'file')
  const texts = Object.keys(zip.files)
    .filter((file) => /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/.test(file))
    .map((file) => ({ part: partOf(file), text: textOf(zip.file(file)?.asText() ?? '') }))
  return { tags, problems, texts }
}

/** The options under which templates are read and filled: the same for both. */
export const docxOptions = {
  paragraphLoop: true,
  linebreaks: true,
  delimiters: { start: '{', end: '}' },
  errorLogging: false,
}

function compile(zip: PizZip, found: Map<string, Parsed[]>): WritingProblem[] {
  let file = ''
  const listener = {
    name: 'Listener',
    set(given: { inspect?: { filePath?: string; postparsed?: Parsed[]; parsed?: Parsed[] } }) {
      file = given.inspect?.filePath ?? file
      const parsed = given.inspect?.postparsed ?? (found.has(file) ? undefined : given.inspect?.parsed)
      if (parsed) found.set(file, parsed)
    },
  }
  try {
    // oxlint-disable-next-line no-new -- reading the template is what the constructor does
    new Docxtemplater(zip, { ...docxOptions, modules: [listener] })
    return []
  } catch (error) {
    return writingProblems(error)
  }
}

type LibraryError = {
  properties?: { id?: string; xtag?: string; errors?: LibraryError[]; explanation?: string }
}

function writingProblems(error: unknown): WritingProblem[] {
  const { properties } = error as LibraryError
  const errors = properties?.errors ?? [error as LibraryError]
  const problems = errors.map((one) => {
    const { id = '', xtag = '' } = one.properties ?? {}
    return { code: codes[id] ?? ('other' as const), tag: String(xtag).slice(0, 60) }
  })
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()].slice(0, 50)
}

const codes: Record<string, WritingProblem['code']> = {
  unclosed_tag: 'tag_open',
  duplicate_open_tag: 'tag_open',
  unopened_tag: 'tag_unopened',
  duplicate_close_tag: 'tag_unopened',
  unclosed_loop: 'loop_open',
  unopened_loop: 'loop_unopened',
  closing_tag_does_not_match_opening_tag: 'loop_crossed',
  unbalanced_loop_tags: 'loop_crossed',
  loop_position_produces_invalid_xml: 'loop_misplaced',
  no_xml_tag_found_at_left: 'loop_misplaced',
  no_xml_tag_found_at_right: 'loop_misplaced',
}

function tagsIn(parsed: Parsed[], part: DocxPart): Tag[] {
  return parsed
    .filter((one) => one.type === 'placeholder')
    .map((one) => ({
      kind: one.module === 'loop' ? ('section' as const) : ('value' as const),
      name: one.value.trim(),
      part,
      inside: one.subparsed ? tagsIn(one.subparsed, part) : [],
    }))
}

function rawTag(parsed: Parsed[]): string | undefined {
  for (const one of parsed) {
    if (one.module === 'rawxml') return one.value
    const inside = one.subparsed && rawTag(one.subparsed)
    if (inside !== undefined) return inside
  }
  return undefined
}

function partOf(file: string): DocxPart {
  const [, name] = /^word\/(document|header|footer)/.exec(file) ?? []
  return name === 'document' ? 'body' : name === 'header' || name === 'footer' ? name : 'other'
}

/** What a reader sees, paragraph by paragraph. */
function textOf(xml: string): string {
  return xml
    .replaceAll(/<\/w:p>/g, '\n')
    .replaceAll(/<w:(br|tab)\b[^>]*>/g, ' ')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
