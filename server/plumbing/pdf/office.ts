/**
 * DOCX to PDF by LibreOffice, where the machine has it. One conversion at a time, in a folder
 * and a profile of its own, with a time limit after which the whole group of processes ends; it
 * gets nothing of the server's environment. Where it is missing, the DOCX itself is the document.
 */
import { spawn } from 'node:child_process'
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const limitSeconds = 60
let turn: Promise<unknown> = Promise.resolve()
let found: string | false | undefined
let profile: string | undefined

/** The document does not convert, or not in time. */
export class OfficeFailed extends Error {
  override name = 'OfficeFailed'
}

export function officeProgram(): string | undefined {
  found ??= lookedUp() ?? false
  return found || undefined
}

function lookedUp(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/opt/libreoffice/program']
  return folders
    .filter(Boolean)
    .flatMap((folder) => ['soffice', 'libreoffice'].map((name) => path.join(folder, name)))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK)
        return true
      } catch {
        // Not there, or not ours to start.
        return false
      }
    })
}

/** `to` may also be docx: tests make their templates as people do. */
export function convertByOffice(
  bytes: Buffer,
  from: 'docx' | 'fodt' | 'html',
  to: 'pdf' | 'docx' = 'pdf',
): Promise<Buffer> {
  const mine = turn.then(() => convert(bytes, from, to))
  turn = mine.catch(() => {})
  return mine
}

async function convert(bytes: Buffer, from: string, to: string): Promise<Buffer> {
  const program = officeProgram()
  if (!program) throw new OfficeFailed('LibreOffice is not installed.')
  const folder = await fs.mkdtemp(path.join(tmpdir(), 'opiekun-office-'))
  try {
    await fs.writeFile(path.join(folder, `in.${from}`), bytes)
    await run(program, folder, from, to)
    return await fs.readFile(path.join(folder, `in.${to}`)).catch(() => {
      throw new OfficeFailed('LibreOffice made no document.')
    })
  } finally {
    await fs.rm(folder, { recursive: true, force: true })
  }
}

function run(program: string, folder: string, from: string, to: string): Promise<void> {
  // The profile is kept for the next conversion: making one takes longer than converting.
  profile ??= freshProfile()
  const args = [
    `-env:UserInstallation=file://${profile}`,
    '--headless',
    '--norestore',
    '--nolockcheck',
    '--convert-to',
    to,
    '--outdir',
    folder,
    path.join(folder, `in.${from}`),
  ]
  const env = { HOME: profile, PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', SAL_USE_VCLPLUGIN: 'svp' }
  return new Promise((done, failed) => {
    const child = spawn(program, args, { cwd: folder, env, stdio: 'ignore', detached: true })
    const timer = setTimeout(() => {
      endGroup(child.pid)
      failed(new OfficeFailed(`The document was not ready within ${limitSeconds} s.`))
    }, limitSeconds * 1000)
    child.once('error', (error) => (clearTimeout(timer), failed(new OfficeFailed(error.message))))
    child.once('exit', (code) => {
      clearTimeout(timer)
      if (code === 0) done()
      else failed(new OfficeFailed(`LibreOffice ended with ${code}.`))
    })
  })
}

function freshProfile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'opiekun-office-profile-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** LibreOffice starts a second process: both end, not just the one we know. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Both have ended meanwhile.
  }
}
