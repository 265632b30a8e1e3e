/**
 * Files: the bytes lie in a folder under opaque keys, names and types in the database.
 * The type is read from the bytes, never believed; SVG and programs are refused.
 */
import { createHash } from 'node:crypto'
import * as fs from 'node:fs/promises'
import path from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { signature, type Context } from '../context.ts'
import { refuse } from '../refusal.ts'

export type FileStore = {
  put: (key: string, bytes: Buffer) => Promise<void>
  get: (key: string) => Promise<Buffer>
  remove: (key: string) => Promise<void>
}
export type StoredFile = { id: string; name: string; mediaType: string; bytes: number; sha256: string }

export const fileBytesMax = 25 * 1024 * 1024

export function folderStore(folder: string): FileStore {
  const place = (key: string) => {
    if (!/^[0-9a-f-]{36}\/[0-9a-f-]{36}$/.test(key)) throw new Error('a file key is tenant/id')
    return path.join(folder, key)
  }
  return {
    async put(key, bytes) {
      const target = place(key)
      await fs.mkdir(path.dirname(target), { recursive: true })
      // Whole or not at all: a kill in the middle leaves no half file under the name.
      const handle = await fs.open(`${target}.part`, 'w')
      await handle.writeFile(bytes)
      await handle.sync()
      await handle.close()
      await fs.rename(`${target}.part`, target)
    },
    get: (key) => fs.readFile(place(key)),
    remove: (key) => fs.rm(place(key), { force: true }),
  }
}

const textTypes: Record<string, string> = {
  txt: 'text/plain',
  csv: 'text/csv',
  log: 'text/plain',
  eml: 'message/rfc822',
  xml: 'application/xml',
  md: 'text/plain',
}
const refusedTypes =
  /^(image\/svg|application\/(x-msdownload|x-elf|x-mach|vnd\.microsoft\.portable-executable|x-sh))/

/** Stores bytes that somebody sent us. */
export async function keepUpload(ctx: Context, name: string, bytes: Buffer): Promise<StoredFile> {
  if (bytes.length > fileBytesMax) refuse('file_too_large', { name, megabytesMax: 25 })
  if (bytes.length === 0) refuse('file_broken', { name })
  const mediaType = await typeOf(name, bytes)
  if (!mediaType || refusedTypes.test(mediaType)) refuse('file_type_refused', { name })
  return keepFile(ctx, { name, mediaType, bytes })
}

/** Stores bytes that we made ourselves, or that must be kept as they came (raw mail). */
export async function keepFile(
  ctx: Context,
  file: { name: string; mediaType: string; bytes: Buffer },
): Promise<StoredFile> {
  const id = ctx.newId()
  const key = `${ctx.tenantId}/${id}`
  await ctx.app.files.put(key, file.bytes)
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const name = cleanName(file.name)
  await ctx.tx
    .insertInto('files')
    .values({
      tenantId: ctx.tenantId,
      id,
      name,
      mediaType: file.mediaType,
      bytes: file.bytes.length,
      sha256,
      storageKey: key,
      createdAt: ctx.now.toString(),
      createdBy: JSON.stringify(signature(ctx.actor)),
    })
    .execute()
  return { id, name, mediaType: file.mediaType, bytes: file.bytes.length, sha256 }
}

export async function readFileOf(ctx: Context, id: string): Promise<StoredFile & { content: Buffer }> {
  const row = await ctx.tx
    .selectFrom('files')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) refuse('not_found')
  const content = await ctx.app.files.get(row.storageKey)
  return {
    id: row.id,
    name: row.name,
    mediaType: row.mediaType,
    bytes: row.bytes,
    sha256: row.sha256,
    content,
  }
}

async function typeOf(name: string, bytes: Buffer): Promise<string | undefined> {
  const detected = await fileTypeFromBuffer(bytes)
  const ending = path.extname(name).slice(1).toLowerCase()
  if (detected?.mime === 'application/xml' || !detected) {
    if (ending === 'svg' || /<svg[\s>]/i.test(bytes.subarray(0, 2000).toString('latin1'))) return undefined
    return bytes.subarray(0, 4000).includes(0)
      ? undefined
      : (textTypes[ending] ?? (ending === '' ? 'text/plain' : undefined))
  }
  return detected.mime
}

function cleanName(name: string): string {
  return (
    name
      // oxlint-disable-next-line no-control-regex -- control characters are what is being removed
      .replace(/[\u0000-\u001f\u007f/\\]/g, ' ')
      .trim()
      .slice(-180) || 'plik'
  )
}
