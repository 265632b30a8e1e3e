/**
 * Files in the panel: whoever reports may send pictures; a file is given out only where it
 * stands in a message that this client may read. Invoices and contracts have doors of their own.
 */
import { mayReadFile } from '#server/desk/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { readFileOf } from '#server/plumbing/files/file-store.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { me } from './me.ts'

export async function panelFile(ctx: Context, fileId: string) {
  if (!(await mayReadFile(ctx, me(ctx).clientId, fileId))) refuse('not_found')
  return readFileOf(ctx, fileId)
}
