/**
 * Showing a "no": the sentence stands beside the field it speaks of, else above the
 * buttons of the form, always with what was kept, and with the number when it is our fault.
 */
import { IconAlertTriangle } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import { sentenceFor } from '#words/words.ts'
import { ApiRefusal, ApiUnreachable } from './api.ts'
import { CopyButton } from './copy.tsx'
import { useWords } from './words.tsx'

/** The sentence for whatever a request was answered with. */
export function useSentence(): (problem: unknown) => string {
  const words = useWords()
  return useCallback(
    (problem) => {
      if (problem instanceof ApiUnreachable)
        return `${words.kit.errors.offline} ${words.kit.errors.offlineWhy}`
      if (!(problem instanceof ApiRefusal)) return words.kit.errors.unknown
      if (problem.incident) return problem.message
      return sentenceFor(words.refusals, problem.code, problem.facts) ?? problem.message
    },
    [words],
  )
}

export type RefusalState = {
  problem: unknown
  /** Give it to `catch` or to a mutation's `onError`. */
  show: (problem: unknown) => void
  clear: () => void
  /** The sentence for one input, for its `error`. */
  of: (field: string) => string | undefined
  /** What no named field speaks of: shown by <RefusalNote>. */
  rest: (fields?: readonly string[]) => string | undefined
}

export function useRefusal(): RefusalState {
  const [problem, setProblem] = useState<unknown>(undefined)
  const sentence = useSentence()
  const field = problem instanceof ApiRefusal ? problem.field : undefined
  return {
    problem,
    show: setProblem,
    clear: () => setProblem(undefined),
    of: (name) => (field === name ? sentence(problem) : undefined),
    rest: (fields = []) =>
      problem !== undefined && !(field && fields.includes(field)) ? sentence(problem) : undefined,
  }
}

/** `fields` are those that show their own sentence. */
export function RefusalNote({ refusal, fields = [] }: { refusal: RefusalState; fields?: readonly string[] }) {
  const words = useWords()
  const sentence = refusal.rest(fields)
  if (!sentence) return <div role="alert" className="sr-only" />
  const incident = refusal.problem instanceof ApiRefusal ? refusal.problem.incident : undefined
  return (
    <div className="k-refusal" role="alert">
      <IconAlertTriangle size={17} stroke={1.7} aria-hidden />
      <div>
        <div>{sentence}</div>
        {incident && (
          <div className="k-refusal-incident">
            {words.kit.errors.incident}: {incident}{' '}
            <CopyButton text={incident} label={words.kit.errors.copyIncident} />
          </div>
        )}
      </div>
    </div>
  )
}

/** The sentence under a control that Mantine does not know (a list, a group, a drawing). */
export function FieldError({ id, children }: { id?: string; children?: string | undefined }) {
  if (!children) return null
  return (
    <p id={id} className="k-field-error">
      {children}
    </p>
  )
}
