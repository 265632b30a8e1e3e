/** Plain work on JSON schemas: shorter without saying less, one name for one shape, units by the ending of a name. */
export type Fields = Record<string, unknown>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every object of a tree, the innermost first. */
export function deepMap(value: unknown, change: (node: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => deepMap(one, change))
  if (!isFields(value)) return value
  return change(Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deepMap(one, change)])))
}

const safeInteger = Number.MAX_SAFE_INTEGER
const tellingFormats = ['uuid', 'date', 'date-time', 'email', 'duration']

/** Drops what says nothing: the bounds of every whole number, the long pattern behind a format. */
export function tidy(node: unknown): unknown {
  if (!isFields(node)) return node
  const { ...kept } = node
  if (kept['minimum'] === -safeInteger) delete kept['minimum']
  if (kept['maximum'] === safeInteger) delete kept['maximum']
  if (tellingFormats.includes(String(kept['format']))) delete kept['pattern']
  // The keys of every JSON object are text.
  if (isFields(kept['propertyNames']) && sameJson(kept['propertyNames'], { type: 'string' }))
    delete kept['propertyNames']
  return orNull(kept)
}

/** "This or null" in one word where both are plain. */
function orNull(node: Fields): Fields {
  const { anyOf, ...rest } = node
  if (!Array.isArray(anyOf) || anyOf.length !== 2 || !sameJson(anyOf[1], { type: 'null' })) return node
  const [one] = anyOf
  const isPlain = isFields(one) && typeof one['type'] === 'string' && !('enum' in one) && !('const' in one)
  return isPlain ? { ...rest, ...one, type: [one['type'], 'null'] } : node
}

const reference = (id: string): string => `#/components/schemas/${id}`
const idOf = (node: unknown): string | undefined =>
  isFields(node) && typeof node['$ref'] === 'string' ? node['$ref'].split('/').pop() : undefined

/**
 * A schema stands twice: as it is sent to us and as we answer. Where both mean the same, one
 * stays. Two that speak of each other are the same as long as nothing else parts them, so
 * all are taken for the same first and the different ones fall out until none does.
 */
export function oneNameForBothWays(schemas: Fields, isInput: (id: string) => boolean) {
  const bare = (id: string): string => id.slice(0, -'Input'.length)
  const same = new Set(Object.keys(schemas).filter(isInput))
  const rename = (node: unknown): unknown => {
    const id = idOf(node)
    return id && same.has(id) ? { ...(node as Fields), $ref: reference(bare(id)) } : node
  }
  for (let before = -1; before !== same.size;) {
    before = same.size
    for (const id of same)
      if (!sameJson(deepMap(schemas[id], rename), deepMap(schemas[bare(id)], rename))) same.delete(id)
  }
  const kept = Object.entries(schemas).filter(([id]) => !same.has(id))
  return { rename, schemas: deepMap(Object.fromEntries(kept), rename) as Fields }
}

/** The schemas that the paths speak of, directly or through others. */
export function reached(paths: unknown, schemas: Fields): Fields {
  const found = new Set<string>()
  const look = (node: unknown): unknown => {
    const id = idOf(node)
    if (id && !found.has(id)) {
      found.add(id)
      deepMap(schemas[id], look)
    }
    return node
  }
  deepMap(paths, look)
  return Object.fromEntries(
    [...found].sort((a, b) => (a < b ? -1 : 1)).map((id) => [id, schemas[id]] as const),
  )
}

const units: readonly [ending: RegExp, unit: string][] = [
  [/Grosze$/, 'grosze'],
  [/Minutes$/, 'minutes'],
  [/Seconds$/, 'seconds'],
  [/Days$/, 'days'],
  [/Months$/, 'months'],
  [/Bp$/, 'basis points'],
  [/(^p|P)rice$/, 'PLN, exact decimal as text'],
  [/^(quantity|kilometres|cost)$/, 'exact decimal as text'],
  [/(At|By)$/, 'instant, ISO 8601 in UTC'],
  [/(On|^validFrom|^validTo)$/, 'date, YYYY-MM-DD'],
]

/** What a number or a text is counted in, told by the ending of its name. */
export function withUnits(node: unknown): unknown {
  if (!isFields(node) || !isFields(node['properties'])) return node
  const properties = Object.entries(node['properties']).map(([name, schema]) => {
    const unit = units.find(([ending]) => ending.test(name))?.[1]
    return [name, unit && isMeasure(schema) ? { ...schema, 'x-unit': unit } : schema]
  })
  return { ...node, properties: Object.fromEntries(properties) as Fields }
}

const isMeasure = (schema: unknown): schema is Fields =>
  isFields(schema) &&
  !('enum' in schema) &&
  !('format' in schema) &&
  ['string', 'integer', 'number'].includes(String([schema['type']].flat()[0]))

/** The order of keys means nothing. */
function sameJson(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isFields(value)) return JSON.stringify(value) ?? 'undefined'
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${pairs.map(([key, one]) => `${key}:${canonical(one)}`).join(',')}}`
}
