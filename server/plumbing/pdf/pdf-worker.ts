/**
 * A process that only makes PDFs. Typst is synchronous and knows no time limit, so it runs
 * here, where the pool can kill it. Besides the template's own folder and the data of the
 * order it can read nothing; it starts without the server's environment.
 */
import { basename, dirname, join } from 'node:path'
import { readFonts } from './fonts.ts'
import type { PdfAnswer, PdfOrder, PdfRequest } from './pdf-order.ts'
import { loadTypst, typstPath, type TypstCompiler } from './typst-package.ts'

const compilers = new Map<string, TypstCompiler>()
let fonts: Buffer[] | undefined

process.on('message', (order: PdfOrder) => answer(order))
process.on('disconnect', () => process.exit())

function answer({ id, request }: PdfOrder): void {
  let reply: PdfAnswer
  try {
    reply = { id, pdf: print(request) }
  } catch (error) {
    reply = { id, problem: error instanceof Error ? error.message : String(error) }
  }
  process.send?.(reply)
}

/** Also for the bench, which counts the CPU of its own process. */
export function print(request: PdfRequest): Buffer {
  const folder = dirname(request.template)
  const compiler = compilerFor(folder)
  try {
    layOut(compiler, folder, request)
    const compiled = compiler.compile({ mainFileContent: mainFile(request), resetRead: true })
    const trouble = compiled.takeError() ?? compiled.takeWarnings()
    if (trouble?.shortDiagnostics.length) throw new Error(inWords(trouble.shortDiagnostics))
    if (!compiled.result) throw new Error('Typst returned no document.')
    return compiler.pdf(compiled.result, request.pdfStandard === 'a-3a' ? { pdfStandard: 'a-3a' } : {})
  } finally {
    compiler.resetShadow()
    compiler.evictCache(0)
  }
}

function compilerFor(folder: string): TypstCompiler {
  const known = compilers.get(folder)
  if (known) return known
  const path = typstPath()
  if (!path) throw new Error('Typst is not installed for this platform.')
  fonts ??= readFonts()
  const compiler = loadTypst(path).NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontBlobs: fonts }],
  })
  compilers.set(folder, compiler)
  return compiler
}

/** Puts the data, pictures and attachments beside the template, in memory only. */
function layOut(compiler: TypstCompiler, folder: string, request: PdfRequest): void {
  const attachments = request.attachments ?? []
  const listed = attachments.map(({ name, mediaType, description }) => ({
    name,
    mediaType,
    description,
  }))
  compiler.mapShadow(join(folder, 'data.json'), Buffer.from(JSON.stringify(request.data)))
  compiler.mapShadow(join(folder, 'attachments.json'), Buffer.from(JSON.stringify(listed)))
  attachments.forEach((file, at) =>
    compiler.mapShadow(join(folder, `attachment-${at}`), asBuffer(file.content)),
  )
  for (const picture of request.pictures ?? []) {
    compiler.mapShadow(join(folder, basename(picture.name)), asBuffer(picture.content))
  }
}

function asBuffer(content: Uint8Array): Buffer {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength)
}

/** Our template, and the attachments after it: the names stay data here as well. */
function mainFile(request: PdfRequest): string {
  return `#include ${JSON.stringify(`/${basename(request.template)}`)}
#for (at, file) in json("/attachments.json").enumerate() {
  pdf.attach(
    file.name,
    read("/attachment-" + str(at), encoding: none),
    relationship: "alternative",
    mime-type: file.mediaType,
    description: file.description,
  )
}
`
}

function inWords(diagnostics: { message: string; path: string }[]): string {
  return diagnostics.map(({ message, path }) => `${basename(path)}: ${message}`).join('; ')
}
