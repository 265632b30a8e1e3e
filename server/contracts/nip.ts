/** A NIP as people type it becomes ten digits, or a refusal that names what is wrong with it. */
import { cleanNip, problemOfNip } from '#engines/ids/nip.ts'
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { clientByNip } from './client-store.ts'

export function checkedNip(text: string | null | undefined, field = 'nip'): string | null {
  if (text === null || text === undefined || text.trim() === '') return null
  const problem = problemOfNip(text)
  if (problem) refuse(problem, { nip: text }, field)
  return cleanNip(text)
}

export async function refuseTakenNip(ctx: Context, nip: string | null, exceptId?: string): Promise<void> {
  const known = nip === null ? undefined : await clientByNip(ctx, nip)
  if (known && known.id !== exceptId)
    refuse('nip_taken', { nip, name: known.name, clientId: known.id }, 'nip')
}
