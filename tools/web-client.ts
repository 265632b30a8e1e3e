/**
 * The web's client, made from the OpenAPI document: only types, so nothing of it reaches the
 * browser; `web/kit/api.ts` is the one caller. What the generator cannot say (tuples, values
 * of one kind) is put into words that it can.
 */
import { format } from 'oxfmt'
import { generateFile, mapOpenApiEndpoints } from 'typed-openapi'
import formatting from '../.oxfmtrc.json' with { type: 'json' }

type Fields = Record<string, unknown>
type Document = Parameters<typeof mapOpenApiEndpoints>[0]

const head =
  '/** Written by `npm run generate` from the OpenAPI document of the running server. Do not edit. */\n'

export async function webClient(document: unknown): Promise<string> {
  const tuples: string[] = []
  const spoken = plainer(document, tuples) as Document
  const source = generateFile({
    ...mapOpenApiEndpoints(spoken),
    runtime: 'none',
    includeClient: false,
    jsdoc: true,
  })
    .replace(/"(?:__tuple)(\d+)__"/g, (_, index: string) => tuples[Number(index)]!)
    .replaceAll('Record<string, any>', 'Record<string, unknown>')
  const { code, errors } = await format(
    'client.ts',
    head + source,
    formatting as Parameters<typeof format>[2],
  )
  if (errors.length > 0) throw new Error(`The client cannot be formatted: ${errors[0]?.message}`)
  if (/\bany\b/.test(code.replace(/\/\*[\s\S]*?\*\/|'[^'\n]*'/g, '')))
    throw new Error('The client says "any" somewhere: a schema is looser than its type.')
  return code
}

/** A value of one kind as an enum of one; known keys as properties; a tuple as a mark that is replaced afterwards. */
function plainer(node: unknown, tuples: string[]): unknown {
  if (Array.isArray(node)) return node.map((one) => plainer(one, tuples))
  if (typeof node !== 'object' || node === null) return node
  const fields = node as Fields
  if (Array.isArray(fields['prefixItems'])) {
    const types = fields['prefixItems'].map((item) => String((item as Fields)['type']))
    return { type: 'string', enum: [`__tuple${tuples.push(`[${types.join(', ')}]`) - 1}__`] }
  }
  const keys = (fields['propertyNames'] as Fields | undefined)?.['enum']
  if (Array.isArray(keys)) {
    const value = plainer(fields['additionalProperties'], tuples)
    const properties = Object.fromEntries(keys.map((key) => [key, value]))
    return { type: 'object', properties, required: fields['required'] ?? [] }
  }
  const { const: only, ...rest } = fields
  return Object.fromEntries(
    Object.entries('const' in fields ? { ...rest, enum: [only] } : fields).map(([key, one]) => [
      key,
      plainer(one, tuples),
    ]),
  )
}
