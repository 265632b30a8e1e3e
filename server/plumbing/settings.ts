/**
 * The settings of one running installation. Each is a flag (`--port 3000`) and an
 * environment variable (`OPIEKUN_PORT=3000`); the flag wins. The table in the README
 * is checked against this list.
 */
import path from 'node:path'

export type Settings = {
  data: string
  port: number
  host: string
  demo: boolean
  databaseUrl?: string
  publicUrl: string
  smtpUrl?: string
  smtpIn?: number
  mailDomain: string
  files: string
  log: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

export class SettingsProblem extends Error {}

export const settingsTable = [
  {
    flag: '--data',
    env: 'OPIEKUN_DATA',
    value: 'DIR',
    what: 'folder of the embedded database, files and secrets',
    default: './data',
  },
  { flag: '--port', env: 'OPIEKUN_PORT', value: 'N', what: 'port of the web and the API', default: '3000' },
  { flag: '--host', env: 'OPIEKUN_HOST', value: 'HOST', what: 'address to listen on', default: '127.0.0.1' },
  {
    flag: '--demo',
    env: 'OPIEKUN_DEMO',
    value: '',
    what: 'fill the demo company at the start',
    default: 'off',
  },
  {
    flag: '--database-url',
    env: 'OPIEKUN_DATABASE_URL',
    value: 'URL',
    what: 'an outside PostgreSQL (15 or newer) instead of the embedded one',
    default: 'embedded',
  },
  {
    flag: '--public-url',
    env: 'OPIEKUN_PUBLIC_URL',
    value: 'URL',
    what: 'the address people use; it stands in links',
    default: 'http://HOST:PORT',
  },
  {
    flag: '--smtp-url',
    env: 'OPIEKUN_SMTP_URL',
    value: 'URL',
    what: 'SMTP server for outgoing mail; without one mail waits in the outbox',
    default: 'none',
  },
  {
    flag: '--smtp-in',
    env: 'OPIEKUN_SMTP_IN',
    value: 'PORT',
    what: 'port of the built-in SMTP receiver',
    default: 'off',
  },
  {
    flag: '--mail-domain',
    env: 'OPIEKUN_MAIL_DOMAIN',
    value: 'NAME',
    what: 'domain of our mail addresses: COMPANY@NAME',
    default: 'host of the public URL',
  },
  {
    flag: '--files',
    env: 'OPIEKUN_FILES',
    value: 'DIR',
    what: 'folder of uploaded and generated files',
    default: 'DATA/files',
  },
  {
    flag: '--log',
    env: 'OPIEKUN_LOG',
    value: 'LEVEL',
    what: 'debug, info, warn, error or silent',
    default: 'info',
  },
] as const

export function readSettings(argv: string[], env: Record<string, string | undefined>): Settings {
  const given = { ...fromEnvironment(env), ...fromFlags(argv) }
  const port = portOf(given['--port'] ?? '3000', '--port')
  const host = given['--host'] ?? '127.0.0.1'
  const data = path.resolve(given['--data'] ?? 'data')
  const log = given['--log'] ?? 'info'
  if (!['debug', 'info', 'warn', 'error', 'silent'].includes(log)) {
    throw new SettingsProblem(`--log takes debug, info, warn, error or silent, not "${log}".`)
  }
  const publicUrl = urlOf(
    given['--public-url'] ?? `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`,
  )
  return {
    data,
    port,
    host,
    demo: given['--demo'] !== undefined && !['0', 'off', 'false', 'no'].includes(given['--demo']),
    databaseUrl: given['--database-url'],
    publicUrl,
    smtpUrl: given['--smtp-url'],
    smtpIn: given['--smtp-in'] === undefined ? undefined : portOf(given['--smtp-in'], '--smtp-in'),
    mailDomain: given['--mail-domain'] ?? mailDomainOf(publicUrl),
    files: path.resolve(given['--files'] ?? path.join(data, 'files')),
    log: log as Settings['log'],
  }
}

function fromEnvironment(env: Record<string, string | undefined>): Record<string, string> {
  const given: Record<string, string> = {}
  for (const { flag, env: name } of settingsTable) {
    const value = env[name]
    if (value !== undefined && value !== '') given[flag] = value
  }
  return given
}

function fromFlags(argv: string[]): Record<string, string> {
  const given: Record<string, string> = {}
  for (let i = 0; i < argv.length; i++) {
    const [flag, inline] = splitOnce(argv[i] ?? '')
    const known = settingsTable.find((row) => row.flag === flag)
    if (!known)
      throw new SettingsProblem(
        `Unknown setting ${flag}. Known: ${settingsTable.map((r) => r.flag).join(', ')}.`,
      )
    if (known.value === '') {
      given[flag] = inline ?? 'on'
      continue
    }
    const value = inline ?? argv[++i]
    if (value === undefined || value.startsWith('--'))
      throw new SettingsProblem(`${flag} needs a value: ${known.value}.`)
    given[flag] = value
  }
  return given
}

function splitOnce(argument: string): [string, string | undefined] {
  const at = argument.indexOf('=')
  return at < 0 ? [argument, undefined] : [argument.slice(0, at), argument.slice(at + 1)]
}

function portOf(text: string, flag: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new SettingsProblem(`${flag} takes a port number, not "${text}".`)
  return port
}

function urlOf(text: string): string {
  if (!URL.canParse(text))
    throw new SettingsProblem(
      `--public-url takes an address such as https://serwis.example.pl, not "${text}".`,
    )
  return text.replace(/\/+$/, '')
}

/** Numeric addresses are no mail domains; a first try on loopback gets a name that leads nowhere. */
function mailDomainOf(publicUrl: string): string {
  const host = new URL(publicUrl).hostname
  return /^[\d.[\]:]+$/.test(host) || host === 'localhost' ? 'opiekun.localhost' : host
}
