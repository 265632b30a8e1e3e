/** The values among which a field of the terms chooses, by its name, as the schema of the terms lists them. */
import { z } from 'zod'
import { Terms } from '../terms.ts'

type Schema = {
  $defs?: Record<string, Schema>
  properties?: Record<string, Schema>
  items?: Schema
  prefixItems?: Schema[]
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
  oneOf?: Schema[]
  enum?: unknown[]
}

let known: Map<string, unknown[]> | undefined

export function choicesOf(field: string): unknown[] {
  known ??= collected()
  return known.get(field) ?? []
}

function collected(): Map<string, unknown[]> {
  const found = new Map<string, unknown[]>()
  const visit = (schema: Schema, field: string): void => {
    if (schema.enum) found.set(field, [...new Set([...(found.get(field) ?? []), ...schema.enum])])
    for (const [key, one] of Object.entries(schema.properties ?? {})) visit(one, key)
    for (const one of Object.values(schema.$defs ?? {})) visit(one, '')
    const parts = [
      schema.items,
      ...(schema.prefixItems ?? []),
      ...(schema.anyOf ?? []),
      ...(schema.oneOf ?? []),
    ]
    for (const one of parts) if (one) visit(one, field)
    if (typeof schema.additionalProperties === 'object') visit(schema.additionalProperties, field)
  }
  visit(z.toJSONSchema(Terms, { unrepresentable: 'any' }) as Schema, '')
  return found
}
