/** A person at the API of a running program: signed in once, the session outlives restarts. */
import { castPassword } from '#demo/cast.ts'

export type Caller = {
  at: (address: string) => void
  get: <T>(path: string) => Promise<T>
  send: <T>(method: 'POST' | 'PUT', path: string, body: unknown, key?: string) => Promise<T>
}

export async function signIn(address: string, email: string): Promise<Caller> {
  let cookie = ''
  let base = address
  const call = async <T>(method: string, path: string, body?: unknown, key?: string): Promise<T> => {
    const headers: Record<string, string> = { cookie }
    if (body !== undefined) headers['content-type'] = 'application/json'
    if (key) headers['idempotency-key'] = key
    const text = body === undefined ? undefined : JSON.stringify(body)
    const answer = await fetch(`${base}${path}`, { method, headers, body: text })
    const said = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}: ${said}`)
    const [set] = answer.headers.getSetCookie()
    if (set) cookie = set.split(';')[0]!
    return JSON.parse(said) as T
  }
  await call('POST', '/api/session', { email, password: castPassword })
  return {
    at: (now) => void (base = now),
    get: (path) => call('GET', path),
    send: (method, path, body, key) => call(method, path, body, key),
  }
}
