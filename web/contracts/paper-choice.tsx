/** On which paper a version is printed: a sentence with the choice while it is a draft, a line beside its papers afterwards. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../kit/api.ts'
import { useSentence } from '../kit/refusals.tsx'
import { showToast } from '../kit/toasts.tsx'
import { SelectChip, Sentence } from './chips.tsx'
import {
  contractKey,
  versionKey,
  type ContractDetail,
  type VersionDetail,
  type VersionSummary,
} from './contract-data.ts'
import { useOwnTemplates } from './document-data.ts'
import { useHands } from './hands-words.ts'

const usual = 'usual'
const builtIn = 'builtIn'

export function PaperChoice({
  contract,
  version,
  saveFirst,
}: {
  contract: ContractDetail
  version: VersionDetail
  saveFirst: () => Promise<void>
}) {
  const said = useHands().paper
  const queries = useQueryClient()
  const sentence = useSentence()
  const { data: templates = [] } = useOwnTemplates()
  const { choice, name, isPrinted } = version.printedOn
  const path = { id: contract.id, number: version.number }
  const choose = useMutation({
    mutationFn: (next: string) =>
      api.put('/api/contracts/{id}/versions/{number}/document-template', {
        path,
        body: { choice: next === usual ? null : next },
      }),
    onSuccess(next) {
      queries.setQueryData(versionKey(contract.id, version.number), next)
      void queries.invalidateQueries({ queryKey: contractKey(contract.id) })
      showToast({ text: version.sentAt ? said.sentAgain : said.chosen })
    },
    onError: (problem) => showToast({ text: sentence(problem), tone: 'problem' }),
  })
  const kind = version.kind === 'amendment' ? 'amendment' : 'contract'
  const own = templates.filter((one) => one.kind === kind)
  const standard = own.find(({ isDefault }) => isDefault)?.name ?? said.builtIn
  const known = [usual, builtIn, ...own.map(({ id }) => id)]
  const choices = [
    { value: usual, label: said.usual(choice === null && !isPrinted && name !== '' ? name : standard) },
    { value: builtIn, label: said.builtIn },
    ...own.map(({ id, name: label }) => ({ value: id, label })),
    // A template that has left the list stays the choice of this version.
    ...(choice !== null && !known.includes(choice) ? [{ value: choice, label: name }] : []),
  ]
  return (
    <Sentence
      text={said.sentence}
      chips={{
        paper: (
          <SelectChip
            value={choice ?? usual}
            label={said.label}
            choices={choices}
            onChange={(next) => void saveFirst().then(() => choose.mutate(next))}
          />
        ),
      }}
    />
  )
}

/** "Wydrukowano na wzorze: wbudowany" */
export function PaperLine({ version }: { version: VersionSummary }) {
  const said = useHands().paper
  const { name, isPrinted } = version.printedOn
  const paper = name === '' ? said.builtIn : name
  return <p className="c-hint">{isPrinted ? said.printedOn(paper) : said.printsOn(paper)}</p>
}
