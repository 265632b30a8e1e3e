/**
 * Every single term, taken from the schema of the terms: a full set in which everything optional is
 * filled, and for each value in it another set in which that value alone is different. A term that is
 * added to the schema is in it by itself.
 */
import { z } from 'zod'
import { Terms } from '#server/contracts/terms.ts'

export type OneChange = { path: string; terms: Terms }

type Schema = {
  $ref?: string
  $defs?: Record<string, Schema>
  type?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  prefixItems?: Schema[]
  additionalProperties?: Schema | boolean
  propertyNames?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  minItems?: number
}
type Grown = { base: unknown; changes: { path: string; value: unknown }[] }

const root = z.toJSONSchema(Terms, { unrepresentable: 'any' }) as Schema

/** The full set, and each change of one value of it. */
export function everyTerm(): { full: Terms; changes: OneChange[] } {
  const { base, changes } = grow(root, '')
  return {
    full: base as Terms,
    changes: changes.map(({ path, value }) => ({ path, terms: value as Terms })),
  }
}

/** The names of all fields of the terms. */
export function everyField(schema: Schema = root, seen = new Set<Schema>()): string[] {
  const real = resolved(schema)
  if (seen.has(real)) return []
  seen.add(real)
  const parts = [
    ...Object.values(real.properties ?? {}),
    ...(real.anyOf ?? []),
    ...(real.oneOf ?? []),
    ...(real.prefixItems ?? []),
    ...(real.items ? [real.items] : []),
    ...(typeof real.additionalProperties === 'object' ? [real.additionalProperties] : []),
  ]
  return [
    ...new Set([...Object.keys(real.properties ?? {}), ...parts.flatMap((one) => everyField(one, seen))]),
  ]
}

function resolved(schema: Schema): Schema {
  const name = schema.$ref?.match(/^#\/\$defs\/(.+)$/)?.[1]
  return name ? resolved(root.$defs![name]!) : schema
}

function grow(given: Schema, name: string): Grown {
  const schema = resolved(given)
  const options = schema.anyOf ?? schema.oneOf
  if (options) return ofOptions(options, name)
  if (schema.const !== undefined) return { base: schema.const, changes: [] }
  if (schema.enum) return ofValues(schema.enum[0], schema.enum[1])
  if (schema.prefixItems) return ofTuple(schema.prefixItems, name)
  if (schema.type === 'array') return ofList(schema.items!, name)
  if (schema.type === 'object' && schema.properties) return ofFields(schema)
  if (schema.type === 'object') return ofRecord(schema)
  if (schema.type === 'boolean') return ofValues(true, false)
  if (schema.type === 'integer' || schema.type === 'number') return ofNumber(schema)
  if (schema.type === 'string') return ofText(schema, name)
  return { base: null, changes: [] }
}

const ofValues = (base: unknown, other: unknown): Grown => ({
  base,
  changes: other === undefined ? [] : [{ path: '', value: other }],
})

/** The first shape that is not null, changed in itself and into the other shapes. */
function ofOptions(options: Schema[], name: string): Grown {
  const grown = options.map((one) => grow(one, name))
  const [first, ...others] = grown
  return {
    base: first!.base,
    changes: [...first!.changes, ...others.map(({ base }) => ({ path: '', value: base }))],
  }
}

function ofFields({ properties = {}, required = [] }: Schema): Grown {
  const grown = Object.entries(properties).map(([key, schema]) => ({ key, ...grow(schema, key) }))
  const base = Object.fromEntries(grown.map(({ key, base: value }) => [key, value]))
  return {
    base,
    changes: grown.flatMap(({ key, changes }) => {
      const without = { ...base }
      delete without[key]
      return [
        ...changes.map(({ path, value }) => ({ path: joined(key, path), value: { ...base, [key]: value } })),
        ...(required.includes(key) ? [] : [{ path: `${key} (absent)`, value: without }]),
      ]
    }),
  }
}

/** A list of different shapes holds one of each; any other list holds one member. */
function ofList(items: Schema, name: string): Grown {
  const real = resolved(items)
  const shapes = (real.oneOf ?? [real]).map((one, i) => numbered(grow(one, name), i))
  const base = shapes.map((shape) => shape.base)
  return {
    base,
    changes: shapes.flatMap(({ changes }, i) =>
      changes.map(({ path, value }) => ({ path: joined(String(i), path), value: base.with(i, value) })),
    ),
  }
}

/** Members of different shapes have ids of their own, as in a real list. */
function numbered(grown: Grown, i: number): Grown {
  const { base } = grown
  if (i === 0 || typeof base !== 'object' || base === null || !('id' in base)) return grown
  const withId = (value: unknown, id: unknown) => ({ ...(value as object), id })
  return {
    base: withId(base, `pozycja ${i}`),
    changes: grown.changes.map(({ path, value }) => ({
      path,
      value: withId(value, path === 'id' ? `zmieniona ${i}` : `pozycja ${i}`),
    })),
  }
}

function ofTuple(parts: Schema[], name: string): Grown {
  const grown = parts.map((one, i) => grow(one, `${name} ${i}`))
  const base = grown.map((one) => one.base)
  return {
    base,
    changes: grown.flatMap(({ changes }, i) =>
      changes.map(({ path, value }) => ({ path: joined(String(i), path), value: base.with(i, value) })),
    ),
  }
}

function ofRecord({ additionalProperties, propertyNames }: Schema): Grown {
  const key = (propertyNames?.enum?.[0] as string | undefined) ?? 'klucz'
  const { base, changes } = grow(additionalProperties as Schema, key)
  return {
    base: { [key]: base },
    changes: changes.map(({ path, value }) => ({ path: joined(key, path), value: { [key]: value } })),
  }
}

function ofNumber({ minimum = 0, maximum = 1_000_000 }: Schema): Grown {
  const base = Math.min(Math.max(minimum, 2), maximum - 1)
  return ofValues(base, base + 1)
}

const ids = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002'] as const

function ofText({ format, pattern }: Schema, name: string): Grown {
  if (format === 'uuid') return ofValues(...ids)
  if (/^(from|to|until|date|holidays|on|klucz)$/.test(name) && !pattern && name !== 'klucz')
    return ofValues('2026-05-04', '2026-06-05')
  if (/^(mon|tue|wed|thu|fri|sat|sun|windows|overrides|cuts) 0|fromTime/.test(name))
    return ofValues('08:00', '09:00')
  if (/^(mon|tue|wed|thu|fri|sat|sun|windows|overrides|cuts) 1|toTime/.test(name))
    return ofValues('16:00', '17:00')
  if (name === 'timezone') return ofValues('Europe/Warsaw', 'Europe/London')
  if (name === 'vat') return ofValues('23', '8')
  if (/^(factor|upTo|size|grant|weight|basePoints|pointsPerUnit|freeUnits|ratePercent|included)$/.test(name))
    return ofValues('2', '3')
  if (name.endsWith('Price') || name === 'price' || pattern?.includes('\\d'))
    return ofValues('12.50', '13.75')
  return ofValues('jedno', 'drugie')
}

const joined = (key: string, path: string): string => (path ? `${key}.${path}` : key)
