/**
 * Talking to our server: JSON, the session's cookie, one Idempotency-Key per change. A
 * change whose answer got lost is repeated under the same key, so it happens once. A "no"
 * of the server becomes an ApiRefusal; a lost connection an ApiUnreachable.
 */
export class ApiRefusal extends Error {
  override name = 'ApiRefusal'
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly status: number
  /** The path of the input field it speaks of. */
  readonly field: string | undefined
  /** The number under which our own mistake stands in the log. */
  readonly incident: string | undefined

  constructor(
    status: number,
    error: {
      code: string
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

export type Query = Readonly<
  Record<string, string | number | boolean | null | undefined | readonly (string | number)[]>
>
type Options = { query?: Query; signal?: AbortSignal; key?: string; headers?: Record<string, string> }

export const api = {
  get: <T>(path: string, options: Options = {}) => send<T>('GET', path, undefined, options),
  post: <T>(path: string, body: unknown = {}, options: Options = {}) => send<T>('POST', path, body, options),
  put: <T>(path: string, body: unknown = {}, options: Options = {}) => send<T>('PUT', path, body, options),
  patch: <T>(path: string, body: unknown = {}, options: Options = {}) =>
    send<T>('PATCH', path, body, options),
  delete: <T>(path: string, body?: unknown, options: Options = {}) => send<T>('DELETE', path, body, options),
  /** A file as raw bytes; its name travels in the query. */
  upload: <T>(path: string, file: File | Blob, options: Options & { name?: string } = {}) =>
    send<T>('POST', path, file, {
      ...options,
      query: { ...options.query, name: options.name ?? (file instanceof File ? file.name : 'file') },
    }),
}

const pausesMs = [400, 1500] as const
const waitMs = 30_000

/** Keys of changes whose outcome is unknown: the same change asked for again keeps its key. */
const unanswered = new Map<string, string>()

async function send<T>(method: string, path: string, body: unknown, options: Options): Promise<T> {
  const address = withQuery(path, options.query)
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
    return await fetch(address, {
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
  const error = (json as { error?: { code: string } } | undefined)?.error
  throw new ApiRefusal(response.status, error ?? { code: 'internal_error' })
}

function withQuery(path: string, query: Query | undefined): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) params.append(name, String(one))
  }
  const text = params.toString()
  return text ? `${path}${path.includes('?') ? '&' : '?'}${text}` : path
}

/** Reading is tried again when the network failed, never when the server said no. */
export function worthRepeating(times: number, problem: unknown): boolean {
  return times < 2 && !(problem instanceof ApiRefusal)
}
