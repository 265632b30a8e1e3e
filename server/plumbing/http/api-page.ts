/** The OpenAPI document as one page that a person can read and search: routes by their noun, shapes below. */
import type { Operation } from './api-refusals.ts'

export type ApiDocument = {
  info: { title: string; description?: string }
  paths: Record<string, Record<string, Operation>>
  components?: { schemas?: Record<string, unknown> }
}
type Route = { url: string; method: string; operation: Operation }
type Content = { content?: Record<string, { schema?: unknown }>; description?: string }

const style =
  'body{font:15px/1.5 Inter,system-ui,sans-serif;max-width:980px;margin:32px auto;padding:0 16px;color:#1b2422;background:#faf9f6}summary{cursor:pointer;padding:6px 0}summary span{color:#4c5855}b{display:inline-block;width:70px;color:#0f6152}a{color:#0f6152}pre{background:#fff;border:1px solid #e8e6df;border-radius:8px;padding:12px;overflow:auto;font-size:12.5px}@media(prefers-color-scheme:dark){body{background:#0f1413;color:#e8ecea}summary span{color:#a9b4b0}pre{background:#161c1a;border-color:#262e2b}b,a{color:#7fcfb8}}'

export function readablePage(api: ApiDocument): string {
  const routes = Object.entries(api.paths).flatMap(([url, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ url, method, operation })),
  )
  const nouns = [...Map.groupBy(routes, ({ url }) => nounOf(url))].sort(([a], [b]) => (a < b ? -1 : 1))
  const shapes = Object.entries(api.components?.schemas ?? {})
  return [
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(api.info.title)} API</title><style>${style}</style>`,
    `<h1>${escape(api.info.title)} API</h1><p>${escape(api.info.description ?? '')}</p><p><a href="/api/openapi.json">openapi.json</a></p>`,
    ...nouns.map(([noun, those]) => `<h2>${escape(noun)}</h2>${those.map(routeBlock).join('')}`),
    '<h2>Shapes</h2>',
    ...shapes.map(
      ([name, shape]) =>
        `<details><summary><code>${escape(name)}</code></summary><div id="${escape(name)}">${schemaBlock(shape)}</div></details>`,
    ),
    '</html>',
  ].join('')
}

/** "/api/panel/tickets/{id}" → "panel: tickets". */
function nounOf(url: string): string {
  const [first = '', second = ''] = url.split('/').slice(2)
  return first === 'panel' || first === 'public' ? `${first}: ${second}` : first
}

function routeBlock({ url, method, operation }: Route): string {
  const { summary = '', parameters = [], requestBody, responses = {} } = operation
  const body = (requestBody as Content | undefined)?.content
  const answers = Object.entries(responses as Record<string, Content>)
  return [
    `<details><summary id="${method}-${escape(url)}"><b>${method.toUpperCase()}</b> <code>${escape(url)}</code> <span>${escape(summary)}</span></summary>`,
    `<p>May knock: ${escape((operation['x-allow'] ?? []).join(', '))}</p>`,
    parameters.length > 0 ? `<ul>${parameters.map(parameterItem).join('')}</ul>` : '',
    ...Object.values(body ?? {}).map(({ schema }) => `<p>body</p>${schemaBlock(schema)}`),
    ...answers
      .filter(([status]) => status < '300')
      .map(
        ([status, { content }]) => `<p>${status}</p>${schemaBlock(Object.values(content ?? {})[0]?.schema)}`,
      ),
    ...answers
      .filter(([status]) => status >= '400')
      .map(([status, { description = '' }]) => `<p>${status}: <code>${escape(description)}</code></p>`),
    '</details>',
  ].join('')
}

const parameterItem = (one: { name: string; in: string; required?: boolean }): string =>
  `<li><code>${escape(one.name)}</code> (${one.in}${one.required ? '' : ', optional'})</li>`

/** A reference becomes a link to the shape. */
const schemaBlock = (schema: unknown): string =>
  schema
    ? `<pre>${escape(JSON.stringify(schema, null, 2)).replace(
        /&quot;#\/components\/schemas\/(\w+)&quot;/g,
        '<a href="#$1">$1</a>',
      )}</pre>`
    : ''
const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
