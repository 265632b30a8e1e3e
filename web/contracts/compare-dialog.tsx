/** What a contract says otherwise than its template, or a template than its origin: in the words of amendments. */
import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { termsChange } from '#words/terms-change.ts'
import { api } from '../kit/api.ts'
import { useSentence } from '../kit/refusals.tsx'
import { SkeletonAfter } from '../kit/states.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useContacts, useStaff, type ContractDetail, type TermsChange } from './contract-data.ts'
import { useHands } from './hands-words.ts'
import { useTemplate, useTemplates, type TemplateSummary } from './life-data.ts'
import { useTemplateName } from './template-name.ts'
import './contracts.css'

/** Each place with its old and new wording. */
export function ChangesInWords({
  changes,
  empty,
  people = new Map(),
}: {
  changes: readonly TermsChange[]
  empty: string
  people?: ReadonlyMap<string, string>
}) {
  const { lang, words } = useSpeech()
  const said = words.contracts.contract
  if (changes.length === 0) return <p className="c-hint">{empty}</p>
  return (
    <ul className="c-changes">
      {changes.map((change) => {
        const { place, before, after } = termsChange(lang, change, {
          people,
          priorities: words.kit.priorities,
        })
        return (
          <li key={change.path}>
            <strong>{place}</strong>
            {before !== null && (
              <del>
                <span className="sr-only">{said.was} </span>
                {before}
              </del>
            )}
            {after !== null && (
              <span>
                <span className="sr-only">{said.becomes} </span>
                {after}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** A contract, and the template or the usual terms that it began with. */
export function CompareWithTemplate({
  contract,
  number,
  onClose,
}: {
  contract: ContractDetail
  number: number
  onClose: () => void
}) {
  const { words } = useSpeech()
  const said = useHands().compare
  const nameOf = useTemplateName()
  const sentence = useSentence()
  const { data: staff = [] } = useStaff()
  const { data: contacts = [] } = useContacts(contract.clientId)
  const { data, error } = useQuery({
    queryKey: ['contract', contract.id, 'template-difference', number],
    queryFn: () =>
      api.get('/api/contracts/{id}/versions/{number}/template-difference', {
        path: { id: contract.id, number },
      }),
  })
  const people = new Map([...staff, ...contacts].map(({ id, name }) => [id, name]))
  return (
    <Modal
      opened
      onClose={onClose}
      size={620}
      title={said.fromTemplate}
      closeButtonProps={{ 'aria-label': words.kit.buttons.close }}
    >
      {error && <p role="alert">{sentence(error)}</p>}
      {!data && !error && <SkeletonAfter />}
      {data && <p className="c-compared">{nameOf(data.template)}</p>}
      {data && data.changes.length > 0 && <p className="c-hint">{said.lead}</p>}
      {data && <ChangesInWords changes={data.changes} empty={said.same} people={people} />}
    </Modal>
  )
}

/** A template, and what it was cloned from. */
export function CompareWithOrigin({ template, onClose }: { template: TemplateSummary; onClose: () => void }) {
  const { words } = useSpeech()
  const said = useHands().compare
  const originName = useOriginName()
  const { data } = useTemplate(template.id)
  return (
    <Modal
      opened
      onClose={onClose}
      size={620}
      title={said.fromOrigin}
      closeButtonProps={{ 'aria-label': words.kit.buttons.close }}
    >
      {!data && <SkeletonAfter />}
      {data && (
        <>
          <p className="c-compared">{originName(template)}</p>
          {data.changes.length > 0 && <p className="c-hint">{said.leadTemplate}</p>}
          <ChangesInWords changes={data.changes} empty={said.same} />
          {data.originChanges.length > 0 && (
            <>
              <h3 className="c-subhead">{said.originChanged}</h3>
              <ChangesInWords changes={data.originChanges} empty="" />
            </>
          )}
        </>
      )}
    </Modal>
  )
}

/** The template it was cloned from, else the built-in one of its trade. */
export function useOriginName(): (template: TemplateSummary) => string {
  const { data = [] } = useTemplates()
  const nameOf = useTemplateName()
  const said = useHands().compare
  return ({ originId, trade }) => {
    const origin = data.find(({ id }) => id === (originId ?? trade))
    return origin ? nameOf(origin) : said.contract
  }
}
