/**
 * The OpenAPI document: what the routes' schemas say, told once. A schema with an id
 * (`.meta({ id: 'Ticket' })`) becomes a component and every use of it a reference; one that
 * means the same in both directions has one name. Who may knock, the refusals of the
 * plumbing and the units that a name's ending tells are added here, so that no route has
 * to repeat them.
 */
import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import type { FastifySchema, RouteOptions } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { Refused, refusalsOf, type Operation } from './api-refusals.ts'
import {
  deepMap,
  isFields,
  oneNameForBothWays,
  reached,
  tidy,
  withUnits,
  type Fields,
} from './api-schemas.ts'
import { toldOf } from './tell-routes.ts'

type ApiDocument = {
  info: { title: string; description?: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown>; responses?: Record<string, unknown> }
}

const description =
  'Amounts are integer grosze (…Grosze); unit prices and quantities exact decimals as text. Instants are ISO 8601 in UTC (…At happened, …By promised), dates YYYY-MM-DD (…On). A refusal is {error: {code, facts, field?, message}}; codes are stable. The header Idempotency-Key makes a change happen once.'

export function apiDocument(publicUrl: string): FastifyDynamicSwaggerOptions {
  return {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Opiekun', version: '1', description },
      servers: [{ url: publicUrl }],
    },
    transform: (route) => {
      // Pages and the signs of life are no part of the API.
      if (!route.url.startsWith('/api/')) return { schema: { hide: true }, url: route.url }
      const { schema, url } = jsonSchemaTransform({ ...route, schema: route.schema ?? {} })
      const described = { ...schema, ...rawBody(route.schema), ...aboutTheDoor(route.route) }
      return { schema: described as typeof schema, url }
    },
    transformObject: (given) => finished(jsonSchemaTransformObject(given) as unknown as ApiDocument) as never,
  }
}

/** A route that takes bytes has no schema for them. */
const rawBody = (schema: FastifySchema | undefined): Fields =>
  schema?.consumes && !schema.body ? { body: { type: 'string', format: 'binary' } } : {}

/** Who may knock. */
const aboutTheDoor = ({ config }: RouteOptions): Fields => ({ 'x-allow': config?.allow ?? [] })

function finished(given: ApiDocument): ApiDocument {
  const { paths, components, ...rest } = deepMap(given, tidy) as ApiDocument
  for (const [url, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods)) {
      // A view may grow: who reads it must not stumble over what is new.
      const answers = deepMap(operation.responses ?? {}, open) as Operation['responses']
      operation.responses = { ...answers, ...refusalsOf(method, url, operation) }
      operation.summary ??= toldOf(method, url)?.summary
    }
  const known = Object.keys(components.schemas)
  const views = Object.fromEntries(
    Object.entries(components.schemas).map(([id, schema]) => [
      id,
      isInput(id, known) ? schema : deepMap(schema, open),
    ]),
  )
  const named = oneNameForBothWays({ ...views, Refused }, (id) => isInput(id, known))
  const renamedPaths = deepMap(paths, named.rename) as ApiDocument['paths']
  const schemas = reached(renamedPaths, named.schemas)
  return { ...rest, paths: renamedPaths, components: { schemas: deepMap(schemas, withUnits) as Fields } }
}

/** What is sent to us has the name of its view with this ending. */
const isInput = (id: string, known: readonly string[]): boolean =>
  id.endsWith('Input') && known.includes(id.slice(0, -'Input'.length))

function open(node: unknown): unknown {
  if (!isFields(node) || node['additionalProperties'] !== false) return node
  const { additionalProperties: _, ...rest } = node
  return rest
}
