/** What became of changes that are not saved: taken up again, without a connection, or overtaken by somebody else's. */
import { Button } from '@mantine/core'
import { ApiRefusal } from '../kit/api.ts'
import type { Seen } from '../kit/kept.ts'
import type { Kept } from '../kit/use-kept.tsx'
import { useHands } from './hands-words.ts'

export const isTheirs = (problem: unknown): boolean =>
  problem instanceof ApiRefusal && problem.code === 'changed_meanwhile'
/** No answer at all: the line was lost. */
export const isLost = (problem: unknown): boolean => problem != null && !(problem instanceof ApiRefusal)

export function KeptNote<T>({
  form,
  saved,
  isTheirs: overtaken,
  isOffline,
  onDiscard,
}: {
  form: Kept<T>
  saved: Seen<T>
  isTheirs: boolean
  isOffline: boolean
  onDiscard: () => void
}) {
  const said = useHands().kept
  const text = overtaken
    ? said.theirs
    : isOffline
      ? said.offline
      : form.isRestored
        ? said.restored
        : undefined
  if (!text) return null
  return (
    <p className="c-note" role="status">
      {text}{' '}
      {!isOffline && (
        <Button variant="subtle" size="compact-sm" onClick={() => (onDiscard(), form.settle(saved))}>
          {said.discard}
        </Button>
      )}
    </p>
  )
}
