/**
 * Talking to our server, by the types of the generated client alone: a path that it does not
 * answer or a body that it does not take is a type error. The rest is transport: JSON, the session's cookie, one Idempotency-Key per change. A
 * change whose answer got lost is repeated under the same key, so it happens once. A "no"
 * of the server becomes an ApiRefusal; a lost connection an ApiUnreachable.
 */
import type { EndpointByMethod, Schemas } from '../generated/client.ts'

/** The codes with which the server says no. */
export type RefusalCode = Schemas.Refused['error']['code']

export class ApiRefusal extends Error {
  override name = 'ApiRefusal'
  readonly code: RefusalCode
  readonly facts: Readonly<Record<string, unknown>>
  readonly status: number
  /** The path of the input field it speaks of. */
  readonly field: string | undefined
  /** The number under which our own mistake stands in the log. */
  readonly incident: string | undefined

  constructor(
    status: number,
    error: {
      code: RefusalCode
      facts?: Record<string, unknown>
      field?: string
      message?: string
      incident?: string
    },
  ) {
    super(error.message ?? error.code)
    this.status = status
    this.code = error.code
    this.facts = error.facts ?? {}
    this.field = error.field
    this.incident = error.incident
  }
}

export class ApiUnreachable extends Error {
  override name = 'ApiUnreachable'
}

type Method = keyof EndpointByMethod
/** The paths that the server answers, by method: `/api/tickets/{id}`. */
export type Path<M extends Method> = keyof EndpointByMethod[M] & string
type Options = { signal?: AbortSignal | undefined; key?: string; headers?: Record<string, string> }
type Parts = { path?: object; query?: object; body?: unknown }

/** What a path must be given: the parts of its address, its query, its body. */
export type Asked<M extends Method, P extends Path<M>> = EndpointByMethod[M][P] extends {
  parameters: infer Given
}
  ? [Given] extends [never]
    ? unknown
    : WithSoftQuery<Given>
  : unknown
/** A query of which every word may be missing may be missing itself. */
type WithSoftQuery<Given> = Given extends { query: infer Query }
  ? Omit<Given, 'query'> & ({} extends Query ? { query?: Query } : { query: Query })
  : Given
type Arguments<Needed> = {} extends Needed ? [asked?: Needed & Options] : [asked: Needed & Options]

/** What the server answers when it does what was asked. */
export type Answer<M extends Method, P extends Path<M>> = EndpointByMethod[M][P] extends {
  responses: infer By
}
  ? By[keyof By & (200 | 201 | 202 | 204)]
  : never

type UploadPath = {
  [P in Path<'post'>]: EndpointByMethod['post'][P] extends { requestFormat: 'binary' } ? P : never
}[Path<'post'>]
/** The name in the query is the file's own. */
type UploadAsked<P extends UploadPath> =
  Asked<'post', P> extends infer Given
    ? Omit<Given, 'query' | 'body'> &
        (Given extends { query: infer Query }
          ? {} extends Omit<Query, 'name'>
            ? { query?: Omit<Query, 'name'> }
            : { query: Omit<Query, 'name'> }
          : unknown)
    : never

const caller =
  <M extends Method>(method: M) =>
  <P extends Path<M>>(path: P, ...[asked]: Arguments<Asked<M, P>>): Promise<Answer<M, P>> =>
    send(method.toUpperCase(), path, { ...asked })

export const api = {
  get: caller('get'),
  post: caller('post'),
  put: caller('put'),
  patch: caller('patch'),
  delete: caller('delete'),
  /** A file as raw bytes; its name travels in the query. */
  upload: <P extends UploadPath>(
    path: P,
    file: File | Blob,
    ...[asked]: Arguments<UploadAsked<P> & { name?: string }>
  ): Promise<Answer<'post', P>> => {
    const { query, name, ...rest }: Options & Parts & { name?: string } = asked ?? {}
    const called = name ?? (file instanceof File ? file.name : 'file')
    return send('POST', path, { ...rest, body: file, query: { ...query, name: called } })
  },
}

/** The address of something that the browser fetches itself: a download, a picture. */
export const addressOf = <P extends Path<'get'>>(path: P, ...[asked]: Arguments<Asked<'get', P>>): string =>
  filled(path, { ...asked })

const pausesMs = [400, 1500] as const
const waitMs = 30_000

/** Keys of changes whose outcome is unknown: the same change asked for again keeps its key. */
const unanswered = new Map<string, string>()

async function send<T>(method: string, path: string, asked: Options & Parts): Promise<T> {
  const { body, path: _, query: __, ...options } = asked
  const address = filled(path, asked)
  if (method === 'GET') return answerOf<T>(await attempt(method, address, undefined, options))
  const mark = body instanceof Blob ? undefined : `${method} ${address} ${JSON.stringify(body ?? null)}`
  const key = options.key ?? (mark && unanswered.get(mark)) ?? crypto.randomUUID()
  if (mark) unanswered.set(mark, key)
  const response = await persistently(
    () => attempt(method, address, body, { ...options, key }),
    options.signal,
  )
  if (mark && response.status < 500) unanswered.delete(mark)
  return answerOf<T>(response)
}

async function persistently(
  work: () => Promise<Response>,
  signal: AbortSignal | undefined,
): Promise<Response> {
  for (const pause of pausesMs) {
    try {
      const response = await work()
      if (
        ![502, 503, 504].includes(response.status) ||
        response.headers.get('content-type')?.includes('json')
      )
        return response
    } catch (problem) {
      if (signal?.aborted || !(problem instanceof ApiUnreachable)) throw problem
    }
    await new Promise((done) => setTimeout(done, pause))
  }
  return work()
}

async function attempt(
  method: string,
  address: string,
  body: unknown,
  { signal, key, headers = {} }: Options,
): Promise<Response> {
  const raw = body instanceof Blob
  const limit = AbortSignal.timeout(raw ? 10 * waitMs : waitMs)
  try {
    return await fetch(new URL(address, globalThis.location?.href), {
      method,
      credentials: 'same-origin',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
      headers: {
        Accept: 'application/json',
        'Accept-Language': globalThis.document?.documentElement.lang || 'pl',
        ...(body === undefined
          ? {}
          : { 'Content-Type': raw ? 'application/octet-stream' : 'application/json' }),
        ...(key ? { 'Idempotency-Key': key } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
    })
  } catch (problem) {
    if (signal?.aborted) throw problem
    throw new ApiUnreachable('The server did not answer', { cause: problem })
  }
}

async function answerOf<T>(response: Response): Promise<T> {
  const json = response.headers.get('content-type')?.includes('json')
    ? ((await response.json()) as unknown)
    : undefined
  if (response.ok) return json as T
  const error = (json as Schemas.Refused | undefined)?.error
  throw new ApiRefusal(response.status, error ?? { code: 'internal_error' })
}

/** "/api/tickets/{id}" with its parts and its query. */
function filled(template: string, { path = {}, query = {} }: Parts & Options): string {
  const parts = new Map(Object.entries(path))
  const address = template.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(parts.get(name))),
  )
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) params.append(name, String(one))
  }
  return params.size > 0 ? `${address}?${params}` : address
}

/** Reading is tried again when the network failed, never when the server said no. */
export function worthRepeating(times: number, problem: unknown): boolean {
  return times < 2 && !(problem instanceof ApiRefusal)
}
