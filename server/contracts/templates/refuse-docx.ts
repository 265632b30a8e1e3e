/**
 * What a template may never bring along: macros, embedded programs, anything fetched from
 * elsewhere when it is opened, and entities that grow. A plain link that a person may click is
 * no such thing.
 */
import { refuse } from '#server/plumbing/refusal.ts'
import { openZip, type Parts } from './safe-zip.ts'

const bodyPart = 'word/document.xml'
export const templateBytesMax = 10 * 1024 * 1024
/** The text of three hundred dense pages; pictures are not counted here. */
const textBytesMax = 4 * 1024 * 1024
export const templatePagesMax = 300

/** The parts of a DOCX that may be worked with, or a refusal with the reason. */
export function openDocx(bytes: Buffer): Parts {
  if (bytes.length > templateBytesMax) refuse('file_too_large', { megabytesMax: 10 }, 'file')
  const parts = openZip(bytes)
  if (typeof parts === 'string') refuse(parts, {}, 'file')
  if (!parts.has(bodyPart) || !parts.has('[Content_Types].xml')) refuse('template_not_docx', {}, 'file')
  refusePrograms(parts)
  for (const [name, content] of parts) {
    if (!/\.(xml|rels)$/i.test(name)) continue
    if (content.length > textBytesMax) refuse('template_too_large', {}, 'file')
    const xml = content.toString('utf8')
    if (/<!(DOCTYPE|ENTITY)/i.test(xml)) refuse('template_broken', {}, 'file')
    if (/\.rels$/i.test(name)) refuseReaching(xml)
    else refuseFetching(xml)
  }
  refuseLong(parts.get(bodyPart)!.toString('utf8'))
  return parts
}

/** Never more than there are; what an editor has counted itself is not believed. */
function refuseLong(body: string): void {
  const count = (mark: RegExp) => body.match(mark)?.length ?? 0
  const breaks = count(/<w:br\b[^>]*w:type="page"/g) + count(/<w:pageBreakBefore\b/g)
  const pages = 1 + Math.max(breaks, Math.floor(count(/<w:p[ >]/g) / 90))
  if (pages > templatePagesMax)
    refuse('template_too_many_pages', { pages, pagesMax: templatePagesMax }, 'file')
}

function refusePrograms(parts: Parts): void {
  const types = parts.get('[Content_Types].xml')!.toString('utf8')
  const isProgram = (name: string) =>
    /vbaProject|vbaData|activeX|(^|\/)embeddings\/|(^|\/)oleObject|\.(bin|exe|dll|js|vbs|ps1)$/i.test(name)
  if (/macroEnabled|vbaProject|activeX|oleObject/i.test(types) || [...parts.keys()].some(isProgram))
    refuse('template_macros', {}, 'file')
}

/** Relationships that lead out of the file; of these only links to click stay. */
function refuseReaching(xml: string): void {
  for (const [relationship] of xml.matchAll(/<[^>]*\bTargetMode\s*=\s*["']External["'][^>]*>/gi)) {
    const target = /\bTarget\s*=\s*["']([^"']*)["']/i.exec(relationship)?.[1] ?? ''
    const isLink = /\bType\s*=\s*["'][^"']*\/hyperlink["']/i.test(relationship)
    if (!isLink || !/^(https?:|mailto:|tel:)/i.test(target))
      refuse('template_external_link', { target: target.slice(0, 120) }, 'file')
  }
}

/** Fields that fetch a text, a picture or the data of another program when the document is opened. */
function refuseFetching(xml: string): void {
  const instructions = [
    ...[...xml.matchAll(/<w:instrText[^>]*>([^<]*)/g)].map(([, text]) => text ?? ''),
    ...[...xml.matchAll(/\bw:instr\s*=\s*"([^"]*)"/g)].map(([, text]) => text ?? ''),
  ]
  const together = instructions.join('')
  const fetching = [...instructions, together].find((text) =>
    /^\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|INCLUDE|DATABASE|LINK)\b/i.test(text),
  )
  if (fetching !== undefined)
    refuse('template_external_link', { target: fetching.trim().slice(0, 120) }, 'file')
  if (/<w:(altChunk|control|object)\b/.test(xml)) refuse('template_macros', {}, 'file')
}
