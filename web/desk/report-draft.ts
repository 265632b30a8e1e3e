/**
 * What somebody types into the public form, kept in the browser until it is sent: a closed tab
 * or a lost connection costs nothing. Files are sent as they are chosen and remembered by id.
 */
export const priorityKeys = ['critical', 'high', 'normal', 'low'] as const
export type PriorityKey = (typeof priorityKeys)[number]
export type SentFile = { id: string; name: string; bytes: number }
export type ReportDraft = {
  email: string
  name: string
  subject: string
  description: string
  proposedPriority: PriorityKey | ''
  files: readonly SentFile[]
}

export const emptyDraft: ReportDraft = {
  email: '',
  name: '',
  subject: '',
  description: '',
  proposedPriority: '',
  files: [],
}

export const megabytesMax = 25
export const fileBytesMax = megabytesMax * 1024 * 1024
export const filesMax = 20
const keptMs = 14 * 86_400_000

/** Local storage, or nothing where the browser keeps nothing. */
type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined
const placeOf = (slug: string): string => `opiekun-report-${slug}`

export function draftOf(keeper: Keeper, slug: string, nowMs: number): ReportDraft {
  try {
    const kept = JSON.parse(keeper?.getItem(placeOf(slug)) ?? 'null') as unknown
    if (!isRecord(kept) || typeof kept.keptAt !== 'number' || nowMs - kept.keptAt > keptMs) return emptyDraft
    return {
      ...textsOf(kept),
      proposedPriority: priorityOf(kept.proposedPriority),
      files: filesOf(kept.files),
    }
  } catch {
    return emptyDraft
  }
}

export function keepDraft(keeper: Keeper, slug: string, draft: ReportDraft, nowMs: number): void {
  try {
    const { email, name, ...content } = draft
    const isWritten = Object.values({ email, name, ...content }).some((part) => part.length > 0)
    if (isWritten) keeper?.setItem(placeOf(slug), JSON.stringify({ ...draft, keptAt: nowMs }))
    else keeper?.removeItem(placeOf(slug))
  } catch {
    // A full or closed store: the form still works until the tab is closed.
  }
}

/** After sending: who reports stays for the next time in this tab, what was reported goes. */
export const afterSending = ({ email, name }: ReportDraft): ReportDraft => ({ ...emptyDraft, email, name })

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const textsOf = (kept: Record<string, unknown>) => ({
  email: text(kept.email),
  name: text(kept.name),
  subject: text(kept.subject),
  description: text(kept.description),
})
const priorityOf = (value: unknown): PriorityKey | '' => priorityKeys.find((key) => key === value) ?? ''
const filesOf = (value: unknown): SentFile[] =>
  Array.isArray(value)
    ? value.filter(
        (file): file is SentFile =>
          isRecord(file) &&
          typeof file.id === 'string' &&
          typeof file.name === 'string' &&
          typeof file.bytes === 'number',
      )
    : []

export type DraftProblem = 'needEmail' | 'badEmail' | 'needSubject'

/** What must be there before anything is sent, from the top; the server judges the address once more. */
export function problemsOf(draft: ReportDraft): { email?: DraftProblem; subject?: DraftProblem } {
  const email = draft.email.trim()
  return {
    ...(draft.subject.trim() === '' ? { subject: 'needSubject' as const } : {}),
    ...(email === ''
      ? { email: 'needEmail' as const }
      : !/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(email)
        ? { email: 'badEmail' as const }
        : {}),
  }
}

export type FileProblem = 'tooLarge' | 'tooMany' | 'empty'

/** Whether a chosen file may be sent at all; said before a byte of it travels. */
export function problemOfFile(bytes: number, already: number): FileProblem | undefined {
  if (already >= filesMax) return 'tooMany'
  if (bytes > fileBytesMax) return 'tooLarge'
  return bytes === 0 ? 'empty' : undefined
}
